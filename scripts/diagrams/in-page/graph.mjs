// @ts-check
/** @import { DiagramEdge, DiagramGraph, DiagramMoment, DiagramNode, DiagramRelation } from '../../../lib/content/diagram-graph.ts' */

/** One line of text, as a person would read the label aloud. @param {unknown} label */
const plain = (label) =>
  String(label ?? '')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\\([+#~-])/g, '$1')
    .replace(/[*_`]{1,2}(\S(?:.*?\S)?)[*_`]{1,2}/g, '$1')
    .replace(/#(\w+);/g, (_, name) => decode(`&${/^\d/.test(name) ? '#' : ''}${name};`))
    .replace(/\s+/g, ' ')
    .trim()

/** @param {string} entity */
function decode(entity) {
  const holder = document.createElement('textarea')
  holder.innerHTML = entity
  return holder.value
}

/** Id of an author's node, without what Mermaid adds for its own use. @param {string} id */
const authorId = (id) =>
  id
    .replace(/^entity-(.*)-\d+$/, '$1')
    .replace(/^(.*)----note-\d+$/, '$1-note')
    .replace(/^(.*)----parent$/, '$1-notes')
    .replace(/^root_(start|end)\d*$/, '$1')
    .replace(/_(start|end)\d*$/, '-$1')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')

/** @type {Record<string, DiagramNode['kind']>} */
const KIND_OF_SHAPE = {
  stateStart: 'start',
  stateEnd: 'end',
  choice: 'choice',
  fork: 'fork',
  join: 'fork',
  note: 'note',
}

/** @type {Record<string, DiagramRelation>} */
const RELATION_OF_HEAD = {
  extension: 'inherits',
  composition: 'composes',
  aggregation: 'aggregates',
  dependency: 'depends',
  lollipop: 'provides',
}

/** @type {Record<string, string>} */
const HOW_MANY = {
  only_one: '1',
  zero_or_one: '0–1',
  one_or_more: '1+',
  zero_or_more: '0+',
}

/** @param {any} node @returns {DiagramNode} */
function readNode(node) {
  const lines = [
    ...(node.members ?? []).map((/** @type {any} */ member) => plain(member.text)),
    ...(node.methods ?? []).map((/** @type {any} */ method) => plain(method.text)),
    ...(node.attributes ?? []).map((/** @type {any} */ field) =>
      [field.type, field.name, field.keys?.join(', '), field.comment].filter(Boolean).join(' '),
    ),
  ]
  const kind = node.isGroup ? 'group' : (KIND_OF_SHAPE[node.shape] ?? 'node')
  const silent = kind === 'start' || kind === 'end' || kind === 'choice' || kind === 'fork'
  return {
    id: authorId(node.id),
    label: silent ? '' : plain(node.alias || node.text || node.label || node.id),
    kind,
    ...(node.parentId ? { within: authorId(node.parentId) } : {}),
    ...(lines.length ? { lines } : {}),
  }
}

/**
 * @param {any} edge
 * @param {Map<string, number>} seen
 * @returns {DiagramEdge & { drawn: string }}
 */
function readEdge(edge, seen) {
  let from = authorId(edge.start)
  let to = authorId(edge.end)
  const base = `${from}-${to}`
  const count = (seen.get(base) ?? 0) + 1
  seen.set(base, count)
  const head = RELATION_OF_HEAD[edge.arrowTypeEnd]
  const tail = RELATION_OF_HEAD[edge.arrowTypeStart]
  const fromMany = edge.startLabelRight || HOW_MANY[edge.arrowTypeStart]
  const toMany = edge.endLabelLeft || HOW_MANY[edge.arrowTypeEnd]
  const id = count === 1 ? base : `${base}-${count}`
  // `A <|-- B` says “B is an A”, `A *-- B` “A is made of B”: read in that direction.
  const turn = tail === 'inherits' || tail === 'depends' || tail === 'provides'
  const turnHead = head === 'composes' || head === 'aggregates'
  if (turn || turnHead) [from, to] = [to, from]
  const note = /note-edge/.test(edge.classes ?? '')
  return {
    drawn: edge.id,
    id,
    from,
    to,
    label: plain(edge.label),
    relation: note ? 'note' : (head ?? tail ?? 'plain'),
    ...(fromMany ? { [turn || turnHead ? 'toMany' : 'fromMany']: plain(fromMany) } : {}),
    ...(toMany ? { [turn || turnHead ? 'fromMany' : 'toMany']: plain(toMany) } : {}),
  }
}

/** @type {Record<string, Extract<DiagramMoment, { type: 'frame' }>['frame']>} */
const FRAMES = {
  LOOP_START: 'loop',
  ALT_START: 'alt',
  ALT_ELSE: 'else',
  OPT_START: 'opt',
  PAR_START: 'par',
  PAR_OVER_START: 'par',
  PAR_AND: 'and',
  CRITICAL_START: 'critical',
  CRITICAL_OPTION: 'else',
  BREAK_START: 'break',
  RECT_START: 'area',
}

/** @param {any} db @returns {DiagramGraph} */
function readSequence(db) {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]))
  /** @type {DiagramMoment[]} */
  const moments = []
  let depth = 0
  let number = 0
  for (const message of db.getMessages()) {
    const type = String(names.get(message.type))
    const label = plain(typeof message.message === 'string' ? message.message : '')
    const frame = FRAMES[type]
    if (frame) {
      const inner = frame === 'else' || frame === 'and'
      moments.push({ type: 'frame', frame, label, depth: inner ? depth - 1 : depth })
      if (!inner) depth += 1
    } else if (type === 'NOTE') {
      const over = [...new Set([message.from, message.to])].map(authorId)
      moments.push({ type: 'note', over, label, depth })
    } else if (type.endsWith('_END')) {
      if (type !== 'ACTIVE_END') depth -= 1
    } else if (message.from !== undefined && message.to !== undefined) {
      number += 1
      const [from, to] = [authorId(message.from), authorId(message.to)]
      moments.push({ type: 'message', id: `message-${number}`, from, to, label, depth })
    }
  }
  /** @type {DiagramNode[]} */
  const nodes = [...db.getActors().values()].map((actor) => ({
    id: authorId(actor.name),
    label: plain(actor.description),
    kind: 'node',
  }))
  return { kind: 'sequence', nodes, edges: [], moments, crossings: [] }
}

/**
 * What Mermaid understood, as nodes and edges. Edges carry Mermaid's own id in `drawn` until the
 * drawing has been marked.
 *
 * @param {string} kind
 * @param {any} db
 * @returns {DiagramGraph}
 */
export function readGraph(kind, db) {
  if (kind === 'sequence') return readSequence(db)
  const { nodes, edges } = db.getData()
  const seen = new Map()
  return {
    kind: /** @type {DiagramGraph['kind']} */ (kind),
    nodes: nodes
      .filter((/** @type {any} */ node) => node.shape !== 'noteGroup')
      .map(readNode)
      .map((/** @type {DiagramNode} */ { within, ...node }) =>
        within && !within.endsWith('-notes') ? { ...node, within } : node,
      ),
    edges: edges.map((/** @type {any} */ edge) => readEdge(edge, seen)),
    moments: [],
    crossings: [],
  }
}

export { authorId }
