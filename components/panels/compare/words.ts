import type { BuilderName, MarkId } from '@/lib/oci/builder-marks'
import type { ConfigField } from '@/lib/oci/compare-config'
import type { StepStyle } from '@/lib/oci/history-style'
import type { FilesWords } from './files/words'

/** What comparing two images says. `{name}` placeholders are filled by lib/i18n/format. */
export type CompareWords = {
  /** names the figure; `{a}`, `{b}` */
  title: string
  form: {
    a: string
    b: string
    /** `{side}` A or B */
    platform: string
    anyPlatform: string
    hint: string
    submit: string
    swap: string
    back: string
    examples: string
  }
  /** links to comparisons of recorded images, in the order of `examples` in CompareIsland */
  examples: { packing: string; platform: string; format: string; both: string; builders: string }
  state: {
    /** `{side}` */
    asking: string
    /** `{side}`, `{seconds}` */
    slow: string
    stop: string
    /** nothing to compare, since one image is not there */
    nothing: string
    /** `{side}`: what came is no image manifest */
    notImage: string
    siteAway: { says: string; try: string }
  }
  verdict: {
    heading: string
    identical: string
    redescribed: string
    repacked: string
    /** `{pairs}`: the kinds of layers that there are, each by `count` */
    related: string
    /** `{kind}`, `{count}` */
    count: string
    unrelated: string
  }
  documents: {
    heading: string
    lead: string
    names: Record<'index' | 'manifest' | 'config', string>
    same: string
    different: string
    missing: string
    /** by document: what follows from one digest, and from two */
    means: Record<'index' | 'manifest' | 'config', { same: string; different: string }>
  }
  layers: {
    heading: string
    lead: string
    label: string
    /** `{number}` */
    layer: string
    kinds: Record<'same' | 'repacked' | 'different', { name: string; means: string }>
    onlyA: string
    onlyB: string
    noDiffId: string
    /** `{count}` */
    more: string
    empty: string
  }
  sizes: {
    heading: string
    lead: string
    /** `{side}` */
    image: string
    total: string
    shared: string
    own: string
    /** `{to}`, `{from}`, `{size}` */
    fetch: string
  }
  files: FilesWords
  config: {
    heading: string
    lead: string
    label: string
    what: string
    same: string
    equal: string
    unknown: string
    hows: Record<'added' | 'removed' | 'changed', string>
    absent: string
    fields: Record<ConfigField, { name: string; means: string }>
    /** `{shown}`, `{whole}` characters */
    cut: string
    /** `{count}` */
    more: string
  }
  annotations: {
    heading: string
    lead: string
    label: string
    name: string
    means: string
    same: string
  }
  history: {
    heading: string
    lead: string
    /** `{common}` */
    common: string
    differs: string
    /** `{steps}`, `{layers}` */
    count: string
    none: string
    styles: Record<StepStyle, string>
    /** `{steps}` */
    steps: string
  }
  builders: {
    heading: string
    lead: string
    names: Record<BuilderName, string>
    named: string
    fits: string
    nobody: string
    marks: Record<MarkId, string>
    source: string
    /** behind the source of a mark that no recording shows */
    cited: string
    /** `{times}` */
    times: string
    base: string
  }
  commands: string
  links: { heading: string; byName: string; byDigest: string }
  /** name of a side */
  sides: { a: string; b: string }
}
