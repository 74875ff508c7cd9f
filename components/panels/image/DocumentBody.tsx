import type { ReactNode } from 'react'
import { format } from '@/lib/i18n/format'
import { CopyButton } from './CopyButton'
import { DigestText } from './DigestText'
import styles from './DocumentBody.module.css'
import { DocumentReader } from './DocumentReader'
import { Glyphs } from './Glyphs'
import type { ReaderDocument } from './reader'
import { SummaryTable } from './SummaryTable'
import type { ImagePanelWords } from './words'

type Props = {
  /** unique on the page */
  id: string
  document: ReaderDocument
  words: ImagePanelWords
  platform: string | null
  /** digest of the manifest that is open */
  opened: string | null
  onPlatform: (platform: string, digest: string) => void
  /** where an attestation of the image is read */
  readHref?: (digest: string) => string
  /** JSON Pointer of the pinned field */
  at: string | null
  onPin: (at: string | null) => void
  /** where a document has no address, its fields have none */
  hrefOf?: (at: string) => string
  /** what is said of its digest */
  children?: ReactNode
}

/** One document: type, size and digest, what is odd, the facts at a glance, every byte and field. */
export function DocumentBody(props: Props) {
  const { id, document, words, children, hrefOf, readHref } = props
  return (
    <>
      <p className={styles.facts}>
        <code>{document.mediaType ?? '–'}</code>
        <span>{format(words.bytes, { size: document.size.toLocaleString('en') })}</span>
        <span>
          <DigestText digest={document.digest} />{' '}
          <CopyButton text={document.digest} words={words.copy} label={document.digest} />
        </span>
      </p>
      {children}
      <Findings document={document} words={words} />
      <SummaryTable
        document={document}
        words={words}
        platform={props.platform}
        opened={props.opened}
        onPlatform={props.onPlatform}
        {...(readHref && { readHref })}
      />
      <DocumentReader
        key={document.digest}
        id={id}
        document={document}
        words={words}
        at={props.at}
        onPin={props.onPin}
        {...(hrefOf && { hrefOf })}
      />
    </>
  )
}

/** Findings listed at once; the rest is said where its field is. */
const LISTED = 12

function Findings({ document, words }: { document: ReaderDocument; words: ImagePanelWords }) {
  const { findings } = document
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings} aria-label={words.finding.list}>
      {findings.slice(0, LISTED).map((finding, i) => (
        <li key={i}>
          <code>
            <Glyphs>{finding.at || '/'}</Glyphs>
          </code>{' '}
          {finding.says} {finding.so}
        </li>
      ))}
      {findings.length > LISTED && (
        <li>{format(words.finding.more, { count: findings.length - LISTED })}</li>
      )}
    </ul>
  )
}
