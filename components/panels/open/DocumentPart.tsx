'use client'
import { type ReactNode, useState } from 'react'
import { DocumentBody } from '../image/DocumentBody'
import type { ReaderDocument } from '../image/reader'
import type { ImagePanelWords } from '../image/words'

type Props = {
  id: string
  document: ReaderDocument
  words: ImagePanelWords
  opened?: string | null
  onPlatform?: (platform: string, digest: string) => void
  children?: ReactNode
}

/** A document of a reader's own: no address names it, so what is pinned is kept here. */
export function DocumentPart({ id, document, words, opened, onPlatform, children }: Props) {
  const [at, setAt] = useState<string | null>(null)
  return (
    <DocumentBody
      id={id}
      document={document}
      words={words}
      platform={null}
      opened={opened ?? null}
      onPlatform={onPlatform ?? (() => {})}
      at={at}
      onPin={setAt}
    >
      {children}
    </DocumentBody>
  )
}
