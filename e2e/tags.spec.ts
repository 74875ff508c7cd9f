import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { budget as budgetEn } from '../content/ui/budget.en.ts'
import { budget as budgetKo } from '../content/ui/budget.ko.ts'
import { panel as panelEn } from '../content/ui/panel.en.ts'
import { panel as panelKo } from '../content/ui/panel.ko.ts'
import { problemsEn } from '../content/ui/problems.en.ts'
import { problemsKo } from '../content/ui/problems.ko.ts'
import { registries as registriesEn } from '../content/ui/registries.en.ts'
import { registries as registriesKo } from '../content/ui/registries.ko.ts'
import { tags as tagsEn } from '../content/ui/tags.en.ts'
import { tags as tagsKo } from '../content/ui/tags.ko.ts'
import { EXAMPLES } from '../lib/registry/examples.ts'
import { ROW_QUIRKS } from '../lib/registry/row-quirks.ts'
import { manyTags, oddTags } from '../lib/registry/testing/long-list.ts'
import { pushArtifact } from './harness/images.ts'
import { needRegistries, readState } from './harness/state.ts'

const LOCALES = [
  {
    locale: 'en',
    ...{ path: '/desk', tags: tagsEn, budget: budgetEn, panel: panelEn },
    ...{ registries: registriesEn, problems: problemsEn },
  },
  {
    locale: 'ko',
    ...{ path: '/ko/desk', tags: tagsKo, budget: budgetKo, panel: panelKo },
    ...{ registries: registriesKo, problems: problemsKo },
  },
] as const

type Words = (typeof LOCALES)[number]

const fill = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

const part = (page: Page, heading: string) =>
  page.getByRole('region', { name: heading, exact: true })
const tagsOf = (page: Page, { tags }: Words) => part(page, tags.heading)
const listOf = (page: Page, words: Words) =>
  tagsOf(page, words).getByRole('region', { name: words.tags.list.label, exact: true })

/** A part wakes when the reader comes near; what it draws anew meanwhile must not matter. */
const comeTo = (page: Page, name: 'tags' | 'budget') =>
  page.locator(`#${name}-heading`).evaluate((heading) => heading.scrollIntoView())

/** Opens a live image, and waits for the code of the part. */
async function open(page: Page, words: Words, reference?: string) {
  const query = reference ? `?${new URLSearchParams({ reference, live: '1' })}` : ''
  await page.goto(words.path + query)
  await comeTo(page, 'tags')
}

async function ask(page: Page, words: Words, size = 1000) {
  const { form } = words.tags
  const there = tagsOf(page, words)
  await there.getByRole('spinbutton', { name: form.size }).fill(String(size))
  await there.getByRole('button', { name: new RegExp(`${form.ask}|${form.again}`) }).click()
}

for (const words of LOCALES) {
  const { tags, budget, panel, registries } = words
  const hostile = (name: string) => `${readState().hostile}/${name}`

  test.describe(`tags, ${words.locale}`, () => {
    test('of a recording are asked of this site, and shown as it answered', async ({
      page,
      request,
    }) => {
      await open(page, words)
      await ask(page, words, 5)
      await expect(tagsOf(page, words)).toContainText('GET /v2/samples/hello/tags/list?n=5')
      const answer = await request.get('/v2/samples/hello/tags/list?n=5')
      await expect(tagsOf(page, words)).toContainText(await answer.text())
      await expect(tagsOf(page, words)).toContainText(tags.page.last)
      await expect(listOf(page, words).getByRole('link', { name: '1.0' })).toBeVisible()
    })

    test('of another recording are paged by this site, in the order of their bytes', async ({
      page,
    }) => {
      await open(page, words)
      const there = tagsOf(page, words)
      await expect(there.getByRole('spinbutton')).toBeEnabled()
      await there.getByRole('link', { name: 'localhost:5000/hello-tags:latest' }).click()
      await expect(page).toHaveURL(/reference=localhost:5000\/hello-tags:latest/)
      await comeTo(page, 'tags')
      await ask(page, words, 5)
      await expect(there).toContainText('</v2/samples/hello-tags/tags/list?n=5&last=1.10>')
      for (const _ of [2, 3]) await there.getByRole('button', { name: tags.form.next }).click()
      await expect(there).toContainText(fill(tags.sum, { tags: 14, pages: 3 }))
      await expect(there).toContainText(fill(tags.kept.heading, { kept: 1, tags: 14 }))
      await expect(there).toContainText(tags.order.bytes)
      // Another tag of a recording needs no registry either.
      await listOf(page, words).getByRole('link', { name: 'recipe', exact: true }).click()
      await expect(page).toHaveURL(/reference=localhost:5000\/hello-tags:recipe$/)
      await expect(part(page, panel.documents.manifest.heading)).toContainText('text/plain')
    })

    test('in thousands are read page by page, folded, searched and scrolled', async ({ page }) => {
      await open(page, words, hostile('tags-many:latest'))
      await ask(page, words)
      const there = tagsOf(page, words)
      // The mirror passes the registry's link on as its own, so that the next request comes here.
      await expect(there).toContainText(/link: <\/v2\/127\.0\.0\.1_\d+\/tags-many\/tags\/list\?/)
      await expect(there).toContainText(tags.page.linked)
      await there.getByRole('button', { name: tags.form.all }).click()
      const counts = { tags: '7,890', pages: 8 }
      await expect(there).toContainText(fill(tags.sum, counts))
      const kept = fill(tags.kept.heading, { kept: '7,521', tags: '7,890' })
      await expect(there).toContainText(kept)
      await expect(there).toContainText(fill(tags.list.shown, { shown: 369, tags: '7,890' }))
      await expect(there).toContainText(tags.order.other)
      await expect(there.getByText(fill(tags.page.between, { from: 3, to: 7 }))).toBeVisible()

      await there.getByRole('checkbox', { name: tags.kept.show }).check()
      const list = listOf(page, words)
      await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '7890')
      expect(await list.getByRole('listitem').count()).toBeLessThan(60)
      await list.evaluate((box) => box.scrollTo(0, box.scrollHeight))
      await expect(list.getByRole('link', { name: 'latest', exact: true })).toBeVisible()
      expect(await list.getByRole('listitem').count()).toBeLessThan(60)

      await there.getByRole('searchbox', { name: tags.list.search }).fill('v3.1')
      await expect(list.getByRole('listitem')).toHaveCount(11)
      await there.getByRole('combobox', { name: tags.list.order }).selectOption('number')
      await expect(list.getByRole('link').nth(1)).toHaveText('v3.10')
    })

    test('open their image in the panel, and the list stays', async ({ page }) => {
      await open(page, words, hostile('tags-many:latest'))
      await ask(page, words)
      const list = listOf(page, words)
      const [name] = manyTags
      await list.getByRole('link', { name: name!, exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`reference=.*/tags-many:${name}&live=1`))
      await expect(page.locator('figure').first()).toBeFocused()
      await expect(part(page, panel.documents.config.heading)).toBeVisible()
      await expect(list.getByRole('listitem').first()).toContainText(tags.list.current)
    })

    test('that are none are text, and nothing runs', async ({ page }) => {
      await open(page, words, hostile('tags-odd:plain'))
      await ask(page, words)
      const list = listOf(page, words)
      await expect(list.getByRole('listitem')).toHaveCount(oddTags.length)
      await expect(list.getByRole('link')).toHaveCount(1)
      await expect(list.getByText(tags.list.odd)).toHaveCount(oddTags.length - 1)
      await expect(list).toContainText('<img src=x')
      await expect(list.locator('[data-code="U+202E"]')).toHaveCount(1)
      expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    })

    test('tell what this site asked a real registry', async ({ page }) => {
      const { open: registry } = needRegistries()
      const name = `tagged-${words.locale}-${test.info().project.name}`
      for (const tag of ['b', 'a', 'C']) {
        await pushArtifact(registry, `${name}:${tag}`, [{ mediaType: 'text/plain', text: tag }])
      }
      await open(page, words, `${registry.host}/${name}:a`)
      await ask(page, words)
      const there = tagsOf(page, words)
      for (const tag of ['a', 'b', 'C']) {
        await expect(
          listOf(page, words).getByRole('link', { name: tag, exact: true }),
        ).toBeVisible()
      }
      await there.getByText(tags.page.upstream).click()
      await expect(there).toContainText(`GET http://${registry.host}/v2/${name}/tags/list?n=1000`)
    })

    test('that the registry does not have are a sentence', async ({ page }) => {
      const { open: registry } = needRegistries()
      await open(page, words, `${registry.host}/no-such-repository:1`)
      await ask(page, words)
      const alert = tagsOf(page, words).getByRole('alert')
      await expect(alert).toContainText(`${registry.host}/no-such-repository`)
    })
  })

  test.describe(`budget, ${words.locale}`, () => {
    test('tells what is left, what was counted, and the registry’s warning as text', async ({
      page,
    }) => {
      await page.goto(
        `${words.path}?${new URLSearchParams({ reference: hostile('tags-many:v1.1'), live: '1' })}`,
      )
      const there = part(page, budget.heading)
      await comeTo(page, 'budget')
      await expect(there.getByRole('meter', { name: budget.meter })).toBeVisible()
      const window = fill(budget.spans.hours, { count: 6 })
      const left = fill(budget.left, { remaining: '\\d+', limit: 100, window })
      await expect(there).toContainText(new RegExp(left))
      await expect(there).toContainText('HEAD')
      await expect(there).toContainText('This registry <b>closes</b> in March.')
      await expect(page.locator('main')).not.toContainText('203.0.113.7')
    })

    test('of a recording without such headers says so', async ({ page }) => {
      await page.goto(words.path)
      await expect(part(page, budget.heading)).toContainText(fill(budget.untold, { count: 4 }))
    })
  })

  test.describe(`registries, ${words.locale}`, () => {
    test('an example opens in the panel, which says when it cannot be reached', async ({
      page,
    }) => {
      // The answer is played here: no test asks a public registry.
      await page.route('**/api/conversation?**', (route) =>
        route.fulfill({
          contentType: 'application/x-ndjson',
          body: `${JSON.stringify({ type: 'problem', problem: { kind: 'offline', registry: 'registry.k8s.io' } })}\n`,
        }),
      )
      await page.goto(words.path)
      const there = part(page, registries.heading)
      const reference = 'registry.k8s.io/pause:3.10'
      await there.getByRole('link', { name: fill(registries.open, { reference }) }).click()
      await expect(page).toHaveURL(/reference=registry\.k8s\.io\/pause:3\.10&live=1/)
      await expect(page.locator('figure').getByRole('alert')).toBeVisible()
      await expect(page.getByRole('textbox', { name: panel.form.label })).toHaveValue(reference)
    })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in a long list, ${words.locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, words, hostile('tags-many:latest'))
      await ask(page, words)
      await expect(listOf(page, words)).toBeVisible()
      await tagsOf(page, words).getByRole('checkbox', { name: tags.kept.show }).check()
      await comeTo(page, 'budget')
      await expect(part(page, budget.heading).getByRole('meter')).toBeVisible()
      // The rest of the page is looked at where the rest is tested.
      const { violations } = await new AxeBuilder({ page })
        .include('section[aria-labelledby="tags-heading"]')
        .include('section[aria-labelledby="budget-heading"]')
        .include('section[aria-labelledby="registries-heading"]')
        .analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([])
    })
  }

  test.describe(`without JavaScript, ${words.locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('the recording’s tags, the budget and the registries are on the page', async ({
      page,
      request,
    }) => {
      await page.goto(words.path)
      const there = tagsOf(page, words)
      const answer = await request.get('/v2/samples/hello/tags/list')
      await expect(there).toContainText('GET /v2/samples/hello/tags/list')
      await expect(there).toContainText(await answer.text())
      await expect(there).toContainText(`content-length: ${answer.headers()['content-length']}`)
      const tag = listOf(page, words).getByRole('link', { name: '1.0' })
      await expect(tag).toHaveAttribute('href', '?reference=localhost%3A5000%2Fhello%3A1.0')
      await expect(there.getByRole('button')).toHaveCount(0)
      await expect(there.getByRole('searchbox')).toHaveCount(0)

      await expect(part(page, budget.heading).getByRole('row')).toHaveCount(5)
      const registry = part(page, registries.heading)
      await expect(registry).toContainText(registries.untried)
      for (const { reference } of EXAMPLES) {
        await expect(
          registry.getByRole('link', { name: fill(registries.open, { reference }) }),
        ).toHaveAttribute('href', `?${new URLSearchParams({ reference, live: '1' })}`)
      }
      await expect(registry.getByRole('table').getByRole('row')).toHaveCount(EXAMPLES.length + 1)
      const { note } = ROW_QUIRKS['cgr.dev']![1]!
      await expect(registry.getByText(note[words.locale])).toBeAttached()
    })
  })
}
