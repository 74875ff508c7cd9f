// @ts-check
// Drawings, without React: walking through steps, lighting terms, enlarging, copying, saving.
// It only marks what the page already holds, so the page reads the same when it does not run.

/** @template {Element} T @param {ParentNode} root @param {string} selector */
const all = (root, selector) => /** @type {T[]} */ ([...root.querySelectorAll(selector)])

/** @param {Element} figure */
const sheet = (figure) =>
  /** @type {SVGSVGElement} */ (
    /** @type {unknown} */ (document.getElementById(`${figure.id}-drawing`))
  )

/** The captions of a figure. @param {Element} figure */
const walkOf = (figure) =>
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-walk="${figure.id}"]`))

/** The dialog, and whose stage stands in it. @type {HTMLDialogElement | undefined} */
let dialog
/** @type {Element | undefined} */
let owner

/** @param {Element} node */
const figureOf = (node) => (dialog?.contains(node) ? owner : node.closest('[data-diagram]'))

/** @param {Element} figure @param {string[]} parts @param {string} mark */
function light(figure, parts, mark) {
  for (const part of all(sheet(figure), '[data-part]')) {
    part.classList.toggle(mark, parts.includes(part.getAttribute('data-part') ?? ''))
  }
}

// Steps. 0 shows all captions and lights nothing.

/** @param {Element} figure @param {number} wish @param {boolean} [keep] */
function go(figure, wish, keep) {
  const walk = walkOf(figure)
  if (!walk) return
  const steps = all(walk, '.diagram-steps > li')
  const step = Math.min(Math.max(wish, 0), steps.length)
  walk.dataset.step = sheet(figure).dataset.step = String(step)
  for (const [index, item] of steps.entries()) {
    if (index + 1 === step) item.setAttribute('aria-current', 'step')
    else item.removeAttribute('aria-current')
  }
  const current = steps[step - 1]
  light(figure, current?.getAttribute('data-lights')?.split(' ') ?? [], 'is-lit')
  // On a narrow screen the canvas scrolls: show what the step speaks of.
  const canvas = sheet(figure).closest('.diagram-canvas')
  const seen = all(sheet(figure), '.is-lit').at(-1)?.getBoundingClientRect()
  if (canvas && seen) {
    const box = canvas.getBoundingClientRect()
    canvas.scrollLeft += seen.x + seen.width / 2 - box.x - box.width / 2
  }
  const [back, on, status] = all(walk, '[data-act], [role=status]')
  back?.setAttribute('aria-disabled', String(step === 0))
  on?.setAttribute('aria-disabled', String(step === steps.length))
  if (status) {
    const says = (walk.dataset.says ?? '')
      .replace('{number}', String(step))
      .replace('{count}', String(steps.length))
    status.textContent = step ? says : ''
    const caption = document.createElement('span')
    caption.className = 'diagram-aloud'
    caption.textContent = current?.textContent ?? ''
    status.append(' ', caption)
  }
  if (keep) return
  const url = new URL(location.href)
  if (step) url.searchParams.set(`${figure.id}.step`, String(step))
  else url.searchParams.delete(`${figure.id}.step`)
  history.replaceState(history.state, '', url)
}

/** @param {Element} figure */
const stepOf = (figure) => Number(sheet(figure).dataset.step ?? 0)

// Enlarging: the stage moves into a dialog and back, so nothing is there twice.

/** @type {number[]} */
let home = []

/** @param {SVGSVGElement} svg */
const view = (svg) => /** @type {number[]} */ (svg.getAttribute('viewBox')?.split(' ').map(Number))

/** @param {number} factor @param {{ x: number, y: number }} [at] in CSS pixels of the window */
function zoom(factor, at) {
  if (!owner) return
  const svg = sheet(owner)
  const [x = 0, y = 0, width = 0, height = 0] = view(svg)
  const scale = Math.min(Math.max(width / factor, (home[2] ?? 0) / 12), (home[2] ?? 0) * 2) / width
  const box = svg.getBoundingClientRect()
  const matrix = svg.getScreenCTM()?.inverse()
  const centre = at ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const point = new DOMPoint(centre.x, centre.y).matrixTransform(matrix)
  const next = [point.x - (point.x - x) * scale, point.y - (point.y - y) * scale]
  svg.setAttribute('viewBox', [...next, width * scale, height * scale].join(' '))
}

/** @param {number} dx @param {number} dy CSS pixels */
function pan(dx, dy) {
  if (!owner) return
  const svg = sheet(owner)
  const [x = 0, y = 0, ...size] = view(svg)
  const scale = svg.getScreenCTM()?.a || 1
  svg.setAttribute('viewBox', [x - dx / scale, y - dy / scale, ...size].join(' '))
}

const frame = () => owner && sheet(owner).setAttribute('viewBox', home.join(' '))

/** @param {Element} figure */
function enlarge(figure) {
  const own = figure.querySelector('.diagram-stage')
  if (!own) return
  if (!dialog) {
    dialog = document.createElement('dialog')
    dialog.className = 'diagram-dialog'
    dialog.addEventListener('close', restore)
    document.body.append(dialog)
    pointers(dialog)
  }
  home = view(sheet(figure))
  // The figure keeps its height, so the page behind stays where it is.
  const place = document.createElement('div')
  place.className = 'diagram-place'
  place.style.blockSize = `${own.getBoundingClientRect().height}px`
  own.replaceWith(place)
  owner = figure
  dialog.setAttribute('aria-label', own.querySelector('title')?.textContent ?? '')
  dialog.append(own)
  dialog.showModal()
  const canvas = own.querySelector('.diagram-canvas')
  if (canvas instanceof HTMLElement) canvas.focus()
}

function restore() {
  const own = dialog?.firstElementChild
  if (!owner || !own) return
  frame()
  owner.querySelector('.diagram-place')?.replaceWith(own)
  owner = undefined
  const opener = own.querySelector('[data-act=enlarge]')
  if (opener instanceof HTMLElement) opener.focus()
}

/** Drag, pinch and wheel. @param {HTMLElement} area */
function pointers(area) {
  /** @type {Map<number, { x: number, y: number }>} */
  const down = new Map()
  area.addEventListener('pointerdown', (event) => {
    const canvas = event.target instanceof Element && event.target.closest('.diagram-canvas')
    if (!canvas) return
    canvas.setPointerCapture(event.pointerId)
    down.set(event.pointerId, event)
  })
  area.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId)
    if (!before) return
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
    down.set(event.pointerId, event)
    if (!other) return pan(event.x - before.x, event.y - before.y)
    const apart = Math.hypot(before.x - other.x, before.y - other.y) || 1
    zoom(Math.hypot(event.x - other.x, event.y - other.y) / apart, {
      x: (event.x + other.x) / 2,
      y: (event.y + other.y) / 2,
    })
  })
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    area.addEventListener(end, (event) => down.delete(event.pointerId))
  }
  area.addEventListener(
    'wheel',
    (event) => {
      if (!(event.target instanceof Element && event.target.closest('.diagram-canvas'))) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 400), event)
    },
    { passive: false },
  )
}

// Copying and saving.

/** @param {Element} button @param {string} text */
async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // No clipboard outside a secure context: the oldest way still works.
    const area = document.createElement('textarea')
    area.value = text
    button.after(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  const label = button.textContent
  button.textContent = button.getAttribute('data-done')
  setTimeout(() => {
    button.textContent = label
  }, 1500)
}

const LOOK =
  'fill stroke stroke-width stroke-dasharray font-family font-size font-weight paint-order'

/** A drawing that stands alone: what the page's sheet says is written on each element. @param {Element} figure */
function save(figure) {
  const svg = sheet(figure)
  const clone = /** @type {SVGSVGElement} */ (svg.cloneNode(true))
  const copies = all(clone, '*')
  for (const [index, element] of all(svg, '*').entries()) {
    const style = getComputedStyle(element)
    for (const name of LOOK.split(' '))
      copies[index]?.setAttribute(name, style.getPropertyValue(name))
  }
  if (owner === figure) clone.setAttribute('viewBox', home.join(' '))
  clone.style.background = getComputedStyle(document.body).backgroundColor
  const text = new XMLSerializer().serializeToString(clone)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  link.download = `${figure.id}.svg`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

/** @type {Record<string, (figure: Element, button: Element) => unknown>} */
const acts = {
  next: (figure) => go(figure, stepOf(figure) + 1),
  previous: (figure) => go(figure, stepOf(figure) - 1),
  enlarge,
  close: () => dialog?.close(),
  in: () => zoom(1.4),
  out: () => zoom(1 / 1.4),
  fit: frame,
  copy: (figure, button) =>
    copy(button, figure.querySelector('.diagram-text pre')?.textContent ?? ''),
  save,
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  const button = target?.closest('[data-act]')
  const figure = button && figureOf(button)
  if (figure) return acts[button.getAttribute('data-act') ?? '']?.(figure, button)
  const term = target?.closest('.lit')
  if (!(term instanceof HTMLAnchorElement)) return
  // The fragment belongs to headings: go there without writing it. A tap has no hover: light it.
  event.preventDefault()
  meet(event, true)
  document.getElementById(term.hash.slice(1))?.scrollIntoView({ block: 'nearest' })
})

/** @param {Element} term */
const figureNamed = (term) => document.getElementById(term.getAttribute('data-figure') ?? '')

const KEYS = /** @type {Record<string, () => unknown>} */ ({
  '+': () => zoom(1.4),
  '=': () => zoom(1.4),
  '-': () => zoom(1 / 1.4),
  0: frame,
  ArrowLeft: () => pan(60, 0),
  ArrowRight: () => pan(-60, 0),
  ArrowUp: () => pan(0, 60),
  ArrowDown: () => pan(0, -60),
})

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target : null
  const figure = target?.closest('.diagram-stage') && figureOf(target)
  if (!figure || event.ctrlKey || event.metaKey || event.altKey) return
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (way && walkOf(figure) && !event.shiftKey) go(figure, stepOf(figure) + way)
  else if (owner && KEYS[event.key]) KEYS[event.key]?.()
  else return
  event.preventDefault()
})

// Terms and parts light each other, by pointer and by focus.

/** @param {Event} event @param {boolean} on */
function meet(event, on) {
  const target = event.target instanceof Element ? event.target : null
  const term = target?.closest('.lit')
  const part = target?.closest('[data-part]')
  const figure = term ? figureNamed(term) : part && figureOf(part)
  if (!figure) return
  const name = term?.getAttribute('data-node') ?? part?.getAttribute('data-part') ?? ''
  light(figure, on ? [name] : [], 'is-met')
  for (const other of all(document, `.lit[data-figure="${figure.id}"]`)) {
    other.classList.toggle('is-met', on && other.getAttribute('data-node') === name)
  }
}
for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (e) => meet(e, true))
for (const type of ['pointerout', 'focusout'])
  document.addEventListener(type, (e) => meet(e, false))

const query = new URLSearchParams(location.search)
for (const figure of all(document, '[data-diagram]')) {
  // Parts that the prose names can be reached by keyboard.
  const named = all(document, `.lit[data-figure="${figure.id}"]`)
  const names = new Set(named.map((term) => term.getAttribute('data-node')))
  for (const part of all(sheet(figure), '[data-part][id]')) {
    if (!names.has(part.getAttribute('data-part'))) continue
    part.setAttribute('tabindex', '0')
    part.setAttribute('role', 'graphics-symbol')
    part.setAttribute('aria-label', part.textContent || (part.getAttribute('data-part') ?? ''))
  }
  const step = Number(query.get(`${figure.id}.step`))
  if (step > 0) go(figure, step, true)
}
document.documentElement.dataset.diagrams = 'on'
