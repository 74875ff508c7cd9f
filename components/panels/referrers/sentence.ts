import { format } from '@/lib/i18n/format'
import type { Found } from './model'
import type { ReferrersWords } from './words'

/** What one way came to, in a sentence or two. */
export function outcomeSentence(
  { way, outcome }: Pick<Found, 'way' | 'outcome'>,
  words: ReferrersWords['outcomes'],
): string {
  switch (outcome.kind) {
    case 'found': {
      const count = format(words.found, { count: outcome.referrers.length })
      return outcome.more ? `${count} ${words.more}` : count
    }
    case 'none':
      return way === 'index' ? words.noneInIndex : words.none
    case 'absent': {
      const { status } = outcome
      if (way !== 'api') return way === 'tag' ? words.absentTag : words.absentCosign
      // ghcr.io has led to a web page instead of saying 404.
      return status === 404 ? words.absentApi : format(words.absentOther, { status })
    }
    case 'trap':
      return words.trap
    case 'no-index':
      return words.noIndex
    case 'failed':
      return words.failed
  }
}
