import type { ScenarioSource } from './scenario'

/** A container from create to delete, under runc. */
export const lifecycle: ScenarioSource = {
  id: 'lifecycle',
  kind: 'runtime',
  recording: 'runc',
  title: {
    en: 'A container’s life under runc',
    ko: 'runc 아래에서 컨테이너의 일생',
  },
  actors: [
    { id: 'caller', name: { en: 'who calls runc', ko: 'runc를 부른 쪽' }, role: 'reader' },
    { id: 'runc', name: { en: 'runc', ko: 'runc' }, role: 'process' },
    { id: 'init', name: { en: 'first process', ko: '첫 프로세스' }, role: 'process' },
    { id: 'kernel', name: { en: 'kernel', ko: '커널' }, role: 'process' },
  ],
  steps: [
    {
      from: 'caller',
      to: 'runc',
      call: 'runc create',
      words: {
        en: 'The caller names a folder, the bundle, and an id. runc reads config.json now and never again: what you edit later has no effect on this container.',
        ko: '부르는 쪽이 번들 폴더와 ID를 준다. runc는 config.json을 지금 읽고 다시는 읽지 않는다. 나중에 고쳐도 이 컨테이너에는 소용없다.',
      },
      evidence: [
        { of: 'runtime', stage: 'create', show: 'command' },
        { of: 'config', at: '/process/args' },
        { of: 'config', at: '/linux/namespaces' },
      ],
    },
    {
      from: 'runc',
      to: 'init',
      call: 'runc init',
      words: {
        en: 'runc executes itself once more, from a protected copy, as runc init. That child will become the container’s first process.',
        ko: 'runc가 보호된 사본에서 자기 자신을 runc init으로 다시 실행한다. 이 자식이 컨테이너의 첫 프로세스가 된다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['self', 'program'] }],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'unshare(CLONE_NEW…)',
      answer: { text: { en: 'new namespaces', ko: '새 네임스페이스' }, tone: 'good' },
      words: {
        en: 'One system call asks for all the namespaces that config.json lists. A container is not a thing in the kernel; it is a process with namespaces of its own.',
        ko: 'config.json에 적힌 네임스페이스를 시스템 콜 하나로 모두 요청한다. 커널에 컨테이너라는 물건은 없다. 네임스페이스를 따로 가진 프로세스가 있을 뿐이다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['namespace'] }],
    },
    {
      from: 'runc',
      to: 'kernel',
      call: { en: 'write cgroup files', ko: 'cgroup 파일에 쓰기' },
      answer: { text: { en: 'limits set', ko: '제한 걸림' }, tone: 'good' },
      words: {
        en: 'Limits are numbers written into files. runc makes a folder for the container, writes the limits, and writes the process number into cgroup.procs.',
        ko: '제한은 파일에 적는 숫자다. runc가 컨테이너의 폴더를 만들고, 제한을 쓰고, cgroup.procs에 프로세스 번호를 적는다.',
      },
      evidence: [
        { of: 'runtime', stage: 'create', show: 'cgroup' },
        { of: 'trace', during: 'create', tags: ['cgroup'] },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'mount …, pivot_root(".", ".")',
      words: {
        en: 'Inside its mount namespace the process builds its file system, mount by mount, and then makes it the root. After pivot_root the host’s files are out of reach.',
        ko: '자기 마운트 네임스페이스 안에서 파일시스템을 하나씩 마운트해 꾸민 뒤, 그것을 루트로 삼는다. pivot_root 다음에는 호스트의 파일에 닿을 수 없다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['mount'] },
        { of: 'trace', during: 'create', tags: ['root'] },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'prctl, capset, seccomp',
      words: {
        en: 'Power is given up last, since everything before needed it: capabilities, then the filter of system calls.',
        ko: '권한은 맨 나중에 내려놓는다. 앞선 일에는 권한이 필요했기 때문이다. 커패빌리티를 버리고, 시스템 콜 필터를 건다.',
      },
      evidence: [{ of: 'trace', during: 'create', tags: ['privilege', 'seccomp'] }],
    },
    {
      from: 'init',
      to: 'init',
      call: { en: 'waits on exec.fifo', ko: 'exec.fifo에서 기다림' },
      words: {
        en: 'Everything is in place, and your program has not run. The process opens a pipe for writing and waits until somebody reads. The state is created, and ps shows runc init.',
        ko: '다 갖춰졌지만 내 프로그램은 아직 돌지 않았다. 프로세스는 파이프를 쓰기로 열고, 누군가 읽을 때까지 기다린다. 상태는 created이고, ps에는 runc init이 보인다.',
      },
      evidence: [
        { of: 'trace', during: 'create', tags: ['handover'] },
        { of: 'runtime', stage: 'create', show: 'files' },
        { of: 'runtime', stage: 'create', show: 'state' },
        { of: 'runtime', stage: 'create', show: 'process' },
        { of: 'runtime', stage: 'create', show: 'namespaces' },
      ],
    },
    {
      from: 'caller',
      to: 'runc',
      call: 'runc start',
      words: {
        en: 'start is short. runc opens the pipe for reading, and that is all it takes.',
        ko: 'start는 짧다. runc가 파이프를 읽기로 연다. 그것으로 충분하다.',
      },
      evidence: [
        { of: 'runtime', stage: 'start', show: 'command' },
        { of: 'trace', during: 'start', tags: ['handover'] },
      ],
    },
    {
      from: 'init',
      to: 'kernel',
      call: 'execve("/bin/sh", …)',
      answer: { text: 'running', tone: 'good' },
      words: {
        en: 'The waiting process writes one byte and becomes your program: same process number, same namespaces, another program. runc itself has ended.',
        ko: '기다리던 프로세스가 한 바이트를 쓰고 내 프로그램으로 바뀐다. 프로세스 번호도 네임스페이스도 그대로이고 프로그램만 다르다. runc는 이미 끝났다.',
      },
      evidence: [
        { of: 'trace', during: 'start', tags: ['program'] },
        { of: 'runtime', stage: 'start', show: 'state' },
        { of: 'runtime', stage: 'start', show: 'process' },
        { of: 'runtime', stage: 'start', show: 'files' },
      ],
    },
    {
      from: 'caller',
      to: 'runc',
      call: 'runc kill demo TERM',
      answer: { text: 'stopped', tone: 'good' },
      words: {
        en: 'kill sends a signal and nothing more. Whether the program ends is its own affair. This one did, so the state is stopped.',
        ko: 'kill은 시그널을 보낼 뿐이다. 끝날지는 프로그램이 정한다. 이 프로그램은 끝났고, 상태는 stopped가 되었다.',
      },
      evidence: [
        { of: 'runtime', stage: 'kill', show: 'command' },
        { of: 'runtime', stage: 'kill', show: 'state' },
      ],
    },
    {
      from: 'caller',
      to: 'runc',
      call: 'runc delete demo',
      answer: { text: { en: 'gone', ko: '사라짐' }, tone: 'good' },
      words: {
        en: 'delete undoes what create made: the cgroup, the kept state. The bundle stays, for it was not runc’s. After it nobody knows the id.',
        ko: 'delete는 create가 만든 것을 되돌린다. cgroup과 남겨 둔 상태가 사라진다. 번들은 runc가 만든 것이 아니므로 그대로다. 이제 그 ID를 아는 이는 없다.',
      },
      evidence: [
        { of: 'runtime', stage: 'delete', show: 'command' },
        { of: 'runtime', stage: 'delete', show: 'stateError' },
        { of: 'hooks' },
      ],
    },
  ],
}
