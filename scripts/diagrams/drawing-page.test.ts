import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiagramFence, findFences, parseFence } from '../../lib/content/diagram-fence.ts'
import { diagramKey } from '../../lib/content/diagram-key.ts'
import { parseDrawing } from '../../lib/content/diagram-store.ts'
import { findBrowser, launchOptions } from '../browser.mjs'
import { type DrawingPage, type InPage, openDrawingPage, openPage } from './drawing-page.ts'

const FIXTURES = 'scripts/diagrams/fixtures'
const fences = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.mdx'))
  .flatMap((name) => findFences(readFileSync(`${FIXTURES}/${name}`, 'utf8'), name))
const stored = (fence: DiagramFence) =>
  readFileSync(`${FIXTURES}/drawn/${diagramKey(fence)}.svg`, 'utf8')

const NUMBER = /-?(?:\d*\.)?\d+/g
const FORBIDDEN = /<style|<script|<foreignObject|<image|\sstyle=|\son\w+=|href|\sdata-(?!part)/

describe('a stored drawing', () => {
  test.each(fences)('$file $id holds nothing that the site’s policy forbids', (fence) => {
    expect(stored(fence)).not.toMatch(FORBIDDEN)
  })

  test.each(fences)('$file $id has a name, a description and its size', (fence) => {
    const { svg, width, height } = parseDrawing(stored(fence), fence.id)
    expect(svg).toContain(`<title id="${fence.id}-title">${fence.title}</title>`)
    expect(svg).toMatch(new RegExp(`<desc id="${fence.id}-desc">[^<]+</desc>`))
    expect(svg).toContain(`aria-labelledby="${fence.id}-title"`)
    expect(svg).toMatch(new RegExp(`viewBox="-?\\d+ -?\\d+ ${width} ${height}"`))
  })

  test.each(fences)(
    '$file $id has ids of its own, each once, and a part for each name',
    (fence) => {
      const { svg, graph } = parseDrawing(stored(fence), fence.id)
      const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => String(id))
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => !id.startsWith(`${fence.id}-`))).toEqual([])
      for (const { id } of graph.nodes) expect(ids).toContain(`${fence.id}-node-${id}`)
      for (const { id } of graph.edges) expect(ids).toContain(`${fence.id}-edge-${id}`)
      for (const one of graph.moments) {
        if (one.type === 'message') expect(ids).toContain(`${fence.id}-${one.id}`)
      }
    },
  )

  test.each(fences)('$file $id keeps only the markers that its lines use', (fence) => {
    const { svg } = parseDrawing(stored(fence), fence.id)
    const markers = [...svg.matchAll(/<marker[^>]*\sid="([^"]+)"/g)].map(([, id]) => id)
    const used = [...svg.matchAll(/marker-(?:start|end)="url\(#([^)]+)\)"/g)].map(([, id]) => id)
    expect(new Set(markers)).toEqual(new Set(used))
  })
})

const executable = findBrowser()
if (!executable) console.warn('SKIPPED: drawing in a browser; no Chromium was found')

describe.skipIf(!executable)('drawing', { timeout: 60_000 }, () => {
  let page: DrawingPage
  beforeAll(async () => {
    page = await openDrawingPage(String(executable), process.cwd())
  }, 60_000)
  afterAll(() => page?.close())

  const flow = (body: string, meta = 'id=probe') =>
    parseFence(meta, `flowchart TB\n  accTitle: T\n  accDescr: D.\n  ${body}`, {
      file: 'probe.mdx',
      line: 7,
    })

  test('gives the same bytes each time, in whatever order', async () => {
    const chosen = fences.filter(({ file }) => /^(flowchart|sequence|state)\.ko/.test(file))
    const first = new Map<string, string>()
    for (const fence of chosen) first.set(fence.id, await page.draw(fence))
    for (const fence of chosen.toReversed()) {
      expect(await page.draw(fence)).toBe(first.get(fence.id))
    }
  })

  // Another Chromium may round otherwise: the same marks, each number within two pixels.
  test.each(fences)('$file $id is drawn as it is stored', async (fence) => {
    const [now, then] = [await page.draw(fence), stored(fence)]
    expect(now.replace(NUMBER, '0')).toBe(then.replace(NUMBER, '0'))
    const [fresh, old] = [now, then].map((text) => (text.match(NUMBER) ?? []).map(Number))
    const far = fresh?.filter((number, at) => Math.abs(number - (old?.[at] ?? Number.NaN)) > 2)
    expect(far).toEqual([])
  })

  test('says file, line and Mermaid’s complaint for a source that is wrong', async () => {
    await expect(page.draw(flow('a --> --> b'))).rejects.toThrow(
      /^probe\.mdx:7: the diagram “probe” cannot be drawn: .*Parse error/s,
    )
  })

  test('refuses a letter that the site’s font does not have', async () => {
    await expect(page.draw(flow('a["a whale: 🐳"]'))).rejects.toThrow(/no letter for “🐳”/)
  })
})

describe.skipIf(!executable)('what the drawing page finds wrong', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(String(executable)))
    page = await openPage(browser, process.cwd())
  }, 60_000)
  afterAll(() => browser?.close())

  const node = (text: string, width: number) =>
    `<g class="node"><rect x="20" y="20" width="${width}" height="40"/>
      <text x="30" y="45" font-size="15">${text}</text></g>`
  const line = (part: string, d: string) =>
    `<path id="${part}" data-part="${part}" class="edge" d="${d}"/>`

  test.each([
    { why: 'a label in its box', inner: node('fits', 80), says: [] },
    {
      why: 'a Korean label wider than its box',
      inner: node('매니페스트 목록', 60),
      says: ['the label “매니페스트 목록” does not fit into its box'],
    },
    {
      why: 'a label that leaves the sheet',
      inner: '<text x="280" y="40" font-size="15">outside</text>',
      says: ['the label “outside” leaves the drawing'],
    },
    {
      why: 'a label over a label',
      inner: '<text x="20" y="40">one</text><text x="30" y="44">two</text>',
      says: ['the labels “one” and “two” cover each other'],
    },
  ])('$why', async ({ inner, says }) => {
    const found = await page.evaluate((inner) => {
      document.body.innerHTML = `<svg width="300" height="100">${inner}</svg>`
      const { drawing } = globalThis as unknown as InPage
      return drawing.findFaults(document.querySelector('svg'))
    }, inner)
    expect(found).toEqual(says)
  })

  test.each([
    { why: 'lines that cross', one: 'M10 10L90 90', other: 'M90 10L10 90', says: [['a', 'b']] },
    { why: 'lines side by side', one: 'M10 10L90 90', other: 'M20 10L100 90', says: [] },
    { why: 'lines that end at one node', one: 'M10 10L50 50', other: 'M90 10L50 50', says: [] },
  ])('$why', async ({ one, other, says }) => {
    const found = await page.evaluate((inner) => {
      document.body.innerHTML = `<svg width="300" height="100">${inner}</svg>`
      const { drawing } = globalThis as unknown as InPage
      return drawing.findCrossings(document.querySelector('svg'))
    }, line('a', one) + line('b', other))
    expect(found).toEqual(says)
  })
})
