import type { Element, Root } from 'hast'
import { createCssVariablesTheme, createHighlighterCore, type ShikiTransformer } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { visit } from 'unist-util-visit'

const highlighter = createHighlighterCore({
  engine: createJavaScriptRegexEngine(),
  themes: [createCssVariablesTheme({ name: 'site', variablePrefix: '--s-', fontStyle: false })],
  langs: [
    import('shiki/langs/shellscript.mjs'),
    import('shiki/langs/json.mjs'),
    import('shiki/langs/http.mjs'),
    import('shiki/langs/docker.mjs'),
    import('shiki/langs/yaml.mjs'),
    import('shiki/langs/go.mjs'),
  ],
})

/** Turns Shiki's colour variables into classes: a strict policy allows no style attribute. */
const classes: ShikiTransformer = {
  name: 'classes',
  span(element) {
    const name = /--s-(?:token-)?([a-z-]+)/.exec(String(element.properties.style ?? ''))?.[1]
    delete element.properties.style
    if (name && name !== 'foreground') element.properties.class = `t-${name}`
  },
  pre(element) {
    delete element.properties.style
    element.properties.tabindex = '0'
  },
}

const textOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('')

/**
 * rehype plugin: colours code fences at build time.
 *
 * ```` ```json title="manifest.json" ```` gives the block a caption. Mermaid fences are
 * somebody else's (lib/content/diagram).
 *
 * @throws Error for a language that is not loaded, naming it
 */
export function rehypeCode() {
  return async (tree: Root) => {
    const shiki = await highlighter
    const blocks: { pre: Element; code: Element }[] = []
    visit(tree, 'element', (pre) => {
      const code = pre.children[0]
      if (pre.tagName === 'pre' && code?.type === 'element' && code.tagName === 'code') {
        blocks.push({ pre, code })
      }
    })
    for (const { pre, code } of blocks) {
      const names = code.properties.className
      const language = Array.isArray(names)
        ? (names.map(String).find((name) => name.startsWith('language-')) ?? '').slice(9)
        : ''
      if (language === 'mermaid') continue
      const meta = (code.data as { meta?: string } | undefined)?.meta ?? ''
      const drawn = shiki.codeToHast(textOf(code).replace(/\n$/, ''), {
        lang: language || 'text',
        theme: 'site',
        transformers: [classes],
      })
      const title = /title="([^"]+)"/.exec(meta)?.[1]
      const children = drawn.children.filter((child) => child.type === 'element')
      if (title) {
        children.unshift({
          type: 'element',
          tagName: 'figcaption',
          properties: {},
          children: [{ type: 'text', value: title }],
        })
      }
      Object.assign(pre, { tagName: 'figure', properties: { className: ['code'] }, children })
    }
  }
}
