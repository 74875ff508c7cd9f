import { expect, test } from 'vitest'
import { withPolicy } from './csp.mjs'

const page = '<html><head><script>a()</script><script src="/x.js"></script></head></html>'

test('names the hash of each inline script and nothing inline else', () => {
  const html = withPolicy(page)
  // printf 'a()' | openssl dgst -sha256 -binary | base64
  expect(html).toContain("script-src 'self' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='")
  expect(html).not.toContain('unsafe-inline')
})

test('is the same when run again over its own output', () => {
  expect(withPolicy(withPolicy(page))).toBe(withPolicy(page))
})

test('refuses a page that it could not guard', () => {
  expect(() => withPolicy('<p>no head</p>')).toThrow('without <head>')
})
