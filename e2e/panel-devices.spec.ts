import { expect, test } from '@playwright/test'
import { predict as en, flipByte as flipEn } from '../content/ui/panel.en.ts'
import { flipByte as flipKo, predict as ko } from '../content/ui/panel.ko.ts'

const LOCALES = [
  { locale: 'en', path: '/learn/image-is-a-graph', words: en, flip: flipEn },
  { locale: 'ko', path: '/ko/learn/image-is-a-graph', words: ko, flip: flipKo },
] as const

for (const { locale, path, words, flip } of LOCALES) {
  test.describe(`${locale}`, () => {
    test('the flipped byte can be undone and chosen by key', async ({ page }) => {
      await page.goto(path)
      const device = page.locator('figure#flip')
      await expect(device.getByText(flip.refused)).toBeVisible()
      await device.getByRole('button', { name: flip.undo }).click()
      await expect(device.getByText(flip.accepted)).toBeVisible()
      await device.locator('[data-here]').focus()
      await page.keyboard.press('ArrowRight')
      await expect(device.getByText(flip.refused)).toBeVisible()
      await expect(device.locator('[data-flipped]')).toBeFocused()
    })

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false })

      test('the device shows both digests of a flipped byte', async ({ page }) => {
        await page.goto(path)
        const device = page.locator('figure#flip')
        const digests = await device.locator('dd code').allTextContents()
        expect(digests).toHaveLength(2)
        for (const digest of digests) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
        expect(digests[0]).not.toBe(digests[1])
        await expect(device.getByText(flip.refused)).toBeVisible()
      })

      test('a prediction is answered: why it tempts, why it is right', async ({ page }) => {
        await page.goto(path)
        const question = page.locator('form#unknown-platform')
        await expect(question.getByText(words.right)).toBeHidden()
        const choices = question.getByRole('radio')
        expect(await choices.count()).toBeGreaterThan(2)
        const right = question.locator('[data-right] input')
        for (const choice of await choices.all()) {
          await choice.check()
          const verdict = (await choice.evaluate(
            (element) => element.closest('label')?.hasAttribute('data-right') ?? false,
          ))
            ? words.right
            : words.wrong
          await expect(question.getByText(verdict).locator('visible=true')).toHaveCount(1)
        }
        await right.check()
        await expect(question.getByText(words.right)).toBeVisible()
      })
    })
  })
}
