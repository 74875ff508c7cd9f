'use client'
import { createContext, useContext } from 'react'
import type { Shown } from './state'

/** The image on screen, for what a page puts below the panel. */
export const ShownContext = createContext<Shown | null>(null)

/** @throws Error outside an image panel */
export function useShown(): Shown {
  const shown = useContext(ShownContext)
  if (!shown) throw new Error('not below an image panel')
  return shown
}
