import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingsTable, withTable } from '../scripts/settings.ts'
import { notices, parseSettings, SettingsError, VARIABLES } from './settings.mjs'

const MiB = 2 ** 20

function authFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'auth-')), 'config.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('settings', () => {
  test('have a default each', () => {
    expect(parseSettings({})).toMatchObject({
      ...{ port: 3000, host: '0.0.0.0', siteUrl: 'http://localhost:3000', live: true },
      ...{ cacheMaxBytes: 2048 * MiB, mirrorMaxBlob: 16 * MiB, mirrorBytesPerHour: 51200 * MiB },
      ...{ extraRegistries: [], privateRepositories: [], trustedProxies: [], credentials: [] },
      allowedHosts: ['localhost', '127.0.0.1', '[::1]'],
    })
  })

  test('take an empty variable as absent, as compose files write it', () => {
    expect(parseSettings({ PORT: '', LIVE: ' ' })).toMatchObject({ port: 3000, live: true })
  })

  test('leave the variables of other programs alone', () => {
    expect(() => parseSettings({ NODE_ENV: 'x', LIVE_SERVER: 'no' })).not.toThrow()
  })

  test.each([
    { why: 'bytes', text: '1048576', bytes: MiB },
    { why: 'a unit', text: '64MiB', bytes: 64 * MiB },
    { why: 'a unit after a space', text: '1 GiB', bytes: 1024 * MiB },
  ])('read a size as $why', ({ text, bytes }) => {
    expect(parseSettings({ MIRROR_MAX_BLOB: text }).mirrorMaxBlob).toBe(bytes)
  })

  test('read extra registries with what is listed beside them', () => {
    const text =
      'http://LOCALHOST:5000, https://registry.corp.example/;realm=https://login.corp.example/token?x=1;blobs=https://cdn.corp.example'
    expect(parseSettings({ EXTRA_REGISTRIES: text }).extraRegistries).toEqual([
      { origin: 'http://localhost:5000', realms: [], blobs: [] },
      {
        origin: 'https://registry.corp.example',
        realms: ['https://login.corp.example/token'],
        blobs: ['https://cdn.corp.example'],
      },
    ])
  })

  test('read user names and passwords in each form of a docker config', () => {
    const auth = Buffer.from('me:pass:word').toString('base64')
    const path = authFile({
      auths: {
        'https://index.docker.io/v1/': { auth },
        'localhost:5000': { username: 'you', password: 'p' },
      },
      credHelpers: {},
    })
    expect(parseSettings({ REGISTRY_AUTH_FILE: path }).credentials).toEqual([
      { registry: 'docker.io', username: 'me', password: 'pass:word' },
      { registry: 'localhost:5000', username: 'you', password: 'p' },
    ])
  })

  test.each([
    { why: 'no number', env: { PORT: 'http' }, says: '"http" is not a port' },
    { why: 'no port', env: { PORT: '70000' }, says: '70000' },
    { why: 'a hexadecimal port', env: { PORT: '0x50' }, says: '0x50' },
    { why: 'neither on nor off', env: { LIVE: 'no' }, says: 'neither on nor off' },
    { why: 'decimal units', env: { CACHE_MAX_BYTES: '2GB' }, says: 'KiB, MiB, GiB' },
    { why: 'nothing at all', env: { CACHE_MAX_BYTES: '0' }, says: 'not a size' },
    { why: 'a path', env: { SITE_URL: 'https://a.example/learn' }, says: 'without a path' },
    { why: 'no scheme', env: { EXTRA_REGISTRIES: 'localhost:5000' }, says: 'http or https' },
    { why: 'another scheme', env: { EXTRA_REGISTRIES: 'ftp://a.example' }, says: 'ftp' },
    {
      why: 'a password',
      env: { EXTRA_REGISTRIES: 'http://u:p@a.example' },
      says: 'REGISTRY_AUTH_FILE',
    },
    { why: 'a word too many', env: { EXTRA_REGISTRIES: 'http://a.example;ca=x' }, says: 'ca=x' },
    { why: 'a URL', env: { ALLOWED_HOSTS: 'https://a.example' }, says: 'host name' },
    { why: 'no repository', env: { PRIVATE_REPOSITORIES: 'team' }, says: 'pattern' },
    { why: 'a name', env: { TRUSTED_PROXIES: 'proxy' }, says: 'CIDR' },
    {
      why: 'a new line',
      env: { USER_AGENT_CONTACT: 'me@a.example\r\nX: y' },
      says: 'mail address',
    },
    { why: 'no address', env: { HTTPS_PROXY: 'proxy:3128' }, says: 'http or https' },
    { why: 'no file', env: { REGISTRY_AUTH_FILE: '/no/such/file' }, says: 'cannot be read' },
    { why: 'half an account', env: { DOCKERHUB_USERNAME: 'me' }, says: 'DOCKERHUB_TOKEN' },
  ])('refuse $why', ({ env, says }) => {
    const [name = ''] = Object.keys(env)
    const attempt = () => parseSettings({ ...env })
    expect(attempt).toThrow(SettingsError)
    expect(attempt).toThrow(says)
    if (!name.startsWith('DOCKERHUB'))
      expect(attempt).toThrow(new RegExp(`^${name}: .*; try ${name}=`))
  })

  test.each([
    { why: 'text', file: 'not json', says: 'is not JSON' },
    { why: 'no auths', file: {}, says: '"auths"' },
    { why: 'an empty entry', file: { auths: { 'ghcr.io': {} } }, says: 'ghcr.io' },
    { why: 'a store of passwords', file: { auths: {}, credsStore: 'desktop' }, says: 'credsStore' },
    { why: 'a helper', file: { auths: {}, credHelpers: { a: 'ecr' } }, says: 'another program' },
  ])('refuse an auth file with $why', ({ file, says }) => {
    expect(() => parseSettings({ REGISTRY_AUTH_FILE: authFile(file) })).toThrow(says)
  })

  test('never repeat a secret', () => {
    const attempt = () => parseSettings({ DOCKERHUB_TOKEN: 'dckr_pat_secret' })
    expect(attempt).toThrow(expect.not.stringContaining('dckr_pat_secret'))
    const proxy = () => parseSettings({ HTTPS_PROXY: 'user:secret@proxy' })
    expect(proxy).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    )
  })

  test('say at the start what an operator should know', () => {
    const env = {
      LIVE: 'off',
      HTTPS_PROXY: 'http://proxy:3128',
      PRIVATE_REPOSITORIES: 'a.example/**',
    }
    const said = notices(parseSettings(env)).join('\n')
    for (const name of Object.keys(env)) expect(said).toContain(name)
    expect(notices(parseSettings({}))).toEqual([])
  })

  test('each example is a value that passes', () => {
    for (const { name, schema, example } of VARIABLES) {
      if (name === 'REGISTRY_AUTH_FILE') continue
      expect(schema.safeParse(example).success, `${name}=${example}`).toBe(true)
    }
  })
})

describe('the table of the README', () => {
  test('stands between its markers and names every variable', () => {
    const readme = withTable('a\n<!-- settings:start -->\nstale\n<!-- settings:end -->\nb')
    expect(readme).toContain(settingsTable())
    expect(readme).not.toContain('stale')
    for (const { name } of VARIABLES) expect(readme).toContain(`| \`${name}\` |`)
  })

  test('needs its markers', () => {
    expect(() => withTable('no markers')).toThrow('settings:start')
  })
})
