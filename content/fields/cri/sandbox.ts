import type { Catalogue } from '../../../lib/content/fields.ts'
import { containerdInfo, criApi, goCni } from '../clauses.ts'
import { row } from '../row.ts'

const STATUS = criApi('PodSandboxStatus')
const METADATA = criApi('PodSandboxMetadata')
const NETWORK = criApi('PodSandboxNetworkStatus')
const NAMESPACES = criApi('NamespaceOption')
const CONFIG = criApi('PodSandboxConfig')
const DNS = criApi('DNSConfig')
const PORTS = criApi('PortMapping')
const INFO = containerdInfo('internal/cri/types/sandbox_info.go', 'SandboxInfo')
const STORED = containerdInfo('internal/cri/store/sandbox/metadata.go', 'Metadata')

/** The metadata of a sandbox: as asked for in its config, and as told in its status. */
function metadata(at: string, where: { en: string; ko: string }) {
  return [
    row(
      at,
      METADATA,
      [
        `Which pod the sandbox is for, ${where.en}.`,
        `Together the four parts must be unique, ${where.en}, or the sandbox is refused.`,
      ],
      [
        `어느 파드의 샌드박스인지 알려 준다. ${where.ko} 값이다.`,
        `네 부분을 합쳐 하나뿐이어야 한다. ${where.ko} 값이 겹치면 거부된다.`,
      ],
    ),
    row(
      `${at}/name`,
      METADATA,
      [
        `Name of the pod, ${where.en}.`,
        `A pod that was made anew has the same name, ${where.en}, and another uid.`,
      ],
      [
        `파드의 이름이다. ${where.ko} 값이다.`,
        `다시 만든 파드는 이름이 같고 uid가 다르다. ${where.ko} 값도 그렇다.`,
      ],
    ),
    row(
      `${at}/namespace`,
      METADATA,
      [
        `Kubernetes namespace of the pod, ${where.en}. No kernel namespace.`,
        `Static pods and pods of the API server can share a name only in different ones, ${where.en}.`,
      ],
      [
        `파드의 Kubernetes 네임스페이스다. 커널의 것이 아니고, ${where.ko} 값이다.`,
        `네임스페이스가 다르면 이름이 같은 파드가 있을 수 있다. ${where.ko} 값으로 가린다.`,
      ],
    ),
    row(
      `${at}/uid`,
      METADATA,
      [
        `The pod’s UID from the API server, ${where.en}; names its folder below /var/lib/kubelet/pods.`,
        `An unknown UID, ${where.en}, is an orphan, and the kubelet removes the sandbox.`,
      ],
      [
        `API 서버가 준 파드의 UID다. /var/lib/kubelet/pods 아래 폴더의 이름이고, ${where.ko} 값이다.`,
        `kubelet이 모르는 UID면 버려진 것으로 보고 샌드박스를 지운다. ${where.ko} 값으로 판단한다.`,
      ],
    ),
    row(
      `${at}/attempt`,
      METADATA,
      [
        `How often the sandbox was made again, ${where.en}; 0 the first time.`,
        `A number that grows, ${where.en}, means that the sandbox keeps dying and takes the pod’s address with it.`,
      ],
      [
        `샌드박스를 몇 번 다시 만들었는지 나타낸다. 처음이 0이고, ${where.ko} 값이다.`,
        `이 수가 늘면 샌드박스가 자꾸 죽어 파드의 주소까지 바뀐다는 뜻이다. ${where.ko} 값을 본다.`,
      ],
    ),
  ]
}

/** What crictl inspectp prints. */
export const criSandbox: Catalogue = [
  row(
    '',
    criApi('PodSandboxStatusResponse'),
    [
      'One pod sandbox: the network and the namespaces that a pod’s containers share.',
      'Containers cannot be made in a sandbox that is not ready.',
    ],
    [
      '파드 샌드박스 하나다. 파드의 컨테이너들이 함께 쓰는 네트워크와 커널 네임스페이스다.',
      '준비되지 않은 샌드박스에는 컨테이너를 만들 수 없다.',
    ],
  ),
  row(
    '/status',
    STATUS,
    ['What CRI promises about every sandbox.', 'The kubelet believes it and nothing else.'],
    ['모든 샌드박스를 두고 CRI가 약속한 것이다.', 'kubelet은 이것만 믿는다.'],
  ),
  row(
    '/status/id',
    STATUS,
    [
      'ID of the sandbox; with containerd also of its pause container.',
      'Looked for with crictl ps it is not found: pause is no container of CRI.',
    ],
    [
      '샌드박스의 ID다. containerd에서는 pause 컨테이너의 ID이기도 하다.',
      'crictl ps에는 나오지 않는다. pause는 CRI의 컨테이너가 아니기 때문이다.',
    ],
  ),
  ...metadata('/status/metadata', { en: 'as the status tells it', ko: '상태에 적힌' }),
  row(
    '/status/state',
    STATUS,
    [
      'SANDBOX_READY or SANDBOX_NOTREADY; there is nothing between.',
      'NOTREADY means that pause or the network is gone: the kubelet makes a new sandbox.',
    ],
    [
      'SANDBOX_READY나 SANDBOX_NOTREADY다. 그 사이는 없다.',
      'NOTREADY면 pause나 네트워크가 사라진 것이라 kubelet이 샌드박스를 새로 만든다.',
    ],
  ),
  row(
    '/status/createdAt',
    STATUS,
    ['When it was made, by the node’s clock.', 'A clock that jumped makes it older than its pod.'],
    ['샌드박스를 만든 때다. 노드의 시계를 따른다.', '시계가 튀면 파드보다 오래된 것처럼 보인다.'],
  ),
  row(
    '/status/network',
    NETWORK,
    [
      'Addresses of the sandbox.',
      'Empty with the host’s network: the pod then has the node’s address.',
    ],
    ['샌드박스의 주소다.', '호스트 네트워크를 쓰면 비어 있다. 그때 파드의 주소는 노드의 것이다.'],
  ),
  row(
    '/status/network/ip',
    NETWORK,
    [
      'The pod’s address; from here it gets into the pod’s status.podIP.',
      'Two sandboxes with one address mean that the CNI plugin’s records are damaged.',
    ],
    [
      '파드의 주소다. 여기서 status.podIP로 올라간다.',
      '두 샌드박스의 주소가 같으면 CNI 플러그인의 기록이 망가진 것이다.',
    ],
  ),
  row(
    '/status/network/additionalIps',
    NETWORK,
    [
      'Further addresses, such as the IPv6 one in a dual-stack cluster.',
      'Empty there, the CNI configuration knows one family only.',
    ],
    [
      '이중 스택 클러스터의 IPv6 주소처럼 더 받은 주소다.',
      '이중 스택인데 비어 있으면 CNI 설정이 한 종류만 아는 것이다.',
    ],
  ),
  row(
    '/status/network/additionalIps/*',
    NETWORK,
    [
      'One further address.',
      'A program that listens on the first address alone is not reached by it.',
    ],
    ['더 받은 주소 하나다.', '첫 주소에서만 듣는 프로그램에는 이 주소로 닿지 못한다.'],
  ),
  row(
    '/status/network/additionalIps/*/ip',
    NETWORK,
    ['The further address as text.', 'Written with a prefix length, clients cannot use it.'],
    ['더 받은 주소를 글로 적은 것이다.', '뒤에 접두사 길이가 붙으면 클라이언트가 쓰지 못한다.'],
  ),
  row(
    '/status/linux',
    criApi('LinuxPodSandboxStatus'),
    ['What only Linux sandboxes have.', 'Absent on Windows nodes.'],
    ['Linux 샌드박스에만 있는 것이다.', 'Windows 노드에는 나오지 않는다.'],
  ),
  row(
    '/status/linux/namespaces',
    criApi('Namespace'),
    ['The kernel namespaces, by their options.', 'Paths are not told here; runtimeSpec has them.'],
    ['커널 네임스페이스와 그 옵션이다.', '경로는 여기가 아니라 runtimeSpec에 있다.'],
  ),
  row(
    '/status/linux/namespaces/options',
    NAMESPACES,
    [
      'For each kernel namespace who shares it.',
      'The wrong level is a hole: NODE means the host’s.',
    ],
    [
      '커널 네임스페이스마다 누가 함께 쓰는지 정한다.',
      '수준을 잘못 고르면 구멍이 된다. NODE는 호스트의 것이라는 뜻이다.',
    ],
  ),
  row(
    '/status/linux/namespaces/options/network',
    NAMESPACES,
    [
      'POD: one network for the pod. NODE: hostNetwork.',
      'With NODE the pod can reach what listens on the node’s loopback.',
    ],
    [
      'POD면 파드가 네트워크 하나를 함께 쓰고, NODE면 hostNetwork다.',
      'NODE면 노드의 루프백에서 듣는 것까지 파드에 열린다.',
    ],
  ),
  row(
    '/status/linux/namespaces/options/pid',
    NAMESPACES,
    [
      'CONTAINER lets each container see only itself, POD is shareProcessNamespace, NODE is hostPID.',
      'With NODE, root inside may signal every process of the node.',
    ],
    [
      'CONTAINER면 컨테이너마다 자기 것만 보고, POD면 shareProcessNamespace, NODE면 hostPID다.',
      'NODE면 안의 root가 노드의 모든 프로세스에 신호를 보낼 수 있다.',
    ],
  ),
  row(
    '/status/linux/namespaces/options/ipc',
    NAMESPACES,
    [
      'POD: shared memory within the pod. NODE: hostIPC.',
      'With NODE, the pod reads shared memory of the node’s programs.',
    ],
    [
      'POD면 파드 안에서 공유 메모리를 함께 쓰고, NODE면 hostIPC다.',
      'NODE면 노드의 다른 프로그램이 쓰는 공유 메모리를 읽을 수 있다.',
    ],
  ),
  row(
    '/status/linux/namespaces/options/targetId',
    NAMESPACES,
    [
      'The container whose PID namespace is joined, for ephemeral containers of kubectl debug.',
      'Without it, debug sees only its own processes.',
    ],
    [
      'kubectl debug의 임시 컨테이너가 들어갈 PID 네임스페이스의 컨테이너다.',
      '없으면 디버그 컨테이너에 자기 프로세스만 보인다.',
    ],
  ),
  row(
    '/status/linux/namespaces/options/usernsOptions',
    criApi('UserNamespace'),
    [
      'User namespace of the pod: hostUsers: false.',
      'A node without ID-mapped mounts refuses such pods.',
    ],
    [
      '파드의 사용자 네임스페이스다. hostUsers: false로 켠다.',
      'ID 매핑 마운트가 없는 노드는 이런 파드를 거부한다.',
    ],
  ),
  row(
    '/status/labels',
    STATUS,
    [
      'Labels: those of the pod, and io.kubernetes.pod.* from the kubelet.',
      'Without the kubelet’s own, it does not know the sandbox as its own and never cleans it up.',
    ],
    [
      '파드의 레이블과 kubelet이 붙인 io.kubernetes.pod.*이다.',
      'kubelet의 레이블이 없으면 자기 것인 줄 몰라 치우지 않는다.',
    ],
  ),
  row(
    '/status/labels/*',
    STATUS,
    ['One label of the sandbox.', 'Changing the pod’s labels later does not change it here.'],
    ['샌드박스의 레이블 하나다.', '나중에 파드의 레이블을 바꿔도 여기는 그대로다.'],
  ),
  row(
    '/status/annotations',
    STATUS,
    [
      'Annotations: those of the pod, and kubernetes.io/config.* from the kubelet.',
      'A runtime may act on them, so they are more than notes.',
    ],
    [
      '파드의 어노테이션과 kubelet이 붙인 kubernetes.io/config.*이다.',
      '런타임이 반응하기도 하므로 메모로만 볼 수 없다.',
    ],
  ),
  row(
    '/status/annotations/*',
    STATUS,
    [
      'One annotation of the sandbox.',
      'containerd hands on only those that its configuration lists for the runtime.',
    ],
    ['샌드박스의 어노테이션 하나다.', 'containerd는 설정에서 허락한 것만 런타임에 넘긴다.'],
  ),
  row(
    '/status/runtimeHandler',
    STATUS,
    [
      'Which runtime of the node’s configuration: the handler of the RuntimeClass; empty is the default.',
      'A handler that the node does not know keeps the pod in ContainerCreating.',
    ],
    [
      '노드에 설정된 런타임 가운데 어느 것인지, RuntimeClass의 handler를 적는다. 비면 기본값이다.',
      '노드가 모르는 handler면 파드가 ContainerCreating에 머문다.',
    ],
  ),
  row(
    '/info',
    INFO,
    [
      'What containerd adds: process, snapshot, network, runtime config.',
      'Other runtimes fill it differently or leave it empty.',
    ],
    [
      'containerd가 덧붙인 것이다. 프로세스, 스냅샷, 네트워크, 런타임 설정이 있다.',
      '다른 런타임은 다르게 채우거나 비워 둔다.',
    ],
  ),
  row(
    '/info/pid',
    INFO,
    [
      'Process ID of pause on the node: its /proc/<pid>/ns holds the pod’s namespaces.',
      '0 means that it has ended, and the namespaces only live while something keeps them.',
    ],
    [
      '노드에서 본 pause의 프로세스 ID다. /proc/<pid>/ns에 파드의 커널 네임스페이스가 있다.',
      '0이면 끝난 것이고, 네임스페이스는 붙드는 것이 있어야 남는다.',
    ],
  ),
  row(
    '/info/processStatus',
    INFO,
    [
      'State of the pause process as the shim says it.',
      'running while the state is NOTREADY points at the network.',
    ],
    [
      'shim이 말하는 pause 프로세스의 상태다.',
      'state가 NOTREADY인데 running이면 네트워크 쪽을 의심한다.',
    ],
  ),
  row(
    '/info/netNamespaceClosed',
    INFO,
    ['Whether the network namespace was taken down.', 'true while containers run cuts them off.'],
    ['네트워크 네임스페이스를 내렸는지 나타낸다.', '컨테이너가 도는데 true면 통신이 끊긴다.'],
  ),
  row(
    '/info/image',
    INFO,
    [
      'Image of the sandbox container, mostly pause.',
      'If the node cannot pull it, no pod at all starts.',
    ],
    [
      '샌드박스 컨테이너의 이미지다. 대개 pause다.',
      '노드가 이것을 풀하지 못하면 어떤 파드도 시작되지 않는다.',
    ],
  ),
  row(
    '/info/snapshotKey',
    INFO,
    [
      'Name of the snapshot that is pause’s root filesystem.',
      'Removed by hand, the sandbox cannot be started again.',
    ],
    [
      'pause의 루트 파일시스템인 스냅샷의 이름이다.',
      '손으로 지우면 샌드박스를 다시 시작할 수 없다.',
    ],
  ),
  row(
    '/info/snapshotter',
    INFO,
    [
      'Which snapshotter stacked the sandbox’s layers, mostly overlayfs.',
      'After it was changed in the configuration, old sandboxes still need the old one.',
    ],
    [
      '샌드박스의 레이어를 쌓은 스냅샷터다. 대개 overlayfs다.',
      '설정에서 바꿔도 옛 샌드박스에는 옛 것이 있어야 한다.',
    ],
  ),
  row(
    '/info/runtimeType',
    INFO,
    [
      'Name of the sandbox’s shim: io.containerd.runc.v2 is the program containerd-shim-runc-v2.',
      'If that program is not in the PATH of containerd, no sandbox starts.',
    ],
    [
      '샌드박스의 shim 이름이다. io.containerd.runc.v2는 containerd-shim-runc-v2라는 프로그램이다.',
      'containerd의 PATH에 그 프로그램이 없으면 샌드박스가 시작되지 않는다.',
    ],
  ),
  row(
    '/info/runtimeOptions',
    INFO,
    [
      'Options for the sandbox’s shim, such as SystemdCgroup.',
      'SystemdCgroup other than the kubelet’s cgroup driver makes two masters of one cgroup tree.',
    ],
    [
      'SystemdCgroup처럼 샌드박스의 shim에 준 옵션이다.',
      'SystemdCgroup이 kubelet의 cgroup 드라이버와 다르면 한 cgroup 트리에 주인이 둘이 된다.',
    ],
  ),
  row(
    '/info/runtimeSpec',
    INFO,
    [
      'The runtime config of pause, as runc was given it.',
      'It is a copy: editing it changes nothing.',
    ],
    ['runc에 넘긴 pause의 런타임 설정이다.', '사본이라서 고쳐도 아무 일도 없다.'],
  ),
  row(
    '/info/config',
    CONFIG,
    [
      'What the kubelet asked for in RunPodSandbox.',
      'If something is missing here, the kubelet never asked for it.',
    ],
    ['kubelet이 RunPodSandbox로 청한 내용이다.', '여기 없는 것은 kubelet이 청하지 않은 것이다.'],
  ),
  ...metadata('/info/config/metadata', { en: 'as the kubelet asked', ko: 'kubelet이 청한' }),
  row(
    '/info/config/hostname',
    CONFIG,
    [
      'Host name for the pod; empty with the host’s network.',
      'Longer than 63 characters it was cut by the kubelet.',
    ],
    [
      '파드의 호스트 이름이다. 호스트 네트워크면 비어 있다.',
      '63자를 넘으면 kubelet이 잘라서 보낸다.',
    ],
  ),
  row(
    '/info/config/log_directory',
    CONFIG,
    [
      'Folder for the logs of all the pod’s containers.',
      'A wrong one, and kubectl logs finds nothing.',
    ],
    ['파드의 모든 컨테이너가 로그를 둘 폴더다.', '틀리면 kubectl logs가 아무것도 찾지 못한다.'],
  ),
  row(
    '/info/config/dns_config',
    DNS,
    [
      'What goes into the pod’s /etc/resolv.conf.',
      'Without it, names are looked up as the node does, and services are not found.',
    ],
    [
      '파드의 /etc/resolv.conf에 들어갈 내용이다.',
      '없으면 노드처럼 찾아서 서비스 이름을 찾지 못한다.',
    ],
  ),
  row(
    '/info/config/dns_config/servers',
    DNS,
    [
      'Name servers, in a cluster the address of the DNS service.',
      'C libraries ask three at most.',
    ],
    ['네임 서버 목록이다. 클러스터에서는 DNS 서비스의 주소다.', 'C 라이브러리는 셋까지만 묻는다.'],
  ),
  row(
    '/info/config/dns_config/servers/*',
    DNS,
    ['One name server.', 'If it does not answer, every look-up waits for its timeout first.'],
    ['네임 서버 하나다.', '답이 없으면 이름을 찾을 때마다 시간 초과까지 기다린다.'],
  ),
  row(
    '/info/config/dns_config/searches',
    DNS,
    [
      'Endings that are tried for short names.',
      'Many of them multiply the questions for each foreign name.',
    ],
    [
      '짧은 이름 뒤에 붙여 볼 도메인들이다.',
      '많으면 바깥 이름 하나를 찾는 데도 질문이 몇 배로 는다.',
    ],
  ),
  row(
    '/info/config/dns_config/searches/*',
    DNS,
    [
      'One ending, such as shop.svc.cluster.local.',
      'Without that of the pod’s namespace, services there need their full name.',
    ],
    [
      'shop.svc.cluster.local 같은 도메인 하나다.',
      '파드의 네임스페이스 것이 빠지면 서비스를 온 이름으로 불러야 한다.',
    ],
  ),
  row(
    '/info/config/dns_config/options',
    DNS,
    ['Options for the resolver.', 'Programs with a resolver of their own ignore some.'],
    ['이름 풀이 라이브러리에 줄 옵션들이다.', '풀이를 직접 하는 프로그램은 무시하기도 한다.'],
  ),
  row(
    '/info/config/dns_config/options/*',
    DNS,
    [
      'One option; ndots:5 tries the endings first for names with fewer than five dots.',
      'So each look-up of example.com first asks for names that do not exist.',
    ],
    [
      '옵션 하나다. ndots:5면 점이 다섯 개보다 적은 이름에 도메인을 먼저 붙여 본다.',
      '그래서 example.com을 찾을 때도 없는 이름부터 묻는다.',
    ],
  ),
  row(
    '/info/config/port_mappings',
    PORTS,
    [
      'Ports that a CNI plugin should map from the node: hostPort.',
      'Without the portmap plugin nothing maps them, and nobody complains.',
    ],
    [
      'CNI 플러그인이 노드에서 이어 줄 포트, 곧 hostPort다.',
      'portmap 플러그인이 없으면 아무 말 없이 이어지지 않는다.',
    ],
  ),
  row(
    '/info/config/port_mappings/*',
    PORTS,
    ['One port.', 'Without a host port it is a note only: pods reach each other anyway.'],
    ['포트 하나다.', '호스트 포트가 없으면 메모일 뿐이다. 파드끼리는 어차피 통한다.'],
  ),
  row(
    '/info/config/port_mappings/*/container_port',
    PORTS,
    ['The port inside.', 'Naming a port here opens nothing and closes nothing.'],
    ['컨테이너 안의 포트다.', '적는다고 열리지 않고 안 적는다고 닫히지 않는다.'],
  ),
  row(
    '/info/config/port_mappings/*/host_port',
    PORTS,
    ['The port on the node.', 'Two pods that want the same one cannot run on one node.'],
    ['노드의 포트다.', '같은 포트를 원하는 두 파드는 한 노드에서 돌 수 없다.'],
  ),
  row(
    '/info/config/port_mappings/*/protocol',
    PORTS,
    [
      'TCP, UDP or SCTP; absent means TCP.',
      'A DNS server mapped for TCP alone does not answer most questions.',
    ],
    [
      'TCP, UDP, SCTP 가운데 하나다. 없으면 TCP다.',
      'DNS 서버를 TCP로만 이으면 대부분의 질문에 답하지 못한다.',
    ],
  ),
  row(
    '/info/config/labels',
    CONFIG,
    [
      'Labels that the kubelet asked for.',
      'They come back in the status; differing ones mean a faulty runtime.',
    ],
    [
      'kubelet이 붙여 달라고 한 레이블이다.',
      '상태에 그대로 돌아와야 한다. 다르면 런타임이 잘못한 것이다.',
    ],
  ),
  row(
    '/info/config/labels/*',
    CONFIG,
    [
      'One label asked for the sandbox.',
      'Its value has at most 63 characters, as Kubernetes wants.',
    ],
    ['샌드박스에 붙여 달라고 한 레이블 하나다.', '값은 Kubernetes의 규칙대로 63자를 넘지 못한다.'],
  ),
  row(
    '/info/config/annotations',
    CONFIG,
    [
      'Annotations that the kubelet asked for.',
      'Secrets in them can be read by all who may use crictl.',
    ],
    ['kubelet이 붙여 달라고 한 어노테이션이다.', '비밀 값을 넣으면 crictl을 쓰는 누구나 읽는다.'],
  ),
  row(
    '/info/config/annotations/*',
    CONFIG,
    ['One annotation asked for the sandbox.', 'Unlike a label, nothing selects by it.'],
    ['샌드박스에 붙여 달라고 한 어노테이션 하나다.', '레이블과 달리 이것으로 골라내지는 못한다.'],
  ),
  row(
    '/info/config/linux',
    criApi('LinuxPodSandboxConfig'),
    ['What the kubelet asked for on Linux.', 'Missing, runtimes fall back to their defaults.'],
    ['Linux 샌드박스에 청한 내용이다.', '없으면 런타임의 기본값을 쓴다.'],
  ),
  row(
    '/info/config/linux/cgroup_parent',
    criApi('LinuxPodSandboxConfig'),
    [
      'Cgroup of the pod, which the kubelet has made already.',
      'In another form than the runtime’s driver wants, the pod does not start.',
    ],
    [
      'kubelet이 미리 만들어 둔 파드의 cgroup이다.',
      '런타임의 드라이버가 원하는 꼴이 아니면 파드가 시작되지 않는다.',
    ],
  ),
  row(
    '/info/config/linux/security_context',
    criApi('LinuxSandboxSecurityContext'),
    [
      'Namespaces, users and filters for the sandbox as a whole.',
      'Containers have a context of their own; this one is not inherited by all of it.',
    ],
    [
      '샌드박스 전체의 네임스페이스, 사용자, 필터다.',
      '컨테이너에는 따로 있어서 모두 물려주지는 않는다.',
    ],
  ),
  row(
    '/info/config/linux/security_context/namespace_options',
    NAMESPACES,
    [
      'Who shares which kernel namespace, as numbers: 0 POD, 1 CONTAINER, 2 NODE, 3 TARGET.',
      'An absent field is 0, so POD is what one gets by saying nothing.',
    ],
    [
      '커널 네임스페이스를 누가 함께 쓰는지 숫자로 적는다. 0은 POD, 1은 CONTAINER, 2는 NODE, 3은 TARGET이다.',
      '없으면 0이라서 말하지 않으면 POD가 된다.',
    ],
  ),
  ...(['network', 'pid', 'ipc'] as const).map((name) =>
    row(
      `/info/config/linux/security_context/namespace_options/${name}`,
      NAMESPACES,
      [
        `The ${name} namespace that was asked for, as one of those numbers.`,
        `2 gives the pod the ${name} namespace of the node.`,
      ],
      [
        `청한 ${name} 네임스페이스를 그 숫자로 적은 것이다.`,
        `2면 파드가 노드의 ${name} 네임스페이스를 그대로 쓴다.`,
      ],
    ),
  ),
  row(
    '/info/cniResult',
    goCni,
    [
      'What the CNI plugins answered.',
      'null or empty with the host’s network, where no plugin is called.',
    ],
    ['CNI 플러그인들이 답한 내용이다.', '호스트 네트워크면 플러그인을 부르지 않아 비어 있다.'],
  ),
  row(
    '/info/cniResult/Interfaces',
    goCni,
    [
      'Interfaces by name: some in the pod, some on the node.',
      'The same eth0 exists in each pod, so a name alone identifies nothing.',
    ],
    [
      '이름으로 늘어놓은 인터페이스다. 파드에 있는 것도 있고 노드에 있는 것도 있다.',
      'eth0는 파드마다 있으므로 이름만으로는 가려지지 않는다.',
    ],
  ),
  row(
    '/info/cniResult/Interfaces/*',
    goCni,
    [
      'One interface.',
      'With an empty Sandbox it is on the node, such as the bridge or the pod’s veth.',
    ],
    ['인터페이스 하나다.', 'Sandbox가 비면 브리지나 veth처럼 노드에 있는 것이다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/IPConfigs',
    goCni,
    [
      'Its addresses; null for interfaces without.',
      'A bridge without one cannot be the pod’s gateway.',
    ],
    [
      '인터페이스의 주소다. 없으면 null이다.',
      '브리지에 주소가 없으면 파드의 게이트웨이가 될 수 없다.',
    ],
  ),
  row(
    '/info/cniResult/Interfaces/*/IPConfigs/*',
    goCni,
    [
      'One address with its gateway.',
      'A second of the same family confuses programs that take the first.',
    ],
    ['주소 하나와 그 게이트웨이다.', '같은 종류가 둘이면 처음 것만 보는 프로그램이 헷갈린다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/IPConfigs/*/IP',
    goCni,
    [
      'The address of the interface.',
      'It is given back when the sandbox is removed; leaked ones exhaust the range.',
    ],
    ['인터페이스에 붙은 주소다.', '샌드박스를 지울 때 돌려준다. 새어 나가면 주소가 바닥난다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/IPConfigs/*/Gateway',
    goCni,
    ['Where packets for other networks go.', 'Not reachable, the pod talks to its own node alone.'],
    ['다른 네트워크로 가는 패킷이 거치는 곳이다.', '닿지 않으면 파드가 제 노드하고만 통한다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/Mac',
    goCni,
    ['Hardware address.', 'Two equal ones on one bridge lose packets.'],
    ['하드웨어 주소다.', '한 브리지에 같은 것이 둘이면 패킷을 잃는다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/Sandbox',
    goCni,
    [
      'File of the network namespace it is in; empty for the node’s own.',
      'If the file is gone, so is the interface.',
    ],
    [
      '인터페이스가 있는 네트워크 네임스페이스의 파일이다. 노드의 것이면 비어 있다.',
      '파일이 사라졌으면 인터페이스도 없다.',
    ],
  ),
  row(
    '/info/cniResult/Interfaces/*/PciID',
    goCni,
    ['PCI address of a real device, as SR-IOV hands out.', 'Empty for virtual interfaces.'],
    ['SR-IOV가 나눠 주는 실제 장치의 PCI 주소다.', '가상 인터페이스면 비어 있다.'],
  ),
  row(
    '/info/cniResult/Interfaces/*/SocketPath',
    goCni,
    ['Socket of a vhost-user interface, as DPDK uses it.', 'Empty for all others.'],
    ['DPDK가 쓰는 vhost-user 인터페이스의 소켓이다.', '다른 인터페이스에서는 비어 있다.'],
  ),
  row(
    '/info/cniResult/DNS',
    goCni,
    [
      'What plugins said about DNS, one entry for each network.',
      'Kubernetes goes by dns_config instead.',
    ],
    [
      '플러그인이 DNS를 두고 한 말이다. 네트워크마다 하나씩 있다.',
      'Kubernetes는 이것 대신 dns_config를 따른다.',
    ],
  ),
  row(
    '/info/cniResult/DNS/*',
    goCni,
    [
      'The DNS answer of one network, mostly empty.',
      'A name server here does not reach resolv.conf.',
    ],
    [
      '네트워크 하나의 DNS 답이다. 대개 비어 있다.',
      '여기에 네임 서버가 있어도 resolv.conf에는 들어가지 않는다.',
    ],
  ),
  row(
    '/info/cniResult/Routes',
    goCni,
    [
      'Routes that the plugins set in the pod.',
      'Without 0.0.0.0/0 the pod cannot leave its network.',
    ],
    ['플러그인이 파드에 넣은 경로다.', '0.0.0.0/0이 없으면 파드가 제 네트워크를 벗어나지 못한다.'],
  ),
  row(
    '/info/cniResult/Routes/*',
    goCni,
    ['One route.', 'A narrower one elsewhere in the list wins over it.'],
    ['경로 하나다.', '더 좁은 경로가 있으면 그쪽이 이긴다.'],
  ),
  row(
    '/info/cniResult/Routes/*/dst',
    goCni,
    [
      'For which addresses the route is.',
      'Overlapping the node’s network, it hides the node from the pod.',
    ],
    [
      '어느 주소로 갈 때 쓰는 경로인지 적는다.',
      '노드의 네트워크와 겹치면 파드에서 노드가 보이지 않는다.',
    ],
  ),
  row(
    '/info/cniResult/Routes/*/gw',
    goCni,
    ['The gateway of this route alone.', 'Absent, that of the address is used.'],
    ['이 경로에만 쓰는 게이트웨이다.', '없으면 주소에 딸린 게이트웨이를 쓴다.'],
  ),
  row(
    '/info/sandboxMetadata',
    STORED,
    [
      'What containerd keeps of the sandbox for its own restart.',
      'Its form may change with each release.',
    ],
    ['containerd가 다시 시작할 때 쓰려고 적어 둔 것이다.', '형식은 릴리스마다 바뀔 수 있다.'],
  ),
  row(
    '/info/sandboxMetadata/Version',
    STORED,
    ['Version of that form.', 'An older containerd that does not know it loses the sandbox.'],
    ['적어 둔 형식의 버전이다.', '이 버전을 모르는 옛 containerd는 샌드박스를 잃어버린다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata',
    STORED,
    ['The record itself.', 'It doubles much of what stands above; the runtime goes by this copy.'],
    ['적어 둔 기록이다.', '위와 겹치는 것이 많지만 런타임은 이 사본을 따른다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata/ID',
    STORED,
    ['The sandbox’s ID once more.', 'The record is stored under it, so it never differs.'],
    ['기록에 적힌 샌드박스 ID다.', '기록의 열쇠라서 다를 수가 없다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata/Name',
    STORED,
    [
      'Name, namespace, uid and attempt in one word: reserved until the sandbox is removed.',
      'A left-over reservation gives “name is reserved for …” for the next pod.',
    ],
    [
      '이름, 네임스페이스, uid, 시도 횟수를 이은 한 낱말이다. 샌드박스를 지울 때까지 맡아 둔다.',
      '남아 있으면 다음 파드에서 “name is reserved for …”가 나온다.',
    ],
  ),
  row(
    '/info/sandboxMetadata/Metadata/NetNSPath',
    STORED,
    [
      'File that keeps the pod’s network namespace alive.',
      'Unmounted by hand, the pod loses its network at the next restart of a container.',
    ],
    [
      '파드의 네트워크 네임스페이스를 붙드는 파일이다.',
      '손으로 떼어 내면 컨테이너가 다시 시작할 때 네트워크를 잃는다.',
    ],
  ),
  row(
    '/info/sandboxMetadata/Metadata/IP',
    STORED,
    [
      'The first address, as CNI gave it.',
      'It is not asked again: a change by hand stays unknown.',
    ],
    ['CNI가 준 첫 주소다.', '다시 묻지 않으므로 손으로 바꾸면 모른다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata/AdditionalIPs',
    STORED,
    ['The other addresses, or null.', 'In a dual-stack cluster null means that CNI gave one.'],
    ['CNI가 준 나머지 주소다. 없으면 null이다.', '이중 스택인데 null이면 CNI가 하나만 준 것이다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata/ProcessLabel',
    STORED,
    ['SELinux label of the sandbox, which its containers share.', 'Empty where SELinux is off.'],
    ['컨테이너들이 함께 쓰는 샌드박스의 SELinux 레이블이다.', 'SELinux가 꺼져 있으면 비어 있다.'],
  ),
  row(
    '/info/sandboxMetadata/Metadata/RuntimeHandler',
    STORED,
    [
      'The handler of the RuntimeClass as it was stored.',
      'Removed from the configuration since, the sandbox cannot be stopped properly.',
    ],
    [
      '적어 둔 RuntimeClass의 handler다.',
      '그사이 설정에서 지웠으면 샌드박스를 제대로 멈추지 못한다.',
    ],
  ),
]
