import { describe, expect, test } from 'vitest'
import type { ConversationLine, Exchange } from '../../../lib/oci/conversation.ts'
import { readLabAddress, writeLabAddress } from './address.ts'
import { essenceOf } from './essence.ts'
import { acceptRows, errorBodyOf, statusesOf } from './model.ts'

describe('the one line of a tool', () => {
  test.each([
    {
      why: 'the status line of an answer, not its body',
      run: {
        tool: 'curl',
        stdout: 'HTTP/1.1 404 Not Found\r\nDate: x\r\n\r\n{"errors":[]}',
        stderr: '',
      },
      want: 'HTTP/1.1 404 Not Found',
    },
    {
      why: 'what curl complains of, not where to read more',
      run: {
        tool: 'curl',
        stdout: '',
        stderr: 'curl: (60) no\nMore: x\n\nvisit the page above.\n',
      },
      want: 'curl: (60) no',
    },
    {
      why: 'the verdict, not the page below it',
      run: { tool: 'crane', stdout: '', stderr: 'retrying\nError: 502: <html>\n</html>\n' },
      want: 'Error: 502: <html>',
    },
    {
      why: 'the verdict, not the advice after it',
      run: { tool: 'regctl', stdout: '', stderr: 'failed to get\nTry updating\n' },
      want: 'failed to get',
    },
    {
      why: 'the last line, where no line is a verdict',
      run: { tool: 'docker', stdout: 'Pulling\n', stderr: 'a\nno match\n' },
      want: 'no match',
    },
    {
      why: 'nothing, where nothing was printed',
      run: { tool: 'x', stdout: '', stderr: '' },
      want: '',
    },
  ])('is $why', ({ run, want }) => expect(essenceOf(run)).toBe(want))
})

describe('an address', () => {
  test.each([
    { search: '?failure=private&step=3', failure: 'private', step: 3 },
    { search: '?failure=nothing&step=0', failure: null, step: null },
    { search: '?step=x', failure: null, step: null },
  ])('$search', ({ search, failure, step }) => {
    expect(readLabAddress(search)).toEqual({ failure, step })
  })

  test('reads back as it was written', () => {
    const address = { failure: 'wrong-accept', step: 2 } as const
    expect(readLabAddress(writeLabAddress(address))).toEqual(address)
  })
})

const asked = (more: Partial<Exchange>): ConversationLine => ({
  ...{ type: 'exchange', seq: 0, purpose: 'manifest', startedAt: '', durationMs: 1 },
  request: { method: 'GET', url: 'http://r.test/v2/a/b/manifests/1', headers: [] },
  response: null,
  ...more,
})

describe('an error body', () => {
  const error = (text: string): ConversationLine =>
    asked({ response: { status: 404, headers: [], bytes: 1, error: text } })
  test.each([
    { why: 'the codes, each once', text: '{"errors":[{"code":"A"},{"code":"A"}]}', codes: ['A'] },
    { why: 'a page', text: '<html>', codes: [] },
    { why: 'other JSON', text: 'null', codes: [] },
    { why: 'errors that are none', text: '{"errors":[null,{"code":1}]}', codes: [] },
  ])('with $why', ({ text, codes }) => expect(errorBodyOf([error(text)])?.codes).toEqual(codes))

  test('is the last that was heard', () => {
    expect(errorBodyOf([error('first'), error('last'), asked({})])?.text).toBe('last')
    expect(errorBodyOf([asked({})])).toBeNull()
  })
})

test('statuses tell where no answer came', () => {
  const response = { status: 200, headers: [], bytes: 0 }
  expect(statusesOf([asked({ response }), asked({})])).toEqual([200, null])
})

test('answers to one tag stand beside what was accepted', () => {
  const type = 'application/vnd.docker.distribution.manifest.v2+json'
  const rows = acceptRows([
    asked({
      request: {
        ...{ method: 'GET', url: 'http://r.test/v2/a/b/manifests/1' },
        headers: [['Accept', type]],
      },
      response: { status: 200, headers: [['Content-Type', type]], bytes: 0 },
    }),
    asked({ response: { status: 404, headers: [], bytes: 0 } }),
  ])
  expect(rows).toEqual([
    { tag: 'a/b:1', accept: ['Docker manifest'], status: 200, type, digest: '' },
    { tag: 'a/b:1', accept: [], status: 404, type: '', digest: '' },
  ])
})
