'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/locale'
import type { Digest } from '@/lib/oci/digest'
import { setOpen } from '@/lib/oci/graph'
import type { Problem } from '@/lib/oci/problem'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import { Part } from '../../ui/Part'
import { GraphView } from '../graph/GraphView'
import { nowhere as desk, writeAddress } from '../image/address'
import { lightDigests } from '../image/digest-light'
import { Offer, type RecordedImage, recordingOf } from '../image/Offer'
import { OriginLabel } from '../image/OriginLabel'
import { Share } from '../image/Share'
import { ShownContext } from '../image/shown-context'
import { bareShown } from '../image/state'
import { Waiting } from '../image/Waiting'
import type { ImagePanelWords } from '../image/words'
import { ProblemNote } from '../problem/ProblemNote'
import { ReferrersView } from '../referrers/ReferrersView'
import styles from './ArtifactsPanel.module.css'
import { type ArtifactAddress, nowhere, readArtifactAddress, writeArtifactAddress } from './address'
import { ObjectPane } from './ObjectPane'
import type { Around } from './state'
import type { ArtifactsWords } from './words'

type Says = { says: string; try: string }

type Props = {
  locale: Locale
  words: ArtifactsWords
  panel: ImagePanelWords
  flip: FlipByteWords
  start: Around
  recordings: RecordedImage[]
}

/** Loaded on first touch: fetching, hashing, decoding, certificates, the sentences of problems. */
const loadLive = () => import('./live')
type Live = Awaited<ReturnType<typeof loadLive>>

type Failure = { where: 'page' | 'object'; says: Says }

/** Holds the graph, the object that is read, what was asked and the address. */
export function ArtifactsIsland({ locale, words, panel, flip, start, recordings }: Props) {
  const [around, setAround] = useState(start)
  const [typed, setTyped] = useState(start.canonical)
  const [address, setAddress] = useState<ArtifactAddress>(nowhere)
  const [busy, setBusy] = useState<'page' | 'referrers' | string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [subject, setSubject] = useState(start.graph.root)
  const [says, setSays] = useState<Map<Problem, Says>>(new Map())
  const current = useRef(around)
  const running = useRef<AbortController | null>(null)
  const away = around.canonical !== start.canonical

  const put = (next: Around) => {
    current.current = next
    setAround(next)
  }
  const visit = (next: ArtifactAddress, how: 'push' | 'replace') => {
    setAddress(next)
    const url = location.pathname + writeArtifactAddress(next)
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  }

  /** Runs one request; a newer one aborts it. */
  const run = async (
    what: NonNullable<typeof busy>,
    where: Failure['where'],
    work: (session: import('./live').Session, module: Live) => Promise<void>,
  ) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setBusy(what)
    setFailure(null)
    try {
      const module = await loadLive()
      const catalogue = await module.loadCatalogue(locale)
      try {
        await work({ catalogue, signal }, module)
      } catch (error) {
        // A TypeError is fetch's word for "no connection": here, to this site.
        if (error instanceof TypeError) throw error
        if (!signal.aborted) {
          const problem = module.problemOf(error)
          setFailure({ where, says: module.problemSentence(catalogue.problems, problem) })
        }
      }
    } catch {
      if (!signal.aborted) setFailure({ where, says: words.state.siteAway })
    } finally {
      if (!signal.aborted) setBusy(null)
    }
  }

  const open = (text: string, object: string | null) =>
    run('page', 'page', async (session, module) => {
      const reference = module.parseReference(text)
      const canonical = module.formatReference(reference)
      const recording = recordingOf(recordings, canonical) ?? null
      const next =
        canonical === start.canonical
          ? start
          : await module.openAround(reference, recording, session)
      if (session.signal.aborted) return
      put(next)
      setSubject(next.graph.root)
      if (object === null || object === next.graph.root) return
      const found = await module.findObject(next, object, session)
      if (session.signal.aborted) return
      if (found) put(found)
      else setFailure({ where: 'object', says: words.state.objectMissing })
    })

  const choose = (digest: string) => {
    visit({ reference: around.canonical, object: digest, at: null }, 'push')
    return run(digest, 'object', async (session, module) => {
      const { object, graph } = await module.openObject(current.current, digest, session)
      if (!session.signal.aborted) put({ ...current.current, object, graph })
    })
  }

  const toggle = (digest: string, wanted: boolean) => {
    const { graph } = current.current
    const node = graph.nodes[digest]
    if (!wanted || node?.read) {
      put({ ...current.current, graph: setOpen(graph, digest, wanted) })
      return
    }
    run(digest, 'object', async (session, module) => {
      const next = await module.expand(current.current, digest, session)
      if (!session.signal.aborted) put({ ...current.current, graph: next })
    })
  }

  const ask = () =>
    run('referrers', 'page', async (session, module) => {
      const asked = subject as Digest
      const { found, graph } = await module.askReferrers(current.current, asked, session)
      if (session.signal.aborted) return
      const sentences = new Map<Problem, Says>()
      for (const { outcome } of found) {
        if (outcome.kind !== 'failed') continue
        const { problems } = session.catalogue
        sentences.set(outcome.problem, module.problemSentence(problems, outcome.problem))
      }
      setSays(sentences)
      put({
        ...current.current,
        graph: setOpen(graph, asked, true),
        found: { ...current.current.found, [asked]: found },
      })
    })

  const showStart = () => {
    running.current?.abort()
    setBusy(null)
    setFailure(null)
    setTyped(start.canonical)
    setSubject(start.graph.root)
    put(start)
  }

  /** Shows what an address names; what it leaves out is as the page began. */
  const restore = (next: ArtifactAddress) => {
    setAddress(next)
    const reference = next.reference ?? start.canonical
    setTyped(reference)
    const { object } = start
    if (reference === start.canonical && (next.object ?? object?.digest) === object?.digest) {
      return showStart()
    }
    open(reference, next.object)
  }
  const restoring = useRef(restore)
  restoring.current = restore

  useEffect(() => {
    const dim = lightDigests(document)
    const first = readArtifactAddress(location.search)
    if (writeArtifactAddress(first)) restoring.current(first)
    const onPopState = () => restoring.current(readArtifactAddress(location.search))
    addEventListener('popstate', onPopState)
    return () => {
      removeEventListener('popstate', onPopState)
      running.current?.abort()
      dim()
    }
  }, [])

  const go = (reference: string) => {
    visit({ ...nowhere, reference }, 'push')
    setTyped(reference)
    if (reference === start.canonical) showStart()
    else open(reference, null)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    go(typed.trim())
  }

  const { graph, object, canonical, reference } = around
  const rootDigest = `${reference.registry}/${reference.repository}@${graph.root}`
  const to = (more: Partial<ArtifactAddress>) =>
    writeArtifactAddress({
      reference: canonical,
      object: object?.digest ?? null,
      at: null,
      ...more,
    })
  const examples = ['hello-attested', 'hello-chart', 'hello'].flatMap((name) => {
    const recording = recordings.find((one) => one.name === name)
    const key = name === 'hello' ? 'hello' : name === 'hello-chart' ? 'chart' : 'attested'
    return recording ? [{ href: recording.reference, says: words.examples[key as 'hello'] }] : []
  })
  return (
    <figure
      className={styles.panel}
      id="artifacts"
      aria-label={format(words.title, { reference: canonical })}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <label htmlFor="artifacts-input">{words.form.label}</label>
        <input
          id="artifacts-input"
          name="reference"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={() => void loadLive()}
          aria-describedby="artifacts-hint"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <button type="submit" className="button-main">
          {words.form.submit}
        </button>
        {away && (
          <button type="button" onClick={() => go(start.canonical)}>
            {words.form.back}
          </button>
        )}
        <p id="artifacts-hint" className={styles.hint}>
          {words.form.hint}
        </p>
        <p className={styles.examples}>
          {words.examples.heading}{' '}
          {examples.map(({ href, says }) => (
            <a
              key={href}
              href={writeArtifactAddress({ ...nowhere, reference: href })}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go(href)
              }}
            >
              {says}
            </a>
          ))}
        </p>
      </form>
      <p className={styles.name}>
        <code>{canonical}</code>
      </p>
      <OriginLabel origin={around.origin} failed={false} words={panel.origin} locale={locale} />
      {busy === 'page' && (
        <Waiting
          key={typed}
          says={words.state.asking}
          slow={words.state.slow}
          stop={words.form.stop}
          onStop={() => {
            running.current?.abort()
            setBusy(null)
          }}
        />
      )}
      {failure?.where === 'page' && (
        <ProblemNote {...failure.says}>
          <Offer recordings={recordings} onOpen={(one) => go(one.reference)} />
        </ProblemNote>
      )}
      <Part id="graph-heading" kind="index" words={words.sections.graph}>
        <GraphView
          graph={graph}
          reference={canonical}
          words={words.graph}
          kinds={words.card.kinds}
          chosen={object?.digest ?? null}
          busy={busy}
          onChoose={choose}
          onToggle={toggle}
        />
      </Part>
      <Part id="object-heading" kind="referrer" words={words.sections.object}>
        {failure?.where === 'object' && <ProblemNote {...failure.says} />}
        {busy !== null && busy !== 'page' && busy !== 'referrers' && (
          <p role="status" className={styles.quiet}>
            {words.card.asking}
          </p>
        )}
        {object && (
          <ObjectPane
            key={object.digest}
            object={object}
            words={words.card}
            panel={panel}
            flip={flip}
            at={address.object === object.digest || address.object === null ? address.at : null}
            onPin={(at) => visit({ reference: canonical, object: object.digest, at }, 'replace')}
            hrefOf={(at) => to({ at })}
            onChoose={choose}
          />
        )}
      </Part>
      <Part id="referrers-heading" kind="referrer" words={words.sections.referrers}>
        <ReferrersView
          graph={graph}
          subject={subject}
          found={around.found[subject] ?? null}
          words={words.referrers}
          kinds={words.card.kinds}
          busy={busy === 'referrers'}
          onSubject={setSubject}
          onAsk={ask}
          onChoose={choose}
          problem={(problem) => {
            const known = says.get(problem)
            return known ? <ProblemNote {...known} /> : null
          }}
        />
        <ShownContext value={bareShown(around)}>
          <Share
            key={subject}
            of={{ kind: 'referrers', digest: subject }}
            first={null}
            words={panel}
            locale={locale}
          />
        </ShownContext>
      </Part>
      <figcaption className={styles.caption}>
        {format(words.title, { reference: canonical })}
        <span className={styles.links}>
          {words.links.heading} <a href={to({})}>{words.links.byName}</a>
          <a href={to({ reference: rootDigest })}>{words.links.byDigest}</a>
          <a
            href={
              localePath(locale, '/desk') + writeAddress('', '', { ...desk, reference: canonical })
            }
          >
            {words.links.desk}
          </a>
        </span>
      </figcaption>
    </figure>
  )
}
