// RFC 4648, section 4, padding included
const GRAMMAR = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export function isBase64(text: string): boolean {
  return GRAMMAR.test(text)
}

/** The bytes, or null when it is no padded base64. */
export function decodeBase64(text: string): Uint8Array | null {
  if (!isBase64(text)) return null
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** Padded base64 of bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
