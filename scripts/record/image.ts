/**
 * Records any image from a live registry into content/recordings/<name>.
 *
 *   npm run record -- <reference> [--platform=…] [--layers=…] [--name=…]
 *
 * What was fetched before a run was cut stays in `.cache/record`; the next run goes on from there.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { problemSentence } from '../../components/panels/problem/model.ts'
import { problemsEn } from '../../content/ui/problems.en.ts'
import { ProblemError, problemOf } from '../../lib/oci/problem.ts'
import { formatReference } from '../../lib/oci/reference-text.ts'
import { createMirror } from '../../lib/registry/mirror.ts'
import { parseSettings, SettingsError } from '../../lib/settings.mjs'
import { OptionsError, parseOptions } from './image/options.ts'
import { createPolite } from './image/polite.ts'
import { recordImage, TooMuch } from './image/record.ts'
import { recordedAs, reuseRecordings } from './image/reuse.ts'
import { writeRecording } from './image/write.ts'

const root = process.cwd()
/** what the image turned out to be, line by line */
const asked: string[] = []
const say = (line: string) => {
  asked.push(line)
  console.log(line)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const options = parseOptions(args)
  const { reference, name } = options
  const shown = formatReference(reference)
  const standing = await recordedAs(name)
  if (standing !== null && standing !== shown) {
    throw new OptionsError(
      `content/recordings/${name} holds ${standing} already. Choose another --name for ${shown}.`,
    )
  }
  const cacheDir = process.env.CACHE_DIR ?? join(root, '.cache', 'record')
  const settings = parseSettings({ ...process.env, CACHE_DIR: cacheDir })
  const reused = await reuseRecordings(reference, settings)
  if (reused > 0) say(`${reused} objects of earlier recordings need not be fetched`)

  const cut = new AbortController()
  const stop = () => cut.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const mirror = createMirror(settings)
  const polite = createPolite({
    ...{ registry: reference.registry, signal: cut.signal, say },
    sleep: (seconds, signal) => setTimeout(seconds * 1000, undefined, { signal }),
  })
  try {
    const recorded = await recordImage(options, { mirror, polite, say })
    const { version } = JSON.parse(
      await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'),
    )
    await writeRecording(
      recorded,
      {
        tools: { 'below-the-kubelet': `below-the-kubelet ${version}`, node: process.version },
        script: 'scripts/record/image.ts',
        commands: [`npm run record -- ${args.join(' ')}`],
      },
      {
        directory: join(root, 'content', 'recordings', name),
        drafts: join(root, '.cache', 'record-drafts'),
      },
    )
    const { blobs, listings, omitted } = recorded
    say(
      `content/recordings/${name}: ${blobs.size} blobs, ${listings.size} listings, ${omitted.size} left out`,
    )
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await mirror.close()
  }
}

/** What is wrong and what to try. */
function sentenceOf(error: unknown): string {
  if (error instanceof OptionsError || error instanceof TooMuch) return error.message
  if (error instanceof SettingsError) return error.message
  if (error instanceof ProblemError) {
    const { says, try: hint } = problemSentence(problemsEn, problemOf(error))
    const more = 'What was fetched is kept; the next run goes on from here.'
    return [`${says} ${hint}`, ...(asked.length > 0 ? [more] : [])].join('\n')
  }
  return String((error as Error).stack)
}
