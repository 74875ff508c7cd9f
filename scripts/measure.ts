// The numbers in docs/measurements.md. `npm run build` first. Lighthouse and autocannon are
// fetched by npx when asked for (`--lighthouse`, `--mirror`); `--layers` needs Linux, curl and the tests'
// tools, and takes minutes. The rest needs nothing.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { startRegistry } from '../e2e/harness/docker-registry.ts'
import { makeImages } from '../e2e/harness/images.ts'
import { startSite } from '../e2e/harness/site.ts'
import { findBrowser } from './browser.mjs'
import { buildEmptyApp } from './measure/empty-app.ts'
import { firstLoadScripts, firstLoadScriptsOfBuild } from './measure/first-load.ts'
import { measureLayers } from './measure/layers.ts'

// Not the synchronous one: a registry whose log nobody reads stops answering.
const run = promisify(execFile)
const CHAPTER = '/learn/image-is-a-graph'
const RUNS = 3
const INDEX = 'application/vnd.oci.image.index.v1+json'
const asked = (flag: string) => process.argv.includes(flag) || process.argv.includes('--all')
const number = new Intl.NumberFormat('en')

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function measureScripts(origin: string) {
  const empty = firstLoadScriptsOfBuild(buildEmptyApp(), 'index.html').bytes
  console.log(
    `\nFirst-load script, gzip -9 bytes (an empty page of the same Next.js: ${number.format(empty)})`,
  )
  for (const page of ['/', CHAPTER, `/ko${CHAPTER}`, '/desk']) {
    const { bytes, files } = await firstLoadScripts(origin + page)
    console.log(
      `  ${page}: ${number.format(bytes)} in ${files} files, +${number.format(bytes - empty)}, ${(bytes / empty).toFixed(3)} of the empty page`,
    )
  }
}

type Audit = {
  categories: Record<string, { score: number }>
  audits: Record<string, { numericValue?: number; displayValue?: string }>
}

async function measureLighthouse(origin: string) {
  const browser = findBrowser()
  const directory = mkdtempSync(path.join(tmpdir(), 'lighthouse-'))
  for (const page of [CHAPTER, `/ko${CHAPTER}`, '/']) {
    const reports: Audit[] = []
    for (let n = 0; n < RUNS; n++) {
      const file = path.join(directory, `${n}.json`)
      const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu'
      await run(
        'npx',
        [
          '--yes',
          'lighthouse@13.5.0',
          origin + page,
          '--quiet',
          '--output=json',
          `--output-path=${file}`,
          flags,
        ],
        { env: { ...process.env, CHROME_PATH: browser ?? '' }, maxBuffer: 2 ** 26 },
      )
      reports.push(JSON.parse(readFileSync(file, 'utf8')) as Audit)
    }
    const score = (name: string) =>
      Math.round(median(reports.map(({ categories }) => (categories[name]?.score ?? 0) * 100)))
    const value = (name: string) =>
      median(reports.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN))
    console.log(`\nLighthouse 13.5.0, mobile, median of ${RUNS}: ${page}`)
    for (const name of ['performance', 'accessibility', 'best-practices', 'seo']) {
      console.log(`  ${name}: ${score(name)}`)
    }
    console.log(
      `  FCP ${Math.round(value('first-contentful-paint'))} ms, LCP ${Math.round(value('largest-contentful-paint'))} ms, TBT ${Math.round(value('total-blocking-time'))} ms, CLS ${value('cumulative-layout-shift').toFixed(3)}`,
    )
  }
  rmSync(directory, { recursive: true })
}

type Cannon = {
  requests: { average: number }
  latency: { p50: number; p99: number }
  non2xx: number
}

/** Requests a second at 32 connections for 10 seconds. */
async function fire(url: string): Promise<Cannon> {
  const { stdout } = await run(
    'npx',
    ['--yes', 'autocannon@8.0.0', '--json', '-c', '32', '-d', '10', '-H', `accept=${INDEX}`, url],
    { maxBuffer: 2 ** 26 },
  )
  return JSON.parse(stdout) as Cannon
}

async function measureMirror() {
  const directory = mkdtempSync(path.join(tmpdir(), 'measure-'))
  const registry = await startRegistry('open', path.join(directory, 'registry'))
  const push = await makeImages(path.join(directory, 'images'))
  await push({ host: registry.host, account: null, caDirectory: null })
  const site = await startSite({
    CACHE_DIR: path.join(directory, 'cache'),
    EXTRA_REGISTRIES: registry.origin,
  })
  const host = registry.host.replace(':', '_')
  const tag = `${site.origin}/v2/${host}/hello/manifests/1.0`
  const digest = (await fetch(tag)).headers.get('docker-content-digest') ?? ''
  const direct = await fire(`${registry.origin}/v2/hello/manifests/${digest}`)
  console.log('\nManifests, 32 connections for 10 s, client on the same cores')
  for (const [name, url] of [
    ['cached, by digest', tag.replace(/1\.0$/, digest)],
    ['cached, by tag', tag],
    ['sample, by tag', `${site.origin}/v2/samples/hello/manifests/1.0`],
  ] as const) {
    const { requests, latency, non2xx } = await fire(url)
    console.log(
      `  ${name}: ${Math.round(requests.average)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${non2xx} failed`,
    )
  }
  console.log(
    `  the registry itself, by digest: ${Math.round(direct.requests.average)} requests/s, p50 ${direct.latency.p50} ms, p99 ${direct.latency.p99} ms, ${direct.non2xx} failed`,
  )
  await site.stop()
  await registry.stop()
  rmSync(directory, { recursive: true, force: true })
}

console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}`)
const site = await startSite({ LIVE: 'off' })
await measureScripts(site.origin)
if (asked('--lighthouse')) await measureLighthouse(site.origin)
await site.stop()
if (asked('--mirror')) await measureMirror()
if (asked('--layers')) await measureLayers()
