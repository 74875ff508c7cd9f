'use client'
import { laterPart } from '../image/later-part'
import './HistoryAligner.module.css'

export const HistoryPart = laterPart(async () => (await import('./HistoryAligner')).HistoryAligner)
