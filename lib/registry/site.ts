import 'server-only'
import { parseSettings, type Settings } from '../settings.mjs'
import { createMirror, type Mirror } from './mirror.ts'

type Site = { settings: Settings; mirror: Mirror }

// Routes are bundled apart, and each would otherwise have a mirror with flights of its own.
const KEY = Symbol.for('below-the-kubelet.site')

/** The one mirror of this process. */
export function site(): Site {
  const shared = globalThis as { [KEY]?: Site }
  if (!shared[KEY]) {
    const settings = parseSettings(process.env)
    shared[KEY] = { settings, mirror: createMirror(settings) }
  }
  return shared[KEY]
}
