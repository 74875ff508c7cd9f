import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import type { Problem } from '@/lib/oci/problem'
import { loadCatalogue } from '../image/catalogue'
import { problemSentence } from './model'
import { ProblemNote } from './ProblemNote'

type Props = {
  problem: Problem
  /** for when the sentences themselves cannot be fetched */
  siteAway: string
  locale: Locale
}

/** A problem in the reader's language; the sentences are fetched when the first one is needed. */
export function LateProblem({ problem, siteAway, locale }: Props) {
  const [says, setSays] = useState<{ says: string; try: string } | null>(null)
  useEffect(() => {
    let gone = false
    loadCatalogue(locale).then(
      ({ problems }) => !gone && setSays(problemSentence(problems, problem)),
      () => !gone && setSays({ says: siteAway, try: '' }),
    )
    return () => {
      gone = true
    }
  }, [problem, siteAway, locale])
  return says && <ProblemNote {...says} />
}
