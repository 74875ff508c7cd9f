import { describe, expect, test } from 'vitest'
import { parseChallenges } from '../oci/challenge.ts'
import type { HeaderLine } from '../oci/conversation.ts'
import { parseSettings } from '../settings.mjs'
import { expectAgreement, FIXTURES_DIR, readVectors, type Vector } from '../testing/vectors.ts'
import { isPublicAddress, literalAddress } from './addresses.ts'
import { contentLength, headerOf } from './headers.ts'
import { redirectTarget } from './redirect.ts'
import { decodeDiagnostics } from './refusal.ts'
import { createRegistries, isRealmOf, type Registry } from './registries.ts'
import { decodeToken, tokenScope, tokenUrl } from './token.ts'

const vectorsOf = <In, Out>(set: string, kind?: string): Vector<In, Out>[] =>
  readVectors<In, Out>(set).filter((vector) => kind === undefined || vector.kind === kind)

const withExtra = (origin: string) => createRegistries(parseSettings({ EXTRA_REGISTRIES: origin }))

describe.skipIf(!FIXTURES_DIR)('hosts and realms as other clients judge them', () => {
  test('which realm a registry may name', () => {
    type In = { realm: string; registry: string; insecure?: boolean }
    expectAgreement(
      vectorsOf<In, { allowed: boolean }>('auth-realm-and-host-safety', 'realm-allowed'),
      ({ in: { realm, registry, insecure }, out }) => {
        const row = withExtra(`${insecure ? 'http' : 'https'}://${registry}`).find(registry)
        return { ours: isRealmOf(row, realm), theirs: out.allowed }
      },
      [
        {
          why: 'a realm is a pair with its registry here; that its address is public is not enough',
          when: ({ in: { realm }, out }) => out.allowed && realm.includes('8.8.8.8'),
        },
      ],
    )
  })

  for (const kind of ['localhost', 'rfc1918']) {
    test(`which ${kind} address is refused as not public`, () => {
      type Out = { is_local?: boolean; is_private?: boolean }
      const all = vectorsOf<{ host: string }, Out>('auth-realm-and-host-safety', kind)
      // Names are judged by what they resolve to, in the socket: here only literals can be.
      const literals = all.filter(({ in: { host } }) => literalOf(host) !== null)
      expectAgreement(literals, ({ in: { host }, out }) => ({
        ours: !isPublicAddress(literalOf(host) ?? ''),
        theirs: out.is_local ?? out.is_private,
      }))
    })
  }

  test('which port an address means', () => {
    expectAgreement(
      vectorsOf<{ address: string; scheme: string }, { address: string }>(
        'auth-realm-and-host-safety',
        'default-port',
      ),
      ({ in: { address, scheme }, out }) => {
        const url = listed(`${scheme}://${address}`)
        const port = url && (url.port || (url.protocol === 'https:' ? '443' : '80'))
        return { ours: url && `${url.hostname}:${port}`, theirs: out.address }
      },
      [
        {
          why: 'an IPv6 address has brackets in a URL, and what is no address stops the start',
          when: ({ in: { address } }) => listed(`https://${address}`) === null,
        },
      ],
    )
  })

  /** Where an operator's registry is asked; null where the setting is refused. */
  function listed(origin: string): URL | null {
    try {
      const [{ origin: api } = { origin: '' }] = parseSettings({
        EXTRA_REGISTRIES: origin,
      }).extraRegistries
      return new URL(withExtra(origin).find(new URL(api).host).api)
    } catch {
      return null
    }
  }

  // No row may be forgotten in silence.
  test.each([
    {
      set: 'auth-realm-and-host-safety',
      kinds: ['realm-allowed', 'localhost', 'rfc1918', 'default-port'],
    },
    {
      set: 'auth-token-and-scope',
      // Those clients join scopes that others gave them. Here a scope is built from the repository,
      // never taken from a challenge, so there is nothing to clean: the test of scopes below.
      kinds: ['token', 'clean-scopes', 'clean-actions', 'token-scopes'],
    },
  ])('every kind of row of $set is judged, or has a reason', ({ set, kinds }) => {
    const found = new Set(vectorsOf<unknown, unknown>(set).map(({ kind }) => kind))
    expect([...found].sort()).toEqual(kinds.toSorted())
  })

  function literalOf(host: string): string | null {
    const url = URL.parse(`https://${host}/`) ?? URL.parse(`https://[${host}]/`)
    return url && literalAddress(url)
  }
})

describe.skipIf(!FIXTURES_DIR)('answers as other clients read them', () => {
  test('tokens', () => {
    type Out = { ok: boolean; token?: string; expires_unix?: number }
    expectAgreement(
      vectorsOf<{ body: string }, Out>('auth-token-and-scope', 'token'),
      ({ in: { body }, out: { ok, token, expires_unix } }) => {
        const read = decodeToken(Buffer.from(body), Date.now())
        return {
          ours: read && { token: read.value, expires: read.expiresAt / 1000 },
          theirs: ok ? { token, expires: expires_unix } : null,
        }
      },
      [
        {
          why: 'a life under a minute is taken as given, not stretched: the server knows best',
          when: ({ in: { body } }) => body.includes('"expires_in":1,'),
        },
      ],
    )
  })

  test('scopes are ours to build, so the pull scope of any challenge is what we ask for', () => {
    expect(tokenScope('repository:{repository}:pull', 'foo/bar')).toBe('repository:foo/bar:pull')
    expect(tokenScope('aws', 'docker/library/nginx')).toBe('aws')
  })

  test('Content-Length', () => {
    type In = { content_length: string[] }
    const lines = (values: string[]) => values.map((value): HeaderLine => ['Content-Length', value])
    expectAgreement(
      vectorsOf<In, { size: number | null }>('registry-http-answers', 'content-length'),
      ({ in: { content_length }, out }) => ({
        ours: contentLength(lines(content_length)),
        theirs: out.size,
      }),
    )
  })

  test('error bodies', () => {
    type Vectors = Vector<{ body: string }, { text: string }>[]
    const vectors: Vectors = vectorsOf('registry-http-answers', 'error-body')
    expectAgreement(vectors, ({ in: { body }, out: { text } }) => {
      const said = decodeDiagnostics(Buffer.from(body)).map(
        ({ code, message }) => `${code}: ${message}`,
      )
      return {
        ours: said.length > 0 && said.every((one) => text.includes(one)),
        theirs: !text.startsWith('unexpected'),
      }
    })
  })

  test('captured error answers', () => {
    type In = { http: string }
    const vectors = vectorsOf<In, { code: string | null }>('registry-http-answers', 'error')
    expectAgreement(
      vectors,
      ({ in: { http }, out }) => {
        const body = http.split('\r\n\r\n').slice(1).join('\r\n\r\n')
        return { ours: decodeDiagnostics(Buffer.from(body))[0]?.code ?? null, theirs: out.code }
      },
      [
        {
          why: 'a registry’s code stays verbatim, where that client maps it to one it knows',
          when: ({ in: { http } }) => /"code":"(?:NOT_FOUND|UNAUTHORIZED)"/.test(http),
        },
        {
          why: 'a 401 whose body says nothing stays a 401 without a code: we do not lend it one',
          when: ({ in: { http }, out }) =>
            http.startsWith('HTTP/1.1 401') && out.code === 'UNAUTHORIZED',
        },
      ],
    )
  })
})

describe.skipIf(!FIXTURES_DIR)('recorded pulls', () => {
  type In = { method: string; url: string }
  type Out = { status: number; headers: Record<string, string> }
  type Recorded = Vector<In, Out> & { registry: string }
  const registries = createRegistries(parseSettings({}))
  const rowOf = ({ registry }: Recorded): Registry => registries.find(registry)
  const linesOf = ({ out }: Recorded): HeaderLine[] => Object.entries(out.headers)
  const all = FIXTURES_DIR ? (readVectors<In, Out>('http-exchanges') as Recorded[]) : []
  const listed = all.filter(({ registry }) => registries.all.some(({ name }) => name === registry))

  test('each challenge leads to the token URL that the recorded client asked', () => {
    const challenged = listed.filter((one) => headerOf(linesOf(one), 'www-authenticate'))
    expectAgreement(challenged, (one) => {
      const row = rowOf(one)
      const [challenge] = parseChallenges(headerOf(linesOf(one), 'www-authenticate') ?? '')
      const realm = challenge?.parameters.realm ?? ''
      const asked = listed.find(({ in: { url } }) => url.startsWith(`${realm}?`))
      const theirs = new URL(asked?.in.url ?? 'about:blank').searchParams
      const repository = theirs.get('scope')?.split(':')[1] ?? ''
      const scope = tokenScope(row.scope, repository)
      const ours = tokenUrl(row.name, realm, challenge?.parameters.service, scope).searchParams
      return {
        ours: [isRealmOf(row, realm), ...[...ours].sort()],
        theirs: [true, ...[...theirs].sort()],
      }
    })
  })

  test('each redirect is one that the registry’s row allows', () => {
    const redirected = listed.filter((one) => headerOf(linesOf(one), 'location'))
    expectAgreement(redirected, (one) => {
      const to = headerOf(linesOf(one), 'location') ?? ''
      return {
        ours: redirectTarget(rowOf(one), new URL(one.in.url), to).host,
        theirs: new URL(to).host,
      }
    })
  })
})
