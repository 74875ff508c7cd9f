import type { ScenarioSource } from './scenario'

/** What is left of Docker Engine when one of its parts is killed. */
export const killLab: ScenarioSource = {
  id: 'kill-lab',
  kind: 'engine',
  recording: 'docker',
  title: {
    en: 'Kill one part and see what is left',
    ko: '하나씩 죽이고 무엇이 남는지 본다',
  },
  actors: [
    { id: 'you', name: { en: 'you', ko: '나' }, role: 'reader' },
    { id: 'dockerd', name: { en: 'dockerd', ko: 'dockerd' }, role: 'process' },
    { id: 'containerd', name: { en: 'containerd', ko: 'containerd' }, role: 'process' },
    { id: 'shim', name: { en: 'shim', ko: '심' }, role: 'process' },
    { id: 'runc', name: { en: 'runc', ko: 'runc' }, role: 'process' },
    { id: 'container', name: { en: 'container', ko: '컨테이너' }, role: 'process' },
  ],
  steps: [
    {
      from: 'you',
      to: 'container',
      call: 'docker exec',
      answer: { text: { en: 'here', ko: '응답 있음' }, tone: 'good' },
      words: {
        en: 'A container runs. Its parent is the shim, and the shim’s parent is process 1. Neither daemon stands above it.',
        ko: '컨테이너가 돌고 있다. 부모는 심이고, 심의 부모는 1번 프로세스다. 두 데몬 가운데 어느 것도 그 위에 있지 않다.',
      },
      evidence: [
        { of: 'trial', trial: 'dockerd is killed', moment: 'before', show: 'processes' },
        { of: 'trial', trial: 'dockerd is killed', moment: 'before', show: 'docker exec' },
      ],
    },
    {
      from: 'you',
      to: 'dockerd',
      call: 'kill -9 dockerd',
      answer: { text: { en: 'container runs on', ko: '컨테이너는 계속 돈다' }, tone: 'good' },
      words: {
        en: 'dockerd dies at once. Nobody answers docker ps, but the container does not notice. containerd still lists it.',
        ko: 'dockerd가 바로 죽는다. docker ps에 답할 데몬은 없지만 컨테이너는 그대로 돈다. containerd의 목록에도 남아 있다.',
      },
      evidence: [
        { of: 'trial', trial: 'dockerd is killed', moment: 'left', show: 'processes' },
        { of: 'trial', trial: 'dockerd is killed', moment: 'left', show: 'docker ps' },
        { of: 'trial', trial: 'dockerd is killed', moment: 'left', show: 'ctr' },
      ],
    },
    {
      from: 'dockerd',
      to: 'container',
      call: { en: 'SIGTERM, at the restart', ko: '다시 시작하며 SIGTERM' },
      answer: { text: { en: 'exited', ko: '종료됨' }, tone: 'bad' },
      words: {
        en: 'The new dockerd finds a container it did not start, and ends it. Not the crash killed the container: the restart did.',
        ko: '새로 뜬 dockerd는 자기가 시작하지 않은 컨테이너를 발견하고 끝낸다. 컨테이너를 끝낸 것은 데몬의 죽음이 아니라 재시작이다.',
      },
      evidence: [
        { of: 'programs', trial: 'dockerd is killed', program: 'runc', words: ['kill'] },
        { of: 'trial', trial: 'dockerd is killed', moment: 'restarted', show: 'docker ps' },
      ],
    },
    {
      from: 'dockerd',
      to: 'container',
      call: { en: 'restart with live-restore', ko: 'live-restore로 다시 시작' },
      answer: { text: { en: 'still running', ko: '아직 돈다' }, tone: 'good' },
      words: {
        en: 'With live-restore the new dockerd takes the container back. The process number is the same as before.',
        ko: 'live-restore를 켜 두면 새 dockerd가 컨테이너를 다시 맡는다. 프로세스 번호도 전과 같다.',
      },
      evidence: [
        {
          ...{ of: 'trial', trial: 'dockerd is killed, with live-restore' },
          ...{ moment: 'restarted', show: 'processes' },
        },
        {
          ...{ of: 'trial', trial: 'dockerd is killed, with live-restore' },
          ...{ moment: 'restarted', show: 'docker exec' },
        },
      ],
    },
    {
      from: 'you',
      to: 'containerd',
      call: 'kill -9 containerd',
      answer: { text: { en: 'container runs on', ko: '컨테이너는 계속 돈다' }, tone: 'good' },
      words: {
        en: 'Now containerd. docker ps goes on saying running, and is right. But nothing can be done to the container: exec has no way to the shim.',
        ko: '이번에는 containerd다. docker ps는 여전히 running이라고 하고, 그 말은 맞다. 하지만 컨테이너에 아무 일도 시킬 수 없다. exec이 심에 닿을 길이 없다.',
      },
      evidence: [
        { of: 'trial', trial: 'containerd is killed', moment: 'left', show: 'processes' },
        { of: 'trial', trial: 'containerd is killed', moment: 'left', show: 'docker ps' },
        { of: 'trial', trial: 'containerd is killed', moment: 'left', show: 'docker exec' },
      ],
    },
    {
      from: 'containerd',
      to: 'shim',
      call: { en: 'connect again', ko: '다시 연결' },
      answer: { text: { en: 'still running', ko: '아직 돈다' }, tone: 'good' },
      words: {
        en: 'Restarted, containerd finds the shim’s socket in its state directory and connects. No setting is needed for that.',
        ko: '다시 뜬 containerd는 상태 디렉터리에서 심의 소켓을 찾아 연결한다. 따로 설정할 것은 없다.',
      },
      evidence: [
        { of: 'trial', trial: 'containerd is killed', moment: 'restarted', show: 'ctr' },
        { of: 'trial', trial: 'containerd is killed', moment: 'restarted', show: 'docker exec' },
      ],
    },
    {
      from: 'you',
      to: 'shim',
      call: { en: 'kill -9 the shim', ko: '심에 kill -9' },
      answer: { text: { en: 'container gone', ko: '컨테이너가 사라졌다' }, tone: 'bad' },
      words: {
        en: 'The shim is another matter. containerd sees the connection break and cleans up: it runs the shim once more with delete, which runs runc delete --force. The container dies by that, not by the loss of its parent.',
        ko: '심은 다르다. 연결이 끊긴 것을 본 containerd가 뒷정리를 한다. 심을 delete로 한 번 더 실행하고, 그것이 runc delete --force를 실행한다. 컨테이너는 부모를 잃어서가 아니라 이 뒷정리 때문에 죽는다.',
      },
      evidence: [
        { of: 'programs', trial: 'the shim is killed', program: 'shim', words: ['delete'] },
        { of: 'programs', trial: 'the shim is killed', program: 'runc', words: ['--force'] },
        { of: 'trial', trial: 'the shim is killed', moment: 'left', show: 'processes' },
        { of: 'trial', trial: 'the shim is killed', moment: 'left', show: 'docker ps' },
      ],
    },
    {
      from: 'you',
      to: 'shim',
      call: { en: 'kill -9 containerd, then the shim', ko: 'containerd, 이어서 심에 kill -9' },
      answer: { text: { en: 'an orphan', ko: '고아' }, tone: 'turn' },
      words: {
        en: 'The proof: with containerd dead first, nobody cleans up. The container becomes a child of process 1 and runs on.',
        ko: '증거는 이렇다. containerd를 먼저 죽이면 뒷정리할 프로세스가 없다. 컨테이너는 1번 프로세스의 자식이 되어 계속 돈다.',
      },
      evidence: [
        {
          ...{ of: 'trial', trial: 'containerd is killed, then the shim' },
          ...{ moment: 'left', show: 'processes' },
        },
      ],
    },
    {
      from: 'containerd',
      to: 'container',
      call: { en: 'clean up, at the restart', ko: '다시 시작하며 뒷정리' },
      answer: { text: { en: 'docker ps is wrong', ko: 'docker ps가 틀렸다' }, tone: 'bad' },
      words: {
        en: 'Restarted, containerd cannot load the shim and kills the container. dockerd has not heard of it: docker ps says running of a process that is gone.',
        ko: '다시 뜬 containerd는 심을 불러오지 못하고 컨테이너를 죽인다. dockerd는 그 소식을 듣지 못해서, docker ps는 사라진 프로세스를 두고 running이라고 한다.',
      },
      evidence: [
        {
          ...{ of: 'trial', trial: 'containerd is killed, then the shim' },
          ...{ moment: 'restarted', show: 'processes' },
        },
        {
          ...{ of: 'trial', trial: 'containerd is killed, then the shim' },
          ...{ moment: 'restarted', show: 'docker ps' },
        },
      ],
    },
    {
      from: 'shim',
      to: 'runc',
      call: 'runc create',
      words: {
        en: 'runc is there only for moments, so a hook holds it in create here. Below it stand the hook and runc init, which is to become the program.',
        ko: 'runc는 잠깐만 있다가 사라진다. 그래서 여기서는 훅으로 create 도중에 붙잡아 두었다. 그 아래에는 훅과, 곧 프로그램이 될 runc init이 있다.',
      },
      evidence: [
        {
          ...{ of: 'trial', trial: 'runc is killed while it creates' },
          ...{ moment: 'before', show: 'processes' },
        },
      ],
    },
    {
      from: 'you',
      to: 'runc',
      call: 'kill -9 runc',
      answer: { text: { en: 'created, never started', ko: '생성되고 시작되지 못함' }, tone: 'bad' },
      words: {
        en: 'runc init dies with it, docker run fails with 125, and docker ps shows a container that is created and never ran. Only the hook is left, a child of process 1.',
        ko: 'runc init도 함께 죽고 docker run은 125로 실패한다. docker ps에는 만들어졌지만 한 번도 돌지 않은 컨테이너가 보인다. 훅만 1번 프로세스의 자식으로 남는다.',
      },
      evidence: [
        {
          ...{ of: 'trial', trial: 'runc is killed while it creates' },
          ...{ moment: 'left', show: 'docker run' },
        },
        {
          ...{ of: 'trial', trial: 'runc is killed while it creates' },
          ...{ moment: 'left', show: 'processes' },
        },
        {
          ...{ of: 'trial', trial: 'runc is killed while it creates' },
          ...{ moment: 'left', show: 'docker ps' },
        },
      ],
    },
  ],
}
