import { ProblemError } from './problem.ts'

/** A value of a JSON text and where it stands: offsets in UTF-16 code units, `end` is behind it. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

export type JsonObject = Span & { type: 'object'; members: JsonMember[] }
export type JsonArray = Span & { type: 'array'; items: JsonNode[] }
export type JsonString = Span & { type: 'string'; value: string }
/** `text` is what was written: a large integer loses digits in `value`. */
export type JsonNumber = Span & { type: 'number'; value: number; text: string }
export type JsonBoolean = Span & { type: 'boolean'; value: boolean }
export type JsonNull = Span & { type: 'null'; value: null }

/** A key and its value, in the order written; a key may come twice. The span of the key has its quotes. */
export type JsonMember = { key: string; keyStart: number; keyEnd: number; value: JsonNode }

type Span = { start: number; end: number }

/** What `json-syntax` says it expected: data, to be put in words elsewhere. */
export type JsonExpected =
  | 'value'
  | 'key'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'digit'
  | 'escape'
  | 'character'
  | 'quote'
  | 'end'

export const JSON_DEPTH = 128

const SPACE = /[ \t\n\r]*/y
const PLAIN = /[^"\\\x00-\x1f]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const HEX = /[0-9a-fA-F]{4}/y
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const

/**
 * Parses a JSON text and keeps where everything stands, duplicate keys and the spelling of numbers.
 *
 * A byte order mark at the start is stepped over. Does not recurse, so depth costs no stack.
 *
 * @throws ProblemError `json-syntax` (`expected` is a `JsonExpected`), `json-depth`
 * @see RFC 8259
 */
export function parseJson(text: string): JsonNode {
  const open: (JsonObject | JsonArray)[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let key: Omit<JsonMember, 'value'> | null = null
  let root: JsonNode | null = null

  function fail(expected: JsonExpected, where = at): never {
    throw new ProblemError({ kind: 'json-syntax', at: where, expected })
  }

  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const taken = pattern.exec(text)?.[0] ?? ''
    at += taken.length
    return taken
  }

  function takeString(): string {
    at += 1
    let value = take(PLAIN)
    while (text[at] !== '"') {
      if (at >= text.length) fail('quote')
      if (text[at] !== '\\') fail('character')
      const letter = text[at + 1] ?? ''
      if (letter === 'u') {
        at += 2
        const digits = take(HEX)
        if (!digits) fail('escape', at - 2)
        value += String.fromCharCode(Number.parseInt(digits, 16))
      } else {
        const character = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
        if (character === undefined) fail('escape')
        value += character
        at += 2
      }
      value += take(PLAIN)
    }
    at += 1
    return value
  }

  function takeKey() {
    take(SPACE)
    if (text[at] !== '"') fail('key')
    const keyStart = at
    const name = takeString()
    key = { key: name, keyStart, keyEnd: at }
    take(SPACE)
    if (text[at] !== ':') fail('colon')
    at += 1
  }

  function takeScalar(): JsonNode {
    const start = at
    if (text[at] === '"') {
      const value = takeString()
      return { type: 'string', start, end: at, value }
    }
    for (const [word, value] of LITERALS) {
      if (!text.startsWith(word, at)) continue
      at += word.length
      return value === null
        ? { type: 'null', start, end: at, value }
        : { type: 'boolean', start, end: at, value }
    }
    const digits = take(NUMBER)
    if (digits) {
      if (/[.eE]/.test(text[at] ?? '')) fail('digit', at + 1)
      return { type: 'number', start, end: at, value: Number(digits), text: digits }
    }
    if (text[at] === '-') fail('digit', at + 1)
    return fail('value')
  }

  function attach(node: JsonNode) {
    const parent = open.at(-1)
    if (!parent) root = node
    else if (parent.type === 'array') parent.items.push(node)
    else if (key) parent.members.push({ ...key, value: node })
  }

  for (;;) {
    take(SPACE)
    const first = text[at]
    if (first === '{' || first === '[') {
      if (open.length === JSON_DEPTH) {
        throw new ProblemError({ kind: 'json-depth', limit: JSON_DEPTH })
      }
      const node: JsonObject | JsonArray =
        first === '{'
          ? { type: 'object', start: at, end: at, members: [] }
          : { type: 'array', start: at, end: at, items: [] }
      attach(node)
      open.push(node)
      at += 1
      take(SPACE)
      if (text[at] !== closer(node)) {
        if (first === '{') takeKey()
        continue
      }
    } else {
      attach(takeScalar())
    }
    // A value has ended: close what closes with it, then stand before the next value.
    for (;;) {
      take(SPACE)
      const parent = open.at(-1)
      if (!parent) {
        if (at < text.length) fail('end')
        return root ?? fail('value')
      }
      if (text[at] === closer(parent)) {
        at += 1
        parent.end = at
        open.pop()
        continue
      }
      if (text[at] !== ',') fail(parent.type === 'object' ? 'comma-or-brace' : 'comma-or-bracket')
      at += 1
      if (parent.type === 'object') takeKey()
      break
    }
  }
}

/**
 * The plain value, as `JSON.parse` would give it: of a key that comes twice the last counts.
 * A key `__proto__` stays an ordinary key.
 */
export function jsonValue(node: JsonNode): unknown {
  if (node.type === 'array') return node.items.map(jsonValue)
  if (node.type === 'object') {
    return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonValue(value)]))
  }
  return node.value
}

/** The member that counts when a key comes twice: the last. */
export function memberOf(node: JsonNode | null | undefined, key: string): JsonMember | null {
  if (node?.type !== 'object') return null
  return node.members.findLast((member) => member.key === key) ?? null
}

/** Whether its `value` is another number than was written. */
export function isUnsafeInteger(node: JsonNumber): boolean {
  return /^-?\d+$/.test(node.text) && !Number.isSafeInteger(node.value)
}

function closer(node: JsonObject | JsonArray): string {
  return node.type === 'object' ? '}' : ']'
}
