import { linkQuery, queryName } from '../../ui/query'
import type { Sort } from './rows'

export type Show = 'built' | 'alone' | 'sizes'

/** The part of a page's address about layers; beside the image panel's, with the same prefix. */
export type LayersAddress = {
  /** from 1; null: the last one */
  layer: number | null
  show: Show
  /** what is chosen in the tree */
  path: string | null
  find: string
  sort: Sort
}

export const noLayer: LayersAddress = {
  layer: null,
  show: 'built',
  path: null,
  find: '',
  sort: 'name',
}

const NAMES = ['layer', 'show', 'path', 'find', 'sort'] as const

/** @param prefix the panel's id, or empty on a page of its own */
export function readLayersAddress(search: string, prefix: string): LayersAddress {
  const query = new URLSearchParams(search)
  const get = (name: (typeof NAMES)[number]) => query.get(queryName(prefix, name))
  const layer = Number(get('layer'))
  const show = get('show')
  return {
    layer: Number.isInteger(layer) && layer > 0 ? layer : null,
    show: show === 'alone' || show === 'sizes' ? show : 'built',
    path: get('path') || null,
    find: get('find') ?? '',
    sort: get('sort') === 'size' ? 'size' : 'name',
  }
}

/** The search with this part replaced; what is as it began is left out, what others own stays. */
export function writeLayersAddress(search: string, prefix: string, address: LayersAddress): string {
  const query = new URLSearchParams(search)
  for (const name of NAMES) {
    const value = address[name]
    if (value === null || value === noLayer[name]) query.delete(queryName(prefix, name))
    else query.set(queryName(prefix, name), String(value))
  }
  return linkQuery(query)
}
