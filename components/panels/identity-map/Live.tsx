'use client'
import { useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { canHash, digestOf } from '@/lib/oci/hash'
import { mediaTypeFacts } from '@/lib/oci/media-type'
import type { ProblemSays } from '../problem/model'
import { ProblemNote } from '../problem/ProblemNote'
import styles from './Live.module.css'
import type { HashedLayer } from './layer'
import type { Identity } from './model'
import type { IdentityWords } from './words'

type Props = { identity: Identity; sample: string | null; words: IdentityWords; locale: Locale }

/** Bytes. As in layer.ts, which is loaded only when a layer is asked for. */
const LAYER_LIMIT = 4 * 1024 * 1024

/** Computes a name again in the reader's browser, from what is on screen or from the layer itself. */
export function Live({ identity, sample, words, locale }: Props) {
  const { of, digest } = identity
  const algorithm = digest.slice(0, digest.indexOf(':'))
  if (!canHash(algorithm))
    return <Says state="none">{format(words.live.cannot, { algorithm })}</Says>
  if (of.what === 'document') {
    const { bytesMatch, bytesMismatch } = words.live
    const size = of.size.toLocaleString('en')
    return (
      <Counted
        text={of.text}
        digest={digest}
        algorithm={algorithm}
        match={format(bytesMatch, { size })}
        mismatch={bytesMismatch}
        built={words.live.built}
      />
    )
  }
  if (of.what === 'chain') {
    const { textMatch, textMismatch, same, built } = words.live
    if (of.text === null) return <Says state="none">{same}</Says>
    return (
      <Counted
        text={of.text}
        digest={digest}
        algorithm="sha256"
        match={textMatch}
        mismatch={textMismatch}
        built={built}
      />
    )
  }
  return <FromLayer identity={identity} sample={sample} words={words} locale={locale} />
}

type CountedProps = {
  text: string
  digest: string
  algorithm: string
  match: string
  mismatch: string
  built: string
}

function Counted({ text, digest, algorithm, match, mismatch, built }: CountedProps) {
  const [counted, setCounted] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    digestOf(new TextEncoder().encode(text), algorithm).then(
      (now) => !gone && setCounted(now),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [text, algorithm])
  if (counted === null) return <Says state="none">{built}</Says>
  return counted === digest ? (
    <Says state="good">{match}</Says>
  ) : (
    <Says state="bad">{mismatch}</Says>
  )
}

/** By digest: a layer that was hashed once is not fetched again. */
const hashed = new Map<string, HashedLayer>()

function FromLayer({ identity, sample, words, locale }: Props) {
  const { live } = words
  const { of, digest } = identity
  const blob = of.what === 'blob' ? { digest, ...of } : of.what === 'unpacked' ? of.blob : null
  const [result, setResult] = useState<HashedLayer | null>(
    (blob && hashed.get(blob.digest)) ?? null,
  )
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ProblemSays | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const says = of.what === 'unpacked' ? <p className={styles.unpack}>{live.unpack}</p> : null
  const refusal = refusalOf(blob, of.what === 'unpacked', sample, words)
  if (!blob || !sample || refusal !== null) {
    return (
      <>
        {says}
        <Says state="none">{refusal ?? live.notHere}</Says>
      </>
    )
  }
  const fetchLayer = async () => {
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setFailure(null)
    try {
      const { hashLayer } = await import('./layer')
      const done = await hashLayer(sample, blob, controller.signal)
      hashed.set(blob.digest, done)
      setResult(done)
    } catch (error) {
      if (controller.signal.aborted) return
      const module = await import('../image/live')
      const catalogue = await module.loadCatalogue(locale).catch(() => null)
      if (catalogue && !controller.signal.aborted) {
        setFailure(module.problemSentence(catalogue.problems, module.problemOf(error)))
      }
    } finally {
      if (!controller.signal.aborted) setBusy(false)
    }
  }
  if (!result) {
    return (
      <>
        {says}
        <div className={styles.ask}>
          <button type="button" disabled={busy} onClick={fetchLayer}>
            {busy ? live.working : format(live.fetch, { size: blob.size.toLocaleString('en') })}
          </button>
        </div>
        {failure && <ProblemNote {...failure} />}
      </>
    )
  }
  const sizes = {
    size: result.size.toLocaleString('en'),
    blob: result.size.toLocaleString('en'),
    unpacked: (result.unpacked?.size ?? 0).toLocaleString('en'),
  }
  const got = of.what === 'blob' ? result.digest : result.unpacked?.diffId
  const [match, mismatch] =
    of.what === 'blob' ? [live.blobMatch, live.blobMismatch] : [live.diffMatch, live.diffMismatch]
  return (
    <>
      {says}
      <Says state={got === digest ? 'good' : 'bad'}>
        {format(got === digest ? match : mismatch, sizes)}
      </Says>
    </>
  )
}

/** Why a layer is not hashed here; null when it can be. */
function refusalOf(
  blob: { size: number; mediaType: string } | null,
  unpack: boolean,
  sample: string | null,
  { live }: IdentityWords,
): string | null {
  if (!blob || sample === null) return live.notHere
  if (blob.size > LAYER_LIMIT) return format(live.large, { limit: '4 MiB' })
  if (!unpack) return null
  const { compression } = mediaTypeFacts(blob.mediaType)
  if (compression === 'zstd') return live.zstd
  return compression === null ? live.unknown : null
}

function Says({ state, children }: { state: 'good' | 'bad' | 'none'; children: string }) {
  return (
    <p className={styles.says} data-state={state} role="status">
      {children}
    </p>
  )
}
