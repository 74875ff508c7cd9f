import type { Catalogue } from '../../../lib/content/fields.ts'
import { containerdInfo, criApi } from '../clauses.ts'
import { row } from '../row.ts'
import { containerConfig } from './container-config.ts'

const STATUS = criApi('ContainerStatus')
const IMAGE = criApi('ImageSpec')
const MOUNT = criApi('Mount')
const RESOURCES = criApi('LinuxContainerResources')
const USER = criApi('LinuxContainerUser')
const INFO = containerdInfo('internal/cri/server/container_status.go', 'containerInfo')

/** What crictl inspect prints. */
export const criContainer: Catalogue = [
  row(
    '',
    criApi('ContainerStatusResponse'),
    [
      'One container of CRI: how it stands, and what it was made from.',
      'The sandbox’s pause container is not found this way: crictl inspectp shows it.',
    ],
    [
      'CRI 컨테이너 하나다. 지금 상태와 만들 때 쓴 것이 있다.',
      '샌드박스의 pause는 이렇게 찾을 수 없다. crictl inspectp로 본다.',
    ],
  ),
  row(
    '/status',
    STATUS,
    [
      'What CRI promises about every container.',
      'kubectl describe shows what the kubelet made of this.',
    ],
    [
      '모든 컨테이너를 두고 CRI가 약속한 것이다.',
      'kubectl describe에 나오는 것은 kubelet이 이것을 옮긴 것이다.',
    ],
  ),
  row(
    '/status/id',
    STATUS,
    [
      'ID of the container, chosen by the runtime. runc and the shim go by it, too.',
      'A restart makes a new container with a new ID, so notes with the old one lead nowhere.',
    ],
    [
      '런타임이 정한 컨테이너 ID다. runc와 shim도 이 이름을 쓴다.',
      '다시 시작하면 새 ID의 새 컨테이너가 되므로 옛 ID를 적어 둬도 찾을 수 없다.',
    ],
  ),
  row(
    '/status/metadata',
    criApi('ContainerMetadata'),
    ['Which container of the pod it is.', 'Name and attempt must be unique in the sandbox.'],
    [
      '파드의 어느 컨테이너인지 알려 준다.',
      '이름과 시도 횟수를 합쳐 샌드박스 안에서 하나뿐이어야 한다.',
    ],
  ),
  row(
    '/status/metadata/name',
    criApi('ContainerMetadata'),
    ['Name from the pod spec.', 'It is not unique on the node: another pod may have the same.'],
    [
      '파드 명세에 적힌 이름이다.',
      '노드에서 하나뿐인 이름은 아니다. 다른 파드에도 같은 이름이 있을 수 있다.',
    ],
  ),
  row(
    '/status/metadata/attempt',
    criApi('ContainerMetadata'),
    [
      'How often it was made again, 0 the first time.',
      'A growing number is what kubectl shows as restarts.',
    ],
    [
      '몇 번째로 다시 만든 것인지 나타낸다. 처음이 0이다.',
      '이 수가 느는 것이 kubectl에 재시작으로 나타난다.',
    ],
  ),
  row(
    '/status/state',
    STATUS,
    [
      'CONTAINER_CREATED, _RUNNING, _EXITED or _UNKNOWN.',
      'CREATED for long means that start failed or was never called.',
    ],
    [
      'CONTAINER_CREATED, _RUNNING, _EXITED, _UNKNOWN 가운데 하나다.',
      '오래 CREATED에 머물면 start가 실패했거나 불리지 않은 것이다.',
    ],
  ),
  row(
    '/status/createdAt',
    STATUS,
    [
      'When create was done.',
      'Long before startedAt, hooks or the pull of a volume took that time.',
    ],
    ['create가 끝난 때다.', 'startedAt보다 한참 이르면 훅이나 볼륨이 시간을 쓴 것이다.'],
  ),
  row(
    '/status/startedAt',
    STATUS,
    ['When its program was started.', 'The year 1970 or 0001 means never.'],
    ['프로그램을 시작한 때다.', '1970년이나 0001년이면 시작한 적이 없는 것이다.'],
  ),
  row(
    '/status/finishedAt',
    STATUS,
    ['When its program ended.', 'An old time while it runs means only “not yet”.'],
    ['프로그램이 끝난 때다.', '도는 중인데 아주 옛날로 나오면 아직 끝나지 않았다는 뜻이다.'],
  ),
  row(
    '/status/exitCode',
    STATUS,
    [
      'Exit code of the program; 128 and more is a signal: 137 is SIGKILL, 143 SIGTERM.',
      '0 while it runs says nothing: look at the state first.',
    ],
    [
      '프로그램의 종료 코드다. 128이 넘으면 신호로 끝난 것이고 137은 SIGKILL, 143은 SIGTERM이다.',
      '도는 동안의 0은 뜻이 없다. state부터 본다.',
    ],
  ),
  row(
    '/status/reason',
    STATUS,
    [
      'A word for the end: Completed, Error, OOMKilled, StartError.',
      'OOMKilled is only known when the kernel’s event came in time.',
    ],
    [
      '끝난 까닭을 한 낱말로 적는다. Completed, Error, OOMKilled, StartError가 있다.',
      'OOMKilled는 커널의 알림이 제때 와야 적힌다.',
    ],
  ),
  row(
    '/status/message',
    STATUS,
    ['The runtime’s own words, mostly runc’s error.', 'It is cut by kubectl; here it is whole.'],
    ['런타임이 남긴 말이다. 대개 runc의 오류다.', 'kubectl에서는 잘리지만 여기에는 다 있다.'],
  ),
  row(
    '/status/image',
    IMAGE,
    ['The image as it was asked for.', 'A tag here says nothing about what ran: imageRef does.'],
    ['청한 대로 적은 이미지다.', '여기의 태그로는 무엇이 돌았는지 알 수 없다. imageRef를 본다.'],
  ),
  row(
    '/status/image/image',
    IMAGE,
    [
      'The reference that the runtime made of it, with registry.',
      'Another default registry on the node gives another name.',
    ],
    [
      '런타임이 레지스트리까지 채워 넣은 참조다.',
      '노드의 기본 레지스트리가 다르면 다른 이름이 된다.',
    ],
  ),
  row(
    '/status/image/userSpecifiedImage',
    IMAGE,
    ['The reference as the pod spec has it.', 'Empty with kubelets before 1.28.'],
    ['파드 명세에 적힌 그대로의 참조다.', '1.28 전의 kubelet이면 비어 있다.'],
  ),
  row(
    '/status/image/runtimeHandler',
    IMAGE,
    [
      'For which runtime handler the image was pulled.',
      'Empty means that all handlers share one copy.',
    ],
    ['어느 런타임 핸들러를 위해 풀한 이미지인지 나타낸다.', '비면 모든 핸들러가 하나를 함께 쓴다.'],
  ),
  row(
    '/status/image/imageRef',
    IMAGE,
    ['A resolved reference, seldom filled in.', 'The one to trust stands beside image, not in it.'],
    ['다이제스트로 바꾼 참조인데 거의 비어 있다.', '믿을 값은 image 안이 아니라 그 옆에 있다.'],
  ),
  row(
    '/status/image/annotations',
    IMAGE,
    ['Annotations for the pull.', 'Lost once the image is there.'],
    ['풀할 때 넘긴 어노테이션이다.', '이미지가 들어오고 나면 남지 않는다.'],
  ),
  row(
    '/status/imageRef',
    STATUS,
    [
      'What really runs: a name with a digest, or the image ID. kubectl shows it as imageID.',
      'Two pods of one tag with different values here run different images.',
    ],
    [
      '실제로 도는 이미지다. 다이제스트가 붙은 이름이거나 이미지 ID이고, kubectl의 imageID로 나온다.',
      '태그가 같아도 이 값이 다르면 다른 이미지를 돌리는 것이다.',
    ],
  ),
  row(
    '/status/imageId',
    STATUS,
    ['The image ID: digest of the config.', 'It cannot be pulled from a registry.'],
    ['이미지 ID, 곧 설정의 다이제스트다.', '이것으로는 레지스트리에서 풀하지 못한다.'],
  ),
  row(
    '/status/labels',
    STATUS,
    [
      'Labels that the kubelet finds its containers by.',
      'Without io.kubernetes.pod.uid nobody claims the container.',
    ],
    [
      'kubelet이 자기 컨테이너를 찾는 레이블이다.',
      'io.kubernetes.pod.uid가 없으면 주인 없는 컨테이너가 된다.',
    ],
  ),
  row(
    '/status/labels/*',
    STATUS,
    ['One label of the container.', 'It is no label of the pod: kubectl cannot select by it.'],
    ['컨테이너의 레이블 하나다.', '파드의 레이블이 아니라서 kubectl로 골라낼 수 없다.'],
  ),
  row(
    '/status/annotations',
    STATUS,
    [
      'The kubelet’s notes: restart count, termination log, a hash of the spec.',
      'A changed hash makes the kubelet kill and remake the container.',
    ],
    [
      '재시작 횟수, 종료 로그, 명세의 해시처럼 kubelet이 적어 둔 것이다.',
      '해시가 달라지면 kubelet이 컨테이너를 죽이고 새로 만든다.',
    ],
  ),
  row(
    '/status/annotations/*',
    STATUS,
    ['One note on the container.', 'Values are text, also where they look like numbers.'],
    ['컨테이너에 적어 둔 것 하나다.', '숫자처럼 보여도 값은 글이다.'],
  ),
  row(
    '/status/mounts',
    MOUNT,
    [
      'Volumes and files that the kubelet asked for; /proc and the like are not among them.',
      'A volume that is missing here was never asked for.',
    ],
    [
      'kubelet이 청한 볼륨과 파일이다. /proc 같은 것은 빠진다.',
      '여기 없는 볼륨은 청한 적이 없는 것이다.',
    ],
  ),
  row(
    '/status/mounts/*',
    MOUNT,
    ['One mount that was asked for.', 'It is there even if something else hides it.'],
    ['청한 마운트 하나다.', '다른 것에 가려져 보이지 않아도 목록에는 있다.'],
  ),
  row(
    '/status/mounts/*/containerPath',
    MOUNT,
    ['Where it appears in the container.', 'Over a folder of the image, it hides that folder.'],
    ['컨테이너 안에서 나타나는 자리다.', '이미지의 폴더 위라면 그 폴더가 가려진다.'],
  ),
  row(
    '/status/mounts/*/hostPath',
    MOUNT,
    [
      'Where it lies on the node, mostly below /var/lib/kubelet/pods.',
      'Deleted there, it is empty in the container.',
    ],
    [
      '노드에서 놓인 자리다. 대개 /var/lib/kubelet/pods 아래다.',
      '거기서 지우면 컨테이너에서도 빈다.',
    ],
  ),
  row(
    '/status/mounts/*/readonly',
    MOUNT,
    [
      'Whether it cannot be written.',
      'Mounts below it stay writable unless recursiveReadOnly says otherwise.',
    ],
    ['쓸 수 없게 붙였는지 나타낸다.', 'recursiveReadOnly가 아니면 그 아래 마운트에는 쓸 수 있다.'],
  ),
  row(
    '/status/mounts/*/recursiveReadOnly',
    MOUNT,
    [
      'Whether all mounts below are read-only as well.',
      'Needs Linux 5.12 and a runtime that can do it.',
    ],
    [
      '아래 마운트까지 모두 읽기 전용인지 나타낸다.',
      'Linux 5.12와 이것을 아는 런타임이 있어야 한다.',
    ],
  ),
  row(
    '/status/mounts/*/propagation',
    MOUNT,
    [
      'Whether later mounts pass: PRIVATE, HOST_TO_CONTAINER or BIDIRECTIONAL.',
      'Storage drivers need the last, and only privileged containers may have it.',
    ],
    [
      '나중에 생긴 마운트가 오가는지 PRIVATE, HOST_TO_CONTAINER, BIDIRECTIONAL로 적는다.',
      '스토리지 드라이버에는 마지막 것이 필요한데 특권 컨테이너만 쓸 수 있다.',
    ],
  ),
  row(
    '/status/mounts/*/selinuxRelabel',
    MOUNT,
    [
      'Whether files get the container’s SELinux label.',
      'On a large volume relabelling takes minutes and holds up the start.',
    ],
    [
      '파일에 컨테이너의 SELinux 레이블을 새로 붙일지 정한다.',
      '볼륨이 크면 몇 분이 걸려 시작이 늦어진다.',
    ],
  ),
  row(
    '/status/mounts/*/uidMappings',
    MOUNT,
    [
      'User IDs that this mount translates; empty without a user namespace.',
      'Without them a volume belongs to nobody inside.',
    ],
    [
      '이 마운트가 바꿔 읽는 사용자 ID다. 사용자 네임스페이스가 없으면 비어 있다.',
      '빠지면 안에서 볼륨의 주인이 nobody가 된다.',
    ],
  ),
  row(
    '/status/mounts/*/gidMappings',
    MOUNT,
    [
      'Group IDs that this mount translates.',
      'Different from those of the users, files get odd groups.',
    ],
    ['이 마운트가 바꿔 읽는 그룹 ID다.', '사용자 쪽과 어긋나면 파일의 그룹이 이상해진다.'],
  ),
  row(
    '/status/mounts/*/image',
    MOUNT,
    ['The image that is mounted as a volume, if it is one.', 'null for ordinary volumes.'],
    ['볼륨으로 붙인 이미지가 있으면 그 이미지다.', '보통 볼륨이면 null이다.'],
  ),
  row(
    '/status/mounts/*/imageSubPath',
    MOUNT,
    [
      'The folder inside that image which is mounted.',
      'If it does not exist, the container is not made.',
    ],
    ['그 이미지에서 붙일 폴더다.', '없는 폴더면 컨테이너를 만들지 못한다.'],
  ),
  row(
    '/status/logPath',
    STATUS,
    [
      'File with the container’s output; kubectl logs reads it.',
      'Deleted or rotated by another tool, the output goes on into a file that nobody sees.',
    ],
    [
      '컨테이너의 출력이 쌓이는 파일이다. kubectl logs가 읽는다.',
      '다른 도구가 지우거나 돌리면 출력이 보이지 않는 파일로 계속 간다.',
    ],
  ),
  row(
    '/status/stopSignal',
    STATUS,
    [
      'Signal by which it is stopped: from the pod spec, else from the image.',
      'A program that ignores it is killed after the grace period.',
    ],
    [
      '멈출 때 보내는 신호다. 파드 명세나 이미지에서 온다.',
      '무시하는 프로그램은 유예 시간이 지나면 죽는다.',
    ],
  ),
  row(
    '/status/user',
    criApi('ContainerUser'),
    ['As whom its first process runs.', 'Known only once the runtime has looked into the image.'],
    ['첫 프로세스가 누구로 도는지 알려 준다.', '런타임이 이미지를 들여다본 뒤에야 알 수 있다.'],
  ),
  row(
    '/status/user/linux',
    USER,
    [
      'The same in Linux’s numbers, written as text.',
      'What a setuid program does later does not show.',
    ],
    [
      'Linux의 번호로 적은 것이다. 값은 문자열이다.',
      '나중에 setuid 프로그램이 바꾼 것은 나오지 않는다.',
    ],
  ),
  row(
    '/status/user/linux/uid',
    USER,
    ['User ID of the first process.', '0 is root.'],
    ['첫 프로세스의 사용자 ID다.', '0이면 root로 도는 것이다.'],
  ),
  row(
    '/status/user/linux/gid',
    USER,
    [
      'Primary group ID of the first process.',
      'Many images leave it at 0 although the user is another.',
    ],
    ['첫 프로세스의 기본 그룹 ID다.', '사용자를 바꾸고도 0으로 남겨 둔 이미지가 많다.'],
  ),
  row(
    '/status/user/linux/supplementalGroups',
    USER,
    [
      'Its further groups, also those that the image’s /etc/group adds.',
      'A group from the image may open volumes that nobody meant.',
    ],
    [
      '더 속한 그룹들이다. 이미지의 /etc/group이 더한 것도 있다.',
      '이미지에서 온 그룹이 뜻밖의 볼륨을 열 수 있다.',
    ],
  ),
  row(
    '/status/user/linux/supplementalGroups/*',
    USER,
    ['One of those groups.', 'supplementalGroupsPolicy: Strict leaves out those of the image.'],
    ['그 그룹 가운데 하나다.', 'supplementalGroupsPolicy: Strict면 이미지에서 온 것은 빠진다.'],
  ),
  row(
    '/status/resources',
    criApi('ContainerResources'),
    ['The limits as they are now, after a resize without restart.', 'Absent with older runtimes.'],
    ['재시작 없이 바꾼 것까지 담은 지금의 한도다.', '옛 런타임에서는 나오지 않는다.'],
  ),
  row(
    '/status/resources/linux',
    RESOURCES,
    [
      'The limits in Linux’s words, numbers as text.',
      'Zeros mean “not set”, not “nothing allowed”.',
    ],
    [
      'Linux의 말로 적은 한도다. 숫자는 문자열이다.',
      '0은 하나도 못 쓴다는 뜻이 아니라 정하지 않았다는 뜻이다.',
    ],
  ),
  row(
    '/status/resources/linux/cpuPeriod',
    RESOURCES,
    ['Length of the CPU period now, in microseconds.', 'Quota over period is the number of CPUs.'],
    ['지금의 CPU 주기를 마이크로초로 적는다.', 'quota를 이 값으로 나눈 것이 CPU 수다.'],
  ),
  row(
    '/status/resources/linux/cpuQuota',
    RESOURCES,
    [
      'CPU time allowed in a period now; 0 or -1 is no limit.',
      'A small quota throttles without any trace in the log.',
    ],
    [
      '지금 주기마다 허락된 CPU 시간이다. 0이나 -1이면 한도가 없다.',
      '작으면 로그에 흔적도 없이 느려진다.',
    ],
  ),
  row(
    '/status/resources/linux/cpuShares',
    RESOURCES,
    ['CPU weight now, from the request.', '2 is the least: a container that asked for nothing.'],
    [
      '요청에서 나온 지금의 CPU 무게다.',
      '2가 가장 작은 값이고, 아무것도 요청하지 않은 컨테이너가 그렇다.',
    ],
  ),
  row(
    '/status/resources/linux/cpusetCpus',
    RESOURCES,
    [
      'CPUs it is pinned to now; empty means all.',
      'The CPU manager may change it while the container runs.',
    ],
    ['지금 묶여 있는 CPU다. 비면 모두 쓴다.', '도는 동안 CPU 매니저가 바꾸기도 한다.'],
  ),
  row(
    '/status/resources/linux/cpusetMems',
    RESOURCES,
    ['NUMA nodes for its memory now.', 'Empty, memory may come from a distant node.'],
    ['지금 메모리를 받는 NUMA 노드다.', '비면 먼 노드의 메모리를 받을 수 있다.'],
  ),
  row(
    '/status/resources/linux/hugepageLimits',
    RESOURCES,
    ['Limits on huge pages now, by size.', 'Not listed, a size cannot be used.'],
    ['지금의 큰 페이지 한도를 크기별로 적는다.', '없는 크기는 쓸 수 없다.'],
  ),
  row(
    '/status/resources/linux/hugepageLimits/*',
    RESOURCES,
    ['The limit now for one size of huge pages.', 'The node must have set such pages aside.'],
    ['크기 하나의 지금 한도다.', '노드가 그런 페이지를 미리 잡아 두어야 한다.'],
  ),
  row(
    '/status/resources/linux/hugepageLimits/*/limit',
    RESOURCES,
    ['Its bytes, as text.', '0 forbids that size of page.'],
    ['그 크기의 한도를 바이트로 적는다. 값은 문자열이다.', '0이면 그 크기의 페이지를 쓰지 못한다.'],
  ),
  row(
    '/status/resources/linux/hugepageLimits/*/pageSize',
    RESOURCES,
    [
      'Which size of huge page, such as 2MB.',
      'A spelling of its own matches none of the kernel’s.',
    ],
    ['2MB처럼 적는 큰 페이지의 크기다.', '커널과 다르게 적으면 맞는 것이 없다.'],
  ),
  row(
    '/status/resources/linux/memoryLimitInBytes',
    RESOURCES,
    ['Memory limit now, in bytes as text.', 'Below what is in use, the kernel kills at once.'],
    [
      '지금의 메모리 한도다. 바이트를 문자열로 적는다.',
      '쓰고 있는 양보다 낮추면 커널이 바로 죽인다.',
    ],
  ),
  row(
    '/status/resources/linux/memorySwapLimitInBytes',
    RESOURCES,
    ['Memory and swap together, now.', 'Equal to the memory limit, there is no swap.'],
    ['메모리와 스왑을 합친 지금의 한도다.', '메모리 한도와 같으면 스왑이 없다.'],
  ),
  row(
    '/status/resources/linux/oomScoreAdj',
    RESOURCES,
    ['How readily the kernel kills it now.', 'A Guaranteed pod has -997, BestEffort 1000.'],
    ['커널이 지금 얼마나 먼저 죽일지 나타낸다.', 'Guaranteed 파드는 -997, BestEffort는 1000이다.'],
  ),
  row(
    '/status/resources/linux/unified',
    RESOURCES,
    [
      'Further files of cgroup v2, such as memory.high.',
      'They do not exist on nodes with cgroup v1.',
    ],
    ['memory.high처럼 더 쓰는 cgroup v2 파일이다.', 'cgroup v1 노드에는 없다.'],
  ),
  row(
    '/status/resources/linux/unified/*',
    RESOURCES,
    ['One file of cgroup v2 and its value now.', 'It overrides the limits above.'],
    ['cgroup v2 파일 하나와 지금 값이다.', '위의 한도보다 앞선다.'],
  ),
  row(
    '/info',
    INFO,
    [
      'What containerd adds: process, snapshot, what was asked, and the runtime config.',
      'Nothing promises that it stays as it is.',
    ],
    [
      'containerd가 덧붙인 것이다. 프로세스, 스냅샷, 청한 내용, 런타임 설정이 있다.',
      '앞으로도 그대로라는 약속은 없다.',
    ],
  ),
  row(
    '/info/sandboxID',
    INFO,
    ['The sandbox it runs in.', 'If that is gone, the container has lost its network.'],
    ['이 컨테이너가 들어 있는 샌드박스다.', '그것이 사라졌으면 네트워크도 잃은 것이다.'],
  ),
  row(
    '/info/pid',
    INFO,
    [
      'Process ID of its first process on the node; 0 when it does not run.',
      'Inside the container the same process is 1.',
    ],
    [
      '노드에서 본 첫 프로세스의 ID다. 돌지 않으면 0이다.',
      '컨테이너 안에서는 같은 프로세스가 1번이다.',
    ],
  ),
  row(
    '/info/removing',
    INFO,
    [
      'Whether it is being removed right now.',
      'true for long means that something holds its files.',
    ],
    ['지금 지우는 중인지 나타낸다.', '오래 true면 무언가가 파일을 붙들고 있는 것이다.'],
  ),
  row(
    '/info/snapshotKey',
    INFO,
    [
      'Name of the snapshot that takes its writes, mostly the container’s ID.',
      'Removed, everything it wrote is gone.',
    ],
    [
      '컨테이너가 쓴 것이 쌓이는 스냅샷의 이름이다. 대개 컨테이너 ID와 같다.',
      '지우면 그동안 쓴 것이 모두 사라진다.',
    ],
  ),
  row(
    '/info/snapshotter',
    INFO,
    ['Which snapshotter stacks its layers.', 'The image must be unpacked for this very one.'],
    [
      '이 컨테이너의 레이어를 쌓는 스냅샷터다.',
      '이미지가 바로 이 스냅샷터용으로 풀려 있어야 한다.',
    ],
  ),
  row(
    '/info/runtimeType',
    INFO,
    ['Name of its shim.', 'It is the sandbox’s: all containers of a pod share one shim.'],
    [
      '이 컨테이너의 shim 이름이다.',
      '샌드박스의 것과 같다. 파드의 컨테이너들은 shim 하나를 함께 쓴다.',
    ],
  ),
  row(
    '/info/runtimeOptions',
    INFO,
    [
      'Options of its shim, or null.',
      'With another BinaryName, another low-level runtime than runc runs it.',
    ],
    [
      '이 컨테이너의 shim 옵션이다. 없으면 null이다.',
      'BinaryName이 다르면 runc가 아닌 저수준 런타임이 돌린다.',
    ],
  ),
  row(
    '/info/runtimeSpec',
    INFO,
    [
      'The runtime config that runc was given, made from the image config and the kubelet’s wishes.',
      'Compare it with config when the container is not as it was asked.',
    ],
    [
      '이미지 설정과 kubelet의 청을 합쳐 runc에 넘긴 런타임 설정이다.',
      '청한 것과 다르게 돌면 config와 견줘 본다.',
    ],
  ),
  ...containerConfig,
]
