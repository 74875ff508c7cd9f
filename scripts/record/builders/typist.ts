import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runText } from '../../../e2e/harness/tool.ts'

/** Runs commands one after the other, and keeps them as they would be typed in the work folder. */
export function typist(work: string, env: Record<string, string> = {}) {
  const commands: string[] = []
  return {
    commands,
    async type(program: string, args: string[], options: { path?: string; cwd?: string } = {}) {
      const said = [program, ...args].join(' ').replaceAll(`${work}/`, '')
      const where = options.cwd ? `(cd ${options.cwd.replace(`${work}/`, '')}; ` : ''
      const variables = Object.entries(env).map(([key, value]) => `${key}=${value} `)
      commands.push(
        `${where}${variables.join('')}${said}${where && ')'}`.replaceAll(`${work}/`, ''),
      )
      return runText(options.path ?? program, args, {
        ...{ cwd: options.cwd ?? work, env, timeout: 900_000 },
      })
    },
  }
}

export type Typist = ReturnType<typeof typist>

/**
 * Builds an image with Buildah and pushes it: what others start from.
 *
 * @param folder what the lines may copy
 * @param name in the registry: `localhost:5010/base:1.0`
 * @param epoch seconds: the time of the image and its files
 * @param mark whether Buildah's label is put on it, which passes on to what is built from it
 */
export async function pushImage(
  { type }: Typist,
  image: {
    work: string
    folder: string
    lines: string[]
    name: string
    epoch: number
    mark?: boolean
  },
): Promise<void> {
  const { work, folder, lines, name, epoch, mark = false } = image
  const storage = ['--root', join(work, 'storage'), '--runroot', join(work, 'run')]
  await mkdir(folder, { recursive: true })
  const file = `${folder}.Containerfile`
  await writeFile(file, `${lines.join('\n')}\n`)
  const label = mark ? [] : ['--identity-label=false']
  const flags = ['--quiet', `--timestamp=${epoch}`, ...label, '--file', file]
  await type('buildah', [...storage, 'build', ...flags, '--tag', name, folder])
  const to = ['--quiet', '--tls-verify=false', name, `docker://${name}`]
  await type('buildah', [...storage, 'push', ...to])
}
