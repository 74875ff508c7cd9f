'use client'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { digestOf } from '@/lib/oci/hash'
import styles from './FlipBytes.module.css'
import {
  applyFlip,
  byteName,
  characterOf,
  compareText,
  firstPosition,
  flipByte,
  hexOf,
  ROW,
  ROWS,
  step,
  windowStart,
} from './model'
import type { FlipByteWords } from './words'

type Props = {
  id: string
  /** UTF-8 of these are the bytes */
  text: string
  /** of the bytes as they are */
  digest: string
  words: FlipByteWords
  /** of the bytes with the byte of `firstPosition` flipped, where it is known beforehand */
  flippedDigest?: string
}

/** The bytes of a document; one of them can be changed, and the digest is counted again. */
export function FlipBytes({ id, text, digest, words, flippedDigest }: Props) {
  const bytes = useMemo(() => new TextEncoder().encode(text), [text])
  const [at, setAt] = useState(() => firstPosition(bytes))
  const [flipped, setFlipped] = useState(true)
  const [counted, setCounted] = useState<string | null>(flippedDigest ?? null)
  const dump = useRef<HTMLFieldSetElement>(null)
  const algorithm = digest.slice(0, digest.indexOf(':'))
  useEffect(() => {
    let gone = false
    digestOf(applyFlip(bytes, { at, flipped }), algorithm).then((now) => !gone && setCounted(now))
    return () => {
      gone = true
    }
  }, [bytes, at, flipped, algorithm])

  const pick = (next: number) => {
    setAt(next)
    setFlipped(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(bytes.length, at, event.key)
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    pick(next)
    requestAnimationFrame(() =>
      dump.current?.querySelector<HTMLElement>(`[data-byte="${next}"]`)?.focus(),
    )
  }
  const start = windowStart(bytes.length, at)
  const byte = bytes[at] ?? 0
  const shown = flipped ? flipByte(byte) : byte
  return (
    <div className={styles.flip}>
      <p className={styles.says}>
        {flipped
          ? format(words.flipped, { at, from: byteName(byte), to: byteName(shown) })
          : format(words.whole, { at, from: byteName(byte) })}
      </p>
      <Digests digest={digest} counted={counted} words={words} />
      <div className={styles.controls}>
        <button type="button" onClick={() => setFlipped(!flipped)}>
          {flipped ? words.undo : words.flip}
        </button>
        <label htmlFor={`${id}-at`}>{words.position}</label>
        <input
          id={`${id}-at`}
          type="range"
          min={0}
          max={bytes.length - 1}
          value={at}
          onChange={(event) => pick(Number(event.target.value))}
        />
        <output htmlFor={`${id}-at`}>{at}</output>
      </div>
      <fieldset ref={dump} className={styles.dump} aria-label={words.bytes} data-roving>
        {Array.from({ length: ROWS }, (_, row) => start + row * ROW)
          .filter((from) => from < bytes.length)
          .map((from) => (
            <div key={from} className={styles.row}>
              <span className={styles.offset} aria-hidden="true">
                {from.toString(16).padStart(6, '0')}
              </span>
              {Array.from(bytes.subarray(from, from + ROW), (each, i) => {
                const here = from + i === at
                const now = here ? shown : each
                return (
                  <button
                    key={from + i}
                    type="button"
                    data-byte={from + i}
                    data-here={here || undefined}
                    data-flipped={(here && flipped) || undefined}
                    aria-pressed={here}
                    title={`${from + i}: ${byteName(now)}`}
                    tabIndex={here ? 0 : -1}
                    onClick={() => pick(from + i)}
                    onKeyDown={onKeyDown}
                  >
                    <span>{hexOf(now)}</span> <span>{characterOf(now)}</span>
                  </button>
                )
              })}
            </div>
          ))}
      </fieldset>
      <p className={styles.window}>
        {format(words.window, {
          from: start,
          to: Math.min(bytes.length, start + ROW * ROWS) - 1,
          size: bytes.length,
        })}
      </p>
    </div>
  )
}

function Digests({
  digest,
  counted,
  words,
}: {
  digest: string
  counted: string | null
  words: FlipByteWords
}) {
  const { count, runs } = compareText(digest, counted ?? digest)
  return (
    <dl className={styles.digests} data-same={count === 0 || undefined}>
      <dt>{words.original}</dt>
      <dd>
        <code>{digest}</code>
      </dd>
      <dt>{words.now}</dt>
      <dd>
        <code aria-live="polite">
          {runs.map(([text, differs], i) => (differs ? <mark key={i}>{text}</mark> : text))}
        </code>
      </dd>
      <dd className={styles.verdict}>
        {counted === null
          ? words.working
          : count === 0
            ? `${words.same} ${words.accepted}`
            : `${format(words.differ, { count, of: digest.length - digest.indexOf(':') - 1 })} ${words.refused}`}
      </dd>
    </dl>
  )
}
