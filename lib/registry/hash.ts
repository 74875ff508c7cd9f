import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type Digest, digestAlgorithm, isRegisteredAlgorithm } from '../oci/digest.ts'
import { ProblemError } from '../oci/problem.ts'

/** Hashes bytes as they pass. */
export type Hasher = { update(bytes: Uint8Array): void; digest(): Digest }

/**
 * Node's own SHA-2, because a mirror hashes every byte it hands on.
 *
 * @throws ProblemError `digest-unverifiable`
 */
export function nodeHasher(algorithm: string): Hasher {
  if (!isRegisteredAlgorithm(algorithm)) {
    throw new ProblemError({ kind: 'digest-unverifiable', algorithm })
  }
  const hash = createHash(algorithm)
  return {
    update: (bytes) => {
      hash.update(bytes)
    },
    digest: () => `${algorithm}:${hash.digest('hex')}`,
  }
}

export function digestOfBytes(bytes: Uint8Array, algorithm = 'sha256'): Digest {
  const hasher = nodeHasher(algorithm)
  hasher.update(bytes)
  return hasher.digest()
}

/** @throws ProblemError `digest-mismatch`, `digest-unverifiable` */
export function verifyBytes(bytes: Uint8Array, want: Digest): void {
  const got = digestOfBytes(bytes, digestAlgorithm(want))
  if (got !== want) throw new ProblemError({ kind: 'digest-mismatch', want, got })
}

/** @throws ProblemError `digest-mismatch`, `digest-unverifiable` */
export async function verifyFile(path: string, want: Digest): Promise<void> {
  const hasher = nodeHasher(digestAlgorithm(want))
  for await (const chunk of createReadStream(path)) hasher.update(chunk)
  const got = hasher.digest()
  if (got !== want) throw new ProblemError({ kind: 'digest-mismatch', want, got })
}
