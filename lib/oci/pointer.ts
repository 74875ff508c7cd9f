import type { JsonMember, JsonNode } from './json.ts'
import { memberOf } from './json.ts'

/** A node, its JSON Pointer, and the member that holds it when its parent is an object. */
export type Located = { pointer: string; node: JsonNode; member: JsonMember | null }

/**
 * Splits a JSON Pointer into its tokens, unescaped; null when it is none.
 *
 * @see RFC 6901, section 3
 */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens
    .map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

/** One step down: `childPointer('/layers', 0)` is `/layers/0`. */
export function childPointer(pointer: string, token: string | number): string {
  return pointer + formatPointer([token])
}

/** What a pointer points at, or null; of a key that comes twice, the last. */
export function locate(root: JsonNode, pointer: string): Located | null {
  const tokens = parsePointer(pointer)
  if (!tokens) return null
  let node: JsonNode = root
  let member: JsonMember | null = null
  for (const token of tokens) {
    member = memberOf(node, token)
    const next: JsonNode | undefined =
      node.type === 'array' && /^(?:0|[1-9]\d*)$/.test(token)
        ? node.items[Number(token)]
        : member?.value
    if (!next) return null
    node = next
  }
  return { pointer, node, member }
}

/** The node a pointer points at, or null. */
export function nodeAt(root: JsonNode, pointer: string): JsonNode | null {
  return locate(root, pointer)?.node ?? null
}

/**
 * The pointer of the innermost value whose text, key included, covers an offset;
 * null outside the root. White space and commas belong to the container.
 *
 * @param offset in UTF-16 code units, as `JsonNode.start`
 */
export function pointerAt(root: JsonNode, offset: number): string | null {
  if (offset < root.start || offset >= root.end) return null
  const tokens: (string | number)[] = []
  let node: JsonNode | undefined = root
  while (node) {
    let next: JsonNode | undefined
    if (node.type === 'object') {
      const inside: JsonMember | undefined = node.members.find(
        ({ keyStart, value }) => keyStart <= offset && offset < value.end,
      )
      if (inside) tokens.push(inside.key)
      next = inside?.value
    } else if (node.type === 'array') {
      const index: number = node.items.findIndex(
        ({ start, end }) => start <= offset && offset < end,
      )
      if (index >= 0) tokens.push(index)
      next = node.items[index]
    }
    node = next
  }
  return formatPointer(tokens)
}

/** Every node under a root, the root included, in the order of the text. */
export function* walk(root: JsonNode): Generator<Located> {
  const waiting: Located[] = [{ pointer: '', node: root, member: null }]
  for (let located = waiting.pop(); located; located = waiting.pop()) {
    yield located
    const { pointer, node } = located
    if (node.type === 'object') {
      for (const member of node.members.toReversed()) {
        waiting.push({ pointer: childPointer(pointer, member.key), node: member.value, member })
      }
    } else if (node.type === 'array') {
      node.items.forEach((_, i) => {
        const index = node.items.length - 1 - i
        const item = node.items[index]
        if (item) waiting.push({ pointer: childPointer(pointer, index), node: item, member: null })
      })
    }
  }
}

// A block comment would end at the example: matchPointer('/layers/*/digest', '/layers/0/digest')
/** Whether a pointer fits a pattern, in which the token `*` stands for any one token. */
export function matchPointer(pattern: string, pointer: string): boolean {
  const wanted = parsePointer(pattern)
  const tokens = parsePointer(pointer)
  return (
    wanted !== null &&
    tokens !== null &&
    wanted.length === tokens.length &&
    wanted.every((token, i) => token === '*' || token === tokens[i])
  )
}
