/** Lines by which tools say that they failed, and why. */
const VERDICT = /^(?:Error\b|failed\b|ctr: |curl: |time=.*level=fatal)/

/**
 * The one line of a tool's output that says how it ended; empty where it printed nothing.
 *
 * `curl -i` that went well is told by the status line, which comes first.
 */
export function essenceOf({
  tool,
  stdout,
  stderr,
}: {
  tool: string
  stdout: string
  stderr: string
}): string {
  const said = linesOf(stderr)
  const verdict = said.findLast((line) => VERDICT.test(line)) ?? said.at(-1)
  if (verdict !== undefined) return verdict
  const printed = linesOf(stdout)
  if (tool === 'curl') return printed[0] ?? ''
  return printed.findLast((line) => VERDICT.test(line)) ?? printed.at(-1) ?? ''
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
