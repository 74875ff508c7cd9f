import { mkdtempSync, rmSync } from 'node:fs'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { documentsEn } from '../content/ui/documents.en.ts'
import { documentsKo } from '../content/ui/documents.ko.ts'
import { layers as layersEn } from '../content/ui/layers.en.ts'
import { layers as layersKo } from '../content/ui/layers.ko.ts'
import { openEn } from '../content/ui/open.en.ts'
import { openKo } from '../content/ui/open.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { tarOf } from '../lib/testing/tar.ts'
import { type Archives, makeArchives } from './harness/archives.ts'
import { needRegistries } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', path: '/desk/open', words: openEn, documents: documentsEn, layers: layersEn },
  { locale: 'ko', path: '/ko/desk/open', words: openKo, documents: documentsKo, layers: layersKo },
] as const

const CONFIG = 'sha256:e1387cdaf75a14c50326a72f2a65bededebb069e464ae846dd00de8334a33056'
const MANIFEST = 'sha256:1669443cc3c67314e8cf143e67b8cceb2377cd5db6a5b490c5ae2e834b30f040'
const CHAIN_ID = 'sha256:b9a5212e055e3354308b1bbc97d95519911bcf2d49727122828faf0576522458'

const recording = (path: string) => join(import.meta.dirname, '../content/recordings', path)
const fill = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** All that reads a file is loaded once the page says so. */
async function visit(page: Page, { path, words }: (typeof LOCALES)[number]) {
  await page.goto(path)
  await expect(page.getByText(words.drop.ready)).toBeVisible()
}

const fileInput = (page: Page) => page.locator('input[type=file]:not([webkitdirectory])')
const folderInput = (page: Page) => page.locator('input[webkitdirectory]')
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first()

/** By way of a file: a buffer of more than 50 MB cannot be given to a browser. */
async function give(page: Page, name: string, bytes: Uint8Array | string) {
  const file = test.info().outputPath(name)
  await writeFile(file, bytes)
  await fileInput(page).setInputFiles(file)
}

test.describe('archives of real tools', () => {
  let work: string
  let archives: Archives
  test.beforeAll(async () => {
    needRegistries()
    work = mkdtempSync(join(tmpdir(), 'open-'))
    archives = await makeArchives(work)
  })
  test.afterAll(() => {
    if (work) rmSync(work, { recursive: true, force: true })
  })

  for (const each of LOCALES) {
    const { locale, words } = each
    test(`a docker-archive and an OCI archive of one image, ${locale}`, async ({ page }) => {
      await visit(page, each)
      await fileInput(page).setInputFiles(archives.docker)
      await expect(part(page, words.is.heading)).toContainText(words.is.forms['docker-archive'])
      const names = part(page, words.image.heading)
      await expect(names).toContainText(CONFIG)
      await expect(names).toContainText(words.image.manifestNone)
      await expect(part(page, words.layers.heading)).toContainText(
        fill(words.check.all, { count: 4 }),
      )
      await expect(part(page, words.layers.heading)).toContainText(CHAIN_ID)

      await fileInput(page).setInputFiles(archives.oci)
      await expect(part(page, words.is.heading)).toContainText(words.is.forms['oci-layout'])
      await expect(names).toContainText(CONFIG)
      await expect(names).toContainText(MANIFEST)
      await expect(part(page, words.layers.heading)).toContainText(
        fill(words.check.all, { count: 5 }),
      )
      await expect(part(page, words.layers.heading)).toContainText(CHAIN_ID)
    })
  }

  for (const each of LOCALES) {
    const { locale, layers } = each
    for (const kind of ['docker', 'oci'] as const) {
      test(`the files in the layers, with no network: ${kind}, ${locale}`, async ({
        page,
        context,
      }) => {
        await visit(page, each)
        await page.waitForLoadState('networkidle')
        const requests: string[] = []
        context.on('request', (request) => {
          if (!/^blob:/.test(request.url()) && request.resourceType() !== 'font') {
            requests.push(request.url())
          }
        })
        await context.setOffline(true)
        await fileInput(page).setInputFiles(archives[kind])
        const inside = part(page, layers.heading)
        const rows = inside.getByRole('table', { name: layers.table.label }).locator('tbody tr')
        await expect(rows).toHaveCount(3)
        // skopeo stores a docker-archive's layers unpacked, and names them by diffID alone.
        const proven = kind === 'docker' ? layers.checks.diffOnly : layers.checks.both
        for (const i of [0, 1, 2]) await expect(rows.nth(i)).toContainText(proven)
        await expect(rows.first()).toContainText('333')
        const tree = inside.getByRole('treegrid')
        const row = (name: string) => tree.getByRole('row').filter({ hasText: name })
        await expect(row('draft')).toContainText(fill(layers.tree.states.removed, { n: 3 }))
        await expect(row('message')).toContainText(layers.tree.states.changed)
        await row('draft').click()
        const story = inside.getByRole('region', { name: layers.story.heading })
        await story.getByRole('button', { name: layers.story.read }).click()
        await expect(story.locator('pre')).toHaveText(
          'This file is in the first layer. The third layer deletes it.\n',
        )
        const saved = page.waitForEvent('download')
        await story.getByRole('button', { name: layers.story.download }).click()
        const download = await saved
        expect(download.suggestedFilename()).toBe('draft')
        expect(await readFile(await download.path(), 'utf8')).toMatch(/^This file is in/)
        // The layers below are shown as they were.
        await inside.getByRole('button', { name: layers.step.back }).click()
        await expect(row('draft')).not.toContainText(fill(layers.tree.states.removed, { n: 3 }))
        expect(new URL(page.url()).search).toBe('')
        expect(requests).toEqual([])
      })
    }
  }

  const [en] = LOCALES
  test('nothing leaves the browser: no request, and no network needed', async ({
    page,
    context,
  }) => {
    await visit(page, en)
    await page.waitForLoadState('networkidle')
    const requests: string[] = []
    context.on('request', (request) => {
      // A character that was not on the page before may want a face of this site's own fonts.
      if (request.resourceType() !== 'font') requests.push(request.url())
    })
    await context.setOffline(true)
    await fileInput(page).setInputFiles(archives.packed)
    await expect(part(page, openEn.layers.heading)).toContainText(
      fill(openEn.check.all, { count: 5 }),
    )
    await page.getByRole('region', { name: openEn.is.heading }).first().waitFor()
    await fileInput(page).setInputFiles(recording('hello-archives/hello.config.json'))
    await expect(part(page, documentsEn['runtime-config'].heading)).toBeVisible()
    expect(requests).toEqual([])
  })

  test('a .tar.gz is unpacked first, and says so', async ({ page }) => {
    await visit(page, en)
    await fileInput(page).setInputFiles(archives.packed)
    await expect(part(page, openEn.is.heading)).toContainText(
      fill(openEn.is.packed, { what: 'gzip' }),
    )
    await expect(part(page, openEn.image.heading)).toContainText(MANIFEST)
  })

  test('five platforms: another image is one choice away', async ({ page }) => {
    await visit(page, en)
    await fileInput(page).setInputFiles(archives.multi)
    await page.getByRole('radio', { name: /linux\/s390x/ }).check()
    await expect(part(page, openEn.image.heading)).not.toContainText(CONFIG)
    await expect(page.getByRole('button', { name: 'Open linux/amd64' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Open linux/amd64' }).first().click()
    await expect(part(page, openEn.image.heading)).toContainText(CONFIG)
  })

  test('folders: a layout by umoci, and skopeo’s dir', async ({ page }) => {
    await visit(page, en)
    await folderInput(page).setInputFiles(archives.umoci)
    await expect(part(page, openEn.is.heading)).toContainText(openEn.is.forms['oci-layout'])
    await expect(part(page, openEn.layers.heading)).toContainText(/All \d+ files hash to what/)
    await folderInput(page).setInputFiles(archives.dir)
    await expect(part(page, openEn.is.heading)).toContainText(openEn.is.forms.dir)
    await expect(part(page, openEn.image.heading)).toContainText(MANIFEST)
  })

  test('what buildah built and saved', async ({ page }) => {
    await visit(page, en)
    await fileInput(page).setInputFiles(archives.buildah)
    await expect(part(page, openEn.image.heading)).toContainText('note:1')
    await expect(part(page, openEn.layers.heading)).toContainText(/All \d+ files hash to what/)
  })

  test('a changed byte is found, and named', async ({ page }) => {
    const broken = join(work, 'broken')
    await cp(recording('hello'), broken, { recursive: true })
    const blobs = join(broken, 'blobs/sha256')
    const [first = ''] = (await readdir(blobs)).filter((name) => name.startsWith('1d8ab94b469d'))
    const bytes = await readFile(join(blobs, first))
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1
    await writeFile(join(blobs, first), bytes)
    await visit(page, en)
    await folderInput(page).setInputFiles(broken)
    const layers = part(page, openEn.layers.heading)
    await expect(layers.getByRole('list', { name: openEn.check.bad })).toContainText('1d8ab94b469d')
    await expect(layers).toContainText(openEn.layers.mismatch)
    // gzip's own checksum stops the reading, and the page says why.
    const inside = part(page, layersEn.heading)
    await expect(inside).toContainText(layersEn.reading.failed)
    await expect(inside.getByRole('alert')).toBeVisible()
  })

  test('an eStargz layer: gzip of many members', async ({ page }) => {
    await visit(page, en)
    await folderInput(page).setInputFiles(recording('zones-estargz'))
    await expect(part(page, openEn.layers.heading)).toContainText(/All \d+ files hash to what/)
  })

  test('zstd layers, unpacked without WASM', async ({ page }) => {
    await visit(page, en)
    await folderInput(page).setInputFiles(recording('hello-zstd'))
    await expect(part(page, openEn.layers.heading)).toContainText(/All \d+ files hash to what/)
    await expect(part(page, openEn.layers.heading)).toContainText(CHAIN_ID)
  })
})

for (const each of LOCALES) {
  const { locale, words, documents } = each
  test(`the samples open, with a keyboard alone, ${locale}`, async ({ page }) => {
    await visit(page, each)
    await page.getByRole('button', { name: words.samples.runtime }).focus()
    await page.keyboard.press('Enter')
    const opened = part(page, documents['runtime-config'].heading)
    await expect(opened).toContainText('/ociVersion')
    await expect(
      page.getByRole('heading', { name: documents['runtime-config'].heading }),
    ).toBeFocused()
    await page.getByRole('button', { name: words.state.close }).press('Enter')
    await expect(part(page, words.what.heading)).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: words.drop.file }).press('Enter')
    await (await chooser).setFiles(recording('hello-archives/hello.oci.tar'))
    await expect(part(page, words.image.heading)).toContainText(MANIFEST)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in an open archive, ${locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await visit(page, each)
      await page.getByRole('button', { name: words.samples.oci }).click()
      await expect(part(page, words.layers.heading)).toContainText(
        fill(words.check.all, { count: 5 }),
      )
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    })
  }
}

const [en] = LOCALES

test('a drop anywhere on the page opens the file instead of leaving', async ({ page }) => {
  await visit(page, en)
  const base64 = (await readFile(recording('hello-archives/hello.docker.tar'))).toString('base64')
  await page.evaluate((text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'hello.tar'))
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    document.querySelector('footer')?.dispatchEvent(drop)
  }, base64)
  await expect(part(page, openEn.image.heading)).toContainText(CONFIG)
})

test('pasted JSON: what it is, by which fields, and each field explained', async ({ page }) => {
  await visit(page, en)
  await page.getByText(openEn.drop.paste).click()
  const paste = async (text: string) => {
    await page.getByLabel(openEn.drop.pasteLabel).fill(text)
    await page.getByRole('button', { name: openEn.drop.pasteSubmit }).click()
  }
  const state = { state: 'CONTAINER_EXITED', exitCode: 137, reason: 'OOMKilled' }
  const spec = { ociVersion: '1.1.0', process: { noNewPrivileges: true } }
  await paste(JSON.stringify({ status: state, info: { runtimeSpec: spec } }))
  const opened = part(page, documentsEn['cri-container'].heading)
  await expect(opened).toContainText('CONTAINER_EXITED')
  await expect(opened).toContainText('Exit code of the program; 128 and more is a signal')
  // The runtime config inside is explained by its own catalogue.
  await expect(opened).toContainText('Forbids gaining privileges by execve')
  await paste('{"a": 1,}')
  await expect(page.getByRole('alert').filter({ hasText: 'not JSON' })).toBeVisible()
  await paste('apiVersion: v1\nkind: Pod\n')
  await expect(page.getByRole('alert').filter({ hasText: openEn.foreign.yaml.says })).toBeVisible()
})

test.describe('hostile and mistaken files', () => {
  const zeros = new Uint8Array(80 * 2 ** 20)
  const CASES: { why: string; name: string; bytes: () => Uint8Array | string; says: string }[] = [
    {
      why: 'a picture',
      name: 'image.png',
      bytes: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      says: openEn.foreign.png.says,
    },
    { why: 'nothing', name: 'empty.tar', bytes: () => '', says: openEn.foreign.empty.says },
    { why: 'a zip', name: 'a.zip', bytes: () => 'PK\u0003\u0004', says: openEn.foreign.zip.says },
    {
      why: 'a gzip bomb',
      name: 'bomb.tar.gz',
      bytes: () => gzipSync(tarOf([{ name: 'zeros', body: zeros }]), { level: 9 }),
      says: 'as a decompression bomb does',
    },
    {
      why: 'a tar that was cut',
      name: 'cut.tar',
      bytes: () => tarOf([{ name: 'blob', body: 'x'.repeat(5000) }]).slice(0, 2000),
      says: 'The archive is not a sound tar',
    },
    {
      why: 'a name of one megabyte',
      name: 'long.tar',
      bytes: () => tarOf([{ type: 'L', name: '././@LongLink', body: 'n'.repeat(1_000_000) }]),
      says: problemsEn.sentences['path-too-long'].says.split('{')[1]?.split('}')[1] ?? '?',
    },
    {
      why: 'a document of 5 MiB',
      name: 'large.json',
      bytes: () => JSON.stringify({ a: 'x'.repeat(5 * 2 ** 20) }),
      says: 'The JSON document is larger than this page reads (size: 5 MiB, limit: 4 MiB)',
    },
    {
      why: 'more files than any image has',
      name: 'many.tar',
      bytes: () => {
        const one = tarOf([{ name: 'f' }]).subarray(0, 512)
        const all = new Uint8Array(100_001 * 512)
        for (let at = 0; at < all.length; at += 512) all.set(one, at)
        return all
      },
      says: 'The archive holds more than 100000 files',
    },
  ]
  for (const { why, name, bytes, says } of CASES) {
    test(`${why} gets a sentence, and the page stays alive`, async ({ page }) => {
      await visit(page, en)
      await give(page, name, bytes())
      await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible({
        timeout: 20_000,
      })
      await page.getByRole('button', { name: openEn.samples.docker }).click()
      await expect(part(page, openEn.image.heading)).toContainText(CONFIG)
    })
  }

  test('a folder without oci-layout, and names that lead out, are told', async ({ page }) => {
    await visit(page, en)
    await give(
      page,
      'odd.tar',
      tarOf([
        { name: 'index.json', body: '{"manifests":[]}' },
        { name: '../../etc/cron.d/x', body: 'x' },
        { name: 'index.json', body: '{"manifests":[]}' },
      ]),
    )
    const is = part(page, openEn.is.heading)
    await expect(is).toContainText(openEn.findings['layout-missing'].says)
    await expect(is).toContainText('../../etc/cron.d/x')
    await expect(is).toContainText(openEn.findings['names-nothing'].says)
    await expect(is).toContainText(
      fill(openEn.findings['duplicate-path'].says, { path: 'index.json' }),
    )
  })

  test('names are text, never HTML', async ({ page }) => {
    await visit(page, en)
    const evil = '<img src=x onerror=alert(1)>\u202e'
    await give(
      page,
      'evil.tar',
      tarOf([
        { name: 'c.json', body: '{"architecture":"a","os":"l","rootfs":{"diff_ids":[]}}' },
        {
          name: 'manifest.json',
          body: JSON.stringify([{ Config: 'c.json', RepoTags: [evil], Layers: [] }]),
        },
      ]),
    )
    const names = part(page, openEn.image.heading)
    await expect(names).toContainText('<img src=x onerror=alert(1)>')
    await expect(names.locator('img')).toHaveCount(0)
    await expect(names.locator('[data-code="U+202E"]')).toHaveCount(1)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const { locale, path, words } of LOCALES) {
    test(`the page teaches, ${locale}`, async ({ page }) => {
      await page.goto(path)
      const main = page.locator('main')
      await expect(main).toContainText(CONFIG)
      await expect(main).toContainText(MANIFEST)
      await expect(main).toContainText('podman save --format oci-archive')
      await expect(main).toContainText(words.example.so[1] ?? '')
      expect(await page.content()).toContain(words.drop.noScript)
    })
  }
})
