import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { VARIABLES } from '../../lib/settings.mjs'
import { SERVER_FLAGS } from '../../scripts/server-flags.mjs'
import { startService } from './tool.ts'

/** Resolves to loopback in the tests' Chromium, and is no secure context there. */
export const roomHost = 'room.test'

const root = join(import.meta.dirname, '../..')
const bundled = join(root, 'node_modules', '.bin', 'node')

export type Site = {
  /** `http://localhost:41234` */
  origin: string
  port: number
  /** of its process */
  pid: number
  output: () => string
  stop: () => Promise<void>
}

/**
 * Serves what `npm run build` made, on a free port of loopback.
 *
 * Every setting of whoever runs the tests is dropped: a test sees only what it names.
 *
 * @param settings by their names in the environment
 */
export async function startSite(settings: Record<string, string>): Promise<Site> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const node = existsSync(bundled) ? bundled : process.execPath
  const none = Object.fromEntries(
    VARIABLES.flatMap(({ name }) => [name, name.toLowerCase()]).map((name) => [name, undefined]),
  )
  const service = await startService(
    node,
    [...SERVER_FLAGS, next, 'start', '--port', '0', '--hostname', '127.0.0.1'],
    /http:\/\/(?:127\.0\.0\.1|localhost):([1-9]\d*)[\s\S]*Ready/,
    {
      cwd: root,
      env: { ...none, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...settings },
    },
  )
  const port = Number(service.ready[1])
  const origin = `http://localhost:${port}`
  // A broken build says "Ready" and dies at the first question.
  const answer = await fetch(`${origin}/`).catch(() => null)
  if (answer?.status !== 200) {
    await service.stop()
    throw new Error(`the site does not serve its first page\n${service.output()}`)
  }
  return { origin, port, pid: service.child.pid ?? 0, output: service.output, stop: service.stop }
}
