import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, type CommandOptions, commandsFor, type Tool } from './commands.ts'
import { parseReference } from './reference.ts'
import { shellQuote } from './shell.ts'

const A = `sha256:${'a'.repeat(64)}` as const
const B = `sha256:${'b'.repeat(64)}` as const
const origin = 'http://localhost:3000'

function lines(text: string, asked: Asked, options: Partial<CommandOptions> = {}) {
  const commands = commandsFor(parseReference(text), asked, { origin, ...options })
  return Object.fromEntries(commands.map(({ tool, lines }) => [tool, lines])) as Record<
    Tool,
    string[]
  >
}

test('asks six times for one manifest', () => {
  expect(lines('nginx', { what: 'manifest' })).toEqual({
    curl: [
      "curl -sSL -H 'Accept: application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json' https://registry-1.docker.io/v2/library/nginx/manifests/latest",
    ],
    crane: ['crane manifest docker.io/library/nginx:latest'],
    skopeo: ['skopeo inspect --raw docker://docker.io/library/nginx:latest'],
    oras: ['oras manifest fetch docker.io/library/nginx:latest'],
    regctl: ['regctl manifest get --format raw-body docker.io/library/nginx:latest'],
    mirror: ['curl -sS http://localhost:3000/v2/docker.io/library/nginx/manifests/latest'],
  })
})

test('asks for one platform: by platform where the tool can, else by digest', () => {
  const platform = { os: 'linux', architecture: 'arm', variant: 'v7' }
  const child = lines('ghcr.io/a/b:1', { what: 'child', platform, digest: B })
  expect(child).toMatchObject({
    crane: ['crane manifest --platform linux/arm/v7 ghcr.io/a/b:1'],
    skopeo: [`skopeo inspect --raw docker://ghcr.io/a/b@${B}`],
    oras: ['oras manifest fetch --platform linux/arm/v7 ghcr.io/a/b:1'],
    regctl: ['regctl manifest get --format raw-body --platform linux/arm/v7 ghcr.io/a/b:1'],
    mirror: [`curl -sS http://localhost:3000/v2/ghcr.io/a/b/manifests/${B}`],
  })
  expect(child.curl[0]).toContain(`https://ghcr.io/v2/a/b/manifests/${B}`)
})

test('asks for a config, byte for byte', () => {
  expect(lines('ghcr.io/a/b:1', { what: 'config', digest: A, manifest: B })).toMatchObject({
    curl: [`curl -sSL https://ghcr.io/v2/a/b/blobs/${A}`],
    crane: [`crane blob ghcr.io/a/b@${A}`],
    skopeo: [`skopeo inspect --config --raw docker://ghcr.io/a/b@${B}`],
    oras: [`oras blob fetch --output - ghcr.io/a/b@${A}`],
    regctl: [`regctl blob get ghcr.io/a/b ${A}`],
    mirror: [`curl -sS http://localhost:3000/v2/ghcr.io/a/b/blobs/${A}`],
  })
})

test('asks for a layer, for tags and for referrers; who cannot has no line', () => {
  expect(lines('ghcr.io/a/b:1', { what: 'blob', digest: A, manifest: B })).toEqual({
    curl: [`curl -sSL https://ghcr.io/v2/a/b/blobs/${A}`],
    crane: [`crane blob ghcr.io/a/b@${A}`],
    skopeo: [],
    oras: [`oras blob fetch --output - ghcr.io/a/b@${A}`],
    regctl: [`regctl blob get ghcr.io/a/b ${A}`],
    ctr: [`sudo ctr content fetch ghcr.io/a/b@${B}`, `sudo ctr content get ${A}`],
    mirror: [`curl -sS http://localhost:3000/v2/ghcr.io/a/b/blobs/${A}`],
  })
  expect(lines('ghcr.io/a/b:1', { what: 'tags' })).toEqual({
    curl: ['curl -sSL https://ghcr.io/v2/a/b/tags/list'],
    crane: ['crane ls ghcr.io/a/b'],
    skopeo: ['skopeo list-tags docker://ghcr.io/a/b'],
    oras: ['oras repo tags ghcr.io/a/b'],
    regctl: ['regctl tag ls ghcr.io/a/b'],
    mirror: ['curl -sS http://localhost:3000/v2/ghcr.io/a/b/tags/list'],
  })
  expect(lines('ghcr.io/a/b:1', { what: 'referrers', digest: A })).toEqual({
    curl: [`curl -sSL https://ghcr.io/v2/a/b/referrers/${A}`],
    crane: [],
    skopeo: [],
    oras: [`oras discover ghcr.io/a/b@${A}`],
    regctl: [`regctl artifact list ghcr.io/a/b@${A}`],
    mirror: [`curl -sS http://localhost:3000/v2/ghcr.io/a/b/referrers/${A}`],
  })
})

test('asks the machine’s own runtime, where it can show the same', () => {
  const index = lines('nginx', { what: 'manifest', digest: A })
  expect(index.ctr).toEqual([
    'sudo ctr content fetch docker.io/library/nginx:latest',
    `sudo ctr content get ${A}`,
  ])
  expect(index.crictl).toEqual(['sudo crictl pull docker.io/library/nginx:latest'])
  const config = lines('nginx', { what: 'config', digest: A, manifest: B })
  expect(config.ctr[0]).toBe(`sudo ctr content fetch docker.io/library/nginx@${B}`)
  expect(config.crictl[1]).toBe(
    `sudo crictl inspecti docker.io/library/nginx@${B} | jq .info.imageSpec`,
  )
  const platform = { os: 'linux', architecture: 'arm64' }
  const child = lines(
    'localhost:5000/a:1',
    { what: 'child', platform, digest: B },
    { plainHttp: true },
  )
  expect(child.ctr[0]).toBe(
    'sudo ctr content fetch --plain-http --platform linux/arm64 localhost:5000/a:1',
  )
  expect(child.crictl).toBeUndefined()
})

test('asks for the digest, or computes it', () => {
  const asked = lines('ghcr.io/a/b:1', { what: 'digest' })
  expect(asked.crane).toEqual(['crane digest ghcr.io/a/b:1'])
  expect(asked.skopeo).toEqual([
    "skopeo inspect --no-tags --format '{{.Digest}}' docker://ghcr.io/a/b:1",
  ])
  expect(asked.mirror).toEqual(['curl -sSI http://localhost:3000/v2/ghcr.io/a/b/manifests/1'])
  expect(lines('ghcr.io/a/b:1', { what: 'check', digest: A }).crane).toEqual([
    `crane manifest ghcr.io/a/b:1 | sha256sum | grep ${'a'.repeat(64)}`,
  ])
})

test('leaves the tag out where a digest decides', () => {
  const { skopeo, mirror } = lines(`ghcr.io/a/b:1@${A}`, { what: 'manifest' })
  expect(skopeo).toEqual([`skopeo inspect --raw docker://ghcr.io/a/b@${A}`])
  expect(mirror).toEqual([`curl -sS http://localhost:3000/v2/ghcr.io/a/b/manifests/${A}`])
})

test('says how to do without TLS', () => {
  const plain = lines('localhost:5000/app:1', { what: 'manifest' }, { plainHttp: true })
  expect(plain.curl[0]).toContain(' http://localhost:5000/v2/app/manifests/1')
  expect(plain).toMatchObject({
    crane: ['crane manifest --insecure localhost:5000/app:1'],
    skopeo: ['skopeo inspect --raw --tls-verify=false docker://localhost:5000/app:1'],
    oras: ['oras manifest fetch --plain-http localhost:5000/app:1'],
    regctl: [
      'regctl manifest get --host reg=localhost:5000,tls=disabled --format raw-body localhost:5000/app:1',
    ],
    mirror: ['curl -sS http://localhost:3000/v2/localhost_5000/app/manifests/1'],
  })
})

describe('a token for curl', () => {
  const options = (parameters: Record<string, string>, scheme = 'bearer') => ({
    challenge: { scheme, parameters },
  })

  test('is fetched first and then shown', () => {
    const parameters = { realm: 'https://auth.example/token', service: 'r' }
    const { curl } = lines('a.io/b:1', { what: 'manifest' }, options(parameters))
    expect(curl[0]).toBe(
      "TOKEN=$(curl -sSG --data-urlencode service=r --data-urlencode scope=repository:b:pull https://auth.example/token | jq -r '.token // .access_token')",
    )
    expect(curl[1]).toMatch(/^curl -sSL -H "Authorization: Bearer \$TOKEN" -H 'Accept: /)
  })

  test.each([
    { why: 'another scheme', given: options({ realm: 'https://a.example' }, 'basic') },
    { why: 'no realm', given: options({ service: 'r' }) },
    { why: 'a realm that would be an option', given: options({ realm: '-o/tmp/x' }) },
  ])('is not fetched with $why', ({ given }) => {
    expect(lines('a.io/b:1', { what: 'manifest' }, given).curl).toHaveLength(1)
  })

  test('cannot run what a registry wrote', () => {
    const parameters = {
      realm: "https://a.example/'$(id)`id`",
      service: "'; id; '",
      scope: '$(id)',
    }
    const { curl } = lines('a.io/b:1', { what: 'manifest' }, options(parameters))
    const shown = curl[0]!.replace(/^TOKEN=\$\(curl/, 'printf "%s\\n"').replace(/\| jq .*$/, '')
    expect(execFileSync('sh', ['-c', shown], { encoding: 'utf8' }).split('\n')).toEqual([
      '-sSG',
      '--data-urlencode',
      "service='; id; '",
      '--data-urlencode',
      'scope=$(id)',
      "https://a.example/'$(id)`id`",
      '',
    ])
  })
})

test('a quoted word is one word, and the same', () => {
  const unit = fc.constantFrom(...`'"\\$\`!*?~#&;|<>(){}[]=%@ \t\né🐳-a0`)
  const words = fc.array(fc.string({ unit }), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(words, (words) => {
      const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`
      const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
      expect(output.split('\0').slice(0, -1)).toEqual(words)
    }),
    { numRuns: 10 },
  )
})
