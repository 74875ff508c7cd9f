import { createReadStream } from 'node:fs'
import type { ByteRange } from '../range.ts'

/** Takes pieces of bytes, which are only good during the call; waited for. */
export type Take = (chunk: Uint8Array) => void | Promise<void>

/** Hands a layer's stored bytes over, piece by piece, and waits for each. */
export type LayerSource = (take: Take) => Promise<void>

/** Hands some of them over; false when nobody parts with less than all. */
export type PartSource = (range: ByteRange, take: Take) => Promise<boolean>

const PIECE = 256 * 2 ** 10

export function fromFile(path: string): LayerSource {
  return async (take) => {
    for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) await take(chunk)
  }
}

export function fromBytes(bytes: Uint8Array): LayerSource {
  return async (take) => {
    for (let at = 0; at < bytes.length; at += PIECE) await take(bytes.subarray(at, at + PIECE))
  }
}

export function partOfBytes(bytes: Uint8Array): PartSource {
  return async ({ first, last }, take) => {
    await take(bytes.subarray(first, last + 1))
    return true
  }
}

export function partOfFile(path: string): PartSource {
  return async ({ first, last }, take) => {
    const range = { start: first, end: last, highWaterMark: PIECE }
    for await (const chunk of createReadStream(path, range)) await take(chunk)
    return true
  }
}
