import { format } from '@/lib/i18n/format'
import type { Identity } from './model'
import type { IdentityWords } from './words'

/** `diffID of layer 2` */
export function nameOf(identity: Identity, words: IdentityWords): string {
  const { name } = isBottom(identity) ? words.bottom : words.kinds[identity.kind]
  return format(name, valuesOf(identity))
}

/** What is hashed, in words. */
export function howOf(identity: Identity, words: IdentityWords): string {
  const { how } = isBottom(identity) ? words.bottom : words.kinds[identity.kind]
  return format(how, valuesOf(identity))
}

/** What is hashed, as a formula. */
export function formulaOf(identity: Identity, words: IdentityWords): string {
  const { formula } = isBottom(identity) ? words.bottom : words.kinds[identity.kind]
  return format(formula, valuesOf(identity))
}

/** The first of the chain: its DiffID, not hashed again. */
export function isBottom({ of }: Identity): boolean {
  return of.what === 'chain' && of.text === null
}

function valuesOf({ digest, layer, of }: Identity) {
  const size = 'size' in of ? of.size.toLocaleString('en') : ''
  const text = of.what === 'chain' ? (of.text ?? digest) : ''
  const n = layer ?? 0
  return { n, below: n - 1, size, text, algorithm: digest.slice(0, digest.indexOf(':')) }
}
