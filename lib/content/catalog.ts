import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { cache } from 'react'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Locale, locales } from '../i18n/locale.ts'
import { type Frontmatter, splitFrontmatter } from './frontmatter.ts'

const root = () => path.join(process.cwd(), 'content/chapters')
const NUMBERED = /^(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/
const Part = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) })

export type ChapterEntry = {
  slug: string
  /** folder below content/chapters, e.g. `01-images/01-image-is-a-graph` */
  folder: string
  part: { slug: string; title: Record<Locale, string> }
  frontmatter: Record<Locale, Frontmatter>
}

const source = (folder: string, locale: Locale) => path.join(root(), folder, `page.${locale}.mdx`)

/** Folders named `nn-slug` below a directory, in order. */
async function numbered(directory: string): Promise<{ name: string; slug: string }[]> {
  const names = (await readdir(directory, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return names.map((name) => {
    const slug = NUMBERED.exec(name)?.[2]
    if (!slug) throw new Error(`${path.join(directory, name)}: a folder here is named nn-words`)
    return { name, slug }
  })
}

/**
 * Every chapter in the order of the story, read from `content/chapters/<nn-part>/<nn-chapter>`.
 *
 * @throws Error naming the file when a language is missing, a slug repeats or a field is wrong
 */
export const chapters = cache(async (): Promise<ChapterEntry[]> => {
  const entries: ChapterEntry[] = []
  for (const part of await numbered(root())) {
    const file = path.join(root(), part.name, 'part.yaml')
    const title = Part.parse(parse(await readFile(file, 'utf8')))
    for (const chapter of await numbered(path.join(root(), part.name))) {
      const folder = `${part.name}/${chapter.name}`
      const read = async (locale: Locale) => {
        const name = source(folder, locale)
        return splitFrontmatter(await readFile(name, 'utf8'), name).frontmatter
      }
      if (entries.some((entry) => entry.slug === chapter.slug)) {
        throw new Error(`${folder}: the slug ${chapter.slug} is taken by another part`)
      }
      const [en, ko] = await Promise.all(locales.map(read))
      entries.push({
        slug: chapter.slug,
        folder,
        part: { slug: part.slug, title },
        frontmatter: { en: en as Frontmatter, ko: ko as Frontmatter },
      })
    }
  }
  return entries
})

/** A chapter with its neighbours, or null when no chapter has this slug. */
export async function findChapter(slug: string): Promise<{
  chapter: ChapterEntry
  previous: ChapterEntry | null
  next: ChapterEntry | null
} | null> {
  const all = await chapters()
  const at = all.findIndex((entry) => entry.slug === slug)
  const chapter = all[at]
  if (!chapter) return null
  return { chapter, previous: all[at - 1] ?? null, next: all[at + 1] ?? null }
}

/** MDX body of a chapter in one language, with the file's path for messages. */
export async function chapterBody(chapter: ChapterEntry, locale: Locale) {
  const file = source(chapter.folder, locale)
  return { file, body: splitFrontmatter(await readFile(file, 'utf8'), file).body }
}
