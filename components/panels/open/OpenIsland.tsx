'use client'
import {
  type DragEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Locale } from '@/lib/i18n/locale'
import type { Problem } from '@/lib/oci/problem'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import type { ImagePanelWords } from '../image/words'
import type { StartLayers } from '../layers/client'
import { ProblemNote } from '../problem/ProblemNote'
import type { OpenCatalogue } from './catalogue'
import type { OpenClient } from './client'
import type { Opened, OpenInput, Progress } from './messages'
import styles from './Open.module.css'
import { OpenForm } from './OpenForm'
import { ProgressBar } from './ProgressBar'
import type { BelowWords, OpenWords } from './words'

const OpenedView = lazy(() =>
  import('./OpenedView').then((module) => ({ default: module.OpenedView })),
)

type Props = {
  locale: Locale
  words: OpenWords
  panel: ImagePanelWords
  flip: FlipByteWords
  below: BelowWords
  /** stands below while nothing is open */
  children: ReactNode
}

/** What reads a file: loaded when the page is at rest, so that none of it is asked for later. */
type Tools = {
  module: typeof import('./client')
  catalogue: OpenCatalogue
  client: OpenClient
  /** shows what stands in the layers */
  layers: StartLayers
}

type State =
  | { at: 'nothing' }
  | { at: 'busy'; progress: Progress | null }
  | { at: 'stopped' }
  | { at: 'failed'; says: string; try: string }
  | { at: 'open'; opened: Opened; of: number }

/** Takes what a reader drops, chooses or pastes, and shows what it is. */
export function OpenIsland({ locale, words, panel, flip, below, children }: Props) {
  const [tools, setTools] = useState<'none' | 'loading' | 'ready' | 'failed'>('none')
  const [state, setState] = useState<State>({ at: 'nothing' })
  const loaded = useRef<Promise<Tools> | null>(null)
  const running = useRef(0)

  const load = useCallback((): Promise<Tools> => {
    if (loaded.current) return loaded.current
    setTools('loading')
    const loading = (async () => {
      const module = await import('./client')
      const catalogue = await module.loadOpenCatalogue(locale)
      const client = module.startOpen(catalogue)
      const [layers] = await Promise.all([
        module.prepareLayers(),
        client.ready,
        import('./OpenedView'),
        import('./folder'),
      ])
      return { module, catalogue, client, layers }
    })()
    loaded.current = loading
    loading.then(
      () => setTools('ready'),
      () => {
        loaded.current = null
        setTools('failed')
      },
    )
    return loading
  }, [locale])

  // At rest, so that it does not stand in the way of the page itself.
  useEffect(() => {
    const start = () => void load().catch(() => {})
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(start, 500)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(start, { timeout: 3000 })
    return () => cancelIdleCallback(idle)
  }, [load])

  const fail = (module: Tools['module'], catalogue: OpenCatalogue, problem: Problem) =>
    setState({ at: 'failed', ...module.problemSentence(catalogue.problems, problem) })

  const open = async (find: OpenInput | (() => Promise<OpenInput>)) => {
    running.current += 1
    const mine = running.current
    setState({ at: 'busy', progress: null })
    let known: Tools
    try {
      known = await load()
    } catch {
      if (mine === running.current) setState({ at: 'nothing' })
      return
    }
    const { module, catalogue, client } = known
    try {
      const input = typeof find === 'function' ? await find() : find
      if (mine !== running.current) return
      const opened = await client.open(input, (progress) => {
        if (mine === running.current) setState({ at: 'busy', progress })
      }).answer
      if (mine === running.current && opened) setState({ at: 'open', opened, of: mine })
    } catch (error) {
      if (mine === running.current) fail(module, catalogue, module.problemIn(error))
    }
  }

  // The worker may be inside one long step and hear nothing, so it is ended and started anew.
  const stop = (next: State) => {
    running.current += 1
    setState(next)
    const old = loaded.current
    loaded.current = null
    void old?.then(({ client, module, catalogue, layers }) => {
      client.close()
      const fresh = module.startOpen(catalogue)
      loaded.current ??= fresh.ready.then(() => ({ module, catalogue, layers, client: fresh }))
    })
  }

  const drop = (event: DragEvent | globalThis.DragEvent) => {
    event.preventDefault()
    const { dataTransfer } = event
    if (!dataTransfer) return
    // What was dropped is gone once the event is over: all is taken out now.
    const [item] = Array.from(dataTransfer.items).filter(({ kind }) => kind === 'file')
    const entry = item?.webkitGetAsEntry?.() ?? null
    const [file] = dataTransfer.files
    const text = dataTransfer.getData('text/plain')
    if (entry?.isDirectory) {
      const folder = entry as FileSystemDirectoryEntry
      void open(async () => (await import('./folder')).readFolder(folder))
    } else if (file) void open({ kind: 'file', name: file.name, file })
    else if (text) void open({ kind: 'text', text })
  }

  return (
    <div className={styles.panel}>
      <OpenForm
        words={words}
        tools={tools}
        open={state.at === 'open'}
        onLoad={() => void load().catch(() => {})}
        onDrop={drop}
        onOpen={(input) => void open(input)}
      />
      <div aria-live="polite">
        {state.at === 'busy' && (
          <ProgressBar
            progress={state.progress}
            words={words.state}
            locale={locale}
            onStop={() => stop({ at: 'stopped' })}
          />
        )}
        {state.at === 'stopped' && <p className={styles.stopped}>{words.state.stopped}</p>}
      </div>
      {state.at === 'failed' && <ProblemNote says={state.says} try={state.try} />}
      {state.at === 'open' && (
        <Suspense fallback={<p className={styles.stopped}>{words.state.reading}</p>}>
          <OpenedView
            key={state.of}
            opened={state.opened}
            tools={loaded.current}
            locale={locale}
            words={words}
            panel={panel}
            flip={flip}
            below={below}
            onClose={() => setState({ at: 'nothing' })}
          />
        </Suspense>
      )}
      <div hidden={state.at === 'open'}>{children}</div>
    </div>
  )
}
