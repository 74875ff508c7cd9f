import { describe, expect, test } from 'vitest'
import { parseSettings } from '../settings.mjs'
import { UNCONFIRMED } from './quirk.ts'
import { redirectTarget } from './redirect.ts'
import { createRegistries, isRealmOf, matchesHost } from './registries.ts'
import { problemFrom } from './testing/mirror.ts'

const registriesOf = (extra = '') => createRegistries(parseSettings({ EXTRA_REGISTRIES: extra }))
const registries = registriesOf()

describe('the list', () => {
  test('has the registries of the design, and only those', () => {
    expect(registries.all.map(({ name }) => name)).toEqual([
      ...['docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'gcr.io', 'mcr.microsoft.com'],
      ...['public.ecr.aws', 'registry.gitlab.com', 'cgr.dev', 'nvcr.io'],
      ...['registry.access.redhat.com', 'registry.fedoraproject.org'],
    ])
  })

  test.each([
    'us-docker.pkg.dev',
    'europe-west1-docker.pkg.dev',
    'northamerica-northeast2-docker.pkg.dev',
  ])('has Artifact Registry in its region %s', (name) => {
    expect(registries.find(name)).toMatchObject({ name, realms: [`https://${name}/v2/token`] })
  })

  test.each([
    { why: 'not listed', name: 'registry.example' },
    { why: 'private', name: 'localhost:5000' },
    { why: 'a longer name that ends alike', name: 'evil-docker.io' },
    { why: 'no region', name: 'docker.pkg.dev' },
    { why: 'a label before the region', name: 'evil.us-docker.pkg.dev' },
    { why: 'another port', name: 'ghcr.io:8443' },
  ])('does not have $name: $why', async ({ name }) => {
    const problem = await problemFrom((async () => registries.find(name))())
    expect(problem).toEqual({ kind: 'registry-not-listed', registry: name })
  })

  test('gets the operator’s own', () => {
    const { find } = registriesOf('http://localhost:5000')
    expect(find('localhost:5000')).toMatchObject({ api: 'http://localhost:5000', extra: true })
  })

  test('every row says where its quirks are told', () => {
    for (const { name, quirks } of registries.all) {
      expect(quirks.length, name).toBeGreaterThan(0)
      const kinds = quirks.map(({ kind }) => kind)
      expect(new Set(kinds).size, name).toBe(kinds.length)
      for (const { note, source } of quirks) {
        expect(note.en, name).toMatch(/\.$/)
        expect(note.ko, name).toMatch(/[가-힣].*\.$/)
        expect(source === UNCONFIRMED || URL.canParse(source), source).toBe(true)
      }
    }
  })
})

describe('a realm', () => {
  const corp = 'https://registry.corp.example;realm=https://login.corp.example/token'
  const extras = registriesOf(`http://localhost:5000,${corp}`)

  test.each([
    { why: 'the pair', registry: 'docker.io', realm: 'https://auth.docker.io/token', good: true },
    {
      why: 'another registry’s realm',
      registry: 'ghcr.io',
      realm: 'https://auth.docker.io/token',
      good: false,
    },
    {
      why: 'another path',
      registry: 'docker.io',
      realm: 'https://auth.docker.io/other',
      good: false,
    },
    { why: 'http', registry: 'docker.io', realm: 'http://auth.docker.io/token', good: false },
    {
      why: 'another port',
      registry: 'docker.io',
      realm: 'https://auth.docker.io:8443/token',
      good: false,
    },
    {
      why: 'a user name',
      registry: 'docker.io',
      realm: 'https://x@auth.docker.io/token',
      good: false,
    },
    {
      why: 'a host that starts alike',
      registry: 'docker.io',
      realm: 'https://auth.docker.io.evil.example/token',
      good: false,
    },
    {
      why: 'the registry’s own host, but not its pair',
      registry: 'docker.io',
      realm: 'https://registry-1.docker.io/token',
      good: false,
    },
    { why: 'no URL', registry: 'docker.io', realm: 'auth', good: false },
    {
      why: 'an extra’s own host',
      registry: 'localhost:5000',
      realm: 'http://localhost:5000/auth',
      good: true,
    },
    {
      why: 'an extra’s host at another port',
      registry: 'localhost:5000',
      realm: 'http://localhost:5001/auth',
      good: false,
    },
    {
      why: 'listed beside an extra',
      registry: 'registry.corp.example',
      realm: 'https://login.corp.example/token',
      good: true,
    },
    {
      why: 'listed beside another extra',
      registry: 'localhost:5000',
      realm: 'https://login.corp.example/token',
      good: false,
    },
    {
      why: 'the metadata service',
      registry: 'registry.corp.example',
      realm: 'https://169.254.169.254/token',
      good: false,
    },
    {
      why: 'no host at all',
      registry: 'registry.corp.example',
      realm: 'https://0.0.0.0/token',
      good: false,
    },
  ])('$realm of $registry: $why', ({ registry, realm, good }) => {
    expect(isRealmOf(extras.find(registry), realm)).toBe(good)
  })
})

describe('a blob host', () => {
  test.each([
    { registry: 'docker.io', to: 'https://production.cloudflare.docker.com/x', good: true },
    {
      registry: 'docker.io',
      to: 'https://docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com/x',
      good: true,
    },
    { registry: 'docker.io', to: 'https://other.r2.cloudflarestorage.com/x', good: false },
    { registry: 'quay.io', to: 'https://cdn02.quay.io/sha256/7e/7e74?Expires=1', good: true },
    { registry: 'gcr.io', to: 'https://storage.googleapis.com/artifacts/x', good: true },
    { registry: 'ghcr.io', to: 'https://storage.googleapis.com/artifacts/x', good: false },
    {
      registry: 'registry.k8s.io',
      to: 'https://europe-west1-docker.pkg.dev/v2/k8s-artifacts-prod/images/pause/manifests/3.9',
      good: true,
    },
    {
      registry: 'mcr.microsoft.com',
      to: 'https://westeurope.data.mcr.microsoft.com/x',
      good: true,
    },
    { registry: 'mcr.microsoft.com', to: 'https://data.mcr.microsoft.com/x', good: false },
    {
      registry: 'docker.io',
      to: 'https://production.cloudflare.docker.com.evil.example/x',
      good: false,
    },
  ])('$to from $registry', ({ registry, to, good }) => {
    const row = registries.find(registry)
    const go = () => redirectTarget(row, new URL(row.api), to).href
    if (good) expect(go()).toBe(to)
    else expect(go).toThrow('host-not-listed')
  })

  test('must have a label of its own before the suffix', () => {
    expect(matchesHost({ suffix: '.cloudfront.net' }, '.cloudfront.net')).toBe(false)
  })
})
