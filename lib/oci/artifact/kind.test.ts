import { describe, expect, test } from 'vitest'
import { FIXTURES_DIR, readFixture } from '../../testing/vectors.ts'
import { decodeDocument } from '../document.ts'
import { readManifest } from '../manifest.ts'
import { OCI_CONFIG, OCI_EMPTY, OCI_LAYER } from '../media-type.ts'
import { artifactKindOf } from './kind.ts'

const digest = `sha256:${'1'.repeat(64)}`
const descriptor = (mediaType: string, annotations?: Record<string, string>) => ({
  ...{ mediaType, digest, size: 2 },
  ...(annotations && { annotations }),
})
const gzip = `${OCI_LAYER}+gzip`

describe('tells what an artifact is', () => {
  test.each([
    {
      why: 'BuildKit since it writes artifacts',
      manifest: {
        artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/vnd.in-toto+json')],
      },
      kind: 'buildkit-attestation',
      at: '/artifactType',
    },
    {
      why: 'BuildKit before: an image config over statements',
      manifest: {
        config: descriptor(OCI_CONFIG),
        layers: [descriptor('application/vnd.in-toto+json')],
      },
      kind: 'buildkit-attestation',
      at: '/layers/0/mediaType',
    },
    {
      why: 'cosign signs by tag',
      manifest: {
        config: descriptor(OCI_CONFIG),
        layers: [descriptor('application/vnd.dev.cosign.simplesigning.v1+json')],
      },
      kind: 'cosign-signature',
      at: '/layers/0/mediaType',
    },
    {
      why: 'cosign signs as an OCI 1.1 artifact',
      manifest: {
        artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/octet-stream')],
      },
      kind: 'cosign-signature',
      at: '/artifactType',
    },
    {
      why: 'cosign attests by tag',
      manifest: {
        config: descriptor(OCI_CONFIG),
        layers: [descriptor('application/vnd.dsse.envelope.v1+json')],
      },
      kind: 'cosign-attestation',
      at: '/layers/0/mediaType',
    },
    {
      why: 'a bundle of cosign 3',
      manifest: {
        artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/vnd.dev.sigstore.bundle.v0.3+json')],
      },
      kind: 'sigstore-bundle',
      at: '/artifactType',
    },
    {
      why: 'Notary, whose layer is JWS',
      manifest: {
        artifactType: 'application/vnd.cncf.notary.signature',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/jose+json')],
      },
      kind: 'notary-signature',
      at: '/artifactType',
    },
    {
      why: 'Notary by its config, as registries without artifactType hold it',
      manifest: {
        config: descriptor('application/vnd.cncf.notary.signature'),
        layers: [descriptor('application/cose')],
      },
      kind: 'notary-signature',
      at: '/config/mediaType',
    },
    {
      why: 'an SBOM attached by oras',
      manifest: {
        artifactType: 'application/vnd.cyclonedx+json',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/vnd.cyclonedx+json')],
      },
      kind: 'sbom',
      at: '/artifactType',
    },
    {
      why: 'a Helm chart',
      manifest: {
        config: descriptor('application/vnd.cncf.helm.config.v1+json'),
        layers: [descriptor('application/vnd.cncf.helm.chart.content.v1.tar+gzip')],
      },
      kind: 'helm-chart',
      at: '/config/mediaType',
    },
    {
      why: 'WASM, the CNCF form',
      manifest: {
        config: descriptor('application/vnd.wasm.config.v0+json'),
        layers: [descriptor('application/wasm')],
      },
      kind: 'wasm',
      at: '/config/mediaType',
    },
    {
      why: 'SOCI, version 2',
      manifest: {
        artifactType: 'application/vnd.amazon.soci.index.v2+json',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('application/octet-stream')],
      },
      kind: 'soci-index',
      at: '/artifactType',
    },
    {
      why: 'Nydus known by an annotation alone',
      manifest: {
        config: descriptor(OCI_CONFIG),
        layers: [descriptor(gzip, { 'containerd.io/snapshot/nydus-bootstrap': 'true' })],
      },
      kind: 'nydus',
      at: '/layers/0/annotations/containerd.io~1snapshot~1nydus-bootstrap',
    },
    {
      why: 'Ollama hides behind Docker’s config type',
      manifest: {
        config: descriptor('application/vnd.docker.container.image.v1+json'),
        layers: [descriptor('application/vnd.ollama.image.model')],
      },
      kind: 'model',
      at: '/layers/0/mediaType',
    },
    {
      why: 'a dev container feature',
      manifest: {
        config: descriptor('application/vnd.devcontainers'),
        layers: [descriptor('application/vnd.devcontainers.layer.v1+tar')],
      },
      kind: 'dev-container',
      at: '/config/mediaType',
    },
    {
      why: 'an encrypted layer',
      manifest: {
        config: descriptor(OCI_CONFIG),
        layers: [descriptor(gzip), descriptor(`${gzip}+encrypted`)],
      },
      kind: 'encrypted-image',
      at: '/layers/1/mediaType',
    },
    {
      why: 'an ordinary image',
      manifest: { config: descriptor(OCI_CONFIG), layers: [descriptor(gzip)] },
      kind: 'image',
      at: '/config/mediaType',
    },
    {
      why: 'a type of somebody’s own',
      manifest: {
        artifactType: 'application/vnd.example+type',
        config: descriptor(OCI_EMPTY),
        layers: [descriptor('text/plain')],
      },
      kind: 'unknown',
      at: '/artifactType',
    },
    {
      why: 'nobody says anything but the layer',
      manifest: { config: descriptor(OCI_EMPTY), layers: [descriptor('text/plain')] },
      kind: 'unknown',
      at: '/layers/0/mediaType',
    },
    { why: 'nothing at all', manifest: { layers: [] }, kind: 'unknown', at: '' },
  ])('$why: $kind', ({ manifest, kind, at }) => {
    expect(artifactKindOf(readManifest({ value: manifest }))).toMatchObject({ kind, at })
  })
})

describe.skipIf(!FIXTURES_DIR)('of real manifests', () => {
  test.each([
    ['transcribed/krustlet-wasm', 'wasm'],
    ['transcribed/trivy-wasm-module', 'wasm'],
    ['transcribed/flux-artifact', 'flux'],
    ['transcribed/nydus-manifest', 'nydus'],
    ['transcribed/docker-model-gguf', 'model'],
    ['transcribed/dockerio-alpine-amd64-2020-08', 'image'],
    ['dagdotdev/cosign-sig_manifest', 'cosign-signature'],
    ['buildkit-docs/attestation-storage-02', 'buildkit-attestation'],
    ['cosign/bundle_spec-13', 'sigstore-bundle'],
    ['harbor/chart_test-01', 'helm-chart'],
    ['containers-image/m-ociv1.encrypted.manifest', 'encrypted-image'],
  ])('%s: %s', (file, kind) => {
    const document = decodeDocument(readFixture(`manifests/${file}.json`), null)
    expect(artifactKindOf(readManifest(document)).kind).toBe(kind)
  })
})
