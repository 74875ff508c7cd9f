import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Asked, commandsFor, type Tool } from '../../lib/oci/commands.ts'
import type { Digest } from '../../lib/oci/digest.ts'
import { parseReference } from '../../lib/oci/reference.ts'
import { referrersTag } from '../../lib/oci/referrers.ts'
import { rawRequest } from '../harness/raw-request.ts'
import { type Site, startSite } from '../harness/site.ts'
import { run } from '../harness/tool.ts'
import {
  artifactType,
  type Clients,
  clientsFor,
  need,
  programs,
  registries,
  untilItAnswers,
} from './programs.ts'

const recording = join(import.meta.dirname, '../../content/recordings/hello')
const TAGS = 25

type Stage = {
  work: string
  site: Site
  clients: Clients
  /** `repository` at the registry itself, and by way of the mirror */
  direct: string
  mirrored: string
  /** of the index, one of its manifests, and a layer of that */
  digests: { index: Digest; manifest: Digest; layer: Digest }
}

for (const { name, program, hasApi, referrer, start } of registries) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'default', timeout: 180_000 })
    let stage: Stage
    const stops: (() => Promise<void>)[] = []

    test.beforeAll(async () => {
      test.setTimeout(180_000)
      for (const needed of [program, 'crane', 'oras', 'regctl']) need(needed)
      const work = await mkdtemp(join(tmpdir(), 'peers-'))
      stops.push(() => rm(work, { recursive: true, force: true }))
      const registry = await start(work)
      stops.push(registry.stop)
      await untilItAnswers(registry.host)
      const cache = join(work, 'cache')
      const origin = `http://${registry.host}`
      const site = await startSite({ CACHE_DIR: cache, EXTRA_REGISTRIES: origin })
      stops.push(site.stop)
      const own = `localhost:${site.port}`
      const clients = await clientsFor(work, [registry.host, own])
      const direct = `${registry.host}/lab/hello`
      await fill(clients, direct, work)
      const mirrored = `${own}/${registry.host.replace(':', '_')}/lab/hello`
      const digests = await digestsOf(clients, direct)
      stage = { work, site, clients, direct, mirrored, digests }
    })

    test.afterAll(async () => {
      for (const stop of stops.reverse()) await stop()
    })

    /** What a client prints must not depend on which of the two it asks. */
    async function same(ask: (at: string) => Promise<Buffer>) {
      const [want, got] = [await ask(stage.direct), await ask(stage.mirrored)]
      expect(want.length).toBeGreaterThan(0)
      const named = (bytes: Buffer, at: string) => bytes.toString('latin1').replaceAll(at, '<here>')
      expect(named(got, stage.mirrored)).toBe(named(want, stage.direct))
      return got
    }

    test('crane: manifests by tag and digest, config, blob, tags', async () => {
      const { crane } = stage.clients
      const { index, manifest, layer } = stage.digests
      await same((at) => crane('manifest', `${at}:1.0`))
      await same((at) => crane('manifest', `${at}@${index}`))
      await same((at) => crane('manifest', `${at}@${manifest}`))
      await same((at) => crane('digest', `${at}:1.0`))
      await same((at) => crane('config', `${at}:1.0`, '--platform', 'linux/arm64'))
      const blob = await same((at) => crane('blob', `${at}@${layer}`))
      expect(hashOf(blob)).toBe(layer)
      const tags = (await same((at) => crane('ls', at))).toString().trim().split('\n')
      expect(tags.filter((tag) => tag.startsWith('t'))).toHaveLength(TAGS)
    })

    test('oras: manifests, blob, tags, referrers', async () => {
      const { oras } = stage.clients
      const { index, manifest, layer } = stage.digests
      // The mirror hands out a blob only after a manifest that names it.
      await same((at) => oras('manifest', 'fetch', '--plain-http', `${at}@${manifest}`))
      await same((at) => oras('manifest', 'fetch', '--plain-http', `${at}:1.0`))
      await same((at) => oras('manifest', 'fetch', '--plain-http', `${at}@${index}`))
      await same((at) => oras('blob', 'fetch', '--plain-http', '--output', '-', `${at}@${layer}`))
      await same((at) => oras('repo', 'tags', '--plain-http', at))
      const found = await same((at) =>
        oras('discover', '--plain-http', '--format', 'json', `${at}:1.0`),
      )
      const { referrers, manifests } = JSON.parse(found.toString())
      expect((referrers ?? manifests)[0]).toMatchObject({ artifactType: referrer })
    })

    test('regctl: manifests, blob, tags by pages, referrers', async () => {
      const { regctl } = stage.clients
      const { index, manifest, layer } = stage.digests
      await same((at) => regctl('manifest', 'get', '--format', 'raw-body', `${at}@${manifest}`))
      await same((at) => regctl('manifest', 'get', '--format', 'raw-body', `${at}:1.0`))
      await same((at) => regctl('manifest', 'head', `${at}@${index}`))
      await same((at) => regctl('image', 'digest', `${at}:1.0`))
      await same((at) => regctl('blob', 'get', at, layer))
      await same((at) => regctl('tag', 'ls', '--limit', '7', at))
      await same((at) => regctl('tag', 'ls', '--limit', '7', '--last', 't10', at))
      const found = await same((at) =>
        regctl('artifact', 'list', '--format', '{{ json .Descriptors }}', `${at}:1.0`),
      )
      expect(JSON.parse(found.toString())).toMatchObject([{ artifactType: referrer }])
    })

    test('each of them copies the image whole', async () => {
      const { crane, oras, regctl } = stage.clients
      const from = `${stage.mirrored}:1.0`
      const to = (client: string) => join(stage.work, client)
      await crane('pull', '--format', 'oci', from, to('crane'))
      await oras('cp', '--from-plain-http', from, '--to-oci-layout', `${to('oras')}:1.0`)
      await regctl('image', 'copy', from, `ocidir://${to('regctl')}:1.0`)
      const want = (await readdir(join(recording, 'blobs', 'sha256'))).sort()
      for (const client of ['crane', 'oras', 'regctl']) {
        const blobs = join(to(client), 'blobs', 'sha256')
        expect((await readdir(blobs)).sort(), client).toEqual(want)
        for (const blob of want) {
          expect(hashOf(await readFile(join(blobs, blob)))).toBe(`sha256:${blob}`)
        }
      }
    })

    test('the commands that pages write print what the page shows', async () => {
      const { index, manifest, layer } = stage.digests
      const platform = { os: 'linux', architecture: 'amd64' }
      const config = JSON.parse(await typed('crane', { what: 'manifest', digest: manifest }))
      const bytes: [Asked, Digest][] = [
        [{ what: 'manifest' }, index],
        [{ what: 'manifest', digest: index }, index],
        [{ what: 'child', platform, digest: manifest }, manifest],
        [{ what: 'config', digest: config.config.digest, manifest }, config.config.digest],
        [{ what: 'blob', digest: layer, manifest }, layer],
      ]
      for (const tool of ['curl', 'crane', 'oras', 'regctl', 'mirror'] as const) {
        for (const [asked, digest] of bytes) {
          expect(hashOf(Buffer.from(await typed(tool, asked), 'latin1')), tool).toBe(digest)
        }
        expect(await typed(tool, { what: 'digest' }), tool).toContain(index)
        expect(await typed(tool, { what: 'check', digest: index }), tool).toContain(index.slice(7))
        expect(await typed(tool, { what: 'tags' }), tool).toMatch(/\bt24\b/)
        if (tool === 'crane' || (!hasApi && (tool === 'curl' || tool === 'mirror'))) continue
        const says = tool === 'oras' || tool === 'regctl' ? referrer : 'artifactType'
        expect(await typed(tool, { what: 'referrers', digest: index }), tool).toContain(says)
      }
    })

    /** What a command prints when it is typed into a shell, a character for a byte. */
    async function typed(tool: Tool, asked: Asked): Promise<string> {
      const { direct, site, work } = stage
      const pinned = asked.what === 'manifest' && asked.digest === stage.digests.manifest
      const reference = parseReference(pinned ? `${direct}@${asked.digest}` : `${direct}:1.0`)
      const commands = commandsFor(reference, asked, { origin: site.origin, plainHttp: true })
      const lines = commands.find((command) => command.tool === tool)?.lines ?? []
      expect(lines, `${tool}: ${asked.what}`).not.toHaveLength(0)
      const env = { HOME: work, PATH: `${programs}:${process.env.PATH}` }
      return (await run('sh', ['-c', lines.join('\n')], { env })).toString('latin1')
    }

    test('referrers come through as the registry tells them', async () => {
      const { index } = stage.digests
      const [host = '', ...repository] = stage.direct.split('/')
      const path = `${repository.join('/')}/referrers/${index}`
      const theirs = await rawRequest(`http://${host}/v2/${path}`)
      const at = `${stage.site.origin}/v2/${host.replace(':', '_')}/${repository.join('/')}`
      const ours = await rawRequest(`${at}/referrers/${index}`)
      expect(theirs.status).toBe(hasApi ? 200 : 404)
      expect(ours.status).toBe(theirs.status)
      if (hasApi) {
        expect(ours.bytes.equals(theirs.bytes)).toBe(true)
        expect(JSON.parse(ours.bytes.toString()).manifests).toMatchObject([
          { artifactType: referrer },
        ])
      } else {
        const tag = referrersTag(index)
        const fallback = await rawRequest(`${at}/manifests/${tag}`)
        expect(JSON.parse(fallback.bytes.toString()).manifests).toMatchObject([
          { artifactType: referrer },
        ])
      }
    })

    test('its layers are listed', async () => {
      const { layer, manifest } = stage.digests
      const at = stage.mirrored.slice(stage.mirrored.indexOf('/'))
      await rawRequest(`${stage.site.origin}/v2${at}/manifests/${manifest}`)
      const { bytes } = await rawRequest(`${stage.site.origin}/api/layers${at}/${layer}`)
      const last = JSON.parse(bytes.toString().trim().split('\n').at(-1) ?? '')
      expect(last).toMatchObject({ type: 'end', digest: layer, digestVerified: true })
    })
  })
}

test('the samples, with no registry behind, to all three clients', async () => {
  for (const needed of ['crane', 'oras', 'regctl']) need(needed)
  test.setTimeout(120_000)
  const work = await mkdtemp(join(tmpdir(), 'peers-'))
  const site = await startSite({ CACHE_DIR: join(work, 'cache'), LIVE: 'off' })
  try {
    const host = `localhost:${site.port}`
    const { crane, oras, regctl } = await clientsFor(work, [host])
    const from = `${host}/samples/hello:1.0`
    const digest = (await crane('digest', from)).toString().trim()
    expect(hashOf(await oras('manifest', 'fetch', '--plain-http', from))).toBe(digest)
    expect((await regctl('image', 'digest', from)).toString().trim()).toBe(digest)
    expect((await crane('ls', `${host}/samples/hello`)).toString().trim()).toBe('1.0')
    await regctl('image', 'copy', from, `ocidir://${join(work, 'copy')}:1.0`)
    const want = (await readdir(join(recording, 'blobs', 'sha256'))).sort()
    expect((await readdir(join(work, 'copy', 'blobs', 'sha256'))).sort()).toEqual(want)
  } finally {
    await site.stop()
    await rm(work, { recursive: true, force: true })
  }
})

/** The recorded index by skopeo, something that refers to it by oras, many tags by crane. */
async function fill({ crane, oras }: Clients, at: string, work: string) {
  const copy = ['--insecure-policy', 'copy', '--quiet', '--all', '--dest-tls-verify=false']
  await run('skopeo', [...copy, `oci:${recording}:1.0`, `docker://${at}:1.0`])
  await writeFile(join(work, 'sbom.json'), '{"spdxVersion":"SPDX-2.3"}\n')
  const attach = ['attach', '--plain-http', '--artifact-type', artifactType]
  await oras(...attach, `${at}:1.0`, 'sbom.json:application/json')
  for (let i = 0; i < TAGS; i += 1) await crane('tag', `${at}:1.0`, `t${`${i}`.padStart(2, '0')}`)
}

async function digestsOf({ crane }: Clients, at: string): Promise<Stage['digests']> {
  const bytes = await crane('manifest', `${at}:1.0`)
  const manifest = JSON.parse(bytes.toString()).manifests[0].digest
  const { layers } = JSON.parse((await crane('manifest', `${at}@${manifest}`)).toString())
  return { index: hashOf(bytes), manifest, layer: layers[0].digest }
}

const hashOf = (bytes: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`
