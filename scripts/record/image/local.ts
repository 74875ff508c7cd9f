import { join } from 'node:path'
import { parseReference } from '../../../lib/oci/reference.ts'
import { createMirror, type Mirror } from '../../../lib/registry/mirror.ts'
import { parseSettings } from '../../../lib/settings.mjs'
import type { Options } from './options.ts'
import { createPolite, type Polite } from './polite.ts'
import { type Recorded, recordImage } from './record.ts'

/** A registry that a lab script started, asked as `npm run record` asks any. */
export type LocalRegistry = {
  mirror: Mirror
  polite: Polite
  /**
   * @param image `hello:1.0`; every platform of it is recorded
   * @param bytesUpTo the largest layer whose bytes are kept, as `recordImage` takes it
   */
  record(image: string, layers?: Options['layers'], bytesUpTo?: number): Promise<Recorded>
  close(): Promise<void>
}

/**
 * @param realm of its token server, where it has one
 * @param work a folder of the script, for what is fetched
 */
export function askLocally(
  { host, origin, realm }: { host: string; origin: string; realm?: string },
  work: string,
): LocalRegistry {
  const settings = parseSettings({
    CACHE_DIR: join(work, 'cache'),
    EXTRA_REGISTRIES: realm ? `${origin};realm=${realm}` : origin,
  })
  const mirror = createMirror(settings)
  const { signal } = new AbortController()
  const say = () => {}
  const polite = createPolite({ registry: host, signal, say, sleep: async () => {} })
  return {
    ...{ mirror, polite },
    record(image, layers = 'bytes', bytesUpTo) {
      const reference = parseReference(`${host}/${image}`)
      const asked = { reference, platforms: null, layers, bytesUpTo }
      return recordImage(asked, { mirror, polite, say })
    },
    close: () => mirror.close(),
  }
}
