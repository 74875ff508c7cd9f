import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzz, mutated, orProblem } from '../testing/fuzz.ts'
import { decodeDocument } from './document.ts'
import type { JsonNode } from './json.ts'
import { parseJson } from './json.ts'
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST, SCHEMA1_SIGNED } from './media-type.ts'
import { walk } from './pointer.ts'
import { decodeTags } from './tags-list.ts'

const recordings = join(import.meta.dirname, '../../content/recordings')

/** Every small JSON document of the recordings: indexes, manifests, configs. */
const documents = readdirSync(recordings).flatMap((recorded) => {
  const blobs = join(recordings, recorded, 'blobs', 'sha256')
  return listed(blobs)
    .map((name) => new Uint8Array(readFileSync(join(blobs, name))))
    .filter((bytes) => bytes.length < 20_000 && bytes[0] === 0x7b)
})

function listed(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

const declared = fc.constantFrom(null, OCI_INDEX, OCI_MANIFEST, OCI_CONFIG, SCHEMA1_SIGNED, ';')
const recorded = fc.constantFrom(...documents)

function check(bytes: Uint8Array, mediaType: string | null): void {
  orProblem(() => decodeTags(bytes))
  const document = orProblem(() => decodeDocument(bytes, mediaType))
  if (!document) return
  expect(document.bytes).toBe(bytes)
  const { text, findings } = document
  for (const { start, end, pointer } of findings) {
    expect(start >= 0 && start <= end && end <= text.length, pointer).toBe(true)
  }
}

test('there are recorded documents', () => {
  expect(documents.length).toBeGreaterThan(10)
})

fuzz(
  'a recorded document with damage',
  recorded.chain((bytes) => fc.tuple(mutated(bytes), declared)),
  ([bytes, mediaType]) => check(bytes, mediaType),
)

/** Values of another type, an empty one, a very large one, in the place of a value that was recorded. */
const odd = fc.oneof(
  fc.constantFrom('null', '{}', '[]', '""', '-1', '1e400', '"sha256:x"', '[[]]', '{"":{"":0}}'),
  fc.constantFrom('9007199254740993', '"\\ud800"', '{"__proto__":1,"__proto__":2}', '[null,1,{}]'),
  fc.json({ maxDepth: 2 }),
)

fuzz(
  'a recorded document with other values',
  fc.tuple(recorded, fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }), declared),
  ([bytes, edits, mediaType]) => {
    let text = new TextDecoder().decode(bytes)
    for (const [pick, value] of edits) {
      const nodes: JsonNode[] = [...walk(parseJson(text))].map(({ node }) => node)
      const node = nodes[pick % nodes.length]
      if (node) text = text.slice(0, node.start) + value + text.slice(node.end)
    }
    check(new TextEncoder().encode(text), mediaType)
  },
)
