// The smallest App Router site of the same Next version: what any page of it costs a reader.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const FILES = {
  'package.json': '{"type":"module","private":true}',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`,
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/page.jsx': 'export default function Page() { return <p>Empty.</p> }',
}

/** Builds it below `.cache` and gives its directory. */
export function buildEmptyApp(): string {
  const directory = path.resolve('.cache/empty-app')
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(directory, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const next = path.resolve('node_modules/next/dist/bin/next')
  const built = spawnSync(process.execPath, [next, 'build'], {
    cwd: directory,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the empty site did not build:\n${built.stderr}`)
  return directory
}
