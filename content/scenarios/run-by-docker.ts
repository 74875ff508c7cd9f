import type { ScenarioSource } from './scenario'

/** One container from `docker run` to `docker rm`. */
export const runByDocker: ScenarioSource = {
  id: 'run-by-docker',
  kind: 'engine',
  recording: 'docker',
  title: {
    en: 'docker run, request by request',
    ko: 'docker run이 보내는 요청들',
  },
  actors: [
    { id: 'docker', name: { en: 'docker', ko: 'docker' }, role: 'reader' },
    { id: 'dockerd', name: { en: 'dockerd', ko: 'dockerd' }, role: 'process' },
    { id: 'containerd', name: { en: 'containerd', ko: 'containerd' }, role: 'process' },
    { id: 'shim', name: { en: 'shim', ko: '심' }, role: 'process' },
    { id: 'runc', name: { en: 'runc', ko: 'runc' }, role: 'process' },
  ],
  steps: [
    {
      from: 'docker',
      to: 'dockerd',
      call: 'POST /containers/create',
      answer: { text: '404', tone: 'turn' },
      words: {
        en: 'docker is a client of an HTTP API on a socket. It asks for a container first, as if the image were there. dockerd says no.',
        ko: 'docker는 소켓 너머 HTTP API를 쓰는 클라이언트다. 이미지가 있다고 치고 컨테이너부터 만들어 달라고 한다. dockerd는 없다고 답한다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/containers/create' },
          ...{ statusIs: 404, part: 'request' },
          fields: ['Image', 'Cmd', 'HostConfig.Memory', 'HostConfig.NetworkMode'],
        },
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/containers/create' },
          ...{ statusIs: 404, part: 'response', fields: [] },
        },
      ],
    },
    {
      from: 'docker',
      to: 'dockerd',
      call: 'POST /images/create',
      answer: { text: { en: '200, progress', ko: '200, 진행 상황' }, tone: 'good' },
      words: {
        en: 'So the client asks for a pull. It is dockerd that speaks to the registry; its progress comes back as a stream of JSON.',
        ko: '그래서 클라이언트가 이미지를 받아 달라고 한다. 레지스트리와 말하는 쪽은 dockerd이고, 진행 상황이 JSON 스트림으로 돌아온다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/images/create' },
          ...{ statusIs: 200, part: 'response', fields: [] },
        },
      ],
    },
    {
      from: 'docker',
      to: 'dockerd',
      call: 'POST /containers/create',
      answer: { text: '201', tone: 'good' },
      words: {
        en: 'The same question again, and now there is a container. Look below: containerd has not heard of it. What is created here is a folder of dockerd’s.',
        ko: '같은 요청을 다시 보내면 이번에는 컨테이너가 생긴다. 아래를 보면 containerd는 아직 모른다. 여기서 만들어진 것은 dockerd의 폴더다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/containers/create' },
          ...{ statusIs: 201, part: 'response', fields: [] },
        },
        { of: 'engine', stage: 'created', show: 'ctr --namespace moby containers' },
        { of: 'engine', stage: 'created', show: 'processes' },
      ],
    },
    {
      from: 'docker',
      to: 'dockerd',
      call: 'POST …/attach, POST …/wait',
      answer: { text: { en: '101 and 200', ko: '101과 200' }, tone: 'good' },
      words: {
        en: 'Before the start the client already listens: to the output over an upgraded connection, to the end by a request whose answer comes only then.',
        ko: '시작하기 전부터 클라이언트는 듣고 있다. 출력은 업그레이드된 연결로 듣고, 끝은 끝나야 답이 오는 요청으로 안다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/attach' },
          ...{ statusIs: 101, part: 'frames', fields: [] },
        },
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/wait' },
          ...{ statusIs: 200, part: 'response', fields: [] },
        },
      ],
    },
    {
      from: 'docker',
      to: 'dockerd',
      call: 'POST …/start',
      answer: { text: '204', tone: 'good' },
      words: {
        en: 'Only now does anything happen below. The answer has no body.',
        ko: '이제야 아래에서 무슨 일이 일어난다. 답에는 본문이 없다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker run', method: 'POST', url: '/start' },
          ...{ statusIs: 204, part: 'response', fields: [] },
        },
      ],
    },
    {
      from: 'dockerd',
      to: 'containerd',
      call: { en: 'a container, a task', ko: '컨테이너와 태스크' },
      words: {
        en: 'dockerd hands a container and a task to containerd, in the namespace moby. The events tell the order.',
        ko: 'dockerd가 moby 네임스페이스에 컨테이너와 태스크를 만들어 달라고 containerd에 건넨다. 순서는 이벤트에 남았다.',
      },
      evidence: [
        { of: 'events', topics: ['/containers/create', '/tasks/create', '/tasks/start'] },
        { of: 'engine', stage: 'running', show: 'ctr --namespace moby tasks' },
      ],
    },
    {
      from: 'containerd',
      to: 'shim',
      call: 'containerd-shim-runc-v2 start',
      words: {
        en: 'containerd executes the shim, which starts a copy of itself and ends. So the copy’s parent is process 1.',
        ko: 'containerd가 심을 실행하면, 심은 자기 사본을 띄우고 끝난다. 그래서 사본의 부모는 1번 프로세스다.',
      },
      evidence: [{ of: 'programs', program: 'shim', words: ['start'] }],
    },
    {
      from: 'shim',
      to: 'runc',
      call: 'runc create, runc start',
      answer: { text: 'running', tone: 'good' },
      words: {
        en: 'The shim runs runc twice. Each ends when its work is done, and the program is left as the shim’s child.',
        ko: '심이 runc를 두 번 실행한다. runc는 일을 마치면 끝나고, 프로그램이 심의 자식으로 남는다.',
      },
      evidence: [
        { of: 'programs', program: 'runc', words: ['create'] },
        { of: 'programs', program: 'runc', words: ['start'] },
        { of: 'engine', stage: 'running', show: 'processes' },
      ],
    },
    {
      from: 'containerd',
      to: 'containerd',
      call: { en: 'no image, no snapshot', ko: '이미지도 스냅숏도 없음' },
      words: {
        en: 'containerd holds no image and no snapshot of it. With the overlay2 driver both are dockerd’s own, and containerd only runs what it is given.',
        ko: 'containerd에는 이 이미지도 스냅숏도 없다. overlay2 드라이버에서는 둘 다 dockerd가 직접 관리하고, containerd는 건네받은 것을 돌릴 뿐이다.',
      },
      evidence: [
        { of: 'engine', stage: 'running', show: 'ctr --namespace moby images' },
        { of: 'engine', stage: 'running', show: 'ctr --namespace moby snapshots' },
      ],
    },
    {
      from: 'shim',
      to: 'runc',
      call: 'runc kill, runc delete',
      words: {
        en: 'docker stop is one request. Below, runc sends the signal, then clears away what is left. containerd has forgotten the container; docker has not.',
        ko: 'docker stop은 요청 하나다. 아래에서는 runc가 시그널을 보내고, 남은 것을 치운다. containerd는 컨테이너를 잊었지만 docker는 아직 기억한다.',
      },
      evidence: [
        { of: 'programs', program: 'runc', words: ['kill'] },
        { of: 'events', topics: ['/tasks/exit', '/tasks/delete', '/containers/delete'] },
        { of: 'engine', stage: 'stopped', show: 'ctr --namespace moby containers' },
      ],
    },
    {
      from: 'docker',
      to: 'dockerd',
      call: 'DELETE /containers/demo',
      answer: { text: '204', tone: 'good' },
      words: {
        en: 'docker rm deletes dockerd’s folder. Nothing of the container is left.',
        ko: 'docker rm은 dockerd의 폴더를 지운다. 컨테이너의 흔적은 이제 없다.',
      },
      evidence: [
        {
          ...{ of: 'api', command: 'docker rm', method: 'DELETE', url: '/containers/demo' },
          ...{ statusIs: 204, part: 'response', fields: [] },
        },
        { of: 'engine', stage: 'removed', show: 'processes' },
      ],
    },
  ],
}
