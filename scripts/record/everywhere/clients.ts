import type { PlaceSpec } from './place.ts'
import { HOST, IMAGE, LAB, REPOSITORY } from './places.ts'

const ACCEPT = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'

/** What the registry answers, and how it keeps the image. */
export function registry(digests: { manifest: string; config: string; layer: string }): PlaceSpec {
  const at = `http://${HOST}/v2/${REPOSITORY}`
  const curl = (flags: string, path: string) =>
    ['curl -sS', flags, `${at}/${path}`].filter(Boolean).join(' ')
  const accept = `-H 'Accept: ${ACCEPT}'`
  return {
    name: 'registry',
    tools: { registry: 'registry --version', curl: 'curl --version' },
    configuration: [`${LAB}/registry/registry.yml`],
    commands: [
      curl(`-I ${accept}`, 'manifests/1.0'),
      curl(accept, 'manifests/1.0'),
      curl(`-I ${accept}`, `manifests/${digests.manifest}`),
      curl(accept, `manifests/${digests.manifest}`),
      curl('-I', `blobs/${digests.config}`),
      curl('-I', `blobs/${digests.layer}`),
      curl('', 'tags/list'),
    ],
    folders: ['/var/lib/registry/docker/registry/v2'],
  }
}

export const crane: PlaceSpec = {
  name: 'crane',
  tools: { crane: 'crane version' },
  commands: [
    `crane digest ${IMAGE}`,
    `crane digest --platform linux/amd64 ${IMAGE}`,
    `crane manifest ${IMAGE}`,
    `crane config --platform linux/amd64 ${IMAGE}`,
    `crane pull --format=oci ${IMAGE} layout`,
    `crane pull --platform linux/amd64 ${IMAGE} hello.tar`,
    `crane pull --format=legacy --platform linux/amd64 ${IMAGE} hello.legacy.tar`,
    'tar -tf hello.tar',
    'tar -tf hello.legacy.tar',
  ],
  folders: ['layout'],
  archives: ['hello.tar', 'hello.legacy.tar'],
}

export const skopeo: PlaceSpec = {
  name: 'skopeo',
  tools: { skopeo: 'skopeo --version' },
  commands: [
    `skopeo inspect --tls-verify=false docker://${IMAGE}`,
    `skopeo inspect --tls-verify=false --raw docker://${IMAGE}`,
    `skopeo inspect --tls-verify=false --config docker://${IMAGE}`,
    `skopeo copy --quiet --all --src-tls-verify=false docker://${IMAGE} oci:layout:1.0`,
    `skopeo copy --quiet --src-tls-verify=false docker://${IMAGE} oci:one-platform:1.0`,
    `skopeo copy --quiet --src-tls-verify=false docker://${IMAGE} dir:folder`,
    `skopeo copy --quiet --src-tls-verify=false docker://${IMAGE} docker-archive:hello.tar:${IMAGE}`,
    'tar -tf hello.tar',
  ],
  folders: ['layout', 'one-platform', 'folder'],
  archives: ['hello.tar'],
}

/** Podman and Buildah keep one store together. */
export const podman: PlaceSpec = {
  name: 'podman',
  tools: { podman: 'podman --version', buildah: 'buildah --version' },
  commands: [
    `podman pull --tls-verify=false ${IMAGE}`,
    'podman images',
    'podman images --digests --no-trunc',
    `podman image inspect ${IMAGE}`,
    `podman image tree ${IMAGE}`,
    'buildah images --digests --no-trunc',
    `podman save --quiet -o hello.tar ${IMAGE}`,
    `podman save --quiet --format oci-archive -o hello.oci.tar ${IMAGE}`,
    'tar -tf hello.tar',
    'tar -tf hello.oci.tar',
  ],
  folders: ['/var/lib/containers/storage'],
  archives: ['hello.tar', 'hello.oci.tar'],
}
