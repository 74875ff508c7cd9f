import { decodeBase64 } from './base64.ts'
import type { Digest } from './digest.ts'
import { isDigest } from './digest.ts'
import { verifyDigest } from './hash.ts'
import type { Platform } from './platform.ts'
import { ProblemError } from './problem.ts'

/** What one document says about another. image-spec v1.1.1, descriptor.md */
export type Descriptor = {
  mediaType: string
  digest: Digest
  /** bytes */
  size: number
  urls?: string[]
  annotations?: Record<string, string>
  /** base64 of the content itself */
  data?: string
  artifactType?: string
  /** only inside an index */
  platform?: Platform
}

/** A descriptor and the JSON Pointer at which it stands in its document. */
export type DescriptorEntry = { pointer: string; descriptor: Descriptor }

/**
 * Reads a descriptor out of a JSON value; null when it lacks a media type, a digest or a size.
 *
 * An optional field of the wrong type is left out: the document's findings name it.
 *
 * @see image-spec v1.1.1, descriptor.md#properties
 */
export function readDescriptor(value: unknown): Descriptor | null {
  if (!isRecord(value)) return null
  const { mediaType, digest, size } = value
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest)) return null
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return null
  const urls = stringArray(value.urls)
  const annotations = stringMap(value.annotations)
  const platform = readPlatform(value.platform)
  return {
    mediaType,
    digest,
    size,
    ...(urls && { urls }),
    ...(annotations && { annotations }),
    ...(typeof value.data === 'string' && { data: value.data }),
    ...(typeof value.artifactType === 'string' && { artifactType: value.artifactType }),
    ...(platform && { platform }),
  }
}

/** The descriptors of an array field with their pointers; what is none is left out. */
export function readDescriptors(value: unknown, pointer: string): DescriptorEntry[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, i) => {
    const descriptor = readDescriptor(item)
    return descriptor ? [{ pointer: `${pointer}/${i}`, descriptor }] : []
  })
}

/**
 * The content a descriptor carries in itself, checked against its size and digest;
 * null when it carries none.
 *
 * @throws ProblemError `document-shape` when it is not base64, `size-mismatch`, `digest-mismatch`,
 *   `digest-unverifiable`
 * @see image-spec v1.1.1, descriptor.md#embedded-content
 */
export async function embeddedData(descriptor: Descriptor): Promise<Uint8Array | null> {
  const { data, size, digest } = descriptor
  if (data === undefined) return null
  const bytes = decodeBase64(data)
  if (!bytes) throw new ProblemError({ kind: 'document-shape', at: '/data', expected: 'base64' })
  if (bytes.length !== size) {
    throw new ProblemError({ kind: 'size-mismatch', want: size, got: bytes.length })
  }
  await verifyDigest(bytes, digest)
  return bytes
}

function readPlatform(value: unknown): Platform | null {
  if (!isRecord(value)) return null
  const { os, architecture, variant } = value
  if (typeof os !== 'string' || typeof architecture !== 'string') return null
  const version = value['os.version']
  const features = stringArray(value['os.features'])
  return {
    os,
    architecture,
    ...(typeof version === 'string' && { 'os.version': version }),
    ...(features && { 'os.features': features }),
    ...(typeof variant === 'string' && { variant }),
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function stringArray(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null
  return value.filter((item): item is string => typeof item === 'string')
}

export function stringMap(value: unknown): Record<string, string> | null {
  if (!isRecord(value)) return null
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string'
  })
  return Object.fromEntries(pairs)
}
