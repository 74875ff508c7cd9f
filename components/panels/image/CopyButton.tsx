'use client'
import { useRef, useState } from 'react'
import styles from './CopyButton.module.css'
import type { ImagePanelWords } from './words'

type Props = {
  text: string
  words: ImagePanelWords['copy']
  /** what is copied, for those who only hear the button */
  label?: string
}

/** Copies; where a page may not (plain http), shows the text selected, ready for the keys. */
export function CopyButton({ text, words, label }: Props) {
  const [state, setState] = useState<'copy' | 'done' | 'manual'>('copy')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  // An input would take the line breaks out.
  const Field = text.includes('\n') ? 'textarea' : 'input'
  const copy = async () => {
    try {
      // navigator.clipboard is missing, whatever its type says, outside a secure context.
      await navigator.clipboard.writeText(text)
      setState('done')
    } catch {
      setState('manual')
      requestAnimationFrame(() => field.current?.select())
    }
  }
  return (
    <span className={styles.copy}>
      <button type="button" onClick={copy} onBlur={() => state === 'done' && setState('copy')}>
        {state === 'done' ? words.done : words.copy}
        {label && <span className={styles.label}> {label}</span>}
      </button>
      {state === 'manual' && (
        <Field
          ref={field}
          readOnly
          value={text}
          aria-label={words.manual}
          title={words.manual}
          onBlur={() => setState('copy')}
        />
      )}
    </span>
  )
}
