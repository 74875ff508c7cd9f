import type { Shape } from './shape.ts'

/** image-spec v1.1.1, image-index.md#image-index-property-descriptions */
const PLATFORM: Shape = {
  fields: {
    architecture: 'string',
    os: 'string',
    'os.version': 'string',
    'os.features': { items: 'string' },
    variant: 'string',
    // Docker's manifest list has CPU features; OCI reserves the name.
    features: { items: 'string' },
  },
  required: ['architecture', 'os'],
}

/** image-spec v1.1.1, descriptor.md#properties */
export const DESCRIPTOR: Shape = {
  fields: {
    mediaType: 'media-type',
    digest: 'digest',
    size: 'size',
    urls: { items: 'uri' },
    annotations: 'string-map',
    data: 'base64',
    artifactType: 'media-type',
    platform: PLATFORM,
  },
  required: ['mediaType', 'digest', 'size'],
}

/** image-spec v1.1.1, image-index.md */
export const INDEX: Shape = {
  fields: {
    schemaVersion: 'schema-version',
    mediaType: 'media-type',
    artifactType: 'media-type',
    manifests: { items: DESCRIPTOR },
    subject: DESCRIPTOR,
    annotations: 'string-map',
  },
  required: ['schemaVersion', 'manifests'],
}

/** image-spec v1.1.1, manifest.md */
export const MANIFEST: Shape = {
  fields: {
    schemaVersion: 'schema-version',
    mediaType: 'media-type',
    artifactType: 'media-type',
    config: DESCRIPTOR,
    layers: { items: DESCRIPTOR },
    subject: DESCRIPTOR,
    annotations: 'string-map',
  },
  required: ['schemaVersion', 'config', 'layers'],
}

/** Docker's own fields, which the image spec keeps free or builders still write. */
const DOCKER_RUN: Shape['fields'] = {
  Hostname: 'string',
  Domainname: 'string',
  AttachStdin: 'boolean',
  AttachStdout: 'boolean',
  AttachStderr: 'boolean',
  Tty: 'boolean',
  OpenStdin: 'boolean',
  StdinOnce: 'boolean',
  PublishAllPorts: 'boolean',
  NetworkDisabled: 'boolean',
  MacAddress: 'string',
  Image: 'string',
  PortSpecs: 'any',
  OnBuild: 'any',
  Shell: { orNull: { items: 'string' } },
  StopTimeout: 'integer',
}

/** image-spec v1.1.1, config.md#properties */
export const CONFIG: Shape = {
  fields: {
    created: 'date-time',
    author: 'string',
    architecture: 'string',
    os: 'string',
    'os.version': 'string',
    'os.features': { items: 'string' },
    variant: 'string',
    config: {
      fields: {
        User: 'string',
        ExposedPorts: { orNull: { values: { fields: {} } } },
        Env: { orNull: { items: 'environment' } },
        Entrypoint: { orNull: { items: 'string' } },
        Cmd: { orNull: { items: 'string' } },
        Volumes: { orNull: { values: { fields: {} } } },
        WorkingDir: 'string',
        Labels: { orNull: 'string-map' },
        StopSignal: 'string',
        ArgsEscaped: 'boolean',
        Memory: 'integer',
        MemorySwap: 'integer',
        CpuShares: 'integer',
        Healthcheck: 'any',
        ...DOCKER_RUN,
      },
    },
    rootfs: {
      fields: { type: 'string', diff_ids: { items: 'digest' } },
      required: ['type', 'diff_ids'],
    },
    history: {
      items: {
        fields: {
          created: 'date-time',
          author: 'string',
          created_by: 'string',
          comment: 'string',
          empty_layer: 'boolean',
        },
      },
    },
    // Docker's, moby image/spec/v1.2.md; builders before BuildKit wrote them into every config.
    id: 'string',
    parent: 'string',
    checksum: 'string',
    container: 'string',
    container_config: 'any',
    docker_version: 'string',
    Size: 'integer',
    throwaway: 'boolean',
    'moby.buildkit.buildinfo.v1': 'any',
    'moby.buildkit.cache.v0': 'any',
  },
  required: ['architecture', 'os', 'rootfs'],
}

/** distribution v2.8.3, docs/spec/manifest-v2-1.md */
export const SCHEMA1: Shape = {
  fields: {
    schemaVersion: 'integer',
    mediaType: 'media-type',
    name: 'string',
    tag: 'string',
    architecture: 'string',
    fsLayers: { items: { fields: { blobSum: 'digest' }, required: ['blobSum'] } },
    history: { items: { fields: { v1Compatibility: 'string' }, required: ['v1Compatibility'] } },
    signatures: { items: 'any' },
  },
  required: ['schemaVersion', 'fsLayers', 'history'],
}
