import type { FindingKind } from '../../../lib/oci/finding.ts'
import type { FindingOf } from './words.ts'

const at = { pointer: '/layers/0', start: 10, end: 20 }

/** One Finding of each kind. The compiler asks for a row when a kind is added. */
export const findingSamples: { [K in FindingKind['kind']]: FindingOf<K> } = {
  bom: { ...at, kind: 'bom' },
  'duplicate-key': { ...at, kind: 'duplicate-key', key: 'digest' },
  'unsafe-integer': { ...at, kind: 'unsafe-integer', text: '9007199254740993' },
  'media-type-missing': { ...at, kind: 'media-type-missing', assumed: null },
  'media-type-mismatch': {
    ...at,
    kind: 'media-type-mismatch',
    declared: 'application/vnd.oci.image.manifest.v1+json',
    body: 'application/vnd.oci.image.index.v1+json',
  },
  'shape-mismatch': {
    ...at,
    kind: 'shape-mismatch',
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    field: 'manifests',
  },
  schema1: { ...at, kind: 'schema1', signed: true },
  'unknown-field': { ...at, kind: 'unknown-field', field: 'colour' },
  'missing-required': { ...at, kind: 'missing-required', field: 'size' },
  'wrong-type': { ...at, kind: 'wrong-type', expected: 'string-map', got: 'null' },
  'wrong-form': { ...at, kind: 'wrong-form', expected: 'date-time', text: 'yesterday' },
  'size-negative': { ...at, kind: 'size-negative', text: '-1' },
  'unknown-digest-algorithm': { ...at, kind: 'unknown-digest-algorithm', algorithm: 'blake3' },
  'empty-layers': { ...at, kind: 'empty-layers' },
  'foreign-layer': {
    ...at,
    kind: 'foreign-layer',
    mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
  },
  urls: { ...at, kind: 'urls', urls: ['https://example.org/layer'] },
  'data-mismatch': { ...at, kind: 'data-mismatch', size: 2, got: 3 },
  'artifact-type-missing': { ...at, kind: 'artifact-type-missing' },
  'history-mismatch': { ...at, kind: 'history-mismatch', history: 4, diffIds: 3 },
}
