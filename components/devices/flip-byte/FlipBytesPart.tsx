'use client'
import { later } from '../../ui/later'
import './FlipBytes.module.css'

/** The device of a chapter: its bytes are on the page, its script comes when a reader does. */
export const FlipBytesPart = later(async () => (await import('./FlipBytes')).FlipBytes)
