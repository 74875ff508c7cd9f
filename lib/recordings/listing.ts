import { open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { type Digest, digestAlgorithm, digestEncoded, isDigest } from '../oci/digest.ts'
import type { EndLine } from '../oci/layer-entry.ts'
import { ProblemError } from '../oci/problem.ts'
import { parseJson } from './file.ts'
import { recordingDirectory } from './recording.ts'

/** The entries of a layer as they were when it was recorded; its bytes may be left out. */
export type RecordedListing = {
  path: string
  /** of the lines before the last, bytes */
  size: number
  end: EndLine
}

const compression = z.enum(['none', 'gzip', 'zstd'])
const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value))
const count = z.int().nonnegative()

const schema: z.ZodType<EndLine> = z.looseObject({
  type: z.literal('end'),
  digest,
  digestVerified: z.boolean().nullable(),
  diffId: digest.nullable(),
  diffIdVerified: z.boolean().nullable(),
  ...{ entries: count, compressed: count, unpacked: count, trailing: count },
  compression,
  declared: compression.nullable(),
  method: z.enum(['stream', 'toc']),
})

/** Bytes in which the last line has to fit. */
const TAIL = 16 * 2 ** 10

/**
 * The listing kept of a layer: `listings/<hex>.ndjson`, the lines of `/api/layers` without progress.
 *
 * @returns null when none was kept
 * @throws ProblemError `sample-unknown`, `digest-syntax`
 * @throws Error naming the file, where its last line is no end
 */
export async function readListing(name: string, digest: string): Promise<RecordedListing | null> {
  if (!isDigest(digest)) throw new ProblemError({ kind: 'digest-syntax', input: digest })
  const directory = recordingDirectory(name)
  if (digestAlgorithm(digest) !== 'sha256') return null
  const path = join(directory, 'listings', `${digestEncoded(digest)}.ndjson`)
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, TAIL))
    await file.read(tail, 0, tail.length, size - tail.length)
    // The line break that ends the file is not the one before its last line.
    const start = tail.lastIndexOf(0x0a, tail.length - 2) + 1
    const last = tail.subarray(start).toString()
    const end = parseJson(last, schema, relative(process.cwd(), path))
    return { path, size: size - (tail.length - start), end }
  } finally {
    await file.close()
  }
}
