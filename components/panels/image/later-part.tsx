'use client'
import type { ComponentType, ReactNode } from 'react'
import { later } from '../../ui/later'
import { useShown } from './shown-context'

/** A part below an image panel, awake when a reader comes near or another image is shown. */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  return later(load, useShown)
}
