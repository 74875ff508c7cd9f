import type { Meaning } from './model'

/** How we know what a tool prints. */
export type Evidence =
  /** run by us on the recorded image: content/recordings/hello-where-printed */
  | { how: 'run'; tool: string; date: string }
  /** not run by us: what its own project says or its own source does */
  | { how: 'read'; tool: string; date: string; source: string; url: string }

export type ToolRow = {
  /** as typed, `<image>` for the reference */
  command: string
  /** which column, line or field of what it prints; the tool's own spelling */
  field: string
  meaning: Meaning
  evidence: Evidence
}

export type ToolGroup = 'classic' | 'containerd' | 'node' | 'registry'

const RUN = '2026-11-24'
const docker: Evidence = { how: 'run', tool: 'Docker Engine 20.10.24', date: RUN }
const containerd: Evidence = { how: 'run', tool: 'containerd 1.6.20', date: RUN }
const skopeo: Evidence = { how: 'run', tool: 'skopeo 1.9.3', date: RUN }
const crane: Evidence = { how: 'run', tool: 'crane 0.20.7', date: RUN }
const store: Evidence = {
  how: 'read',
  tool: 'Docker Engine 26.1.0',
  date: '2024-10-10',
  source: 'docker/cli #5526',
  url: 'https://github.com/docker/cli/issues/5526',
}
const fresh: Evidence = {
  how: 'read',
  tool: 'Docker Engine 29.1',
  date: '2026-02-18',
  source: 'microsoft/component-detection #1633',
  url: 'https://github.com/microsoft/component-detection/pull/1633',
}
const nerdctl: Evidence = {
  how: 'read',
  tool: 'nerdctl 1.7.6',
  date: '2024-05-16',
  source: 'containerd/nerdctl #3011',
  url: 'https://github.com/containerd/nerdctl/issues/3011',
}

/**
 * Where each tool prints which digest.
 *
 * `crictl` prints fields of the CRI answers; those answers were recorded, crictl itself was not run.
 */
export const TOOLS: Record<ToolGroup, readonly ToolRow[]> = {
  classic: [
    { command: 'docker pull <image>', field: 'Digest:', meaning: 'top', evidence: docker },
    { command: 'docker images', field: 'IMAGE ID', meaning: 'config', evidence: docker },
    { command: 'docker images --digests', field: 'DIGEST', meaning: 'top', evidence: docker },
    { command: 'docker image inspect <image>', field: 'Id', meaning: 'config', evidence: docker },
    {
      command: 'docker image inspect <image>',
      field: 'RepoDigests',
      meaning: 'top',
      evidence: docker,
    },
    {
      command: 'docker image inspect <image>',
      field: 'RootFS.Layers',
      meaning: 'diffIds',
      evidence: docker,
    },
  ],
  containerd: [
    { command: 'docker images', field: 'IMAGE ID', meaning: 'top', evidence: store },
    { command: 'docker image inspect <image>', field: 'Id', meaning: 'top', evidence: fresh },
  ],
  node: [
    { command: 'ctr images ls', field: 'DIGEST', meaning: 'top', evidence: containerd },
    { command: 'ctr snapshots ls', field: 'KEY', meaning: 'chainIds', evidence: containerd },
    {
      command: 'crictl images, inspecti',
      field: 'CRI Image.id',
      meaning: 'config',
      evidence: containerd,
    },
    {
      command: 'crictl images --digests, inspecti',
      field: 'CRI Image.repo_digests',
      meaning: 'top',
      evidence: containerd,
    },
    {
      command: 'crictl pull <image>',
      field: 'CRI image_ref',
      meaning: 'config',
      evidence: containerd,
    },
    { command: 'nerdctl images', field: 'IMAGE ID', meaning: 'top', evidence: nerdctl },
  ],
  registry: [
    { command: 'crane digest <image>', field: '', meaning: 'top', evidence: crane },
    {
      command: 'crane digest --platform linux/amd64 <image>',
      field: '',
      meaning: 'manifest',
      evidence: crane,
    },
    {
      command: 'skopeo inspect docker://<image>',
      field: 'Digest',
      meaning: 'top',
      evidence: skopeo,
    },
    {
      command: 'skopeo inspect docker://<image>',
      field: 'Layers',
      meaning: 'layers',
      evidence: skopeo,
    },
  ],
}
