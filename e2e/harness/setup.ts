import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingTools, sayMissing } from '../../scripts/tools.mjs'
import { type Auth, type Registry, startRegistry } from './docker-registry.ts'
import { type Access, makeImages } from './images.ts'
import { roomHost, startSite } from './site.ts'
import type { State } from './state.ts'

/** Starts three registries with real images and the built site in front of them; answers what stops them. */
export default async function setUp(): Promise<() => Promise<void>> {
  const work = await mkdtemp(join(tmpdir(), 'e2e-'))
  const stops: (() => Promise<void>)[] = [() => rm(work, { recursive: true, force: true })]
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop()
  }
  try {
    const settings: Record<string, string> = { CACHE_DIR: join(work, 'cache') }
    let registries: State['registries'] = null
    const missing = missingTools()
    if (missing.length > 0) {
      console.error(`SKIPPED: all tests with real registries; ${sayMissing(missing)}`)
    } else {
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
      registries = { open: open.access, token: token.access, 'basic-tls': basic.access }
      settings.EXTRA_REGISTRIES = [
        open.registry.origin,
        `${token.registry.origin};realm=${token.registry.tokens?.realm}`,
        basic.registry.origin,
      ].join(',')
      settings.NODE_EXTRA_CA_CERTS = basic.registry.certificate?.certificateFile ?? ''
      settings.REGISTRY_AUTH_FILE = await writeAuthFile(join(work, 'auth.json'), basic.registry)
      settings.PRIVATE_REPOSITORIES = `${basic.registry.host}/**`
      settings.ALLOWED_HOSTS = `localhost,127.0.0.1,[::1],${roomHost}`
    }
    const site = await startSite(settings)
    stops.push(site.stop)
    const state: State = { site: { origin: site.origin, port: site.port }, registries }
    const file = join(work, 'state.json')
    await writeFile(file, JSON.stringify(state))
    process.env.HARNESS_STATE = file
    process.env.SITE_ORIGIN = site.origin
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
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
