'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { Commands } from './Commands'
import { CopyButton } from './CopyButton'
import { documentIn } from './content'
import type { Subject } from './requests'
import styles from './Share.module.css'
import type { Shared, shareOf } from './share'
import { useShown } from './shown-context'
import type { SharePanelWords } from './words'

type Props = {
  of: Subject
  /** of the image shown first, as on a site of one's own; null where the reader's browser must make it */
  first: Shared | null
  words: SharePanelWords
  locale: Locale
}

/** Loaded when the reader opens it. */
const loadShare = () => import('./share')

/**
 * What a reader can take along of something on screen: the commands that ask for it, a link, the
 * bytes, a note. Stands below an image panel or in it.
 */
export function Share({ of, first, words, locale }: Props) {
  const shown = useShown()
  const details = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const [make, setMake] = useState<typeof shareOf | null>(null)
  const [wrong, setWrong] = useState(false)
  const shared =
    open && make ? make(shown, of, { origin: location.origin, locale, words: words.share }) : first
  const { share } = words
  const document = of.kind === 'document' ? documentIn(shown[of.slot]) : null

  // A reader may have opened it before the script was there to hear of it.
  useEffect(() => setOpen(details.current?.open ?? false), [])
  useEffect(() => {
    if (!open) return
    // Away from the network, what the server wrote stays.
    loadShare().then(
      (module) => setMake(() => module.shareOf),
      () => {},
    )
  }, [open])

  const save = async (event: MouseEvent, name: string) => {
    // What is not on screen as text comes from the mirror, by the link itself.
    if (!document) return
    event.preventDefault()
    const { saveText } = await loadShare()
    setWrong(!(await saveText(document.text, document.digest, name)))
  }
  return (
    <details
      ref={details}
      className={styles.share}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{share.heading}</summary>
      {shared && (
        <dl className={styles.parts}>
          <div className={styles.wide} data-part="commands">
            <dt>{words.commands.heading}</dt>
            <dd>
              <Commands commands={shared.commands} words={words} />
            </dd>
          </div>
          <div data-part="link">
            <dt>{share.link.heading}</dt>
            <dd>
              <p>{share.link.lead}</p>
              <p className={styles.link}>
                <a href={shared.link}>{shared.link}</a>
              </p>
              <CopyButton text={shared.link} words={words.copy} label={share.link.label} />
            </dd>
          </div>
          {shared.file && (
            <div data-part="file">
              <dt>{share.file.heading}</dt>
              <dd>
                <p>{document ? share.file.lead : share.file.leadBlob}</p>
                <p className={styles.link}>
                  <a
                    href={shared.file.href}
                    download={shared.file.name}
                    onClick={(event) => save(event, shared.file?.name ?? '')}
                  >
                    {format(share.file.save, {
                      name: shared.file.name,
                      size: shared.file.size.toLocaleString('en'),
                    })}
                  </a>
                </p>
                {wrong && <p role="alert">{share.file.wrong}</p>}
              </dd>
            </div>
          )}
          <div className={styles.wide} data-part="note">
            <dt>{share.note.heading}</dt>
            <dd>
              <p>{share.note.lead}</p>
              <pre>{shared.note}</pre>
              <CopyButton text={shared.note} words={words.copy} label={share.note.label} />
            </dd>
          </div>
        </dl>
      )}
    </details>
  )
}
