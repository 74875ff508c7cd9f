import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagramConfig } from './diagram-config.ts'
import type { DiagramFence } from './diagram-fence.ts'

const TOOLS = ['mermaid', '@fontsource/ibm-plex-sans-kr'] as const

let tools: string[] | undefined

/** Versions as pinned by package.json, so that a key needs neither package installed. */
function pinned(): string[] {
  const text = readFileSync(join(process.cwd(), 'package.json'), 'utf8')
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> }
  return TOOLS.map((name) => {
    const version = devDependencies[name] ?? ''
    if (!/^\d+\.\d+\.\d+$/.test(version)) {
      throw new Error(`package.json: pin ${name} to one version, so that drawings have a key`)
    }
    return `${name}@${version}`
  })
}

/**
 * Name of a fence's drawing: 16 hex digits over its id and source, the versions of Mermaid and
 * of the font, and the configuration.
 */
export function diagramKey(fence: Pick<DiagramFence, 'id' | 'source'>): string {
  tools ??= pinned()
  return createHash('sha256')
    .update(JSON.stringify([fence.id, fence.source, tools, diagramConfig]))
    .digest('hex')
    .slice(0, 16)
}
