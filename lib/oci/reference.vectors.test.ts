import { describe, test } from 'vitest'
import { expectAgreement, FIXTURES_DIR, orNull, readVectors } from '../testing/vectors.ts'
import { isRegistryHost, parseReference } from './reference.ts'
import { formatReference } from './reference-text.ts'

type In = { text: string }
type Out = {
  ok: boolean
  text?: string
  name?: string
  domain?: string
  path?: string
  familiar?: string
  tag?: string
  digest?: string
  registry?: string
  repository?: string
}

// Ours is the verdict of Docker's reference library, which Docker and containerd's CRI use.
// Where a test names differences, they are meant, and each says why.
const has = (pattern: RegExp) => (vector: { in: In }) => pattern.test(vector.in.text)
const TRANSPORT = { why: 'we refuse a transport or web address and say so', when: has(/:\/\//) }

const parse = (text: string) => orNull(() => parseReference(text))
const nameOf = (text: string) => {
  const reference = parse(text)
  return reference && `${reference.registry}/${reference.repository}`
}

describe.skipIf(!FIXTURES_DIR)('references as Docker reads them', () => {
  const all = FIXTURES_DIR ? readVectors<In, Out>('references-docker') : []
  const of = (...forms: string[]) => all.filter(({ form }) => forms.includes(form ?? ''))

  test('with Docker’s defaults', () => {
    expectAgreement(
      of('normalized', 'normalized-split', 'pull-form'),
      ({ form, in: { text }, out }) => {
        const reference = parse(text)
        return {
          ours: reference && {
            ok: true,
            ...(out.domain !== undefined && { domain: reference.registry }),
            ...(out.path !== undefined && { path: reference.repository }),
            ...(out.name !== undefined && { name: nameOf(text) }),
            ...(out.text !== undefined && { text: formatReference(reference) }),
          },
          theirs: out.ok ? withoutFamiliar(out, form) : null,
        }
      },
    )
  })

  test('in any form', () => {
    expectAgreement(
      of('any'),
      ({ in: { text }, out }) => {
        const reference = parse(text)
        return { ours: reference && withoutDefaultTag(text), theirs: out.ok ? out.text : null }
      },
      [{ why: 'a digest alone names a tag of `sha256`, as in a pull', when: has(/^sha256:/) }],
    )
  })

  test('without defaults', () => {
    expectAgreement(
      of('strict', 'strict-split', 'name-token', 'reference-token'),
      ({ in: { text }, out }) => {
        const reference = parse(text)
        const hasHost = reference?.steps.every(({ kind }) => kind !== 'default-registry')
        return {
          ours: reference && {
            tag: typed(text) ? reference.tag : '',
            digest: reference.digest ?? '',
            ...(hasHost && { host: reference.registry }),
          },
          theirs: out.ok
            ? {
                tag: out.tag || (typed(text) ? null : ''),
                digest: out.digest || '',
                ...(hasHost && { host: out.domain || (out.name ?? '').split('/')[0] }),
              }
            : null,
        }
      },
      [
        { why: 'their test build has no sha512; we do', when: has(/@sha512:/) },
        { why: 'the grammar alone knows no length', when: ({ in: { text } }) => text.length > 255 },
        { why: 'a bare name; a tag may follow it here', when: has(/^[a-z_.]+:8080$/) },
      ],
    )
  })

  test('as a bare name', () => {
    expectAgreement(of('name-only'), ({ in: { text }, out }) => ({
      ours: parse(text) !== null && !typed(text),
      theirs: out.ok,
    }))
  })

  test('as a name in normal form', () => {
    expectAgreement(of('canonical-only'), ({ in: { text }, out }) => ({
      ours: nameOf(text) === text,
      theirs: out.ok,
    }))
  })

  test('hosts', () => {
    expectAgreement(of('domain-token'), ({ in: { text }, out }) => ({
      ours: isRegistryHost(text),
      theirs: out.ok,
    }))
  })

  test('image IDs', () => {
    expectAgreement(of('image-id-token'), ({ in: { text }, out }) => {
      let reason = ''
      try {
        parseReference(text)
      } catch (error) {
        reason = String((error as { problem?: { reason?: string } }).problem?.reason)
      }
      return { ours: reason === 'hex-name', theirs: out.ok }
    })
  })

  function withoutFamiliar({ familiar: _, ...out }: Out, form: string | undefined) {
    return form === 'pull-form' ? { ok: out.ok, text: out.text } : out
  }
})

describe.skipIf(!FIXTURES_DIR)('references as other clients read them', () => {
  const all = FIXTURES_DIR ? readVectors<In, Out>('references-other-clients') : []
  const of = (client: string) => all.filter((vector) => vector.client === client)

  test('go-containerregistry', () => {
    const vectors = of('go-containerregistry').filter(({ part }) => part !== 'scheme-of-registry')
    expectAgreement(
      vectors,
      ({ part, mode, in: { text }, out }) => {
        if (part === 'registry') return { ours: isRegistryHost(text), theirs: out.ok }
        const reference = parse(text)
        const exact = mode === 'strict' || part === 'any'
        return {
          ours: reference && (exact ? withoutDefaultTag(text) : true),
          theirs: out.ok ? (exact ? out.text : true) : null,
        }
      },
      [{ why: 'our default registry is fixed', when: has(/^crossplane\//) }],
    )
  })

  test.each(['oras', 'regclient'])('%s', (client) => {
    expectAgreement(
      of(client),
      ({ part, in: { text }, out }) => {
        if (part === 'host') return { ours: isRegistryHost(text), theirs: out.ok }
        const reference = parse(text)
        const tag = client === 'oras' && !typed(text) ? '' : reference?.tag
        return {
          ours: reference && [
            reference.registry,
            reference.repository,
            tag || '',
            reference.digest ?? '',
          ],
          theirs: out.ok ? [out.registry, out.repository, out.tag ?? '', out.digest ?? ''] : null,
        }
      },
      client === 'oras'
        ? [
            TRANSPORT,
            { why: 'Docker refuses a colon without a tag', when: has(/:@/) },
            { why: 'they have no default registry', when: has(/^[a-z-]+(?::[a-z]+)?$/) },
          ]
        : [
            TRANSPORT,
            { why: 'Docker refuses a host that ends in a dot', when: has(/^example\./) },
            { why: 'Docker does not count the colons of an address', when: has(/^\[1::2::3\]/) },
            { why: 'for Docker a name without a slash is no host', when: has(/^localhost:5000$/) },
          ],
    )
  })

  test('containers/image, behind its transport', () => {
    expectAgreement(
      of('containers-image'),
      ({ in: { text }, out }) => {
        const reference = text.startsWith('//') ? parse(text.slice(2)) : null
        return { ours: reference && formatReference(reference), theirs: out.ok ? out.text : null }
      },
      [
        { why: 'we keep the tag beside the digest', when: has(/:latest@sha256:/) },
        { why: 'their own mark for a digest to come', when: has(/@@unknown-digest@@$/) },
      ],
    )
  })

  test('containerd’s store of names', () => {
    expectAgreement(
      of('containerd'),
      ({ in: { text }, out }) => ({
        ours: parse(text) && withoutDefaultTag(text),
        theirs: out.ok ? out.text : null,
      }),
      [{ why: 'their names are addresses with a query; a pull has none', when: has(/\?/) }],
    )
  })
})

/** Whether a tag or digest was typed. */
function typed(text: string): boolean {
  return parse(text)?.steps.every(({ kind }) => kind !== 'default-tag') ?? false
}

function withoutDefaultTag(text: string): string | null {
  const reference = parse(text)
  if (!reference) return null
  return formatReference({ ...reference, tag: typed(text) ? reference.tag : null })
}
