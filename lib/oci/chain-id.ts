import type { Digest } from './digest.ts'
import { digestOf } from './hash.ts'

/**
 * What is hashed to name a stack: the name of the stack below, a space, the DiffID on top.
 * Null for the bottom layer, whose name is its DiffID, unhashed.
 *
 * @see image-spec v1.1.1, config.md#layer-chainid
 */
export function chainText(below: string | null, diffId: string): string | null {
  return below === null ? null : `${below} ${diffId}`
}

/**
 * The ChainID of every stack, from the bottom layer alone to the whole image.
 *
 * A ChainID is hashed as text, prefix included, and always with SHA-256.
 *
 * @param diffIds bottom layer first
 * @see image-spec v1.1.1, config.md#layer-chainid
 */
export async function chainIds(diffIds: readonly string[]): Promise<Digest[]> {
  const chain: Digest[] = []
  for (const diffId of diffIds) {
    const text = chainText(chain.at(-1) ?? null, diffId)
    chain.push(text === null ? (diffId as Digest) : await digestOf(new TextEncoder().encode(text)))
  }
  return chain
}
