// What a process and its children use, as Linux counts it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const MiB = 2 ** 20
/** Ticks a second, as getconf CLK_TCK says on Linux. */
const TICKS = 100

/** A process and all that it started, by their numbers. */
export function treeOf(pid: number): number[] {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? Number(statOf(Number(name))[1]) : Number.NaN
    if (Number.isNaN(parent)) continue
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
  }
  const tree = [pid]
  for (const each of tree) tree.push(...(parents.get(each) ?? []))
  return tree
}

/** The fields behind the name: state, parent, … */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Seconds of processor time so far, of all of them. */
export function cpuOf(pids: number[]): number {
  const ticks = pids.map(statOf).map((fields) => Number(fields[11] ?? 0) + Number(fields[12] ?? 0))
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS
}

/** Resident memory, MiB: now, or at its highest since `forgetPeak`. */
export function memoryOf(pids: number[], which: 'now' | 'peak'): number {
  const field = which === 'now' ? /VmRSS:\s+(\d+)/ : /VmHWM:\s+(\d+)/
  const sizes = pids.map((pid) => {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(field.exec(text)?.[1] ?? 0) * 1024
  })
  return sizes.reduce((sum, each) => sum + each, 0) / MiB
}

/** @see proc(5), /proc/pid/clear_refs: 5 resets the peak */
export function forgetPeak(pids: number[]): void {
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5')
}
