import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '@mdx-js/mdx'
import { createElement } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import remarkGfm from 'remark-gfm'
import { diagramComponents } from '../../components/diagrams/figure/components.tsx'
import type { DiagramWords } from '../../components/diagrams/figure/words.ts'
import { remarkDiagrams } from '../../lib/content/diagram.ts'

const PLEX = 'node_modules/@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr'

/**
 * A page as a reader gets it, made from one MDX file without the site around it: markup,
 * the site's sheets, the full font.
 */
export async function readerPage(
  file: string,
  folder: string,
  words: DiagramWords,
  theme: 'light' | 'dark',
): Promise<string> {
  const { default: Body } = await evaluate(readFileSync(file, 'utf8'), {
    ...runtime,
    remarkPlugins: [remarkGfm, [remarkDiagrams, { file, folder }]],
  })
  const body = renderToStaticMarkup(createElement(Body, { components: diagramComponents(words) }))
  return `<!doctype html><html lang="en" data-theme="${theme}"><head><meta charset="utf-8">
<title>Drawings</title><link rel="stylesheet" href="/sheet.css">
<script src="/public/diagram.js" defer></script></head><body><main>${body}</main></body></html>`
}

/** The sheets that decide how a figure looks, and the faces they name. */
export function readerSheet(): string {
  const faces = [
    ['Plex', 'latin'],
    ['Plex Hangul', 'korean'],
  ].flatMap(([family, script]) =>
    [400, 600].map(
      (weight) =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(/${PLEX}-${script}-${weight}-normal.woff2)}`,
    ),
  )
  const sheets = ['tokens', 'diagram'].map((name) =>
    readFileSync(join('app/styles', `${name}.css`), 'utf8'),
  )
  const page =
    'body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 var(--font-sans)}main{max-inline-size:42rem;margin:auto}'
  return ['@layer tokens, base, components;', ...faces, ...sheets, `@layer base{${page}}`].join(
    '\n',
  )
}
