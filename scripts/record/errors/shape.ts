import type { RecordedFailure } from '../../../lib/recordings/failure.ts'

/** What two recordings of one failure have in common: everything but words, times, sizes and digests. */
export function shapeOf({ registry, speaker, lines, runs }: RecordedFailure): string {
  const said = lines.map((line) => {
    if (line.type !== 'exchange') return line.type === 'problem' ? line.problem.kind : line.type
    const { purpose, request, response, problem } = line
    return `${request.method} ${purpose} ${response?.status ?? problem?.kind}`
  })
  const ended = runs.map(({ tool, exit }) => `${tool} ${exit === 0 ? 'went well' : 'failed'}`)
  return [`${registry ?? 'harness'}, ${speaker}`, ...said, ...ended].join('\n')
}
