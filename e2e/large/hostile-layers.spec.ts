import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { LayerLine } from '../../lib/oci/layer-entry.ts'
import { type Site, startSite } from '../harness/site.ts'
import { bodies, manyEntries } from './bodies.ts'
import { type LayerRegistry, startLayerRegistry, storeLayer } from './layer-registry.ts'
import { forget, memoryOf } from './memory.ts'

const MiB = 2 ** 20
/** How far any of these may push the server, bytes. */
const MOST = 200 * MiB

test.describe.configure({ mode: 'default', timeout: 300_000 })
test.skip(process.platform !== 'linux', 'memory is read from /proc')

let directory: string
let registry: LayerRegistry
let site: Site
let idle: number
const rows: string[] = []

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'large-'))
  registry = await startLayerRegistry()
  site = await startSite({
    CACHE_DIR: join(directory, 'cache'),
    EXTRA_REGISTRIES: registry.origin,
    MIRROR_BYTES_PER_HOUR: '50GiB',
  })
  await warmUp()
  idle = (await memoryOf(site.pid)).now
})

test.afterAll(async () => {
  await site?.stop()
  await registry?.close()
  await rm(directory, { recursive: true, force: true })
  console.log(`idle: ${Math.round(idle / MiB)} MiB\n${rows.join('\n')}`)
})

/** Once through everything, so that "idle" is a server that has run. */
async function warmUp() {
  const layer = await storeLayer(directory, 'warm', manyEntries(50_000))
  registry.add('warm', layer)
  await list('warm', layer.digest)
}

const at = (name: string) => `${registry.host.replace(':', '_')}/${name}`

/** Reads a listing to its end and keeps nothing but the last line. */
async function list(name: string, digest: string, signal?: AbortSignal) {
  const manifest = await fetch(`${site.origin}/v2/${at(name)}/manifests/1`)
  expect(manifest.status).toBe(200)
  const answer = await fetch(`${site.origin}/api/layers/${at(name)}/${digest}`, {
    signal: signal ?? null,
  })
  expect(answer.status).toBe(200)
  let tail = ''
  let entries = 0
  const decoder = new TextDecoder()
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (tail + decoder.decode(piece, { stream: true })).split('\n')
    tail = lines.pop() ?? ''
    const entry = lines.filter((line) => line.startsWith('{"type":"entry"')).length
    entries += entry
    if (lines.length > entry)
      tail = `${lines.filter((line) => !line.startsWith('{"type":"entry"')).at(-1)}\n${tail}`
  }
  return { last: JSON.parse(tail.trim().split('\n').at(-1) ?? '') as LayerLine, entries }
}

for (const [i, { why, pieces, compression, problem }] of bodies.entries()) {
  test(why, async () => {
    const name = `body${i}`
    const layer = await storeLayer(directory, name, pieces(), compression)
    registry.add(name, layer)
    await forget(site.pid)
    const before = await memoryOf(site.pid)
    const started = performance.now()
    const { last, entries } = await list(name, layer.digest)
    const seconds = (performance.now() - started) / 1000
    const { most } = await memoryOf(site.pid)
    const end = last.type === 'problem' ? last.problem.kind : last.type
    rows.push(
      `| ${why} | ${(layer.size / 1e6).toFixed(1)} MB | ${end} | ${entries} | ${seconds.toFixed(1)} s | ${Math.round((most - idle) / MiB)} MiB |`,
    )
    expect(end).toBe(problem ?? 'end')
    expect(most - Math.max(idle, before.now)).toBeLessThan(MOST)
    // And whoever comes next is served at once.
    const next = await fetch(`${site.origin}/v2/`)
    expect(next.status).toBe(200)
  })
}

test('100 readers that leave in the middle', async () => {
  const layer = await storeLayer(directory, 'left', manyEntries(500_000))
  registry.add('left', layer)
  await forget(site.pid)
  const before = await memoryOf(site.pid)
  for (let i = 0; i < 100; i += 1) {
    const leave = new AbortController()
    const answer = await fetch(`${site.origin}/api/layers/${at('left')}/${layer.digest}`, {
      signal: leave.signal,
    }).catch(() => null)
    if (i === 0) expect(answer?.status).toBe(404)
    if (i === 0) await fetch(`${site.origin}/v2/${at('left')}/manifests/1`)
    const reader = answer?.body?.getReader()
    await reader?.read()
    leave.abort()
    await reader?.read().catch(() => {})
  }
  const { most } = await memoryOf(site.pid)
  rows.push(`| 100 readers that leave | | | | | ${Math.round((most - idle) / MiB)} MiB |`)
  expect(most - Math.max(idle, before.now)).toBeLessThan(MOST)
  // The last of them took its stream along: the layer is read again, whole.
  const { last } = await list('left', layer.digest)
  expect(last).toMatchObject({ type: 'end', entries: 500_000 })
})

test('bytes of another layer, and a connection that breaks', async () => {
  const good = await storeLayer(directory, 'good', manyEntries(2000))
  const other = await storeLayer(directory, 'other', manyEntries(2000))
  const size = Math.min(good.size, other.size)
  registry.add('lie', { ...good, size }, { file: other.file })
  expect((await list('lie', good.digest)).last).toMatchObject({
    problem: { kind: 'digest-mismatch', want: good.digest },
  })
  registry.add('cut', good, { file: good.file, bytes: Math.floor(good.size / 2) })
  expect((await list('cut', good.digest)).last).toMatchObject({ problem: { kind: 'truncated' } })
})
