import type { IdentityWords } from '@/components/panels/identity-map/words'

export const identity = {
  name: '다이제스트',
  heading: '여섯 가지 이름, 각각 무엇을 해시했나',
  lead: '인덱스 다이제스트, 매니페스트 다이제스트, 이미지 ID, 레이어 다이제스트, diffID, chainID. 모두 비슷하게 생긴 SHA-256 값이지만 서로 바꿔 쓸 수 없다. 화살표는 이름에서 그 이름을 만들 때 해시한 것으로 향한다.',
  none: '아직 화면에 문서가 없다.',
  picture: '이 이미지 안의 이름들. 태그가 가리키는 문서에서 레이어까지',
  hint: '이름을 가리키거나 누르면 어떻게 계산하는지 보인다.',
  columns: {
    index: '인덱스',
    manifest: '매니페스트',
    config: '설정',
    computed: '어느 문서에도 없음: 계산한 값',
  },
  captions: {
    layer: 'layers: 저장된 그대로의 블롭을 해시한 값',
    diffId: 'rootfs.diff_ids: 같은 레이어의 압축을 풀고 해시한 값',
    chainId: '맨 아래부터 여기까지, 이름들을 해시한 값',
  },
  names: { manifest: 'manifests: 이 플랫폼의 것을 가리킴', config: 'config: 설정을 가리킴' },
  others: '그 밖에 {count}개',
  more: '레이어 {count}개 더 보기',
  kinds: {
    index: {
      name: '인덱스 다이제스트',
      how: '레지스트리가 보낸 인덱스 문서의 바이트를 그대로 해시한 값이다. 인덱스 안에 모든 매니페스트의 다이제스트가 있으므로 모든 플랫폼을 아우른다.',
      formula: '{algorithm}(인덱스 문서, {size}바이트)',
      where: '이미지의 어느 문서에도 없다. 태그를 물으면 레지스트리가 이 값으로 답한다.',
    },
    manifest: {
      name: '매니페스트 다이제스트',
      how: '매니페스트의 바이트를 해시한 값이다. 설정의 다이제스트와 레이어마다의 다이제스트가 그 바이트 안에 있으므로 플랫폼 하나를 아우른다.',
      formula: '{algorithm}(매니페스트 문서, {size}바이트)',
      where: '인덱스의 manifests[].digest에 있다. 인덱스가 없으면 태그가 곧바로 이것을 가리킨다.',
    },
    config: {
      name: '설정 다이제스트 = 이미지 ID',
      how: '설정의 바이트를 해시한 값이다. 이미지 명세는 이것을 이미지 ID라고 부른다. 레이어를 어떻게 압축했는지는 드러나지 않는다. 같은 이미지를 gzip과 zstd로 만들면 매니페스트는 둘이지만 이미지 ID는 하나다.',
      formula: '{algorithm}(설정 문서, {size}바이트)',
      where: '매니페스트의 config.digest에 있다.',
    },
    layer: {
      name: '레이어 {n}: 다이제스트',
      how: '저장하고 전송하는 그대로, 압축된 채로 레이어를 해시한 값이다. 같은 파일이라도 다시 압축하면 다이제스트가 달라진다.',
      formula: '{algorithm}(레이어 블롭, {size}바이트)',
      where: '매니페스트의 layers[].digest와 내려받는 주소에 있다.',
    },
    diffId: {
      name: '레이어 {n}: diffID',
      how: '같은 레이어의 압축을 푼 것, 곧 압축하기 전의 tar 묶음을 해시한 값이다. 그래서 압축만 바뀌면 그대로 남는다.',
      formula: '{algorithm}(압축 풀기(레이어 {n}))',
      where: '설정의 rootfs.diff_ids[]에 있다.',
    },
    chainId: {
      name: '레이어 1–{n}: chainID',
      how: '글 한 줄을 해시한 값이다. 레이어 1–{below}의 chainID, 빈칸 하나, 레이어 {n}의 diffID를 이어 쓴다. 레이어가 아니라 쌓인 더미의 이름이다. 베이스가 바뀌면 그 위의 chainID는 모두 바뀌고 diffID는 바뀌지 않는다.',
      formula: 'sha256("{text}")',
      where:
        '어느 문서에도 없다. 런타임이 계산하며, containerd와 Docker는 압축을 푼 레이어를 이 이름으로 보관한다.',
    },
  },
  bottom: {
    name: '레이어 1: chainID',
    how: '첫 레이어 아래에는 아무것도 없다. 그래서 chainID는 diffID 그대로이며, 다시 해시하지 않는다.',
    formula: '{text}',
  },
  explained: {
    heading: '만드는 법:',
    where: '적힌 곳:',
    copy: { copy: '복사', done: '복사함', manual: '선택함: Ctrl+C 또는 ⌘C를 누르세요' },
  },
  live: {
    working: '받아서 해시하는 중…',
    bytesMatch: '이 페이지에 있는 {size}바이트로 방금 여기서 계산했다. 같다.',
    bytesMismatch: '이 페이지에 있는 바이트로 방금 여기서 계산했다. 같지 않다.',
    textMatch: '따옴표 안의 글로 방금 여기서 계산했다. 같다.',
    textMismatch: '따옴표 안의 글로 방금 여기서 계산했다. 같지 않다.',
    same: '계산할 것이 없다.',
    cannot:
      '이 사이트가 계산하지 않는 알고리즘({algorithm})이다. 이름을 보여 줄 뿐 확인하지 않는다.',
    built: '이 페이지를 만들 때 확인했다. 자바스크립트가 켜져 있으면 브라우저가 다시 계산한다.',
    unpack: '압축을 푼 레이어가 있어야 한다. 위의 문서는 이 값을 약속할 뿐 증명하지 못한다.',
    fetch: '레이어({size}바이트)를 받아 여기서 해시하기',
    blobMatch: '받아서 여기서 해시했다. {size}바이트, 같다.',
    blobMismatch: '받아서 여기서 해시했다. {size}바이트, 같지 않다.',
    diffMatch:
      '{blob}바이트를 받고(다이제스트 맞음) {unpacked}바이트로 풀어 여기서 해시했다. 같다.',
    diffMismatch:
      '{blob}바이트를 받고(다이제스트 맞음) {unpacked}바이트로 풀어 여기서 해시했다. 같지 않다.',
    notHere:
      '여기서는 계산하지 않는다. 이 사이트에는 이 이미지의 레이어가 없다. 자기 컴퓨터에서는 블롭을 sha256sum에 넣으면 되고, diffID는 먼저 gunzip을 거친다.',
    large: '여기서는 계산하지 않는다. 레이어가 {limit}보다 크다.',
    zstd: '여기서는 계산하지 않는다. 레이어가 zstd로 압축되어 있는데 브라우저가 스스로 풀 수 있는 것은 gzip과 deflate뿐이다. 자기 컴퓨터에서는 zstd -dc layer | sha256sum.',
    unknown: '여기서는 계산하지 않는다. 레이어의 미디어 타입에 이 사이트가 아는 압축이 없다.',
  },
  list: '모든 이름과 만드는 법을 목록으로 보기',
  tools: {
    heading: '어느 도구가 어디에 무엇을 찍나',
    lead: '같은 말이 도구마다 다른 다이제스트를 뜻한다. 기록해 둔 이미지 hello로 도구를 하나하나 실행하고 출력에 나온 다이제스트를 모두 확인했다. ‘여기서는’ 열은 화면에 있는 이미지라면 그 자리에 올 값이다. 인덱스 다이제스트를 찍는 도구는 인덱스가 없는 이미지라면 매니페스트 다이제스트를 찍는다. 점선으로 두른 이름은 생김새만 같고 이미지의 것이 아니다. 도구가 붙인 이름이다.',
    command: '명령',
    field: '찍히는 자리',
    meaning: '무엇인가',
    here: '여기서는',
    whole: '출력 전체',
    groups: {
      classic: {
        name: 'Docker, 예전 이미지 저장소.',
        note: '전에는 이것뿐이었다. Docker Engine 29로 업그레이드한 호스트는 계속 이것을 쓴다.',
      },
      containerd: {
        name: 'Docker, containerd 이미지 저장소.',
        note: 'Docker Engine 29.0(2025-11-10)부터 리눅스에 새로 설치하면 이것이 기본이다. 여기서 IMAGE ID의 뜻이 바뀌었고, 웹의 오래된 답은 바뀌지 않았다.',
      },
      node: {
        name: '쿠버네티스 노드, containerd.',
        note: 'crictl은 CRI로 묻고 ctr과 nerdctl은 containerd에 바로 묻는다. containerd 네임스페이스 k8s.io에서는 셋이 같은 이미지를 본다. IMAGE ID가 crictl에서는 이미지 ID이고 nerdctl에서는 인덱스 다이제스트다. nerdctl에서 이미지 ID는 inspect의 Id에 있다.',
      },
      storage: {
        name: 'CRI-O, Podman, Buildah.',
        note: '셋은 같은 방식의 저장소를 쓴다. 여기서 crictl은 CRI-O에 묻는다. 이미지 ID는 모두 같지만 어느 다이제스트를 보여 줄지는 저마다 다르고, Podman은 명령끼리도 다르다.',
      },
      registry: { name: '받지 않고 레지스트리에 묻기.', note: '' },
    },
    meanings: {
      top: '인덱스 다이제스트',
      manifest: '매니페스트 다이제스트',
      config: '이미지 ID',
      layers: '레이어 다이제스트',
      diffIds: 'diffID',
      chainIds: 'chainID',
      topChainId: '맨 위 chainID',
    },
    own: {
      cacheId: {
        name: 'cache ID',
        how: '압축을 푼 레이어마다 폴더에 무작위로 붙인 이름.',
      },
      storageLayer: {
        name: '저장소 레이어 ID',
        how: '아래 레이어의 ID, 더하기 기호, diffID를 이어 sha256으로 해시한 값. chainID가 아니다. 맨 아래 레이어는 diffID 그대로다.',
      },
      v1Id: {
        name: 'v1 ID',
        how: 'Docker의 첫 이미지 형식에서 온 이름. 아카이브를 만들 때만 붙는 폴더 이름이다.',
      },
    },
    noIndex: '매니페스트 다이제스트',
    ran: '{date} 실행: {programs}.',
    only: '{programs}만',
    nothing: '없음',
    more: '그 밖에 {count}개',
  },
} satisfies IdentityWords
