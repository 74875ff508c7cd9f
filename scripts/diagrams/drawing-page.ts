import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { openSync } from 'fontkit'
import { diagramConfig } from '../../lib/content/diagram-config.ts'
import { DiagramError, type DiagramFence } from '../../lib/content/diagram-fence.ts'
import type { DiagramGraph } from '../../lib/content/diagram-graph.ts'
import { launchOptions } from '../browser.mjs'
import { tidy } from './tidy.ts'

/** Served by us alone: the page asks nothing of any network. */
const ORIGIN = 'http://drawing.invalid'
const PLEX = 'node_modules/@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr'

const FACES = [
  { family: 'Plex', script: 'latin', weight: 400 },
  { family: 'Plex', script: 'latin', weight: 600 },
  { family: 'Plex Hangul', script: 'korean', weight: 400 },
  { family: 'Plex Hangul', script: 'korean', weight: 600 },
] as const

const sheet = FACES.map(
  ({ family, script, weight }) =>
    `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(/${PLEX}-${script}-${weight}-normal.woff2) }`,
).join('\n')

const HTML = `<!doctype html><meta charset="utf-8"><style>
${sheet}
svg text { font-family: "Plex", "Plex Hangul" !important }
</style><script src="/node_modules/mermaid/dist/mermaid.min.js"></script><script type="module">
import { draw } from '/scripts/diagrams/in-page/draw.mjs'
import { findCrossings, findFaults } from '/scripts/diagrams/in-page/measure.mjs'
globalThis.drawing = { draw, findCrossings, findFaults }
</script><body></body>`

const TYPES: Record<string, string> = { mjs: 'text/javascript', js: 'text/javascript' }

/** What the page's own modules offer. */
export type InPage = {
  readonly drawing: {
    readonly draw: (
      figure: object,
    ) => Promise<{ svg: string; graph: DiagramGraph; faults: string[] }>
    readonly findFaults: (svg: Element | null) => string[]
    readonly findCrossings: (svg: Element | null) => [string, string][]
  }
}

/** A Chromium with Mermaid and the site's own font, ready to draw. */
export type DrawingPage = {
  /** @throws DiagramError with the label that clips, or Mermaid's own complaint */
  readonly draw: (fence: DiagramFence) => Promise<string>
  readonly close: () => Promise<void>
}

/** The drawing page itself, in a browser that is open. */
export async function openPage(browser: Browser, root: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 } })
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== ORIGIN) return route.abort()
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML })
    const body = await readFile(join(root, decodeURIComponent(url.pathname)))
    const contentType = TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return route.fulfill({ body, contentType })
  })
  await page.goto(`${ORIGIN}/`)
  const loaded = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()))
    return (
      document.fonts.check('15px "Plex Hangul"', '매니페스트') &&
      document.fonts.check('15px "Plex"')
    )
  })
  if (!loaded) throw new Error('the site’s font did not load, so no label can be measured')
  return page
}

/**
 * Opens the page that draws.
 *
 * @param executablePath a Chromium
 * @param root the project's folder, with node_modules
 */
export async function openDrawingPage(executablePath: string, root: string): Promise<DrawingPage> {
  const browser = await chromium.launch(launchOptions(executablePath))
  try {
    const page = await openPage(browser, root)
    return {
      draw: (fence) => draw(page, fence),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function draw(page: Page, fence: DiagramFence): Promise<string> {
  const { id, kind, source } = fence
  const layout = diagramConfig.layouts[kind]
  const figure = { id, kind, source, config: { ...diagramConfig.mermaid, layout } }
  const fail = (sentence: string) => new DiagramError(fence.file, fence.line, sentence)
  const drawn = await page
    .evaluate((figure) => (globalThis as unknown as InPage).drawing.draw(figure), figure)
    .catch((error: Error) => {
      throw fail(`the diagram “${id}” cannot be drawn: ${error.message.split('\n    at ')[0]}`)
    })
  const faults = [...drawn.faults, ...strangers(drawn.svg)]
  if (faults.length) {
    throw fail(`the diagram “${id}” is not fit to be read: ${faults.join('; ')}`)
  }
  return tidy(drawn.svg, drawn.graph)
}

let letters: Set<number> | undefined

/** Letters that would be drawn in whatever face a machine happens to have. */
function strangers(svg: string): string[] {
  letters ??= new Set(
    FACES.flatMap(({ script }) => {
      const font = openSync(`${PLEX}-${script}-400-normal.woff2`)
      return 'characterSet' in font ? font.characterSet : []
    }),
  )
  const text = [...svg.matchAll(/>([^<]+)</g)].map(([, words]) => words).join('')
  const known = letters
  const strange = new Set([...text].filter((one) => !known.has(one.codePointAt(0) ?? 0)))
  return [...strange]
    .filter((one) => one.trim())
    .map((one) => `the font has no letter for “${one}”`)
}
