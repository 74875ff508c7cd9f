import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIAGRAM_WIDTH } from './diagram-config.ts'
import { DiagramError, type DiagramFence } from './diagram-fence.ts'
import type { DiagramGraph } from './diagram-graph.ts'
import { diagramKey } from './diagram-key.ts'

/** A drawing as it is kept: the SVG without its metadata, and what it says. */
export type Drawing = {
  readonly svg: string
  readonly graph: DiagramGraph
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Where the chapters' drawings are kept, from the project's root. */
export const DRAWINGS = 'content/diagrams'

const METADATA = /<metadata>([\s\S]*?)<\/metadata>/
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** Takes a stored SVG apart. @throws Error when it is not one of ours */
export function parseDrawing(text: string, name: string): Drawing {
  const [whole, packed] = METADATA.exec(text) ?? []
  const [, width, height] = /^<svg\b[^>]*?\bwidth="(\d+)" height="(\d+)"/.exec(text) ?? []
  if (whole === undefined || packed === undefined || !width || !height) {
    throw new Error(`${name} is not a drawing of this site: remove it and run “npm run diagrams”`)
  }
  const json = packed.replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
  return {
    svg: text.replace(whole, '').trim(),
    graph: JSON.parse(json) as DiagramGraph,
    width: Number(width),
    height: Number(height),
  }
}

/** The drawing of a fence, or null when it has not been drawn. */
export function readDrawing(fence: DiagramFence, folder = DRAWINGS): Drawing | null {
  const name = `${diagramKey(fence)}.svg`
  let text: string
  try {
    text = readFileSync(join(process.cwd(), folder, name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return parseDrawing(text, `${folder}/${name}`)
}

/**
 * Holds a drawing to the place it stands in.
 *
 * @throws DiagramError when it is too wide, or when more lines cross than its fence says
 */
export function verifyDrawing(fence: DiagramFence, { width, graph }: Drawing): void {
  const fail = (sentence: string) => {
    throw new DiagramError(fence.file, fence.line, `the diagram “${fence.id}” ${sentence}`)
  }
  const limit = fence.wide ? DIAGRAM_WIDTH.wide : DIAGRAM_WIDTH.column
  if (width > limit) {
    const advice = fence.wide ? '' : `, or mark the fence “wide” (up to ${DIAGRAM_WIDTH.wide})`
    fail(
      `is ${width} pixels wide, ${limit} fit: draw it from top to bottom, shorten its labels, split it${advice}`,
    )
  }
  const { length } = graph.crossings
  if (length > fence.crossings) {
    const pairs = graph.crossings.map(([one, other]) => `${one} and ${other}`).join('; ')
    fail(
      `has lines that cross (${pairs}): change the order of its nodes, or say crossings=${length}`,
    )
  }
}
