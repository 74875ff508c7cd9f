import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { artifactsEn } from '@/content/ui/artifacts.en'
import { artifactsKo } from '@/content/ui/artifacts.ko'
import { artifactFields, findingWords, panelFields, panelWords } from '@/content/ui/panel'
import { recordedImages } from '../image/ImagePanel'
import { ArtifactsIsland } from './ArtifactsIsland'
import { readAround } from './recorded'

const LOCALES = [
  { locale: 'en', words: artifactsEn },
  { locale: 'ko', words: artifactsKo },
] as const

// What a reader without JavaScript would get, if the page began with another recording.
describe.each(LOCALES)('drawn on the server, $locale', ({ locale, words }) => {
  const options = {
    fields: panelFields(locale),
    artifacts: artifactFields(locale),
    findings: findingWords[locale],
  }
  const { panel, flipByte } = panelWords[locale]

  test.each([
    { name: 'hello-attested', holds: words.card.parts.provenance.means },
    { name: 'hello-chart', holds: words.card.kinds['helm-chart'].means },
    { name: 'hello', holds: words.referrers.outcomes.noneInIndex },
    { name: 'hello-docker', holds: 'linux/riscv64' },
  ])('$name', async ({ name, holds }) => {
    const html = renderToStaticMarkup(
      <ArtifactsIsland
        locale={locale}
        words={words}
        panel={panel}
        flip={flipByte}
        start={await readAround(name, options)}
        recordings={await recordedImages()}
      />,
    )
    expect(html).toContain(holds)
    expect(html).not.toMatch(/undefined|\[object|\sstyle=/)
  })
})
