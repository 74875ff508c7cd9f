import { describe, expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locale'
import { runByCri } from './run-by-cri'
import { scenarios, tellScenario } from './scenarios'

describe.each(Object.entries(scenarios))('%s', (name, source) => {
  test.each(locales)('every step has its evidence in the recording, %s', async (locale) => {
    const { scenario } = await tellScenario(name, locale)
    for (const [i, step] of scenario.steps.entries()) {
      expect(step.evidence.length, step.call).toBeGreaterThanOrEqual(
        source.steps[i]!.evidence.length,
      )
      for (const each of step.evidence) {
        const { lines } = 'wire' in each ? each.wire : each
        const { label } = each
        expect(lines.length, `${step.call}: ${label}`).toBeGreaterThan(0)
        expect(label).not.toMatch(/\{\w+\}/)
      }
    }
  })

  test('a step goes between actors of the scenario', () => {
    const ids = source.actors.map(({ id }) => id)
    for (const { from, to } of source.steps) expect(ids).toEqual(expect.arrayContaining([from, to]))
    for (const id of ids)
      expect(source.steps.some((step) => [step.from, step.to].includes(id))).toBe(true)
  })
})

test('a pointer to what was never recorded is an error, not an empty box', async () => {
  scenarios.broken = {
    ...runByCri,
    kind: 'cri',
    steps: [
      {
        ...{ from: 'kubelet', to: 'containerd', call: 'x', words: { en: 'x', ko: 'x' } },
        evidence: [{ of: 'stage', name: 'no such stage', show: 'processes' }],
      },
    ],
  }
  await expect(tellScenario('broken', 'en')).rejects.toThrow('no such stage')
  delete scenarios.broken
})
