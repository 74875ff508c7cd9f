import { format } from '@/lib/i18n/format'
import { problemSentence } from '../problem/model'
import { AcceptTable } from './AcceptTable'
import { writeLabAddress } from './address'
import { type FailureProps, registryName } from './ErrorLab'
import styles from './ErrorLab.module.css'
import { FailurePlayer } from './FailurePlayer'
import { acceptRows, errorBodyOf, failureScenario } from './model'
import { QuestionBox } from './QuestionBox'
import { Runs } from './Runs'

/** One failure from top to bottom: what was done, what was said, what it means, what to do. */
export function FailureSection(props: FailureProps) {
  const { failure: recorded, recording, words, problems, conversation, following, locale } = props
  const { failure, lines, speaker } = recorded
  const says = words.failures[failure]
  const scenario = failureScenario(lines, {
    ...{
      id: `${failure}-exchange`,
      title: `${words.exchange}: ${says.name}`,
      mirrored: speaker === 'mirror',
    },
    ...{ conversation, problems, words },
  })
  const last = lines.at(-1)
  const site =
    last?.type === 'problem' && speaker === 'mirror'
      ? problemSentence(problems, last.problem)
      : null
  const rows = failure.startsWith('wrong-accept') ? acceptRows(lines) : []
  const date = new Date(recording.observedAt).toLocaleDateString(locale, {
    ...{ dateStyle: 'long', timeZone: 'UTC' },
  })
  return (
    <section className={styles.failure} aria-labelledby={failure}>
      <h3 id={failure} tabIndex={-1}>
        {says.heading}
      </h3>
      <p className={styles.origin}>
        <span data-harness={recorded.registry === null || undefined}>
          {registryName(recorded, recording, words)}
        </span>
        {speaker === 'recorder' && <span>{words.askedByRecorder}</span>}
        <span>{format(words.recorded, { date })}</span>
      </p>
      <p className={styles.staged}>{says.staged}</p>
      {says.question && (
        <QuestionBox id={`${failure}-question`} question={says.question} words={props.predict} />
      )}
      <h4>{words.exchange}</h4>
      <FailurePlayer failure={failure} scenario={scenario} words={props.player} />
      <p className={styles.cause}>{says.cause}</p>
      {rows.length > 0 && <AcceptTable rows={rows} words={words.accept} />}
      <Body {...props} />
      <Runs runs={recorded.runs} tools={recording.tools} words={words} />
      {site && (
        <>
          <h4>{words.site}</h4>
          <div className={styles.site}>
            <p>{site.says}</p>
            <p>{site.try}</p>
          </div>
        </>
      )}
      <h4>{words.next}</h4>
      <ol className={styles.next}>
        {says.next.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {following && (
        <p className={styles.following}>
          <a href={`${writeLabAddress({ failure: following, step: null })}#${following}`}>
            {format(words.following, { name: words.failures[following].name })}
          </a>
        </p>
      )}
    </section>
  )
}

/** The body of the error, and each of its codes in plain words. */
function Body({ failure: { lines }, codes, words }: FailureProps) {
  const body = errorBodyOf(lines)
  return (
    <>
      <h4>{words.body}</h4>
      {body === null ? (
        <p className={styles.none}>{words.bodyNone}</p>
      ) : (
        <div className={styles.body}>
          <pre>{body.text}</pre>
          {body.codes.length === 0 ? (
            <p className={styles.none}>{words.bodyPlain}</p>
          ) : (
            <dl className={styles.codes}>
              {body.codes.map((code) => {
                const known = codes.find((each) => each.code === code)
                return (
                  <div key={code}>
                    <dt>
                      <a href={`#code-${code}`}>{code}</a>
                      <span>{known?.id ? words.inSpec : words.notInSpec}</span>
                    </dt>
                    <dd>
                      <p>{known?.means ?? words.codeUnknown}</p>
                      {known && <p>{known.next}</p>}
                    </dd>
                  </div>
                )
              })}
            </dl>
          )}
        </div>
      )}
    </>
  )
}
