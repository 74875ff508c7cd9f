'use client'
import { useState } from 'react'
import type { Command } from '@/lib/oci/commands'
import { Commands } from './Commands'
import styles from './Requests.module.css'
import type { ImagePanelWords } from './words'

type Props = {
  /** null where they are only written on opening */
  commands: Command[] | null
  words: ImagePanelWords
  /** what is written for the address in the reader's own browser, asked on opening */
  refresh: () => Promise<Command[]>
}

/** The requests behind what is shown, to be typed in a terminal. */
export function Requests({ commands, words, refresh }: Props) {
  const [fresh, setFresh] = useState<Command[] | null>(null)
  const shown = fresh ?? commands
  if (shown?.length === 0) return null
  return (
    <details
      className={styles.requests}
      onToggle={(event) => {
        if (event.currentTarget.open) refresh().then(setFresh, () => {})
      }}
    >
      <summary>{words.commands.heading}</summary>
      {shown && <Commands commands={shown} words={words} />}
    </details>
  )
}
