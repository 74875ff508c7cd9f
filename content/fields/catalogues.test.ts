import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { explain } from '../../components/panels/image/prepare.ts'
import { fieldAt } from '../../lib/content/fields.ts'
import { locales } from '../../lib/i18n/locale.ts'
import { decodeDocument } from '../../lib/oci/document.ts'
import { CONFIG, INDEX, MANIFEST, SCHEMA1 } from '../../lib/oci/document-shape.ts'
import { childPointer, parsePointer, walk } from '../../lib/oci/pointer.ts'
import { recogniseDocument } from '../../lib/oci/recognise.ts'
import type { Field } from '../../lib/oci/shape.ts'
import { artifactCatalogues } from './artifact-catalogues.ts'
import { catalogues } from './catalogues.ts'
import { descriptor } from './descriptor.ts'
import { grafts, openCatalogues } from './open.ts'

const all = { ...catalogues, descriptor, ...artifactCatalogues, ...openCatalogues }
const entries = Object.entries(all).flatMap(([document, catalogue]) =>
  catalogue.map((entry) => ({ document, ...entry })),
)

// The only places where a key or a position is the author's choice.
const OPEN = new Set([
  ...['manifests', 'layers', 'urls', 'annotations', 'os.features', 'features'],
  ...[
    'ExposedPorts',
    'Volumes',
    'Labels',
    'Env',
    'Cmd',
    'Entrypoint',
    'Test',
    'OnBuild',
    'Shell',
    'PortSpecs',
  ],
  ...['diff_ids', 'history', 'fsLayers', 'signatures'],
  // inside artifacts
  ...['subject', 'digest', 'resolvedDependencies', 'materials', 'creators', 'packages'],
  ...['externalRefs', 'components', 'certificates', 'tlogEntries', 'x5c', 'maintainers'],
  // runtime-spec
  ...[
    'additionalGids',
    'args',
    'env',
    'rlimits',
    'mounts',
    'options',
    'uidMappings',
    'gidMappings',
  ],
  ...['bounding', 'effective', 'inheritable', 'permitted', 'ambient'],
  ...['prestart', 'createRuntime', 'createContainer', 'startContainer', 'poststart', 'poststop'],
  ...['namespaces', 'devices', 'netDevices', 'sysctl', 'maskedPaths', 'readonlyPaths'],
  ...['hugepageLimits', 'priorities', 'weightDevice', 'rdma', 'unified', 'mount'],
  ...['throttleReadBpsDevice', 'throttleWriteBpsDevice'],
  ...['throttleReadIOPSDevice', 'throttleWriteIOPSDevice'],
  ...['architectures', 'flags', 'syscalls', 'names'],
  // a list is the whole document
  '',
  // CRI and CNI
  ...['repoTags', 'repoDigests', 'additionalIps', 'labels', 'servers', 'searches'],
  ...['port_mappings', 'Interfaces', 'IPConfigs', 'DNS', 'Routes', 'envs', 'command'],
  ...['add_capabilities', 'drop_capabilities', 'supplemental_groups', 'supplementalGroups'],
  ...['masked_paths', 'readonly_paths'],
  // Docker
  ...['Args', 'RepoTags', 'RepoDigests', 'Binds', 'CapAdd', 'CapDrop', 'Mounts', 'Layers'],
  'LayerSources',
])

describe.each(Object.entries(all))('%s', (_, catalogue) => {
  const patterns = catalogue.map((entry) => entry.pattern)

  test('has each pattern once, and each pattern under its parent', () => {
    expect(new Set(patterns).size).toBe(patterns.length)
    const orphans = patterns.filter(
      (pattern) => pattern !== '' && !patterns.includes(pattern.slice(0, pattern.lastIndexOf('/'))),
    )
    expect(orphans).toEqual([])
  })

  test('uses * only for array items and chosen keys', () => {
    const wrong = patterns.filter((pattern) => {
      const tokens = parsePointer(pattern)
      if (!tokens) return true
      return tokens.some((token, at) => token === '*' && !OPEN.has(tokens[at - 1] ?? ''))
    })
    expect(wrong).toEqual([])
  })
})

test.each(locales)('no two entries share a text (%s)', (locale) => {
  const seen = new Map<string, string>()
  const shared: string[] = []
  for (const { document, pattern, means, breaks } of entries) {
    for (const text of [means[locale], breaks[locale]]) {
      const here = `${document}${pattern}`
      const there = seen.get(text)
      if (there !== undefined) shared.push(`${there} and ${here}: ${text}`)
      seen.set(text, here)
    }
  }
  expect(shared).toEqual([])
})

test.each(locales)('every text is whole sentences, and short (%s)', (locale) => {
  const wrong = entries.flatMap(({ document, pattern, means, breaks }) =>
    [means[locale], breaks[locale]]
      .filter((text) => {
        const sentences = text.split(/(?<=[.?!])\s+(?=\p{Lu}|[“‘\p{Script=Hangul}]|\d|[a-zA-Z])/u)
        const ends = locale === 'ko' ? /\p{Script=Hangul}.*다\.$/u : /^[^\p{Script=Hangul}]+[.?]$/u
        const name = pattern.split('/').at(-1) ?? ''
        return sentences.length > 2 || !ends.test(text) || text.replace('.', '') === name
      })
      .map((text) => `${document}${pattern}: ${text}`),
  )
  expect(wrong).toEqual([])
})

test('every clause is pinned to a release', () => {
  const loose = entries.filter(({ spec }) => {
    // Specifications that are published as pages carry the version in the address.
    const number = spec.version.replace('v', '')
    const places = [`/blob/${spec.version}/`, `/${spec.version}/`, `/${number}/`]
    return !places.some((one) => spec.url.includes(one)) || !/^v\d+\.\d+/.test(spec.version)
  })
  expect(loose.map((entry) => entry.pattern)).toEqual([])
})

/** Pointers of a document's fields that no entry explains; null if it is no document of ours. */
function unexplained(bytes: Uint8Array): { kind: string; pointers: string[] } | null {
  const document = decode(bytes)
  if (!document || document.kind === 'unknown') return null
  const pointers = [...walk(document.json)]
    .map(({ pointer }) => pointer)
    .filter((pointer) => !fieldAt(catalogues[document.kind], pointer))
  return { kind: document.kind, pointers }
}

function decode(bytes: Uint8Array) {
  try {
    return decodeDocument(bytes, null)
  } catch {
    return null
  }
}

/** Patterns of all that a shape allows. */
function patternsOf(field: Field, at = ''): string[] {
  if (typeof field === 'string') return [at]
  if ('items' in field) return [at, ...patternsOf(field.items, `${at}/*`)]
  if ('values' in field) return [at, ...patternsOf(field.values, `${at}/*`)]
  if ('orNull' in field) return patternsOf(field.orNull, at)
  const fields = Object.entries(field.fields)
  return [at, ...fields.flatMap(([key, value]) => patternsOf(value, childPointer(at, key)))]
}

test.each(Object.entries({ index: INDEX, manifest: MANIFEST, config: CONFIG, schema1: SCHEMA1 }))(
  'explains every field that the decoder knows in %s',
  (kind, shape) => {
    const known = new Set(catalogues[kind as keyof typeof catalogues].map((entry) => entry.pattern))
    expect(patternsOf(shape).filter((pattern) => !known.has(pattern))).toEqual([])
  },
)

test('walks what a document holds', () => {
  const bytes = new TextEncoder().encode('{"schemaVersion":2,"manifests":[{"sizes":1}]}')
  expect(unexplained(bytes)?.pointers).toEqual(['/manifests/0/sizes'])
})

test('explains every field of the recordings', () => {
  const files = globSync('content/recordings/*/blobs/sha256/*')
  const read = files.map((file) => ({ file, result: unexplained(readFileSync(file)) }))
  const missing = read.flatMap(
    ({ file, result }) => result?.pointers.map((pointer) => `${file} ${pointer}`) ?? [],
  )
  expect(missing).toEqual([])
  expect(new Set(read.map(({ result }) => result?.kind))).toContain('index')
})

// Documents of others, kept outside the repository. Fields that their authors made up to be
// unknown, or that belong to a tool's own cache, stay unexplained on purpose.
const ELSEWHERE = process.env.FIXTURES_DIR
const MADE_UP = [/newUnspecifiedField$/, /^\/layers\/\d+\/(reference|properties)/]

test.skipIf(!ELSEWHERE || !existsSync(ELSEWHERE))('explains the fields of other documents', () => {
  const files = globSync(path.join(ELSEWHERE ?? '', 'manifests/**/*'), {
    withFileTypes: true,
  }).filter((entry) => entry.isFile())
  const missing = new Map<string, string>()
  let documents = 0
  for (const { parentPath, name } of files) {
    const result = unexplained(readFileSync(path.join(parentPath, name)))
    if (result) documents += 1
    for (const pointer of result?.pointers ?? []) {
      if (MADE_UP.some((pattern) => pattern.test(pointer))) continue
      missing.set(childPointer(`/${result?.kind}`, '') + pointer.replace(/\/\d+/g, '/*'), name)
    }
  }
  expect([...missing]).toEqual([])
  expect(documents).toBeGreaterThan(200)
})

/** Pointers of a document of any kind that neither it nor what it holds explains. */
function unexplainedAnywhere(bytes: Uint8Array): { kind: string; pointers: string[] } | null {
  let document: ReturnType<typeof recogniseDocument>
  try {
    document = recogniseDocument(bytes)
  } catch {
    return null
  }
  if (document.kind === 'unknown' || document.kind === 'kubernetes') return null
  const known = { ...catalogues, ...openCatalogues }
  const pointers = [...walk(document.json)]
    .map(({ pointer }) => pointer)
    .filter((pointer) => !explain(known, grafts, document.kind, pointer))
  return { kind: document.kind, pointers }
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

test.each([
  {
    why: 'a runtime config inside a CRI container',
    value: {
      status: { state: 'CONTAINER_RUNNING' },
      info: {
        runtimeSpec: { process: { args: ['sh'] }, linux: { namespaces: [{ type: 'pid' }] } },
      },
    },
    missing: [],
  },
  {
    why: 'an image config inside a CRI image',
    value: {
      status: { id: 'a', repoTags: [], repoDigests: [] },
      info: { imageSpec: { config: { Cmd: ['sh'] } } },
    },
    missing: [],
  },
  {
    why: 'the config inside what docker inspect prints',
    value: [{ Id: 'a', State: {}, Image: 'b', Config: { Env: ['A=b'], Labels: { a: 'b' } } }],
    missing: [],
  },
  {
    why: 'what nobody defines',
    value: { ociVersion: '1.3.0', linux: { moon: { phase: 1 } } },
    missing: ['/linux/moon', '/linux/moon/phase'],
  },
])('knows $why', ({ value, missing }) => {
  expect(unexplainedAnywhere(bytesOf(value))?.pointers).toEqual(missing)
})

test('explains every field of the recorded bundles and archives', () => {
  const files = globSync('content/recordings/*/{config,hello.config,spec}.json')
  const read = files.map((file) => ({ file, result: unexplainedAnywhere(readFileSync(file)) }))
  expect(read.map(({ result }) => result?.kind)).toContain('runtime-config')
  expect(
    read.flatMap(({ file, result }) => result?.pointers.map((pointer) => `${file} ${pointer}`)),
  ).toEqual([])
})

test.skipIf(!ELSEWHERE || !existsSync(ELSEWHERE)).each([
  { pattern: 'runtime/**/*.json', least: 15 },
  { pattern: 'cri/**/*.json', least: 5 },
])('explains the fields of $pattern', ({ pattern, least }) => {
  const missing = new Map<string, string>()
  let documents = 0
  for (const file of globSync(path.join(ELSEWHERE ?? '', pattern))) {
    const result = unexplainedAnywhere(readFileSync(file))
    if (result) documents += 1
    for (const pointer of result?.pointers ?? []) {
      missing.set(`${result?.kind} ${pointer.replace(/\/\d+/g, '/*')}`, path.basename(file))
    }
  }
  expect([...missing]).toEqual([])
  expect(documents).toBeGreaterThanOrEqual(least)
})
