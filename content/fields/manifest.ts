import type { Catalogue } from '../../lib/content/fields.ts'
import { annotationFields } from './annotations.ts'
import { buildkitAttestation, estargz, imageSpec, zstdChunked } from './clauses.ts'
import { descriptorFields } from './descriptor.ts'

const PROPERTIES = imageSpec('manifest.md#image-manifest-property-descriptions')

/** OCI image manifest and Docker schema 2 manifest. */
export const manifest: Catalogue = [
  {
    pattern: '',
    means: {
      en: 'An image manifest: it names one config and a list of layers by digest. The files themselves are not in it.',
      ko: '이미지 매니페스트다. 설정 하나와 레이어 여럿을 다이제스트로 가리킬 뿐, 파일은 들어 있지 않다.',
    },
    breaks: {
      en: 'Any changed byte, even a space, gives the manifest another digest. That is why a registry must keep the bytes as they were pushed.',
      ko: '공백 하나만 바뀌어도 매니페스트의 다이제스트가 달라진다. 그래서 레지스트리는 푸시된 바이트를 그대로 보관해야 한다.',
    },
    spec: imageSpec('manifest.md'),
  },
  {
    pattern: '/schemaVersion',
    means: {
      en: 'Always 2 in this kind of manifest: the generation after Docker’s schema 1.',
      ko: '이런 매니페스트에서는 언제나 2다. Docker의 스키마 1 다음 세대라는 뜻이다.',
    },
    breaks: {
      en: 'With 1, a client looks for fsLayers and history and finds none. Without it, strict clients refuse the manifest.',
      ko: '1이면 클라이언트가 fsLayers와 history를 찾다가 실패한다. 아예 없으면 엄격한 클라이언트는 매니페스트를 거부한다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/mediaType',
    means: {
      en: 'Says that this document is a manifest. OCI lets it be absent; Docker’s form always has it.',
      ko: '이 문서가 매니페스트임을 나타낸다. OCI에서는 없어도 되고 Docker 형식에는 늘 있다.',
    },
    breaks: {
      en: 'If it disagrees with the Content-Type header, two clients can read two different things in the same bytes.',
      ko: 'Content-Type 헤더와 다르면 같은 바이트를 두고 클라이언트마다 다른 문서로 읽을 수 있다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/artifactType',
    means: {
      en: 'What kind of artifact this manifest is: a signature, an SBOM, a chart. Container images do without it.',
      ko: '이 매니페스트가 서명, SBOM, 차트처럼 어떤 종류의 아티팩트인지 나타낸다. 컨테이너 이미지에는 필요 없다.',
    },
    breaks: {
      en: 'It must be there if the config is the empty one. Without it, nothing tells what the artifact is.',
      ko: '설정이 빈 디스크립터라면 반드시 있어야 한다. 없으면 무슨 아티팩트인지 알 길이 없다.',
    },
    spec: imageSpec('manifest.md#guidelines-for-artifact-usage'),
  },
  {
    pattern: '/config',
    means: {
      en: 'Points to the image config: the JSON with the command, the environment and the list of diffIDs.',
      ko: '이미지 설정을 가리킨다. 실행할 명령, 환경 변수, diffID 목록이 담긴 JSON이다.',
    },
    breaks: {
      en: 'If it points to another config, the same layers start with another command. It is another image, with another image ID.',
      ko: '다른 설정을 가리키면 같은 레이어로 다른 명령이 실행된다. 이미지 ID도 다른, 별개의 이미지다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '/config',
    target: { en: 'the image config', ko: '이미지 설정' },
    mediaType: {
      means: {
        en: 'Tells whether this is a container image at all. Artifacts put a type of their own here, or the empty type.',
        ko: '컨테이너 이미지가 맞는지 알려 준다. 아티팩트는 여기에 고유한 타입이나 빈 타입을 적는다.',
      },
      breaks: {
        en: 'A client must not parse a config of unknown type, so it can copy the image but not run it.',
        ko: '클라이언트는 모르는 타입의 설정을 해석하면 안 된다. 그래서 이미지를 복사할 수는 있어도 실행할 수는 없다.',
      },
    },
    digest: {
      means: {
        en: 'SHA-256 of the bytes of the config. The spec calls this number the image ID.',
        ko: '설정의 바이트를 해시한 값이다. 명세에서는 이 값을 이미지 ID라고 부른다.',
      },
      breaks: {
        en: 'If the config has other bytes, the pull stops there: a client without a verified config starts nothing.',
        ko: '설정의 바이트가 이 값과 다르면 풀이 멈춘다. 검증하지 못한 설정으로는 아무것도 시작하지 않는다.',
      },
    },
    size: {
      means: {
        en: 'Length of the config in bytes, usually a few thousand.',
        ko: '설정의 길이를 바이트로 적는다. 보통 수천 바이트다.',
      },
      breaks: {
        en: 'If the config is longer or shorter, clients refuse it before they hash it.',
        ko: '설정이 이보다 길거나 짧으면 클라이언트는 해시를 계산하기 전에 거부한다.',
      },
    },
  }),
  {
    pattern: '/layers',
    means: {
      en: 'The layers from bottom to top: index 0 is the base, and each one is applied over those before it.',
      ko: '레이어를 아래에서 위로 적은 목록이다. 0번이 바닥이고, 다음 것을 차례로 덧입힌다.',
    },
    breaks: {
      en: 'In another order, files are overwritten and deleted differently. There must be as many layers as diffIDs in the config.',
      ko: '순서가 바뀌면 덮어쓰고 지우는 결과가 달라진다. 개수는 설정에 있는 diffID의 개수와 같아야 한다.',
    },
    spec: PROPERTIES,
  },
  {
    pattern: '/layers/*',
    means: {
      en: 'Points to one layer: a tar archive of files added, changed or deleted, compressed or not.',
      ko: '레이어 하나를 가리킨다. 추가하고 바꾸고 지운 파일을 담은 tar 아카이브이며, 압축했을 수도 있고 아닐 수도 있다.',
    },
    breaks: {
      en: 'If the registry has lost just one of them, the whole image cannot be pulled.',
      ko: '하나라도 레지스트리에서 사라지면 이미지 전체를 받을 수 없다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '/layers/*',
    target: { en: 'this layer', ko: '이 레이어' },
    mediaType: {
      means: {
        en: 'Says how the layer is packed: plain tar, or tar with gzip or zstd. In an artifact it is the type of the file.',
        ko: '레이어가 그냥 tar인지, gzip이나 zstd로 압축한 tar인지 나타낸다. 아티팩트라면 파일의 타입이다.',
      },
      breaks: {
        en: 'A gzip layer declared as plain tar does not unpack. A type that a client does not know can be copied but not unpacked.',
        ko: 'gzip 레이어를 그냥 tar라고 적으면 풀리지 않는다. 모르는 타입의 레이어는 복사할 수는 있어도 풀 수는 없다.',
      },
    },
    digest: {
      means: {
        en: 'Digest of the layer as it is stored, normally compressed. The diffID in the config names the same layer uncompressed, so with compression the two differ.',
        ko: '저장된 그대로, 보통 압축된 상태의 다이제스트다. 설정의 diffID는 압축을 푼 같은 레이어의 이름이라, 압축했다면 둘이 다르다.',
      },
      breaks: {
        en: 'Compress the same files anew and this digest changes, although no file did. With a wrong one, the layer is not found or fails the check.',
        ko: '같은 파일을 다시 압축하면 파일은 그대로인데 이 값이 바뀐다. 값이 틀리면 레이어를 찾지 못하거나 검증에 실패한다.',
      },
    },
    size: {
      means: {
        en: 'Length of the layer as it is stored, in bytes. The sum over all layers is what a first pull downloads.',
        ko: '저장된 상태의 길이를 바이트로 적는다. 모든 레이어를 더하면 처음 받을 때 내려받는 양이 된다.',
      },
      breaks: {
        en: 'A layer of another length is refused. The size on disk after unpacking cannot be read from it.',
        ko: '길이가 다른 레이어는 거부한다. 압축을 푼 뒤 디스크에서 차지할 크기는 이 값으로 알 수 없다.',
      },
    },
  }),
  {
    pattern: '/layers/*/annotations/containerd.io~1snapshot~1stargz~1toc.digest',
    means: {
      en: 'Marks an eStargz layer: digest of its table of contents, with which single files can be fetched and checked.',
      ko: 'eStargz 레이어라는 표시다. 목차의 다이제스트이며, 이것으로 파일을 하나씩 받아 확인할 수 있다.',
    },
    breaks: {
      en: 'Without it, or with a wrong value, the layer cannot be mounted lazily. It still unpacks as plain gzip.',
      ko: '없거나 틀리면 필요한 파일만 늦게 가져오는 마운트를 할 수 없다. 보통의 gzip 레이어로는 여전히 풀린다.',
    },
    spec: estargz,
  },
  {
    pattern: '/layers/*/annotations/io.github.containers.zstd-chunked.manifest-checksum',
    means: {
      en: 'Marks a zstd:chunked layer: digest of its table of contents, with which only missing chunks are fetched.',
      ko: 'zstd:chunked 레이어라는 표시다. 목차의 다이제스트이며, 이것으로 없는 조각만 골라 받는다.',
    },
    breaks: {
      en: 'Without it, the layer is fetched whole, like any zstd layer. With a wrong value, the table fails its check.',
      ko: '없으면 보통의 zstd 레이어처럼 통째로 받는다. 틀리면 목차가 검증을 통과하지 못한다.',
    },
    spec: zstdChunked,
  },
  {
    pattern: '/layers/*/annotations/in-toto.io~1predicate-type',
    means: {
      en: 'In an attestation: what the statement is about, such as provenance or an SBOM, without fetching it.',
      ko: '증명이 출처 증명인지 SBOM인지, 내용을 받지 않고도 종류를 알려 준다.',
    },
    breaks: {
      en: 'Tools that look for one kind of statement skip it. The value must equal predicateType in the statement.',
      ko: '특정 종류의 증명을 찾는 도구가 지나친다. 증명 안의 predicateType과 같은 값이어야 한다.',
    },
    spec: buildkitAttestation('attestation-manifest'),
  },
  {
    pattern: '/subject',
    means: {
      en: 'The manifest that this one is about, such as the image that a signature signs. Pointing to it does not change it.',
      ko: '이 매니페스트가 덧붙는 대상이며, 서명이라면 서명한 이미지다. 가리킨다고 대상이 바뀌지는 않는다.',
    },
    breaks: {
      en: 'A registry must accept a subject that does not exist, so a signature with a wrong digest hangs in the air without an error.',
      ko: '레지스트리는 없는 대상도 받아들여야 한다. 다이제스트가 틀린 서명은 오류도 없이 허공에 뜬다.',
    },
    spec: PROPERTIES,
  },
  ...descriptorFields({
    prefix: '/subject',
    target: { en: 'the manifest this one is about', ko: '대상 매니페스트' },
    mediaType: {
      means: {
        en: 'Whether the subject is a manifest or an index.',
        ko: '대상이 매니페스트인지 인덱스인지 나타낸다.',
      },
      breaks: {
        en: 'Referrers are looked up by digest, so a wrong type shows only when somebody fetches the subject.',
        ko: '참조자는 다이제스트로 찾는다. 그래서 타입이 틀려도 누군가 대상을 받아 볼 때에야 드러난다.',
      },
    },
    digest: {
      means: {
        en: 'Digest of the subject. Asked for the referrers of this digest, a registry lists this manifest.',
        ko: '대상의 다이제스트다. 이 다이제스트의 참조자를 물으면 레지스트리는 이 매니페스트를 목록에 넣어 답한다.',
      },
      breaks: {
        en: 'If it differs from the real one, nobody who looks at the image finds this signature or SBOM.',
        ko: '진짜 다이제스트와 다르면 이미지를 보는 사람은 이 서명이나 SBOM을 찾지 못한다.',
      },
    },
    size: {
      means: {
        en: 'Length of the subject in bytes, so that a client can fetch it with care.',
        ko: '대상의 길이를 바이트로 적는다. 클라이언트는 이 값을 알고 조심해서 받을 수 있다.',
      },
      breaks: {
        en: 'A client that follows the link to the subject refuses what it finds there.',
        ko: '대상을 따라가서 받은 클라이언트가 그 내용을 거부한다.',
      },
    },
  }),
  {
    pattern: '/annotations',
    means: {
      en: 'Notes on this image or artifact, readable without fetching the config. Docker’s schema 2 does not define them.',
      ko: '이 이미지나 아티팩트에 적은 메모이며, 설정을 받지 않아도 읽을 수 있다. Docker 스키마 2에는 없는 필드다.',
    },
    breaks: {
      en: 'They are part of the manifest: changing a note changes the manifest digest, but not the image ID.',
      ko: '매니페스트의 일부라서 고치면 매니페스트 다이제스트가 바뀐다. 이미지 ID는 그대로다.',
    },
    spec: imageSpec('annotations.md'),
  },
  ...annotationFields('/annotations', { en: 'this image', ko: '이 이미지' }),
]
