import type { ArchiveForm } from '@/lib/oci/archive/archive'
import type { ArchiveFinding } from '@/lib/oci/archive/finding'
import type { Foreign } from '@/lib/oci/archive/sniff'
import type { HistoryWords } from '../history-aligner/words'
import type { IdentityWords } from '../identity-map/words'
import type { LayersWords } from '../layers/words'

/** One row of what can be opened: its name, the commands that make it, what is in it. */
export type FormRow = { name: string; commands: string[]; holds: string }

/** What the page that opens a reader's own files says. Placeholders stand beside each. */
export type OpenWords = {
  /** names the form */
  drop: {
    heading: string
    /** where nothing was dropped yet */
    says: string
    /** while something is held over it */
    over: string
    file: string
    folder: string
    paste: string
    pasteLabel: string
    pasteHint: string
    pasteSubmit: string
    /** the promise, and how to check it */
    stays: string
    loading: string
    ready: string
    failed: string
    noScript: string
  }
  samples: { heading: string; docker: string; oci: string; runtime: string }
  state: {
    /** `{done}`, `{total}` sizes */
    unpack: string
    /** `{files}`, `{done}`, `{total}` */
    index: string
    /** `{files}`, `{done}`, `{total}` */
    hash: string
    reading: string
    stop: string
    stopped: string
    close: string
  }
  is: {
    name: string
    heading: string
    /** by form */
    forms: Record<ArchiveForm | 'docker-save', string>
    /** `{name}`, `{size}`, `{files}` */
    facts: string
    folder: string
    /** follows a `{what}` that was gzip or zstd */
    packed: string
    evidence: string
    findings: string
    text: string
  }
  findings: Record<ArchiveFinding['kind'], { says: string; so: string }>
  image: {
    name: string
    heading: string
    lead: string
    /** `{count}` */
    choose: string
    none: string
    noName: string
    attestation: string
    /** `{count}` */
    more: string
    config: string
    configWhy: string
    manifest: string
    manifestWhy: string
    manifestNone: string
    manifestDir: string
    index: string
    indexWhy: string
    names: string
    from: string
  }
  layers: {
    name: string
    heading: string
    lead: string
    table: string
    number: string
    stored: string
    digest: string
    diffId: string
    chainId: string
    missing: string
    linked: string
    /** a docker-archive stores layers unpacked */
    noDigest: string
    match: string
    /** `{got}` */
    mismatch: string
    unchecked: string
    noPromise: string
    none: string
  }
  check: {
    /** `{count}`, `{size}` */
    start: string
    /** `{count}` */
    all: string
    /** `{good}`, `{count}` */
    some: string
    bad: string
    /** `{path}`, `{want}`, `{got}` */
    row: string
    why: string
  }
  lists: {
    'index.json': { heading: string; lead: string }
    'manifest.json': { heading: string; lead: string }
  }
  document: { heading: string; evidence: string; lead: string; configDigest: string }
  files: { heading: string; archive: string; folder: string; first: string; try: string }
  foreign: Record<Foreign | 'empty', { says: string; try: string }>
  /** in place of the layers' files; `{n}` */
  inside: { missing: string }
  /** replaces what the identity map says where it cannot fetch a layer */
  notHere: string
  /** the server's part */
  what: {
    name: string
    heading: string
    lead: string
    columns: { what: string; command: string; holds: string }
    rows: FormRow[]
    json: FormRow[]
    jsonHeading: string
  }
  example: {
    name: string
    heading: string
    lead: string
    caption: string
    rows: { config: string; manifest: string; layers: string; names: string }
    docker: string
    oci: string
    /** beside the manifest digest of the docker-archive */
    noManifest: string
    /** `{tool}` */
    madeUp: string
    unpacked: string
    packed: string
    so: string[]
    download: string
    /** `{date}`, `{tool}` */
    recorded: string
  }
}

/** The words of the parts that stand below an opened image, reused from the desk. */
export type BelowWords = {
  identity: IdentityWords
  history: HistoryWords
  layers: LayersWords
}
