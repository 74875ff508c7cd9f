import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readTags } from '../lib/recordings/layout.ts'
import { findTool, sayMissing, tools } from '../scripts/tools.mjs'
import type { Auth } from './harness/docker-registry.ts'
import { images, skopeoFlags } from './harness/images.ts'
import { rawRequest } from './harness/raw-request.ts'
import { needRegistries, readState } from './harness/state.ts'
import { run } from './harness/tool.ts'

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const samples = ['hello', 'hello-docker', 'hello-zstd']
const kinds: Auth[] = ['open', 'token', 'basic-tls']
const recording = (name: string) => join('content', 'recordings', name)

/** How the mirror writes a registry in a path. */
const mirrored = (host: string) => host.replace(':', '_')

function needSkopeo(): void {
  if (findTool('skopeo')) return
  const why = sayMissing(tools.filter(({ command }) => command === 'skopeo'))
  if (process.env.CI === 'true') throw new Error(why)
  test.skip(true, why)
}

async function inspectRaw(name: string, flags: string[]): Promise<Buffer> {
  return run('skopeo', ['inspect', '--raw', ...flags, `docker://${name}`], { timeout: 20_000 })
}

async function taggedManifest(name: string): Promise<Buffer> {
  const descriptor = (await readTags(name)).get('1.0')
  const [, hex = ''] = descriptor?.digest.split(':') ?? []
  return readFile(join(recording(name), 'blobs', 'sha256', hex))
}

test.describe('skopeo reads the mirror as it reads a registry', () => {
  for (const kind of kinds) {
    for (const image of [images.hello, images.docker, images.umoci, images.buildah, images.deep]) {
      test(`${image} of the ${kind} registry, byte for byte`, async () => {
        const registry = needRegistries()[kind]
        const { site } = readState()
        const through = `localhost:${site.port}/${mirrored(registry.host)}/${image}`
        const want = await inspectRaw(`${registry.host}/${image}`, skopeoFlags(registry))
        const got = await inspectRaw(through, ['--tls-verify=false'])
        expect(want.length).toBeGreaterThan(0)
        expect(got.equals(want)).toBe(true)
      })
    }

    test(`and pulls an image whole from the ${kind} registry`, async ({ browserName: _ }, info) => {
      const registry = needRegistries()[kind]
      const { site } = readState()
      const from = `docker://localhost:${site.port}/${mirrored(registry.host)}/${images.hello}`
      await pull(from, info.outputPath('pulled'), 'hello')
    })
  }

  for (const name of samples) {
    test(`sample ${name}, byte for byte, with no registry behind`, async () => {
      needSkopeo()
      const { port } = readState().site
      const got = await inspectRaw(`localhost:${port}/samples/${name}:1.0`, ['--tls-verify=false'])
      expect(got.equals(await taggedManifest(name))).toBe(true)
    })
  }

  test('and pulls a sample whole', async ({ browserName: _ }, info) => {
    needSkopeo()
    const { port } = readState().site
    await pull(`docker://localhost:${port}/samples/hello:1.0`, info.outputPath('pulled'), 'hello')
  })

  async function pull(from: string, directory: string, recorded: string): Promise<void> {
    const copy = ['--insecure-policy', 'copy', '--quiet', '--all', '--src-tls-verify=false']
    await run('skopeo', [...copy, from, `oci:${directory}:1.0`], { timeout: 25_000 })
    const blobs = join('blobs', 'sha256')
    const pulled = (await readdir(join(directory, blobs))).sort()
    expect(pulled).toEqual((await readdir(join(recording(recorded), blobs))).sort())
  }
})

test.describe('headers', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  }

  test('/v2/ says that this is a registry', async () => {
    const answer = await rawRequest(`${readState().site.origin}/v2/`)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject(always)
  })

  for (const where of ['samples', ...kinds] as const) {
    test(`a manifest from ${where} comes as it is, whatever encoding is offered`, async () => {
      const { site } = readState()
      const bytes = await taggedManifest('hello')
      const host = where === 'samples' ? where : mirrored(needRegistries()[where].host)
      const url = `${site.origin}/v2/${host}/hello/manifests/1.0`
      const headers = { 'accept-encoding': 'gzip, br, zstd' }
      const got = await rawRequest(url, { headers })
      expect(got.status).toBe(200)
      expect(got.bytes.equals(bytes)).toBe(true)
      expect(got.headers).toMatchObject({
        ...always,
        'content-type': 'application/vnd.oci.image.index.v1+json',
        'content-length': String(bytes.length),
        'docker-content-digest': sha256(bytes),
        etag: `"${sha256(bytes)}"`,
      })
      expect(got.headers['cache-control']).toContain('no-transform')
      expect(got.headers['content-encoding']).toBeUndefined()
      expect(got.headers['access-control-allow-origin']).toBeUndefined()

      const head = await rawRequest(url, { method: 'HEAD', headers })
      expect(head.status).toBe(200)
      expect(head.bytes).toHaveLength(0)
      for (const name of ['content-type', 'content-length', 'docker-content-digest', 'etag']) {
        expect(head.headers[name], name).toBe(got.headers[name])
      }
    })

    test(`a blob from ${where} comes whole, in part and as a HEAD`, async () => {
      const { site } = readState()
      const host = where === 'samples' ? where : mirrored(needRegistries()[where].host)
      const at = `${site.origin}/v2/${host}/hello`
      const index = JSON.parse((await taggedManifest('hello')).toString())
      const { digest } = index.manifests[0]
      const manifest = await rawRequest(`${at}/manifests/${digest}`)
      expect(sha256(manifest.bytes)).toBe(digest)
      const [layer] = JSON.parse(manifest.bytes.toString()).layers
      const url = `${at}/blobs/${layer.digest}`

      const whole = await rawRequest(url, { headers: { 'accept-encoding': 'gzip' } })
      expect(sha256(whole.bytes)).toBe(layer.digest)
      expect(whole.headers).toMatchObject({
        ...always,
        'content-type': 'application/octet-stream',
        'content-length': String(layer.size),
        'docker-content-digest': layer.digest,
      })
      expect(whole.headers['content-disposition']).toMatch(/^attachment/)
      expect(whole.headers['content-encoding']).toBeUndefined()

      const head = await rawRequest(url, { method: 'HEAD' })
      expect([head.status, head.bytes.length]).toEqual([200, 0])
      expect(head.headers['content-length']).toBe(String(layer.size))

      const part = await rawRequest(url, { headers: { range: 'bytes=2-9' } })
      expect(part.status).toBe(206)
      expect(part.headers['content-range']).toBe(`bytes 2-9/${layer.size}`)
      expect(part.bytes.equals(whole.bytes.subarray(2, 10))).toBe(true)

      const beyond = await rawRequest(url, { headers: { range: `bytes=${layer.size}-` } })
      expect(beyond.status).toBe(416)
    })
  }
})

test.describe('refusals', () => {
  const digest = `sha256:${'0'.repeat(64)}`
  for (const { why, path, method, headers, status, code } of [
    {
      ...{ why: 'a registry that is not listed', path: 'registry.example/app/manifests/1' },
      ...{ status: 403, code: 'DENIED' },
    },
    {
      ...{ why: 'a sample that is not there', path: 'samples/no-such/manifests/1.0' },
      ...{ status: 404, code: 'MANIFEST_UNKNOWN' },
    },
    {
      ...{ why: 'a tag that is not there', path: 'samples/hello/manifests/none' },
      ...{ status: 404, code: 'MANIFEST_UNKNOWN' },
    },
    {
      ...{ why: 'a blob that no manifest names', path: `samples/hello/blobs/${digest}` },
      ...{ status: 404, code: 'BLOB_UNKNOWN' },
    },
    {
      ...{ why: 'to be written to', path: 'samples/hello/manifests/1.0', method: 'PUT' },
      ...{ status: 405, code: 'UNSUPPORTED' },
    },
    {
      ...{ why: 'a question from another site', path: 'samples/hello/manifests/1.0' },
      ...{ headers: { 'sec-fetch-site': 'cross-site' }, status: 403, code: 'DENIED' },
    },
  ] as {
    why: string
    path: string
    method?: string
    headers?: Record<string, string>
    status: number
    code: string
  }[]) {
    test(`refuses ${why}`, async () => {
      const url = `${readState().site.origin}/v2/${path}`
      const answer = await rawRequest(url, {
        ...(method && { method }),
        ...(headers && { headers }),
      })
      expect(answer.status).toBe(status)
      expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe(code)
    })
  }

  test('says 404 where the registry does', async () => {
    const { host } = needRegistries().open
    const url = `${readState().site.origin}/v2/${mirrored(host)}/hello/manifests/none`
    const answer = await rawRequest(url)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe('MANIFEST_UNKNOWN')
  })

  test('knows a blob only after a manifest that names it', async () => {
    const { host } = needRegistries().open
    const url = `${readState().site.origin}/v2/${mirrored(host)}/hello/blobs/${digest}`
    const answer = await rawRequest(url)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe('BLOB_UNKNOWN')
  })
})
