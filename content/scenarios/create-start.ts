import type { ScenarioSource } from './scenario'

/** What `runc create` and `runc start` ask of the kernel, in the order in which they did. */
export const createStart: ScenarioSource = {
  id: 'create-start',
  kind: 'runtime',
  recording: 'runc',
  tools: ['runc', 'strace'],
  title: {
    en: 'create and start, system call by system call',
    ko: '시스템 콜로 본 create와 start',
  },
  actors: [
    { id: 'runc', name: { en: 'runc', ko: 'runc' }, role: 'reader' },
    { id: 'parent', name: { en: '0: parent', ko: '0: parent' }, role: 'process' },
    { id: 'child', name: { en: '1: child', ko: '1: child' }, role: 'process' },
    { id: 'init', name: { en: '2: init', ko: '2: init' }, role: 'process' },
    { id: 'kernel', name: { en: 'kernel', ko: '커널' }, role: 'registry' },
  ],
  steps: [
    {
      from: 'runc',
      to: 'kernel',
      call: 'mknodat(exec.fifo)',
      words: {
        en: 'The first thing runc makes is the last that will be used: a named pipe. As long as it lies there, the container is created and not started.',
        ko: 'runc는 맨 나중에 쓸 것을 맨 먼저 만든다. 이름 있는 파이프다. 이 파이프가 남아 있는 동안은 생성만 되고 시작하지 않은 컨테이너다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['handover'], calls: ['mknodat'] }],
    },
    {
      from: 'runc',
      to: 'parent',
      call: 'clone, execve("runc", "init")',
      words: {
        en: 'runc makes a child and has it run runc once more, as runc init. The program is not opened by its name but through a descriptor, /proc/self/fd/6, on a mount that is read-only. So no container can overwrite the host’s runc by way of /proc.',
        ko: 'runc가 자식을 만들어 runc를 runc init으로 다시 실행하게 한다. 프로그램은 이름이 아니라 디스크립터 /proc/self/fd/6으로 연다. 읽기 전용 마운트 위에 있는 파일이라, 컨테이너가 /proc을 거쳐 호스트의 runc를 덮어쓸 수 없다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['mount'],
          calls: ['fsopen', 'fsmount'],
          has: ['overlay', 'MOUNT_ATTR_RDONLY'],
        },
        { of: 'trace', during: 'create', tags: ['program'], has: ['"init"'] },
      ],
    },
    {
      from: 'runc',
      to: 'kernel',
      call: 'mkdirat, write(cgroup.procs)',
      words: {
        en: 'Before the child has done anything, runc makes a folder in every hierarchy and writes the child’s number into cgroup.procs. All that comes after is born in that cgroup.',
        ko: '자식이 아직 아무 일도 하지 않았을 때, runc가 계층마다 폴더를 만들고 자식의 번호를 cgroup.procs에 적는다. 그 뒤에 생기는 프로세스는 모두 이 cgroup에서 태어난다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['cgroup'], has: ['0755', 'cgroup.procs'] },
      ],
    },
    {
      from: 'parent',
      to: 'child',
      call: 'clone(CLONE_PARENT)',
      words: {
        en: 'The child makes a child that calls runc its parent as well. Each names itself after its stage, so that ps can tell them apart.',
        ko: '자식이 자식을 하나 더 만든다. 새 자식의 부모도 runc다. 저마다 자기 단계를 이름으로 달아, ps에서 구별된다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['process'],
          by: ['6', 'runc:[0:PARENT]'],
        },
      ],
    },
    {
      from: 'child',
      to: 'kernel',
      call: 'unshare(CLONE_NEW…)',
      answer: { text: { en: 'five namespaces', ko: '네임스페이스 다섯' }, tone: 'good' },
      words: {
        en: 'One call, five new namespaces: mount, uts, ipc, pid and network. unshare is for what config.json lists without a path. Where there is a path, as for every container that joins a pod, runc uses setns instead.',
        ko: '호출 하나로 네임스페이스 다섯이 새로 생긴다. mount, uts, ipc, pid, network다. unshare는 config.json에 경로 없이 적힌 것을 만들 때 쓴다. 파드에 들어가는 컨테이너처럼 경로가 적혀 있으면 setns로 들어간다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['namespace'], calls: ['unshare'] },
        { of: 'config', at: '/linux/namespaces' },
      ],
    },
    {
      from: 'child',
      to: 'init',
      call: 'clone, setsid',
      answer: { text: '1', tone: 'good' },
      words: {
        en: 'Why a third process? A new PID namespace does not take in the one that asked for it, only its children. So one more is born. It asks for a session, and the answer is its own number: 1.',
        ko: '왜 프로세스가 하나 더 필요할까? PID 네임스페이스를 새로 만들어도 만든 프로세스는 들어가지 못하고, 그 자식부터 들어간다. 그래서 하나를 더 낳는다. 새 프로세스가 세션을 요청하면 자기 번호가 돌아온다. 1번이다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['process'],
          by: ['runc:[1:CHILD]'],
          calls: ['clone'],
        },
        { of: 'trace', during: 'create', tags: ['process'], by: ['runc:[2:INIT]'] },
      ],
    },
    {
      from: 'runc',
      to: 'kernel',
      call: 'setns(mnt)',
      words: {
        en: 'unshare makes a namespace, setns steps into one that is there. A thread of runc goes into the container’s mount namespace to get at mounts; the rest of runc stays outside.',
        ko: 'unshare는 네임스페이스를 만들고, setns는 있는 네임스페이스에 들어간다. runc의 스레드 하나가 마운트를 다루려고 컨테이너의 마운트 네임스페이스에 들어간다. runc의 나머지는 밖에 있다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['namespace'], calls: ['setns'] }],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'mount("/", MS_REC|MS_SLAVE)',
      words: {
        en: 'Its mounts are still copies of the host’s, and linked to them. First the link is cut: slave means that nothing mounted here shows up outside. Then the root file system is mounted onto itself, since only a mount can become a root.',
        ko: '마운트는 아직 호스트의 것을 베낀 것이고, 호스트와 이어져 있다. 먼저 그 고리를 끊는다. slave로 바꾸면 여기서 마운트한 것이 밖에 나타나지 않는다. 그다음 루트 파일시스템을 제자리에 다시 마운트한다. 마운트된 것만 루트가 될 수 있어서다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['mount'],
          calls: ['mount'],
          has: ['MS_REC|MS_SLAVE', 'MS_PRIVATE', 'bundle/rootfs'],
          before: 'pivot_root',
        },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'mount(proc, tmpfs, …), mknodat(null)',
      words: {
        en: 'Now the mounts of config.json, in the order in which they stand there, and the few devices that every container gets. The target is a descriptor, not a path, so that a symbolic link in the image cannot lead a mount elsewhere.',
        ko: '이제 config.json에 적힌 순서대로 마운트하고, 어느 컨테이너에나 있는 장치 몇 개를 만든다. 마운트할 곳은 경로가 아니라 디스크립터로 가리킨다. 이미지 안의 심볼릭 링크가 마운트를 다른 데로 이끌지 못한다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['mount'],
          calls: ['mount'],
          has: [
            '"proc", "/proc/thread-self',
            '"devpts"',
            '"shm"',
            '"mqueue"',
            '"sysfs"',
            'size=65536k"',
          ],
        },
        { of: 'trace', during: 'create', tags: ['device'], calls: ['mknodat'] },
      ],
    },
    {
      from: 'runc',
      to: 'kernel',
      call: 'write(memory.limit_in_bytes, …)',
      answer: { text: { en: 'limits set', ko: '제한 걸림' }, tone: 'good' },
      words: {
        en: 'While init waits, runc writes the limits. 67108864 bytes of memory, 20000 of every 100000 µs of a processor, 32 processes. Devices are denied altogether, then allowed one by one.',
        ko: 'init이 기다리는 동안 runc가 제한을 적는다. 메모리 67108864바이트, CPU는 100000µs마다 20000µs, 프로세스 32개다. 장치는 모두 막은 다음 하나씩 연다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['cgroup'],
          has: ['limit_in_bytes', 'cpu.', 'pids.max', 'devices.deny', '"c 1:3 rwm"'],
        },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'pivot_root(".", "."), umount2',
      answer: { text: { en: 'another root', ko: '바뀐 루트' }, tone: 'good' },
      words: {
        en: 'The root is exchanged in place. The old one now lies under the same dot, is taken off, and with it every path to the host’s files. Last, the new root becomes read-only, as config.json asked.',
        ko: '루트가 그 자리에서 바뀐다. 옛 루트는 같은 점(.) 아래에 놓였다가 떼어지고, 호스트 파일로 가는 길도 함께 사라진다. 끝으로 config.json에 적힌 대로 새 루트를 읽기 전용으로 바꾼다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['root'] },
        {
          of: 'trace',
          during: 'create',
          tags: ['mount'],
          calls: ['mount', 'umount2'],
          has: ['"", "."', 'MNT_DETACH', '"", "/"'],
          after: 'pivot_root',
        },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'prctl(PR_CAPBSET_DROP), capset',
      answer: { text: { en: '3 capabilities left', ko: '커패빌리티 3개 남음' }, tone: 'good' },
      words: {
        en: 'Power goes last, since mounting needed it. no_new_privs comes first: from here on, no setuid program can win anything back. Then most capabilities are dropped from the bounding set, and capset leaves three.',
        ko: '권한은 나중에 버린다. 마운트하는 데 필요했기 때문이다. no_new_privs가 먼저다. 이제 setuid 프로그램을 실행해도 권한을 되찾지 못한다. 이어서 한계 집합(bounding set)에서 커패빌리티를 거의 다 빼고, capset으로 셋만 남긴다.',
      },
      evidence: [
        {
          of: 'trace',
          during: 'create',
          tags: ['privilege'],
          calls: ['prctl', 'capset'],
          has: ['NO_NEW_PRIVS', 'CAPBSET_DROP', 'KEEPCAPS', 'effective='],
        },
        { of: 'config', at: '/process/capabilities' },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'seccomp(SET_MODE_FILTER)',
      words: {
        en: 'A small program goes into the kernel and looks at every system call from now on. It comes after the rest: what stands between it and your program are calls that the filter has to allow.',
        ko: '작은 프로그램을 커널에 넣는다. 이제부터 모든 시스템 콜을 이 프로그램이 살핀다. 다른 준비보다 나중에 건다. 여기서 내 프로그램까지 남은 호출은 필터가 허용해야 하기 때문이다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['seccomp'] }],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'openat(exec.fifo, O_WRONLY)',
      answer: { text: { en: 'waits', ko: '기다림' }, tone: 'turn' },
      words: {
        en: 'Opening a pipe for writing blocks until somebody opens it for reading. That wait is all there is to the state created. Its path is out of reach since the root was exchanged, so the pipe is opened through a descriptor kept from before, number 7.',
        ko: '파이프를 쓰기로 열면 누군가 읽기로 열 때까지 멈춘다. created 상태란 이렇게 멈춰 기다리는 것이다. 루트가 바뀌어 경로로는 닿을 수 없으니, 미리 열어 둔 7번 디스크립터를 거쳐 연다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['handover'], calls: ['openat'], has: ['O_WRONLY'] },
        { of: 'runtime', stage: 'create', show: 'process' },
      ],
    },
    {
      from: 'runc',
      to: 'kernel',
      call: 'openat(exec.fifo, O_RDONLY)',
      words: {
        en: 'Minutes or milliseconds later, another runc: start. It opens the pipe for reading. Of the calls kept in the trace, this is the only one that matters.',
        ko: '몇 밀리초 뒤일 수도, 몇 분 뒤일 수도 있다. 다른 runc가 실행된다. start다. 파이프를 읽기로 연다. 기록에 남은 호출 가운데 중요한 것은 이것뿐이다.',
      },
      evidence: [
        { of: 'trace', during: 'start', tags: ['program'], has: ['"start"'] },
        { of: 'trace', during: 'start', tags: ['handover'], calls: ['openat'] },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'write("0"), execve("/bin/sh")',
      answer: { text: { en: 'your program', ko: '내 프로그램' }, tone: 'good' },
      words: {
        en: 'The waiting process writes one byte and becomes your program. What it has it keeps: number, namespaces, cgroup, filter. The next runc that looks finds no pipe, and says running.',
        ko: '기다리던 프로세스가 한 바이트를 쓰고 내 프로그램으로 바뀐다. 번호도 네임스페이스도 cgroup도 필터도 그대로다. 다음에 runc가 들여다보면 파이프가 없고, 상태는 running이다.',
      },
      evidence: [
        { of: 'trace', during: 'start', tags: ['handover'], calls: ['write'] },
        { of: 'trace', during: 'start', tags: ['program'], has: ['/bin/sh'] },
        { of: 'runtime', stage: 'start', show: 'process' },
      ],
    },
  ],
}
