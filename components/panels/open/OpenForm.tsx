'use client'
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { chosenFolder } from './folder'
import type { OpenInput } from './messages'
import styles from './Open.module.css'
import type { OpenWords } from './words'

type Props = {
  words: OpenWords
  tools: 'none' | 'loading' | 'ready' | 'failed'
  /** something is open: the form is small */
  open: boolean
  onLoad: () => void
  onDrop: (event: DragEvent | globalThis.DragEvent) => void
  onOpen: (input: OpenInput | (() => Promise<OpenInput>)) => void
}

const SAMPLES = [
  { key: 'docker', file: 'hello.docker.tar' },
  { key: 'oci', file: 'hello.oci.tar' },
  { key: 'runtime', file: 'hello.config.json' },
] as const

/** Where a reader drops, chooses or pastes. Without a script its place says why it is not there. */
export function OpenForm({ words, tools, open, onLoad, onDrop, onOpen }: Props) {
  const { drop, samples } = words
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  // A file that misses the field must not replace the page.
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const isFile = (event: globalThis.DragEvent) =>
      event.dataTransfer?.types.includes('Files') ?? false
    const hold = (event: globalThis.DragEvent) => {
      if (!isFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const take = (event: globalThis.DragEvent) => {
      setOver(false)
      if (isFile(event)) latest.current(event)
    }
    addEventListener('dragover', hold)
    addEventListener('dragleave', leave)
    addEventListener('drop', take)
    return () => {
      removeEventListener('dragover', hold)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', take)
    }
  }, [])

  const paste = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) onOpen({ kind: 'text', text })
  }
  const says = { none: drop.stays, loading: drop.loading, ready: drop.ready, failed: drop.failed }
  return (
    <section className={styles.form} aria-label={drop.heading} onFocus={onLoad}>
      <div className={styles.drop} data-over={over || undefined} data-small={open || undefined}>
        <p className={styles.says}>{over ? drop.over : drop.says}</p>
        <p className={styles.buttons}>
          <button type="button" className="button-main" onClick={() => file.current?.click()}>
            {drop.file}
          </button>
          <button type="button" onClick={() => folder.current?.click()}>
            {drop.folder}
          </button>
        </p>
        <input
          ref={file}
          type="file"
          hidden
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) onOpen({ kind: 'file', name: chosen.name, file: chosen })
            // The same file can be chosen again.
            target.value = ''
          }}
        />
        <input
          ref={folder}
          type="file"
          hidden
          // React knows the attribute by this name only.
          {...{ webkitdirectory: '' }}
          onChange={({ target }) => {
            if (target.files && target.files.length > 0) onOpen(chosenFolder(target.files))
            target.value = ''
          }}
        />
        <div className={styles.promise} data-tools={tools}>
          <p>{drop.stays}</p>
          <p role="status">{tools === 'none' ? '' : says[tools]}</p>
        </div>
      </div>
      <div className={styles.others}>
        <details className={styles.paste}>
          <summary>{drop.paste}</summary>
          <form onSubmit={paste}>
            <label htmlFor="open-json">{drop.pasteLabel}</label>
            <textarea
              id="open-json"
              rows={8}
              value={text}
              onChange={(event) => setText(event.target.value)}
              aria-describedby="open-json-hint"
              spellCheck={false}
              autoComplete="off"
            />
            <p id="open-json-hint">{drop.pasteHint}</p>
            <button type="submit">{drop.pasteSubmit}</button>
          </form>
        </details>
        <div className={styles.samples}>
          <p>{samples.heading}</p>
          <ul>
            {SAMPLES.map(({ key, file }) => (
              <li key={key}>
                <button type="button" onClick={() => onOpen(() => fetchSample(file))}>
                  {samples[key]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <noscript>
        <p className={styles.noScript}>{drop.noScript}</p>
      </noscript>
    </section>
  )
}

/** @throws TypeError when this site cannot be reached */
async function fetchSample(name: string): Promise<OpenInput> {
  const answer = await fetch(`/samples/${name}`)
  if (!answer.ok) throw new TypeError(`/samples/${name}: ${answer.status}`)
  return { kind: 'file', name, file: await answer.blob() }
}
