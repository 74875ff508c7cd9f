'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/locale'
import type { Command } from '@/lib/oci/commands'
import { lightDigests } from '../image/digest-light'
import { type RecordedImage, recordingOf } from '../image/Offer'
import { OriginLabel } from '../image/OriginLabel'
import { Requests } from '../image/Requests'
import { ShownContext } from '../image/shown-context'
import type { Shown } from '../image/state'
import { Waiting } from '../image/Waiting'
import type { ImagePanelWords } from '../image/words'
import type { ProblemSays } from '../problem/model'
import { ProblemNote } from '../problem/ProblemNote'
import {
  type CompareAddress,
  readCompareAddress,
  type SideName,
  writeCompareAddress,
} from './address'
import { CompareForm } from './CompareForm'
import styles from './ComparePanel.module.css'
import { CompareView } from './CompareView'
import { FilesPart } from './files/FilesPart'
import type { StartFiles } from './files/recorded'
import { type Compared, isNoImage, platformsOf, rowName } from './model'
import type { CompareWords } from './words'

type Both<T> = Record<SideName, T>

type Props = {
  locale: Locale
  words: CompareWords
  panel: ImagePanelWords
  start: Both<Shown> & { compared: Compared; files: StartFiles }
  /** of `start`, as on a site of one's own */
  commands: Command[]
  recordings: RecordedImage[]
}

const SIDES = ['a', 'b'] as const
const AMD64 = 'linux/amd64'
const ARM64 = 'linux/arm64'

/** Loaded on first touch: parsing, fetching, decoding, comparing, the sentences of problems. */
const loadLive = () => import('./live')
type Live = Awaited<ReturnType<typeof loadLive>>

/** Holds both images, what is typed and awaited, and the address. */
export function CompareIsland({ locale, words, panel, start, commands, recordings }: Props) {
  const [shown, setShown] = useState<Both<Shown>>({ a: start.a, b: start.b })
  const [compared, setCompared] = useState<Compared | null>(start.compared)
  const [typed, setTyped] = useState({ a: start.a.canonical, b: start.b.canonical })
  const [busy, setBusy] = useState({ a: false, b: false })
  const [failed, setFailed] = useState<Both<ProblemSays[]>>({ a: [], b: [] })
  const current = useRef(shown)
  const running = useRef<Both<AbortController | null>>({ a: null, b: null })
  const away = shown.a !== start.a || shown.b !== start.b

  const put = (next: Both<Shown>, module: Live) => {
    current.current = next
    setShown(next)
    const settled = module.isSettled(next.a) && module.isSettled(next.b)
    setCompared(settled ? module.compareShown(next.a, next.b) : null)
  }

  /** Runs one request for one side; a newer one aborts it. */
  const run = async (
    side: SideName,
    work: (session: import('./live').Session, module: Live) => Promise<void>,
  ) => {
    running.current[side]?.abort()
    const controller = new AbortController()
    running.current[side] = controller
    const { signal } = controller
    setBusy((was) => ({ ...was, [side]: true }))
    setFailed((was) => ({ ...was, [side]: [] }))
    const fail = (says: ProblemSays) =>
      setFailed((was) => ({ ...was, [side]: [...was[side], says] }))
    try {
      const module = await loadLive()
      const catalogue = await module.loadCatalogue(locale)
      const told = new Set<object>()
      const show = (change: (was: Shown) => Shown) => {
        if (signal.aborted) return
        const next = change(current.current[side])
        for (const slot of [next.index, next.manifest, next.config]) {
          if (slot.status !== 'failed' || told.has(slot.problem)) continue
          told.add(slot.problem)
          fail(module.problemSentence(catalogue.problems, slot.problem))
        }
        put({ ...current.current, [side]: next }, module)
      }
      try {
        await work({ catalogue, signal, show }, module)
      } catch (error) {
        // A TypeError is fetch's word for "no connection": here, to this site.
        if (error instanceof TypeError) throw error
        if (signal.aborted) return
        show((was) => ({ ...was, manifest: { status: 'absent' }, config: { status: 'absent' } }))
        fail(module.problemSentence(catalogue.problems, module.problemOf(error)))
      }
    } catch {
      if (!signal.aborted) {
        setCompared(null)
        fail(words.state.siteAway)
      }
    } finally {
      if (!signal.aborted) setBusy((was) => ({ ...was, [side]: false }))
    }
  }

  const open = (side: SideName, text: string, platform: string | null) =>
    run(side, async (session, module) => {
      const reference = module.parseReference(text)
      const recording = recordingOf(recordings, module.formatReference(reference))
      if (!recording) return module.openReference(reference, platform, session)
      const { name, observedAt } = recording
      await module.openSample(name, reference, observedAt, platform, session)
    })

  const stop = () => {
    for (const side of SIDES) running.current[side]?.abort()
    setBusy({ a: false, b: false })
    setFailed({ a: [], b: [] })
  }

  const showStart = () => {
    stop()
    current.current = { a: start.a, b: start.b }
    setShown(current.current)
    setCompared(start.compared)
    setTyped({ a: start.a.canonical, b: start.b.canonical })
  }

  /** Shows what an address names; what it leaves out is as the page began. */
  const restore = ({ a, b, platform }: CompareAddress) => {
    if (a === null && b === null && platform.a === null && platform.b === null) return showStart()
    const names = { a: a ?? start.a.canonical, b: b ?? start.b.canonical }
    setTyped(names)
    for (const side of SIDES) open(side, names[side], platform[side])
  }
  const restoring = useRef(restore)
  restoring.current = restore

  useEffect(() => {
    const dim = lightDigests(document)
    const first = readCompareAddress(location.search)
    if (writeCompareAddress(first)) restoring.current(first)
    const onPopState = () => restoring.current(readCompareAddress(location.search))
    addEventListener('popstate', onPopState)
    const { current: controllers } = running
    return () => {
      removeEventListener('popstate', onPopState)
      for (const side of SIDES) controllers[side]?.abort()
      dim()
    }
  }, [])

  const visit = (address: CompareAddress) =>
    history.pushState(null, '', location.pathname + writeCompareAddress(address))

  const platformOf = (image: Shown) => {
    const rows = platformsOf(image)
    const { manifest } = image
    const row =
      manifest.status === 'ready' && rows.find(({ digest }) => digest === manifest.document.digest)
    return row ? rowName(row, rows) : null
  }
  const here = (): CompareAddress => ({
    a: shown.a.canonical,
    b: shown.b.canonical,
    platform: { a: platformOf(shown.a), b: platformOf(shown.b) },
  })
  const byDigest = (image: Shown) => {
    const top = image.index.status === 'ready' ? image.index : image.manifest
    const { registry, repository } = image.reference
    return top.status === 'ready'
      ? `${registry}/${repository}@${top.document.digest}`
      : image.canonical
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const names = { a: typed.a.trim(), b: typed.b.trim() }
    visit({ ...names, platform: { a: null, b: null } })
    for (const side of SIDES) open(side, names[side], null)
  }
  const onPlatform = (side: SideName, platform: string) => {
    const address = here()
    visit({ ...address, platform: { ...address.platform, [side]: platform } })
    run(side, (session, module) => module.openPlatform(current.current[side], platform, session))
  }
  const onSwap = async () => {
    stop()
    const { a, b, platform } = here()
    visit({ a: b, b: a, platform: { a: platform.b, b: platform.a } })
    setTyped(({ a, b }) => ({ a: b, b: a }))
    const { a: left, b: right } = current.current
    put({ a: right, b: left }, await loadLive())
  }

  const pair = (a: string, b: string, first: string, second: string) =>
    writeCompareAddress({ a, b, platform: { a: first, b: second } })
  const [hello, zstd] = [start.a.canonical, start.b.canonical]
  const recorded = (wanted: string) =>
    recordings.find(({ name }) => name === wanted)?.reference ?? hello
  const docker = recorded('hello-docker')
  const [jib, buildpacks] = [recorded('by-jib'), recorded('by-buildpacks')]
  const builders = { a: jib, b: buildpacks, platform: { a: null, b: null } }
  const examples = [
    { href: pair(hello, zstd, AMD64, AMD64), says: words.examples.packing },
    { href: pair(hello, hello, AMD64, ARM64), says: words.examples.platform },
    { href: pair(hello, docker, AMD64, AMD64), says: words.examples.format },
    { href: pair(hello, zstd, AMD64, ARM64), says: words.examples.both },
    { href: writeCompareAddress(builders), says: words.examples.builders },
  ]

  const waiting = SIDES.filter((side) => busy[side])
  return (
    <figure
      className={styles.panel}
      id="compare"
      aria-label={format(words.title, { a: shown.a.canonical, b: shown.b.canonical })}
    >
      <CompareForm
        words={words}
        typed={typed}
        shown={shown}
        examples={examples}
        away={away}
        onType={(side, text) => setTyped((was) => ({ ...was, [side]: text }))}
        onFocus={() => void loadLive()}
        onPlatform={onPlatform}
        onSwap={onSwap}
        onBack={() => {
          visit({ a: null, b: null, platform: { a: null, b: null } })
          showStart()
        }}
        onSubmit={onSubmit}
      />
      <div className={styles.images}>
        {SIDES.map((side) => (
          <div key={side} className={styles.image}>
            <p className={styles.name}>
              <b className={styles.side}>{words.sides[side]}</b>{' '}
              <code>{shown[side].canonical}</code>{' '}
              {shown[side].platform && <code>{shown[side].platform}</code>}
            </p>
            <OriginLabel
              origin={shown[side].origin}
              failed={failed[side].length > 0}
              words={panel.origin}
              locale={locale}
            />
            {failed[side].map((says, i) => (
              <ProblemNote key={i} {...says} />
            ))}
            {isNoImage(shown[side]) && (
              <p>{format(words.state.notImage, { side: words.sides[side] })}</p>
            )}
          </div>
        ))}
      </div>
      {waiting.map((side) => (
        <Waiting
          key={side}
          says={format(words.state.asking, { side: words.sides[side] })}
          slow={words.state.slow.replace('{side}', words.sides[side])}
          stop={words.state.stop}
          onStop={showStart}
        />
      ))}
      {compared ? (
        <>
          <CompareView
            compared={compared}
            images={{
              a: { reference: shown.a.canonical, platform: platformOf(shown.a) },
              b: { reference: shown.b.canonical, platform: platformOf(shown.b) },
            }}
            words={words}
            locale={locale}
            desk={localePath(locale, '/desk')}
            files={
              <ShownContext value={shown.a}>
                <FilesPart
                  // Another pair is another part: nothing of what was read belongs to it.
                  key={manifestKey(shown.a) + manifestKey(shown.b)}
                  a={shown.a}
                  b={shown.b}
                  start={away ? null : start.files}
                  words={words}
                  locale={locale}
                />
              </ShownContext>
            }
          />
          <Requests
            key={shown.a.canonical + shown.b.canonical}
            commands={away ? null : commands}
            words={{ ...panel, commands: { ...panel.commands, heading: words.commands } }}
            refresh={async () => {
              const { diffCommands } = await loadLive()
              return diffCommands(shown.a, shown.b, location.origin)
            }}
          />
        </>
      ) : (
        waiting.length === 0 && <p>{words.state.nothing}</p>
      )}
      <figcaption className={styles.caption}>
        {format(words.title, { a: shown.a.canonical, b: shown.b.canonical })}
        <span className={styles.links}>
          {words.links.heading} <a href={writeCompareAddress(here())}>{words.links.byName}</a>
          <a href={writeCompareAddress({ ...here(), a: byDigest(shown.a), b: byDigest(shown.b) })}>
            {words.links.byDigest}
          </a>
        </span>
      </figcaption>
    </figure>
  )
}

/** Tells one opened image from another, and where it came from. */
function manifestKey({ origin, canonical, manifest }: Shown): string {
  return `${origin.kind} ${canonical} ${manifest.status === 'ready' ? manifest.document.digest : ''} `
}
