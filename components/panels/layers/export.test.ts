import { expect, test } from 'vitest'
import { exportRows } from './export'
import type { Row } from './rows'

const row = (path: string, more: Partial<Row> = {}): Row => ({
  ...{ path, name: path, depth: 0, kind: 'file', size: 3, mode: 0o4755, uid: 1, gid: 2 },
  ...{
    mtime: 9,
    state: 'same',
    touched: false,
    layer: 1,
    home: 0,
    index: 7,
    opens: false,
    open: false,
  },
  ...more,
})

const write = (rows: Row[], format: 'ndjson' | 'json' | 'csv') =>
  [...exportRows(rows, format)].join('')

test('NDJSON and JSON hold the same, layers counted from 1, modes in octal', () => {
  const rows = [row('a'), row('b', { kind: 'symlink', link: '/x' })]
  const want = [
    {
      ...{ path: 'a', kind: 'file', size: 3, mode: '4755', uid: 1, gid: 2, mtime: 9 },
      ...{ state: 'same', layer: 2, carriedBy: 1, index: 7 },
    },
    expect.objectContaining({ path: 'b', kind: 'symlink', link: '/x' }),
  ]
  const lines = write(rows, 'ndjson').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(want)
  expect(JSON.parse(write(rows, 'json'))).toEqual(want)
  expect(JSON.parse(write([], 'json'))).toEqual([])
})

test.each([
  { why: 'a comma', path: 'a,b', cell: '"a,b"' },
  { why: 'a quote', path: 'a"b', cell: '"a""b"' },
  { why: 'a line feed', path: 'a\nb', cell: '"a\nb"' },
  { why: 'a formula', path: '=HYPERLINK("x")', cell: `"'=HYPERLINK(""x"")"` },
  { why: 'a command', path: '@SUM(1)', cell: "'@SUM(1)" },
])('CSV: $why', ({ path, cell }) => {
  expect(
    write([row(path)], 'csv')
      .split('\r\n')
      .slice(1)
      .join('\r\n'),
  ).toMatch(new RegExp(`^${cell.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')},file,3,4755,1,2,9,`))
})
