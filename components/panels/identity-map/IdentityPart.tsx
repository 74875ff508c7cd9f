'use client'
import { laterPart } from '../image/later-part'
import './Explained.module.css'
import './IdentityMap.module.css'
import './Live.module.css'
import './Picture.module.css'
import './ToolTable.module.css'

export const IdentityPart = laterPart(async () => (await import('./IdentityView')).IdentityView)
