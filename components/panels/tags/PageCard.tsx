'use client'
import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { ListLine } from '@/lib/oci/conversation'
import { ExchangeOf, ExchangeText } from '../exchange/ExchangeText'
import { Glyphs } from '../image/Glyphs'
import { fetchTagsConversation } from '../image/mirror'
import type { Shown } from '../image/state'
import type { TagsPage } from './page'
import styles from './Tags.module.css'
import type { TagsWords } from './words'

/** Characters of a body that are shown. */
const SHOWN = 600

type Props = {
  page: TagsPage
  /** from 1 */
  n: number
  shown: Shown
  words: TagsWords
  /** a registry was asked for it, not this site alone */
  mirrored: boolean
}

/** One page: the request, the answer's headers with the link in it, and its body. */
export function PageCard({ page, n, shown, words, mirrored }: Props) {
  const { target, status, headers, bytes, text, tags, next, durationMs } = page
  const says = format(durationMs === null ? words.page.answerBuilt : words.page.answer, {
    ...{ status, bytes: bytes.toLocaleString('en'), count: tags.length.toLocaleString('en') },
    time: durationMs ?? 0,
  })
  return (
    <article className={styles.page}>
      <h3>{format(words.page.title, { n })}</h3>
      <p className={styles.answer}>{says}</p>
      <ExchangeText
        method="GET"
        target={target}
        status={status}
        headers={headers}
        marks={['link']}
      />
      <p>{next === null ? words.page.last : words.page.linked}</p>
      <details open={text.length <= SHOWN}>
        <summary>{words.page.body}</summary>
        <pre className={styles.body}>
          <Glyphs>{text.slice(0, SHOWN)}</Glyphs>
          {text.length > SHOWN && '…'}
        </pre>
        {text.length > SHOWN && (
          <p>{format(words.page.cut, { count: text.length.toLocaleString('en') })}</p>
        )}
      </details>
      {mirrored && <Upstream page={page} shown={shown} words={words.page} />}
    </article>
  )
}

type UpstreamProps = { page: TagsPage; shown: Shown; words: TagsWords['page'] }

/** The requests behind the page, fetched when the reader opens them. */
function Upstream({ page, shown, words }: UpstreamProps) {
  const [lines, setLines] = useState<ListLine[] | null>(null)
  const { registry, repository } = shown.reference
  const load = async () => {
    const query = page.target.split('?')[1] ?? ''
    const heard: ListLine[] = []
    const { signal } = new AbortController()
    const name = `${registry}/${repository}`
    for await (const line of fetchTagsConversation(name, query, signal)) heard.push(line)
    setLines(heard)
  }
  const exchanges = lines?.filter((line) => line.type === 'exchange') ?? []
  const linked = exchanges.at(-1)?.response?.headers.some(([name]) => /^link$/i.test(name))
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open && lines === null) load().catch(() => setLines([]))
      }}
    >
      <summary>{words.upstream}</summary>
      <p>{words.upstreamLead}</p>
      {lines === null && <p role="status">{words.asking}</p>}
      {exchanges.map((exchange) => (
        <ExchangeOf key={exchange.seq} exchange={exchange} marks={['link']} />
      ))}
      {page.next !== null && exchanges.length > 0 && !linked && <p>{words.byLast}</p>}
    </details>
  )
}
