/** A hash that a tool printed, or a short form of one, and where it stands. */
export type Identifier = {
  /** 12 to 64 hexadecimal digits */
  hex: string
  /**
   * a column's head, the words before it in its line, or a JSON Pointer; array items are `*`, keys that
   * are hashes `…`
   */
  where: string
}

const HEX = /(?<![0-9a-zA-Z.-])(?:sha256[:-])?([0-9a-f]{12,64})(?![0-9a-zA-Z])(?!-[0-9a-f]{4})/g

/** Everything in a text that looks like a hash, in order: in JSON, in a table, or in plain lines. */
export function identifiersIn(text: string): Identifier[] {
  const json = jsonOf(text)
  if (json !== undefined) return inJson(json, '')
  const lines = text.split('\n').map(expandTabs)
  const head = lines.findIndex((line) =>
    /^[A-Z][A-Z ]* {2,}[A-Z]|^REF +TYPE |^KEY +PARENT /.test(line),
  )
  const columns = head < 0 ? [] : columnsOf(lines[head] ?? '', lines.slice(head + 1))
  return lines.flatMap((line, i) =>
    [...line.matchAll(HEX)].map((match) => ({
      hex: match[1] ?? '',
      where: head >= 0 && i > head ? columnAt(columns, match.index) : besides(line, match),
    })),
  )
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function inJson(value: unknown, pointer: string): Identifier[] {
  if (typeof value === 'string') {
    return [...value.matchAll(HEX)].map(([, hex = '']) => ({ hex, where: pointer }))
  }
  if (Array.isArray(value)) return value.flatMap((item) => inJson(item, `${pointer}/*`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const plain = key.replace(HEX, '…')
    const own = [...key.matchAll(HEX)].map(([, hex = '']) => ({ hex, where: `${pointer}/` }))
    return [...own, ...inJson(item, `${pointer}/${plain}`)]
  })
}

type Column = { from: number; head: string }

/** A column begins where a word of its head does and every line below has a space before it. */
function columnsOf(head: string, rows: string[]): Column[] {
  const starts = [...head.matchAll(/\S+/g)]
    .map(({ index }) => index)
    .filter((at) => at === 0 || rows.every((row) => [' ', undefined].includes(row[at - 1])))
  return starts.map((from, i) => ({ from, head: head.slice(from, starts[i + 1]).trim() }))
}

const columnAt = (columns: Column[], at: number): string =>
  columns.findLast(({ from }) => from <= at)?.head ?? ''

/** The words before a hash in its line; those behind it where it stands first. */
function besides(line: string, { index, 0: match }: RegExpExecArray): string {
  const clean = (text: string) => text.replace(HEX, '…').replace(/\s+/g, ' ').trim()
  return clean(line.slice(0, index)) || clean(line.slice(index + match.length))
}

/** As a terminal would, to every eighth place. */
function expandTabs(line: string): string {
  let text = ''
  for (const char of line) text += char === '\t' ? ' '.repeat(8 - (text.length % 8)) : char
  return text
}
