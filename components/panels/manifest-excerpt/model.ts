import { type JsonNode, memberOf } from '@/lib/oci/json'

/** A run of the manifest's own text. `number` is set where a note points. */
export type Run = {
  text: string
  role: 'config' | 'layer' | null
  digest: boolean
  number: 1 | 2 | 3 | null
}

type Mark = { start: number; end: number }

/**
 * Cuts a manifest's text at its config, its layers and their digests.
 *
 * The runs joined are the text again, character for character: nothing is re-written.
 */
export function manifestRuns(text: string, root: JsonNode): Run[] {
  const config = memberOf(root, 'config')?.value
  const layers = memberOf(root, 'layers')?.value
  const descriptors: (Mark & { role: 'config' | 'layer'; digest: Mark | null })[] = []
  const add = (node: JsonNode | undefined, role: 'config' | 'layer') => {
    if (!node) return
    const digest = memberOf(node, 'digest')?.value ?? null
    descriptors.push({ start: node.start, end: node.end, role, digest })
  }
  add(config, 'config')
  if (layers?.type === 'array') for (const layer of layers.items) add(layer, 'layer')
  descriptors.sort((a, b) => a.start - b.start)

  const runs: Run[] = []
  const numbered = new Set<number>()
  const once = (number: 1 | 2 | 3) => {
    if (numbered.has(number)) return null
    numbered.add(number)
    return number
  }
  let at = 0
  const push = (end: number, role: Run['role'], digest: boolean, number: Run['number']) => {
    if (end > at) runs.push({ text: text.slice(at, end), role, digest, number })
    at = end
  }
  for (const { start, end, role, digest } of descriptors) {
    push(start, null, false, null)
    push(digest?.start ?? end, role, false, once(role === 'config' ? 1 : 3))
    if (digest) push(digest.end, role, true, once(2))
    push(end, role, false, null)
  }
  push(text.length, null, false, null)
  return runs
}
