import type { FieldEntry } from '../../../lib/content/fields.ts'
import { criApi } from '../clauses.ts'
import { row } from '../row.ts'

const CONFIG = criApi('ContainerConfig')
const IMAGE = criApi('ImageSpec')
const RESOURCES = criApi('LinuxContainerResources')
const SECURITY = criApi('LinuxContainerSecurityContext')
const CAPABILITIES = criApi('Capability')
const NAMESPACES = criApi('NamespaceOption')
const AT = '/info/config'
const CONTEXT = `${AT}/linux/security_context`

/** What the kubelet asked for in CreateContainer, as containerd keeps it. */
export const containerConfig: FieldEntry[] = [
  row(
    AT,
    CONFIG,
    [
      'What the kubelet asked for in CreateContainer. Fields that are empty are left out.',
      'A wish that does not stand here got lost above the runtime.',
    ],
    [
      'kubelet이 CreateContainer로 청한 내용이다. 빈 필드는 나오지 않는다.',
      '여기 없는 바람은 런타임에 오기 전에 사라진 것이다.',
    ],
  ),
  row(
    `${AT}/metadata`,
    criApi('ContainerMetadata'),
    ['The name and attempt that were asked for.', 'An attempt of 0 is left out.'],
    ['청한 이름과 시도 횟수다.', '0번째 시도는 적지 않는다.'],
  ),
  row(
    `${AT}/metadata/name`,
    criApi('ContainerMetadata'),
    [
      'The container’s name as it was asked for.',
      'The runtime puts pod and attempt around it to make it unique.',
    ],
    ['청한 컨테이너 이름이다.', '런타임이 파드와 시도 횟수를 붙여 하나뿐인 이름을 만든다.'],
  ),
  row(
    `${AT}/metadata/attempt`,
    criApi('ContainerMetadata'),
    ['Which try this was.', 'The same number twice is refused as a name in use.'],
    ['몇째 시도인지 적는다.', '같은 수를 두 번 쓰면 이미 있는 이름이라고 거부한다.'],
  ),
  row(
    `${AT}/image`,
    IMAGE,
    [
      'The image to make it from: the kubelet gives the ID of what it has just pulled.',
      'If it was garbage-collected meanwhile, create fails with “not found”.',
    ],
    [
      '무엇으로 만들지 적은 이미지다. kubelet은 방금 풀한 것의 ID를 준다.',
      '그사이 가비지 수집으로 지워졌으면 “not found”로 실패한다.',
    ],
  ),
  row(
    `${AT}/image/image`,
    IMAGE,
    [
      'The reference or ID that was asked for.',
      'A tag here can mean another image than at the pull.',
    ],
    ['청한 참조나 ID다.', '태그라면 풀할 때와 다른 이미지를 뜻할 수 있다.'],
  ),
  row(
    `${AT}/image/user_specified_image`,
    IMAGE,
    ['What the pod spec says, kept for error messages.', 'It decides nothing.'],
    ['파드 명세에 적힌 말이다. 오류를 알릴 때 쓴다.', '무엇을 정하는 데는 쓰이지 않는다.'],
  ),
  row(
    `${AT}/command`,
    CONFIG,
    [
      'command of the pod spec: replaces the image’s Entrypoint, and drops its Cmd.',
      'With command and no args, the image’s arguments do not come.',
    ],
    [
      '파드 명세의 command다. 이미지의 Entrypoint를 바꾸고 Cmd도 버린다.',
      'command만 적으면 이미지의 인자가 따라오지 않는다.',
    ],
  ),
  row(
    `${AT}/command/*`,
    CONFIG,
    ['One word of that command.', 'No shell is between, so && is an argument.'],
    ['command의 낱말 하나다.', '셸을 거치지 않으므로 &&도 인자가 된다.'],
  ),
  row(
    `${AT}/args`,
    CONFIG,
    [
      'args of the pod spec: replaces the image’s Cmd.',
      'Without command they go to the image’s Entrypoint, whatever that is.',
    ],
    [
      '파드 명세의 args다. 이미지의 Cmd를 바꾼다.',
      'command가 없으면 이미지의 Entrypoint에 그대로 넘어간다.',
    ],
  ),
  row(
    `${AT}/args/*`,
    CONFIG,
    [
      'One argument that was asked for.',
      'References like $(NAME) were replaced by the kubelet already.',
    ],
    ['청한 인자 하나다.', '$(NAME) 같은 것은 kubelet이 이미 바꿔 넣었다.'],
  ),
  row(
    `${AT}/working_dir`,
    CONFIG,
    [
      'workingDir of the pod spec; absent, the image’s counts.',
      'A folder that the image lacks is made, owned by root.',
    ],
    [
      '파드 명세의 workingDir다. 없으면 이미지의 것을 쓴다.',
      '이미지에 없는 폴더면 root 소유로 만들어진다.',
    ],
  ),
  row(
    `${AT}/envs`,
    criApi('KeyValue'),
    [
      'Variables from the pod spec, ConfigMaps and Secrets, and one pair for each service.',
      'Secrets stand here in clear, for whoever may use crictl.',
    ],
    [
      '파드 명세, ConfigMap, Secret에서 온 변수와 서비스마다 붙는 변수다.',
      'Secret의 값도 그대로 보인다. crictl을 쓸 수 있는 누구나 읽는다.',
    ],
  ),
  row(
    `${AT}/envs/*`,
    criApi('KeyValue'),
    ['One variable that was asked for.', 'It wins over the image’s of the same name.'],
    ['청한 변수 하나다.', '이름이 같으면 이미지의 것보다 앞선다.'],
  ),
  row(
    `${AT}/envs/*/key`,
    criApi('KeyValue'),
    ['Name of the variable.', 'Names with dots reach the program but not most shells.'],
    ['변수의 이름이다.', '점이 든 이름은 프로그램에는 가도 대부분의 셸에서 못 쓴다.'],
  ),
  row(
    `${AT}/envs/*/value`,
    criApi('KeyValue'),
    ['Value of the variable.', 'A change of the ConfigMap comes only with a new container.'],
    ['변수의 값이다.', 'ConfigMap을 바꿔도 컨테이너를 새로 만들어야 반영된다.'],
  ),
  row(
    `${AT}/mounts`,
    criApi('Mount'),
    [
      'Volumes and files that were asked for.',
      'The order is not kept by every runtime, so nested paths need care.',
    ],
    ['청한 볼륨과 파일이다.', '런타임에 따라 순서가 바뀌므로 겹친 경로는 조심한다.'],
  ),
  row(
    `${AT}/mounts/*`,
    criApi('Mount'),
    [
      'One volume or file, such as the service account’s token.',
      'Absent fields mean the default: private and writable.',
    ],
    [
      '서비스 어카운트 토큰 같은 볼륨이나 파일 하나다.',
      '빠진 필드는 기본값이다. private이고 쓸 수 있다.',
    ],
  ),
  row(
    `${AT}/mounts/*/container_path`,
    criApi('Mount'),
    ['Path inside that was asked for.', 'A relative one is refused.'],
    ['청한 컨테이너 안의 경로다.', '상대 경로면 거부당한다.'],
  ),
  row(
    `${AT}/mounts/*/host_path`,
    criApi('Mount'),
    [
      'Path on the node that was asked for.',
      'containerd makes a missing one as a folder, also where a file was meant.',
    ],
    ['청한 노드의 경로다.', '없으면 containerd가 폴더로 만든다. 파일을 뜻했어도 그렇다.'],
  ),
  row(
    `${AT}/mounts/*/readonly`,
    criApi('Mount'),
    ['Asked for read-only.', 'It says nothing about who else writes to the same volume.'],
    ['읽기 전용으로 청했는지 나타낸다.', '같은 볼륨에 다른 누가 쓰는지는 알 수 없다.'],
  ),
  row(
    `${AT}/labels`,
    CONFIG,
    ['Labels for the container.', 'containerd keeps them with a limit on their length.'],
    ['컨테이너에 붙여 달라고 한 레이블이다.', 'containerd는 길이에 한도를 둔다.'],
  ),
  row(
    `${AT}/labels/*`,
    CONFIG,
    ['One label asked for the container.', 'Lost, the kubelet takes the container for foreign.'],
    ['컨테이너에 붙여 달라고 한 레이블 하나다.', '사라지면 kubelet이 남의 컨테이너로 본다.'],
  ),
  row(
    `${AT}/annotations`,
    CONFIG,
    ['Annotations for the container.', 'Only those allowed for the runtime get into its config.'],
    ['컨테이너에 붙여 달라고 한 어노테이션이다.', '런타임에 허락된 것만 그 설정에 들어간다.'],
  ),
  row(
    `${AT}/annotations/*`,
    CONFIG,
    [
      'One annotation asked for the container.',
      'io.kubernetes.container.restartCount is where kubectl’s number comes from.',
    ],
    [
      '컨테이너에 붙여 달라고 한 어노테이션 하나다.',
      'kubectl의 재시작 횟수는 io.kubernetes.container.restartCount에서 온다.',
    ],
  ),
  row(
    `${AT}/log_path`,
    CONFIG,
    ['File for the output, below the sandbox’s log folder.', 'Empty, the output is thrown away.'],
    ['출력을 쓸 파일이다. 샌드박스의 로그 폴더 아래다.', '비면 출력이 버려진다.'],
  ),
  row(
    `${AT}/linux`,
    criApi('LinuxContainerConfig'),
    [
      'Limits and security that were asked for on Linux.',
      'Absent, the container runs without limits.',
    ],
    ['Linux에서 쓸 한도와 보안으로 청한 것이다.', '없으면 한도 없이 돈다.'],
  ),
  row(
    `${AT}/linux/resources`,
    RESOURCES,
    ['The limits that were asked for at first.', 'After a resize those in status.resources count.'],
    ['처음에 청한 한도다.', '크기를 바꾼 뒤에는 status.resources가 맞다.'],
  ),
  row(
    `${AT}/linux/resources/cpu_period`,
    RESOURCES,
    ['The CPU period asked for, in microseconds.', 'The kubelet’s setting, not the pod’s.'],
    ['청한 CPU 주기다. 마이크로초로 적는다.', '파드가 아니라 kubelet의 설정에서 온다.'],
  ),
  row(
    `${AT}/linux/resources/cpu_quota`,
    RESOURCES,
    ['The CPU quota asked for: limit times period.', 'A limit of 500m gives 50000.'],
    ['청한 CPU quota다. 한도에 주기를 곱한 값이다.', '한도가 500m이면 50000이 된다.'],
  ),
  row(
    `${AT}/linux/resources/cpu_shares`,
    RESOURCES,
    ['The CPU weight asked for: request times 1024.', 'A request of 250m gives 256.'],
    ['청한 CPU 무게다. 요청에 1024를 곱한 값이다.', '요청이 250m이면 256이 된다.'],
  ),
  row(
    `${AT}/linux/resources/memory_limit_in_bytes`,
    RESOURCES,
    ['The memory limit asked for.', '128Mi are 134217728, 128M are fewer.'],
    ['청한 메모리 한도다.', '128Mi는 134217728이고 128M은 그보다 적다.'],
  ),
  row(
    `${AT}/linux/resources/oom_score_adj`,
    RESOURCES,
    ['The OOM score asked for.', 'Burstable pods get one that depends on their request.'],
    ['청한 OOM 점수다.', 'Burstable 파드는 요청에 따라 값이 달라진다.'],
  ),
  row(
    CONTEXT,
    SECURITY,
    [
      'User, capabilities, filters: securityContext of the pod spec, container over pod.',
      'What is absent comes from the image or the runtime’s default.',
    ],
    [
      '사용자, 권한, 필터다. 파드 명세의 securityContext이고 컨테이너 쪽이 앞선다.',
      '없는 것은 이미지나 런타임의 기본값을 따른다.',
    ],
  ),
  row(
    `${CONTEXT}/capabilities`,
    CAPABILITIES,
    [
      'What to add to, and drop from, the runtime’s default set.',
      'Dropping ALL and adding a few is easier to reason about than the default.',
    ],
    [
      '런타임의 기본 권한에서 더하고 뺄 것이다.',
      '기본값에서 고치기보다 ALL을 빼고 몇 개만 더하는 쪽이 알기 쉽다.',
    ],
  ),
  row(
    `${CONTEXT}/capabilities/add_capabilities`,
    CAPABILITIES,
    ['Capabilities to add.', 'SYS_ADMIN among them is nearly root on the node.'],
    ['더할 권한들이다.', 'SYS_ADMIN이 끼면 노드의 root나 다름없다.'],
  ),
  row(
    `${CONTEXT}/capabilities/add_capabilities/*`,
    CAPABILITIES,
    ['One to add, without the prefix CAP_.', 'With the prefix some runtimes do not know it.'],
    ['더할 권한 하나다. 앞에 CAP_를 붙이지 않는다.', '붙이면 못 알아듣는 런타임이 있다.'],
  ),
  row(
    `${CONTEXT}/capabilities/drop_capabilities`,
    CAPABILITIES,
    ['Capabilities to drop.', 'Without CHOWN and SETUID many start scripts fail.'],
    ['뺄 권한들이다.', 'CHOWN과 SETUID를 빼면 실패하는 시작 스크립트가 많다.'],
  ),
  row(
    `${CONTEXT}/capabilities/drop_capabilities/*`,
    CAPABILITIES,
    ['One to drop; ALL stands for every one.', 'What is both dropped by ALL and added stays.'],
    ['뺄 권한 하나다. ALL은 모두를 뜻한다.', 'ALL로 빼고 따로 더한 것은 남는다.'],
  ),
  row(
    `${CONTEXT}/namespace_options`,
    NAMESPACES,
    [
      'Kernel namespaces of the container, by the same numbers as the sandbox’s.',
      '2 everywhere is a container of the host.',
    ],
    [
      '컨테이너의 커널 네임스페이스다. 샌드박스와 같은 숫자를 쓴다.',
      '모두 2면 호스트나 다름없는 컨테이너다.',
    ],
  ),
  ...(['network', 'pid', 'ipc'] as const).map((name) =>
    row(
      `${CONTEXT}/namespace_options/${name}`,
      NAMESPACES,
      [
        `Whose ${name} namespace the container was to get: 0 POD, 1 CONTAINER, 2 NODE.`,
        `Another value than the sandbox’s for ${name} makes it a stranger in its pod.`,
      ],
      [
        `컨테이너에 청한 ${name} 네임스페이스다. 0은 POD, 1은 CONTAINER, 2는 NODE다.`,
        `${name} 값이 샌드박스와 다르면 제 파드에서 따로 논다.`,
      ],
    ),
  ),
  row(
    `${CONTEXT}/no_new_privs`,
    SECURITY,
    [
      'allowPrivilegeEscalation: false.',
      'sudo and other setuid programs inside gain nothing any more.',
    ],
    [
      'allowPrivilegeEscalation: false로 청한 것이다.',
      '안에서 sudo 같은 setuid 프로그램이 힘을 얻지 못한다.',
    ],
  ),
  row(
    `${CONTEXT}/readonly_rootfs`,
    SECURITY,
    ['readOnlyRootFilesystem: true.', 'Programs that write to /tmp need an emptyDir there.'],
    [
      'readOnlyRootFilesystem: true로 청한 것이다.',
      '/tmp에 쓰는 프로그램에는 emptyDir를 붙여 줘야 한다.',
    ],
  ),
  row(
    `${CONTEXT}/privileged`,
    SECURITY,
    [
      'Asked for all devices, all capabilities and no filters.',
      'Whoever runs code in it is root on the node.',
    ],
    [
      '모든 장치와 권한을 주고 필터를 끄라고 청한 것이다.',
      '그 안에서 코드를 돌리면 노드의 root다.',
    ],
  ),
  row(
    `${CONTEXT}/run_as_user`,
    criApi('Int64Value'),
    ['runAsUser; wrapped, so that 0 and “not said” differ.', 'Absent, the image’s user counts.'],
    ['runAsUser다. 0과 “없음”을 가르려고 한 겹 싸여 있다.', '없으면 이미지의 사용자를 쓴다.'],
  ),
  row(
    `${CONTEXT}/run_as_user/value`,
    criApi('Int64Value'),
    [
      'The user ID that was asked for.',
      'The image needs no such user in /etc/passwd, though some programs insist.',
    ],
    ['청한 사용자 ID다.', '이미지의 /etc/passwd에 없어도 되지만 굳이 찾는 프로그램이 있다.'],
  ),
  row(
    `${CONTEXT}/run_as_group`,
    criApi('Int64Value'),
    ['runAsGroup, wrapped likewise.', 'It needs a user as well, or the container is refused.'],
    ['runAsGroup이다. 역시 한 겹 싸여 있다.', '사용자도 함께 있어야 한다. 없으면 거부당한다.'],
  ),
  row(
    `${CONTEXT}/run_as_group/value`,
    criApi('Int64Value'),
    ['The group ID that was asked for.', '0 is the root group.'],
    ['청한 그룹 ID다.', '0이면 root 그룹이다.'],
  ),
  row(
    `${CONTEXT}/supplemental_groups`,
    SECURITY,
    [
      'supplementalGroups and fsGroup of the pod.',
      'Volumes are given to fsGroup, not to the others.',
    ],
    ['파드의 supplementalGroups와 fsGroup이다.', '볼륨의 주인이 되는 것은 fsGroup뿐이다.'],
  ),
  row(
    `${CONTEXT}/supplemental_groups/*`,
    SECURITY,
    ['One group that was asked for.', 'NFS servers may know only the first sixteen.'],
    ['청한 그룹 하나다.', 'NFS 서버는 처음 열여섯 개만 알기도 한다.'],
  ),
  row(
    `${CONTEXT}/seccomp`,
    criApi('SecurityProfile'),
    [
      'The seccomp profile; an empty object means RuntimeDefault, whose number is 0.',
      'Absent altogether, the filter is whatever the runtime thinks right.',
    ],
    [
      'seccomp 프로필이다. 빈 객체는 번호 0인 RuntimeDefault를 뜻한다.',
      '아예 없으면 런타임이 알아서 한다.',
    ],
  ),
  row(
    `${CONTEXT}/seccomp/profile_type`,
    criApi('SecurityProfile'),
    ['0 RuntimeDefault, 1 Unconfined, 2 Localhost.', '1 switches the filter off.'],
    ['0은 RuntimeDefault, 1은 Unconfined, 2는 Localhost다.', '1이면 필터가 꺼진다.'],
  ),
  row(
    `${CONTEXT}/seccomp/localhost_ref`,
    criApi('SecurityProfile'),
    [
      'File of the profile on the node, for Localhost.',
      'If the node lacks it, the container is not made.',
    ],
    ['Localhost일 때 노드에 있는 프로필 파일이다.', '노드에 없으면 컨테이너를 만들지 못한다.'],
  ),
  row(
    `${CONTEXT}/masked_paths`,
    SECURITY,
    [
      'Paths that the kubelet wants hidden: procMount Default.',
      'Empty comes from procMount: Unmasked.',
    ],
    [
      'kubelet이 가리라고 한 경로다. procMount가 Default일 때다.',
      '비어 있으면 procMount: Unmasked로 청한 것이다.',
    ],
  ),
  row(
    `${CONTEXT}/masked_paths/*`,
    SECURITY,
    ['One path to hide.', 'The runtime config shows whether it really was.'],
    ['가려 달라고 한 경로 하나다.', '정말 가렸는지는 런타임 설정에서 본다.'],
  ),
  row(
    `${CONTEXT}/readonly_paths`,
    SECURITY,
    ['Paths that the kubelet wants read-only.', 'A writable /proc/sys is a door to the node.'],
    [
      'kubelet이 읽기 전용으로 해 달라고 한 경로다.',
      '/proc/sys에 쓸 수 있으면 노드로 나가는 문이 된다.',
    ],
  ),
  row(
    `${CONTEXT}/readonly_paths/*`,
    SECURITY,
    ['One path to be read-only.', 'It must exist, or runtimes pass over it.'],
    ['읽기 전용으로 해 달라고 한 경로 하나다.', '없는 경로면 런타임이 지나친다.'],
  ),
]
