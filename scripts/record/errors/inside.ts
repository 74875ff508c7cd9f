import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A name below .test, which nobody can own; tools treat `localhost` otherwise than any other host. */
export const NAME = 'registry.example.test'
/** Another host, where blobs may lie. */
export const STORAGE = 'storage.example.test'
/** of the block for documentation: RFC 5737 */
const ADDRESS = '192.0.2.10'

/**
 * Runs this script again in a network and a list of hosts of its own; all that it starts ends with it.
 *
 * @returns the status it ended with
 */
export async function goInside(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'record-inside-'))
  const hosts = join(folder, 'hosts')
  await writeFile(hosts, `127.0.0.1 localhost\n${ADDRESS} ${NAME} ${STORAGE}\n`)
  const resolver = join(folder, 'resolv.conf')
  await writeFile(resolver, 'nameserver 127.0.0.1\n')
  const setup = [
    'ip link set lo up',
    `ip address add ${ADDRESS}/32 dev lo`,
    `mount --bind ${hosts} /etc/hosts`,
    `mount --bind ${resolver} /etc/resolv.conf`,
    'exec "$0" "$@"',
  ].join(' && ')
  const flags = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child']
  const again = [process.execPath, ...process.argv.slice(1)]
  const child = spawn('unshare', [...flags, 'sh', '-c', setup, ...again], {
    stdio: 'inherit',
    env: { ...process.env, RECORD_INSIDE: '1' },
  })
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  await rm(folder, { recursive: true })
  return status
}

/**
 * A name server that knows nobody: every name gets NXDOMAIN.
 *
 * @returns what stops it
 * @see RFC 1035, section 4.1.1
 */
export async function startNameServer(): Promise<() => Promise<void>> {
  const server = createSocket('udp4')
  server.on('message', (query, { port, address }) => {
    const answer = Buffer.from(query)
    // a response, recursion as wanted and available, RCODE 3; the question goes back as it came
    answer.writeUInt16BE(0x8183, 2)
    // nothing but the question, not even the options that a modern query carries at its end
    answer.writeUInt16BE(0, 10)
    server.send(answer, port, address)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.bind(53, '127.0.0.1', resolve)
  })
  return () => new Promise((resolve) => server.close(() => resolve()))
}
