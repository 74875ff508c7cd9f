import type { ReactNode } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { formatExactBytes, formatList } from '../values'
import type { Story } from './explorer'
import styles from './StoryView.module.css'
import type { Step } from './timeline'
import { formatMode, formatTime } from './values'
import type { LayersWords } from './words'

type Props = {
  story: Story
  /** the layer that is on top, from 0; what later layers do is not told yet */
  layer: number
  words: LayersWords
  locale: Locale
  /** what stands in the file as one step left it */
  contents?: (step: Step) => ReactNode
  onClose?: () => void
}

/** One name: what it is, what each layer did to it, and what became of its bytes. */
export function StoryView({ story, layer, words, locale, contents, onClose }: Props) {
  const { story: says } = words
  const { row } = story
  const steps = story.steps.filter((step) => step.layer <= layer)
  const last = steps.at(-1)
  const exact = (bytes: number) => formatExactBytes(locale, bytes)
  const entry = last?.entry
  const written = row.index >= 0
  return (
    <section className={styles.story} aria-label={says.heading} data-state={row.state}>
      <header>
        <h3>
          <code>
            <Glyphs>{story.path}</Glyphs>
          </code>
        </h3>
        {onClose && (
          <button type="button" onClick={onClose}>
            {says.close}
          </button>
        )}
      </header>
      <dl>
        <Fact name={says.kind}>{words.kinds[row.kind]}</Fact>
        <Fact name={says.size}>
          {(row.kind === 'file' || row.kind === 'directory') && exact(row.size)}
        </Fact>
        <Fact name={says.mode}>
          {written && (
            <code>
              {formatMode(row.kind, row.mode)} {row.mode.toString(8).padStart(4, '0')}
            </code>
          )}
        </Fact>
        <Fact name={says.owner}>{written && <code>{`${row.uid}:${row.gid}`}</code>}</Fact>
        <Fact name={says.time}>{written && `${formatTime(row.mtime)} UTC`}</Fact>
        <Fact name={says.link}>
          {row.link !== undefined && (
            <>
              <code>
                <Glyphs>{row.link}</Glyphs>
              </code>{' '}
              <small>{says.notFollowed}</small>
            </>
          )}
        </Fact>
        <Fact name={says.hardlink}>
          {row.hardlink !== undefined && (
            <code>
              <Glyphs>{row.hardlink}</Glyphs>
            </code>
          )}
        </Fact>
        <Fact name={says.device}>{entry?.device && <code>{entry.device.join(', ')}</code>}</Fact>
        <Fact name={says.xattrs}>
          {entry?.xattrs && <Glyphs>{formatList({ more: '+{count}' }, entry.xattrs, '–')}</Glyphs>}
        </Fact>
        <Fact name={says.digest}>
          {entry && 'digest' in entry && typeof entry.digest === 'string' && (
            <DigestText digest={entry.digest} />
          )}
        </Fact>
        <Fact name={says.bytes}>{entry?.pathBase64 && <code>{entry.pathBase64}</code>}</Fact>
      </dl>
      {steps.length > 0 && (
        <>
          <h4>{says.history}</h4>
          <ol>
            {steps.map((step, i) => (
              <li key={i} data-type={step.type}>
                <p>{told(step, words, exact)}</p>
                {step.type !== 'removed' && hidden(step, steps[i + 1], words, exact)}
                {step.type !== 'removed' && contents?.(step)}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === false || children === undefined || children === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function told(step: Step, words: LayersWords, exact: (bytes: number) => string): string {
  const { story, kinds } = words
  const n = step.layer + 1
  const { entry } = step
  if (step.type === 'removed') return format(story.removed[step.how ?? 'whiteout'], { n })
  const what = entry.kind === 'file' ? `${kinds.file}, ${exact(entry.size)}` : kinds[entry.kind]
  return format(story[step.type], { n, what })
}

/** The lesson: what a later layer hid is still there. */
function hidden(
  step: Step,
  next: Step | undefined,
  { story }: LayersWords,
  exact: (bytes: number) => string,
) {
  if (!next || step.entry.kind !== 'file' || step.entry.size === 0) return null
  const says = next.type === 'removed' ? story.stillThere : story.stillBelow
  return (
    <p className={styles.lesson}>
      {format(says, { size: exact(step.entry.size), home: step.home + 1 })}
    </p>
  )
}
