import { spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'

const taken = createServer()
beforeAll(() => new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve)))
afterAll(() => void taken.close())

/** What a start says that ends before it serves. */
function start(settings: Record<string, string>): Promise<{ code: number | null; says: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { NODE_ENV: 'production', PATH: process.env.PATH, ...settings },
    })
    let says = ''
    child.stdout.on('data', (text) => (says += text))
    child.stderr.on('data', (text) => (says += text))
    child.on('exit', (code) => resolve({ code, says }))
  })
}

test('a port that is taken is named, with another to try, before anything is built', async () => {
  const { port } = taken.address() as AddressInfo
  const { code, says } = await start({ HOST: '127.0.0.1', PORT: String(port) })
  expect(code).toBe(1)
  expect(says).toContain(`Port ${port} is taken`)
  expect(says).toContain(`PORT=${port + 1} npm start`)
  expect(says).not.toContain('Building')
})

test.each<{ why: string; settings: Record<string, string>; names: string }>([
  { why: 'not a number', settings: { PORT: 'three' }, names: 'PORT' },
  {
    why: 'a size without a unit we know',
    settings: { MIRROR_MAX_BLOB: '16 parsecs' },
    names: 'MIRROR_MAX_BLOB',
  },
  { why: 'neither on nor off', settings: { LIVE: 'maybe' }, names: 'LIVE' },
])('a value that makes no sense stops the start with a sentence: $why', async (row) => {
  const { code, says } = await start(row.settings)
  expect(code).toBe(1)
  expect(says).toContain(row.names)
  expect(says.trim().split('\n')).toHaveLength(1)
  expect(says).not.toContain('at ')
})
