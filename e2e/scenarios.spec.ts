import { expect, type Locator, type Page, test } from '@playwright/test'
import { panel as en } from '../content/ui/panel.en.ts'
import { panel as ko } from '../content/ui/panel.ko.ts'

const LOCALES = [
  { locale: 'en', prefix: '', words: en.player },
  { locale: 'ko', prefix: '/ko', words: ko.player },
] as const

/** Where each scenario stands, and how many steps it has at least. */
const PLAYED = [
  { id: 'pull', path: '/learn/pulling-an-image', steps: 10 },
  { id: 'push', path: '/learn/pulling-an-image', steps: 10 },
  { id: 'attach', path: '/learn/pulling-an-image', steps: 7 },
  { id: 'delete', path: '/learn/pulling-an-image', steps: 6 },
  { id: 'lifecycle', path: '/learn/lifecycle', steps: 11 },
  { id: 'create-start', path: '/learn/lifecycle', steps: 16 },
  { id: 'run-by-cri', path: '/learn/one-pod-call-by-call', steps: 16 },
  { id: 'run-by-docker', path: '/learn/one-pod-call-by-call', steps: 10 },
  { id: 'kill-lab', path: '/learn/one-pod-call-by-call', steps: 11 },
]

const figureOf = (page: Page, id: string) => page.locator(`figure#${id}`)
const currentOf = (figure: Locator) => figure.locator('li[aria-current=step]')
const says = (words: typeof en.player, n: number, count: number) =>
  words.position.replace('{n}', String(n)).replace('{count}', String(count))

async function open(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address)
  const figure = figureOf(page, id)
  await figure.scrollIntoViewIfNeeded()
  return figure
}

for (const { locale, prefix, words } of LOCALES) {
  test.describe(locale, () => {
    for (const { id, path, steps } of PLAYED) {
      test(`${id} opens at the step of its link, and keeps it`, async ({ page }) => {
        const last = steps - 2
        const figure = await open(page, `${prefix}${path}?${id}.step=${last}#${id}`, id)
        const count = await figure.locator('li').count()
        expect(count).toBeGreaterThanOrEqual(steps)
        await expect(figure.getByRole('status')).toHaveText(says(words, last, count))
        await expect(currentOf(figure).locator('details')).toHaveAttribute('open')
        await expect(figure.locator('details[open]')).toHaveCount(1)

        await figure.getByRole('button', { name: words.next }).click()
        await expect(figure.getByRole('status')).toHaveText(says(words, last + 1, count))
        expect(new URL(page.url()).searchParams.get(`${id}.step`)).toBe(String(last + 1))
        await page.reload()
        await expect(figure.getByRole('status')).toHaveText(says(words, last + 1, count))
        await expect(figure.getByRole('link', { name: words.link })).toHaveAttribute(
          'href',
          `?${id}.step=${last + 1}#${id}`,
        )
      })
    }

    test('arrow keys, Home and End go through the steps', async ({ page }) => {
      const figure = await open(page, `${prefix}/learn/lifecycle`, 'lifecycle')
      const count = await figure.locator('li').count()
      const position = figure.getByRole('status')
      await expect(figure.getByText(words.keys)).toHaveCount(1)
      await figure.getByRole('button', { name: words.next }).focus()
      for (const [key, n] of [
        ['ArrowRight', 2],
        ['ArrowDown', 3],
        ['ArrowLeft', 2],
        ['End', count],
        ['Home', 1],
      ] as const) {
        await page.keyboard.press(key)
        await expect(position, key).toHaveText(says(words, n, count))
      }
    })

    test('a field chosen in the JSON is marked in the bytes, and the other way round', async ({
      page,
    }) => {
      const figure = await open(
        page,
        `${prefix}/learn/one-pod-call-by-call?run-by-cri.step=4`,
        'run-by-cri',
      )
      const message = currentOf(figure).locator('[data-awake] figure').first()
      const json = message.getByRole('listbox')
      const about = message.locator('[aria-live]')
      await expect(about).toHaveText(words.wire.legend)

      await json.getByText('"hostname": "web-0"').hover()
      const bytes = message.locator('span[data-marked]')
      await expect(bytes).toHaveText(['12 05 77 65 62 2d 30'])
      await expect(about).toContainText('hostname')

      // "default", the namespace: 1a 07 and seven letters
      await message.locator('span[data-field]', { hasText: '64 65 66 61 75 6c 74' }).first().hover()
      await expect(json.locator('[data-marked]')).toHaveText(['"namespace": "default"'])

      await json.focus()
      await page.keyboard.press('ArrowDown')
      await expect(json.locator('[data-marked]')).toHaveText(['"hostname": "web-0",'])
      await expect(json.getByRole('option', { selected: true })).toHaveText('"hostname": "web-0",')
    })

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false })

      for (const { id, path, steps } of PLAYED) {
        test(`${id} is a list with all its evidence`, async ({ page }) => {
          await page.goto(`${prefix}${path}`)
          const figure = figureOf(page, id)
          const items = figure.locator('li')
          expect(await items.count()).toBeGreaterThanOrEqual(steps)
          for (const item of await items.all()) {
            expect(await item.locator('figure').count()).toBeGreaterThan(0)
          }
          await expect(figure.getByRole('button')).toHaveCount(0)
          const last = items.last()
          await expect(last.locator('figure').first()).toBeHidden()
          await last.locator('summary').click()
          await expect(last.locator('figure').first()).toBeVisible()
        })
      }
    })
  })
}

test('JSON and bytes stand side by side where there is room, one under the other on a phone', async ({
  page,
}, { project }) => {
  const figure = await open(page, '/learn/one-pod-call-by-call', 'run-by-cri')
  const message = currentOf(figure).locator('[data-awake] figure').first()
  const json = await message.getByRole('listbox').boundingBox()
  const bytes = await message.locator('span[data-field]').first().boundingBox()
  if (!json || !bytes) throw new Error('not drawn')
  if (project.name === 'phone') expect(bytes.y).toBeGreaterThanOrEqual(json.y + json.height)
  else expect(bytes.x).toBeGreaterThanOrEqual(json.x + json.width)
})

test('the evidence stands beside the drawing where there is room', async ({ page }, {
  project,
}) => {
  const figure = await open(page, '/learn/pulling-an-image', 'pull')
  const drawing = await figure.getByRole('img').boundingBox()
  const step = await currentOf(figure).boundingBox()
  if (!drawing || !step) throw new Error('not drawn')
  if (project.name === 'phone') expect(step.y).toBeGreaterThan(drawing.y)
  else expect(step.x).toBeGreaterThan(drawing.x + drawing.width)
})

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`the arrow of a step is drawn when it comes, ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion })
    const figure = await open(page, '/learn/pulling-an-image', 'pull')
    // before the reader moves, the whole drawing is there
    const rows = figure.locator('[role=img] g[data-current], [role=img] g[data-later]')
    const pale = () =>
      rows
        .last()
        .locator('text')
        .first()
        .evaluate((text) => getComputedStyle(text).fill)
    const before = await pale()
    await figure.getByRole('button', { name: en.player.next }).click()
    await expect(figure.locator('g[data-later]')).toHaveCount(
      (await figure.locator('li').count()) - 2,
    )
    expect(await pale()).not.toBe(before)
    const { name, seconds } = await figure
      .locator('g[data-current] path[pathLength]')
      .evaluate((path) => {
        const { animationName, animationDuration } = getComputedStyle(path)
        return { name: animationName, seconds: Number.parseFloat(animationDuration) }
      })
    if (reducedMotion === 'reduce') expect(name === 'none' || seconds < 0.001).toBe(true)
    else {
      expect(name).not.toBe('none')
      expect(seconds).toBeLessThanOrEqual(0.2)
    }
  })
}

test('paper has all steps with their evidence, and nothing to press', async ({ page }) => {
  await page.goto('/learn/pulling-an-image')
  await page.emulateMedia({ media: 'print' })
  const figure = figureOf(page, 'push')
  for (const item of await figure.locator('li').all()) {
    await expect(item.locator('pre').last()).toBeVisible()
  }
  await expect(figure.getByRole('button')).toHaveCount(0)
  const [head, rows] = await Promise.all(
    [0, 1].map((i) => figure.locator('[role=img] svg').nth(i).boundingBox()),
  )
  // on paper nothing scrolls, so nothing may stick
  expect(rows?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1)
  const list = figure.locator('ol')
  expect(await list.evaluate((ol) => ol.scrollHeight - ol.clientHeight)).toBeLessThanOrEqual(1)
})
