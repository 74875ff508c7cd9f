import type { FieldEntry, SpecClause } from '../../../lib/content/fields.ts'
import { runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const ROOT = runtimeSpec('config.md#root')
const MOUNTS = runtimeSpec('config.md#mounts')
const MAPPED = runtimeSpec('config.md#posix-platform-mounts')

/** What every bundle has: version, root filesystem, names, mounts, annotations. */
export const topFields: FieldEntry[] = [
  row(
    '',
    runtimeSpec('config.md'),
    [
      'The config.json of a bundle: everything that a low-level runtime is told about one container. Unknown fields are ignored, unknown values are errors.',
      'Edits after create change nothing: the runtime has read it by then.',
    ],
    [
      '번들의 config.json이다. 저수준 런타임은 컨테이너 하나에 필요한 것을 모두 여기서 읽는다.',
      'create 뒤에 고쳐도 소용없다. 런타임은 그때 이미 다 읽었다.',
    ],
  ),
  row(
    '/ociVersion',
    runtimeSpec('config.md#specification-version'),
    [
      'Version of runtime-spec that this file follows, in SemVer.',
      'A runtime that knows only older minor versions may go on and skip fields it does not know.',
    ],
    [
      '이 파일이 따르는 runtime-spec의 버전이다.',
      '더 낮은 버전만 아는 런타임은 모르는 필드를 건너뛴 채 계속할 수 있다.',
    ],
  ),
  row(
    '/root',
    ROOT,
    [
      'The container’s root filesystem.',
      'Without it only Hyper-V containers are valid; elsewhere create fails.',
    ],
    [
      '컨테이너의 루트 파일시스템이다.',
      'Hyper-V 컨테이너에서만 없어도 된다. 다른 데서는 create가 실패한다.',
    ],
  ),
  row(
    '/root/path',
    ROOT,
    [
      'Where it lies: absolute, or relative to the bundle. The layers are already unpacked and stacked there.',
      'An empty folder starts nothing; a path to the host’s / hands the host over.',
    ],
    [
      '루트 파일시스템이 있는 곳이다. 절대 경로이거나 번들에서 본 상대 경로이고, 레이어는 이미 풀려 쌓여 있다.',
      '빈 폴더면 아무것도 시작하지 못하고, 호스트의 /를 가리키면 호스트를 내주는 셈이다.',
    ],
  ),
  row(
    '/root/readonly',
    ROOT,
    [
      'Mounts the root filesystem read-only; Kubernetes calls it readOnlyRootFilesystem.',
      'Programs that write beside their binaries or to /tmp fail unless a mount is put there.',
    ],
    [
      '루트 파일시스템을 읽기 전용으로 마운트한다. Kubernetes의 readOnlyRootFilesystem이다.',
      '/tmp나 실행 파일 옆에 쓰는 프로그램은 그 자리에 따로 마운트해 주지 않으면 실패한다.',
    ],
  ),
  row(
    '/hostname',
    runtimeSpec('config.md#hostname'),
    [
      'Host name inside a UTS namespace. In a pod all containers share the sandbox’s.',
      'Without a new UTS namespace it would rename the host, so runtimes refuse it.',
    ],
    [
      'UTS 네임스페이스 안의 호스트 이름이다. 파드에서는 샌드박스의 이름을 함께 쓴다.',
      '새 UTS 네임스페이스 없이 적으면 호스트의 이름이 바뀌므로 런타임이 거부한다.',
    ],
  ),
  row(
    '/domainname',
    runtimeSpec('config.md#domainname'),
    [
      'NIS domain name in the UTS namespace, since 1.1. It is no DNS domain.',
      'Set in the hope of name resolution, it changes nothing: that is /etc/resolv.conf.',
    ],
    [
      'UTS 네임스페이스의 NIS 도메인 이름이다. DNS 도메인이 아니다.',
      '이름 풀이를 바라고 적어도 달라지지 않는다. 그것은 /etc/resolv.conf의 일이다.',
    ],
  ),
  row(
    '/annotations',
    runtimeSpec('config.md#annotations'),
    [
      'Free words for whoever is above or around the runtime: containerd and CRI-O write pod names here.',
      'Some runtimes act on some keys, so a caller who may set any annotation may change how the container runs.',
    ],
    [
      '런타임의 위나 둘레에서 쓰는 자유로운 말이다. containerd와 CRI-O는 파드 이름을 여기에 적는다.',
      '어떤 키에는 런타임이 반응하므로, 아무 어노테이션이나 쓰게 두면 실행 방식까지 바꿀 수 있다.',
    ],
  ),
  row(
    '/annotations/*',
    runtimeSpec('config.md#annotations'),
    [
      'One annotation of the container; keys look like io.kubernetes.cri.container-type.',
      'Keys below org.opencontainers are reserved, and a foreign meaning may be read into them.',
    ],
    [
      '컨테이너의 어노테이션 하나다. 키는 io.kubernetes.cri.container-type처럼 생겼다.',
      'org.opencontainers로 시작하는 키는 예약되어 있어 다른 뜻으로 읽힐 수 있다.',
    ],
  ),
  row(
    '/mounts',
    MOUNTS,
    [
      'What is mounted over the root filesystem, in this order: /proc, /dev, volumes, /etc/hosts.',
      'A later mount hides an earlier one below the same path, so order matters.',
    ],
    [
      '루트 파일시스템 위에 적힌 순서대로 마운트할 것들이다. /proc, /dev, 볼륨, /etc/hosts가 여기 있다.',
      '뒤의 마운트가 앞의 것을 가리므로 순서가 틀리면 안 된다.',
    ],
  ),
  row(
    '/mounts/*',
    MOUNTS,
    [
      'One mount: what, where, and how.',
      'One that fails stops create, and its error names the destination.',
    ],
    [
      '마운트 하나다. 무엇을, 어디에, 어떻게 붙일지 적는다.',
      '하나라도 실패하면 create가 멈추고, 오류에 그 경로가 나온다.',
    ],
  ),
  row(
    '/mounts/*/destination',
    MOUNTS,
    [
      'Where it appears inside the container, an absolute path.',
      'What the image has at that path is hidden, not merged: an empty volume over a folder empties it.',
    ],
    [
      '컨테이너 안에서 나타날 자리다. 절대 경로로 적는다.',
      '그 자리에 있던 이미지의 파일은 합쳐지지 않고 가려진다. 빈 볼륨을 얹으면 폴더가 비어 보인다.',
    ],
  ),
  row(
    '/mounts/*/source',
    MOUNTS,
    [
      'What is mounted: a path on the host for a bind mount, else a word that the filesystem may ignore.',
      'For a bind mount that does not exist, mount says “no such file or directory”.',
    ],
    [
      '무엇을 마운트할지 적는다. 바인드 마운트면 호스트의 경로이고, 아니면 파일시스템이 무시해도 되는 말이다.',
      '바인드할 경로가 호스트에 없으면 “no such file or directory”가 난다.',
    ],
  ),
  row(
    '/mounts/*/type',
    MOUNTS,
    [
      'Type of the filesystem, as in /proc/filesystems; “bind” and “none” are customary for bind mounts.',
      'A type that the host’s kernel lacks cannot be mounted.',
    ],
    [
      '/proc/filesystems에 나오는 파일시스템 종류다. 바인드 마운트에는 관례로 bind나 none을 적는다.',
      '호스트 커널에 없는 종류는 마운트할 수 없다.',
    ],
  ),
  row(
    '/mounts/*/options',
    MOUNTS,
    [
      'Options of the mount, as in fstab. A bind mount is made by bind or rbind standing here, not by its type.',
      'Without bind, a host path with type “none” is no bind mount and fails.',
    ],
    [
      'fstab에 적는 것과 같은 마운트 옵션이다. 바인드 마운트는 type이 아니라 여기 적힌 bind나 rbind가 만든다.',
      'bind를 빠뜨리면 호스트 경로를 적어도 바인드 마운트가 되지 않고 실패한다.',
    ],
  ),
  row(
    '/mounts/*/options/*',
    MOUNTS,
    [
      'One option: ro, nosuid, noexec, rprivate, size=65536k.',
      'Without nosuid and nodev, a volume can bring setuid programs and devices along.',
    ],
    [
      'ro, nosuid, noexec, rprivate, size=65536k 같은 옵션 하나다.',
      'nosuid와 nodev가 빠지면 볼륨이 setuid 프로그램과 장치를 들여올 수 있다.',
    ],
  ),
  ...mappings('/mounts/*/uidMappings', MAPPED, {
    en: 'users of the mount',
    ko: '마운트의 사용자',
  }),
  ...mappings('/mounts/*/gidMappings', MAPPED, { en: 'groups of the mount', ko: '마운트의 그룹' }),
]

/** Which IDs inside are which outside. @param whose a noun in both languages */
export function mappings(
  at: string,
  spec: SpecClause,
  whose: { en: string; ko: string },
): FieldEntry[] {
  return [
    row(
      at,
      spec,
      [
        `Ranges that translate the ${whose.en} between the container and the host.`,
        `An ID of the ${whose.en} that no range covers shows as 65534, nobody.`,
      ],
      [
        `컨테이너와 호스트 사이에서 ${whose.ko} ID를 바꿔 읽는 범위들이다.`,
        `어느 범위에도 들지 않는 ${whose.ko} ID는 65534(nobody)로 보인다.`,
      ],
    ),
    row(
      `${at}/*`,
      spec,
      [
        `One range of the ${whose.en}: where it begins on both sides, and its length.`,
        `Ranges of the ${whose.en} that overlap are refused by the kernel.`,
      ],
      [
        `${whose.ko} ID의 범위 하나다. 양쪽의 시작과 길이를 적는다.`,
        `${whose.ko} ID의 범위가 겹치면 커널이 거부한다.`,
      ],
    ),
    row(
      `${at}/*/containerID`,
      spec,
      [
        `First ID of the ${whose.en} inside the container, mostly 0.`,
        `If 0 of the ${whose.en} is not covered, nothing inside can be root.`,
      ],
      [
        `컨테이너 안에서 본 ${whose.ko} ID의 첫 값이다. 대개 0이다.`,
        `${whose.ko} ID의 0이 빠지면 안에서는 아무도 root가 될 수 없다.`,
      ],
    ),
    row(
      `${at}/*/hostID`,
      spec,
      [
        `First ID of the ${whose.en} on the host.`,
        `Two containers with the same range can reach each other’s files as the ${whose.en}.`,
      ],
      [
        `호스트에서 본 ${whose.ko} ID의 첫 값이다.`,
        `두 컨테이너가 같은 범위를 쓰면 ${whose.ko} 자격으로 서로의 파일에 닿는다.`,
      ],
    ),
    row(
      `${at}/*/size`,
      spec,
      [
        `How many IDs of the ${whose.en} the range covers; 65536 is usual.`,
        `With 1, the ${whose.en} are a single ID, and unpacking files of others fails.`,
      ],
      [
        `범위에 드는 ${whose.ko} ID의 수다. 보통 65536을 쓴다.`,
        `1이면 ${whose.ko} ID가 하나뿐이라, 다른 ID의 파일을 풀지 못한다.`,
      ],
    ),
  ]
}
