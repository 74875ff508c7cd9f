import { shareOf } from '@/components/panels/image/share'
import type { Shown } from '@/components/panels/image/state'
import { readTags } from '@/components/panels/tags/page'
import { panelWords } from '@/content/ui/panel'
import { tags as en } from '@/content/ui/tags.en'
import { tags as ko } from '@/content/ui/tags.ko'
import type { Locale } from '@/lib/i18n/locale'
import { readRecording } from '@/lib/recordings/recording'
import { serveSampleTags } from '@/lib/registry/serve-lists'
import { samples } from '../v2/[[...path]]/samples'

/** What the tags part of a page is given: the answer that this site's registry gives to anyone. */
export async function tagsProps(locale: Locale, sample: string) {
  const target = `/v2/samples/${sample}/tags/list`
  const request = new Request(`http://localhost${target}`)
  const answer = await serveSampleTags(sample, { n: null, last: null }, request, samples)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const page = readTags(target, answer, bytes, null)
  const { commands, copy, share } = panelWords[locale].panel
  return {
    ...{ first: { sample, page }, words: { en, ko }[locale], locale },
    panel: { commands, copy, share },
    many: (await readRecording('hello-tags')).reference,
  }
}

/** What a reader can take along of the tags of the image shown first. */
export function tagsShare(start: Shown, locale: Locale) {
  const words = panelWords[locale].panel.share
  return shareOf(start, { kind: 'tags' }, { origin: 'http://localhost:3000', locale, words })
}
