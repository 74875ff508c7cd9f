import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { history as historyEn } from '../content/ui/history.en.ts'
import { history as historyKo } from '../content/ui/history.ko.ts'
import { identity as identityEn } from '../content/ui/identity.en.ts'
import { identity as identityKo } from '../content/ui/identity.ko.ts'
import { panel as panelEn } from '../content/ui/panel.en.ts'
import { panel as panelKo } from '../content/ui/panel.ko.ts'

const LOCALES = [
  { locale: 'en', path: '/desk', identity: identityEn, history: historyEn, panel: panelEn },
  { locale: 'ko', path: '/ko/desk', identity: identityKo, history: historyKo, panel: panelKo },
] as const

type Words = (typeof LOCALES)[number]

const CONFIG = 'sha256:e1387cdaf75a14c50326a72f2a65bededebb069e464ae846dd00de8334a33056'
const DIFF_ID = 'sha256:60c4a3e21b0a250f700ae48b83cc83f4106fcf8bfce3805bb7b873ee2bd18265'
const CHAIN_ID = 'sha256:b9a5212e055e3354308b1bbc97d95519911bcf2d49727122828faf0576522458'

const identities = (page: Page, { identity }: Words) =>
  page.getByRole('region', { name: identity.heading, exact: true })

const steps = (page: Page, { history }: Words) =>
  page.getByRole('region', { name: history.heading, exact: true }).first()

const fill = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

/** The place where one name is explained. */
const explained = (page: Page, words: Words) =>
  identities(page, words).getByRole('region').filter({ hasText: words.identity.explained.heading })

/** A button of the picture. */
const named = (page: Page, words: Words, name: string, values = {}) =>
  identities(page, words).getByRole('button', { name: fill(name, values) })

/** The image ID is computed in the browser only once its code has run. */
async function open(page: Page, words: Words, query = '') {
  await page.goto(words.path + query)
  await explained(page, words).scrollIntoViewIfNeeded()
  await expect(explained(page, words)).toContainText(words.identity.live.bytesMatch.split('{')[0]!)
}

for (const words of LOCALES) {
  const { identity, history, panel } = words
  test.describe(`names of the image on screen, ${words.locale}`, () => {
    test('the image ID is explained first, and hashed in the browser', async ({ page }) => {
      await open(page, words)
      await expect(explained(page, words)).toContainText(CONFIG)
      await expect(explained(page, words)).toContainText(
        fill(identity.live.bytesMatch, { size: '2,699' }),
      )
    })

    test('a chainID is computed from two names', async ({ page }) => {
      await open(page, words)
      await named(page, words, identity.kinds.chainId.name, { n: 2 }).focus()
      const pane = explained(page, words)
      await expect(pane).toContainText(CHAIN_ID)
      await expect(pane).toContainText(`${DIFF_ID}")`)
      await expect(pane).toContainText(identity.live.textMatch)
    })

    test('a diffID says what it needs, and is computed once the layer is fetched', async ({
      page,
    }) => {
      await open(page, words)
      await named(page, words, identity.kinds.diffId.name, { n: 2 }).click()
      const pane = explained(page, words)
      await expect(pane).toContainText(identity.live.unpack)
      const asked = page.waitForRequest(/\/v2\/samples\/hello\/blobs\/sha256:be93b2/)
      await pane.getByRole('button', { name: fill(identity.live.fetch, { size: 554 }) }).click()
      await asked
      await expect(pane).toContainText(
        fill(identity.live.diffMatch, { blob: 554, unpacked: '3,072' }),
      )
    })

    test('other bytes than the layer’s are refused, in words', async ({ page }) => {
      await page.route('**/v2/samples/hello/blobs/**', (route) => route.fulfill({ body: 'others' }))
      await open(page, words)
      await named(page, words, identity.kinds.layer.name, { n: 1 }).click()
      const pane = explained(page, words)
      await pane.getByRole('button', { name: fill(identity.live.fetch, { size: 507 }) }).click()
      await expect(pane.getByRole('alert')).toContainText('sha256:')
      await expect(pane).not.toContainText(fill(identity.live.blobMatch, { size: 507 }))
    })

    test('the picture follows the image and says why zstd is not unpacked', async ({ page }) => {
      await page.goto(`${words.path}?reference=localhost:5000/hello-zstd:1.0`)
      await expect(named(page, words, identity.kinds.layer.name, { n: 1 })).toContainText(
        'sha256:3ef6920312ef',
      )
      await named(page, words, identity.kinds.diffId.name, { n: 1 }).click()
      await expect(explained(page, words)).toContainText(identity.live.zstd)
      // The same image ID as with gzip layers.
      await named(page, words, identity.kinds.config.name).click()
      await expect(explained(page, words)).toContainText(CONFIG)
    })

    test('another platform has other names and the same index', async ({ page }) => {
      await open(page, words)
      const before = await named(page, words, identity.kinds.manifest.name).textContent()
      const index = await named(page, words, identity.kinds.index.name).textContent()
      const choose = fill(panel.table.choosePlatform, { platform: 'linux/s390x' })
      await page.getByRole('button', { name: choose }).click()
      await expect(named(page, words, identity.kinds.manifest.name)).not.toHaveText(before ?? '')
      expect(await named(page, words, identity.kinds.index.name).textContent()).toBe(index)
    })
  })

  test.describe(`steps and layers, ${words.locale}`, () => {
    test('the mistake is repeated on request, and taken back', async ({ page }) => {
      await open(page, words)
      const table = steps(page, words).getByRole('table')
      const row = table.getByRole('row').filter({ hasText: 'COPY dir:' })
      await expect(row).toContainText(fill(history.layerName, { n: 1 }))
      await steps(page, words).getByRole('radio', { name: history.pairing.position }).check()
      await expect(row).toContainText(fill(history.wrong, { n: 1 }))
      await expect(steps(page, words)).toContainText(
        fill(history.says.position, { wrong: 4, count: 12 }),
      )
      await page.keyboard.press('ArrowUp')
      await expect(row).not.toContainText(fill(history.wrong, { n: 1 }))
    })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing while they are used, ${words.locale}, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, words)
      await named(page, words, identity.kinds.diffId.name, { n: 1 }).click()
      await identities(page, words).getByText(identity.list).click()
      await steps(page, words).getByRole('radio', { name: history.pairing.position }).check()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
    })
  }

  test.describe(`without JavaScript, ${words.locale}`, () => {
    test.use({ javaScriptEnabled: false })
    test('names, tools and steps are on the page', async ({ page }) => {
      await page.goto(words.path)
      await expect(explained(page, words)).toContainText(CONFIG)
      await expect(named(page, words, identity.kinds.chainId.name, { n: 2 })).toBeVisible()
      await identities(page, words).getByText(identity.list).click()
      await expect(
        identities(page, words).getByText(fill(identity.kinds.chainId.how, { n: 2, below: 1 })),
      ).toBeVisible()
      await expect(identities(page, words).getByRole('table')).toContainText('crane digest')
      await expect(steps(page, words)).toContainText(
        fill(history.says.mistake, { wrong: 4, count: 12 }),
      )
      await expect(steps(page, words).getByRole('radio')).toHaveCount(0)
    })
  })
}
