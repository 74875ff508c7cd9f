'use client'
import '../../../ui/VirtualRows.module.css'
import '../../layers/ReadingBar.module.css'
import { laterPart } from '../../image/later-part'
import './Files.module.css'

export const FilesPart = laterPart(async () => (await import('./Files')).Files)
