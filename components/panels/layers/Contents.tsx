import { useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { loadCatalogue } from '../image/catalogue'
import { fetchBytes } from '../image/mirror'
import { problemSentence } from '../problem/model'
import { ProblemNote } from '../problem/ProblemNote'
import { formatBytes } from '../values'
import { saveBlob } from './export'
import { FileText } from './FileText'
import styles from './FileText.module.css'
import { type AnyLayers, filePath } from './facts'
import type { Answers } from './messages'
import type { Step } from './timeline'
import type { LayersWords } from './words'

type Props = {
  image: AnyLayers
  step: Step
  words: LayersWords
  locale: Locale
  open: boolean
  cut: Cut
}

/** Takes a file out of a layer that the reader brought. */
export type Cut = (layer: number, index: number) => Promise<Answers['contents']>

/** Bytes. The server hands out no larger file. */
const FILE_LIMIT = 256 * 1024
/** Bytes drawn at once. */
const PART = 16 * 1024

type State = { kind: 'closed' | 'loading' } | { kind: 'open'; bytes: Uint8Array } | Failed
type Failed = { kind: 'failed'; says: { says: string; try: string } }

/** Offers what stands in a file, from the very layer that carries it. */
export function Contents({ image, step, words, locale, open, cut }: Props) {
  const { story } = words
  const { entry, home } = step
  const layer = image.layers[home]
  const [state, setState] = useState<State>({ kind: 'closed' })
  const [limit, setLimit] = useState(PART)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const isFile = entry.kind === 'file' && entry.index >= 0 && !step.whiteout && !entry.sparse
  const isLocal = layer?.blob !== undefined
  // A reader's own file has no address.
  const path = !layer || !isFile ? null : layer.blob ? '' : filePath(image, layer, entry.index)
  const name = entry.path.split('/').pop() || 'file'

  const read = async () => {
    if (path === null) return
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    setState({ kind: 'loading' })
    try {
      const bytes = isLocal
        ? await ownBytes(cut(home, entry.index))
        : (await fetchBytes(path, 'blob', controller.signal)).bytes
      if (controller.signal.aborted) return
      setState({ kind: 'open', bytes })
    } catch (error) {
      if (controller.signal.aborted) return
      const says = await loadCatalogue(locale)
        .then(({ problems }) => {
          if (error instanceof TypeError) return null
          return problemSentence(problems, problemOf(error))
        })
        .catch(() => null)
      setState({ kind: 'failed', says: says ?? { says: words.reading.siteAway, try: '' } })
    }
  }
  const reading = useRef(read)
  reading.current = read
  useEffect(() => {
    if (open) void reading.current()
  }, [open])

  if (path === null) return null
  if (entry.size > FILE_LIMIT) {
    const size = formatBytes(locale, entry.size)
    return <p>{format(story.large, { size, limit: formatBytes(locale, FILE_LIMIT) })}</p>
  }
  return (
    <>
      <p className={styles.actions}>
        {state.kind === 'open' ? (
          <button type="button" onClick={() => setState({ kind: 'closed' })}>
            {story.hide}
          </button>
        ) : (
          <button type="button" disabled={state.kind === 'loading'} onClick={read}>
            {state.kind === 'loading' ? story.loading : story.read}
          </button>
        )}
        {!isLocal && (
          <a href={path} download={name}>
            {story.download}
          </a>
        )}
        {isLocal && state.kind === 'open' && (
          <button
            type="button"
            onClick={() =>
              saveBlob(new Blob([state.bytes.slice()], { type: 'application/octet-stream' }), name)
            }
          >
            {story.download}
          </button>
        )}
      </p>
      {state.kind === 'failed' && <ProblemNote {...state.says} />}
      {state.kind === 'open' && (
        <FileText
          bytes={state.bytes}
          layer={home}
          limit={limit}
          words={words}
          locale={locale}
          onMore={() => setLimit(limit * 4)}
        />
      )}
    </>
  )
}

/** @throws ProblemError what the worker met */
async function ownBytes(asked: ReturnType<Cut>) {
  const answer = await asked
  if ('problem' in answer) throw new ProblemError(answer.problem)
  return answer.bytes
}
