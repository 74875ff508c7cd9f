import type { Graph } from '@/lib/oci/graph'
import type { Reference } from '@/lib/oci/reference'
import type { Origin } from '../image/state'
import type { Found } from '../referrers/model'
import type { ObjectView } from './object'

/** Everything around one reference that is on screen. Plain data. */
export type Around = {
  origin: Origin
  /** canonical text form */
  canonical: string
  reference: Reference
  /** below `/v2/`: `samples/hello`, `ghcr.io/owner/app` */
  name: string
  graph: Graph
  object: ObjectView | null
  /** what each way came to, by the digest asked about */
  found: Record<string, Found[]>
}
