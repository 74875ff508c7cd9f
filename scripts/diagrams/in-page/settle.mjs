// @ts-check

const BASE_SIZE = 15
const SMALLEST_SIZE = 13
/** Em from line to line; Mermaid sets 1.1, too tight for Hangul. */
const LEADING = 1.25
const PADDING = 8

/** @param {Element} root @param {string} selector @returns {any[]} */
export const all = (root, selector) => Array.from(root.querySelectorAll(selector))

/**
 * Writes on each text what Mermaid's style sheet decided about its place, so that the sheet can
 * go: anchor, size and weight. Colours and the family come from the site.
 *
 * @param {SVGSVGElement} svg
 */
export function settleText(svg) {
  const decided = all(svg, 'text').map((text) => {
    const { textAnchor, fontSize, fontWeight, dominantBaseline } = getComputedStyle(text)
    return { text, textAnchor, fontSize: Number.parseFloat(fontSize), fontWeight, dominantBaseline }
  })
  for (const { text, textAnchor, fontSize: given, fontWeight, dominantBaseline } of decided) {
    const fontSize = text.closest('.edgeTerminals') ? Math.max(given, SMALLEST_SIZE) : given
    for (const name of ['style', 'font-family', 'alignment-baseline', 'dominant-baseline']) {
      text.removeAttribute(name)
    }
    text.removeAttribute('text-anchor')
    if (textAnchor !== 'start') text.setAttribute('text-anchor', textAnchor)
    text.setAttribute('font-size', String(fontSize))
    if (Number(fontWeight) >= 600) text.setAttribute('font-weight', '600')
    // Engines disagree on what `central` means for a face with two scripts: write the offset.
    if (dominantBaseline === 'central' || dominantBaseline === 'middle') {
      const lift = Math.round(fontSize * 3.5) / 10
      for (const line of [text, ...text.querySelectorAll('tspan')]) {
        if (line.hasAttribute('y'))
          line.setAttribute('y', String(Number(line.getAttribute('y')) + lift))
      }
    }
    const rows = all(text, 'tspan.row')
    for (const [index, row] of rows.entries()) {
      joinWords(row)
      // The lines keep their middle: the first goes up by half of what the last goes down.
      const lead = index * LEADING - ((rows.length - 1) * (LEADING - 1.1)) / 2
      row.setAttribute('y', `${Math.round((lead - 0.1) * 1000) / 1000}em`)
    }
  }
  svg.setAttribute('font-size', String(BASE_SIZE))
  svg.style.removeProperty('max-width')
  // Mermaid sets the SVG labels of simple states flush left; its HTML labels are centred.
  for (const label of all(svg, '.statediagram-state > .label')) {
    const place = label.getAttribute('transform') ?? ''
    label.setAttribute('transform', place.replace(/translate\(\s*[-\d.]+/, 'translate(0'))
    for (const text of all(label, 'text')) text.setAttribute('text-anchor', 'middle')
  }
}

/** One tspan a line instead of one a word, where all words look alike. @param {SVGTSpanElement} row */
function joinWords(row) {
  const words = all(row, 'tspan')
  const looks = new Set(
    words.map((word) => `${word.getAttribute('font-style')} ${word.getAttribute('font-weight')}`),
  )
  if (looks.size > 1) return
  const bold = /bold/.test(words[0]?.getAttribute('font-weight') ?? '')
  row.replaceChildren(words.map((word) => word.textContent).join(''))
  row.removeAttribute('class')
  row.removeAttribute('text-anchor')
  row.removeAttribute('font-weight')
  if (bold) row.setAttribute('font-weight', '600')
}

/**
 * Removes what shows nothing, and the second outline that a hand-drawing library adds.
 *
 * @param {SVGSVGElement} svg
 */
export function simplify(svg) {
  for (const element of all(svg, 'style, filter, linearGradient, symbol')) element.remove()
  for (const text of all(svg, 'text')) if (!text.textContent?.trim()) text.remove()
  for (const rect of all(svg, 'rect')) {
    if (!(Number(rect.getAttribute('width')) > 0)) rect.remove()
  }
  for (const fill of all(svg, '.node path[stroke="none"]')) {
    const outline = fill.nextElementSibling
    if (outline?.matches('path[fill="none"]')) outline.remove()
    const d = fill.getAttribute('d') ?? ''
    if (!/z\s*$/i.test(d)) fill.setAttribute('d', `${d}Z`)
  }
  for (const line of all(svg, '.divider path + path')) line.remove()
  // A class without methods needs no room marked off for them.
  for (const methods of all(svg, '.methods-group')) {
    if (methods.childElementCount) continue
    const box = methods.closest('.node')
    all(box, '.divider').at(-1)?.remove()
    lower(box?.querySelector('.label-group'), 5)
    lower(box?.querySelector('.members-group'), 11)
  }
  for (const inner of all(svg, '.statediagram-cluster > .inner')) inner.remove()
  for (const label of all(svg, '.cluster-label')) {
    const rect = label.closest('.cluster, .statediagram-cluster').querySelector('rect')
    const left = Number(rect.getAttribute('x')) + 10
    const top = Number(rect.getAttribute('y')) + 8
    label.setAttribute('transform', `translate(${left}, ${top})`)
    for (const text of all(label, 'text')) text.removeAttribute('text-anchor')
    for (const line of all(label, 'tspan')) line.removeAttribute('text-anchor')
  }
  for (const bar of all(svg, 'line[marker-start*="sequencenumber"]')) {
    const disc = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
    disc.setAttribute('class', 'disc')
    disc.setAttribute('cx', bar.getAttribute('x1'))
    disc.setAttribute('cy', bar.getAttribute('y1'))
    disc.setAttribute('r', '9')
    bar.replaceWith(disc)
  }
  for (const marker of all(svg, 'marker')) {
    const use = `url(#${marker.id})`
    const used = ['marker-start', 'marker-mid', 'marker-end'].some((name) =>
      svg.querySelector(`[${name}="${use}"]`),
    )
    if (!used) marker.remove()
  }
  for (const group of all(svg, 'g, defs').reverse()) {
    if (!group.childElementCount) group.remove()
    // Groups that only Mermaid's own steps needed.
    else if (!group.attributes.length) group.replaceWith(...group.childNodes)
  }
}

/** @param {Element | null | undefined} group @param {number} by CSS pixels */
function lower(group, by) {
  const place = group?.getAttribute('transform') ?? ''
  const moved = place.replace(/,\s*(-?[\d.]+)\)/, (_, y) => `, ${Number(y) + by})`)
  group?.setAttribute('transform', moved)
}

/** Cuts the sheet to what is drawn. @param {SVGSVGElement} svg */
export function crop(svg) {
  const lifelines = all(svg, '.lifeline')
  for (const line of lifelines) line.setAttribute('y2', line.getAttribute('y1'))
  const box = svg.getBBox()
  const bottom = Math.ceil(box.y + box.height + PADDING)
  for (const line of lifelines) line.setAttribute('y2', String(bottom))
  const left = Math.floor(box.x - PADDING)
  const top = Math.floor(box.y - PADDING)
  const width = Math.ceil(box.x + box.width + PADDING) - left
  const height = bottom - top + (lifelines.length ? PADDING : 0)
  svg.setAttribute('viewBox', `${left} ${top} ${width} ${height}`)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
}
