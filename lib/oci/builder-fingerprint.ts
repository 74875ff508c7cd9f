import type { BuilderMark, BuilderName, MarkId } from './builder-marks.ts'
import { builderMarks } from './builder-marks.ts'
import { isRecord } from './descriptor.ts'
import { childPointer, parsePointer } from './pointer.ts'

/** A mark that was found, and where. */
export type Evidence = {
  mark: MarkId
  document: BuilderMark['document']
  strength: BuilderMark['strength']
  /** the first place; JSON Pointer */
  at: string
  /** what stands there; its key where the presence alone counts */
  text: string
  /** how many places show it */
  times: number
  recorded: BuilderMark['recorded']
  source: BuilderMark['source']
}

export type Fingerprint = {
  builder: BuilderName
  /** at least one mark names the builder; without, it only fits */
  named: boolean
  /** in the order of the marks, never empty */
  evidence: Evidence[]
}

type Documents = Partial<Record<BuilderMark['document'], unknown>>

/**
 * The builders whose marks stand in an image's documents; named ones first.
 *
 * Several may be right at once: a base keeps the marks of the builder that made it. None is an
 * answer too: a mark can be left out, and the bytes of a layer tell nothing here.
 *
 * @param documents decoded JSON of index, manifest and config, as far as they are known
 */
export function fingerprint(documents: Documents): Fingerprint[] {
  const found = new Map<BuilderName, Evidence[]>()
  for (const mark of builderMarks) {
    const places = placesOf(mark, documents[mark.document])
    const [first] = places
    if (!first) continue
    const { id, document, strength, recorded, source } = mark
    const times = places.length
    const evidence = { mark: id, document, strength, ...first, times, recorded, source }
    found.set(mark.builder, [...(found.get(mark.builder) ?? []), evidence])
  }
  const all = [...found].map(([builder, evidence]) => ({
    builder,
    named: evidence.some(({ strength }) => strength === 'name'),
    evidence,
  }))
  return all.sort((a, b) => Number(b.named) - Number(a.named))
}

type Place = { at: string; text: string }

function placesOf({ pattern, looks }: BuilderMark, document: unknown): Place[] {
  let open: { at: string; key: string; value: unknown }[] = [{ at: '', key: '', value: document }]
  for (const token of parsePointer(pattern) ?? []) {
    open = open.flatMap(({ at, value }) =>
      childrenOf(value)
        .filter(([key]) => fits(token, key))
        .map(([key, child]) => ({ at: childPointer(at, key), key, value: child })),
    )
  }
  return open.flatMap(({ at, key, value }) => {
    if (!looks) return [{ at, text: typeof value === 'string' ? value : key }]
    return typeof value === 'string' && looks.test(value) ? [{ at, text: value }] : []
  })
}

function childrenOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, i) => [String(i), item])
  return isRecord(value) ? Object.entries(value) : []
}

function fits(token: string, key: string): boolean {
  return token.endsWith('*') ? key.startsWith(token.slice(0, -1)) : token === key
}
