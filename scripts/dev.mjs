// `npm run dev`: the site with live reload. Diagrams are drawn on save where a browser is found.
import { spawn } from 'node:child_process'
import { NEXT } from './build.mjs'

const child = spawn(process.execPath, [NEXT, 'dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code) => process.exit(code ?? 0))
