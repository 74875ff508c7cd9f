import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fieldAt } from '../../lib/content/fields.ts'
import {
  ARTIFACT_LIMIT,
  type DecodedArtifact,
  decodeArtifact,
} from '../../lib/oci/artifact/decode.ts'
import { FIXTURES_DIR } from '../../lib/testing/vectors.ts'
import { artifactCatalogues } from './artifact-catalogues.ts'

/** Places of facts that a card shows and no entry explains. */
function unexplained(content: DecodedArtifact): { facts: number; missing: string[] } {
  const [outer] = content.parts
  let facts = 0
  const missing: string[] = []
  for (const part of content.parts) {
    for (const { at } of part.facts) {
      // Cosign’s annotations stand in the manifest; what has no form has no entries.
      if (at.startsWith('/annotations/') || ['predicate', 'json', 'bytes'].includes(part.kind)) {
        continue
      }
      facts += 1
      const own = artifactCatalogues[outer?.kind ?? 'json'] ?? []
      const below = artifactCatalogues[part.kind] ?? []
      const found = fieldAt(own, at) ?? fieldAt(below, at.replace(/^\/predicate/, ''))
      if (!found) missing.push(`${outer?.kind} ${part.kind} ${at}`)
    }
  }
  const inner = content.inner && unexplained(content.inner.content)
  return {
    facts: facts + (inner?.facts ?? 0),
    missing: [...missing, ...(inner?.missing ?? [])],
  }
}

function check(files: string[]): { facts: number; missing: string[] } {
  const all = files.flatMap((file) => {
    const bytes = readFileSync(file)
    if (bytes.length > ARTIFACT_LIMIT) return []
    const helm = bytes.toString('utf8', 0, 200).includes('"apiVersion":"v2"')
    const type = helm ? 'application/vnd.cncf.helm.config.v1+json' : null
    return [unexplained(decodeArtifact(bytes, type))]
  })
  const facts = all.reduce((sum, one) => sum + one.facts, 0)
  return { facts, missing: [...new Set(all.flatMap((one) => one.missing))] }
}

test('every fact that a card shows of the recordings has an entry', () => {
  const { facts, missing } = check(globSync('content/recordings/*/blobs/sha256/*'))
  expect(missing).toEqual([])
  expect(facts).toBeGreaterThan(40)
})

test.skipIf(!FIXTURES_DIR)('and of other people’s artifacts', () => {
  const root = path.join(FIXTURES_DIR ?? '', 'manifests')
  const files = globSync('{slsa/*/blobs/sha256/*,buildkit-docs/*.json}', { cwd: root })
  const { facts, missing } = check(files.map((file) => path.join(root, file)))
  expect(missing).toEqual([])
  expect(facts).toBeGreaterThan(40)
})
