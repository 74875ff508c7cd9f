import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import { takeLab } from '../lab/machine.ts'

/** What root needs to become another user, and to lay files down for others. */
const ABLE = ['CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_FOWNER', 'CAP_SETGID', 'CAP_SETUID']

/**
 * Runs a builder that expects to be alone in a container, as root, with the network of this machine:
 * the registry is on its loopback.
 *
 * @param name of the lab's folder
 * @param lay lays down the builder's file system
 * @returns what it printed
 */
export async function runInside(
  name: string,
  lay: (root: string) => Promise<void>,
  { args, env }: { args: string[]; env: string[] },
): Promise<string> {
  const lab = await takeLab(name)
  try {
    const root = join(lab.path, 'rootfs')
    await mkdir(join(root, 'etc'), { recursive: true })
    // An engine writes it.
    await writeFile(join(root, 'etc/hosts'), '127.0.0.1 localhost\n')
    await lay(root)
    await run('runc', ['spec', '--bundle', lab.path])
    const file = join(lab.path, 'config.json')
    const spec = JSON.parse(await readFile(file, 'utf8'))
    const kept = spec.linux.namespaces.filter(({ type }: { type: string }) => type !== 'network')
    const capabilities = { bounding: ABLE, effective: ABLE, permitted: ABLE }
    await writeFile(
      file,
      JSON.stringify({
        ...spec,
        root: { path: 'rootfs', readonly: false },
        process: { ...spec.process, terminal: false, args, env, cwd: '/', capabilities },
        linux: { ...spec.linux, namespaces: kept, cgroupsPath: `/lab-${name}` },
      }),
    )
    const state = ['--root', join(lab.path, 'state')]
    return await runText('runc', [...state, 'run', '--bundle', lab.path, `lab-${name}`], {
      timeout: 600_000,
    })
  } finally {
    await lab.leave()
  }
}
