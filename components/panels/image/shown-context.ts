'use client'
import { createContext, useContext } from 'react'
import type { Shown } from './state'

/** The image on screen, for what a page puts below the panel. */
export const ShownContext = createContext<Shown | null>(null)

/** What of an image its documents alone say; a reader's own file has no reference and no registry. */
export type ShownDocuments = Pick<Shown, 'index' | 'manifest' | 'config'> & {
  origin: Shown['origin'] | { kind: 'file' }
}

export const FileContext = createContext<ShownDocuments | null>(null)

/** The documents on screen, of an image panel or of a file. @throws Error outside of both */
export function useDocuments(): ShownDocuments {
  const shown = useContext(ShownContext)
  const file = useContext(FileContext)
  const documents = file ?? shown
  if (!documents) throw new Error('not below an image panel')
  return documents
}

/** @throws Error outside an image panel */
export function useShown(): Shown {
  const shown = useContext(ShownContext)
  if (!shown) throw new Error('not below an image panel')
  return shown
}
