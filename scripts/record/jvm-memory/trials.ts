import type { JvmTrial } from '../../../lib/recordings/jvm-memory.ts'

/** What is set up for a trial, before anything is known of it. */
export type Setup = Pick<
  JvmTrial,
  'name' | 'builder' | 'limitMiB' | 'outerLimitMiB' | 'settings' | 'holdMiB'
>

type Terms = Partial<Omit<Setup, 'name' | 'builder'>>

const both = (name: string, terms: Terms): Setup[] => [
  one('jib', name, terms),
  one('buildpacks', name, terms),
]

function one(builder: Setup['builder'], name: string, terms: Terms): Setup {
  return {
    ...{ name: `${builder}-${name}`, builder },
    ...{ limitMiB: null, outerLimitMiB: null, settings: [], holdMiB: 0, ...terms },
  }
}

/** Half of what the smallest limit lets Java have by itself. */
const LITTLE = 32

export const setups: Setup[] = [
  ...both('128', { limitMiB: 128, holdMiB: LITTLE }),
  ...both('256', { limitMiB: 256, holdMiB: LITTLE }),
  ...both('512', { limitMiB: 512, holdMiB: LITTLE }),
  ...both('768', { limitMiB: 768, holdMiB: LITTLE }),
  ...both('1024', { limitMiB: 1024, holdMiB: LITTLE }),
  // More than a quarter of the limit, and less than what the calculator leaves.
  ...both('1024-hold-320', { limitMiB: 1024, holdMiB: 320 }),
  // More than that.
  one('buildpacks', '1024-hold-1024', { limitMiB: 1024, holdMiB: 1024 }),
  // No limit of its own, while something above it has one.
  ...both('outer-1024', { outerLimitMiB: 1024, holdMiB: 2048 }),
  // What helps.
  one('buildpacks', '512-threads-50-code-64', {
    ...{ limitMiB: 512, holdMiB: LITTLE },
    settings: ['BPL_JVM_THREAD_COUNT=50', 'JAVA_TOOL_OPTIONS=-XX:ReservedCodeCacheSize=64M'],
  }),
  one('jib', '1024-percentage-75', {
    ...{ limitMiB: 1024, holdMiB: 320, settings: ['JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75'] },
  }),
]
