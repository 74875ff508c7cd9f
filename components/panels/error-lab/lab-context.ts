'use client'
import { createContext } from 'react'
import type { Failure } from '@/lib/oci/failure'

/** Which failure is on the screen, and the step of its conversation, from 0. */
export type LabState = {
  chosen: Failure
  step: number
  onStep: (step: number) => void
}

export const LabContext = createContext<LabState | null>(null)
