import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  expectAgreement,
  FIXTURES_DIR,
  orNull,
  readFixture,
  readVectors,
  type Vector,
} from '../testing/vectors.ts'
import type { Digest } from './digest.ts'
import { nextPage, parseLinks } from './link-header.ts'
import { parseMirrorPath } from './mirror-path.ts'
import { isFilterApplied, type ReferrerCandidate, referrersOf } from './referrers.ts'
import { parseTagsPage, tagsPage } from './tags-list.ts'

describe.skipIf(!FIXTURES_DIR)('Link headers as other clients read them', () => {
  type In = { headers: string[]; request_url?: string; want?: { param: string; value: string } }
  type Out = { ok: boolean; next?: string | null; uri?: string }

  test('where they lead', () => {
    expectAgreement(
      readVectors<In, Out>('pagination-link-header'),
      ({ in: { headers, request_url, want }, out }) => ({
        ours: orNull(() => {
          if (!want)
            return nextPage(headers, new URL(request_url ?? 'https://a.example/path'))?.href
          const found = parseLinks(headers).find(({ parameters }) =>
            (parameters.get(want.param) ?? '').split(' ').includes(want.value),
          )
          return found?.target ?? 'none'
        }),
        theirs: out.ok ? (out.next ?? out.uri ?? 'none') : null,
      }),
      [
        {
          why: 'an address without brackets is no link of RFC 8288, so the whole header is refused',
          when: ({ in: { headers } }) => headers.some((header) => /(?:^|,)\s*\//.test(header)),
        },
        {
          why: '`&` may stand in the name of a parameter: RFC 9110, section 5.6.2',
          when: ({ in: { headers } }) => headers.some((header) => header.includes('r&d=')),
        },
        {
          why: 'a header without links says that there is no next page',
          when: ({ in: { headers } }) => headers.every((header) => header === ''),
        },
      ],
    )
  })
})

describe.skipIf(!FIXTURES_DIR)('tags/list as another server answers it', () => {
  type In = { tags: string[]; repository: string; query: string }
  type Out = { status: number; tags?: string[]; link?: string }

  test('pages', () => {
    expectAgreement(
      readVectors<In, Out>('tags-list-pages'),
      ({ in: { tags: all, query }, out }) => {
        const page = parseTagsPage(new URLSearchParams(query))
        if (!page) return { ours: 400, theirs: out.status }
        const { tags, more } = tagsPage(all, page)
        return { ours: { tags, more }, theirs: { tags: out.tags, more: out.link !== undefined } }
      },
      [
        {
          why: 'a last page that is just full has no Link: nothing is on the page it would name',
          when: ({ in: { query } }) => query === 'last=does-not-exist&n=3',
        },
      ],
    )
  })
})

describe.skipIf(!FIXTURES_DIR)('referrers', () => {
  type FilterIn = { 'OCI-Filters-Applied': string; requested: string }
  type ReferrersOut = { referrers: { digest: string; artifactType: string }[] }
  const ofKind = <In, Out>(kind: string): Vector<In, Out>[] =>
    readVectors<In, Out>('referrers').filter((vector) => vector.kind === kind)

  test('which filters were applied', () => {
    expectAgreement(
      ofKind<FilterIn, { applied: boolean }>('filters-applied'),
      ({ in: { 'OCI-Filters-Applied': header, requested }, out }) => ({
        ours: isFilterApplied(header, requested),
        theirs: out.applied,
      }),
    )
  })

  test('who refers to whom in a layout', () => {
    expectAgreement(
      ofKind<{ layout: string; subject: Digest }, ReferrersOut>('referrers-of'),
      ({ in: { layout, subject }, out }) => {
        const found = referrersOf(manifestsOf(layout), subject)
        const facts = found.map(({ digest, artifactType }) => ({ digest, artifactType }))
        const byDigest = (a: { digest: string }, b: { digest: string }) =>
          a.digest < b.digest ? -1 : 1
        return { ours: facts.sort(byDigest), theirs: [...out.referrers].sort(byDigest) }
      },
    )
  })

  function manifestsOf(layout: string): ReferrerCandidate[] {
    const folder = path.join(layout, 'blobs/sha256')
    return readdirSync(path.join(FIXTURES_DIR ?? '', folder)).flatMap((hex) => {
      const bytes = readFixture(path.join(folder, hex))
      if (bytes[0] !== '{'.charCodeAt(0)) return []
      const { mediaType } = JSON.parse(new TextDecoder().decode(bytes))
      if (typeof mediaType !== 'string') return []
      return [{ mediaType, digest: `sha256:${hex}` as Digest, bytes }]
    })
  }
})

describe.skipIf(!FIXTURES_DIR)('routes of a registry', () => {
  type In = { path: string }
  type Out = { route: string | null; vars: Record<string, string> }

  test('which of them a path is', () => {
    const all = readVectors<In, Out>('registry-server-routes').filter(
      ({ kind }) => kind === 'route',
    )
    expectAgreement(
      all,
      ({ in: { path: asked }, out }) => {
        // The mirror’s names begin with a host, so one is put before each of theirs.
        const read = parseMirrorPath(asked.replace('/v2/', '/v2/registry.example/'))
        if (read.kind === 'refused' || read.kind === 'base' || read.place.source === 'sample') {
          return { ours: null, theirs: out.route }
        }
        const route = { manifests: 'manifest', blobs: 'blob', tags: 'tags', referrers: 'referrers' }
        return {
          ours: { route: route[read.kind], name: read.place.repository },
          theirs: { route: out.route, name: out.vars.name },
        }
      },
      [
        {
          why: 'a mirror takes no uploads, so these are no routes of it',
          when: ({ out }) => out.route === 'upload-chunk',
        },
        {
          why: 'a digest that is too short is refused, where that router leaves it to others',
          when: ({ in: { path: asked } }) => asked.endsWith('sha256:abcdef01234567890'),
        },
        {
          why: 'a repository has no port in it: the mirror writes a host’s with `_`',
          when: ({ in: { path: asked } }) => asked.includes(':8080/'),
        },
      ],
    )
    expect(all.some(({ out }) => out.route === 'tags')).toBe(true)
  })
})
