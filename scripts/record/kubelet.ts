/**
 * Records a kubelet at work: every call it makes of containerd for one static pod with an init container,
 * probes, hooks, and a container that crashes and is started again.
 *
 *   node scripts/record/kubelet.ts           writes content/recordings/kubelet
 *   node scripts/record/kubelet.ts --check   records again and compares, writes nothing
 *
 * Needs root on Debian, Go, and the packages named in `tools`, which it installs.
 */
import { cp, mkdir, rm, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { runText, startService } from '../../e2e/harness/tool.ts'
import type { CriCall } from '../../lib/recordings/cri.ts'
import { type KubeletRecording, readKubelet } from '../../lib/recordings/kubelet.ts'
import type { RecordingFile } from '../../lib/recordings/recording.ts'
import { round } from './cri/client.ts'
import { BIN, enterNode, IMAGE, LAB, PAUSE, PORT, placePrograms, pushImages } from './cri/node.ts'
import { startRelay } from './cri/relay.ts'
import { startContainerd } from './cri/runtime.ts'
import { buildCommon, buildKubelet } from './cri/tools.ts'
import { needTools } from './debian.ts'
import { compareStructures } from './lab/compare.ts'
import { cgroupLayout, kernel, takeLab } from './lab/machine.ts'
import { buildContainerd, runcNeeds } from './lab/programs.ts'
import { until } from './lab/until.ts'

const OUT = join(LAB, 'out')
const target = join(import.meta.dirname, '../../content/recordings/kubelet')
const manifests = join(LAB, 'manifests')

/** Answers to questions that are asked again each second are kept so many times, then only counted. */
const KEPT = 3

const tools = [
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'umoci', package: 'umoci', version: ['--version'] },
  { command: 'strace', package: 'strace', version: ['--version'] },
  { command: 'busybox', package: 'busybox-static', version: ['--help'] },
  { command: 'iptables', package: 'iptables', version: ['--version'] },
  ...runcNeeds,
]

const POLLED =
  /^(List|Status$|Version$|ContainerStats|ImageFsInfo|PodSandboxStats|Stream|GetContainerEvents)/

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: demo
  namespace: default
spec:
  terminationGracePeriodSeconds: 5
  initContainers:
    - name: init
      image: ${IMAGE}
      command: [/bin/busybox, sh, -c, echo ready >/work/flag]
      volumeMounts: [{ name: work, mountPath: /work }]
  containers:
    - name: app
      image: ${IMAGE}
      command: [/bin/busybox, sh, -c]
      args:
        - trap 'echo ending; exit 0' TERM; while :; do /bin/busybox sleep 0.2; done
      resources: { limits: { cpu: 200m, memory: 64Mi } }
      livenessProbe:
        exec: { command: [/bin/busybox, test, -f, /work/flag] }
        initialDelaySeconds: 2
        periodSeconds: 5
      lifecycle:
        postStart: { exec: { command: [/bin/busybox, sh, -c, echo started >/work/post] } }
        preStop: { exec: { command: [/bin/busybox, sh, -c, echo stopping >/work/pre] } }
      volumeMounts: [{ name: work, mountPath: /work }]
    - name: crasher
      image: ${IMAGE}
      command: [/bin/busybox, sh, -c, /bin/busybox sleep 2; exit 3]
  volumes:
    - { name: work, emptyDir: {} }
`

const CONFIGURATION = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: ${manifests}
fileCheckFrequency: 1s
address: 127.0.0.1
healthzBindAddress: 127.0.0.1
containerRuntimeEndpoint: unix://${LAB}/relay.sock
cgroupDriver: cgroupfs
failCgroupV1: false
failSwapOn: false
makeIPTablesUtilChains: false
localStorageCapacityIsolation: false
enforceNodeAllocatable: []
oomScoreAdj: 0
resolvConf: ${LAB}/resolv.conf
volumePluginDir: ${LAB}/plugins
podLogsDir: ${LAB}/pods
authentication: { anonymous: { enabled: true }, webhook: { enabled: false } }
authorization: { mode: AlwaysAllow }
`

/** What the kubelet sets for the whole machine: here it writes into files of ours. */
const KNOBS = [
  ...['vm/overcommit_memory', 'vm/panic_on_oom', 'kernel/panic', 'kernel/panic_on_oops'],
  ...['kernel/keys/root_maxkeys', 'kernel/keys/root_maxbytes'],
]

if (process.argv.includes('--inside')) {
  await record().catch((error) => {
    console.error(error)
    process.exit(1)
  })
} else await main()

async function main(): Promise<void> {
  await needTools(tools)
  const programs = {
    ...(await buildCommon()),
    ...(await buildContainerd()),
    ...(await buildKubelet()),
  }
  const knobs = KNOBS.map((knob) => {
    const file = `${LAB}/knobs/${knob}`
    return `mkdir -p ${dirname(file)}; cat /proc/sys/${knob} >${file}; mount --bind ${file} /proc/sys/${knob}`
  })
  const { leave } = await takeLab('cri')
  try {
    await placePrograms(programs)
    await enterNode([import.meta.filename, '--inside'], knobs)
    if (process.argv.includes('--check')) await compare()
    else {
      await rm(target, { recursive: true, force: true })
      await cp(OUT, target, { recursive: true })
      console.log('written: content/recordings/kubelet')
    }
  } finally {
    await leave()
  }
}

async function record(): Promise<void> {
  for (const folder of ['registry', 'manifests', 'kubelet', 'plugins', 'pki']) {
    await mkdir(join(LAB, folder), { recursive: true })
  }
  await writeFile(join(LAB, 'resolv.conf'), 'nameserver 192.0.2.53\n')
  await writeFile(join(LAB, 'kubelet.yaml'), CONFIGURATION)
  const registry = await startRegistry('open', join(LAB, 'registry'), { registry: PORT })
  await pushImages(registry.host)
  const places = { lab: LAB, bin: BIN, registry: `127.0.0.1:${PORT}`, pause: PAUSE }
  const runtime = await startContainerd(places)
  const began = performance.timeOrigin + performance.now()
  const now = () => round(performance.timeOrigin + performance.now() - began)
  const relay = await startRelay(join(LAB, 'relay.sock'), runtime.socket, now)
  const flags = [
    ...['--config', join(LAB, 'kubelet.yaml'), '--root-dir', join(LAB, 'kubelet')],
    ...['--cert-dir', join(LAB, 'pki'), '--hostname-override', 'node-1', '--v', '2'],
  ]
  const kubelet = await startService(
    join(BIN, 'kubelet'),
    flags,
    /Started kubelet|Starting to sync/i,
    {
      timeout: 60_000,
    },
  ).catch((error) => {
    throw new Error(String(error).slice(-6000))
  })
  const count = (method: string, code = 'OK') =>
    relay.calls.filter((call) => call.method === method && call.status.code === code).length
  const marks: { name: string; ms: number }[] = []
  const mark = (name: string) => marks.push({ name, ms: now() })
  try {
    mark('the manifest is put there')
    await writeFile(join(manifests, 'demo.yaml'), POD)
    // the crashing container has been started a third time
    await until('the pod is up', () => count('StartContainer') >= 5, 120_000)
    await until('a probe was made', () => count('ExecSync') >= 3, 60_000)
    mark('the manifest is taken away')
    await unlink(join(manifests, 'demo.yaml'))
    await until('the pod was stopped', () => count('StopPodSandbox') >= 1, 90_000)
    await until('the pod was removed', () => count('RemovePodSandbox') >= 1, 180_000)
    mark('the end')
  } catch (error) {
    console.error(kubelet.output().slice(-6000))
    throw error
  }
  process.kill(kubelet.child.pid ?? 0, 'SIGTERM')
  await mkdir(OUT)
  const { calls, left } = thin(relay.calls)
  const lines = (items: object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('')
  await writeFile(join(OUT, 'calls.ndjson'), lines(calls))
  await writeFile(join(OUT, 'marks.ndjson'), lines(marks))
  await writeFile(join(OUT, 'pod.yaml'), POD)
  await writeFile(join(OUT, 'kubelet.yaml'), CONFIGURATION)
  const about: RecordingFile = {
    kind: 'cri',
    reference: 'kubelet',
    observedAt: new Date().toISOString(),
    tools: {
      kubelet: await runText(join(BIN, 'kubelet'), ['--version']),
      ...runtime.versions,
    },
    script: 'scripts/record/kubelet.ts',
    commands: [[join(BIN, 'kubelet'), ...flags].join(' ')],
    kernel: kernel(),
    cgroups: cgroupLayout(),
    emulated: false,
    edits: [
      `Questions that the kubelet repeats are kept ${KEPT} times each; left out: ${left}.`,
      'What the kubelet writes to /proc/sys went to files of the recorder.',
    ],
    omittedBlobs: [],
  }
  await writeFile(join(OUT, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
  process.exit(0)
}

/** All calls that change something, and the first few of each that only asks. */
function thin(calls: CriCall[]): { calls: CriCall[]; left: string } {
  const seen = new Map<string, number>()
  const kept = calls.filter(({ method }) => {
    const times = (seen.get(method) ?? 0) + 1
    seen.set(method, times)
    return !POLLED.test(method) || times <= KEPT
  })
  const left = [...seen]
    .filter(([method, times]) => POLLED.test(method) && times > KEPT)
    .map(([method, times]) => `${method} ${times - KEPT}`)
  return { calls: kept, left: left.join(', ') }
}

async function compare(): Promise<void> {
  const [was, is] = [await readKubelet(), await readKubelet(OUT)]
  compareStructures('kubelet', structureOf(was), structureOf(is))
}

/**
 * What must come out the same: which calls change something, in the order of their first time, and each
 * container that was created. How often the crashing one is started again depends on the time it takes,
 * and so does what a question about a container that is going meets.
 */
function structureOf({ calls, marks }: KubeletRecording): Record<string, unknown> {
  const asks = ({ method }: CriCall) => POLLED.test(method) || method.endsWith('Status')
  const changing = calls.filter((call) => !asks(call))
  const created = calls
    .filter(({ method }) => method === 'CreateContainer')
    .map(({ request }) => (request.json.config as { metadata: { name: string } }).metadata.name)
  return {
    calls: [...new Set(changing.map(({ method, status }) => `${method} ${status.code}`))],
    asked: [...new Set(calls.filter(asks).map(({ method }) => method))].sort(),
    created: [...new Set(created)],
    marks: marks.map(({ name }) => name),
  }
}
