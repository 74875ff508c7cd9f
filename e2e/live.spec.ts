import { expect, type Page, test } from '@playwright/test'
import { panel as en, flipByte } from '../content/ui/panel.en.ts'
import { panel as ko } from '../content/ui/panel.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { hostileCases } from '../lib/registry/testing/hostile-cases.ts'
import { roomHost } from './harness/site.ts'
import { needRegistries, readState } from './harness/state.ts'

const LOCALES = [
  { locale: 'en', path: '/desk', words: en, problems: problemsEn },
  { locale: 'ko', path: '/ko/desk', words: ko, problems: problemsKo },
] as const

type Words = (typeof LOCALES)[number]['words']

/** A sentence with its placeholders left open. */
function pattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('[\\s\\S]+'))
}

async function ask(page: Page, path: string, words: Words, reference: string) {
  await page.goto(path)
  await page.getByRole('textbox', { name: words.form.label }).fill(reference)
  await page.getByRole('button', { name: words.form.submit }).click()
}

/** Next's own announcer of routes is an alert too. */
const alertOf = (page: Page) => page.locator('figure').getByRole('alert')

const raw = (page: Page, words: Words, kind: 'index' | 'manifest' | 'config') =>
  page
    .getByRole('region', { name: `${words.documents[kind].name}: ${words.raw.label}` })
    .locator('pre')

for (const { locale, path, words, problems } of LOCALES) {
  test.describe(`live, ${locale}`, () => {
    for (const auth of ['open', 'token', 'basic-tls'] as const) {
      test(`an image of a real registry, ${auth}: its bytes, verified here`, async ({
        page,
        request,
      }) => {
        const { host } = needRegistries()[auth]
        await ask(page, path, words, `${host}/hello:1.0`)
        await expect(page.getByText(words.origin.liveShort, { exact: true })).toBeVisible()
        for (const kind of ['index', 'manifest', 'config'] as const) {
          await expect(raw(page, words, kind)).toBeVisible()
        }
        const index = await request.get(`/v2/${host.replace(':', '_')}/hello/manifests/1.0`)
        expect(await raw(page, words, 'index').textContent()).toBe(await index.text())
        await expect(page).toHaveURL(new RegExp(`reference=${host}/hello:1.0&live=1`))
        const steps = page.getByRole('list', { name: words.player.list })
        await expect(steps).toContainText('HEAD /v2/hello/manifests/1.0')
        // The proof travelled, whether it was fetched now or kept, and its value is not shown.
        if (auth !== 'open') await expect(steps).toContainText(/authorization: .*‹redacted›/)
        // No secret stands anywhere on the page.
        await expect(page.locator('main')).not.toContainText(/Bearer ey|Basic [A-Za-z0-9+/]{8}/)
      })
    }

    test('a link opens the same image, Back and the button return to the recording', async ({
      page,
    }) => {
      const { host } = needRegistries().open
      await page.goto(path)
      await page.goto(`${path}?reference=${host}/hello:1.0&platform=linux/arm64`)
      await expect(raw(page, words, 'config')).toContainText('"architecture":"arm64"')
      await page.getByRole('button', { name: words.form.recorded }).click()
      await expect(page.getByText(words.origin.recordedShort, { exact: true })).toBeVisible()
      await page.goBack()
      await expect(raw(page, words, 'config')).toContainText('"architecture":"arm64"')
    })

    const said = new Set<string>()
    for (const { name, why, expected } of hostileCases) {
      if (!('problem' in expected)) continue
      // Every case in one language; in the other, every sentence once.
      if (locale !== 'en' && said.has(expected.problem)) continue
      said.add(expected.problem)
      test(`hostile: ${name}, ${why}`, async ({ page }, info) => {
        test.skip(info.project.name !== 'desktop', 'the same sentences on a phone')
        const { hostile } = readState()
        await ask(page, path, words, `${hostile}/${name}:1`)
        const { says, try: attempt } = problems.sentences[expected.problem]
        const alert = alertOf(page).filter({ hasText: pattern(says) })
        await expect(alert).toBeVisible({ timeout: 25_000 })
        await expect(alert).toContainText(pattern(attempt))
        await expect(page.locator('main')).not.toContainText(/undefined|\[object|\{\w+\}/)
      })
    }

    test('nobody answers: the sentence, and the recordings to go on with', async ({ page }) => {
      const { silent } = readState()
      await ask(page, path, words, `${silent}/app:1`)
      const alert = alertOf(page)
      await expect(alert).toContainText(pattern(problems.sentences.offline.says))
      await alert.getByRole('button', { name: /hello:1\.0/ }).click()
      await expect(alert).toBeHidden()
      await expect(raw(page, words, 'manifest')).toBeVisible()
    })

    test('a registry that is not listed is refused before anyone is asked', async ({ page }) => {
      await ask(page, path, words, 'registry.unlisted.test/app:1')
      await expect(alertOf(page)).toContainText(
        pattern(problems.sentences['registry-not-listed'].says),
      )
    })

    test('a slow answer says how long it has been', async ({ page }) => {
      await page.route('**/api/conversation?*', () => {})
      await ask(page, path, words, 'nginx')
      await expect(page.getByRole('status').filter({ hasText: words.state.asking })).toBeVisible()
      await expect(
        page.getByRole('status').filter({ hasText: pattern(words.state.slow) }),
      ).toBeVisible()
      await page.getByRole('button', { name: words.form.stop }).click()
      await expect(page.getByText(words.origin.recordedShort, { exact: true })).toBeVisible()
    })

    test('a conversation that is cut says so', async ({ page }) => {
      await page.route('**/api/conversation?*', (route) =>
        route.fulfill({ contentType: 'application/x-ndjson', body: '{"type":"exch' }),
      )
      await ask(page, path, words, 'nginx')
      await expect(alertOf(page)).toContainText(
        pattern(problems.sentences['conversation-cut'].says),
      )
    })

    test('bytes changed on the way to the browser are not shown', async ({ page }) => {
      const { host } = needRegistries().open
      await page.route('**/v2/*/hello/blobs/**', async (route) => {
        const answer = await route.fetch()
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('amd64', 'amd65'),
        })
      })
      await ask(page, path, words, `${host}/hello:1.0`)
      await expect(alertOf(page)).toContainText(pattern(problems.sentences['digest-mismatch'].says))
      await expect(raw(page, words, 'manifest')).toBeVisible()
      await expect(raw(page, words, 'config')).toHaveCount(0)
    })

    test('without a connection the recording stays', async ({ page, context }) => {
      await page.goto(path)
      await page.getByRole('textbox', { name: words.form.label }).fill('nginx')
      await expect(page.getByText('library/nginx').first()).toBeVisible()
      await context.setOffline(true)
      await page.getByRole('button', { name: words.form.submit }).click()
      await expect(alertOf(page)).toContainText(words.state.siteAway.says)
    })
  })
}

test('a newer reference ends the older request', async ({ page }) => {
  const aborted = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('reference=docker.io%2Flibrary%2Ffirst'),
  )
  await page.route('**/api/conversation?*', () => {})
  await ask(page, '/desk', en, 'first')
  await page.getByRole('textbox', { name: en.form.label }).fill('second')
  await page.getByRole('button', { name: en.form.submit }).click()
  expect((await aborted).failure()?.errorText).toContain('ABORTED')
})

test('over plain http in a room: hashing without WebCrypto, copying without a clipboard', async ({
  page,
}) => {
  const { site } = readState()
  await page.goto(`http://${roomHost}:${site.port}/desk`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  const manifest = page.getByRole('region', { name: en.documents.manifest.heading, exact: true })
  await manifest.getByRole('button', { name: en.check.flip }).click()
  await expect(manifest.getByText(flipByte.refused)).toBeVisible()
  await manifest.getByRole('button', { name: flipByte.undo }).click()
  await expect(manifest.getByText(flipByte.accepted)).toBeVisible()
  await manifest
    .getByRole('button', { name: /sha256:/ })
    .first()
    .click()
  const field = manifest.getByRole('textbox', { name: en.copy.manual })
  await expect(field).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^sha256:[0-9a-f]{64}$/)
})
