'use client'
import { useId } from 'react'
import { format } from '@/lib/i18n/format'
import type { Command } from '@/lib/oci/commands'
import { CopyButton } from './CopyButton'
import styles from './Requests.module.css'
import type { ImagePanelWords } from './words'

type Props = { commands: Command[]; words: Pick<ImagePanelWords, 'commands' | 'copy'> }

/** One request in the words of several tools. Radio buttons choose the tool, without any script. */
export function Commands({ commands, words }: Props) {
  const group = useId()
  return (
    <div className={styles.requests}>
      <fieldset>
        <legend>{words.commands.tabs}</legend>
        {commands.map(({ tool }, i) => (
          <label key={tool}>
            <input type="radio" name={group} value={tool} defaultChecked={i === 0} />
            <span>{words.commands.tools[tool]}</span>
          </label>
        ))}
      </fieldset>
      {commands.map(({ tool, lines }) => (
        <div key={tool} className={styles.command} data-tool={tool}>
          {lines.length === 0 ? (
            <p>{format(words.commands.none, { tool: words.commands.tools[tool] })}</p>
          ) : (
            <>
              <pre>{lines.join('\n')}</pre>
              <CopyButton
                text={lines.join('\n')}
                words={words.copy}
                label={words.commands.tools[tool]}
              />
            </>
          )}
        </div>
      ))}
    </div>
  )
}
