// @ts-check
// The frame of every page, without React: theme, language, the reader's place, copying.
const root = document.documentElement
const store = {
  /** @param {string} key */
  get: (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  /** @param {string} key @param {string | null} value */
  set: (key, value) => {
    try {
      if (value === null) localStorage.removeItem(key)
      else localStorage.setItem(key, value)
    } catch {
      // Storage may be off; the choice then lasts for this page.
    }
  },
}

// Theme: an inline script in <head> has already applied the stored choice.
const dark = matchMedia('(prefers-color-scheme: dark)')
const applyTheme = () => {
  const choice = store.get('theme')
  root.dataset.theme = choice ?? (dark.matches ? 'dark' : 'light')
}
dark.addEventListener('change', applyTheme)
const themeLabel = document.querySelector('[data-theme-switch]')
const themeSelect = themeLabel?.querySelector('select')
if (themeLabel instanceof HTMLElement && themeSelect) {
  themeLabel.removeAttribute('data-waiting')
  themeSelect.value = store.get('theme') ?? 'system'
  themeSelect.addEventListener('change', () => {
    store.set('theme', themeSelect.value === 'system' ? null : themeSelect.value)
    applyTheme()
  })
}

// The section being read: the last heading above the upper third of the window.
const headings = /** @type {HTMLElement[]} */ ([
  ...document.querySelectorAll('main :is(h2, h3)[id]'),
])
const currentHeading = () => {
  let current = ''
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top < innerHeight / 3) current = heading.id
  }
  return current
}

// Switching language keeps the section and what the panels show (their state is in the query).
for (const link of document.querySelectorAll('[data-switch-language]')) {
  link.addEventListener('click', () => {
    if (!(link instanceof HTMLAnchorElement)) return
    const url = new URL(link.href)
    url.search = location.search
    url.hash = currentHeading() || location.hash
    link.href = url.href
  })
}

const offer = document.querySelector('[data-offer-korean]')
if (
  offer instanceof HTMLElement &&
  navigator.languages.some((language) => language.startsWith('ko')) &&
  !store.get('offer-korean')
) {
  offer.hidden = false
  offer.querySelector('button')?.addEventListener('click', () => {
    store.set('offer-korean', 'no')
    offer.hidden = true
  })
}

const contents = [...document.querySelectorAll('[data-contents] a')]
if (contents.length > 0) {
  let waiting = false
  const mark = () => {
    waiting = false
    const id = currentHeading()
    for (const link of contents) {
      if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(mark)
      waiting = true
    },
    { passive: true },
  )
  mark()
}

if (new URLSearchParams(location.search).get('print') === 'facilitator') {
  root.dataset.print = 'facilitator'
}

/** Copies, or selects the text where the clipboard is missing (plain http off loopback).
 * @param {HTMLElement} from */
async function copy(from) {
  try {
    await navigator.clipboard.writeText(from.textContent ?? '')
    return true
  } catch {
    getSelection()?.selectAllChildren(from)
    return false
  }
}
for (const button of document.querySelectorAll('button[data-copy]')) {
  const code = button.parentElement?.querySelector('code')
  if (!(button instanceof HTMLButtonElement) || !code) continue
  const label = button.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    if (await copy(code)) button.textContent = button.dataset.copy ?? label
  })
  button.addEventListener('blur', () => {
    button.textContent = label
  })
}
