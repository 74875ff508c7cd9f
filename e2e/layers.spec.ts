import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { layers as en } from '../content/ui/layers.en.ts'
import { layers as ko } from '../content/ui/layers.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { type TarPart, tarOf } from '../lib/testing/tar.ts'
import { pushArtifact } from './harness/images.ts'
import { needRegistries } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', path: '/desk', words: en, problems: problemsEn },
  { locale: 'ko', path: '/ko/desk', words: ko, problems: problemsKo },
] as const

type Words = (typeof LOCALES)[number]['words']

const OCI_TAR_GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip'
const DRAFT = 'usr/share/hello/draft'
const MESSAGE = 'usr/share/hello/message'

const fill = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

const section = (page: Page, words: Words) =>
  page.getByRole('region', { name: words.heading, exact: true })
const tree = (page: Page, words: Words) => section(page, words).getByRole('treegrid')
const row = (page: Page, words: Words, name: string | RegExp) =>
  tree(page, words).getByRole('row').filter({ hasText: name })
const story = (page: Page, words: Words) =>
  section(page, words).getByRole('region', { name: words.story.heading })
const table = (page: Page, words: Words) =>
  section(page, words).getByRole('table', { name: words.table.label })
const save = (page: Page, words: Words) => section(page, words).getByText(words.tools.save)

/** The part answers only once a reader came near and its code has run. */
async function open(page: Page, words: Words, url: string) {
  await page.goto(url)
  await page.locator('[data-layers]').scrollIntoViewIfNeeded()
  // Page, part and worker are three scripts one after another.
  await expect(save(page, words)).toBeVisible({ timeout: 20_000 })
}

const gzip = (parts: TarPart[]) => new Uint8Array(gzipSync(tarOf(parts)))

for (const { locale, path, words, problems } of LOCALES) {
  test.describe(`layers of the recorded image, ${locale}`, () => {
    test('three sizes each, and the file that is gone is struck out', async ({ page }) => {
      await open(page, words, path)
      const rows = table(page, words).locator('tbody tr')
      await expect(rows).toHaveCount(3)
      for (const text of ['507', '333', fill(words.table.seenOf, { seen: 205, brought: 333 })]) {
        await expect(rows.first()).toContainText(text)
      }
      await expect(rows.nth(1)).toContainText('1,157')
      await expect(rows.nth(2)).toContainText('1,102')
      await expect(rows.nth(2)).toContainText(words.checks.both)
      const removed = fill(words.tree.states.removed, { n: 3 })
      await expect(row(page, words, 'draft')).toContainText(removed)
      await expect(row(page, words, 'message')).toContainText(words.tree.states.changed)
      await expect(section(page, words)).toContainText(words.checks.long.diffMatch)
    })

    test('layers come off and on again, Back and Forward follow', async ({ page }) => {
      await open(page, words, path)
      const off = section(page, words).getByRole('button', { name: words.step.back })
      await off.click()
      await expect(page).toHaveURL(/layer=2/)
      await expect(row(page, words, 'draft')).not.toContainText(
        fill(words.tree.states.removed, { n: 3 }),
      )
      await expect(row(page, words, 'hello')).toContainText([words.tree.states.added])
      await off.click()
      await expect(page).toHaveURL(/layer=1/)
      await expect(row(page, words, 'bin')).toHaveCount(0)
      await expect(off).toBeDisabled()
      await page.goBack()
      await expect(row(page, words, 'bin')).toHaveCount(1)
      await page.goForward()
      await expect(row(page, words, 'bin')).toHaveCount(0)
      // The table's radio buttons do the same, by arrow keys.
      await table(page, words).getByRole('radio').first().focus()
      await page.keyboard.press('ArrowDown')
      await expect(page).toHaveURL(/layer=2/)
    })

    test('the deleted file is read from the layer that still carries it', async ({ page }) => {
      await open(page, words, `${path}?path=${DRAFT}`)
      const pane = story(page, words)
      const still = fill(words.story.stillThere, { size: '', home: 1 }).slice(-20)
      await expect(pane).toContainText(still)
      await pane.getByRole('button', { name: words.story.read }).click()
      await expect(pane.locator('pre')).toHaveText(
        'This file is in the first layer. The third layer deletes it.\n',
      )
      await pane.getByRole('button', { name: words.story.close }).click()
      await expect(page).not.toHaveURL(/path=/)
    })

    test('both versions of a replaced file are there', async ({ page }) => {
      await open(page, words, `${path}?path=${MESSAGE}`)
      const reads = story(page, words).getByRole('button', { name: words.story.read })
      await expect(reads).toHaveCount(2)
      await reads.first().click()
      await expect(story(page, words).locator('pre')).toHaveCount(1)
      await reads.click()
      await expect(story(page, words).locator('pre')).toHaveCount(2)
      const [old, now] = await story(page, words).locator('pre').allTextContents()
      expect([old?.length, now?.length]).toEqual([67, 73])
    })

    test('a program is shown byte by byte', async ({ page }) => {
      await open(page, words, `${path}?path=bin/hello`)
      await story(page, words).getByRole('button', { name: words.story.read }).click()
      await expect(story(page, words).locator('pre')).toContainText('7f 45 4c 46')
    })

    test('one layer alone shows its whiteout as the entry it is', async ({ page }) => {
      await open(page, words, `${path}?show=alone`)
      await expect(row(page, words, '.wh.draft')).toContainText(
        fill(words.whiteout.remove, { path: DRAFT }),
      )
    })

    test('found by a part of the path, largest first, narrowed to one layer', async ({ page }) => {
      await open(page, words, path)
      const part = section(page, words)
      await part.getByRole('searchbox').fill('HELLO/m')
      await expect(row(page, words, MESSAGE)).toHaveCount(1)
      await expect(tree(page, words)).toHaveAttribute('aria-rowcount', '2')
      await expect(page).toHaveURL(/find=HELLO\/m/)
      await part.getByRole('searchbox').fill('nowhere')
      await expect(part).toContainText(fill(words.tree.nothingFound, { find: 'nowhere' }))
      await part.getByRole('searchbox').fill('')
      await part.getByRole('combobox').selectOption('size')
      await expect(tree(page, words).getByRole('row').nth(1)).toContainText('bin')
      await part.getByRole('checkbox', { name: words.tools.onlyLayer }).check()
      await expect(row(page, words, 'bin')).toHaveCount(0)
      await part.getByRole('checkbox', { name: words.tools.showGone }).uncheck()
      await expect(row(page, words, 'draft')).toHaveCount(0)
    })

    test('the keys move, open, close and choose', async ({ page }) => {
      await open(page, words, path)
      await tree(page, words).focus()
      const active = () =>
        page.evaluate(() => {
          const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
          return document.getElementById(id)?.textContent ?? ''
        })
      await page.keyboard.press('End')
      await expect.poll(active).toContain('message')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(active).toContain('hello/')
      await page.keyboard.press('ArrowLeft')
      await expect(row(page, words, 'message')).toHaveCount(0)
      await page.keyboard.press('ArrowRight')
      await expect(row(page, words, 'message')).toHaveCount(1)
      await page.keyboard.press('ArrowRight')
      await expect.poll(active).toContain('draft')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`path=${DRAFT}`))
      await page.keyboard.press('Home')
      await expect.poll(active).toContain('bin')
    })

    test('areas by size lead into directories and back', async ({ page }) => {
      await open(page, words, path)
      await section(page, words).getByRole('radio', { name: words.show.sizes }).check()
      await expect(page).toHaveURL(/show=sizes/)
      const map = section(page, words).getByRole('region', {
        name: fill(words.map.label, { path: words.map.top }),
      })
      await expect(map.getByRole('button')).toHaveCount(3)
      await map.getByRole('button', { name: /^etc\// }).click()
      await expect(page).toHaveURL(/path=etc/)
      await section(page, words)
        .getByRole('button', { name: /^passwd/ })
        .press('Enter')
      await expect(page).toHaveURL(/path=etc\/passwd/)
      await expect(story(page, words)).toContainText('etc/passwd')
      const up = section(page, words).getByRole('button', { name: words.map.up.split('{')[0] })
      await up.click()
      await expect(map.getByRole('button')).toHaveCount(3)
    })

    test('the list is a file to keep', async ({ page }) => {
      await open(page, words, path)
      for (const [kind, lines] of [
        ['ndjson', 11],
        ['csv', 12],
        ['json', 13],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          section(page, words)
            .getByRole('button', { name: words.tools.formats[kind], exact: true })
            .click(),
        ])
        expect(download.suggestedFilename()).toBe(`layer-3-built.${kind}`)
        const text = await readFile((await download.path()) ?? '', 'utf8')
        expect(text.trimEnd().split(/\r?\n/)).toHaveLength(lines)
        expect(text).toContain(DRAFT)
      }
    })

    test('a path that no layer has is said so', async ({ page }) => {
      await open(page, words, `${path}?layer=1&path=bin/hello`)
      await expect(section(page, words)).toContainText(
        fill(words.story.missing, { n: 1, path: 'bin/hello' }),
      )
    })

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing while it is used, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await open(page, words, `${path}?path=${DRAFT}`)
        await story(page, words).getByRole('button', { name: words.story.read }).click()
        await expect(story(page, words).locator('pre')).toBeVisible()
        const check = async () => {
          const { violations } = await new AxeBuilder({ page }).include('[data-layers]').analyze()
          expect(
            violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
          ).toEqual([])
        }
        await check()
        await section(page, words).getByRole('radio', { name: words.show.sizes }).check()
        await expect(
          section(page, words).getByRole('button', { name: /draft|message/ }),
        ).toBeVisible()
        await check()
      })
    }
  })

  test.describe(`layers without JavaScript, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })
    test('the table, the tree, the deleted file and what it says', async ({ page }) => {
      await page.goto(path)
      await expect(table(page, words).locator('tbody tr')).toHaveCount(3)
      await expect(row(page, words, 'draft')).toContainText(
        fill(words.tree.states.removed, { n: 3 }),
      )
      await expect(story(page, words).locator('pre')).toContainText('The third layer deletes it.')
      await expect(section(page, words).getByRole('button')).toHaveCount(0)
      await expect(page.locator('#layers-question').getByRole('radio')).toHaveCount(4)
    })
  })

  test.describe(`layers of a real registry, ${locale}`, () => {
    test('nothing is read until it is asked for; then every layer, checked', async ({ page }) => {
      const { host } = needRegistries().open
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/api/layers/')) asked.push(request.url())
      })
      await open(page, words, `${path}?reference=${host}/hello:1.0`)
      const first = table(page, words).locator('tbody tr').first()
      await expect(first).toContainText(words.reading.unread)
      expect(asked.filter((url) => !url.includes('samples'))).toEqual([])
      await section(page, words)
        .getByRole('button', { name: fill(words.reading.all, { n: 3, size: '' }).split(',')[0] })
        .click()
      await expect(first).toContainText(words.checks.both)
      await expect(row(page, words, 'draft')).toContainText(
        fill(words.tree.states.removed, { n: 3 }),
      )
      await row(page, words, 'draft').click()
      await story(page, words).getByRole('button', { name: words.story.read }).click()
      await expect(story(page, words).locator('pre')).toContainText('in the first layer')
    })

    test('hostile names are shown and do nothing', async ({ page }) => {
      const { open: registry } = needRegistries()
      const evil = '<img src=x onerror=alert(1)>'
      const bidi = 'exe.\u202egpj'
      const layer = gzip([
        { name: '../../etc/passwd', body: 'out' },
        { name: '/absolute', body: 'in' },
        { name: evil, body: '<script>alert(1)</script>' },
        { name: bidi, body: 'x' },
        { name: 'bell\u0007', body: 'x' },
        { name: 'link', type: '2', link: '/etc/shadow' },
        { name: 'bytes-\xff', body: 'x' },
        { name: 'big', body: 'x'.repeat(256 * 1024 + 1) },
      ])
      const name = `lab/hostile-${locale}:1`
      await pushArtifact(registry, name, [{ mediaType: OCI_TAR_GZIP, text: layer }])
      const alerts: string[] = []
      page.on('dialog', (dialog) => {
        alerts.push(dialog.message())
        return dialog.dismiss()
      })
      await open(page, words, `${path}?reference=${registry.host}/${name}&layer=1&show=alone`)
      await expect(row(page, words, evil)).toHaveCount(1)
      await expect(row(page, words, 'exe.').locator('[data-code="U+202E"]')).toHaveCount(1)
      await expect(row(page, words, 'bell').locator('[data-code="U+0007"]')).toHaveCount(1)
      await expect(row(page, words, /^\.\.\//)).toHaveCount(2)
      await expect(row(page, words, 'link')).toContainText('→ /etc/shadow')
      await row(page, words, evil).click()
      await story(page, words).getByRole('button', { name: words.story.read }).click()
      await expect(story(page, words).locator('pre')).toHaveText('<script>alert(1)</script>')
      await row(page, words, 'big').click()
      await expect(story(page, words)).toContainText(
        fill(words.story.large, { size: 'SIZE', limit: '256 KiB' }).split('SIZE')[1] ?? '',
      )
      await section(page, words).getByRole('radio', { name: words.show.built }).check()
      await expect(section(page, words)).toContainText('../../etc/passwd')
      expect(await page.locator('[data-layers] img, [data-layers] script').count()).toBe(0)
      expect(alerts).toEqual([])
    })

    test('a layer that is no archive fails in words, in its place', async ({ page }) => {
      const { open: registry } = needRegistries()
      const name = `lab/broken-${locale}:1`
      await pushArtifact(registry, name, [
        { mediaType: OCI_TAR_GZIP, text: gzip([{ name: 'a' }]).slice(0, 40) },
      ])
      await open(page, words, `${path}?reference=${registry.host}/${name}&layer=1`)
      await expect(section(page, words).getByRole('alert')).toContainText(
        problems.sentences['compression-broken'].try.slice(0, 20),
      )
      await expect(table(page, words)).toContainText(words.reading.failed)
    })

    test('50,000 entries: a few rows in the page, all within reach', async ({ page }) => {
      const { open: registry } = needRegistries()
      const files = Array.from({ length: 50_000 }, (_, i) => ({
        name: `f/${String(i).padStart(5, '0')}`,
      }))
      await pushArtifact(registry, 'lab/many:1', [{ mediaType: OCI_TAR_GZIP, text: gzip(files) }])
      await open(page, words, `${path}?reference=${registry.host}/lab/many:1&layer=1`)
      await expect(table(page, words)).toContainText(words.checks.digestOnly, { timeout: 20_000 })
      await section(page, words).getByRole('button', { name: words.tools.openAll }).click()
      await expect(tree(page, words)).toHaveAttribute('aria-rowcount', '50002')
      await tree(page, words).focus()
      await page.keyboard.press('End')
      await expect(row(page, words, '49999')).toBeVisible()
      expect(await tree(page, words).getByRole('row').count()).toBeLessThan(150)
      await section(page, words).getByRole('searchbox').fill('f/31415')
      await expect(row(page, words, 'f/31415')).toBeVisible()
    })
  })
}
