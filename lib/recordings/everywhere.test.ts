import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../oci/archive/archive.ts'
import { indexTar } from '../oci/archive/tar-index.ts'
import { readPlaces, readSaved } from './everywhere.ts'
import { identifiersIn } from './identifiers.ts'
import { type ImageName, mentionedIn, namesOf } from './image-names.ts'
import { namesBy, ownNamesIn, readSavedFiles, seenIn } from './seen-names.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const places = await readPlaces()
const image = { names: await namesOf('hello'), mentioned: await mentionedIn('hello') }
const amd64 = await namesOf('hello', 'linux/amd64')
const hexes = (is: ImageName['is']) => amd64.filter((name) => name.is === is).map(({ hex }) => hex)

describe.each(places)('$name', (place) => {
  test('all that was typed worked', () => {
    expect(place.asked.filter(({ exit }) => exit !== 0)).toEqual([])
  })

  test('every hash is a name of the image, or a name that the tool gave', async () => {
    const saved = await readSavedFiles(place)
    const own = ownNamesIn(place, saved, image)
    const known = [...image.names, ...own]
    // short ones are known by their beginning
    const nameless = seenIn(place, saved).filter(({ hex }) => namesBy(known, hex).length === 0)
    expect(nameless).toEqual([])
  })

  test('what is kept of a file is its text, whole', () => {
    for (const { path, files } of place.folders) {
      for (const file of files) {
        if (file.kind !== 'file' || file.text === undefined) continue
        expect(sha256(file.text), `${path}/${file.path}`).toBe(file.sha256)
        expect(Buffer.byteLength(file.text)).toBe(file.size)
      }
    }
  })

  test('a blob on disk is what its name says', () => {
    for (const { files } of place.folders) {
      for (const file of files) {
        const [, hex] =
          /(?:blobs|content)\/sha256\/(?:[0-9a-f]{2}\/)?([0-9a-f]{64})(?:\/data)?$/.exec(
            file.path,
          ) ?? []
        if (hex && file.kind === 'file') expect(file.sha256, file.path).toBe(hex)
      }
    }
  })

  test('a blob in an archive is what its name says', async () => {
    for (const [archive, files] of await readSavedFiles(place)) {
      for (const [path, bytes] of files) {
        const [, hex] = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(path) ?? []
        if (hex) expect(sha256(bytes), `${archive}: ${path}`).toBe(hex)
      }
    }
  })

  test('this site reads each archive as the same image', async () => {
    for (const name of place.archives) {
      const archive = await readArchive(await indexTar(new Blob([await readSaved(name)])))
      const digests = (is: ImageName['is']) => hexes(is).map((hex) => `sha256:${hex}`)
      const [read, ...others] = archive.images.filter(({ config }) => config !== null)
      expect(others, name).toEqual([])
      expect(read?.config?.digest, name).toBe(digests('config')[0])
      expect(
        read?.layers.map(({ diffId }) => diffId),
        name,
      ).toEqual(digests('diffId'))
    }
  })
})

const filesOf = (name: string, folder: RegExp) =>
  places
    .find((place) => place.name === name)
    ?.folders.filter(({ path }) => folder.test(path))
    .flatMap(({ files }) => files) ?? []

const textOf = (name: string, path: string) => {
  const file = filesOf(name, /./).find((each) => each.path === path)
  if (file?.kind !== 'file' || file.text === undefined) throw new Error(`${name}: no text ${path}`)
  return file.text
}

test('Docker’s classic store: folders by chainID, and a random name for the unpacked layer', () => {
  const cacheIds = ['docker-20', 'docker-26'].map((name) =>
    hexes('chainId').map((hex, i) => {
      const folder = `overlay2/layerdb/sha256/${hex}`
      expect(textOf(name, `${folder}/diff`)).toBe(`sha256:${hexes('diffId')[i]}`)
      return textOf(name, `${folder}/cache-id`)
    }),
  )
  expect(new Set(cacheIds.flat()).size).toBe(6)
})

test.each(['podman', 'cri-o'])('%s: a layer is called by a hash over those below it', (name) => {
  const layers: { id: string; 'diff-digest': string }[] = JSON.parse(
    textOf(name, 'overlay-layers/layers.json'),
  )
  const expected: string[] = []
  for (const hex of hexes('diffId')) {
    const below = expected.at(-1)
    // like a chainID, but with a plus and without `sha256:`
    expected.push(below === undefined ? hex : sha256(`${below}+${hex}`))
  }
  expect(layers.map(({ id }) => id)).toEqual(expected)
  expect(expected.slice(1).filter((id) => hexes('chainId').includes(id))).toEqual([])
})

test('containerd keeps blobs by digest, and snapshots under numbers', () => {
  const content = filesOf('containerd', /content/).map(({ path }) => path)
  for (const hex of [...hexes('index'), ...hexes('config'), ...hexes('layer')]) {
    expect(content).toContain(`blobs/sha256/${hex}`)
  }
  const snapshots = filesOf('containerd', /snapshotter/).map(({ path }) => path)
  expect(snapshots.filter((path) => /^snapshots\/[^/]+$/.test(path))).toEqual([
    ...['snapshots/1', 'snapshots/2', 'snapshots/3'],
  ])
})

describe('the same image, called differently', () => {
  const image = 'localhost:5000/hello:1.0'
  const list = 'docker images --digests --no-trunc'
  test.each<{ place: string; command: string; where: string; is: ImageName['is'] }>([
    { place: 'docker-26', command: list, where: 'IMAGE ID', is: 'config' },
    { place: 'docker-26-containerd', command: list, where: 'IMAGE ID', is: 'index' },
    {
      place: 'docker-29',
      command: `docker image inspect --platform linux/amd64 ${image}`,
      ...{ where: '/*/Id', is: 'manifest' },
    },
    {
      place: 'cri-containerd',
      command: 'crictl images --digests --no-trunc',
      ...{ where: 'DIGEST', is: 'index' },
    },
    {
      place: 'cri-containerd',
      command: 'crictl images --digests --no-trunc',
      ...{ where: 'IMAGE ID', is: 'config' },
    },
    {
      place: 'nerdctl',
      command: 'nerdctl images --digests --no-trunc',
      ...{ where: 'IMAGE ID', is: 'index' },
    },
    {
      place: 'nerdctl',
      command: `nerdctl image inspect --mode=dockercompat ${image}`,
      ...{ where: '/*/Id', is: 'config' },
    },
    {
      place: 'cri-o',
      command: 'crictl images --digests --no-trunc',
      ...{ where: 'DIGEST', is: 'manifest' },
    },
    {
      place: 'podman',
      command: 'podman images --digests --no-trunc',
      ...{ where: 'DIGEST', is: 'index' },
    },
    {
      place: 'podman',
      command: `podman image inspect ${image}`,
      ...{ where: '/*/Digest', is: 'manifest' },
    },
    {
      place: 'podman',
      command: 'buildah images --digests --no-trunc',
      ...{ where: '<no value>', is: 'index' },
    },
  ])('$place: $command, $where: $is', ({ place, command, where, is }) => {
    const printed = places
      .find(({ name }) => name === place)
      ?.asked.find((each) => each.command === command)
    const found = identifiersIn(printed?.stdout ?? '').filter((one) => one.where === where)
    expect(found.map(({ hex }) => hex)).toEqual(hexes(is))
  })
})

test('on a node nerdctl shows one image as three, by tag, by digest and by image ID', () => {
  const { asked = [] } = places.find(({ name }) => name === 'cri-containerd') ?? {}
  const rows = (command: string) => {
    const { stdout } = asked.find((each) => each.command === command) ?? { stdout: '' }
    return stdout.trim().split('\n').slice(1)
  }
  expect(rows('crictl images')).toHaveLength(1)
  const names = rows('ctr -n k8s.io images ls').map((row) => row.split(' ')[0])
  expect(names.sort()).toEqual([
    'localhost:5000/hello:1.0',
    `localhost:5000/hello@sha256:${hexes('index')[0]}`,
    `sha256:${hexes('config')[0]}`,
  ])
  const listed = rows('nerdctl -n k8s.io images --digests --no-trunc')
  expect(listed.map((row) => row.split(/ +/).slice(0, 2).join(' ')).sort()).toEqual([
    '<none> <none>',
    'localhost:5000/hello 1.0',
    'localhost:5000/hello <none>',
  ])
})

test.each([
  { name: 'containerd', platforms: 5 },
  { name: 'nerdctl', platforms: 1 },
  { name: 'cri-containerd', platforms: 1 },
  { name: 'docker-29', platforms: 1 },
])('$name pulls manifests and configs of $platforms platforms', ({ name, platforms }) => {
  const content = filesOf(name, /content/).map(({ path }) => path)
  for (const kind of ['manifest', 'config']) {
    const kept = image.names.filter(
      ({ is, hex }) => is === kind && content.includes(`blobs/sha256/${hex}`),
    )
    expect(kept).toHaveLength(platforms)
  }
})

test.each(['docker-26', 'docker-29-classic'])(
  '%s saves a manifest of its own, over unpacked layers',
  async (name) => {
    const archive = await readArchive(
      await indexTar(new Blob([await readSaved(`${name}.hello.tar`)])),
    )
    const [read] = archive.images
    expect(image.names.map(({ hex }) => `sha256:${hex}`)).not.toContain(read?.manifest?.digest)
    expect(read?.layers.map(({ path }) => path)).toEqual(
      hexes('diffId').map((hex) => `blobs/sha256/${hex}`),
    )
    // what stood beside each layer before Engine 25: json, now a blob
    expect(archive.findings).toContainEqual(
      expect.objectContaining({ kind: 'unnamed-blobs', count: 3 }),
    )
  },
)

test('from containerd’s store, the manifest is saved as it was pulled', async () => {
  for (const place of ['docker-26-containerd', 'docker-29', 'nerdctl']) {
    const name = `${place}.hello.tar`
    const archive = await readArchive(await indexTar(new Blob([await readSaved(name)])))
    expect(archive.images[0]?.manifest?.digest).toBe(`sha256:${hexes('manifest')[0]}`)
  }
})
