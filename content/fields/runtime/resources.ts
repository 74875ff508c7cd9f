import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const linux = (anchor: string) => runtimeSpec(`config-linux.md#${anchor}`)
const AT = '/linux/resources'
const MEMORY = linux('memory')
const CPU = linux('cpu')
const BLOCK = linux('block-io')
const DEVICES = linux('allowed-device-list')
const HUGE = linux('huge-page-limits')
const NETWORK = linux('network')

/** The four throttles of disks, by what they count. */
const THROTTLES = [
  { name: 'throttleReadBpsDevice', en: 'bytes read a second', ko: '초당 읽는 바이트' },
  { name: 'throttleWriteBpsDevice', en: 'bytes written a second', ko: '초당 쓰는 바이트' },
  { name: 'throttleReadIOPSDevice', en: 'reads a second', ko: '초당 읽기 횟수' },
  { name: 'throttleWriteIOPSDevice', en: 'writes a second', ko: '초당 쓰기 횟수' },
] as const

const throttles: FieldEntry[] = THROTTLES.flatMap(({ name, en, ko }) => {
  const at = `${AT}/blockIO/${name}`
  return [
    row(
      at,
      BLOCK,
      [
        `Limits the ${en}, disk by disk.`,
        `Writes that the kernel gathers in memory first may slip past a limit on ${en}.`,
      ],
      [
        `디스크마다 ${ko} 한도를 정한다.`,
        `메모리에 모았다가 쓰는 것은 ${ko} 한도를 비켜 갈 수 있다.`,
      ],
    ),
    row(
      `${at}/*`,
      BLOCK,
      [
        `The limit on ${en} for one disk.`,
        `A partition has no ${en} of its own: the whole disk has to be named.`,
      ],
      [`디스크 하나의 ${ko} 한도다.`, `파티션이 아니라 디스크 전체를 적어야 ${ko} 한도가 걸린다.`],
    ),
    row(
      `${at}/*/major`,
      BLOCK,
      [
        `Major number of the disk whose ${en} are limited.`,
        `With the number of another driver, ${en} are limited elsewhere.`,
      ],
      [
        `${ko} 한도를 걸 디스크의 주 번호다.`,
        `다른 드라이버의 번호면 엉뚱한 곳의 ${ko} 한도가 바뀐다.`,
      ],
    ),
    row(
      `${at}/*/minor`,
      BLOCK,
      [
        `Minor number of the disk whose ${en} are limited.`,
        `With the number of a neighbour, its ${en} are limited instead.`,
      ],
      [`${ko} 한도를 걸 디스크의 부 번호다.`, `옆 디스크의 번호면 그쪽 ${ko} 한도가 걸린다.`],
    ),
    row(
      `${at}/*/rate`,
      BLOCK,
      [`The number of ${en} allowed.`, `Too few ${en}, and start-up takes minutes.`],
      [`허용할 ${ko} 값이다.`, `${ko} 값이 너무 작으면 시작하는 데만 몇 분이 걸린다.`],
    ),
  ]
})

/** What the container's cgroup may use. */
export const resourceFields: FieldEntry[] = [
  row(
    AT,
    linux('control-groups'),
    [
      'Limits for the container’s cgroup: memory, CPU, processes, devices, disks.',
      'Without limits the container can use all that the cgroup above it allows.',
    ],
    [
      '컨테이너의 cgroup에 걸 한도다. 메모리, CPU, 프로세스 수, 장치, 디스크를 정한다.',
      '없으면 위쪽 cgroup이 허락하는 만큼 다 쓴다.',
    ],
  ),
  row(
    `${AT}/oomScoreAdj`,
    linux('control-groups'),
    [
      'An old place for the OOM score; process.oomScoreAdj took over.',
      'Runtimes of today ignore it here.',
    ],
    [
      'OOM 점수를 적던 옛 자리다. 지금은 process.oomScoreAdj를 쓴다.',
      '요즘 런타임은 여기 적힌 값을 무시한다.',
    ],
  ),
  row(
    `${AT}/devices`,
    DEVICES,
    [
      'Which devices may be used, as rules in order; the last that fits counts. Usually all are denied first.',
      'A first rule that allows all makes every disk of the host writable to root inside.',
    ],
    [
      '어떤 장치를 쓸 수 있는지 적은 규칙이다. 차례로 보고 마지막에 맞는 것이 이기며, 보통 모두 막고 시작한다.',
      '모두 허용하는 규칙이 있으면 안의 root가 호스트의 디스크에 쓸 수 있다.',
    ],
  ),
  row(
    `${AT}/devices/*`,
    DEVICES,
    [
      'One rule about devices.',
      'Without type and numbers it is about all devices, as in privileged containers.',
    ],
    ['장치를 두고 정한 규칙 하나다.', '종류와 번호를 빼면 특권 컨테이너처럼 모든 장치를 가리킨다.'],
  ),
  row(
    `${AT}/devices/*/allow`,
    DEVICES,
    ['true permits, false denies.', 'Mixed up, the program gets “operation not permitted”.'],
    ['true면 허용하고 false면 막는다.', '뒤바뀌면 “operation not permitted”가 난다.'],
  ),
  row(
    `${AT}/devices/*/type`,
    DEVICES,
    [
      'a for all, c for character, b for block devices.',
      'With a, the numbers beside it are not looked at.',
    ],
    ['a는 모두, c는 문자 장치, b는 블록 장치다.', 'a로 적으면 옆의 번호는 보지 않는다.'],
  ),
  row(
    `${AT}/devices/*/major`,
    DEVICES,
    ['Major number that the rule is about.', 'Left out, the rule covers all drivers.'],
    ['규칙이 가리키는 장치의 주 번호다.', '빠지면 모든 드라이버에 걸린다.'],
  ),
  row(
    `${AT}/devices/*/minor`,
    DEVICES,
    [
      'Minor number that the rule is about.',
      'Left out, the rule covers all devices of the driver.',
    ],
    ['규칙이 가리키는 장치의 부 번호다.', '빠지면 그 드라이버의 모든 장치에 걸린다.'],
  ),
  row(
    `${AT}/devices/*/access`,
    DEVICES,
    [
      'r to read, w to write, m to make nodes with mknod.',
      'Without m an existing node still works; without w a disk is read-only.',
    ],
    [
      'r은 읽기, w는 쓰기, m은 mknod로 노드 만들기다.',
      'm이 없어도 있는 노드는 쓸 수 있고, w가 없으면 읽기만 된다.',
    ],
  ),
  row(
    `${AT}/memory`,
    MEMORY,
    [
      'Limits on memory, all in bytes; -1 means none.',
      'Numbers meant as MiB stop the container within moments of its start.',
    ],
    [
      '메모리 한도다. 모두 바이트이고 -1은 한도가 없다는 뜻이다.',
      'MiB로 알고 적은 숫자라면 시작하자마자 죽는다.',
    ],
  ),
  row(
    `${AT}/memory/limit`,
    MEMORY,
    [
      'The hard limit. In Kubernetes it comes from resources.limits.memory.',
      'Above it the kernel kills a process of the container: exit code 137, reason OOMKilled.',
    ],
    [
      '넘을 수 없는 한도다. Kubernetes의 resources.limits.memory에서 온다.',
      '넘으면 커널이 컨테이너의 프로세스를 죽인다. 종료 코드는 137, 이유는 OOMKilled다.',
    ],
  ),
  row(
    `${AT}/memory/reservation`,
    MEMORY,
    [
      'A soft limit that counts when the machine is short of memory.',
      'It reserves nothing, in spite of its name.',
    ],
    [
      '머신의 메모리가 모자랄 때 적용되는 느슨한 한도다.',
      '이름과 달리 무엇을 미리 잡아 두지 않는다.',
    ],
  ),
  row(
    `${AT}/memory/swap`,
    MEMORY,
    [
      'Limit on memory and swap together. Equal to limit, it forbids swap.',
      'Taken for swap alone, it comes out too small: below limit it is an error.',
    ],
    [
      '메모리와 스왑을 합친 한도다. limit과 같으면 스왑을 못 쓴다.',
      '스왑만의 한도로 착각하기 쉽다. limit보다 작으면 오류가 난다.',
    ],
  ),
  row(
    `${AT}/memory/kernel`,
    MEMORY,
    [
      'Limit on kernel memory; not recommended.',
      'New kernels have no such limit and ignore it or fail.',
    ],
    [
      '커널 메모리의 한도다. 쓰지 않는 것이 좋다.',
      '새 커널에는 이 한도가 없어 무시되거나 실패한다.',
    ],
  ),
  row(
    `${AT}/memory/kernelTCP`,
    MEMORY,
    [
      'Limit on the memory of TCP buffers; not recommended either.',
      'Cgroup v2 does not have it, so it does nothing there.',
    ],
    [
      'TCP 버퍼 메모리의 한도다. 이것도 권하지 않는다.',
      'cgroup v2에는 없어서 아무 일도 하지 않는다.',
    ],
  ),
  row(
    `${AT}/memory/swappiness`,
    MEMORY,
    [
      'How readily anonymous pages are swapped out, 0 to 100, on cgroup v1.',
      'Cgroup v2 has no such knob per container.',
    ],
    [
      'cgroup v1에서 익명 페이지를 얼마나 쉽게 스왑으로 내보낼지 정한다.',
      'cgroup v2에는 컨테이너마다 정하는 값이 없다.',
    ],
  ),
  row(
    `${AT}/memory/disableOOMKiller`,
    MEMORY,
    [
      'Stops the OOM killer for this cgroup, on v1.',
      'With true, the container hangs at the limit instead of being killed.',
    ],
    ['cgroup v1에서 OOM 킬러를 끈다.', '켜 두면 한도에 닿았을 때 죽는 대신 그대로 멈춰 있다.'],
  ),
  row(
    `${AT}/memory/useHierarchy`,
    MEMORY,
    [
      'Whether cgroups below count into this one, on v1.',
      'With false, child cgroups escape the limit.',
    ],
    ['cgroup v1에서 아래 cgroup까지 함께 셀지 정한다.', 'false면 자식 cgroup이 한도를 빠져나간다.'],
  ),
  row(
    `${AT}/memory/checkBeforeUpdate`,
    MEMORY,
    [
      'Looks at the usage before a new limit is set.',
      'With false, an update below the present usage lets the kernel kill at once.',
    ],
    [
      '새 한도를 걸기 전에 지금 쓰는 양을 살펴본다.',
      'false면 지금 쓰는 양보다 낮게 바꿀 때 커널이 바로 죽인다.',
    ],
  ),
  row(
    `${AT}/cpu`,
    CPU,
    [
      'Shares, quotas and CPUs.',
      'A quota throttles; shares only decide who goes first when CPUs are scarce.',
    ],
    [
      'CPU를 나누는 몫, 한도, 쓸 CPU를 정한다.',
      'quota는 늘 조이고, shares는 CPU가 모자랄 때 순서만 정한다.',
    ],
  ),
  row(
    `${AT}/cpu/shares`,
    CPU,
    [
      'Weight against other cgroups; from Kubernetes’ CPU request, 1024 for each CPU.',
      'It is no limit: alone on the machine, 2 shares may use all of it.',
    ],
    [
      '다른 cgroup과 견주는 무게다. Kubernetes의 CPU 요청에서 오고, CPU 하나가 1024다.',
      '한도가 아니다. 혼자라면 2만 있어도 머신을 다 쓴다.',
    ],
  ),
  row(
    `${AT}/cpu/quota`,
    CPU,
    [
      'Microseconds of CPU time in each period; from Kubernetes’ CPU limit.',
      'Once it is used up, all threads wait for the next period: short pauses in a program that looks idle.',
    ],
    [
      '주기마다 쓸 수 있는 CPU 시간을 마이크로초로 적는다. Kubernetes의 CPU 한도에서 온다.',
      '다 쓰면 다음 주기까지 모든 스레드가 멈춰, 한가해 보이는데도 툭툭 끊긴다.',
    ],
  ),
  row(
    `${AT}/cpu/period`,
    CPU,
    [
      'Length of a period in microseconds, 100000 unless said.',
      'A long one makes the pauses longer, a short one costs the scheduler.',
    ],
    [
      'CPU 시간을 세는 주기를 마이크로초로 적는다. 보통 100000이다.',
      '길면 멈춤이 길어지고 짧으면 스케줄러가 바빠진다.',
    ],
  ),
  row(
    `${AT}/cpu/burst`,
    CPU,
    [
      'Unused quota that may be saved for a peak, in microseconds.',
      'Older kernels do not know it, and create fails there.',
    ],
    [
      '쓰지 않고 모아 두었다가 몰아 쓸 수 있는 시간이다. 마이크로초로 적는다.',
      '옛 커널은 몰라서 create가 실패한다.',
    ],
  ),
  row(
    `${AT}/cpu/realtimePeriod`,
    CPU,
    [
      'Period for real-time threads, in microseconds.',
      'Only kernels built with RT group scheduling have it.',
    ],
    ['실시간 스레드의 주기를 마이크로초로 적는다.', 'RT 그룹 스케줄링을 켜고 만든 커널에만 있다.'],
  ),
  row(
    `${AT}/cpu/realtimeRuntime`,
    CPU,
    [
      'Microseconds of real-time work in each such period.',
      'Without it, real-time threads in the container cannot start.',
    ],
    [
      '그 주기마다 실시간 작업에 쓸 시간이다. 마이크로초로 적는다.',
      '없으면 컨테이너 안에서 실시간 스레드가 시작되지 않는다.',
    ],
  ),
  row(
    `${AT}/cpu/cpus`,
    CPU,
    [
      'CPUs that may be used, as a list: 2-3,6. The kubelet’s static policy pins containers with it.',
      'A CPU that the host lacks, or that the cgroup above forbids, fails the create.',
    ],
    [
      '2-3,6처럼 쓸 수 있는 CPU를 적는다. kubelet의 static 정책이 이것으로 컨테이너를 묶는다.',
      '호스트에 없거나 위쪽 cgroup이 막은 CPU면 create가 실패한다.',
    ],
  ),
  row(
    `${AT}/cpu/mems`,
    CPU,
    [
      'NUMA nodes whose memory may be used.',
      'Memory far from the CPUs in cpus is slower, and nothing says so.',
    ],
    ['메모리를 받을 수 있는 NUMA 노드다.', 'cpus에 적은 CPU와 먼 노드면 아무 말 없이 느려진다.'],
  ),
  row(
    `${AT}/cpu/idle`,
    CPU,
    [
      '1 lets the container run only when nobody else wants the CPU.',
      'On a busy machine it then never runs.',
    ],
    ['1이면 아무도 CPU를 원하지 않을 때만 돈다.', '바쁜 머신에서는 영영 돌지 못할 수 있다.'],
  ),
  row(
    `${AT}/pids`,
    linux('pids'),
    [
      'Limit on the number of processes and threads.',
      'Without one, a fork bomb inside takes the host’s process IDs.',
    ],
    [
      '프로세스와 스레드 수의 한도다.',
      '없으면 안에서 터진 포크 폭탄이 호스트의 프로세스 ID까지 다 쓴다.',
    ],
  ),
  row(
    `${AT}/pids/limit`,
    linux('pids'),
    [
      'How many at once; threads count, too.',
      'Too low, a JVM fails with “unable to create native thread” while memory is free.',
    ],
    [
      '한꺼번에 몇 개까지인지 정한다. 스레드도 센다.',
      '너무 낮으면 메모리가 남아도 JVM이 “unable to create native thread”로 죽는다.',
    ],
  ),
  row(
    `${AT}/hugepageLimits`,
    HUGE,
    [
      'Limits on huge pages, by page size.',
      'Programs that ask for more die with SIGBUS instead of an error.',
    ],
    ['큰 페이지를 크기별로 얼마나 쓸지 정한다.', '더 달라고 하면 오류 대신 SIGBUS로 죽는다.'],
  ),
  row(
    `${AT}/hugepageLimits/*`,
    HUGE,
    ['The limit for one page size.', 'A size that the kernel does not offer is an error.'],
    ['페이지 크기 하나의 한도다.', '커널이 주지 않는 크기면 오류가 난다.'],
  ),
  row(
    `${AT}/hugepageLimits/*/pageSize`,
    HUGE,
    [
      'Size of the page as text: 2MB, 1GB.',
      'It has to be spelled as the kernel does, so 2MiB fails.',
    ],
    ['2MB, 1GB처럼 적는 페이지 크기다.', '커널이 쓰는 대로 적어야 해서 2MiB는 실패한다.'],
  ),
  row(
    `${AT}/hugepageLimits/*/limit`,
    HUGE,
    ['Bytes of such pages.', 'Given as a number of pages, it is far too small.'],
    ['그런 페이지를 몇 바이트까지 쓸지 적는다.', '페이지 수로 착각하면 턱없이 작아진다.'],
  ),
  row(
    `${AT}/network`,
    NETWORK,
    [
      'Marks for the container’s packets, on cgroup v1 only.',
      'Cgroup v2 has neither, so the marks are lost there.',
    ],
    ['컨테이너의 패킷에 붙일 표시다. cgroup v1에만 있다.', 'cgroup v2에는 없어서 표시가 사라진다.'],
  ),
  row(
    `${AT}/network/classID`,
    NETWORK,
    [
      'Class that tc and iptables can match, as one number.',
      'Without a rule that looks at it, nothing happens.',
    ],
    [
      'tc와 iptables가 알아볼 등급을 숫자 하나로 적는다.',
      '이것을 보는 규칙이 없으면 아무 일도 없다.',
    ],
  ),
  row(
    `${AT}/network/priorities`,
    NETWORK,
    [
      'Priority of outgoing packets by interface.',
      'Interfaces are the host’s, so a name inside the container fails.',
    ],
    [
      '나가는 패킷의 우선순위를 인터페이스마다 정한다.',
      '호스트의 인터페이스 이름이어야 한다. 컨테이너 안의 이름이면 실패한다.',
    ],
  ),
  row(
    `${AT}/network/priorities/*`,
    NETWORK,
    ['The priority on one interface.', 'Named twice, the later entry wins.'],
    ['인터페이스 하나의 우선순위다.', '두 번 적으면 뒤의 것이 이긴다.'],
  ),
  row(
    `${AT}/network/priorities/*/name`,
    NETWORK,
    ['Name of the interface.', 'An interface that does not exist is an error.'],
    ['우선순위를 정할 인터페이스의 이름이다.', '없는 인터페이스를 적으면 오류가 난다.'],
  ),
  row(
    `${AT}/network/priorities/*/priority`,
    NETWORK,
    ['The priority of its packets.', 'Only some queueing disciplines look at the number.'],
    ['그 인터페이스로 나가는 패킷의 우선순위다.', '이 숫자를 보는 큐 방식은 일부뿐이다.'],
  ),
  row(
    `${AT}/blockIO`,
    BLOCK,
    [
      'Weights and limits for disks.',
      'Which of them work depends on the I/O scheduler and the cgroup version.',
    ],
    ['디스크에 매기는 무게와 한도다.', '무엇이 듣는지는 I/O 스케줄러와 cgroup 버전에 달렸다.'],
  ),
  row(
    `${AT}/blockIO/weight`,
    BLOCK,
    [
      'Share of disk time against other cgroups, 10 to 1000.',
      'With the none scheduler it has no effect.',
    ],
    ['다른 cgroup과 견주는 디스크 시간의 몫이다.', 'I/O 스케줄러가 none이면 듣지 않는다.'],
  ),
  row(
    `${AT}/blockIO/leafWeight`,
    BLOCK,
    ['The same against the cgroup’s own children, on v1.', 'Newer kernels have dropped it.'],
    ['cgroup v1에서 자기 자식들과 견주는 몫이다.', '새 커널에서는 없어졌다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice`,
    BLOCK,
    ['Weights for single disks.', 'An entry without weight and leafWeight is an error.'],
    ['디스크마다 따로 매기는 무게다.', 'weight도 leafWeight도 없으면 오류가 난다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice/*`,
    BLOCK,
    ['The weight on one disk.', 'A disk that was unplugged since makes the create fail.'],
    ['디스크 하나에 매기는 무게다.', '그사이 뽑은 디스크면 create가 실패한다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice/*/major`,
    BLOCK,
    ['Major number of the weighted disk.', 'Not that of its partition’s file system.'],
    ['무게를 매길 디스크의 주 번호다.', '파일시스템이 아니라 디스크의 번호여야 한다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice/*/minor`,
    BLOCK,
    ['Minor number of the weighted disk.', 'A partition’s number is refused.'],
    ['무게를 매길 디스크의 부 번호다.', '파티션의 번호면 거부당한다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice/*/weight`,
    BLOCK,
    ['Share of this disk’s time.', 'It overrides the general weight, which is easily forgotten.'],
    ['이 디스크의 시간에서 받을 몫이다.', '전체 weight보다 앞선다는 것을 잊기 쉽다.'],
  ),
  row(
    `${AT}/blockIO/weightDevice/*/leafWeight`,
    BLOCK,
    [
      'Share of this disk against own children, on v1.',
      'Without the CFQ scheduler it does nothing.',
    ],
    [
      'cgroup v1에서 이 디스크를 두고 자식과 견주는 몫이다.',
      'CFQ 스케줄러가 아니면 아무 일도 하지 않는다.',
    ],
  ),
  ...throttles,
  row(
    `${AT}/rdma`,
    linux('rdma'),
    [
      'Limits on RDMA handles and objects, by device.',
      'Without the controller in the kernel, create fails.',
    ],
    [
      'RDMA 핸들과 객체의 한도를 장치마다 정한다.',
      '커널에 이 컨트롤러가 없으면 create가 실패한다.',
    ],
  ),
  row(
    `${AT}/rdma/*`,
    linux('rdma'),
    ['The limits on one RDMA device.', 'A device name that the host lacks is an error.'],
    ['RDMA 장치 하나의 한도다.', '호스트에 없는 장치 이름이면 오류가 난다.'],
  ),
  row(
    `${AT}/unified`,
    linux('unified'),
    [
      'Files of cgroup v2 and what to write into them, word for word.',
      'It is written last and silently overrides the limits above; on cgroup v1 it is an error.',
    ],
    [
      'cgroup v2의 파일과 거기에 그대로 쓸 값이다.',
      '맨 나중에 써서 위의 한도를 조용히 덮는다. cgroup v1에서는 오류다.',
    ],
  ),
  row(
    `${AT}/unified/*`,
    linux('unified'),
    [
      'One file of cgroup v2, such as memory.high.',
      'A file that the kernel lacks fails the create.',
    ],
    ['memory.high 같은 cgroup v2 파일 하나다.', '커널에 없는 파일이면 create가 실패한다.'],
  ),
]
