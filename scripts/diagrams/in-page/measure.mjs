// @ts-check
import { all } from './settle.mjs'

/** Rounding of outlines, in CSS pixels. */
const SLACK = 1

/** @param {DOMRect} inner @param {DOMRect} outer */
const within = (inner, outer) =>
  inner.left >= outer.left - SLACK &&
  inner.right <= outer.right + SLACK &&
  inner.top >= outer.top - SLACK &&
  inner.bottom <= outer.bottom + SLACK

/** @param {DOMRect} a @param {DOMRect} b */
const overlap = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  // Line boxes are taller than letters, so lines may touch by a little.
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6

/** @param {Element} text */
const say = (text) => `“${(text.textContent ?? '').trim()}”`

/**
 * What a reader would find wrong with the drawing: labels that leave their box or the sheet,
 * labels over labels.
 *
 * @param {SVGSVGElement} svg
 * @returns {string[]}
 */
export function findFaults(svg) {
  const faults = []
  const sheet = svg.getBoundingClientRect()
  const texts = /** @type {SVGTextElement[]} */ (all(svg, 'text'))
  for (const text of texts) {
    const box = text.getBoundingClientRect()
    if (!within(box, sheet)) faults.push(`the label ${say(text)} leaves the drawing`)
    const owner = text.closest('.node, .note, .participant')
    const shape = owner && [...owner.querySelectorAll('rect, path, polygon, circle, ellipse')]
    if (!owner || !shape?.length) continue
    const boxes = shape.map((one) => one.getBoundingClientRect())
    if (!boxes.some((one) => within(box, one))) {
      faults.push(`the label ${say(text)} does not fit into its box`)
    }
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (overlap(one.getBoundingClientRect(), other.getBoundingClientRect())) {
        faults.push(`the labels ${say(one)} and ${say(other)} cover each other`)
      }
    }
  }
  return faults
}

/** CSS pixels from sample to sample along a line. */
const STRIDE = 3

/** @typedef {{ x: number, y: number }} Spot */

/** Points along a line, without its ends, where lines may well meet. @param {SVGPathElement} path @returns {Spot[]} */
function spots(path) {
  const length = path.getTotalLength()
  const count = Math.max(1, Math.ceil(length / STRIDE))
  const points = Array.from({ length: count + 1 }, (_, at) =>
    path.getPointAtLength((at / count) * length),
  )
  return points.slice(1, -1)
}

/** Which side of the line from a to b c lies on; on the line counts as one of them. @param {Spot} a @param {Spot} b @param {Spot} c */
const side = (a, b, c) => ((b.x - a.x) * (c.y - a.y) < (b.y - a.y) * (c.x - a.x) ? -1 : 1)

/** @param {Spot[]} one @param {Spot[]} other */
function cross(one, other) {
  for (let i = 1; i < one.length; i += 1) {
    const [a, b] = /** @type {[Spot, Spot]} */ (one.slice(i - 1, i + 1))
    for (let j = 1; j < other.length; j += 1) {
      const [c, d] = /** @type {[Spot, Spot]} */ (other.slice(j - 1, j + 1))
      if (Math.abs(a.x - c.x) > 2 * STRIDE || Math.abs(a.y - c.y) > 2 * STRIDE) continue
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
    }
  }
  return false
}

/**
 * Pairs of edges whose lines cross.
 *
 * @param {SVGSVGElement} svg
 * @returns {[string, string][]}
 */
export function findCrossings(svg) {
  const lines = all(svg, 'path.edge[id]').map((path) => ({
    part: String(path.getAttribute('data-part')),
    spots: spots(path),
  }))
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => cross(one.spots, other.spots))
      .map((other) => /** @type {[string, string]} */ ([one.part, other.part])),
  )
}
