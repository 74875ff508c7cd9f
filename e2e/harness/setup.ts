import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHostileRegistry } from '../../lib/registry/testing/hostile-registry.ts'
import { missingTools, sayMissing } from '../../scripts/tools.mjs'
import { type Auth, type Registry, startRegistry } from './docker-registry.ts'
import { type Access, makeImages } from './images.ts'
import { roomHost, startSite } from './site.ts'
import type { State } from './state.ts'

type Stop = () => Promise<void>

/**
 * Starts real registries with real images, a hostile one, and the built site in front of all.
 *
 * @returns what stops them and leaves nothing behind
 */
export default async function setUp(): Promise<Stop> {
  const work = await mkdtemp(join(tmpdir(), 'e2e-'))
  const stops: Stop[] = [() => rm(work, { recursive: true, force: true })]
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop()
  }
  try {
    const hostile = await startHostileRegistry()
    stops.push(hostile.close)
    const silent = `localhost:${await freePort()}`
    const listed = [hostile.origin, `http://${silent}`]
    let settings: Record<string, string> = {}
    let registries: State['registries'] = null
    const missing = missingTools()
    if (missing.length > 0) {
      console.error(`SKIPPED: all tests with real registries; ${sayMissing(missing)}`)
    } else {
      const real = await startRegistries(work, stops)
      registries = real.registries
      listed.push(...real.listed)
      settings = real.settings
    }
    settings.CACHE_DIR = join(work, 'cache')
    settings.EXTRA_REGISTRIES = listed.join(',')
    const site = await startSite(settings)
    stops.push(site.stop)
    const { origin, port } = site
    const state: State = { site: { origin, port }, hostile: hostile.host, silent, registries }
    const file = join(work, 'state.json')
    await writeFile(file, JSON.stringify(state))
    process.env.HARNESS_STATE = file
    process.env.SITE_ORIGIN = origin
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
  }
}

/** The real ones, and the settings that let the site know them. */
async function startRegistries(work: string, stops: Stop[]) {
  const push = await makeImages(join(work, 'images'))
  const start = async (auth: Auth) => {
    const directory = join(work, auth)
    const registry = await startRegistry(auth, directory)
    stops.push(registry.stop)
    const access = await accessOf(registry, directory)
    await push(access)
    return { registry, access: { ...access, origin: registry.origin } }
  }
  const open = await start('open')
  const token = await start('token')
  const basic = await start('basic-tls')
  return {
    registries: { open: open.access, token: token.access, 'basic-tls': basic.access },
    /** for EXTRA_REGISTRIES */
    listed: [
      open.registry.origin,
      `${token.registry.origin};realm=${token.registry.tokens?.realm}`,
      basic.registry.origin,
    ],
    settings: {
      NODE_EXTRA_CA_CERTS: basic.registry.certificate?.certificateFile ?? '',
      REGISTRY_AUTH_FILE: await writeAuthFile(join(work, 'auth.json'), basic.registry),
      PRIVATE_REPOSITORIES: `${basic.registry.host}/**`,
      ALLOWED_HOSTS: `localhost,127.0.0.1,[::1],${roomHost}`,
    },
  }
}

/** skopeo wants a folder with a `ca.crt` in it. */
async function accessOf(registry: Registry, directory: string): Promise<Access> {
  let caDirectory: string | null = null
  if (registry.certificate) {
    caDirectory = join(directory, 'trusted')
    await mkdir(caDirectory)
    await cp(registry.certificate.certificateFile, join(caDirectory, 'ca.crt'))
  }
  return { host: registry.host, account: registry.account, caDirectory }
}

async function writeAuthFile(file: string, { host, account }: Registry): Promise<string> {
  const auth = btoa(`${account?.name}:${account?.password}`)
  await writeFile(file, JSON.stringify({ auths: { [host]: { auth } } }), { mode: 0o600 })
  return file
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
