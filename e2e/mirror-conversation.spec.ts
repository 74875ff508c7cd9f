import { expect, test } from '@playwright/test'
import type { ConversationLine } from '../lib/oci/conversation.ts'
import { parseConversation } from '../lib/recordings/conversation.ts'
import { readTags } from '../lib/recordings/layout.ts'
import { hostileCases } from '../lib/registry/testing/hostile-cases.ts'
import type { Auth } from './harness/docker-registry.ts'
import { images } from './harness/images.ts'
import { startSite } from './harness/site.ts'
import { needRegistries, readState } from './harness/state.ts'

type Told = { status: number; text: string; lines: ConversationLine[] }

async function converse(reference: string, { origin } = readState().site): Promise<Told> {
  const query = new URLSearchParams({ reference })
  const answer = await fetch(`${origin}/api/conversation?${query}`)
  const text = await answer.text()
  return { status: answer.status, text, lines: parseConversation(text, reference) }
}

const steps = (lines: ConversationLine[]) =>
  lines.flatMap((line) =>
    line.type === 'exchange'
      ? [`${line.request.method} ${line.purpose} ${line.response?.status ?? line.problem?.kind}`]
      : [],
  )

const problemOf = (lines: ConversationLine[]) => {
  const last = lines.at(-1)
  return last?.type === 'problem' ? last.problem : last
}

test.describe('with a real registry', () => {
  const expected: Record<Auth, string[]> = {
    open: ['HEAD manifest 200', 'GET manifest 200'],
    token: ['HEAD manifest 401', 'GET token 200', 'HEAD manifest 200', 'GET manifest 200'],
    'basic-tls': ['HEAD manifest 401', 'HEAD manifest 200', 'GET manifest 200'],
  }
  for (const kind of ['open', 'token', 'basic-tls'] as const) {
    test(`${kind}: says each step and no secret`, async () => {
      const { host, account } = needRegistries()[kind]
      const reference = `${host}/${images.spoken}`
      const { lines, text } = await converse(reference)
      const last = lines.at(-1)
      const { digest } = (await readTags('hello')).get('1.0') ?? {}
      expect(last).toMatchObject({
        type: 'resolved',
        reference,
        source: 'live',
        descriptor: { digest },
      })
      expect(steps(lines)).toEqual(expected[kind])
      // how every JWT begins
      expect(text).not.toContain('eyJ')
      if (account) {
        expect(text).not.toContain(account.password)
        expect(text).not.toContain(btoa(`${account.name}:${account.password}`))
      }

      const again = await converse(reference)
      expect(again.lines.at(-1)).toMatchObject({ source: 'cache' })
      expect(again.lines.slice(0, -1)).toEqual(lines.slice(0, -1))
    })
  }

  test('a tag that is not there is told as the registry told it', async () => {
    const { host } = needRegistries().open
    const { lines } = await converse(`${host}/hello:none`)
    expect(problemOf(lines)).toMatchObject({ kind: 'not-found-or-private', status: 404 })
  })
})

test.describe('without one', () => {
  for (const { why, reference, status, kind } of [
    { why: 'upper case', reference: 'Nginx', status: 400, kind: 'reference-syntax' },
    { why: 'nothing', reference: '', status: 400, kind: 'reference-syntax' },
    { why: 'a broken digest', reference: 'a@sha256:1', status: 400, kind: 'reference-syntax' },
  ]) {
    test(`${why} is refused before anyone is asked`, async () => {
      const told = await converse(reference)
      expect(told.status).toBe(status)
      expect(problemOf(told.lines)).toMatchObject({ kind })
      expect(told.lines).toHaveLength(1)
    })
  }

  test('a registry that is not listed is not asked', async () => {
    const { lines } = await converse('registry.example/app:1')
    expect(problemOf(lines)).toEqual({ kind: 'registry-not-listed', registry: 'registry.example' })
    expect(lines).toHaveLength(1)
  })

  test('a registry at which nobody answers is offline within 5 seconds', async () => {
    const { silent } = readState()
    const started = Date.now()
    const { lines } = await converse(`${silent}/app:1`)
    expect(problemOf(lines)).toMatchObject({ kind: 'offline', registry: silent })
    expect(Date.now() - started).toBeLessThan(5_000)
  })

  test('with LIVE=off nobody is asked', async ({ browserName: _ }, info) => {
    const { hostile } = readState()
    const site = await startSite({
      LIVE: 'off',
      CACHE_DIR: info.outputPath('cache'),
      EXTRA_REGISTRIES: `http://${hostile}`,
    })
    try {
      const { lines } = await converse(`${hostile}/no-challenge:1`, site)
      expect(lines).toEqual([{ type: 'problem', problem: { kind: 'live-off', registry: hostile } }])
      const sample = await fetch(`${site.origin}/v2/samples/hello/manifests/1.0`)
      expect(sample.status).toBe(200)
    } finally {
      await site.stop()
    }
  })
})

test.describe('with a hostile registry, under the limits of production', () => {
  for (const { name, why, expected } of hostileCases) {
    test(`${name}: ${why}`, async () => {
      const { lines } = await converse(`${readState().hostile}/${name}:1`)
      const met = expected.at === 'manifest' && 'problem' in expected
      if (met)
        expect(problemOf(lines)).toMatchObject({ kind: expected.problem, ...expected.fields })
      // What is wrong inside the document is told by whoever decodes it.
      else expect(lines.at(-1)).toMatchObject({ type: 'resolved' })
    })
  }
})
