import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { compareEn as en } from '../content/ui/compare.en.ts'
import { compareKo as ko } from '../content/ui/compare.ko.ts'
import { panel as panelEn } from '../content/ui/panel.en.ts'
import { panel as panelKo } from '../content/ui/panel.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { needRegistries, readState } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', path: '/desk/compare', words: en, panel: panelEn, problems: problemsEn },
  { locale: 'ko', path: '/ko/desk/compare', words: ko, panel: panelKo, problems: problemsKo },
] as const

type Words = (typeof LOCALES)[number]['words']

const HELLO = 'localhost:5000/hello:1.0'
const ZSTD = 'localhost:5000/hello-zstd:1.0'
const DOCKER = 'localhost:5000/hello-docker:1.0'

const verdict = (page: Page, words: Words) =>
  page.getByRole('region', { name: words.verdict.heading })
const input = (page: Page, words: Words, side: 'a' | 'b') =>
  page.getByRole('textbox', { name: words.form[side] })
const platform = (page: Page, words: Words, side: 'a' | 'b') =>
  page.getByRole('combobox', { name: words.form.platform.replace('{side}', words.sides[side]) })
const layers = (page: Page, words: Words) =>
  page.getByRole('table', { name: words.layers.label }).locator('tbody tr')

async function kinds(page: Page, words: Words): Promise<(string | null)[]> {
  const rows = await layers(page, words).all()
  return Promise.all(rows.map((row) => row.getAttribute('data-kind')))
}

async function ask(page: Page, path: string, words: Words, a: string, b: string) {
  await page.goto(path)
  await input(page, words, 'a').fill(a)
  await input(page, words, 'b').fill(b)
  await page.getByRole('button', { name: words.form.submit }).click()
}

for (const { locale, path, words, panel, problems } of LOCALES) {
  test.describe(`comparing, ${locale}`, () => {
    test('two recordings: layers, config, annotations, builders', async ({ page }) => {
      await page.goto(path)
      expect(await kinds(page, words)).toEqual(['repacked', 'different', 'repacked'])
      const config = page.getByRole('table', { name: words.config.label })
      await expect(config).toContainText(words.config.fields.architecture.means)
      await expect(config.getByRole('cell', { name: /amd64/ })).toBeVisible()
      await expect(config.getByRole('cell', { name: /arm64/ })).toBeVisible()
      const pointer = config.getByRole('link', { name: '/architecture' }).last()
      await expect(page.getByText(words.builders.marks['buildah-label']).first()).toBeVisible()
      await pointer.click()
      await expect(page).toHaveURL(/desk\?reference=localhost:5000\/hello-zstd:1\.0&platform=linux/)
      await expect(
        page.getByRole('region', {
          name: `${panel.documents.config.name}: ${panel.field.heading}`,
        }),
      ).toContainText('/architecture')
    })

    for (const { name, address, want, rows } of [
      { name: 'itself', address: `?a=${HELLO}&b=${HELLO}`, want: 'identical', rows: 'same' },
      {
        name: 'Docker types',
        address: `?a=${HELLO}&b=${DOCKER}`,
        want: 'redescribed',
        rows: 'same',
      },
      { name: 'zstd', address: `?a=${HELLO}&b=${ZSTD}`, want: 'repacked', rows: 'repacked' },
    ] as const) {
      test(`an address opens recordings: hello against ${name}`, async ({ page }) => {
        await page.goto(path + address)
        await expect(verdict(page, words)).toHaveText(words.verdict[want])
        expect(await kinds(page, words)).toEqual([rows, rows, rows])
      })
    }

    test('swap, a worked example, Back and the way to the start', async ({ page }) => {
      await page.goto(path)
      await page.getByRole('button', { name: words.form.swap }).click()
      await expect(input(page, words, 'a')).toHaveValue(ZSTD)
      await expect(platform(page, words, 'a')).toHaveValue('linux/arm64')
      await expect(page).toHaveURL(
        /a=localhost:5000\/hello-zstd:1\.0&b=.*arm64&platform=linux\/amd64/,
      )
      await page.getByRole('link', { name: words.examples.platform }).click()
      await expect.poll(() => kinds(page, words)).toEqual(['same', 'different', 'same'])
      await page.goBack()
      await expect(input(page, words, 'a')).toHaveValue(ZSTD)
      await expect.poll(() => kinds(page, words)).toEqual(['repacked', 'different', 'repacked'])
      await page.getByRole('button', { name: words.form.back }).click()
      await expect(input(page, words, 'a')).toHaveValue(HELLO)
      await expect(page).toHaveURL(new RegExp(`${path}$`))
    })

    test('another platform of one side, and a link to it', async ({ page }) => {
      await page.goto(path)
      await platform(page, words, 'b').selectOption('linux/amd64')
      await expect(verdict(page, words)).toHaveText(words.verdict.repacked)
      await page.getByRole('link', { name: words.links.byDigest }).click()
      await expect(page).toHaveURL(
        /a=localhost:5000\/hello@sha256:[0-9a-f]{64}&b=.*platform=linux\/amd64$/,
      )
      await expect(verdict(page, words)).toHaveText(words.verdict.repacked)
    })

    test('two images of a real registry, live', async ({ page }) => {
      const { host } = needRegistries().token
      await ask(page, path, words, `${host}/hello:1.0`, `${host}/hello-docker:1.0`)
      await expect(verdict(page, words)).toHaveText(words.verdict.redescribed)
      await expect(page.getByText(panel.origin.liveShort, { exact: true })).toHaveCount(2)
      await expect(page).toHaveURL(new RegExp(`a=${host}/hello:1.0&b=${host}/hello-docker:1.0$`))
      await platform(page, words, 'b').selectOption('linux/arm64')
      await expect.poll(() => kinds(page, words)).toEqual(['same', 'different', 'same'])
      await page.reload()
      await expect.poll(() => kinds(page, words)).toEqual(['same', 'different', 'same'])
    })

    test('one side that is not there says so, and the other stays', async ({ page }) => {
      const { host } = needRegistries().open
      await ask(page, path, words, `${host}/hello:1.0`, `${host}/nobody:1.0`)
      const { says } = problems.sentences['not-found-or-private']
      const alert = page.locator('figure').getByRole('alert')
      await expect(alert).toContainText(
        says.split(/\{\w+\}/).sort((x, y) => y.length - x.length)[0] ?? '',
      )
      await expect(page.getByText(words.state.nothing)).toBeVisible()
      await expect(platform(page, words, 'a')).toHaveValue('linux/amd64')
      await input(page, words, 'b').fill(`${host}/umoci:1.0`)
      await page.getByRole('button', { name: words.form.submit }).click()
      await expect(verdict(page, words)).toHaveText(words.verdict.unrelated)
      await expect(page.getByText(words.builders.names.umoci, { exact: true })).toBeVisible()
    })

    test('what is no reference is said at once', async ({ page }) => {
      await ask(page, path, words, 'Hello World', HELLO)
      await expect(page.locator('figure').getByRole('alert')).toBeVisible()
      await expect(page.locator('main')).not.toContainText(/undefined|\[object|\{\w+\}/)
    })

    test('the keyboard alone compares', async ({ page }) => {
      await page.goto(path)
      await input(page, words, 'b').focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(HELLO)
      await page.keyboard.press('Enter')
      await expect(verdict(page, words)).toHaveText(words.verdict.identical)
      await expect(page.getByText(words.config.same)).toBeVisible()
    })

    for (const address of [
      '',
      `?a=${HELLO}&b=${HELLO}&platform=linux/amd64&platform=linux/arm64`,
    ]) {
      test(`axe finds nothing, ${address || 'as it begins'}`, async ({ page }) => {
        await page.goto(path + address)
        await expect(verdict(page, words)).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
        ).toEqual([])
      })
    }
  })

  test.describe(`comparing without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('the recorded comparison is whole', async ({ page }) => {
      await page.goto(path)
      expect(await kinds(page, words)).toEqual(['repacked', 'different', 'repacked'])
      await expect(page.getByText(words.layers.kinds.repacked.means)).toBeVisible()
      await expect(page.getByText(words.builders.marks['buildah-label']).first()).toBeVisible()
      await expect(page.getByRole('button', { name: words.form.submit })).toBeHidden()
    })
  })
}

test('the desk leads here', async ({ page }) => {
  await page.goto('/desk')
  await page.getByRole('main').getByRole('link', { name: 'Compare two images' }).click()
  await expect(page).toHaveURL(/\/desk\/compare$/)
})

test('the command in bash finds the difference that the page shows', async ({ page }) => {
  const { site } = readState()
  await page.goto('/desk/compare')
  await page.getByText(en.commands).click()
  const command = page.locator('[data-tool=curl] pre')
  await expect(command).toContainText(`:${site.port}/`)
  const run = promisify(execFile)('bash', ['-c', (await command.textContent()) ?? ''])
  // diff ends with 1 where it finds something.
  const { code, stdout } = (await run.catch(
    (error: { code: number; stdout: string }) => error,
  )) as {
    code: number
    stdout: string
  }
  expect(code).toBe(1)
  expect(stdout).toContain('<   "architecture": "amd64"')
  expect(stdout).toContain('>   "architecture": "arm64"')
})
