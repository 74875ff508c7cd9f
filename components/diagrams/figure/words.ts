import type { DiagramRelation } from '../../../lib/content/diagram-graph.ts'

/** What a figure says around its drawing. `{…}` is filled in. */
export type DiagramWords = {
  readonly next: string
  readonly previous: string
  /** `{number}`, `{count}` */
  readonly step: string
  /** Name of the group of buttons that walk through the drawing. */
  readonly walk: string
  readonly enlarge: string
  readonly close: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fit: string
  readonly copy: string
  readonly copied: string
  readonly save: string
  /** Name of the list form. */
  readonly list: string
  /** Name of the Mermaid text. */
  readonly source: string
  /** Shown where the drawing is missing: `{command}` */
  readonly undrawn: string
  readonly start: string
  readonly end: string
  readonly choice: string
  readonly fork: string
  /** A line to another node, by what it means: `{to}` */
  readonly relations: Readonly<Record<DiagramRelation, string>>
  /** How many stand at either end: `{from}`, `{to}` */
  readonly many: string
  /** `{from}`, `{to}`, `{label}` */
  readonly message: string
  /** `{over}`, `{label}` */
  readonly note: string
  readonly frames: {
    readonly loop: string
    readonly alt: string
    readonly else: string
    readonly opt: string
    readonly par: string
    readonly and: string
    readonly critical: string
    readonly break: string
    readonly area: string
  }
}
