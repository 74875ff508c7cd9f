const MiB = 2 ** 20
const GiB = 2 ** 30

/** Bounds of reading what a reader brings, in bytes and counts. A value, so that tests can make them small. */
export type OpenLimits = {
  /** a JSON document */
  document: number
  /** files in an archive or a folder */
  files: number
  /** images listed in one archive */
  images: number
  /** a compressed archive once it is unpacked: a browser has to keep that somewhere */
  archive: number
  layer: { compressed: number; unpacked: number; ratio: number; ratioFrom: number }
}

export const OPEN_LIMITS: OpenLimits = {
  document: 4 * MiB,
  files: 100_000,
  images: 1000,
  archive: 2 * GiB,
  layer: { compressed: 2 * GiB, unpacked: 8 * GiB, ratio: 200, ratioFrom: 64 * MiB },
}
