'use client'
import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { DigestText } from './DigestText'
import { Glyphs } from './Glyphs'
import type { FactRow, PartRow, PlatformRow, ReaderDocument } from './reader'
import styles from './SummaryTable.module.css'
import type { ImagePanelWords } from './words'

type Props = {
  document: ReaderDocument
  words: ImagePanelWords
  platform: string | null
  /** digest of the manifest that is open */
  opened: string | null
  onPlatform: (platform: string, digest: string) => void
  /** where an attestation is read; without it there is no link */
  readHref?: (digest: string) => string
}

/** Rows drawn before the reader asks for more. */
const ROWS = 40

/** What a reader looks for first: the platforms of an index, the parts of a manifest, a config's facts. */
export function SummaryTable(props: Props) {
  const [limit, setLimit] = useState(ROWS)
  const { document, words } = props
  const { summary } = document
  if (!summary || summary.rows.length === 0) return null
  return (
    <ScrollRegion label={`${words.documents[summary.kind].name}: ${words.table.label}`}>
      <table className={styles.table} data-kind={summary.kind}>
        {summary.kind === 'index' && <Platforms {...props} rows={summary.rows.slice(0, limit)} />}
        {summary.kind === 'manifest' && <Parts words={words} rows={summary.rows.slice(0, limit)} />}
        {summary.kind === 'config' && <Facts words={words} rows={summary.rows} />}
      </table>
      {summary.kind !== 'config' && summary.rows.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 200)}>
          {format(words.table.more, { count: summary.rows.length - limit })}
        </button>
      )}
    </ScrollRegion>
  )
}

function Platforms({ rows, words, opened, onPlatform, readHref }: Props & { rows: PlatformRow[] }) {
  const { table } = words
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{table.platform}</th>
          <th scope="col">{table.digest}</th>
          <th scope="col" className={styles.number}>
            {table.size}
          </th>
          <th scope="col">{table.choose}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = row.platform ?? table.anyPlatform
          return (
            <tr key={row.at} data-open={row.digest === opened || undefined}>
              <th scope="row">
                <code>
                  <Glyphs>{name}</Glyphs>
                </code>
                {row.attests !== undefined && (
                  <span className={styles.attestation}>
                    <b>{table.attestation}</b>{' '}
                    {row.attests && <About says={table.attests} digest={row.attests} />}
                    <span className={styles.why}>
                      {table.attestationWhy}
                      {readHref && (
                        <>
                          {' '}
                          <a href={readHref(row.digest)}>{table.attestationRead}</a>
                        </>
                      )}
                    </span>
                  </span>
                )}
              </th>
              <td>
                <DigestText digest={row.digest} />
              </td>
              <td className={styles.number}>{row.size.toLocaleString('en')}</td>
              <td>
                {row.digest === opened ? (
                  <span className={styles.chosen}>{table.chosen}</span>
                ) : (
                  <button
                    type="button"
                    aria-label={format(table.choosePlatform, { platform: name })}
                    onClick={() => onPlatform(row.platform ?? '', row.digest)}
                  >
                    {table.choose}
                  </button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </>
  )
}

/** A sentence with a digest in it. */
function About({ says, digest }: { says: string; digest: string }) {
  const [before, after] = says.split('{digest}')
  return (
    <>
      {before}
      <DigestText digest={digest} />
      {after}{' '}
    </>
  )
}

function Parts({ rows, words }: { rows: PartRow[]; words: ImagePanelWords }) {
  const { table } = words
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{table.role}</th>
          <th scope="col">{table.mediaType}</th>
          <th scope="col" className={styles.number}>
            {table.size}
          </th>
          <th scope="col">{table.digest}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.at}>
            <th scope="row">
              <span className={styles.role} data-role={row.role}>
                {table.roles[row.role]}
                {row.role === 'layer' && ` ${i - rows.findIndex((r) => r.role === 'layer') + 1}`}
              </span>
            </th>
            <td>
              <code>
                <Glyphs>{row.mediaType}</Glyphs>
              </code>
            </td>
            <td className={styles.number}>{row.size.toLocaleString('en')}</td>
            <td>
              <DigestText digest={row.digest} />
            </td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Facts({ rows, words }: { rows: FactRow[]; words: ImagePanelWords }) {
  const { table } = words
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{table.fact}</th>
          <th scope="col">{table.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.at}>
            <th scope="row">{table.facts[row.fact]}</th>
            <td>
              {row.values.map((value, i) => (
                <span key={i} className={styles.item}>
                  {row.fact === 'diffIds' ? (
                    <DigestText digest={value} />
                  ) : (
                    <code>
                      <Glyphs>{value}</Glyphs>
                    </code>
                  )}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </>
  )
}
