import type { Place } from '../../../lib/recordings/everywhere.ts'
import { type ImageName, mentionedIn, namesOf } from '../../../lib/recordings/image-names.ts'
import {
  namesBy,
  type OwnName,
  ownNamesIn,
  readSavedFiles,
  type Seen,
  seenIn,
} from '../../../lib/recordings/seen-names.ts'

/**
 * What must come out the same when it is recorded again: the commands and how they ended, and which
 * kind of name stands where. Names that a tool gave are known by their kind alone.
 */
export async function structureOf(
  places: Place[],
  directory: string,
): Promise<Record<string, string[]>> {
  const names = await namesOf('hello')
  const mentioned = await mentionedIn('hello')
  const structure: Record<string, string[]> = {}
  for (const place of places) {
    const saved = await readSavedFiles(place, directory)
    const own = ownNamesIn(place, saved, { names, mentioned })
    structure[`${place.name}: commands`] = place.asked.map(
      ({ command, exit }) => `${exit} ${command}`,
    )
    const seen = seenIn(place, saved)
      .filter(({ where }) => !PROGRESS.test(where))
      .map((one) => describe(one, names, own))
    structure[`${place.name}: names`] = [...new Set(seen)].sort()
  }
  return structure
}

/** What `docker pull` says of a layer while it is on its way: not of each, every time. */
const PROGRESS = /^: (?:Verifying|Waiting|Download|Pull complete|Extracting)/

function describe({ hex, where, from }: Seen, names: ImageName[], own: OwnName[]): string {
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{64}/g, (each) => `<${kindsOf(each, names, own)}>`)
      // short names of folders, which overlay's drivers choose at random
      .replace(/\bl\/[A-Z0-9]{26}\b/g, 'l/<link>')
  const source = Object.values(from).map(plain).join(' ')
  return `${source} | ${plain(where)} | ${kindsOf(hex, names, own)}`
}

function kindsOf(hex: string, names: ImageName[], own: OwnName[]): string {
  const kinds = [
    ...namesBy(names, hex).map(({ is, layer }) => (layer === null ? is : `${is} ${layer}`)),
    ...namesBy(own, hex).map(({ is }) => is),
  ]
  return [...new Set(kinds)].join(' = ') || 'nobody’s'
}
