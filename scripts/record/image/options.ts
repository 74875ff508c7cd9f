import { parseArgs } from 'node:util'
import { formatPlatform, type Platform, parsePlatform } from '../../../lib/oci/platform.ts'
import { parseReference, type Reference } from '../../../lib/oci/reference.ts'

/** What `npm run record` was asked for. */
export type Options = {
  reference: Reference
  /** which entries of an index; null is all of them */
  platforms: Platform[] | null
  /** what is kept of a layer: its bytes too, or only the list of what is in it */
  layers: 'listing' | 'bytes'
  /** folder in content/recordings */
  name: string
}

export const USAGE = `npm run record -- <reference> [options]

  --platform=linux/amd64   which of an index: one, several with commas, or all
  --layers=listing         what to keep of layers: listing, or bytes as well
  --name=<name>            folder in content/recordings; made from the reference if not given

The settings of the site count: EXTRA_REGISTRIES, REGISTRY_AUTH_FILE, PRIVATE_REPOSITORIES, …`

/** Says what is wrong with the command line, and what to try. */
export class OptionsError extends Error {
  override name = 'OptionsError' as const
}

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * Reads a command line.
 *
 * @throws OptionsError
 * @throws ProblemError `reference-syntax`, `platform-syntax`
 */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parse(args)
  const [text, ...more] = positionals
  if (text === undefined) throw new OptionsError(`Which image? Write a reference.\n\n${USAGE}`)
  if (more.length > 0) {
    throw new OptionsError(`One image at a time: what is “${more[0]}” beside “${text}”?`)
  }
  const reference = parseReference(text)
  const layers = values.layers
  if (layers !== 'listing' && layers !== 'bytes') {
    throw new OptionsError(`“${layers}” is nothing to keep of layers: write listing or bytes.`)
  }
  const name = values.name ?? nameOf(reference)
  if (!NAME.test(name)) {
    throw new OptionsError(
      `“${name}” is no name for a recording: write lower-case letters, digits and “-”, 64 at most.`,
    )
  }
  return { reference, platforms: platformsOf(values.platform), layers, name }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        platform: { type: 'string', multiple: true, default: ['linux/amd64'] },
        layers: { type: 'string', default: 'listing' },
        name: { type: 'string' },
      },
    })
  } catch (cause) {
    throw new OptionsError(`${(cause as Error).message}\n\n${USAGE}`, { cause })
  }
}

function platformsOf(texts: string[]): Platform[] | null {
  const all = texts.flatMap((text) => text.split(',')).map((text) => text.trim())
  if (all.includes('all')) return null
  const platforms = new Map(
    all.map((text) => {
      const platform = parsePlatform(text)
      return [formatPlatform(platform), platform]
    }),
  )
  return [...platforms.values()]
}

/** `nginx-1-27` of `docker.io/library/nginx:1.27`. */
function nameOf({ repository, tag, digest }: Reference): string {
  const last = repository.split('/').at(-1) ?? repository
  const version = digest ? digest.split(':')[1]?.slice(0, 12) : tag
  return `${last}-${version}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
}
