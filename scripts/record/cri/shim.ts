import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { decodeMessage, openAnys } from '../../../lib/containerd/message.ts'
import type { ShimRecording, ShimRun } from '../../../lib/recordings/shim.ts'
import { round } from './client.ts'
import { subscribe } from './events.ts'
import { tapTtrpc } from './ttrpc.ts'

export type ShimWatch = {
  /** a folder for PATH, where the shim's name leads to the recorder */
  folder: string
  /** from when containerd listens: reads what shims tell it, and subscribes to its events */
  listen(socket: string): Promise<void>
  /** everything until now, once containerd has ended */
  read(): Promise<ShimRecording>
}

const SHIM = 'containerd-shim-runc-v2'

const types = {
  info: { stdin: 'Any', stdout: 'RuntimeInfo' },
  start: { stdin: 'BootstrapParams', stdout: 'BootstrapResult' },
  delete: { stdin: null, stdout: 'DeleteResponse' },
} as const

/**
 * Watches containerd and its shims: each run of the shim's program, each call between the two, each event.
 *
 * @param began the zero of all times, milliseconds since 1970
 */
export async function watchShim(
  { lab, bin }: { lab: string; bin: string },
  began: number,
  now: () => number,
): Promise<ShimWatch> {
  const folder = join(lab, 'shim/bin')
  const log = join(lab, 'shim/log')
  await mkdir(folder, { recursive: true })
  await mkdir(log)
  const tap = tapTtrpc(now)
  const door = createServer((asked: Socket) => {
    asked.setEncoding('utf8').on('data', async (line: string) => {
      await tap.take(line.trim(), 'shim')
      asked.end('taken\n')
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port } = door.address() as { port: number }
  const script = await readFile(join(import.meta.dirname, 'shim-recorder.sh'), 'utf8')
  const filled = script
    .replaceAll('@LOG@', log)
    .replaceAll('@SHIM@', join(bin, SHIM))
    .replaceAll('@PORT@', String(port))
  await writeFile(join(folder, SHIM), filled)
  await chmod(join(folder, SHIM), 0o755)
  let events: ShimRecording['events'] = []
  return {
    folder,
    async listen(socket) {
      await tap.take(`${socket}.ttrpc`, 'containerd')
      events = subscribe(socket, now)
    },
    async read() {
      return { runs: await readRuns(log, began), calls: tap.calls, events }
    },
  }
}

async function readRuns(log: string, began: number): Promise<ShimRun[]> {
  const runs: ShimRun[] = []
  for (const entry of (await readdir(log)).sort()) {
    const file = (name: string) => readFile(join(log, entry, name))
    const text = async (name: string) => (await file(name)).toString()
    const args = (await text('args')).split('\0').slice(0, -1)
    const action = args.at(-1) === '-info' ? 'info' : args.at(-1) === 'start' ? 'start' : 'delete'
    const [code = '', ended = ''] = (await text('exit')).trim().split(' ')
    const startedAt = Number(entry.split('-')[0]) / 1e6
    const rows = (await text('env')).trim().split('\n').filter(Boolean)
    runs.push({
      ms: round(startedAt - began),
      durationMs: round(Number(ended) / 1e6 - startedAt),
      ...{ action, args },
      env: Object.fromEntries(rows.map((row) => row.split(/=(.*)/s).slice(0, 2))),
      stdin: wireOf(await file('stdin'), types[action].stdin),
      stdout: wireOf(await file('stdout'), types[action].stdout),
      stderr: await text('stderr'),
      exitCode: Number(code),
    })
  }
  return runs
}

function wireOf(bytes: Buffer, type: string | null): ShimRun['stdin'] {
  if (bytes.length === 0 || type === null) return null
  return { bytes: bytes.toString('base64'), json: openWire(bytes, type) }
}

function openWire(bytes: Uint8Array, type: string) {
  // An Any that stands alone is opened as one inside a message would be.
  const { json } = decodeMessage(bytes, type)
  return (openAnys({ json }) as { json: Record<string, unknown> }).json
}
