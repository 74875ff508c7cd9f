/**
 * Puts a hook into a bundle that waits for a gate, before runc makes the container.
 *
 *   node hold.ts <gate> … create --bundle <folder> …
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [gate = '', ...args] = process.argv.slice(2)
const file = join(args[args.indexOf('--bundle') + 1] ?? '', 'config.json')
const config = JSON.parse(readFileSync(file, 'utf8'))
const hook = { path: '/bin/sh', args: ['sh', '-c', `read open <${gate}`] }
config.hooks = { ...config.hooks, createRuntime: [...(config.hooks?.createRuntime ?? []), hook] }
writeFileSync(file, JSON.stringify(config))
