'use client'
import { useMemo } from 'react'
import { format } from '@/lib/i18n/format'
import { isDigest } from '@/lib/oci/digest'
import { cosignTags } from '@/lib/oci/referrers'
import { marked } from '../../ui/marked'
import { documentIn } from '../image/content'
import type { Shown } from '../image/state'
import { countTags, KEPT } from './model'
import styles from './Tags.module.css'
import type { TagsWords } from './words'

type Props = {
  tags: readonly string[]
  shown: Shown
  words: TagsWords['kept']
  show: boolean
  onShow: (show: boolean) => void
}

/** How many tags tools keep beside the images, and what each form of them is. */
export function Kept({ tags, shown, words, show, onShow }: Props) {
  const counts = useMemo(() => countTags(tags), [tags])
  const kept = tags.length - counts.name
  const top = documentIn(shown.index) ?? documentIn(shown.manifest)
  const signature = top && isDigest(top.digest) ? cosignTags(top.digest).signature : null
  const [before = '', after = ''] = (
    signature !== null && tags.includes(signature) ? words.hereFound : words.here
  ).split('{tag}')
  return (
    <section className={styles.kept} aria-labelledby="tags-kept">
      <h3 id="tags-kept">
        {format(words.heading, {
          kept: kept.toLocaleString('en'),
          tags: tags.length.toLocaleString('en'),
        })}
      </h3>
      <p>{words.lead}</p>
      <ul>
        {KEPT.map((kind) => (
          <li key={kind} data-none={counts[kind] === 0 || undefined}>
            <b>{format(words.count, { count: counts[kind].toLocaleString('en') })}</b>{' '}
            <span>{marked(words.kinds[kind])}</span>
          </li>
        ))}
      </ul>
      {signature !== null && (
        <p>
          {before}
          <code>{signature}</code>
          {after}
        </p>
      )}
      {kept > 0 && (
        <label className={styles.show}>
          <input
            type="checkbox"
            checked={show}
            onChange={(event) => onShow(event.target.checked)}
          />
          {words.show}
        </label>
      )}
    </section>
  )
}
