import { evaluate } from '@mdx-js/mdx'
import type { MDXContent } from 'mdx/types'
import * as runtime from 'react/jsx-runtime'
import remarkGfm from 'remark-gfm'
import { VFile } from 'vfile'
import { rehypeCode } from './code.ts'
import { remarkDiagrams } from './diagram.ts'
import { remarkHeadings, type TocEntry } from './headings.ts'

/**
 * Compiles a chapter's body. Runs when a page is built, never in a reader's browser.
 *
 * @param file path, for messages
 */
export async function compileChapter(
  body: string,
  file: string,
): Promise<{ Body: MDXContent; toc: TocEntry[] }> {
  // While somebody writes, a new diagram is drawn when its page is next asked for.
  const missing = process.env.NODE_ENV === 'development' ? 'draw' : 'fail'
  const source = new VFile({ value: body, path: file })
  const { default: Body } = await evaluate(source, {
    ...runtime,
    remarkPlugins: [remarkGfm, [remarkDiagrams, { file, missing }], remarkHeadings],
    rehypePlugins: [rehypeCode],
  })
  return { Body, toc: (source.data.toc as TocEntry[] | undefined) ?? [] }
}
