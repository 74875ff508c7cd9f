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
 * What must come out the same when it is recorded again: each command and its exit status, and of each
 * kind of name that it stands there. Names that a tool gave are known by their kind alone.
 */
export async function structureOf(
  places: Place[],
  directory: string,
): Promise<Record<string, number | true>> {
  const names = await namesOf('hello')
  const mentioned = await mentionedIn('hello')
  const structure: Record<string, number | true> = {}
  for (const place of places) {
    const saved = await readSavedFiles(place, directory)
    const own = ownNamesIn(place, saved, { names, mentioned })
    for (const { command, exit } of place.asked) structure[`${place.name}: ${command}`] = exit
    for (const one of seenIn(place, saved)) {
      if (PROGRESS.test(one.where)) continue
      structure[`${place.name}: ${describe(one, names, own)}`] = true
    }
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
