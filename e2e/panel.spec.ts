import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { panel as en, flipByte as flipEn } from '../content/ui/panel.en.ts'
import { flipByte as flipKo, panel as ko } from '../content/ui/panel.ko.ts'

const LOCALES = [
  { locale: 'en', path: '/desk', words: en, flip: flipEn },
  { locale: 'ko', path: '/ko/desk', words: ko, flip: flipKo },
] as const

const REFERENCE = 'localhost:5000/hello:1.0'

/** The part of the panel about one document. */
const part = (
  page: Page,
  words: (typeof LOCALES)[number]['words'],
  kind: 'index' | 'manifest' | 'config',
) => page.getByRole('region', { name: words.documents[kind].heading, exact: true })

const raw = (
  page: Page,
  words: (typeof LOCALES)[number]['words'],
  kind: 'index' | 'manifest' | 'config',
) => page.getByRole('region', { name: `${words.documents[kind].name}: ${words.raw.label}` })

const explained = (
  page: Page,
  words: (typeof LOCALES)[number]['words'],
  kind: 'index' | 'manifest' | 'config',
) => page.getByRole('region', { name: `${words.documents[kind].name}: ${words.field.heading}` })

/** The panel answers to a pointer only once its code has run. */
async function open(page: Page, url: string, words: (typeof LOCALES)[number]['words']) {
  await page.goto(url)
  await expect(page.getByText(words.check.match.split('{size}')[0] ?? '').first()).toBeVisible()
}

for (const { locale, path, words, flip } of LOCALES) {
  test.describe(`the recorded image, ${locale}`, () => {
    test('reads from name to config, byte for byte', async ({ page, request }) => {
      await open(page, path, words)
      for (const kind of ['index', 'manifest', 'config'] as const) {
        await expect(part(page, words, kind)).toBeVisible()
      }
      const index = await request.get('/v2/samples/hello/manifests/1.0')
      const shown = raw(page, words, 'index').locator('pre')
      expect(await shown.textContent()).toBe(await index.text())
      const digest = index.headers()['docker-content-digest'] ?? 'no digest'
      await expect(part(page, words, 'index').getByText(digest).first()).toBeAttached()
    })

    test('a field is explained under the pointer, pinned by a click, let go by Escape', async ({
      page,
    }) => {
      await open(page, path, words)
      const key = raw(page, words, 'manifest').getByRole('link', { name: '"layers"' })
      const pane = explained(page, words, 'manifest')
      await expect(pane).toContainText('/config/digest')
      await key.hover()
      await expect(pane).toContainText('/layers')
      await key.click()
      await expect(page).toHaveURL(/document=manifest&at=\/layers/)
      await page.mouse.move(0, 0)
      await expect(pane).toContainText('/layers')
      await page.keyboard.press('Escape')
      await expect(pane).toContainText('/config/digest')
      await expect(page).not.toHaveURL(/at=/)
    })

    test('arrow keys go from field to field', async ({ page }) => {
      await open(page, path, words)
      const bytes = raw(page, words, 'index')
      await bytes.getByRole('link', { name: '"schemaVersion"' }).focus()
      const pane = explained(page, words, 'index')
      await expect(pane).toContainText('/schemaVersion')
      await page.keyboard.press('ArrowRight')
      await expect(pane).toContainText('/mediaType')
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/document=index&at=/)
      await page.keyboard.press('Home')
      await expect(pane).toContainText('/schemaVersion')
    })

    test('a link to a field opens at it', async ({ page }) => {
      await open(page, `${path}?document=config&at=/rootfs/diff_ids/1`, words)
      await expect(explained(page, words, 'config')).toContainText('/rootfs/diff_ids/1')
    })

    test('another platform opens from our own registry, and Back returns', async ({ page }) => {
      await open(page, path, words)
      const asked = page.waitForRequest(/\/v2\/samples\/hello\/manifests\/sha256:/)
      await part(page, words, 'index')
        .getByRole('button', {
          name: words.table.choosePlatform.replace('{platform}', 'linux/arm64'),
        })
        .click()
      await asked
      await expect(page).toHaveURL(/platform=linux\/arm64/)
      await expect(raw(page, words, 'config')).toContainText('"architecture":"arm64"')
      await page.goBack()
      await expect(raw(page, words, 'config')).toContainText('"architecture":"amd64"')
      await page.goto(`${path}?platform=linux/arm64`)
      await expect(raw(page, words, 'config')).toContainText('"architecture":"arm64"')
    })

    test('one flipped byte changes the hash, undo restores it', async ({ page }) => {
      await open(page, path, words)
      const manifest = part(page, words, 'manifest')
      await manifest.getByRole('button', { name: words.check.flip }).click()
      const verdict = manifest.getByText(flip.refused)
      await expect(verdict).toBeVisible()
      await manifest.getByRole('button', { name: flip.undo }).click()
      await expect(manifest.getByText(flip.accepted)).toBeVisible()
      await manifest.getByRole('slider', { name: flip.position }).fill('0')
      await expect(verdict).toBeVisible()
      await expect(manifest.getByRole('button', { name: '7a z' })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
    })

    test('a digest under the pointer lights up wherever it stands', async ({ page }) => {
      await open(page, path, words)
      const config = part(page, words, 'config').locator('[data-digest]').first()
      await config.hover()
      const digest = await config.getAttribute('data-digest')
      // In the manifest's table, in its bytes, in the view of them, and here.
      expect(await page.locator(`[data-digest="${digest}"][data-lit]`).count()).toBeGreaterThan(3)
    })

    test('the commands name this site as the registry', async ({ page, baseURL }) => {
      await open(page, path, words)
      const index = part(page, words, 'index')
      await index.getByText(words.share.heading).click()
      await index.getByRole('radio', { name: 'skopeo' }).check()
      await expect(index.getByText(/^skopeo inspect --raw/)).toContainText(
        `docker://${new URL(baseURL ?? '').host}/samples/hello:1.0`,
      )
    })

    test('a typed reference is read as it is typed', async ({ page }) => {
      await open(page, path, words)
      const field = page.getByRole('textbox', { name: words.form.label })
      await field.fill('nginx')
      const read = page.getByRole('region', { name: words.sections.reference.heading })
      await expect(read).toContainText('library/nginx')
      await expect(read).toContainText('docker.io')
      await field.fill('Nginx')
      await expect(read.getByRole('alert')).toBeVisible()
      await field.fill(REFERENCE)
      await expect(read.getByRole('alert')).toBeHidden()
    })

    test('steps of the conversation by button, by key, by address', async ({ page }) => {
      await open(page, `${path}?step=2`, words)
      const steps = page.getByRole('list', { name: words.player.list })
      await expect(steps.locator('[aria-current=step]')).toContainText('GET /token')
      await page.getByRole('button', { name: words.player.next, exact: true }).click()
      await expect(page).toHaveURL(/step=3/)
      await page.keyboard.press('ArrowRight')
      await expect(page).toHaveURL(/step=4/)
      await expect(steps.locator('[aria-current=step]')).toContainText('sha256:')
    })

    test('links by name, by digest and by field lead back to what is shown', async ({ page }) => {
      await open(page, `${path}?document=manifest&at=/layers/0/digest`, words)
      const { byReference, byDigest, byField } = words.links
      for (const name of [byReference, byDigest, byField]) {
        await page.getByRole('link', { name, exact: true }).click()
        await expect(page.getByText(words.origin.recordedShort, { exact: true })).toBeVisible()
        await expect(raw(page, words, 'index')).toBeVisible()
        if (name !== byField) await page.goBack()
      }
      await expect(explained(page, words, 'manifest')).toContainText('/layers/0/digest')
    })

    test('axe finds nothing with a field pinned and a byte flipped', async ({ page }) => {
      await open(page, `${path}?document=manifest&at=/layers/0/digest`, words)
      await part(page, words, 'index').getByRole('button', { name: words.check.flip }).click()
      await expect(part(page, words, 'index').getByText(flip.refused)).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).include('figure#desk').analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
    })
  })

  test.describe(`without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('every document, its bytes and the meaning of its fields', async ({ page }) => {
      await page.goto(path)
      for (const kind of ['index', 'manifest', 'config'] as const) {
        await expect(raw(page, words, kind)).toContainText('"')
        const view = page.getByRole('region', {
          name: `${words.documents[kind].name}: ${words.view.label}`,
        })
        await expect(view.locator('p').first()).not.toBeEmpty()
      }
      await expect(page.getByRole('list', { name: words.player.list })).toContainText('401')
      // A key leads to what is said of it.
      await raw(page, words, 'manifest').getByRole('link', { name: '"layers"' }).click()
      await expect(page.locator('li:target')).toContainText('layers')
    })
  })
}

test('nothing in the panel moves while the page comes alive', async ({ page }) => {
  // Another font changes the size of a line; that is the fonts' own affair.
  await page.route('**/*.woff2', (route) => route.abort())
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        for (const { node } of Reflect.get(entry, 'sources') as { node: Node | null }[]) {
          const element = node instanceof Element ? node : node?.parentElement
          if (element?.closest('figure')) moved.push(element.outerHTML.slice(0, 120))
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, '/desk', en)
  expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toEqual([])
})
