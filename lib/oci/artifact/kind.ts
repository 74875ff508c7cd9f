import type { Manifest } from '../manifest.ts'
import { mediaTypeFacts, OCI_EMPTY } from '../media-type.ts'

/** What an artifact is for. `image` is a container image, `unknown` says a type we have no word for. */
export type ArtifactKind =
  | 'buildkit-attestation'
  | 'sigstore-bundle'
  | 'cosign-signature'
  | 'cosign-attestation'
  | 'notary-signature'
  | 'sbom'
  | 'helm-chart'
  | 'wasm'
  | 'flux'
  | 'soci-index'
  | 'nydus'
  | 'model'
  | 'dev-container'
  | 'encrypted-image'
  | 'image'
  | 'unknown'

/** The kind and the text that tells, with its JSON Pointer in the manifest. */
export type KindOfArtifact = { kind: ArtifactKind; at: string; by: string }

type Place = 'artifactType' | 'config' | 'layer' | 'layer-annotation'
type Rule = { kind: ArtifactKind; in: readonly Place[]; tells: RegExp }

const TYPE = ['artifactType', 'config'] as const
const ANY = ['artifactType', 'config', 'layer'] as const

/**
 * Which text tells what an artifact is, in the order asked. Most authors set a type of their own on
 * the config or as `artifactType`; some only on the layers.
 */
const RULES: readonly Rule[] = [
  {
    kind: 'buildkit-attestation',
    in: ['artifactType'],
    tells: /^application\/vnd\.docker\.attestation\.manifest\.v1\+json$/,
  },
  {
    kind: 'sigstore-bundle',
    in: ANY,
    tells: /^application\/vnd\.dev\.sigstore\.bundle(?:\.v[\d.]+)?\+json/,
  },
  {
    kind: 'cosign-signature',
    in: ANY,
    tells: /^application\/vnd\.dev\.cosign(?:\.artifact\.sig\.v1|\.simplesigning\.v1)\+json$/,
  },
  {
    kind: 'cosign-signature',
    in: ['layer-annotation'],
    tells: /^dev\.sigstore\.cosign\/signature$/,
  },
  {
    kind: 'notary-signature',
    in: TYPE,
    tells: /^application\/vnd\.cncf\.notary\.(?:v2\.)?signature$/,
  },
  {
    kind: 'cosign-attestation',
    in: ['layer'],
    tells: /^application\/vnd\.dsse\.envelope\.v1\+json$/,
  },
  {
    kind: 'sbom',
    in: ANY,
    tells:
      /^(?:application\/(?:spdx\+json|vnd\.cyclonedx\+json|vnd\.syft\+json)|text\/spdx(?:\+json)?|application\/vnd\.dev\.cosign\.artifact\.sbom\.v1\+json)$/,
  },
  {
    kind: 'helm-chart',
    in: ANY,
    tells: /^application\/vnd\.cncf\.helm\.(?:config\.v1\+json|chart\.content\.v1\.tar\+gzip)$/,
  },
  {
    kind: 'wasm',
    in: ANY,
    tells:
      /^application\/(?:vnd\.wasm\.(?:config\.v[01]\+json|content\.layer\.v1\+wasm)|wasm|vnd\.module\.wasm\.(?:config\.v1\+json|content\.layer\.v1\+wasm))$/,
  },
  {
    kind: 'flux',
    in: ANY,
    tells: /^application\/vnd\.cncf\.flux\.(?:config\.v1\+json|content\.v1\.tar\+gzip)$/,
  },
  { kind: 'soci-index', in: TYPE, tells: /^application\/vnd\.amazon\.soci\.index\.v[12]\+json$/ },
  { kind: 'nydus', in: ANY, tells: /^application\/vnd\.oci\.image\.layer\.nydus\.blob\.v1$/ },
  { kind: 'nydus', in: ['layer-annotation'], tells: /^containerd\.io\/snapshot\/nydus-/ },
  {
    kind: 'model',
    in: ANY,
    tells:
      /^application\/vnd\.(?:docker\.ai\.|ollama\.image\.|cncf\.model\.|caicloud\.model\.|goharbor\.harbor\.model)/,
  },
  { kind: 'dev-container', in: ANY, tells: /^application\/vnd\.devcontainers(?:$|\.)/ },
  // The attestation of BuildKit before it had a type: an image with nothing but statements in it.
  { kind: 'buildkit-attestation', in: ['layer'], tells: /^application\/vnd\.in-toto\+json$/ },
  {
    kind: 'encrypted-image',
    in: ['layer'],
    tells: /^application\/vnd\.oci\.image\.layer\.v1\.tar(?:\+\w+)?\+encrypted$/,
  },
]

/**
 * What an artifact is, and which of its fields says so.
 *
 * @see image-spec v1.1.1, manifest.md#guidelines-for-artifact-usage
 */
export function artifactKindOf(manifest: Manifest): KindOfArtifact {
  const told = placesOf(manifest)
  for (const rule of RULES) {
    const found = told.find(({ place, by }) => rule.in.includes(place) && rule.tells.test(by))
    if (found) return { kind: rule.kind, at: found.at, by: found.by }
  }
  const config = manifest.config?.mediaType ?? ''
  if (manifest.artifactType) {
    return { kind: 'unknown', at: '/artifactType', by: manifest.artifactType }
  }
  if (config && mediaTypeFacts(config).class === 'config') {
    return { kind: 'image', at: '/config/mediaType', by: config }
  }
  // An empty config says nothing: then the first layer's type is all there is.
  const [first] = manifest.layers
  if (config === OCI_EMPTY && first) {
    return { kind: 'unknown', at: `${first.pointer}/mediaType`, by: first.descriptor.mediaType }
  }
  return { kind: 'unknown', at: config ? '/config/mediaType' : '', by: config }
}

function placesOf(manifest: Manifest): { place: Place; at: string; by: string }[] {
  const { artifactType, config, layers } = manifest
  return [
    ...(artifactType
      ? [{ place: 'artifactType' as const, at: '/artifactType', by: artifactType }]
      : []),
    ...(config
      ? [{ place: 'config' as const, at: '/config/mediaType', by: config.mediaType }]
      : []),
    ...layers.flatMap(({ pointer, descriptor }) => [
      { place: 'layer' as const, at: `${pointer}/mediaType`, by: descriptor.mediaType },
      ...Object.keys(descriptor.annotations ?? {}).map((by) => ({
        place: 'layer-annotation' as const,
        at: `${pointer}/annotations/${by.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        by,
      })),
    ]),
  ]
}
