/**
 * Says whether a recording made again has the structure of the kept one, and names what differs; the
 * process then ends with 1.
 */
export function compareStructures(
  name: string,
  was: Record<string, unknown>,
  is: Record<string, unknown>,
): void {
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const differences = parts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]))
  for (const part of differences) {
    console.error(`${part}:\n  was ${JSON.stringify(was[part])}\n  is  ${JSON.stringify(is[part])}`)
  }
  if (differences.length > 0) process.exitCode = 1
  else console.log(`${name}: the same structure`)
}
