import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildGo } from '../lab/build.ts'
import { runInside } from './inside.ts'

const KANIKO = 'v1.24.0'

/**
 * Builds with kaniko's executor, which takes the root file system of its own container for that of
 * the image.
 *
 * @param image `localhost:5010/by-kaniko:1.0`
 */
export async function buildByKaniko(context: string, image: string) {
  const module = 'github.com/GoogleContainerTools/kaniko'
  const executor = await buildGo('kaniko', {
    ...{ module, version: KANIKO, package: 'cmd/executor' },
    variables: { [`${module}/pkg/version.version`]: KANIKO },
  })
  const args = [
    ...['/kaniko/executor', '--context=dir:///workspace', '--dockerfile=Containerfile'],
    ...[`--destination=${image}`, '--insecure', '--log-timestamp=false', '--force'],
  ]
  const env = ['PATH=/kaniko', 'HOME=/root']
  const lay = async (root: string) => {
    await mkdir(join(root, 'kaniko'), { recursive: true })
    await cp(executor, join(root, 'kaniko/executor'))
    await cp(context, join(root, 'workspace'), { recursive: true })
  }
  await runInside('kaniko', lay, { args, env })
  const said = `(in a container of its own; ${args.join(' ')})`
  return { version: `kaniko ${KANIKO}`, commands: [said] }
}
