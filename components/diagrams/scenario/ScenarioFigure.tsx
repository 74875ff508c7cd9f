'use client'
import { useEffect, useState } from 'react'
import type { Scenario } from '../scenario-player/model'
import { ScenarioPlayer } from '../scenario-player/ScenarioPlayer'
import { WirePart } from '../scenario-player/WirePart'
import type { ScenarioPlayerWords } from '../scenario-player/words'
import styles from './ScenarioFigure.module.css'

type Props = {
  scenario: Scenario
  words: ScenarioPlayerWords
  /** where it comes from: `Recorded 2026-11-26, containerd 2.4.2` */
  origin: string
  /** what its numbers are worth */
  note: string
}

/** A recorded scenario in a chapter. Its step stands in the address: `?<id>.step=3`. */
export function ScenarioFigure({ scenario, words, origin, note }: Props) {
  const name = `${scenario.id}.step`
  const [start, setStart] = useState(0)
  useEffect(() => {
    const asked = Number(new URLSearchParams(location.search).get(name))
    if (Number.isInteger(asked) && asked > 0) setStart(asked - 1)
  }, [name])
  const onStep = (step: number) => {
    const query = new URLSearchParams(location.search)
    query.set(name, String(step + 1))
    history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`)
  }
  return (
    <figure className={styles.figure} id={scenario.id} aria-label={scenario.title}>
      <figcaption>
        <b>{scenario.title}</b>
        <span className={styles.origin}>{origin}</span>
      </figcaption>
      <ScenarioPlayer
        scenario={scenario}
        words={words}
        start={start}
        onStep={onStep}
        wire={(evidence) => <WirePart {...evidence} words={words.wire} />}
        linkOf={(step) => `?${name}=${step + 1}#${scenario.id}`}
      />
      <p className={styles.note}>{note}</p>
    </figure>
  )
}
