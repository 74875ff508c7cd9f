import { linkQuery } from '../../ui/query'
import { nowhere, type PanelAddress } from '../image/address'

export type SideName = 'a' | 'b'

/** What a link to a comparison names. One platform counts for both; two, in the order a, b. */
export type CompareAddress = {
  a: string | null
  b: string | null
  /** `linux/arm64`, or the digest of a row; null takes what fits most machines */
  platform: Record<SideName, string | null>
}

export function readCompareAddress(search: string): CompareAddress {
  const query = new URLSearchParams(search)
  const [first = null, second = first] = query.getAll('platform')
  return {
    a: query.get('a') || null,
    b: query.get('b') || null,
    platform: { a: first || null, b: second || null },
  }
}

export function writeCompareAddress({ a, b, platform }: CompareAddress): string {
  const query = new URLSearchParams()
  if (a !== null) query.set('a', a)
  if (b !== null) query.set('b', b)
  if (platform.a !== null || platform.b !== null) {
    query.append('platform', platform.a ?? '')
    if (platform.b !== platform.a) query.append('platform', platform.b ?? '')
  }
  return linkQuery(query)
}

/** Where the desk explains one field of one document. */
export function fieldAddress(
  reference: string,
  platform: string | null,
  document: string,
  at: string,
): PanelAddress {
  return { ...nowhere, reference, platform, document, at }
}
