import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { Failure } from '@/lib/oci/failure'
import type { RecordedFailure } from '@/lib/recordings/failure'
import type { Recording } from '@/lib/recordings/recording'
import type { PredictWords } from '../../devices/predict/words'
import type { ScenarioPlayerWords } from '../../diagrams/scenario-player/words'
import type { ConversationWords } from '../image/words'
import type { ProblemVocabulary } from '../problem/words'
import { Absent } from './Absent'
import { Codes, type CodeWords } from './Codes'
import styles from './ErrorLab.module.css'
import { FailureSection } from './FailureSection'
import { LabChooser } from './LabChooser'
import { statusesOf } from './model'
import type { ErrorLabWords } from './words'

type Props = {
  locale: Locale
  recording: Recording
  failures: RecordedFailure[]
  codes: CodeWords[]
  words: ErrorLabWords
  player: ScenarioPlayerWords
  conversation: ConversationWords
  problems: ProblemVocabulary
  predict: PredictWords
}

export type FailureProps = Omit<Props, 'failures'> & {
  failure: RecordedFailure
  following: Failure | null
}

/** Every recorded failure: chosen one at a time where there is a script, all of them where there is none. */
export function ErrorLab({ failures, ...props }: Props) {
  const { words, codes } = props
  const of = (id: Failure) => failures.find(({ failure }) => failure === id)
  const order = words.groups.flatMap((group) => group.failures)
  return (
    <>
      <Absent {...props} failures={failures} />
      <section className={styles.choose} aria-labelledby="failures">
        <h2 id="failures">{words.choose}</h2>
        <LabChooser
          label={words.choose}
          groups={words.groups.map((group) => ({
            name: group.name,
            failures: group.failures.map((id) => ({
              id,
              name: words.failures[id].name,
              mark: markOf(of(id)),
            })),
          }))}
          sections={order.flatMap((id, i) => {
            const failure = of(id)
            if (!failure) return []
            const following = order[i + 1] ?? null
            const section = { ...props, failure, following }
            return [{ id, content: <FailureSection {...section} /> }]
          })}
        />
      </section>
      <Codes codes={codes} words={words} />
    </>
  )
}

/** The status the failure ends with, for the list; a dash where no answer came. */
function markOf(failure: RecordedFailure | undefined): string {
  if (!failure) return ''
  const statuses = statusesOf(failure.lines)
  const worst = statuses.findLast((status) => status === null || status >= 400)
  return worst === null ? '–' : String(worst ?? statuses.at(-1) ?? '')
}

export function registryName(
  { registry }: RecordedFailure,
  recording: Recording,
  words: ErrorLabWords,
): string {
  if (registry === null) return words.playedByHarness
  const version = versionOf(recording.tools[registry] ?? '')
  return format(words.playedBy, { registry: `distribution ${version}` })
}

/** `skopeo version 1.9.3` → `1.9.3` */
export function versionOf(said: string): string {
  return /\d+\.\d+[\w.+~-]*/.exec(said)?.[0] ?? said
}
