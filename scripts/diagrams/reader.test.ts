import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagramEn } from '../../content/ui/diagram.en.ts'
import { diagramKo } from '../../content/ui/diagram.ko.ts'
import { findBrowser, launchOptions } from '../browser.mjs'
import { readerPage, readerSheet } from './reader-page.ts'

const ORIGIN = 'http://reader.invalid'
const FIXTURES = 'scripts/diagrams/fixtures'
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'"

const executable = findBrowser()
if (!executable) console.warn('SKIPPED: the reader’s side of drawings; no Chromium was found')

describe.skipIf(!executable)('a drawing in the reader’s browser', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(String(executable)))
  }, 60_000)
  afterAll(() => browser?.close())

  async function open(
    name: string,
    { query = '', theme = 'light' as 'light' | 'dark', context = {} } = {},
  ): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> {
    const made = await browser.newContext(context)
    const page = await made.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const words = name.endsWith('.ko') ? diagramKo : diagramEn
    const html = await readerPage(`${FIXTURES}/${name}.mdx`, `${FIXTURES}/drawn`, words, theme)
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url())
      const headers = { 'content-security-policy': POLICY }
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html, headers })
      if (pathname === '/sheet.css') {
        return route.fulfill({ contentType: 'text/css', body: readerSheet() })
      }
      if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
      const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'font/woff2'
      return route.fulfill({ contentType, body: await readFile(`.${pathname}`) })
    })
    await page.goto(`${ORIGIN}/${query}`)
    return { page, complaints, context: made }
  }

  const lit = (page: Page) =>
    page.locator('#image-graph-drawing .is-lit[id]').evaluateAll((all) => all.map(({ id }) => id))

  test('walks by button and by arrow key, says so and keeps the place in the URL', async () => {
    const { page, complaints, context } = await open('flowchart.en')
    const figure = page.locator('#image-graph')
    await figure.getByRole('button', { name: 'Next' }).click()
    expect(await lit(page)).toEqual([
      'image-graph-edge-tag-index',
      'image-graph-node-tag',
      'image-graph-node-index',
    ])
    expect(await figure.getByRole('status').textContent()).toMatch(/^Step 1 of 3 The registry/)
    expect(new URL(page.url()).search).toBe('?image-graph.step=1')
    await page.keyboard.press('ArrowRight')
    expect(await figure.locator('[aria-current=step]').textContent()).toMatch(/names a manifest/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await lit(page)).toEqual([])
    expect(new URL(page.url()).search).toBe('')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('opens at the step of a permalink, and no further than the last', async () => {
    const { page, context } = await open('flowchart.en', { query: '?image-graph.step=9' })
    expect(await page.locator('[aria-current=step]').getAttribute('id')).toBe('image-graph-step-3')
    await context.close()
  })

  test('a term lights its node and the node its term, by pointer and by focus', async () => {
    const { page, context } = await open('flowchart.en')
    const term = page.getByRole('link', { name: 'manifest', exact: true })
    const node = page.locator('#image-graph-node-amd64')
    const met = /is-met/
    for (const act of [() => term.hover(), () => term.focus()]) {
      await act()
      expect(await node.getAttribute('class')).toMatch(met)
      await page.mouse.move(0, 0)
      await page.locator('body').evaluate(() => (document.activeElement as HTMLElement)?.blur())
      expect(await node.getAttribute('class')).not.toMatch(met)
    }
    for (const act of [() => node.hover(), () => node.focus()]) {
      await act()
      expect(await term.getAttribute('class')).toMatch(met)
      await page.mouse.move(0, 0)
      await page.locator('body').evaluate(() => (document.activeElement as HTMLElement)?.blur())
      expect(await term.getAttribute('class')).not.toMatch(met)
    }
    await context.close()
  })

  test('a tap on a term lights its node and leaves the fragment to headings', async () => {
    const { page, context } = await open('flowchart.en', { context: { hasTouch: true } })
    await page.getByRole('link', { name: 'manifest', exact: true }).tap()
    expect(await page.locator('#image-graph-node-amd64').getAttribute('class')).toMatch(/is-met/)
    expect(new URL(page.url()).hash).toBe('')
    await context.close()
  })

  test('enlarges, zooms, pans and comes back as it was', async () => {
    const { page, complaints, context } = await open('flowchart.en')
    const box = () => page.locator('#image-graph-drawing').getAttribute('viewBox')
    const height = () => page.evaluate(() => document.documentElement.scrollHeight)
    const [before, tall] = [await box(), await height()]
    await page.locator('#image-graph').getByRole('button', { name: 'Enlarge' }).click()
    const dialog = page.getByRole('dialog', { name: 'An image is a graph of documents' })
    await dialog.getByRole('button', { name: 'Zoom in' }).click()
    const near = await box()
    expect(Number(near?.split(' ')[2])).toBeLessThan(Number(before?.split(' ')[2]))
    await dialog.locator('.diagram-canvas').focus()
    await page.keyboard.press('Shift+ArrowRight')
    expect(await box()).not.toBe(near)
    await page.keyboard.press('ArrowRight')
    expect(await dialog.getByRole('status').textContent()).toMatch(/^Step 1 of 3/)
    await page.keyboard.press('Escape')
    // A dialog's close event comes after the key press has been answered.
    await expect.poll(box).toBe(before)
    expect(await dialog.count()).toBe(0)
    expect(await height()).toBeLessThanOrEqual(tall)
    const focused = page.locator('#image-graph [data-act=enlarge]:focus')
    await expect.poll(() => focused.count()).toBe(1)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('saves a drawing that needs no sheet, and copies its source', async () => {
    const { page, context } = await open('flowchart.en', {
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    const figure = page.locator('#image-graph')
    const download = page.waitForEvent('download')
    await figure.getByRole('button', { name: 'Save SVG' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('image-graph.svg')
    const text = await readFile(await saved.path(), 'utf8')
    expect(text).toMatch(/id="image-graph-node-index"[^>]*>\s*<rect[^>]*fill="rgb\(/)
    // No secure context here: the fallback copies.
    await figure.getByRole('button', { name: 'Copy source' }).click()
    expect(await figure.locator('[data-act=copy]').textContent()).toBe('Copied')
    await context.close()
  })

  test('reads as a list without JavaScript, with no button that does nothing', async () => {
    const { page, context } = await open('flowchart.ko', { context: { javaScriptEnabled: false } })
    const figure = page.locator('#image-graph')
    expect(await figure.locator('svg').isVisible()).toBe(true)
    expect(await figure.getByRole('button').count()).toBe(0)
    expect(await figure.locator('.diagram-steps > li:visible').count()).toBe(3)
    await figure.getByText('그림을 목록으로 보기').click()
    const list = figure.locator('.diagram-list').first()
    expect(await list.isVisible()).toBe(true)
    expect(await list.innerText()).toContain(
      '이어지는 곳: 매니페스트 linux/arm64: 다이제스트, 크기',
    )
    await context.close()
  })

  test.each([
    { name: 'flowchart.en', theme: 'light' as const },
    { name: 'flowchart.ko', theme: 'dark' as const },
    { name: 'sequence.en', theme: 'dark' as const },
    { name: 'state.ko', theme: 'light' as const },
    { name: 'class.en', theme: 'light' as const },
  ])('axe finds nothing in $name, $theme, at rest and on a step', async ({ name, theme }) => {
    const { page, context } = await open(name, { theme })
    const rest = await new AxeBuilder({ page }).disableRules(['page-has-heading-one']).analyze()
    expect(rest.violations).toEqual([])
    const next = page.locator('[data-act=next]').first()
    if (await next.isVisible()) {
      await next.click()
      const step = await new AxeBuilder({ page }).disableRules(['page-has-heading-one']).analyze()
      expect(step.violations).toEqual([])
    }
    await context.close()
  })
})
