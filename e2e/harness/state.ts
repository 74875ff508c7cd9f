import { readFileSync } from 'node:fs'
import { test } from '@playwright/test'
import { missingTools, sayMissing } from '../../scripts/tools.mjs'
import type { Auth, Registry } from './docker-registry.ts'
import type { Access } from './images.ts'

/** What the global set-up started, as the workers see it. */
export type State = {
  site: { origin: string; port: number }
  /** a registry that misbehaves as the repository's name says: `lib/registry/testing/hostile-cases.ts` */
  hostile: string
  /** a listed registry at which nobody answers */
  silent: string
  /** null where a tool is missing: ask `needRegistries` */
  registries: Record<Auth, Access & { origin: Registry['origin'] }> | null
}

export function readState(): State {
  const file = process.env.HARNESS_STATE
  if (!file) throw new Error('the global set-up did not run')
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * The registries; where a tool is missing, the test is skipped loudly, and fails in CI.
 *
 * Call it first in a test or a `beforeEach`.
 */
export function needRegistries(): NonNullable<State['registries']> {
  const { registries } = readState()
  if (registries) return registries
  const why = sayMissing(missingTools())
  if (process.env.CI === 'true') throw new Error(why)
  test.skip(true, why)
  throw new Error(why)
}
