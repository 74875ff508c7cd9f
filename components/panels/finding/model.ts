import { format } from '../../../lib/i18n/format.ts'
import type { Finding } from '../../../lib/oci/finding.ts'
import { formatList, shorten } from '../values.ts'
import type { FindingVocabulary } from './words.ts'

/** What is odd and what follows from it, with every value filled in. */
export function findingSentence(
  words: FindingVocabulary,
  finding: Finding,
): { says: string; so: string } {
  const sentence = words.sentences[finding.kind]
  const values = valuesOf(words, finding)
  return { says: format(sentence.says, values), so: format(sentence.so, values) }
}

function valuesOf(words: FindingVocabulary, finding: Finding): Record<string, string | number> {
  switch (finding.kind) {
    case 'media-type-missing':
      return { assumed: shorten(finding.assumed ?? words.unknown) }
    case 'schema1':
      return { signed: finding.signed ? words.signed : words.unsigned }
    case 'wrong-type': {
      const types: Record<string, string> = words.types
      const got = (Object.hasOwn(types, finding.got) && types[finding.got]) || shorten(finding.got)
      return { expected: words.expected[finding.expected], got }
    }
    case 'wrong-form':
      return { expected: words.expected[finding.expected], text: shorten(finding.text) }
    case 'urls':
      return { urls: formatList(words, finding.urls, words.unknown) }
    default: {
      const values: Record<string, string | number> = {}
      for (const [name, value] of Object.entries(finding)) {
        if (typeof value === 'string') values[name] = shorten(value)
        if (typeof value === 'number') values[name] = value
      }
      return values
    }
  }
}
