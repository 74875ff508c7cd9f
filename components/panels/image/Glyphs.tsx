import styles from './Glyphs.module.css'
import { visible } from './visible'

/**
 * Text from a registry, as it came; characters that cannot be seen wear their code point.
 *
 * The characters themselves stay, so copied text is the text.
 */
export function Glyphs({ children }: { children: string }) {
  const cut = visible(children)
  if (cut.length === 1 && cut[0]?.code === null) return children
  return cut.map((part, i) =>
    part.code === null ? (
      part.text
    ) : (
      <span key={i} className={styles.unseen} data-code={part.code} title={part.code}>
        {part.text}
      </span>
    ),
  )
}
