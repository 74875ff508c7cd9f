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
    if (!owner || !shape?.length || owner.querySelector('line')) continue
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
