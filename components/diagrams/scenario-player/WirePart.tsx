'use client'
import { later } from '../../ui/later'
import './WireEvidence.module.css'

/** A message on the page; what marks its fields comes when a reader does. */
export const WirePart = later(async () => (await import('./WireEvidence')).WireEvidence)
