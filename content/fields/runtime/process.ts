import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const PROCESS = runtimeSpec('config.md#process')
const LINUX = runtimeSpec('config.md#linux-process')
const USER = runtimeSpec('config.md#posix-platform-user')
const RLIMITS = runtimeSpec('config.md#posix-process')

/** Each set by what it decides: the kernel checks `effective`, the others say how it may change. */
const SETS = [
  {
    name: 'bounding',
    en: [
      'The capabilities that this process and its children can ever have, whatever they run.',
      'A capability left out here cannot come back, not even by a setuid program.',
    ],
    ko: [
      '이 프로세스와 자식이 무엇을 실행하든 가질 수 있는 권한의 테두리다.',
      '여기서 빠진 권한은 setuid 프로그램으로도 되찾을 수 없다.',
    ],
  },
  {
    name: 'effective',
    en: [
      'The capabilities that the kernel looks at when the process asks for something.',
      'Missing here, an operation fails with EPERM although the process runs as root.',
    ],
    ko: [
      '프로세스가 무엇을 요청할 때 커널이 실제로 보는 권한이다.',
      '여기에 없으면 root로 실행해도 EPERM으로 실패한다.',
    ],
  },
  {
    name: 'inheritable',
    en: [
      'The capabilities that may pass through an execve, if the file agrees.',
      'Filling it by default let processes gain more than meant: Docker’s CVE-2022-24769.',
    ],
    ko: [
      '파일이 허락하면 execve를 넘어 이어질 수 있는 권한이다.',
      '기본으로 채워 두면 뜻하지 않은 권한이 생긴다. Docker의 CVE-2022-24769가 그랬다.',
    ],
  },
  {
    name: 'permitted',
    en: [
      'The capabilities that the process may switch on in its effective set.',
      'What is not in it cannot be made effective, so both lists are usually equal.',
    ],
    ko: [
      '프로세스가 effective로 켤 수 있는 권한이다.',
      '여기에 없으면 켤 수 없으므로 보통 effective와 똑같이 적는다.',
    ],
  },
  {
    name: 'ambient',
    en: [
      'The capabilities that a process without root keeps through an execve.',
      'Without it, a user other than root has nothing of the sets after the program starts.',
    ],
    ko: [
      'root가 아닌 프로세스가 execve 뒤에도 지키는 권한이다.',
      '비어 있으면 root가 아닌 사용자는 프로그램이 시작될 때 권한을 모두 잃는다.',
    ],
  },
] as const

const sets: FieldEntry[] = SETS.flatMap(({ name, en, ko }) => [
  row(`/process/capabilities/${name}`, LINUX, en, ko),
  row(
    `/process/capabilities/${name}/*`,
    LINUX,
    [
      `One capability of the ${name} set, in the kernel’s spelling: CAP_NET_BIND_SERVICE, not NET_BIND_SERVICE.`,
      `A name that the runtime does not know cannot be put into the ${name} set: since 1.1 it warns and goes on.`,
    ],
    [
      `${name} 집합의 권한 하나다. NET_BIND_SERVICE가 아니라 CAP_NET_BIND_SERVICE처럼 커널의 이름으로 적는다.`,
      `런타임이 모르는 이름은 ${name} 집합에 넣지 못한다. 명세 1.1부터는 경고만 하고 계속한다.`,
    ],
  ),
])

/** The program and everything about it: `process` of a runtime config. */
export const processFields: FieldEntry[] = [
  row(
    '/process',
    PROCESS,
    [
      'The program to start, and as whom. Needed by start; create does without it.',
      'Without it the container can be created and never started.',
    ],
    [
      '시작할 프로그램과 그 신분이다. start 때 필요하고 create 때는 없어도 된다.',
      '없으면 컨테이너를 만들 수는 있어도 시작할 수는 없다.',
    ],
  ),
  row(
    '/process/terminal',
    PROCESS,
    [
      'Whether the program gets a pseudo-terminal, as docker run -t does.',
      'With a terminal and nobody at its other end, create fails: the runtime wants a console socket.',
    ],
    [
      'docker run -t처럼 프로그램에 의사 터미널을 붙일지 정한다.',
      '터미널을 켜고 반대쪽에서 받아 주지 않으면 create가 실패한다. 런타임이 콘솔 소켓을 요구한다.',
    ],
  ),
  row(
    '/process/consoleSize',
    PROCESS,
    [
      'Size of the terminal in characters.',
      'Ignored without a terminal; a wrong size wraps the lines of full-screen programs.',
    ],
    [
      '터미널의 크기를 글자 수로 적는다.',
      '터미널이 없으면 무시된다. 크기가 틀리면 화면 전체를 쓰는 프로그램의 줄이 깨진다.',
    ],
  ),
  row(
    '/process/consoleSize/height',
    PROCESS,
    ['Rows of the terminal.', 'Too few, and a pager shows a part of a page.'],
    ['터미널의 줄 수다.', '너무 작으면 페이저가 한 쪽의 일부만 보여 준다.'],
  ),
  row(
    '/process/consoleSize/width',
    PROCESS,
    ['Columns of the terminal.', 'Too few, and long lines break in odd places.'],
    ['터미널의 칸 수다.', '너무 작으면 긴 줄이 엉뚱한 데서 꺾인다.'],
  ),
  row(
    '/process/user',
    USER,
    [
      'As whom the program runs, in numbers only. Who wrote this file has looked the name up in the image’s /etc/passwd.',
      'A user name does not fit here; no low-level runtime reads /etc/passwd.',
    ],
    [
      '프로그램을 누구로 실행할지 숫자로만 적는다. 이름은 이 파일을 쓴 쪽이 이미지의 /etc/passwd에서 미리 찾아 둔 것이다.',
      '사용자 이름은 쓸 수 없다. 저수준 런타임은 /etc/passwd를 읽지 않는다.',
    ],
  ),
  row(
    '/process/user/uid',
    USER,
    [
      'User ID inside the container. With a user namespace the host sees another number.',
      '0 is root inside; without a user namespace it is root outside, too.',
    ],
    [
      '컨테이너 안의 사용자 ID다. 사용자 네임스페이스를 쓰면 호스트에서는 다른 숫자로 보인다.',
      '0이면 안에서 root이고, 사용자 네임스페이스가 없으면 밖에서도 root다.',
    ],
  ),
  row(
    '/process/user/gid',
    USER,
    [
      'Primary group ID inside the container.',
      'Group 0 opens files that are readable for the root group, even to another user.',
    ],
    [
      '컨테이너 안의 기본 그룹 ID다.',
      '0이면 다른 사용자라도 root 그룹이 읽을 수 있는 파일이 열린다.',
    ],
  ),
  row(
    '/process/user/umask',
    USER,
    [
      'Permission bits that new files do not get, as a decimal number: 18 is 022.',
      'Read as octal by mistake, files end up open to everyone or to nobody.',
    ],
    [
      '새 파일에서 뺄 권한 비트를 십진수로 적는다. 18이 022다.',
      '팔진수로 착각하면 파일이 모두에게 열리거나 아무에게도 열리지 않는다.',
    ],
  ),
  row(
    '/process/user/additionalGids',
    USER,
    [
      'Further groups of the process, in Kubernetes from supplementalGroups and fsGroup.',
      'Without the group of a volume the program cannot write to it.',
    ],
    [
      '프로세스가 더 속할 그룹이다. Kubernetes에서는 supplementalGroups와 fsGroup에서 온다.',
      '볼륨의 그룹이 빠지면 프로그램이 볼륨에 쓰지 못한다.',
    ],
  ),
  row(
    '/process/user/additionalGids/*',
    USER,
    ['One further group ID.', 'A group that is not meant opens its files to the program.'],
    ['더 속할 그룹 ID 하나다.', '잘못 넣으면 그 그룹의 파일이 프로그램에 열린다.'],
  ),
  row(
    '/process/args',
    PROCESS,
    [
      'What execve is called with: the program, then its arguments. The image’s Entrypoint and Cmd were joined to make it.',
      'If the first word names nothing in the root filesystem, create or start fails with “executable file not found”.',
    ],
    [
      'execve에 넘길 프로그램과 인자다. 이미지의 Entrypoint와 Cmd를 이어 붙인 결과다.',
      '첫 낱말이 루트 파일시스템에 없으면 “executable file not found”로 실패한다.',
    ],
  ),
  row(
    '/process/args/*',
    PROCESS,
    [
      'One word of the command line. No shell splits or expands it.',
      'A whole command in one word is looked for as a program with blanks in its name.',
    ],
    [
      '명령줄의 낱말 하나다. 셸이 나누거나 펼쳐 주지 않는다.',
      '명령 전체를 한 낱말로 적으면, 이름에 공백이 든 프로그램을 찾게 된다.',
    ],
  ),
  row(
    '/process/commandLine',
    PROCESS,
    [
      'On Windows, the command line as one string instead of args.',
      'Quoting it wrongly gives the program other arguments; on Linux it is ignored.',
    ],
    [
      'Windows에서 args 대신 쓰는 한 줄짜리 명령줄이다.',
      '따옴표를 잘못 쓰면 인자가 달라진다. Linux에서는 무시된다.',
    ],
  ),
  row(
    '/process/env',
    PROCESS,
    [
      'The environment of the program: that of the image, then that of whoever starts it.',
      'A name that comes twice is left to the program: most take the first, some the last.',
    ],
    [
      '프로그램의 환경 변수다. 이미지의 것 뒤에 실행하는 쪽의 것이 온다.',
      '같은 이름이 두 번 나오면 어느 쪽을 쓸지는 프로그램에 달렸다.',
    ],
  ),
  row(
    '/process/env/*',
    PROCESS,
    [
      'One variable as NAME=value.',
      'Secrets in it can be read by anyone who may read this file or /proc of the process.',
    ],
    [
      'NAME=value 꼴의 변수 하나다.',
      '비밀 값을 넣으면 이 파일이나 프로세스의 /proc을 읽을 수 있는 누구나 본다.',
    ],
  ),
  row(
    '/process/cwd',
    PROCESS,
    [
      'Working directory, an absolute path inside the root filesystem.',
      'If it does not exist, runc makes it as root; a relative path is an error.',
    ],
    [
      '작업 디렉터리다. 루트 파일시스템 안의 절대 경로로 적는다.',
      '없는 경로면 runc가 root 소유로 만들고, 상대 경로면 오류가 난다.',
    ],
  ),
  row(
    '/process/capabilities',
    LINUX,
    [
      'Which parts of root’s power the process has, as five sets of the kernel.',
      'More than needed widens what a break-in can do; fewer gives EPERM at run time, not at start.',
    ],
    [
      'root의 힘을 나눈 권한 가운데 프로세스가 가질 것을, 커널의 다섯 집합으로 적는다.',
      '필요보다 많으면 뚫렸을 때 피해가 커지고, 모자라면 시작할 때가 아니라 실행 중에 EPERM이 난다.',
    ],
  ),
  ...sets,
  row(
    '/process/rlimits',
    RLIMITS,
    [
      'Resource limits of the process itself, as setrlimit knows them. Cgroups limit the whole container instead.',
      'A type that comes twice is an error.',
    ],
    [
      'setrlimit이 아는, 프로세스 하나의 자원 한도다. 컨테이너 전체는 cgroup이 막는다.',
      '같은 종류를 두 번 적으면 오류가 난다.',
    ],
  ),
  row(
    '/process/rlimits/*',
    RLIMITS,
    ['One limit with its soft and hard value.', 'Without both values it says nothing.'],
    ['한도 하나와 그 soft, hard 값이다.', '두 값이 다 있어야 뜻이 선다.'],
  ),
  row(
    '/process/rlimits/*/type',
    RLIMITS,
    [
      'Which limit, in the kernel’s spelling: RLIMIT_NOFILE is the number of open files.',
      'An unknown type is an error, not a warning.',
    ],
    [
      '어떤 한도인지 커널의 이름으로 적는다. RLIMIT_NOFILE은 열 수 있는 파일 수다.',
      '모르는 이름이면 경고가 아니라 오류다.',
    ],
  ),
  row(
    '/process/rlimits/*/hard',
    RLIMITS,
    [
      'The ceiling up to which the process may raise its own soft limit.',
      'Too low, and no setting inside the program helps: “too many open files”.',
    ],
    [
      '프로세스가 스스로 올릴 수 있는 한도의 천장이다.',
      '너무 낮으면 프로그램 안에서 아무리 설정해도 “too many open files”를 피하지 못한다.',
    ],
  ),
  row(
    '/process/rlimits/*/soft',
    RLIMITS,
    [
      'The limit that counts at first.',
      'A program that does not raise it by itself stops here, below the hard limit.',
    ],
    ['처음에 적용되는 한도다.', '스스로 올리지 않는 프로그램은 hard 값에 못 미쳐도 여기서 막힌다.'],
  ),
  row(
    '/process/noNewPrivileges',
    LINUX,
    [
      'Forbids gaining privileges by execve: setuid bits and file capabilities do nothing. In Kubernetes it is allowPrivilegeEscalation: false.',
      'With true, sudo and old ping stop working; with false, a setuid program in the image is a way to root.',
    ],
    [
      'execve로 권한을 얻지 못하게 한다. Kubernetes에서 allowPrivilegeEscalation: false로 적는 것이다.',
      '켜면 sudo나 옛 ping이 동작하지 않고, 끄면 이미지 속 setuid 프로그램이 root로 가는 길이 된다.',
    ],
  ),
  row(
    '/process/apparmorProfile',
    LINUX,
    [
      'Name of the AppArmor profile, which must already be loaded in the host’s kernel.',
      'A profile that is not loaded stops the start; the file of the profile is not looked for.',
    ],
    [
      'AppArmor 프로필의 이름이다. 호스트 커널에 이미 올라가 있어야 한다.',
      '올라가 있지 않으면 시작하지 못한다. 프로필 파일을 찾아 주지는 않는다.',
    ],
  ),
  row(
    '/process/selinuxLabel',
    LINUX,
    [
      'SELinux label of the process; its last part, the pair of categories, keeps containers apart.',
      'With a label that does not match the files’ label, reads fail with “permission denied” although the mode bits allow them.',
    ],
    [
      '프로세스의 SELinux 레이블이다. 끝의 범주 쌍이 컨테이너끼리 떼어 놓는다.',
      '파일의 레이블과 맞지 않으면 모드 비트가 허락해도 “permission denied”가 난다.',
    ],
  ),
  row(
    '/process/oomScoreAdj',
    LINUX,
    [
      'How readily the kernel kills this process when memory runs out: -1000 never, 1000 first. The kubelet sets it by QoS class.',
      'Too low, and the kernel kills something more important instead.',
    ],
    [
      '메모리가 모자랄 때 커널이 이 프로세스를 얼마나 먼저 죽일지 정한다. -1000이면 죽이지 않고 1000이면 맨 먼저 죽인다.',
      '너무 낮으면 더 중요한 프로세스가 대신 죽는다.',
    ],
  ),
  row(
    '/process/scheduler',
    LINUX,
    [
      'Scheduling policy of the process, as sched_setattr takes it.',
      'A real-time policy in a container without a quota can starve the whole machine.',
    ],
    ['sched_setattr에 넘길 스케줄링 정책이다.', '한도 없이 실시간 정책을 쓰면 머신 전체가 굶는다.'],
  ),
  row(
    '/process/scheduler/policy',
    LINUX,
    [
      'Name of the policy: SCHED_OTHER, SCHED_BATCH, SCHED_FIFO and so on.',
      'Without it the other scheduler fields are an error.',
    ],
    [
      'SCHED_OTHER, SCHED_BATCH, SCHED_FIFO 같은 정책 이름이다.',
      '이것 없이 나머지 필드만 적으면 오류가 난다.',
    ],
  ),
  row(
    '/process/scheduler/nice',
    LINUX,
    [
      'Nice value for SCHED_OTHER and SCHED_BATCH, from -20 to 19.',
      'A negative one needs CAP_SYS_NICE.',
    ],
    ['SCHED_OTHER와 SCHED_BATCH의 nice 값이다.', '음수로 적으려면 CAP_SYS_NICE가 필요하다.'],
  ),
  row(
    '/process/scheduler/priority',
    LINUX,
    [
      'Static priority for real-time policies.',
      'Other policies want 0; a high one outranks the host’s own threads.',
    ],
    [
      '실시간 정책의 고정 우선순위다.',
      '다른 정책에서는 0이어야 하고, 높게 주면 호스트의 스레드보다 앞선다.',
    ],
  ),
  row(
    '/process/ioPriority',
    LINUX,
    [
      'Priority of the process for disk access.',
      'Only some I/O schedulers look at it; with none it does nothing.',
    ],
    [
      '디스크에 접근할 때의 우선순위다.',
      '이 값을 보는 I/O 스케줄러는 일부뿐이라, 아무 일도 일어나지 않을 수 있다.',
    ],
  ),
  row(
    '/process/ioPriority/class',
    LINUX,
    [
      'IOPRIO_CLASS_RT, _BE or _IDLE.',
      'The real-time class lets one container hold up every disk access beside it.',
    ],
    [
      'IOPRIO_CLASS_RT, _BE, _IDLE 가운데 하나다.',
      '실시간 등급을 주면 한 컨테이너가 다른 디스크 접근을 모두 붙잡을 수 있다.',
    ],
  ),
  row(
    '/process/ioPriority/priority',
    LINUX,
    ['Rank within the class, 0 the highest.', 'Read the wrong way round, 7 is the lowest.'],
    ['등급 안의 순위다. 0이 가장 높다.', '거꾸로 알기 쉬운데 7이 가장 낮다.'],
  ),
  row(
    '/process/execCPUAffinity',
    LINUX,
    [
      'CPUs for processes that are added later, as exec does. The first process is not concerned.',
      'Set in the hope of pinning the container itself, it has no effect on it.',
    ],
    [
      'exec처럼 나중에 더해지는 프로세스가 쓸 CPU다. 첫 프로세스와는 상관없다.',
      '컨테이너 전체를 묶으려고 적으면 아무 효과가 없다.',
    ],
  ),
  row(
    '/process/execCPUAffinity/initial',
    LINUX,
    [
      'CPUs before such a process is moved into the cgroup.',
      'CPUs that the host lacks make the exec fail.',
    ],
    ['그런 프로세스가 cgroup으로 옮겨지기 전에 쓸 CPU다.', '호스트에 없는 CPU면 exec가 실패한다.'],
  ),
  row(
    '/process/execCPUAffinity/final',
    LINUX,
    [
      'CPUs after it was moved there.',
      'CPUs outside the cgroup’s cpuset cannot be used, whatever stands here.',
    ],
    [
      'cgroup으로 옮겨진 뒤에 쓸 CPU다.',
      'cgroup의 cpuset 밖에 있는 CPU는 무엇을 적어도 쓸 수 없다.',
    ],
  ),
]
