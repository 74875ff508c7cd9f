import { isRecord } from '../descriptor.ts'
import { isDigest } from '../digest.ts'
import { parsePointer } from '../pointer.ts'

/** What a card says of a document; the words for each stand in content/ui. */
export type FactName =
  // in-toto statement
  | 'statementType'
  | 'predicateType'
  | 'subjects'
  // SLSA provenance
  | 'builder'
  | 'buildType'
  | 'source'
  | 'entryPoint'
  | 'frontend'
  | 'platform'
  | 'materials'
  | 'invocation'
  | 'started'
  | 'finished'
  | 'reproducible'
  | 'complete'
  // SPDX and CycloneDX
  | 'sbomVersion'
  | 'documentName'
  | 'namespace'
  | 'created'
  | 'creators'
  | 'about'
  | 'packages'
  | 'packageTypes'
  | 'files'
  | 'relationships'
  // envelopes and signatures
  | 'payloadType'
  | 'signatures'
  | 'keyIds'
  | 'signedDigest'
  | 'signedReference'
  | 'signatureType'
  | 'signedNotes'
  | 'bundleVersion'
  | 'keyHint'
  | 'messageDigest'
  | 'timestamps'
  | 'algorithm'
  | 'signingScheme'
  | 'signingTime'
  | 'expiry'
  | 'signedBytes'
  // the transparency log
  | 'logIndex'
  | 'logTime'
  | 'logKind'
  | 'logId'
  | 'logHash'
  // Helm
  | 'chartName'
  | 'chartVersion'
  | 'appVersion'
  | 'chartType'
  | 'apiVersion'
  | 'description'
  | 'kubeVersion'
  | 'maintainers'
  | 'dependencies'
  // anything else
  | 'fields'
  | 'firstBytes'

/** One value of a fact; `digest` is what it names, where it names content. */
export type FactValue = { text: string; digest?: string }

/** `at` is where it stands: a JSON Pointer in the part's document. `more` values are not listed. */
export type Fact = { name: FactName; at: string; values: FactValue[]; more: number }

/** Values listed of one fact. */
export const LISTED = 12

/** Characters of one value; what is longer ends with `…` and stands whole in the bytes. */
const LONGEST = 500

/** Collects facts out of a JSON value; what is missing or of another type is left out. */
export function factsOf(root: unknown, base = '') {
  const facts: Fact[] = []
  const put = (name: FactName, at: string, values: FactValue[]) => {
    const told = values.filter(({ text, digest }) => text !== '' || digest)
    if (told.length === 0) return
    const listed = told.slice(0, LISTED).map(({ text, digest }) => ({
      text: shorten(text),
      ...(digest && { digest }),
    }))
    facts.push({ name, at: base + at, values: listed, more: told.length - listed.length })
  }
  return {
    facts,
    put,
    /** a string, number or boolean at a pointer; an empty string is told as `""` */
    scalar(name: FactName, at: string) {
      const value = valueAt(root, at)
      if (value === '') put(name, at, [{ text: '""' }])
      else if (isScalar(value)) put(name, at, [{ text: String(value) }])
    },
    list(name: FactName, at: string, read: (item: unknown) => FactValue | null) {
      const items = valueAt(root, at)
      if (!Array.isArray(items)) return
      put(
        name,
        at,
        items.flatMap((item) => read(item) ?? []),
      )
    },
    get: (at: string) => valueAt(root, at),
    text: (at: string) => textAt(root, at),
  }
}

/** What stands at a JSON Pointer of a value; undefined when nothing does. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const token of parsePointer(pointer) ?? []) {
    if (Array.isArray(value)) value = value[Number(token)]
    else if (isRecord(value) && Object.hasOwn(value, token)) value = value[token]
    else return undefined
  }
  return value
}

export function textAt(root: unknown, pointer: string): string {
  const value = valueAt(root, pointer)
  return typeof value === 'string' ? value : ''
}

/** `{sha256: "abc…"}` as one digest; the strongest of several. */
export function digestFrom(map: unknown): string | undefined {
  if (!isRecord(map)) return undefined
  for (const algorithm of ['sha256', 'sha512', ...Object.keys(map)]) {
    const encoded = Object.hasOwn(map, algorithm) ? map[algorithm] : undefined
    if (typeof encoded !== 'string') continue
    const digest = `${algorithm.toLowerCase()}:${encoded}`
    if (isDigest(digest)) return digest
  }
  return undefined
}

export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
