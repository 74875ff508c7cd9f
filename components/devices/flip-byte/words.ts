/** `{at}` counts bytes from 0, `{from}` and `{to}` are hexadecimal with the character where it is seen. */
export type FlipByteWords = {
  caption: string
  /** names the slider */
  position: string
  /** names the bytes as a group to pick from */
  bytes: string
  /** `{at}`, `{from}`, `{to}` */
  flipped: string
  /** `{at}`, `{from}` */
  whole: string
  original: string
  now: string
  /** `{count}`, `{of}` hexadecimal digits */
  differ: string
  same: string
  working: string
  flip: string
  undo: string
  /** `{from}`, `{to}` byte numbers, `{size}` */
  window: string
  /** the registry would refuse */
  refused: string
  accepted: string
}
