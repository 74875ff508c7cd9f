import type { Row } from './rows'

export type ExportFormat = 'ndjson' | 'json' | 'csv'

const COLUMNS = [
  ...(['path', 'kind', 'size', 'mode', 'uid', 'gid', 'mtime', 'link', 'hardlink'] as const),
  ...(['state', 'layer', 'carriedBy', 'index'] as const),
]

/** Pieces of text that are a file of the rows; a million rows never stand in one string. */
export function* exportRows(rows: Iterable<Row>, format: ExportFormat): Generator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`
  if (format === 'json') yield '[\n'
  let first = true
  for (const row of rows) {
    const record = recordOf(row)
    if (format === 'csv') yield `${COLUMNS.map((name) => cell(record[name])).join(',')}\r\n`
    else if (format === 'ndjson') yield `${JSON.stringify(record)}\n`
    else yield `${first ? '' : ',\n'}  ${JSON.stringify(record)}`
    first = false
  }
  if (format === 'json') yield '\n]\n'
}

/** Layers are counted from 1, as on screen; the mode is octal, as `ls` and `chmod` have it. */
function recordOf(row: Row) {
  const { path, kind, size, mode, uid, gid, mtime, link, hardlink, state, layer, home, index } = row
  return {
    ...{ path, kind, size, mode: mode.toString(8).padStart(4, '0'), uid, gid, mtime },
    ...(link !== undefined && { link }),
    ...(hardlink !== undefined && { hardlink }),
    ...{ state, layer: layer + 1, carriedBy: home + 1, index },
  } as Partial<Record<(typeof COLUMNS)[number], string | number>>
}

/**
 * RFC 4180. A name that a spreadsheet would take for a formula gets an apostrophe before it: names come
 * from whoever built the image.
 */
function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lets the reader keep what stands in the browser's memory. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
