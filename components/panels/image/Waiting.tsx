'use client'
import { useEffect, useState } from 'react'
import { format } from '@/lib/i18n/format'
import styles from './PanelIsland.module.css'

type Props = { says: string /** `{seconds}` */; slow: string; onStop: () => void; stop: string }

const SLOW = 3

/** What is awaited; after three seconds also for how long. */
export function Waiting({ says, slow, onStop, stop }: Props) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={styles.waiting}>
      <p role="status">{seconds >= SLOW ? format(slow, { seconds }) : says}</p>
      <button type="button" onClick={onStop}>
        {stop}
      </button>
    </div>
  )
}
