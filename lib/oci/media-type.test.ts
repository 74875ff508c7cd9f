import { expect, test } from 'vitest'
import {
  ACCEPT,
  isConfigType,
  isIndexType,
  isLayerType,
  isManifestType,
  isMediaType,
  isSchema1Type,
  MANIFEST_TYPES,
  mediaTypeFacts,
  stripParameters,
} from './media-type.ts'

const oci = 'application/vnd.oci.image'
const docker = 'application/vnd.docker'
const layer = { class: 'layer', distributable: true }

test.each([
  { type: `${oci}.index.v1+json`, is: { class: 'index', family: 'oci' } },
  {
    type: `${docker}.distribution.manifest.list.v2+json`,
    is: { class: 'index', family: 'docker' },
  },
  { type: `${oci}.manifest.v1+json`, is: { class: 'manifest', family: 'oci' } },
  { type: `${docker}.distribution.manifest.v2+json`, is: { class: 'manifest', family: 'docker' } },
  { type: `${docker}.distribution.manifest.v1+json`, is: { class: 'schema1' } },
  { type: `${docker}.distribution.manifest.v1+prettyjws`, is: { class: 'schema1' } },
  { type: `${oci}.config.v1+json`, is: { class: 'config', family: 'oci' } },
  { type: `${docker}.container.image.v1+json`, is: { class: 'config', family: 'docker' } },
  { type: `${docker}.plugin.v1+json`, is: { class: 'artifact', family: 'docker' } },
  { type: 'application/vnd.oci.empty.v1+json', is: { class: 'empty' } },
  { type: 'application/vnd.oci.descriptor.v1+json', is: { class: 'descriptor' } },
  { type: 'application/vnd.oci.layout.header.v1+json', is: { class: 'layout' } },
  { type: 'application/vnd.in-toto+json', is: { class: 'attestation' } },
  { type: `${oci}.layer.v1.tar`, is: { ...layer, family: 'oci', compression: 'none' } },
  { type: `${oci}.layer.v1.tar+gzip`, is: { ...layer, compression: 'gzip' } },
  { type: `${oci}.layer.v1.tar+zstd`, is: { ...layer, compression: 'zstd' } },
  { type: `${oci}.layer.v1.tar+lz4`, is: { ...layer, compression: null } },
  {
    type: `${oci}.layer.nondistributable.v1.tar+gzip`,
    is: { class: 'layer', compression: 'gzip', distributable: false },
  },
  { type: `${docker}.image.rootfs.diff.tar`, is: { ...layer, compression: 'none' } },
  { type: `${docker}.image.rootfs.diff.tar.gzip`, is: { ...layer, compression: 'gzip' } },
  { type: `${docker}.image.rootfs.diff.tar.zstd`, is: { ...layer, compression: 'zstd' } },
  {
    type: `${docker}.image.rootfs.foreign.diff.tar.gzip`,
    is: { class: 'layer', compression: 'gzip', distributable: false },
  },
  { type: 'application/wasm', is: { class: 'artifact', compression: null } },
  { type: '', is: { class: 'artifact' } },
])('$type is $is.class', ({ type, is }) => {
  expect(mediaTypeFacts(type)).toMatchObject(is)
})

test('guards agree with the class, whatever the letter case and parameters', () => {
  expect(isIndexType(' Application/vnd.oci.image.INDEX.v1+json ; charset=utf-8')).toBe(true)
  expect(isManifestType(`${oci}.manifest.v1+json`)).toBe(true)
  expect(isManifestType(`${oci}.index.v1+json`)).toBe(false)
  expect(isConfigType(`${oci}.config.v1+json`)).toBe(true)
  expect(isLayerType(`${oci}.layer.v1.tar`)).toBe(true)
  expect(isSchema1Type(`${docker}.distribution.manifest.v1+prettyjws`)).toBe(true)
})

test('strips parameters', () => {
  expect(stripParameters(' Application/JSON ; charset=utf-8')).toBe('application/json')
})

test('asks for indexes and manifests of both families, and never for schema 1', () => {
  expect(ACCEPT.filter(isIndexType)).toHaveLength(2)
  expect(ACCEPT.filter(isManifestType)).toHaveLength(2)
  expect(ACCEPT.filter(isSchema1Type)).toHaveLength(0)
  expect(MANIFEST_TYPES.filter(isSchema1Type)).toHaveLength(2)
})

test.each([
  { why: 'a known one', text: `${oci}.index.v1+json`, ok: true },
  { why: 'parameters', text: `${oci}.index.v1+json; charset=utf-8`, ok: false },
  { why: 'no slash', text: 'application', ok: false },
  { why: 'no subtype', text: 'application/', ok: false },
  { why: 'no type', text: '/json', ok: false },
  { why: 'a star', text: 'application/star.*', ok: false },
  { why: '127 characters', text: `application/${'a'.repeat(127)}`, ok: true },
  { why: '128 characters', text: `application/${'a'.repeat(128)}`, ok: false },
  { why: 'nothing', text: '', ok: false },
])('syntax with $why: $ok', ({ text, ok }) => {
  expect(isMediaType(text)).toBe(ok)
})
