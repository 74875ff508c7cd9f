import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// One way through: app → content → components → lib. Longest matching place wins.
const MAY_IMPORT: Record<string, string[]> = {
  app: ['app', 'content', 'components', 'lib'],
  content: ['content', 'components', 'lib'],
  components: ['components', 'lib'],
  lib: ['lib'],
  'lib/oci': ['lib/oci'],
  'lib/registry': ['lib/registry', 'lib/oci', 'lib/settings.mjs'],
  'lib/recordings': ['lib/recordings', 'lib/oci'],
  'lib/content': ['lib/content', 'lib/i18n', 'lib/oci', 'lib/recordings'],
  'lib/i18n': ['lib/i18n'],
}
// Doors that only some may open: the one that reaches the network belongs to routes.
const ONLY_FROM: Record<string, string[]> = { 'lib/registry': ['app', 'lib/registry'] }

const within = (file: string, place: string) => file === place || file.startsWith(`${place}/`)

/** Wrong arrows among `file` and what it imports, as sentences. */
function wrongArrows(file: string, source: string): string[] {
  const place = Object.keys(MAY_IMPORT)
    .filter((candidate) => within(file, candidate))
    .sort((a, b) => b.length - a.length)[0]
  if (!place) return []
  const allowed = MAY_IMPORT[place] ?? []
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  return specifiers.flatMap((specifier) => {
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), specifier)
        : null
    if (target === null) {
      const pure = place === 'lib/oci' && (specifier.startsWith('node:') || specifier === 'react')
      return pure ? [`${file} is pure but imports ${specifier}`] : []
    }
    const closed = Object.entries(ONLY_FROM).some(
      ([door, from]) => within(target, door) && !from.some((home) => within(file, home)),
    )
    if (!closed && allowed.some((home) => within(target, home))) return []
    return [`${file} imports ${target}`]
  })
}

function* sources(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const name = path.posix.join(directory, entry.name)
    if (entry.isDirectory()) yield* sources(name)
    // Tests stand beside the code but may look anywhere.
    else if (/\.(ts|tsx|mjs)$/.test(name) && !/\.test\.tsx?$|\/testing\//.test(name)) yield name
  }
}

test('imports go one way', () => {
  const wrong = ['app', 'content', 'components', 'lib'].flatMap((directory) =>
    [...sources(directory)].flatMap((file) => wrongArrows(file, readFileSync(file, 'utf8'))),
  )
  expect(wrong).toEqual([])
})

test.each([
  { why: 'a component reads content', file: 'components/a.tsx', source: "from '@/content/ui/en'" },
  {
    why: 'a component opens the network',
    file: 'components/a.tsx',
    source: "from '@/lib/registry/x'",
  },
  { why: 'a decoder reads a file', file: 'lib/oci/a.ts', source: "from 'node:fs'" },
  { why: 'a decoder knows a page', file: 'lib/oci/a.ts', source: "from '../content/catalog.ts'" },
  { why: 'an import on demand', file: 'components/a.tsx', source: "await import('@/app/x')" },
])('sees it when $why', ({ file, source }) => {
  expect(wrongArrows(file, source)).toHaveLength(1)
})
