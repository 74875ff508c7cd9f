import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationLine, Exchange } from '../../../lib/oci/conversation.ts'
import { reader, startMirror } from '../../../lib/registry/testing/mirror.ts'
import {
  answerImage,
  startServer,
  type TestServer,
} from '../../../lib/registry/testing/upstream.ts'
import { budgetOf, spanOf } from './model.ts'

// A registry that counts as Docker Hub does, and the conversation our mirror has with it.
let left = 100
let server: TestServer
let close: () => Promise<void>
let lines: Exchange[] = []

beforeEach(async () => {
  left = 100
  server = await startServer((request, response) => {
    if (request.method === 'GET') left -= 1
    response.setHeader('ratelimit-limit', '100;w=21600')
    response.setHeader('ratelimit-remaining', `${left};w=21600`)
    response.setHeader('Warning', ['299 - "moving on Sunday"', '199 - "of a proxy"'])
    answerImage(request, response)
  })
  const started = await startMirror({ EXTRA_REGISTRIES: server.origin })
  close = started.close
  const place = { registry: server.host, repository: 'app' }
  lines = (await started.mirror.manifest(place, '1', reader())).exchanges
})
afterEach(async () => {
  await close()
  await server.close()
})

test('HEAD comes first and is free, the GET is counted, and the last word counts', () => {
  const { steps, told, warnings } = budgetOf(lines, true)
  expect(steps.map(({ method, cost, rate }) => [method, cost, rate?.remaining])).toEqual([
    ['HEAD', 'free', 100],
    ['GET', 'counted', 99],
  ])
  expect(told).toEqual({ limit: 100, remaining: 99, window: 21_600, reset: null })
  expect(warnings).toEqual(['moving on Sunday'])
})

test('of another registry it is not said what counts', () => {
  expect(budgetOf(lines, false).steps.every(({ cost }) => cost === 'unsaid')).toBe(true)
})

test('a refused GET is no pull', () => {
  const refused = lines.map(
    (line): ConversationLine => ({
      ...line,
      response: line.response && { ...line.response, status: 401 },
    }),
  )
  expect(budgetOf(refused, true).steps.every(({ cost }) => cost === 'free')).toBe(true)
})

test('where no answer tells of a limit there is none to show', () => {
  const silent = lines.map(
    (line): ConversationLine => ({
      ...line,
      response: line.response && { ...line.response, headers: [] },
    }),
  )
  expect(budgetOf(silent, true)).toMatchObject({ told: null, warnings: [] })
  expect(budgetOf([], true)).toEqual({ steps: [], told: null, warnings: [] })
})

test.each([
  { seconds: 21_600, span: { unit: 'hours', count: 6 } },
  { seconds: 60, span: { unit: 'minutes', count: 1 } },
  { seconds: 61, span: { unit: 'seconds', count: 61 } },
  { seconds: 0, span: { unit: 'seconds', count: 0 } },
])('$seconds seconds are $span.count $span.unit', ({ seconds, span }) => {
  expect(spanOf(seconds)).toEqual(span)
})
