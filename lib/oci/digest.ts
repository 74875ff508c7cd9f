/** Text form `algorithm:encoded`; comes from `parseDigest`. image-spec v1.1.1, descriptor.md#digests */
export type Digest = `${string}:${string}`
