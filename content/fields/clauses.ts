import type { SpecClause } from '../../lib/content/fields.ts'

const github = (repository: string, tag: string, place: string) =>
  `https://github.com/${repository}/blob/${tag}/${place}`

/** A section of image-spec, such as `descriptor.md#digests`. */
export function imageSpec(section: string): SpecClause {
  const url = github('opencontainers/image-spec', 'v1.1.1', section)
  return { name: 'image-spec', version: 'v1.1.1', section, url }
}

/** Docker's schema 2: manifests and manifest lists. */
export function dockerSchema2(anchor: string): SpecClause {
  const section = `manifest-v2-2.md#${anchor}`
  const url = github('distribution/distribution', 'v3.1.1', `docs/content/spec/${section}`)
  return { name: 'distribution', version: 'v3.1.1', section, url }
}

/** Docker's schema 1: the page left the repository with v3, so an older release holds it. */
export function dockerSchema1(anchor: string): SpecClause {
  const section = `manifest-v2-1.md#${anchor}`
  const url = github('distribution/distribution', 'v2.8.3', `docs/spec/${section}`)
  return { name: 'distribution', version: 'v2.8.3', section, url }
}

/** What Docker's image config has beyond OCI's. */
export const dockerImageSpec: SpecClause = {
  name: 'docker-image-spec',
  version: 'v1.3.1',
  section: 'spec.md#image-json-field-descriptions',
  url: github('moby/docker-image-spec', 'v1.3.1', 'spec.md#image-json-field-descriptions'),
}

/** The form of 2014, with an ID and a checksum for each layer. */
export const dockerImageSpecV1: SpecClause = {
  name: 'docker-image-spec',
  version: 'v1.0.0',
  section: 'v1.md#image-json-field-descriptions',
  url: github('moby/docker-image-spec', 'v1.0.0', 'v1.md#image-json-field-descriptions'),
}

/** Fields that no page defines: the type in Docker's own source does. */
export function moby(file: string, type: string, version = 'v20.10.0'): SpecClause {
  const url = github('moby/moby', version, file)
  return { name: 'moby', version, section: `${file}, ${type}`, url }
}

export const buildkitAttestation = (anchor: string): SpecClause => ({
  name: 'buildkit',
  version: 'v0.32.2',
  section: `attestation-storage.md#${anchor}`,
  url: github('moby/buildkit', 'v0.32.2', `docs/attestations/attestation-storage.md#${anchor}`),
})

export const estargz: SpecClause = {
  name: 'stargz-snapshotter',
  version: 'v0.18.2',
  section: 'estargz.md#content-verification-in-estargz',
  url: github(
    'containerd/stargz-snapshotter',
    'v0.18.2',
    'docs/estargz.md#content-verification-in-estargz',
  ),
}

export const zstdChunked: SpecClause = {
  name: 'containers-storage',
  version: 'v1.57.2',
  section: 'containers-storage-zstd-chunked.md',
  url: github('containers/storage', 'v1.57.2', 'docs/containers-storage-zstd-chunked.md'),
}
