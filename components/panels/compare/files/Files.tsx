'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { Problem } from '@/lib/oci/problem'
import type { Shown } from '../../image/state'
import { layersOf } from '../../layers/facts'
import barStyles from '../../layers/ReadingBar.module.css'
import { LateProblem } from '../../problem/LateProblem'
import { formatBytes } from '../../values'
import type { CompareWords } from '../words'
import { type FilesClient, startFiles } from './client'
import styles from './Files.module.css'
import { FilesResult } from './FilesResult'
import type { Progress } from './messages'
import { type Plan, planReading } from './plan'
import { differencesIn, type FilesSummary, type Group, type RowsQuery } from './reader'
import type { StartFiles } from './recorded'

type Props = {
  a: Shown
  b: Shown
  /** what the page begins with; null for any other two images */
  start: StartFiles | null
  words: CompareWords
  locale: Locale
}

type Phase =
  | { is: 'idle' }
  | { is: 'reading'; progress: Progress | null }
  | { is: 'stopped' }
  | { is: 'failed'; problem: Problem }
  | { is: 'done'; summary: FilesSummary; client: FilesClient }

/** The files of two images, side by side; layers are read only when somebody asks. */
export function Files({ a, b, start, words, locale }: Props) {
  const says = words.files
  const plan = useMemo(() => {
    const [left, right] = [layersOf(a), layersOf(b)]
    return left && right && planReading(left, right)
  }, [a, b])
  return (
    <section className={styles.files} aria-labelledby="compare-files">
      <h2 id="compare-files">{says.heading}</h2>
      <p className={styles.lead}>{says.lead}</p>
      {start ? (
        <>
          <p className={styles.lead}>{says.start}</p>
          <FilesResult
            summary={start.summary}
            ask={async (query) => rowsOf(start, query)}
            first={(group: Group) => rowsOf(start, { group, find: '', from: 0, count: 200 })}
            words={says}
            sides={words.sides}
            locale={locale}
          />
        </>
      ) : plan ? (
        <Reading plan={plan} words={words} locale={locale} />
      ) : (
        <p>{says.none}</p>
      )}
    </section>
  )
}

function rowsOf({ differences }: StartFiles, { from, count, ...query }: RowsQuery) {
  const list = differencesIn(differences, query)
  return { total: list.length, rows: list.slice(from, from + count) }
}

function Reading({ plan, words, locale }: { plan: Plan; words: CompareWords; locale: Locale }) {
  const [phase, setPhase] = useState<Phase>({ is: 'idle' })
  const client = useRef<FilesClient | null>(null)
  const says = words.files
  useEffect(() => () => client.current?.close(), [])

  const read = () => {
    setPhase({ is: 'reading', progress: null })
    client.current ??= startFiles(plan, (word) => {
      if (word.type === 'progress') setPhase({ is: 'reading', progress: word })
      else if (word.type === 'failed') setPhase({ is: 'failed', problem: word.problem })
      else if (word.type === 'stopped') setPhase({ is: 'stopped' })
      else if (client.current) {
        setPhase({ is: 'done', summary: word.summary, client: client.current })
      }
    })
    client.current.read()
  }

  if (phase.is === 'done') {
    return (
      <FilesResult
        summary={phase.summary}
        ask={phase.client.ask}
        first={null}
        words={says}
        sides={words.sides}
        locale={locale}
      />
    )
  }
  const size = (bytes: number) => formatBytes(locale, bytes)
  if (phase.is === 'reading') {
    const { progress } = phase
    return (
      <div className={barStyles.bar}>
        <p>
          {progress
            ? format(says.now, {
                ...{ n: progress.n, count: plan.count, size: size(progress.stored) },
                done: size(progress.compressed),
                entries: progress.entries.toLocaleString('en'),
              })
            : says.comparing}
        </p>
        <progress
          max={Math.max(1, progress?.stored ?? 1)}
          value={Math.min(progress?.compressed ?? 0, progress?.stored ?? 0)}
          aria-label={says.progress}
        />
        <button type="button" onClick={() => client.current?.stop()}>
          {says.stop}
        </button>
      </div>
    )
  }
  const offer = format(says.offer, { count: plan.count, size: size(plan.stored) })
  return (
    <>
      {phase.is === 'failed' && (
        <LateProblem problem={phase.problem} siteAway={says.siteAway} locale={locale} />
      )}
      {phase.is === 'stopped' && <p role="status">{says.stopped}</p>}
      <div className={barStyles.offer}>
        <button type="button" onClick={read}>
          {phase.is === 'idle' ? offer : says.again}
        </button>
      </div>
      {phase.is === 'idle' && plan.shared > 0 && (
        <p className={styles.quiet}>{format(says.shared, { count: plan.shared })}</p>
      )}
    </>
  )
}
