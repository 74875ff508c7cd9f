import { expect, test } from 'vitest'
import { splitFrontmatter } from './frontmatter.ts'

const good = `---
title: What do you pull?
summary: One sentence.
spec: image-spec v1.1.1
questions: [What is it?]
objectives: [Name the parts.]
keypoints: [It is a graph.]
minutes: { teach: 20, exercise: 10 }
---
Body
`

test('gives the fields and keeps the line numbers of the body', () => {
  const { frontmatter, body } = splitFrontmatter(good, 'page.en.mdx')
  expect(frontmatter.minutes.teach).toBe(20)
  expect(body.split('\n').indexOf('Body')).toBe(good.split('\n').indexOf('Body'))
})

test.each([
  { why: 'no frontmatter', source: 'Body', says: /page\.en\.mdx: starts without frontmatter/ },
  {
    why: 'an unknown field',
    source: good.replace('spec:', 'specs:'),
    says: /page\.en\.mdx:[\s\S]*specs/,
  },
  {
    why: 'minutes as text',
    source: good.replace('teach: 20', 'teach: long'),
    says: /minutes\.teach/,
  },
])('names the file and the field: $why', ({ source, says }) => {
  expect(() => splitFrontmatter(source, 'page.en.mdx')).toThrow(says)
})
