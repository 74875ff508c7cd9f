const FRAMES = /^(loop|alt|else|opt|par|and|critical|option|break|rect|box|title)\b/

/**
 * A Mermaid source without the words a reader sees: what is left is the type, the nodes with
 * their shapes and classes, the edges, and the messages in their order.
 *
 * Labels are found by what surrounds them (quotes, bars, a colon), so a flowchart's label has to
 * be quoted: one that is not would differ between the languages, and be reported.
 */
export function labelFree(source: string): string[] {
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('%%'))
  const type = lines[0]?.split(/\s/)[0] ?? ''
  return lines.map((line) => {
    const named = /^(accTitle|accDescr)\b/.exec(line)?.[1]
    if (named) return named
    return withoutWords(type, line).replace(/\s+/g, ' ').trim()
  })
}

function withoutWords(type: string, line: string): string {
  const unquoted = line.replace(/"[^"]*"/g, '""')
  switch (type) {
    case 'sequenceDiagram':
      if (FRAMES.test(line)) return FRAMES.exec(line)?.[0] ?? ''
      if (/^(create\s+)?(participant|actor)\b/.test(line)) return line.replace(/\s+as\s.*$/, '')
      return line.replace(/:.*$/, '')
    case 'stateDiagram':
    case 'stateDiagram-v2':
      return unquoted.replace(/\s*:(?!:).*$/, '')
    case 'classDiagram':
      return /[-.]{2}|<\|/.test(unquoted) ? unquoted.replace(/\s*:(?!:).*$/, '') : unquoted
    default:
      return unquoted.replace(/\|[^|]*\|/g, '||')
  }
}
