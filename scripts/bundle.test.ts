import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

test('the frame and the diagrams run on at most 6 KB of script, without React', () => {
  const scripts = readdirSync('public').filter((name) => name.endsWith('.js'))
  expect(scripts).toContain('chrome.js')
  const bytes = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join('public', name)), { level: 9 }).length,
    0,
  )
  expect(bytes).toBeLessThanOrEqual(6 * 1024)
})

// Looks at a build when there is one; e2e/bundle.spec.ts asks the running site.
test.runIf(existsSync('.next/static/chunks'))('no reader downloads Mermaid or Shiki', () => {
  const guilty = readdirSync('.next/static/chunks', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
    .filter((name) =>
      /mermaid|shiki|createHighlighter|oniguruma/i.test(
        readFileSync(path.join('.next/static/chunks', name), 'utf8'),
      ),
    )
  expect(guilty).toEqual([])
})
