import { ProblemError } from './problem.ts'

/** Text form `algorithm:encoded`; comes from `parseDigest`. image-spec v1.1.1, descriptor.md#digests */
export type Digest = `${string}:${string}`

export type RegisteredAlgorithm = 'sha256' | 'sha512'

const GRAMMAR = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/

// sha384 is not registered by the image spec, but Go's digest library knows it,
// so a wrong length is an error there and here.
const HEX_LENGTH = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])

/**
 * Parses the text form of a digest.
 *
 * An unregistered algorithm passes if the grammar does: we can show it, not verify it.
 *
 * @param text e.g. `sha256:` and 64 lower-case hex digits
 * @throws ProblemError `digest-syntax`
 * @see image-spec v1.1.1, descriptor.md#digests
 */
export function parseDigest(text: string): Digest {
  if (!isDigest(text)) throw new ProblemError({ kind: 'digest-syntax', input: text })
  return text
}

/** Whether `parseDigest` would take it. */
export function isDigest(text: string): text is Digest {
  const [, algorithm = '', encoded = ''] = GRAMMAR.exec(text) ?? []
  if (!algorithm) return false
  const length = HEX_LENGTH.get(algorithm)
  return length === undefined || (encoded.length === length && /^[a-f0-9]+$/.test(encoded))
}

/** `sha256` of `sha256:44136f…` */
export function digestAlgorithm(digest: Digest): string {
  return digest.slice(0, digest.indexOf(':'))
}

/** `44136f…` of `sha256:44136f…` */
export function digestEncoded(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1)
}

/** Whether the image spec registers the algorithm. @see image-spec v1.1.1, descriptor.md#registered-algorithms */
export function isRegisteredAlgorithm(algorithm: string): algorithm is RegisteredAlgorithm {
  return algorithm === 'sha256' || algorithm === 'sha512'
}

/**
 * For eyes: shortened in the middle, `sha256:44136fa3…1caaff8a`.
 *
 * @param keep characters kept at each end of the encoded part
 */
export function formatDigest(digest: Digest, keep = 8): string {
  const encoded = digestEncoded(digest)
  if (encoded.length <= 2 * keep + 1) return digest
  return `${digestAlgorithm(digest)}:${encoded.slice(0, keep)}…${encoded.slice(-keep)}`
}
