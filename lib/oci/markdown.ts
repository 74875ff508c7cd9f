import { shellLine } from './shell.ts'

/** A note about one object, as Markdown that says the same wherever it is pasted. */
export type Note = {
  /** ours: plain words, no Markdown in them */
  title: string
  /** label and value; a value is a registry's, and shown as code */
  facts: readonly (readonly [label: string, value: string])[]
  link: { label: string; url: string }
  /** lines for a shell; none where nothing can be verified */
  verify: { label: string; lines: readonly string[] }
}

/**
 * Writes a note. Nothing in a value can leave its place: it stands in code that is fenced by more
 * back-quotes than it has, on one line, with its control characters named.
 *
 * @see CommonMark 0.31.2, section 6.1
 */
export function markdownNote({ title, facts, link, verify }: Note): string {
  const fence = fenceFor(verify.lines.join('\n'), 3)
  const code = [`${verify.label}:`, '', `${fence}sh`, ...verify.lines.map(oneLine), fence, '']
  return [
    `### ${title}`,
    '',
    ...facts.map(([label, value]) => `- ${label}: ${codeSpan(value)}`),
    `- ${link.label}: <${urlText(link.url)}>`,
    '',
    ...(verify.lines.length > 0 ? code : []),
  ].join('\n')
}

/** Text as inline code, whatever is in it. */
export function codeSpan(text: string): string {
  const line = oneLine(text)
  // Blanks alone would be shown as nothing.
  if (line.trim() === '') return '–'
  const fence = fenceFor(line, 1)
  // One blank at each end is taken off again: so a back-quote may stand at an edge, and blanks at both.
  const edge = /^`|`$|^ .* $/.test(line) ? ' ' : ''
  return fence + edge + line + edge + fence
}

/** Fetches by curl and shows the sum only if it is the one that is expected. */
export function verifyLine(url: string, algorithm: string, encoded: string): string {
  const sum = algorithm === 'sha512' ? 'sha512sum' : 'sha256sum'
  return `${shellLine('curl', '-sSL', url)} | ${sum} | ${shellLine('grep', encoded)}`
}

function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? []
  return '`'.repeat(Math.max(least, ...runs.map((length) => length + 1)))
}

/** What cannot be seen, or would end the line, is named: `U+202E`. */
export function oneLine(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/** As it may stand between `<` and `>`. */
function urlText(url: string): string {
  return url.replace(/[\s<>]/g, encodeURIComponent)
}
