/** The diagram types whose look the site styles. */
export type DiagramKind = 'flowchart' | 'sequence' | 'state' | 'class' | 'er'

/** One ```mermaid fence of a chapter. `line` is the line of its opening backticks, from 1. */
export type DiagramFence = {
  readonly id: string
  readonly wide: boolean
  /** How many pairs of its lines may cross; more is an error. */
  readonly crossings: number
  readonly kind: DiagramKind
  readonly title: string
  readonly source: string
  readonly file: string
  readonly line: number
}

/** A fence, a step or a term that cannot stand; the message starts with `file:line:`. */
export class DiagramError extends Error {
  override name = 'DiagramError'

  constructor(file: string, line: number, sentence: string) {
    super(`${file}:${line}: ${sentence}`)
  }
}

const KINDS: ReadonlyMap<string, DiagramKind> = new Map([
  ['flowchart', 'flowchart'],
  ['graph', 'flowchart'],
  ['sequenceDiagram', 'sequence'],
  ['stateDiagram', 'state'],
  ['stateDiagram-v2', 'state'],
  ['classDiagram', 'class'],
  ['erDiagram', 'er'],
])

/** What a source may not decide for itself, and where that is decided. */
const REFUSED: readonly { test: RegExp; sentence: string }[] = [
  { test: /^\s*%%\{/, sentence: 'the look is the site’s: leave out the %%{…}%% directive' },
  { test: /^---\s*$/, sentence: 'the look is the site’s: leave out the --- configuration' },
  {
    test: /^\s*(style|linkStyle|classDef)\s/,
    sentence:
      'colours come from the site: use a class (:::index, :::manifest, :::config, :::layer, :::referrer, :::process)',
  },
  {
    test: /^\s*actor\s/,
    sentence: 'write participant: the name under a stick figure runs into the first message',
  },
  { test: /^\s*(click|callback|link)\s/, sentence: 'a drawing has no links of its own: use <Lit>' },
]

/**
 * Checks one fence.
 *
 * @param meta what stands after `mermaid`, e.g. `id=image-graph wide`
 * @throws DiagramError with the line of the fence, or of the line in it that is refused
 */
export function parseFence(
  meta: string,
  source: string,
  where: { readonly file: string; readonly line: number },
): DiagramFence {
  const { file, line } = where
  const fail = (sentence: string, offset = 0): never => {
    throw new DiagramError(file, line + offset, sentence)
  }
  let id = ''
  let wide = false
  let crossings = 0
  for (const word of meta.split(/\s+/).filter(Boolean)) {
    if (word === 'wide') wide = true
    else if (word.startsWith('id=')) id = word.slice(3)
    else if (/^crossings=[1-9]$/.test(word)) crossings = Number(word.slice(-1))
    else fail(`a mermaid fence takes id=…, wide and crossings=1 to 9, not “${word}”`)
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    fail(`a mermaid fence needs id=… in small letters, digits and single hyphens, not “${id}”`)
  }
  const lines = source.split('\n')
  for (const [index, text] of lines.entries()) {
    for (const { test, sentence } of REFUSED) if (test.test(text)) fail(sentence, index + 1)
  }
  const first = lines.find((text) => text.trim() && !/^\s*%%/.test(text)) ?? ''
  const keyword = first.trim().split(/[\s;]/)[0] ?? ''
  const kind = KINDS.get(keyword)
  if (!kind) {
    return fail(
      `“${keyword}” is not drawn here; the types are flowchart, sequenceDiagram, stateDiagram-v2, classDiagram and erDiagram`,
    )
  }
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*?)[ \t]*$/m.exec(source)?.[1]
  if (!title) return fail(`the diagram “${id}” needs a line “accTitle: …”`)
  if (!/^[ \t]*accDescr[ \t]*(:[ \t]*\S|\{\s*[^\s}])/m.test(source)) {
    return fail(`the diagram “${id}” needs a line “accDescr: …”`)
  }
  return { id, wide, crossings, kind, title, source: source.trimEnd(), file, line }
}

/**
 * The mermaid fences of an MDX file, in order.
 *
 * @throws DiagramError also when two fences share an id
 */
export function findFences(text: string, file: string): DiagramFence[] {
  const fences: DiagramFence[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const open = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/.exec(lines[at] ?? '')
    if (!open) continue
    const [, indent = '', ticks = '', info = ''] = open
    const body: string[] = []
    const line = at + 1
    for (at += 1; at < lines.length; at += 1) {
      const text = lines[at] ?? ''
      const close = text.trim()
      if (close.startsWith(ticks) && close === (ticks[0] ?? '').repeat(close.length)) break
      body.push(text.startsWith(indent) ? text.slice(indent.length) : text.trimStart())
    }
    const [language, ...meta] = info.trim().split(/\s+/)
    if (language !== 'mermaid') continue
    const fence = parseFence(meta.join(' '), body.join('\n'), { file, line })
    const twin = fences.find((other) => other.id === fence.id)
    if (twin) {
      throw new DiagramError(file, line, `the id “${fence.id}” is taken by line ${twin.line}`)
    }
    fences.push(fence)
  }
  return fences
}
