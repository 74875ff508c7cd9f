/**
 * Gives the memory behind a buffer back at once; nobody may use it any more.
 *
 * A layer goes through thousands of buffers. Left to the garbage collector they pile up, and since they
 * count as its memory, it goes through all of the heap for each few dozen.
 */
export function release({ buffer }: Uint8Array): void {
  // Node.js 22 brought it.
  if ('transfer' in ArrayBuffer.prototype) (buffer as ArrayBuffer).transfer(0)
}
