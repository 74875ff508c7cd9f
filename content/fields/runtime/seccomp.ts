import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const SECCOMP = runtimeSpec('config-linux.md#seccomp')
const AT = '/linux/seccomp'

/** Which system calls the process may make. */
export const seccompFields: FieldEntry[] = [
  row(
    AT,
    SECCOMP,
    [
      'A filter for system calls that the kernel applies before each one.',
      'Without it, every bug in a seldom used system call of the kernel can be reached from inside.',
    ],
    [
      '시스템 호출마다 커널이 먼저 거치는 필터다.',
      '없으면 잘 쓰지 않는 시스템 호출의 커널 버그까지 안에서 건드릴 수 있다.',
    ],
  ),
  row(
    `${AT}/defaultAction`,
    SECCOMP,
    [
      'What happens to calls that no rule names. SCMP_ACT_ERRNO makes the rules a list of what is allowed.',
      'With SCMP_ACT_ALLOW the rules only forbid, and each new system call is open.',
    ],
    [
      '규칙에 없는 호출을 어떻게 할지 정한다. SCMP_ACT_ERRNO면 규칙이 허용 목록이 된다.',
      'SCMP_ACT_ALLOW면 규칙은 금지만 하므로 새로 생긴 시스템 호출은 모두 열린다.',
    ],
  ),
  row(
    `${AT}/defaultErrnoRet`,
    SECCOMP,
    [
      'Error number for those calls; 38 is ENOSYS.',
      'With EPERM instead of ENOSYS, C libraries do not fall back to the older call and programs break.',
    ],
    [
      '그런 호출에 돌려줄 오류 번호다. 38이 ENOSYS다.',
      'ENOSYS 대신 EPERM을 돌려주면 C 라이브러리가 옛 호출로 물러서지 못해 프로그램이 망가진다.',
    ],
  ),
  row(
    `${AT}/architectures`,
    SECCOMP,
    [
      'Which call conventions the filter covers, such as SCMP_ARCH_X86_64 and SCMP_ARCH_X86.',
      'One that is missing cannot be used at all: 32-bit programs die.',
    ],
    [
      '필터가 다루는 호출 규약이다. SCMP_ARCH_X86_64, SCMP_ARCH_X86 따위를 적는다.',
      '빠진 규약은 아예 쓸 수 없어서 32비트 프로그램이 죽는다.',
    ],
  ),
  row(
    `${AT}/architectures/*`,
    SECCOMP,
    [
      'One architecture in libseccomp’s spelling.',
      'amd64 is not understood here: it is SCMP_ARCH_X86_64.',
    ],
    [
      'libseccomp의 이름으로 적은 아키텍처 하나다.',
      'amd64라고 적으면 알아듣지 못한다. SCMP_ARCH_X86_64라고 적어야 한다.',
    ],
  ),
  row(
    `${AT}/flags`,
    SECCOMP,
    [
      'Flags of the seccomp call, such as SECCOMP_FILTER_FLAG_LOG.',
      'A flag that the kernel does not know is an error.',
    ],
    [
      'SECCOMP_FILTER_FLAG_LOG 같은 seccomp 호출의 플래그다.',
      '커널이 모르는 플래그면 오류가 난다.',
    ],
  ),
  row(
    `${AT}/flags/*`,
    SECCOMP,
    ['One flag of the filter.', 'Left out, runtimes choose flags of their own.'],
    ['필터의 플래그 하나다.', '적지 않으면 런타임이 알아서 고른다.'],
  ),
  row(
    `${AT}/listenerPath`,
    SECCOMP,
    [
      'Socket of a program that decides calls with SCMP_ACT_NOTIFY.',
      'If nobody listens there, create fails.',
    ],
    [
      'SCMP_ACT_NOTIFY인 호출을 대신 판단하는 프로그램의 소켓이다.',
      '거기서 아무도 듣지 않으면 create가 실패한다.',
    ],
  ),
  row(
    `${AT}/listenerMetadata`,
    SECCOMP,
    ['Words handed to that program.', 'Without a listenerPath they are an error.'],
    ['그 프로그램에 넘겨줄 말이다.', 'listenerPath 없이 적으면 오류가 난다.'],
  ),
  row(
    `${AT}/syscalls`,
    SECCOMP,
    [
      'The rules: which calls, and what happens.',
      'A call that a program needs and no rule allows fails only when the program gets there.',
    ],
    [
      '어떤 호출을 어떻게 할지 적은 규칙이다.',
      '필요한 호출이 빠져도 프로그램이 그 자리에 이르러서야 실패한다.',
    ],
  ),
  row(
    `${AT}/syscalls/*`,
    SECCOMP,
    [
      'One rule for some calls.',
      'Two rules that contradict each other are decided by libseccomp, not by their order.',
    ],
    [
      '호출 몇 개를 두고 정한 규칙 하나다.',
      '규칙끼리 어긋나면 순서가 아니라 libseccomp가 정하는 대로 된다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/names`,
    SECCOMP,
    [
      'Names of the calls.',
      'Each architecture has names of its own: open on one is openat on another.',
    ],
    [
      '규칙이 가리키는 호출의 이름들이다.',
      '아키텍처마다 이름이 다르다. 한쪽의 open이 다른 쪽에서는 openat이다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/names/*`,
    SECCOMP,
    [
      'One system call by name.',
      'A name that libseccomp is too old to know is skipped or fails, depending on the runtime.',
    ],
    [
      '시스템 호출 하나의 이름이다.',
      'libseccomp가 오래되어 모르는 이름은 런타임에 따라 건너뛰거나 실패한다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/action`,
    SECCOMP,
    [
      'What happens to them: allow, an error, a log line, a signal, or killing.',
      'SCMP_ACT_KILL ends the thread alone, and the rest of the program hangs.',
    ],
    [
      '허용, 오류, 기록, 신호, 종료 가운데 어떻게 할지 정한다.',
      'SCMP_ACT_KILL은 스레드만 끝내서 나머지 프로그램이 멈춘 채 남는다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/errnoRet`,
    SECCOMP,
    ['Error number for SCMP_ACT_ERRNO and SCMP_ACT_TRACE.', 'Without it the number is EPERM.'],
    ['SCMP_ACT_ERRNO와 SCMP_ACT_TRACE가 돌려줄 오류 번호다.', '적지 않으면 EPERM이 된다.'],
  ),
  row(
    `${AT}/syscalls/*/args`,
    SECCOMP,
    [
      'Conditions on the arguments; all must hold.',
      'Pointers can be compared, not what they point at, so paths cannot be filtered.',
    ],
    [
      '인자에 거는 조건이다. 모두 맞아야 한다.',
      '포인터 값만 견줄 수 있고 가리키는 내용은 볼 수 없어서 경로로는 거를 수 없다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/args/*`,
    SECCOMP,
    ['One condition.', 'On some architectures the same argument stands at another place.'],
    ['조건 하나다.', '아키텍처에 따라 같은 인자가 다른 자리에 올 수 있다.'],
  ),
  row(
    `${AT}/syscalls/*/args/*/index`,
    SECCOMP,
    ['Which argument, from 0.', 'Counted from 1, the condition is about its neighbour.'],
    ['몇째 인자인지 0부터 센다.', '1부터 세면 옆 인자를 보게 된다.'],
  ),
  row(
    `${AT}/syscalls/*/args/*/value`,
    SECCOMP,
    ['The value to compare with.', 'In JSON it is decimal, while manuals write flags in hex.'],
    ['견줄 값이다.', '설명서에는 플래그가 십육진수로 나오지만 JSON에는 십진수로 적는다.'],
  ),
  row(
    `${AT}/syscalls/*/args/*/valueTwo`,
    SECCOMP,
    [
      'The second value, for SCMP_CMP_MASKED_EQ: there value is the mask.',
      'With other comparisons it is ignored.',
    ],
    [
      'SCMP_CMP_MASKED_EQ에서 쓰는 둘째 값이다. 그때 value는 마스크다.',
      '다른 비교에서는 무시된다.',
    ],
  ),
  row(
    `${AT}/syscalls/*/args/*/op`,
    SECCOMP,
    [
      'How to compare: SCMP_CMP_EQ, _NE, _LT, _GE, _MASKED_EQ and others.',
      'The numbers are unsigned, so -1 is the largest.',
    ],
    [
      'SCMP_CMP_EQ, _NE, _LT, _GE, _MASKED_EQ 같은 비교 방법이다.',
      '부호 없는 수로 견주므로 -1이 가장 크다.',
    ],
  ),
]
