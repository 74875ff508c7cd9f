import { readFileSync } from 'node:fs'
import { evaluate } from '@mdx-js/mdx'
import { isValidElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { expect, test } from 'vitest'
import { remarkDiagrams } from './diagram.ts'
import { findFences } from './diagram-fence.ts'
import { type DiagramGraph, diagramParts } from './diagram-graph.ts'
import { diagramKey } from './diagram-key.ts'
import { readDrawing, verifyDrawing } from './diagram-store.ts'

const folder = 'scripts/diagrams/fixtures/drawn'
const file = 'scripts/diagrams/fixtures/flowchart.en.mdx'
const text = readFileSync(file, 'utf8')
const NAMES = ['Diagram', 'Steps', 'Step', 'Lit'] as const

type Seen = { name: string; props: Record<string, unknown> }

/** The diagram elements of a compiled page, outermost first. */
async function compile(source: string): Promise<Seen[]> {
  const { default: Body } = await evaluate(source, {
    ...runtime,
    remarkPlugins: [[remarkDiagrams, { file, folder }]],
  })
  const tags = Object.fromEntries(NAMES.map((name) => [name, () => null]))
  const seen: Seen[] = []
  const walk = (node: ReactNode) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (!isValidElement<Record<string, unknown>>(node)) return
    const name = NAMES.find((one) => tags[one] === node.type)
    if (name) seen.push({ name, props: node.props })
    walk(node.props.children as ReactNode)
  }
  walk(Body({ components: tags }) as ReactNode)
  return seen
}

test('puts the drawing, its steps and its terms into the page', async () => {
  const seen = await compile(text)
  expect(seen.map(({ name }) => name)).toEqual(
    'Diagram Steps Step Step Step Lit Diagram'.split(' '),
  )
  const [diagram, , , step] = seen
  expect(diagram?.props).toMatchObject({ id: 'image-graph', kind: 'flowchart' })
  expect(diagram?.props.svg).toMatch(/^<svg [^>]*id="image-graph-drawing"/)
  expect(diagram?.props.svg).not.toContain('<metadata>')
  expect(diagramParts(JSON.parse(String(diagram?.props.graph)) as DiagramGraph)).toContain(
    'index-amd64',
  )
  expect(step?.props).toMatchObject({ figure: 'image-graph', number: '2' })
  expect(step?.props.lights).toBe('index index-amd64 amd64')
  expect(seen[5]?.props).toMatchObject({
    figure: 'image-graph',
    node: 'amd64',
    target: 'image-graph-node-amd64',
  })
})

const stepsLine = text.split('\n').findIndex((line) => line.startsWith('<Steps')) + 1
const litLine = text.split('\n').findIndex((line) => line.includes('<Lit')) + 1

test.each([
  {
    why: 'a source that has no drawing',
    change: (page: string) => page.replace('"Image index"', '"Another"'),
    says: /:1: the diagram “image-graph” has not been drawn: run “npm run diagrams”/,
  },
  {
    why: 'a step that lights what is not there',
    change: (page: string) => page.replace('lights="tag, tag-index', 'lights="tag, tag-inde'),
    says: new RegExp(`:${stepsLine + 1}: “image-graph” has no “tag-inde”; it has tag, sbom`),
  },
  {
    why: 'steps for no diagram',
    change: (page: string) => page.replace('<Steps for="image-graph"', '<Steps for="image"'),
    says: new RegExp(`:${stepsLine}: <Steps for="image"> names no diagram here`),
  },
  {
    why: 'a term that names nothing',
    change: (page: string) => page.replace('<Lit node="amd64"', '<Lit node="arm"'),
    says: new RegExp(`:${litLine}: <Lit node="arm"> names nothing`),
  },
  {
    why: 'a term that two drawings have',
    change: (page: string) => page.replace('<Lit node="amd64"', '<Lit node="kubelet"'),
    says: /is in several diagrams: add for="image-graph"/,
  },
  {
    why: 'text between steps',
    change: (page: string) => page.replace('</Steps>', '  words\n</Steps>'),
    says: new RegExp(`:${stepsLine}: <Steps> holds <Step`),
  },
])('refuses $why, by file and line', async ({ change, says }) => {
  const compiled = compile(change(text))
  await expect(compiled).rejects.toThrow(says)
  await expect(compiled).rejects.toThrow(/^scripts\/diagrams\/fixtures\/flowchart\.en\.mdx:/)
})

test('a term may say which of two drawings it means', async () => {
  const page = text.replace('<Lit node="amd64"', '<Lit for="node-parts" node="kubelet"')
  expect((await compile(page))[5]?.props.figure).toBe('node-parts')
})

test('the key moves with the id and with the source, and with nothing else of the fence', () => {
  const fence = { id: 'a', source: 'flowchart TB' }
  expect(diagramKey(fence)).toMatch(/^[0-9a-f]{16}$/)
  expect(diagramKey({ ...fence, id: 'b' })).not.toBe(diagramKey(fence))
  expect(diagramKey({ ...fence, source: 'flowchart LR' })).not.toBe(diagramKey(fence))
  expect(diagramKey({ ...fence, ...{ wide: true, line: 9 } })).toBe(diagramKey(fence))
})

test('a drawing that is too wide, or whose lines cross, does not pass', () => {
  const [fence] = findFences(text, file)
  const drawing = fence && readDrawing(fence, folder)
  if (!fence || !drawing) throw new Error('the fixture has no drawing')
  expect(() => verifyDrawing(fence, drawing)).not.toThrow()
  expect(() => verifyDrawing(fence, { ...drawing, width: 673 })).toThrow(/673 pixels wide, 672 fit/)
  expect(() => verifyDrawing({ ...fence, wide: true }, { ...drawing, width: 993 })).toThrow(
    /992 fit/,
  )
  const crossed = { ...drawing, graph: { ...drawing.graph, crossings: [['a-b', 'c-d']] as const } }
  expect(() => verifyDrawing(fence, crossed)).toThrow(/cross \(a-b and c-d\)/)
  expect(() => verifyDrawing({ ...fence, crossings: 1 }, crossed)).not.toThrow()
})
