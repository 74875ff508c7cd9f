import type { Descriptor, DescriptorEntry } from './descriptor.ts'
import { readDescriptor, readDescriptors, stringMap } from './descriptor.ts'
import type { DecodedDocument } from './document.ts'

/** An OCI image manifest or Docker schema 2 manifest, as far as it can be read. image-spec v1.1.1, manifest.md */
export type Manifest = {
  /** null only when what stands there is no descriptor */
  config: Descriptor | null
  /** base first */
  layers: DescriptorEntry[]
  artifactType: string | null
  /** the manifest this one is about */
  subject: Descriptor | null
  annotations: Record<string, string>
}

/** Reads a manifest; anything else gives one without config and layers. */
export function readManifest({ value }: Pick<DecodedDocument, 'value'>): Manifest {
  return {
    config: readDescriptor(value.config),
    layers: readDescriptors(value.layers, '/layers'),
    artifactType: typeof value.artifactType === 'string' ? value.artifactType : null,
    subject: readDescriptor(value.subject),
    annotations: stringMap(value.annotations) ?? {},
  }
}

/** Bytes a client downloads for the layers, each digest once. */
export function layersSize(manifest: Manifest): number {
  const sizes = new Map(
    manifest.layers.map(({ descriptor }) => [descriptor.digest, descriptor.size]),
  )
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}
