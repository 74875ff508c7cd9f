import { format } from '@/lib/i18n/format'
import type { Certificate } from '@/lib/oci/artifact/certificate'
import { Glyphs } from '../image/Glyphs'
import styles from './ObjectPane.module.css'
import type { CardWords } from './words'

type Props = {
  certificate: Certificate | null
  n: number
  count: number
  words: CardWords['certificate']
}

/** What a certificate says of its holder and its issuer. Nothing of it is checked. */
export function CertificateCard({ certificate, n, count, words }: Props) {
  const heading = count > 1 ? format(words.nth, { n, count }) : words.heading
  if (!certificate) {
    return (
      <section className={styles.card} aria-label={heading}>
        <h3>{heading}</h3>
        <p>{words.unreadable}</p>
      </section>
    )
  }
  const { subject, names, issuer, notBefore, notAfter, serial, claims } = certificate
  const rows: [string, string[]][] = [
    [words.subject, [subject || words.noSubject]],
    [words.names, names],
    [words.issuer, [issuer]],
    ...claims.map(({ claim, value }): [string, string[]] => [words.claims[claim], [value]]),
    [words.valid, [`${notBefore} – ${notAfter}`]],
    [words.serial, [serial]],
  ]
  return (
    <section className={styles.card} aria-label={heading}>
      <h3>{heading}</h3>
      <dl className={styles.list}>
        {rows
          .filter(([, values]) => values.some(Boolean))
          .map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {values.map((value, i) => (
                  <span key={i} className={styles.value}>
                    <Glyphs>{value}</Glyphs>
                  </span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
