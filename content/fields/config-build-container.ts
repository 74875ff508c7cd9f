import type { FieldEntry } from '../../lib/content/fields.ts'
import { dockerImageSpecV1, imageSpec, moby } from './clauses.ts'
import { type Pair, row } from './row.ts'

const V1_IMAGE = moby('image/image.go', 'V1Image')
const CONTAINER = moby('api/types/container/config.go', 'Config')
const EXTRA = imageSpec('config.md#properties')

const field = (pattern: string, en: Pair, ko: Pair, spec = V1_IMAGE) => row(pattern, spec, en, ko)

// What the same name means for the image itself stands under /config.
const NAMES: readonly (readonly [name: string, en: string, ko: string])[] = [
  ['Hostname', 'Host name', '호스트 이름이다'],
  ['Domainname', 'Domain name', '도메인 이름이다'],
  ['User', 'User', '사용자다'],
  ['AttachStdin', 'Attachment to standard input', '표준 입력 연결 여부다'],
  ['AttachStdout', 'Attachment to standard output', '표준 출력 연결 여부다'],
  ['AttachStderr', 'Attachment to standard error', '표준 오류 연결 여부다'],
  ['ExposedPorts', 'Noted ports', '적어 둔 포트 목록이다'],
  ['ExposedPorts/*', 'One noted port', '적어 둔 포트 하나다'],
  ['Tty', 'Terminal switch', '터미널 사용 여부다'],
  ['OpenStdin', 'Open standard input', '표준 입력을 열어 두었는지 여부다'],
  ['StdinOnce', 'Close-after-first-client switch', '첫 클라이언트 뒤에 입력을 닫을지 여부다'],
  ['Env', 'Environment', '환경 변수 목록이다'],
  ['Env/*', 'One environment variable', '환경 변수 하나다'],
  ['Cmd', 'Command', '명령이다'],
  ['Cmd/*', 'One word of the command', '명령의 낱말 하나다'],
  ['Healthcheck', 'Health check', '상태 검사 설정이다'],
  ['Healthcheck/Test', 'Command of the health check', '상태 검사 명령이다'],
  ['Healthcheck/Test/*', 'One word of the health check', '상태 검사 명령의 낱말 하나다'],
  ['Healthcheck/Interval', 'Pause between health checks', '상태 검사 간격이다'],
  ['Healthcheck/Timeout', 'Time limit of a health check', '상태 검사 제한 시간이다'],
  ['Healthcheck/StartPeriod', 'Start-up time of the health check', '상태 검사 준비 시간이다'],
  ['Healthcheck/StartInterval', 'Start-up pause of the health check', '준비 중 상태 검사 간격이다'],
  ['Healthcheck/Retries', 'Allowed failures of the health check', '상태 검사 허용 실패 횟수다'],
  ['ArgsEscaped', 'Windows escaping mark', 'Windows 이스케이프 표시다'],
  ['Image', 'Starting image', '시작한 이미지다'],
  ['Volumes', 'Volume directories', '볼륨 디렉터리 목록이다'],
  ['Volumes/*', 'One volume directory', '볼륨 디렉터리 하나다'],
  ['WorkingDir', 'Working directory', '작업 디렉터리다'],
  ['Entrypoint', 'Entrypoint', '엔트리포인트다'],
  ['Entrypoint/*', 'One word of the entrypoint', '엔트리포인트의 낱말 하나다'],
  ['NetworkDisabled', 'Network switch', '네트워크 차단 여부다'],
  ['MacAddress', 'Network hardware address', 'MAC 주소다'],
  ['OnBuild', 'Triggers for later builds', '나중 빌드에서 실행할 명령 목록이다'],
  ['OnBuild/*', 'One trigger for later builds', '나중 빌드에서 실행할 명령 하나다'],
  ['Labels', 'Labels', '레이블 목록이다'],
  ['Labels/*', 'One label', '레이블 하나다'],
  ['StopSignal', 'Stop signal', '종료 시그널이다'],
  ['StopTimeout', 'Waiting time before the kill', '강제 종료까지 기다리는 시간이다'],
  ['Shell', 'Build shell', '빌드용 셸이다'],
  ['Shell/*', 'One word of the build shell', '빌드용 셸을 부르는 낱말 하나다'],
]

/** Docker's notes on the machine and the container in which the image was built. */
export const buildContainerFields: FieldEntry[] = [
  field(
    '/container',
    [
      'ID of the container that Docker’s old builder used for the last build step.',
      'That container is long gone. A fresh ID at every build makes the image impossible to reproduce.',
    ],
    [
      'Docker의 옛 빌더가 마지막 빌드 단계에 쓴 컨테이너의 ID다.',
      '그 컨테이너는 이미 없다. 빌드할 때마다 ID가 달라져 이미지를 똑같이 재현할 수 없게 된다.',
    ],
  ),
  field(
    '/container_config',
    [
      'Settings of that last build container. They look like /config, but nothing runs with them.',
      'Whoever reads the command here reads the last build step, not what a container will run.',
    ],
    [
      '마지막 빌드 컨테이너의 설정이다. /config와 비슷하게 생겼지만 이 설정으로 실행되는 것은 없다.',
      '여기서 명령을 읽으면 컨테이너가 실행할 명령이 아니라 마지막 빌드 단계를 읽는 것이다.',
    ],
  ),
  ...NAMES.map(([name, en, ko]) => {
    const counterpart = `/config/${name.replace(/\/\*$/, '')}`
    return field(
      `/container_config/${name}`,
      [
        `${en} of the container in which the last build step ran.`,
        `Nothing at run time: ${counterpart} decides there.${name.endsWith('/*') ? ' Only the record of the build is wrong.' : ''}`,
      ],
      [
        `마지막 빌드 단계를 실행한 컨테이너의 ${ko}.`,
        `실행할 때는 ${counterpart} 값을 쓰므로 영향이 없다.${name.endsWith('/*') ? ' 빌드 기록만 틀린 것이 된다.' : ''}`,
      ],
      CONTAINER,
    )
  }),
  field(
    '/docker_version',
    [
      'Version of the Docker that built the image.',
      'It tells nothing about the Docker needed to run it.',
    ],
    ['이미지를 빌드한 Docker의 버전이다.', '실행하는 데 필요한 Docker 버전과는 관계가 없다.'],
  ),
  field(
    '/id',
    [
      'ID that early Docker gave to this layer’s image, before IDs were computed from content.',
      'It proves nothing. Today’s ID is the digest of the config and cannot stand inside it.',
    ],
    [
      'ID를 내용으로 계산하기 전의 옛 Docker가 붙인 ID다.',
      '아무것도 보장하지 않는다. 요즘의 ID는 설정의 다이제스트라서 설정 안에 적을 수가 없다.',
    ],
  ),
  field(
    '/parent',
    [
      'Old ID of the image on which this one was built.',
      'Layers are found through the manifest now, so a missing parent does no harm.',
    ],
    [
      '이 이미지의 바탕이 된 이미지의 옛 ID다.',
      '요즘은 매니페스트로 레이어를 찾는다. 부모가 없어도 문제가 없다.',
    ],
  ),
  field(
    '/checksum',
    [
      'Checksum of this layer in the oldest form of the image JSON.',
      'DiffIDs do this work today. Nothing checks this value any more.',
    ],
    [
      '가장 오래된 이미지 JSON에 적던 레이어의 체크섬이다.',
      '지금은 diffID가 그 일을 한다. 이 값을 검사하는 곳은 이제 없다.',
    ],
    dockerImageSpecV1,
  ),
  field(
    '/comment',
    ['Remark given when the image was committed or imported.', 'People read it, tools do not.'],
    ['이미지를 커밋하거나 가져올 때 남긴 말이다.', '사람만 읽고 도구는 읽지 않는다.'],
  ),
  field(
    '/Size',
    [
      'Size of this layer when unpacked, in bytes, in the oldest form of the image JSON.',
      'Sizes are taken from descriptors today, so a wrong number misleads only old tools.',
    ],
    [
      '가장 오래된 이미지 JSON에서 레이어를 풀었을 때의 크기를 바이트로 적던 필드다.',
      '요즘은 디스크립터에서 크기를 읽는다. 값이 틀려도 옛 도구만 헷갈린다.',
    ],
  ),
  field(
    '/throwaway',
    [
      'Mark in schema 1’s inner JSON for a step that made no files: the forerunner of empty_layer.',
      'Docker skips the layer of such a step, so a wrong mark loses files.',
    ],
    [
      '파일을 만들지 않은 단계라는 표시다. 스키마 1 안쪽의 JSON에서 쓰던 것으로 empty_layer의 조상이다.',
      'Docker는 이 표시가 있는 단계의 레이어를 건너뛴다. 잘못 붙이면 파일이 사라진다.',
    ],
    moby('distribution/pull_v2.go', 'pullSchema1'),
  ),
  field(
    '/moby.buildkit.buildinfo.v1',
    [
      'BuildKit’s note on what went into the build, in base64. Provenance attestations have replaced it.',
      'Runtimes must ignore fields they do not know. Private source addresses in it become public with the image.',
    ],
    [
      '빌드에 무엇이 들어갔는지 BuildKit이 base64로 적어 둔 것이다. 지금은 출처 증명이 그 일을 한다.',
      '런타임은 모르는 필드를 무시해야 한다. 비공개 소스 주소가 들어 있으면 이미지와 함께 공개된다.',
    ],
    EXTRA,
  ),
  field(
    '/moby.buildkit.cache.v0',
    [
      'BuildKit’s inline cache: it lets a later build reuse the layers of this image.',
      'If it is missing or damaged, the next build starts from nothing. Running the image does not depend on it.',
    ],
    [
      'BuildKit의 인라인 캐시다. 나중 빌드에서 이 이미지의 레이어를 다시 쓸 수 있게 한다.',
      '없거나 망가지면 다음 빌드를 처음부터 다시 한다. 이미지를 실행하는 데는 관계가 없다.',
    ],
    EXTRA,
  ),
]
