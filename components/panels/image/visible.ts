/**
 * Characters that act on text instead of being seen: C0 and C1 controls, bidi embeddings,
 * overrides and isolates, zero-width characters, line separators, tags, soft hyphen.
 * Tab, line feed and carriage return stay: they are JSON's own white space.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

export type Glyphs = { text: string; code: string | null }

/** Cuts text so that each unseen character stands alone with its code point: `U+202E`. */
export function visible(text: string): Glyphs[] {
  const cut: Glyphs[] = []
  let from = 0
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) cut.push({ text: text.slice(from, match.index), code: null })
    cut.push({ text: match[0], code: codeOf(match[0]) })
    from = match.index + match[0].length
  }
  if (from < text.length || cut.length === 0) cut.push({ text: text.slice(from), code: null })
  return cut
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
