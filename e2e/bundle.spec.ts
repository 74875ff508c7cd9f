import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { firstLoadScripts } from '../scripts/measure/first-load.ts'

const FORBIDDEN = /mermaid|shiki|createHighlighter|oniguruma/i

/** `npm run measure`: what an empty page of the same Next.js asks for, bytes. */
const EMPTY = 134_567

test.describe('first load', () => {
  test.beforeEach(({ page: _ }, info) => {
    test.skip(info.project.name !== 'desktop', 'the same bytes on a phone')
  })

  for (const path of [
    '/learn/image-is-a-graph',
    '/ko/learn/image-is-a-graph',
    '/learn/pulling-an-image',
    '/learn/lifecycle',
    '/ko/learn/one-pod-call-by-call',
    '/desk',
    '/desk/artifacts',
    '/desk/compare',
    '/desk/errors',
    '/ko/desk',
  ]) {
    test(`${path}: at most 165,000 bytes of script, no Mermaid, no Shiki`, async ({ page }) => {
      const scripts = new Map<string, Buffer>()
      page.on('response', async (response) => {
        if (response.request().resourceType() === 'script') {
          scripts.set(response.url(), await response.body())
        }
      })
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const total = [...scripts.values()].reduce(
        (sum, body) => sum + gzipSync(body, { level: 9 }).length,
        0,
      )
      expect(scripts.size).toBeGreaterThan(0)
      expect(total).toBeLessThanOrEqual(165_000)
      const guilty = [...scripts].filter(([, body]) => FORBIDDEN.test(body.toString()))
      expect(guilty.map(([url]) => url)).toEqual([])
    })
  }

  for (const path of ['/learn/image-is-a-graph', '/ko/learn/one-pod-call-by-call', '/desk']) {
    test(`${path}: at most 25,000 bytes over an empty page`, async ({ baseURL }) => {
      const { bytes } = await firstLoadScripts(`${baseURL}${path}`)
      expect(bytes - EMPTY).toBeLessThanOrEqual(25_000)
    })
  }

  // It fetches the rest once it is idle, so that a reader may cut the network before opening a file.
  test('/desk/open: at most 165,000 bytes of script before it is idle', async ({
    page,
    baseURL,
  }) => {
    const { bytes, files } = await firstLoadScripts(`${baseURL}/desk/open`)
    expect(files).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(165_000)
    const guilty: string[] = []
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return
      if (FORBIDDEN.test(await response.text())) guilty.push(response.url())
    })
    await page.goto('/desk/open')
    await page.waitForLoadState('networkidle')
    expect(guilty).toEqual([])
  })
})
