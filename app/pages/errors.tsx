import { Shell } from '@/components/chrome/Shell'
import { ErrorLab } from '@/components/panels/error-lab/ErrorLab'
import { pageMetadata } from '@/components/views/metadata'
import { ERROR_CODES } from '@/content/error-codes/error-codes'
import { errorsEn } from '@/content/ui/errors.en'
import { errorsKo } from '@/content/ui/errors.ko'
import { panelWords, problemWords } from '@/content/ui/panel'
import { words } from '@/content/ui/words'
import { type Locale, localePath } from '@/lib/i18n/locale'
import { readFailures } from '@/lib/recordings/failure'

const labWords = { en: errorsEn, ko: errorsKo }

export function errorsMetadata(locale: Locale) {
  const { title, lead } = labWords[locale]
  const { site } = words[locale].chrome
  return pageMetadata({ locale, path: '/desk/errors', title, description: lead, site })
}

export async function errorsPage(locale: Locale) {
  const { chrome } = words[locale]
  const { panel, predict } = panelWords[locale]
  const lab = labWords[locale]
  const { recording, failures } = await readFailures()
  return (
    <Shell locale={locale} path="/desk/errors" words={chrome}>
      <div className="desk">
        <h1 className="page-title">{lab.title}</h1>
        <p className="page-lead">{lab.lead}</p>
        <ul className="desk-links">
          <li>
            <a href="#failures">{lab.choose}</a>
          </li>
          <li>
            <a href="#codes">{lab.codes.heading}</a>
          </li>
          <li>
            <a href={localePath(locale, '/desk')}>{words[locale].views.desk.title}</a>
          </li>
        </ul>
        <ErrorLab
          locale={locale}
          recording={recording}
          failures={failures}
          codes={ERROR_CODES.map(({ words: says, ...code }) => ({ ...code, ...says[locale] }))}
          words={lab}
          player={panel.player}
          conversation={panel.conversation}
          problems={problemWords[locale]}
          predict={predict}
        />
      </div>
    </Shell>
  )
}
