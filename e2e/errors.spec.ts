import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { errorsEn as en } from '../content/ui/errors.en.ts'
import { errorsKo as ko } from '../content/ui/errors.ko.ts'
import { panel as panelEn } from '../content/ui/panel.en.ts'
import { panel as panelKo } from '../content/ui/panel.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { FAILURES, type Failure } from '../lib/oci/failure.ts'
import { readState } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', prefix: '', words: en, panel: panelEn, problems: problemsEn },
  { locale: 'ko', prefix: '/ko', words: ko, panel: panelKo, problems: problemsKo },
] as const

type Words = (typeof LOCALES)[number]['words']

const heading = (page: Page, words: Words, failure: Failure) =>
  page.getByRole('heading', { name: words.failures[failure].heading, exact: true })
const list = (page: Page, words: Words) => page.getByRole('navigation', { name: words.choose })
const link = (page: Page, words: Words, failure: Failure) =>
  list(page, words).locator(`a[href$="#${failure}"]`)
const section = (page: Page, words: Words, failure: Failure) =>
  page.getByRole('region', { name: words.failures[failure].heading, exact: true })

for (const { locale, prefix, words, panel, problems } of LOCALES) {
  const path = `${prefix}/desk/errors`

  test.describe(`the error lab, ${locale}`, () => {
    test('one failure at a time, chosen by keyboard, kept in the address', async ({ page }) => {
      await page.goto(path)
      await expect(heading(page, words, 'private')).toBeVisible()
      await expect(heading(page, words, 'truncated')).toBeHidden()

      await link(page, words, 'rate-limited').focus()
      await page.keyboard.press('Enter')
      await expect(heading(page, words, 'rate-limited')).toBeFocused()
      await expect(heading(page, words, 'private')).toBeHidden()
      await expect(link(page, words, 'rate-limited')).toHaveAttribute('aria-current', 'true')
      await expect(page).toHaveURL(/\?failure=rate-limited$/)

      const shown = section(page, words, 'rate-limited')
      await expect(shown).toContainText('TOOMANYREQUESTS')
      await expect(shown).toContainText(words.playedByHarness)
      await shown.locator('a[href$="#gateway-page"]').click()
      await expect(heading(page, words, 'gateway-page')).toBeFocused()
      await page.goBack()
      await expect(heading(page, words, 'rate-limited')).toBeVisible()
      await page.goBack()
      await expect(heading(page, words, 'private')).toBeVisible()
    })

    test('a permalink opens its failure at its step; arrow keys go on', async ({ page }) => {
      await page.goto(`${path}?failure=rate-limited&step=2`)
      const shown = section(page, words, 'rate-limited')
      await expect(shown).toBeInViewport()
      const current = shown.getByRole('listitem').and(page.locator('[aria-current="step"]'))
      await expect(current).toContainText('429 Too Many Requests')
      await expect(current).toContainText('ratelimit-limit: 100;w=21600')
      // the address of who asked is nobody's business
      await expect(current).toContainText('docker-ratelimit-source: ‹redacted›')
      await current.locator('summary').press('ArrowRight')
      await expect(page).toHaveURL(/step=3$/)
      await expect(
        shown.getByText(panel.player.position.replace('{n}', '3').replace('{count}', '3')),
      ).toBeVisible()
      await page.reload()
      await expect(current).toContainText('rate-limited')
    })

    test('a question says why, and a tool all that it printed', async ({ page }) => {
      await page.goto(`${path}?failure=digest-mismatch`)
      const shown = section(page, words, 'digest-mismatch')
      const { question } = words.failures['digest-mismatch']
      for (const { text, why } of question.choices) {
        await shown.getByRole('radio', { name: text }).check()
        await expect(shown.getByText(why)).toBeVisible()
      }
      const tool = shown.locator('details', { hasText: /^crane/ })
      await expect(tool.getByText(/^\$ crane/)).toBeHidden()
      await tool.locator('summary').click()
      await expect(tool.getByText(/^\$ crane --insecure pull/)).toBeVisible()
      await expect(tool.locator('pre').last()).toContainText('error verifying sha256 checksum')
    })

    test('a code leads to its row', async ({ page }) => {
      await page.goto(`${path}?failure=name-unknown`)
      const shown = section(page, words, 'name-unknown')
      await shown.getByRole('link', { name: 'NAME_UNKNOWN' }).click()
      await expect(page.locator('#code-NAME_UNKNOWN')).toBeInViewport()
      await expect(page.locator('#code-NAME_UNKNOWN th')).toHaveText('NAME_UNKNOWN')
    })

    test('what Accept changed, and nothing for axe to find', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(`${path}?failure=wrong-accept`)
      const rows = section(page, words, 'wrong-accept').getByRole('row')
      await expect(rows).toHaveCount(6)
      await expect(rows.nth(3)).toContainText(words.accept.none)
      await expect(rows.nth(3)).toContainText('manifest.v1+prettyjws')
      await page.locator('details').first().locator('summary').waitFor({ state: 'attached' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    })

    test('a failure on the desk leads to the one that is played', async ({ page }) => {
      const { hostile } = readState()
      await page.goto(`${prefix}/desk?reference=${hostile}/rate-limited-seconds:1&live=1`)
      await page.getByRole('link', { name: problems.played }).first().click()
      await expect(page).toHaveURL(new RegExp(`${path}\\?failure=rate-limited`))
      await expect(heading(page, words, 'rate-limited')).toBeInViewport()
    })

    test('the desk leads here', async ({ page }) => {
      await page.goto(`${prefix}/desk`)
      await page.locator(`.desk-links a[href="${path}"]`).click()
      await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
    })
  })

  test.describe(`the error lab without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })
    test('every failure stands on the page, and the list leads to each', async ({ page }) => {
      await page.goto(path)
      for (const failure of FAILURES) await expect(heading(page, words, failure)).toBeVisible()
      await link(page, words, 'https-at-http').click()
      await expect(heading(page, words, 'https-at-http')).toBeInViewport()
      const { question } = words.absent
      await page.getByRole('radio', { name: question.choices[1]?.text ?? '' }).check()
      await expect(page.getByText(question.choices[1]?.why ?? '')).toBeVisible()
    })
  })
}
