import { linkQuery } from '../../ui/query'

/** What a link to this page names. */
export type ArtifactAddress = {
  reference: string | null
  /** digest of the object that is open */
  object: string | null
  /** JSON Pointer of the pinned field in it */
  at: string | null
}

const NAMES = ['reference', 'object', 'at'] as const

export const nowhere: ArtifactAddress = { reference: null, object: null, at: null }

export function readArtifactAddress(search: string): ArtifactAddress {
  const query = new URLSearchParams(search)
  const [reference, object, at] = NAMES.map((name) => query.get(name) || null)
  return { reference: reference ?? null, object: object ?? null, at: at ?? null }
}

export function writeArtifactAddress(address: ArtifactAddress): string {
  const query = new URLSearchParams()
  for (const name of NAMES) if (address[name] !== null) query.set(name, address[name])
  return linkQuery(query)
}
