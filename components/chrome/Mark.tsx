/** The mark: one line, and what hangs below it, in the colours of index, manifest, config, layer. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="mark">
      <rect className="mark-line" x="2" y="4" width="28" height="4" />
      <rect className="mark-index" x="3" y="11" width="5" height="7" />
      <rect className="mark-manifest" x="10" y="11" width="5" height="11" />
      <rect className="mark-config" x="17" y="11" width="5" height="15" />
      <rect className="mark-layer" x="24" y="11" width="5" height="19" />
    </svg>
  )
}
