import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Problem, ProblemError } from '../../oci/problem.ts'
import { parseSettings } from '../../settings.mjs'
import { LIMITS, type Limits } from '../limits.ts'
import { createMirror, type Mirror, type MirrorOptions } from '../mirror.ts'
import type { Reader } from '../work.ts'

/** A mirror of its own for a test, with an empty cache. */
export async function startMirror(
  env: Record<string, string>,
  limits: Partial<Limits> = {},
  options: MirrorOptions = {},
): Promise<{ mirror: Mirror; cacheDir: string; close(): Promise<void> }> {
  const cacheDir = env.CACHE_DIR ?? (await mkdtemp(join(tmpdir(), 'mirror-')))
  const settings = parseSettings({ CACHE_DIR: cacheDir, ...env })
  const mirror = createMirror(settings, { ...options, limits: { ...LIMITS, ...limits } })
  return {
    ...{ mirror, cacheDir },
    async close() {
      await mirror.close()
      await rm(cacheDir, { recursive: true, force: true })
    },
  }
}

/** Someone who stays until the end. */
export function reader(visitor = '192.0.2.1'): Reader {
  return { visitor, signal: new AbortController().signal }
}

/** The Problem that some work fails with. */
export async function problemFrom(work: Promise<unknown>): Promise<Problem> {
  try {
    await work
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  throw new Error('all went well')
}
