import type { Problem } from '@/lib/oci/problem'
import type { Reading, SizeMap, Story, View, ViewQuery } from './explorer'
import type { ExportFormat } from './export'
import type { RowsQuery } from './rows'

/** Where a layer's bytes are: behind an address of this site, or in a file that the reader brought. */
export type LayerPlace =
  | { url: string }
  | { blob: Blob; digest: string | null; diffId: string | null; mediaType: string }

/** What the page tells its worker. Every `ask` is answered once, under its number. */
export type ToWorker =
  /** loads all that reading a reader's own file may need, and says `ready` */
  | { type: 'prepare' }
  /** `of`: stands in every word of progress about these layers */
  | { type: 'open'; of: number; layers: { stored: number; foreign: boolean; place: LayerPlace }[] }
  /** these layers, one after the other; what is whole is not read again */
  | { type: 'read'; layers: number[] }
  | { type: 'stop' }
  | ({ type: 'ask'; number: number } & Question)

export type Question =
  | { about: 'view'; query: ViewQuery }
  | { about: 'story'; query: RowsQuery & { show: 'built' | 'alone' }; path: string }
  | { about: 'place'; query: RowsQuery & { show: 'built' | 'alone' }; path: string }
  | { about: 'map'; layer: number; show: 'built' | 'alone'; path: string }
  | { about: 'file'; layer: number; show: 'built' | 'alone'; format: ExportFormat }
  /** of a reader's own file: the bytes of one entry, counted from 0 */
  | { about: 'contents'; layer: number; index: number }

export type Answers = {
  view: View
  story: Story | null
  map: SizeMap
  place: number
  file: Blob
  contents: { bytes: Uint8Array<ArrayBuffer> } | { problem: Problem }
}

/** How far everything is; sent when it changed, a few times a second at most. */
export type Progress = {
  readings: Reading[]
  /** layers from the lowest that are built up */
  applied: number
  /** the layer that is being read, and since when, milliseconds */
  current: { layer: number; elapsed: number } | null
}

export type FromWorker =
  | ({ type: 'progress'; of: number } & Progress)
  | { type: 'ready'; problem: Problem | null }
  | { type: 'answer'; number: number; value: Answers[keyof Answers] }
