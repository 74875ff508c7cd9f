import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runText, run as runTool } from '../../../e2e/harness/tool.ts'
import type { JvmTrial } from '../../../lib/recordings/jvm-memory.ts'
import { cgroupLayout } from '../lab/machine.ts'
import type { Setup } from './trials.ts'

const MIB = 2 ** 20
/** The cgroup above the containers' own. */
const OUTER = 'lab-jvm'
const ID = 'jvm'
/** A program that says nothing and does not end is killed after this; an emulated machine is slow. */
const PATIENCE_MS = 600_000

const isV2 = cgroupLayout() === 'v2'
const outer = isV2 ? `/sys/fs/cgroup/${OUTER}` : `/sys/fs/cgroup/memory/${OUTER}`
const FILES = isV2
  ? ['memory.max', 'memory.peak', 'memory.events', 'memory.swap.max']
  : ['memory.limit_in_bytes', 'memory.max_usage_in_bytes', 'memory.failcnt', 'memory.oom_control']

export type Observed = JvmTrial['runs'][number] &
  Pick<JvmTrial, 'process' | 'stdout' | 'stderr' | 'cgroupFiles'>

/**
 * Runs the program of a bundle under the limits of a trial, once, from start to end.
 *
 * @param runtime runc, and the options before its verb
 * @param look whether to look at the process once the program is ready
 */
export async function runOnce(
  runtime: string[],
  bundle: string,
  setup: Setup,
  look: boolean,
): Promise<Observed> {
  await setOuterLimit(setup.outerLimitMiB)
  await writeConfig(bundle, setup)
  const [program = '', ...options] = runtime
  const printed = { stdout: '', stderr: '' }
  const begin = performance.now()
  const child = spawn(program, [...options, 'run', '--keep', '--bundle', bundle, ID])
  const since = () => Math.round((performance.now() - begin) * 10) / 10
  const timer = setTimeout(() => {
    runTool(program, [...options, 'kill', ID, 'KILL']).catch(() => child.kill('SIGKILL'))
  }, PATIENCE_MS)
  let readyMs: number | null = null
  let process: Observed['process'] = null
  child.stdin.on('error', () => {})
  child.stderr.on('data', (bytes: Buffer) => {
    printed.stderr += bytes.toString()
  })
  const going = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      printed.stdout += bytes.toString()
      if (readyMs !== null || !/^ready$/m.test(printed.stdout)) return
      readyMs = since()
      const seen = look ? lookAt(runtime) : Promise.resolve(null)
      seen
        .then((found) => {
          process = found
          child.stdin.end('\n')
        })
        .catch(reject)
    })
    child.once('error', reject).once('close', () => resolve())
  })
  let elapsedMs: number
  let cgroupFiles: Observed['cgroupFiles']
  try {
    await going
    elapsedMs = since()
    cgroupFiles = await readCgroups()
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
    await runTool(program, [...options, 'delete', '--force', ID])
    // Its counters must not go on into the next run.
    await removeOuter()
  }
  return {
    ...{ exitCode: child.exitCode ?? -1, readyMs, elapsedMs, process, cgroupFiles, ...printed },
    oomKills: numberIn(
      cgroupFiles,
      isV2 ? 'memory.events' : 'memory.oom_control',
      /oom_kill (\d+)/,
    ),
    peakBytes: numberIn(cgroupFiles, isV2 ? 'memory.peak' : 'memory.max_usage_in_bytes', /(\d+)/),
  }
}

async function removeOuter(): Promise<void> {
  for (const controller of await controllersWith(OUTER)) await rmdir(controller)
}

async function controllersWith(name: string): Promise<string[]> {
  const found = await runText('find', ['/sys/fs/cgroup', '-maxdepth', '2', '-name', name])
  return found.split('\n').filter(Boolean)
}

async function setOuterLimit(limitMiB: number | null): Promise<void> {
  await mkdir(outer, { recursive: true })
  const file = isV2 ? 'memory.max' : 'memory.limit_in_bytes'
  const none = isV2 ? 'max' : '-1'
  await writeFile(join(outer, file), limitMiB === null ? none : `${limitMiB * MIB}`)
}

/** The bundle as it was made of the image, with the limits and words of a trial. */
async function writeConfig(bundle: string, setup: Setup): Promise<void> {
  const file = join(bundle, 'config.json')
  const original = `${file}.unpacked`
  if (!existsSync(original)) await writeFile(original, await readFile(file))
  const config = JSON.parse(await readFile(original, 'utf8'))
  const { resources } = config.linux
  const limit = setup.limitMiB === null ? {} : { memory: { limit: setup.limitMiB * MIB } }
  const { args, env } = config.process
  // As engines do where a cgroup has but one tree; the bundle may be from a machine with the old ones.
  const own = isV2 ? [{ type: 'cgroup' }] : []
  const kept = config.linux.namespaces.filter(({ type }: { type: string }) => type !== 'cgroup')
  await writeFile(
    file,
    JSON.stringify({
      ...config,
      process: {
        ...config.process,
        terminal: false,
        args: [...args, `${setup.holdMiB}`],
        env: [...env, ...setup.settings],
      },
      linux: {
        ...config.linux,
        namespaces: [...kept, ...own],
        cgroupsPath: `/${OUTER}/${ID}`,
        resources: { ...resources, ...limit },
      },
    }),
  )
}

async function lookAt([program = '', ...options]: string[]): Promise<Observed['process']> {
  const { pid } = JSON.parse(await runText(program, [...options, 'state', ID]))
  const strings = async (name: string) =>
    (await readFile(`/proc/${pid}/${name}`, 'utf8')).split('\0').filter(Boolean)
  return { commandLine: await strings('cmdline'), environment: await strings('environ') }
}

async function readCgroups(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const folder of [join(outer, ID), outer]) {
    for (const name of FILES) {
      const file = join(folder, name)
      if (existsSync(file)) found[file] = await readFile(file, 'utf8')
    }
  }
  return found
}

/** A number in a file of the container's own cgroup. */
function numberIn(files: Record<string, string>, name: string, pattern: RegExp): number {
  return Number(pattern.exec(files[join(outer, ID, name)] ?? '')?.[1] ?? 0)
}
