import type { DiagramItem } from './list.ts'

/** The list form of a drawing. */
export function DiagramList({ items }: { items: readonly DiagramItem[] }) {
  return (
    <ul className="diagram-list">
      {items.map((item, index) => (
        <li key={index}>
          {item.text}
          {item.items.length > 0 && <DiagramList items={item.items} />}
        </li>
      ))}
    </ul>
  )
}
