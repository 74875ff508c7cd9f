'use client'
import { laterPart } from '../image/later-part'
import './Budget.module.css'

export const BudgetPart = laterPart(async () => (await import('./BudgetView')).BudgetView)
