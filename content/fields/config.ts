import type { Catalogue } from '../../lib/content/fields.ts'
import { imageSpec } from './clauses.ts'
import { buildContainerFields } from './config-build-container.ts'
import { buildpacksFields } from './config-buildpacks.ts'
import { dockerConfigFields } from './config-docker.ts'
import { processFields } from './config-process.ts'
import { row } from './row.ts'

const PROPERTIES = imageSpec('config.md#properties')
const VARIANTS = imageSpec('image-index.md#platform-variants')

/** OCI image config and Docker’s, which has more fields. */
export const config: Catalogue = [
  row(
    '',
    imageSpec('config.md#image-json'),
    [
      'The image config: how a container starts, and which layers make up its file system. Its digest is the image ID.',
      'Any changed byte makes another image ID. So nothing is ever edited here: a change makes a new image.',
    ],
    [
      '이미지 설정이다. 컨테이너를 시작하는 방법과 파일시스템을 이루는 레이어가 적혀 있고, 이 문서의 다이제스트가 이미지 ID다.',
      '한 바이트만 바뀌어도 이미지 ID가 달라진다. 그래서 고쳐 쓰는 일은 없고, 바꾸면 새 이미지가 된다.',
    ],
  ),
  row(
    '/created',
    PROPERTIES,
    [
      'When the image was built, as an RFC 3339 date and time.',
      'Lists and clean-up jobs misjudge its age. Builders that want reproducible images write a fixed date on purpose, often 1970 or 1980.',
    ],
    [
      '이미지를 만든 날짜와 시각이다. RFC 3339 형식으로 적는다.',
      '목록과 정리 작업이 이미지의 나이를 잘못 안다. 재현 가능한 빌드를 하는 도구는 일부러 1970년이나 1980년 같은 고정된 날짜를 쓴다.',
    ],
  ),
  row(
    '/author',
    PROPERTIES,
    [
      'Who made the image and maintains it, in free form.',
      'Nobody checks the name, so it is no proof of origin.',
    ],
    [
      '이미지를 만들고 관리하는 사람이다. 형식은 자유다.',
      '아무도 확인하지 않는 이름이라 출처의 증거가 되지 못한다.',
    ],
  ),
  row(
    '/architecture',
    PROPERTIES,
    [
      'CPU architecture for which the programs in the layers were built, in Go’s words.',
      'It should agree with the index. If the programs are really for another CPU, they die with “exec format error”.',
    ],
    [
      '레이어에 든 프로그램이 어떤 CPU 아키텍처용인지 Go의 이름으로 적는다.',
      '인덱스와 같아야 한다. 실제 프로그램이 다른 CPU용이면 “exec format error”로 죽는다.',
    ],
  ),
  row(
    '/os',
    PROPERTIES,
    [
      'Operating system for which the image was built: linux or windows.',
      'A host with another kernel refuses the image, or cannot run what is in it.',
    ],
    [
      '이미지가 어떤 운영체제용인지 적는다. linux나 windows다.',
      '커널이 다른 호스트는 이 이미지를 거부하거나 실행하지 못한다.',
    ],
  ),
  row(
    '/os.version',
    PROPERTIES,
    [
      'Version of the operating system that the image was built for, in practice the Windows build.',
      'A Windows host may refuse to run an image whose version does not fit its own.',
    ],
    [
      '이미지가 전제하는 운영체제 버전이다. 실제로는 Windows 빌드 번호다.',
      'Windows 호스트는 자기 버전과 맞지 않는 이미지의 실행을 거부할 수 있다.',
    ],
  ),
  row(
    '/os.features',
    PROPERTIES,
    [
      'Operating system features without which the image does not work.',
      'If one is missing from the list, a host without it tries to run the image.',
    ],
    [
      '없으면 이미지가 돌아가지 않는 운영체제 기능의 목록이다.',
      '목록에서 빠진 기능이 없는 호스트도 이미지를 실행하려고 한다.',
    ],
  ),
  row(
    '/os.features/*',
    PROPERTIES,
    [
      'One feature, such as win32k on Windows.',
      'Outside the values of the spec, no two runtimes need agree on its meaning.',
    ],
    [
      '기능 하나다. Windows의 win32k가 그 예다.',
      '명세에 없는 값은 런타임마다 다르게 받아들일 수 있다.',
    ],
  ),
  row(
    '/variant',
    VARIANTS,
    [
      'CPU generation that the programs need, such as v7 for 32-bit ARM.',
      'A program for a newer generation dies on an older CPU, at the first instruction unknown to it.',
    ],
    [
      '프로그램에 필요한 CPU 세대다. 32비트 ARM의 v7 따위다.',
      '새 세대용 프로그램은 옛 CPU에서 모르는 명령어를 만나는 순간 죽는다.',
    ],
  ),
  ...processFields,
  ...buildpacksFields,
  ...dockerConfigFields('/config'),
  row(
    '/rootfs',
    PROPERTIES,
    [
      'Ties the config to the file system: it names each layer by its uncompressed content.',
      'Through it the image ID covers every file. Without it, the same ID could stand for other files.',
    ],
    [
      '설정과 파일시스템을 묶는다. 레이어마다 압축을 푼 내용으로 만든 이름을 적는다.',
      '이것이 있어서 이미지 ID 하나가 모든 파일을 보증한다. 없으면 같은 ID로 다른 파일을 내놓을 수 있다.',
    ],
  ),
  row(
    '/rootfs/type',
    PROPERTIES,
    [
      'Always “layers”.',
      'A runtime must refuse any other value when it checks or unpacks the image.',
    ],
    ['언제나 layers다.', '다른 값이면 런타임은 이미지를 검증하거나 풀 때 오류를 내야 한다.'],
  ),
  row(
    '/rootfs/diff_ids',
    imageSpec('config.md#layer-diffid'),
    [
      'The diffIDs of all layers, base first, in the order of the manifest’s layers.',
      'There must be one for each layer of the manifest. If number or order differ, unpacking fails.',
    ],
    [
      '모든 레이어의 diffID다. 매니페스트의 레이어와 같은 순서로, 바닥부터 적는다.',
      '매니페스트의 레이어마다 하나씩 있어야 한다. 개수나 순서가 다르면 푸는 데 실패한다.',
    ],
  ),
  row(
    '/rootfs/diff_ids/*',
    imageSpec('config.md#layer-diffid'),
    [
      'Digest of one layer as an uncompressed tar. It stays the same however the layer is compressed.',
      'If the unpacked tar hashes to something else, the layer is refused, although its compressed digest fitted.',
    ],
    [
      '압축을 푼 레이어 tar의 다이제스트다. 어떻게 압축하든 바뀌지 않는다.',
      '푼 tar를 해시한 값이 다르면, 압축된 상태의 다이제스트가 맞았더라도 레이어를 거부한다.',
    ],
  ),
  row(
    '/history',
    PROPERTIES,
    [
      'How the image came to be: the build steps, oldest first. It is optional.',
      'Entries that are not marked empty should be as many as the layers. Otherwise tools show sizes beside the wrong steps.',
    ],
    [
      '이미지가 만들어진 과정이다. 오래된 빌드 단계부터 적으며, 없어도 된다.',
      '빈 레이어로 표시하지 않은 항목은 레이어와 개수가 같아야 한다. 다르면 도구가 크기를 엉뚱한 단계 옆에 보여 준다.',
    ],
  ),
  row(
    '/history/*',
    PROPERTIES,
    ['One build step.', 'It is only told, not proved: a builder may write anything here.'],
    ['빌드 단계 하나다.', '적혀 있을 뿐 증명된 것은 아니다. 빌더는 여기에 아무것이나 쓸 수 있다.'],
  ),
  row(
    '/history/*/created',
    PROPERTIES,
    [
      'When this step was made.',
      'Steps from a base image may be older by years, and fixed dates say nothing.',
    ],
    [
      '이 단계를 만든 날짜와 시각이다.',
      '베이스 이미지의 단계는 몇 년 더 오래된 것일 수 있다. 고정된 날짜라면 아무것도 알려 주지 않는다.',
    ],
  ),
  row(
    '/history/*/author',
    PROPERTIES,
    [
      'Who made this step, often simply the name of the builder, such as Jib.',
      'It changes nothing at run time. It is the quickest clue to the tool that built the image.',
    ],
    [
      '이 단계를 만든 사람이다. Jib처럼 빌더의 이름만 적힌 경우가 많다.',
      '실행에는 영향이 없다. 어떤 도구로 빌드했는지 알려 주는 가장 빠른 단서다.',
    ],
  ),
  row(
    '/history/*/created_by',
    PROPERTIES,
    [
      'The command of this step, as the builder wrote it down.',
      'Passwords passed as build arguments stay readable here for everyone who can pull.',
    ],
    [
      '빌더가 적어 둔 이 단계의 명령이다.',
      '빌드 인자로 넘긴 비밀번호도 여기에 남아, 이미지를 받을 수 있는 누구나 읽는다.',
    ],
  ),
  row(
    '/history/*/comment',
    PROPERTIES,
    [
      'A remark of the builder, such as buildkit.dockerfile.v0.',
      'No tool depends on it. It can tell which builder was at work.',
    ],
    [
      'buildkit.dockerfile.v0처럼 빌더가 남긴 한마디다.',
      '이 값에 의존하는 도구는 없다. 어떤 빌더가 만들었는지 짐작하게 해 준다.',
    ],
  ),
  row(
    '/history/*/empty_layer',
    PROPERTIES,
    [
      'True if this step changed no file, as with ENV or CMD, and so made no layer.',
      'Each wrong mark shifts the pairing of all later steps with layers by one.',
    ],
    [
      'ENV나 CMD처럼 파일을 바꾸지 않아 레이어가 생기지 않은 단계면 true다.',
      '하나만 잘못 표시해도 그다음 단계부터 레이어와 짝이 한 칸씩 밀린다.',
    ],
  ),
  ...buildContainerFields,
]
