// `npm start`: checks the settings, builds when needed, serves. Opens no connection by itself.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { notices, parseSettings, SettingsError } from '../lib/settings.mjs'
import { build, NEXT } from './build.mjs'
import { SERVER_FLAGS } from './server-flags.mjs'

function settingsOrExit() {
  try {
    return parseSettings(process.env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/**
 * @param {number} port 0 for any that is free
 * @param {string} host
 * @returns {Promise<{ port: number } | { reason: string }>}
 */
function freePort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ reason: error.code ?? error.message }),
    )
    probe.listen(port, host, () => {
      const { port: found } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve({ port: found }))
    })
  })
}

const settings = settingsOrExit()
const { port: wanted, host: HOST } = settings
// Asked before the build, so that nobody waits half a minute to learn that the port is taken.
const found = await freePort(wanted, HOST)
if ('reason' in found) {
  console.error(
    found.reason === 'EADDRINUSE'
      ? `Port ${wanted} is taken by another program. Stop it, or choose another port: PORT=${wanted + 1} npm start`
      : `Cannot listen on ${HOST}:${wanted} (${found.reason}). Choose another HOST or PORT.`,
  )
  process.exit(1)
}
const PORT = found.port

if (!build()) {
  console.error('The build failed: its message is above.')
  process.exit(1)
}

const shown = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
console.log(`Serving http://${shown.includes(':') ? `[${shown}]` : shown}:${PORT}`)
for (const notice of notices(settings)) console.log(notice)
const server = spawn(
  process.execPath,
  [...SERVER_FLAGS, NEXT, 'start', '--port', String(PORT), '--hostname', HOST],
  { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
)
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => server.kill(signal))
}
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
