import type { ConversationLine } from '@/lib/oci/conversation'
import type { Problem } from '@/lib/oci/problem'
import type { Reference } from '@/lib/oci/reference'
import type { ReaderDocument } from './reader'

/** Where what is shown comes from. */
export type Origin =
  | { kind: 'recorded'; name: string; observedAt: string; tools: string[] }
  | { kind: 'live' | 'cache'; observedAt: string }
  // asked, and no outcome yet
  | { kind: 'pending' }

/** One link of the chain: index, manifest or config. */
export type Slot =
  | { status: 'absent' }
  | { status: 'waiting'; digest: string | null }
  | { status: 'ready'; document: ReaderDocument }
  | { status: 'failed'; digest: string | null; problem: Problem }

/** Everything that is drawn, for one image. Plain data: the server makes the recorded one. */
export type Shown = {
  origin: Origin
  /** canonical text form */
  canonical: string
  reference: Reference
  lines: ConversationLine[]
  /** absent where the reference leads to a manifest at once */
  index: Slot
  manifest: Slot
  config: Slot
  /** the platform whose manifest is open, `linux/arm64`; null when there was no choice */
  platform: string | null
}

/** The documents when nothing is awaited any more. */
export function settled({
  index,
  manifest,
  config,
}: Shown): Pick<Shown, 'index' | 'manifest' | 'config'> {
  const end = (slot: Slot): Slot => (slot.status === 'waiting' ? { status: 'absent' } : slot)
  return { index: end(index), manifest: end(manifest), config: end(config) }
}

/** What is on screen where no document is: enough for commands and a link. */
export function bareShown({
  origin,
  canonical,
  reference,
}: Pick<Shown, 'origin' | 'canonical' | 'reference'>): Shown {
  const none = { status: 'absent' } as const
  return {
    ...{ origin, canonical, reference, lines: [], platform: null },
    ...{ index: none, manifest: none, config: none },
  }
}
