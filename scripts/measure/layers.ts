// Listing a large layer through the built site: time, memory, and what a table of contents saves.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { type Site, startSite } from '../../e2e/harness/site.ts'
import { run } from '../../e2e/harness/tool.ts'
import type { EndLine, LayerLine } from '../../lib/oci/layer-entry.ts'
import { forgetful } from '../record/skopeo.ts'
import { startContainerd } from '../record/zones/containerd.ts'
import { findTool } from '../tools.mjs'
import { type LargeLayer, packLayer, pushLayer } from './large-image.ts'
import { cpuOf, forgetPeak, memoryOf, treeOf } from './process.ts'

/** Real files, and so many that 50,000 entries come together on a Debian machine with documentation. */
const TREE = 'usr/share'
const RUNS = 5
const AT_ONCE = 8

type Cost = { wall: number; cpu: number }

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const number = new Intl.NumberFormat('en')
const seconds = ({ wall, cpu }: Cost) => `${wall.toFixed(2)} s, processor ${cpu.toFixed(2)} s`

const ALL = ['time', 'memory', 'contents'] as const

export async function measureLayers(parts: readonly (typeof ALL)[number][] = ALL): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'measure-layers-'))
  const registries: Registry[] = []
  try {
    // Two, since the site reads few layers of one registry at once.
    for (const name of ['one', 'two']) {
      registries.push(await startRegistry('open', path.join(directory, name)))
    }
    const layer = await packLayer(TREE, directory)
    for (const registry of registries) {
      for (let i = 0; i < Math.max(RUNS, AT_ONCE); i += 1) {
        await pushLayer(registry, `lab/large-${i}`, layer)
      }
    }
    const [one] = registries as [Registry]
    const site = () =>
      startSite({
        CACHE_DIR: mkdtempSync(path.join(directory, 'cache-')),
        EXTRA_REGISTRIES: registries.map(({ origin }) => origin).join(','),
        TRUSTED_PROXIES: '127.0.0.1',
      })
    if (parts.includes('time')) await measureTime(one, layer, site, directory)
    if (parts.includes('memory')) await measureMemory(registries, layer, site)
    if (parts.includes('contents')) await measureContents(one, layer, site, directory)
  } finally {
    for (const registry of registries) await registry.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function measureTime(
  registry: Registry,
  layer: LargeLayer,
  start: () => Promise<Site>,
  directory: string,
): Promise<void> {
  const site = await start()
  const own = treeOf(site.pid)
  const costs: Record<'site' | 'tar' | 'skopeo', Cost[]> = { site: [], tar: [], skopeo: [] }
  let end: EndLine | null = null
  for (let i = 0; i < RUNS; i += 1) {
    const repository = `lab/large-${i}`
    await know(site, registry, repository)
    const before = cpuOf(own)
    const asked = await timed(`curl -sSN '${listing(site, registry, repository, layer)}' | tail -1`)
    end = endOf(asked.output)
    costs.site.push({ ...asked.cost, cpu: asked.cost.cpu + cpuOf(own) - before })
    const blob = `${registry.origin}/v2/${repository}/blobs/${layer.digest}`
    costs.tar.push((await timed(`curl -sS '${blob}' | tar -tzvf - | tail -1`)).cost)
    const to = path.join(directory, 'copied')
    const from = `docker://${registry.host}/${repository}:1`
    const copy = `skopeo --insecure-policy copy -q --src-tls-verify=false ${from} dir:${to}`
    costs.skopeo.push((await timed(copy)).cost)
    rmSync(to, { recursive: true })
  }
  console.log(
    `\nA layer of ${number.format(layer.size)} bytes (/${TREE} of this machine, gzip -6), ${number.format(end?.entries ?? 0)} entries, ${number.format(end?.unpacked ?? 0)} bytes unpacked; median of ${RUNS}, one after the other in turn`,
  )
  const of = (list: Cost[]): Cost => ({
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ cpu }) => cpu)),
  })
  const tar = of(costs.tar)
  for (const [name, list] of Object.entries(costs)) {
    const cost = of(list)
    const walls = list.map(({ wall }) => wall.toFixed(2)).join(' ')
    const ratios = list.map(({ wall }, i) => wall / (costs.tar[i]?.wall ?? Number.NaN))
    console.log(
      `  ${name}: ${seconds(cost)} (${walls}); of tar's wall ${median(ratios).toFixed(2)}, processor ${(cost.cpu / tar.cpu).toFixed(2)}`,
    )
  }
  const kept: Cost[] = []
  const first: number[] = []
  for (let i = 0; i < RUNS; i += 1) {
    const url = listing(site, registry, 'lab/large-0', layer)
    const { cost, output } = await timed(
      `curl -sSN -o /dev/null -w '%{time_starttransfer}' '${url}'`,
    )
    kept.push(cost)
    first.push(Number(output))
  }
  console.log(
    `  the same from the cache: ${of(kept).wall.toFixed(2)} s; first bytes after ${Math.round(median(first) * 1000)} ms`,
  )
  await site.stop()
}

async function measureMemory(
  registries: Registry[],
  layer: LargeLayer,
  start: () => Promise<Site>,
): Promise<void> {
  for (const count of [1, AT_ONCE]) {
    const peaks: number[] = []
    let idle = 0
    for (let i = 0; i < 3; i += 1) {
      const site = await start()
      const asked = Array.from({ length: count }, (_, i) => ({
        registry: registries[i % registries.length] as Registry,
        repository: `lab/large-${i}`,
      }))
      for (const { registry, repository } of asked) await know(site, registry, repository)
      const own = treeOf(site.pid)
      idle = memoryOf(own, 'now')
      forgetPeak(own)
      await Promise.all(
        asked.map(async ({ registry, repository }, i) => {
          const url = listing(site, registry, repository, layer)
          // One visitor reads two layers at once.
          const visitor = `-H 'X-Forwarded-For: 192.0.2.${i + 1}'`
          endOf((await timed(`curl -sSN ${visitor} '${url}' | tail -1`)).output)
        }),
      )
      peaks.push(memoryOf(own, 'peak') - idle)
      await site.stop()
    }
    console.log(
      `  memory, ${count} at once: ${median(peaks).toFixed(0)} MiB above ${idle.toFixed(0)} MiB idle (${peaks.map((peak) => peak.toFixed(0)).join(' ')})`,
    )
  }
}

/** The same image with tables of contents, as its tools make it. */
async function measureContents(
  registry: Registry,
  layer: LargeLayer,
  start: () => Promise<Site>,
  directory: string,
): Promise<void> {
  const source = `${registry.host}/lab/large-0:1`
  const made: string[] = []
  const patience = { timeout: 900_000 }
  const copy = ['--insecure-policy', 'copy', '--quiet']
  const chunked = path.join(directory, 'chunked')
  const zstd = ['--dest-compress', '--dest-compress-format', 'zstd:chunked', '--format', 'oci']
  const from = ['--src-tls-verify=false', `docker://${source}`]
  await forgetful([...copy, ...zstd, ...from, `dir:${chunked}`], patience)
  const to = `docker://${registry.host}/lab/zstd-chunked:1`
  await forgetful([...copy, '--dest-tls-verify=false', `dir:${chunked}`, to], patience)
  made.push('lab/zstd-chunked')
  if (findTool('containerd') && findTool('ctr-remote')) {
    const work = path.join(directory, 'containerd')
    mkdirSync(work)
    const { ctr, stop } = await startContainerd(work)
    try {
      const target = `${registry.host}/lab/estargz:1`
      const archive = path.join(directory, 'large.tar')
      await run('skopeo', [...copy, ...from, `oci-archive:${archive}:${source}`], patience)
      await ctr('images', 'import', '--no-unpack', archive)
      await ctr('images', 'convert', '--estargz', '--oci', source, target)
      await ctr('images', 'push', '--plain-http', target)
      made.push('lab/estargz')
    } finally {
      await stop()
    }
  } else console.log('  eStargz: not measured, since containerd and ctr-remote are not here')
  const site = await start()
  for (const repository of made) {
    const manifest = await know(site, registry, repository)
    const { digest, size } = manifest.layers[0] as LargeLayer
    const asked = listing(site, registry, repository, { ...layer, digest })
    const { cost, output } = await timed(`curl -sSN '${asked}' | tail -1`)
    const { toc, entries, method } = endOf(output)
    const all = await timed(`curl -sSN '${asked}?method=stream' | tail -1`)
    console.log(
      `  ${repository}: by ${method}, ${number.format(toc?.fetched ?? 0)} of ${number.format(size)} bytes fetched (${(((toc?.fetched ?? 0) / size) * 100).toFixed(2)} %) for ${number.format(entries)} entries, ${cost.wall.toFixed(2)} s; all of it read: ${all.cost.wall.toFixed(2)} s`,
    )
  }
  await site.stop()
}

const listing = (site: Site, { host }: Registry, repository: string, { digest }: LargeLayer) =>
  `${site.origin}/api/layers/${host.replace(':', '_')}/${repository}/${digest}`

/** The site lists only what a manifest it has verified names. */
async function know(site: Site, { host }: Registry, repository: string) {
  const url = `${site.origin}/v2/${host.replace(':', '_')}/${repository}/manifests/1`
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { layers: { digest: string; size: number }[] }
}

function endOf(output: string): EndLine {
  const line = JSON.parse(output.trim().split('\n').at(-1) ?? '') as LayerLine
  if (line.type !== 'end') throw new Error(`the listing ended with ${output}`)
  return line
}

/** Runs a line of shell; processor time is that of everything it started. */
async function timed(line: string): Promise<{ cost: Cost; output: string }> {
  // The shell's own `times` counts children that are over: minutes and seconds, user then system.
  const child = spawn('bash', [
    '-c',
    `set -o pipefail; ${line}; status=$?; times >&2; exit $status`,
  ])
  const out: string[] = []
  const err: string[] = []
  child.stdout.on('data', (bytes) => out.push(String(bytes)))
  child.stderr.on('data', (bytes) => err.push(String(bytes)))
  const began = performance.now()
  const code = await new Promise((resolve) => child.once('close', resolve))
  const wall = (performance.now() - began) / 1000
  const said = err.join('')
  if (code !== 0) throw new Error(`${line}: ended with ${code}\n${said}`)
  const [, ...times] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(said) ?? []
  const [m1 = 0, s1 = 0, m2 = 0, s2 = 0] = times.map(Number)
  return { cost: { wall, cpu: m1 * 60 + s1 + m2 * 60 + s2 }, output: out.join('') }
}
