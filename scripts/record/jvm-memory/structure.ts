import type { JvmMemory } from '../../../lib/recordings/jvm-memory.ts'

/** What must come out the same when it is recorded again: no times, and no heap that follows the machine. */
export function structureOf({ images, trials }: JvmMemory): Record<string, unknown> {
  return {
    images: images.map(({ builder, entrypoint, layerSizes, jar }) => [
      ...[builder, entrypoint, layerSizes.length, jar],
    ]),
    ...Object.fromEntries(
      trials.map(({ name, limitMiB, process, flags, heldMiB, runs }) => [
        name,
        {
          endings: [...new Set(runs.map(({ exitCode, oomKills }) => `${exitCode} ${oomKills}`))],
          command: process?.commandLine ?? null,
          flags: flags?.map(({ name, value, origin }) => [name, limitMiB ? value : '…', origin]),
          // With a limit of its own it ends at the same step each time.
          held: limitMiB ? heldMiB : '…',
        },
      ]),
    ),
  }
}
