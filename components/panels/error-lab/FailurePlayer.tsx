'use client'
import { useContext } from 'react'
import type { Failure } from '@/lib/oci/failure'
import type { Scenario } from '../../diagrams/scenario-player/model'
import { ScenarioPlayer } from '../../diagrams/scenario-player/ScenarioPlayer'
import type { ScenarioPlayerWords } from '../../diagrams/scenario-player/words'
import { LabContext } from './lab-context'

type Props = { failure: Failure; scenario: Scenario; words: ScenarioPlayerWords }

/** The conversation of one failure, at the step that the address names. */
export function FailurePlayer({ failure, scenario, words }: Props) {
  const lab = useContext(LabContext)
  const shown = lab?.chosen === failure
  return (
    <ScenarioPlayer
      // Another failure begins at its own step, and so does a step that Back leads to.
      key={shown ? 'shown' : 'hidden'}
      scenario={scenario}
      words={words}
      start={shown ? lab.step : 0}
      {...(lab && { onStep: lab.onStep })}
    />
  )
}
