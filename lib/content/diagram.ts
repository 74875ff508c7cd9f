import { execFile } from 'node:child_process'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Code, Parent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { DiagramError, type DiagramFence, parseFence } from './diagram-fence.ts'
import { diagramParts } from './diagram-graph.ts'
import { type Drawing, readDrawing, verifyDrawing } from './diagram-store.ts'

/** What a person runs to get what is missing. */
export const DRAW_COMMAND = 'npm run diagrams'

export type DiagramOptions = {
  /** Path of the page. */
  readonly file: string
  /** With `draw`, a missing drawing is drawn, else shown as source; with `fail` it is an error. */
  readonly missing?: 'fail' | 'draw'
  /** Where the drawings are kept; the chapters' by default. */
  readonly folder?: string
}

/** The part of an MDX JSX node that matters here; its package is not ours to import. */
type Jsx = {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'
  name: string | null
  attributes: { type: string; name?: string; value?: unknown }[]
  children: RootContent[]
  position?: Code['position']
}

type Figure = { readonly fence: DiagramFence; readonly drawing: Drawing | null; readonly node: Jsx }

const isJsx = (node: unknown, name: string): node is Jsx => {
  const { type, name: own } = node as Partial<Jsx>
  return (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') && own === name
}

const attribute = (node: Jsx, name: string): string => {
  const value = node.attributes.find((one) => one.name === name)?.value
  return typeof value === 'string' ? value : ''
}

function setAttribute(node: Jsx, name: string, value: string) {
  node.attributes = node.attributes.filter((one) => one.name !== name)
  node.attributes.push({ type: 'mdxJsxAttribute', name, value })
}

function element(name: string, attributes: Record<string, string>): Jsx {
  const node: Jsx = { type: 'mdxJsxFlowElement', name, attributes: [], children: [] }
  for (const [key, value] of Object.entries(attributes)) setAttribute(node, key, value)
  return node
}

/**
 * A remark plugin for chapters: puts each ```mermaid fence's drawing into the page, moves its
 * `<Steps for="…">` into the figure, and points each `<Lit node="…">` at its drawing.
 *
 * A fence becomes `<Diagram id kind title source svg graph [wide]>`, all strings (`graph` is a
 * `DiagramGraph` as JSON; `svg` is empty when a missing drawing could not be made). `<Step>`s get
 * `figure` and `number`, `<Lit>` gets `figure` and `target`. The elements are those of
 * `components/diagrams/figure/components.tsx`.
 *
 * @example evaluate(body, { remarkPlugins: [[remarkDiagrams, { file }]] })
 * @throws DiagramError naming file and line: a fence that cannot stand, a missing drawing, one
 *   too wide, a step or a term that names no part of its drawing
 */
export function remarkDiagrams(given: DiagramOptions): (tree: Root) => Promise<void> {
  const options = { ...given, file: relative(process.cwd(), given.file) }
  return async (tree) => {
    const fail = (node: { position?: Code['position'] }, sentence: string): never => {
      throw new DiagramError(options.file, lineOf(node), sentence)
    }
    const figures = await placeFigures(tree, options)
    visit(tree, (node, index, parent) => {
      if (isJsx(node, 'Steps')) {
        const figure = figures.get(attribute(node, 'for'))
        if (!figure)
          return fail(node, `<Steps for="${attribute(node, 'for')}"> names no diagram here`)
        if (parent === (figure.node as unknown)) return
        readSteps(node, figure, fail)
        ;(parent as Parent).children.splice(index ?? 0, 1)
        figure.node.children.push(node as unknown as RootContent)
        return index
      }
      if (isJsx(node, 'Lit')) pointTerm(node, figures, fail)
    })
  }
}

const lineOf = (node: { position?: Code['position'] }) => node.position?.start.line ?? 0

async function placeFigures(tree: Root, options: DiagramOptions): Promise<Map<string, Figure>> {
  const found: { fence: DiagramFence; parent: Parent; code: Code }[] = []
  visit(tree, 'code', (code, _, parent) => {
    if (code.lang !== 'mermaid' || !parent) return
    const line = lineOf(code)
    const fence = parseFence(code.meta ?? '', code.value, { file: options.file, line })
    found.push({ fence, parent: parent as Parent, code })
  })
  const figures = new Map<string, Figure>()
  for (const { fence, parent, code } of found) {
    if (figures.has(fence.id)) {
      throw new DiagramError(fence.file, fence.line, `the id “${fence.id}” is taken on this page`)
    }
    const drawing = await obtainDrawing(fence, options)
    if (drawing) verifyDrawing(fence, drawing)
    const { id, kind, title, source } = fence
    const node = element('Diagram', {
      ...{ id, kind, title, source },
      svg: drawing?.svg ?? '',
      graph: JSON.stringify(
        drawing?.graph ?? { kind, nodes: [], edges: [], moments: [], crossings: [] },
      ),
      ...(fence.wide ? { wide: 'wide' } : {}),
    })
    parent.children[parent.children.indexOf(code)] = node as unknown as RootContent
    figures.set(id, { fence, drawing, node })
  }
  return figures
}

async function obtainDrawing(
  fence: DiagramFence,
  options: DiagramOptions,
): Promise<Drawing | null> {
  const drawing = readDrawing(fence, options.folder)
  if (drawing) return drawing
  if (options.missing !== 'draw') {
    const sentence = `the diagram “${fence.id}” has not been drawn: run “${DRAW_COMMAND}”`
    throw new DiagramError(fence.file, fence.line, sentence)
  }
  try {
    const script = join(process.cwd(), 'scripts/diagrams.ts')
    await promisify(execFile)(process.execPath, [script, '--found', fence.file], {
      timeout: 60_000,
    })
  } catch (error) {
    console.warn((error as { stderr?: string }).stderr || String(error))
  }
  return readDrawing(fence, options.folder)
}

type Fail = (node: { position?: Code['position'] }, sentence: string) => never

function readSteps(steps: Jsx, figure: Figure, fail: Fail) {
  const parts = figure.drawing ? new Set(diagramParts(figure.drawing.graph)) : null
  let number = 0
  for (const step of steps.children as unknown[]) {
    if (!isJsx(step, 'Step')) return fail(steps, '<Steps> holds <Step lights="…"> and nothing else')
    number += 1
    const lights = attribute(step, 'lights')
      .split(/[\s,]+/)
      .filter(Boolean)
    const stray = lights.find((light) => parts && !parts.has(light))
    if (stray) {
      fail(step, `“${figure.fence.id}” has no “${stray}”; it has ${[...(parts ?? [])].join(', ')}`)
    }
    step.type = 'mdxJsxFlowElement'
    setAttribute(step, 'lights', lights.join(' '))
    setAttribute(step, 'figure', figure.fence.id)
    setAttribute(step, 'number', String(number))
  }
  if (!number) fail(steps, '<Steps> needs at least one <Step>')
}

function pointTerm(term: Jsx, figures: ReadonlyMap<string, Figure>, fail: Fail) {
  const part = attribute(term, 'node')
  const named = attribute(term, 'for')
  const all = [...figures.values()].filter(({ fence }) => !named || fence.id === named)
  const having = all.filter(({ drawing }) => !drawing || diagramParts(drawing.graph).includes(part))
  const [first, second] = having
  if (!first)
    return fail(term, `<Lit node="${part}"> names nothing in ${named || 'any diagram here'}`)
  if (second && first.drawing) {
    return fail(term, `<Lit node="${part}"> is in several diagrams: add for="${first.fence.id}"`)
  }
  const graph = first.drawing?.graph
  const kind = graph?.edges.some(({ id }) => id === part) ? 'edge-' : 'node-'
  const message = graph?.moments.some((one) => one.type === 'message' && one.id === part)
  setAttribute(term, 'figure', first.fence.id)
  setAttribute(term, 'target', `${first.fence.id}-${message ? '' : kind}${part}`)
}
