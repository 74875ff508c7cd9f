import type { Digest } from './digest.ts'
import { digestAlgorithm } from './digest.ts'
import { ProblemError } from './problem.ts'

const WEB_CRYPTO = new Map([
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
])

/** Bytes. WebCrypto has no streaming, so a larger input would stand in memory twice. */
const WEB_CRYPTO_LIMIT = 4 * 1024 * 1024

/** Bytes hashed in JavaScript before the page gets a turn. */
const SLICE = 1024 * 1024

/** Hashes piece by piece. */
export type Hasher = { update(bytes: Uint8Array): void; digest(): Digest }

/** Whether `digestOf` and `verifyDigest` can compute it. */
export function canHash(algorithm: string): boolean {
  return WEB_CRYPTO.has(algorithm)
}

/**
 * The digest of some bytes.
 *
 * By WebCrypto where there is one; an http origin other than loopback is no secure context
 * and has none, so there, and for more than 4 MiB, JavaScript does it.
 *
 * @throws ProblemError `digest-unverifiable` for an algorithm we do not compute
 */
export async function digestOf(bytes: Uint8Array, algorithm = 'sha256'): Promise<Digest> {
  const name = WEB_CRYPTO.get(algorithm)
  // crypto.subtle is missing, whatever its type says, outside a secure context.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (name && subtle && bytes.length <= WEB_CRYPTO_LIMIT) {
    // A copy when the view might be over a SharedArrayBuffer, which WebCrypto refuses.
    const own =
      bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice()
    return `${algorithm}:${hex(new Uint8Array(await subtle.digest(name, own)))}`
  }
  const hasher = await createHasher(algorithm)
  for (let at = 0; at < bytes.length; at += SLICE) {
    if (at > 0) await nextTurn()
    hasher.update(bytes.subarray(at, at + SLICE))
  }
  return hasher.digest()
}

/**
 * Checks bytes against the digest they go by.
 *
 * @throws ProblemError `digest-mismatch`, `digest-unverifiable`
 * @see image-spec v1.1.1, descriptor.md#verification
 */
export async function verifyDigest(bytes: Uint8Array, digest: Digest): Promise<void> {
  const got = await digestOf(bytes, digestAlgorithm(digest))
  if (got !== digest) throw new ProblemError({ kind: 'digest-mismatch', want: digest, got })
}

/**
 * A hasher for bytes that arrive piece by piece; loads the JavaScript implementation on first use.
 *
 * @throws ProblemError `digest-unverifiable`
 */
export async function createHasher(algorithm = 'sha256'): Promise<Hasher> {
  if (!canHash(algorithm)) throw new ProblemError({ kind: 'digest-unverifiable', algorithm })
  const { sha256, sha384, sha512 } = await import('@noble/hashes/sha2.js')
  const hash = { sha256, sha384, sha512 }[algorithm as 'sha256' | 'sha384' | 'sha512'].create()
  return {
    update: (bytes) => {
      hash.update(bytes)
    },
    digest: () => `${algorithm}:${hex(hash.digest())}`,
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
