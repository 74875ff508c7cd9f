import { type ImageLayers, listingPath } from '../../layers/facts'

/** One layer to read, by its digest; `path` is where it is listed on this site. */
export type LayerRead = { digest: string; path: string; stored: number; foreign: boolean }

/** What has to be read for two merged trees. */
export type Plan = {
  /** each digest once */
  reads: LayerRead[]
  /** the layers of each image, base first, as places in `reads` */
  a: number[]
  b: number[]
  /** layers to fetch, and how many of them stand in both images */
  count: number
  shared: number
  /** bytes to fetch */
  stored: number
}

export function planReading(a: ImageLayers, b: ImageLayers): Plan {
  const reads: LayerRead[] = []
  const places = new Map<string, number>()
  const placesOf = (image: ImageLayers) =>
    image.layers.map((layer) => {
      const { digest, stored, foreign } = layer
      const known = places.get(digest)
      if (known !== undefined) return known
      places.set(digest, reads.length)
      return reads.push({ digest, path: listingPath(image, layer), stored, foreign }) - 1
    })
  const [left, right] = [placesOf(a), placesOf(b)]
  const fetched = reads.filter(({ foreign }) => !foreign)
  const both = new Set(right.filter((place) => left.includes(place) && !reads[place]?.foreign))
  return {
    ...{ reads, a: left, b: right, count: fetched.length, shared: both.size },
    stored: fetched.reduce((sum, { stored }) => sum + stored, 0),
  }
}
