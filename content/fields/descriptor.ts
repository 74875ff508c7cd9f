import type { Catalogue, FieldEntry } from '../../lib/content/fields.ts'
import { annotationFields } from './annotations.ts'
import { dockerSchema2, imageSpec } from './clauses.ts'
import { capital, type Target, withParticle } from './target.ts'

type Words = Pick<FieldEntry, 'means' | 'breaks'>

/** What only one place can say: the role of the descriptor, and its three required fields there. */
export type DescriptorRole = {
  /** pattern of the descriptor itself, such as `/layers/*` */
  prefix: string
  target: Target
  mediaType: Words
  digest: Words
  size: Words
  /** where it differs from what a platform means elsewhere */
  platform?: FieldEntry[]
}

const PROPERTIES = imageSpec('descriptor.md#properties')

/** Every field of a descriptor at one place, in the words of that place. */
export function descriptorFields(role: DescriptorRole): FieldEntry[] {
  const { prefix, target } = role
  const { en, ko } = target
  const object = withParticle(ko, '을')
  return [
    { pattern: `${prefix}/mediaType`, ...role.mediaType, spec: PROPERTIES },
    { pattern: `${prefix}/digest`, ...role.digest, spec: imageSpec('descriptor.md#digests') },
    { pattern: `${prefix}/size`, ...role.size, spec: PROPERTIES },
    {
      pattern: `${prefix}/urls`,
      means: {
        en: `Further addresses from which ${en} can be downloaded, beside the registry.`,
        ko: `레지스트리 말고도 ${object} 내려받을 수 있는 주소의 목록이다.`,
      },
      breaks: {
        en: `A client that checks digest and size only loses time on a bad address. One that does not check accepts anything in place of ${en}.`,
        ko: `다이제스트와 크기를 확인하는 클라이언트는 주소가 틀려도 시간만 잃는다. 확인하지 않으면 ${ko} 대신 아무 내용이나 받아들인다.`,
      },
      spec: PROPERTIES,
    },
    {
      pattern: `${prefix}/urls/*`,
      means: {
        en: `One address for ${en}, normally http or https.`,
        ko: `${object} 내려받을 주소 하나다. 보통 http나 https를 쓴다.`,
      },
      breaks: {
        en: `If it stops answering and no registry holds ${en} either, the pull fails.`,
        ko: `이 주소가 응답하지 않고 레지스트리에도 ${withParticle(ko, '이')} 없으면 풀이 실패한다.`,
      },
      spec: PROPERTIES,
    },
    {
      pattern: `${prefix}/annotations`,
      means: {
        en: `Notes on ${en}, kept where it is pointed to. Its own bytes and digest stay as they are.`,
        ko: `${object} 가리키는 쪽에 적어 둔 메모다. 가리키는 내용의 바이트와 다이제스트는 그대로다.`,
      },
      breaks: {
        en: `Every value must be a string. With a number or a null, a strict client refuses the document that points to ${en}.`,
        ko: `값은 모두 문자열이어야 한다. 숫자나 null을 넣으면 엄격한 클라이언트는 ${object} 가리키는 문서까지 거부한다.`,
      },
      spec: imageSpec('annotations.md#rules'),
    },
    ...annotationFields(`${prefix}/annotations`, target),
    {
      pattern: `${prefix}/data`,
      means: {
        en: `${capital(en)} itself, in base64, so that no second request is needed.`,
        ko: `${ko} 내용 자체를 base64로 담은 것이다. 요청을 한 번 줄일 수 있다.`,
      },
      breaks: {
        en: `Decoded, it must match digest and size. Otherwise one client reads this and another fetches something else for ${en}.`,
        ko: `디코딩한 결과는 다이제스트와 크기에 맞아야 한다. 맞지 않으면 클라이언트마다 ${object} 서로 다른 내용으로 읽는다.`,
      },
      spec: imageSpec('descriptor.md#embedded-content'),
    },
    {
      pattern: `${prefix}/artifactType`,
      means: {
        en: `What kind of artifact ${en} is, so that a list can be filtered before anything is fetched.`,
        ko: `${withParticle(ko, '이')} 어떤 종류의 아티팩트인지 나타낸다. 내용을 받기 전에 목록을 거를 수 있다.`,
      },
      breaks: {
        en: `A wrong type hides ${en} from the tools that look for it.`,
        ko: `틀리면 이 종류를 찾는 도구가 ${object} 지나친다.`,
      },
      spec: PROPERTIES,
    },
    ...(role.platform ?? platformFields(prefix, target)),
  ]
}

// Outside an index nobody chooses by a platform, so these stay short.
function platformFields(prefix: string, target: Target): FieldEntry[] {
  const { en, ko } = target
  const at = `${prefix}/platform`
  const spec = imageSpec('image-index.md#image-index-property-descriptions')
  const field = (name: string, enWhat: string, koWhat: string, clause = spec): FieldEntry => {
    const base = name.replace('/*', '')
    return {
      pattern: `${at}/${name}`,
      means: {
        en: `${enWhat} ${en} is meant for.`,
        ko: `${withParticle(ko, '이')} 전제하는 ${koWhat}.`,
      },
      breaks: name.endsWith('/*')
        ? {
            en: `As with the list, nobody outside an index looks at single values for ${en}: “${base}” stays a remark.`,
            ko: `목록과 마찬가지로, 인덱스 밖에서는 ${ko}의 ${base} 값을 하나하나 살피지 않는다.`,
          }
        : {
            en: `No client chooses by it outside an index. A wrong “${base}” misleads only people who read about ${en}.`,
            ko: `인덱스 밖에서는 이 값으로 고르는 클라이언트가 없다. ${base} 값이 틀리면 ${ko} 정보를 읽는 사람만 헷갈린다.`,
          },
      spec: clause,
    }
  }
  return [
    {
      pattern: at,
      means: {
        en: `The system that ${en} is meant for. The spec describes this field for the entries of an index.`,
        ko: `${withParticle(ko, '이')} 돌아갈 시스템이다. 명세는 이 필드를 인덱스의 항목에 두도록 설명한다.`,
      },
      breaks: {
        en: `Clients choose by the entry in the index, so a contradiction here about ${en} goes unnoticed.`,
        ko: `클라이언트는 인덱스의 항목을 보고 고른다. 그래서 여기 적힌 ${ko}의 플랫폼이 틀려도 드러나지 않는다.`,
      },
      spec,
    },
    field('architecture', 'CPU architecture that', 'CPU 아키텍처다'),
    field('os', 'Operating system that', '운영체제다'),
    field('os.version', 'Version of the operating system that', '운영체제 버전이다'),
    field('os.features', 'Operating system features that', '운영체제 기능 목록이다'),
    field('os.features/*', 'One operating system feature that', '운영체제 기능 하나다'),
    field('variant', 'CPU variant that', 'CPU 변형이다'),
    field(
      'features',
      'CPU features that',
      'CPU 기능 목록이다',
      dockerSchema2('manifest-list-field-descriptions'),
    ),
    field(
      'features/*',
      'One CPU feature that',
      'CPU 기능 하나다',
      dockerSchema2('manifest-list-field-descriptions'),
    ),
  ]
}

/** A descriptor that stands alone, without a document around it. */
export const descriptor: Catalogue = [
  {
    pattern: '',
    means: {
      en: 'A descriptor: type, digest and size of some content that lies elsewhere. Every arrow between the parts of an image is one of these.',
      ko: '다른 곳에 있는 내용의 타입, 다이제스트, 크기를 적은 디스크립터다. 이미지의 부품을 잇는 화살표가 모두 디스크립터다.',
    },
    breaks: {
      en: 'Without type, digest and size a client can neither ask for the content nor check it.',
      ko: '타입, 다이제스트, 크기 가운데 하나라도 없으면 클라이언트는 내용을 요청하거나 확인할 수 없다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '',
    target: { en: 'the content pointed to', ko: '가리키는 내용' },
    mediaType: {
      means: {
        en: 'Type of the content pointed to, so that a client knows how to read it before it comes.',
        ko: '가리키는 내용의 타입이다. 클라이언트는 내용을 받기 전에 읽는 방법을 알게 된다.',
      },
      breaks: {
        en: 'A client reads the bytes as something they are not, or refuses them.',
        ko: '클라이언트가 바이트를 엉뚱한 형식으로 읽거나 거부한다.',
      },
    },
    digest: {
      means: {
        en: 'Name of the content, computed from its bytes: algorithm, colon, hash.',
        ko: '내용의 바이트로 계산한 이름이다. 알고리즘, 콜론, 해시 순서로 쓴다.',
      },
      breaks: {
        en: 'One wrong digit names other content: it is not found, or it fails the check.',
        ko: '한 글자만 틀려도 다른 내용의 이름이 된다. 찾을 수 없거나 검증에 실패한다.',
      },
    },
    size: {
      means: {
        en: 'Length of the content in bytes, known before it is fetched.',
        ko: '내용의 길이를 바이트로 적는다. 받기 전에 알 수 있다.',
      },
      breaks: {
        en: 'Content of another length must not be trusted, even before it is hashed.',
        ko: '길이가 다른 내용은 해시를 계산하기 전에 이미 믿을 수 없다.',
      },
    },
  }),
]
