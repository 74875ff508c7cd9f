import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificate, makeCertificate } from './certificate.ts'
import {
  type Account,
  issuer,
  startTokenServer,
  type TokenPolicy,
  type TokenServer,
} from './token-server.ts'
import { startService } from './tool.ts'

export type Registry = {
  /** as in a reference: `localhost:41234` */
  host: string
  /** `http://localhost:41234` */
  origin: string
  /** who may push; null where everyone may */
  account: Account | null
  /** what a client must trust; null where it is plain http */
  certificate: Certificate | null
  tokens: TokenServer | null
  /** its log so far */
  output: () => string
  stop: () => Promise<void>
}

export type Auth = 'open' | 'token' | 'basic-tls'

const account: Account = { name: 'builder', password: 'only-on-loopback' }
// `htpasswd -Bbn builder only-on-loopback`: the registry takes bcrypt only
const htpasswd = 'builder:$2y$05$wgXG7z7ZG7rILkDkYh9AnuARTrz7GB1cfmhfePuyzKPodMSfQS0mi\n'

export type RegistryOptions = {
  /** ports; 0 or nothing: whatever is free */
  registry?: number
  tokens?: number
  policy?: TokenPolicy
  /** where it sends clients for a token, if something stands before its token server */
  realm?: string
  /** where it keeps what it holds; in `directory` unless told */
  data?: string
  /** the program, if it is not Debian's */
  command?: string
  /** what it shows a client that comes by TLS: one for localhost unless told; with `open`, none */
  certificate?: Certificate
  /** where it listens, 127.0.0.1 unless told */
  address?: string
  /** an origin to which it sends whoever asks for a blob */
  blobsAt?: string
}

/**
 * Starts Docker's distribution registry (Debian: docker-registry) on loopback.
 *
 * @param directory an absolute, empty folder of its own
 */
export async function startRegistry(
  auth: Auth,
  directory: string,
  options: RegistryOptions = {},
): Promise<Registry> {
  const { data = join(directory, 'data'), command = 'docker-registry', policy, blobsAt } = options
  await mkdir(directory, { recursive: true })
  await mkdir(data, { recursive: true })
  const certificate =
    auth === 'open'
      ? (options.certificate ?? null)
      : (options.certificate ??
        (await makeCertificate(directory, auth === 'token' ? 'tokens' : 'localhost')))
  const tokens =
    auth === 'token' ? await startTokenServer(certificate!, account, options.tokens, policy) : null

  const http: Record<string, unknown> = {
    addr: `${options.address ?? '127.0.0.1'}:${options.registry ?? 0}`,
    secret: 'loopback',
  }
  const config: Record<string, unknown> = {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: data },
      delete: { enabled: true },
      cache: { blobdescriptor: 'inmemory' },
    },
    http,
    ...(blobsAt && {
      middleware: { storage: [{ name: 'redirect', options: { baseurl: blobsAt } }] },
    }),
  }
  if (tokens) {
    config.auth = {
      token: {
        realm: options.realm ?? tokens.realm,
        service: 'lab',
        issuer,
        rootcertbundle: certificate?.certificateFile,
      },
    }
  }
  if (auth === 'basic-tls') {
    const path = join(directory, 'htpasswd')
    await writeFile(path, htpasswd)
    config.auth = { htpasswd: { realm: 'lab', path } }
  }
  const tls = auth === 'basic-tls' || (auth === 'open' && certificate !== null)
  if (tls) http.tls = { certificate: certificate?.certificateFile, key: certificate?.keyFile }

  // JSON is YAML, so nothing has to be quoted by hand
  const file = join(directory, 'registry.yml')
  await writeFile(file, JSON.stringify(config, null, 2))
  try {
    const ready = /listening on \S+:(\d+)/
    const service = await startService(command, ['serve', file], ready)
    const host = `localhost:${service.ready[1]}`
    return {
      host,
      origin: `${tls ? 'https' : 'http'}://${host}`,
      account: auth === 'open' ? null : account,
      certificate: tls ? certificate : null,
      tokens,
      output: service.output,
      stop: async () => {
        await service.stop()
        await tokens?.stop()
      },
    }
  } catch (error) {
    await tokens?.stop()
    throw error
  }
}
