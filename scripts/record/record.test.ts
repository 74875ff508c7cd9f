import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManifestDigests } from '../../lib/recordings/archives.ts'
import { readConversation } from '../../lib/recordings/conversation.ts'
import { readCri } from '../../lib/recordings/cri.ts'
import { readEngine } from '../../lib/recordings/engine.ts'
import { readPlaces } from '../../lib/recordings/everywhere.ts'
import { readFailures } from '../../lib/recordings/failure.ts'
import { readJvmMemory } from '../../lib/recordings/jvm-memory.ts'
import { readKubelet } from '../../lib/recordings/kubelet.ts'
import { readManifests, readTop } from '../../lib/recordings/layout.ts'
import { listRecordings, type Recording } from '../../lib/recordings/recording.ts'
import { readRegistryConversations } from '../../lib/recordings/registry-conversation.ts'
import { listRuntimes, readRuntime } from '../../lib/recordings/runtime.ts'
import { readShim } from '../../lib/recordings/shim.ts'

const folder = import.meta.dirname
const root = join(folder, '../..')
const recordings = await listRecordings()
const runtimes = await listRuntimes()

/** What scripts share, and the one that records any image: its options stand in the README. */
const NO_ROW = ['debian.ts', 'skopeo.ts', 'image.ts']

const scripts = readdirSync(folder).filter(
  (name) => /(?<!\.test)\.(ts|sh)$/.test(name) && !NO_ROW.includes(name),
)

/** Rows of the first table: the script, and the recordings it names. */
const rows = new Map(
  readFileSync(join(folder, 'README.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, script, writes = ''] = /^\| `([\w.-]+\.(?:ts|sh))` \| ([^|]*)/.exec(line) ?? []
      return script ? [[script, [...writes.matchAll(/`(\w[\w-]+)`/g)].map(([, name]) => name)]] : []
    }) as [string, string[]][],
)

test('every script stands in the README, and every row is a script', () => {
  expect([...rows.keys()].sort()).toEqual(scripts.sort())
})

test('every recording is made by a script whose row names it', () => {
  for (const { name, script } of recordings) {
    const row = script.replace('scripts/record/', '')
    expect(rows.get(row), `${name}, by ${script}`).toContain(name)
  }
})

test('no row names a recording that is not there', () => {
  const names = recordings.map(({ name }) => name)
  expect([...rows.values()].flat().filter((name) => !names.includes(name))).toEqual([])
})

test('every script can check what it made', () => {
  const without = scripts.filter(
    (name) => !readFileSync(join(folder, name), 'utf8').includes('--check'),
  )
  expect(without).toEqual([])
})

/** Reads all of a recording, and throws where it is not as it should be. */
const readers: { reads: (recording: Recording) => boolean; read: (name: string) => unknown }[] = [
  { reads: ({ name }) => name === 'hello-archives', read: readManifestDigests },
  { reads: ({ kind }) => kind === 'places', read: () => readPlaces() },
  { reads: ({ name }) => name === 'errors', read: readFailures },
  { reads: ({ name }) => name === 'registry-conversations', read: readRegistryConversations },
  { reads: ({ name }) => name === 'kubelet', read: () => readKubelet() },
  { reads: ({ name }) => name === 'cri-containerd', read: readShim },
  { reads: ({ name }) => name.startsWith('cri-'), read: readCri },
  { reads: ({ kind }) => kind === 'engine', read: () => readEngine() },
  { reads: ({ kind }) => kind === 'jvm', read: readJvmMemory },
  { reads: ({ name }) => runtimes.includes(name), read: readRuntime },
  { reads: ({ kind }) => kind === 'image', read: readConversation },
  { reads: ({ kind }) => kind === 'image', read: readManifests },
  { reads: ({ kind }) => kind === 'image', read: readTop },
]

test.each(recordings)('$name is read by a loader', async (recording) => {
  const fitting = readers.filter(({ reads }) => reads(recording))
  expect(fitting.length).toBeGreaterThan(0)
  for (const { read } of fitting) await read(recording.name)
})

test('the repository stays light: recordings are under 30 MB, each under 16 MiB', () => {
  const sizes = recordings.map(({ name }) => sizeOf(join(root, 'content/recordings', name)))
  expect(Math.max(...sizes)).toBeLessThan(16 * 2 ** 20)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000_000)
})

function sizeOf(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
