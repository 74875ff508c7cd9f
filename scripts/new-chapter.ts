// Makes a chapter's two files, with everything a test would ask for already in place.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Locale, locales } from '../lib/i18n/locale.ts'

const NUMBERED = /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*$/

const SKELETON: Record<Locale, string> = {
  en: `---
title: Which question does this chapter answer?
summary: One sentence that a reader can check after reading.
spec: image-spec v1.1.1
questions:
  - The reader's own words, as a question?
objectives:
  - Name what a reader can do afterwards.
keypoints:
  - One sentence to keep.
minutes: { teach: 15, exercise: 10 }
---

Start with what the reader sees, then say why.

## What is the first question? {/*first-question*/}

Behaviour first, then its name.

<Notes>
Misconception, a prompt for the room, and the plan if the demo fails.
</Notes>

<Recap>

- One sentence to keep.

</Recap>
`,
  ko: `---
title: 이 장은 어떤 질문에 답하는가?
summary: 읽고 나서 독자가 확인할 수 있는 한 문장.
spec: image-spec v1.1.1
questions:
  - 독자가 실제로 던질 법한 질문은?
objectives:
  - 읽고 나서 할 수 있는 것을 적는다.
keypoints:
  - 기억할 한 문장.
minutes: { teach: 15, exercise: 10 }
---

독자 눈에 보이는 것에서 시작하고, 이유는 그다음에 적는다.

## 첫 번째 질문은? {/*first-question*/}

동작을 먼저 쓰고 이름은 나중에 붙인다.

<Notes>
흔한 오해, 청중에게 던질 질문, 시연이 실패했을 때의 대안을 적는다.
</Notes>

<Recap>

- 기억할 한 문장.

</Recap>
`,
}

/**
 * @param part folder name `nn-words`
 * @param chapter folder name `nn-words`
 * @returns the files that were written, or a sentence that says why none was
 */
export function newChapter(root: string, part: string, chapter: string): string[] | string {
  for (const name of [part, chapter]) {
    if (!NUMBERED.test(name))
      return `"${name}" is not two digits, a dash and words: 02-distribution`
  }
  const folder = path.join(root, part, chapter)
  if (existsSync(folder)) return `${folder} exists already`
  mkdirSync(folder, { recursive: true })
  const partFile = path.join(root, part, 'part.yaml')
  const written: string[] = []
  if (!existsSync(partFile)) {
    const words = part.slice(3).replaceAll('-', ' ')
    writeFileSync(partFile, `en: ${words}\nko: ${words}\n`)
    written.push(partFile)
  }
  for (const locale of locales) {
    const file = path.join(folder, `page.${locale}.mdx`)
    writeFileSync(file, SKELETON[locale])
    written.push(file)
  }
  return written
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [part, chapter] = process.argv.slice(2)
  const result = newChapter('content/chapters', part ?? '', chapter ?? '')
  if (typeof result === 'string') {
    console.error(`${result}\nUse: npm run new:chapter -- 02-distribution 01-pulling-an-image`)
    process.exit(1)
  }
  console.log(result.join('\n'))
}
