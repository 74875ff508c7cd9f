import type { IdentityKind, Meaning } from './model'
import type { Own, ToolGroup } from './tools'

export type KindWords = {
  /** a label; `{n}` counts layers from 1 */
  name: string
  /** what is hashed, in words; `{n}`, `{below}`, `{size}` where they make sense */
  how: string
  /** as a formula; `{size}`, `{text}` */
  formula: string
  /** where it stands written */
  where: string
}

/** What the identity map says. */
export type IdentityWords = {
  name: string
  heading: string
  lead: string
  /** no document has come yet */
  none: string
  picture: string
  hint: string
  /** column heads; the last column is in no document */
  columns: { index: string; manifest: string; config: string; computed: string }
  /** above the layers' names */
  captions: { layer: string; diffId: string; chainId: string }
  /** what a document names: `manifest digest`, `config digest` */
  names: { manifest: string; config: string }
  /** `{count}` more manifests, one a platform */
  others: string
  /** `{count}` more layers */
  more: string
  kinds: Record<IdentityKind, KindWords>
  /** the chain's bottom: not hashed again */
  bottom: { name: string; how: string; formula: string }
  explained: {
    heading: string
    where: string
    copy: { copy: string; done: string; manual: string }
  }
  live: {
    working: string
    /** `{size}` */
    bytesMatch: string
    bytesMismatch: string
    textMatch: string
    textMismatch: string
    /** nothing to compute: the bottom of the chain */
    same: string
    /** `{algorithm}` */
    cannot: string
    /** without WebCrypto or before it ran */
    built: string
    unpack: string
    fetch: string
    blobMatch: string
    blobMismatch: string
    /** `{blob}`, `{unpacked}` */
    diffMatch: string
    diffMismatch: string
    notHere: string
    /** `{limit}` */
    large: string
    zstd: string
    unknown: string
  }
  list: string
  tools: {
    heading: string
    lead: string
    command: string
    field: string
    meaning: string
    here: string
    /** prints nothing but the digest */
    whole: string
    groups: Record<ToolGroup, { name: string; note: string }>
    meanings: Record<Meaning, string>
    /** names that are none of the image's; `how` stands where a digest would */
    own: Record<Own, { name: string; how: string }>
    /** in place of `top` where the tag leads to a manifest */
    noIndex: string
    /** of a group's programs: `{date}`, `{programs}` */
    ran: string
    /** not true of the group's other programs: `{programs}` */
    only: string
    nothing: string
    /** `{count}` */
    more: string
  }
}
