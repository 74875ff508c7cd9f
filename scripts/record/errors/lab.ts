import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Auth,
  type Registry,
  type RegistryOptions,
  startRegistry,
} from '../../../e2e/harness/docker-registry.ts'
import { run, runText } from '../../../e2e/harness/tool.ts'
import type { ConversationLine } from '../../../lib/oci/conversation.ts'
import { parseConversation } from '../../../lib/recordings/conversation.ts'
import { startServer } from '../../../lib/registry/testing/upstream.ts'

const root = join(import.meta.dirname, '../../..')
const node = join(root, 'node_modules', '.bin', 'node')

/** Where failures are played: one registry at a time, always at the same address. */
export type Lab = {
  work: string
  /** of the folder with what all registries hold */
  data: string
  /** `localhost:5000` */
  host: string
  /** the same registry by a name that no tool takes for the machine itself: `registry.example.test:5000` */
  named: string
  /** everything to be stopped after the failure, last first */
  stops: (() => Promise<void>)[]
  ports: { registry: number; tokens: number }
}

/** Starts a real registry over what the lab holds. */
export async function real(lab: Lab, auth: Auth, options: RegistryOptions = {}): Promise<Registry> {
  const directory = join(lab.work, `registry-${Date.now()}`)
  const registry = await startRegistry(auth, directory, {
    ...lab.ports,
    ...{ data: lab.data, address: '0.0.0.0' },
    ...options,
  })
  lab.stops.push(registry.stop)
  return registry
}

/** Starts a fake one, for what no real registry does on demand. */
export async function fake(lab: Lab, answer: Parameters<typeof startServer>[0]) {
  const server = await startServer(answer, lab.ports.registry)
  lab.stops.push(server.close)
  return server
}

/**
 * What this site says and hears, as its own mirror tells it.
 *
 * @param goal manifest, config, tags or a platform
 */
export async function listen(
  reference: string,
  goal: string,
  settings: Record<string, string>,
): Promise<ConversationLine[]> {
  const cache = await mkdtemp(join(tmpdir(), 'record-cache-'))
  const text = await runText(
    node,
    ['--conditions=react-server', join(import.meta.dirname, 'ask.ts'), reference, goal],
    { cwd: root, env: { ...settings, CACHE_DIR: cache } },
  )
  await rm(cache, { recursive: true })
  return parseConversation(text, reference)
}

/** Copies the recorded sample `hello` into a registry that lets everyone push: as it is, and in Docker's types. */
export async function fill(lab: Lab): Promise<void> {
  const registry = await startRegistry('open', join(lab.work, 'filling'), { data: lab.data })
  const from = `oci:${join(root, 'content/recordings/hello')}:1.0`
  const copy = ['--insecure-policy', 'copy', '--quiet', '--all', '--dest-tls-verify=false']
  const to = (repository: string) => `docker://${registry.host}/${repository}:1.0`
  try {
    await run('skopeo', [...copy, '--preserve-digests', from, to('hello')])
    await run('skopeo', [...copy, '--format', 'v2s2', from, to('hello-docker')])
  } finally {
    await registry.stop()
  }
}
