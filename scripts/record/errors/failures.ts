import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCertificate } from '../../../e2e/harness/certificate.ts'
import type { ConversationLine, Exchange, HeaderLine } from '../../../lib/oci/conversation.ts'
import type { Failure } from '../../../lib/oci/failure.ts'
import { ACCEPT, DOCKER_MANIFEST } from '../../../lib/oci/media-type.ts'
import { digestOfBytes } from '../../../lib/registry/hash.ts'
import { headerOf } from '../../../lib/registry/headers.ts'
import { decodeDiagnostics } from '../../../lib/registry/refusal.ts'
import {
  cut,
  every,
  good,
  type HostileAnswer,
  hostileConfig,
  MANIFEST,
  manifest,
  sha256,
} from '../../../lib/registry/testing/hostile-answers.ts'
import type { Task } from './commands.ts'
import { goToolPath } from './go-tools.ts'
import { fake, type Lab, listen, real } from './lab.ts'
import { createPlainClient } from './plain-client.ts'

/** A failure that stands ready, for the tools to run into. */
export type Scene = {
  /** the recording.json's name of what answers; null for the tests' own fake registry */
  registry: 'docker-registry' | 'distribution' | null
  /** whose requests the conversation holds: this site's, or the recorder's own */
  speaker: 'mirror' | 'recorder'
  lines: ConversationLine[]
  task: Task
  /** requests that the fake registry has had so far */
  count?: () => number
  /** what was done to make it fail, in English */
  staged: string
}

type Play = (lab: Lab) => Promise<Scene>

/** In the registries of the lab; all but these are hidden from strangers where tokens are wanted. */
export const OPEN = ['hello', 'hello-docker']
const hides = (repository: string) => !OPEN.includes(repository)
const fromRegistry = { registry: 'docker-registry', speaker: 'mirror' } as const
const fromHarness = { registry: null, speaker: 'mirror' } as const
const NOBODY = `sha256:${'0'.repeat(63)}1`

/** What a token registry answers about a repository that a stranger may not see. */
const hidden =
  (repository: string, staged: string): Play =>
  async (lab) => {
    const { origin, tokens } = await real(lab, 'token', { policy: { hides } })
    const reference = `${lab.host}/${repository}:1.0`
    const settings = { EXTRA_REGISTRIES: `${origin};realm=${tokens?.realm}` }
    const lines = await listen(reference, 'manifest', settings)
    return { ...fromRegistry, lines, task: { reference, goal: 'manifest' }, staged }
  }

const missing =
  (name: string, staged: string): Play =>
  async (lab) => {
    const { origin } = await real(lab, 'open')
    const reference = `${lab.host}/${name}`
    const lines = await listen(reference, 'manifest', { EXTRA_REGISTRIES: origin })
    return { ...fromRegistry, lines, task: { reference, goal: 'manifest' }, staged }
  }

/** The same tag, asked for with other lists of types: what this site never does by itself. */
const acceptOf =
  (registry: 'docker-registry' | 'distribution', staged: string): Play =>
  async (lab) => {
    const command = registry === 'distribution' ? goToolPath('registry') : 'docker-registry'
    const { origin } = await real(lab, 'open', { command })
    const client = createPlainClient()
    const ask = (repository: string, accept: readonly string[]) =>
      client.ask({
        purpose: 'manifest',
        url: `${origin}/v2/${repository}/manifests/1.0`,
        headers: [
          ...accept.map((type): HeaderLine => ['Accept', type]),
          ['Accept-Encoding', 'identity'],
        ],
      })
    await ask('hello-docker', ACCEPT)
    await ask('hello-docker', [DOCKER_MANIFEST])
    await ask('hello-docker', [])
    await ask('hello', ACCEPT)
    const body = await ask('hello', [DOCKER_MANIFEST])
    const reference = `${lab.host}/hello:1.0`
    return {
      ...{ registry, speaker: 'recorder', staged },
      lines: [...client.exchanges, ending(reference, client.exchanges, body)],
      task: { reference, goal: 'accept' },
    }
  }

/** How a conversation of our own ends: with what the last answer was. */
function ending(reference: string, exchanges: Exchange[], body: string): ConversationLine {
  const last = exchanges.at(-1)
  const { status = 0, headers = [] } = last?.response ?? {}
  if (status !== 200) {
    const diagnostics = decodeDiagnostics(Buffer.from(body))
    const problem = { kind: 'not-found-or-private', reference, status, diagnostics } as const
    return { type: 'problem', problem }
  }
  const mediaType = headerOf(headers, 'content-type') ?? ''
  const digest = digestOfBytes(Buffer.from(body))
  return {
    ...{ type: 'resolved', reference, source: 'live', observedAt: last?.startedAt ?? '' },
    descriptor: { mediaType, digest, size: Buffer.byteLength(body) },
  }
}

/** A fake registry with one image, except for what `answer` does. */
const behaving =
  (goal: 'manifest' | 'config', staged: string, answer: HostileAnswer, path?: string): Play =>
  async (lab) => {
    const server = await fake(lab, (request, response) => {
      const { pathname, search, origin } = new URL(request.url ?? '/', `http://${lab.host}`)
      const asked = /^\/v2\/app\/(.+)$/.exec(pathname)?.[1] ?? ''
      if (!asked) return every(200, {})(null as never, response)
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET'
      const ask = { method, path: asked, search, proof: null, origin, drip: 0 } as const
      answer(ask, response)
    })
    const reference = `${lab.host}/app:1.0`
    const lines = await listen(reference, goal, { EXTRA_REGISTRIES: `http://${lab.host}` })
    const task: Task = {
      ...{ reference, goal: goal === 'config' ? 'image' : 'manifest' },
      ...(path && { path }),
    }
    return { ...fromHarness, lines, task, staged, count: () => server.lines.length }
  }

/** Answers a HEAD as it should be; `then` meets the GET. */
const onTag =
  (then: HostileAnswer): HostileAnswer =>
  (ask, response) => {
    if (ask.method === 'GET') return then(ask, response)
    const headers = { 'Content-Type': MANIFEST, 'Docker-Content-Digest': sha256(good) }
    every(200, { ...headers, 'Content-Length': good.length })(ask, response)
  }

/** As Docker Hub words it. @see docs.docker.com, docker-hub/usage/pulls */
const hubLimit = JSON.stringify({
  errors: [
    {
      code: 'TOOMANYREQUESTS',
      message:
        'You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    },
  ],
})

const gateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'

async function blobFile(lab: Lab, digest: string): Promise<string> {
  const hex = digest.slice('sha256:'.length)
  const at = join(lab.data, 'docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data')
  await readFile(at)
  return at
}

/** The config of the linux/amd64 image in the recording `hello`. */
async function configDigest(lab: Lab): Promise<string> {
  const blobs = join(import.meta.dirname, '../../../content/recordings/hello/blobs/sha256')
  for (const hex of await readdir(blobs)) {
    const text = await readFile(join(blobs, hex), 'utf8')
    if (!text.startsWith('{')) continue
    const json: { architecture?: string; rootfs?: object } = JSON.parse(text)
    if (json.rootfs && json.architecture === 'amd64') return `sha256:${hex}`
  }
  throw new Error(`no config in ${blobs} of ${lab.work}`)
}

const overTls =
  (staged: string, how: { trusted: boolean; names: string }): Play =>
  async (lab) => {
    const certificate = await makeCertificate(lab.work, 'registry', how.names)
    await real(lab, 'open', { certificate })
    const reference = `${lab.named}/hello:1.0`
    const trust = how.trusted ? 'ca.crt' : undefined
    const lines = await listen(reference, 'manifest', {
      EXTRA_REGISTRIES: `https://${lab.named}`,
      ...(trust && { NODE_EXTRA_CA_CERTS: certificate.certificateFile }),
    })
    if (trust) await cp(certificate.certificateFile, join(lab.work, 'tools', trust))
    const task: Task = {
      ...{ reference, goal: 'manifest', scheme: 'https' },
      // the daemons were started without it
      ...(trust && { trust, without: ['docker', 'ctr'] }),
    }
    return { ...fromRegistry, lines, task, staged }
  }

export const plays: Record<Failure, Play> = {
  private: hidden(
    'team/secret',
    'The repository exists. The token server gives strangers a token that allows nothing there.',
  ),
  'missing-repository': hidden(
    'team/absent',
    'No such repository. The token server treats a stranger as above.',
  ),
  'missing-tag': missing('hello:2.0', 'The repository has only the tag 1.0.'),
  'missing-digest': missing(`hello@${NOBODY}`, 'Nothing has this digest.'),
  'name-unknown': async (lab) => {
    const { origin } = await real(lab, 'open')
    const reference = `${lab.host}/no/such/app`
    const lines = await listen(reference, 'tags', { EXTRA_REGISTRIES: origin })
    const task: Task = { reference, goal: 'tags', path: 'no/such/app/tags/list' }
    return { ...fromRegistry, lines, task, staged: 'No such repository; its tags are asked for.' }
  },
  'blob-unknown': async (lab) => {
    const digest = await configDigest(lab)
    const file = await blobFile(lab, digest)
    await rename(file, `${file}.away`)
    lab.stops.push(() => rename(`${file}.away`, file))
    const { origin } = await real(lab, 'open')
    const reference = `${lab.host}/hello:1.0`
    const lines = await listen(reference, 'config', { EXTRA_REGISTRIES: origin })
    const task: Task = { reference, goal: 'image', path: `hello/blobs/${digest}` }
    return {
      ...{ ...fromRegistry, lines, task },
      staged: 'The file of one config was taken out of the registry’s storage.',
    }
  },
  'wrong-password': async (lab) => {
    const { origin, tokens } = await real(lab, 'token')
    const reference = `${lab.host}/hello:1.0`
    const file = join(lab.work, 'auth.json')
    const auth = btoa('builder:letmein')
    await writeFile(file, JSON.stringify({ auths: { [lab.host]: { auth } } }), { mode: 0o600 })
    const lines = await listen(reference, 'manifest', {
      EXTRA_REGISTRIES: `${origin};realm=${tokens?.realm}`,
      REGISTRY_AUTH_FILE: file,
      PRIVATE_REPOSITORIES: `${lab.host}/**`,
    })
    const folder = join(lab.work, 'tools', 'auth')
    await mkdir(folder, { recursive: true })
    await rename(file, join(folder, 'config.json'))
    lab.stops.push(() => rm(folder, { recursive: true }))
    const task: Task = { reference, goal: 'manifest', login: 'builder:letmein' }
    return { ...fromRegistry, lines, task, staged: 'A user name with a password that is wrong.' }
  },
  'expired-token': async (lab) => {
    const { origin, tokens } = await real(lab, 'token', { policy: { life: -3600 } })
    const reference = `${lab.host}/hello:1.0`
    const settings = { EXTRA_REGISTRIES: `${origin};realm=${tokens?.realm}` }
    const lines = await listen(reference, 'manifest', settings)
    return {
      ...{ ...fromRegistry, lines, task: { reference, goal: 'manifest' } },
      staged: 'The token server gives out tokens that ended an hour ago.',
    }
  },
  'insufficient-scope': async (lab) => {
    const { origin, tokens } = await real(lab, 'token', { policy: { hides } })
    const client = createPlainClient()
    const types = ACCEPT.map((type): HeaderLine => ['Accept', type])
    const ask = (repository: string, more: HeaderLine[] = []) =>
      client.ask({
        purpose: 'manifest',
        url: `${origin}/v2/${repository}/manifests/1.0`,
        headers: [...types, ...more],
      })
    await ask('hello')
    const query = new URLSearchParams({ service: 'lab', scope: 'repository:hello:pull' })
    const given = await client.ask({ purpose: 'token', url: `${tokens?.realm}?${query}` })
    const { token }: { token: string } = JSON.parse(given)
    await ask('hello', [['Authorization', `Bearer ${token}`]])
    const body = await ask('hello-docker', [['Authorization', `Bearer ${token}`]])
    const reference = `${lab.host}/hello-docker:1.0`
    return {
      ...{ registry: 'docker-registry', speaker: 'recorder' },
      lines: [...client.exchanges, ending(reference, client.exchanges, body)],
      task: { reference: `${lab.host}/hello:1.0`, goal: 'push', path: 'hello/blobs/uploads/' },
      staged:
        'A token for one repository is used at another. The tools, as strangers, try to write a tag.',
    }
  },
  'wrong-accept': acceptOf(
    'docker-registry',
    'The same tags, asked for with other Accept headers, at distribution 2.8.',
  ),
  'wrong-accept-v3': acceptOf(
    'distribution',
    'The same questions at distribution 3, over the same storage.',
  ),
  'wrong-platform': async (lab) => {
    const { origin } = await real(lab, 'open')
    const reference = `${lab.host}/hello:1.0`
    const lines = await listen(reference, 'linux/ppc64le', { EXTRA_REGISTRIES: origin })
    return {
      ...{ ...fromRegistry, lines, task: { reference, goal: 'platform' } },
      staged: 'An image for five platforms is asked for a sixth.',
    }
  },
  'rate-limited': behaving(
    'manifest',
    'A HEAD is answered and a GET is not, with status, headers and body as Docker Hub documents them. The two seconds are the harness’s own, so that tools which wait come to an end.',
    onTag(
      every(
        429,
        {
          'Content-Type': 'application/json',
          'Retry-After': '2',
          'ratelimit-limit': '100;w=21600',
          'ratelimit-remaining': '0;w=21600',
          'docker-ratelimit-source': '192.0.2.1',
        },
        hubLimit,
      ),
    ),
  ),
  'gateway-page': behaving(
    'manifest',
    'A HEAD is answered; the GET meets a page such as a proxy in front of a registry sends.',
    onTag(every(502, { 'Content-Type': 'text/html' }, gateway)),
  ),
  'digest-mismatch': async (lab) => {
    const digest = await configDigest(lab)
    const file = await blobFile(lab, digest)
    const before = await readFile(file)
    const after = Buffer.from(before)
    const at = after.indexOf('"amd64"')
    after.write('"arm64"', at)
    await writeFile(file, after)
    lab.stops.push(() => writeFile(file, before))
    const { origin } = await real(lab, 'open')
    const reference = `${lab.host}/hello:1.0`
    const lines = await listen(reference, 'config', { EXTRA_REGISTRIES: origin })
    const task: Task = { reference, goal: 'image', path: `hello/blobs/${digest}` }
    return {
      ...{ ...fromRegistry, lines, task },
      staged: 'In the registry’s storage, amd64 became arm64 in one config; its name stayed.',
    }
  },
  truncated: behaving(
    'config',
    'A connection that ends after ten bytes of a blob.',
    (ask, response) => {
      if (!ask.path.startsWith('blobs/')) return onTag(manifest(good))(ask, response)
      cut({ 'Content-Type': 'application/octet-stream', 'Content-Length': hostileConfig.length })(
        ask,
        response,
      )
    },
    `app/blobs/${sha256(hostileConfig)}`,
  ),
  'redirect-elsewhere': async (lab) => {
    const { origin } = await real(lab, 'open', { blobsAt: 'https://blobs.example.test/' })
    const reference = `${lab.host}/hello:1.0`
    const lines = await listen(reference, 'config', { EXTRA_REGISTRIES: origin })
    const task: Task = {
      ...{ reference, goal: 'image', path: `hello/blobs/${await configDigest(lab)}` },
    }
    return {
      ...{ ...fromRegistry, lines, task },
      staged:
        'The registry sends whoever asks for a blob to a host that is on nobody’s list and, as a name below .test, exists nowhere.',
    }
  },
  'unknown-authority': overTls('A certificate that nobody here was told to trust.', {
    trusted: false,
    names: 'DNS:registry.example.test',
  }),
  'wrong-host-name': overTls('A trusted certificate, made for another name.', {
    trusted: true,
    names: 'DNS:other.example.test',
  }),
  'http-at-https': async (lab) => {
    const certificate = await makeCertificate(lab.work, 'registry', 'DNS:registry.example.test')
    await real(lab, 'open', { certificate })
    const reference = `${lab.named}/hello:1.0`
    const lines = await listen(reference, 'manifest', { EXTRA_REGISTRIES: `http://${lab.named}` })
    return {
      // docker has no such option; it would try TLS and fail otherwise
      ...{ ...fromRegistry, lines, task: { reference, goal: 'manifest', without: ['docker'] } },
      staged: 'The registry speaks TLS; the clients were told that it does not.',
    }
  },
  'https-at-http': async (lab) => {
    await real(lab, 'open')
    const reference = `${lab.named}/hello:1.0`
    const lines = await listen(reference, 'manifest', { EXTRA_REGISTRIES: `https://${lab.named}` })
    return {
      ...{ ...fromRegistry, lines, task: { reference, goal: 'manifest', scheme: 'https' } },
      staged: 'The registry speaks no TLS; the clients expect it.',
    }
  },
}
