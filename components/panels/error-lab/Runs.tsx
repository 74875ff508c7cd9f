import { format } from '@/lib/i18n/format'
import type { ToolRun } from '@/lib/recordings/failure'
import { versionOf } from './ErrorLab'
import styles from './ErrorLab.module.css'
import { essenceOf } from './essence'
import type { ErrorLabWords } from './words'

type Props = { runs: ToolRun[]; tools: Record<string, string>; words: ErrorLabWords }

/** The Debian package that a tool comes with, where its name is another. */
const PACKAGES: Record<string, string> = { docker: 'docker.io', ctr: 'containerd' }

/** Seconds from which a tool's time says that it waited. */
const LONG = 1

/** What each tool said in one line; opened, its command and all that it printed. */
export function Runs({ runs, tools, words }: Props) {
  return (
    <>
      <h4>{words.tools}</h4>
      <p className={styles.hint}>{words.toolsHint}</p>
      <ul className={styles.runs}>
        {runs.map((run, i) => (
          <li key={i}>
            <details>
              <summary>
                <span className={styles.tool}>
                  {run.tool} <small>{versionOf(tools[PACKAGES[run.tool] ?? run.tool] ?? '')}</small>
                </span>
                <span className={styles.exit} data-bad={run.exit !== 0 || undefined}>
                  {format(words.exit, { exit: run.exit })}
                </span>
                <span className={styles.essence}>{essenceOf(run) || words.nothing}</span>
                {(run.seconds >= LONG || run.requests !== undefined) && (
                  <span className={styles.effort}>
                    {run.requests !== undefined && format(words.requests, { count: run.requests })}
                    {run.requests !== undefined && run.seconds >= LONG && ', '}
                    {run.seconds >= LONG && format(words.seconds, { seconds: run.seconds })}
                  </span>
                )}
              </summary>
              <Printed label={words.command} text={`$ ${run.command}`} />
              {run.stdout && <Printed label={words.stdout} text={run.stdout} />}
              {run.stderr && <Printed label={words.stderr} text={run.stderr} />}
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}

function Printed({ label, text }: { label: string; text: string }) {
  return (
    <figure className={styles.printed}>
      <figcaption>{label}</figcaption>
      <pre>{text.trimEnd()}</pre>
    </figure>
  )
}
