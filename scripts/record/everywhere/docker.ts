import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Service, startService } from '../../../e2e/harness/tool.ts'
import type { Place } from '../../../lib/recordings/everywhere.ts'
import { startContainerd } from './containerd.ts'
import { emptyFolders, recordPlace } from './place.ts'
import { IMAGE, LAB } from './places.ts'

export type Engine = {
  /** of the place: `docker-26-containerd` */
  name: string
  /** below the recorder's programs: where its dockerd and docker are */
  bin: string
  daemon: Record<string, unknown>
  /** beside what every engine is asked */
  commands?: string[]
  /** where images lie beside /var/lib/docker/image */
  folders: string[]
}

const CONTAINERD_STORE = [
  '/var/lib/containerd/io.containerd.content.v1.content',
  '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs',
]
const CLASSIC_STORE = ['/var/lib/docker/image', '/var/lib/docker/overlay2']

export const ENGINES: Engine[] = [
  { name: 'docker-20', bin: 'docker-20', daemon: {}, folders: CLASSIC_STORE },
  { name: 'docker-26', bin: 'docker-26', daemon: {}, folders: CLASSIC_STORE },
  {
    name: 'docker-26-containerd',
    bin: 'docker-26',
    daemon: { features: { 'containerd-snapshotter': true } },
    folders: CONTAINERD_STORE,
  },
  {
    name: 'docker-29',
    bin: 'docker-29',
    daemon: {},
    commands: [
      'docker image ls --tree',
      `docker image inspect --platform linux/amd64 ${IMAGE}`,
      `docker save --platform linux/amd64 -o hello.amd64.tar ${IMAGE}`,
      'tar -tf hello.amd64.tar',
      `docker buildx imagetools inspect ${IMAGE}`,
    ],
    folders: CONTAINERD_STORE,
  },
  {
    name: 'docker-29-classic',
    bin: 'docker-29',
    daemon: { features: { 'containerd-snapshotter': false } },
    folders: CLASSIC_STORE,
  },
]

/** Starts an engine on empty folders, has it pull the image, and asks. */
export async function recordEngine(engine: Engine): Promise<Place> {
  const { name, bin, daemon, commands = [], folders } = engine
  const file = '/etc/docker/daemon.json'
  await writeFile(file, `${JSON.stringify(daemon, null, 2)}\n`)
  const host = 'unix:///run/docker/docker.sock'
  const path = `${join(LAB, 'bin', bin)}:${join(LAB, 'bin')}:${process.env.PATH}`
  const containerd = await startContainerd()
  let dockerd: Service | null = null
  try {
    await mkdir('/run/docker', { recursive: true })
    const flags = ['--host', host, '--containerd', '/run/containerd/containerd.sock']
    const network = [
      '--iptables=false',
      '--ip6tables=false',
      '--bridge=none',
      '--userland-proxy=false',
    ]
    dockerd = await startService('dockerd', [...flags, ...network], /API listen on/, {
      ...{ env: { PATH: path }, timeout: 60_000 },
    })
    return await recordPlace({
      name,
      tools: {
        'Docker Engine': "docker version --format '{{.Server.Version}}'",
        docker: 'docker --version',
        containerd: 'containerd --version',
        ...(bin === 'docker-29' && { buildx: 'docker buildx version' }),
      },
      configuration: [file],
      env: { PATH: path, DOCKER_HOST: host, DOCKER_CONFIG: join(LAB, 'bin', bin, 'config') },
      commands: [
        `docker pull ${IMAGE}`,
        'docker images',
        'docker images --digests --no-trunc',
        `docker image inspect ${IMAGE}`,
        `docker history --no-trunc ${IMAGE}`,
        `docker save -o hello.tar ${IMAGE}`,
        'tar -tf hello.tar',
        ...commands,
        "docker info --format '{{.Driver}} {{json .DriverStatus}}'",
        'ctr -n moby images ls',
        'ctr -n moby content ls',
        'ctr -n moby snapshots ls',
      ],
      folders,
      archives: ['hello.tar', ...(commands.length > 0 ? ['hello.amd64.tar'] : [])],
    })
  } finally {
    await dockerd?.stop()
    await containerd.stop()
    await emptyFolders('/var/lib/docker', '/run/docker', '/var/lib/containerd', '/run/containerd')
  }
}
