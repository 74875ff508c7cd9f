import type { FieldEntry } from '../../lib/content/fields.ts'
import { imageSpec } from './clauses.ts'
import { row } from './row.ts'

const PROPERTIES = imageSpec('config.md#properties')

/** How a container of the image starts: the part of the config that a runtime copies. */
export const processFields: FieldEntry[] = [
  row(
    '/config',
    PROPERTIES,
    [
      'Defaults for the process in a container. Whoever starts the container may override each of them.',
      'It may be null. Then the command has to be given at the start, or there is nothing to run.',
    ],
    [
      '컨테이너에서 실행할 프로세스의 기본값이다. 시작하는 쪽에서 하나하나 바꿀 수 있다.',
      'null이어도 된다. 그러면 시작할 때 명령을 주어야 하고, 주지 않으면 실행할 것이 없다.',
    ],
  ),
  row(
    '/config/User',
    PROPERTIES,
    [
      'User that the process runs as, by name or number, with or without a group. Empty means root.',
      'A name must exist in the image’s own /etc/passwd. If a group is given, the user’s other groups are dropped.',
    ],
    [
      '프로세스를 실행할 사용자를 이름이나 번호로 적으며, 그룹도 붙일 수 있다. 비어 있으면 root다.',
      '이름으로 적으면 이미지의 /etc/passwd에 있어야 한다. 그룹을 붙이면 그 사용자의 다른 그룹은 적용되지 않는다.',
    ],
  ),
  row(
    '/config/ExposedPorts',
    PROPERTIES,
    [
      'Ports that the program listens on: a note for people and tools. It is a map with empty values.',
      'It opens and publishes nothing, and the runtime spec has no field for it. A port left out works all the same.',
    ],
    [
      '프로그램이 듣는 포트를 사람과 도구에 알리는 메모다. 값이 빈 맵으로 적는다.',
      '적는다고 포트가 열리거나 공개되지 않고, 런타임 명세에는 해당하는 필드도 없다. 빠진 포트도 똑같이 동작한다.',
    ],
  ),
  row(
    '/config/ExposedPorts/*',
    PROPERTIES,
    [
      'One port, such as 8080/tcp; without a protocol, tcp is meant. The value is always {}.',
      'A UDP port without “/udp” counts as TCP for the tools that publish all noted ports.',
    ],
    [
      '8080/tcp처럼 적은 포트 하나이며, 프로토콜이 없으면 tcp다. 값은 언제나 {}다.',
      'UDP 포트에 /udp를 붙이지 않으면, 적힌 포트를 모두 공개하는 도구는 TCP로 여긴다.',
    ],
  ),
  row(
    '/config/Env',
    PROPERTIES,
    [
      'Environment variables of the process. Those given at the start are merged in and win.',
      'Without PATH, programs are not found by their short names. A secret here can be read by everyone who can pull.',
    ],
    [
      '프로세스의 환경 변수다. 시작할 때 준 변수가 합쳐지고, 겹치면 그쪽이 이긴다.',
      'PATH가 없으면 프로그램을 짧은 이름으로 찾지 못한다. 비밀 값을 적으면 이미지를 받을 수 있는 누구나 읽는다.',
    ],
  ),
  row(
    '/config/Env/*',
    PROPERTIES,
    [
      'One variable, written NAME=value.',
      'Without the equals sign it is no variable, and runtimes treat it differently.',
    ],
    [
      '변수 하나다. 이름=값 꼴로 적는다.',
      '등호가 없으면 변수가 아니라서 런타임마다 다르게 다룬다.',
    ],
  ),
  row(
    '/config/Entrypoint',
    PROPERTIES,
    [
      'First part of the command line: the program and its fixed arguments.',
      'If the program is not in the layers, the container fails while it is being created, before anything ran.',
    ],
    [
      '명령줄의 앞부분이다. 프로그램과 고정된 인자를 적는다.',
      '프로그램이 레이어에 없으면 아무것도 실행되기 전에, 컨테이너를 만드는 단계에서 실패한다.',
    ],
  ),
  row(
    '/config/Entrypoint/*',
    PROPERTIES,
    [
      'One word of the command line, passed as it is. No shell looks at it.',
      'A whole command in one word is looked up as one file name, spaces included.',
    ],
    [
      '명령줄의 낱말 하나다. 셸을 거치지 않고 그대로 전달된다.',
      '명령 전체를 한 낱말로 적으면 공백까지 포함한 파일 이름으로 찾는다.',
    ],
  ),
  row(
    '/config/Cmd',
    PROPERTIES,
    [
      'Default arguments, put after the Entrypoint. Without an Entrypoint, the first word is the program.',
      'Arguments given at the start replace the whole list, not just a part of it.',
    ],
    [
      'Entrypoint 뒤에 붙는 기본 인자다. Entrypoint가 없으면 첫 낱말이 프로그램이다.',
      '시작할 때 인자를 주면 일부가 아니라 목록 전체가 바뀐다.',
    ],
  ),
  row(
    '/config/Cmd/*',
    PROPERTIES,
    [
      'One default argument, or the program if there is no Entrypoint.',
      'Shell signs such as $ or | mean nothing here unless the program is a shell.',
    ],
    [
      '기본 인자 하나다. Entrypoint가 없을 때의 첫 항목은 프로그램이다.',
      '프로그램이 셸이 아니라면 $나 | 같은 기호는 아무 뜻이 없다.',
    ],
  ),
  row(
    '/config/Volumes',
    PROPERTIES,
    [
      'Directories into which the program writes data of its own, as a map with empty values.',
      'Docker makes an unnamed volume for each. Left behind, they fill the disk.',
    ],
    [
      '프로그램이 자기 데이터를 쓰는 디렉터리를 값이 빈 맵으로 적는다.',
      'Docker는 하나마다 이름 없는 볼륨을 만든다. 지우지 않으면 쌓여서 디스크를 채운다.',
    ],
  ),
  row(
    '/config/Volumes/*',
    PROPERTIES,
    [
      'One directory, as an absolute path. The value is always {}.',
      'A wrong path leaves the real data in the container’s writable layer, where it vanishes with the container.',
    ],
    [
      '디렉터리 하나의 절대 경로다. 값은 언제나 {}다.',
      '경로가 틀리면 진짜 데이터는 컨테이너의 쓰기 레이어에 남아 있다가 컨테이너와 함께 사라진다.',
    ],
  ),
  row(
    '/config/WorkingDir',
    PROPERTIES,
    [
      'Directory in which the process starts.',
      'Relative paths in the command then lead elsewhere, or nowhere.',
    ],
    [
      '프로세스가 시작하는 디렉터리다.',
      '명령에 적힌 상대 경로가 엉뚱한 곳을 가리키거나 없는 곳을 가리킨다.',
    ],
  ),
  row(
    '/config/Labels',
    imageSpec('annotations.md#rules'),
    [
      'Key-value notes on the image. Annotations are something else: they live in manifest and index.',
      'A changed label changes the config, and so the image ID.',
    ],
    [
      '이미지에 적은 키와 값이다. 매니페스트와 인덱스에 적는 어노테이션과는 다른 것이다.',
      '레이블을 고치면 설정이 바뀌고, 따라서 이미지 ID도 바뀐다.',
    ],
  ),
  row(
    '/config/Labels/*',
    imageSpec('annotations.md#rules'),
    [
      'One label, under a key that somebody chose.',
      'Only the tools that read this label are misled. The container runs all the same.',
    ],
    [
      '누군가 정한 키로 적은 레이블 하나다.',
      '이 레이블을 읽는 도구만 헷갈린다. 컨테이너 실행에는 영향이 없다.',
    ],
  ),
  row(
    '/config/StopSignal',
    PROPERTIES,
    [
      'Signal with which the program is asked to stop, such as SIGTERM or SIGQUIT.',
      'A program that ignores it runs on until the grace period is over, and is then killed.',
    ],
    [
      '프로그램에 멈추라고 보내는 시그널이다. SIGTERM이나 SIGQUIT 따위다.',
      '프로그램이 무시하면 유예 시간이 다할 때까지 돌다가 강제로 죽는다.',
    ],
  ),
]
