import { type CustomPlugin, optimize } from 'svgo'
import type { DiagramGraph } from '../../lib/content/diagram-graph.ts'

/** Refuses what the site's policy forbids, whatever a new Mermaid may write. */
const refuse: CustomPlugin = {
  name: 'refuse',
  fn: () => ({
    element: {
      enter: (element) => {
        const bad =
          ['style', 'script', 'foreignObject', 'image', 'a'].includes(element.name) ||
          'style' in element.attributes ||
          Object.keys(element.attributes).some((name) => /^on|href$/.test(name))
        if (bad) throw new Error(`a drawing may not hold <${element.name}> as Mermaid wrote it`)
      },
    },
  }),
}

const escapeText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/**
 * The SVG as it is kept: numbers to a tenth of a pixel, no empty groups, ids and classes as
 * marked, and what the drawing says as JSON in `<metadata>`.
 */
export function tidy(svg: string, graph: DiagramGraph): string {
  const { data } = optimize(svg, {
    floatPrecision: 1,
    multipass: false,
    plugins: [
      refuse,
      'removeComments',
      'cleanupAttrs',
      'cleanupNumericValues',
      { name: 'convertPathData', params: { floatPrecision: 1 } },
      { name: 'convertTransform', params: { floatPrecision: 1 } },
      'removeEmptyContainers',
      'sortAttrs',
    ],
  })
  const open = /^<svg\b[^>]*>/.exec(data)?.[0]
  if (!open) throw new Error('Mermaid wrote no SVG')
  const { width, height } = /\bwidth="(?<width>\d+)"/.exec(open)
    ? {
        width: /\bwidth="(\d+)"/.exec(open)?.[1],
        height: /\bheight="(\d+)"/.exec(open)?.[1],
      }
    : {}
  const rest = open.replace(/\s(width|height)="\d+"/g, '')
  const head = rest.replace(/^<svg/, `<svg width="${width}" height="${height}"`)
  const metadata = `<metadata>${escapeText(JSON.stringify(graph))}</metadata>`
  return `${head}${metadata}${data.slice(open.length)}\n`
}
