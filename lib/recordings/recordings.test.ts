import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decompress } from 'fzstd'
import { describe, expect, test } from 'vitest'
import type { Descriptor } from '../oci/descriptor.ts'
import { isConfigType, isIndexType, mediaTypeFacts } from '../oci/media-type.ts'
import { ProblemError } from '../oci/problem.ts'
import { parseConversation, readConversation } from './conversation.ts'
import { readManifests, readTop } from './layout.ts'
import { readListing } from './listing.ts'
import { listRecordings, readBlob, readRecording, recordingDirectory } from './recording.ts'

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const recordings = await listRecordings()
const images = recordings.filter((recording) => recording.kind === 'image')

type Manifest = { mediaType?: string; config: Descriptor; layers: Descriptor[] }

test('at least three samples are complete', () => {
  expect(images.filter((image) => image.omittedBlobs.length === 0).length).toBeGreaterThanOrEqual(3)
})

describe.each(images)('recording $name', ({ name, omittedBlobs }) => {
  const folder = join(recordingDirectory(name), 'blobs', 'sha256')

  async function blob(descriptor: Descriptor): Promise<Uint8Array> {
    const bytes = await readBlob(name, descriptor.digest)
    expect(bytes?.length, descriptor.digest).toBe(descriptor.size)
    return bytes as Uint8Array
  }

  async function imageManifests(): Promise<Manifest[]> {
    const all = [...(await readManifests(name)).values()]
    const single = all.filter(
      ({ mediaType, digest }) =>
        !isIndexType(mediaType) && !omittedBlobs.some((blob) => blob.digest === digest),
    )
    return Promise.all(
      single.map(async (descriptor) =>
        JSON.parse(new TextDecoder().decode(await blob(descriptor))),
      ),
    )
  }

  test('each blob is what its name says', async () => {
    for (const hex of await readdir(folder)) {
      expect(sha256((await readBlob(name, `sha256:${hex}`)) as Uint8Array)).toBe(`sha256:${hex}`)
    }
  })

  test('what is named is there or omitted with a reason, and nothing else is', async () => {
    const manifests = await readManifests(name)
    const named = new Set<string>(manifests.keys())
    for (const { config, layers } of await imageManifests()) {
      for (const { digest } of [config, ...layers]) named.add(digest)
    }
    const omitted = omittedBlobs.map(({ digest }) => digest as string)
    const present = (await readdir(folder)).map((hex) => `sha256:${hex}`)
    expect([...present, ...omitted].sort()).toEqual([...named].sort())
  })

  test('a document says the media type it is named with', async () => {
    for (const descriptor of (await readManifests(name)).values()) {
      if (omittedBlobs.some(({ digest }) => digest === descriptor.digest)) continue
      const json = JSON.parse(new TextDecoder().decode(await blob(descriptor)))
      expect(json.mediaType ?? descriptor.mediaType).toBe(descriptor.mediaType)
    }
  })

  test('each layer unpacks to the DiffID that its config promises', async () => {
    for (const { config, layers } of await imageManifests()) {
      if (!isConfigType(config.mediaType)) continue
      const { rootfs } = JSON.parse(new TextDecoder().decode(await blob(config)))
      expect(rootfs.diff_ids).toHaveLength(layers.length)
      for (const [i, layer] of layers.entries()) {
        if (omittedBlobs.some(({ digest }) => digest === layer.digest)) continue
        const bytes = await blob(layer)
        const { compression } = mediaTypeFacts(layer.mediaType)
        const unpack = {
          gzip: gunzipSync,
          // Node.js before 26 stops behind the first frame.
          zstd: decompress,
          none: (same: Uint8Array) => same,
        }
        expect(sha256(unpack[compression ?? 'none'](bytes))).toBe(rootfs.diff_ids[i])
      }
    }
  })

  test('each listing is of a layer that is named, as long as its end says', async () => {
    const listings = join(recordingDirectory(name), 'listings')
    const files = await readdir(listings).catch(() => [])
    const layers = (await imageManifests()).flatMap(({ layers }) => layers)
    for (const file of files) {
      const digest = `sha256:${file.replace('.ndjson', '')}`
      expect(layers.map((layer) => layer.digest)).toContain(digest)
      const { end } = (await readListing(name, digest)) ?? {}
      const lines = (await readFile(join(listings, file), 'utf8')).trimEnd().split('\n')
      expect(end).toMatchObject({ digest, entries: lines.length - 1 })
    }
  })

  test('a conversation ends at what was recorded', async () => {
    const last = (await readConversation(name)).at(-1)
    if (last?.type !== 'resolved') return
    expect(last.descriptor.digest).toBe((await readTop(name)).digest)
  })
})

test.each(['hello', 'hello-docker', 'hello-zstd'])(
  '%s: refused, let in, found, fetched',
  async (name) => {
    const lines = await readConversation(name)
    const steps = lines.map((line) =>
      line.type === 'exchange'
        ? `${line.request.method} ${line.purpose} ${line.response?.status}`
        : `${line.type} ${line.type === 'resolved' && line.source}`,
    )
    expect(steps).toEqual([
      'HEAD manifest 401',
      'GET token 200',
      'HEAD manifest 200',
      'GET manifest 200',
      'resolved live',
    ])
    const sent = lines.flatMap((line) => (line.type === 'exchange' ? line.request.headers : []))
    const proofs = sent.filter(([header]) => header.toLowerCase() === 'authorization')
    expect(proofs).toHaveLength(2)
    for (const [, value] of proofs) expect(value).toMatch(/^(Bearer )?‹redacted›$/)
  },
)

test.each([
  { why: 'a way up', name: '..' },
  { why: 'a path', name: 'hello/blobs' },
  { why: 'upper case', name: 'Hello' },
  { why: 'nothing', name: '' },
  { why: 'a name with no folder', name: 'no-such-sample' },
])('refuses $why as a name', async ({ name }) => {
  await expect(readRecording(name)).rejects.toThrow(ProblemError)
})

test.each([
  { why: 'a path', digest: 'sha256:../../../recording.json' },
  { why: 'no digest', digest: 'latest' },
  { why: 'a short one', digest: 'sha256:abc' },
])('refuses $why as a digest', async ({ digest }) => {
  await expect(readBlob('hello', digest)).rejects.toThrow(ProblemError)
})

test.each([
  { why: 'well formed, never recorded', digest: `sha256:${'0'.repeat(64)}` },
  { why: 'of an algorithm that has no folder', digest: 'blake3:..' },
])('has no blob that is $why', async ({ digest }) => {
  const asked = readBlob('hello', digest).catch((error: ProblemError) => error.problem.kind)
  expect([null, 'digest-syntax']).toContain(await asked)
})

const exchange = {
  ...{ type: 'exchange', seq: 0, purpose: 'ping', startedAt: '2026-11-23T00:00:00.000Z' },
  ...{ durationMs: 1.5, response: null },
  request: { method: 'GET', url: 'http://localhost:5000/v2/', headers: [] },
}
const failed = { type: 'problem', problem: { kind: 'offline', registry: 'localhost:5000' } }

test.each([
  { why: 'ends without an end', lines: [exchange], says: 'was cut' },
  { why: 'goes on after its end', lines: [failed, exchange], says: 'goes on after problem' },
  { why: 'leaves a number out', lines: [{ ...exchange, seq: 1 }, failed], says: 'out of order' },
  {
    why: 'asks with PUT',
    lines: [{ ...exchange, request: { ...exchange.request, method: 'PUT' } }, failed],
    says: 'method',
  },
  { why: 'holds no JSON', lines: ['cut'], says: 'x.ndjson:1' },
])('a conversation that $why is refused by name', ({ lines, says }) => {
  const text = lines
    .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    .join('\n')
  expect(() => parseConversation(text, 'x.ndjson')).toThrow(says)
  expect(() => parseConversation(text, 'x.ndjson')).toThrow('x.ndjson')
})
