import type { Heading, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

export type TocEntry = { id: string; text: string; depth: number }

const COMMENT = /^\/\*\s*([a-z0-9]+(?:-[a-z0-9]+)*)\s*\*\/$/

/** The id written at the end of a heading as `{/*words-with-dashes*\/}`, removed from its text. */
export function takeHeadingId(heading: Heading): string | null {
  const last = heading.children.at(-1)
  if (last?.type !== ('mdxTextExpression' as string)) return null
  const id = COMMENT.exec((last as unknown as { value: string }).value.trim())?.[1]
  if (!id) return null
  heading.children.pop()
  const before = heading.children.at(-1)
  if (before?.type === 'text') before.value = before.value.trimEnd()
  return id
}

/**
 * remark plugin: gives each heading its written id and collects the table of contents
 * in `file.data.toc`.
 *
 * Ids are written, English and shared by both languages, so that a link survives translation.
 *
 * @throws Error (as an MDX message with its line) for a heading without an id
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile) => {
    const toc: TocEntry[] = []
    visit(tree, 'heading', (heading) => {
      const id = takeHeadingId(heading)
      if (!id) {
        file.fail(`heading "${textOf(heading)}" has no id: end it with {/*words-with-dashes*/}`, {
          place: heading.position,
        })
      }
      heading.data = { ...heading.data, hProperties: { id } }
      toc.push({ id: id as string, text: textOf(heading), depth: heading.depth })
    })
    file.data.toc = toc
  }
}
