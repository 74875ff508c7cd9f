import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { markdownNote, oneLine } from './markdown.ts'

const note = (value: string) =>
  markdownNote({
    title: 'Manifest',
    facts: [['media type', value]],
    link: { label: 'link', url: 'http://localhost:3000/desk?reference=a/b:1' },
    verify: { label: 'Verify', lines: ["curl -sSL 'http://localhost:3000/v2/a' | sha256sum"] },
  })

/** What a reader's Markdown makes of it. */
function read(text: string) {
  const found: Record<'inlineCode' | 'code' | 'link', string[]> = {
    ...{ inlineCode: [], code: [], link: [] },
  }
  const kinds = new Set<string>()
  const tree = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  visit(tree, (node) => {
    kinds.add(node.type)
    if (node.type === 'inlineCode' || node.type === 'code') found[node.type].push(node.value)
    if (node.type === 'link') found.link.push(node.url)
  })
  return { ...found, kinds }
}

test('a note reads as it is meant', () => {
  expect(note('application/vnd.oci.image.manifest.v1+json')).toMatchInlineSnapshot(`
    "### Manifest

    - media type: \`application/vnd.oci.image.manifest.v1+json\`
    - link: <http://localhost:3000/desk?reference=a/b:1>

    Verify:

    \`\`\`sh
    curl -sSL 'http://localhost:3000/v2/a' | sha256sum
    \`\`\`
    "
  `)
})

const plain = read(note('x')).kinds

test.each([
  { why: 'closes the code', value: '`<img src=x onerror=alert(1)>`' },
  { why: 'closes it with more', value: '``` `` ` [a](javascript:alert(1))' },
  { why: 'begins a new block', value: 'x\n\n# heading\n\n<script>alert(1)</script>' },
  { why: 'is a table cell', value: '| a | b |\n|---|---|' },
  { why: 'is an image', value: '![](https://tracker.example/x.png)' },
  { why: 'turns the text around', value: '\u202egnp.exe' },
  { why: 'begins and ends with back-quotes', value: '`x`' },
  { why: 'begins and ends with blanks', value: ' x ' },
])('a value that $why stays code', ({ value }) => {
  const { inlineCode, link, kinds } = read(note(value))
  expect(inlineCode).toHaveLength(1)
  expect(link).toEqual(['http://localhost:3000/desk?reference=a/b:1'])
  expect([...kinds].filter((kind) => !plain.has(kind))).toEqual([])
})

test('whatever the value, it comes back, and nothing else is made of it', () => {
  const unit = fc.constantFrom(...'`~\\*_[]()<>!#|&"\' -+.:/ab1\n\r\t\u202e한')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (value) => {
      const { inlineCode, link, kinds } = read(note(value))
      const line = oneLine(value)
      expect(inlineCode).toEqual(line.trim() === '' ? [] : [line])
      expect(link).toHaveLength(1)
      expect([...kinds].filter((kind) => !plain.has(kind))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
