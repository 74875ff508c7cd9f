import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineProgram } from '../../../lib/recordings/engine.ts'
import { round } from '../cri/client.ts'
import { BIN, GATE, LAB } from './places.ts'

const LOG = join(LAB, 'programs.log')
const NAMES = ['runc', 'containerd-shim-runc-v2'] as const

/**
 * Puts a script of ours in the place of runc and of the shim: it writes down its arguments and becomes
 * the program. Processes, parents and numbers are as without it.
 */
export async function watchPrograms(): Promise<void> {
  await mkdir(join(BIN, 'real'))
  for (const name of NAMES) {
    await rename(join(BIN, name), join(BIN, 'real', name))
    await script(
      join(BIN, name),
      `printf '%s\\x1f' "$EPOCHREALTIME" $$ $PPID ${name} "$@" >>${LOG}; printf '\\n' >>${LOG}
exec ${BIN}/real/${name} "$@"`,
    )
  }
}

/** A second runtime: runc with a hook in `create` that waits until the gate opens. */
export async function placeHeldRuntime(): Promise<string> {
  const held = join(BIN, 'runc-held')
  const hold = join(import.meta.dirname, 'hold.ts')
  await script(
    held,
    `case " $* " in *" create "*) ${process.execPath} ${hold} ${GATE} "$@" || exit 1;; esac
exec ${BIN}/runc "$@"`,
  )
  return held
}

async function script(file: string, text: string): Promise<void> {
  await writeFile(file, `#!/bin/bash\n${text}\n`)
  await chmod(file, 0o755)
}

/** What was executed from a time on. @param began the zero of all times, milliseconds */
export async function readPrograms(began: number, from = 0): Promise<EngineProgram[]> {
  if (!existsSync(LOG)) return []
  const rows = (await readFile(LOG, 'utf8')).split('\x1f\n').filter(Boolean)
  return rows
    .map((row) => {
      const [at = '', pid = '', parent = '', program = '', ...args] = row.split('\x1f')
      const name = NAMES.find((each) => each === program)
      if (!name) throw new Error(`${LOG}: ${row}`)
      const ms = round(Number(at) * 1000 - began)
      return { ms, pid: Number(pid), parent: Number(parent), program: name, args }
    })
    .filter(({ ms }) => ms >= from)
}
