// Makes the fonts that readers download: Latin as it comes, Hangul with exactly the characters
// this site uses. `--check` fails when a text has outgrown them.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'
import { chromeEn } from '../content/ui/chrome.en.ts'

const OUT = 'public/fonts'
const LIST = `${OUT}/characters.txt`
const SANS = 'node_modules/@fontsource/ibm-plex-sans-kr/files/ibm-plex-sans-kr'
const MONO = 'node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono'
const SOURCES = ['content', 'components', 'app', 'lib']
const TEXT = /\.(mdx|ts|tsx|yaml|ndjson|json)$/

function* files(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const name = path.join(directory, entry.name)
    if (entry.isDirectory()) yield* files(name)
    else if (TEXT.test(name) && !name.includes('.test.')) yield name
  }
}

const coveredBy = (file: string) => {
  const font = fontkit.openSync(file) as unknown as { characterSet: number[] }
  return new Set(font.characterSet)
}

/** Characters outside Latin that occur in what readers see and that the Korean font can draw. */
function wanted(): string {
  const latin = coveredBy(`${SANS}-latin-400-normal.woff2`)
  const korean = coveredBy(`${SANS}-korean-400-normal.woff2`)
  const found = new Set<number>()
  for (const directory of SOURCES) {
    for (const file of files(directory)) {
      for (const character of readFileSync(file, 'utf8')) {
        const point = character.codePointAt(0) ?? 0
        if (point > 0x7f && !latin.has(point) && korean.has(point)) found.add(point)
      }
    }
  }
  return String.fromCodePoint(...[...found].sort((a, b) => a - b))
}

const characters = wanted()
if (process.argv.includes('--check')) {
  const covered = new Set(readFileSync(LIST, 'utf8').trimEnd())
  const named = coveredBy(`${OUT}/ko-name.woff2`)
  const missing = [
    ...[...characters].filter((character) => !covered.has(character)),
    ...[...chromeEn.otherLanguage].filter((character) => !named.has(character.codePointAt(0) ?? 0)),
  ]
  if (missing.length > 0) {
    console.error(`The fonts lack ${missing.join('')}: run npm run fonts`)
    process.exit(1)
  }
  console.log(`The fonts cover all ${[...characters].length} characters beyond Latin.`)
  process.exit(0)
}

mkdirSync(OUT, { recursive: true })
for (const weight of [400, 600]) {
  const copy = (from: string, to: string) => writeFileSync(`${OUT}/${to}`, readFileSync(from))
  copy(`${SANS}-latin-${weight}-normal.woff2`, `latin-${weight}.woff2`)
  copy(`${MONO}-latin-${weight}-normal.woff2`, `mono-${weight}.woff2`)
  const whole = readFileSync(`${SANS}-korean-${weight}-normal.woff2`)
  const small = await subsetFont(whole, characters, { targetFormat: 'woff2' })
  writeFileSync(`${OUT}/ko-${weight}.woff2`, small)
}
// All that an English page says in Hangul: where the system has no font for it, boxes would stand there.
const hangul = readFileSync(`${SANS}-korean-400-normal.woff2`)
const name = await subsetFont(hangul, chromeEn.otherLanguage, { targetFormat: 'woff2' })
writeFileSync(`${OUT}/ko-name.woff2`, name)
writeFileSync(LIST, `${characters}\n`)
for (const name of readdirSync(OUT).sort()) console.log(name, statSync(`${OUT}/${name}`).size)
