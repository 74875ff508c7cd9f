import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DiagramError, type DiagramFence, findFences } from '../lib/content/diagram-fence.ts'
import { diagramKey } from '../lib/content/diagram-key.ts'
import { DRAWINGS, parseDrawing, verifyDrawing } from '../lib/content/diagram-store.ts'

/** Where fences stand, and where their drawings are kept. */
const SHELVES = [
  { pages: 'content/**/*.mdx', drawings: DRAWINGS },
  { pages: 'scripts/diagrams/fixtures/*.mdx', drawings: 'scripts/diagrams/fixtures/drawn' },
] as const

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const USAGE = `node scripts/diagrams.ts            draw what is missing, remove what is stale
node scripts/diagrams.ts --check    only look; fails when something would have to be done
node scripts/diagrams.ts <file>…    draw what these files miss, remove nothing
                         --found    with a Chromium that is already here, install none`

type Wanted = { readonly fence: DiagramFence; readonly path: string }

function wanted(pages: string, drawings: string): Wanted[] {
  return globSync(pages, { cwd: root })
    .sort()
    .flatMap((file) => findFences(readFileSync(join(root, file), 'utf8'), file))
    .map((fence) => ({ fence, path: join(drawings, `${diagramKey(fence)}.svg`) }))
}

const stored = (folder: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.svg'))
        .map((name) => join(folder, name))
    : []

/** @returns what is wrong with the drawings that exist */
function misfits(all: readonly Wanted[]): string[] {
  return all.flatMap(({ fence, path }) => {
    if (!existsSync(join(root, path))) return []
    try {
      verifyDrawing(fence, parseDrawing(readFileSync(join(root, path), 'utf8'), path))
      return []
    } catch (error) {
      return [(error as Error).message]
    }
  })
}

async function drawMissing(missing: readonly Wanted[], install: boolean): Promise<string[]> {
  const { findBrowser, obtainBrowser } = await import('./browser.mjs')
  const { openDrawingPage } = await import('./diagrams/drawing-page.ts')
  const browser = install ? obtainBrowser() : findBrowser()
  if (!browser) return ['there is no Chromium here: “npm run diagrams” gets one']
  const page = await openDrawingPage(browser, root)
  const problems: string[] = []
  try {
    for (const { fence, path } of missing) {
      try {
        const svg = await page.draw(fence)
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), svg)
        console.log(`drawn: ${fence.file} ${fence.id} (${svg.length} bytes)`)
      } catch (error) {
        if (!(error instanceof DiagramError)) throw error
        problems.push(error.message)
      }
    }
  } finally {
    await page.close()
  }
  return problems
}

async function main(args: readonly string[]): Promise<number> {
  process.chdir(root)
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const check = args.includes('--check')
  const only = args.filter((arg) => !arg.startsWith('--')).map((file) => relative(root, file))
  const all = SHELVES.flatMap(({ pages, drawings }) => wanted(pages, drawings))
  const paths = new Set(all.map(({ path }) => path))
  const missing = all.filter(
    ({ fence, path }) =>
      !existsSync(join(root, path)) && (only.length === 0 || only.includes(fence.file)),
  )
  const stale = only.length
    ? []
    : SHELVES.flatMap(({ drawings }) => stored(drawings)).filter((path) => !paths.has(path))
  const problems: string[] = []
  if (check) {
    for (const { fence } of missing) {
      problems.push(`${fence.file}:${fence.line}: the diagram “${fence.id}” has not been drawn`)
    }
    for (const path of stale) problems.push(`${path}: no fence has this drawing any more`)
  } else {
    if (missing.length) problems.push(...(await drawMissing(missing, !args.includes('--found'))))
    for (const path of stale) rmSync(join(root, path))
  }
  problems.push(...misfits(all))
  for (const problem of problems) console.error(problem)
  if (check && problems.length) console.error('Run “npm run diagrams”.')
  if (!problems.length) {
    console.log(
      check
        ? `${all.length} diagrams are drawn and current`
        : `${missing.length} drawn, ${stale.length} removed, ${all.length} in all`,
    )
  }
  return problems.length ? 1 : 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
