/**
 * Builds an image with provenance and SBOM, signs it, attaches to it, and records what the registry
 * then holds; and a Helm chart beside it.
 *
 *   node --conditions=react-server scripts/record/attested.ts           writes content/recordings/hello-attested, hello-chart
 *   node --conditions=react-server scripts/record/attested.ts --check   makes them again and compares, writes nothing
 *
 * Needs root, Go, Debian's packages named in `tools`, and port 5000. TOOLS_DIR keeps the programs
 * that are built from Go modules; without it they are built anew.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Registry, startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run, runText, startService } from '../../e2e/harness/tool.ts'
import { buildProgram, buildTools, goTools, goVersion } from './attested/tools.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { compareImage } from './image/compare.ts'
import { askLocally } from './image/local.ts'
import type { Recorded } from './image/record.ts'
import { writeRecording } from './image/write.ts'

const tools: Tool[] = [
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'runc', package: 'runc', version: ['--version'] },
  { command: 'openssl', package: 'openssl', version: ['version'] },
]

const check = process.argv.includes('--check')
const sources = join(import.meta.dirname, 'attested')
const recordings = join(import.meta.dirname, '../../content/recordings')

await needTools(tools)
const work = await mkdtemp(join(tmpdir(), 'record-attested-'))
const bin = process.env.TOOLS_DIR ?? join(work, 'bin')
await buildTools(bin)
const tool = (name: string, args: string[], env: Record<string, string> = {}) =>
  run(join(bin, name), args, { cwd: work, env: { HOME: work, ...env }, timeout: 300_000 })

try {
  const registry = await startRegistry('open', join(work, 'registry'), {
    registry: check ? 0 : 5000,
  })
  try {
    const image = `${registry.host}/hello-attested`
    await cp(sources, join(work, 'sources'), { recursive: true })
    await pushBase(registry)
    await buildImage(registry, image)
    const digest = await runText(join(bin, 'oras'), ['resolve', '--plain-http', `${image}:1.0`])
    await sign(image, digest)
    await attach(image, digest)
    await pushChart(registry)
    await recordAll(registry, digest)
  } finally {
    await registry.stop()
  }
} finally {
  await rm(work, { recursive: true, force: true })
}

/** The image below: `hello`, from its own recording. */
async function pushBase(registry: Registry): Promise<void> {
  const from = `oci:${join(recordings, 'hello')}:1.0`
  const to = ['--dest-tls-verify=false', `docker://${registry.host}/hello:1.0`]
  await run('skopeo', ['--insecure-policy', 'copy', '--quiet', '--all', from, ...to])
}

/** Builds with BuildKit: once the scanner, then the image with provenance and SBOM. */
async function buildImage(registry: Registry, image: string): Promise<void> {
  const socket = `unix://${join(work, 'buildkitd.sock')}`
  const config = join(work, 'buildkitd.toml')
  await writeFile(
    config,
    [
      `root = ${JSON.stringify(join(work, 'buildkit'))}`,
      `[grpc]\naddress = [${JSON.stringify(socket)}]`,
      '[worker.oci]\nenabled = true\nsnapshotter = "native"',
      '[worker.containerd]\nenabled = false',
      `[registry.${JSON.stringify(registry.host)}]\nhttp = true\ninsecure = true`,
    ].join('\n'),
  )
  const daemon = await startService(
    join(bin, 'buildkitd'),
    ['--config', config],
    /running server on/,
  )
  try {
    const context = join(work, 'context')
    const scanner = join(work, 'scanner-context')
    await mkdir(context)
    await mkdir(scanner)
    await buildProgram(join(work, 'sources/app'), join(context, 'greet'))
    await cp(join(sources, 'Dockerfile'), join(context, 'Dockerfile'))
    await buildProgram(join(work, 'sources/scanner'), join(scanner, 'scanner'))
    await cp(join(bin, 'syft'), join(scanner, 'syft'))
    await writeFile(
      join(scanner, 'Dockerfile'),
      'FROM scratch\nCOPY scanner syft /\nWORKDIR /tmp\nENTRYPOINT ["/scanner"]\n',
    )
    const buildctl = (directory: string, name: string, options: string[]) =>
      tool('buildctl', [
        ...['--addr', socket, 'build', '--frontend', 'dockerfile.v0', '--progress', 'plain'],
        ...['--local', `context=${directory}`, '--local', `dockerfile=${directory}`],
        ...['--output', `type=image,name=${name},push=true,registry.insecure=true`],
        ...options.flatMap((option) => ['--opt', option]),
      ])
    const made = `${registry.host}/scanner:1.0`
    await buildctl(scanner, made, ['platform=linux/amd64'])
    const base = await runText(join(bin, 'oras'), [
      'resolve',
      '--plain-http',
      `${registry.host}/hello:1.0`,
    ])
    await buildctl(context, `${image}:1.0`, [
      'platform=linux/amd64',
      `build-arg:BASE=${registry.host}/hello@${base}`,
      'attest:provenance=mode=max',
      `attest:sbom=generator=${made}`,
    ])
  } finally {
    await daemon.stop()
  }
}

/**
 * Signs twice with one key that is thrown away: as cosign did until version 2, and as it does now.
 *
 * The certificate is a laboratory's; no transparency log is asked, since it would be a public one.
 */
async function sign(image: string, digest: string): Promise<void> {
  const secret = { COSIGN_PASSWORD: '' }
  const openssl = (...args: string[]) => run('openssl', args, { cwd: work })
  const curve = ['-pkeyopt', 'ec_paramgen_curve:P-256']
  await openssl(
    'req',
    '-x509',
    '-newkey',
    'ec',
    ...curve,
    '-nodes',
    '-days',
    '3650',
    '-subj',
    '/O=Below the Kubelet/CN=Laboratory root',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
  )
  await openssl(
    'req',
    '-new',
    '-newkey',
    'ec',
    ...curve,
    '-nodes',
    '-subj',
    '/O=Below the Kubelet',
    '-keyout',
    'signer.key',
    '-out',
    'signer.csr',
  )
  await writeFile(
    join(work, 'signer.cnf'),
    'keyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\nsubjectAltName=email:recorder@example.org\n',
  )
  await openssl(
    'x509',
    '-req',
    '-in',
    'signer.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-days',
    '30',
    '-extfile',
    'signer.cnf',
    '-out',
    'signer.pem',
  )
  await tool(
    'cosign',
    ['import-key-pair', '--key', 'signer.key', '--output-key-prefix', 'lab'],
    secret,
  )
  const target = `${image}@${digest}`
  const flags = [
    '--key',
    'lab.key',
    '--yes',
    '--use-signing-config=false',
    '--tlog-upload=false',
    '--allow-http-registry',
  ]
  const certificate = ['--certificate', 'signer.pem', '--certificate-chain', 'root.pem']
  await tool(
    'cosign',
    ['sign', ...flags, ...certificate, '--new-bundle-format=false', target],
    secret,
  )
  await tool('cosign', ['sign', ...flags, '--new-bundle-format=true', target], secret)
}

/** Another SBOM, in another format, attached by another tool. */
async function attach(image: string, digest: string): Promise<void> {
  const context = join(work, 'context')
  const listing = await tool('syft', [
    'scan',
    `dir:${context}`,
    '--source-name',
    'greet',
    '-o',
    'cyclonedx-json',
    '-q',
  ])
  await writeFile(join(work, 'greet.cdx.json'), listing)
  const type = 'application/vnd.cyclonedx+json'
  await tool('oras', [
    'attach',
    '--plain-http',
    '--artifact-type',
    type,
    `${image}@${digest}`,
    `greet.cdx.json:${type}`,
  ])
}

async function pushChart(registry: Registry): Promise<void> {
  await tool('helm', ['package', join(sources, 'chart')])
  await tool('helm', ['push', '--plain-http', 'hello-0.1.0.tgz', `oci://${registry.host}/charts`])
}

async function recordAll(registry: Registry, digest: string): Promise<void> {
  const versions = { ...(await versionsOf(tools)), go: await goVersion() }
  for (const { name, repository, uses } of [
    {
      ...{ name: 'hello-attested', repository: 'hello-attested:1.0' },
      uses: (tool: string) => tool !== 'helm',
    },
    {
      ...{ name: 'hello-chart', repository: 'charts/hello:0.1.0' },
      uses: (tool: string) => tool === 'helm',
    },
  ]) {
    const local = askLocally(registry, work)
    try {
      const recorded = await local.record(repository)
      if (name === 'hello-attested') expectAttached(recorded, digest)
      const made = goTools
        .filter((tool) => uses(tool.name))
        .map((tool) => [tool.name, tool.version])
      const about = {
        tools: { ...versions, ...Object.fromEntries(made) },
        script: 'scripts/record/attested.ts',
      }
      if (check) await compareImage(recorded, name)
      else await writeRecording(recorded, about, { directory: join(recordings, name) })
      console.log(`${recorded.reference} ${recorded.entries[0]?.digest}`)
    } finally {
      await local.close()
    }
  }
}

/** Signatures and what is attached lie under tags that the image's digest gives. */
function expectAttached({ entries }: Recorded, digest: string): void {
  const stem = digest.replace(':', '-')
  const tags = entries.map(({ annotations }) => annotations?.['org.opencontainers.image.ref.name'])
  for (const wanted of [`${stem}.sig`, stem]) {
    if (!tags.includes(wanted)) throw new Error(`no tag ${wanted}: nothing was signed or attached`)
  }
}
