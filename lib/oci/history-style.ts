import { isRecord } from './descriptor.ts'

/**
 * How a step of a history was written down.
 *
 * `buildkit`: its comment, or `# buildkit` at the end. `nop`: `/bin/sh -c #(nop) …`, as Docker's
 * first builder and Buildah write a step that runs nothing. `shell`: a command in `/bin/sh -c`.
 * `empty`: nothing said. `other`: a builder's own words.
 */
export type StepStyle = 'buildkit' | 'nop' | 'shell' | 'empty' | 'other'

export type HistoryStyle = {
  steps: number
  /** steps that say they made a layer */
  layers: number
  /** in the order in which they first appear, base first */
  styles: { style: StepStyle; steps: number; at: string; text: string }[]
}

/** The ways of writing that a config's history shows; several where the base had another builder. */
export function historyStyle(config: unknown): HistoryStyle {
  const history = historyOf(config)
  const styles = new Map<StepStyle, HistoryStyle['styles'][number]>()
  history.forEach((step, i) => {
    const style = styleOf(step)
    const known = styles.get(style)
    if (known) known.steps++
    else styles.set(style, { style, steps: 1, at: `/history/${i}`, text: createdBy(step) })
  })
  return {
    steps: history.length,
    layers: history.filter((step) => !isRecord(step) || step.empty_layer !== true).length,
    styles: [...styles.values()],
  }
}

/** How many steps two histories have in common from the first on. */
export function commonSteps(a: unknown, b: unknown): number {
  const [left, right] = [historyOf(a), historyOf(b)]
  const length = left.findIndex((step, i) => JSON.stringify(step) !== JSON.stringify(right[i]))
  return length < 0 ? left.length : length
}

function historyOf(config: unknown): unknown[] {
  return isRecord(config) && Array.isArray(config.history) ? config.history : []
}

function createdBy(step: unknown): string {
  return isRecord(step) && typeof step.created_by === 'string' ? step.created_by : ''
}

function styleOf(step: unknown): StepStyle {
  const text = createdBy(step)
  const comment = isRecord(step) && typeof step.comment === 'string' ? step.comment : ''
  if (/^buildkit\./.test(comment) || / # buildkit$/.test(text)) return 'buildkit'
  if (text.startsWith('/bin/sh -c #(nop)')) return 'nop'
  if (text.startsWith('/bin/sh -c ')) return 'shell'
  return text === '' ? 'empty' : 'other'
}
