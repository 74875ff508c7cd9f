import { describe, expect, test } from 'vitest'
import { chainIds } from '@/lib/oci/chain-id'
import { readPlaces } from '@/lib/recordings/everywhere'
import { identifiersIn } from '@/lib/recordings/identifiers'
import { mentionedIn, namesOf } from '@/lib/recordings/image-names'
import { namesBy, ownNamesIn, readSavedFiles } from '@/lib/recordings/seen-names'
import { readShown } from '../image/recorded'
import { diffIdsOf, identitiesOf, type Meaning, printedFor } from './model'
import { PROGRAMS, TOOLS, type ToolGroup, type ToolRow } from './tools'

const places = await readPlaces()
const image = { names: await namesOf('hello'), mentioned: await mentionedIn('hello') }

// Where a program of the table was run, and how its version stands there.
const RAN_IN: Record<string, { place: string; tool: string; says: string }[]> = {
  'Docker Engine 20.10.24': [{ place: 'docker-20', tool: 'Docker Engine', says: '20.10.24' }],
  'Docker Engine 26.1.5': [
    { place: 'docker-26', tool: 'Docker Engine', says: '26.1.5' },
    { place: 'docker-26-containerd', tool: 'Docker Engine', says: '26.1.5' },
  ],
  'moby 2.0.0-beta.24': [
    { place: 'docker-29', tool: 'Docker Engine', says: '2.0.0-beta.24' },
    { place: 'docker-29-classic', tool: 'Docker Engine', says: '2.0.0-beta.24' },
  ],
  'containerd 2.4.2': [
    { place: 'containerd', tool: 'containerd', says: ' 2.4.2' },
    { place: 'nerdctl', tool: 'containerd', says: ' 2.4.2' },
    { place: 'cri-containerd', tool: 'containerd', says: ' 2.4.2' },
  ],
  'crictl 1.37.0': [
    { place: 'cri-containerd', tool: 'crictl', says: 'v1.37.0' },
    { place: 'cri-o', tool: 'crictl', says: 'v1.37.0' },
  ],
  'nerdctl 2.2.2': [
    { place: 'nerdctl', tool: 'nerdctl', says: ' 2.2.2' },
    { place: 'cri-containerd', tool: 'nerdctl', says: ' 2.2.2' },
  ],
  'CRI-O 1.36.3': [{ place: 'cri-o', tool: 'cri-o', says: ' 1.36.3' }],
  'Podman 5.8.6': [{ place: 'podman', tool: 'podman', says: ' 5.8.6' }],
  'Buildah 1.43.2': [{ place: 'podman', tool: 'buildah', says: ' 1.43.2' }],
  'distribution 3.1.2': [{ place: 'registry', tool: 'registry', says: 'v3.1.2' }],
  'crane 0.22.1': [{ place: 'crane', tool: 'crane', says: 'v0.22.1' }],
  'skopeo 1.22.0': [{ place: 'skopeo', tool: 'skopeo', says: ' 1.22.0' }],
  'buildx 0.38.2': [{ place: 'docker-29', tool: 'buildx', says: ' v0.38.2' }],
}

const CLASSIC = ['docker-20', 'docker-26', 'docker-29-classic']
const CONTAINERD = ['docker-26-containerd', 'docker-29']
const IMAGE = 'localhost:5000/hello:1.0'

// What was typed so that whole digests show, and where it stands in the output or the archive.
type Ran = {
  places: string[]
  typed: string | { archive: string }
  where: string | RegExp
  /** of a table, only the rows that say this */
  rows?: string
}
const saved = { archive: 'hello.tar' }
const RAN: Record<ToolGroup, Record<string, Ran>> = {
  classic: docker(CLASSIC, {
    'docker image inspect <image> GraphDriver.Data': /GraphDriver\/Data/,
  }),
  containerd: {
    ...docker(CONTAINERD, {}),
    'docker image ls --tree ID, linux/amd64': {
      ...{ places: ['docker-29'], typed: 'docker image ls --tree', where: 'ID' },
      rows: 'linux/amd64',
    },
    'docker image inspect --platform linux/amd64 <image> Id': {
      places: ['docker-29'],
      typed: `docker image inspect --platform linux/amd64 ${IMAGE}`,
      where: '/*/Id',
    },
  },
  node: {
    'ctr images ls DIGEST': { places: ['containerd'], typed: 'ctr images ls', where: 'DIGEST' },
    'ctr snapshots ls KEY': { places: ['containerd'], typed: 'ctr snapshots ls', where: 'KEY' },
    ...crictl('cri-containerd'),
    ...nerdctl(),
  },
  storage: {
    ...crictl('cri-o'),
    'podman images IMAGE ID': podman('podman images --digests --no-trunc', 'IMAGE ID'),
    'podman images --digests DIGEST': podman('podman images --digests --no-trunc', 'DIGEST'),
    'podman image inspect <image> Id': podman(`podman image inspect ${IMAGE}`, '/*/Id'),
    'podman image inspect <image> Digest': podman(`podman image inspect ${IMAGE}`, '/*/Digest'),
    'podman image inspect <image> RootFS.Layers': podman(
      ...([`podman image inspect ${IMAGE}`, '/*/RootFS/Layers/*'] as const),
    ),
    'podman image inspect <image> GraphDriver.Data': podman(
      ...([`podman image inspect ${IMAGE}`, /GraphDriver\/Data/] as const),
    ),
    'podman save <image> manifest.json: Layers': podman(saved, '/*/Layers/*'),
    'buildah images IMAGE ID': podman('buildah images --digests --no-trunc', 'IMAGE ID'),
  },
  registry: {
    'curl -I …/manifests/<tag> Docker-Content-Digest:': {
      places: ['registry'],
      typed: places.find(({ name }) => name === 'registry')?.asked[0]?.command ?? '',
      where: 'Docker-Content-Digest:',
    },
    'crane digest <image>': { places: ['crane'], typed: `crane digest ${IMAGE}`, where: '' },
    'crane digest --platform linux/amd64 <image>': {
      ...{ places: ['crane'], where: '' },
      typed: `crane digest --platform linux/amd64 ${IMAGE}`,
    },
    'skopeo inspect docker://<image> Digest': skopeo('/Digest'),
    'skopeo inspect docker://<image> Layers': skopeo('/Layers/*'),
    'docker buildx imagetools inspect <image> Digest:': {
      places: ['docker-29'],
      typed: `docker buildx imagetools inspect ${IMAGE}`,
      where: 'Digest:',
    },
  },
}

function docker(where: string[], more: Record<string, RegExp>): Record<string, Ran> {
  const inspect = `docker image inspect ${IMAGE}`
  const list = 'docker images --digests --no-trunc'
  const rows: [string, Ran['typed'], string | RegExp][] = [
    ['docker pull <image> Digest:', `docker pull ${IMAGE}`, 'Digest:'],
    ['docker images IMAGE ID', list, 'IMAGE ID'],
    ['docker images --digests DIGEST', list, 'DIGEST'],
    ['docker image inspect <image> Id', inspect, '/*/Id'],
    ['docker image inspect <image> RepoDigests', inspect, '/*/RepoDigests/*'],
    ['docker image inspect <image> RootFS.Layers', inspect, '/*/RootFS/Layers/*'],
    ['docker save <image> manifest.json: Config', saved, '/*/Config'],
    ['docker save <image> manifest.json: Layers', saved, '/*/Layers/*'],
    ...Object.entries(more).map(([key, at]) => [key, inspect, at] as [string, string, RegExp]),
  ]
  return Object.fromEntries(
    rows.map(([key, typed, at]) => [key, { places: where, typed, where: at }]),
  )
}

function crictl(place: string): Record<string, Ran> {
  const list = 'crictl images --digests --no-trunc'
  const inspect = `crictl inspecti ${IMAGE}`
  const at = (typed: string, where: string) => ({ places: [place], typed, where })
  return {
    'crictl images IMAGE ID': at(list, 'IMAGE ID'),
    'crictl images --digests DIGEST': at(list, 'DIGEST'),
    'crictl inspecti <image> status.id': at(inspect, '/status/id'),
    'crictl inspecti <image> status.repoDigests': at(inspect, '/status/repoDigests/*'),
    'crictl inspecti <image> info.chainID': at(inspect, '/info/chainID'),
    'crictl pull <image> Image is up to date for': at(
      `crictl pull ${IMAGE}`,
      'Image is up to date for',
    ),
  }
}

function nerdctl(): Record<string, Ran> {
  const list = 'nerdctl images --digests --no-trunc'
  // `dockercompat` is the mode where none is named
  const inspect = `nerdctl image inspect --mode=dockercompat ${IMAGE}`
  const native = `nerdctl image inspect --mode=native ${IMAGE}`
  const at = (typed: Ran['typed'], where: string) => ({ places: ['nerdctl'], typed, where })
  return {
    'nerdctl images IMAGE ID': at(list, 'IMAGE ID'),
    'nerdctl images --digests DIGEST': at(list, 'DIGEST'),
    'nerdctl image inspect <image> Id': at(inspect, '/*/Id'),
    'nerdctl image inspect <image> RepoDigests': at(inspect, '/*/RepoDigests/*'),
    'nerdctl image inspect <image> RootFS.Layers': at(inspect, '/*/RootFS/Layers/*'),
    'nerdctl image inspect --mode=native <image> Image.Target.digest': at(
      ...([native, '/*/Image/Target/digest'] as const),
    ),
    'nerdctl image inspect --mode=native <image> ManifestDesc.digest': at(
      ...([native, '/*/ManifestDesc/digest'] as const),
    ),
    'nerdctl save <image> manifest.json: Config': at(saved, '/*/Config'),
    'nerdctl save <image> manifest.json: Layers': at(saved, '/*/Layers/*'),
  }
}

function podman(typed: Ran['typed'], where: string | RegExp): Ran {
  return { places: ['podman'], typed, where }
}

function skopeo(where: string): Ran {
  const typed = `skopeo inspect --tls-verify=false docker://${IMAGE}`
  return { places: ['skopeo'], typed, where }
}

const shown = await readShown('hello', {
  fields: {},
  findings: {} as never,
  platform: 'linux/amd64',
})
const picture = identitiesOf(shown, await chainIds(diffIdsOf(shown)))

/** Hashes at one place of an output, without `sha256:`. */
async function printed(name: string, { typed, where, rows }: Ran): Promise<string[]> {
  const place = places.find((each) => each.name === name)
  if (!place) throw new Error(`no place ${name}`)
  const text =
    typeof typed === 'string'
      ? place.asked.find(({ command }) => command === typed)?.stdout
      : new TextDecoder().decode(
          (await readSavedFiles(place)).get(`${name}.${typed.archive}`)?.get('manifest.json'),
        )
  const lines = (text ?? '').split('\n')
  const kept = lines.filter((line, i) => i === 0 || !rows || line.includes(rows))
  return identifiersIn(kept.join('\n'))
    .filter((one) => (typeof where === 'string' ? one.where === where : where.test(one.where)))
    .map(({ hex }) => hex)
}

async function ownKinds(name: string, hexes: string[]): Promise<string[]> {
  const place = places.find((each) => each.name === name)
  if (!place) throw new Error(`no place ${name}`)
  const own = ownNamesIn(place, await readSavedFiles(place), image)
  // the lowest layer of a stack has no other name than its own
  const bottom = hexOf('diffId', 1)
  return hexes
    .filter((hex) => hex !== bottom)
    .flatMap((hex) => namesBy(own, hex).map(({ is }) => is))
}

const hexOf = (is: string, layer: number) =>
  image.names.find((name) => name.is === is && name.layer === layer)?.hex

const rows = Object.entries(TOOLS).flatMap(([group, all]) =>
  all.map((row) => ({
    ...row,
    group: group as ToolGroup,
    title: `${group}: ${row.command} ${row.field} ${row.meaning}`,
  })),
)
const isOwn = (meaning: ToolRow['meaning']) => /^(cacheId|storageLayer|v1Id)$/.test(meaning)

describe('what we say a tool prints, it printed', () => {
  test.each(rows)('$title', async (row) => {
    const { group, command, field, meaning, only } = row
    const ran = RAN[group][`${command} ${field}`.trim()]
    if (!ran) throw new Error('not in the recording')
    const places = ran.places.filter(
      (place) => !only || only.some((each) => RAN_IN[each]?.some((one) => one.place === place)),
    )
    expect(places.length).toBeGreaterThan(0)
    for (const place of places) {
      const found = await printed(place, ran)
      if (isOwn(meaning)) {
        const kinds = await ownKinds(place, found)
        expect(kinds.length, place).toBeGreaterThan(0)
        expect(new Set(kinds), place).toEqual(new Set([meaning]))
        continue
      }
      const expected = printedFor(picture, meaning as Meaning).map(({ digest }) => digest.slice(7))
      expect(expected.length).toBeGreaterThan(0)
      // a short one is as good as its beginning
      expect(
        [...new Set(found)]
          .map((hex) => expected.find((each) => each.startsWith(hex)) ?? hex)
          .sort(),
        place,
      ).toEqual([...expected].sort())
    }
  })
})

test('a row that is not true of all says of which', () => {
  for (const { group, only } of rows) {
    for (const program of only ?? []) expect(PROGRAMS[group]).toContain(program)
  }
})

test('each program was run in the version that we name', () => {
  for (const program of Object.values(PROGRAMS).flat()) {
    const ran = RAN_IN[program]
    if (!ran) throw new Error(`${program}: not in the recording`)
    for (const { place, tool, says } of ran) {
      expect(places.find(({ name }) => name === place)?.tools[tool], program).toContain(says)
    }
  }
})
