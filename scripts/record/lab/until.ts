import { setTimeout } from 'node:timers/promises'

/**
 * Waits for something that nobody announces, such as a socket in a folder.
 *
 * @param what it is, for the message
 * @param longest milliseconds, a minute unless told
 * @throws Error when it does not come true by then
 */
export async function until(what: string, isTrue: () => boolean, longest = 60_000): Promise<void> {
  for (const end = performance.now() + longest; !isTrue(); ) {
    if (performance.now() > end) throw new Error(`never: ${what}`)
    await setTimeout(10)
  }
}
