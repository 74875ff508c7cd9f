import { linkQuery, queryName } from '../../ui/query'

/** The part of a page's address that one panel owns. design: `?<panelId>.reference=…`, bare on the desk. */
export type PanelAddress = {
  reference: string | null
  /** `linux/arm64`, or the manifest's digest where the platform alone does not tell */
  platform: string | null
  document: string | null
  /** JSON Pointer in that document */
  at: string | null
  live: boolean
  /** of the conversation, from 1 */
  step: number | null
}

const NAMES = ['reference', 'platform', 'document', 'at', 'live', 'step'] as const

export const nowhere: PanelAddress = {
  reference: null,
  platform: null,
  document: null,
  at: null,
  live: false,
  step: null,
}

/** @param prefix the panel's id, or empty on a page of its own */
export function readAddress(search: string, prefix: string): PanelAddress {
  const query = new URLSearchParams(search)
  const get = (name: (typeof NAMES)[number]) => query.get(queryName(prefix, name))
  const step = Number(get('step'))
  return {
    reference: get('reference'),
    platform: get('platform'),
    document: get('document'),
    at: get('at'),
    live: get('live') === '1',
    step: Number.isInteger(step) && step > 0 ? step : null,
  }
}

/** The search with this panel's part replaced; what other panels own stays. */
export function writeAddress(search: string, prefix: string, address: PanelAddress): string {
  const query = new URLSearchParams(search)
  for (const name of NAMES) {
    const value = address[name]
    const text = value === true ? '1' : value === false || value === null ? null : String(value)
    if (text === null) query.delete(queryName(prefix, name))
    else query.set(queryName(prefix, name), text)
  }
  return linkQuery(query)
}
