import { readFileSync, writeFileSync } from 'node:fs'
import { VARIABLES } from '../lib/settings.mjs'

/** The README's table of variables; `--check` fails when it is behind lib/settings.mjs. */

const START = '<!-- settings:start -->'
const END = '<!-- settings:end -->'

export function settingsTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const code = (text: string) => (text === 'none' ? text : `\`${cell(text)}\``)
  const rows = VARIABLES.map(
    ({ name, means, default: absent, example }) =>
      `| \`${name}\` | ${cell(means)} | ${code(absent)} | \`${cell(example)}\` |`,
  )
  return [
    '| Variable | What it does | Default | Example |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** @throws Error when the markers are missing */
export function withTable(readme: string): string {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END)
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`)
  return `${readme.slice(0, start + START.length)}\n${settingsTable()}\n${readme.slice(end)}`
}

if (import.meta.main) {
  const path = new URL('../README.md', import.meta.url)
  const now = readFileSync(path, 'utf8')
  const fresh = withTable(now)
  if (process.argv.includes('--check')) {
    if (now !== fresh) {
      console.error(
        'README.md: the table of settings is behind lib/settings.mjs; run: npm run settings',
      )
      process.exitCode = 1
    }
  } else if (now !== fresh) {
    writeFileSync(path, fresh)
    console.log('README.md: table of settings written')
  }
}
