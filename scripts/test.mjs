// `npm test`: everything that must hold, one step after the other, and one plain closing line.
// Options: names of steps to run only those (`npm test -- unit build`). Some run only when named:
// `npm run test:long` and `npm run test:peers` do.
// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const bin = path.join(root, 'node_modules', '.bin')
const reports = path.join(root, '.cache', 'test')
// The Node that came with the packages; the system's own where there is none for this machine.
const node = existsSync(path.join(bin, 'node')) ? path.join(bin, 'node') : process.execPath
const env = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
  NEXT_TELEMETRY_DISABLED: '1',
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} says what it proves
 * @property {string[][]} commands arguments for node, in order; the first that fails ends the step
 * @property {number} minutes it may take
 * @property {string} [after] a step without which this one makes no sense
 * @property {(ok: boolean) => Counts} [count] instead of one for the step
 * @property {Record<string, string>} [env]
 * @property {boolean} [whenNamed] not a part of `npm test`
 */

const modules = (/** @type {string} */ file) => path.join('node_modules', file)
const report = (/** @type {string} */ file) => path.join(reports, file)

/** @type {Step[]} */
const steps = [
  {
    name: 'setup',
    says: 'browser and registry tools',
    commands: [['scripts/setup.mjs']],
    minutes: 10,
  },
  {
    name: 'types',
    says: 'TypeScript',
    commands: [
      [modules('next/dist/bin/next'), 'typegen'],
      [modules('typescript/bin/tsc'), '--noEmit'],
    ],
    minutes: 5,
  },
  {
    name: 'lint',
    says: 'Biome',
    commands: [[modules('@biomejs/biome/bin/biome'), 'check', '.']],
    minutes: 2,
  },
  {
    name: 'unit',
    says: 'Vitest',
    commands: [
      [
        modules('vitest/vitest.mjs'),
        ...[
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report('unit.json')}`,
        ],
      ],
    ],
    minutes: 5,
    count: countUnit,
  },
  {
    name: 'settings',
    says: 'the README lists every setting',
    commands: [['scripts/settings.ts', '--check']],
    minutes: 1,
  },
  {
    name: 'diagrams',
    says: 'every diagram is drawn, none is stale',
    commands: [['scripts/diagrams.ts', '--check']],
    minutes: 3,
  },
  {
    name: 'fonts',
    says: 'the font subsets hold every letter',
    commands: [['scripts/fonts.ts', '--check']],
    minutes: 2,
  },
  {
    name: 'build',
    says: 'the site as it is served',
    commands: [['scripts/build.mjs']],
    minutes: 6,
  },
  {
    name: 'e2e',
    says: 'Chromium and real registries',
    commands: [[modules('@playwright/test/cli.js'), 'test', '--reporter=line,json']],
    minutes: 45,
    after: 'build',
    count: countEndToEnd,
  },
  {
    name: 'fuzz',
    says: '100,000 inputs for each property',
    commands: [
      [
        modules('vitest/vitest.mjs'),
        ...[
          'run',
          '--test-timeout=3600000',
          'fuzz',
          'lib/oci/tar.test',
          'lib/oci/layer-stack.test',
        ],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report('unit.json')}`],
      ],
    ],
    minutes: 90,
    env: { FUZZ_RUNS: '100000' },
    count: countUnit,
    whenNamed: true,
  },
  {
    name: 'large',
    says: 'a layer of 400 MB, hostile layers, and what they weigh',
    commands: [
      [modules('@playwright/test/cli.js'), 'test', '--project=large', '--reporter=list,json'],
    ],
    minutes: 30,
    after: 'build',
    env: { LONG: '1' },
    count: countEndToEnd,
    whenNamed: true,
  },
  {
    name: 'peers',
    says: 'other registries and clients, built from their Go modules',
    commands: [
      ['scripts/build-peers.mjs'],
      [modules('@playwright/test/cli.js'), 'test', '--project=peers', '--reporter=list,json'],
    ],
    minutes: 60,
    after: 'build',
    env: { PEERS: '1' },
    count: countEndToEnd,
    whenNamed: true,
  },
]

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(report(file), 'utf8'))
  } catch {
    return null
  }
}

/** @param {boolean} ok @returns {Counts} */
function countUnit(ok) {
  const json = readReport('unit.json')
  if (!json) return { passed: 0, failed: 1, skipped: 0 }
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = json.testResults
  // A file that cannot be loaded has no test that could fail.
  const broken = files.filter((each) => each.status === 'failed' && !each.assertionResults.length)
  const failed = json.numFailedTests + broken.length
  return {
    passed: json.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: json.numPendingTests + json.numTodoTests,
  }
}

/** @param {boolean} ok @returns {Counts} */
function countEndToEnd(ok) {
  const json = readReport('e2e.json')
  if (!json) return { passed: 0, failed: 1, skipped: 0 }
  const failed = json.stats.unexpected + json.stats.flaky
  return {
    passed: json.stats.expected,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: json.stats.skipped,
  }
}

/** @type {import('node:child_process').ChildProcess | null} */
let running = null
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    running?.kill(signal)
    process.exit(130)
  })
}

/**
 * @param {string[]} args
 * @param {number} minutes
 * @param {Record<string, string>} more of the environment
 * @returns {Promise<boolean>}
 */
function run(args, minutes, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: { ...env, ...more, PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e.json') },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    running = child
    const timer = setTimeout(() => {
      console.error(`stopped: it took longer than ${minutes} minutes`)
      child.kill('SIGTERM')
    }, minutes * 60_000)
    child.once('error', (error) => {
      clearTimeout(timer)
      console.error(error.message)
      resolve(false)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}

const seconds = (/** @type {number} */ since) => ((Date.now() - since) / 1000).toFixed(1)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step named ${unknown.join(', ')}: ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const started = Date.now()
/** @type {{ name: string, ok: boolean, counts: Counts, time: string }[]} */
const done = []
for (const step of steps) {
  if (wanted.length > 0 ? !wanted.includes(step.name) : step.whenNamed) continue
  console.log(`\n== ${step.name}: ${step.says} (at ${seconds(started)} s)`)
  const since = Date.now()
  const blocked = done.some(({ name, ok }) => name === step.after && !ok)
  let ok = !blocked
  if (blocked) console.error(`not run, because ${step.after} failed`)
  for (const command of step.commands) ok = ok && (await run(command, step.minutes, step.env))
  const one = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  const counts = step.count && !blocked ? step.count(ok) : one
  done.push({ name: step.name, ok, counts, time: seconds(since) })
  console.log(`-- ${step.name}: ${ok ? 'ok' : 'FAILED'} after ${seconds(since)} s`)
}

const sum = (/** @type {keyof Counts} */ key) =>
  done.reduce((total, { counts }) => total + counts[key], 0)
console.log('\n')
for (const { name, ok, counts, time } of done) {
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
  const result = `${counts.passed} passed, ${counts.failed} failed${skipped}`
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${time.padStart(6)} s   ${result}`)
}
console.log(`in ${seconds(started)} s`)
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : ''
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exit(sum('failed') > 0 || done.some(({ ok }) => !ok) ? 1 : 0)
