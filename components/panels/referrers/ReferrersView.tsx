import type { ReactNode } from 'react'
import { format } from '@/lib/i18n/format'
import type { Graph } from '@/lib/oci/graph'
import type { Problem } from '@/lib/oci/problem'
import { ScrollRegion } from '../../ui/ScrollRegion'
import type { CardWords } from '../artifact/words'
import { DigestText } from '../image/DigestText'
import { Glyphs } from '../image/Glyphs'
import { type Filtered, type Found, together, WAYS } from './model'
import styles from './ReferrersView.module.css'
import { outcomeSentence } from './sentence'
import type { ReferrersWords } from './words'

type Props = {
  graph: Graph
  /** the digest asked about */
  subject: string
  /** null when nobody was asked yet */
  found: readonly Found[] | null
  words: ReferrersWords
  kinds: CardWords['kinds']
  busy: boolean
  onSubject: (digest: string) => void
  onAsk: () => void
  onChoose: (digest: string) => void
  problem: (problem: Problem) => ReactNode
}

/** The ways to ask who refers to a manifest, side by side: each with its request and what came. */
export function ReferrersView(props: Props) {
  const { graph, subject, found, words, busy, onSubject, onAsk } = props
  const subjects = subjectsOf(graph)
  return (
    <div className={styles.referrers}>
      <div className={styles.bar}>
        <label>
          {words.subject}{' '}
          <select value={subject} onChange={(event) => onSubject(event.target.value)}>
            {subjects.map(({ digest, platform }) => (
              <option key={digest} value={digest}>
                {digest === graph.root && platform === null
                  ? words.subjects[graph.nodes[digest]?.kind === 'index' ? 'index' : 'manifest']
                  : `${words.subjects.platform} ${platform ?? digest.slice(0, 19)}`}
              </option>
            ))}
          </select>
        </label>
        <DigestText digest={subject} />
        {!found && (
          <button type="button" className="button-main" disabled={busy} onClick={onAsk}>
            {busy ? words.asking : words.ask}
          </button>
        )}
      </div>
      <div aria-live="polite" className={styles.live}>
        {found ? (
          <Asked {...props} found={found} />
        ) : (
          <p className={styles.quiet}>{busy ? words.asking : words.unasked}</p>
        )}
      </div>
      <section className={styles.traps} aria-label={words.traps.heading}>
        <h3>{words.traps.heading}</h3>
        <ul>
          <li>{words.traps.gitlab}</li>
          <li>{words.traps.ghcr}</li>
          <li>{words.traps.cosign}</li>
        </ul>
      </section>
    </div>
  )
}

function Asked({
  found,
  words,
  kinds,
  graph,
  onChoose,
  problem,
}: Props & { found: readonly Found[] }) {
  const all = together(found)
  return (
    <>
      <ol className={styles.ways}>
        {WAYS.map((way) => {
          const one = found.find((each) => each.way === way)
          return one ? <WayCard key={way} found={one} words={words} problem={problem} /> : null
        })}
      </ol>
      <h3>{words.together.heading}</h3>
      <p className={styles.quiet}>{all.length > 0 ? words.together.lead : words.together.none}</p>
      {all.length > 0 && (
        <ScrollRegion label={words.together.heading}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.together.kind}</th>
                <th scope="col">{words.together.ways}</th>
                <th scope="col">{words.together.digest}</th>
                <th scope="col">{words.together.size}</th>
                <th scope="col">{words.together.open}</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ referrer, ways }) => {
                const kind = graph.nodes[referrer.digest]?.artifact
                return (
                  <tr key={referrer.digest}>
                    <th scope="row">
                      {kind && kind !== 'unknown' ? (
                        kinds[kind].name
                      ) : (
                        <Glyphs>{referrer.artifactType ?? referrer.mediaType}</Glyphs>
                      )}
                    </th>
                    <td>{ways.map((way) => words.ways[way].name).join(', ')}</td>
                    <td>
                      <DigestText digest={referrer.digest} />
                    </td>
                    <td className={styles.number}>{referrer.size.toLocaleString('en')}</td>
                    <td>
                      <button
                        type="button"
                        aria-label={`${words.together.open}: ${referrer.digest}`}
                        onClick={() => onChoose(referrer.digest)}
                      >
                        {words.together.open}
                      </button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  )
}

type WayProps = Pick<Props, 'words' | 'problem'> & { found: Found }

function WayCard({ found, words, problem }: WayProps) {
  const { way, path, status, filtered, outcome } = found
  return (
    <li className={styles.way} data-outcome={outcome.kind}>
      <h3>{words.ways[way].name}</h3>
      <p>{words.ways[way].means}</p>
      {path === null ? (
        <p className={styles.request}>{words.noRequest}</p>
      ) : (
        <p className={styles.request}>
          <span>{words.request}</span> <code>GET {path}</code>
          {status !== null && <span>{format(words.status, { status })}</span>}
        </p>
      )}
      <p className={styles.outcome}>{outcomeSentence(found, words.outcomes)}</p>
      {outcome.kind === 'found' && (
        <ul>
          {outcome.referrers.slice(0, LISTED).map((referrer) => (
            <li key={referrer.digest}>
              <DigestText digest={referrer.digest} />{' '}
              {referrer.artifactType && <Glyphs>{referrer.artifactType}</Glyphs>}
            </li>
          ))}
        </ul>
      )}
      {filtered && (
        <p className={styles.filtered}>
          <Filter filtered={filtered} words={words.filters} />
        </p>
      )}
      {outcome.kind === 'trap' && <DigestText digest={outcome.digest} />}
      {outcome.kind === 'failed' && problem(outcome.problem)}
    </li>
  )
}

type FilterProps = { filtered: Filtered; words: ReferrersWords['filters'] }

function Filter({ filtered, words }: FilterProps) {
  const { artifactType, applied, count } = filtered
  const says = format(applied ? words.applied : words.ignored, {
    ...{ count, type: '{type}' },
  })
  const [before, after] = says.split('{type}')
  return (
    <>
      {before}
      <Glyphs>{artifactType}</Glyphs>
      {after}
    </>
  )
}

/** Referrers named in one card; the table below has all. */
const LISTED = 8

/** The root and its images: what people attach something to. */
function subjectsOf(graph: Graph): { digest: string; platform: string | null }[] {
  const entries = graph.edges.flatMap(({ from, to, role }) => {
    const node = graph.nodes[to]
    return from === graph.root && role === 'entry' && node?.kind === 'manifest'
      ? [{ digest: to, platform: node.platform }]
      : []
  })
  return [{ digest: graph.root, platform: null }, ...entries.slice(0, 40)]
}
