import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'
import { mappings } from './top.ts'

const linux = (anchor: string) => runtimeSpec(`config-linux.md#${anchor}`)
const NAMESPACES = linux('namespaces')
const DEVICES = linux('devices')
const OFFSETS = linux('offset-for-time-namespace')

/** What only Linux has, without resources and seccomp. */
export const linuxFields: FieldEntry[] = [
  row(
    '/linux',
    runtimeSpec('config-linux.md'),
    [
      'Everything that makes a Linux process a container: namespaces, cgroup, seccomp, hidden paths.',
      'Without it the process runs in the host’s namespaces, with no limits.',
    ],
    [
      'Linux 프로세스를 컨테이너로 만드는 것이 모두 여기 있다. 네임스페이스, cgroup, seccomp, 가린 경로다.',
      '없으면 호스트의 네임스페이스에서 한도 없이 실행된다.',
    ],
  ),
  row(
    '/linux/namespaces',
    NAMESPACES,
    [
      'The kernel namespaces the process gets. A type that is missing here is shared with the runtime, which mostly means with the host.',
      'Leaving out network gives the container the host’s interfaces; a type listed twice is an error.',
    ],
    [
      '프로세스가 받을 커널 네임스페이스다. 여기 없는 종류는 런타임의 것을 그대로 쓰므로 대개 호스트와 함께 쓴다.',
      'network를 빠뜨리면 호스트의 인터페이스가 그대로 보이고, 같은 종류를 두 번 적으면 오류다.',
    ],
  ),
  row(
    '/linux/namespaces/*',
    NAMESPACES,
    [
      'One namespace: a new one, or with a path an existing one to join.',
      'A container of a pod without paths stands beside its pod instead of in it.',
    ],
    [
      '커널 네임스페이스 하나다. 새로 만들거나, 경로를 적어 이미 있는 것에 들어간다.',
      '파드의 컨테이너인데 경로가 없으면 파드 안이 아니라 옆에 선다.',
    ],
  ),
  row(
    '/linux/namespaces/*/type',
    NAMESPACES,
    [
      'pid, network, mount, ipc, uts, user, cgroup or time.',
      'It is “network” and “mount” here, not the kernel’s net and mnt.',
    ],
    [
      'pid, network, mount, ipc, uts, user, cgroup, time 가운데 하나다.',
      '커널에서 쓰는 net이나 mnt가 아니라 network, mount라고 적어야 한다.',
    ],
  ),
  row(
    '/linux/namespaces/*/path',
    NAMESPACES,
    [
      'File of a namespace to join, such as /proc/26682/ns/net. This is how the containers of a pod share the sandbox’s network.',
      'If the process that holds it has ended and nothing else keeps it, the file is gone and create fails.',
    ],
    [
      '들어갈 네임스페이스의 파일이다. 파드의 컨테이너들이 샌드박스의 네트워크를 함께 쓰는 것이 바로 이 경로 덕분이다.',
      '붙들고 있던 프로세스가 끝나면 파일도 사라져 create가 실패한다.',
    ],
  ),
  ...mappings('/linux/uidMappings', linux('user-namespace-mappings'), {
    en: 'users of the user namespace',
    ko: '사용자 네임스페이스의 사용자',
  }),
  ...mappings('/linux/gidMappings', linux('user-namespace-mappings'), {
    en: 'groups of the user namespace',
    ko: '사용자 네임스페이스의 그룹',
  }),
  row(
    '/linux/timeOffsets',
    OFFSETS,
    [
      'How far the clocks of the time namespace are shifted.',
      'Without a time namespace it is an error; wall-clock time is never shifted.',
    ],
    [
      '시간 네임스페이스의 시계를 얼마나 옮길지 정한다.',
      '시간 네임스페이스가 없으면 오류이고, 벽시계 시각은 옮기지 못한다.',
    ],
  ),
  ...(['boottime', 'monotonic'] as const).flatMap((clock) => [
    row(
      `/linux/timeOffsets/${clock}`,
      OFFSETS,
      [
        `Offset of the ${clock} clock, for containers that were moved from another machine.`,
        `If the ${clock} clock would run backwards, timers of the moved program fire wrongly.`,
      ],
      [
        `${clock} 시계의 차이다. 다른 머신에서 옮겨 온 컨테이너에 쓴다.`,
        `${clock} 시계가 뒤로 가면 옮겨 온 프로그램의 타이머가 어긋난다.`,
      ],
    ),
    row(
      `/linux/timeOffsets/${clock}/secs`,
      OFFSETS,
      [
        `Whole seconds of the ${clock} offset.`,
        `Read as milliseconds, the ${clock} clock is off by a factor of a thousand.`,
      ],
      [
        `${clock} 시계의 차이 가운데 초 단위다.`,
        `밀리초로 착각하면 ${clock} 시계가 천 배 어긋난다.`,
      ],
    ),
    row(
      `/linux/timeOffsets/${clock}/nanosecs`,
      OFFSETS,
      [
        `The rest of the ${clock} offset in nanoseconds.`,
        `A value of a second or more for ${clock} is refused by the kernel.`,
      ],
      [`${clock} 시계의 차이 가운데 남은 나노초다.`, `${clock} 값이 1초 이상이면 커널이 거부한다.`],
    ),
  ]),
  row(
    '/linux/devices',
    DEVICES,
    [
      'Device nodes to make in /dev, beside those that every container has (null, zero, full, random, urandom, tty).',
      'A node alone opens nothing: resources.devices must allow the device, too.',
    ],
    [
      '모든 컨테이너에 있는 장치(null, zero, full, random, urandom, tty) 말고 /dev에 더 만들 장치다.',
      '노드만 만들어서는 열리지 않는다. resources.devices에서도 허용해야 한다.',
    ],
  ),
  row(
    '/linux/devices/*',
    DEVICES,
    [
      'One device node, such as /dev/fuse or a GPU.',
      'Two different devices at one path are an error.',
    ],
    ['/dev/fuse나 GPU 같은 장치 노드 하나다.', '한 경로에 다른 장치 둘을 적으면 오류가 난다.'],
  ),
  row(
    '/linux/devices/*/path',
    DEVICES,
    [
      'Full path of the node inside the container.',
      'A program that looks for its usual path does not find a device under another.',
    ],
    [
      '컨테이너 안에서 장치 노드가 놓일 경로다.',
      '늘 찾던 자리가 아니면 프로그램이 장치를 찾지 못한다.',
    ],
  ),
  row(
    '/linux/devices/*/type',
    DEVICES,
    [
      'c for a character device, b for a block device, p for a FIFO, u for unbuffered.',
      'A block device given as c is another device with the same numbers.',
    ],
    [
      '문자 장치는 c, 블록 장치는 b, FIFO는 p다.',
      '블록 장치를 c로 적으면 번호만 같은 다른 장치가 된다.',
    ],
  ),
  row(
    '/linux/devices/*/major',
    DEVICES,
    [
      'Major number: which driver.',
      'Numbers of some drivers change between boots, so they must be read on this host.',
    ],
    [
      '어느 드라이버인지 나타내는 주 번호다.',
      '부팅할 때마다 바뀌는 드라이버도 있으니 이 호스트에서 읽은 값이어야 한다.',
    ],
  ),
  row(
    '/linux/devices/*/minor',
    DEVICES,
    ['Minor number: which device of that driver.', 'Off by one, and it is the neighbouring disk.'],
    ['그 드라이버의 몇째 장치인지 나타내는 부 번호다.', '하나만 어긋나도 옆의 디스크가 된다.'],
  ),
  row(
    '/linux/devices/*/fileMode',
    DEVICES,
    [
      'Permissions of the node as a decimal number: 438 is 0666.',
      'Written as 666, it means 01232 in octal: other rights, and a sticky bit.',
    ],
    [
      '장치 노드의 권한을 십진수로 적는다. 438이 0666이다.',
      '666이라고 적으면 팔진수로 01232가 되어 엉뚱한 권한이 된다.',
    ],
  ),
  row(
    '/linux/devices/*/uid',
    DEVICES,
    [
      'Owner of the node.',
      'A program that does not run as this user needs the group’s or everyone’s rights.',
    ],
    [
      '장치 노드의 주인이다.',
      '이 사용자로 실행되지 않는 프로그램은 그룹이나 모두의 권한이 있어야 한다.',
    ],
  ),
  row(
    '/linux/devices/*/gid',
    DEVICES,
    [
      'Group of the node, on many hosts that of video or render.',
      'The number must be the container’s: names of groups do not travel.',
    ],
    [
      '장치 노드의 그룹이다. 호스트에서는 video나 render인 경우가 많다.',
      '컨테이너에서 통하는 번호여야 한다. 그룹 이름은 넘어가지 않는다.',
    ],
  ),
  row(
    '/linux/netDevices',
    linux('network-devices'),
    [
      'Network devices of the host that are moved into the container’s network namespace, since 1.3. Keys are their names on the host.',
      'While the container runs, the host no longer has them: moving its only uplink cuts it off.',
    ],
    [
      '호스트에서 컨테이너의 네트워크 네임스페이스로 옮길 네트워크 장치다. 키는 호스트에서의 이름이다.',
      '컨테이너가 도는 동안 호스트에서는 사라진다. 하나뿐인 회선을 옮기면 호스트가 끊긴다.',
    ],
  ),
  row(
    '/linux/netDevices/*',
    linux('network-devices'),
    [
      'One device to move. Its addresses and routes are not part of this: somebody else sets them.',
      'A device that does not exist, or sits in another namespace, fails the create.',
    ],
    [
      '옮길 장치 하나다. 주소와 경로는 여기서 정하지 않는다.',
      '없는 장치거나 다른 네임스페이스에 있으면 create가 실패한다.',
    ],
  ),
  row(
    '/linux/netDevices/*/name',
    linux('network-devices'),
    [
      'Its new name inside; without it the name stays.',
      'A name that is taken inside, such as eth0 from CNI, is a conflict and an error.',
    ],
    [
      '안에서 쓸 새 이름이다. 없으면 이름이 그대로다.',
      'CNI가 만든 eth0처럼 안에 이미 있는 이름이면 오류가 난다.',
    ],
  ),
  row(
    '/linux/cgroupsPath',
    linux('cgroups-path'),
    [
      'Where the container’s cgroup is made: absolute below the cgroup mount, or slice:prefix:name for systemd.',
      'Two containers with one path share its limits, and deleting one kills the other.',
    ],
    [
      '컨테이너의 cgroup을 만들 자리다. cgroup 마운트 아래의 절대 경로나, systemd라면 slice:prefix:name 꼴이다.',
      '두 컨테이너가 같은 경로를 쓰면 한도를 나눠 쓰고, 하나를 지울 때 다른 하나도 죽는다.',
    ],
  ),
  row(
    '/linux/sysctl',
    linux('sysctl'),
    [
      'Kernel parameters to set for the container.',
      'Only those that belong to a namespace are allowed; any other would change the host.',
    ],
    [
      '컨테이너에 맞춰 바꿀 커널 파라미터다.',
      '네임스페이스에 속한 것만 된다. 나머지는 호스트까지 바꾸기 때문이다.',
    ],
  ),
  row(
    '/linux/sysctl/*',
    linux('sysctl'),
    [
      'One parameter, its value as text: net.ipv4.ip_unprivileged_port_start.',
      'Set in a container that shares the host’s network, it is refused.',
    ],
    [
      'net.ipv4.ip_unprivileged_port_start 같은 파라미터 하나다. 값은 문자열로 적는다.',
      '호스트의 네트워크를 함께 쓰는 컨테이너에서는 거부된다.',
    ],
  ),
  row(
    '/linux/rootfsPropagation',
    linux('rootfs-mount-propagation'),
    [
      'Whether mounts that appear later pass between host and container: private, slave, shared or unbindable.',
      'shared lets a mount made inside show up on the host; private hides volumes that are mounted later.',
    ],
    [
      '나중에 생긴 마운트가 호스트와 컨테이너 사이를 오갈지 정한다. private, slave, shared, unbindable 가운데 하나다.',
      'shared면 안에서 한 마운트가 호스트에 나타나고, private이면 나중에 마운트한 볼륨이 안 보인다.',
    ],
  ),
  row(
    '/linux/maskedPaths',
    linux('masked-paths'),
    [
      'Paths that are covered so that they cannot be read: /proc/kcore, /proc/keys and other windows into the host.',
      'An empty list, as privileged containers have it, opens the host’s memory and keys to root inside.',
    ],
    [
      '읽지 못하게 덮는 경로다. /proc/kcore나 /proc/keys처럼 호스트를 들여다보는 창이다.',
      '특권 컨테이너처럼 비워 두면 안의 root에게 호스트의 메모리와 키가 열린다.',
    ],
  ),
  row(
    '/linux/maskedPaths/*',
    linux('masked-paths'),
    [
      'One covered path; a folder appears empty, a file reads as /dev/null.',
      'A program that needs it sees nothing there, and no error says why.',
    ],
    [
      '덮는 경로 하나다. 폴더는 비어 보이고 파일은 /dev/null처럼 읽힌다.',
      '그것이 필요한 프로그램은 까닭도 모른 채 빈 것을 본다.',
    ],
  ),
  row(
    '/linux/readonlyPaths',
    linux('readonly-paths'),
    [
      'Paths that can be read and not written, such as /proc/sys.',
      'Left empty, root inside can change kernel parameters of the host.',
    ],
    [
      '/proc/sys처럼 읽을 수만 있고 쓸 수는 없게 하는 경로다.',
      '비워 두면 안의 root가 호스트의 커널 파라미터를 바꿀 수 있다.',
    ],
  ),
  row(
    '/linux/readonlyPaths/*',
    linux('readonly-paths'),
    [
      'One path that is mounted read-only over itself.',
      'sysctl -w below it fails with “read-only file system”.',
    ],
    [
      '자기 위에 읽기 전용으로 다시 마운트하는 경로 하나다.',
      '그 아래에서 sysctl -w를 하면 “read-only file system”으로 실패한다.',
    ],
  ),
  row(
    '/linux/mountLabel',
    linux('mount-label'),
    [
      'SELinux label for the files of the container’s mounts.',
      'If it does not fit the process’s label, the container cannot read its own root filesystem.',
    ],
    [
      '컨테이너의 마운트에 있는 파일에 붙일 SELinux 레이블이다.',
      '프로세스의 레이블과 맞지 않으면 컨테이너가 제 루트 파일시스템도 읽지 못한다.',
    ],
  ),
  row(
    '/linux/personality',
    linux('personality'),
    [
      'Execution domain of the process, for 32-bit programs on 64-bit kernels.',
      'A wrong one makes uname lie, and build scripts choose the wrong architecture.',
    ],
    [
      '프로세스의 실행 도메인이다. 64비트 커널에서 32비트 프로그램을 돌릴 때 쓴다.',
      '틀리면 uname이 다른 값을 말해 빌드 스크립트가 아키텍처를 잘못 고른다.',
    ],
  ),
  row(
    '/linux/personality/domain',
    linux('personality'),
    ['LINUX or LINUX32.', 'Other names are an error.'],
    ['LINUX나 LINUX32 가운데 하나다.', '다른 이름을 적으면 오류가 난다.'],
  ),
  row(
    '/linux/intelRdt',
    linux('intelrdt'),
    [
      'A share of the CPU’s cache and memory bandwidth, on processors that can divide them.',
      'Where the kernel has no resctrl mounted, create fails.',
    ],
    [
      '나눠 쓸 수 있는 CPU의 캐시와 메모리 대역폭에서 받을 몫이다.',
      '커널에 resctrl이 마운트되어 있지 않으면 create가 실패한다.',
    ],
  ),
  row(
    '/linux/intelRdt/closID',
    linux('intelrdt'),
    [
      'Name of the class of service.',
      'With the name of an existing class, its limits are taken over or must match.',
    ],
    [
      '서비스 등급의 이름이다.',
      '이미 있는 등급의 이름이면 그 한도를 이어받거나 값이 똑같아야 한다.',
    ],
  ),
  row(
    '/linux/memoryPolicy',
    linux('memory-policy'),
    [
      'From which NUMA nodes memory is taken, since 1.3.',
      'Nodes outside the cgroup’s cpuset.mems cannot be used.',
    ],
    [
      '어느 NUMA 노드에서 메모리를 받을지 정한다. 1.3에서 생겼다.',
      'cgroup의 cpuset.mems 밖에 있는 노드는 쓸 수 없다.',
    ],
  ),
]
