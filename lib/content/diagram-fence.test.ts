import { describe, expect, test } from 'vitest'
import { DiagramError, findFences, parseFence } from './diagram-fence.ts'

const SOURCE = 'flowchart TB\n  accTitle: A title\n  accDescr: What it shows.\n  a --> b'
const where = { file: 'page.en.mdx', line: 10 }

describe('parseFence', () => {
  test.each([
    { why: 'plain', meta: 'id=image-graph', wants: { wide: false, crossings: 0 } },
    { why: 'wide', meta: 'id=image-graph wide', wants: { wide: true, crossings: 0 } },
    { why: 'crossings owned up to', meta: 'id=image-graph crossings=2', wants: { crossings: 2 } },
  ])('reads a fence that is $why', ({ meta, wants }) => {
    const fence = parseFence(meta, SOURCE, where)
    expect(fence).toMatchObject({
      id: 'image-graph',
      kind: 'flowchart',
      title: 'A title',
      ...wants,
    })
  })

  test.each([
    { head: 'flowchart LR', kind: 'flowchart' },
    { head: 'sequenceDiagram', kind: 'sequence' },
    { head: 'stateDiagram-v2', kind: 'state' },
    { head: 'classDiagram', kind: 'class' },
    { head: 'erDiagram', kind: 'er' },
    { head: '%% a remark first\nflowchart TB', kind: 'flowchart' },
  ])('knows $kind by “$head”', ({ head, kind }) => {
    expect(parseFence('id=a', SOURCE.replace('flowchart TB', head), where).kind).toBe(kind)
  })

  test.each([
    { why: 'no id', meta: '', line: 10, says: /needs id=/ },
    { why: 'capitals in the id', meta: 'id=Graph', line: 10, says: /small letters/ },
    { why: 'a word it does not know', meta: 'id=a width=9', line: 10, says: /not “width=9”/ },
    {
      why: 'a type without a look',
      source: SOURCE.replace('flowchart TB', 'gantt'),
      line: 10,
      says: /“gantt” is not drawn here/,
    },
    {
      why: 'no title',
      source: SOURCE.replace(/ {2}accTitle.*\n/, ''),
      line: 10,
      says: /accTitle/,
    },
    {
      why: 'an empty description',
      source: SOURCE.replace('What it shows.', ''),
      line: 10,
      says: /accDescr/,
    },
    { why: 'its own colours', source: `${SOURCE}\n  style a fill:red`, line: 15, says: /a class/ },
    { why: 'its own classes', source: `${SOURCE}\n  classDef x fill:red`, line: 15, says: /class/ },
    { why: 'a directive', source: `%%{init: {}}%%\n${SOURCE}`, line: 11, says: /the look is/ },
    { why: 'its own links', source: `${SOURCE}\n  click a "/x"`, line: 15, says: /<Lit>/ },
    {
      why: 'a stick figure',
      source: SOURCE.replace('flowchart TB', 'sequenceDiagram\n  actor a'),
      line: 12,
      says: /participant/,
    },
  ])('refuses $why, by file and line', ({ meta = 'id=a', source = SOURCE, line, says }) => {
    const parse = () => parseFence(meta, source, where)
    expect(parse).toThrow(DiagramError)
    expect(parse).toThrow(says)
    expect(parse).toThrow(new RegExp(`^page\\.en\\.mdx:${line}: `))
  })
})

describe('findFences', () => {
  const page = (...fences: string[]) => `# Title\n\n${fences.join('\n\n')}\n`
  const fence = (id: string) => `\`\`\`mermaid id=${id}\n${SOURCE}\n\`\`\``

  test('gives each fence with the line of its backticks', () => {
    const found = findFences(page(fence('one'), fence('two')), 'p.mdx')
    expect(found.map(({ id, line }) => [id, line])).toEqual([
      ['one', 3],
      ['two', 10],
    ])
    expect(found[0]?.source).toBe(SOURCE)
  })

  test.each([
    {
      why: 'a fence shown inside a longer one',
      text: page(`\`\`\`\`md\n${fence('one')}\n\`\`\`\``),
    },
    { why: 'other languages', text: page('```sh\nmermaid\n```') },
  ])('passes over $why', ({ text }) => {
    expect(findFences(text, 'p.mdx')).toEqual([])
  })

  test('takes off the indentation of a fence inside an element', () => {
    const inner = fence('one').replace(/^/gm, '  ')
    expect(findFences(page(`<Aside>\n${inner}\n</Aside>`), 'p.mdx')[0]?.source).toBe(SOURCE)
  })

  test('refuses one id for two fences', () => {
    expect(() => findFences(page(fence('one'), fence('one')), 'p.mdx')).toThrow(
      /^p\.mdx:10: the id “one” is taken by line 3/,
    )
  })
})
