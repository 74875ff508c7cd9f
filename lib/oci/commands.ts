import type { Challenge } from './conversation.ts'
import type { Digest } from './digest.ts'
import { digestAlgorithm, digestEncoded } from './digest.ts'
import { ACCEPT } from './media-type.ts'
import { blobPath, mirrorRepository, referencePath } from './mirror-path.ts'
import type { Platform } from './platform.ts'
import { formatPlatform } from './platform.ts'
import type { Reference } from './reference.ts'
import { formatReference } from './reference-text.ts'
import { shellLine, shellQuote } from './shell.ts'

export type Tool = 'curl' | 'crane' | 'skopeo' | 'oras' | 'regctl' | 'ctr' | 'crictl' | 'mirror'

/**
 * The same request by one tool; `mirror` is curl against this site. Lines to type one after another; none where
 * the tool has no command for it.
 */
export type Command = { tool: Tool; lines: string[] }

/** What is asked for. A digest that is known is used, since some tools cannot choose a platform. */
export type Asked =
  // the bytes of the index or manifest behind the reference; its digest, where it is known
  | { what: 'manifest'; digest?: Digest }
  // the manifest of one platform of an index
  | { what: 'child'; platform: Platform; digest: Digest }
  // the config blob of the manifest `manifest`
  | { what: 'config'; digest: Digest; manifest: Digest }
  // a layer, or another blob
  | { what: 'blob'; digest: Digest; manifest?: Digest }
  // the tags of the repository
  | { what: 'tags' }
  // what refers to a manifest
  | { what: 'referrers'; digest: Digest }
  // the digest the registry says
  | { what: 'digest' }
  // the digest of the bytes, by our own hand
  | { what: 'check'; digest: Digest }

export type CommandOptions = {
  /** of this site, `http://localhost:3000` */
  origin: string
  /** a registry without TLS */
  plainHttp?: boolean
  /** the registry's Bearer challenge, if it gave one: curl must fetch a token first */
  challenge?: Challenge | null
}

type Named = Pick<Reference, 'registry' | 'repository' | 'tag' | 'digest'>

/**
 * The same request in the words of five tools and of curl against our own mirror; containerd's `ctr` and the
 * CRI's `crictl` where they can show the same.
 *
 * With a digest the tag is left out: skopeo refuses both together.
 */
export function commandsFor(reference: Named, asked: Asked, options: CommandOptions): Command[] {
  const child = asked.what === 'child' ? asked.digest : isBlob(asked) ? asked.manifest : undefined
  const named = pinned(reference, child)
  const tag = pinned(reference)
  const commands: { tool: Tool; lines: (string | null)[] }[] = [
    { tool: 'curl', lines: curl(named, asked, options) },
    { tool: 'crane', lines: [crane(tag, asked, options)] },
    { tool: 'skopeo', lines: [skopeo(named, asked, options)] },
    { tool: 'oras', lines: [oras(tag, asked, options)] },
    { tool: 'regctl', lines: [regctl(tag, asked, options)] },
    ...store(isBlob(asked) ? named : tag, asked, options),
    { tool: 'mirror', lines: [mirror(named, asked, options)] },
  ]
  return commands.map(({ tool, lines }) => ({ tool, lines: lines.filter((line) => line !== null) }))
}

function curl(named: Named, asked: Asked, { plainHttp, challenge }: CommandOptions): string[] {
  // Docker Hub's registry answers under another name than its images carry.
  const host = named.registry === 'docker.io' ? 'registry-1.docker.io' : named.registry
  const base = `${plainHttp ? 'http' : 'https'}://${host}`
  const token = tokenLine(named, challenge ?? null)
  // In double quotes, so that the shell puts the token in; curl drops it when the host changes.
  const authorization = token ? ' -H "Authorization: Bearer $TOKEN"' : ''
  const request = curlRequest(base, `/v2/${named.repository}`, named, asked, authorization)
  return token ? [token, request] : [request]
}

function mirror(named: Named, asked: Asked, { origin }: CommandOptions): string {
  const list = listOf(asked)
  if (list) {
    const repository = mirrorRepository(named.registry, named.repository)
    return shellLine('curl', '-sS', `${origin}/v2/${repository}/${list}`)
  }
  if (isBlob(asked)) return shellLine('curl', '-sS', `${origin}${blobPath(named, asked.digest)}`)
  const url = `${origin}${referencePath(named)}`
  if (asked.what === 'digest') return shellLine('curl', '-sSI', url)
  return piped(shellLine('curl', '-sS', url), asked)
}

function curlRequest(
  base: string,
  path: string,
  named: Named,
  asked: Asked,
  authorization: string,
): string {
  const below = isBlob(asked) ? `blobs/${asked.digest}` : listOf(asked)
  if (below) return `curl -sSL${authorization} ${shellQuote(`${base}${path}/${below}`)}`
  const url = `${base}${path}/manifests/${named.digest ?? named.tag ?? 'latest'}`
  const accept = shellLine('-H', `Accept: ${ACCEPT.join(', ')}`)
  const verb = asked.what === 'digest' ? 'curl -sSLI' : 'curl -sSL'
  return piped(`${verb}${authorization} ${accept} ${shellQuote(url)}`, asked)
}

// Some token servers answer `access_token` instead of `token`.
function tokenLine(named: Named, challenge: Challenge | null): string | null {
  const { realm, service, scope } = challenge?.parameters ?? {}
  // A realm that is no address could pass for an option of curl's.
  if (challenge?.scheme !== 'bearer' || !realm || !/^https?:\/\//i.test(realm)) return null
  const asked = [
    ...(service ? [['service', service]] : []),
    ['scope', scope ?? `repository:${named.repository}:pull`],
  ].flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`])
  const request = shellLine('curl', '-sSG', ...asked, realm)
  return `TOKEN=$(${request} | jq -r '.token // .access_token')`
}

function crane(named: Named, asked: Asked, { plainHttp }: CommandOptions): string | null {
  const text = formatReference(named)
  const tls = plainHttp ? ['--insecure'] : []
  switch (asked.what) {
    case 'child':
      return shellLine(
        'crane',
        'manifest',
        ...tls,
        '--platform',
        formatPlatform(asked.platform),
        text,
      )
    case 'config':
    case 'blob':
      return shellLine('crane', 'blob', ...tls, `${nameOf(named)}@${asked.digest}`)
    case 'tags':
      return shellLine('crane', 'ls', ...tls, nameOf(named))
    case 'referrers':
      return null
    case 'digest':
      return shellLine('crane', 'digest', ...tls, text)
    default:
      return piped(shellLine('crane', 'manifest', ...tls, text), asked)
  }
}

function skopeo(named: Named, asked: Asked, { plainHttp }: CommandOptions): string | null {
  const text = `docker://${formatReference(named)}`
  const tls = plainHttp ? ['--tls-verify=false'] : []
  switch (asked.what) {
    case 'config':
      return shellLine('skopeo', 'inspect', '--config', '--raw', ...tls, text)
    case 'tags':
      return shellLine('skopeo', 'list-tags', ...tls, `docker://${nameOf(named)}`)
    case 'blob':
    case 'referrers':
      return null
    case 'digest':
      return shellLine('skopeo', 'inspect', '--no-tags', '--format', '{{.Digest}}', ...tls, text)
    default:
      return piped(shellLine('skopeo', 'inspect', '--raw', ...tls, text), asked)
  }
}

function oras(named: Named, asked: Asked, { plainHttp }: CommandOptions): string {
  const text = formatReference(named)
  const tls = plainHttp ? ['--plain-http'] : []
  switch (asked.what) {
    case 'child':
      return shellLine(
        ...['oras', 'manifest', 'fetch', ...tls],
        ...['--platform', formatPlatform(asked.platform), text],
      )
    case 'config':
    case 'blob':
      return shellLine(
        ...['oras', 'blob', 'fetch', ...tls],
        ...['--output', '-', `${nameOf(named)}@${asked.digest}`],
      )
    case 'tags':
      return shellLine('oras', 'repo', 'tags', ...tls, nameOf(named))
    case 'referrers':
      return shellLine('oras', 'discover', ...tls, `${nameOf(named)}@${asked.digest}`)
    case 'digest':
      return shellLine('oras', 'resolve', ...tls, text)
    default:
      return piped(shellLine('oras', 'manifest', 'fetch', ...tls, text), asked)
  }
}

function regctl(named: Named, asked: Asked, { plainHttp }: CommandOptions): string {
  const text = formatReference(named)
  const tls = plainHttp ? ['--host', `reg=${named.registry},tls=disabled`] : []
  const raw = ['--format', 'raw-body']
  switch (asked.what) {
    case 'child':
      return shellLine(
        ...['regctl', 'manifest', 'get', ...tls, ...raw],
        ...['--platform', formatPlatform(asked.platform), text],
      )
    case 'config':
    case 'blob':
      return shellLine('regctl', 'blob', 'get', ...tls, nameOf(named), asked.digest)
    case 'tags':
      return shellLine('regctl', 'tag', 'ls', ...tls, nameOf(named))
    case 'referrers':
      return shellLine('regctl', 'artifact', 'list', ...tls, `${nameOf(named)}@${asked.digest}`)
    case 'digest':
      return shellLine('regctl', 'image', 'digest', ...tls, text)
    default:
      return piped(shellLine('regctl', 'manifest', 'get', ...tls, ...raw, text), asked)
  }
}

/**
 * Of what containerd has fetched, `ctr` prints the very bytes; `crictl` pulls, and shows the config of what it pulled.
 *
 * Both speak to the machine's own runtime, hence sudo.
 */
function store(
  named: Named,
  asked: Asked,
  { plainHttp }: CommandOptions,
): { tool: Tool; lines: string[] }[] {
  const text = formatReference(named)
  const digest = 'digest' in asked ? asked.digest : undefined
  if (listOf(asked) || asked.what === 'check' || !digest) return []
  const tls = plainHttp ? ['--plain-http'] : []
  const platform = asked.what === 'child' ? ['--platform', formatPlatform(asked.platform)] : []
  const ctr = [
    shellLine('sudo', 'ctr', 'content', 'fetch', ...tls, ...platform, text),
    shellLine('sudo', 'ctr', 'content', 'get', digest),
  ]
  // Whether crictl may do without TLS is its runtime's setting, and no flag.
  if (asked.what === 'blob' || asked.what === 'child' || plainHttp)
    return [{ tool: 'ctr', lines: ctr }]
  const pull = shellLine('sudo', 'crictl', 'pull', text)
  const inspect = `${shellLine('sudo', 'crictl', 'inspecti', text)} | jq .info.imageSpec`
  return [
    { tool: 'ctr', lines: ctr },
    { tool: 'crictl', lines: asked.what === 'config' ? [pull, inspect] : [pull] },
  ]
}

function isBlob(asked: Asked): asked is Extract<Asked, { what: 'config' | 'blob' }> {
  return asked.what === 'config' || asked.what === 'blob'
}

/** Below the repository: `tags/list`. */
function listOf(asked: Asked): string | null {
  if (asked.what === 'tags') return 'tags/list'
  return asked.what === 'referrers' ? `referrers/${asked.digest}` : null
}

function piped(line: string, asked: Asked): string {
  if (asked.what !== 'check') return line
  const algorithm = digestAlgorithm(asked.digest)
  const sum = algorithm === 'sha512' ? 'sha512sum' : 'sha256sum'
  // grep shows the line and succeeds only if it is the digest we expect
  return `${line} | ${sum} | ${shellLine('grep', digestEncoded(asked.digest))}`
}

function pinned(reference: Named, digest: Digest | null = reference.digest): Named {
  const { registry, repository } = reference
  return { registry, repository, tag: digest ? null : reference.tag, digest }
}

function nameOf({ registry, repository }: Named): string {
  return `${registry}/${repository}`
}
