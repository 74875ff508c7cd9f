import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { goFolder } from './go-tools.ts'

/** A home without anybody's settings or passwords, below `work`, as the environment that leads there. */
export async function makeHome(work: string): Promise<Record<string, string>> {
  const home = join(work, 'home')
  const containers = join(home, '.config/containers')
  await mkdir(containers, { recursive: true })
  await mkdir(join(work, 'run'))
  const policy = { default: [{ type: 'insecureAcceptAnything' }] }
  await writeFile(join(containers, 'policy.json'), JSON.stringify(policy))
  const storage = join(work, 'storage.conf')
  await writeFile(
    storage,
    `[storage]\ndriver = "vfs"\ngraphroot = "${work}/graph"\nrunroot = "${work}/run"\n`,
  )
  return {
    PATH: `${goFolder()}:${process.env.PATH}`,
    ...{ HOME: home, LANG: 'C', TZ: 'UTC', XDG_RUNTIME_DIR: join(work, 'run') },
    CONTAINERS_STORAGE_CONF: storage,
  }
}
