import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeRecording, Stage } from '../../../lib/recordings/runtime.ts'
import { configFor, INSIDE, OVER, writeConfig } from './bundle.ts'
import type { Caller, Ran } from './caller.ts'
import { lookAtCgroup, lookAtFiles, lookAtHost, lookAtProcess, namespacesOf } from './look.ts'
import type { Runtime } from './programs.ts'

const ID = 'demo'
const CGROUP = '/lab/demo'

/** Plays a container's life and writes `lifecycle.json`, `spec.json`, `config.json`, `hooks.ndjson`. */
export async function recordLifecycle(
  name: string,
  { isolation, pidsLimit, apart }: Runtime,
  caller: Caller,
  out: string,
): Promise<void> {
  const { call, stateOf, untilGone, untilPrinted, lab, bundle, root } = caller
  const stages: Stage[] = []
  const hostNamespaces = await namespacesOf('self')
  const hooksLog = join(lab, 'log', 'hooks.ndjson')
  let hooksSeen = 0

  /** The hooks that were called since it was asked last. */
  async function newHooks(): Promise<string[]> {
    const text = await readFile(hooksLog, 'utf8').catch(() => '')
    const names = [...text.matchAll(/^\{"hook":"(\w+)"/gm)].map(([, name = '']) => name)
    const fresh = names.slice(hooksSeen)
    hooksSeen = names.length
    return fresh.filter((name) => name !== 'process')
  }

  async function take(
    name: Stage['name'],
    { printed, ...ran }: Ran,
    cgroupFilesBefore: Stage['cgroupFilesBefore'] = null,
  ): Promise<void> {
    const hooks = await newHooks()
    const { state, error: stateError } = await stateOf(ID)
    const lives = state?.status === 'created' || state?.status === 'running'
    const process = lives && state?.pid ? await lookAtProcess(state.pid) : null
    const hostProcesses = await lookAtHost(CGROUP, lab)
    const cgroupFiles = await lookAtCgroup(CGROUP)
    const stateFiles = await lookAtFiles(root, ID)
    stages.push({
      ...{ name, ...ran, state, stateError, process, hostProcesses, hooks },
      ...{ cgroupFiles, cgroupFilesBefore, stateFiles },
    })
  }

  async function goOver(limit: keyof typeof OVER): Promise<void> {
    const before = await lookAtCgroup(CGROUP)
    const pid = (await stateOf(ID)).state?.pid
    const over = await call('exec', ID, ...OVER[limit])
    // What an exec ends with whose sandbox is gone, which `state` learns a moment later.
    if (apart.includes(limit) && over.exitCode === 128) await untilGone(ID, pid)
    await take(limit, over, before)
  }

  await take('spec', await call('spec'))
  const spec = JSON.parse(await readFile(join(bundle, 'config.json'), 'utf8'))
  await writeFile(join(out, 'spec.json'), `${JSON.stringify(spec, null, 2)}\n`)
  const config = configFor(spec, { lab, pidsLimit, hooks: true })
  await writeConfig(bundle, config)
  await writeConfig(out, config)

  const created = await call('create', '--bundle', bundle, ID)
  await take('create', created)
  const started = await call('start', ID)
  // A runtime says `running` once it has let go, a moment before its child becomes the program.
  await untilPrinted(created.printed, 'running')
  await take('start', started)
  await take('exec', await call('exec', ID, '/bin/ps'))
  await take('inside', await call('exec', ID, '/bin/sh', '-c', INSIDE))
  const limits = Object.keys(OVER) as (keyof typeof OVER)[]
  for (const limit of limits.filter((each) => !apart.includes(each))) await goOver(limit)
  const killed = await call('kill', ID, 'TERM')
  await untilGone(ID, stages.find(({ name }) => name === 'start')?.state?.pid)
  await take('kill', killed)
  await take('delete', await call('delete', ID))
  // The container prints where `create` did.
  const output = await readFile(created.printed, 'utf8')

  const hooks = await readFile(hooksLog, 'utf8')
  await writeFile(join(out, 'hooks.ndjson'), hooks)
  for (const limit of apart) {
    await writeConfig(bundle, configFor(spec, { lab, pidsLimit, hooks: false }))
    const { printed } = await call('create', '--bundle', bundle, ID)
    await call('start', ID)
    await untilPrinted(printed, 'running')
    await goOver(limit)
    await call('delete', '--force', ID)
  }
  const lifecycle: RuntimeRecording['lifecycle'] = {
    ...{ runtime: name, isolation, hostNamespaces, stages, output },
  }
  await writeFile(join(out, 'lifecycle.json'), `${JSON.stringify(lifecycle, null, 1)}\n`)
}
