import type { Reading, SizeMap, Story, View, ViewQuery } from './explorer'
import type { ExportFormat } from './export'
import type { RowsQuery } from './rows'

/** What the page tells its worker. Every `ask` is answered once, under its number. */
export type ToWorker =
  | { type: 'open'; layers: { stored: number; foreign: boolean; url: string }[] }
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

export type Answers = {
  view: View
  story: Story | null
  map: SizeMap
  place: number
  file: Blob
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
  | ({ type: 'progress' } & Progress)
  | { type: 'answer'; number: number; value: Answers[keyof Answers] }
