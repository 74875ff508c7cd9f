import { expect, test } from 'vitest'
import { parseReference } from '../../lib/oci/reference.ts'
import { EXAMPLES } from '../../lib/registry/examples.ts'
import { QUIRK_KINDS } from '../../lib/registry/quirk.ts'
import { createRegistries } from '../../lib/registry/registries.ts'
import { ROWS } from '../../lib/registry/rows.ts'
import { registries as en } from './registries.en.ts'
import { registries as ko } from './registries.ko.ts'

const named = EXAMPLES.map(({ registry }) => registry)

test('every default registry has one example, at that registry', () => {
  expect([...named].sort()).toEqual([...ROWS.map(({ name }) => name), '*-docker.pkg.dev'].sort())
  const { find } = createRegistries({ extraRegistries: [] })
  for (const { registry, reference } of EXAMPLES) {
    const { registry: host } = parseReference(reference)
    expect(find(host).name.endsWith(registry.replace('*', '')), reference).toBe(true)
  }
})

test.each([
  { locale: 'en', words: en },
  { locale: 'ko', words: ko },
])('the words of $locale tell each example and each kind of quirk, and no other', ({ words }) => {
  expect(Object.keys(words.examples).sort()).toEqual([...named].sort())
  expect(Object.keys(words.kinds).sort()).toEqual(Object.values(QUIRK_KINDS).flat().sort())
  for (const sentence of Object.values(words.examples)) expect(sentence).toMatch(/\.$/)
})
