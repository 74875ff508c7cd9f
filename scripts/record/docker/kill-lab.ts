import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { KillTrial, Printed } from '../../../lib/recordings/engine.ts'
import { until } from '../lab/until.ts'
import { type Daemon, endDaemon, startContainerd, startDockerd } from './daemons.ts'
import { isThere, type Processes, processes, settled, type, typeAll } from './look.ts'
import { DAEMON, GATE, IMAGE, PROGRAM } from './places.ts'
import { readPrograms } from './programs.ts'

type Plan = Pick<KillTrial, 'name' | 'killed'> & Partial<Pick<KillTrial, 'liveRestore' | 'signal'>>
type Moment = KillTrial['moments'][number]

const PLANS: Plan[] = [
  { name: 'dockerd is killed', killed: ['dockerd'] },
  { name: 'dockerd is killed, with live-restore', killed: ['dockerd'], liveRestore: true },
  { name: 'dockerd is told to end', killed: ['dockerd'], signal: 'SIGTERM' },
  {
    ...{ name: 'dockerd is told to end, with live-restore', killed: ['dockerd'] },
    ...{ signal: 'SIGTERM', liveRestore: true },
  },
  { name: 'containerd is killed', killed: ['containerd'] },
  { name: 'containerd is killed, with live-restore', killed: ['containerd'], liveRestore: true },
  {
    name: 'both daemons are killed, with live-restore',
    killed: ['dockerd', 'containerd'],
    liveRestore: true,
  },
  { name: 'the shim is killed', killed: ['shim'] },
  { name: 'containerd is killed, then the shim', killed: ['containerd', 'shim'] },
  { name: 'the container’s process is killed', killed: ['workload'] },
  { name: 'runc is killed while it creates', killed: ['runc'] },
]

const ASKED = [
  "docker ps --all --format '{{.Names}}: {{.State}}, {{.Status}}'",
  'ctr --namespace moby tasks ls',
  'docker exec demo /bin/busybox echo here',
]
const RUN = `docker run --detach --name demo --network none ${IMAGE} sh -c '${PROGRAM}'`

type Clock = { began: number; now(): number }

/** Each part of the engine is killed once, with a container of its own. */
export async function killAll(clock: Clock, held: string): Promise<KillTrial[]> {
  const trials: KillTrial[] = []
  for (const plan of PLANS) {
    console.log(plan.name)
    trials.push(await killOne({ liveRestore: false, signal: 'SIGKILL', ...plan }, clock, held))
  }
  return trials
}

async function killOne(plan: Required<Plan>, clock: Clock, held: string): Promise<KillTrial> {
  const daemons = {
    containerd: await startContainerd(),
    dockerd: await startDockerd(plan.liveRestore, held),
  }
  const { workload, running, release } = plan.killed.includes('runc')
    ? await holdCreate()
    : await runDemo()
  const moments: Moment[] = []
  const look = async (name: Moment['name'], seen: Processes, printed: Printed[]) => {
    moments.push({ name, ms: clock.now(), processes: seen, alive: isThere(workload), printed })
  }
  await look('before', await settled(), running ? [] : await typeAll(ASKED))

  const from = clock.now()
  const logs = Object.values(daemons).map(({ name, service }) => {
    return { by: name, before: service.output().length, output: service.output }
  })
  for (const part of plan.killed) {
    if (part === 'dockerd' || part === 'containerd') await endDaemon(daemons[part], plan.signal)
    else await killProcess(pidOf(part, workload), plan.signal)
  }
  const left = await settled()
  // before anything is asked: to ask changes what is left
  const alive = isThere(workload)
  const answered = running ? [await running] : []
  moments.push({
    ...{ name: 'left', ms: clock.now(), processes: left, alive },
    printed: [...answered, ...(await typeAll(ASKED))],
  })

  let restarted = false
  for (const name of ['containerd', 'dockerd'] as const) {
    if (!plan.killed.includes(name)) continue
    const daemon: Daemon =
      name === 'containerd' ? await startContainerd() : await startDockerd(plan.liveRestore, held)
    daemons[name] = daemon
    logs.push({ by: name, before: 0, output: daemon.service.output })
    restarted = true
  }
  if (restarted) {
    await untilDockerdHears()
    await look('restarted', await settled(), await typeAll(ASKED))
  }
  // dockerd alone waits ten seconds for an end that nobody tells it
  const removed = await type('docker rm --force demo', DAEMON, 60_000)
  await look('removed', await settled(), [removed])

  const programs = await readPrograms(clock.began, from)
  const said = logs.flatMap(({ by, before, output }) => {
    const lines = output().slice(before).split('\n')
    const warned = lines.filter(
      (line) => /level=(?:warning|error)/.test(line) && !line.includes(ASKED_BY_US),
    )
    return warned.map((line) => ({ by, line }))
  })
  await release()
  await endDaemon(daemons.dockerd, 'SIGTERM')
  await endDaemon(daemons.containerd, 'SIGTERM')
  for (const { pid } of processes()) await killProcess(pid, 'SIGKILL')
  return { ...plan, workload, moments, programs, said }
}

/** What dockerd says of our question below, while it does not hear containerd. */
const ASKED_BY_US = 'failed to retrieve containerd version'

/** dockerd tries again at longer and longer intervals; it names containerd's version once it hears it. */
async function untilDockerdHears(): Promise<void> {
  const ask = "docker version --format '{{range .Server.Components}}{{.Name}} {{end}}'"
  for (let tries = 0; tries < 240; tries += 1) {
    if ((await type(ask)).stdout.includes('containerd')) return
    await setTimeout(250)
  }
  throw new Error('dockerd does not hear containerd after a minute')
}

type Begun = { workload: number; running: Promise<Printed> | null; release(): Promise<void> }

async function runDemo(): Promise<Begun> {
  const { exit, stderr } = await type(RUN)
  if (exit !== 0) throw new Error(`${RUN}: ${stderr}`)
  const { stdout } = await type("docker inspect --format '{{.State.Pid}}' demo")
  await until('the program runs', () => processes().some(({ command }) => command[1] === 'sleep'))
  return { workload: Number(stdout), running: null, release: async () => {} }
}

/** `runc create` waits in a hook: what is to be the container's process is there, and waits too. */
async function holdCreate(): Promise<Begun> {
  const running = type(RUN.replace('--detach', '--detach --runtime held'))
  const init = () => processes().find(({ command }) => command.at(-1) === 'init')
  const hook = () => processes().find(({ command }) => command.join(' ').includes(GATE))
  await until('runc waits in a hook', () => Boolean(init() && hook()))
  const release = async () => {
    const gate = await open(GATE, 'r+')
    await gate.write('\n')
    await gate.close()
  }
  return { workload: init()?.pid ?? 0, running, release }
}

function pidOf(part: 'shim' | 'runc' | 'workload', workload: number): number {
  if (part === 'workload') return workload
  const found = processes().find(({ command }) =>
    part === 'shim'
      ? command[0]?.endsWith('containerd-shim-runc-v2')
      : command[0]?.endsWith('runc') && command.includes('create'),
  )
  if (!found) throw new Error(`no ${part} among the processes`)
  return found.pid
}

async function killProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (!isThere(pid)) return
  process.kill(pid, signal)
  await until(`process ${pid} is gone`, () => !isThere(pid))
}
