import { type Fingerprint, fingerprint } from '@/lib/oci/builder-fingerprint'
import type { Command } from '@/lib/oci/commands'
import { compareImages, type ImageDocuments, type NamedDocument } from '@/lib/oci/compare'
import { decodeDocument } from '@/lib/oci/document'
import type { ReaderDocument } from '../image/reader'
import { requestsFor } from '../image/requests'
import type { Shown, Slot } from '../image/state'
import type { Compared } from './model'

// Apart from the model: a page that only shows what was compared needs none of this.

/** Compares what two panels show; null while one of them has no image manifest. */
export function compareShown(a: Shown, b: Shown): Compared | null {
  const [left, right] = [documentsOf(a), documentsOf(b)]
  if (!left || !right) return null
  return {
    comparison: compareImages(left, right),
    builders: { a: buildersOf(left), b: buildersOf(right) },
  }
}

/** The same comparison of the configs in a shell that knows `<( )`, once for each tool. */
export function diffCommands(a: Shown, b: Shown, origin: string): Command[] {
  const right = new Map(requestsFor(b, 'config', origin).map((each) => [each.tool, each.lines]))
  return requestsFor(a, 'config', origin).flatMap(({ tool, lines }): Command[] => {
    const others = right.get(tool)
    // A line that fetches a token first makes more than one line to compare.
    if (lines.length !== 1 || others?.length !== 1) return []
    return [{ tool, lines: [`diff <(${lines[0]} | jq -S .) \\\n     <(${others[0]} | jq -S .)`] }]
  })
}

function documentsOf(shown: Shown): ImageDocuments | null {
  const manifest = named(shown.manifest)
  if (manifest?.document.kind !== 'manifest') return null
  return { index: named(shown.index), manifest, config: named(shown.config) }
}

function named(slot: Slot): NamedDocument | null {
  if (slot.status !== 'ready') return null
  const { digest, size } = slot.document
  return { digest, size, document: decodedAgain(slot.document) }
}

function decodedAgain({ text, mediaType }: ReaderDocument) {
  return decodeDocument(new TextEncoder().encode(text), mediaType)
}

function buildersOf({ index, manifest, config }: ImageDocuments): Fingerprint[] {
  return fingerprint({
    index: index?.document.value,
    manifest: manifest.document.value,
    config: config?.document.value,
  })
}
