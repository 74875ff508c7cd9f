import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { fuzz, orProblem } from '../testing/fuzz.ts'
import { parseChallenges } from './challenge.ts'
import { digestAlgorithm, digestEncoded, formatDigest, isDigest, parseDigest } from './digest.ts'
import { JSON_DEPTH, jsonValue, parseJson } from './json.ts'
import { nextPage, parseLinks } from './link-header.ts'
import { isMediaType, mediaTypeFacts, stripParameters } from './media-type.ts'
import { formatPlatform, isSamePlatform, normalisePlatform, parsePlatform } from './platform.ts'
import { formatPointer, locate, matchPointer, parsePointer, pointerAt, walk } from './pointer.ts'
import { parseReference } from './reference.ts'
import { formatReference } from './reference-text.ts'

/** Any text, and text made of what the parser in question looks for. */
function textOf(...parts: string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...parts) },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
  )
  const long = fc
    .tuple(fc.constantFrom(...parts), fc.integer({ min: 50, max: 3000 }))
    .map(([part, count]) => part.repeat(count))
  return fc.oneof(
    { weight: 8, arbitrary: fc.array(piece, { maxLength: 16 }).map((all) => all.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.tuple(long, fc.string()).map((all) => all.join('')) },
  )
}

const jsonParts = [
  ...['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u', '\\ud800', '\\n', '"__proto__"'],
  ...['-', '0', '1', '.', 'e', 'E+', '01', '1e999', 'true', 'false', 'null', 'nul', 'NaN'],
  ...[' ', '\n', '\t', '\u00a0', '\ufeff', '\u2028', '/*', '//', "'a'", '9007199254740993'],
]

describe('JSON', () => {
  fuzz('is taken or refused as JSON.parse does', textOf(...jsonParts), (text) => {
    const ours = orProblem(() => ({ value: jsonValue(parseJson(text)) }))
    let theirs: { value: unknown } | null = null
    try {
      theirs = { value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) }
    } catch {}
    // Ours has a limit where JSON.parse has none.
    if (ours === null && theirs !== null && text.length > JSON_DEPTH) return
    expect(ours).toEqual(theirs)
  })

  fuzz(
    'of any value: each node is found by its pointer and by its place',
    fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }),
    (value) => {
      const text = JSON.stringify(value, null, 1)
      const root = parseJson(text)
      for (const { pointer, node } of walk(root)) {
        expect(locate(root, pointer)?.node).toBe(node)
        expect(pointerAt(root, node.start)).toBe(pointer)
        expect(JSON.parse(text.slice(node.start, node.end))).toEqual(jsonValue(node))
        expect(matchPointer(pointer, pointer)).toBe(true)
      }
    },
  )
})

fuzz('JSON pointer', textOf('/', '~', '~0', '~1', '~2', '*', '0', '-'), (text) => {
  const tokens = parsePointer(text)
  if (tokens === null) return
  expect(formatPointer(tokens)).toBe(text)
  expect(parsePointer(formatPointer([text]))).toEqual([text])
})

const challengeParts = [
  ...['Bearer ', 'Basic ', 'realm', 'scope', 'service', 'error', '=', '"', ',', ' ', '\\', '\\"'],
  ...['https://auth.example/token', 'repository:a/b:pull', '__proto__', 'constructor', 'dG9rZW4='],
]

fuzz('challenge', fc.array(textOf(...challengeParts), { maxLength: 3 }), (headers) => {
  const challenges = parseChallenges(headers)
  expect(challenges.length).toBeLessThanOrEqual(headers.join(' ').length)
  for (const { scheme, parameters } of challenges.slice(0, 50)) {
    expect(scheme).toMatch(/^[!#$%&'*+.^_`|~a-z0-9-]+$/)
    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype)
    for (const value of Object.values(parameters)) expect(typeof value).toBe('string')
  }
})

const referenceParts = [
  ...['docker.io', 'ghcr.io', 'localhost', ':5000', '/', 'library', 'nginx', ':', 'latest', '@'],
  ...['sha256:', 'a'.repeat(64), 'sha512:', '[::1]', '..', '.', '-', '__', 'A', 'https://', ' '],
]

fuzz('reference', textOf(...referenceParts), (text) => {
  const reference = orProblem(() => parseReference(text))
  if (!reference) return
  const normal = formatReference(reference)
  const again = parseReference(normal)
  expect(formatReference(again)).toBe(normal)
  expect(again).toMatchObject({
    ...{ registry: reference.registry, repository: reference.repository },
    ...{ tag: reference.tag, digest: reference.digest },
  })
})

const linkParts = [
  ...['<', '>', ';', ',', ' ', 'rel', '=', '"next"', 'next', 'REL*', '"', '\\', '//evil.example'],
  ...['/v2/a/tags/list', '?n=1&last=b', 'http://registry.example', 'https:', '@', '%', '..', '\0'],
]
const listed = new URL('http://registry.example/v2/a/tags/list?n=2')

fuzz('Link header', fc.array(textOf(...linkParts), { maxLength: 3 }), (headers) => {
  for (const { target } of orProblem(() => parseLinks(headers)) ?? []) {
    expect(target).not.toMatch(/[\s<>"]/)
  }
  const next = orProblem(() => nextPage(headers, listed))
  if (!next) return
  expect(next.origin).toBe(listed.origin)
  expect(next.pathname).toMatch(/tags\/list$/)
})

fuzz('digest', textOf('sha256', 'sha512', ':', '+', '.', 'a'.repeat(64), 'A', '=', '_'), (text) => {
  const digest = orProblem(() => parseDigest(text))
  expect(digest !== null).toBe(isDigest(text))
  if (!digest) return
  expect(`${digestAlgorithm(digest)}:${digestEncoded(digest)}`).toBe(text)
  expect(formatDigest(digest).length).toBeLessThanOrEqual(text.length)
})

const mediaTypeParts = [
  ...['application/', 'vnd.oci.', 'image.', 'layer.v1.tar', '+gzip', '+zstd', ';charset=utf-8'],
  ...['vnd.docker.', 'rootfs.diff.tar', '.gzip', 'nondistributable.', ' ', '/', '+', ';', '\n'],
]

fuzz('media type', textOf(...mediaTypeParts), (text) => {
  const facts = mediaTypeFacts(text)
  expect(mediaTypeFacts(` ${text.trim().toUpperCase()} `).class).toBe(facts.class)
  expect(stripParameters(stripParameters(text))).toBe(stripParameters(text))
  if (isMediaType(text)) expect(text).not.toMatch(/[\s;]/)
})

const platformParts = [
  ...['linux', 'windows', '/', 'amd64', 'arm', 'arm64', 'v8', 'v7', '(', ')', '+', '%', '%2F'],
  ...['10.0.17763', 'x86_64', 'macos', 'i386', ' ', '%zz', 'gpu'],
]

fuzz('platform', textOf(...platformParts), (text) => {
  const platform = orProblem(() => parsePlatform(text))
  if (!platform) return
  const written = formatPlatform(platform)
  const again = parsePlatform(written)
  expect(formatPlatform(again)).toBe(written)
  expect(isSamePlatform(again, platform)).toBe(true)
  const normal = normalisePlatform(platform)
  expect(normalisePlatform(normal)).toEqual(normal)
})
