import { mkdir, readFile } from 'node:fs/promises'
import type { MessageJson } from '../../../lib/cri/message.ts'
import type { StreamTalk } from '../../../lib/recordings/cri.ts'
import type { CriClient } from './client.ts'
import { talkOver } from './stream.ts'

export type Lab = {
  client: CriClient
  /** where the kubelet would want its logs */
  logs: string
  /** of the image that the containers run */
  image: string
  /**
   * A picture of the machine, after the call before it.
   *
   * @param running waits for a process with these words
   */
  look(name: string, running?: string): Promise<void>
  /** what the runtime wrote for a sandbox or a container before it ran: its bundle */
  keepBundle(what: 'sandbox' | 'container', id: string): Promise<void>
  /** the process that a sandbox is; nothing where the runtime needs none */
  keepsSandbox?: string
  /** what a person sees beside it */
  crictl(...args: string[]): Promise<void>
}

const shell = (script: string) => ['/bin/busybox', 'sh', '-c', script]

/** Everything a kubelet asks for one pod, and what goes wrong, call by call. */
export async function converse(lab: Lab): Promise<{ talks: StreamTalk[]; log: string }> {
  const { client, image, look } = lab
  const { call } = client
  const talks: StreamTalk[] = []

  await call('Version', { version: 'v1' })
  await call('Status', { verbose: true })
  await call('RuntimeConfig', {})
  await call('ImageFsInfo', {})
  await call(
    'Version',
    { version: 'v1' },
    {
      says: 'a service that this runtime does not have',
      path: '/runtime.v1alpha2.RuntimeService/Version',
    },
  )
  const events = client.stream('GetContainerEvents', {})

  await call('ImageStatus', { image: { image } }, { says: 'an image that is not here yet' })
  await look('idle')
  await call(
    'PullImage',
    { image: { image: image.replace(/:[^:]*$/, ':missing') } },
    {
      says: 'a tag that the registry does not have',
    },
  )
  await call('PullImage', { image: { image } })
  await call('ImageStatus', { image: { image }, verbose: true })
  await call('ListImages', {})
  await look('image pulled')

  const pod = podConfig(lab)
  // as the kubelet does: a folder of the pod, one for each container
  for (const container of ['app', 'broken']) {
    await mkdir(`${pod.log_directory}/${container}`, { recursive: true })
  }
  await call(
    'RunPodSandbox',
    { config: pod, runtime_handler: 'no-such-handler' },
    {
      says: 'a runtime handler that is not configured',
    },
  )
  const sandbox = idIn(await call('RunPodSandbox', { config: pod }), 'pod_sandbox_id')
  await look('sandbox running', lab.keepsSandbox)
  await lab.keepBundle('sandbox', sandbox)
  await call('PodSandboxStatus', { pod_sandbox_id: sandbox, verbose: true })
  await call('ListPodSandbox', { filter: { state: { state: 'SANDBOX_READY' } } })

  const create = (config: MessageJson, says?: string) =>
    call(
      'CreateContainer',
      { pod_sandbox_id: sandbox, config, sandbox_config: pod },
      says ? { says } : {},
    )
  const app = containerConfig(image)
  await create(
    {
      ...app,
      metadata: { name: 'other' },
      image: { image: `${image}-other`, user_specified_image: `${image}-other` },
    },
    'an image that was not pulled',
  )
  const container = idIn(await create(app), 'container_id')
  await look('container created')
  await call('ContainerStatus', { container_id: container }, { says: 'created, not started' })
  await call('StartContainer', { container_id: container })
  // containerd writes it only now, CRI-O when the container was created
  await lab.keepBundle('container', container)
  await call('ContainerStatus', { container_id: container, verbose: true })
  await look('container running', 'busybox httpd')
  await call('ListContainers', { filter: { pod_sandbox_id: sandbox } })
  await lab.crictl('pods')
  await lab.crictl('ps')
  await lab.crictl('images', '--digests')

  const broken = { ...app, metadata: { name: 'broken' }, command: ['/no/such/program'], args: [] }
  // containerd makes the container and fails to start it; CRI-O has crun make it at once
  const says = 'a program that is not in the image'
  const bad = await create({ ...broken, log_path: 'broken/0.log' }, says)
  if (bad) {
    const id = idIn(bad, 'container_id')
    await call('StartContainer', { container_id: id }, { says })
    await call('ContainerStatus', { container_id: id }, { says: 'what is left of it' })
    await call('RemoveContainer', { container_id: id })
  }

  const exec = (script: string, timeout: string, says: string) =>
    call('ExecSync', { container_id: container, cmd: shell(script), timeout }, { says })
  await exec('hostname; cat /etc/resolv.conf; ps -o pid,args', '5', 'what the container sees')
  await exec('echo oops >&2; exit 7', '5', 'a command that fails: no error of the call')
  await exec('sleep 10', '1', 'a command that takes too long')
  await call('ContainerStats', { container_id: container })
  await call('PodSandboxStats', { pod_sandbox_id: sandbox })
  await call('UpdateContainerResources', {
    ...{ container_id: container, linux: { memory_limit_in_bytes: '134217728' } },
  })

  const streams = { stdin: true, stdout: true, stderr: true, tty: false }
  const execUrl = await call('Exec', {
    ...{ container_id: container, cmd: shell('read line; echo "got $line"; exit 3'), ...streams },
  })
  talks.push(await talkOver('Exec', String(execUrl?.url), [{ channel: 0, text: 'hello\n' }]))
  const attachUrl = await call('Attach', { container_id: container, ...streams, stderr: false })
  talks.push(await talkOver('Attach', String(attachUrl?.url), [{ channel: 0, text: 'ping\n' }], 1))
  const forwardUrl = await call('PortForward', { pod_sandbox_id: sandbox, port: [8080] })
  const asked = 'GET / HTTP/1.0\r\n\r\n'
  const forward = String(forwardUrl?.url)
  talks.push(await talkOver('PortForward', `${forward}?port=8080`, [{ channel: 0, text: asked }]))

  await call('StopContainer', { container_id: container, timeout: '5' })
  await call('ContainerStatus', { container_id: container }, { says: 'stopped' })
  await look('container stopped')
  const log = await readFile(`${pod.log_directory}/${app.log_path}`, 'utf8')
  await call('RemoveContainer', { container_id: container })
  await call('ContainerStatus', { container_id: container }, { says: 'a container that is gone' })
  await call('StopPodSandbox', { pod_sandbox_id: sandbox })
  await look('sandbox stopped')
  await call('RemovePodSandbox', { pod_sandbox_id: sandbox })
  await call('ListPodSandbox', {})
  await call('RemoveImage', { image: { image } })
  await look('all removed')
  events.close()
  return { talks, log }
}

function podConfig({ logs }: Lab): MessageJson {
  return {
    metadata: { name: 'web-0', uid: '5f1c7b1e-0000-4000-8000-000000000001', namespace: 'default' },
    hostname: 'web-0',
    log_directory: `${logs}/default_web-0`,
    dns_config: { servers: ['192.0.2.53'], searches: ['default.svc.cluster.local'] },
    labels: { 'io.kubernetes.pod.name': 'web-0', 'io.kubernetes.pod.namespace': 'default' },
    linux: {
      cgroup_parent: '/kubepods/burstable/pod5f1c7b1e',
      security_context: { namespace_options: { pid: 'CONTAINER' } },
    },
  }
}

const PROGRAM = `echo started
trap 'echo stopping; exit 0' TERM
mkdir -p /tmp/www && echo 'hello from the pod' >/tmp/www/index.html
busybox httpd -p 8080 -h /tmp/www
exec 3<&0
while read -r line; do echo "read $line"; done <&3 &
while :; do sleep 0.2; done`

function containerConfig(image: string): MessageJson {
  return {
    metadata: { name: 'app' },
    // CRI-O checks signatures by the name that the user wrote, and refuses without one
    image: { image, user_specified_image: image },
    command: ['/bin/busybox', 'sh', '-c'],
    args: [PROGRAM.replaceAll('busybox httpd', '/bin/busybox httpd')],
    working_dir: '/',
    envs: [{ key: 'GREETING', value: btoa('hello') }],
    labels: { 'io.kubernetes.container.name': 'app', 'io.kubernetes.pod.name': 'web-0' },
    log_path: 'app/0.log',
    stdin: true,
    linux: {
      resources: {
        ...{ cpu_period: '100000', cpu_quota: '50000', cpu_shares: '102' },
        ...{ memory_limit_in_bytes: '67108864', oom_score_adj: '999' },
      },
      security_context: {
        namespace_options: { pid: 'CONTAINER' },
        masked_paths: ['/proc/kcore', '/proc/keys'],
        readonly_paths: ['/proc/sys'],
        seccomp: { profile_type: 'RuntimeDefault' },
        capabilities: { drop_capabilities: ['NET_RAW'] },
        no_new_privs: true,
      },
    },
  }
}

function idIn(response: MessageJson | null, field: string): string {
  const id = response?.[field]
  if (typeof id !== 'string') throw new Error(`the runtime gave no ${field}`)
  return id
}
