import type { ReactNode } from 'react'
import { format } from '@/lib/i18n/format'
import { ScenarioPlayer } from '../../diagrams/scenario-player/ScenarioPlayer'
import { conversationScenario } from './conversation-scenario'
import { DocumentBody } from './DocumentBody'
import type { DocumentKind } from './kind'
import styles from './PanelView.module.css'
import { ReferenceView } from './ReferenceView'
import type { ReaderDocument } from './reader'
import type { SlotName } from './requests'
import type { Shown, Slot } from './state'
import type { ImagePanelWords } from './words'

export type PanelViewProps = {
  id: string
  shown: Shown
  words: ImagePanelWords
  level: 2 | 3 | 4
  /** in place of the reference's reading: what is being typed */
  draft?: ReactNode
  following: boolean
  step: number
  onStep: (step: number) => void
  pin: { document: DocumentKind; at: string } | null
  onPin: (document: DocumentKind, at: string | null) => void
  hrefOf: (document: DocumentKind, at: string) => string
  onPlatform: (platform: string, digest: string) => void
  /** where an attestation of the image is read */
  readHref: (digest: string) => string
  check: (document: ReaderDocument) => ReactNode
  failed: (slot: Extract<Slot, { status: 'failed' }>) => ReactNode
  share: (slot: SlotName) => ReactNode
}

/** The chain, top to bottom: reference, conversation, index, manifest, config. */
export function PanelView(props: PanelViewProps) {
  const { id, shown, words, level } = props
  const mirrored = shown.origin.kind !== 'recorded'
  const scenario = conversationScenario(shown.lines, {
    id: `${id}-conversation`,
    words: words.conversation,
    mirrored,
  })
  return (
    <div className={styles.chain}>
      <Part level={level} kind="reference" words={words.sections.reference} id={`${id}-reference`}>
        {props.draft ?? <ReferenceView reference={shown.reference} words={words.reference} />}
      </Part>
      <Part
        level={level}
        kind="conversation"
        words={words.sections.conversation}
        id={`${id}-conversation`}
      >
        {scenario.steps.length > 0 && (
          <ScenarioPlayer
            key={shown.canonical + shown.origin.kind}
            scenario={scenario}
            words={words.player}
            start={props.step}
            onStep={props.onStep}
            following={props.following}
          />
        )}
        {scenario.steps.length === 0 && !mirrored && (
          <p className={styles.quiet}>{words.conversation.recordedNone}</p>
        )}
      </Part>
      {(['index', 'manifest', 'config'] as const).map((name) => (
        <SlotPart key={name} {...props} name={name} slot={shown[name]} />
      ))}
    </div>
  )
}

function SlotPart(props: PanelViewProps & { name: SlotName; slot: Slot }) {
  const { id, name, slot, words, level, shown } = props
  if (slot.status === 'absent') return null
  const kind = slot.status === 'ready' ? slot.document.kind : name
  return (
    <Part level={level} kind={kind} words={words.documents[kind]} id={`${id}-${name}`}>
      {slot.status === 'waiting' && (
        <p className={styles.quiet} role="status">
          {slot.digest ? format(words.state.loading, { digest: slot.digest }) : words.state.nothing}
        </p>
      )}
      {slot.status === 'failed' && props.failed(slot)}
      {slot.status === 'ready' && (
        <>
          <DocumentBody
            id={`${id}-${name}`}
            document={slot.document}
            words={words}
            platform={shown.platform}
            opened={shown.manifest.status === 'ready' ? shown.manifest.document.digest : null}
            onPlatform={props.onPlatform}
            readHref={props.readHref}
            at={props.pin?.document === kind ? props.pin.at : null}
            onPin={(at) => props.onPin(kind, at)}
            hrefOf={(at) => props.hrefOf(kind, at)}
          >
            {props.check(slot.document)}
          </DocumentBody>
          {props.share(name)}
        </>
      )}
    </Part>
  )
}

type PartProps = {
  id: string
  kind: DocumentKind | 'reference' | 'conversation'
  level: 2 | 3 | 4
  words: { name: string; heading: string; lead: string }
  children: ReactNode
}

function Part({ id, kind, level, words, children }: PartProps) {
  const Heading = `h${level}` as const
  return (
    <section className={styles.part} data-kind={kind} aria-labelledby={`${id}-heading`}>
      <header>
        <p className={styles.tab}>{words.name}</p>
        <Heading id={`${id}-heading`}>{words.heading}</Heading>
        <p className={styles.lead}>{words.lead}</p>
      </header>
      {children}
    </section>
  )
}
