import type { Meaning } from './model'

/** A name that looks like one of the image's and is the tool's own. */
export type Own = 'cacheId' | 'storageLayer' | 'v1Id'

export type ToolRow = {
  /** as typed, `<image>` for the reference */
  command: string
  /** which column, line or field of what it prints; the tool's own spelling, empty for all of it */
  field: string
  meaning: Meaning | Own
  /** those of the group's programs that this is true of, if not of all */
  only?: readonly string[]
}

export type ToolGroup = 'classic' | 'containerd' | 'node' | 'storage' | 'registry'

/** When all was run, on the recorded image: content/recordings/hello-everywhere. */
export const RAN = '2026-11-26'

/** Programs of each group with their versions, as that recording has them. */
export const PROGRAMS: Record<ToolGroup, readonly string[]> = {
  classic: ['Docker Engine 20.10.24', 'Docker Engine 26.1.5', 'moby 2.0.0-beta.24'],
  containerd: ['Docker Engine 26.1.5', 'moby 2.0.0-beta.24'],
  node: ['containerd 2.4.2', 'crictl 1.37.0', 'nerdctl 2.2.2'],
  storage: ['CRI-O 1.36.3', 'crictl 1.37.0', 'Podman 5.8.6', 'Buildah 1.43.2'],
  registry: ['distribution 3.1.2', 'crane 0.22.1', 'skopeo 1.22.0', 'buildx 0.38.2'],
}

/** Where each tool prints which digest; rows of one command stand together. */
export const TOOLS: Record<ToolGroup, readonly ToolRow[]> = {
  classic: [
    { command: 'docker pull <image>', field: 'Digest:', meaning: 'top' },
    { command: 'docker images', field: 'IMAGE ID', meaning: 'config' },
    { command: 'docker images --digests', field: 'DIGEST', meaning: 'top' },
    { command: 'docker image inspect <image>', field: 'Id', meaning: 'config' },
    { command: 'docker image inspect <image>', field: 'RepoDigests', meaning: 'top' },
    { command: 'docker image inspect <image>', field: 'RootFS.Layers', meaning: 'diffIds' },
    { command: 'docker image inspect <image>', field: 'GraphDriver.Data', meaning: 'cacheId' },
    { command: 'docker save <image>', field: 'manifest.json: Config', meaning: 'config' },
    {
      ...{ command: 'docker save <image>', field: 'manifest.json: Layers', meaning: 'diffIds' },
      only: ['Docker Engine 26.1.5', 'moby 2.0.0-beta.24'],
    },
    {
      ...{ command: 'docker save <image>', field: 'manifest.json: Layers', meaning: 'v1Id' },
      only: ['Docker Engine 20.10.24'],
    },
  ],
  containerd: [
    { command: 'docker pull <image>', field: 'Digest:', meaning: 'top' },
    { command: 'docker images', field: 'IMAGE ID', meaning: 'top' },
    { command: 'docker images --digests', field: 'DIGEST', meaning: 'top' },
    {
      ...{ command: 'docker image ls --tree', field: 'ID, linux/amd64', meaning: 'manifest' },
      only: ['moby 2.0.0-beta.24'],
    },
    { command: 'docker image inspect <image>', field: 'Id', meaning: 'top' },
    { command: 'docker image inspect <image>', field: 'RepoDigests', meaning: 'top' },
    { command: 'docker image inspect <image>', field: 'RootFS.Layers', meaning: 'diffIds' },
    {
      command: 'docker image inspect --platform linux/amd64 <image>',
      ...{ field: 'Id', meaning: 'manifest', only: ['moby 2.0.0-beta.24'] },
    },
    { command: 'docker save <image>', field: 'manifest.json: Config', meaning: 'config' },
    { command: 'docker save <image>', field: 'manifest.json: Layers', meaning: 'layers' },
  ],
  node: [
    { command: 'ctr images ls', field: 'DIGEST', meaning: 'top' },
    { command: 'ctr snapshots ls', field: 'KEY', meaning: 'chainIds' },
    { command: 'crictl images', field: 'IMAGE ID', meaning: 'config' },
    { command: 'crictl images --digests', field: 'DIGEST', meaning: 'top' },
    { command: 'crictl inspecti <image>', field: 'status.id', meaning: 'config' },
    { command: 'crictl inspecti <image>', field: 'status.repoDigests', meaning: 'top' },
    { command: 'crictl inspecti <image>', field: 'info.chainID', meaning: 'topChainId' },
    { command: 'crictl pull <image>', field: 'Image is up to date for', meaning: 'config' },
    { command: 'nerdctl images', field: 'IMAGE ID', meaning: 'top' },
    { command: 'nerdctl images --digests', field: 'DIGEST', meaning: 'top' },
    { command: 'nerdctl image inspect <image>', field: 'Id', meaning: 'config' },
    { command: 'nerdctl image inspect <image>', field: 'RepoDigests', meaning: 'top' },
    { command: 'nerdctl image inspect <image>', field: 'RootFS.Layers', meaning: 'diffIds' },
    {
      command: 'nerdctl image inspect --mode=native <image>',
      ...{ field: 'Image.Target.digest', meaning: 'top' },
    },
    {
      command: 'nerdctl image inspect --mode=native <image>',
      ...{ field: 'ManifestDesc.digest', meaning: 'manifest' },
    },
    { command: 'nerdctl save <image>', field: 'manifest.json: Config', meaning: 'config' },
    { command: 'nerdctl save <image>', field: 'manifest.json: Layers', meaning: 'layers' },
  ],
  storage: [
    { command: 'crictl images', field: 'IMAGE ID', meaning: 'config' },
    { command: 'crictl images --digests', field: 'DIGEST', meaning: 'manifest' },
    { command: 'podman images', field: 'IMAGE ID', meaning: 'config' },
    { command: 'podman images --digests', field: 'DIGEST', meaning: 'top' },
    { command: 'podman image inspect <image>', field: 'Id', meaning: 'config' },
    { command: 'podman image inspect <image>', field: 'Digest', meaning: 'manifest' },
    { command: 'podman image inspect <image>', field: 'RootFS.Layers', meaning: 'diffIds' },
    {
      command: 'podman image inspect <image>',
      ...{ field: 'GraphDriver.Data', meaning: 'storageLayer' },
    },
    { command: 'podman save <image>', field: 'manifest.json: Layers', meaning: 'diffIds' },
    { command: 'buildah images', field: 'IMAGE ID', meaning: 'config' },
  ],
  registry: [
    {
      command: 'curl -I …/manifests/<tag>',
      ...{ field: 'Docker-Content-Digest:', meaning: 'top' },
    },
    { command: 'crane digest <image>', field: '', meaning: 'top' },
    {
      command: 'crane digest --platform linux/amd64 <image>',
      ...{ field: '', meaning: 'manifest' },
    },
    { command: 'skopeo inspect docker://<image>', field: 'Digest', meaning: 'top' },
    { command: 'skopeo inspect docker://<image>', field: 'Layers', meaning: 'layers' },
    { command: 'docker buildx imagetools inspect <image>', field: 'Digest:', meaning: 'top' },
  ],
}
