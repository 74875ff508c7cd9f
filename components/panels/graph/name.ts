import { format } from '@/lib/i18n/format'
import type { GraphNode } from '@/lib/oci/graph'
import { OCI_EMPTY } from '@/lib/oci/media-type'
import type { CardWords } from '../artifact/words'
import type { GraphWords } from './words'

/** What an object is called where there is little room: its platform, its purpose, its place. */
export function nameOf(node: GraphNode, words: GraphWords, kinds: CardWords['kinds']): string {
  const { kind, artifact, platform, number, note, mediaType } = node
  if (kind === 'referrer' || (kind === 'manifest' && artifact && artifact !== 'image')) {
    if (artifact && artifact !== 'unknown') return kinds[artifact].name
    return note ?? words.kinds.referrer
  }
  if (kind === 'manifest') return platform ?? words.kinds.manifest
  if (kind === 'layer' && number !== null) return format(words.layer, { n: number })
  if (kind === 'blob') return (note ?? mediaType).replace(/^(?:https?:\/\/|application\/)/, '')
  return mediaType === OCI_EMPTY ? words.empty : words.kinds[kind]
}

/** Cuts a text to a width in half-width columns: a Hangul syllable takes two. */
export function shortened(text: string, columns: number): string {
  let width = 0
  const letters = [...text]
  for (const [i, letter] of letters.entries()) {
    width += /[ᄀ-￦]/.test(letter) ? 2 : 1
    if (width > columns) return `${letters.slice(0, Math.max(0, i - 1)).join('')}…`
  }
  return text
}
