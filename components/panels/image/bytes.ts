import type { ReaderDocument } from './reader'

/** The very bytes of a document. */
export function documentBytes({
  text,
  base64,
}: Pick<ReaderDocument, 'text' | 'base64'>): Uint8Array {
  return base64 === undefined ? new TextEncoder().encode(text) : bytesOfBase64(base64)
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** In pieces: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(binary)
}
