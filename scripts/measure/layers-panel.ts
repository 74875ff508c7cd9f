// How the list of a layer behaves in a browser: `node scripts/measure/layers-panel.ts` after a build.
import { mkdtempSync, rmSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { pushArtifact } from '../../e2e/harness/images.ts'
import { startSite } from '../../e2e/harness/site.ts'
import { tarOf } from '../../lib/testing/tar.ts'
import { findBrowser, launchOptions } from '../browser.mjs'

const RUNS = 5
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const work = mkdtempSync(path.join(tmpdir(), 'measure-layers-'))
const registry = await startRegistry('open', path.join(work, 'registry'))
const site = await startSite({
  CACHE_DIR: path.join(work, 'cache'),
  EXTRA_REGISTRIES: registry.origin,
})
const browser = await chromium.launch(launchOptions(findBrowser() ?? ''))
console.log(`Node ${process.version}, Chromium ${browser.version()}, ${os.cpus().length} cores`)
console.log(`load average ${os.loadavg()[0]?.toFixed(1)}`)

for (const entries of [50_000, 400_000]) {
  const files = Array.from({ length: entries }, (_, i) => ({
    name: `usr/lib/d${Math.floor(i / 500)}/file-${String(i).padStart(6, '0')}`,
  }))
  const name = `measure/of-${entries}:1`
  await pushArtifact(registry, name, [{ mediaType: LAYER, text: gzip(files) }])
  const first: number[] = []
  const whole: number[] = []
  const reading: number[] = []
  const scrolling: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${site.origin}/desk?reference=${registry.host}/${name}`)
    await page.locator('[data-layers]').scrollIntoViewIfNeeded()
    const read = page.locator('[data-layers] button').filter({ hasText: 'Read layers 1 to 1' })
    await read.waitFor()
    await page.waitForLoadState('networkidle')
    await browser.startTracing(page, { categories: ['toplevel'] })
    // In the page, so that no protocol of the browser's is timed with it.
    const times = await page.evaluate(async () => {
      const until = async (isTrue: () => boolean) => {
        while (!isTrue()) await new Promise(requestAnimationFrame)
      }
      const all = [...document.querySelectorAll<HTMLElement>('[data-layers] button')]
      const began = performance.now()
      all.find(({ textContent }) => textContent?.startsWith('Read layers'))?.click()
      await until(() => document.querySelector('[data-live] tbody tr[id]') !== null)
      const first = performance.now() - began
      const says = () => document.querySelector('[data-layers] table')?.textContent ?? ''
      await until(() => says().includes('digest ✓'))
      return { first, whole: performance.now() - began }
    })
    const whileReading = longestTask(await browser.stopTracing())
    await page.getByRole('button', { name: 'Open all' }).click()
    await page.waitForFunction(
      (count) => Number(document.querySelector('[data-live] table')?.ariaRowCount) > count,
      entries,
    )
    await browser.startTracing(page, { categories: ['toplevel'] })
    await page.evaluate(async () => {
      const box = document.querySelector('[data-live]')
      if (!box) throw new Error('no list')
      const step = Math.max(600, box.scrollHeight / 300)
      for (let top = 0; top < box.scrollHeight; top += step) {
        box.scrollTop = top
        await new Promise(requestAnimationFrame)
      }
    })
    const whileScrolling = longestTask(await browser.stopTracing())
    await page.close()
    // The first run fills the cache.
    if (run === 0) continue
    first.push(times.first)
    whole.push(times.whole)
    reading.push(whileReading)
    scrolling.push(whileScrolling)
  }
  const median = (values: number[]) => Math.round(values.sort((a, b) => a - b)[RUNS >> 1] ?? 0)
  const most = (values: number[]) => Math.round(Math.max(...values))
  console.log(
    `${entries} entries, cached, ${RUNS} runs: first rows ${median(first)} ms (most ${most(first)}), whole ${median(whole)} ms; longest task, processor time, median and most: reading ${median(reading)} and ${most(reading)} ms, scrolling ${median(scrolling)} and ${most(scrolling)} ms`,
  )
}
await browser.close()
await site.stop()
await registry.stop()
rmSync(work, { recursive: true, force: true })

type Traced = {
  name: string
  ph: string
  pid: number
  tid: number
  tdur?: number
  args: { name?: string }
}

/**
 * Milliseconds of processor time that the longest task of any page's main thread took. Time by the clock
 * would count what others do on a machine that is not idle.
 */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  if (mains.size === 0) throw new Error('the trace names no main thread')
  const tasks = traceEvents.filter(
    ({ ph, pid, tid, tdur }) => ph === 'X' && tdur !== undefined && mains.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('the trace has no tasks')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

function gzip(files: { name: string }[]) {
  return new Uint8Array(gzipSync(tarOf(files), { level: 1 }))
}
