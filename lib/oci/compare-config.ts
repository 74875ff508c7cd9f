import { isRecord } from './descriptor.ts'
import { childPointer, formatPointer } from './pointer.ts'

/** What of a config is compared; keyed fields give a row for each key that differs. */
export type ConfigField =
  | 'architecture'
  | 'variant'
  | 'os'
  | 'os.version'
  | 'created'
  | 'author'
  | 'entrypoint'
  | 'cmd'
  | 'env'
  | 'user'
  | 'workingDir'
  | 'ports'
  | 'volumes'
  | 'labels'
  | 'stopSignal'
  | 'healthcheck'

/** A value and where it stands. Text as it is, lists as JSON. */
export type Told = { at: string; text: string }

/** A field, or one key of it, that two documents tell differently. One side may be missing. */
export type Change<Field extends string = ConfigField> = {
  field: Field
  /** name of a variable, a label, a port, a volume; null for a field that has no keys */
  key: string | null
  a: Told | null
  b: Told | null
}

const PLAIN: readonly (readonly [ConfigField, readonly string[]])[] = [
  ['os', ['os']],
  ['architecture', ['architecture']],
  ['variant', ['variant']],
  ['os.version', ['os.version']],
  ['entrypoint', ['config', 'Entrypoint']],
  ['cmd', ['config', 'Cmd']],
  ['user', ['config', 'User']],
  ['workingDir', ['config', 'WorkingDir']],
  ['stopSignal', ['config', 'StopSignal']],
  ['healthcheck', ['config', 'Healthcheck']],
]

const KEYED: readonly (readonly [ConfigField, readonly string[]])[] = [
  ['env', ['config', 'Env']],
  ['ports', ['config', 'ExposedPorts']],
  ['volumes', ['config', 'Volumes']],
  ['labels', ['config', 'Labels']],
]

const LAST: readonly (readonly [ConfigField, readonly string[]])[] = [
  ['created', ['created']],
  ['author', ['author']],
]

/**
 * What differs between two image configs, in the order of what matters to a process.
 *
 * An empty value counts as a missing one, as it does to a runtime. The order of variables, labels
 * and ports does not matter; a variable that comes twice counts as its last.
 *
 * @see image-spec v1.1.1, config.md#properties
 */
export function compareConfigs(a: unknown, b: unknown): Change[] {
  const plain = ([field, path]: (typeof PLAIN)[number]): Change[] => {
    const [left, right] = [plainAt(a, path), plainAt(b, path)]
    return left?.text === right?.text ? [] : [{ field, key: null, a: left, b: right }]
  }
  return [
    ...PLAIN.flatMap(plain),
    ...KEYED.flatMap(([field, path]) => compareKeyed(field, keyedAt(a, path), keyedAt(b, path))),
    ...LAST.flatMap(plain),
  ]
}

/** What differs between two maps of texts, `annotations` for one. */
export function compareMaps<Field extends string>(
  field: Field,
  at: string,
  a: unknown,
  b: unknown,
): Change<Field>[] {
  return compareKeyed(field, mapAt(a, at), mapAt(b, at))
}

function compareKeyed<Field extends string>(
  field: Field,
  a: Map<string, Told>,
  b: Map<string, Told>,
): Change<Field>[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [left, right] = [a.get(key) ?? null, b.get(key) ?? null]
    return left?.text === right?.text ? [] : [{ field, key, a: left, b: right }]
  })
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    document,
  )
}

function plainAt(document: unknown, path: readonly string[]): Told | null {
  const value = valueAt(document, path)
  const text = textOf(value)
  return text === '' || text === '[]' ? null : { at: formatPointer(path), text }
}

function keyedAt(document: unknown, path: readonly string[]): Map<string, Told> {
  const value = valueAt(document, path)
  const at = formatPointer(path)
  if (!Array.isArray(value)) return mapAt(value, at)
  return new Map(
    value.map((item, i) => {
      const text = textOf(item)
      const cut = text.indexOf('=')
      const [key, told] = cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)]
      return [key, { at: childPointer(at, i), text: told }]
    }),
  )
}

function mapAt(value: unknown, at: string): Map<string, Told> {
  if (!isRecord(value)) return new Map()
  return new Map(
    Object.entries(value).map(([key, item]) => [
      key,
      // ExposedPorts and Volumes are sets: `{"8080/tcp": {}}`.
      {
        at: childPointer(at, key),
        text: isRecord(item) && Object.keys(item).length === 0 ? key : textOf(item),
      },
    ]),
  )
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
