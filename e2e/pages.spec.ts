import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const CHAPTER = '/learn/image-is-a-graph'
const DESK = ['/desk', '/desk/compare', '/desk/artifacts', '/desk/errors', '/desk/open']
const PLAYED = ['pulling-an-image', 'lifecycle', 'one-pod-call-by-call'].map(
  (slug) => `/learn/${slug}`,
)
const PATHS = ['/', '/learn', CHAPTER, ...PLAYED, ...DESK, '/licences']
const PAGES = PATHS.flatMap((path) => [path, path === '/' ? '/ko' : `/ko${path}`])

/** Everything the browser complained about, a policy violation included. */
function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  return found
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const path of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${path}, ${colorScheme}`, async ({ page }) => {
      const found = complaints(page)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
      expect(found).toEqual([])
    })
  }

  for (const { name, width, height } of [
    { name: 'a narrow phone', width: 320, height: 640 },
    { name: '200 % zoom of a laptop', width: 640, height: 400 },
    { name: 'a projector', width: 2560, height: 1440 },
  ]) {
    test(`${path} fits ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      expect(await overflow(page)).toBe(0)
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const path of [CHAPTER, `/ko${CHAPTER}`]) {
    test(`${path} teaches: text, drawings, the recorded image`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('figure svg').first()).toBeVisible()
      // The manifest's own bytes are in the page.
      await expect(page.locator('main')).toContainText('application/vnd.oci.image.manifest.v1+json')
      await expect(page.locator('main')).toContainText('"schemaVersion":2')
    })
  }
})

test.describe('on a slow network', () => {
  for (const path of ['/', CHAPTER, `/ko${CHAPTER}`, '/desk']) {
    test(`nothing moves while ${path} loads`, async ({ page }) => {
      // Fonts and scripts arrive after the first paint, as they do on a phone.
      await page.route(/\.(woff2|js)(\?|$)/, async (route) => {
        await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {})
        await route.continue()
      })
      await page.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(window, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            shifts.push((entry as unknown as { value: number }).value)
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready)
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
      expect(shifts).toEqual([])
    })
  }
})

test('the language switch keeps the section and what a panel shows', async ({ page }) => {
  await page.goto(`${CHAPTER}?image.document=manifest`)
  const heading = page.locator('main h2[id]').nth(3)
  const id = await heading.getAttribute('id')
  await page.evaluate((target) => document.getElementById(target ?? '')?.scrollIntoView(), id)
  await page.locator('.top [data-switch-language]').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(/\/ko\/learn\//)
  expect(new URL(page.url()).hash).toBe(`#${id}`)
  expect(new URL(page.url()).searchParams.get('image.document')).toBe('manifest')
})

test('a chosen theme is there before the first paint of the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByLabel('Colours').selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.body) seen.push(document.documentElement.dataset.theme ?? '')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/learn')
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen)).toEqual(new Set(['dark']))
})

test('a Korean browser is offered Korean on the English page, once, and never forced', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ko-KR' })
  const page = await context.newPage()
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/')
  const offer = page.locator('[data-offer-korean]')
  await expect(offer).toBeVisible()
  await offer.getByRole('button').click()
  await page.goto('/')
  await expect(offer).toBeHidden()
  await context.close()
})

test('the skip link is the first stop and leads to the text', async ({ page }) => {
  await page.goto(CHAPTER)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Skip to the text')
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('the keyboard alone reaches every control of a chapter', async ({ page }) => {
  await page.goto(CHAPTER)
  await page.waitForLoadState('networkidle')
  const unreached = await page.evaluate(() => {
    // What can be clicked but neither takes focus nor belongs to a group that does.
    const clickable = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, summary, [role=button], [role=tab]',
    )
    return [...clickable]
      .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
      .filter((element) => {
        if (element.tabIndex >= 0) return false
        // A roving group keeps exactly one member in the tab order.
        const group = element.closest('[data-roving], [role=tablist], [role=radiogroup]')
        return !group?.querySelector('[tabindex="0"]')
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
  expect(unreached).toEqual([])
})

test('facilitator notes are hidden from readers and shown when asked for', async ({ page }) => {
  await page.goto(CHAPTER)
  await expect(page.locator('.notes').first()).toBeHidden()
  await page.goto(`${CHAPTER}?print=facilitator`)
  await expect(page.locator('.notes').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.notes').first()).toBeVisible()
  await expect(page.locator('.top')).toBeHidden()
})

test('an address that is not there says so in both languages', async ({ page }) => {
  const answer = await page.goto('/learn/no-such-chapter')
  expect(answer?.status()).toBe(404)
  await expect(page.locator('[lang=en].not-found')).toBeVisible()
  await expect(page.locator('[lang=ko].not-found')).toBeVisible()
})

test('pages name each other across languages', async ({ request }) => {
  for (const path of [CHAPTER, `/ko${CHAPTER}`]) {
    const html = await (await request.get(path)).text()
    expect(html).toMatch(/<link rel="alternate" hrefLang="ko" href="[^"]*\/ko\/learn\//i)
    expect(html).toMatch(/<link rel="alternate" hrefLang="en" href="[^"]*\/learn\//i)
  }
})
