import type { BudgetWords } from '@/components/panels/budget/words'

export const budget = {
  name: 'budget',
  heading: 'What a pull costs, and what is left',
  lead: 'Some registries count what an address asks for and refuse with 429 when it is too much. The better ones say in each answer how much is left.',
  source: 'Docker Hub’s own account of its limits',
  left: '{remaining} of {limit} left, counted over {window}.',
  leftPlain: '{remaining} of {limit} left.',
  limitOnly: 'The limit is {limit}. What is left was not said.',
  reset: 'The count begins anew in {wait}.',
  spans: { hours: '{count} h', minutes: '{count} min', seconds: '{count} s' },
  meter: 'What is left of the limit',
  untold:
    'None of the {count} answers in this conversation tells of a limit, so there is no number to show. That does not mean that there is none.',
  noConversation: 'No conversation was recorded with this image, so nothing is known of a limit.',
  table: {
    label: 'The requests of this conversation and their cost',
    request: 'Request',
    answer: 'Answer',
    cost: 'Cost',
    left: 'Left after it',
    costs: { counted: 'counted: 1', free: 'not counted', unsaid: 'not known' },
    untold: 'not said',
  },
  why: [
    {
      question: 'What is counted?',
      answer:
        'On Docker Hub, as of August 2026: a GET of a manifest that succeeds. Without an account it allows 100 in 6 hours for one IPv4 address or one IPv6 /64 network. HEAD requests and blobs are not counted.',
    },
    {
      question: 'Why does the mirror ask HEAD first?',
      answer:
        'The answer to HEAD names the digest that the tag has now. If the mirror holds that digest, it has the bytes already, and the counted GET is never sent. Everyone who reads this site shares one address, so this matters.',
    },
    {
      question: 'Where do the numbers come from?',
      answer:
        'From the headers ratelimit-limit and ratelimit-remaining, or those of the IETF drafts, in the answers above. They are shown only if the registry sent them. An address that it counts against is never shown: it is this server’s.',
    },
  ],
  warnings: {
    heading: 'Warnings of the registry',
    lead: 'A registry may put a word to its users into an answer that succeeds: Warning: 299. This one said:',
    none: 'A registry may put a word to its users into an answer that succeeds: Warning: 299. No answer here carries one.',
  },
} satisfies BudgetWords
