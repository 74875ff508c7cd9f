import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const chapters = import.meta.dirname
const recordings = path.join(chapters, '../recordings')
const HEX = /(?<![0-9a-z])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{8,64}(?![0-9a-z])/g

const filesBelow = (directory: string, fits: (file: string) => boolean) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(fits)

/** Digests that can be looked up: names of recorded blobs, what their JSON names, `{}`. */
function knownDigests(): Set<string> {
  const known = new Set([createHash('sha256').update('{}').digest('hex')])
  for (const file of filesBelow(recordings, (file) => file.includes('/blobs/'))) {
    known.add(path.basename(file))
    const bytes = readFileSync(file)
    if (bytes[0] !== 0x7b) continue
    for (const [hex] of bytes.toString('utf8').matchAll(/[0-9a-f]{64}/g)) known.add(hex)
  }
  return known
}

const written = filesBelow(chapters, (file) => file.endsWith('.mdx')).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(HEX)].map(([hex]) => ({
    file: path.relative(chapters, file),
    hex,
  })),
)

test('finds digests in the chapters', () => {
  expect(written.length).toBeGreaterThan(0)
})

test('no chapter quotes a digest that no recording holds', () => {
  const known = [...knownDigests()]
  const invented = written.filter(({ hex }) => !known.some((digest) => digest.startsWith(hex)))
  expect(invented).toEqual([])
})
