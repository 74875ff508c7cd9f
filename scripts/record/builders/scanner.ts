import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildProgram } from '../attested/tools.ts'
import { buildGo } from '../lab/build.ts'
import { pushImage, typist } from './typist.ts'

const SYFT = 'v1.57.1'

/**
 * Pushes the image that BuildKit runs over what it built, for the list of what is in it: our own
 * scanner, which calls syft.
 *
 * @returns its name, and syft's version
 */
export async function pushScanner({ work, host }: { work: string; host: string }) {
  const syft = await buildGo('syft', {
    ...{ module: 'github.com/anchore/syft', version: SYFT, package: 'cmd/syft' },
    variables: { 'main.version': SYFT },
  })
  const folder = join(work, 'scanner')
  await mkdir(folder)
  await buildProgram(join(import.meta.dirname, '../attested/scanner'), join(folder, 'scanner'))
  await cp(syft, join(folder, 'syft'))
  const name = `${host}/scanner:1.0`
  await pushImage(typist(work), {
    ...{ work, folder, name, epoch: 0 },
    lines: ['FROM scratch', 'COPY scanner syft /', 'WORKDIR /tmp', 'ENTRYPOINT ["/scanner"]'],
  })
  return { name, version: `syft ${SYFT}` }
}
