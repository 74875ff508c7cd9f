import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { splitFrontmatter } from '../lib/content/frontmatter.ts'
import { compileChapter } from '../lib/content/mdx.ts'
import { newChapter } from './new-chapter.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'chapter-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('what it writes compiles, with the same headings in both languages', async () => {
  const files = newChapter(root, '02-distribution', '01-pulling-an-image')
  expect(files).toHaveLength(3)
  const ids = await Promise.all(
    (files as string[])
      .filter((file) => file.endsWith('.mdx'))
      .map(async (file) => {
        const { body } = splitFrontmatter(readFileSync(file, 'utf8'), file)
        return (await compileChapter(body, file)).toc.map(({ id }) => id)
      }),
  )
  expect(ids[0]).toEqual(['first-question'])
  expect(ids[1]).toEqual(ids[0])
})

test('writes nothing over a chapter that is there, nor under a name without a number', () => {
  newChapter(root, '02-distribution', '01-pulling')
  expect(newChapter(root, '02-distribution', '01-pulling')).toMatch(/exists already/)
  expect(newChapter(root, 'distribution', '01-pulling')).toMatch(/two digits/)
})
