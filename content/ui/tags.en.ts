import type { TagsWords } from '@/components/panels/tags/words'

export const tags = {
  name: 'tags',
  heading: 'Which tags the repository has',
  lead: 'A tag is a name that can be moved to another manifest at any time. The registry lists the names alone: no digest, no date, no size. A long list comes in pages, and the answer says where the next one is.',
  spec: 'distribution-spec v1.1.1, spec.md, listing tags',
  form: {
    label: 'Ask for the tags of {repository}',
    size: 'Tags a page: n',
    hint: 'A registry may give fewer than n, or ignore it.',
    ask: 'Ask for the tags',
    again: 'Ask again',
    next: 'Follow the link',
    all: 'Follow to the end',
    stop: 'Stop',
    reading: 'Asking for the next page…',
  },
  page: {
    list: 'The requests and their answers',
    title: 'Page {n}',
    between: 'Pages {from} to {to}',
    answer: '{status} after {time} ms, {bytes} bytes. Tags in it: {count}.',
    answerBuilt: '{status}, {bytes} bytes. Tags in it: {count}.',
    headers: 'Headers of the answer',
    body: 'The body, as it came',
    cut: 'Shown: the first characters of {count}.',
    linked:
      'The Link header names the next page. A client follows it as it is and makes up no address of its own.',
    last: 'No Link header: this is the last page.',
    upstream: 'What this site asked the registry for it',
    upstreamLead:
      'The page above was asked of this site’s mirror. These are the requests behind it; from the cache, they are those of when it was fetched.',
    byLast:
      'The registry named no next page although this one is full. So the mirror asks on with last=, the last tag of the page.',
    asking: 'Asking…',
  },
  sum: 'Tags: {tags}. Pages: {pages}.',
  sumSoFar: 'Tags so far: {tags}. Pages so far: {pages}. The last answer names another page.',
  none: 'The list is empty.',
  order: {
    bytes: 'They came in the order of their bytes: 1.10 before 1.9, capitals before small letters.',
    letters: 'They came in alphabetical order, capitals or not: 1.10 before 1.9.',
    other:
      'They came in another order than the alphabetical one that the specification asks for. Some registries give the oldest first. So the last tag of a list need not be the newest.',
  },
  kept: {
    heading: 'Kept by tools: {kept} of {tags}',
    lead: 'Signatures and attestations are manifests as well, and need a name to be found by. Where there is no better place, tools make a tag out of the digest that they belong to. One repository was reported with 7,890 tags, of which people had named 369 (go-containerregistry #1528).',
    kinds: {
      signature: '`sha256-….sig` a signature, by cosign',
      attestation: '`sha256-….att` attestations, by cosign',
      sbom: '`sha256-….sbom` an SBOM, by cosign',
      referrers: '`sha256-…` a list of referrers, where a registry has no API for them',
    },
    count: '{count}',
    here: 'A signature of the image on screen would stand at {tag}. It is not in the list so far.',
    hereFound: 'A signature of the image on screen stands at {tag}.',
    show: 'Show them in the list',
  },
  list: {
    search: 'Find in tags',
    order: 'Order',
    given: 'as the registry gave them',
    number: 'by number: 1.9 before 1.10',
    shown: '{shown} of {tags} shown. A tag opens its image above.',
    label: 'Tags',
    marks: {
      name: '',
      signature: 'signature',
      attestation: 'attestation',
      sbom: 'SBOM',
      referrers: 'referrers',
    },
    current: 'on screen',
    odd: 'not a tag by the specification',
    nothing: 'No tag has this text in it.',
  },
} satisfies TagsWords
