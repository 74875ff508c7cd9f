import type { Catalogue, FieldEntry } from '../../lib/content/fields.ts'
import { dockerSchema1 } from './clauses.ts'

const FIELDS = dockerSchema1('manifest-field-descriptions')
const SIGNED = dockerSchema1('signed-manifest-field-description')

const field = (
  pattern: string,
  means: FieldEntry['means'],
  breaks: FieldEntry['breaks'],
  spec = FIELDS,
): FieldEntry => ({ pattern, means, breaks, spec })

/** Docker’s schema 1: recognised and explained, though today’s clients refuse it. */
export const schema1: Catalogue = [
  field(
    '',
    {
      en: 'A Docker schema 1 manifest, the form before content-addressable images. One JSON carries a config for every layer.',
      ko: 'Docker 스키마 1 매니페스트다. 내용 주소 지정 이미지가 나오기 전의 형식으로, JSON 하나에 레이어마다 설정이 들어 있다.',
    },
    {
      en: 'containerd dropped it in 2.1 and the distribution registry in 3.0. Such an image has to be converted by an older tool.',
      ko: 'containerd는 2.1에서, distribution 레지스트리는 3.0에서 이 형식을 버렸다. 옛 도구로 변환해야 한다.',
    },
  ),
  field(
    '/schemaVersion',
    {
      en: 'Here it is 1: the sign by which a client tells this form from manifests of today.',
      ko: '여기서는 1이다. 클라이언트는 이 값으로 요즘의 매니페스트와 구별한다.',
    },
    {
      en: 'With 2, a client would look for config and layers, which this form does not have.',
      ko: '2라고 적으면 클라이언트가 config와 layers를 찾는데, 이 형식에는 둘 다 없다.',
    },
  ),
  field(
    '/mediaType',
    {
      en: 'Says that this is schema 1, signed (prettyjws) or not. Most of these manifests leave it out.',
      ko: '서명이 있는(prettyjws) 또는 없는 스키마 1임을 나타낸다. 이 필드가 없는 매니페스트가 많다.',
    },
    {
      en: 'If it claims schema 2, a client looks for fields that are not there.',
      ko: '스키마 2라고 적혀 있으면 클라이언트가 없는 필드를 찾게 된다.',
    },
  ),
  field(
    '/name',
    {
      en: 'Repository from which the image was first pushed, written into the manifest itself.',
      ko: '처음 푸시한 리포지터리의 이름이다. 매니페스트 안에 적혀 있다.',
    },
    {
      en: 'After a copy to another repository it no longer fits, and a change would break the signature.',
      ko: '다른 리포지터리로 복사하면 맞지 않게 된다. 고치면 서명이 깨진다.',
    },
  ),
  field(
    '/tag',
    {
      en: 'Tag at the time of the push. Later forms keep tags out of the manifest.',
      ko: '푸시할 때의 태그다. 나중 형식에서는 태그를 매니페스트에 적지 않는다.',
    },
    {
      en: 'The same image under two tags has two manifests, and so two digests.',
      ko: '같은 이미지라도 태그가 둘이면 매니페스트가 둘이 되고 다이제스트도 둘이 된다.',
    },
  ),
  field(
    '/architecture',
    {
      en: 'CPU architecture, for information only. This form has no index to choose from.',
      ko: '참고용으로 적은 CPU 아키텍처다. 이 형식에는 고를 인덱스가 없다.',
    },
    {
      en: 'Docker did not check it, so an image for another CPU fails only when it starts.',
      ko: 'Docker가 검사하지 않아서, 다른 CPU용 이미지라도 시작할 때에야 실패한다.',
    },
  ),
  field(
    '/fsLayers',
    {
      en: 'The layers, newest first: the reverse of today’s order.',
      ko: '레이어 목록이다. 새것이 먼저 오며, 요즘 형식과 순서가 반대다.',
    },
    {
      en: 'It must be as long as history. Read in today’s order, the file system is built upside down.',
      ko: 'history와 길이가 같아야 한다. 요즘 순서로 읽으면 파일시스템을 거꾸로 쌓게 된다.',
    },
  ),
  field(
    '/fsLayers/*',
    {
      en: 'One layer, without size or type: only the digest is given.',
      ko: '레이어 하나다. 크기도 타입도 없이 다이제스트만 있다.',
    },
    {
      en: 'Without a size, a client cannot know beforehand how much it is going to download.',
      ko: '크기가 없어 얼마나 내려받게 될지 미리 알 수 없다.',
    },
  ),
  field(
    '/fsLayers/*/blobSum',
    {
      en: 'Digest of the compressed layer. The same empty layer often stands here several times.',
      ko: '압축된 레이어의 다이제스트다. 똑같은 빈 레이어가 여러 번 나오는 일이 흔하다.',
    },
    {
      en: 'If the blob hashes to something else, the pull fails.',
      ko: '블롭을 해시한 값이 다르면 풀이 실패한다.',
    },
  ),
  field(
    '/history',
    {
      en: 'One entry for each layer in fsLayers, by position.',
      ko: 'fsLayers의 레이어마다 하나씩, 같은 순서로 짝을 이루는 항목이다.',
    },
    {
      en: 'An entry too many or too few pairs layers with the wrong configs.',
      ko: '하나라도 많거나 적으면 레이어가 엉뚱한 설정과 짝지어진다.',
    },
  ),
  field(
    '/history/*',
    {
      en: 'The config of one layer, wrapped in one field. Only the first entry decides how a container runs.',
      ko: '레이어 하나의 설정을 필드 하나로 감싼 것이다. 컨테이너 실행에는 첫 항목만 쓰인다.',
    },
    {
      en: 'The IDs in these entries were chosen at random by older Docker versions, so they prove nothing about content.',
      ko: '여기 적힌 ID는 옛 Docker가 무작위로 정한 것이라 내용을 보장하지 못한다.',
    },
  ),
  field(
    '/history/*/v1Compatibility',
    {
      en: 'A JSON document inside a JSON string: ID, parent, command and environment of this layer.',
      ko: 'JSON 문자열 안에 든 또 하나의 JSON이다. 레이어의 ID, 부모, 명령, 환경 변수가 적혀 있다.',
    },
    {
      en: 'It has to be parsed a second time. One wrong escape and the config of the image is lost.',
      ko: '한 번 더 파싱해야 한다. 이스케이프 하나만 틀려도 이미지의 설정을 읽을 수 없다.',
    },
  ),
  field(
    '/signatures',
    {
      en: 'Signatures that travel inside the manifest. For the digest they are taken out first.',
      ko: '매니페스트 안에 함께 들어 있는 서명이다. 다이제스트를 계산할 때는 먼저 떼어 낸다.',
    },
    {
      en: 'Hash the bytes as received and you get another digest than the registry states.',
      ko: '받은 바이트를 그대로 해시하면 레지스트리가 말하는 다이제스트와 다른 값이 나온다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*',
    {
      en: 'One signature: key, signed header and signature value.',
      ko: '서명 하나다. 키, 서명된 헤더, 서명 값으로 이루어진다.',
    },
    {
      en: 'Docker’s keys were made on the spot, so a valid signature shows that nothing changed, but not who signed.',
      ko: 'Docker는 키를 그 자리에서 만들었다. 서명이 맞으면 내용이 그대로라는 뜻일 뿐, 누가 서명했는지는 알 수 없다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*/header',
    {
      en: 'Unprotected header of the signature: algorithm and public key.',
      ko: '서명의 헤더다. 알고리즘과 공개 키가 들어 있고, 헤더 자체는 서명되지 않는다.',
    },
    {
      en: 'Without it nobody knows with which key the signature has to be checked.',
      ko: '없으면 어떤 키로 서명을 확인해야 하는지 알 수 없다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*/header/alg',
    { en: 'Signature algorithm, such as ES256.', ko: 'ES256 같은 서명 알고리즘이다.' },
    {
      en: 'With another algorithm than the signer’s, the check always fails.',
      ko: '서명할 때와 다른 알고리즘이면 확인은 언제나 실패한다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*/header/jwk',
    {
      en: 'The public key as JSON.',
      ko: 'JSON으로 적은 공개 키다.',
    },
    {
      en: 'Whoever changes the manifest can put a key of their own here, so the key must be known from elsewhere.',
      ko: '매니페스트를 고친 사람이 자기 키를 넣을 수 있다. 그래서 믿을 키는 다른 데서 알고 있어야 한다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*/header/jwk/kid',
    {
      en: 'Fingerprint by which people and tools tell keys apart.',
      ko: '사람과 도구가 키를 구별하는 지문이다.',
    },
    {
      en: 'A tool that looks for a key by its fingerprint finds another one, or none.',
      ko: '지문으로 키를 찾는 도구가 다른 키를 찾거나 아무 키도 찾지 못한다.',
    },
    SIGNED,
  ),
  ...(
    [
      ['crv', 'Elliptic curve of the key, such as P-256.', '키의 타원 곡선이다. P-256 따위다.'],
      ['kty', 'Family of the key: EC for elliptic curves.', '키의 종류다. 타원 곡선이면 EC다.'],
      ['x', 'First coordinate of the public point.', '공개 점의 첫째 좌표다.'],
      ['y', 'Second coordinate of the public point.', '공개 점의 둘째 좌표다.'],
    ] as const
  ).map(([name, en, ko]) =>
    field(
      `/signatures/*/header/jwk/${name}`,
      { en, ko },
      {
        en: `A wrong ${name} makes another key, and the signature no longer fits.`,
        ko: `${name} 값이 틀리면 다른 키가 되어 서명이 맞지 않는다.`,
      },
      SIGNED,
    ),
  ),
  field(
    '/signatures/*/protected',
    {
      en: 'Signed header, in base64: how long the signed text is and with which bytes it ends.',
      ko: '서명된 헤더를 base64로 적은 것이다. 서명한 글의 길이와 끝부분의 바이트가 들어 있다.',
    },
    {
      en: 'With it the signed text is cut out of the manifest. A wrong length cuts at the wrong place.',
      ko: '이것으로 매니페스트에서 서명한 글을 잘라 낸다. 길이가 틀리면 엉뚱한 곳을 자른다.',
    },
    SIGNED,
  ),
  field(
    '/signatures/*/signature',
    {
      en: 'The signature value itself, in base64.',
      ko: '서명 값 자체를 base64로 적은 것이다.',
    },
    {
      en: 'One changed bit and the check fails.',
      ko: '한 비트만 바뀌어도 확인에 실패한다.',
    },
    SIGNED,
  ),
]
