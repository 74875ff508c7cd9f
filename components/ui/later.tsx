'use client'
import { type ComponentType, lazy, type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * A part that wakes late: its HTML is in the page from the start, its script is fetched when the
 * reader comes near it or something else is to be shown.
 *
 * The styles of what is loaded must be imported beside the call: HTML without script needs them too.
 *
 * @param useWatched what is shown; a hook
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  useWatched: () => unknown = useNothing,
): (props: Props) => ReactNode {
  // Without Suspense: React would move what stands in a boundary behind the page, for a script to
  // put back, and a reader without JavaScript would not see it.
  const Written = lazy(async () => ({ default: await load() }))

  return function Later(props: Props) {
    const shown = useWatched()
    const first = useRef(shown)
    const place = useRef<HTMLDivElement>(null)
    const awake = useRef<HTMLDivElement>(null)
    const touched = useRef<{ way: number[]; click: boolean } | null>(null)
    const [wanted, setWanted] = useState(false)
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    useEffect(() => {
      if (shown !== first.current) setWanted(true)
    }, [shown])
    useEffect(() => {
      const near = new IntersectionObserver(
        (seen) => {
          if (seen.some(({ isIntersecting }) => isIntersecting)) setWanted(true)
        },
        { rootMargin: '50% 0px' },
      )
      const here = place.current
      const onTouch = ({ type, target }: Event) => {
        touched.current = {
          way: wayTo(target as Element, here as Element),
          click: type === 'click',
        }
        setWanted(true)
      }
      if (here) near.observe(here)
      for (const type of ['focusin', 'click']) here?.addEventListener(type, onTouch)
      return () => {
        near.disconnect()
        for (const type of ['focusin', 'click']) here?.removeEventListener(type, onTouch)
      }
    }, [])
    useEffect(() => {
      if (!wanted) return
      let gone = false
      // Away from the network the HTML stays as it is, and the next visit tries again.
      load().then(
        (part) => !gone && setPart(() => part),
        () => !gone && setWanted(false),
      )
      return () => {
        gone = true
      }
    }, [wanted])
    // What was focused or clicked while the script was on its way is so again in what replaced it.
    useEffect(() => {
      if (!Part || !touched.current) return
      const { way, click } = touched.current
      touched.current = null
      const found = way.reduce<Element | undefined>(
        (at, step) => at?.children[step],
        awake.current ?? undefined,
      )
      if (!(found instanceof HTMLElement)) return
      found.focus({ preventScroll: true })
      if (click) found.click()
    }, [Part])
    if (typeof window === 'undefined') {
      return (
        <div>
          <Written {...props} />
        </div>
      )
    }
    if (Part) {
      return (
        <div key="awake" ref={awake} data-awake>
          <Part {...props} />
        </div>
      )
    }
    // What the server wrote stays as it is: React does not look into this element.
    return (
      <div
        ref={place}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set; React keeps what stands there
        dangerouslySetInnerHTML={{ __html: '' }}
      />
    )
  }
}

function useNothing() {
  return null
}

/** Which child, and which child of that, leads from an element down to another. */
function wayTo(target: Element, from: Element): number[] {
  const way: number[] = []
  for (let at = target; at !== from && at.parentElement; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at))
  }
  return way
}
