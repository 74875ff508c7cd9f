'use client'
import { useEffect, useMemo, useState } from 'react'
import { format } from '@/lib/i18n/format'
import { Part } from '../../ui/Part'
import { HistoryAligner } from '../history-aligner/HistoryAligner'
import { IdentityView } from '../identity-map/IdentityView'
import { DigestCheck } from '../image/DigestCheck'
import { Glyphs } from '../image/Glyphs'
import { FileContext, type ShownDocuments } from '../image/shown-context'
import type { Slot } from '../image/state'
import { ProblemNote } from '../problem/ProblemNote'
import { formatBytes, shorten } from '../values'
import { DocumentPart } from './DocumentPart'
import { ImageList } from './ImageList'
import { ImageNames } from './ImageNames'
import { LayersChecked } from './LayersChecked'
import { LayersInside } from './LayersInside'
import type { ImageDocuments, OpenedArchive } from './messages'
import styles from './Open.module.css'
import { findingText, type OpenedProps, type OpenedTools } from './OpenedView'
import { useCheck } from './use-check'

type Props = OpenedProps & { opened: OpenedArchive }

/** What is known of the chosen image. */
type Answer = { of: number; documents: ImageDocuments; layers: (Blob | null)[] }

/** Findings listed at once. */
const LISTED = 12

/** An archive or a folder with images: what it is, what is odd, and one image of it in full. */
export function ArchiveView(props: Props) {
  const { opened, words, locale, panel, below } = props
  const [chosen, setChosen] = useState(() => firstImage(opened))
  const [tools, setTools] = useState<OpenedTools | null>(null)
  const [shown, setShown] = useState<Answer | null>(null)
  const check = useCheck(tools, opened)
  const image = opened.images[chosen]

  useEffect(() => {
    let gone = false
    props.tools?.then((known) => !gone && setTools(known)).catch(() => {})
    return () => {
      gone = true
    }
  }, [props.tools])

  useEffect(() => {
    if (!tools) return
    let gone = false
    tools.client.image(chosen).answer.then(
      (answer) => !gone && answer && setShown({ ...answer, of: chosen }),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [tools, chosen])

  const { documents = null, layers = [] } = shown?.of === chosen ? shown : {}
  const context = useMemo<ShownDocuments>(
    () => ({ origin: { kind: 'file' }, ...(documents ?? ABSENT) }),
    [documents],
  )
  const identity = useMemo(
    () => ({
      ...below.identity,
      live: { ...below.identity.live, notHere: words.notHere },
    }),
    [below.identity, words.notHere],
  )
  return (
    <>
      <Part id="opened-heading" words={{ ...words.is, lead: formSays(props) }}>
        <p className={styles.facts}>
          {format(words.is.facts, {
            name: shorten(opened.name || words.is.folder),
            size: formatBytes(locale, opened.size),
            files: opened.files.toLocaleString('en'),
          })}
        </p>
        <dl className={styles.evidence}>
          <dt>{words.is.evidence}</dt>
          {opened.evidence.map((path) => (
            <dd key={path}>
              <code>{path}</code>
            </dd>
          ))}
        </dl>
        {opened.findings.length > 0 && (
          <ul className={styles.findings} aria-label={words.is.findings}>
            {opened.findings.slice(0, LISTED).map((finding, i) => {
              const { says, so } = findingText(words.findings[finding.kind], finding)
              return (
                <li key={i}>
                  <b>
                    <Glyphs>{says}</Glyphs>
                  </b>{' '}
                  {so}
                </li>
              )
            })}
          </ul>
        )}
        <ImageList
          images={opened.images}
          chosen={chosen}
          words={words.image}
          onChoose={setChosen}
        />
      </Part>
      {image && (
        <>
          <Part id="names-heading" kind="manifest" words={words.image}>
            <ImageNames image={image} documents={documents} words={words.image} />
          </Part>
          <Part id="checked-heading" kind="layer" words={words.layers}>
            <LayersChecked image={image} check={check} words={words} locale={locale} />
          </Part>
        </>
      )}
      {opened.lists.map(({ path, document }) => (
        <Part
          key={path}
          id={`list-${path}`}
          kind="index"
          words={{
            name: panel.documents[document.kind].name,
            ...words.lists[path as keyof typeof words.lists],
          }}
        >
          <DocumentPart
            id={`list-${path.replace('.', '-')}`}
            document={document}
            words={panel}
            onPlatform={(_, digest) => choose(opened, digest, setChosen)}
          />
        </Part>
      ))}
      {opened.listProblems.map(({ path, problem }) => (
        <Failed key={path} tools={tools} problem={problem} />
      ))}
      {documents && image && (
        <>
          {(['index', 'manifest', 'config'] as const).map((name) => (
            <SlotPart
              key={`${chosen}-${name}`}
              {...props}
              name={name}
              slot={documents[name]}
              tools={tools}
              known={tools}
              opened={image.manifest?.digest ?? null}
              onPlatform={(digest) => choose(opened, digest, setChosen)}
            />
          ))}
          <FileContext value={context}>
            <IdentityView
              key={`identity-${chosen}`}
              first={{ diffIds: [], chain: [] }}
              words={identity}
              locale={locale}
            />
            <HistoryAligner key={`history-${chosen}`} words={below.history} />
          </FileContext>
          {tools && (
            <LayersInside
              key={`layers-${chosen}`}
              image={image}
              documents={documents}
              blobs={layers}
              start={tools.layers}
              words={below.layers}
              inside={words.inside}
              locale={locale}
            />
          )}
        </>
      )}
    </>
  )
}

const ABSENT: ImageDocuments = {
  index: { status: 'absent' },
  manifest: { status: 'absent' },
  config: { status: 'absent' },
}

/** Linux on amd64 where it is whole, else the first image whose documents are there. */
function firstImage({ images }: OpenedArchive): number {
  const whole = (at: number) => images[at]?.config !== null && !images[at]?.attestation
  const places = images.map((_, at) => at).filter(whole)
  return places.find((at) => images[at]?.platform === 'linux/amd64') ?? places[0] ?? 0
}

function choose({ images }: OpenedArchive, digest: string, set: (at: number) => void): void {
  const at = images.findIndex(({ manifest }) => manifest?.digest === digest)
  if (at >= 0) set(at)
}

function formSays({ opened, words }: Props): string {
  const { forms, container } = opened
  const both = forms.includes('oci-layout') && forms.includes('docker-archive')
  const says = both ? words.is.forms['docker-save'] : forms.map((form) => words.is.forms[form])
  const packed = container === 'gzip' || container === 'zstd'
  return [says, packed ? format(words.is.packed, { what: container }) : ''].flat().join(' ').trim()
}

type SlotProps = Omit<Props, 'opened' | 'tools'> & {
  name: 'index' | 'manifest' | 'config'
  slot: Slot
  known: OpenedTools | null
  opened: string | null
  onPlatform: (digest: string) => void
  tools: OpenedTools | null
}

function SlotPart({ name, slot, known, words: _, panel, flip, opened, onPlatform }: SlotProps) {
  if (slot.status === 'failed') return <Failed tools={known} problem={slot.problem} />
  if (slot.status !== 'ready') return null
  const { document } = slot
  return (
    <Part id={`${name}-heading`} kind={name} words={panel.documents[document.kind]}>
      <DocumentPart
        id={`opened-${name}`}
        document={document}
        words={panel}
        opened={opened}
        onPlatform={(_platform, digest) => onPlatform(digest)}
      >
        <DigestCheck id={`opened-${name}`} document={document} words={panel} flip={flip} />
      </DocumentPart>
    </Part>
  )
}

type FailedProps = {
  tools: OpenedTools | null
  problem: Extract<Slot, { status: 'failed' }>['problem']
}

function Failed({ tools, problem }: FailedProps) {
  if (!tools) return null
  return <ProblemNote {...tools.module.problemSentence(tools.catalogue.problems, problem)} />
}
