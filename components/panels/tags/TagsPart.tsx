'use client'
import { laterPart } from '../image/later-part'
import '../../ui/VirtualRows.module.css'
import '../exchange/ExchangeText.module.css'
import './Tags.module.css'

export const TagsPart = laterPart(async () => (await import('./TagsView')).TagsView)
