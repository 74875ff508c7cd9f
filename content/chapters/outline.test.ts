import { expect, test } from 'vitest'
import { outline } from './outline.ts'

const page = `Words.

## Why? {/*why*/}

<Predict id="q">
  Which?

  <Choice right>This. <Why>Because.</Why></Choice>
</Predict>

\`\`\`sh
curl -s http://localhost:3000/v2/ # a comment
\`\`\`

\`\`\`mermaid id=graph
flowchart TB
  accTitle: A graph
  index["Index"]:::index
  index -- "digest" --> manifest
  index -->|again| manifest
\`\`\`

\`\`\`mermaid id=talk
sequenceDiagram
  accTitle: A talk
  participant client as Client
  client->>registry: asks
  loop every layer
    registry-->>client: answers
  end
\`\`\`

\`\`\`mermaid id=life
stateDiagram-v2
  created --> running: start
\`\`\`

| a | b |
| --- | --- |
| c | d |
`

const swap = (...pairs: [string, string][]) =>
  pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, page)

test('lists what both languages share', () => {
  expect(outline(page)).toMatchInlineSnapshot(`
    [
      "h2 #why",
      "<Predict id="q">",
      "  <Choice right>",
      "    <Why>",
      "\`\`\`sh",
      "  curl -s http://localhost:3000/v2/",
      "\`\`\`mermaid id=graph",
      "  flowchart TB",
      "  accTitle",
      "  index[""]:::index",
      "  index -- "" --> manifest",
      "  index -->|| manifest",
      "\`\`\`mermaid id=talk",
      "  sequenceDiagram",
      "  accTitle",
      "  participant client",
      "  client->>registry",
      "  loop",
      "  registry-->>client",
      "  end",
      "\`\`\`mermaid id=life",
      "  stateDiagram-v2",
      "  created --> running",
      "table 2 × 2",
    ]
  `)
})

test.each([
  { why: 'prose', other: swap(['Words.', '말.'], ['Which?', '어느 것?']) },
  { why: 'heading', other: swap(['Why?', '왜?']) },
  { why: 'comment', other: swap(['# a comment', '# 설명']) },
  { why: 'node label', other: swap(['"Index"', '"인덱스"']) },
  { why: 'edge labels', other: swap(['"digest"', '"다이제스트"'], ['|again|', '|다시|']) },
  { why: 'title', other: swap(['A graph', '그래프'], ['A talk', '대화']) },
  {
    why: 'participant and frame',
    other: swap(['as Client', 'as 손님'], ['every layer', '레이어']),
  },
  { why: 'message', other: swap([': asks', ': 묻는다'], [': answers', ': 답한다']) },
  { why: 'transition', other: swap([': start', ': 시작']) },
  { why: 'cells', other: swap(['| c | d |', '| 다 | 라 |']) },
])('may differ: $why', ({ other }) => {
  expect(outline(other)).toEqual(outline(page))
})

test.each([
  { why: 'a heading id', other: swap(['*why*', '*what*']) },
  { why: 'a heading without id', other: swap([' {/*why*/}', '']) },
  { why: 'a heading depth', other: swap(['## Why', '### Why']) },
  { why: 'a prop gone', other: swap([' right', '']) },
  { why: 'a prop value', other: swap(['id="q"', 'id="p"']) },
  { why: 'a component gone', other: swap([' <Why>Because.</Why>', ' Because.']) },
  { why: 'a command', other: swap(['curl -s', 'curl']) },
  { why: 'a fence language', other: swap(['```sh', '```json']) },
  { why: 'a fence id', other: swap(['id=talk', 'id=chat']) },
  { why: 'a diagram type', other: swap(['flowchart TB', 'flowchart LR']) },
  { why: 'a node id', other: swap(['index["Index"]', 'list["Index"]']) },
  { why: 'a node class', other: swap([':::index', ':::layer']) },
  {
    why: 'an edge turned',
    other: swap(['index -->|', 'manifest -->|'], ['| manifest', '| index']),
  },
  {
    why: 'the order of messages',
    other: swap(['client->>registry: asks', 'registry->>client: asks']),
  },
  { why: 'a frame', other: swap(['loop every', 'opt every']) },
  { why: 'a state', other: swap(['running: start', 'stopped: start']) },
  { why: 'a table row', other: swap(['| c | d |\n', '| c | d |\n| e | f |\n']) },
])('may not differ: $why', ({ other }) => {
  expect(outline(other)).not.toEqual(outline(page))
})
