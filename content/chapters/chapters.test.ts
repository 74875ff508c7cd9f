import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { splitFrontmatter } from '../../lib/content/frontmatter.ts'
import { locales } from '../../lib/i18n/locale.ts'
import { outline } from './outline.ts'

const root = import.meta.dirname
const folders = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /^page\.\w+\.mdx$/.test(entry.name))
  .map((entry) => path.relative(root, entry.parentPath))
const chapters = [...new Set(folders)].sort()

const read = (folder: string, locale: string) => {
  const file = path.join(root, folder, `page.${locale}.mdx`)
  return splitFrontmatter(readFileSync(file, 'utf8'), file)
}

test('there is a chapter to compare', () => {
  expect(chapters).toContain('01-images/01-image-is-a-graph')
})

describe.each(chapters)('%s', (folder) => {
  test('is written in every language', () => {
    const written = locales.filter((locale) =>
      existsSync(path.join(root, folder, `page.${locale}.mdx`)),
    )
    expect(written).toEqual([...locales])
  })

  test('has the same outline in both', () => {
    expect(outline(read(folder, 'ko').body)).toEqual(outline(read(folder, 'en').body))
  })

  test.each(locales)('gives every heading an id of its own: %s', (locale) => {
    const headings = outline(read(folder, locale).body).filter((line) => /^\s*h\d /.test(line))
    expect(headings.filter((line) => line.includes('without id'))).toEqual([])
    const ids = headings.map((line) => line.split('#')[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('asks, promises and times the same in both', () => {
    const shape = ({ frontmatter }: ReturnType<typeof read>) => ({
      spec: frontmatter.spec,
      minutes: frontmatter.minutes,
      questions: frontmatter.questions.length,
      objectives: frontmatter.objectives.length,
      keypoints: frontmatter.keypoints.length,
    })
    expect(shape(read(folder, 'ko'))).toEqual(shape(read(folder, 'en')))
  })
})
