import type { OpenWords } from '@/components/panels/open/words'

export const openKo: OpenWords = {
  drop: {
    heading: '파일 열기',
    says: '이미지 아카이브, 레이아웃 폴더, JSON 파일을 여기에 놓는다',
    over: '놓으면 열린다',
    file: '파일 고르기',
    folder: '폴더 고르기',
    paste: 'JSON 붙여 넣기',
    pasteLabel: 'JSON: 매니페스트, 인덱스, 설정, crictl·docker·runc가 출력한 것',
    pasteHint: '4 MiB까지 있는 그대로 읽는다.',
    pasteSubmit: '읽기',
    stays:
      '연 파일은 이 브라우저를 떠나지 않는다. 이 페이지의 워커가 그 자리에서 읽고, 아무 데도 보내지 않는다.',
    loading: '읽는 데 쓸 코드를 불러오는 중이다 …',
    ready: '필요한 것을 모두 불러왔다. 지금 네트워크를 끊고 직접 확인해 봐도 된다.',
    failed: '파일을 읽을 코드를 불러오지 못했다. 네트워크를 확인하고 아래를 누르면 다시 시도한다.',
    noScript:
      '파일을 열려면 JavaScript가 필요하다. 파일마다 무엇이 들었고 무엇이 보이는지는 아래에 적혀 있다.',
  },
  samples: {
    heading: '가진 파일이 없다면 기록해 둔 hello 이미지를 연다',
    docker: 'docker save가 쓰는 형식',
    oci: 'OCI 아카이브',
    runtime: 'umoci가 만든 config.json',
  },
  state: {
    unpack: '압축 푸는 중: {total} 가운데 {done}',
    index: '파일 찾는 중: 지금까지 {files}개, {total} 가운데 {done}',
    hash: '해시 계산 중: 파일 {files}개 끝남, {total} 가운데 {done}',
    reading: '읽는 중 …',
    stop: '멈추기',
    stopped: '멈췄다.',
    close: '닫기',
  },
  is: {
    name: '아카이브',
    heading: '이것은 무엇인가?',
    forms: {
      'docker-archive':
        'Docker 아카이브다. manifest.json이 설정과 레이어를 파일 이름으로 가리킨다. 이미지 매니페스트는 들어 있지 않다.',
      'oci-layout':
        'OCI 이미지 레이아웃이다. index.json이 매니페스트를 다이제스트로 가리키고, 나머지는 모두 자기 해시를 이름으로 달고 blobs에 놓인다.',
      'docker-save':
        '둘 다다. 버전 25부터 docker save는 OCI 이미지 레이아웃을 쓰고, 옛 형식만 아는 도구를 위해 manifest.json도 곁에 둔다. 둘은 같은 블롭을 가리킨다.',
      dir: 'skopeo의 dir: 방식으로 쓴 폴더다. 진짜 이미지 매니페스트 하나와, 16진수 다이제스트를 이름으로 단 블롭들이 나란히 있다.',
    },
    facts: '{name}: {size}, 파일 {files}개',
    folder: '폴더',
    packed: '통째로 압축되어 있어서({what}) 먼저 다 풀어야 안에서 무엇이든 찾을 수 있었다.',
    evidence: '근거',
    findings: '눈에 띄는 점',
    text: '붙여 넣은 글',
  },
  findings: {
    'layout-missing': {
      says: 'index.json은 있는데 oci-layout이 없다.',
      so: '명세가 요구하는 파일이라, 엄격한 도구는 레이아웃으로 받아 주지 않는다.',
    },
    'layout-version': {
      says: 'oci-layout에 적힌 버전: {version}.',
      so: '지금까지 나온 버전은 1.0.0뿐이다. image-spec 1.1에서도 그렇다.',
    },
    'both-forms': {
      says: '이미지 목록이 index.json과 manifest.json, 둘이다.',
      so: '도구는 그중 하나만 읽는다. 둘이 어긋나면 도구마다 다른 이미지를 불러온다.',
    },
    'names-nothing': {
      says: '이미지 목록이 비어 있다.',
      so: '아카이브는 온전하지만 불러와도 아무것도 생기지 않는다. 저장할 때 이미지 이름을 적었는지 확인한다.',
    },
    'no-name': {
      says: '이미지에 이름이 없다. RepoTags가 비어 있다.',
      so: 'docker load를 하면 ID만 남는다. 이름 대신 ID로 저장하면 이렇게 된다.',
    },
    'blob-missing': {
      says: '이름은 적혔는데 아카이브에 없는 블롭이 있다: {digest} (모두 {count}개).',
      so: '인덱스라면 흔한 일이다. 플랫폼 하나만 저장하고 나머지는 이름만 남긴다. 레이어가 없다면 이미지를 쓸 수 없다.',
    },
    'file-missing': {
      says: '{by} 안에 적힌 파일이 없다: {path}.',
      so: '이미지를 불러올 수 없다. 아카이브가 잘렸거나 손으로 묶었는지 확인한다.',
    },
    'size-mismatch': {
      says: '{digest}: 크기가 {want}바이트여야 하는데 {got}바이트다.',
      so: '클라이언트는 해시를 계산하기도 전에 여기서 멈춘다.',
    },
    'not-json': {
      says: '{path}: JSON이 아니다.',
      so: '그 안에 적혔어야 할 것을 찾을 수 없다.',
    },
    'diff-count': {
      says: '레이어는 {layers}개, diffID는 {diffIds}개다.',
      so: '두 목록은 순서로 짝짓는다. 하나가 더 있으면 그 뒤가 모두 밀린다.',
    },
    'layer-links': {
      says: '링크인 레이어가 {count}개 있다. 처음 것: {path}.',
      so: '옛 형식은 레이어마다 폴더를 둔다. 두 번 나오거나 다른 곳에 있는 레이어는 바이트가 있는 파일을 가리키는 심볼릭 링크가 된다.',
    },
    repositories: {
      says: 'repositories라는 파일이 있다.',
      so: '처음의 docker save가 이름과 맨 위 레이어의 폴더 ID를 적던 파일이다. 지금은 manifest.json이 그 일을 한다.',
    },
    'unnamed-blobs': {
      says: '여기 있는 어떤 이미지도 가리키지 않는 블롭이 {count}개, {bytes}바이트 있다.',
      so: '있어도 된다. 레이아웃에는 목록보다 많은 것이 들어 있을 수 있다. 자리만 차지하고, 불러올 때는 무시된다.',
    },
    'duplicate-path': {
      says: '같은 경로가 두 번 넘게 나온다: {path}.',
      so: '여기서는 tar로 풀 때처럼 마지막 것을 읽는다. 처음 것을 읽는 도구는 다른 이미지를 보게 된다.',
    },
    'unsafe-path': {
      says: '폴더 밖으로 나가는 경로가 있다: {path}.',
      so: '조심하지 않고 풀면 다른 곳의 파일을 덮어쓴다. 여기서는 들여다보지 않는다.',
    },
  },
  image: {
    name: '이미지',
    heading: '여기서 이 이미지의 이름은 무엇인가?',
    lead: '설정의 다이제스트는 이미지를 어디에 담아도 같다. 매니페스트의 다이제스트는 그렇지 않다. 레이어를 어떻게 압축했는지까지 해시에 들어가기 때문이다.',
    choose: '들어 있는 이미지: {count}개',
    none: '이름을 댄 이미지가 없다.',
    noName: '이름 없음',
    attestation: '증명',
    more: '{count}개 더 보기',
    config: '설정 다이제스트, 곧 이미지 ID',
    configWhy:
      '설정의 바이트를 해시한 값이다. 설정은 압축을 푼 레이어를 가리키므로, 압축을 새로 해도 이 값은 그대로다.',
    manifest: '매니페스트 다이제스트',
    manifestWhy: '매니페스트의 바이트를 해시한 값이다. 레지스트리에서는 이것으로 풀한다.',
    manifestNone:
      '없다. Docker 아카이브에는 이미지 매니페스트가 없다. 푸시하는 쪽이 새로 만들고, 그 다이제스트는 어떻게 압축하느냐에 달렸다.',
    manifestDir: 'manifest.json이 바로 그 매니페스트라서, 이 파일의 해시가 곧 다이제스트다.',
    index: '인덱스 다이제스트',
    indexWhy:
      '플랫폼을 늘어놓은 인덱스를 해시한 값이다. 여러 플랫폼 이미지의 태그는 이것을 가리킨다.',
    names: '이름',
    from: '이름이 적힌 곳: {via}',
  },
  layers: {
    name: '레이어',
    heading: '레이어는 적힌 그대로인가?',
    lead: '레이어는 두 번 해시한다. 저장된 그대로 한 번, 압축을 풀어서 또 한 번이다. 둘째 해시에서 체인 ID가 나오고, 엔진은 그것으로 쌓아 올린 레이어를 부른다.',
    table: '레이어와 계산한 해시',
    number: '레이어',
    stored: '저장된 곳',
    digest: '저장된 바이트의 해시',
    diffId: '압축을 푼 바이트의 해시',
    chainId: '체인 ID',
    missing: '아카이브에 없음',
    linked: '링크로 찾음',
    noDigest: '적힌 곳이 없음',
    match: '적힌 그대로다',
    mismatch: '적힌 것과 다르다',
    unchecked: '아직 계산하지 않음',
    noPromise: '견줄 값이 없음',
    none: '이름을 댄 레이어가 없다.',
  },
  check: {
    start: '파일 {count}개({size})를 모두 해시하기',
    all: '파일 {count}개가 모두 적힌 해시와 같다.',
    some: '파일 {count}개 가운데 {good}개가 적힌 해시와 같다.',
    bad: '적힌 것과 다른 파일',
    row: '{path}: 적힌 해시는 {want}, 계산한 해시는 {got}.',
    why: '이런 파일은 누구나 쓸 수 있다. 해시는 서로 짝이 맞는다는 것만 말해 줄 뿐, 누가 만들었는지는 말해 주지 않는다.',
  },
  lists: {
    'index.json': {
      heading: 'index.json: 레이아웃의 목록',
      lead: '이미지 인덱스와 같지만 다이제스트가 없다. 아무도 이것을 다이제스트로 가리키지 않으므로, 이미지를 더할 때마다 바뀌어도 된다.',
    },
    'manifest.json': {
      heading: 'manifest.json: 아카이브의 목록',
      lead: '이름과 달리 이미지 매니페스트가 아니다. 설정 하나와 레이어들을 파일 이름으로 짝지은 목록이다.',
    },
  },
  document: {
    heading: '이것은 무엇인가?',
    evidence: '근거가 된 필드',
    lead: '다이제스트는 받은 바이트 그대로를 해시한 값이다. 공백 하나만 더 있어도 다른 값이 된다.',
    configDigest: '저장된 그대로의 설정이라면 이 다이제스트가 이미지 ID다.',
  },
  files: {
    heading: '이미지가 없다',
    archive: 'tar지만 manifest.json도 index.json도 없다. 레이어나 루트 파일시스템일 수 있다.',
    folder: '이 폴더에는 index.json도 manifest.json도 없다.',
    first: '처음 몇 파일',
    try: '폴더라면 blobs나 그 바깥이 아니라 oci-layout이 있는 폴더를 고른다. 루트 파일시스템이라면 docker import로 이미지를 만들 수 있다.',
  },
  foreign: {
    bzip2: {
      says: 'bzip2로 압축한 파일이다.',
      try: '이 압축을 쓰는 이미지 형식은 없다. bunzip2로 풀어서 나온 것을 연다.',
    },
    xz: {
      says: 'xz로 압축한 파일이다.',
      try: '이제 이 압축을 쓰는 이미지 형식은 없다. unxz로 풀어서 나온 것을 연다.',
    },
    zip: {
      says: 'zip 파일이다.',
      try: '이미지는 zip으로 오지 않는다. 풀어서 안에 있는 tar나 폴더를 연다. .jar와 .apk도 zip이다.',
    },
    '7z': { says: '7z 아카이브다.', try: '압축을 풀어 그 안의 tar나 레이아웃 폴더를 연다.' },
    rar: { says: 'RAR 아카이브다.', try: '먼저 풀고 안에서 나온 tar나 폴더를 연다.' },
    png: {
      says: 'PNG 그림이다. 컨테이너 이미지가 아니다.',
      try: 'docker save app:1 -o app.tar로 저장하면 여기서 열 수 있는 이미지가 나온다.',
    },
    jpeg: {
      says: 'JPEG 사진이다. 컨테이너 이미지가 아니다.',
      try: 'skopeo copy docker://alpine oci-archive:alpine.tar로 받으면 여기서 열 수 있다.',
    },
    gif: {
      says: 'GIF 그림이다. 컨테이너 이미지가 아니다.',
      try: 'docker save나 podman save로 컨테이너 이미지를 저장해 연다.',
    },
    pdf: { says: 'PDF 문서다.', try: 'docker save가 쓴 아카이브를 고른다.' },
    elf: {
      says: 'Linux 실행 파일(ELF)이다.',
      try: '프로그램 하나만으로는 이미지가 아니다. FROM scratch와 COPY로 이미지를 빌드해 저장한다.',
    },
    wasm: {
      says: 'WebAssembly 모듈이다.',
      try: '아티팩트로 들여다보려면 oras나 wkg로 푸시하고 레지스트리의 매니페스트를 연다.',
    },
    qcow2: {
      says: '가상 머신의 디스크(qcow2)다.',
      try: '파티션까지 든 디스크 전체다. 컨테이너 이미지는 tar를 쌓은 것이다. docker save로 하나 저장해 연다.',
    },
    vmdk: {
      says: '가상 머신의 디스크(VMDK)다.',
      try: '컨테이너 이미지에는 디스크가 없다. podman save로 저장한 것을 연다.',
    },
    vhdx: {
      says: '가상 머신의 디스크(VHDX)다.',
      try: 'Windows 컨테이너가 안에서 이런 디스크를 쓰기는 하지만 이미지는 tar로 옮긴다. docker save로 저장한다.',
    },
    iso: {
      says: '디스크 이미지(ISO 9660)다.',
      try: '말만 같고 다른 것이다. 컨테이너 이미지는 docker save나 skopeo copy로 얻는다.',
    },
    squashfs: {
      says: 'SquashFS 파일시스템이다.',
      try: 'Singularity와 snap이 쓴다. skopeo copy … oci-archive:app.tar로 OCI 형식을 얻는다.',
    },
    sqlite: {
      says: 'SQLite 데이터베이스다.',
      try: 'Podman이 상태를 여기에 적어 둔다. 이미지는 podman save로 저장한다.',
    },
    deb: {
      says: 'Debian 패키지다.',
      try: '이미지에 설치하는 것이지 이미지가 아니다. 이것을 설치해 빌드한 이미지를 연다.',
    },
    rpm: {
      says: 'RPM 패키지다.',
      try: '이미지에 설치하는 것이지 이미지가 아니다. buildah push oci-archive:…가 쓴 아카이브를 연다.',
    },
    pem: {
      says: 'PEM 형식의 인증서나 키다.',
      try: '개인 키라면 이 페이지를 포함해 어떤 웹 페이지에도 놓지 않는다. 아무것도 보내지 않았다.',
    },
    html: {
      says: '웹 페이지(HTML)다.',
      try: 'JSON 대신 로그인 페이지가 저장된 경우가 많다. 올바른 자격 증명으로 다시 받는다.',
    },
    yaml: {
      says: 'YAML로 보인다.',
      try: 'crictl도 kubectl도 -o json을 붙이면 JSON으로 출력한다. 그것을 연다.',
    },
    dockerfile: {
      says: 'Dockerfile이다. 요리가 아니라 조리법이다.',
      try: '빌드해서 나온 것을 연다: docker buildx build --output type=oci,dest=app.tar . 명령을 쓴다.',
    },
    text: {
      says: '보통 글이고 JSON이 아니다.',
      try: 'skopeo inspect --raw는 매니페스트를, crictl inspect는 컨테이너를 JSON으로 출력한다.',
    },
    binary: {
      says: '여기서 아는 형식이 아니다.',
      try: 'file 명령으로 더 알아본다. 아카이브여야 한다면 SHA-256을 원본과 견준다.',
    },
    empty: {
      says: '안에 아무것도 없다.',
      try: '디스크가 꽉 찼거나 저장에 실패하면 이런 파일이 남는다. 다시 저장한다.',
    },
  },
  inside: {
    missing:
      '아카이브에 레이어 {n}번이 없어 이 이미지의 파일을 보일 수 없다. 레이어를 모두 담아 다시 저장한다.',
  },
  notHere: '레이어의 해시는 연 파일에서 계산한다. 위의 레이어 표에서 볼 수 있다.',
  what: {
    name: '형식',
    heading: '무엇을 열 수 있고, 어떤 명령이 그것을 만드는가?',
    lead: '이미지가 컴퓨터 밖으로 나갈 때의 형식은 몇 가지로 정해져 있다. 담긴 설정과 파일은 같아도, 무엇에 다이제스트가 붙는지가 다르다.',
    columns: { what: '형식', command: '만드는 명령', holds: '안에 든 것' },
    rows: [
      {
        name: 'Docker 아카이브',
        commands: [
          'docker save app:1 -o app.tar',
          'podman save app:1 -o app.tar',
          'skopeo copy docker://… docker-archive:app.tar',
        ],
        holds:
          '이미지 매니페스트가 아니라 목록인 manifest.json, <해시>.json이라는 설정, 압축하지 않은 tar인 레이어, 그리고 레이어마다 VERSION·json·layer.tar가 든 옛 형식의 폴더가 있다. Docker는 버전 24까지 이렇게 썼고, podman과 skopeo는 지금도 이렇게 쓴다.',
      },
      {
        name: '레이아웃이 든 Docker 아카이브',
        commands: ['docker save app:1 -o app.tar'],
        holds:
          '명령은 같지만 Docker 25(2024년 1월)부터는 OCI 이미지 레이아웃이 나온다. 곁에 있는 manifest.json의 경로는 blobs/ 안을 가리킨다.',
      },
      {
        name: 'OCI 아카이브',
        commands: [
          'skopeo copy docker://… oci-archive:app.tar',
          'podman save --format oci-archive -o app.tar app:1',
          'docker buildx build --output type=oci,dest=app.tar .',
        ],
        holds:
          '이미지 레이아웃을 tar로 묶은 것이다. oci-layout과 index.json이 있고, blobs/sha256/ 아래에 매니페스트와 설정과 레이어가 자기 해시를 이름으로 달고 있다. 레이어는 푸시할 때 압축한 그대로다. .tar.gz도 열린다.',
      },
      {
        name: 'OCI 레이아웃 폴더',
        commands: [
          'skopeo copy docker://… oci:app:1',
          'umoci init --layout app',
          'oras copy --to-oci-layout … app:1',
        ],
        holds: '위와 같은데 묶지 않았다. oci-layout이 있는 폴더를 놓거나 고른다.',
      },
      {
        name: 'skopeo의 dir',
        commands: ['skopeo copy docker://… dir:app'],
        holds:
          '진짜 이미지 매니페스트가 manifest.json이라는 이름으로 있고 블롭이 나란히 놓인다. 들여다보거나 서명하는 데 쓴다. 이것을 불러오는 엔진은 없다.',
      },
    ],
    jsonHeading: '필드마다 설명하는 JSON',
    json: [
      {
        name: '이미지',
        commands: ['skopeo inspect --raw docker://…', 'skopeo inspect --config --raw docker://…'],
        holds: '인덱스, 매니페스트, 설정, 스키마 1 매니페스트.',
      },
      {
        name: '번들',
        commands: [
          'runc spec',
          'cat /run/containerd/io.containerd.runtime.v2.task/k8s.io/<id>/config.json',
          'runc state <id>',
        ],
        holds: '저수준 런타임이 받는 런타임 설정과, 런타임이 알려 주는 상태.',
      },
      {
        name: '노드',
        commands: [
          'crictl inspect <container>',
          'crictl inspectp <pod>',
          'crictl inspecti <image>',
        ],
        holds: '런타임이 kubelet에 알려 주는 컨테이너, 파드 샌드박스, 이미지.',
      },
      {
        name: 'Docker',
        commands: ['docker inspect <container>', 'docker image inspect app:1'],
        holds: 'Docker Engine의 눈으로 본 컨테이너나 이미지.',
      },
      {
        name: '주장',
        commands: ['cosign download attestation app:1'],
        holds: 'DSSE 봉투, 또는 그 안의 in-toto 진술.',
      },
    ],
  },
  example: {
    name: '보기',
    heading: '이미지 하나를 두 아카이브에 담으면 어떤 다이제스트가 같은가?',
    lead: '기록해 둔 hello 이미지(linux/amd64)를 skopeo로 두 번 저장했다. 두 파일에는 이런 것이 들어 있다.',
    caption: '두 아카이브에 담긴 같은 이미지',
    rows: {
      config: '설정 다이제스트',
      manifest: '매니페스트 다이제스트',
      layers: '저장된 레이어',
      names: '이름이 적힌 곳',
    },
    docker: 'Docker 아카이브',
    oci: 'OCI 아카이브',
    noManifest: '매니페스트가 없다.',
    madeUp: 'skopeo는 아카이브를 읽을 때 매니페스트를 하나 지어낸다. 그것의 해시: {digest}.',
    unpacked: '압축하지 않아서, 해시가 곧 diffID다',
    packed: '푸시할 때 압축한 그대로라서, 해시가 diffID와 다르다',
    so: [
      '설정은 바이트까지 같으므로 이미지 ID가 같다. 설정은 레이어를 diffID로 가리키고, 풀어 보면 같은 파일이 나온다.',
      '매니페스트는 다르다. 저장된 그대로의 레이어를 가리키는데, 한쪽은 압축하지 않았고 다른 쪽은 gzip이다. 그래서 “같은 이미지인가?”라는 물음에는 옳은 답이 둘이고, 파드 명세에 고정한 다이제스트는 둘 중 하나에만 맞는다.',
    ],
    download: '내려받기',
    recorded: '{date} 기록. 사용한 도구: {tool}.',
  },
}
