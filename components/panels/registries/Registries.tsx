import { format } from '@/lib/i18n/format'
import { marked } from '../../ui/marked'
import { Part } from '../../ui/Part'
import { ScrollRegion } from '../../ui/ScrollRegion'
import styles from './Registries.module.css'
import type { RegistryQuirk, RegistryRow, RegistryWords } from './words'

type Props = { rows: RegistryRow[]; common: RegistryQuirk[]; words: RegistryWords }

/**
 * An example for each registry that the site may ask, and in what they differ.
 *
 * HTML alone: an example is a link, which the panel above opens in place where there is JavaScript.
 */
export function Registries({ rows, common, words }: Props) {
  return (
    <Part id="registries-heading" words={words}>
      <p className={styles.untried}>
        <b>{words.untriedLabel}</b> {words.untried}
      </p>
      <ul className={styles.examples}>
        {rows.map((row) => (
          <li key={row.name}>
            <Example row={row} words={words} />
          </li>
        ))}
      </ul>
      <section className={styles.common} aria-labelledby="registries-common">
        <h3 id="registries-common">{words.common.heading}</h3>
        <p>{words.common.lead}</p>
        <Quirks quirks={common} words={words} />
      </section>
      <section className={styles.differ} aria-labelledby="registries-differ">
        <h3 id="registries-differ">{format(words.table.heading, { count: rows.length })}</h3>
        <p>{words.table.lead}</p>
        <Differences rows={rows} words={words} />
      </section>
    </Part>
  )
}

function Example({ row, words }: { row: RegistryRow; words: RegistryWords }) {
  const { name, reference, quirks } = row
  return (
    <article className={styles.example}>
      <h3>{name}</h3>
      <p>{marked(words.examples[name] ?? '')}</p>
      <p>
        <a
          className={styles.open}
          href={`?${new URLSearchParams({ reference, live: '1' })}`}
          data-opens={reference}
        >
          {format(words.open, { reference })}
        </a>
      </p>
      <details>
        <summary>{format(words.quirks, { count: quirks.length })}</summary>
        <Quirks quirks={quirks} words={words} />
      </details>
    </article>
  )
}

function Quirks({ quirks, words }: { quirks: RegistryQuirk[]; words: RegistryWords }) {
  return (
    <ul className={styles.quirks}>
      {quirks.map(({ kind, note, source }) => (
        <li key={kind}>
          {marked(note)}{' '}
          {source ? (
            <a href={source} rel="noopener">
              {words.source}
              <span className="visually-hidden"> {words.kinds[kind]}</span>
            </a>
          ) : (
            <span className={styles.hearsay}>{words.unconfirmed}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Differences({ rows, words }: { rows: RegistryRow[]; words: RegistryWords }) {
  const { table } = words
  const { access, redirects, asking, lists } = table.columns
  return (
    <ScrollRegion label={table.label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{table.registry}</th>
            <th scope="col">{access}</th>
            <th scope="col">{redirects}</th>
            <th scope="col">{asking}</th>
            <th scope="col">{lists}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>
                <Hosts hosts={row.realms} none={isOpen(row) ? table.noToken : table.noRealm} />
                <Labels row={row} groups={['access']} words={words} />
              </td>
              <td>
                <Hosts hosts={row.blobs} none={table.own} />
                <Labels row={row} groups={['redirects']} words={words} />
              </td>
              <td>
                <Labels row={row} groups={['asking', 'answers']} words={words} />
              </td>
              <td>
                <Labels row={row} groups={['lists']} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Hosts({ hosts, none }: { hosts: string[]; none: string }) {
  if (hosts.length === 0) return <p className={styles.none}>{none}</p>
  return (
    <ul className={styles.hosts}>
      {hosts.map((host) => (
        <li key={host}>{host}</li>
      ))}
    </ul>
  )
}

type LabelsProps = { row: RegistryRow; groups: string[]; words: RegistryWords }

function Labels({ row, groups, words }: LabelsProps) {
  const quirks = row.quirks.filter(({ group, kind }) => groups.includes(group) && !TOLD.has(kind))
  if (quirks.length === 0) {
    return groups.includes('access') || groups.includes('redirects') ? null : (
      <p className={styles.none}>{words.table.nothing}</p>
    )
  }
  return (
    <ul className={styles.labels}>
      {quirks.map(({ kind }) => (
        <li key={kind}>{words.kinds[kind]}</li>
      ))}
    </ul>
  )
}

const isOpen = ({ quirks }: RegistryRow) =>
  quirks.some(({ kind }) => kind === 'public-without-token')

/** The hosts beside them tell these already. */
const TOLD = new Set(['realm-elsewhere', 'blobs-elsewhere', 'public-without-token'])
