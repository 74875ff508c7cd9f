'use client'
import { useEffect, useRef } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import type { FlipByteWords } from '../../devices/flip-byte/words'
import { Part } from '../../ui/Part'
import { lightDigests } from '../image/digest-light'
import { Glyphs } from '../image/Glyphs'
import type { ImagePanelWords } from '../image/words'
import type { StartLayers } from '../layers/client'
import { ProblemNote } from '../problem/ProblemNote'
import { formatBytes, shorten } from '../values'
import { ArchiveView } from './ArchiveView'
import type { OpenCatalogue } from './catalogue'
import type { OpenClient } from './client'
import { DocumentPart } from './DocumentPart'
import type { Opened } from './messages'
import styles from './Open.module.css'
import type { BelowWords, OpenWords } from './words'

export type OpenedTools = {
  client: OpenClient
  layers: StartLayers
  catalogue: OpenCatalogue
  module: typeof import('./client')
}

export type OpenedProps = {
  tools: Promise<OpenedTools> | null
  locale: Locale
  words: OpenWords
  panel: ImagePanelWords
  flip: FlipByteWords
  below: BelowWords
}

/** What was opened: told, then shown. The focus goes to its heading. */
export function OpenedView(props: OpenedProps & { opened: Opened; onClose: () => void }) {
  const { words, onClose } = props
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const heading = top.current?.querySelector<HTMLElement>('h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [])
  useEffect(() => lightDigests(document), [])
  return (
    <div ref={top} className={styles.opened}>
      <p className={styles.close}>
        <button type="button" onClick={onClose}>
          {words.state.close}
        </button>
      </p>
      <Body {...props} />
    </div>
  )
}

function Body(props: OpenedProps & { opened: Opened }) {
  const { opened, words, panel, locale } = props
  switch (opened.kind) {
    case 'archive':
      return <ArchiveView {...props} opened={opened} />
    case 'document':
      return (
        <Part id="opened-heading" words={panel.documents[opened.document.kind]}>
          {opened.evidence.length > 0 && (
            <dl className={styles.evidence}>
              <dt>{words.document.evidence}</dt>
              {opened.evidence.map(({ at, says }) => (
                <dd key={at}>
                  <code>{at}</code>{' '}
                  <code className={styles.value}>
                    <Glyphs>{says}</Glyphs>
                  </code>
                </dd>
              ))}
            </dl>
          )}
          <p className={styles.quiet}>
            {words.document.lead} {opened.document.kind === 'config' && words.document.configDigest}
          </p>
          <DocumentPart id="opened" document={opened.document} words={panel} />
        </Part>
      )
    case 'files':
      return (
        <Part
          id="opened-heading"
          words={{
            name: words.is.name,
            heading: words.files.heading,
            lead: opened.container === 'folder' ? words.files.folder : words.files.archive,
          }}
        >
          <p>{words.files.try}</p>
          {opened.first.length > 0 && (
            <dl className={styles.evidence}>
              <dt>{words.files.first}</dt>
              {opened.first.map((path) => (
                <dd key={path}>
                  <code>
                    <Glyphs>{shorten(path)}</Glyphs>
                  </code>
                </dd>
              ))}
            </dl>
          )}
        </Part>
      )
    case 'foreign': {
      const { says, try: attempt } = words.foreign[opened.what]
      return (
        <section aria-labelledby="opened-heading" className={styles.foreign}>
          <h2 id="opened-heading">
            {opened.name ? shorten(opened.name) : words.is.text}{' '}
            <span className={styles.quiet}>{formatBytes(locale, opened.size)}</span>
          </h2>
          <ProblemNote says={says} try={attempt} />
        </section>
      )
    }
  }
}

/** A sentence of an archive finding, its values filled in and shortened. */
export function findingText(
  words: { says: string; so: string },
  finding: Record<string, string | number>,
): { says: string; so: string } {
  const values = Object.fromEntries(
    Object.entries(finding).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString('en') : shorten(value),
    ]),
  )
  return { says: format(words.says, values), so: words.so }
}
