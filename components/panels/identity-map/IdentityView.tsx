'use client'
import { useEffect, useState } from 'react'
import { format } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locale'
import { chainIds } from '@/lib/oci/chain-id'
import { Part } from '../../ui/Part'
import { DigestText } from '../image/DigestText'
import { useDocuments } from '../image/shown-context'
import { Explained } from './Explained'
import styles from './IdentityMap.module.css'
import { allOf, diffIdsOf, firstOf, identitiesOf } from './model'
import { Picture } from './Picture'
import { formulaOf, howOf, nameOf } from './sentence'
import { ToolTable } from './ToolTable'
import type { IdentityWords } from './words'

type Props = {
  /** computed where the page was made */
  first: { diffIds: string[]; chain: string[] }
  words: IdentityWords
  locale: Locale
}

const LISTED = 60

/** Holds which name is explained: the one pointed at, else the one chosen. */
export function IdentityView({ first, words, locale }: Props) {
  const shown = useDocuments()
  const diffIds = diffIdsOf(shown)
  const text = diffIds.join(' ')
  const [known, setKnown] = useState({ of: first.diffIds.join(' '), chain: first.chain })
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    chainIds(text ? text.split(' ') : []).then((chain) => !gone && setKnown({ of: text, chain }))
    return () => {
      gone = true
    }
  }, [text])
  const picture = identitiesOf(shown, known.of === text ? known.chain : [])
  const all = allOf(picture)
  const find = (key: string | null) => all.find((identity) => identity.key === key) ?? null
  const explained = find(pointed) ?? find(chosen) ?? firstOf(picture)
  return (
    <Part id="identities-heading" words={words}>
      {explained ? (
        <>
          <Picture
            picture={picture}
            words={words}
            explained={explained.key}
            onChoose={setChosen}
            onPoint={setPointed}
          />
          <Explained identity={explained} sample={picture.sample} words={words} locale={locale} />
          <details className={styles.list}>
            <summary>{words.list}</summary>
            <dl>
              {all.slice(0, LISTED).map((identity) => (
                <div key={identity.key}>
                  <dt>{nameOf(identity, words)}</dt>
                  <dd>
                    <DigestText digest={identity.digest} />
                    <p>{howOf(identity, words)}</p>
                    <code>{formulaOf(identity, words)}</code>
                  </dd>
                </div>
              ))}
            </dl>
            {all.length > LISTED && (
              <p>{format(words.tools.more, { count: all.length - LISTED })}</p>
            )}
          </details>
          <ToolTable picture={picture} words={words.tools} />
        </>
      ) : (
        <p className={styles.quiet}>{words.none}</p>
      )}
    </Part>
  )
}
