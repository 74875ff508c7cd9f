'use client'
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Failure } from '@/lib/oci/failure'
import { type LabAddress, readLabAddress, writeLabAddress } from './address'
import styles from './LabChooser.module.css'
import { LabContext } from './lab-context'

type Props = {
  label: string
  groups: { name: string; failures: { id: Failure; name: string; mark: string }[] }[]
  /** all of them, in order */
  sections: { id: Failure; content: ReactNode }[]
}

/**
 * Shows one failure at a time and keeps which, and its step, in the address.
 *
 * Without JavaScript all of them stand one after the other, and the list leads to each.
 */
export function LabChooser({ label, groups, sections }: Props) {
  const first = sections[0]?.id as Failure
  const [address, setAddress] = useState<LabAddress>({ failure: first, step: null })
  const box = useRef<HTMLDivElement>(null)
  const going = useRef<{ to: Failure; how: 'scroll' | 'focus' } | null>(null)
  const chosen = address.failure ?? first

  useEffect(() => {
    const read = () => {
      const { failure, step } = readLabAddress(location.search)
      setAddress({ failure: failure ?? first, step })
      return failure
    }
    // Its section was hidden when the page came, so the browser could not go there.
    const named = read()
    if (named) going.current = { to: named, how: 'scroll' }
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [first])

  // After the section has been shown, and not before: what is hidden cannot be gone to.
  useEffect(() => {
    if (going.current === null || going.current.to !== address.failure) return
    const { to, how } = going.current
    going.current = null
    const heading = box.current?.querySelector<HTMLElement>(`#${to}`)
    if (how === 'focus') heading?.focus()
    else heading?.scrollIntoView()
  }, [address])

  const visit = (next: LabAddress, how: 'push' | 'replace') => {
    setAddress(next)
    const url = location.pathname + writeLabAddress(next)
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  }

  // Any link to a failure inside the lab, wherever it stands.
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest('a')
    // `#code-…` leads on within the page, and is the browser's.
    const href = link?.getAttribute('href') ?? ''
    const { failure } = readLabAddress(href.startsWith('?') ? (link?.search ?? '') : '')
    if (failure === null) return
    event.preventDefault()
    going.current = { to: failure, how: 'focus' }
    visit({ failure, step: null }, 'push')
  }

  return (
    <LabContext
      value={{
        chosen,
        step: (address.step ?? 1) - 1,
        onStep: (step) => visit({ failure: chosen, step: step + 1 }, 'replace'),
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to the links inside it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div ref={box} className={styles.lab} onClick={onClick}>
        <nav className={styles.list} aria-label={label}>
          {groups.map(({ name, failures }) => (
            <div key={name}>
              <p aria-hidden="true">{name}</p>
              <ul aria-label={name}>
                {failures.map(({ id, name: text, mark }) => (
                  <li key={id}>
                    <a
                      href={`${writeLabAddress({ failure: id, step: null })}#${id}`}
                      aria-current={id === chosen ? 'true' : undefined}
                    >
                      <span>{text}</span>
                      <span className={styles.mark}>{mark}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={styles.sections}>
          {sections.map(({ id, content }) => (
            <div key={id} className={styles.section} data-chosen={id === chosen || undefined}>
              {content}
            </div>
          ))}
        </div>
      </div>
    </LabContext>
  )
}
