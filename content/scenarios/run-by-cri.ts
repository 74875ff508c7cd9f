import type { ScenarioSource } from './scenario'

/** One pod from the kubelet's first word to its last, under containerd. */
export const runByCri: ScenarioSource = {
  id: 'run-by-cri',
  kind: 'cri',
  recording: 'cri-containerd',
  title: {
    en: 'One pod under containerd, call by call',
    ko: 'containerd에서 파드 하나가 돌기까지',
  },
  actors: [
    { id: 'kubelet', name: { en: 'kubelet', ko: 'kubelet' }, role: 'reader' },
    { id: 'containerd', name: { en: 'containerd', ko: 'containerd' }, role: 'process' },
    { id: 'registry', name: { en: 'registry', ko: '레지스트리' }, role: 'registry' },
    { id: 'cni', name: { en: 'CNI plugin', ko: 'CNI 플러그인' }, role: 'process' },
    { id: 'shim', name: { en: 'shim', ko: '심' }, role: 'process' },
    { id: 'runc', name: { en: 'runc', ko: 'runc' }, role: 'process' },
  ],
  steps: [
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'ImageStatus',
      answer: { text: { en: 'OK, empty', ko: 'OK, 빈 메시지' }, tone: 'turn' },
      words: {
        en: 'Is the image here? The answer is no error. It is an empty message: there is no such image.',
        ko: '이미지가 있는지 묻는다. 없어도 오류가 아니다. 빈 메시지가 오면 그런 이미지가 없다는 뜻이다.',
      },
      evidence: [
        {
          of: 'call',
          method: 'ImageStatus',
          says: 'an image that is not here yet',
          part: 'request',
        },
        {
          of: 'call',
          method: 'ImageStatus',
          says: 'an image that is not here yet',
          part: 'response',
        },
      ],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'PullImage',
      answer: { text: 'OK', tone: 'good' },
      words: {
        en: 'So it asks for a pull. The kubelet never speaks to a registry itself.',
        ko: '그래서 이미지를 받으라고 한다. kubelet은 레지스트리와 직접 말하지 않는다.',
      },
      evidence: [
        { of: 'call', method: 'PullImage', part: 'request' },
        { of: 'call', method: 'PullImage', part: 'response' },
      ],
    },
    {
      from: 'containerd',
      to: 'registry',
      call: 'HEAD, GET /v2/lab/app/…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'containerd speaks plain HTTP: the tag’s digest first, then the manifest, the config and the layer by digest.',
        ko: 'containerd가 HTTP로 묻는다. 먼저 태그의 다이제스트를 알아내고, 매니페스트와 설정, 레이어는 다이제스트로 받는다.',
      },
      evidence: [{ of: 'registry', url: '/v2/lab/app/', statusIs: 200 }],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'RunPodSandbox',
      words: {
        en: 'A sandbox comes before any container: the pod’s own network, host name and IPC, with nothing of the workload in it.',
        ko: '컨테이너보다 샌드박스가 먼저다. 파드의 네트워크와 호스트 이름, IPC를 마련할 뿐, 아직 실행할 프로그램은 없다.',
      },
      evidence: [{ of: 'call', method: 'RunPodSandbox', part: 'request' }],
    },
    {
      from: 'containerd',
      to: 'cni',
      call: 'ADD',
      answer: { text: { en: 'an address', ko: '주소' }, tone: 'good' },
      words: {
        en: 'The runtime calls the network plugin, not the kubelet. The question is a program: its environment says what to do, its input how, its output is the answer.',
        ko: '네트워크 플러그인은 kubelet이 아니라 런타임이 부른다. 호출은 프로그램 실행이다. 할 일은 환경 변수에, 방법은 표준 입력에, 답은 표준 출력에 담긴다.',
      },
      evidence: [
        { of: 'cni', plugin: 'bridge', command: 'ADD', show: 'env' },
        { of: 'cni', plugin: 'bridge', command: 'ADD', show: 'stdin' },
        { of: 'cni', plugin: 'bridge', command: 'ADD', show: 'stdout' },
      ],
    },
    {
      from: 'containerd',
      to: 'shim',
      call: 'containerd-shim-runc-v2 start',
      words: {
        en: 'One shim for the pod. It prints a socket’s address; from then on containerd speaks ttrpc there. It stays when containerd is restarted; that is what it is for.',
        ko: '파드마다 심이 하나 뜬다. 심이 소켓 주소를 출력하면 containerd는 그때부터 그곳에서 ttrpc로 말한다. containerd가 다시 시작해도 심은 남는다. 그러려고 있는 프로세스다.',
      },
      evidence: [
        { of: 'execve', program: 'containerd-shim-runc-v2', words: ['start'] },
        { of: 'shim-run', part: 'stdin' },
        { of: 'shim-run', part: 'stdout' },
      ],
    },
    {
      from: 'shim',
      to: 'runc',
      call: 'runc create, runc start',
      words: {
        en: 'containerd asks the shim to Create and to Start; for each the shim runs runc, here for the pause program. Each time runc does its work and ends.',
        ko: 'containerd가 심에 Create와 Start를 요청하고, 심은 그때마다 runc를 실행한다. 여기서 띄우는 것은 pause 프로그램이다. runc는 일을 마치면 그때마다 끝난다.',
      },
      evidence: [
        { of: 'shim-call', method: 'Create', during: 'RunPodSandbox' },
        { of: 'execve', program: 'runc', words: ['create'] },
        { of: 'execve', program: 'runc', words: ['start'] },
      ],
    },
    {
      from: 'containerd',
      to: 'kubelet',
      call: 'pod_sandbox_id',
      words: {
        en: 'The sandbox has a number, and the machine three processes. No runc is among them. The pause process is the shim’s child and holds the namespaces open.',
        ko: '샌드박스에 ID가 생겼고 프로세스는 셋이다. 그 가운데 runc는 없다. pause 프로세스는 심의 자식이고, 네임스페이스를 붙들고 있다.',
      },
      evidence: [
        { of: 'call', method: 'RunPodSandbox', part: 'response' },
        { of: 'stage', name: 'sandbox running', show: 'processes' },
      ],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'CreateContainer',
      answer: { text: 'container_id', tone: 'good' },
      words: {
        en: 'The kubelet hands over the container’s configuration. Compare the processes: in containerd nothing has been started, not even created in the OCI sense.',
        ko: 'kubelet이 컨테이너 설정을 건넨다. 프로세스를 비교해 보면, containerd에서는 아무것도 시작되지 않았다. OCI에서 말하는 생성조차 아직이다.',
      },
      evidence: [
        { of: 'call', method: 'CreateContainer', part: 'request' },
        { of: 'stage', name: 'container created', show: 'processes' },
      ],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'StartContainer',
      words: {
        en: 'Only now is config.json written. Its network namespace has a path: the one that the sandbox holds open. That is how containers of a pod share an address.',
        ko: '이제야 config.json이 쓰인다. 네트워크 네임스페이스에 경로가 적혀 있다. 샌드박스가 붙들고 있는 바로 그것이다. 파드의 컨테이너들이 주소를 나눠 쓰는 방법이다.',
      },
      evidence: [
        { of: 'call', method: 'StartContainer', part: 'request' },
        { of: 'containerd-events', during: 'StartContainer' },
        { of: 'bundle', what: 'container', at: '/linux/namespaces' },
      ],
    },
    {
      from: 'shim',
      to: 'runc',
      call: 'runc create, runc start',
      answer: { text: 'running', tone: 'good' },
      words: {
        en: 'The same shim runs runc twice again. The workload becomes the shim’s child, beside the pause process.',
        ko: '같은 심이 runc를 다시 두 번 실행한다. 실행할 프로그램은 pause 옆에서 심의 자식이 된다.',
      },
      evidence: [
        { of: 'execve', program: 'runc', words: ['create'], nth: 1 },
        { of: 'execve', program: 'runc', words: ['start'], nth: 1 },
        { of: 'stage', name: 'container running', show: 'processes' },
      ],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'ContainerStatus',
      answer: { text: 'CONTAINER_RUNNING', tone: 'good' },
      words: {
        en: 'The kubelet believes what it reads, not what it ordered. It asks for the state after each step.',
        ko: 'kubelet은 시킨 일이 아니라 읽은 상태를 믿는다. 단계마다 상태를 다시 묻는다.',
      },
      evidence: [{ of: 'call', method: 'ContainerStatus', part: 'status' }],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'StopContainer',
      answer: { text: 'OK', tone: 'good' },
      words: {
        en: 'A timeout in seconds comes with it: SIGTERM first, SIGKILL when the time is over. The program said its last word in the log.',
        ko: '몇 초를 기다릴지 함께 전한다. 먼저 SIGTERM을 보내고, 시간이 지나면 SIGKILL을 보낸다. 프로그램의 마지막 말이 로그에 남았다.',
      },
      evidence: [
        { of: 'call', method: 'StopContainer', part: 'request' },
        { of: 'shim-call', method: 'Kill', during: 'StopContainer' },
        { of: 'execve', program: 'runc', words: ['kill'] },
        { of: 'log' },
      ],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'StopPodSandbox',
      words: {
        en: 'With the last container gone, the sandbox is stopped: the pause process ends, and its shim.',
        ko: '마지막 컨테이너가 사라지면 샌드박스를 멈춘다. pause 프로세스가 끝나고 심도 끝난다.',
      },
      evidence: [
        { of: 'call', method: 'StopPodSandbox', part: 'request' },
        { of: 'stage', name: 'sandbox stopped', show: 'processes' },
      ],
    },
    {
      from: 'containerd',
      to: 'cni',
      call: 'DEL',
      words: {
        en: 'The plugin is called once more and gives the address back.',
        ko: '플러그인을 한 번 더 불러 주소를 돌려준다.',
      },
      evidence: [{ of: 'cni', plugin: 'bridge', command: 'DEL', show: 'env' }],
    },
    {
      from: 'kubelet',
      to: 'containerd',
      call: 'RemovePodSandbox',
      answer: { text: 'OK', tone: 'good' },
      words: {
        en: 'Stopping keeps the record, removing deletes it. Between the two, the kubelet can still ask how a pod ended.',
        ko: '멈추면 기록이 남고, 제거하면 기록까지 지워진다. 그 사이에는 파드가 어떻게 끝났는지 물을 수 있다.',
      },
      evidence: [{ of: 'call', method: 'RemovePodSandbox', part: 'status' }],
    },
  ],
}
