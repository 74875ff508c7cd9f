// The pictures in docs/screenshots, taken from the built site: both languages, both themes,
// desktop and phone. `npm run build` first.
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { startSite } from '../e2e/harness/site.ts'
import { findBrowser, launchOptions } from './browser.mjs'

const OUT = 'docs/screenshots'

type Shot = {
  name: string
  path: string
  theme: 'light' | 'dark'
  size: [width: number, height: number]
  /** only this part of the page */
  part?: string
}

const SHOTS: Shot[] = [
  { name: 'landing-en-light', path: '/', theme: 'light', size: [1280, 760] },
  { name: 'landing-ko-dark', path: '/ko', theme: 'dark', size: [1280, 760] },
  {
    name: 'chapter-en-light',
    path: '/learn/image-is-a-graph#the-only-arrow',
    theme: 'light',
    size: [1280, 1000],
  },
  {
    name: 'chapter-ko-phone-dark',
    path: '/ko/learn/image-is-a-graph#the-only-arrow',
    theme: 'dark',
    size: [390, 844],
  },
  { name: 'desk-en-light', path: '/desk', theme: 'light', size: [1280, 1000] },
]

const browser = findBrowser()
if (!browser) {
  console.error('No Chromium found. Run `npm run setup`, or set CHROMIUM_PATH.')
  process.exit(1)
}
const site = await startSite({ LIVE: 'off' })
const running = await chromium.launch(launchOptions(browser))
mkdirSync(OUT, { recursive: true })
for (const { name, path, theme, size, part } of SHOTS) {
  const [width, height] = size
  const page = await running.newPage({ viewport: { width, height }, colorScheme: theme })
  await page.goto(site.origin + path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  const target = part ? page.locator(part).first() : page
  await target.screenshot({ path: `${OUT}/${name}.png` })
  console.log(`${OUT}/${name}.png`)
  await page.close()
}
await running.close()
await site.stop()
