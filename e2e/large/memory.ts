import { readFile, writeFile } from 'node:fs/promises'

/** Bytes of memory that a process holds now and held at most since `forget`; Linux only. */
export async function memoryOf(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const bytes = (key: string) => {
    const [, kB = '0'] = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status) ?? []
    return Number(kB) * 1024
  }
  return { now: bytes('VmRSS'), most: bytes('VmHWM') }
}

/** From now on `most` counts from here. */
export async function forget(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5')
}
