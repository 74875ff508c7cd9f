import { expect, test } from '@playwright/test'
import { nextPage } from '../lib/oci/link-header.ts'
import { OCI_INDEX } from '../lib/oci/media-type.ts'
import { cosignTags, isFilterApplied, referrersTag } from '../lib/oci/referrers.ts'
import { collectTags, decodeTags } from '../lib/oci/tags-list.ts'
import { hostileLists, SUBJECT, sbom } from '../lib/registry/testing/hostile-lists.ts'
import { findTool, sayMissing, tools } from '../scripts/tools.mjs'
import type { Auth } from './harness/docker-registry.ts'
import { images, pushArtifact, pushManifest, skopeoFlags } from './harness/images.ts'
import { rawRequest } from './harness/raw-request.ts'
import { needRegistries, readState } from './harness/state.ts'
import { run } from './harness/tool.ts'

const kinds: Auth[] = ['open', 'token', 'basic-tls']
const mirrored = (host: string) => host.replace(':', '_')
const origin = () => readState().site.origin
const ofHostile = (name: string) => `/v2/${mirrored(readState().hostile)}/${name}`

function needSkopeo(): void {
  if (findTool('skopeo')) return
  const why = sayMissing(tools.filter(({ command }) => command === 'skopeo'))
  if (process.env.CI === 'true') throw new Error(why)
  test.skip(true, why)
}

async function skopeo(command: string, name: string, flags = ['--tls-verify=false']) {
  const said = await run('skopeo', [command, ...flags, `docker://${name}`], { timeout: 20_000 })
  return JSON.parse(said.toString())
}

test.describe('skopeo finds its way', () => {
  for (const name of ['hello', 'hello-docker', 'hello-zstd']) {
    test(`in sample ${name}`, async () => {
      needSkopeo()
      const at = `localhost:${readState().site.port}/samples/${name}`
      const listed = await skopeo('list-tags', at)
      expect(listed.Tags).toEqual(['1.0'])
      const inspected = await skopeo('inspect', `${at}:1.0`)
      expect(inspected).toMatchObject({ Name: at, RepoTags: ['1.0'], Os: 'linux' })
      expect(inspected.Layers).toHaveLength(3)
    })
  }

  for (const kind of kinds) {
    test(`in the ${kind} registry, as if it asked there`, async () => {
      const registry = needRegistries()[kind]
      const through = `localhost:${readState().site.port}/${mirrored(registry.host)}`
      for (const image of [images.hello, images.docker, images.deep]) {
        const [repository = ''] = image.split(':')
        const flags = skopeoFlags(registry)
        const [want, got] = [
          await skopeo('inspect', `${registry.host}/${image}`, flags),
          await skopeo('inspect', `${through}/${image}`),
        ]
        expect(got).toEqual({ ...want, Name: `${through}/${repository}` })
        expect(got.RepoTags).toEqual(['1.0'])
        const tags = await skopeo('list-tags', `${through}/${repository}`)
        expect(tags.Tags).toEqual(['1.0'])
      }
    })
  }
})

test.describe('a registry without a referrers API', () => {
  test('answers 404, which comes through, and its fallback tag is read instead', async () => {
    const { open } = needRegistries()
    const at = `${origin()}/v2/${mirrored(open.host)}/referred`
    await pushArtifact(open, 'referred:1', [{ mediaType: 'text/plain', text: 'referred to' }])
    const subject = await rawRequest(`${at}/manifests/1`)
    const digest = subject.headers['docker-content-digest'] as `sha256:${string}`
    const referrers = await rawRequest(`${at}/referrers/${digest}`)
    expect(referrers.status).toBe(404)
    expect(JSON.parse(referrers.bytes.toString()).errors[0]).toMatchObject({
      detail: { kind: 'referrers-unsupported', status: 404 },
    })

    const nothing = await rawRequest(`${at}/manifests/${referrersTag(digest)}`)
    expect(nothing.status).toBe(404)
    const [layer] = JSON.parse(subject.bytes.toString()).layers
    await pushArtifact(
      open,
      'referred:sbom',
      [{ mediaType: 'text/plain', text: 'what is inside' }],
      {
        subject: {
          ...layer,
          mediaType: subject.headers['content-type'] ?? '',
          digest,
          size: subject.bytes.length,
        },
        artifactType: sbom.artifactType,
      },
    )
    const referrer = await rawRequest(`${at}/manifests/sbom`)
    const entry = {
      mediaType: referrer.headers['content-type'] ?? '',
      digest: referrer.headers['docker-content-digest'] ?? '',
      size: referrer.bytes.length,
      artifactType: sbom.artifactType,
    }
    const index = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [entry] })
    await pushManifest(open, 'referred', referrersTag(digest), OCI_INDEX, index)
    await pushManifest(open, 'referred', cosignTags(digest).signature, OCI_INDEX, index)
    const fallback = await rawRequest(`${at}/manifests/${referrersTag(digest)}`)
    expect(fallback.status).toBe(200)
    expect(fallback.bytes.toString()).toBe(index)

    const tags = decodeTags((await rawRequest(`${at}/tags/list`)).bytes)
    expect(tags.sort()).toEqual(
      ['1', 'sbom', referrersTag(digest), cosignTags(digest).signature].sort(),
    )
  })

  test('has no tags where it has no repository', async () => {
    const { host } = needRegistries().open
    const answer = await rawRequest(`${origin()}/v2/${mirrored(host)}/no-such/tags/list`)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.bytes.toString()).errors[0].code).toBe('NAME_UNKNOWN')
  })
})

test.describe('a registry with everything', () => {
  test('has its tags read page by page at our own address', async () => {
    const at = `${ofHostile('lists')}/tags/list`
    expect(await allTags(at, 10)).toEqual(['a', 'b', 'c'])
  })

  test('has its referrers read, filtered by itself', async () => {
    const at = `${origin()}${ofHostile('lists')}/referrers/${SUBJECT}`
    for (const { query, found, applied } of [
      { query: '', found: [sbom], applied: false },
      { query: '?artifactType=application/spdx%2Bjson', found: [sbom], applied: true },
      { query: '?artifactType=application/other', found: [], applied: true },
    ]) {
      const answer = await rawRequest(at + query)
      expect([answer.status, answer.headers['content-type']]).toEqual([200, OCI_INDEX])
      expect(JSON.parse(answer.bytes.toString()).manifests).toEqual(found)
      const filters = answer.headers['oci-filters-applied'] as string | undefined
      expect(isFilterApplied(filters ?? null, 'artifactType')).toBe(applied)
    }
  })
})

test.describe('a hostile list', () => {
  for (const { name, why, ask, status, code } of hostileLists) {
    test(`of ${why}: ${status}`, async () => {
      const answer = await rawRequest(`${origin()}${ofHostile(name)}/${ask}`)
      expect(answer.status).toBe(status)
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-type': 'application/json',
        'content-length': String(answer.bytes.length),
      })
      const body = JSON.parse(answer.bytes.toString())
      if (code !== null) expect(body.errors[0].code).toBe(code)
      expect(answer.bytes.toString()).not.toContain('<script>')
    })
  }

  test('that goes round is left after the first round', async () => {
    const tags = allTags(`${ofHostile('tags-round')}/tags/list`, 10)
    await expect(tags).rejects.toMatchObject({ problem: { kind: 'too-many-pages' } })
  })
})

/** Every tag, as the browser would collect them. */
function allTags(path: string, limit: number): Promise<string[]> {
  return collectTags(async (query) => {
    const url = new URL(query ? `${path}?${query}` : `${path}?n=2`, origin())
    const answer = await rawRequest(url.href)
    expect(answer.status).toBe(200)
    const next = nextPage([answer.headers.link ?? []].flat(), url)
    return { tags: decodeTags(answer.bytes), next: next?.search.slice(1) ?? null }
  }, limit)
}
