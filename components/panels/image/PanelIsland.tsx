'use client'
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/locale'
import type { Problem } from '@/lib/oci/problem'
import type { Reference } from '@/lib/oci/reference'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import { writeArtifactAddress } from '../artifact/address'
import type { ProblemSays } from '../problem/model'
import { ProblemNote } from '../problem/ProblemNote'
import { nowhere, type PanelAddress, readAddress, writeAddress } from './address'
import { Caption } from './Caption'
import { DigestCheck } from './DigestCheck'
import { lightDigests } from './digest-light'
import type { DocumentKind } from './kind'
import { Offer, type RecordedImage, recordingOf } from './Offer'
import { OriginLabel } from './OriginLabel'
import styles from './PanelIsland.module.css'
import { PanelView } from './PanelView'
import { ReferenceView } from './ReferenceView'
import type { SlotName } from './requests'
import { Share } from './Share'
import type { Shared } from './share'
import { ShownContext } from './shown-context'
import { type Shown, settled } from './state'
import { Waiting } from './Waiting'
import type { ImagePanelWords } from './words'

type Props = {
  id: string
  locale: Locale
  words: ImagePanelWords
  flip: FlipByteWords
  start: Shown
  /** of `start`, as on a site of one's own */
  shares: Record<SlotName, Shared | null>
  recordings: RecordedImage[]
  live: string
  alone: boolean
  level: 2 | 3 | 4
  /** stands below the panel and may ask `useShown` */
  children?: ReactNode
}

/** Loaded on first touch: parsing, fetching, decoding, the sentences of problems. */
const loadLive = () => import('./live')

/** Holds the panel's state: what is shown, what is typed, what is awaited, and the address. */
export function PanelIsland(props: Props) {
  const { id, locale, words, flip, start, shares, recordings, live, alone, level } = props
  const prefix = alone ? '' : id
  const [shown, setShown] = useState(start)
  const [typed, setTyped] = useState(live)
  const [draft, setDraft] = useState<{ reference: Reference } | { wrong: ProblemSays } | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ProblemSays | null>(null)
  const [slots, setSlots] = useState<Map<Problem, ProblemSays>>(new Map())
  const [address, setAddress] = useState<PanelAddress>(nowhere)
  const running = useRef<AbortController | null>(null)
  const figure = useRef<HTMLElement>(null)
  const current = useRef(shown)
  current.current = shown

  const visit = (next: PanelAddress, how: 'push' | 'replace') => {
    setAddress(next)
    const url = location.pathname + writeAddress(location.search, prefix, next) + location.hash
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  }

  /** Runs one request to the mirror; a newer one aborts it. */
  const run = async (
    work: (session: import('./live').Session, module: typeof import('./live')) => Promise<void>,
  ) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setBusy(true)
    setFailure(null)
    try {
      const module = await loadLive()
      const catalogue = await module.loadCatalogue(locale)
      const show = (change: (was: Shown) => Shown) => {
        if (signal.aborted) return
        const next = change(current.current)
        current.current = next
        for (const slot of [next.index, next.manifest, next.config]) {
          if (slot.status !== 'failed') continue
          const { problem } = slot
          setSlots((known) =>
            known.has(problem)
              ? known
              : new Map(known).set(problem, module.problemSentence(catalogue.problems, problem)),
          )
        }
        setShown(next)
      }
      try {
        await work({ catalogue, signal, show }, module)
      } catch (error) {
        // A TypeError is fetch's word for "no connection": here, to this site.
        if (error instanceof TypeError) throw error
        if (!signal.aborted) {
          show((was) => fallBack(was))
          setFailure(module.problemSentence(catalogue.problems, module.problemOf(error)))
        }
      }
    } catch {
      if (!signal.aborted) {
        setShown(fallBack(current.current))
        setFailure(words.state.siteAway)
      }
    } finally {
      if (!signal.aborted) setBusy(false)
    }
  }

  /** After a failure: the recording, if it is of what was asked; else no more than was said. */
  const fallBack = (was: Shown): Shown =>
    was.canonical === start.canonical ? start : { ...was, ...settled(was) }

  const openLive = (text: string, platform: string | null) => {
    setDraft(null)
    return run(async (session, module) => {
      await module.openReference(module.parseReference(text), platform, session)
    })
  }

  const showRecording = () => {
    running.current?.abort()
    setBusy(false)
    setFailure(null)
    setDraft(null)
    current.current = start
    setShown(start)
  }

  const openRecorded = (name: string, text: string, observedAt: string, platform: string | null) =>
    run(async (session, module) => {
      const reference = module.parseReference(text)
      await module.openSample(name, reference, observedAt, platform, session)
    })

  /** Shows what an address names. */
  const restore = (next: PanelAddress) => {
    setAddress(next)
    const reference = next.reference ?? start.canonical
    if (next.reference !== null) setTyped(next.reference)
    const recording = recordingOf(recordings, reference)
    if (next.live || (next.reference !== null && !recording)) {
      openLive(next.reference ?? live, next.platform)
    } else if (recording && recording.reference !== start.canonical) {
      openRecorded(recording.name, recording.reference, recording.observedAt, next.platform)
    } else {
      showRecording()
      if (next.platform !== null && next.platform !== start.platform) {
        const wanted = next.platform
        run((session, module) => module.openPlatform(current.current, wanted, session))
      }
    }
  }
  const restoring = useRef(restore)
  restoring.current = restore

  useEffect(() => {
    const dim = lightDigests(document)
    const first = readAddress(location.search, prefix)
    if (Object.values(first).some((value) => value !== null && value !== false)) {
      restoring.current(first)
    }
    const onPopState = () => restoring.current(readAddress(location.search, prefix))
    addEventListener('popstate', onPopState)
    return () => {
      removeEventListener('popstate', onPopState)
      running.current?.abort()
      dim()
    }
  }, [prefix])

  const onType = async (text: string) => {
    setTyped(text)
    const module = await loadLive()
    try {
      setDraft({ reference: module.parseReference(text) })
    } catch (error) {
      const catalogue = await module.loadCatalogue(locale).catch(() => null)
      setDraft({
        wrong: catalogue
          ? module.problemSentence(catalogue.problems, module.problemOf(error))
          : words.state.siteAway,
      })
    }
  }
  const onLeave = () => {
    visit(nowhere, 'push')
    showRecording()
  }
  const onOffered = ({ name, reference, observedAt }: RecordedImage) => {
    visit({ ...nowhere, reference }, 'push')
    setTyped(reference)
    if (reference === start.canonical) showRecording()
    else openRecorded(name, reference, observedAt, null)
  }
  /** A link below the panel that names an image opens it here, without a new page. */
  const onLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-opens]') : null
    const reference = link?.getAttribute('data-opens')
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey
    if (!reference || elsewhere || event.altKey) return
    event.preventDefault()
    const recording = recordingOf(recordings, reference)
    if (recording) onOffered(recording)
    else {
      setTyped(reference)
      visit({ ...nowhere, reference, live: true }, 'push')
      openLive(reference, null)
    }
    figure.current?.focus({ preventScroll: true })
    figure.current?.scrollIntoView()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    visit({ ...nowhere, reference: typed.trim(), live: true }, 'push')
    openLive(typed, null)
  }

  const pin =
    address.document !== null && address.at !== null
      ? { document: address.document as DocumentKind, at: address.at }
      : null
  const recorded = shown.origin.kind === 'recorded'
  const here = (more: Partial<PanelAddress>) => ({
    ...address,
    ...(recorded ? {} : { reference: address.reference ?? shown.canonical }),
    ...more,
  })
  const hrefOf = (document: DocumentKind, at: string) =>
    writeAddress('', prefix, here({ document, at }))

  return (
    <ShownContext value={shown}>
      <figure
        ref={figure}
        tabIndex={-1}
        className={styles.panel}
        id={id}
        aria-label={format(words.title, { reference: shown.canonical })}
      >
        <div className={styles.bar}>
          <OriginLabel
            origin={shown.origin}
            failed={failure !== null && !recorded}
            words={words.origin}
            locale={locale}
          />
          <form className={styles.form} onSubmit={onSubmit}>
            <label htmlFor={`${id}-input`}>{words.form.label}</label>
            <input
              id={`${id}-input`}
              name={prefix ? `${prefix}.reference` : 'reference'}
              value={typed}
              onChange={(event) => onType(event.target.value)}
              onFocus={() => void loadLive()}
              aria-describedby={`${id}-hint`}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            <button type="submit">{words.form.submit}</button>
            {shown !== start && (
              <button type="button" onClick={onLeave}>
                {words.form.recorded}
              </button>
            )}
            <p id={`${id}-hint`} className={styles.hint}>
              {words.form.hint}
            </p>
          </form>
        </div>
        <div className={styles.notice}>
          {failure ? (
            <ProblemNote {...failure}>
              <p>
                {recorded
                  ? format(words.state.keeping, { reference: shown.canonical })
                  : words.state.offer}
              </p>
              {!recorded && <Offer recordings={recordings} onOpen={onOffered} />}
            </ProblemNote>
          ) : busy && !recorded ? (
            <Waiting
              key={shown.canonical}
              says={words.state.asking}
              slow={words.state.slow}
              stop={words.form.stop}
              onStop={onLeave}
            />
          ) : null}
        </div>
        <PanelView
          id={id}
          shown={shown}
          words={words}
          level={level}
          following={busy}
          step={(address.step ?? 1) - 1}
          onStep={(step) => visit(here({ step: step + 1 }), 'replace')}
          pin={pin}
          onPin={(document, at) =>
            visit(here({ document: at === null ? null : document, at }), 'replace')
          }
          hrefOf={hrefOf}
          readHref={(digest) =>
            `${localePath(locale, '/desk/artifacts')}${writeArtifactAddress({
              ...{ reference: shown.canonical, object: digest, at: null },
            })}`
          }
          onPlatform={(platform, digest) => {
            const index = shown.index.status === 'ready' ? shown.index.document.summary : null
            const rows = index?.kind === 'index' ? index.rows : []
            const alike = rows.filter((row) => row.platform === platform)
            const wanted = platform && alike.length === 1 ? platform : digest
            visit(here({ platform: wanted, document: null, at: null }), 'push')
            run((session, module) => module.openPlatform(current.current, wanted, session))
          }}
          check={(document) => (
            <DigestCheck
              key={`check ${document.digest}`}
              id={`${id}-${document.kind}`}
              document={document}
              words={words}
              flip={flip}
            />
          )}
          failed={(slot) => {
            const says = slots.get(slot.problem)
            return says ? <ProblemNote {...says} /> : null
          }}
          share={(slot) => (
            <Share
              key={shown.canonical + slot}
              of={{ kind: 'document', slot }}
              first={shown === start ? shares[slot] : null}
              words={words}
              locale={locale}
            />
          )}
          draft={
            draft &&
            ('wrong' in draft ? (
              <ProblemNote {...draft.wrong} />
            ) : (
              <ReferenceView reference={draft.reference} words={words.reference} />
            ))
          }
        />
        <Caption
          shown={shown}
          words={words}
          prefix={prefix}
          platform={address.platform}
          pin={pin}
        />
      </figure>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener for the links within */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link makes a click of the Enter key */}
      <div onClick={onLink}>{props.children}</div>
    </ShownContext>
  )
}
