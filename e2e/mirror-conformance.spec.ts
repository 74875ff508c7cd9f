import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import type { Descriptor } from '../lib/oci/descriptor.ts'
import { isIndexType, OCI_INDEX } from '../lib/oci/media-type.ts'
import { readTags } from '../lib/recordings/layout.ts'
import { type RawAnswer, rawRequest } from './harness/raw-request.ts'
import { readState } from './harness/state.ts'

// What the conformance suite of the distribution specification asserts of pulling and of content discovery,
// and what it leaves out when it only reads: bytes against digests, Range, pages, and refusals to write.
// docs/conformance.md tells how to run the suite itself.

const NOBODY = `sha256:${'0'.repeat(64)}`
const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const samples = ['hello', 'hello-docker', 'hello-zstd']

type Ask = { method?: string; headers?: Record<string, string> }
const ask = (sample: string, path: string, options: Ask = {}): Promise<RawAnswer> =>
  rawRequest(`${readState().site.origin}/v2/samples/${sample}/${path}`, options)

async function tagged(sample: string): Promise<Descriptor> {
  const descriptor = (await readTags(sample)).get('1.0')
  if (!descriptor) throw new Error(`${sample} has no tag 1.0`)
  return descriptor
}

/** Every manifest and blob that the tag leads to, as their parents describe them. */
async function everything(sample: string): Promise<{ path: string; descriptor: Descriptor }[]> {
  const found = new Map<string, Descriptor>()
  const visit = async (descriptor: Descriptor): Promise<void> => {
    const path = `manifests/${descriptor.digest}`
    if (found.has(path)) return
    found.set(path, descriptor)
    const { bytes } = await ask(sample, path)
    const document = JSON.parse(bytes.toString())
    if (isIndexType(descriptor.mediaType)) {
      for (const child of document.manifests) await visit(child)
    } else {
      for (const blob of [document.config, ...document.layers])
        found.set(`blobs/${blob.digest}`, blob)
    }
  }
  await visit(await tagged(sample))
  return [...found].map(([path, descriptor]) => ({ path, descriptor }))
}

test('GET /v2/ is 200', async () => {
  const { origin } = readState().site
  for (const path of ['/v2/', '/v2']) {
    expect((await rawRequest(origin + path)).status).toBe(200)
  }
})

for (const sample of samples) {
  test.describe(`pull from ${sample}`, () => {
    test('by tag: GET and HEAD, type, length and digest', async () => {
      const { digest, mediaType, size } = await tagged(sample)
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(sample, 'manifests/1.0', { method })
        expect(answer.status).toBe(200)
        expect(answer.headers).toMatchObject({
          'content-type': mediaType,
          'content-length': String(size),
          'docker-content-digest': digest,
        })
        if (method === 'GET') expect(sha256(answer.bytes)).toBe(digest)
        else expect(answer.bytes).toHaveLength(0)
      }
    })

    test('by digest: each manifest and blob is the bytes its digest names', async () => {
      const all = await everything(sample)
      // an index, a manifest and a config for each platform, and layers
      expect(all.length).toBeGreaterThan(10)
      for (const { path, descriptor } of all) {
        const { digest, size, mediaType } = descriptor
        const get = await ask(sample, path)
        expect([path, get.status, get.bytes.length]).toEqual([path, 200, size])
        expect(sha256(get.bytes), path).toBe(digest)
        const head = await ask(sample, path, { method: 'HEAD' })
        expect([path, head.status, head.bytes.length]).toEqual([path, 200, 0])
        const type = path.startsWith('manifests') ? mediaType : 'application/octet-stream'
        for (const { headers } of [get, head]) {
          expect(headers, path).toMatchObject({
            'content-type': type,
            'content-length': String(size),
            'docker-content-digest': digest,
            etag: `"${digest}"`,
          })
        }
      }
    })

    test('a part of a blob is that part, and one outside of it is 416', async () => {
      const all = await everything(sample)
      const largest = all
        .filter(({ path }) => path.startsWith('blobs/'))
        .sort((a, b) => b.descriptor.size - a.descriptor.size)[0]
      if (!largest) throw new Error('no blob')
      const { path, descriptor } = largest
      const { size } = descriptor
      const whole = (await ask(sample, path)).bytes
      for (const { range, first, last } of [
        { range: '50-149', first: 50, last: 149 },
        { range: '50-', first: 50, last: size - 1 },
        { range: '-50', first: size - 50, last: size - 1 },
        { range: `50-${size + 5000}`, first: 50, last: size - 1 },
        { range: '0-0', first: 0, last: 0 },
      ]) {
        const answer = await ask(sample, path, { headers: { range: `bytes=${range}` } })
        expect([range, answer.status]).toEqual([range, 206])
        expect(answer.bytes.equals(whole.subarray(first, last + 1)), range).toBe(true)
        expect(answer.headers).toMatchObject({
          'content-range': `bytes ${first}-${last}/${size}`,
          'content-length': String(last - first + 1),
        })
      }
      for (const range of ['50-0', `${size}-`, `${size + 5000}-${size + 9000}`]) {
        const answer = await ask(sample, path, { headers: { range: `bytes=${range}` } })
        expect([range, answer.status]).toEqual([range, 416])
        expect(answer.headers['content-range']).toBe(`bytes */${size}`)
      }
      const several = await ask(sample, path, { headers: { range: 'bytes=0-1,4-5' } })
      expect([several.status, several.bytes.length]).toEqual([200, size])
    })

    test('what a client has already is 304', async () => {
      for (const { path, descriptor } of await everything(sample)) {
        const headers = { 'if-none-match': `"${descriptor.digest}"` }
        const answer = await ask(sample, path, { headers })
        expect([path, answer.status, answer.bytes.length]).toEqual([path, 304, 0])
      }
    })
  })

  test.describe(`content discovery in ${sample}`, () => {
    for (const { query, tags } of [
      { query: '', tags: ['1.0'] },
      { query: '?n=1', tags: ['1.0'] },
      { query: '?n=0', tags: [] },
      { query: '?n=1000', tags: ['1.0'] },
      { query: '?last=0.9', tags: ['1.0'] },
      { query: '?last=1.0', tags: [] },
      { query: '?n=1&last=1', tags: ['1.0'] },
      { query: '?n=1&last=2', tags: [] },
      { query: '?n=&last=', tags: ['1.0'] },
    ]) {
      test(`tags/list${query} has ${tags.length}`, async () => {
        const answer = await ask(sample, `tags/list${query}`)
        expect(answer.status).toBe(200)
        expect(answer.headers['content-type']).toBe('application/json')
        expect(JSON.parse(answer.bytes.toString())).toEqual({ name: `samples/${sample}`, tags })
        expect(answer.headers.link).toBeUndefined()
        const head = await ask(sample, `tags/list${query}`, { method: 'HEAD' })
        expect(head.headers['content-length']).toBe(String(answer.bytes.length))
      })
    }

    test('every manifest has its list of referrers, also one that is not there', async () => {
      const all = (await everything(sample)).filter(({ path }) => path.startsWith('manifests/'))
      const subjects = [...all.map(({ descriptor }) => descriptor.digest), NOBODY]
      for (const subject of subjects) {
        const answer = await ask(sample, `referrers/${subject}`)
        expect([answer.status, answer.headers['content-type']]).toEqual([200, OCI_INDEX])
        const index = JSON.parse(answer.bytes.toString())
        expect(index).toEqual({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] })
        expect(answer.headers['oci-filters-applied']).toBeUndefined()
      }
    })

    test('a filter that was applied is named', async () => {
      const { digest } = await tagged(sample)
      const answer = await ask(sample, `referrers/${digest}?artifactType=application/spdx%2Bjson`)
      expect(answer.status).toBe(200)
      expect(answer.headers['oci-filters-applied']).toBe('artifactType')
    })
  })
}

test.describe('errors', () => {
  for (const { why, path, status, code } of [
    { why: 'a manifest by tag', path: 'manifests/no-such', status: 404, code: 'MANIFEST_UNKNOWN' },
    {
      why: 'a manifest by digest',
      path: `manifests/${NOBODY}`,
      status: 404,
      code: 'MANIFEST_UNKNOWN',
    },
    { why: 'a blob', path: `blobs/${NOBODY}`, status: 404, code: 'BLOB_UNKNOWN' },
    {
      why: 'a blob by a bad digest',
      path: 'blobs/sha256:baddigeststring',
      status: 400,
      code: 'DIGEST_INVALID',
    },
    {
      why: 'a manifest by a bad digest',
      path: 'manifests/sha256:baddigeststring',
      status: 400,
      code: 'DIGEST_INVALID',
    },
    {
      why: 'referrers of a bad digest',
      path: 'referrers/sha256:baddigeststring',
      status: 400,
      code: 'DIGEST_INVALID',
    },
    { why: 'referrers of a tag', path: 'referrers/1.0', status: 400, code: 'DIGEST_INVALID' },
    {
      why: 'a number of tags that is none',
      path: 'tags/list?n=-1',
      status: 400,
      code: 'PAGINATION_NUMBER_INVALID',
    },
  ]) {
    for (const method of ['GET', 'HEAD']) {
      test(`${method} of ${why} is ${status}`, async () => {
        const answer = await ask('hello', path, { method })
        expect(answer.status).toBe(status)
        if (method === 'HEAD') return expect(answer.bytes).toHaveLength(0)
        expect(answer.headers['content-type']).toBe('application/json')
        expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe(code)
      })
    }
  }

  for (const path of ['tags/list', `referrers/${NOBODY}`]) {
    test(`${path} of a sample that is not there is 404`, async () => {
      const answer = await ask('no-such', path)
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe('NAME_UNKNOWN')
    })
  }

  for (const { method, path } of [
    { method: 'POST', path: 'blobs/uploads/' },
    { method: 'POST', path: `blobs/uploads/?digest=${NOBODY}` },
    { method: 'PATCH', path: 'blobs/uploads/1' },
    { method: 'PUT', path: 'blobs/uploads/1' },
    { method: 'PUT', path: 'manifests/1.0' },
    { method: 'DELETE', path: 'manifests/1.0' },
    { method: 'DELETE', path: `blobs/${NOBODY}` },
  ]) {
    test(`${method} ${path.replace(NOBODY, '…')} is 405: this registry only reads`, async () => {
      const answer = await ask('hello', path, { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD')
      expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe('UNSUPPORTED')
    })
  }
})
