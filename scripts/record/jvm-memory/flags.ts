import type { JvmFlag } from '../../../lib/recordings/jvm-memory.ts'

/** Of several hundred, those that decide how much memory the JVM may take. */
const KEPT = [
  ...['MaxRAMPercentage', 'MinRAMPercentage', 'InitialHeapSize', 'MaxHeapSize', 'MaxMetaspaceSize'],
  ...['CompressedClassSpaceSize', 'ReservedCodeCacheSize', 'ThreadStackSize'],
  ...['MaxDirectMemorySize', 'ExitOnOutOfMemoryError', 'NativeMemoryTracking', 'UseSerialGC'],
  'UseG1GC',
]

/** The lines of `-XX:+PrintFlagsFinal` about memory; the loader knows which origins there are. */
export function readFlags(printed: string): JvmFlag[] {
  const line = /^\s*\S+\s+(\w+)\s+:?= (\S*)\s+\{[^}]*\}(?: \{([^}]*)\})?/gm
  return [...printed.matchAll(line)]
    .filter(([, name = '']) => KEPT.includes(name))
    .map(([, name = '', value = '', origin = '']) => ({
      ...{ name, value, origin: origin as JvmFlag['origin'] },
    }))
}
