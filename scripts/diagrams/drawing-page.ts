import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
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
</style><script src="/node_modules/mermaid/dist/mermaid.min.js"></script><body></body>`

const TYPES: Record<string, string> = { mjs: 'text/javascript', js: 'text/javascript' }

/** A Chromium with Mermaid and the site's own font, ready to draw. */
export type DrawingPage = {
  /** @throws DiagramError with the label that clips, or Mermaid's own complaint */
  readonly draw: (fence: DiagramFence) => Promise<string>
  readonly close: () => Promise<void>
}

async function openPage(browser: Browser, root: string): Promise<Page> {
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
    .evaluate(async (figure) => {
      const path = '/scripts/diagrams/in-page/draw.mjs'
      const { draw } = await import(path)
      return (await draw(figure)) as { svg: string; graph: unknown; faults: string[] }
    }, figure)
    .catch((error: Error) => {
      throw fail(`the diagram “${id}” cannot be drawn: ${error.message.split('\n    at ')[0]}`)
    })
  if (drawn.faults.length) {
    throw fail(`the diagram “${id}” is not fit to be read: ${drawn.faults.join('; ')}`)
  }
  return tidy(drawn.svg, drawn.graph as DiagramGraph)
}
