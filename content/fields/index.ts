import type { Catalogue } from '../../lib/content/fields.ts'
import { annotationFields } from './annotations.ts'
import { buildkitAttestation, imageSpec } from './clauses.ts'
import { descriptorFields } from './descriptor.ts'
import { indexPlatform } from './index-platform.ts'

const PROPERTIES = imageSpec('image-index.md#image-index-property-descriptions')

/** OCI image index and Docker manifest list. */
export const index: Catalogue = [
  {
    pattern: '',
    means: {
      en: 'An image index: a list of manifests, usually one for each platform. It holds no files and no command.',
      ko: '이미지 인덱스다. 보통 플랫폼마다 하나씩 있는 매니페스트를 늘어놓은 목록이며, 파일도 명령도 들어 있지 않다.',
    },
    breaks: {
      en: 'Any changed byte gives the index another digest, and references by the old digest no longer lead to it.',
      ko: '한 바이트만 바뀌어도 인덱스의 다이제스트가 달라진다. 옛 다이제스트를 쓴 참조로는 더 이상 찾을 수 없다.',
    },
    spec: imageSpec('image-index.md'),
  },
  {
    pattern: '/schemaVersion',
    means: {
      en: 'Always 2 in an index. It is there so that old Docker clients recognize the format.',
      ko: '인덱스에서는 언제나 2다. 오래된 Docker 클라이언트가 형식을 알아보라고 넣는다.',
    },
    breaks: {
      en: 'With 1, a client may take the index for Docker’s old schema 1. Without it, strict clients refuse the index.',
      ko: '1이면 인덱스를 Docker의 옛 스키마 1로 오해할 수 있다. 아예 없으면 엄격한 클라이언트는 인덱스를 거부한다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/mediaType',
    means: {
      en: 'Says that this document is an index, in OCI’s word or in Docker’s. It must agree with the Content-Type header.',
      ko: '이 문서가 인덱스임을 나타낸다. OCI의 이름이나 Docker의 이름을 쓰고, Content-Type 헤더와 같아야 한다.',
    },
    breaks: {
      en: 'If header and document disagree, the same bytes can be read as an index by one client and as a manifest by another. Careful clients refuse them.',
      ko: '헤더와 다르면 같은 바이트를 어떤 클라이언트는 인덱스로, 다른 클라이언트는 매니페스트로 읽을 수 있다. 조심스러운 클라이언트는 거부한다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/artifactType',
    means: {
      en: 'What kind of artifact this index is, when it is not a plain multi-platform image.',
      ko: '이 인덱스가 단순한 멀티 플랫폼 이미지가 아닐 때, 어떤 종류의 아티팩트인지 나타낸다.',
    },
    breaks: {
      en: 'Tools that filter by type overlook the index. Storing and copying it still works.',
      ko: '종류로 거르는 도구가 이 인덱스를 지나친다. 저장과 복사에는 문제가 없다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/manifests',
    means: {
      en: 'The list of manifests. Order matters: if several entries fit a machine, the first one is used.',
      ko: '매니페스트의 목록이다. 머신에 맞는 항목이 여럿이면 첫 번째를 쓰므로 순서가 중요하다.',
    },
    breaks: {
      en: 'An empty list is legal, but there is nothing to run. In another order, some machines get another image.',
      ko: '비어 있어도 규칙에는 맞지만 실행할 것이 없다. 순서를 바꾸면 일부 머신은 다른 이미지를 받는다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/manifests/*',
    means: {
      en: 'Points to one manifest: the image for one platform, an attestation, or a further index.',
      ko: '매니페스트 하나를 가리킨다. 한 플랫폼의 이미지일 수도, 증명일 수도, 또 다른 인덱스일 수도 있다.',
    },
    breaks: {
      en: 'If the entry of a platform is missing, its machines get “no matching manifest”, even if the manifest lies in the registry.',
      ko: '어떤 플랫폼의 항목이 빠지면 매니페스트가 레지스트리에 있어도 그 플랫폼의 머신은 “no matching manifest” 오류를 받는다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '/manifests/*',
    target: { en: 'the listed manifest', ko: '이 항목의 매니페스트' },
    mediaType: {
      means: {
        en: 'Tells before fetching whether the entry is an image manifest or a nested index, of OCI’s or Docker’s kind.',
        ko: '항목이 이미지 매니페스트인지 중첩된 인덱스인지, OCI 것인지 Docker 것인지 받기 전에 알려 준다.',
      },
      breaks: {
        en: 'If the manifest turns out to be of another type, clients refuse it. A type that they merely do not know is no error.',
        ko: '받아 본 매니페스트의 타입이 다르면 클라이언트가 거부한다. 그냥 모르는 타입인 것은 오류가 아니다.',
      },
    },
    digest: {
      means: {
        en: 'Name of the manifest, computed from its bytes. The client’s next request asks for exactly this.',
        ko: '매니페스트의 바이트로 계산한 이름이다. 클라이언트는 다음 요청에서 바로 이 이름을 부른다.',
      },
      breaks: {
        en: 'With one wrong digit the registry answers 404: there are no near misses among digests.',
        ko: '한 글자만 틀려도 레지스트리는 404로 답한다. 다이제스트에는 ‘비슷한 것’이 없다.',
      },
    },
    size: {
      means: {
        en: 'Length of the manifest in bytes: of the small JSON document, not of the image.',
        ko: '매니페스트의 길이를 바이트로 적는다. 이미지가 아니라 작은 JSON 문서의 길이다.',
      },
      breaks: {
        en: 'A manifest of another length is refused before it is even hashed.',
        ko: '길이가 다른 매니페스트는 해시를 계산하기도 전에 거부한다.',
      },
    },
    platform: indexPlatform,
  }),
  {
    pattern: '/manifests/*/annotations/vnd.docker.reference.type',
    means: {
      en: 'BuildKit’s mark for entries that are no image. attestation-manifest says: statements about another entry.',
      ko: '이미지가 아닌 항목에 BuildKit이 붙이는 표시다. attestation-manifest는 다른 항목에 딸린 증명이라는 뜻이다.',
    },
    breaks: {
      en: 'Without it, an entry for unknown/unknown looks like a broken image. With any other value, tools are to ignore the entry.',
      ko: '없으면 unknown/unknown 항목이 고장 난 이미지처럼 보인다. 다른 값이면 도구는 이 항목을 무시해야 한다.',
    },
    spec: buildkitAttestation('attestation-manifest-descriptor'),
  },
  {
    pattern: '/manifests/*/annotations/vnd.docker.reference.digest',
    means: {
      en: 'Digest of the entry in this same index that the attestation is about.',
      ko: '증명의 대상이 되는 항목의 다이제스트다. 같은 인덱스 안에 있다.',
    },
    breaks: {
      en: 'An SBOM or a provenance is credited to the wrong image, or to none.',
      ko: 'SBOM이나 출처 증명이 엉뚱한 이미지의 것으로 읽히거나 갈 곳을 잃는다.',
    },
    spec: buildkitAttestation('attestation-manifest-descriptor'),
  },
  {
    pattern: '/subject',
    means: {
      en: 'The manifest to which this index is attached. The link is weak: the other manifest’s bytes and digest stay as they are.',
      ko: '이 인덱스가 딸려 있는 매니페스트다. 느슨한 연결이라 상대 매니페스트의 바이트와 다이제스트는 그대로다.',
    },
    breaks: {
      en: 'A registry must accept a subject that does not exist, so a wrong digest attaches this index to nothing, silently.',
      ko: '레지스트리는 없는 대상도 받아들여야 한다. 다이제스트가 틀려도 오류 없이, 이 인덱스는 아무것에도 딸리지 않게 된다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '/subject',
    target: { en: 'the manifest this index is attached to', ko: '이 인덱스가 딸린 매니페스트' },
    mediaType: {
      means: {
        en: 'Whether this index is attached to a manifest or to another index.',
        ko: '이 인덱스가 딸린 대상이 매니페스트인지 다른 인덱스인지 나타낸다.',
      },
      breaks: {
        en: 'Referrers are looked up by digest, so a wrong type shows only when somebody follows the link from this index.',
        ko: '참조자는 다이제스트로 찾는다. 그래서 타입이 틀려도 누군가 이 인덱스에서 대상을 따라가 볼 때에야 드러난다.',
      },
    },
    digest: {
      means: {
        en: 'Digest under which the referrers API lists this index.',
        ko: '참조자 API에서 이 다이제스트를 물으면 이 인덱스가 목록에 나온다.',
      },
      breaks: {
        en: 'If it differs from the real one, this index is missing from the list of referrers, and nothing reports an error.',
        ko: '진짜 다이제스트와 다르면 이 인덱스가 참조자 목록에서 빠진다. 오류는 나지 않는다.',
      },
    },
    size: {
      means: {
        en: 'Length in bytes of the manifest to which this index is attached.',
        ko: '이 인덱스가 딸린 매니페스트의 길이를 바이트로 적는다.',
      },
      breaks: {
        en: 'A client that follows the link from this index refuses what it finds.',
        ko: '이 인덱스에서 대상을 따라간 클라이언트는 찾은 내용을 거부한다.',
      },
    },
  }),
  {
    pattern: '/annotations',
    means: {
      en: 'Notes on the index as a whole. Labels, in contrast, live in the image config.',
      ko: '인덱스 전체에 적은 메모다. 레이블은 이와 달리 이미지 설정에 들어 있다.',
    },
    breaks: {
      en: 'They are part of the bytes: changing a note here changes the digest of the index.',
      ko: '메모도 바이트의 일부다. 여기를 고치면 인덱스의 다이제스트가 바뀐다.',
    },
    spec: imageSpec('annotations.md'),
  },
  ...annotationFields('/annotations', { en: 'this index', ko: '이 인덱스' }),
]
