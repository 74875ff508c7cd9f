import type { FieldEntry } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const FREEBSD = runtimeSpec('config-freebsd.md')
const JAIL = runtimeSpec('config-freebsd.md#jail')
const DEVICES = runtimeSpec('config-freebsd.md#devices')

/** Platforms beside Linux, as far as their documents are met. */
export const platformFields: FieldEntry[] = [
  row(
    '/windows',
    runtimeSpec('config-windows.md'),
    [
      'What only Windows has: layer folders, HNS network, credential specs.',
      'It must be there on Windows; without layerFolders nothing can start.',
    ],
    [
      'Windows에만 있는 것이다. 레이어 폴더, HNS 네트워크, 자격 증명 명세가 들어간다.',
      'Windows에서는 꼭 있어야 하고, layerFolders가 없으면 아무것도 시작하지 못한다.',
    ],
  ),
  row(
    '/vm',
    runtimeSpec('config-vm.md'),
    [
      'For runtimes that start a virtual machine: hypervisor, kernel, disk image.',
      'runc and crun ignore it, so the container gets no machine of its own.',
    ],
    [
      '가상 머신을 띄우는 런타임이 쓴다. 하이퍼바이저, 커널, 디스크 이미지를 적는다.',
      'runc와 crun은 무시하므로 따로 머신을 받지 못한다.',
    ],
  ),
  row(
    '/solaris',
    runtimeSpec('config-solaris.md'),
    ['What only Solaris zones have.', 'On other systems it is passed over without a word.'],
    ['Solaris 존에만 있는 것이다.', '다른 시스템에서는 말없이 지나친다.'],
  ),
  row(
    '/zos',
    runtimeSpec('config-zos.md'),
    [
      'What only z/OS has: its own list of namespaces.',
      'Linux namespaces written here have no effect on Linux.',
    ],
    [
      'z/OS에만 있는 네임스페이스 목록이다.',
      'Linux의 네임스페이스를 여기에 적어도 Linux에서는 듣지 않는다.',
    ],
  ),
  row(
    '/freebsd',
    FREEBSD,
    [
      'What only FreeBSD has, since 1.3: a jail and devices.',
      'A runtime of an older version does not know it and makes a plain jail.',
    ],
    [
      '1.3에서 생긴 FreeBSD의 자리다. 감옥(jail)과 장치를 적는다.',
      '옛 버전의 런타임은 몰라서 평범한 jail을 만든다.',
    ],
  ),
  row(
    '/freebsd/devices',
    DEVICES,
    [
      'Devices that the jail’s devfs shows.',
      'All others stay hidden, so a forgotten one is “not found”.',
    ],
    ['jail의 devfs에 보일 장치들이다.', '나머지는 숨으므로 빠뜨린 장치는 없는 것으로 나온다.'],
  ),
  row(
    '/freebsd/devices/*',
    DEVICES,
    ['One device to show.', 'A name that the host lacks shows nothing.'],
    ['jail에 보일 장치 하나다.', '호스트에 없는 이름이면 아무것도 보이지 않는다.'],
  ),
  row(
    '/freebsd/devices/*/path',
    DEVICES,
    ['Its path below /dev, such as pf.', 'With /dev in front it names nothing.'],
    ['pf처럼 /dev 아래의 경로다.', '앞에 /dev를 붙이면 아무것도 가리키지 못한다.'],
  ),
  row(
    '/freebsd/devices/*/mode',
    DEVICES,
    [
      'Its permissions as a decimal number: 448 is 0700.',
      'Read as octal, the device is closed to its user.',
    ],
    [
      'FreeBSD 장치의 권한을 십진수로 적는다. 448이 0700이다.',
      '팔진수로 알고 적으면 정작 쓸 사용자에게 닫힌다.',
    ],
  ),
  row(
    '/freebsd/jail',
    JAIL,
    [
      'The jail: what is its own and what it shares.',
      'What is not set is shared with the host as jail(8) has it.',
    ],
    [
      '무엇을 따로 갖고 무엇을 함께 쓸지 정한 jail이다.',
      '적지 않은 것은 jail(8)의 기본값대로 호스트와 함께 쓴다.',
    ],
  ),
  row(
    '/freebsd/jail/host',
    JAIL,
    [
      'Whether host name and host ID are the jail’s own: new or inherit.',
      'With inherit, a change inside would be one outside.',
    ],
    [
      'jail이 호스트 이름과 ID를 따로 가질지 new나 inherit로 정한다.',
      'inherit이면 안에서 바꾼 것이 밖에서도 바뀐다.',
    ],
  ),
  row(
    '/freebsd/jail/vnet',
    JAIL,
    [
      'new gives the jail a network stack of its own.',
      'Without it, addresses are shared and raw packets are not.',
    ],
    ['new면 jail이 네트워크 스택을 따로 갖는다.', '따로 갖지 않으면 호스트의 주소를 함께 쓴다.'],
  ),
  row(
    '/freebsd/jail/enforceStatfs',
    JAIL,
    [
      'How much of the mount table processes see: 2 shows their root alone, 0 everything.',
      'At 2, mounting inside the jail is impossible.',
    ],
    [
      '마운트 표를 얼마나 보여 줄지 정한다. 2면 자기 루트만, 0이면 모두 보인다.',
      '2면 jail 안에서 마운트할 수 없다.',
    ],
  ),
  row(
    '/freebsd/jail/allow',
    JAIL,
    [
      'What root in the jail may do beyond the default.',
      'Each permission opens a part of the host’s kernel.',
    ],
    ['jail의 root에게 기본보다 더 허락할 일이다.', '허락할 때마다 호스트 커널이 조금씩 더 열린다.'],
  ),
  row(
    '/freebsd/jail/allow/chflags',
    JAIL,
    ['Lets root change file flags such as schg.', 'Without it, installers that set flags fail.'],
    [
      'schg 같은 파일 플래그를 root가 바꾸게 한다.',
      '없으면 플래그를 다는 설치 프로그램이 실패한다.',
    ],
  ),
  row(
    '/freebsd/jail/allow/mount',
    JAIL,
    [
      'Filesystems that may be mounted from inside.',
      'enforceStatfs must be below 2 for it to work.',
    ],
    ['안에서 마운트할 수 있는 파일시스템들이다.', 'enforceStatfs가 2보다 작아야 듣는다.'],
  ),
  row(
    '/freebsd/jail/allow/mount/*',
    JAIL,
    [
      'One such filesystem, such as tmpfs.',
      'A filesystem that reads foreign data, such as zfs, trusts that data.',
    ],
    [
      'tmpfs처럼 허락할 파일시스템 하나다.',
      'zfs처럼 남이 만든 데이터를 읽는 것은 그 데이터를 믿게 된다.',
    ],
  ),
  row(
    '/freebsd/jail/allow/rawSockets',
    JAIL,
    [
      'Lets the jail open raw sockets, as ping needs.',
      'With it, packets with any sender can be made.',
    ],
    ['ping에 필요한 raw 소켓을 열게 한다.', '열어 두면 보낸 주소를 속인 패킷도 만들 수 있다.'],
  ),
]
