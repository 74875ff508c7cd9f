'use client'
import { useState } from 'react'
import { format } from '@/lib/i18n/format'
import { Part } from '../../ui/Part'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { contentOf } from '../image/content'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { useDocuments } from '../image/shown-context'
import styles from './HistoryAligner.module.css'
import {
  type Alignment,
  alignHistory,
  isWrong,
  type LayerFact,
  layerOf,
  type Pairing,
  type StepRow,
} from './model'
import type { HistoryWords } from './words'

const SPEC = 'https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties'
/** Rows drawn at once. */
const DRAWN = 60
/** Characters of a command shown before the rest is folded away. */
const LONG = 240

/** The steps of the image on screen beside the layers they made. Stands below an image panel. */
export function HistoryAligner({ words }: { words: HistoryWords }) {
  const { config, manifest } = contentOf(useDocuments())
  const [pairing, setPairing] = useState<Pairing>('flag')
  const [limit, setLimit] = useState(DRAWN)
  const aligned = config && alignHistory(config, manifest)
  return (
    <Part
      id="history-heading"
      kind="config"
      words={words}
      source={{ href: SPEC, says: words.spec }}
    >
      {aligned && aligned.rows.length > 0 ? (
        <>
          <Switch words={words} pairing={pairing} onChange={setPairing} />
          <Verdict aligned={aligned} words={words} pairing={pairing} />
          {aligned.findings.length > 0 && (
            <ul className={styles.findings}>
              {aligned.findings.map((finding) => (
                <li key={finding.kind}>{format(words.findings[finding.kind], finding)}</li>
              ))}
            </ul>
          )}
          <ScrollRegion className={styles.scroll} label={`${words.name}: ${words.heading}`}>
            <table className={styles.table} data-pairing={pairing}>
              <thead>
                <tr>
                  <th scope="col">{words.step}</th>
                  <th scope="col">{words.made}</th>
                  <th scope="col">{words.layer}</th>
                  <th scope="col" className={styles.number}>
                    {words.size}
                  </th>
                  <th scope="col">{words.digest}</th>
                </tr>
              </thead>
              <tbody>
                {aligned.rows.slice(0, limit).map((row, i) => (
                  <Row key={i} row={row} layers={aligned.layers} pairing={pairing} words={words} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {limit < aligned.rows.length && (
            <button type="button" onClick={() => setLimit(limit + 10 * DRAWN)}>
              {format(words.more, { count: aligned.rows.length - limit })}
            </button>
          )}
        </>
      ) : (
        <p className={styles.quiet}>{words.none}</p>
      )}
    </Part>
  )
}

type SwitchProps = {
  words: HistoryWords
  pairing: Pairing
  onChange: (pairing: Pairing) => void
}

function Switch({ words, pairing, onChange }: SwitchProps) {
  return (
    <fieldset className={styles.switch}>
      <legend>{words.pairing.label}</legend>
      {(['flag', 'position'] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="history-pairing"
            checked={pairing === each}
            onChange={() => onChange(each)}
          />
          {words.pairing[each]}
        </label>
      ))}
    </fieldset>
  )
}

type VerdictProps = { aligned: Alignment; words: HistoryWords; pairing: Pairing }

function Verdict({ aligned, words, pairing }: VerdictProps) {
  const steps = aligned.rows.filter(({ step }) => step !== null)
  const wrong = steps.filter(isWrong).length
  const values = { wrong, count: steps.length }
  const { flag, position, positionRight, mistake } = words.says
  const says =
    pairing === 'flag'
      ? `${flag} ${wrong > 0 ? format(mistake, values) : ''}`
      : format(wrong > 0 ? position : positionRight, values)
  return (
    <p
      className={styles.says}
      data-wrong={(pairing === 'position' && wrong > 0) || undefined}
      role="status"
    >
      {says}
    </p>
  )
}

type RowProps = { row: StepRow; layers: LayerFact[]; pairing: Pairing; words: HistoryWords }

function Row({ row, layers, pairing, words }: RowProps) {
  const at = layerOf(row, pairing)
  const layer = at === null ? null : layers[at]
  const wrong = pairing === 'position' && isWrong(row)
  return (
    <tr data-empty={row.empty || undefined} data-wrong={wrong || undefined}>
      <th scope="row" className={styles.number}>
        {row.step ?? '–'}
      </th>
      <td className={styles.command}>
        <Command row={row} words={words} />
      </td>
      <td className={styles.layer}>
        {layer ? (
          <b className={styles.chip}>{format(words.layerName, { n: (at ?? 0) + 1 })}</b>
        ) : (
          <span className={styles.quiet}>
            {pairing === 'flag' && row.empty
              ? words.nothing
              : row.step === null
                ? '–'
                : words.noLayer}
          </span>
        )}
        {wrong && (
          <span className={styles.wrong}>
            {row.layer === null ? words.wrongNone : format(words.wrong, { n: row.layer + 1 })}
          </span>
        )}
      </td>
      <td className={styles.number}>
        {layer && (layer.size === null ? '–' : layer.size.toLocaleString('en'))}
      </td>
      <td className={styles.digest}>
        {layer?.digest ? <DigestText digest={layer.digest} /> : layer ? '–' : null}
      </td>
    </tr>
  )
}

function Command({ row, words }: { row: StepRow; words: HistoryWords }) {
  const { step, createdBy, empty } = row
  if (step === null) return <span className={styles.quiet}>{words.noStep}</span>
  return (
    <>
      {createdBy === null || createdBy === '' ? (
        <span className={styles.quiet}>{words.noCommand}</span>
      ) : createdBy.length <= LONG ? (
        <code>
          <Glyphs>{createdBy}</Glyphs>
        </code>
      ) : (
        <details>
          <summary>
            <code>
              <Glyphs>{`${createdBy.slice(0, LONG)}…`}</Glyphs>
            </code>{' '}
            {format(words.whole, { count: createdBy.length })}
          </summary>
          <code>
            <Glyphs>{createdBy}</Glyphs>
          </code>
        </details>
      )}
      {empty && <span className={styles.flag}>{words.empty}</span>}
    </>
  )
}
