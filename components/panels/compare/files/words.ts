import type { FileField } from '@/lib/oci/compare-files'
import type { TarKind } from '@/lib/oci/tar-entry'

/** What comparing the files of two images says. Sizes come with their unit. */
export type FilesWords = {
  heading: string
  lead: string
  /** one of the images names no layers */
  none: string
  /** all of it stands there from two recordings */
  start: string
  /** `{count}` layers, `{size}` */
  offer: string
  /** after a stop or a failure */
  again: string
  /** `{count}` */
  shared: string
  /** `{n}`, `{count}`, `{done}`, `{size}`, `{entries}` */
  now: string
  progress: string
  comparing: string
  stop: string
  stopped: string
  siteAway: string
  totals: {
    label: string
    what: string
    names: string
    /** `{side}` */
    bytes: string
    /** by what became of a name; `means` says what is known */
    kinds: Record<
      'added' | 'removed' | 'changed' | 'time' | 'unproven' | 'same',
      { name: string; means: string }
    >
  }
  find: string
  findHint: string
  /** `{count}` of `{whole}` */
  found: string
  /** `{find}` */
  notFound: string
  list: string
  nothing: string
  /** heading of a folded list; `{name}`, `{count}` */
  folded: string
  loading: string
  fields: Record<FileField, string>
  time: string
  kinds: Record<TarKind, string>
  bytes: Record<'same' | 'unknown', string>
  /** `{count}` layers each */
  notes: Record<'foreign' | 'fromToc' | 'mismatched', string>
}
