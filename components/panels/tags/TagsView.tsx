'use client'
import { useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { mirrorRepository } from '@/lib/oci/mirror-path'
import { Part } from '../../ui/Part'
import { Share } from '../image/Share'
import type { Shared } from '../image/share'
import { useShown } from '../image/shown-context'
import type { Shown } from '../image/state'
import type { ImagePanelWords } from '../image/words'
import { ProblemNote } from '../problem/ProblemNote'
import { Kept } from './Kept'
import { PageCard } from './PageCard'
import { followTags, type TagsPage } from './page'
import { TagList } from './TagList'
import styles from './Tags.module.css'
import type { TagsWords } from './words'

const SPEC =
  'https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#content-discovery'

/** Tags a page that are asked for unless the reader says otherwise. */
const SIZE = 1000

type Props = {
  /** the first page of a recorded image, asked for when the site was built */
  first: { sample: string; page: TagsPage }
  /** the reference of a recorded image with many tags */
  many: string
  /** of the recorded image */
  share: Shared | null
  words: TagsWords
  panel: Pick<ImagePanelWords, 'commands' | 'copy' | 'share'>
  locale: Locale
}

/** The tags of the repository on screen, page by page as its registry gives them. */
export function TagsView({ first, many, share, words, panel, locale }: Props) {
  const shown = useShown()
  const { origin, reference } = shown
  const sample = origin.kind === 'recorded' ? origin.name : ''
  const place = sample
    ? `samples/${sample}`
    : mirrorRepository(reference.registry, reference.repository)
  return (
    <Part id="tags-heading" words={words} source={{ href: SPEC, says: words.spec }}>
      {/* Another repository is another list. */}
      <Pages
        key={place}
        place={place}
        start={sample === first.sample ? [first.page] : []}
        shown={shown}
        many={sample === first.sample ? many : null}
        words={words}
        locale={locale}
      />
      <Share
        key={`share ${place}`}
        of={{ kind: 'tags' }}
        first={sample === first.sample ? share : null}
        words={panel}
        locale={locale}
      />
    </Part>
  )
}

type PagesProps = {
  place: string
  start: TagsPage[]
  shown: Shown
  many: string | null
  words: TagsWords
  locale: Locale
}

function Pages({ place, start, shown, many, words, locale }: PagesProps) {
  const [pages, setPages] = useState(start)
  const [size, setSize] = useState(SIZE)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ says: string; try: string } | null>(null)
  const running = useRef<AbortController | null>(null)
  // Until its code runs, a press of the button would load the page anew.
  const [ready, setReady] = useState(false)
  useEffect(() => {
    setReady(true)
    return () => running.current?.abort()
  }, [])

  const read = async (target: string, how: 'first' | 'one' | 'all') => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setFailure(null)
    if (how === 'first') setPages([])
    try {
      for await (const page of followTags(target, controller.signal)) {
        setPages((known) => [...known, page])
        if (how !== 'all') break
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        const { loadCatalogue, problemOf, problemSentence } = await import('../image/live')
        const { problems } = await loadCatalogue(locale)
        setFailure(problemSentence(problems, problemOf(error)))
      }
    } finally {
      if (running.current === controller) setBusy(false)
    }
  }

  const next = pages.at(-1)?.next ?? null
  const path = `/v2/${place}/tags/list`
  const recorded = shown.origin.kind === 'recorded' && shown.origin.name !== ''
  const { registry, repository } = shown.reference
  return (
    <>
      <form
        className={styles.form}
        aria-label={format(words.form.label, { repository: `${registry}/${repository}` })}
        onSubmit={(event) => {
          event.preventDefault()
          read(`${path}?n=${size}`, 'first')
        }}
      >
        <label htmlFor="tags-size">{words.form.size}</label>
        <input
          id="tags-size"
          type="number"
          min={1}
          max={1000}
          required
          disabled={!ready}
          value={Number.isNaN(size) ? '' : size}
          aria-describedby="tags-hint"
          onChange={(event) => setSize(event.target.valueAsNumber)}
        />
        <button type="submit" disabled={!ready} className={pages.length === 0 ? 'button-main' : ''}>
          {pages.length === 0 ? words.form.ask : words.form.again}
        </button>
        <p id="tags-hint">{words.form.hint}</p>
      </form>
      {many !== null && <Many reference={many} words={words} />}
      {pages.length > 0 && <Cards pages={pages} shown={shown} words={words} mirrored={!recorded} />}
      <div className={styles.onward}>
        {next !== null && !busy && (
          <>
            <button type="button" className="button-main" onClick={() => read(next, 'one')}>
              {words.form.next}
            </button>
            <button type="button" onClick={() => read(next, 'all')}>
              {words.form.all}
            </button>
          </>
        )}
        {busy && (
          <>
            <p role="status">{words.form.reading}</p>
            <button type="button" onClick={() => running.current?.abort()}>
              {words.form.stop}
            </button>
          </>
        )}
      </div>
      {failure && <ProblemNote {...failure} />}
      {pages.length > 0 && <Found pages={pages} shown={shown} live={!recorded} words={words} />}
    </>
  )
}

function Many({ reference, words }: { reference: string; words: TagsWords }) {
  const [before = '', after = ''] = words.form.many.split('{reference}')
  return (
    <p className={styles.many}>
      {before}
      <a href={`?${new URLSearchParams({ reference })}#tags-heading`} data-opens={reference}>
        {reference}
      </a>
      {after}
    </p>
  )
}

type CardsProps = { pages: TagsPage[]; shown: Shown; words: TagsWords; mirrored: boolean }

/** The first two pages and the last; what lies between is folded away. */
function Cards({ pages, shown, words, mirrored }: CardsProps) {
  const card = (page: TagsPage, i: number) => (
    <li key={page.target}>
      <PageCard page={page} n={i + 1} shown={shown} words={words} mirrored={mirrored} />
    </li>
  )
  const middle = pages.slice(2, -1)
  return (
    <ol className={styles.pages} aria-label={words.page.list}>
      {pages.slice(0, 2).map(card)}
      {middle.length > 0 && (
        <li>
          <details>
            <summary>{format(words.page.between, { from: 3, to: pages.length - 1 })}</summary>
            <ol className={styles.pages}>{middle.map((page, i) => card(page, i + 2))}</ol>
          </details>
        </li>
      )}
      {pages.length > 2 && card(pages.at(-1)!, pages.length - 1)}
    </ol>
  )
}

type FoundProps = { pages: TagsPage[]; shown: Shown; live: boolean; words: TagsWords }

function Found({ pages, shown, live, words }: FoundProps) {
  const tags = useTags(pages)
  const [kept, setKept] = useState(false)
  const more = (pages.at(-1)?.next ?? null) !== null
  const sum = format(more ? words.sumSoFar : words.sum, {
    tags: tags.length.toLocaleString('en'),
    pages: pages.length,
  })
  return (
    <>
      <p className={styles.sum} role="status">
        {sum} {tags.length === 0 && words.none}
      </p>
      <Kept tags={tags} shown={shown} words={words.kept} show={kept} onShow={setKept} />
      {tags.length > 0 && (
        <TagList tags={tags} kept={kept} shown={shown} live={live} words={words} />
      )}
    </>
  )
}

/** All tags of all pages, joined once. */
function useTags(pages: TagsPage[]): string[] {
  const joined = useRef<{ pages: TagsPage[]; tags: string[] }>({ pages: [], tags: [] })
  if (joined.current.pages !== pages) {
    joined.current = { pages, tags: pages.flatMap(({ tags }) => tags) }
  }
  return joined.current.tags
}
