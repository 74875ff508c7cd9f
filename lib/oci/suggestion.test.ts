import { expect, test } from 'vitest'
import { suggestReference } from './suggestion.ts'

test.each([
  { why: 'a transport', text: 'docker://ghcr.io/a/b:1', meant: 'ghcr.io/a/b:1' },
  { why: 'an address of a registry', text: 'https://ghcr.io/a/b', meant: 'ghcr.io/a/b' },
  { why: 'an official page of the Hub', text: 'https://hub.docker.com/_/nginx', meant: 'nginx' },
  {
    why: 'a page of the Hub',
    text: 'https://hub.docker.com/r/owner/app/tags?page=2',
    meant: 'owner/app',
  },
  {
    why: 'a page of Quay',
    text: 'https://quay.io/repository/owner/app?tab=tags',
    meant: 'quay.io/owner/app',
  },
  {
    why: 'a page of GitHub',
    text: 'https://github.com/owner/app/pkgs/container/app',
    meant: 'ghcr.io/owner/app',
  },
  {
    why: 'a page of an organisation',
    text: 'https://github.com/orgs/owner/packages/container/package/app',
    meant: 'ghcr.io/owner/app',
  },
  {
    why: 'a page of the ECR gallery',
    text: 'https://gallery.ecr.aws/docker/library/nginx',
    meant: 'public.ecr.aws/docker/library/nginx',
  },
  { why: 'a capital, the tag kept', text: 'ghcr.io/Owner/App:V1', meant: 'ghcr.io/owner/app:V1' },
  { why: 'a capital behind a port', text: 'localhost:5000/App:V1', meant: 'localhost:5000/app:V1' },
  { why: 'a space before the tag', text: 'nginx : 1.27', meant: 'nginx:1.27' },
  { why: 'nothing to help', text: 'a//b', meant: null },
  { why: 'nothing', text: '', meant: null },
  { why: 'nothing wrong', text: 'nginx', meant: null },
])('$why', ({ text, meant }) => {
  expect(suggestReference(text)).toBe(meant)
})

test('a flood costs little', () => {
  const started = performance.now()
  for (const piece of ['a/', ':', '@', ' ', 'A', '/', '?']) suggestReference(piece.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(2000)
})
