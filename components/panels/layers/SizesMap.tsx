import { useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { Glyphs } from '../image/Glyphs'
import { formatBytes } from '../values'
import type { SizeMap } from './explorer'
import styles from './SizesMap.module.css'
import { squarify } from './treemap'
import type { LayersWords } from './words'

type Props = {
  map: SizeMap
  /** the directory whose content is drawn */
  path: string
  words: LayersWords
  locale: Locale
  onOpen: (path: string) => void
  onChoose: (path: string) => void
}

/** Pixels below which an area has no room for words. */
const WIDE = 46
const HIGH = 22

/** What is in a directory as areas; each a button, so the keys reach all of it. The list says the same. */
export function SizesMap({ map, path, words, locale, onOpen, onChoose }: Props) {
  const box = useRef<HTMLElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { map: says } = words
  const rest = { path: '', name: '', weight: map.rest, opens: false }
  const items = map.rest > 0 ? [...map.items, rest] : map.items
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  const above = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  return (
    <div className={styles.sizes}>
      <p className={styles.way}>
        {path !== '' && (
          <button type="button" onClick={() => onOpen(above)}>
            <span aria-hidden="true">↰</span>{' '}
            <Glyphs>{format(says.up, { path: above === '' ? says.top : above })}</Glyphs>
          </button>
        )}
        <code>
          /<Glyphs>{path}</Glyphs>
        </code>{' '}
        {formatBytes(locale, total)}
      </p>
      <section
        ref={box}
        className={styles.map}
        aria-label={format(says.label, { path: path === '' ? says.top : path })}
      >
        {squarify(items, size.width, size.height).map(({ item, x, y, width, height }) => {
          const isRest = item === rest
          const name = isRest
            ? format(says.rest, { count: map.others })
            : `${item.name}${item.opens ? '/' : ''}`
          const percent = Math.round((item.weight / total) * 1000) / 10
          const bytes = formatBytes(locale, item.weight)
          const hasRoom = width > WIDE && height > HIGH
          return (
            <button
              key={isRest ? '/' : item.path}
              type="button"
              className={styles.tile}
              data-opens={item.opens || undefined}
              disabled={isRest}
              aria-label={hasRoom ? undefined : format(says.tile, { name, size: bytes, percent })}
              title={`${name} ${bytes}`}
              style={{
                insetInlineStart: x,
                insetBlockStart: y,
                inlineSize: width,
                blockSize: height,
              }}
              onClick={() => (item.opens ? onOpen(item.path) : onChoose(item.path))}
            >
              {hasRoom && (
                <>
                  <b>
                    <Glyphs>{name}</Glyphs>
                  </b>
                  <small className={height > 2 * HIGH ? undefined : 'visually-hidden'}>
                    {bytes}
                    <span className="visually-hidden">, {percent} %</span>
                  </small>
                </>
              )}
            </button>
          )
        })}
        {items.length === 0 && <p>{says.empty}</p>}
      </section>
    </div>
  )
}
