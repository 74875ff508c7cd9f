import { createProcessor } from '@mdx-js/mdx'
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import { takeHeadingId } from '../../lib/content/headings.ts'
import { labelFree } from './label-free.ts'

/** Props that hold words for a reader, so that each language has its own. */
const WORDS = new Set(['title', 'label', 'caption', 'alt'])

/** What MDX adds to the tree: `<Tag name="value" name={expression} name>`. */
type Jsx = {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'
  name: string | null
  attributes: { name?: string; value?: string | { value: string } | null }[]
  children: Nodes[]
}

const isJsx = (node: { type: string }): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

function propsOf({ attributes }: Jsx): string {
  return attributes
    .map(({ name, value }) => {
      const shown = typeof value === 'object' && value ? `{${value.value}}` : JSON.stringify(value)
      if (!name) return ` ${shown}`
      if (value === null || value === undefined) return ` ${name}`
      return ` ${name}=${WORDS.has(name) ? '…' : shown}`
    })
    .join('')
}

/**
 * What both languages of a chapter have in common, one line a thing, in the order of the page:
 * headings (depth and id), components with their props, code without its comments, diagrams
 * without their labels, the size of each table.
 *
 * @param body MDX without frontmatter
 * @throws VFileMessage where the MDX cannot be parsed
 */
export function outline(body: string): string[] {
  const tree = createProcessor({ remarkPlugins: [remarkGfm] }).parse(body) as Root
  return outlineOf(tree)
}

function outlineOf(node: Nodes | Jsx): string[] {
  const inside = () =>
    'children' in node ? node.children.flatMap((child) => outlineOf(child)) : []
  if (isJsx(node)) {
    return [`<${node.name ?? ''}${propsOf(node)}>`, ...inside().map((line) => `  ${line}`)]
  }
  switch (node.type) {
    case 'heading': {
      const id = takeHeadingId(node)
      return [`h${node.depth} ${id ? `#${id}` : `without id: ${textOf(node)}`}`, ...inside()]
    }
    case 'code': {
      const said = node.lang === 'mermaid' ? labelFree(node.value) : withoutComments(node.value)
      const info = [node.lang, node.meta].filter(Boolean).join(' ')
      return [`\`\`\`${info}`, ...said.map((line) => `  ${line}`)]
    }
    case 'table':
      return [`table ${node.children.length} × ${node.children[0]?.children.length}`, ...inside()]
    default:
      return inside()
  }
}

/** Lines of code without what `#` starts, since comments are translated. */
function withoutComments(code: string): string[] {
  return code
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd())
    .filter((line) => line !== '')
}
