import { format } from '@/lib/i18n/format'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import { CopyButton } from '../image/CopyButton'
import { DigestCheck } from '../image/DigestCheck'
import { DigestText } from '../image/DigestText'
import { DocumentReader } from '../image/DocumentReader'
import { Glyphs } from '../image/Glyphs'
import type { ReaderDocument } from '../image/reader'
import { SummaryTable } from '../image/SummaryTable'
import type { ImagePanelWords } from '../image/words'
import { CertificateCard } from './CertificateCard'
import { ChainCard } from './ChainCard'
import styles from './ObjectPane.module.css'
import type { ObjectView } from './object'
import { PartCard } from './PartCard'
import type { CardWords } from './words'

type Props = {
  object: ObjectView
  words: CardWords
  panel: ImagePanelWords
  flip: FlipByteWords
  /** JSON Pointer of the pinned field */
  at: string | null
  onPin: (at: string | null) => void
  hrefOf: (at: string) => string
  onChoose: (digest: string) => void
}

/** What one object says: its purpose, a card for each part of it, and the bytes beside their meaning. */
export function ObjectPane(props: Props) {
  const { object, words, panel, flip, at, onPin, hrefOf, onChoose } = props
  const { kind, parts, certificates, chain, documents, state } = object
  const signed = parts.some((part) => SIGNED.has(part.kind)) || certificates.length > 0
  const size = object.size.toLocaleString('en')
  const [outer] = documents
  return (
    <div className={styles.object}>
      <p className={styles.facts}>
        <code>
          <Glyphs>{object.mediaType}</Glyphs>
        </code>
        <span>{format(panel.bytes, { size })}</span>
        <span>
          <DigestText digest={object.digest} />{' '}
          <CopyButton text={object.digest} words={panel.copy} label={object.digest} />
        </span>
      </p>
      {kind && (
        <div className={styles.purpose} data-kind={kind.kind === 'image' ? 'image' : 'artifact'}>
          <p>
            <b>{words.kinds[kind.kind].name}</b> {words.kinds[kind.kind].means}
          </p>
          <p className={styles.told}>
            {kind.at ? <Told says={words.told} at={kind.at} by={kind.by} /> : words.untold}
          </p>
        </div>
      )}
      {chain && <ChainCard chain={chain} words={words.chain} />}
      {signed && <p className={styles.unverified}>{words.unverified}</p>}
      {parts.length > 0 && (
        <div className={styles.parts}>
          {parts.map((part, i) => (
            <PartCard key={i} part={part} words={words} />
          ))}
          {certificates.map((certificate, i) => (
            <CertificateCard
              key={i}
              certificate={certificate}
              n={i + 1}
              count={certificates.length}
              words={words.certificate}
            />
          ))}
        </div>
      )}
      {state === 'not-text' && <p>{words.notText}</p>}
      {state === 'not-fetched' && <p>{format(words.notFetched, { size })}</p>}
      {outer && outer.kind !== 'unknown' && (
        <SummaryTable
          document={outer}
          words={panel}
          platform={null}
          opened={null}
          onPlatform={(_, digest) => onChoose(digest)}
        />
      )}
      {documents.map((document, i) => (
        <div key={i} className={styles.document}>
          {documents.length > 1 && (
            <h3>{i === 0 ? words.documents.outer : words.documents.inner}</h3>
          )}
          {document.digest && (
            <DigestCheck
              key={document.digest}
              id={`object-${i}`}
              document={document}
              words={panel}
              flip={flip}
            />
          )}
          <DocumentReader
            key={`${object.digest} ${i}`}
            id={`object-${i}`}
            document={document}
            words={wordsFor(document, parts[0]?.kind, words, panel)}
            at={i === 0 ? at : null}
            onPin={(pointer) => i === 0 && onPin(pointer)}
            {...(i === 0 && { hrefOf })}
          />
        </div>
      ))}
      <p className={styles.path}>
        <code>GET {object.path}</code>
      </p>
    </div>
  )
}

const SIGNED: ReadonlySet<string> = new Set([
  ...['envelope', 'simple-signing', 'cosign-signature', 'bundle', 'log-entry', 'notary-jws'],
])

function Told({ says, at, by }: { says: string; at: string; by: string }) {
  const [before = '', rest = ''] = says.split('{at}')
  const [between = '', after = ''] = rest.split('{by}')
  return (
    <>
      {before}
      <code>
        <Glyphs>{at}</Glyphs>
      </code>
      {between}
      <code>
        <Glyphs>{by}</Glyphs>
      </code>
      {after}
    </>
  )
}

/** A foreign document is called by its own name, and its unexplained fields by who defines them. */
function wordsFor(
  document: ReaderDocument,
  part: keyof CardWords['parts'] | undefined,
  words: CardWords,
  panel: ImagePanelWords,
): ImagePanelWords {
  if (document.kind !== 'unknown') return panel
  const name = part && document.digest ? words.parts[part].name : panel.documents.unknown.name
  const spec = document.definedBy?.label
  return {
    ...panel,
    documents: { ...panel.documents, unknown: { ...panel.documents.unknown, name } },
    field: {
      ...panel.field,
      unknown: spec ? format(words.definedBy, { spec }) : panel.field.unknown,
    },
  }
}
