import type { Catalogue } from '../../../lib/content/fields.ts'
import { containerdInfo, criApi } from '../clauses.ts'
import { row } from '../row.ts'

const IMAGE = criApi('Image')
const INFO = containerdInfo('internal/cri/server/images/image_status.go', 'verboseImageInfo')

/** What crictl inspecti prints. */
export const criImage: Catalogue = [
  row(
    '',
    criApi('ImageStatusResponse'),
    [
      'What the runtime knows of one image that lies on this node.',
      'An image that was never pulled here gives “no such image”, even if the registry has it.',
    ],
    [
      '런타임이 이 노드에 있는 이미지 하나를 두고 아는 것이다.',
      '여기로 풀한 적이 없으면 레지스트리에 있어도 “no such image”가 나온다.',
    ],
  ),
  row(
    '/status',
    IMAGE,
    [
      'The part that CRI defines, the same with every runtime.',
      'The kubelet decides by it alone; info is never looked at.',
    ],
    [
      'CRI가 정한 부분이라 어느 런타임이나 같다.',
      'kubelet은 이것만 보고 판단한다. info는 보지 않는다.',
    ],
  ),
  row(
    '/status/id',
    IMAGE,
    [
      'The image ID: the digest of the image config.',
      'Taken for the manifest’s digest, it cannot be pulled: no registry answers to it.',
    ],
    [
      '이미지 ID다. 이미지 설정의 다이제스트다.',
      '매니페스트의 다이제스트로 착각하면 풀할 수 없다. 이 값으로 물으면 레지스트리가 모른다.',
    ],
  ),
  row(
    '/status/repoTags',
    IMAGE,
    [
      'Tags by which the image was pulled here.',
      'Empty after the tag moved on to a newer image; the old one can then be garbage-collected.',
    ],
    [
      '여기로 풀할 때 쓴 태그들이다.',
      '태그가 새 이미지로 옮겨 가면 비고, 옛 이미지는 가비지 수집의 대상이 된다.',
    ],
  ),
  row(
    '/status/repoTags/*',
    IMAGE,
    [
      'One full name with registry and tag.',
      'It says what the tag meant at the time of the pull, not today.',
    ],
    [
      '레지스트리와 태그까지 적은 이름 하나다.',
      '풀할 때의 태그일 뿐, 지금 태그가 같은 이미지를 가리킨다는 뜻은 아니다.',
    ],
  ),
  row(
    '/status/repoDigests',
    IMAGE,
    [
      'The digests by which it was pulled: of the index or the manifest.',
      'Empty for images that were loaded from an archive, so a pod that pins a digest does not find them.',
    ],
    [
      '풀할 때의 다이제스트다. 인덱스나 매니페스트의 것이다.',
      '아카이브에서 불러온 이미지에는 없어서, 다이제스트를 고정한 파드는 그것을 찾지 못한다.',
    ],
  ),
  row(
    '/status/repoDigests/*',
    IMAGE,
    [
      'One name with a digest: registry/repository@sha256:….',
      'This is what belongs into a pod spec that must not drift, not the ID.',
    ],
    [
      'registry/repository@sha256:… 꼴의 이름 하나다.',
      '바뀌면 안 되는 파드 명세에는 ID가 아니라 이것을 적어야 한다.',
    ],
  ),
  row(
    '/status/size',
    IMAGE,
    [
      'Bytes on disk as the runtime counts them; with containerd those of the compressed blobs. A number as text, since it is 64 bits wide.',
      'Another runtime counts unpacked files, so two nodes may disagree.',
    ],
    [
      '런타임이 센 디스크 크기다. containerd는 압축된 블롭의 크기를 말하고, 64비트라 문자열로 적는다.',
      '런타임마다 세는 법이 달라서 두 노드의 값이 다를 수 있다.',
    ],
  ),
  row(
    '/status/username',
    IMAGE,
    [
      'User of the image config, if it is a name.',
      'With runAsNonRoot the kubelet refuses it: a name does not prove that it is not root.',
    ],
    [
      '이미지 설정의 사용자가 이름일 때 그 이름이다.',
      'runAsNonRoot를 켜면 kubelet이 거부한다. 이름만으로는 root가 아니라고 할 수 없어서다.',
    ],
  ),
  row(
    '/status/uid',
    IMAGE,
    ['User of the image config, if it is a number.', 'With 0, runAsNonRoot stops the container.'],
    [
      '이미지 설정의 사용자가 숫자일 때 그 값이다.',
      '0이면 runAsNonRoot를 켠 컨테이너가 시작되지 않는다.',
    ],
  ),
  row(
    '/status/uid/value',
    IMAGE,
    [
      'The number itself; wrapped, so that 0 and “not said” differ.',
      'Read without its wrapper, a missing one looks like root.',
    ],
    [
      '이미지 사용자의 번호다. 0과 “없음”을 가르려고 한 겹 싸여 있다.',
      '겉을 벗기고 읽으면 없는 값이 root처럼 보인다.',
    ],
  ),
  row(
    '/status/spec',
    criApi('ImageSpec'),
    ['How the image was asked for.', 'Mostly empty in answers.'],
    ['이미지를 어떻게 달라고 했는지 적는다.', '응답에서는 대개 비어 있다.'],
  ),
  row(
    '/status/pinned',
    IMAGE,
    [
      'Whether garbage collection must leave the image, as for pause.',
      'Without it, a full disk deletes the pause image and no pod starts until it is pulled again.',
    ],
    [
      'pause 이미지처럼 가비지 수집에서 빼야 하는지 나타낸다.',
      '빠지면 디스크가 찼을 때 pause 이미지가 지워져, 다시 풀할 때까지 파드가 시작되지 않는다.',
    ],
  ),
  row(
    '/info',
    INFO,
    [
      'What containerd adds on its own: chainID and the image config.',
      'Scripts that rely on it break with another runtime.',
    ],
    [
      'containerd가 덧붙인 것이다. 체인 ID와 이미지 설정이 있다.',
      '이것에 기대는 스크립트는 런타임이 바뀌면 깨진다.',
    ],
  ),
  row(
    '/info/chainID',
    INFO,
    [
      'ChainID of all layers: the name of the top snapshot.',
      'If the snapshot of that name is missing, the image is here and cannot be run.',
    ],
    [
      '모든 레이어의 체인 ID다. 맨 위 스냅샷의 이름이다.',
      '이 이름의 스냅샷이 없으면 이미지가 있어도 실행할 수 없다.',
    ],
  ),
]
