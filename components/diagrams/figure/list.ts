import type {
  DiagramEdge,
  DiagramGraph,
  DiagramMoment,
  DiagramNode,
} from '../../../lib/content/diagram-graph.ts'
import { format } from '../../../lib/i18n/format.ts'
import type { DiagramWords } from './words.ts'

/** One line of a drawing's list form, and the lines under it. */
export type DiagramItem = { readonly text: string; readonly items: readonly DiagramItem[] }

/**
 * What a drawing says, as nested lines of text: each node with the lines that leave it, groups
 * around their nodes, a sequence as its messages in order.
 */
export function listItems(graph: DiagramGraph, words: DiagramWords): DiagramItem[] {
  const labels = new Map(graph.nodes.map((node) => [node.id, nameOf(node, words)]))
  const name = (id: string) => labels.get(id) ?? id
  if (graph.kind === 'sequence') return nest(graph.moments, 0, (one) => sayMoment(one, name, words))
  const item = (node: DiagramNode): DiagramItem => ({
    text: name(node.id),
    items: [
      ...(node.lines ?? []).map((text) => ({ text, items: [] })),
      ...graph.nodes.filter((inner) => inner.within === node.id).map(item),
      ...graph.edges
        .filter((edge) => edge.from === node.id)
        .map((edge) => ({ text: sayEdge(edge, name, words), items: [] })),
    ],
  })
  return graph.nodes.filter((node) => node.within === undefined && node.kind !== 'note').map(item)
}

function nameOf(node: DiagramNode, words: DiagramWords): string {
  if (node.kind === 'start' || node.kind === 'end') return words[node.kind]
  if (node.kind === 'choice' || node.kind === 'fork') return node.label || words[node.kind]
  return node.label || node.id
}

function sayEdge(edge: DiagramEdge, name: (id: string) => string, words: DiagramWords): string {
  const says = format(words.relations[edge.relation], { to: name(edge.to) })
  const many =
    edge.fromMany && edge.toMany
      ? ` (${format(words.many, { from: edge.fromMany, to: edge.toMany })})`
      : ''
  return `${says}${many}${edge.label ? `: ${edge.label}` : ''}`
}

function sayMoment(
  moment: DiagramMoment,
  name: (id: string) => string,
  words: DiagramWords,
): string {
  if (moment.type === 'frame') {
    const frame = words.frames[moment.frame]
    return moment.label ? `${frame}: ${moment.label}` : frame
  }
  if (moment.type === 'note') {
    return format(words.note, { over: moment.over.map(name).join(', '), label: moment.label })
  }
  const { id, from, to, label } = moment
  const says = format(words.message, { from: name(from), to: name(to), label })
  return `${id.replace(/^message-/, '')}. ${says}`
}

/** Lines of one depth, each with the deeper lines that follow it. */
function nest(
  moments: readonly DiagramMoment[],
  depth: number,
  say: (moment: DiagramMoment) => string,
): DiagramItem[] {
  const items: DiagramItem[] = []
  for (let at = 0; at < moments.length; ) {
    const [moment] = moments.slice(at, at + 1)
    if (!moment) break
    let end = at + 1
    while ((moments[end]?.depth ?? -1) > depth) end += 1
    items.push({ text: say(moment), items: nest(moments.slice(at + 1, end), depth + 1, say) })
    at = end
  }
  return items
}
