/** What a media type stands for; `artifact` is anything this table does not know. */
export type MediaTypeClass =
  | 'index'
  | 'manifest'
  | 'schema1'
  | 'config'
  | 'layer'
  | 'empty'
  | 'attestation'
  | 'descriptor'
  | 'layout'
  | 'artifact'

export type Compression = 'none' | 'gzip' | 'zstd'

export type MediaTypeFacts = {
  class: MediaTypeClass
  family: 'oci' | 'docker' | 'other'
  /** of a layer; null when the suffix is unknown or the type is no layer */
  compression: Compression | null
  /** false for layers that may only be fetched from their `urls` */
  distributable: boolean
}

const OCI = 'application/vnd.oci'
const DOCKER = 'application/vnd.docker'

export const OCI_INDEX = `${OCI}.image.index.v1+json`
export const OCI_MANIFEST = `${OCI}.image.manifest.v1+json`
export const OCI_CONFIG = `${OCI}.image.config.v1+json`
export const OCI_EMPTY = `${OCI}.empty.v1+json`
export const OCI_LAYER = `${OCI}.image.layer.v1.tar`
export const DOCKER_INDEX = `${DOCKER}.distribution.manifest.list.v2+json`
export const DOCKER_MANIFEST = `${DOCKER}.distribution.manifest.v2+json`
export const DOCKER_CONFIG = `${DOCKER}.container.image.v1+json`
export const DOCKER_LAYER = `${DOCKER}.image.rootfs.diff.tar.gzip`
export const SCHEMA1 = `${DOCKER}.distribution.manifest.v1+json`
export const SCHEMA1_SIGNED = `${DOCKER}.distribution.manifest.v1+prettyjws`
export const IN_TOTO = 'application/vnd.in-toto+json'

/**
 * What our server always asks for, so that one reference has one answer.
 *
 * Index types stand first; schema 1 is left out, since a registry that is offered it may convert to it.
 *
 * @see distribution-spec v1.1.1, spec.md#pulling-manifests
 */
export const ACCEPT: readonly string[] = [OCI_INDEX, DOCKER_INDEX, OCI_MANIFEST, DOCKER_MANIFEST]

/** Manifest types a registry may answer with; anything else is refused or guessed, never echoed. */
export const MANIFEST_TYPES: readonly string[] = [...ACCEPT, SCHEMA1, SCHEMA1_SIGNED]

const EXACT = new Map<string, [MediaTypeClass, MediaTypeFacts['family']]>([
  [OCI_INDEX, ['index', 'oci']],
  [DOCKER_INDEX, ['index', 'docker']],
  [OCI_MANIFEST, ['manifest', 'oci']],
  [DOCKER_MANIFEST, ['manifest', 'docker']],
  [SCHEMA1, ['schema1', 'docker']],
  [SCHEMA1_SIGNED, ['schema1', 'docker']],
  [OCI_CONFIG, ['config', 'oci']],
  [DOCKER_CONFIG, ['config', 'docker']],
  [`${DOCKER}.plugin.v1+json`, ['artifact', 'docker']],
  [OCI_EMPTY, ['empty', 'oci']],
  [`${OCI}.descriptor.v1+json`, ['descriptor', 'oci']],
  [`${OCI}.layout.header.v1+json`, ['layout', 'oci']],
  [IN_TOTO, ['attestation', 'other']],
])

// OCI writes the compression after `+`, Docker after a dot.
const LAYER =
  /^application\/vnd\.(?:(oci)\.image\.layer\.(nondistributable\.)?v1\.tar(?:\+(.+))?|docker\.image\.rootfs\.(foreign\.)?diff\.tar(?:\.(.+))?)$/

/**
 * What a media type stands for; parameters and letter case do not matter.
 *
 * @see image-spec v1.1.1, media-types.md
 */
export function mediaTypeFacts(mediaType: string): MediaTypeFacts {
  const type = stripParameters(mediaType)
  const exact = EXACT.get(type)
  if (exact) {
    return { class: exact[0], family: exact[1], compression: null, distributable: true }
  }
  const layer = LAYER.exec(type)
  if (!layer) return { class: 'artifact', family: 'other', compression: null, distributable: true }
  const [, oci, nondistributable, ociSuffix, foreign, dockerSuffix] = layer
  return {
    class: 'layer',
    family: oci ? 'oci' : 'docker',
    compression: compressionOf(ociSuffix ?? dockerSuffix),
    distributable: !nondistributable && !foreign,
  }
}

export function mediaTypeClass(mediaType: string): MediaTypeClass {
  return mediaTypeFacts(mediaType).class
}

export function isIndexType(mediaType: string): boolean {
  return mediaTypeClass(mediaType) === 'index'
}

export function isManifestType(mediaType: string): boolean {
  return mediaTypeClass(mediaType) === 'manifest'
}

export function isConfigType(mediaType: string): boolean {
  return mediaTypeClass(mediaType) === 'config'
}

export function isLayerType(mediaType: string): boolean {
  return mediaTypeClass(mediaType) === 'layer'
}

export function isSchema1Type(mediaType: string): boolean {
  return mediaTypeClass(mediaType) === 'schema1'
}

// RFC 6838, section 4.2: 127 characters on each side, no parameters inside a descriptor.
const NAME = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}'
const SYNTAX = new RegExp(`^${NAME}/${NAME}$`)

/** Whether it may stand in a descriptor: no parameters. @see image-spec v1.1.1, descriptor.md#properties */
export function isMediaType(text: string): boolean {
  return SYNTAX.test(text)
}

/** `application/json` of ` Application/JSON; charset=utf-8`. */
export function stripParameters(mediaType: string): string {
  const semicolon = mediaType.indexOf(';')
  return (semicolon < 0 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase()
}

function compressionOf(suffix: string | undefined): Compression | null {
  if (suffix === undefined) return 'none'
  return suffix === 'gzip' || suffix === 'zstd' ? suffix : null
}
