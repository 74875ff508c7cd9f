import type { FulcioClaim } from '@/lib/oci/artifact/certificate'
import type { FactName } from '@/lib/oci/artifact/fact'
import type { ArtifactKind } from '@/lib/oci/artifact/kind'
import type { PartKind } from '@/lib/oci/artifact/statement'
import type { GraphWords } from '../graph/words'
import type { ReferrersWords } from '../referrers/words'

type Named = { name: string; means: string }

/** What a card of an artifact says. */
export type CardWords = {
  /** what a manifest is for, and who reads it */
  kinds: Record<ArtifactKind, Named>
  /** which field tells; `{at}`, `{by}` */
  told: string
  /** no field tells anything */
  untold: string
  /** a document of one specification, and what it is good for */
  parts: Record<PartKind, Named>
  /** a part that lay inside another in base64; `{at}` */
  inside: string
  facts: Record<FactName, string>
  /** `{count}` values that are not listed */
  more: string
  /** a link to the defining specification; `{spec}` */
  definedBy: string
  /** above every signature and certificate */
  unverified: string
  certificate: {
    heading: string
    /** the first of several; `{n}`, `{count}` */
    nth: string
    subject: string
    noSubject: string
    names: string
    issuer: string
    valid: string
    serial: string
    claims: Record<FulcioClaim, string>
    unreadable: string
  }
  /** the chain of an attestation, where its image is in the same index */
  chain: {
    heading: string
    /** the four steps, `{digest}` where a digest goes */
    index: string
    manifest: string
    statement: string
    subject: string
    same: string
    other: string
  }
  /** headings of the two texts of an envelope */
  documents: { outer: string; inner: string }
  notText: string
  /** a layer or a large blob; `{size}` */
  notFetched: string
  asking: string
}

export type ArtifactsWords = {
  /** names the figure; `{reference}` */
  title: string
  form: { label: string; hint: string; submit: string; back: string; stop: string }
  examples: { heading: string; attested: string; chart: string; hello: string }
  state: {
    asking: string
    slow: string
    siteAway: { says: string; try: string }
    objectMissing: { says: string; try: string }
  }
  sections: Record<
    'graph' | 'object' | 'referrers',
    { name: string; heading: string; lead: string }
  >
  card: CardWords
  graph: GraphWords
  referrers: ReferrersWords
  links: { heading: string; byName: string; byDigest: string; desk: string }
}
