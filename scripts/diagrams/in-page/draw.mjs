// @ts-check
import { readGraph } from './graph.mjs'
import { markParts } from './mark.mjs'
import { findCrossings, findFaults } from './measure.mjs'
import { crop, settleText, simplify } from './settle.mjs'

/**
 * Draws one diagram; runs in the drawing page.
 *
 * @param {{ id: string, kind: string, source: string, config: Record<string, unknown> }} figure
 * @returns {Promise<{ svg: string, graph: object, faults: string[] }>}
 */
export async function draw({ id, kind, source, config }) {
  const mermaid = /** @type {any} */ (globalThis).mermaid
  mermaid.initialize({ ...config, deterministicIDSeed: id })
  const { svg: text } = await mermaid.render(id, source)
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
  document.body.innerHTML = text
  const svg = /** @type {SVGSVGElement} */ (document.querySelector('svg'))
  settleText(svg)
  simplify(svg)
  const graph = { ...readGraph(kind, db), crossings: /** @type {[string, string][]} */ ([]) }
  markParts(svg, id, graph)
  crop(svg)
  graph.crossings = findCrossings(svg)
  const faults = findFaults(svg)
  return { svg: svg.outerHTML, graph, faults }
}
