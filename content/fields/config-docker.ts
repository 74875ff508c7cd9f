import type { FieldEntry } from '../../lib/content/fields.ts'
import { dockerImageSpec, imageSpec, moby } from './clauses.ts'
import { healthcheckFields } from './config-healthcheck.ts'
import { row } from './row.ts'

const RESERVED = imageSpec('config.md#properties')
const CONTAINER = moby('api/types/container/config.go', 'Config')
const EARLY = moby('runconfig/config.go', 'Config', 'v1.4.1')

/** Docker's own fields: OCI reserves a few of the names and gives none of them a meaning. */
export function dockerConfigFields(prefix: string): FieldEntry[] {
  return [
    ...healthcheckFields(prefix),
    row(
      `${prefix}/ArgsEscaped`,
      RESERVED,
      [
        'For Windows images: true if Entrypoint or Cmd is one string that is escaped already. Deprecated.',
        'If it is missing where it is needed, Docker escapes the command line a second time.',
      ],
      [
        'Windows 이미지에서 Entrypoint나 Cmd가 이미 이스케이프된 문자열 하나라면 true다. 지금은 권장하지 않는다.',
        '필요한데 빠지면 Docker가 명령줄을 한 번 더 이스케이프한다.',
      ],
    ),
    row(
      `${prefix}/Memory`,
      RESERVED,
      [
        'Default memory limit in bytes, from early Docker. OCI only reserves the name.',
        'A limit written here limits nothing under Kubernetes: the pod’s limits count.',
      ],
      [
        '초기 Docker에서 바이트로 적던 메모리 한도의 기본값이다. OCI에서는 이름만 예약해 두었다.',
        'Kubernetes에서는 여기에 적은 값이 아무것도 제한하지 않는다. 파드의 한도만 쓰인다.',
      ],
    ),
    row(
      `${prefix}/MemorySwap`,
      RESERVED,
      [
        'Default limit for memory and swap together; -1 turned swap off in early Docker. Reserved in OCI.',
        'OCI gives the value no meaning, so a runtime is free to ignore it.',
      ],
      [
        '초기 Docker에서 메모리와 스왑을 합친 한도의 기본값이었고, -1은 스왑을 끈다는 뜻이었다. OCI에서는 예약된 이름이다.',
        'OCI에서는 뜻을 정하지 않았으므로 런타임은 이 값을 무시해도 된다.',
      ],
    ),
    row(
      `${prefix}/CpuShares`,
      RESERVED,
      [
        'Default share of CPU time relative to other containers, from early Docker. Reserved in OCI.',
        'Shares are set when a container is created. Written here, they may well do nothing.',
      ],
      [
        '다른 컨테이너와 견준 CPU 시간 몫의 기본값이다. 초기 Docker의 것이며 OCI에서는 예약된 이름이다.',
        '몫은 컨테이너를 만들 때 정한다. 여기에 적어도 아무 일도 일어나지 않을 수 있다.',
      ],
    ),
    row(
      `${prefix}/OnBuild`,
      dockerImageSpec,
      [
        'Dockerfile instructions that run later, when another build uses this image as its base.',
        'OCI has no such field. Builders that write OCI images may drop it, and the later build does less.',
      ],
      [
        '이 이미지를 베이스로 삼는 빌드에서 나중에 실행할 Dockerfile 명령이다.',
        'OCI에는 없는 필드다. OCI 이미지를 만드는 빌더가 빼 버리면 나중 빌드에서 할 일이 빠진다.',
      ],
    ),
    row(
      `${prefix}/OnBuild/*`,
      dockerImageSpec,
      [
        'One such instruction, without the word ONBUILD.',
        'If it fails, it fails in somebody else’s build, far from its cause.',
      ],
      [
        'ONBUILD라는 말을 뺀 명령 하나다.',
        '실패하면 원인에서 멀리 떨어진, 남의 빌드에서 실패한다.',
      ],
    ),
    row(
      `${prefix}/Shell`,
      dockerImageSpec,
      [
        'Shell that runs the commands which a Dockerfile gives in shell form.',
        'It must exist in the image. Otherwise, the next build from this image fails at its first RUN.',
      ],
      [
        'Dockerfile에 셸 형식으로 적은 명령을 실행할 셸이다.',
        '이미지에 있는 셸이어야 한다. 없으면 이 이미지로 하는 다음 빌드가 첫 RUN에서 실패한다.',
      ],
    ),
    row(
      `${prefix}/Shell/*`,
      dockerImageSpec,
      [
        'One word of the call of the shell, such as /bin/sh or -c.',
        'Without -c, most shells take the command for the name of a script.',
      ],
      [
        '셸을 부르는 낱말 하나다. /bin/sh나 -c 따위다.',
        '-c를 빼면 셸은 대개 명령을 스크립트 파일 이름으로 여긴다.',
      ],
    ),
    row(
      `${prefix}/Hostname`,
      CONTAINER,
      [
        'Host name of the container from which Docker committed the image. A leftover.',
        'New containers get names of their own, so it is not used.',
      ],
      [
        'Docker가 이미지로 커밋한 컨테이너의 호스트 이름이다. 지금은 쓸모없는 흔적이다.',
        '새 컨테이너는 제 이름을 받으므로 쓰이지 않는다.',
      ],
    ),
    row(
      `${prefix}/Domainname`,
      CONTAINER,
      [
        'Domain name that belonged to that host name, nearly always empty.',
        'OCI knows no such field, so other runtimes skip it.',
      ],
      [
        '그 호스트 이름에 딸린 도메인 이름이다. 거의 언제나 비어 있다.',
        'OCI에는 없는 필드라 다른 런타임은 건너뛴다.',
      ],
    ),
    row(
      `${prefix}/AttachStdin`,
      CONTAINER,
      [
        'Whether a client was attached to standard input when the image was committed.',
        'Attaching is decided anew for each container.',
      ],
      [
        '커밋할 때 클라이언트가 표준 입력에 연결되어 있었는지 나타낸다.',
        '연결 여부는 컨테이너마다 새로 정한다.',
      ],
    ),
    row(
      `${prefix}/AttachStdout`,
      CONTAINER,
      ['The same for standard output: was anybody attached?', 'Logs do not depend on it.'],
      ['표준 출력에 누가 연결되어 있었는지 나타낸다.', '로그와는 관계가 없다.'],
    ),
    row(
      `${prefix}/AttachStderr`,
      CONTAINER,
      ['The same for standard error.', 'Error messages are collected whatever it says.'],
      [
        '표준 오류에 연결되어 있었는지 나타낸다.',
        '무엇이라고 적혀 있든 오류 메시지는 그대로 모인다.',
      ],
    ),
    row(
      `${prefix}/Tty`,
      CONTAINER,
      [
        'Whether the committed container had a terminal.',
        'Whoever starts a container asks for a terminal there, with -t in Docker or tty in a pod.',
      ],
      [
        '커밋한 컨테이너에 터미널이 있었는지 나타낸다.',
        '터미널은 컨테이너를 시작할 때 요청한다. Docker에서는 -t, 파드에서는 tty로 쓴다.',
      ],
    ),
    row(
      `${prefix}/OpenStdin`,
      CONTAINER,
      [
        'Whether standard input was held open without a client.',
        'For a new container -i in Docker, or stdin in a pod, decides.',
      ],
      [
        '클라이언트가 없어도 표준 입력을 열어 두었는지 나타낸다.',
        '새 컨테이너에서는 Docker의 -i나 파드의 stdin이 정한다.',
      ],
    ),
    row(
      `${prefix}/StdinOnce`,
      CONTAINER,
      [
        'Whether standard input was to close when its first client left.',
        'It describes a container of the past and binds no new one.',
      ],
      [
        '첫 클라이언트가 떠나면 표준 입력을 닫기로 했는지 나타낸다.',
        '지난 컨테이너의 기록일 뿐이라 새 컨테이너를 구속하지 않는다.',
      ],
    ),
    row(
      `${prefix}/Image`,
      CONTAINER,
      [
        'Image from which the build container was started, as a name or an ID on the building machine.',
        'Nobody can look it up elsewhere. For the base image there are the annotations base.name and base.digest.',
      ],
      [
        '빌드 컨테이너를 시작한 이미지다. 빌드한 컴퓨터에서 쓰던 이름이나 ID다.',
        '다른 곳에서는 찾을 수 없다. 베이스 이미지는 base.name과 base.digest 어노테이션으로 알린다.',
      ],
    ),
    row(
      `${prefix}/Cpuset`,
      EARLY,
      [
        'CPU cores that the container was allowed to use, such as 0-2, from early Docker.',
        'Core numbers belong to one machine, so they mean nothing to whoever pulls the image.',
      ],
      [
        '초기 Docker에서 컨테이너가 쓸 수 있던 CPU 코어를 0-2처럼 적은 것이다.',
        '코어 번호는 그 머신의 것이라, 이미지를 받는 쪽에는 의미가 없다.',
      ],
    ),
    row(
      `${prefix}/PortSpecs`,
      EARLY,
      [
        'Ports of the program as a list, the forerunner of ExposedPorts.',
        'Docker itself declared it out of date, so tools look at ExposedPorts and miss these ports.',
      ],
      [
        '프로그램의 포트를 목록으로 적던 필드이며, ExposedPorts의 조상이다.',
        'Docker가 스스로 폐기한 필드다. 도구는 ExposedPorts를 보므로 여기 적힌 포트는 놓친다.',
      ],
    ),
    row(
      `${prefix}/PortSpecs/*`,
      EARLY,
      [
        'One such port, such as 8080/tcp.',
        'A typo here goes unnoticed, because hardly anything reads it.',
      ],
      ['8080/tcp처럼 적은 포트 하나다.', '읽는 곳이 거의 없어 오타를 내도 드러나지 않는다.'],
    ),
    row(
      `${prefix}/PublishAllPorts`,
      moby('runconfig/hostconfig.go', 'HostConfig', 'v1.4.1'),
      [
        'Docker’s switch to publish every noted port on a port of the host. It belongs to a container’s start, not to an image.',
        'In an image it publishes nothing: whoever starts the container decides.',
      ],
      [
        '적어 둔 포트를 모두 호스트의 포트로 공개하라는 Docker의 스위치다. 이미지가 아니라 컨테이너를 시작할 때 쓰는 값이다.',
        '이미지에 적어도 공개되는 포트는 없다. 컨테이너를 시작하는 쪽에서 정한다.',
      ],
    ),
    row(
      `${prefix}/NetworkDisabled`,
      CONTAINER,
      [
        'Whether Docker was told to give the container no network.',
        'Other runtimes ignore it, so it protects nothing.',
      ],
      [
        'Docker에 네트워크를 주지 말라고 했는지 나타낸다.',
        '다른 런타임은 무시하므로 이것으로 네트워크를 막을 수는 없다.',
      ],
    ),
    row(
      `${prefix}/MacAddress`,
      CONTAINER,
      [
        'Network hardware address of the committed container.',
        'Two containers with one address on one network would disturb each other; runtimes assign their own.',
      ],
      [
        '커밋한 컨테이너의 MAC 주소다.',
        '같은 네트워크에 같은 주소가 둘이면 서로 방해한다. 그래서 런타임이 저마다 새로 정한다.',
      ],
    ),
    row(
      `${prefix}/StopTimeout`,
      CONTAINER,
      [
        'Seconds that Docker waits after the stop signal before it kills.',
        'Under Kubernetes the pod’s terminationGracePeriodSeconds counts instead.',
      ],
      [
        'Docker가 종료 시그널을 보낸 뒤 강제로 죽이기까지 몇 초를 기다릴지 정한다.',
        'Kubernetes에서는 파드의 terminationGracePeriodSeconds가 대신 쓰인다.',
      ],
    ),
  ]
}
