import type { Both, FieldEntry } from '../../lib/content/fields.ts'
import { imageSpec } from './clauses.ts'
import { type Target, withParticle } from './target.ts'

type Predefined = { means: (target: Target) => Both; breaks: (target: Target) => Both }

const PREDEFINED: Record<string, Predefined> = {
  created: {
    means: ({ en, ko }) => ({
      en: `When ${en} was built: an RFC 3339 date and time.`,
      ko: `${withParticle(ko, '을')} 만든 날짜와 시각이다. RFC 3339 형식으로 적는다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Tools that sort or clean up by age misjudge ${en}. Reproducible builds write a fixed date on purpose.`,
      ko: `오래된 것부터 정리하는 도구가 ${ko}의 나이를 잘못 계산한다. 재현 가능한 빌드는 일부러 고정된 날짜를 쓴다.`,
    }),
  },
  authors: {
    means: ({ en, ko }) => ({
      en: `Who answers for ${en}: people or organizations, in free form.`,
      ko: `${withParticle(ko, '을')} 책임지는 사람이나 조직의 연락처다. 형식은 자유다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Nobody checks it. Reports about ${en} go to the wrong people.`,
      ko: `아무도 검사하지 않는다. 틀리면 ${ko} 문제를 알리려는 사람이 엉뚱한 곳에 연락한다.`,
    }),
  },
  url: {
    means: ({ en, ko }) => ({
      en: `A web page that says more about ${en}.`,
      ko: `${withParticle(ko, '을')} 더 알아볼 수 있는 웹 페이지의 주소다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Readers land on the wrong page. Pulling ${en} does not depend on it.`,
      ko: `읽는 사람이 엉뚱한 페이지로 간다. ${withParticle(ko, '을')} 받는 데는 영향이 없다.`,
    }),
  },
  documentation: {
    means: ({ en, ko }) => ({
      en: `Where the documentation of ${en} can be read.`,
      ko: `${ko}의 사용 설명서가 있는 주소다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Whoever is stuck with ${en} finds no manual, or the manual of something else.`,
      ko: `${withParticle(ko, '을')} 쓰다가 막힌 사람이 설명서를 찾지 못하거나 다른 것의 설명서를 읽는다.`,
    }),
  },
  source: {
    means: ({ en, ko }) => ({
      en: `Where the source code is from which ${en} was built.`,
      ko: `${withParticle(ko, '을')} 만든 소스 코드가 있는 주소다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `People and update bots look for the changes of ${en} in the wrong repository.`,
      ko: `사람도 업데이트 봇도 ${ko}의 변경 내역을 엉뚱한 리포지터리에서 찾는다.`,
    }),
  },
  version: {
    means: ({ en, ko }) => ({
      en: `Version of the software packaged in ${en}. It may equal a tag, but need not.`,
      ko: `${ko}에 든 소프트웨어의 버전이다. 태그와 같아도 되지만 같을 필요는 없다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Whoever looks up known vulnerabilities of ${en} looks under the wrong version.`,
      ko: `${ko}의 알려진 취약점을 다른 버전에서 찾게 된다.`,
    }),
  },
  revision: {
    means: ({ en, ko }) => ({
      en: `Commit, or other revision, of the source from which ${en} was built.`,
      ko: `${withParticle(ko, '을')} 만든 소스의 커밋 또는 리비전이다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Nobody can trace ${en} back to the code that it was built from.`,
      ko: `${withParticle(ko, '이')} 어느 코드에서 나왔는지 되짚을 수 없다.`,
    }),
  },
  vendor: {
    means: ({ en, ko }) => ({
      en: `Name of the organization or person that distributes ${en}.`,
      ko: `${withParticle(ko, '을')} 배포하는 조직이나 사람의 이름이다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Anybody can write any name here, so it does not prove where ${en} comes from.`,
      ko: `누구나 아무 이름이나 적을 수 있다. ${ko}의 출처를 증명하지는 못한다.`,
    }),
  },
  licenses: {
    means: ({ en, ko }) => ({
      en: `Licences of the software in ${en}, as an SPDX expression.`,
      ko: `${ko}에 든 소프트웨어의 라이선스다. SPDX 표현식으로 적는다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `A licence check of ${en} passes or fails wrongly. Free text cannot be checked at all.`,
      ko: `${ko}의 라이선스 검사가 잘못 통과하거나 잘못 막힌다. 자유 형식으로 적으면 검사할 수조차 없다.`,
    }),
  },
  'ref.name': {
    means: ({ en, ko }) => ({
      en: `A name for ${en}. In the index.json of an image layout it plays the part of the tag.`,
      ko: `${withParticle(ko, '을')} 부르는 이름이다. 이미지 레이아웃의 index.json에서는 태그 구실을 한다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Outside the index.json of a layout it has no meaning: it tags ${en} nowhere.`,
      ko: `레이아웃의 index.json 밖에서는 뜻이 없다. 여기에 이름을 적어도 ${ko}에 태그가 붙지 않는다.`,
    }),
  },
  title: {
    means: ({ en, ko }) => ({
      en: `Name of ${en} for people.`,
      ko: `${ko}에 사람이 알아보도록 붙인 이름이다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Lists show ${en} under a wrong name. Artifact tools also use a layer’s title as file name.`,
      ko: `목록에 ${withParticle(ko, '이')} 틀린 이름으로 나온다. 아티팩트 도구는 레이어의 이 값을 파일 이름으로도 쓴다.`,
    }),
  },
  description: {
    means: ({ en, ko }) => ({
      en: `What the software in ${en} is, told to people in a sentence or two.`,
      ko: `${ko}에 든 소프트웨어가 무엇인지 사람에게 알려 주는 한두 문장이다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `People expect something else of ${en}. No tool acts on it.`,
      ko: `사람이 ${withParticle(ko, '을')} 다른 것으로 오해한다. 이 값에 따라 움직이는 도구는 없다.`,
    }),
  },
  'base.digest': {
    means: ({ en, ko }) => ({
      en: `Digest of the base image under ${en}, such as the one of a Dockerfile’s FROM line.`,
      ko: `${ko}의 바탕이 된 베이스 이미지의 다이제스트다. Dockerfile의 FROM 줄이 가리킨 이미지가 그 예다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `A tool that asks whether the base of ${en} has been updated compares with the wrong image.`,
      ko: `${ko}의 베이스 이미지가 바뀌었는지 살피는 도구가 엉뚱한 이미지와 비교한다.`,
    }),
  },
  'base.name': {
    means: ({ en, ko }) => ({
      en: `Full reference of the base image under ${en}, registry included.`,
      ko: `${ko}의 베이스 이미지를 가리키는 참조다. 레지스트리까지 빠짐없이 적는다.`,
    }),
    breaks: ({ en, ko }) => ({
      en: `Without the registry each tool guesses its own default, and follows the wrong base of ${en}.`,
      ko: `레지스트리를 빼면 도구마다 제 기본값으로 채워 ${ko}의 베이스 이미지를 다르게 안다.`,
    }),
  },
}

const KEYS = imageSpec('annotations.md#pre-defined-annotation-keys')

/** The fourteen predefined keys and everybody else’s, as notes on one target. */
export function annotationFields(prefix: string, target: Target): FieldEntry[] {
  return [
    {
      pattern: `${prefix}/*`,
      means: {
        en: `A note on ${target.en} under a key that somebody chose, usually their domain name reversed.`,
        ko: `누군가 정한 키로 ${target.ko}에 붙인 메모다. 키는 보통 도메인 이름을 뒤집어 만든다.`,
      },
      breaks: {
        en: `Tools must ignore keys they do not know, so only those that know this one can be misled about ${target.en}.`,
        ko: `도구는 모르는 키를 무시해야 한다. 이 키를 아는 도구만 ${objectOf(target)} 잘못 다룰 수 있다.`,
      },
      spec: imageSpec('annotations.md#rules'),
    },
    ...Object.entries(PREDEFINED).map(([name, words]) => ({
      pattern: `${prefix}/org.opencontainers.image.${name}`,
      means: words.means(target),
      breaks: words.breaks(target),
      spec: KEYS,
    })),
  ]
}

function objectOf(target: Target): string {
  return withParticle(target.ko, '을')
}
