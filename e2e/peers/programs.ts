import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { run, startService } from '../harness/tool.ts'

/** Where `scripts/build-peers.mjs` puts what it builds. */
export const programs = join(import.meta.dirname, '../../.cache/peers')

/** The program that `scripts/build-peers.mjs` built; where it could not, the test is skipped. */
export function need(name: string): string {
  const file = join(programs, name)
  test.skip(!existsSync(file), `${name} was not built: docs/peers.md`)
  return file
}

export type PeerRegistry = { name: string; host: string; stop: () => Promise<void> }

export const artifactType = 'application/vnd.example.sbom'

/**
 * The registries. `referrer` is the artifact type that each tells of what refers to an image: by the
 * referrers API, else (`hasApi` false) in the index that the client left under the fallback tag.
 */
export const registries = [
  {
    ...{ name: 'distribution 3', program: 'registry', start: startDistribution },
    ...{ hasApi: false, referrer: artifactType },
  },
  {
    ...{ name: 'zot', program: 'zot', start: startZot },
    ...{ hasApi: true, referrer: artifactType },
  },
  {
    ...{ name: 'go-containerregistry', program: 'ggcr', start: startGgcr },
    // v0.22.1 tells the config's type, although the manifest has an artifact type of its own.
    ...{ hasApi: true, referrer: 'application/vnd.oci.empty.v1+json' },
  },
  {
    ...{ name: 'crane registry serve', program: 'crane', start: startCrane },
    ...{ hasApi: false, referrer: artifactType },
  },
]

async function startDistribution(work: string): Promise<PeerRegistry> {
  const file = join(work, 'distribution.yml')
  const config = {
    version: '0.1',
    storage: { filesystem: { rootdirectory: join(work, 'data') } },
    http: { addr: '127.0.0.1:0', secret: 'loopback' },
  }
  await writeFile(file, JSON.stringify(config))
  const env = { OTEL_TRACES_EXPORTER: 'none' }
  const ready = /listening on 127\.0\.0\.1:(\d+)/
  const service = await startService(need('registry'), ['serve', file], ready, { env })
  return { name: 'distribution', host: `localhost:${service.ready[1]}`, stop: service.stop }
}

async function startZot(work: string): Promise<PeerRegistry> {
  const port = await freePort()
  const file = join(work, 'zot.json')
  const config = {
    distSpecVersion: '1.1.1',
    storage: { rootDirectory: join(work, 'data'), gc: false },
    http: { address: '127.0.0.1', port: String(port), compat: ['docker2s2'] },
    log: { level: 'info' },
  }
  await writeFile(file, JSON.stringify(config))
  const ready = /starting (?:http )?server|router|listening|metrics/i
  const service = await startService(need('zot'), ['serve', file], ready)
  return { name: 'zot', host: `localhost:${port}`, stop: service.stop }
}

/** What `crane registry serve` is made of, with its referrers API switched on; in memory. */
async function startGgcr(): Promise<PeerRegistry> {
  const service = await startService(need('ggcr'), [], /serving on port (\d+)/)
  return { name: 'ggcr', host: `localhost:${service.ready[1]}`, stop: service.stop }
}

async function startCrane(work: string): Promise<PeerRegistry> {
  const disk = join(work, 'data')
  await mkdir(disk, { recursive: true })
  const args = ['registry', 'serve', '--address', '127.0.0.1:0', '--disk', disk]
  const service = await startService(need('crane'), args, /serving on port (\d+)/)
  return { name: 'crane', host: `localhost:${service.ready[1]}`, stop: service.stop }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Answers once somebody does. */
export async function untilItAnswers(host: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > deadline) throw new Error(`${host} does not answer`)
  }
}

export type Clients = {
  crane: (...args: string[]) => Promise<Buffer>
  oras: (...args: string[]) => Promise<Buffer>
  regctl: (...args: string[]) => Promise<Buffer>
}

/** The three clients, told that the hosts speak plain http. */
export async function clientsFor(work: string, hosts: string[]): Promise<Clients> {
  const config = join(work, 'regctl.json')
  const plain = Object.fromEntries(hosts.map((host) => [host, { tls: 'disabled', hostname: host }]))
  await writeFile(config, JSON.stringify({ hosts: plain }))
  const env = { REGCTL_CONFIG: config, HOME: work, DOCKER_CONFIG: work }
  const timeout = 60_000
  return {
    crane: (...args) => run(need('crane'), [...args, '--insecure'], { env, timeout }),
    oras: (...args) => run(need('oras'), args, { env, timeout, cwd: work }),
    regctl: (...args) => run(need('regctl'), args, { env, timeout }),
  }
}
