import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../lib/i18n/locale.ts'
import type { Problem } from '../../../lib/oci/problem.ts'
import { problemSentence } from './model.ts'
import { problemSamples } from './samples.ts'
import type { ProblemVocabulary, ProblemWords } from './words.ts'

const registry = 'registry.example.org'

// Components never import content, so the sentences of this test are its own.
const sentences = Object.fromEntries(
  Object.entries(problemSamples).map(([kind, sample]) => {
    const names = Object.keys(sample).filter((name) => name !== 'kind')
    return [kind, { says: '', try: names.map((name) => `${name}={${name}}`).join(' ') }]
  }),
) as ProblemWords
sentences['reference-syntax'].try = '{input} {reason}'
sentences.registry.try = '{registry} {status} {diagnostics}'

const expected: Partial<ProblemVocabulary['expected']> = { array: 'a list' }

const words: ProblemVocabulary = {
  locale: 'en',
  sentences,
  referenceReasons: {
    empty: '',
    'too-long': '',
    'upper-case': 'no capitals',
    scheme: '',
    'white-space': '',
    character: '',
    host: '',
    tag: '',
    digest: '',
    repository: '',
    'hex-name': '',
  },
  redirectReasons: {
    'host-not-listed': '',
    'not-https': 'not https',
    userinfo: '',
    port: '',
    malformed: '',
  },
  linkReasons: { malformed: '', 'other-origin': 'elsewhere', 'other-list': '', parameter: '' },
  timeoutPhases: { connect: '', headers: 'to begin', idle: '', total: '' },
  bodyKinds: {
    manifest: 'manifest',
    config: '',
    blob: '',
    token: '',
    error: '',
    tags: '',
    referrers: '',
    layer: '',
    unpacked: '',
    listing: '',
    file: '',
  },
  compressionReasons: { truncated: '', corrupt: '', trailing: '', window: '', frames: '' },
  tarReasons: { checksum: '', number: '', records: '', 'records-too-long': '', truncated: '' },
  entryKinds: {
    directory: '',
    symlink: '',
    hardlink: '',
    'character-device': '',
    'block-device': '',
    fifo: '',
    other: '',
    sparse: '',
  },
  expected: expected as ProblemVocabulary['expected'],
  absent: {
    time: 'a while',
    size: 'unknown',
    mediaType: 'none',
    diagnostics: 'no code',
    offered: 'nothing',
    pointer: 'top',
    urls: 'nowhere',
  },
  played: 'played',
  more: '{count} more',
}

const fill = (problem: Problem, locale: Locale = 'en') =>
  problemSentence({ ...words, locale }, problem).try

test.each(Object.values(problemSamples))('fills every field of $kind', (problem) => {
  expect(fill(problem)).not.toMatch(/[{}]|undefined|null|NaN/)
})

test.each<{ why: string; problem: Problem; locale?: Locale; href: string | undefined }>([
  {
    why: 'a failure that the lab plays',
    problem: problemSamples['rate-limited'],
    href: '/desk/errors?failure=rate-limited#rate-limited',
  },
  {
    why: 'in the reader’s language',
    problem: problemSamples['digest-mismatch'],
    locale: 'ko',
    href: '/ko/desk/errors?failure=digest-mismatch#digest-mismatch',
  },
  { why: 'none for what was typed', problem: problemSamples['digest-syntax'], href: undefined },
])('leads to $why', ({ problem, locale = 'en', href }) => {
  expect(problemSentence({ ...words, locale }, problem).played?.href).toBe(href)
})

describe('values', () => {
  test.each<{ why: string; problem: Problem; locale?: Locale; text: string }>([
    {
      why: 'limits of time come in milliseconds',
      problem: problemSamples.timeout,
      text: `host=${registry} phase=to begin limit=8 seconds`,
    },
    {
      why: 'and are counted in the reader’s language',
      problem: problemSamples.timeout,
      locale: 'ko',
      text: `host=${registry} phase=to begin limit=8초`,
    },
    {
      why: 'retryAfter is seconds already',
      problem: problemSamples['rate-limited'],
      text: `registry=${registry} retryAfter=90 seconds`,
    },
    {
      why: 'a registry may not say when',
      problem: { kind: 'rate-limited', registry, retryAfter: null },
      text: `registry=${registry} retryAfter=a while`,
    },
    {
      why: 'hours are read as minutes',
      problem: { kind: 'rate-limited', registry, retryAfter: 21_600 },
      locale: 'ko',
      text: `registry=${registry} retryAfter=360분`,
    },
    {
      why: 'sizes are shown in the largest fitting unit',
      problem: problemSamples['too-large'],
      text: 'what=manifest limit=4 MiB size=20 MiB',
    },
    {
      why: 'one byte over must not read as 4 MiB over 4 MiB',
      problem: { kind: 'too-large', what: 'manifest', limit: 4_194_304, size: 4_194_305 },
      text: 'what=manifest limit=4,194,304 bytes size=4,194,305 bytes',
    },
    {
      why: 'a chunked answer has no announced size',
      problem: { kind: 'too-large', what: 'manifest', limit: 4_194_304, size: null },
      text: 'what=manifest limit=4 MiB size=unknown',
    },
    {
      why: 'a mismatch is exact to the byte',
      problem: problemSamples['size-mismatch'],
      locale: 'ko',
      text: 'want=1,524바이트 got=1,525바이트',
    },
    {
      why: 'digests are shortened in the middle',
      problem: problemSamples['digest-mismatch'],
      text: 'want=sha256:111111111111…111111 got=sha256:222222222222…222222',
    },
    {
      why: 'an error body without codes says so',
      problem: problemSamples.registry,
      text: `${registry} 500 no code`,
    },
    {
      why: 'only the first codes of many are shown, and the rest is counted',
      problem: {
        kind: 'registry',
        registry,
        status: 400,
        contentType: null,
        diagnostics: [...'ABCDEFGHI'].map((code) => ({ code })),
      },
      text: `${registry} 400 A, B, C, D, E, F, 3 more`,
    },
    {
      why: 'a registry’s code is at most one line long',
      problem: {
        kind: 'registry',
        registry,
        status: 400,
        contentType: null,
        diagnostics: [{ code: 'X'.repeat(500) }],
      },
      text: `${registry} 400 ${'X'.repeat(50)}…${'X'.repeat(20)}`,
    },
    {
      why: 'long input is shortened visibly, and never inside a character',
      problem: {
        kind: 'reference-syntax',
        input: '😀'.repeat(200),
        reason: 'upper-case',
        at: null,
      },
      text: `${'😀'.repeat(50)}…${'😀'.repeat(20)} no capitals`,
    },
    {
      why: 'an index may offer nothing',
      problem: { kind: 'platform-missing', platform: 'linux/arm64', offered: [] },
      text: 'platform=linux/arm64 offered=nothing',
    },
    {
      why: 'the decoder’s word is translated where we have one',
      problem: problemSamples['document-shape'],
      text: 'at=/layers expected=a list',
    },
    {
      why: 'a pointer to the whole document is empty',
      problem: { kind: 'document-shape', at: '', expected: 'constructor' },
      text: 'at=top expected=constructor',
    },
    {
      why: 'a missing Content-Type is named as missing',
      problem: { kind: 'media-type-refused', mediaType: null },
      text: 'mediaType=none',
    },
  ])('$why', ({ problem, locale, text }) => {
    expect(fill(problem, locale)).toBe(text)
  })
})
