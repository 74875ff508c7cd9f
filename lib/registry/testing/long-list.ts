import { createHash } from 'node:crypto'
import {
  good,
  type HostileAnswer,
  hostileConfig,
  MANIFEST,
  send,
  sha256,
} from './hostile-answers.ts'

const hex = (of: number) => createHash('sha256').update(String(of)).digest('hex')

/**
 * As go-containerregistry #1528 reports of a repository: 7,890 tags, of which people named 369.
 * Oldest first, so not in the order of their letters.
 */
export const manyTags: readonly string[] = [
  ...Array.from({ length: 368 }, (_, i) => `v${Math.floor(i / 50)}.${i % 50}`),
  ...Array.from({ length: 5000 }, (_, i) => `sha256-${hex(i)}.sig`),
  ...Array.from({ length: 2400 }, (_, i) => `sha256-${hex(i)}.att`),
  ...Array.from({ length: 120 }, (_, i) => `sha256-${hex(i)}.sbom`),
  `sha256-${sha256(good).slice('sha256:'.length)}`,
  'latest',
]

/** What a registry may say of itself, and no tag is. */
export const oddTags: readonly string[] = [
  'plain',
  '<img src=x onerror="window.ran = true">',
  '\u202egnp.exe',
  '../../etc/passwd',
  'a'.repeat(400),
  '[click](https://hostile.test/)',
]

const BUDGET = {
  'ratelimit-limit': '100;w=21600',
  'docker-ratelimit-source': '203.0.113.7',
  Warning: '299 - "This registry <b>closes</b> in March."',
}

/** Counts as Docker Hub does: GETs of manifests. */
let left = 77

/** A registry with a long list in pages, linked by whole URLs, that tells what is left. */
export const longList: HostileAnswer = ({ method, path, search, origin }, response) => {
  if (path === 'tags/list') {
    const query = new URLSearchParams(search)
    const size = Math.min(Number(query.get('n') ?? 1000), 1000)
    const from = manyTags.indexOf(query.get('last') ?? '') + 1
    const tags = manyTags.slice(from, from + size)
    const more = from + size < manyTags.length
    const next = `${origin}/v2/tags-many/tags/list?n=${size}&last=${tags.at(-1)}`
    const headers: Record<string, string> = more ? { Link: `<${next}>; rel="next"` } : {}
    const type = { 'Content-Type': 'application/json' }
    send(response, 200, { ...type, ...headers }, JSON.stringify({ name: 'tags-many', tags }))
    return
  }
  const isBlob = path.startsWith('blobs/')
  if (method === 'GET' && !isBlob) left -= 1
  const bytes = isBlob ? hostileConfig : good
  const headers = {
    ...{ 'Content-Type': isBlob ? 'application/octet-stream' : MANIFEST },
    ...{ 'Content-Length': bytes.length, 'Docker-Content-Digest': sha256(bytes) },
    ...{ ...BUDGET, 'ratelimit-remaining': `${left};w=21600` },
  }
  send(response, 200, headers, method === 'HEAD' ? '' : bytes)
}
