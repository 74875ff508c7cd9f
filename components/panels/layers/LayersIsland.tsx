'use client'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { useShown } from '../image/shown-context'
import type { SharePanelWords } from '../image/words'
import styles from './Layers.module.css'
import type { LayersWords } from './words'

type Props = {
  prefix: string
  words: LayersWords
  panel: SharePanelWords
  locale: Locale
  /** digest of the manifest that `children` are about */
  manifest: string | null
  /** what is chosen in `children` */
  path: string | null
  /** the layers of the page's own image, from the server */
  children: ReactNode
}

const LayersLive = lazy(async () => ({ default: (await import('./LayersLive')).LayersLive }))

/** Shows what the server made until a reader comes near or another image is on screen. */
export function LayersIsland({ prefix, words, panel, locale, manifest, path, children }: Props) {
  const shown = useShown()
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const slot = shown.manifest
  const isStart =
    shown.origin.kind === 'recorded' && slot.status === 'ready' && slot.document.digest === manifest
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only to know that somebody comes near
    <div className={styles.island} ref={place} onFocus={() => setNear(true)} data-layers>
      {near || !isStart ? (
        <Suspense fallback={isStart ? children : null}>
          <LayersLive
            shown={shown}
            prefix={prefix}
            words={words}
            panel={panel}
            locale={locale}
            path={isStart ? path : null}
            fallback={isStart ? children : null}
          />
        </Suspense>
      ) : (
        children
      )}
    </div>
  )
}
