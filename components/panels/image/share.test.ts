import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { panel } from '../../../content/ui/panel.en.ts'
import { panel as ko } from '../../../content/ui/panel.ko.ts'
import { findingWords, panelFields } from '../../../content/ui/panel.ts'
import { documentIn } from './content.ts'
import { readShown } from './recorded.ts'
import { shareOf } from './share.ts'
import { bareShown, type Shown } from './state.ts'

const options = { origin: 'https://site.example', locale: 'en', words: panel.share } as const

let shown: Shown
beforeAll(async () => {
  shown = await readShown('hello', {
    ...{ fields: panelFields('en'), findings: findingWords.en, platform: 'linux/arm64' },
  })
})

const bytesOf = (digest: string) =>
  readFileSync(`content/recordings/hello/blobs/sha256/${digest.split(':')[1]}`)

describe.each(['index', 'manifest', 'config'] as const)('the %s of a recording', (slot) => {
  test('is linked by digest, with its platform, at its heading', () => {
    const url = new URL(shareOf(shown, { kind: 'document', slot }, options)?.link ?? '')
    expect(`${url.origin}${url.pathname}${url.hash}`).toBe(
      `https://site.example/desk#desk-${slot}-heading`,
    )
    expect(url.searchParams.get('reference')).toBe(
      `localhost:5000/hello@${documentIn(shown.index)?.digest}`,
    )
    const platform = slot === 'index' ? null : documentIn(shown.manifest)?.digest
    expect(url.searchParams.get('platform')).toBe(platform)
  })

  test('has its bytes under a name of its own', () => {
    const { file } = shareOf(shown, { kind: 'document', slot }, options) ?? {}
    const document = documentIn(shown[slot])
    const part = slot === 'config' ? 'blobs' : 'manifests'
    const hex = document?.digest.split(':')[1] ?? ''
    expect(file).toEqual({
      name: `hello-${hex.slice(0, 12)}.${slot}.json`,
      href: `/v2/samples/hello/${part}/sha256:${hex}`,
      size: bytesOf(`sha256:${hex}`).length,
    })
  })

  test('has a note whose check asks for the sum of the recorded bytes', () => {
    const { note = '' } = shareOf(shown, { kind: 'document', slot }, options) ?? {}
    const digest = documentIn(shown[slot])?.digest ?? ''
    const sum = createHash('sha256').update(bytesOf(digest)).digest('hex')
    expect(note).toContain(`| sha256sum | grep ${sum}`)
    expect(note).toContain(`- digest: \`${digest}\``)
    expect(note).toContain(`${shown.origin.kind === 'recorded' && shown.origin.observedAt}`)
  })

  test('has commands for five tools and more', () => {
    const { commands = [] } = shareOf(shown, { kind: 'document', slot }, options) ?? {}
    const tools = commands.map(({ tool }) => tool)
    expect(tools).toEqual(expect.arrayContaining(['curl', 'crane', 'skopeo', 'oras', 'regctl']))
    expect(commands.every(({ lines }) => lines.length > 0)).toBe(true)
  })
})

test('a layer is a file of its type, and skopeo has no command for it', () => {
  const manifest = documentIn(shown.manifest)
  const layer =
    manifest?.summary?.kind === 'manifest'
      ? manifest.summary.rows.find(({ role }) => role === 'layer')
      : undefined
  if (!layer) throw new Error('the recording has no layer')
  const { file, commands = [] } = shareOf(shown, { kind: 'layer', ...layer }, options) ?? {}
  expect(file?.name).toMatch(/^hello-[a-f0-9]{12}\.layer\.tar\.gz$/)
  expect(file?.href).toBe(`/v2/samples/hello/blobs/${layer.digest}`)
  expect(commands.find(({ tool }) => tool === 'skopeo')?.lines).toEqual([])
})

test.each([
  { type: 'application/vnd.docker.image.rootfs.diff.tar.gzip', ending: '.tar.gz' },
  { type: 'application/vnd.oci.image.layer.v1.tar+zstd', ending: '.tar.zst' },
  { type: 'application/vnd.oci.image.layer.v1.tar', ending: '.tar' },
  { type: 'text/html', ending: '.bin' },
  { type: '../../x.sh', ending: '.bin' },
])('a blob of $type ends in $ending', ({ type, ending }) => {
  const digest = `sha256:${'a'.repeat(64)}`
  const { file } =
    shareOf(shown, { kind: 'layer', digest, mediaType: type, size: 1 }, options) ?? {}
  expect(file?.name).toBe(`hello-aaaaaaaaaaaa.layer${ending}`)
})

test('tags have commands and a link, and no bytes of their own', () => {
  const shared = shareOf(shown, { kind: 'tags' }, options)
  expect(shared?.file).toBeNull()
  expect(shared?.link).toMatch(/#tags-heading$/)
  expect(shared?.commands.every(({ lines }) => lines.length === 1)).toBe(true)
  expect(shared?.note).not.toContain('```')
})

test('referrers are asked for by digest, and linked where they are shown', () => {
  const digest = documentIn(shown.index)?.digest ?? ''
  const shared = shareOf(bareShown(shown), { kind: 'referrers', digest }, options)
  expect(shared?.link).toBe(
    'https://site.example/desk/artifacts?reference=localhost:5000/hello:1.0#referrers-heading',
  )
  expect(shared?.file).toBeNull()
  const lines = Object.fromEntries(shared?.commands.map(({ tool, lines }) => [tool, lines]) ?? [])
  expect(lines.curl).toEqual([
    `curl -sSL https://site.example/v2/samples/hello/referrers/${digest}`,
  ])
  expect(lines.crane).toEqual([])
})

test('in Korean the link leads to the Korean desk', () => {
  const korean = { ...options, locale: 'ko', words: ko.share } as const
  const shared = shareOf(shown, { kind: 'document', slot: 'index' }, korean)
  expect(shared?.link).toMatch(/^https:\/\/site\.example\/ko\/desk\?/)
  expect(shared?.note).toContain('### 이미지 인덱스')
})

test('what is not on screen cannot be taken along', () => {
  const bare: Shown = { ...shown, config: { status: 'absent' } }
  expect(shareOf(bare, { kind: 'document', slot: 'config' }, options)).toBeNull()
})

test('a token that an earlier conversation earned is in the commands too', () => {
  const live: Shown = {
    ...shown,
    origin: { kind: 'live', observedAt: '2026-11-26T00:00:00Z' },
    lines: [
      {
        ...{ type: 'exchange', seq: 0, purpose: 'manifest', durationMs: 1 },
        startedAt: '2026-11-26T00:00:00Z',
        request: { method: 'GET', url: 'https://registry.test/v2/hello/manifests/1', headers: [] },
        response: { status: 200, headers: [], bytes: 2 },
        keptFrom: { scheme: 'bearer', parameters: { realm: 'https://auth.test/token' } },
      },
    ],
  }
  const { commands = [] } = shareOf(live, { kind: 'document', slot: 'index' }, options) ?? {}
  const curl = commands.find(({ tool }) => tool === 'curl')
  expect(curl?.lines.join('\n')).toContain('TOKEN=$(curl')
  expect(curl?.lines.join('\n')).toContain('https://auth.test/token')
})
