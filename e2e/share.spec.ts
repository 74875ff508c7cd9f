import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { layers as layersEn } from '../content/ui/layers.en.ts'
import { layers as layersKo } from '../content/ui/layers.ko.ts'
import { panel as en } from '../content/ui/panel.en.ts'
import { panel as ko } from '../content/ui/panel.ko.ts'
import { tags as tagsEn } from '../content/ui/tags.en.ts'
import { tags as tagsKo } from '../content/ui/tags.ko.ts'
import { findTool } from '../scripts/tools.mjs'
import { roomHost } from './harness/site.ts'
import { needRegistries, readState } from './harness/state.ts'
import { run } from './harness/tool.ts'

const LOCALES = [
  { locale: 'en', path: '/desk', panel: en, tags: tagsEn, layers: layersEn },
  { locale: 'ko', path: '/ko/desk', panel: ko, tags: tagsKo, layers: layersKo },
] as const

type Words = (typeof LOCALES)[number]
type Slot = 'index' | 'manifest' | 'config'
const SLOTS: readonly Slot[] = ['index', 'manifest', 'config']

const part = (page: Page, { panel }: Words, slot: Slot) =>
  page.getByRole('region', { name: panel.documents[slot].heading, exact: true })

/** Opens what can be taken along, once the browser has made it for its own address. */
async function open(page: Page, words: Words, slot: Slot) {
  const there = part(page, words, slot)
  await there.getByText(words.panel.share.heading).click()
  const link = there.locator('[data-part="link"]')
  const origin = new URL(page.url()).origin
  await expect(link.getByRole('link')).toHaveAttribute('href', new RegExp(`^${origin}/`))
  return there
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** The digest that is said of a document. */
const digestOf = (page: Page, words: Words, slot: Slot) =>
  part(page, words, slot).locator('[data-digest]').first().getAttribute('data-digest')

const shell = (line: string) => run('sh', ['-c', line], { timeout: 20_000 })

/** What one tool is told to do, as the page writes it. */
async function commandOf(page: Page, words: Words, slot: Slot, tool: string) {
  const there = part(page, words, slot)
  await there
    .getByRole('radio')
    .and(there.locator(`[value="${tool}"]`))
    .check()
  return there.locator(`[data-tool="${tool}"] pre`).innerText()
}

for (const words of LOCALES) {
  const { panel } = words

  test.describe(`taken along, ${words.locale}`, () => {
    test('the bytes are saved under a name of theirs, and are the ones on screen', async ({
      page,
    }) => {
      await page.goto(words.path)
      for (const slot of SLOTS) {
        const there = await open(page, words, slot)
        const digest = (await digestOf(page, words, slot)) ?? ''
        const saved = page.waitForEvent('download')
        await there.getByRole('link', { name: /\.json/ }).click()
        const download = await saved
        expect(download.suggestedFilename()).toBe(`hello-${digest.slice(7, 19)}.${slot}.json`)
        // From the page itself: nothing is fetched for it.
        expect(download.url()).toMatch(/^blob:/)
        expect(sha256(await readFile(await download.path()))).toBe(digest)
      }
    })

    test('the link leads to the same bytes, of the same platform', async ({ page }) => {
      await page.goto(`${words.path}?platform=linux/s390x`)
      await expect(part(page, words, 'config').getByText('linux/s390x').first()).toBeVisible()
      const digest = await digestOf(page, words, 'config')
      const there = await open(page, words, 'config')
      const link = there.locator('[data-part="link"]')
      const href = (await link.getByRole('link').getAttribute('href')) ?? ''
      await page.goto(href)
      await expect(part(page, words, 'config').locator('[data-digest]').first()).toHaveAttribute(
        'data-digest',
        digest ?? '',
      )
      expect(new URL(page.url()).hash).toBe('#desk-config-heading')
    })

    test('the note is Markdown, and its check finds the digest', async ({ page }) => {
      await page.goto(words.path)
      for (const slot of SLOTS) {
        const there = await open(page, words, slot)
        const digest = (await digestOf(page, words, slot)) ?? ''
        const note = there.locator('[data-part="note"]')
        const text = await note.locator('pre').innerText()
        const code = fromMarkdown(text).children.find(({ type }) => type === 'code')
        const line = code && 'value' in code ? code.value : ''
        expect((await shell(line)).toString()).toContain(digest.slice(7))
        await expect(shell(line.replace(/[0-9a-f]{64}$/, '0'.repeat(64)))).rejects.toThrow()
      }
    })

    test('the commands of a recording fetch its bytes from this site', async ({ page }) => {
      await page.goto(words.path)
      for (const slot of SLOTS) {
        await open(page, words, slot)
        const digest = (await digestOf(page, words, slot)) ?? ''
        const curl = await commandOf(page, words, slot, 'curl')
        expect(sha256(await shell(curl))).toBe(digest)
        if (!findTool('skopeo')) continue
        const skopeo = await commandOf(page, words, slot, 'skopeo')
        expect(sha256(await shell(skopeo))).toBe(digest)
      }
    })

    test('the commands of a real registry, with a token, fetch the same', async ({ page }) => {
      const { token } = needRegistries()
      const query = new URLSearchParams({ reference: `${token.host}/hello:1.0`, live: '1' })
      await page.goto(`${words.path}?${query}`)
      // Until the registry has answered, the recording is what stands there.
      await expect(page.locator('[data-origin="live"], [data-origin="cache"]')).toBeVisible()
      await expect(part(page, words, 'config').locator('[data-digest]').first()).toBeVisible()
      for (const slot of SLOTS) {
        await open(page, words, slot)
        const digest = (await digestOf(page, words, slot)) ?? ''
        const lines = (await commandOf(page, words, slot, 'curl')).split('\n')
        expect(lines[0]).toContain('TOKEN=$(curl')
        if (findTool('jq')) expect(sha256(await shell(lines.join('\n')))).toBe(digest)
        const skopeo = await commandOf(page, words, slot, 'skopeo')
        expect(sha256(await shell(skopeo))).toBe(digest)
        const mirror = await commandOf(page, words, slot, 'mirror')
        expect(sha256(await shell(mirror))).toBe(digest)
      }
    })

    test('opened before the script is there, it is made once it is', async ({ page }) => {
      let arrive = () => {}
      const script = new Promise<void>((resolve) => {
        arrive = resolve
      })
      await page.route('**/*.js', async (route) => {
        await script
        await route.continue()
      })
      await page.goto(words.path, { waitUntil: 'commit' })
      const there = part(page, words, 'config')
      await there.getByText(panel.share.heading).click()
      const link = there.locator('[data-part="link"]').getByRole('link')
      const { origin } = new URL(page.url())
      await expect(link).toBeVisible()
      await expect(link).not.toHaveAttribute('href', new RegExp(`^${origin}/`))
      arrive()
      await expect(link).toHaveAttribute('href', new RegExp(`^${origin}/`))
    })

    test('tags have their commands too', async ({ page }) => {
      await page.goto(words.path)
      const there = page.getByRole('region', { name: words.tags.heading, exact: true })
      await there
        .getByRole('heading')
        .first()
        .evaluate((heading) => heading.scrollIntoView())
      await expect(there.getByRole('spinbutton')).toBeEnabled()
      await there.getByText(panel.share.heading).click()
      const { origin } = new URL(page.url())
      const link = there.locator('[data-part="link"]')
      await expect(link.getByRole('link')).toHaveAttribute('href', new RegExp(`^${origin}/`))
      const curl = await there.locator('[data-tool="curl"] pre').innerText()
      expect(JSON.parse((await shell(curl)).toString())).toMatchObject({ tags: ['1.0'] })
      if (!findTool('skopeo')) return
      await there.getByRole('radio', { name: 'skopeo' }).check()
      const skopeo = await there.locator('[data-tool="skopeo"] pre').innerText()
      expect(JSON.parse((await shell(skopeo)).toString())).toMatchObject({ Tags: ['1.0'] })
    })

    test('a layer is taken along too, the one that is chosen', async ({ page }) => {
      await page.goto(words.path)
      const there = page.getByRole('region', { name: words.layers.heading, exact: true })
      await page.locator('[data-layers]').scrollIntoViewIfNeeded()
      await expect(there.getByText(words.layers.tools.save)).toBeVisible()
      const rows = there.getByRole('table', { name: words.layers.table.label }).locator('tbody tr')
      await expect(rows).toHaveCount(3)
      for (const i of [2, 0]) {
        await rows.nth(i).getByRole('radio').check()
        const digest = await rows.nth(i).locator('[data-digest]').getAttribute('data-digest')
        const share = there.locator('details').filter({ hasText: panel.share.heading })
        await share.getByText(panel.share.heading).click()
        const file = share.locator('[data-part="file"]').getByRole('link')
        await expect(file).toHaveAttribute('href', new RegExp(`/blobs/${digest}$`))
        const saved = page.waitForEvent('download')
        await file.click()
        const download = await saved
        expect(download.suggestedFilename()).toBe(`hello-${digest?.slice(7, 19)}.layer.tar.gz`)
        expect(sha256(await readFile(await download.path()))).toBe(digest)
        const curl = await share.locator('[data-tool="curl"] pre').innerText()
        expect(sha256(await shell(curl))).toBe(digest)
      }
    })

    test('without a clipboard the note is selected, with its lines', async ({ page }) => {
      const { site } = readState()
      await page.goto(`http://${roomHost}:${site.port}${words.path}`)
      const there = await open(page, words, 'index')
      const note = there.locator('[data-part="note"]')
      await note.getByRole('button', { name: panel.copy.copy }).click()
      const field = note.getByRole('textbox', { name: panel.copy.manual })
      await expect(field).toBeFocused()
      const text = await note.locator('pre').innerText()
      expect((await field.inputValue()).trim()).toBe(text.trim())
      const selected = await field.evaluate((element: HTMLTextAreaElement) =>
        element.value.slice(element.selectionStart, element.selectionEnd),
      )
      expect(selected.trim()).toBe(text.trim())
    })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing when it is open, ${words.locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(words.path)
      for (const slot of SLOTS) await open(page, words, slot)
      const { violations } = await new AxeBuilder({ page }).include('details[open]').analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
    })
  }

  test.describe(`without JavaScript, ${words.locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('commands, link, bytes and note are on the page', async ({ page, request }) => {
      await page.goto(words.path)
      for (const slot of SLOTS) {
        const there = part(page, words, slot)
        await there.getByText(panel.share.heading).click()
        await there.getByRole('radio', { name: 'oras' }).check()
        await expect(there.locator('[data-tool="oras"] pre')).toBeVisible()
        const file = there.getByRole('link', { name: /\.json/ })
        await expect(file).toHaveAttribute('download', new RegExp(`\\.${slot}\\.json$`))
        const answer = await request.get((await file.getAttribute('href')) ?? '')
        expect(sha256(await answer.body())).toBe(await digestOf(page, words, slot))
        const note = there.locator('[data-part="note"]')
        await expect(note.locator('pre')).toContainText('sha256sum')
      }
    })
  })
}
