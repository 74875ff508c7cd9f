import { useEffect, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { ArchiveImage, ArchiveLayer } from '@/lib/oci/archive/archive'
import { chainIds } from '@/lib/oci/chain-id'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { formatBytes, shorten } from '../values'
import type { FileCheck } from './messages'
import styles from './Open.module.css'
import { ProgressBar } from './ProgressBar'
import type { Check } from './use-check'
import type { OpenWords } from './words'

type Props = { image: ArchiveImage; check: Check; words: OpenWords; locale: Locale }

/** Rows drawn at once. */
const ROWS = 60
/** Wrong files told at once. */
const LISTED = 8

/** The layers of an image: as stored and unpacked, promised and computed here, and their chainIDs. */
export function LayersChecked({ image, check, words, locale }: Props) {
  const { layers } = image
  const [limit, setLimit] = useState(ROWS)
  const chain = useChain(layers, check)
  return (
    <>
      <CheckState check={check} words={words} locale={locale} />
      {layers.length === 0 ? (
        <p className={styles.quiet}>{words.layers.none}</p>
      ) : (
        <ScrollRegion label={words.layers.table}>
          <table className={styles.layers}>
            <thead>
              <tr>
                <th scope="col">{words.layers.number}</th>
                <th scope="col">{words.layers.stored}</th>
                <th scope="col">{words.layers.digest}</th>
                <th scope="col">{words.layers.diffId}</th>
                <th scope="col">{words.layers.chainId}</th>
              </tr>
            </thead>
            <tbody>
              {layers.slice(0, limit).map((layer, i) => (
                // A layer may come twice, so the key is its place.
                <Row
                  key={i}
                  number={i + 1}
                  layer={layer}
                  checked={layer.path === null ? undefined : check.files.get(layer.path)}
                  chainId={chain[i] ?? null}
                  words={words.layers}
                  locale={locale}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {layers.length > limit && (
        <button type="button" onClick={() => setLimit(limit + 10 * ROWS)}>
          {format(words.image.more, { count: layers.length - limit })}
        </button>
      )}
    </>
  )
}

/** The chainIDs of what the layers really unpack to, as far as all below are hashed. */
function useChain(layers: ArchiveLayer[], { files }: Check): string[] {
  const got: string[] = []
  for (const { path } of layers) {
    const diffId = path === null ? undefined : files.get(path)?.diffId?.got
    if (!diffId) break
    got.push(diffId)
  }
  const key = got.join(' ')
  const [chain, setChain] = useState<string[]>([])
  useEffect(() => {
    let gone = false
    chainIds(key ? key.split(' ') : []).then((ids) => !gone && setChain(ids))
    return () => {
      gone = true
    }
  }, [key])
  return chain
}

type RowProps = {
  number: number
  layer: ArchiveLayer
  checked: FileCheck | undefined
  chainId: string | null
  words: OpenWords['layers']
  locale: Locale
}

function Row({ number, layer, checked, chainId, words, locale }: RowProps) {
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        {layer.path === null ? (
          <span className={styles.bad}>{words.missing}</span>
        ) : (
          <code className={styles.path}>
            <Glyphs>{shortPath(layer.path)}</Glyphs>
          </code>
        )}
        <span className={styles.quiet}>
          {layer.size === null ? '' : formatBytes(locale, layer.size)}
          {layer.linked && ` · ${words.linked}`}
        </span>
      </td>
      <td>
        <Verdict promised={layer.digest} got={checked?.got ?? null} words={words} />
      </td>
      <td>
        <Verdict promised={layer.diffId} got={checked?.diffId?.got ?? null} words={words} />
      </td>
      <td>{chainId ? <DigestText digest={chainId} /> : <span className={styles.quiet}>–</span>}</td>
    </tr>
  )
}

type VerdictProps = { promised: string | null; got: string | null; words: OpenWords['layers'] }

/** A digest and how it came about: promised, computed, or both and the same. */
function Verdict({ promised, got, words }: VerdictProps) {
  const digest = promised ?? got
  const state = !got
    ? 'unchecked'
    : !promised
      ? 'noPromise'
      : got === promised
        ? 'match'
        : 'mismatch'
  return (
    <span className={styles.verdict} data-state={state}>
      {digest ? <DigestText digest={digest} /> : <span>{words.noDigest}</span>}
      <span className={styles.says}>{words[state]}</span>
      {state === 'mismatch' && got && <DigestText digest={got} />}
    </span>
  )
}

function CheckState({ check, words, locale }: { check: Check; words: OpenWords; locale: Locale }) {
  const { state, progress, count, bytes, start, stop } = check
  if (state === 'running') {
    return <ProgressBar progress={progress} words={words.state} locale={locale} onStop={stop} />
  }
  if (state === 'waiting') {
    return (
      <p>
        <button type="button" className="button-main" onClick={start}>
          {format(words.check.start, { count, size: formatBytes(locale, bytes) })}
        </button>
      </p>
    )
  }
  const checks = [...check.files.values()]
  const bad = checks.filter(isBad)
  const says = bad.length === 0 ? words.check.all : words.check.some
  return (
    <div className={styles.verdicts} data-good={bad.length === 0 || undefined} role="status">
      <p>
        <b>{format(says, { count: checks.length, good: checks.length - bad.length })}</b>{' '}
        {words.check.why}
      </p>
      {bad.length > 0 && (
        <ul aria-label={words.check.bad}>
          {bad.slice(0, LISTED).map((each) => (
            <li key={each.path}>
              {format(words.check.row, {
                path: shortPath(each.path),
                ...(each.want !== null && each.got !== each.want
                  ? { want: shorten(each.want), got: shorten(each.got) }
                  : {
                      want: shorten(each.diffId?.want ?? '–'),
                      got: shorten(each.diffId?.got ?? '–'),
                    }),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function isBad({ got, want, diffId, problem }: FileCheck): boolean {
  if (problem !== null) return true
  if (want !== null && got !== want) return true
  return diffId !== null && diffId.want !== null && diffId.got !== diffId.want
}

/** `blobs/sha256/1d8ab94b469d…`: a hash in a path is known by its beginning. */
function shortPath(path: string): string {
  return shorten(path.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…'))
}
