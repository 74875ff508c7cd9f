// @ts-check
import { authorId } from './graph.mjs'
import { all } from './settle.mjs'

const SVG = 'http://www.w3.org/2000/svg'
const CLASSES =
  'index manifest config layer referrer process quiet ' +
  'node group note start end edge label dashed dotted thick message reply number disc ' +
  'participant lifeline frame frame-name frame-word frame-title divider'
const KEPT = new Set(CLASSES.split(' '))

/** @param {Element} element @param {string} part @param {string} [id] */
function name(element, part, id) {
  element.setAttribute('data-part', part)
  if (id) element.id = id
}

/** Mermaid's id of a drawn node, without the figure and its counters. @param {string} id */
const drawnNode = (id) => id.replace(/^(flowchart|state|classId)-/, '').replace(/-\d+$/, '')

/**
 * Gives each part its lasting name: ids derived from the author's own, `data-part` for whatever
 * belongs to it, and classes from one short list that the site's sheet knows.
 *
 * @param {SVGSVGElement} svg
 * @param {string} figure
 * @param {any} graph
 */
export function markParts(svg, figure, graph) {
  for (const node of all(svg, '.node, .cluster, .statediagram-cluster')) {
    const raw = node.id.startsWith(`${figure}-`) ? node.id.slice(figure.length + 1) : node.id
    const group = !node.classList.contains('node')
    const own = node.getAttribute('data-id') ?? drawnNode(raw)
    const part = authorId(/^entity-/.test(raw) ? raw : own.replace(/(----note)$/, '$1-0'))
    name(node, part, `${figure}-node-${part}`)
    if (group) node.classList.add('group')
    if (node.querySelector('.state-start')) node.classList.add('start')
    const known = graph.nodes.find((/** @type {any} */ one) => one.id === part)
    if (known && ['end', 'note', 'start'].includes(known.kind)) node.classList.add(known.kind)
  }
  for (const edge of graph.edges) {
    for (const path of all(svg, `path[data-id="${edge.drawn}"]`)) {
      name(path, edge.id, `${figure}-edge-${edge.id}`)
      const look = path.getAttribute('class') ?? ''
      path.setAttribute('class', 'edge')
      if (/pattern-dotted/.test(look)) path.classList.add('dotted')
      if (/pattern-dashed|dashed-line/.test(look)) path.classList.add('dashed')
      if (/thickness-thick/.test(look)) path.classList.add('thick')
    }
    for (const label of all(svg, `.label[data-id="${edge.drawn}"]`)) name(label, edge.id)
    if (edge.from === edge.to) widenLoop(svg, figure, edge)
    delete edge.drawn
  }
  if (graph.kind === 'sequence') markSequence(svg, figure, graph)
  renameMarkers(svg, figure)
  const title = svg.querySelector(':scope > title')
  const desc = svg.querySelector(':scope > desc')
  if (title) title.id = `${figure}-title`
  if (desc) desc.id = `${figure}-desc`
  svg.setAttribute('aria-labelledby', `${figure}-title`)
  svg.setAttribute('aria-describedby', `${figure}-desc`)
  svg.setAttribute('role', 'graphics-document')
  svg.removeAttribute('aria-roledescription')
  svg.id = `${figure}-drawing`
  clean(svg, graph.kind)
}

/** ELK draws a line from a node to itself as a hairpin: open it. @param {SVGSVGElement} svg @param {string} figure @param {any} edge */
function widenLoop(svg, figure, edge) {
  const path = svg.querySelector(`[id="${figure}-edge-${edge.id}"]`)
  const node = svg.querySelector(`[id="${figure}-node-${edge.from}"]`)
  if (!(path instanceof SVGPathElement) || !node) return
  const start = path.getPointAtLength(0)
  const end = path.getPointAtLength(path.getTotalLength())
  const far = path.getPointAtLength(path.getTotalLength() / 2)
  if (Math.abs(start.x - end.x) > 1) return
  const way = Math.sign(far.x - start.x)
  const middle = (start.y + end.y) / 2
  const down = Math.sign(end.y - start.y) || 1
  const [from, to] = [middle - 9 * down, middle + 9 * down]
  const [near, out] = [start.x + 14 * way, start.x + 19 * way]
  path.setAttribute(
    'd',
    `M${start.x} ${from}H${near}Q${out} ${from} ${out} ${from + 5 * down}V${to - 5 * down}Q${out} ${to} ${near} ${to}H${end.x}`,
  )
}

/** @param {SVGSVGElement} svg @param {string} figure @param {any} graph */
function markSequence(svg, figure, graph) {
  for (const line of all(svg, '.actor-line')) {
    line.setAttribute('class', 'lifeline actor-line')
    name(line, authorId(line.getAttribute('data-id') ?? line.getAttribute('name') ?? ''))
    line.removeAttribute('id')
  }
  for (const box of all(svg, '[data-et="participant"]')) {
    const part = authorId(box.getAttribute('data-id') ?? '')
    box.setAttribute('class', 'participant node')
    for (const inner of all(box, '[id]')) inner.removeAttribute('id')
    name(box, part, `${figure}-node-${part}`)
  }
  const messages = graph.moments.filter((/** @type {any} */ moment) => moment.type === 'message')
  for (const [index, line] of all(svg, '[data-et="message"]').entries()) {
    const message = messages[index]
    const group = document.createElementNS(SVG, 'g')
    group.setAttribute('class', 'message')
    name(group, message.id, `${figure}-${message.id}`)
    const parts = [line]
    for (let at = line.previousElementSibling; at?.matches('.messageText'); ) {
      parts.unshift(at)
      at = at.previousElementSibling
    }
    for (let at = line.nextElementSibling; at?.matches('.disc, .sequenceNumber'); ) {
      parts.push(at)
      at = at.nextElementSibling
    }
    parts[0].before(group)
    group.append(...parts)
    const dashed = /messageLine1/.test(line.getAttribute('class') ?? '')
    line.setAttribute('class', dashed ? 'edge dashed' : 'edge')
    for (const text of all(group, '.messageText')) text.setAttribute('class', 'label')
    for (const text of all(group, '.sequenceNumber')) text.setAttribute('class', 'number')
  }
  for (const note of all(svg, '[data-et="note"]')) note.setAttribute('class', 'note')
  for (const line of all(svg, '.loopLine')) line.setAttribute('class', 'frame')
  for (const box of all(svg, '.labelBox')) box.setAttribute('class', 'frame-name')
  for (const text of all(svg, '.labelText')) text.setAttribute('class', 'frame-word')
  for (const text of all(svg, '.loopText, .sectionTitle')) text.setAttribute('class', 'frame-title')
}

/** @param {SVGSVGElement} svg @param {string} figure */
function renameMarkers(svg, figure) {
  for (const marker of all(svg, 'marker')) {
    const old = marker.id
    const short = old
      .replace(new RegExp(`^${figure}[-_]`), '')
      .replace(/^(flowchart-v2|stateDiagram|classDiagram|er)-/, '')
    marker.id = `${figure}-mark-${short}`
    for (const end of ['marker-start', 'marker-mid', 'marker-end']) {
      for (const user of all(svg, `[${end}="url(#${old})"]`)) {
        user.setAttribute(end, `url(#${marker.id})`)
      }
    }
  }
}

/** Leaves only the attributes and classes that the site uses. @param {SVGSVGElement} svg @param {string} kind */
function clean(svg, kind) {
  for (const marker of all(svg, 'marker')) {
    marker.setAttribute(
      'class',
      /extension|aggregation|lollipop|zeroOr|onlyOne|oneOr/i.test(marker.id) ? 'hollow' : 'solid',
    )
    for (const shape of marker.children) {
      for (const attribute of ['class', 'style', 'fill', 'stroke']) shape.removeAttribute(attribute)
    }
  }
  for (const element of all(svg, '*')) {
    if (element.closest('marker')) continue
    const dashed = /dasharray:\s*[1-9]/.test(element.getAttribute('style') ?? '')
    element.removeAttribute('style')
    for (const { name: attribute } of [...element.attributes]) {
      if (attribute.startsWith('data-') && attribute !== 'data-part')
        element.removeAttribute(attribute)
    }
    for (const attribute of ['fill', 'stroke', 'stroke-width', 'name', 'stroke-dasharray']) {
      element.removeAttribute(attribute)
    }
    if (element.tagName === 'circle') {
      element.removeAttribute('width')
      element.removeAttribute('height')
    }
    if (
      element.id &&
      !element.hasAttribute('data-part') &&
      !/^(title|desc)$/.test(element.tagName)
    ) {
      element.removeAttribute('id')
    }
    const classes = /** @type {string[]} */ ([...element.classList])
    if (classes.includes('edgeLabel')) element.setAttribute('class', 'label')
    else {
      const kept = classes.filter((one) => KEPT.has(one))
      // Mermaid names the words of a node `label` too; ours means the words on a line.
      const inNode = element.closest('.node, .group') && element.tagName === 'g'
      const left = inNode ? kept.filter((one) => one !== 'label') : kept
      if (dashed) left.push('dashed')
      if (left.length) element.setAttribute('class', [...new Set(left)].join(' '))
      else element.removeAttribute('class')
    }
  }
  svg.setAttribute('class', `diagram-svg ${kind}`)
  svg.removeAttribute('style')
}
