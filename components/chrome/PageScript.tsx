import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Address of a script in public/, with its hash, so that a cached copy is never behind. */
function versioned(name: string): string {
  const bytes = readFileSync(path.join(process.cwd(), 'public', name))
  return `/${name}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
}

/** A script of the page's own, beside React: runs once the text is there. */
export function PageScript({ name }: { name: string }) {
  return <script src={versioned(name)} defer />
}
