/// <reference lib="webworker" />
import { createHasher } from '@/lib/oci/hash'
import { type Problem, ProblemError, problemOf } from '@/lib/oci/problem'
import type { OpenCatalogue } from './catalogue'
import { openInput, type Session, type Work } from './engine'
import type { FromWorker, Progress, ToWorker } from './messages'

/** Milliseconds between two words of progress. */
const PATIENCE = 100

let catalogue: OpenCatalogue | null = null
let session: Session | null = null
const running = new Map<number, AbortController>()

const post = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'ready') {
    catalogue = data.catalogue
    void loadAll()
  } else if (data.type === 'stop') running.get(data.number)?.abort()
  else void handle(data)
})

/** Asked for now, so that nothing is while a file is open: a reader may be offline by then. */
async function loadAll(): Promise<void> {
  const { number, type } = await Promise.all([
    createHasher(),
    import('fzstd'),
    import('fflate'),
  ]).then(
    () => ({ number: 0, type: 'done' }) as const,
    () => ({ number: 0, type: 'problem' }) as const,
  )
  post(type === 'done' ? { number, type } : { number, type, problem: { kind: 'internal' } })
}

async function handle(asked: Exclude<ToWorker, { type: 'ready' | 'stop' }>): Promise<void> {
  const { number } = asked
  const controller = new AbortController()
  running.set(number, controller)
  try {
    if (!catalogue) throw new Error('not ready')
    await answer(asked, {
      catalogue,
      signal: controller.signal,
      onProgress: seldom((progress) => post({ number, type: 'progress', progress })),
    })
    post({ number, type: 'done' })
  } catch (error) {
    if (controller.signal.aborted) post({ number, type: 'done' })
    else post({ number, type: 'problem', problem: toProblem(error) })
  } finally {
    running.delete(number)
  }
}

async function answer(
  asked: Exclude<ToWorker, { type: 'ready' | 'stop' }>,
  work: Work,
): Promise<void> {
  const { number } = asked
  if (asked.type === 'open') {
    session = null
    session = await openInput(asked.input, work)
    post({ number, type: 'opened', opened: session.opened })
  } else if (asked.type === 'image' && session) {
    const documents = await session.documents(asked.image)
    post({ number, type: 'documents', documents, layers: session.layers(asked.image) })
  } else if (asked.type === 'check') {
    await session?.check(work, (check) => post({ number, type: 'checked', check }))
  }
}

function seldom(tell: (progress: Progress) => void): (progress: Progress) => void {
  let told = Number.NEGATIVE_INFINITY
  return (progress) => {
    const now = performance.now()
    if (now - told < PATIENCE) return
    told = now
    tell(progress)
  }
}

/** A file that was changed or moved after it was dropped is refused by the browser. */
function toProblem(error: unknown): Problem {
  if (error instanceof DOMException && /^Not(?:Readable|Found)Error$/.test(error.name)) {
    return { kind: 'file-unreadable', name: '–' }
  }
  return error instanceof ProblemError ? error.problem : problemOf(error)
}
