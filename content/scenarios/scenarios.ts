import type { Scenario, Step } from '@/components/diagrams/scenario-player/model'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { readCri } from '@/lib/recordings/cri'
import { readEngine } from '@/lib/recordings/engine'
import { readRecording } from '@/lib/recordings/recording'
import { readRegistryConversations } from '@/lib/recordings/registry-conversation'
import { readRuntime } from '@/lib/recordings/runtime'
import { readShim } from '@/lib/recordings/shim'
import { attach } from './attach'
import { createStart } from './create-start'
import { criEvidenceOf } from './cri-evidence'
import { deletion } from './delete'
import { engineEvidenceOf } from './engine-evidence'
import type { EvidenceWords } from './evidence'
import { httpEvidenceOf } from './http-evidence'
import { killLab } from './kill-lab'
import { lifecycle } from './lifecycle'
import { pull } from './pull'
import { push } from './push'
import { runByCri } from './run-by-cri'
import { runByDocker } from './run-by-docker'
import { runtimeEvidenceOf } from './runtime-evidence'
import type { Label, Pointer, ScenarioSource, ShimPointer } from './scenario'
import { shimEvidenceOf } from './shim-evidence'
import { scenarioWords } from './words'

export const scenarios: Record<string, ScenarioSource> = {
  attach,
  'create-start': createStart,
  delete: deletion,
  'kill-lab': killLab,
  lifecycle,
  pull,
  push,
  'run-by-cri': runByCri,
  'run-by-docker': runByDocker,
}

export type Told = { scenario: Scenario; origin: string; note: string }

/**
 * A scenario in one language, each step with what the recording says.
 *
 * @throws Error for a name that does not exist, and for evidence that the recording lacks
 */
export async function tellScenario(name: string, locale: Locale): Promise<Told> {
  const source = scenarios[name]
  if (!source) throw new Error(`no scenario ${name}: ${Object.keys(scenarios).join(', ')}`)
  const words = scenarioWords[locale]
  const { observedAt, tools } = await readRecording(source.recording)
  const named = source.tools ?? Object.keys(tools).slice(0, 2)
  const versions = named.map((tool) => {
    const [version] = /\d+(?:\.\d+)+/.exec(tools[tool] ?? '') ?? []
    if (!version) throw new Error(`${source.recording} names no version of ${tool}`)
    return `${tool} ${version}`
  })
  return {
    scenario: {
      id: source.id,
      title: source.title[locale],
      actors: source.actors.map((actor) => ({ ...actor, name: actor.name[locale] })),
      steps: (await stepsOf(source, words.evidence)).map(
        ({ from, to, call, answer, words: told, evidence }) => ({
          ...{ from, to, call: said(call, locale), words: told[locale], evidence },
          ...(answer && { answer: { tone: answer.tone, text: said(answer.text, locale) } }),
        }),
      ),
    },
    origin: format(words.origin, {
      date: observedAt.slice(0, 10),
      tools: versions.join(', '),
    }),
    note: {
      engine: words.noteOfEngine,
      http: words.noteOfHttp,
      cri: words.note,
      runtime: words.note,
    }[source.kind],
  }
}

function said(label: Label, locale: Locale): string {
  return typeof label === 'string' ? label : label[locale]
}

async function stepsOf(source: ScenarioSource, words: EvidenceWords) {
  if (source.kind === 'cri') {
    const recording = await readCri(source.recording)
    const pointers = source.steps.flatMap(({ evidence }) => evidence)
    const shim = pointers.some(isOfShim) ? await readShim(source.recording) : null
    return withEvidence(source.steps, (pointer) =>
      shim && isOfShim(pointer)
        ? shimEvidenceOf(pointer, recording, shim, words)
        : criEvidenceOf(pointer as Pointer, recording, words),
    )
  }
  if (source.kind === 'engine') {
    const recording = await readEngine()
    return withEvidence(source.steps, (pointer) => engineEvidenceOf(pointer, recording, words))
  }
  if (source.kind === 'http') {
    const { conversations } = await readRegistryConversations()
    return withEvidence(source.steps, (pointer) => httpEvidenceOf(pointer, conversations, words))
  }
  const recording = await readRuntime(source.recording)
  return withEvidence(source.steps, (pointer) => runtimeEvidenceOf(pointer, recording, words))
}

/** The steps, with what their pointers lead to. */
function withEvidence<S extends { evidence: unknown[] }>(
  steps: S[],
  read: (pointer: S['evidence'][number]) => Step['evidence'],
) {
  return steps.map((step) => ({ ...step, evidence: step.evidence.flatMap(read) }))
}

function isOfShim(pointer: Pointer | ShimPointer): pointer is ShimPointer {
  return ['shim-run', 'shim-call', 'containerd-events'].includes(pointer.of)
}
