import { parseChallenges } from '../oci/challenge.ts'
import type { Challenge, HeaderLine, Purpose } from '../oci/conversation.ts'
import { type BodyKind, ProblemError } from '../oci/problem.ts'
import { headerOf, headersOf } from './headers.ts'
import { ANONYMOUS, type Identity } from './identity.ts'
import type { Limits } from './limits.ts'
import type { ByteRange } from './range.ts'
import type { Recorder } from './recorder.ts'
import { redirectTarget } from './redirect.ts'
import { decodeDiagnostics, refusal } from './refusal.ts'
import { isListedOrigin, isRealmOf, type Registries, type Registry } from './registries.ts'
import { decodeToken, type Proof, type TokenStore, tokenScope, tokenUrl } from './token.ts'
import type { Answer } from './transport.ts'

/** One question to a registry; may take several requests. */
export type Question = {
  registry: Registry
  repository: string
  /** below the repository: `manifests/latest` */
  path: string
  method: 'GET' | 'HEAD'
  purpose: Purpose
  what: BodyKind
  /** bytes */
  limit: number
  identity: Identity
  /** as shown in a problem: `docker.io/library/nginx:latest` */
  reference: string
  accept?: readonly string[]
  sink?: (chunk: Uint8Array) => Promise<void>
  /** asks for a part; a registry that would send everything is answered with 200 and no body */
  range?: ByteRange
  /** false stops before another host: a signed URL is good for one GET, not for a HEAD */
  leaveHost?: boolean
}

/** An answer, and which URL gave it after all redirects. */
export type UpstreamAnswer = Answer & { url: URL }

/** Asks a registry, with whatever tokens and redirects it takes. */
export type Upstream = {
  /**
   * @returns the last answer, whatever its status
   * @throws ProblemError of the transport, and `redirect-refused`, `address-refused`, `too-many-redirects`,
   *   `challenge-missing`, `challenge-unsupported`, `realm-refused`, `token-redirect`, `token-failed`,
   *   `credentials-needed`, `not-found-or-private`, `rate-limited`
   * @see distribution-spec v1.1.1, spec.md#pulling-manifests
   * @see https://distribution.github.io/distribution/spec/auth/token/
   */
  ask(question: Question, recorder: Recorder, signal: AbortSignal): Promise<UpstreamAnswer>
}

type Options = {
  registries: Registries
  tokens: TokenStore
  limits: Limits
  userAgent: string
}

const OF_REPOSITORY = /^\/v2\/(.+)\/(?:(?:manifests|blobs|referrers)\/[^/]+|tags\/list)$/
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export function createUpstream({ registries, tokens, limits, userAgent }: Options): Upstream {
  async function ask(
    question: Question,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer> {
    const { registry, repository, identity } = question
    const url = new URL(`${registry.api}/v2/${repository}/${question.path}`)
    const key = tokenKey(registry, repository, identity)
    const kept = tokens.get(key)
    if (kept) {
      const answer = await travel(question, url, kept, recorder, signal)
      // Not only 401: an expired token gets 400 at public.ecr.aws. So we start again as a stranger.
      if (![400, 401, 403].includes(answer.status)) return answer
      tokens.drop(key)
    }
    const first = await travel(question, url, undefined, recorder, signal)
    if (first.status !== 401) return first
    const earned = await authorize(question, first, recorder, signal)
    return travel(question, url, earned, recorder, signal)
  }

  /** Sends one request and goes where the answers point, by hand. */
  async function travel(
    question: Question,
    start: URL,
    given: Proof | undefined,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<UpstreamAnswer> {
    const { registry, method, purpose } = question
    let url = start
    let proof = given
    let asked = false
    for (let hops = 0; ; ) {
      const headers = baseHeaders(question.accept)
      const { range } = question
      if (range) headers.push(['Range', `bytes=${range.first}-${range.last}`])
      if (proof) headers.push(['Authorization', proof.authorization])
      const outgoing = {
        ...{ method, url, headers, what: question.what, limit: question.limit },
        ...{ listed: isListedOrigin(registry, url), signal },
        ...(question.sink ? { sink: question.sink } : {}),
        ...(range ? { partial: true } : {}),
      }
      let next: URL | null = null
      const answer = await recorder.send(purpose, outgoing, (answer) => {
        if (answer.status === 401) return { challenges: challengesOf(answer) }
        const kept = proof && !wasChallenged(recorder) ? { keptFrom: proof.challenge } : {}
        if (!REDIRECTS.has(answer.status)) return kept
        if (hops >= limits.redirects) {
          throw new ProblemError({ kind: 'too-many-redirects', limit: limits.redirects })
        }
        next = redirectTarget(registry, url, headerOf(answer.headers, 'location'))
        const dropped = proof && next.origin !== url.origin ? ['Authorization'] : []
        return { ...kept, redirect: { to: next.href, dropped } }
      })
      const target = next as URL | null
      if (target) {
        if (question.leaveHost === false && target.origin !== url.origin) {
          return { ...answer, url }
        }
        if (target.origin !== url.origin) proof = undefined
        url = target
        hops += 1
        continue
      }
      // registry.k8s.io sends us to a registry that wants a token of its own.
      const delegate = answer.status === 401 && !asked && url.origin !== start.origin
      const other = delegate ? delegateOf(url, question) : null
      if (!other) return { ...answer, url }
      asked = true
      proof = await authorize(other, answer, recorder, signal)
    }
  }

  /** The listed registry a redirect led to, to be asked as nobody in particular. */
  function delegateOf(url: URL, question: Question): Question | null {
    const [, repository] = OF_REPOSITORY.exec(url.pathname) ?? []
    if (!repository) return null
    try {
      const registry = registries.find(url.host)
      return registry.api === url.origin
        ? { ...question, registry, repository, identity: ANONYMOUS }
        : null
    } catch {
      return null
    }
  }

  /** What to put into Authorization after a 401. */
  async function authorize(
    question: Question,
    answer: Answer,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<Proof> {
    const { registry, repository, identity } = question
    let challenges = challengesOf(answer)
    if (challenges.length === 0) challenges = await ping(question, recorder, signal)
    const name = registry.name
    const bearers = challenges.filter(
      ({ scheme, parameters }) => scheme === 'bearer' && parameters.realm,
    )
    const bearer = bearers.find(({ parameters }) => isRealmOf(registry, parameters.realm ?? ''))
    if (bearer) return fetchToken(question, bearer, recorder, signal)

    const basic = challenges.find(({ scheme }) => scheme === 'basic')
    if (basic) {
      if (identity.basic) {
        const proof = { authorization: identity.basic, challenge: basic }
        tokens.set(tokenKey(registry, repository, identity), proof, Date.now() + 3600_000)
        return proof
      }
      if (bearers.length === 0)
        throw new ProblemError({ kind: 'credentials-needed', registry: name })
    }
    const realm = bearers[0]?.parameters.realm
    if (realm !== undefined) {
      throw new ProblemError({ kind: 'realm-refused', registry: name, realm })
    }
    const scheme = challenges[0]?.scheme
    throw new ProblemError(
      scheme === undefined
        ? { kind: 'challenge-missing', registry: name }
        : { kind: 'challenge-unsupported', registry: name, scheme },
    )
  }

  /** gcr.io leaves the challenge out of some 401 answers, but `/v2/` has it. */
  async function ping(
    { registry }: Question,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<Challenge[]> {
    const url = new URL(`${registry.api}/v2/`)
    const answer = await recorder.send(
      'ping',
      {
        ...{ method: 'GET', url, headers: baseHeaders(), what: 'error', limit: limits.error },
        ...{ listed: isListedOrigin(registry, url), signal },
      },
      (answer) => ({ challenges: challengesOf(answer) }),
    )
    return answer.status === 401 ? challengesOf(answer) : []
  }

  async function fetchToken(
    { registry, repository, identity, reference }: Question,
    challenge: Challenge,
    recorder: Recorder,
    signal: AbortSignal,
  ): Promise<Proof> {
    const { parameters } = challenge
    const name = registry.name
    const scope = tokenScope(registry.scope, repository)
    const url = tokenUrl(name, parameters.realm ?? '', parameters.service, scope)
    const headers = baseHeaders()
    if (identity.basic) headers.push(['Authorization', identity.basic])
    const proof: Proof = { authorization: '', challenge }
    await recorder.send(
      'token',
      {
        ...{ method: 'GET', url, headers, what: 'token', limit: limits.token },
        ...{ listed: isListedOrigin(registry, url), signal },
      },
      (answer) => {
        const { status, body } = answer
        if (status >= 300 && status < 400) {
          throw new ProblemError({ kind: 'token-redirect', registry: name, status })
        }
        const token = status === 200 ? decodeToken(body, Date.now()) : null
        if (token) {
          proof.authorization = `Bearer ${token.value}`
          tokens.set(tokenKey(registry, repository, identity), proof, token.expiresAt)
          return {}
        }
        // ghcr.io refuses the token itself when a repository is private or absent.
        const hidden = (status === 401 || status === 403) && !identity.basic
        if (hidden || status === 429) throw refusal(answer, { registry: name, reference })
        const diagnostics = decodeDiagnostics(body)
        throw new ProblemError({ kind: 'token-failed', registry: name, status, diagnostics })
      },
    )
    return proof
  }

  function baseHeaders(accept: readonly string[] = []): HeaderLine[] {
    return [
      ['User-Agent', userAgent],
      ...accept.map((type): HeaderLine => ['Accept', type]),
      ['Accept-Encoding', 'identity'],
    ]
  }

  return { ask }
}

/** Whether the reader has seen, in this conversation, what a proof answers. */
function wasChallenged({ exchanges }: Recorder): boolean {
  return exchanges.some(({ challenges }) => challenges?.length)
}

function challengesOf({ headers }: Answer): Challenge[] {
  return parseChallenges(headersOf(headers, 'www-authenticate'))
}

function tokenKey(registry: Registry, repository: string, identity: Identity): string {
  return `${registry.name} ${repository} ${identity.id}`
}
