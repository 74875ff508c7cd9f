import type { Graft } from '../../components/panels/image/prepare.ts'
import type { Catalogue } from '../../lib/content/fields.ts'
import type { ForeignKind } from '../../lib/oci/recognise.ts'
import { envelope } from './artifact-envelope.ts'
import { statement } from './artifact-statement.ts'
import { criContainer } from './cri/container.ts'
import { criImage } from './cri/image.ts'
import { criSandbox } from './cri/sandbox.ts'
import { dockerContainer } from './docker/container.ts'
import { dockerArchiveList, dockerImage, layoutMark, runtimeState } from './docker/image.ts'
import { runtimeConfig } from './runtime/config.ts'

/** The catalogues of documents that no registry holds. */
export const openCatalogues: Partial<Record<ForeignKind, Catalogue>> = {
  'runtime-config': runtimeConfig,
  'runtime-state': runtimeState,
  'cri-container': criContainer,
  'cri-sandbox': criSandbox,
  'cri-image': criImage,
  'docker-container': dockerContainer,
  'docker-image': dockerImage,
  'docker-archive': dockerArchiveList,
  layout: layoutMark,
  statement,
  envelope,
}

/** Documents that others hold whole: explained once, where they are at home. */
export const grafts: readonly Graft[] = [
  { in: 'cri-container', at: '/info/runtimeSpec', of: 'runtime-config', from: '' },
  { in: 'cri-sandbox', at: '/info/runtimeSpec', of: 'runtime-config', from: '' },
  { in: 'cri-image', at: '/info/imageSpec', of: 'config', from: '' },
  {
    in: 'cri-sandbox',
    at: '/info/sandboxMetadata/Metadata/Config',
    of: 'cri-sandbox',
    from: '/info/config',
  },
  {
    in: 'cri-sandbox',
    at: '/info/sandboxMetadata/Metadata/CNIResult',
    of: 'cri-sandbox',
    from: '/info/cniResult',
  },
  { in: 'docker-container', at: '/*/Config', of: 'config', from: '/config' },
  { in: 'docker-image', at: '/*/Config', of: 'config', from: '/config' },
  { in: 'docker-image', at: '/*/ContainerConfig', of: 'config', from: '/container_config' },
]
