'use client'
import { lazy, Suspense, useEffect, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { digestAlgorithm } from '@/lib/oci/digest'
import { digestOf } from '@/lib/oci/hash'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import styles from './DigestCheck.module.css'
import type { ReaderDocument } from './reader'
import type { ImagePanelWords } from './words'

const FlipBytes = lazy(() =>
  import('../../devices/flip-byte/FlipBytes').then((module) => ({ default: module.FlipBytes })),
)

type Props = { document: ReaderDocument; words: ImagePanelWords; flip: FlipByteWords; id: string }

/** Hashes the document in the reader's browser and says whether it fits its name; lets them break it. */
export function DigestCheck({ document, words, flip, id }: Props) {
  const [counted, setCounted] = useState<{ of: string; digest: string } | null>(null)
  const [open, setOpen] = useState(false)
  const { check } = words
  useEffect(() => {
    // Without WebCrypto (plain http) hashing means loading code: then only when a byte is flipped.
    if (!globalThis.crypto?.subtle) return
    let gone = false
    digestOf(
      new TextEncoder().encode(document.text),
      digestAlgorithm(document.digest as `${string}:${string}`),
    )
      .then((digest) => !gone && setCounted({ of: document.digest, digest }))
      .catch(() => {})
    return () => {
      gone = true
    }
  }, [document])
  const state =
    counted?.of !== document.digest
      ? 'built'
      : counted.digest === document.digest
        ? 'match'
        : 'mismatch'
  const size = document.size.toLocaleString('en')
  return (
    <div className={styles.check}>
      <p className={styles.says} data-state={state}>
        {/* Both stand in the same place, so that nothing moves when one takes over. */}
        {(['built', state === 'mismatch' ? 'mismatch' : 'match'] as const).map((each) => (
          <span key={each} data-shown={each === state || undefined} aria-hidden={each !== state}>
            {format(check[each], { size })}
          </span>
        ))}
      </p>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? check.flipClose : check.flip}
      </button>
      {open && (
        <div className={styles.flip}>
          <Suspense fallback={<p>{check.working}</p>}>
            <FlipBytes
              id={`${id}-flip`}
              text={document.text}
              digest={document.digest}
              words={flip}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
