import type { Unproven } from '@/lib/oci/layer-entry'
import type { LayerFinding } from '@/lib/oci/layer-stack'
import type { TocFailure, TocFormat } from '@/lib/oci/layer-toc'
import type { Compression } from '@/lib/oci/media-type'
import type { TarKind } from '@/lib/oci/tar-entry'
import type { ExportFormat } from './export'
import type { RowState } from './rows'

/** What the part about layers says. `{n}` counts layers from 1; sizes come with their unit. */
export type LayersWords = {
  name: string
  heading: string
  lead: string
  spec: string
  none: string
  table: {
    label: string
    layer: string
    madeBy: string
    stored: string
    brought: string
    total: string
    seen: string
    checked: string
    /** the radio button of a row */
    choose: string
    noStep: string
    seenOf: string
    sum: string
  }
  reading: {
    /** offers to read what is missing up to the chosen layer */
    all: string
    one: string
    again: string
    stop: string
    now: string
    speed: string
    unread: string
    reading: string
    stopped: string
    failed: string
    foreign: string
    foreignLong: string
    siteAway: string
    /** the tree cannot be built up to the chosen layer yet */
    waits: string
  }
  checks: {
    both: string
    digestOnly: string
    /** of a reader's own file */
    digestMismatch: string
    diffOnly: string
    diffMismatch: string
    unproven: string
    /** one of these follows, about the chosen layer */
    long: {
      streamed: string
      /** of a reader's own file: not what the manifest promises; no manifest promises anything */
      digestMismatch: string
      unnamed: string
      /** listed from its table of contents */
      toc: string
      tocFailed: string
      recordedAt: string
      diffMatch: string
      diffMismatch: string
      diffNotGiven: string
      diffNotRead: string
      mislabelled: string
      trailing: string
    }
    compressions: Record<Compression, string>
    formats: Record<TocFormat, string> & { unknown: string }
    failures: Record<TocFailure, string>
    leftOpen: Record<Unproven, string>
  }
  step: {
    label: string
    position: string
    back: string
    next: string
  }
  summary: {
    did: string
    nothing: string
    grew: string
    shrank: string
    kept: string
    hides: string
    image: string
    imageClean: string
    findings: Record<LayerFinding['kind'], string>
  }
  show: { label: string; built: string; alone: string; sizes: string }
  tools: {
    find: string
    findHint: string
    sort: string
    byName: string
    bySize: string
    onlyLayer: string
    showGone: string
    openAll: string
    closeAll: string
    count: string
    found: string
    save: string
    formats: Record<ExportFormat, string>
  }
  tree: {
    label: string
    name: string
    size: string
    mode: string
    owner: string
    time: string
    what: string
    empty: string
    nothingFound: string
    waiting: string
    keys: string
    open: string
    states: Record<RowState, string>
    replaced: string
    opaque: string
    below: string
    implied: string
    link: string
    hardlink: string
  }
  whiteout: { remove: string; opaque: string; metadata: string; invalid: string }
  kinds: Record<TarKind, string>
  map: { label: string; up: string; rest: string; tile: string; empty: string; top: string }
  story: {
    heading: string
    hint: string
    missing: string
    close: string
    kind: string
    size: string
    mode: string
    owner: string
    time: string
    link: string
    hardlink: string
    device: string
    xattrs: string
    bytes: string
    digest: string
    notFollowed: string
    history: string
    added: string
    changed: string
    removed: Record<'whiteout' | 'opaque' | 'replaced', string>
    /** the file is gone and its bytes are not */
    stillThere: string
    stillBelow: string
    read: string
    hide: string
    download: string
    large: string
    loading: string
    text: string
    hex: string
    emptyFile: string
    more: string
  }
  question: {
    asks: string
    choices: { right?: true; says: string; why: string }[]
  }
}
