import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { JvmMemory, JvmTrial } from '../../../lib/recordings/jvm-memory.ts'
import { runOnce } from './container.ts'
import { readFlags } from './flags.ts'
import { type Setup, setups } from './trials.ts'

/**
 * Plays every trial with the bundles that lie in a folder by their builders' names.
 *
 * @param runtime runc, and the options before its verb
 * @param timed how often each container runs once more, only to be timed
 */
export async function tryAll(
  runtime: string[],
  folder: string,
  timed: number,
): Promise<Omit<JvmMemory, 'images'>> {
  const availableBytes = await availableMemory()
  const trials: JvmTrial[] = []
  for (const setup of setups) {
    const trial = await tryOne(runtime, join(folder, setup.builder), setup, timed)
    const { exitCode, oomKills } = trial.runs[0] ?? {}
    console.log(`${trial.name}: exit ${exitCode}, ${oomKills} killed, held ${trial.heldMiB} MiB`)
    trials.push(trial)
  }
  return {
    ...{ command: ['runc', 'run', '--keep', '--bundle', '<bundle>', 'jvm'] },
    ...{ availableBytes, processors: cpus().length, trials },
  }
}

async function tryOne(
  runtime: string[],
  bundle: string,
  setup: Setup,
  timed: number,
): Promise<JvmTrial> {
  const first = await runOnce(runtime, bundle, setup, true)
  const { process, stdout, stderr, cgroupFiles } = first
  const runs = [first]
  for (let i = 0; i < timed; i += 1) runs.push(await runOnce(runtime, bundle, setup, false))
  const asked = { ...setup, holdMiB: 0 }
  const settings = [...setup.settings, 'JDK_JAVA_OPTIONS=-XX:+PrintFlagsFinal']
  const flags = process ? await runOnce(runtime, bundle, { ...asked, settings }, false) : null
  const held = [...stdout.matchAll(/^holds (\d+)$/gm)].at(-1)?.[1]
  const most = /^max memory (\d+)$/m.exec(stdout)?.[1]
  return {
    ...setup,
    ...{ process, stdout, stderr, cgroupFiles },
    flags: flags ? readFlags(flags.stdout) : null,
    maxMemory: most ? Number(most) : null,
    heldMiB: Number(held ?? 0),
    runs: runs.map(({ exitCode, oomKills, readyMs, elapsedMs, peakBytes }) => ({
      ...{ exitCode, oomKills, readyMs, elapsedMs, peakBytes },
    })),
  }
}

async function availableMemory(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8')
  return Number(/MemAvailable:\s+(\d+) kB/.exec(text)?.[1]) * 1024
}
