import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildGo } from '../lab/build.ts'
import { packApk } from './apk.ts'
import { typist } from './typist.ts'

const APKO = 'v0.30.0'

/** An image of apko is a list of packages and a few facts. */
const CONFIG = {
  contents: { repositories: ['packages'], packages: ['hello'] },
  entrypoint: { command: '/bin/hello' },
  cmd: '/usr/share/hello/message',
  environment: { PATH: '/bin' },
  accounts: { 'run-as': '65532', users: [{ username: 'nobody', uid: 65532, gid: 65532 }] },
  archs: ['x86_64'],
}

/**
 * Builds with apko, from a repository of one package that we pack ourselves.
 *
 * @param context where the program and its message lie
 * @param image `localhost:5010/by-apko:1.0`
 */
export async function buildByApko(work: string, context: string, epoch: number, image: string) {
  const program = await buildGo('apko', {
    ...{ module: 'chainguard.dev/apko', version: APKO, package: '.' },
  })
  const folder = (path: string) => ({ path, mode: 0o755 })
  const file = async (path: string, from: string, mode: number) => ({
    ...{ path, mode, bytes: await readFile(join(context, from)) },
  })
  await packApk(join(work, 'packages'), {
    ...{ name: 'hello', arch: 'x86_64', epoch },
    files: [
      ...[folder('bin'), await file('bin/hello', 'hello', 0o755)],
      ...['usr', 'usr/share', 'usr/share/hello'].map(folder),
      await file('usr/share/hello/message', 'message', 0o644),
    ],
  })
  // JSON is YAML.
  await writeFile(join(work, 'apko.yaml'), JSON.stringify(CONFIG, null, 2))
  const { type, commands } = typist(work, { SOURCE_DATE_EPOCH: `${epoch}` })
  commands.push('pack packages/x86_64/hello-1.0-r0.apk and APKINDEX.tar.gz, without a signature')
  const flags = ['--ignore-signatures', '--vcs=false', '--sbom=false']
  await type('apko', ['publish', ...flags, 'apko.yaml', image], { path: program })
  return { version: `apko ${APKO}`, commands }
}
