/**
 * Lights every place on the page that names the digest under the pointer or the focus.
 *
 * Any element with `data-digest` takes part; the one found gets `data-lit` while it is pointed at.
 * Works on the whole document, since the same digest stands in prose, drawings and other panels.
 */
export function lightDigests(document: Document): () => void {
  if (document.documentElement.dataset.digests === 'lit') return () => {}
  document.documentElement.dataset.digests = 'lit'
  let lit = ''
  const light = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-digest]') : null
    const digest = target?.getAttribute('data-digest') ?? ''
    if (digest === lit) return
    for (const element of same(document, lit)) element.removeAttribute('data-lit')
    lit = digest
    for (const element of same(document, lit)) element.setAttribute('data-lit', '')
  }
  document.addEventListener('pointerover', light, { passive: true })
  document.addEventListener('focusin', light)
  return () => {
    document.removeEventListener('pointerover', light)
    document.removeEventListener('focusin', light)
    delete document.documentElement.dataset.digests
  }
}

function same(document: Document, digest: string): Iterable<Element> {
  return digest ? document.querySelectorAll(`[data-digest="${CSS.escape(digest)}"]`) : []
}
