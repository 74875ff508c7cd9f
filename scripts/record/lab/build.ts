import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import { findTool } from '../../tools.mjs'

/** Where built programs are kept between runs. */
export const bin = join(import.meta.dirname, '../../../.cache/lab/bin')

/** Where a program lies that was built before. */
export function placed(name: string): string {
  return join(bin, name)
}

/** Compiles one C file into a static program. @returns its path */
export async function buildC(name: string, source: string): Promise<string> {
  const target = join(bin, name)
  await mkdir(bin, { recursive: true })
  await run('gcc', ['-static', '-O2', '-Wall', '-Werror', '-o', target, source])
  return target
}

export type GoProgram = {
  /** `github.com/opencontainers/runc` */
  module: string
  version: string
  /** below the module; `.` for its root */
  package: string
  tags?: string[]
  /** `-X` of the linker: where a program keeps its own version */
  variables?: Record<string, string>
  cgo?: boolean
  /** for a module without go.mod: the file that says what its go.mod would */
  modules?: string
  /** a package of it, below the module, to the folder of ours that stands in for it */
  instead?: Record<string, string>
  /** files of it, below the module, that are not built: its tests' own, where they need what is not published */
  without?: string[]
}

/**
 * Builds a Go program as its own main module, so that its `replace` and `exclude` count.
 *
 * @returns the path of the program
 */
export async function buildGo(name: string, program: GoProgram): Promise<string> {
  const { module, version, tags = [], variables = {}, cgo = false } = program
  const { modules, instead = {}, without = [] } = program
  const target = join(bin, `${name}-${version}`)
  if (existsSync(target)) return target
  const work = await mkdtemp(join(tmpdir(), 'go-'))
  try {
    const text = await runText('go', ['mod', 'download', '-json', `${module}@${version}`], {
      ...{ cwd: work, timeout: 900_000 },
    })
    const { Dir }: { Dir: string } = JSON.parse(text)
    const source = join(work, 'source')
    await cp(Dir, source, { recursive: true })
    await run('chmod', ['-R', 'u+w', source])
    if (modules) await cp(join(source, modules), join(source, 'go.mod'))
    for (const file of without) await rm(join(source, file))
    for (const [place, ours] of Object.entries(instead)) {
      await rm(join(source, place), { recursive: true })
      await cp(ours, join(source, place), { recursive: true })
    }
    const linked = Object.entries(variables).map(([key, value]) => `-X ${key}=${value}`)
    const args = ['-trimpath', '-tags', tags.join(','), '-ldflags', ['-s -w', ...linked].join(' ')]
    await mkdir(bin, { recursive: true })
    await run('go', ['build', ...args, '-o', join(work, 'built'), `./${program.package}`], {
      ...{ cwd: source, timeout: 3_600_000 },
      env: { CGO_ENABLED: cgo ? '1' : '0', GOFLAGS: '-mod=mod' },
    })
    await place(join(work, 'built'), target)
  } finally {
    await run('chmod', ['-R', 'u+w', work])
    await rm(work, { recursive: true, force: true })
  }
  return target
}

/**
 * Builds a program from the source that Debian keeps of it, with configure and make.
 *
 * Apt runs with folders of its own: the machine's lists do not learn of the other suite.
 *
 * @returns the path of the program
 */
export async function buildDebian(
  name: string,
  source: { package: string; suite: string; configure: string[]; program: string },
): Promise<string> {
  const target = join(bin, `${name}-${source.suite}`)
  if (existsSync(target)) return target
  const work = await mkdtemp(join(tmpdir(), 'debian-'))
  try {
    // apt fetches as a user of its own.
    await chmod(work, 0o755)
    const apt = await privateApt(work, source.suite)
    await apt(['apt-get', 'update', '-qq'])
    const text = await apt(['apt-get', 'source', '--print-uris', source.package])
    const [, url] = /'(http[^']+\.orig\.tar\.[a-z0-9]+)'/.exec(text) ?? []
    if (!url) throw new Error(`${source.package}: no source in ${source.suite}\n${text}`)
    // Only what the authors released is built, so Debian's own part need not be had.
    await run('/usr/lib/apt/apt-helper', ['download-file', url, join(work, 'orig.tar')])
    await run('tar', ['-xf', 'orig.tar'], { cwd: work })
    const entries = await readdir(work, { withFileTypes: true })
    const folder = entries.find(({ name }) => name.startsWith(source.package))?.name ?? ''
    const cwd = join(work, folder)
    if (!existsSync(join(cwd, 'configure'))) await run('./autogen.sh', [], { cwd })
    await run('./configure', source.configure, { cwd, timeout: 600_000 })
    await run('make', [], { cwd, timeout: 1_800_000 })
    await place(join(cwd, source.program), target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return target
}

/** Apt with folders of its own below `work`. @param kind sources, or packages of programs */
export async function privateApt(work: string, suite: string, kind: 'deb' | 'deb-src' = 'deb-src') {
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg'
  const list = join(work, 'sources.list')
  await writeFile(list, `${kind} [signed-by=${keys}] http://deb.debian.org/debian ${suite} main\n`)
  for (const folder of ['lists/partial', 'cache/archives/partial']) {
    await mkdir(join(work, folder), { recursive: true })
  }
  await writeFile(join(work, 'status'), '')
  const options = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'Dir::State::status': join(work, 'status'),
  }
  const flags = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`])
  return ([command = '', ...args]: string[], cwd = work) =>
    runText(command, [...flags, ...args], { timeout: 600_000, cwd })
}

async function place(from: string, to: string): Promise<void> {
  await mkdir(bin, { recursive: true })
  await cp(from, `${to}.new`)
  await chmod(`${to}.new`, 0o755)
  await rename(`${to}.new`, to)
}

export type RustProgram = {
  /** its name on crates.io, and that of its program */
  crate: string
  version: string
  features: string[]
}

/**
 * Builds a program of crates.io with the versions that its authors locked.
 *
 * @returns the path of the program
 * @throws Error where Cargo is missing: Debian 12's is too old, so it is not installed from there
 */
export async function buildRust(name: string, program: RustProgram): Promise<string> {
  const { crate, version, features } = program
  const target = join(bin, `${name}-${version}`)
  if (existsSync(target)) return target
  if (!findTool('cargo')) {
    throw new Error(`${crate} needs Cargo 1.85 or newer; install it with rustup and try again`)
  }
  const work = await mkdtemp(join(tmpdir(), 'rust-'))
  try {
    await run(
      'cargo',
      [
        ...['install', crate, '--version', version, '--locked', '--no-default-features'],
        ...['--features', features.join(','), '--root', work, '--target-dir', join(work, 'target')],
      ],
      { timeout: 3_600_000 },
    )
    await place(join(work, 'bin', crate), target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return target
}
