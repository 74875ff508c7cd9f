import type { SpecClause } from '../../lib/content/fields.ts'

const github = (repository: string, tag: string, place: string) =>
  `https://github.com/${repository}/blob/${tag}/${place}`

/** A section of image-spec, such as `descriptor.md#digests`. */
export function imageSpec(section: string): SpecClause {
  const url = github('opencontainers/image-spec', 'v1.1.1', section)
  return { name: 'image-spec', version: 'v1.1.1', section, url }
}

/** A section of runtime-spec, such as `config.md#root`. */
export function runtimeSpec(section: string): SpecClause {
  const url = github('opencontainers/runtime-spec', 'v1.3.0', section)
  return { name: 'runtime-spec', version: 'v1.3.0', section, url }
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

/** A message of CRI. */
export function criApi(message: string): SpecClause {
  const file = 'pkg/apis/runtime/v1/api.proto'
  const url = github('kubernetes/cri-api', 'v0.36.4', file)
  return { name: 'cri-api', version: 'v0.36.4', section: `api.proto, ${message}`, url }
}

/** What containerd adds to an answer when asked to be verbose: `info` of crictl inspect. */
export function containerdInfo(file: string, type: string): SpecClause {
  const url = github('containerd/containerd', 'v2.1.9', file)
  return { name: 'containerd', version: 'v2.1.9', section: `${file}, ${type}`, url }
}

/** What go-cni makes of the answers of CNI plugins. */
export const goCni: SpecClause = {
  name: 'go-cni',
  version: 'v1.1.12',
  section: 'result.go, Result',
  url: github('containerd/go-cni', 'v1.1.12', 'result.go'),
}

/** Docker Engine's own answers. */
export function dockerApi(type: string): SpecClause {
  return moby('api/swagger.yaml', type, 'v28.0.0')
}

/** The archive that docker save writes. */
export const dockerArchive: SpecClause = {
  name: 'docker-image-spec',
  version: 'v1.3.1',
  section: 'spec.md#combined-image-json--filesystem-changeset-format',
  url: github(
    'moby/docker-image-spec',
    'v1.3.1',
    'spec.md#combined-image-json--filesystem-changeset-format',
  ),
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

const inToto = (file: string): SpecClause => ({
  name: 'in-toto-attestation',
  version: 'v1.2.0',
  section: file,
  url: github('in-toto/attestation', 'v1.2.0', file),
})

export const inTotoStatement = inToto('spec/v1/statement.md#fields')

/** SLSA's own page is the release: it has no file under a tag that people read. */
export const slsaProvenance = (anchor: string): SpecClause => ({
  name: 'slsa',
  version: 'v1.0',
  section: `provenance#${anchor}`,
  url: `https://slsa.dev/spec/v1.0/provenance#${anchor}`,
})

export const slsaProvenanceV02 = (anchor: string): SpecClause => ({
  name: 'slsa',
  version: 'v0.2',
  section: `provenance#${anchor}`,
  url: `https://slsa.dev/spec/v0.2/provenance#${anchor}`,
})

export const spdx23 = (page: string): SpecClause => ({
  name: 'spdx',
  version: 'v2.3',
  section: page,
  url: `https://spdx.github.io/spdx-spec/v2.3/${page}/`,
})

export const cycloneDx16 = (anchor: string): SpecClause => ({
  name: 'cyclonedx',
  version: 'v1.6',
  section: anchor,
  url: `https://cyclonedx.org/docs/1.6/json/#${anchor}`,
})

export const dsse: SpecClause = {
  name: 'dsse',
  version: 'v1.0.2',
  section: 'envelope.md',
  url: github('secure-systems-lab/dsse', 'v1.0.2', 'envelope.md'),
}

export const cosignPayload: SpecClause = {
  name: 'cosign',
  version: 'v3.1.2',
  section: 'SIGNATURE_SPEC.md#payloads',
  url: github('sigstore/cosign', 'v3.1.2', 'specs/SIGNATURE_SPEC.md#payloads'),
}

const sigstore = (file: string, message: string): SpecClause => ({
  name: 'sigstore',
  version: 'v0.5.2',
  section: `${file}, ${message}`,
  url: github('sigstore/protobuf-specs', 'v0.5.2', `protos/${file}`),
})

export const sigstoreBundle = (message: string) => sigstore('sigstore_bundle.proto', message)
export const rekorEntry = (message: string) => sigstore('sigstore_rekor.proto', message)

export const notaryJws: SpecClause = {
  name: 'notary-project',
  version: 'v1.1.0',
  section: 'signature-envelope-jws.md',
  url: github('notaryproject/specifications', 'v1.1.0', 'specs/signature-envelope-jws.md'),
}

export const helmMetadata: SpecClause = {
  name: 'helm',
  version: 'v3.22.0',
  section: 'metadata.go, Metadata',
  url: github('helm/helm', 'v3.22.0', 'pkg/chart/metadata.go'),
}

/** What a builder of Cloud Native Buildpacks writes into the images that it makes. */
export const buildpacksPlatform = (section: string): SpecClause => ({
  name: 'buildpacks',
  version: 'v0.14',
  section: `platform.md, ${section}`,
  url: github('buildpacks/spec', 'platform/v0.14', 'platform.md'),
})
