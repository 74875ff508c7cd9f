import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIXTURES_DIR, readFixture } from '../../testing/vectors.ts'
import { decodeDocument } from '../document.ts'
import { readManifest } from '../manifest.ts'
import { ProblemError } from '../problem.ts'
import { readCertificate } from './certificate.ts'
import { ARTIFACT_LIMIT, type DecodedArtifact, decodeArtifact } from './decode.ts'
import type { FactName } from './fact.ts'
import type { PartKind } from './statement.ts'

const hex = 'ab'.repeat(32)
const digest = `sha256:${hex}`
const utf8 = (text: string) => new TextEncoder().encode(text)
const base64 = (value: unknown) => btoa(JSON.stringify(value))
const read = (value: unknown, type: string | null = null, notes?: Record<string, string>) =>
  decodeArtifact(utf8(JSON.stringify(value)), type, notes)

/** The values of one fact, digests in place of empty texts. */
function told(content: DecodedArtifact | undefined, kind: PartKind, name: FactName) {
  const facts = content?.parts.filter((part) => part.kind === kind).flatMap((part) => part.facts)
  const found = facts?.filter((fact) => fact.name === name) ?? []
  return found.flatMap(({ values }) =>
    values.map((one) => [one.text, one.digest].filter(Boolean).join(' ')),
  )
}

const kinds = ({ parts }: DecodedArtifact) => parts.map(({ kind }) => kind)

const provenance02 = {
  _type: 'https://in-toto.io/Statement/v0.1',
  predicateType: 'https://slsa.dev/provenance/v0.2',
  subject: [{ name: 'pkg:docker/app@1', digest: { sha256: hex } }],
  predicate: {
    builder: { id: '' },
    buildType: 'https://mobyproject.org/buildkit@v1',
    materials: [{ uri: 'pkg:docker/base@1', digest: { sha256: hex } }, { uri: 42 }],
    invocation: {
      configSource: { entryPoint: 'Dockerfile' },
      environment: { platform: 'linux/amd64' },
    },
    metadata: { buildInvocationID: 'abc', completeness: { materials: true } },
  },
}

describe('in-toto statements', () => {
  test('v0.1 with SLSA provenance v0.2, as BuildKit wrote it', () => {
    const content = read(provenance02, 'application/vnd.in-toto+json')
    expect(kinds(content)).toEqual(['statement', 'provenance'])
    expect(told(content, 'statement', 'subjects')).toEqual([`pkg:docker/app@1 ${digest}`])
    // Nobody vouches for a local BuildKit: its builder has an empty id, and that is said.
    expect(told(content, 'provenance', 'builder')).toEqual(['""'])
    expect(told(content, 'provenance', 'materials')).toEqual([`pkg:docker/base@1 ${digest}`])
    expect(told(content, 'provenance', 'entryPoint')).toEqual(['Dockerfile'])
    expect(told(content, 'provenance', 'complete')).toEqual(['true'])
  })

  test('v1 with SLSA provenance v1', () => {
    const content = read({
      ...provenance02,
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'https://actions.github.io/buildtypes/workflow/v1',
          externalParameters: { workflow: { repository: 'https://github.com/o/r' } },
          resolvedDependencies: [
            { uri: 'git+https://github.com/o/r', digest: { gitCommit: 'a1' } },
          ],
        },
        runDetails: { builder: { id: 'https://github.com/actions/runner' } },
      },
    })
    expect(told(content, 'provenance', 'builder')).toEqual(['https://github.com/actions/runner'])
    expect(told(content, 'provenance', 'source')).toEqual(['https://github.com/o/r'])
    // `gitcommit` is no algorithm OCI registers, but a digest by the grammar.
    expect(told(content, 'provenance', 'materials')).toEqual([
      'git+https://github.com/o/r gitcommit:a1',
    ])
    expect(content.parts[1]?.facts[0]?.at).toBe('/predicate/runDetails/builder/id')
  })

  test('a predicate nobody here knows is named, with its fields', () => {
    const content = read({
      ...provenance02,
      predicateType: 'https://example.org/x',
      predicate: { a: 1, b: 2 },
    })
    expect(kinds(content)).toEqual(['statement', 'predicate'])
    expect(told(content, 'predicate', 'fields')).toEqual(['a', 'b'])
  })

  test('lists a dozen subjects and counts the rest', () => {
    const subject = Array.from({ length: 500 }, (_, i) => ({
      name: `n${i}`,
      digest: { sha256: hex },
    }))
    const content = read({ ...provenance02, subject })
    const fact = content.parts[0]?.facts.find(({ name }) => name === 'subjects')
    expect(fact?.values).toHaveLength(12)
    expect(fact?.more).toBe(488)
  })
})

describe('bills of materials', () => {
  const spdx = {
    spdxVersion: 'SPDX-2.3',
    name: 'app',
    creationInfo: { creators: ['Tool: syft-1.57.1'], created: '2026-11-23T00:00:00Z' },
    packages: [
      {
        name: 'go-digest',
        versionInfo: 'v1.0.0',
        externalRefs: [
          { referenceLocator: 'pkg:golang/github.com/opencontainers/go-digest@v1.0.0' },
        ],
      },
      { name: 'stdlib', externalRefs: [{ referenceLocator: 'pkg:golang/stdlib@1.26' }] },
    ],
    relationships: [{}, {}, {}],
  }

  test.each([
    {
      why: 'SPDX in a file of its own',
      content: read(spdx, 'application/spdx+json'),
      at: '/packages',
    },
    {
      why: 'SPDX as a predicate',
      content: read({
        ...provenance02,
        predicateType: 'https://spdx.dev/Document',
        predicate: spdx,
      }),
      at: '/predicate/packages',
    },
  ])('$why', ({ content, at }) => {
    expect(told(content, 'spdx', 'packages')).toEqual(['go-digest v1.0.0', 'stdlib'])
    expect(told(content, 'spdx', 'packageTypes')).toEqual(['golang 2'])
    expect(told(content, 'spdx', 'relationships')).toEqual(['3'])
    const facts = content.parts.find(({ kind }) => kind === 'spdx')?.facts
    expect(facts?.find(({ name }) => name === 'packages')?.at).toBe(at)
  })

  test.each([
    { why: 'tools as in 1.4', tools: [{ name: 'syft', version: '1' }] },
    { why: 'tools as in 1.5', tools: { components: [{ name: 'syft', version: '1' }] } },
  ])('CycloneDX, $why', ({ tools }) => {
    const content = read({
      ...{ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: 'urn:uuid:1' },
      metadata: { tools, component: { name: 'greet', version: '1.0' } },
      components: [{ name: 'go-digest', version: 'v1.0.0', purl: 'pkg:golang/x@1' }],
    })
    expect(kinds(content)).toEqual(['cyclonedx'])
    expect(told(content, 'cyclonedx', 'creators')).toEqual(['syft 1'])
    expect(told(content, 'cyclonedx', 'about')).toEqual(['greet 1.0'])
    expect(told(content, 'cyclonedx', 'packages')).toEqual(['go-digest v1.0.0'])
  })
})

const envelope = {
  payloadType: 'application/vnd.in-toto+json',
  payload: base64(provenance02),
  signatures: [{ keyid: 'k1', sig: 'AAAA' }],
}

describe('signatures', () => {
  test('a DSSE envelope and the statement in it', () => {
    const content = read(envelope, 'application/vnd.dsse.envelope.v1+json')
    expect(kinds(content)).toEqual(['envelope'])
    expect(told(content, 'envelope', 'keyIds')).toEqual(['k1'])
    expect(content.inner?.at).toBe('/payload')
    expect(content.inner && kinds(content.inner.content)).toEqual(['statement', 'provenance'])
  })

  test.each([
    { why: 'the URL alphabet without padding', payload: 'eyJhIjoiw78_In0' },
    { why: 'the usual one', payload: 'eyJhIjoiw78/In0=' },
  ])('takes a payload in $why', ({ payload }) => {
    const content = read({ ...envelope, payload })
    expect(content.inner?.content.text).toBe('{"a":"ÿ?"}')
  })

  test('a payload that is no base64 leaves the envelope readable', () => {
    const content = read({ ...envelope, payload: 'not base64!' })
    expect(kinds(content)).toEqual(['envelope'])
    expect(content.inner).toBeNull()
  })

  test('envelopes in envelopes are opened three deep and no deeper', () => {
    let nested: unknown = { end: true }
    for (let i = 0; i < 6; i += 1) nested = { ...envelope, payload: base64(nested) }
    let depth = 0
    for (let at: DecodedArtifact | undefined = read(nested); at?.inner; at = at.inner.content) {
      depth += 1
    }
    expect(depth).toBe(3)
  })

  test('what cosign signs, and the signature beside it', () => {
    const payload = {
      critical: {
        identity: { 'docker-reference': 'localhost:5000/app' },
        image: { 'docker-manifest-digest': digest },
        type: 'cosign container image signature',
      },
      optional: { creator: 'me', nested: {} },
    }
    const content = read(payload, 'application/vnd.dev.cosign.simplesigning.v1+json', {
      'dev.cosignproject.cosign/signature': 'AAAAAA==',
      'dev.sigstore.cosign/bundle': JSON.stringify({
        Payload: {
          body: base64({ kind: 'hashedrekord', apiVersion: '0.0.1' }),
          integratedTime: 1777585612,
          logIndex: 1414014376,
        },
      }),
    })
    expect(kinds(content)).toEqual(['simple-signing', 'cosign-signature', 'log-entry'])
    expect(told(content, 'simple-signing', 'signedDigest')).toEqual([digest])
    expect(told(content, 'simple-signing', 'signedNotes')).toEqual(['creator=me'])
    expect(told(content, 'cosign-signature', 'signedBytes')).toEqual(['4'])
    expect(told(content, 'log-entry', 'logTime')).toEqual(['2026-04-30T21:46:52Z'])
    expect(told(content, 'log-entry', 'logKind')).toEqual(['hashedrekord 0.0.1'])
  })

  test.each([
    {
      why: 'v0.1, a parameter',
      type: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
      is: '0.1',
    },
    {
      why: 'v0.2, a parameter',
      type: 'application/vnd.dev.sigstore.bundle+json;version=0.2',
      is: '0.2',
    },
    { why: 'v0.3, in the name', type: 'application/vnd.dev.sigstore.bundle.v0.3+json', is: '0.3' },
    { why: 'a spelling of one’s own', type: 'bundle', is: 'bundle' },
  ])('a Sigstore bundle, $why', ({ type, is }) => {
    const content = read({
      mediaType: type,
      verificationMaterial: {
        publicKey: { hint: 'key-1' },
        tlogEntries: [
          {
            logIndex: '97',
            integratedTime: '1777585612',
            kindVersion: { kind: 'dsse', version: '0.0.1' },
          },
        ],
      },
      dsseEnvelope: envelope,
    })
    expect(kinds(content)).toEqual(['bundle', 'log-entry', 'envelope'])
    expect(told(content, 'bundle', 'bundleVersion')).toEqual([is])
    expect(told(content, 'bundle', 'keyHint')).toEqual(['key-1'])
    expect(told(content, 'log-entry', 'logIndex')).toEqual(['97'])
    expect(content.inner?.at).toBe('/dsseEnvelope/payload')
    expect(content.inner && kinds(content.inner.content)).toEqual(['statement', 'provenance'])
  })

  test('the digest of a bundle’s message is spelled as OCI spells it', () => {
    const bytes = btoa(String.fromCharCode(...Array.from({ length: 32 }, () => 0xab)))
    const content = read({
      verificationMaterial: { x509CertificateChain: { certificates: [{ rawBytes: 'AAAA' }] } },
      messageSignature: { messageDigest: { algorithm: 'SHA2_256', digest: bytes } },
    })
    expect(told(content, 'bundle', 'messageDigest')).toEqual([digest])
    expect(content.certificates).toHaveLength(1)
    expect(readCertificate(content.certificates[0]?.der ?? new Uint8Array())).toBeNull()
  })

  test('a Notary signature in JWS form', () => {
    const content = read(
      {
        payload: base64({ targetArtifact: { digest } }),
        protected: base64({ alg: 'PS256', 'io.cncf.notary.signingTime': '2026-11-23T00:00:00Z' }),
        header: { x5c: ['AAAA'] },
        signature: 'AAAA',
      },
      'application/jose+json',
    )
    expect(kinds(content)).toEqual(['notary-jws'])
    expect(told(content, 'notary-jws', 'algorithm')).toEqual(['PS256'])
    expect(told(content, 'notary-jws', 'signedDigest')).toEqual([digest])
    expect(content.certificates).toHaveLength(1)
  })
})

describe('everything else', () => {
  test.each([
    {
      why: 'a Helm config',
      content: read(
        { name: 'hello', version: '0.1.0', appVersion: '1.0' },
        'application/vnd.cncf.helm.config.v1+json',
      ),
      kind: 'helm' as const,
      name: 'chartVersion' as const,
      values: ['0.1.0'],
    },
    {
      why: 'JSON of no known form',
      content: read({ a: 1 }, 'application/json'),
      kind: 'json' as const,
      name: 'fields' as const,
      values: ['a'],
    },
    {
      why: 'no JSON: the first bytes',
      content: decodeArtifact(utf8('\0asm\x01\0\0\0'), 'application/wasm'),
      kind: 'bytes' as const,
      name: 'firstBytes' as const,
      values: ['00 61 73 6d 01 00 00 00  .asm....'],
    },
  ])('$why', ({ content, kind, name, values }) => {
    expect(kinds(content)).toEqual([kind])
    expect(told(content, kind, name)).toEqual(values)
  })

  test('the empty config', () => {
    expect(kinds(read({}, 'application/vnd.oci.empty.v1+json'))).toEqual(['empty'])
  })

  test('refuses more than it reads', () => {
    const large = new Uint8Array(ARTIFACT_LIMIT + 1)
    expect(() => decodeArtifact(large, null)).toThrow(ProblemError)
  })

  test('whatever comes, it is read or refused with a problem', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({
          payload: fc.base64String(),
          payloadType: fc.string(),
          signatures: fc.constant([]),
        })
        .map((one) => JSON.stringify(one)),
      fc
        .record({ verificationMaterial: fc.object(), dsseEnvelope: fc.anything() })
        .map((one) => JSON.stringify(one) ?? ''),
      fc
        .record({
          _type: fc.constant('https://in-toto.io/Statement/v1'),
          subject: fc.anything(),
          predicateType: fc.constant('https://slsa.dev/provenance/v1'),
          predicate: fc.object(),
        })
        .map((one) => JSON.stringify(one) ?? ''),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const content = decodeArtifact(utf8(text), null)
        expect(content.parts.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('bytes that are no certificate are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readCertificate(bytes)
      }),
      { numRuns: 300 },
    )
  })
})

describe.skipIf(!FIXTURES_DIR)('real artifacts', () => {
  const blob = (hex: string) => readFixture(`manifests/slsa/v2.0.0/blobs/sha256/${hex}`)

  test('SLSA’s own image: BuildKit’s statement', () => {
    const content = decodeArtifact(
      blob('4efc1daf5276de13d358c242c9ce21f161c00234ab9bbac05e792b30f3f31350'),
      'application/vnd.in-toto+json',
    )
    expect(kinds(content)).toEqual(['statement', 'provenance'])
    expect(told(content, 'provenance', 'materials')).toHaveLength(3)
    expect(told(content, 'provenance', 'started')).toEqual(['2024-04-22T21:33:50.42035328Z'])
  })

  test('SLSA’s own image: cosign’s attestation, and who signed it', () => {
    const manifest = readManifest(
      decodeDocument(
        blob('a3e4bf251423a455ad90c3d706f95f133ed11a8e81e3f34e6fa6d056a1c15529'),
        null,
      ),
    )
    const content = decodeArtifact(
      blob('1a16dff13cea8be5dd3e4d31640da5f9b6c8a3ff879f728ec8be5d9e2b17499f'),
      'application/vnd.dsse.envelope.v1+json',
      manifest.layers[0]?.descriptor.annotations,
    )
    expect(kinds(content)).toEqual(['envelope', 'log-entry'])
    expect(told(content.inner?.content, 'provenance', 'builder')).toEqual([
      'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml@refs/tags/v2.0.0',
    ])
    const [signer] = content.certificates.map(({ der }) => readCertificate(der))
    expect(signer?.names).toEqual([
      'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml@refs/tags/v2.0.0',
    ])
    expect(signer?.claims.find(({ claim }) => claim === 'issuer')?.value).toBe(
      'https://token.actions.githubusercontent.com',
    )
  })

  test('a signature of Chainguard’s by tag: the chain has three certificates', () => {
    const manifest = readManifest(
      decodeDocument(readFixture('manifests/dagdotdev/cosign-sig_manifest.json'), null),
    )
    const content = decodeArtifact(utf8('{}'), null, manifest.layers[0]?.descriptor.annotations)
    const read = content.certificates.map(({ der }) => readCertificate(der))
    expect(read.map((one) => one?.issuer)).toEqual([
      'O=sigstore.dev, CN=sigstore-intermediate',
      'O=sigstore.dev, CN=sigstore',
      'O=sigstore.dev, CN=sigstore',
    ])
    expect(told(content, 'log-entry', 'logIndex')).toEqual(['1414014376'])
  })

  test('no file of the collection makes it throw', () => {
    const root = path.join(FIXTURES_DIR ?? '', 'manifests')
    const files = globSync('**/*', { cwd: root })
      .map((file) => path.join(root, file))
      .filter((file) => statSync(file).isFile() && statSync(file).size <= ARTIFACT_LIMIT)
    expect(files.length).toBeGreaterThan(400)
    for (const file of files) expect(decodeArtifact(readFileSync(file), null).parts).not.toEqual([])
  })
})
