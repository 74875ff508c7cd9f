import type { DiagramWords } from './words.ts'

/** Buttons that need `public/diagram.js`; the sheet hides them until it runs. */
export function DiagramTools({ words }: { words: DiagramWords }) {
  const tools = [
    ['enlarge', words.enlarge],
    ['in', words.zoomIn],
    ['out', words.zoomOut],
    ['fit', words.fit],
    ['copy', words.copy],
    ['save', words.save],
    ['close', words.close],
  ] as const
  return (
    <div className="diagram-tools">
      {tools.map(([act, label]) => (
        <button
          key={act}
          type="button"
          data-act={act}
          data-done={act === 'copy' ? words.copied : undefined}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own word, which the script may change
          dangerouslySetInnerHTML={{ __html: label }}
          suppressHydrationWarning
        />
      ))}
    </div>
  )
}
