'use client'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { Share } from '../image/Share'
import type { Shown } from '../image/state'
import type { SharePanelWords } from '../image/words'
import {
  type LayersAddress,
  noLayer,
  readLayersAddress,
  type Show,
  writeLayersAddress,
} from './address'
import { Contents, type Cut } from './Contents'
import { type StartLayers, startLayers } from './client'
import { type ExportFormat, saveBlob } from './export'
import { type AnyLayers, type LayerFacts, layersOf, type OwnLayer } from './facts'
import styles from './Layers.module.css'
import { LayerTable } from './LayerTable'
import { LiveTree } from './LiveTree'
import { isWaiting, ReadingBar } from './ReadingBar'
import type { Open, Row } from './rows'
import { SizesMap } from './SizesMap'
import { StoryView } from './StoryView'
import { Checks, Summary } from './Summary'
import { Count, Filters, Stepper, type ToolActions } from './Toolbar'
import { useAnswer, useLayers, useView } from './use-layers'
import type { LayersWords } from './words'

type Props = {
  /** null: what is chosen stays out of the page's address */
  prefix: string | null
  words: LayersWords
  locale: Locale
  /** chosen when the address names no path and the image is the one the page began with */
  path: string | null
  /** stands until there is something to show */
  fallback: ReactNode
}

/** Bytes. A reader's own file is read up to here without being asked: a blink on a desktop. */
const OWN = 32 * 2 ** 20
/** Bytes as stored: what is so small is read, and opened, without asking. */
const SMALL = 4 * 2 ** 20
/** The same where an address asks for a layer or a path. */
const LINKED = 64 * 2 ** 20
const TINY = 16 * 2 ** 10

/** The layers of the image on screen, once somebody looks at them. */
export function LayersLive(props: Props & { shown: Shown; panel: SharePanelWords }) {
  const { shown, words, panel, locale, fallback } = props
  const image = useMemo(() => layersOf(shown), [shown])
  if (!image) {
    const waits = [shown.manifest, shown.config].some(({ status }) => status === 'waiting')
    return waits ? null : <p className={styles.quiet}>{words.none}</p>
  }
  return (
    <OfImage key={image.key} {...props} image={image} start={startLayers} fallback={fallback}>
      {({ digest, mediaType, stored }) =>
        digest !== null && (
          <Share
            key={digest}
            of={{ kind: 'layer', digest, mediaType, size: stored }}
            first={null}
            words={panel}
            locale={locale}
          />
        )
      }
    </OfImage>
  )
}

type ImageProps = Props & {
  image: AnyLayers
  start: StartLayers
  /** stands below what is said of the chosen layer */
  children?: (layer: LayerFacts | OwnLayer) => ReactNode
}

/** The layers of one image, of a registry or of a reader's own file. */
export function OfImage(props: ImageProps) {
  const { image, start, prefix, words, locale, path: startPath, fallback, children } = props
  const { client, progress } = useLayers(image, start)
  const [address, setAddress] = useState<LayersAddress>(noLayer)
  const [userOpen, setOpen] = useState<Open | null>(null)
  const [onlyLayer, setOnlyLayer] = useState(false)
  const [showGone, setShowGone] = useState(true)
  const [active, setActive] = useState(0)
  const [window, setWindow] = useState({ from: 0, count: 44 })
  const last = image.layers.length - 1
  const layer = Math.min(last, (address.layer ?? image.layers.length) - 1)
  const stored = image.layers.reduce((sum, each) => sum + each.stored, 0)
  const open = userOpen ?? { all: stored <= TINY, except: [] }
  const readings = progress?.readings ?? []
  const version = progress?.version ?? 0

  const visit = (more: Partial<LayersAddress>, how: 'push' | 'replace' = 'push') => {
    const next = { ...address, ...more }
    setAddress(next)
    if (prefix === null) return
    const url =
      location.pathname + writeLayersAddress(location.search, prefix, next) + location.hash
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  }

  useEffect(() => {
    if (prefix === null) return
    const read = () => setAddress(readLayersAddress(location.search, prefix))
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [prefix])

  // What is small, or asked for by the address, is read at once.
  const facts = useRef({ image, prefix })
  facts.current = { image, prefix }
  useEffect(() => {
    if (!client) return
    const { layers, path } = facts.current.image
    const place = facts.current.prefix
    const asked = place === null ? noLayer : readLayersAddress(location.search, place)
    const upTo = asked.layer ?? layers.length
    const some = layers.slice(0, upTo).reduce((sum, each) => sum + each.stored, 0)
    const isLinked = asked.layer !== null || asked.path !== null
    const sum = layers.reduce((total, each) => total + each.stored, 0)
    const limit = path === '' ? OWN : path.startsWith('/api/layers/samples/') ? SMALL : -1
    if (sum <= limit) {
      client.read(layers.map((_, i) => i))
    } else if (isLinked && some <= LINKED) client.read(layers.slice(0, upTo).map((_, i) => i))
  }, [client])

  const show: 'built' | 'alone' = address.show === 'alone' ? 'alone' : 'built'
  const query = {
    ...{ layer, show, sort: address.sort, find: address.find, open, onlyLayer, showGone },
  }
  const view = useView(client, { ...query, ...window }, version)
  const path = address.path ?? startPath
  const isMap = address.show === 'sizes'
  const story = useAnswer(
    client,
    path === null ? null : { about: 'story', query: { ...query, open: noOpen }, path },
    version,
  )
  const mapAt = mapPath(address.path, story?.answer?.row)
  const map = useAnswer(
    client,
    isMap ? { about: 'map', layer, show: 'built', path: mapAt } : null,
    version,
  )

  // A path of the address is brought into sight once: its directories open, its row under the keys.
  const revealed = useRef<string | null>(null)
  const wanted = address.path
  const isReady = view !== null && (view.show === show || view.total > 0)
  const seeing = useRef({ query, open })
  seeing.current = { query, open }
  useEffect(() => {
    if (!client || wanted === null || !isReady || revealed.current === wanted) return
    const { query, open } = seeing.current
    const next = opened(open, wanted)
    client.ask({ about: 'place', query: { ...query, open: next }, path: wanted }).then((at) => {
      if (at < 0) return
      revealed.current = wanted
      setOpen(next)
      setActive(at)
    })
  }, [client, wanted, isReady])

  const onToggle = ({ path: at }: Row) => {
    const except = open.except.includes(at)
      ? open.except.filter((each) => each !== at)
      : [...open.except, at]
    setOpen({ ...open, except })
  }
  const onChoose = (row: Pick<Row, 'path'>) => {
    revealed.current = row.path
    visit({ path: row.path })
  }
  const onParent = async ({ path: at }: Row) => {
    if (!client || !at.includes('/') || address.find !== '') return
    const parent = at.slice(0, at.lastIndexOf('/'))
    const place = await client.ask({ about: 'place', query, path: parent })
    if (place >= 0) setActive(place)
  }
  const onWindow = useCallback(
    (from: number, count: number) =>
      setWindow((was) => (was.from === from && was.count === count ? was : { from, count })),
    [],
  )
  const onSave = async (kind: ExportFormat) => {
    if (!client) return
    const blob = await client.ask({ about: 'file', layer, show, format: kind })
    saveBlob(blob, `layer-${layer + 1}-${show}.${kind}`)
  }
  const cut: Cut = async (home, index) =>
    (await client?.ask({ about: 'contents', layer: home, index })) ?? {
      problem: { kind: 'internal' },
    }
  const actions: ToolActions = {
    onLayer: (next) => visit({ layer: next === last ? null : next + 1 }),
    onShow: (next: Show) => visit({ show: next }),
    onFind: (find) => {
      setActive(0)
      visit({ find }, 'replace')
    },
    onSort: (sort) => {
      setActive(0)
      visit({ sort }, 'replace')
    },
    onOnlyLayer: setOnlyLayer,
    onShowGone: setShowGone,
    onOpen: (all) => {
      setActive(0)
      setOpen({ all, except: [] })
    },
  }

  const isStart = startPath !== null
  const hasRows = view !== null && (view.show === show || view.total > 0)
  // The page's own image is all there already; its first words would only blink.
  if (!progress || (isStart && !(hasRows && view.show === show) && !failed(readings))) {
    return fallback
  }
  const waits = show === 'built' && view?.show === 'alone' && isWaiting(image, readings, layer)
  const tools = { ...address, layer, count: image.layers.length, onlyLayer, showGone }
  const empty =
    address.find !== '' && (view?.seen ?? 0) > 0
      ? format(words.tree.nothingFound, { find: address.find })
      : (readings[layer]?.entries ?? 0) > 0 || view?.show === 'built'
        ? words.tree.empty
        : words.tree.waiting
  return (
    <>
      <LayerTable
        image={image}
        readings={readings}
        chosen={layer}
        alive={view?.alive ?? null}
        words={words}
        locale={locale}
        onChoose={actions.onLayer}
      />
      <ReadingBar
        image={image}
        progress={progress}
        chosen={layer}
        words={words}
        locale={locale}
        onRead={(layers) => client?.read(layers)}
        onStop={() => client?.stop()}
      />
      <Stepper tools={tools} words={words} actions={actions} />
      <Summary image={image} readings={readings} chosen={layer} words={words} locale={locale} />
      {waits && <p className={styles.quiet}>{format(words.reading.waits, { n: layer + 1 })}</p>}
      <div className={styles.both}>
        <div className={styles.list}>
          {isMap && map ? (
            <SizesMap
              map={map.answer}
              path={mapAt}
              words={words}
              locale={locale}
              onOpen={(at) => visit({ path: at === '' ? null : at })}
              onChoose={(at) => onChoose({ path: at })}
            />
          ) : (
            <>
              <Filters
                tools={tools}
                words={words}
                actions={actions}
                built={view?.show === 'built'}
              />
              <LiveTree
                view={view}
                layer={layer}
                chosen={path}
                words={words}
                active={Math.min(active, Math.max(0, (view?.total ?? 1) - 1))}
                onActive={setActive}
                onWindow={onWindow}
                onToggle={onToggle}
                onChoose={onChoose}
                onParent={onParent}
                flat={address.find !== ''}
                empty={empty}
              />
              {view && <Count view={view} find={address.find} words={words} locale={locale} />}
            </>
          )}
          <p className={styles.save}>
            {words.tools.save}{' '}
            {(['ndjson', 'json', 'csv'] as const).map((kind) => (
              <button key={kind} type="button" onClick={() => onSave(kind)}>
                {words.tools.formats[kind]}
              </button>
            ))}
          </p>
        </div>
        <div className={styles.aside}>
          {story?.answer ? (
            <StoryView
              key={story.answer.path}
              story={story.answer}
              layer={layer}
              words={words}
              locale={locale}
              onClose={address.path === null ? undefined : () => visit({ path: null })}
              contents={(step) => (
                <Contents
                  key={`${step.home} ${step.entry.index}`}
                  image={image}
                  step={step}
                  words={words}
                  locale={locale}
                  open={address.path === null && startPath !== null}
                  cut={cut}
                />
              )}
            />
          ) : (
            <p className={styles.quiet}>
              {path !== null && story
                ? format(words.story.missing, { n: layer + 1, path })
                : words.story.hint}
            </p>
          )}
        </div>
      </div>
      <Checks readings={readings} chosen={layer} words={words} />
      {image.layers[layer] && children?.(image.layers[layer])}
    </>
  )
}

const noOpen: Open = { all: false, except: [] }

/** The directory that is drawn as areas: the path itself, or the one a file stands in. */
function mapPath(path: string | null, row: Row | undefined): string {
  if (path === null) return ''
  if (row?.kind === 'directory') return path
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** The same directories open, and all on the way to a path. */
function opened(open: Open, path: string): Open {
  const parts = path.split('/')
  const way = parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('/'))
  if (open.all) return { ...open, except: open.except.filter((each) => !way.includes(each)) }
  return { ...open, except: [...new Set([...open.except, ...way])] }
}

function failed(readings: readonly { status: string }[]): boolean {
  return readings.some(({ status }) => status === 'failed')
}
