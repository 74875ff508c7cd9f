import { expect, type Page, test } from '@playwright/test'
import { pushArtifact } from './harness/images.ts'
import { rawRequest } from './harness/raw-request.ts'
import { needRegistries, readState } from './harness/state.ts'

const script = "window.ran = true; fetch('/ran'); document.title = 'ran'"
const files = [
  { mediaType: 'text/html', text: `<!doctype html><h1>ran</h1><script>${script}</script>` },
  { mediaType: 'text/javascript', text: script },
  {
    mediaType: 'image/svg+xml',
    text: `<svg xmlns="http://www.w3.org/2000/svg"><script>${script}</script></svg>`,
  },
]

/** Addresses of the hostile blobs on our own origin, once the mirror has seen their manifest. */
async function hostileBlobs(): Promise<string[]> {
  const { open } = needRegistries()
  const { site } = readState()
  const digests = await pushArtifact(open, 'hostile:1', files)
  const at = `${site.origin}/v2/${open.host.replace(':', '_')}/hostile`
  expect((await rawRequest(`${at}/manifests/1`)).status).toBe(200)
  return digests.map((digest) => `${at}/blobs/${digest}`)
}

function watch(page: Page): { ran: () => boolean } {
  let ran = false
  page.on('request', (request) => {
    if (request.url().endsWith('/ran')) ran = true
  })
  return { ran: () => ran }
}

for (const [i, { mediaType }] of files.entries()) {
  test(`a ${mediaType} blob opened as a page is saved, not run`, async ({ page }) => {
    const url = (await hostileBlobs())[i] as string
    const { ran } = watch(page)
    await page.goto('/')
    const title = await page.title()
    const download = page.waitForEvent('download')
    // Chromium gives the navigation up in favour of the download.
    await page.goto(url).catch(() => {})
    await (await download).cancel()
    expect(await page.title()).toBe(title)
    expect(ran()).toBe(false)
  })
}

test('a JavaScript blob named as a script of our own page is refused', async ({ page }) => {
  const [html = '', js = ''] = await hostileBlobs()
  const { ran } = watch(page)
  await page.goto('/')
  const outcome = await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(
          (src) =>
            new Promise<string>((resolve) => {
              const element = document.createElement('script')
              element.src = src
              element.onload = () => resolve('loaded')
              element.onerror = () => resolve('refused')
              document.head.append(element)
            }),
        ),
      ),
    [html, js].map((url) => new URL(url).pathname),
  )
  expect(outcome).toEqual(['refused', 'refused'])
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(ran()).toBe(false)
})

test('the same script runs when it is served as one', async ({ page }) => {
  // Proves that the watch above sees what it should: this is how a careless mirror would answer.
  const { ran } = watch(page)
  await page.route('**/careless.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.goto('/')
  await page.addScriptTag({ url: '/careless.js' })
  expect(await page.evaluate(() => 'ran' in window)).toBe(true)
  await expect.poll(ran).toBe(true)
})
