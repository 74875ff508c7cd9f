'use client'
import { type ReactNode, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { DigestText } from '../image/DigestText'
import type { Identity, IdentityKind, IdentityPicture } from './model'
import styles from './Picture.module.css'
import { nameOf } from './sentence'
import type { IdentityWords } from './words'

type Props = {
  picture: IdentityPicture
  words: IdentityWords
  /** key of the name that is explained */
  explained: string
  onChoose: (key: string) => void
  onPoint: (key: string | null) => void
}

/** Layers drawn at once. */
const DRAWN = 12

/**
 * A staircase: each document's column starts beside the line that names it, so that every arrow
 * goes from a name to what is hashed for it.
 */
export function Picture({ picture, words, explained, onChoose, onPoint }: Props) {
  const [all, setAll] = useState(false)
  const { index, manifest, config, layers, others } = picture
  const drawn = all ? layers : layers.slice(0, DRAWN)
  const name = (identity: Identity) => (
    <button
      type="button"
      className={styles.name}
      data-kind={identity.kind}
      data-digest={identity.digest}
      aria-pressed={identity.key === explained}
      onClick={() => onChoose(identity.key)}
      onPointerEnter={(event) => event.pointerType !== 'touch' && onPoint(identity.key)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onChoose(identity.key)}
    >
      <span>{nameOf(identity, words)}</span>
      <DigestText digest={identity.digest} />
    </button>
  )
  return (
    <div className={styles.picture}>
      <p className={styles.hint}>{words.hint}</p>
      <ol className={styles.rows} aria-label={words.picture} data-index={index ? '' : undefined}>
        {index && (
          <li>
            <Cell column="index" edge="top" head={words.columns.index}>
              {name(index)}
            </Cell>
          </li>
        )}
        {manifest && (
          <li>
            {index && (
              <Cell column="index" edge="bottom" arrow>
                <Named says={words.names.manifest} digest={manifest.digest}>
                  {others > 0 && <span>{format(words.others, { count: others })}</span>}
                </Named>
              </Cell>
            )}
            <Cell column="manifest" edge="top" head={words.columns.manifest}>
              {name(manifest)}
            </Cell>
          </li>
        )}
        {config && (
          <li>
            <Cell column="manifest" edge={layers.length === 0 ? 'bottom' : null} arrow>
              <Named says={words.names.config} digest={config.digest} />
            </Cell>
            <Cell
              column="config"
              edge="top"
              single={layers.length === 0}
              head={words.columns.config}
            >
              {name(config)}
            </Cell>
          </li>
        )}
        {layers.length > 0 && (
          <li className={styles.captions}>
            <Cell column="manifest">{words.captions.layer}</Cell>
            {config && <Cell column="config">{words.captions.diffId}</Cell>}
            {config && (
              <Cell column="computed" edge="top" head={words.columns.computed}>
                {words.captions.chainId}
              </Cell>
            )}
          </li>
        )}
        {drawn.map((row, i) => {
          const edge = i === layers.length - 1 ? 'bottom' : null
          return (
            <li key={i}>
              {manifest && (
                <Cell column="manifest" edge={edge} arrow={row.layer !== null && !!row.diffId}>
                  {row.layer ? name(row.layer) : <Gap />}
                </Cell>
              )}
              {config && (
                <Cell column="config" edge={edge} arrow={row.chainId !== null}>
                  {row.diffId ? name(row.diffId) : <Gap />}
                </Cell>
              )}
              {config && (
                <Cell column="computed" edge={edge}>
                  {row.chainId ? name(row.chainId) : <Gap />}
                </Cell>
              )}
            </li>
          )
        })}
      </ol>
      {drawn.length < layers.length && (
        <button type="button" onClick={() => setAll(true)}>
          {format(words.more, { count: layers.length - drawn.length })}
        </button>
      )}
    </div>
  )
}

type CellProps = {
  column: Extract<IdentityKind, 'index' | 'manifest' | 'config'> | 'computed'
  edge?: 'top' | 'bottom' | null
  /** top and bottom in one */
  single?: boolean
  head?: string
  arrow?: boolean
  children: ReactNode
}

function Cell({ column, edge = null, single = false, head, arrow = false, children }: CellProps) {
  return (
    <div
      className={styles.cell}
      data-column={column}
      data-edge={single ? 'both' : (edge ?? undefined)}
      data-arrow={arrow || undefined}
    >
      {head && <p className={styles.head}>{head}</p>}
      {children}
    </div>
  )
}

function Named({ says, digest, children }: { says: string; digest: string; children?: ReactNode }) {
  return (
    <p className={styles.named}>
      <span>{says}</span>
      <DigestText digest={digest} />
      {children}
    </p>
  )
}

function Gap() {
  return <p className={styles.gap}>–</p>
}
