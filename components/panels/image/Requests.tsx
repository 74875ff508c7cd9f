'use client'
import { useId, useState } from 'react'
import type { Command } from '@/lib/oci/commands'
import { CopyButton } from './CopyButton'
import styles from './Requests.module.css'
import type { ImagePanelWords } from './words'

type Props = {
  commands: Command[]
  words: ImagePanelWords
  /** what is written for the address in the reader's own browser, asked on opening */
  refresh: () => Promise<Command[]>
}

/** The request that brought this document, to be typed in a terminal. Radio buttons choose the tool. */
export function Requests({ commands, words, refresh }: Props) {
  const [fresh, setFresh] = useState<Command[] | null>(null)
  const group = useId()
  const shown = fresh ?? commands
  if (shown.length === 0) return null
  return (
    <details
      className={styles.requests}
      onToggle={(event) => {
        if (event.currentTarget.open) refresh().then(setFresh, () => {})
      }}
    >
      <summary>{words.commands.heading}</summary>
      <fieldset>
        <legend>{words.commands.tabs}</legend>
        {shown.map(({ tool }, i) => (
          <label key={tool}>
            <input type="radio" name={group} value={tool} defaultChecked={i === 0} />
            <span>{words.commands.tools[tool]}</span>
          </label>
        ))}
      </fieldset>
      {shown.map(({ tool, lines }) => (
        <div key={tool} className={styles.command} data-tool={tool}>
          <pre>{lines.join('\n')}</pre>
          <CopyButton
            text={lines.join('\n')}
            words={words.copy}
            label={words.commands.tools[tool]}
          />
        </div>
      ))}
    </details>
  )
}
