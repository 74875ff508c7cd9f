import { describe, expect, test } from 'vitest'
import {
  expectAgreement,
  FIXTURES_DIR,
  orNull,
  readFixture,
  readVectors,
} from '../testing/vectors.ts'
import { parseChallenges } from './challenge.ts'
import { embeddedData, readDescriptor } from './descriptor.ts'
import { digestAlgorithm, digestEncoded, isDigest, parseDigest } from './digest.ts'
import { decodeDocument } from './document.ts'
import { DESCRIPTOR } from './document-shape.ts'
import { canHash, digestOf } from './hash.ts'
import { readIndex } from './image-index.ts'
import { parseJson } from './json.ts'
import {
  isIndexType,
  isLayerType,
  isManifestType,
  isMediaType,
  mediaTypeClass,
  mediaTypeFacts,
  OCI_CONFIG,
  OCI_EMPTY,
  OCI_INDEX,
  OCI_MANIFEST,
} from './media-type.ts'
import { formatPlatform, isSamePlatform, type Platform, parsePlatform } from './platform.ts'
import { compatiblePlatforms, matchesPlatform, selectPlatform } from './platform-match.ts'
import { schema1Payload } from './schema1.ts'
import { checkShape } from './shape.ts'

const vectors = <In, Out>(set: string) => (FIXTURES_DIR ? readVectors<In, Out>(set) : [])

describe.skipIf(!FIXTURES_DIR)('digests', () => {
  type Out = { ok: boolean; algorithm?: string; encoded?: string; reason?: string }
  const all = vectors<{ text?: string }, Out>('digests')

  test('the text form', () => {
    expectAgreement(
      all.filter((vector) => vector.in.text !== undefined),
      ({ in: { text = '' }, out }) => {
        const digest = orNull(() => parseDigest(text))
        const parts = digest && [digestAlgorithm(digest), digestEncoded(digest)]
        return {
          ours: parts && (out.algorithm === undefined ? true : parts),
          theirs: out.ok ? [out.algorithm, out.encoded] : null,
        }
      },
      [
        {
          why: 'they refuse what they cannot compute; we show it',
          when: ({ in: { text = '' } }) => isDigest(text) && !canHash(digestAlgorithm(text)),
        },
      ],
    )
  })
})

describe.skipIf(!FIXTURES_DIR)('media types', () => {
  type In = {
    media_type?: string
    fixture?: string
    digest?: string
    content_type?: string
    declared?: string
    body_media_type?: string
  }
  type Out = Record<string, unknown>
  const all = vectors<In, Out>('media-types')
  const of = (kind: string) => all.filter((vector) => vector.kind === kind)

  test('classes', () => {
    expectAgreement(of('class'), ({ in: { media_type = '' }, out }) => ({
      ours: Object.fromEntries(
        Object.keys(out).map((question) => [
          question,
          question === 'is_distributable'
            ? mediaTypeFacts(media_type).distributable
            : question === 'is_image'
              ? isManifestType(media_type)
              : isIndexType(media_type),
        ]),
      ),
      theirs: out,
    }))
  })

  test('layers', () => {
    expectAgreement(of('layer'), ({ in: { media_type = '' }, out }) => ({
      ours: {
        is_layer: isLayerType(media_type),
        compression: mediaTypeFacts(media_type).compression,
      },
      theirs: out,
    }))
  })

  test('syntax', () => {
    expectAgreement(of('syntax'), ({ in: { media_type = '' }, out }) => ({
      ours: isMediaType(media_type),
      theirs: out.ok,
    }))
  })

  test('guesses from the bytes', () => {
    expectAgreement(of('guess'), ({ in: { fixture = '' }, out }) => ({
      ours: orNull(() => decodeDocument(readFixture(fixture), null))?.mediaType ?? '',
      theirs: out.media_type,
    }))
  })

  test('odd Content-Types', () => {
    const body = new TextEncoder().encode('{}')
    expectAgreement(
      of('normalize'),
      ({ in: { content_type = '' }, out }) => ({
        ours: decodeDocument(body, content_type || null).mediaType,
        theirs: out.media_type,
      }),
      [
        {
          why: 'for an unknown type they assume signed schema 1, we look at the body',
          when: ({ in: { content_type = '' } }) => mediaTypeClass(content_type) === 'artifact',
        },
      ],
    )
  })

  test('a body against what was declared', () => {
    expectAgreement(of('body-vs-type'), ({ in: { declared = '', body_media_type = '' }, out }) => ({
      ours: mediaTypeClass(declared) === mediaTypeClass(body_media_type),
      theirs: out.ok,
    }))
  })

  test('a digest against the bytes', async () => {
    const judged = await Promise.all(
      of('digest-match').map(async (vector) => {
        const { fixture = '', digest = '' } = vector.in
        const document = decodeDocument(readFixture(fixture), null)
        const payload = document.kind === 'schema1' ? schema1Payload(document) : document.bytes
        const ours = isDigest(digest) && payload && canHash(digestAlgorithm(digest))
        return { ...vector, ours: ours && (await digestOf(payload)) === digest }
      }),
    )
    expectAgreement(judged, ({ ours, out }) => ({ ours, theirs: out.matches }))
  })
})

describe.skipIf(!FIXTURES_DIR)('challenges', () => {
  type One = { scheme: string; params: Record<string, string> }
  type Out = Partial<One> & { ok?: boolean; challenges?: One[]; use?: string }
  const all = vectors<{ header?: string; headers?: string[] }, Out>('auth-challenges')

  test('as each client reads them', () => {
    expectAgreement(
      all,
      ({ in: { header = '', headers = [header] }, out }) => {
        const ours = parseChallenges(headers)
        if (out.use !== undefined) {
          const schemes = ours.map(({ scheme }) => scheme)
          return { ours: ['bearer', 'basic'].find((it) => schemes.includes(it)), theirs: out.use }
        }
        if (out.scheme !== undefined) return { ours: asOras(ours[0]), theirs: out }
        return {
          ours: ours.map(({ scheme, parameters }) => ({ scheme, params: parameters })),
          theirs: out.ok ? out.challenges : null,
        }
      },
      [
        {
          why: 'they fail on an unfinished quote, we keep what could be read',
          when: ({ out }) => out.ok === false,
        },
      ],
    )
  })

  // It keeps the first challenge, knows two schemes, and has no use for Basic's realm.
  function asOras(challenge: ReturnType<typeof parseChallenges>[number] | undefined) {
    const scheme = challenge?.scheme ?? ''
    const known = ['basic', 'bearer'].includes(scheme) ? scheme : 'unknown'
    return { scheme: known, params: known === 'bearer' ? challenge?.parameters : {} }
  }
})

describe.skipIf(!FIXTURES_DIR)('platforms', () => {
  type In = {
    text?: string
    want?: string | Platform
    have?: string | Platform
    a?: Platform
    b?: Platform
    platform?: Platform
    fixture?: string
  }
  type Out = Record<string, unknown> & {
    ok?: boolean
    platform?: Platform
    formatted?: string
    best_first?: string[]
    accept?: Platform[]
  }
  const all = vectors<In, Out>('platforms')
  const of = (kind: string) => all.filter((vector) => vector.kind === kind)
  const read = (platform: string | Platform = '') =>
    typeof platform === 'string' ? parsePlatform(platform) : platform
  const hasFeatures = (...platforms: unknown[]) => JSON.stringify(platforms).includes('"features"')

  test('parse', () => {
    expectAgreement(
      of('parse'),
      ({ in: { text = '' }, out }) => {
        const platform = orNull(() => parsePlatform(text))
        return {
          ours: platform && {
            platform,
            ...(out.formatted && { formatted: formatPlatform(platform) }),
          },
          theirs: out.ok
            ? { platform: out.platform, ...(out.formatted && { formatted: out.formatted }) }
            : null,
        }
      },
      [
        {
          why: 'containerd keeps a variant that was written, regclient does not',
          when: ({ client, in: { text } }) => client === 'regclient' && text === 'linux/arm64/v8',
        },
        { why: 'regclient’s own options', when: ({ in: { text = '' } }) => text.includes(',') },
      ],
    )
  })

  test('match', () => {
    expectAgreement(
      of('match'),
      ({ mode, in: { want, have }, out }) => {
        const wanted = read(want)
        const candidates = mode === 'only' ? compatiblePlatforms(wanted) : [wanted]
        return {
          ours: candidates.some((candidate) => matchesPlatform(candidate, read(have))),
          theirs: out.matches,
        }
      },
      [
        {
          why: 'CPU features are reserved in OCI; nobody but Docker’s first lists had them',
          when: ({ in: { want, have } }) => hasFeatures(want, have),
        },
        {
          why: 'oras compares letters; a platform is what it means',
          when: ({ client }) => client === 'oras',
        },
      ],
    )
  })

  test('equal', () => {
    expectAgreement(
      of('equal'),
      ({ in: { a, b }, out }) => ({ ours: a && b && isSamePlatform(a, b), theirs: out.equal }),
      [
        {
          why: 'we ask for os, architecture and variant only',
          when: ({ in: { a, b } }) =>
            hasFeatures(a, b) || a?.['os.version'] !== b?.['os.version'] || hasOsFeatures(a, b),
        },
      ],
    )
    function hasOsFeatures(a: Platform | undefined, b: Platform | undefined) {
      return a?.['os.features'] !== undefined || b?.['os.features'] !== undefined
    }
  })

  test('format', () => {
    expectAgreement(
      of('format'),
      ({ in: { platform }, out }) => ({
        ours: formatPlatform({ os: '', architecture: '', ...platform }),
        theirs: out.text,
      }),
      [
        {
          why: 'we write the version, and unknown for each part that is missing',
          when: ({ in: { platform } }) => !platform?.os || Boolean(platform['os.version']),
        },
      ],
    )
  })

  test('choose from an index', () => {
    expectAgreement(
      of('choose'),
      ({ in: { fixture = '', want }, out }) => ({
        ours:
          orNull(() =>
            selectPlatform(
              readIndex(decodeDocument(readFixture(fixture), null)).manifests,
              read(want),
            ),
          )?.descriptor.digest ?? null,
        theirs: out.digest,
      }),
      [
        {
          why: 'for containers/image an arm without variant is any arm, for containerd it is v7',
          when: ({ in: { fixture = '', want } }) =>
            fixture.endsWith('variants.json') && read(want).architecture === 'arm',
        },
      ],
    )
  })

  test('which comes first', () => {
    expectAgreement(
      of('order'),
      ({ in: { want, have: offered = [] }, out }) => {
        const all = offered as unknown as string[]
        const entries = all.map((text) => ({ text, descriptor: { platform: parsePlatform(text) } }))
        return {
          ours: orNull(() => selectPlatform(entries, read(want)))?.text,
          theirs: out.best_first?.[0],
        }
      },
      [
        {
          why: 'a feature that is asked for must be there, so nothing is taken where they take the next best',
          when: ({ in: { want } }) => want === 'linux(+none)/amd64',
        },
        {
          why: 'containerd asks for a version on Windows only, we take it as it was written',
          when: ({ in: { want } }) => want === 'linux(7.2+other)/amd64',
        },
      ],
    )
  })

  test('what else would run', () => {
    expectAgreement(
      of('fallback-order'),
      ({ in: { want }, out }) => {
        const runs = compatiblePlatforms(read(want))
        const accepted = out.accept ?? []
        return {
          ours: accepted.every((one) => runs.some((other) => matchesPlatform(other, one))),
          theirs: true,
        }
      },
      [
        {
          why: 'for containers/image any variant of arm, and none at all, may run; containerd reads none as v7',
          when: ({ in: { want } }) => read(want).architecture.startsWith('arm'),
        },
      ],
    )
  })

  test('every kind of row is judged', () => {
    const judged = ['parse', 'match', 'equal', 'format', 'choose', 'order', 'fallback-order']
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual(judged.sort())
  })
})

describe.skipIf(!FIXTURES_DIR)('embedded data', () => {
  test('is given only when it is what the descriptor says', async () => {
    const all = vectors<{ descriptor: unknown }, { ok: boolean }>('descriptor-embedded-data')
    const judged = await Promise.all(
      all.map(async (vector) => {
        const descriptor = readDescriptor(vector.in.descriptor)
        const data = descriptor && (await embeddedData(descriptor).catch(() => 'wrong'))
        return { ...vector, ours: data !== null && data !== 'wrong', none: data === null }
      }),
    )
    expectAgreement(judged, ({ ours, out }) => ({ ours, theirs: out.ok }), [
      {
        why: 'nothing embedded is nothing wrong for one client and nothing to get for another',
        when: ({ none, in: { descriptor } }) => none && readDescriptor(descriptor) !== null,
      },
      {
        why: 'umoci also holds the empty type to its one content, which we leave to the reader',
        when: ({ in: { descriptor } }) => readDescriptor(descriptor)?.mediaType === OCI_EMPTY,
      },
    ])
  })
})

describe.skipIf(!FIXTURES_DIR)('documents of the image spec', () => {
  const BREAKS = ['missing-required', 'wrong-type', 'wrong-form', 'size-negative', 'empty-layers']
  const TYPES: Record<string, string> = {
    config: OCI_CONFIG,
    index: OCI_INDEX,
    manifest: OCI_MANIFEST,
  }

  test('the same ones are valid', () => {
    const all = vectors<{ document: string }, { valid: boolean }>('image-spec-schema')
    expectAgreement(all, ({ kind = '', in: { document }, out }) => {
      const findings = orNull(() =>
        kind === 'descriptor'
          ? checkShape(parseJson(document), DESCRIPTOR)
          : decodeDocument(new TextEncoder().encode(document), TYPES[kind] ?? null).findings,
      )
      const valid = findings?.every((finding) => !BREAKS.includes(finding.kind)) ?? false
      return { ours: valid, theirs: out.valid }
    })
    expect(all.some(({ out }) => out.valid)).toBe(true)
  })
})
