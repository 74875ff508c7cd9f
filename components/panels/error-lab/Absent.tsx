import type { Failure } from '@/lib/oci/failure'
import type { RecordedFailure } from '@/lib/recordings/failure'
import type { PredictWords } from '../../devices/predict/words'
import { statusText } from '../image/conversation-scenario'
import styles from './ErrorLab.module.css'
import { QuestionBox } from './QuestionBox'
import type { ErrorLabWords } from './words'

type Props = { failures: RecordedFailure[]; words: ErrorLabWords; predict: PredictWords }

/** Two refusals side by side, of which one is of nothing at all: they cannot be told apart. */
export function Absent({ failures, words, predict }: Props) {
  const { absent } = words
  return (
    <section className={styles.absent} aria-labelledby="absent-or-private">
      <h2 id="absent-or-private">{absent.heading}</h2>
      <QuestionBox id="absent-question" question={absent.question} words={predict} />
      <p>{absent.lead}</p>
      <div className={styles.pair}>
        {absent.columns.map(({ failure, name }) => (
          <figure key={failure}>
            <figcaption>{name}</figcaption>
            <pre>
              {refusalOf(failures, failure).map((part, i) =>
                part.differs ? <mark key={i}>{part.text}</mark> : part.text,
              )}
            </pre>
          </figure>
        ))}
      </div>
      <p>{absent.why}</p>
    </section>
  )
}

/** The last refusal as it travelled, the repository's own name told apart. */
function refusalOf(failures: RecordedFailure[], id: Failure): { text: string; differs: boolean }[] {
  const lines = failures.find(({ failure }) => failure === id)?.lines ?? []
  const last = lines
    .filter((line) => line.type === 'exchange')
    .findLast(({ response }) => response?.error !== undefined)
  if (!last?.response) return []
  const { pathname } = new URL(last.request.url)
  const name = /\/v2\/.+\/(.+?)\/manifests\//.exec(pathname)?.[1] ?? ''
  const text = [
    `${last.request.method} ${pathname}`,
    '',
    statusText(last.response.status),
    ...last.response.headers
      // the clock and the length are those of the moment and of the name
      .filter(([header]) => !/^(?:date|content-length)$/i.test(header))
      .map(([header, value]) => `${header.toLowerCase()}: ${value}`),
    '',
    JSON.stringify(JSON.parse(last.response.error ?? '{}'), null, 2),
  ].join('\n')
  return text
    .split(name)
    .flatMap((part, i) => [
      ...(i > 0 ? [{ text: name, differs: true }] : []),
      { text: part, differs: false },
    ])
}
