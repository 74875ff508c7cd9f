import type { PartKind } from '@/lib/oci/artifact/statement'

export type Spec = { label: string; url: string }

const github = (repository: string, version: string, file: string) =>
  `https://github.com/${repository}/blob/${version}/${file}`

const STATEMENT: Spec = {
  label: 'in-toto attestation v1.2.0',
  url: github('in-toto/attestation', 'v1.2.0', 'spec/v1/statement.md'),
}

/** What defines each part of a document; null where only its author knows. */
export const SPECS: Record<PartKind, Spec | null> = {
  statement: STATEMENT,
  predicate: STATEMENT,
  provenance: {
    label: 'SLSA provenance v1.0',
    url: 'https://slsa.dev/spec/v1.0/provenance',
  },
  spdx: {
    label: 'SPDX 2.3',
    url: 'https://spdx.github.io/spdx-spec/v2.3/',
  },
  cyclonedx: {
    label: 'CycloneDX 1.6',
    url: 'https://cyclonedx.org/docs/1.6/json/',
  },
  envelope: {
    label: 'DSSE v1.0.2',
    url: github('secure-systems-lab/dsse', 'v1.0.2', 'envelope.md'),
  },
  'simple-signing': {
    label: 'cosign v3.1.2, SIGNATURE_SPEC.md',
    url: github('sigstore/cosign', 'v3.1.2', 'specs/SIGNATURE_SPEC.md'),
  },
  'cosign-signature': {
    label: 'cosign v3.1.2, SIGNATURE_SPEC.md',
    url: github('sigstore/cosign', 'v3.1.2', 'specs/SIGNATURE_SPEC.md'),
  },
  bundle: {
    label: 'Sigstore bundle, protobuf-specs v0.5.2',
    url: github('sigstore/protobuf-specs', 'v0.5.2', 'protos/sigstore_bundle.proto'),
  },
  'log-entry': {
    label: 'Rekor, protobuf-specs v0.5.2',
    url: github('sigstore/protobuf-specs', 'v0.5.2', 'protos/sigstore_rekor.proto'),
  },
  'notary-jws': {
    label: 'Notary Project v1.1.0',
    url: github('notaryproject/specifications', 'v1.1.0', 'specs/signature-envelope-jws.md'),
  },
  helm: {
    label: 'Helm v3.22.0, Metadata',
    url: github('helm/helm', 'v3.22.0', 'pkg/chart/metadata.go'),
  },
  empty: {
    label: 'image-spec v1.1.1, manifest.md',
    url: github(
      'opencontainers/image-spec',
      'v1.1.1',
      'manifest.md#guidance-for-an-empty-descriptor',
    ),
  },
  json: null,
  bytes: null,
}
