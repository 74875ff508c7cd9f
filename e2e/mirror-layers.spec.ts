import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { Digest } from '../lib/oci/digest.ts'
import { OCI_INDEX, OCI_LAYER } from '../lib/oci/media-type.ts'
import { referrersTag } from '../lib/oci/referrers.ts'
import { images, pushArtifact, pushManifest } from './harness/images.ts'
import {
  archives,
  buildChanges,
  makeArchives,
  makeChanges,
  makeManyLayers,
} from './harness/layer-images.ts'
import {
  checkImage,
  fromMirror,
  layerFile,
  listLayer,
  type Place,
  visitor,
} from './harness/listing.ts'
import { type RawAnswer, rawRequest } from './harness/raw-request.ts'
import { needRegistries, readState } from './harness/state.ts'
import { bytesOf, listedOf, listWithTar } from './harness/tar-listing.ts'
import { run } from './harness/tool.ts'
import { expectSameTree, unpackWithUmoci } from './harness/tree.ts'

/** Where a test keeps its image: a repository and a loopback address of its own. */
function placeOf(repository: string, address: number): Place {
  const { open } = needRegistries()
  const { origin } = readState().site
  return {
    ...{ origin, upstream: open.origin, host: open.host },
    ...{ repository: `layers/${repository}`, from: visitor(address) },
  }
}

const skopeo = (...args: string[]) =>
  run('skopeo', ['--insecure-policy', 'copy', '--quiet', ...args], { timeout: 25_000 })

async function push(layout: string, { host, repository }: Place, flags: string[] = []) {
  const to = `docker://${host}/${repository}:1.0`
  await skopeo('--dest-tls-verify=false', ...flags, `oci:${layout}:1.0`, to)
}

async function mediaTypesOf(place: Place): Promise<string[]> {
  const manifest = JSON.parse((await fromMirror(place, 'manifests/1.0')).toString())
  return [manifest.mediaType, ...manifest.layers.map((layer: typeof manifest) => layer.mediaType)]
}

test.describe('what umoci wrote, layer by layer: names, whiteouts, opaque, links', () => {
  for (const { why, flags, address, type } of [
    { why: 'OCI and gzip', flags: [], address: 11, type: '\\+gzip' },
    { why: 'docker schema 2', flags: ['--format', 'v2s2'], address: 12, type: '\\.gzip' },
    {
      ...{ why: 'OCI and zstd', address: 13, type: '\\+zstd' },
      flags: ['--dest-compress-format', 'zstd'],
    },
  ]) {
    test(`reads the same as ${why}`, async ({ browserName: _ }, info) => {
      const place = placeOf(`umoci-${address}`, address)
      const layout = await makeChanges(info.outputPath('umoci'))
      await push(layout, place, flags)
      const { stack } = await checkImage(place, '1.0')
      expect((await mediaTypesOf(place)).at(-1)).toMatch(new RegExp(`${type}$`))
      const want = await unpackWithUmoci(layout, info.outputPath('unpacked'))
      expect(want['opt/new']?.kind).toBe('file')
      expectSameTree(stack, want)
      // umoci says of what was in a directory that it is gone, although a file now stands there.
      const findings = stack.reports.flatMap((report) => report.findings)
      expect(findings).toMatchObject([{ kind: 'whiteout-idle', path: 'srv/.wh.www' }])
    })
  }
})

test.describe('what buildah built', () => {
  for (const { why, to, flags, address, type } of [
    { why: 'as OCI and gzip', to: 'docker', flags: [], address: 21, type: '\\+gzip' },
    {
      ...{ why: 'as docker schema 2', to: 'docker', address: 22, type: '\\.gzip' },
      flags: ['--format', 'v2s2'],
    },
    // buildah compresses whatever goes to a registry, unless its digests are to stay
    {
      ...{ why: 'uncompressed', to: 'dir', address: 23, type: 'v1.tar' },
      flags: ['--disable-compression'],
    },
  ]) {
    test(`reads the same ${why}`, async ({ browserName: _ }, info) => {
      const place = placeOf(`buildah-${address}`, address)
      const { image, call } = await buildChanges(info.outputPath('buildah'))
      const layout = info.outputPath('layout')
      const target = `docker://${place.host}/${place.repository}:1.0`
      await call(['push', '--quiet', image, `oci:${layout}:1.0`])
      if (to === 'docker') {
        await call(['push', '--quiet', '--tls-verify=false', ...flags, image, target])
      } else {
        const bare = `dir:${info.outputPath('bare')}`
        await call(['push', '--quiet', ...flags, image, bare])
        await skopeo('--dest-tls-verify=false', '--preserve-digests', bare, target)
      }
      const { stack, entries } = await checkImage(place, '1.0')
      expect(entries.flat().some(({ whiteout }) => whiteout?.type === 'remove')).toBe(true)
      expect((await mediaTypesOf(place)).at(-1)).toMatch(new RegExp(`${type}$`))
      expectSameTree(stack, await unpackWithUmoci(layout, info.outputPath('unpacked')))
    })
  }
})

test('what GNU tar can write, in each of its formats', async ({ browserName: _ }, info) => {
  const place = placeOf('archives', 31)
  const formats = archives.map(({ args }) => args)
  await push(await makeArchives(info.outputPath('archives'), formats), place)
  const { entries } = await checkImage(place, '1.0')
  expect(entries).toHaveLength(archives.length)
  for (const [i, { why, args }] of archives.entries()) {
    const holes = entries[i]?.find(({ path }) => path === 'd/holes')
    expect(holes, why).toMatchObject({ size: 3 * 2 ** 20 })
    expect(holes?.sparse ?? false, why).toBe(args.includes('-S'))
  }
  expect(entries[3]?.at(-2)).toMatchObject({ kind: 'character-device', device: [1, 3] })
})

test('120 layers', async ({ browserName: _ }, info) => {
  // 120 programs and 120 pushes before the first question: half a minute on a busy machine
  test.setTimeout(90_000)
  const place = placeOf('many', 41)
  const layout = await makeManyLayers(info.outputPath('many'), 120)
  await push(layout, place)
  const { stack, layers } = await checkImage(place, '1.0')
  expect(layers).toHaveLength(120)
  expectSameTree(stack, await unpackWithUmoci(layout, info.outputPath('unpacked')))
})

test('each platform of an index', async ({ browserName: _ }, info) => {
  const [repository = ''] = images.hello.split(':')
  const place = { ...placeOf('', 42), repository }
  const index = JSON.parse((await fromMirror(place, 'manifests/1.0')).toString())
  expect(index.manifests).toHaveLength(5)
  for (const [i, { digest }] of index.manifests.entries()) {
    const { stack } = await checkImage(place, digest)
    const layout = info.outputPath(`layout-${i}`)
    const from = `docker://${place.host}/${repository}@${digest}`
    await skopeo('--src-tls-verify=false', from, `oci:${layout}:1.0`)
    expectSameTree(stack, await unpackWithUmoci(layout, info.outputPath(`tree-${i}`)))
  }
})

test('the layer of an artifact that refers to another, found by the fallback tag', async ({
  browserName: _,
}, info) => {
  const { open } = needRegistries()
  const place = placeOf('artifact', 43)
  const { repository } = place
  await pushArtifact(open, `${repository}:1`, [{ mediaType: 'text/plain', text: 'the subject' }])
  const subject = await describe(place, 'manifests/1')

  const archive = info.outputPath('sbom.tar')
  await writeFile(info.outputPath('sbom.json'), '{"spdxVersion":"SPDX-2.3"}\n')
  await run('tar', ['-cf', archive, '-C', info.outputPath(''), 'sbom.json'])
  const artifactType = 'application/vnd.example.sbom'
  const text = await readFile(archive, 'utf8')
  const files = [{ mediaType: OCI_LAYER, text }]
  const [layer = ''] = await pushArtifact(open, `${repository}:sbom`, files, {
    subject,
    artifactType,
  })
  const referrer = await describe(place, 'manifests/sbom')
  const index = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [{ ...referrer, artifactType }],
  }
  const tag = referrersTag(subject.digest)
  await pushManifest(open, repository, tag, OCI_INDEX, JSON.stringify(index))

  const found = JSON.parse((await fromMirror(place, `manifests/${tag}`)).toString())
  const manifest = await fromMirror(place, `manifests/${found.manifests[0].digest}`)
  expect(JSON.parse(manifest.toString()).subject).toEqual(subject)
  const { entries, last } = await listLayer(place, layer)
  expect(entries.map(listedOf)).toEqual(await listWithTar(Buffer.from(text)))
  expect(last).toMatchObject({ type: 'end', declared: 'none', compression: 'none' })
  const file = await layerFile(place, layer, 0)
  expect(file.bytes.toString()).toBe('{"spdxVersion":"SPDX-2.3"}\n')
  // Its other parts are no layers, and say so.
  await fromMirror(place, 'manifests/1')
  const [text0] = JSON.parse((await fromMirror(place, 'manifests/1')).toString()).layers
  expect((await listLayer(place, text0.digest)).last).toMatchObject({ type: 'problem' })
})

async function describe({ origin, host, repository }: Place, path: string) {
  const url = `${origin}/v2/${host.replace(':', '_')}/${repository}/${path}`
  const { headers, bytes } = await rawRequest(url)
  const digest = headers['docker-content-digest'] as Digest
  return { mediaType: headers['content-type'] ?? '', digest, size: bytes.length }
}

test('a file by its index: its bytes, or why not', async ({ browserName: _ }, info) => {
  const place = placeOf('files', 44)
  const layout = await makeChanges(info.outputPath('umoci'))
  await push(layout, place)
  const { layers, entries } = await checkImage(place, '1.0')
  const [{ digest } = { digest: '' }] = layers
  const first = entries[0] ?? []
  const root = Buffer.from(`${info.outputPath('umoci', 'first', 'rootfs')}/`)
  const problemOf = (answer: RawAnswer) => JSON.parse(answer.bytes.toString()).problem
  let shown = 0
  for (const entry of first) {
    const answer = await layerFile(place, digest, entry.index)
    if (entry.kind === 'file' && entry.size <= 256 * 1024) {
      shown += 1
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('application/octet-stream')
      const at = Buffer.concat([root, bytesOf(entry.path, entry.pathBase64)])
      expect(answer.bytes.equals(await readFile(at)), entry.path).toBe(true)
    } else if (entry.kind === 'file') {
      expect(problemOf(answer)).toMatchObject({ kind: 'too-large', size: entry.size })
    } else {
      const { path, kind: what } = entry
      expect(problemOf(answer)).toEqual({ kind: 'entry-not-file', path, what })
    }
  }
  expect(shown).toBeGreaterThan(20)
  const beyond = await layerFile(place, digest, first.length)
  expect(beyond.status).toBe(404)
  expect(problemOf(beyond)).toMatchObject({ kind: 'entry-unknown', entries: first.length })
})
