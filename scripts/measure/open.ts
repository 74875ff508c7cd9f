// What opening a large archive on /desk/open costs. Needs a built site, Chromium and 1 GB below the temporary folder.
// npm exec -- node scripts/measure/open.ts
import { createHash } from 'node:crypto'
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { startSite } from '../../e2e/harness/site.ts'
import { tarPart } from '../../lib/testing/tar.ts'
import { findBrowser, launchOptions } from '../browser.mjs'

const MB = 1_000_000
const LAYERS = 5
const FILES = 20
const FILE = 5 * MB

/** Bytes that do not compress, other ones for each seed. */
function noise(seed: number, length: number): Buffer {
  const block = Buffer.alloc(65536)
  let state = seed + 1
  for (let i = 0; i < block.length; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    block[i] = state >> 16
  }
  return Buffer.alloc(length, block)
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A layer: a tar of files of noise, and an end. */
function layerOf(n: number): Buffer {
  const files = Array.from({ length: FILES }, (_, i) =>
    tarPart({ name: `usr/lib/noise-${n}-${i}`, body: noise(n * FILES + i, FILE) }),
  )
  return Buffer.concat([...files, Buffer.alloc(1024)])
}

/** Writes an archive of five layers of 100 MB: Docker's, unpacked, or OCI's with gzip. */
async function writeArchive(file: string, form: 'docker' | 'oci'): Promise<number> {
  const out = createWriteStream(file)
  const write = (name: string, body: Uint8Array) =>
    new Promise<void>((resolve) => {
      out.write(tarPart({ name, body }), () => resolve())
    })
  const diffIds: string[] = []
  const layers: { mediaType: string; digest: string; size: number }[] = []
  for (let n = 0; n < LAYERS; n += 1) {
    const tar = layerOf(n)
    diffIds.push(`sha256:${sha(tar)}`)
    const stored = form === 'oci' ? gzipSync(tar, { level: 1 }) : tar
    const hex = sha(stored)
    const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip'
    layers.push({ mediaType, digest: `sha256:${hex}`, size: stored.length })
    await write(form === 'oci' ? `blobs/sha256/${hex}` : `${hex}.tar`, stored)
  }
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: diffIds },
    }),
  )
  const hex = sha(config)
  if (form === 'docker') {
    await write(`${hex}.json`, config)
    const paths = layers.map(({ digest }) => `${digest.slice(7)}.tar`)
    const list = [{ Config: `${hex}.json`, RepoTags: ['large:1'], Layers: paths }]
    await write('manifest.json', Buffer.from(JSON.stringify(list)))
  } else {
    await write(`blobs/sha256/${hex}`, config)
    const mediaType = 'application/vnd.oci.image.config.v1+json'
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        config: { mediaType, digest: `sha256:${hex}`, size: config.length },
        layers,
      }),
    )
    await write(`blobs/sha256/${sha(manifest)}`, manifest)
    const entry = {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: `sha256:${sha(manifest)}`,
      size: manifest.length,
    }
    await write('index.json', Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [entry] })))
    await write('oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}'))
  }
  await new Promise<void>((resolve) => out.end(Buffer.alloc(1024), resolve))
  return out.bytesWritten
}

/** Resident bytes of all processes below one, by /proc. */
function residentBelow(root: number): number {
  const parents = new Map<number, { parent: number; resident: number }>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      parents.set(Number(name), { parent: Number(fields[1]), resident: Number(fields[21]) * 4096 })
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at)?.parent ?? 0) if (at === root) return true
    return false
  }
  return [...parents].reduce((sum, [pid, { resident }]) => sum + (isBelow(pid) ? resident : 0), 0)
}

const browserFile = findBrowser()
if (!browserFile) throw new Error('no Chromium found')
const work = await mkdtemp(path.join(tmpdir(), 'measure-open-'))
const site = await startSite({ CACHE_DIR: path.join(work, 'cache') })
try {
  for (const form of ['docker', 'oci'] as const) {
    const file = path.join(work, `${form}.tar`)
    const size = await writeArchive(file, form)
    const options = launchOptions(browserFile)
    const browser = await chromium.launch({ ...options, args: [...options.args, '--disable-gpu'] })
    const page = await browser.newPage()
    await page.addInitScript(() => {
      const tasks: number[] = []
      Object.assign(window, { tasks })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration)
      }).observe({ type: 'longtask' })
    })
    await page.goto(`${site.origin}/desk/open`)
    await page.getByText('Everything needed is loaded').waitFor({ timeout: 120_000 })
    await page.evaluate(() => {
      ;(window as unknown as { tasks: number[] }).tasks.length = 0
    })
    const before = residentBelow(process.pid)
    let peak = before
    const timer = setInterval(() => {
      peak = Math.max(peak, residentBelow(process.pid))
    }, 100)
    const started = performance.now()
    await page.locator('input[type=file]').first().setInputFiles(file)
    const button = page.getByRole('button', { name: /^Hash all/ })
    await button.waitFor()
    const opened = performance.now() - started
    const hashing = performance.now()
    await button.click()
    await page.getByText(/files hash to what is said of them/).waitFor({ timeout: 600_000 })
    const hashed = performance.now() - hashing
    clearInterval(timer)
    const says = await page.getByText(/files hash to what is said of them/).innerText()
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
    console.log(
      JSON.stringify({
        form,
        ...{ size, openedMs: Math.round(opened), hashedMs: Math.round(hashed), says },
        mbPerSecond: Math.round(size / hashed / 1000),
        longTasks: tasks.map(Math.round),
        peakMiBAboveIdle: Math.round((peak - before) / 2 ** 20),
      }),
    )
    await browser.close()
    await rm(file)
  }
} finally {
  await site.stop()
  await rm(work, { recursive: true, force: true })
}
