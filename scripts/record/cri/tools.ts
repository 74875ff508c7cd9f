import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, runText } from '../../../e2e/harness/tool.ts'
import { bin, buildGo } from '../lab/build.ts'
import { buildCrun, buildRunc, type Programs } from '../lab/programs.ts'

const CRIO = 'v1.36.3'
const KUBERNETES = 'v1.37.2'
const CRI_TOOLS = 'v1.37.0'
const CNI_PLUGINS = 'v1.10.0'

/** What every recording of the CRI needs beside the runtime. */
export async function buildCommon(): Promise<Programs> {
  const cni = { module: 'github.com/containernetworking/plugins', version: CNI_PLUGINS }
  return {
    runc: await buildRunc(),
    crictl: await buildGo('crictl', {
      ...{ module: 'sigs.k8s.io/cri-tools', version: CRI_TOOLS, package: 'cmd/crictl' },
      variables: { 'sigs.k8s.io/cri-tools/pkg/version.Version': CRI_TOOLS },
    }),
    'cni/bridge': await buildGo('cni-bridge', { ...cni, package: 'plugins/main/bridge' }),
    'cni/loopback': await buildGo('cni-loopback', { ...cni, package: 'plugins/main/loopback' }),
    'cni/host-local': await buildGo('cni-host-local', {
      ...cni,
      package: 'plugins/ipam/host-local',
    }),
  }
}

export async function buildCrio(): Promise<Programs> {
  const from = { module: 'github.com/cri-o/cri-o', version: CRIO }
  const tags = ['containers_image_openpgp', 'exclude_graphdriver_btrfs', 'seccomp']
  return {
    crio: await buildGo('crio', { ...from, package: 'cmd/crio', tags, cgo: true }),
    pinns: await buildPinns(from),
    crun: await buildCrun(),
  }
}

/** The C program that holds a pod's namespaces for CRI-O. */
async function buildPinns({ module, version }: { module: string; version: string }) {
  const target = join(bin, `pinns-${version}`)
  if (existsSync(target)) return target
  const work = await mkdtemp(join(tmpdir(), 'pinns-'))
  try {
    const cwd = { cwd: work }
    const text = await runText('go', ['mod', 'download', '-json', `${module}@${version}`], cwd)
    const { Dir }: { Dir: string } = JSON.parse(text)
    await cp(Dir, join(work, 'source'), { recursive: true })
    await run('chmod', ['-R', 'u+w', join(work, 'source')])
    await run('make', ['-s'], { cwd: join(work, 'source/pinns') })
    await mkdir(bin, { recursive: true })
    await cp(join(work, 'source/bin/pinns'), target)
    await chmod(target, 0o755)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return target
}

/**
 * Kubernetes' own modules stand in one tree, where they are named v0.0.0; published they are v0.x.
 * So the kubelet is built as a module of its own, which says so.
 */
export async function buildKubelet(): Promise<Programs> {
  const target = join(bin, `kubelet-${KUBERNETES}`)
  if (existsSync(target)) return { kubelet: target }
  const work = await mkdtemp(join(tmpdir(), 'kubelet-'))
  const go = (...args: string[]) =>
    runText('go', args, { cwd: work, timeout: 7_200_000, env: { CGO_ENABLED: '0' } })
  try {
    const module = `k8s.io/kubernetes@${KUBERNETES}`
    const { Dir, GoMod } = JSON.parse(await go('mod', 'download', '-json', module))
    await cp(join(Dir, 'cmd/kubelet/kubelet.go'), join(work, 'main.go'))
    await chmod(join(work, 'main.go'), 0o644)
    const staged = [...(await readFile(GoMod, 'utf8')).matchAll(/(k8s\.io\/\S+) v0\.0\.0\n/g)]
    const published = KUBERNETES.replace(/^v1/, 'v0')
    const replaces = staged.map(([, name]) => `replace ${name} => ${name} ${published}\n`)
    await writeFile(
      join(work, 'go.mod'),
      `module kubelet\n\nrequire k8s.io/kubernetes ${KUBERNETES}\n\n${replaces.join('')}`,
    )
    await go('mod', 'tidy')
    const version = `-X k8s.io/component-base/version.gitVersion=${KUBERNETES}`
    await mkdir(bin, { recursive: true })
    await go('build', '-trimpath', '-ldflags', `-s -w ${version}`, '-o', target, '.')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { kubelet: target }
}
