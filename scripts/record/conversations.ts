/**
 * Lets clients push, mount, pull, attach and delete, and records what they say to the registry.
 *
 *   node scripts/record/conversations.ts              writes content/recordings/registry-conversations
 *   node scripts/record/conversations.ts pull-by-oras prints one, writes nothing
 *   node scripts/record/conversations.ts --check      has all again, compares their shape, writes nothing
 *
 * Needs root on Debian and Go. All of it happens in a network of its own; nothing leaves it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry } from '../../e2e/harness/docker-registry.ts'
import { run } from '../../e2e/harness/tool.ts'
import {
  REGISTRY_CONVERSATIONS,
  type RegistryConversation,
  readRegistryConversations,
} from '../../lib/recordings/registry-conversation.ts'
import { PLAYS, type Play } from './conversations/plays.ts'
import { startStorage } from './conversations/storage.ts'
import { structureOf } from './conversations/structure.ts'
import { createTape } from './conversations/tap.ts'
import { needTools, type Tool, versionsOf } from './debian.ts'
import { goToolPath, goVersion, needGoTools } from './errors/go-tools.ts'
import { makeHome } from './errors/home.ts'
import { goInside, STORAGE } from './errors/inside.ts'
import { start } from './errors/tools.ts'
import { compareStructures } from './lab/compare.ts'

const debian: Tool[] = [
  { command: 'docker-registry', package: 'docker-registry', version: ['--version'] },
  { command: 'skopeo', package: 'skopeo', version: ['--version'] },
  { command: 'buildah', package: 'buildah', version: ['--version'] },
  { command: 'openssl', package: 'openssl', version: ['version'] },
  { command: 'ip', package: 'iproute2', version: ['-V'] },
  { command: 'unshare', package: 'util-linux', version: ['--version'] },
]
const root = join(import.meta.dirname, '../..')
const out = join(root, 'content/recordings', REGISTRY_CONVERSATIONS)
const check = process.argv.includes('--check')
const named = PLAYS.filter(({ name }) => process.argv.includes(name))

/** What clients see, and what stands behind it. */
const PORTS = { registry: 5000, tokens: 5001, storage: 5002 }
const BEHIND = { registry: 6000, tokens: 6001, storage: 6002 }
/** skopeo keeps there which registry has which blob: each conversation begins without. */
const MEMORY = '/var/lib/containers/cache'

if (!process.env.RECORD_INSIDE) {
  await needTools(debian)
  await needGoTools()
  process.exit(await goInside())
}
const work = await mkdtemp(join(tmpdir(), 'record-conversations-'))
const tape = createTape()
const stops = [
  await tape.tap(PORTS.registry, BEHIND.registry, 'registry'),
  await tape.tap(PORTS.tokens, BEHIND.tokens, 'token server'),
  await tape.tap(PORTS.storage, BEHIND.storage, 'storage'),
]
try {
  const heard: RegistryConversation[] = []
  for (const play of named.length > 0 ? named : PLAYS) heard.push(await have(play))
  if (named.length > 0) for (const each of heard) console.log(JSON.stringify(each, null, 1))
  else if (check) await compare(heard)
  else await write(heard)
} finally {
  for (const stop of stops) stop()
  await rm(work, { recursive: true, force: true })
}

async function have(play: Play): Promise<RegistryConversation> {
  const { name, client, registry, staged, before, stranger, redirects } = play
  const place = join(work, name)
  const folder = join(place, 'here')
  await mkdir(folder, { recursive: true })
  const env = await makeHome(place)
  await mkdir(MEMORY, { recursive: true })
  await run('mount', ['-t', 'tmpfs', 'tmpfs', MEMORY])
  await makeImage(folder, env)
  const data = join(place, 'data')
  const storage = await startStorage(data, BEHIND.storage)
  const server = await startRegistry('token', join(place, 'registry'), {
    ...{ registry: BEHIND.registry, tokens: BEHIND.tokens, data },
    realm: `http://localhost:${PORTS.tokens}/token`,
    ...(registry === 'distribution' && { command: goToolPath('registry') }),
    ...(redirects && { blobsAt: `http://${STORAGE}:${PORTS.storage}/` }),
  })
  try {
    const logins = join(env.HOME ?? '', '.docker')
    await mkdir(logins)
    const { name: user, password } = server.account!
    const auth = btoa(`${user}:${password}`)
    const auths = { [`localhost:${PORTS.registry}`]: { auth } }
    await writeFile(join(logins, 'config.json'), JSON.stringify({ auths }), { mode: 0o600 })
    for (const line of before) {
      const { exit, stderr } = await start(line, folder, env)
      if (exit !== 0) throw new Error(`${name}: ${line}\n${stderr}`)
    }
    if (stranger) await rm(logins, { recursive: true })
    tape.begin()
    const commands: RegistryConversation['commands'] = []
    for (const line of play.commands) {
      if (commands.length > 0) tape.next()
      const { exit, stderr } = await start(line, folder, env)
      commands.push({ line, exit })
      const wanted = commands.length === play.commands.length ? (play.exit ?? 0) : 0
      if (exit !== wanted) throw new Error(`${name}: ${line}: ended with ${exit}\n${stderr}`)
    }
    const exchanges = await tape.end()
    console.error(`${name}: ${exchanges.length} requests`)
    return { name, client, registry, staged, before, commands, exchanges }
  } finally {
    await server.stop()
    await storage()
    await run('umount', [MEMORY])
  }
}

/** The recorded sample as two layouts, `hello` for one platform and `every`, and two files to attach. */
async function makeImage(folder: string, env: Record<string, string>): Promise<void> {
  const from = `oci:${join(root, 'content/recordings/hello')}:1.0`
  const one = [
    '--override-arch',
    'amd64',
    'copy',
    '--quiet',
    from,
    `oci:${join(folder, 'hello')}:1.0`,
  ]
  await run('skopeo', one, { env })
  const every = ['copy', '--quiet', '--all', from, `oci:${join(folder, 'every')}:1.0`]
  await run('skopeo', every, { env })
  await writeFile(join(folder, 'note.txt'), 'a note about hello\n')
  await writeFile(join(folder, 'second.txt'), 'a second note\n')
}

async function write(heard: RegistryConversation[]): Promise<void> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  for (const { name, exchanges } of heard) {
    const text = exchanges.map((line) => JSON.stringify(line)).join('\n')
    await writeFile(join(out, `${name}.ndjson`), `${text}\n`)
  }
  const list = heard.map(({ exchanges, ...about }) => about)
  await writeFile(join(out, 'conversations.json'), `${JSON.stringify(list, null, 2)}\n`)
  const about = {
    kind: 'conversation',
    reference: `localhost:${PORTS.registry}/team/hello:1.0`,
    observedAt: new Date().toISOString(),
    tools: {
      ...(await versionsOf(debian)),
      ...{ crane: goVersion('crane'), oras: goVersion('oras'), regctl: goVersion('regctl') },
      distribution: goVersion('registry'),
    },
    script: 'scripts/record/conversations.ts',
    edits: [
      'Tokens, passwords and the state that a registry puts into the address of an upload read ‹redacted›.',
      'Bodies that are not JSON, or are longer than 6 KiB, are left out; their sizes stayed.',
    ],
    omittedBlobs: [],
  }
  await writeFile(join(out, 'recording.json'), `${JSON.stringify(about, null, 2)}\n`)
}

async function compare(heard: RegistryConversation[]): Promise<void> {
  const { conversations } = await readRegistryConversations()
  const structures = (all: readonly RegistryConversation[]) =>
    Object.fromEntries(all.map((each) => [each.name, structureOf(each).split('\n')]))
  compareStructures(REGISTRY_CONVERSATIONS, structures(conversations), structures(heard))
}
