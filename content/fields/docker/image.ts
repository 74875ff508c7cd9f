import type { Catalogue } from '../../../lib/content/fields.ts'
import { dockerApi, dockerArchive, imageSpec, runtimeSpec } from '../clauses.ts'
import { row } from '../row.ts'

const INSPECT = dockerApi('ImageInspect')
const DRIVER = dockerApi('DriverData')
const STATE = runtimeSpec('runtime.md#state')
const LAYOUT = imageSpec('image-layout.md#oci-layout-file')

/** What docker image inspect prints: a list of one. */
export const dockerImage: Catalogue = [
  row(
    '',
    INSPECT,
    [
      'A list, one item for each image that was named.',
      'An unknown name gives an empty list and an error beside it.',
    ],
    ['이름을 댄 이미지마다 하나씩 있는 목록이다.', '모르는 이름이면 빈 목록과 오류가 함께 나온다.'],
  ),
  row(
    '/*',
    INSPECT,
    [
      'One image as Docker Engine sees it.',
      'It is made from the config, and it is not the config: hashing it gives no image ID.',
    ],
    [
      'Docker Engine이 보는 이미지 하나다.',
      '설정에서 만든 것이지 설정은 아니다. 해시해도 이미지 ID가 나오지 않는다.',
    ],
  ),
  row(
    '/*/Id',
    INSPECT,
    [
      'The image ID: the config’s digest with the classic store, the manifest’s or index’s with containerd’s.',
      'Compared between two hosts with different stores, equal images look different.',
    ],
    [
      '이미지 ID다. 고전 저장소에서는 설정의, containerd 저장소에서는 매니페스트나 인덱스의 다이제스트다.',
      '저장소가 다른 두 호스트에서 견주면 같은 이미지도 달라 보인다.',
    ],
  ),
  row(
    '/*/RepoTags',
    INSPECT,
    [
      'Names with tags on this host.',
      'Empty for an image whose tag moved on: <none> in docker images.',
    ],
    [
      '이 호스트에서 붙은 이름과 태그다.',
      '태그가 옮겨 가면 비고, docker images에 <none>으로 나온다.',
    ],
  ),
  row(
    '/*/RepoTags/*',
    INSPECT,
    [
      'One tagged name; docker.io/library is left out.',
      'It is local: the registry’s tag may have moved.',
    ],
    [
      '태그가 붙은 이름 하나다. docker.io/library는 빼고 적는다.',
      '이 호스트의 것이라 레지스트리의 태그는 이미 옮겨 갔을 수 있다.',
    ],
  ),
  row(
    '/*/RepoDigests',
    INSPECT,
    [
      'Names with the digest of the manifest or index, known from a pull or a push.',
      'Empty for an image that was only built or loaded here.',
    ],
    [
      '풀하거나 푸시할 때 알게 된 매니페스트나 인덱스의 다이제스트다.',
      '여기서 빌드하거나 불러오기만 한 이미지에는 없다.',
    ],
  ),
  row(
    '/*/RepoDigests/*',
    INSPECT,
    [
      'One such name: this is what to pin.',
      'With the classic store it cannot be checked against what is on disk any more.',
    ],
    [
      '그런 이름 하나다. 고정하려면 이것을 쓴다.',
      '고전 저장소에서는 디스크에 있는 것과 더는 맞춰 볼 수 없다.',
    ],
  ),
  row(
    '/*/Parent',
    INSPECT,
    [
      'The image below, for images built by the old builder.',
      'Empty after a pull: the chain is not sent.',
    ],
    [
      '옛 빌더로 만든 이미지의 바로 아래 이미지다.',
      '풀한 이미지에는 없다. 그 사슬은 보내지 않는다.',
    ],
  ),
  row(
    '/*/Comment',
    INSPECT,
    [
      'Note of who committed it; BuildKit writes buildkit.dockerfile.v0.',
      'Anyone can write anything into it.',
    ],
    [
      '만들 때 남긴 말이다. BuildKit은 buildkit.dockerfile.v0이라고 적는다.',
      '누구나 아무 말이나 적을 수 있다.',
    ],
  ),
  row(
    '/*/Created',
    INSPECT,
    ['created of the config.', 'Reproducible builders write 1970 or 1980.'],
    ['설정의 created다.', '재현 가능한 빌더는 1970년이나 1980년을 적는다.'],
  ),
  row(
    '/*/DockerVersion',
    INSPECT,
    ['Version of the Docker that built it.', 'Empty from BuildKit.'],
    ['이미지를 만든 Docker의 버전이다.', 'BuildKit이면 비어 있다.'],
  ),
  row(
    '/*/Author',
    INSPECT,
    ['author of the config, from MAINTAINER.', 'It proves nothing about who built it.'],
    ['설정의 author다. MAINTAINER에서 온다.', '누가 빌드했는지 밝혀 주지는 않는다.'],
  ),
  row(
    '/*/Architecture',
    INSPECT,
    ['architecture of the config.', 'It is a claim: the binaries may be for another CPU.'],
    ['설정의 architecture다.', '적힌 말일 뿐 실행 파일은 다른 CPU용일 수 있다.'],
  ),
  row(
    '/*/Variant',
    INSPECT,
    ['variant of the config, such as v8.', 'Often absent although the image needs one.'],
    ['v8처럼 설정에 적힌 variant다.', '필요한데도 빠진 이미지가 많다.'],
  ),
  row(
    '/*/Os',
    INSPECT,
    ['os of the config.', 'A Linux host runs no windows image.'],
    ['설정의 os다.', 'Linux 호스트는 windows 이미지를 돌리지 못한다.'],
  ),
  row(
    '/*/Size',
    INSPECT,
    [
      'Bytes of all unpacked layers with the classic store; with containerd’s, blobs and snapshots are counted.',
      'Layers shared with other images are counted for each.',
    ],
    [
      '고전 저장소에서는 풀린 레이어 전체의 크기다. containerd 저장소에서는 블롭과 스냅샷을 센다.',
      '다른 이미지와 함께 쓰는 레이어도 이미지마다 다시 센다.',
    ],
  ),
  row(
    '/*/VirtualSize',
    INSPECT,
    [
      'The same number again, gone since API 1.44.',
      'Scripts that read it get nothing from newer engines.',
    ],
    [
      '같은 수를 한 번 더 적은 것이다. API 1.44에서 없어졌다.',
      '이것을 읽는 스크립트는 새 엔진에서 값을 얻지 못한다.',
    ],
  ),
  row(
    '/*/GraphDriver',
    DRIVER,
    ['Where the image’s layers lie on disk.', 'Absent with the containerd store.'],
    ['이미지의 레이어가 디스크 어디에 있는지 알려 준다.', 'containerd 저장소에서는 나오지 않는다.'],
  ),
  row(
    '/*/GraphDriver/Name',
    DRIVER,
    [
      'Name of the storage driver that holds the image.',
      'After a change of driver the images seem to have vanished.',
    ],
    [
      '이미지를 담은 스토리지 드라이버의 이름이다.',
      '드라이버를 바꾸면 이미지가 사라진 것처럼 보인다.',
    ],
  ),
  row(
    '/*/GraphDriver/Data',
    DRIVER,
    ['Folders of the layers.', 'Deleting one by hand breaks every image above it.'],
    ['레이어가 있는 폴더들이다.', '하나를 손으로 지우면 그 위의 이미지가 모두 망가진다.'],
  ),
  row(
    '/*/RootFS',
    INSPECT,
    ['rootfs of the config: the diffIDs.', 'They are not the digests that a registry knows.'],
    ['설정의 rootfs다. diffID들이 있다.', '레지스트리가 아는 다이제스트가 아니다.'],
  ),
  row(
    '/*/RootFS/Type',
    INSPECT,
    ['Always layers.', 'Anything else would be refused.'],
    ['layers라는 값뿐이다.', '다른 값이면 거부당한다.'],
  ),
  row(
    '/*/RootFS/Layers',
    INSPECT,
    ['The diffIDs, base first.', 'Looked for in a registry, none of them is found.'],
    ['베이스부터 늘어놓은 diffID다.', '레지스트리에서 찾으면 하나도 나오지 않는다.'],
  ),
  row(
    '/*/RootFS/Layers/*',
    INSPECT,
    [
      'DiffID of one layer: the hash of its unpacked tar.',
      'Two images share a layer on disk only if all below are equal, too.',
    ],
    [
      '레이어 하나의 diffID, 곧 압축을 푼 tar의 해시다.',
      '그 아래까지 모두 같아야 두 이미지가 디스크에서 레이어를 함께 쓴다.',
    ],
  ),
  row(
    '/*/Metadata',
    INSPECT,
    ['What the engine noted on its own.', 'It is not part of the image and travels nowhere.'],
    ['엔진이 따로 적어 둔 것이다.', '이미지의 일부가 아니라서 옮겨 가지 않는다.'],
  ),
  row(
    '/*/Metadata/LastTagTime',
    INSPECT,
    ['When it was last tagged here.', 'The year 0001 means never.'],
    ['여기서 마지막으로 태그를 단 때다.', '0001년이면 단 적이 없다.'],
  ),
  row(
    '/*/Config',
    INSPECT,
    ['config of the image config: how to run it.', 'docker run options go before all of it.'],
    ['이미지 설정의 config다. 실행하는 방법이 있다.', 'docker run의 옵션이 이것보다 앞선다.'],
  ),
  row(
    '/*/Descriptor',
    INSPECT,
    [
      'What the name leads to, as a descriptor, with the containerd store.',
      'Absent with the classic store, which does not keep manifests.',
    ],
    [
      'containerd 저장소에서 이름이 가리키는 디스크립터다.',
      '고전 저장소에는 없다. 매니페스트를 보관하지 않는다.',
    ],
  ),
]

/** manifest.json of docker save. */
export const dockerArchiveList: Catalogue = [
  row(
    '',
    dockerArchive,
    ['A list of the images in the archive.', 'Empty, docker load does nothing and says nothing.'],
    ['아카이브에 든 이미지의 목록이다.', '비어 있으면 docker load가 말없이 아무 일도 하지 않는다.'],
  ),
  row(
    '/*',
    dockerArchive,
    [
      'One image: a config and its layers, by file name.',
      'It has no digest, so nothing can pin it.',
    ],
    ['이미지 하나다. 설정과 레이어를 파일 이름으로 적는다.', '다이제스트가 없어서 고정할 수 없다.'],
  ),
  row(
    '/*/Config',
    dockerArchive,
    [
      'File of the image config; its name is its hash, which is the image ID.',
      'If the bytes hash to something else, docker load gives the image that other ID.',
    ],
    [
      '이미지 설정 파일이다. 이름이 곧 해시이고 이미지 ID다.',
      '바이트의 해시가 다르면 docker load는 그 다른 값을 ID로 삼는다.',
    ],
  ),
  row(
    '/*/RepoTags',
    dockerArchive,
    [
      'Names that the image gets when it is loaded, or null.',
      'They overwrite tags of the same name on the host.',
    ],
    ['불러올 때 붙일 이름들이다. 없으면 null이다.', '호스트에 같은 태그가 있으면 덮어쓴다.'],
  ),
  row(
    '/*/RepoTags/*',
    dockerArchive,
    ['One name with its tag.', 'An archive from a stranger can call itself anything.'],
    ['태그가 붙은 이름 하나다.', '남이 준 아카이브는 무슨 이름이든 댈 수 있다.'],
  ),
  row(
    '/*/Layers',
    dockerArchive,
    [
      'Files of the layers, base first, paired with the config’s diffIDs by position.',
      'Another order is refused: the hashes no longer fit.',
    ],
    [
      '베이스부터 늘어놓은 레이어 파일이다. 설정의 diffID와 순서로 짝짓는다.',
      '순서가 바뀌면 해시가 맞지 않아 거부당한다.',
    ],
  ),
  row(
    '/*/Layers/*',
    dockerArchive,
    [
      'File of one layer, mostly an unpacked tar.',
      'It may be a link; packed again without it, the image is broken.',
    ],
    [
      '레이어 하나의 파일이다. 대개 압축하지 않은 tar다.',
      '링크일 수도 있다. 링크를 빼고 다시 묶으면 이미지가 망가진다.',
    ],
  ),
  row(
    '/*/Parent',
    dockerArchive,
    ['ID of the parent image, if the old builder knew it.', 'Nothing needs it any more.'],
    ['옛 빌더가 알던 부모 이미지의 ID다.', '이제는 쓰는 데가 없다.'],
  ),
  row(
    '/*/LayerSources',
    dockerArchive,
    [
      'Descriptors for layers that came from elsewhere, by diffID.',
      'Without them, foreign Windows layers cannot be fetched again.',
    ],
    [
      '다른 데서 온 레이어의 디스크립터를 diffID별로 적는다.',
      '없으면 Windows의 외부 레이어를 다시 받을 수 없다.',
    ],
  ),
  row(
    '/*/LayerSources/*',
    dockerArchive,
    [
      'Descriptor of one layer: type, digest and size as in a manifest.',
      'Its digest is that of the stored file only in archives with a layout in them.',
    ],
    [
      '레이어 하나의 디스크립터다. 매니페스트처럼 타입, 다이제스트, 크기가 있다.',
      '그 다이제스트가 저장된 파일의 것인 경우는 레이아웃이 든 아카이브뿐이다.',
    ],
  ),
  row(
    '/*/LayerSources/*/mediaType',
    dockerArchive,
    ['Media type of that layer.', 'docker load goes by the bytes, not by this.'],
    ['그 레이어의 미디어 타입이다.', 'docker load는 이것이 아니라 바이트를 본다.'],
  ),
  row(
    '/*/LayerSources/*/digest',
    dockerArchive,
    ['Digest of that layer.', 'For an unpacked layer it equals the diffID beside it.'],
    ['그 레이어의 다이제스트다.', '압축하지 않은 레이어면 옆의 diffID와 같다.'],
  ),
  row(
    '/*/LayerSources/*/size',
    dockerArchive,
    ['Bytes of that layer.', 'Wrong, a push that trusts it is refused by the registry.'],
    ['그 레이어의 바이트 수다.', '틀리면 이것을 믿고 한 푸시를 레지스트리가 거부한다.'],
  ),
]

/** The oci-layout file. */
export const layoutMark: Catalogue = [
  row(
    '',
    LAYOUT,
    ['Marks a folder as an image layout.', 'Without it, tools may not take the folder for one.'],
    [
      '폴더가 이미지 레이아웃임을 알리는 파일이다.',
      '없으면 도구가 레이아웃으로 받아 주지 않기도 한다.',
    ],
  ),
  row(
    '/imageLayoutVersion',
    LAYOUT,
    [
      'Version of the layout’s form, 1.0.0 in all versions of the spec so far.',
      'With another, a tool must stop: it cannot know what changed.',
    ],
    [
      '레이아웃 형식의 버전이다. 지금까지의 명세에서는 모두 1.0.0이다.',
      '다른 값이면 무엇이 바뀌었는지 모르므로 도구가 멈춰야 한다.',
    ],
  ),
]

/** What the state operation prints, and hooks are given. */
export const runtimeState: Catalogue = [
  row(
    '',
    STATE,
    [
      'One container as a low-level runtime knows it.',
      'After delete the runtime knows nothing of it any more.',
    ],
    ['저수준 런타임이 아는 컨테이너 하나다.', 'delete를 하고 나면 런타임은 아무것도 모른다.'],
  ),
  row(
    '/ociVersion',
    STATE,
    ['Version of runtime-spec that the state follows.', 'It may be newer than that of the bundle.'],
    ['이 상태가 따르는 runtime-spec의 버전이다.', '번들에 적힌 버전보다 높을 수 있다.'],
  ),
  row(
    '/id',
    STATE,
    [
      'ID that create was given; unique on this host for this runtime.',
      'crun and runc do not see each other’s.',
    ],
    [
      'create 때 받은 ID다. 이 호스트의 이 런타임에서 하나뿐이다.',
      'crun과 runc는 서로의 것을 보지 못한다.',
    ],
  ),
  row(
    '/status',
    STATE,
    [
      'creating, created, running or stopped; runc adds paused.',
      'created for long means that nobody called start.',
    ],
    [
      'creating, created, running, stopped 가운데 하나다. runc에는 paused도 있다.',
      '오래 created라면 아무도 start를 부르지 않은 것이다.',
    ],
  ),
  row(
    '/pid',
    STATE,
    [
      'Process ID of the container’s process, as the host sees it.',
      'Reused by the kernel after the end, it may be a stranger’s.',
    ],
    [
      '호스트에서 본 컨테이너 프로세스의 ID다.',
      '끝난 뒤 커널이 다시 쓰면 남의 프로세스일 수 있다.',
    ],
  ),
  row(
    '/bundle',
    STATE,
    ['Absolute path of the bundle.', 'Moved after create, hooks do not find it.'],
    ['번들의 절대 경로다.', 'create 뒤에 옮기면 훅이 찾지 못한다.'],
  ),
  row(
    '/annotations',
    STATE,
    [
      'annotations of the runtime config, handed through.',
      'Hooks decide by them, so a missing one skips a hook’s work.',
    ],
    [
      '런타임 설정의 어노테이션을 그대로 넘긴 것이다.',
      '훅이 이것을 보고 움직이므로 빠지면 훅이 할 일을 하지 않는다.',
    ],
  ),
  row(
    '/annotations/*',
    STATE,
    ['One annotation handed to hooks.', 'Its value is text and may be of any length.'],
    ['훅에 넘어간 어노테이션 하나다.', '값은 글이고 길이에 제한이 없다.'],
  ),
  row(
    '/rootfs',
    STATE,
    [
      'runc’s own: the root filesystem’s path.',
      'The spec does not know it, so crun may not print it.',
    ],
    ['runc가 덧붙인 루트 파일시스템의 경로다.', '명세에 없어서 crun은 적지 않을 수 있다.'],
  ),
  row(
    '/created',
    STATE,
    ['runc’s own: when it was created.', 'By the host’s clock, in UTC.'],
    ['runc가 덧붙인 만든 때다.', '호스트의 시계를 UTC로 적은 값일 뿐이다.'],
  ),
  row(
    '/owner',
    STATE,
    ['runc’s own: who created it.', 'Empty for root.'],
    ['runc가 덧붙인 만든 사람이다.', 'root면 비어 있다.'],
  ),
]
