import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { compareEn as en } from '../content/ui/compare.en.ts'
import { compareKo as ko } from '../content/ui/compare.ko.ts'
import { panel as panelEn } from '../content/ui/panel.en.ts'
import { panel as panelKo } from '../content/ui/panel.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { type TarPart, tarOf } from '../lib/testing/tar.ts'
import { pushArtifact } from './harness/images.ts'
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

const files = (page: Page, words: Words) =>
  page.getByRole('region', { name: words.files.heading, exact: true })
const total = (page: Page, words: Words, kind: keyof Words['files']['totals']['kinds']) =>
  files(page, words).locator(`tbody tr[data-type=${kind}] td`).first()
const names = (page: Page, words: Words) =>
  files(page, words).getByRole('region', { name: words.files.list }).getByRole('listitem')

/** The button that reads the layers, once both images are there; the part wakes when one comes near. */
async function offer(page: Page, words: Words, a: string, b: string) {
  const figure = page.getByRole('figure', {
    name: words.title.replace('{a}', a).replace('{b}', b),
  })
  await expect(figure.getByRole('region', { name: words.verdict.heading })).toBeVisible()
  await page.getByRole('heading', { name: words.sizes.heading }).scrollIntoViewIfNeeded()
  return files(page, words).getByRole('button', {
    name: words.files.offer.split(/\{\w+\}/)[0],
  })
}

const layer = (parts: TarPart[]) => ({
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  text: new Uint8Array(gzipSync(tarOf(parts))),
})

/** What the page asks for of layers, as addresses. */
function layerRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/layers/')) asked.push(request.url())
  })
  return asked
}

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

    test('a worked example: one program by two builders, who left their names', async ({
      page,
    }) => {
      await page.goto(path)
      await page.getByRole('link', { name: words.examples.builders }).click()
      await expect(input(page, words, 'b')).toHaveValue('localhost:5010/by-buildpacks:1.0')
      await expect(verdict(page, words)).toHaveText(words.verdict.unrelated)
      for (const name of [words.builders.names.jib, words.builders.names.buildpacks]) {
        const builder = page.getByRole('listitem').filter({ hasText: words.builders.named })
        await expect(builder.filter({ hasText: name }).first()).toBeVisible()
      }
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

    test('files of two recordings: only when asked for, none from a network', async ({ page }) => {
      const asked = layerRequests(page)
      await page.goto(`${path}?a=${HELLO}&b=${ZSTD}&platform=linux/amd64&platform=linux/amd64`)
      await expect(verdict(page, words)).toHaveText(words.verdict.repacked)
      const button = await offer(page, words, HELLO, ZSTD)
      await expect(button).toContainText('6')
      expect(asked).toEqual([])
      await button.click()
      await expect(total(page, words, 'same')).toHaveText('10')
      await expect(files(page, words)).toContainText(words.files.nothing)
      expect(asked.length).toBe(6)
      expect(asked.filter((url) => !url.includes('/api/layers/samples/'))).toEqual([])
    })

    test('files of a real registry: a shared layer is read once', async ({ page }) => {
      const asked = layerRequests(page)
      const { open: registry } = needRegistries()
      const at = `lab/files-${locale}`
      const base = layer([
        { name: 'kept', body: 'k' },
        { name: 'gone', body: 'g' },
        { name: 'mode', body: 'm', mode: 0o644 },
        { name: 'owner/', type: '5' },
        { name: 'link', type: '2', link: 'kept' },
      ])
      const evil = '<img src=x onerror=alert(1)>'
      const own = [
        { name: 'open', body: 'one' },
        { name: 'again', body: 'same', mtime: 1 },
      ]
      await pushArtifact(registry, `${at}:a`, [base, layer(own)])
      await pushArtifact(registry, `${at}:b`, [
        base,
        layer([
          { name: '.wh.gone' },
          { name: 'mode', body: 'm', mode: 0o4755 },
          { name: 'owner/', type: '5', uid: 7 },
          { name: 'link', type: '2', link: 'mode' },
          { name: evil, body: 'x' },
          { name: 'exe.\u202egpj', body: 'x' },
          { name: 'open', body: 'two' },
          { name: 'again', body: 'same', mtime: 2 },
        ]),
      ])
      await page.goto(`${path}?a=${registry.host}/${at}:a&b=${registry.host}/${at}:b`)
      await (
        await offer(page, words, `${registry.host}/${at}:a`, `${registry.host}/${at}:b`)
      ).click()
      await expect(total(page, words, 'same')).toHaveText('1')
      expect(asked.length).toBe(3)
      const want = { added: 2, removed: 1, changed: 3, time: 1, unproven: 1 } as const
      for (const [kind, count] of Object.entries(want)) {
        await expect(total(page, words, kind as keyof typeof want)).toHaveText(String(count))
      }
      const row = (name: string) => names(page, words).filter({ hasText: name })
      await expect(names(page, words)).toHaveCount(6)
      await expect(row('-rw-r--r-- → -rwsr-xr-x')).toContainText('mode')
      await expect(row('owner/')).toContainText('0:0 → 7:0')
      await expect(row('link')).toContainText('kept → mode')
      await expect(row(evil)).toHaveCount(1)
      await expect(row('exe.').locator('[data-code="U+202E"]').first()).toBeVisible()
      const folded = files(page, words).locator('details')
      await expect(folded.getByText('again')).toBeHidden()
      await folded.first().locator('summary').click()
      await expect(folded.first()).toContainText('1970-01-01 00:00:01 → 1970-01-01 00:00:02')
      await folded.last().locator('summary').click()
      await expect(folded.last()).toContainText(words.files.bytes.unknown)
      await files(page, words).getByRole('searchbox').fill('OWN')
      await expect(names(page, words)).toHaveCount(1)
      await expect(names(page, words)).toContainText('owner/')
      expect(await files(page, words).locator('img').count()).toBe(0)
      const { violations } = await new AxeBuilder({ page })
        .include('[aria-labelledby=compare-files]')
        .analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    })

    test('20,000 names: a few in the page, all within reach', async ({ page }) => {
      const { open: registry } = needRegistries()
      const at = `lab/files-many-${locale}`
      const many = Array.from({ length: 20_000 }, (_, i) => ({
        name: `f-${String(i).padStart(5, '0')}`,
      }))
      await pushArtifact(registry, `${at}:a`, [layer([{ name: 'alone' }])])
      await pushArtifact(registry, `${at}:b`, [layer(many)])
      await page.goto(`${path}?a=${registry.host}/${at}:a&b=${registry.host}/${at}:b`)
      await (
        await offer(page, words, `${registry.host}/${at}:a`, `${registry.host}/${at}:b`)
      ).click()
      await expect(total(page, words, 'added')).toHaveText('20,000')
      const list = files(page, words).getByRole('region', { name: words.files.list })
      await list.focus()
      await page.keyboard.press('End')
      await expect(names(page, words).filter({ hasText: 'f-19999' })).toBeVisible()
      expect(await names(page, words).count()).toBeLessThan(60)
      await files(page, words).getByRole('searchbox').fill('f-0314')
      await expect(files(page, words).getByRole('status')).toContainText('10')
      await expect(names(page, words)).toHaveCount(10)
    })

    test('a layer that breaks off is said, and can be read again', async ({ page }) => {
      const { open: registry } = needRegistries()
      const at = `lab/files-broken-${locale}`
      const broken = layer([{ name: 'a', body: 'a' }])
      await pushArtifact(registry, `${at}:a`, [layer([{ name: 'alone' }])])
      await pushArtifact(registry, `${at}:b`, [{ ...broken, text: broken.text.slice(0, 40) }])
      await page.goto(`${path}?a=${registry.host}/${at}:a&b=${registry.host}/${at}:b`)
      await (
        await offer(page, words, `${registry.host}/${at}:a`, `${registry.host}/${at}:b`)
      ).click()
      await expect(files(page, words).getByRole('alert')).toContainText(
        problems.sentences['compression-broken'].try.slice(0, 20),
      )
      await expect(
        files(page, words).getByRole('button', { name: words.files.again }),
      ).toBeEnabled()
    })

    test('reading can be stopped and goes on', async ({ page }) => {
      const { open: registry } = needRegistries()
      const { host } = registry
      // The second layer does not come before the reader has stopped.
      let letGo = () => {}
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      let count = 0
      await page.context().route('**/api/layers/**', async (route) => {
        count += 1
        if (count === 2) await held
        await route.continue().catch(() => {})
      })
      await page.goto(`${path}?a=${host}/hello:1.0&b=${host}/umoci:1.0`)
      await (await offer(page, words, `${host}/hello:1.0`, `${host}/umoci:1.0`)).click()
      const now = words.files.now.split(/\{\w+\}/)[0] || words.files.now.slice(0, 2)
      await expect(files(page, words)).toContainText(now)
      await expect.poll(() => count).toBe(2)
      await files(page, words).getByRole('button', { name: words.files.stop }).click()
      await expect(files(page, words)).toContainText(words.files.stopped)
      letGo()
      const before = count
      await files(page, words).getByRole('button', { name: words.files.again }).click()
      await expect(total(page, words, 'same')).toBeVisible()
      // The first layer was kept.
      expect(count - before).toBeLessThan(4)
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
      await expect(total(page, words, 'changed')).toHaveText('1')
      await expect(names(page, words)).toContainText('bin/hello')
      await expect(names(page, words)).toContainText('824 → 832')
      await expect(files(page, words).getByRole('searchbox')).toBeHidden()
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
