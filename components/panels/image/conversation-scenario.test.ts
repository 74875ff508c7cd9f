import { describe, expect, test } from 'vitest'
import type { ConversationLine, Exchange } from '../../../lib/oci/conversation.ts'
import { conversationScenario } from './conversation-scenario.ts'
import type { ConversationWords } from './words.ts'

// Components never import content, so the sentences of this test are its own.
const words: ConversationWords = {
  title: 'asked',
  actors: {
    reader: 'reader',
    recorder: 'recorder',
    mirror: 'mirror',
    registry: 'registry',
    token: 'token',
    blob: 'blob',
  },
  asks: {
    ping: 'ping {host}',
    token: 'token {host}',
    manifest: 'get {what}',
    head: 'head {what}',
    blob: 'blob {what}',
    tags: 'tags',
    referrers: 'referrers {what}',
  },
  kept: 'kept',
  answers: {
    ok: 'ok',
    challenge: '{scheme} {realm} {scope}',
    challengePlain: 'plain {scheme}',
    challengeError: 'error {error} {scope}',
    token: 'given',
    redirect: 'to {to}',
    dropped: 'dropped {dropped}',
    missing: 'missing',
    limited: 'limited',
    other: 'other {status}',
    none: 'none',
    unusable: 'unusable',
  },
  resolved: '{reference} {digest} {size}',
  request: 'request',
  response: 'response',
  body: '{size}',
  noAnswer: 'no answer',
  recordedNone: '',
}

const exchange = (seq: number, more: Partial<Exchange>): Exchange => ({
  type: 'exchange',
  seq,
  purpose: 'manifest',
  startedAt: '2026-11-23T00:00:00Z',
  durationMs: 1,
  request: { method: 'GET', url: 'https://registry.test/v2/app/manifests/1', headers: [] },
  response: { status: 200, headers: [], bytes: 2 },
  ...more,
})

const request = (url: string): Partial<Exchange> => ({
  request: { method: 'GET', url, headers: [['Authorization', '‹redacted›']] },
})

const scenarioOf = (lines: ConversationLine[], mirrored = true) =>
  conversationScenario(lines, { id: 'c', words, mirrored })

const whole: ConversationLine[] = [
  exchange(0, {
    response: { status: 401, headers: [], bytes: 0 },
    challenges: [{ scheme: 'Bearer', parameters: { realm: 'https://auth.test/token' } }],
  }),
  exchange(1, {
    purpose: 'token',
    ...request('https://auth.test/token?scope=x'),
  }),
  exchange(2, {
    redirect: { to: 'https://blobs.test/a', dropped: ['Authorization'] },
    response: { status: 307, headers: [], bytes: 0 },
  }),
  exchange(3, { purpose: 'blob', ...request('https://blobs.test/a') }),
  {
    type: 'resolved',
    reference: 'registry.test/app:1',
    descriptor: { mediaType: 'm', digest: `sha256:${'a'.repeat(64)}`, size: 2 },
    source: 'live',
    observedAt: '2026-11-23T00:00:00Z',
  },
]

test('parties stand in the order they occur, a redirect\u2019s host as blob storage', () => {
  expect(scenarioOf(whole).actors.map(({ role, note }) => [role, note])).toEqual([
    ['reader', undefined],
    ['mirror', undefined],
    ['registry', 'registry.test'],
    ['token', 'auth.test'],
    ['blob', 'blobs.test'],
  ])
})

test('in a recording nobody stands before the recorder', () => {
  expect(scenarioOf(whole, false).actors[0]?.name).toBe('recorder')
})

test('one step an exchange, the outcome last', () => {
  const { steps } = scenarioOf(whole)
  expect(steps.map(({ answer }) => answer?.tone)).toEqual([
    'turn',
    'good',
    'turn',
    'good',
    undefined,
  ])
  expect(steps.at(-1)?.words).toContain('registry.test/app:1')
})

test('a conversation that is still going on has the steps it has', () => {
  expect(scenarioOf(whole.slice(0, 2)).steps).toHaveLength(2)
  expect(scenarioOf([]).steps).toEqual([])
})

describe('what an answer means', () => {
  test.each<{ why: string; more: Partial<Exchange>; says: string }>([
    {
      why: 'a challenge without a scope',
      more: {
        response: { status: 401, headers: [], bytes: 0 },
        challenges: [{ scheme: 'Bearer', parameters: { realm: 'https://a.test' } }],
      },
      says: 'Bearer https://a.test –',
    },
    {
      why: 'a token of an earlier conversation',
      more: {
        keptFrom: { scheme: 'Bearer', parameters: { realm: 'https://a.test' } },
      },
      says: 'kept ok',
    },
    {
      why: 'a challenge that is no token\u2019s',
      more: {
        response: { status: 401, headers: [], bytes: 0 },
        challenges: [{ scheme: 'Basic', parameters: { realm: 'x' } }],
      },
      says: 'plain Basic',
    },
    {
      why: 'a redirect that drops nothing',
      more: {
        response: { status: 307, headers: [], bytes: 0 },
        redirect: { to: 'https://b.test/x', dropped: [] },
      },
      says: 'to b.test',
    },
    {
      why: 'not there',
      more: { response: { status: 404, headers: [], bytes: 0 } },
      says: 'missing',
    },
    {
      why: 'too often',
      more: { response: { status: 429, headers: [], bytes: 0 } },
      says: 'limited',
    },
    {
      why: 'any other',
      more: { response: { status: 418, headers: [], bytes: 0 } },
      says: 'other 418',
    },
    {
      why: 'a token that does not do',
      more: {
        response: { status: 401, headers: [], bytes: 0 },
        challenges: [
          {
            scheme: 'Bearer',
            parameters: { realm: 'https://a.test', scope: 's', error: 'invalid_token' },
          },
        ],
      },
      says: 'error invalid_token s',
    },
    {
      why: 'an answer that breaks off',
      more: { problem: { kind: 'truncated', want: 2, got: 1 } },
      says: 'unusable',
    },
    { why: 'silence', more: { response: null }, says: 'none' },
  ])('$why', ({ more, says }) => {
    expect(scenarioOf([exchange(0, more)]).steps[0]?.words).toBe(`get 1 ${says}`)
  })
})

test('evidence is the text that travelled, redactions included', () => {
  const [step] = scenarioOf([
    exchange(0, request('https://registry.test/v2/a/manifests/1?x=1')),
  ]).steps
  expect(step?.evidence[0]).toMatchObject({
    lines: ['GET /v2/a/manifests/1?x=1', 'host: registry.test', 'authorization: ‹redacted›'],
  })
})

test('what an error says stands below its headers', () => {
  const error = '{"errors":[{"code":"DENIED"}]}\n'
  const [step] = scenarioOf([
    exchange(0, { response: { status: 403, headers: [['A', 'b']], bytes: 31, error } }),
  ]).steps
  expect(step?.evidence[1]).toMatchObject({
    lines: ['403 Forbidden', 'a: b', '', ...error.split('\n')],
  })
})

test('a URL that is none is shown as it is', () => {
  expect(scenarioOf([exchange(0, request('not a url'))]).steps[0]?.call).toBe('GET not a url')
})
