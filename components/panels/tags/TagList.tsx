'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { isTag } from '@/lib/oci/reference'
import { VirtualRows } from '../../ui/VirtualRows'
import { Glyphs } from '../image/Glyphs'
import type { Shown } from '../image/state'
import { orderOf, type TagView, tagKind, visibleTags } from './model'
import styles from './Tags.module.css'
import type { TagsWords } from './words'

type Props = {
  tags: readonly string[]
  kept: boolean
  shown: Shown
  live: boolean
  words: TagsWords
}

/** The tags, however many: found by text, ordered, each a link to its image. */
export function TagList({ tags, kept, shown, live, words }: Props) {
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<TagView['order']>('given')
  const wanted = useDeferredValue(search)
  const drawn = useMemo(
    () => visibleTags(tags, { search: wanted, kept, order }),
    [tags, wanted, kept, order],
  )
  const came = useMemo(() => orderOf(tags), [tags])
  const { list } = words
  const { registry, repository, tag: current } = shown.reference
  return (
    <>
      <div className={styles.tools}>
        <label htmlFor="tags-search">{list.search}</label>
        <input
          id="tags-search"
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <label htmlFor="tags-order">{list.order}</label>
        <select
          id="tags-order"
          value={order}
          onChange={(event) => setOrder(event.target.value as TagView['order'])}
        >
          <option value="given">{list.given}</option>
          <option value="number">{list.number}</option>
        </select>
      </div>
      <p className={styles.shown} role="status">
        {drawn.length === 0
          ? list.nothing
          : format(list.shown, {
              shown: drawn.length.toLocaleString('en'),
              tags: tags.length.toLocaleString('en'),
            })}
      </p>
      {drawn.length > 0 && (
        <VirtualRows
          // Another search begins at its top.
          key={`${wanted} ${order} ${kept}`}
          items={drawn}
          label={list.label}
          rowHeight={2}
          className={styles.list ?? ''}
        >
          {(tag) => {
            const kind = tagKind(tag)
            const reference = `${registry}/${repository}:${tag}`
            const query = new URLSearchParams({ reference, ...(live && { live: '1' }) })
            return (
              <span className={styles.row} data-kind={kind}>
                {isTag(tag) ? (
                  <a href={`?${query}`} data-opens={reference} title={tag}>
                    {tag}
                  </a>
                ) : (
                  <>
                    <code>
                      <Glyphs>{tag}</Glyphs>
                    </code>{' '}
                    <i>{list.odd}</i>
                  </>
                )}
                {kind !== 'name' && <i>{list.marks[kind]}</i>}
                {tag === current && <b>{list.current}</b>}
              </span>
            )
          }}
        </VirtualRows>
      )}
      {came !== 'single' && <p className={styles.order}>{words.order[came]}</p>}
    </>
  )
}
