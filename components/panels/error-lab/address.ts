import { type Failure, isFailure } from '@/lib/oci/failure'

/** What a link to the lab names. */
export type LabAddress = {
  failure: Failure | null
  /** of its conversation, from 1 */
  step: number | null
}

export function readLabAddress(search: string): LabAddress {
  const query = new URLSearchParams(search)
  const failure = query.get('failure') ?? ''
  const step = Number(query.get('step'))
  return {
    failure: isFailure(failure) ? failure : null,
    step: Number.isInteger(step) && step > 0 ? step : null,
  }
}

/** The same address without script: the part of the page with that name is on it either way. */
export function writeLabAddress({ failure, step }: LabAddress): string {
  if (failure === null) return ''
  return `?failure=${failure}${step === null ? '' : `&step=${step}`}`
}
