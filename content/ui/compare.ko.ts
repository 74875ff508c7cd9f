import type { CompareWords } from '@/components/panels/compare/words'
import { layers } from './layers.ko'

// A placeholder is never followed by a particle that depends on its last sound.
export const compareKo = {
  title: '나란히 놓은 {a}, {b}',
  form: {
    a: '첫째 이미지',
    b: '둘째 이미지',
    platform: '{side}의 플랫폼',
    anyPlatform: '적혀 있지 않음',
    hint: 'docker pull에 쓰듯이 적는다. 기록해 둔 이미지는 기록에서 열고, 나머지는 실시간으로 가져온다.',
    submit: '비교하기',
    swap: '서로 바꾸기',
    back: '첫 예제로 돌아가기',
    examples: '여기에 기록해 둔 예제:',
  },
  examples: {
    packing: 'gzip과 zstd',
    platform: 'amd64와 arm64',
    format: 'OCI와 Docker',
    both: '다른 기계, 다른 압축',
    builders: 'Jib과 Buildpacks',
  },
  state: {
    asking: '{side} 가져오는 중…',
    slow: '{seconds}초째 {side} 기다리는 중.',
    stop: '멈추기',
    nothing: '이미지가 둘 다 있어야 비교할 수 있다.',
    notImage: '{side}: 이미지 매니페스트가 아니라서 비교할 레이어도 설정도 없다.',
    siteAway: {
      says: '브라우저가 이 사이트 자체에 연결하지 못한다.',
      try: '내 네트워크를 확인하고 다시 시도한다.',
    },
  },
  verdict: {
    heading: '한 문장으로',
    identical: '두 이름이 같은 매니페스트로 이어진다. 바이트 하나까지 같은 이미지다.',
    redescribed:
      '레이어도 설정도 같고 매니페스트만 다르다. 컨테이너는 둘을 구별하지 못하고, 레지스트리는 블롭을 한 벌만 저장한다.',
    repacked:
      '파일도 설정도 같은데 압축한 바이트가 다르다. 컨테이너는 둘을 구별하지 못하지만, 레지스트리는 다시 압축한 레이어를 한 벌 더 저장한다.',
    related: '서로 관련 있지만 같지는 않다. 레이어를 짝지어 보면: {pairs}.',
    count: '{kind} × {count}',
    unrelated: '두 이미지에 함께 쓰는 레이어가 없다.',
  },
  documents: {
    heading: '문서',
    lead: '다이제스트는 문서 바이트의 해시다. 다이제스트 둘을 견주는 것이 곧 문서 둘을 견주는 것이다.',
    names: { index: '인덱스', manifest: '매니페스트', config: '설정' },
    same: '다이제스트가 같음',
    different: '다이제스트가 다름',
    missing: '없음',
    means: {
      index: {
        same: '두 이름이 같은 플랫폼 목록을 내놓는다.',
        different: '이름마다 플랫폼 목록이 따로 있거나, 곧바로 매니페스트로 이어진다.',
      },
      manifest: {
        same: '매니페스트 하나가 모든 레이어와 설정을 못 박으므로 그 아래는 다를 수 없다.',
        different: '가리키는 것이 다르거나 적는 방식이 다르다. 무엇이 다른지는 아래에 나온다.',
      },
      config: {
        same: '이미지 ID가 같다. 설정에는 diffID도 들어 있으므로 풀어 놓은 레이어까지 같다.',
        different: '이미지 ID가 다르다. 값 하나, 날짜 하나, diffID 하나만 바뀌어도 그렇다.',
      },
    },
  },
  layers: {
    heading: '레이어',
    lead: '맨 아래 레이어부터 적는다. 레이어는 이름이 둘이다. 저장된 블롭의 다이제스트와, 그 안에 든 tar의 diffID다.',
    label: '나란히 놓은 레이어',
    layer: '레이어 {number}',
    kinds: {
      same: {
        name: '같은 블롭',
        means:
          '다이제스트가 같다. 레지스트리는 한 벌만 저장하고, 이미 가진 기계는 다시 받지 않는다.',
      },
      repacked: {
        name: '내용은 같고 압축이 다름',
        means:
          '다이제스트는 다르고 diffID는 같다. 안에 든 tar는 같은데 다른 방법으로 압축했다. 파일이 같은데도 블롭 둘을 저장하고 둘 다 받는다.',
      },
      different: {
        name: '다름',
        means:
          '두 이름 모두 다르다. 파일이 다를 수도 있고 순서나 날짜만 다를 수도 있다. 문서만 보아서는 알 수 없다.',
      },
    },
    onlyA: 'A에만 있음',
    onlyB: 'B에만 있음',
    noDiffId: 'diffID를 알 수 없음',
    more: '레이어 {count}개 더 보기',
    empty: '두 매니페스트 모두 레이어가 없다.',
  },
  sizes: {
    heading: '받는 데 드는 크기',
    lead: '매니페스트, 설정, 레이어를 저장된 크기로 세고, 같은 다이제스트는 한 번만 센다. 다이제스트가 같은 블롭만 함께 쓴다.',
    image: '이미지 {side}',
    total: '모두',
    shared: '둘 다 있음',
    own: '여기에만 있음',
    fetch: '{from} 이미지를 가진 기계가 {to} 이미지를 쓰려면 더 받아야 하는 크기: {size}',
  },
  files: {
    heading: '파일',
    lead: '레이어를 차례로 쌓으면 컨테이너가 보는 트리가 된다. 여기서는 그 트리 둘을 이름마다 나란히 놓는다. 어느 레이어에서 온 파일인지는 따지지 않으며, 레이어가 가린 것은 빠진다.',
    none: '레이어가 없는 이미지가 있어서 견줄 트리 둘이 없다.',
    start: '이 두 기록의 레이어는 페이지를 만들 때 모두 읽었고, 하나하나 다이제스트와 맞았다.',
    offer: '파일 비교하기: 레이어 {count}개, {size} 읽기',
    again: '이어서 읽고 비교하기',
    shared: '두 이미지에 다 있는 레이어는 한 번만 읽는다. 여기서는 {count}개다.',
    now: '레이어 {count}개 중 {n}번째 읽는 중: {size} 중 {done}, 항목 {entries}개',
    progress: '이 레이어를 읽은 만큼',
    comparing: '읽기 시작하는 중…',
    stop: '멈추기',
    stopped: '멈췄다. 끝까지 읽은 레이어는 그대로 두고 다시 가져오지 않는다.',
    siteAway: '이 사이트에 연결하지 못했다. 연결을 확인하고 이어서 읽는다.',
    totals: {
      label: 'A에서 B로 가며 이름마다 일어난 일',
      what: 'A에서 B로',
      names: '이름',
      bytes: '{side}의 파일',
      kinds: {
        added: { name: '더해짐', means: 'B에만 있는 이름이다.' },
        removed: { name: '없어짐', means: 'A에만 있는 이름이다.' },
        changed: {
          name: '바뀜',
          means: '둘 다 있는데 종류, 크기, 모드, 소유자, 링크, 바이트 가운데 무언가가 다르다.',
        },
        time: {
          name: '시각만 다름',
          means: '마지막으로 바뀐 시각만 다르다. 같은 소스로 다시 빌드하면 흔히 이렇게 된다.',
        },
        unproven: {
          name: '같아 보이나 바이트는 견주지 않음',
          means:
            '아카이브에 적힌 것은 크기와 시각까지 모두 같다. 그래도 바이트가 같다는 증거는 아니다. 레이어가 서로 다르고 파일의 다이제스트도 알 수 없다.',
        },
        same: {
          name: '같음',
          means:
            '증거가 있다. 같은 tar에서 왔거나(다이제스트나 diffID가 같다), 파일의 다이제스트가 같거나, 다를 바이트가 아예 없다.',
        },
      },
    },
    find: '경로에서 찾기',
    findHint: '경로의 일부',
    found: '이름 {whole}개 중 {count}개',
    notFound: '‘{find}’ 글자가 든 경로가 여기에는 없다. 더 짧게 찾아 본다.',
    list: '더해지거나 없어지거나 바뀐 이름',
    nothing: '더해지거나 없어지거나 바뀐 이름이 없다.',
    folded: '{name}: {count}개',
    loading: '목록을 가져오는 중…',
    fields: {
      ...{ kind: '종류', size: '크기', bytes: '바이트가 다름', mode: '모드', owner: '소유자' },
      ...{ link: '링크', device: '장치', xattrs: '확장 속성' },
    },
    time: '시각',
    kinds: layers.kinds,
    bytes: { same: '바이트가 같음', unknown: '바이트는 견주지 않음' },
    notes: {
      foreign:
        '배포하지 말라는 표시가 있는 레이어: {count}개. 레지스트리 밖에 있어 가져오지 않았고, 트리는 이 레이어 없이 견주었다.',
      fromToc:
        '목차만 보고 적은 레이어: {count}개. 목차는 약속된 그대로이지만 아카이브 자체의 헤더는 읽지 않았으므로 거기에는 다르게 적혀 있을 수 있다.',
      mismatched:
        '풀어 보니 설정에 적힌 diffID와 다른 레이어: {count}개. 런타임은 이런 이미지를 거절한다.',
    },
  },
  config: {
    heading: '설정에 적힌 것',
    lead: '다른 것만 적는다. 포인터를 누르면 레지스트리 데스크에서 그 필드를 볼 수 있다.',
    label: '설정에서 다른 필드',
    what: '필드',
    same: '두 설정은 바이트까지 같으므로 모든 필드가 같다.',
    equal:
      '비교한 필드는 모두 같다. 그래도 히스토리, diffID, 키의 순서 가운데 무언가가 달라서 바이트는 다르다.',
    unknown: '설정 하나가 없거나 이미지 설정이 아니라서 필드를 비교할 수 없다.',
    hows: { added: 'B에만 있음', removed: 'A에만 있음', changed: '바뀜' },
    absent: '없음',
    fields: {
      os: {
        name: '운영체제',
        means:
          '프로그램이 부르는 시스템 콜이 어느 커널의 것인지 말한다. 다른 커널에서는 실행되지 않는다.',
      },
      architecture: {
        name: '아키텍처',
        means:
          '안에 든 프로그램이 어떤 CPU용인지 말한다. 필드는 말만 할 뿐, 기계어는 레이어에 있다.',
      },
      variant: {
        name: 'CPU 변형',
        means: 'CPU가 적어도 갖추어야 하는 것이다. 32비트 Arm의 v7 같은 값이다.',
      },
      'os.version': {
        name: '운영체제 버전',
        means: 'Windows에서, 이미지가 겨냥한 호스트의 빌드 번호다.',
      },
      entrypoint: {
        name: 'Entrypoint',
        means: '명령의 앞부분이다. 파드에서는 command 필드가 대신한다.',
      },
      cmd: {
        name: 'Cmd',
        means:
          'Entrypoint 뒤에 붙는 인자다. Entrypoint가 없으면 이것이 명령 전체다. 파드에서는 args 필드가 대신한다.',
      },
      env: {
        name: '환경 변수',
        means: '런타임이 따로 지정하지 않으면 프로세스가 이 값으로 시작한다.',
      },
      user: { name: '사용자', means: '프로세스를 실행하는 사용자다. 없으면 컨테이너 안의 root다.' },
      workingDir: {
        name: '작업 디렉터리',
        means: '프로세스가 시작하는 곳이자 상대 경로의 기준이다.',
      },
      ports: { name: '노출 포트', means: '사람과 도구에게 남긴 메모다. 포트를 열지는 않는다.' },
      volumes: {
        name: '볼륨',
        means:
          '컨테이너보다 오래 남을 데이터를 둘 경로다. Docker는 경로마다 볼륨을 만들고 kubelet은 만들지 않는다.',
      },
      labels: {
        name: '레이블',
        means: '설정에 적은 메모다. 바뀌면 이미지 ID가 바뀌지만 프로세스는 볼 수 없다.',
      },
      stopSignal: {
        name: '종료 시그널',
        means: '프로세스에 끝내 달라고 보내는 시그널이다. 없으면 SIGTERM이다.',
      },
      healthcheck: {
        name: '헬스 체크',
        means: 'Docker의 필드다. 쿠버네티스는 파드의 프로브를 쓴다.',
      },
      created: {
        name: '만든 때',
        means: '빌더가 적은 시각이다. 고정해 두면 두 번 빌드해도 다이제스트가 같을 수 있다.',
      },
      author: { name: '만든 이', means: '빌더가 만든 이로 적은 사람이나 도구다.' },
    },
    cut: '{whole}자 가운데 {shown}자',
    more: '차이 {count}개 더 보기',
  },
  annotations: {
    heading: '매니페스트에 적힌 메모',
    lead: '매니페스트의 어노테이션이다. 설정에 들어 있지 않으므로 이미지 ID에는 영향을 주지 않는다.',
    label: '서로 다른 어노테이션',
    name: '어노테이션',
    means: '바뀌면 매니페스트의 다이제스트가 바뀐다. 실행되는 것은 그대로다.',
    same: '어노테이션이 같거나 둘 다 없다.',
  },
  history: {
    heading: '히스토리를 적은 방식',
    lead: '빌더마다 단계를 적는 방식이 다르다. 베이스 이미지의 단계에는 그것을 만든 빌더의 방식이 남는다.',
    common: '처음부터 함께 가진 단계: {common}개.',
    differs: '첫 단계부터 다르다.',
    count: '단계 {steps}개, 그 가운데 레이어를 만든 것 {layers}개.',
    none: '이 설정에는 히스토리가 없다.',
    styles: {
      buildkit: 'BuildKit의 방식(# buildkit)',
      nop: '/bin/sh -c #(nop): Docker의 첫 빌더와 Buildah가 아무것도 실행하지 않는 단계를 적는 방식',
      shell: '셸 명령(/bin/sh -c)',
      empty: '아무것도 적지 않음',
      other: '저마다의 말',
    },
    steps: '(× {steps})',
  },
  builders: {
    heading: '누가 만들었나',
    lead: '빌더는 흔적을 남긴다. 이 문서들에서 찾은 흔적만, 있던 자리와 근거를 함께 적는다.',
    names: {
      buildkit: 'BuildKit',
      buildah: 'Buildah 또는 Podman',
      jib: 'Jib',
      buildpacks: 'Cloud Native Buildpacks',
      kaniko: 'kaniko',
      ko: 'ko',
      umoci: 'umoci',
      apko: 'apko',
      'rules-docker': 'Bazel rules_docker',
      nix: 'Nix dockerTools',
    },
    named: '이름을 남겼다',
    fits: '들어맞지만 이름은 남기지 않았다',
    nobody:
      '빌더의 이름을 알려 주는 흔적이 없다. 그렇다고 증명되는 것은 없다. 흔적은 끄거나 지울 수 있다.',
    marks: {
      'buildkit-comment': 'BuildKit의 Dockerfile 프런트엔드가 단계마다 적는 주석이다.',
      'buildkit-exporter': '히스토리가 없는 레이어에 BuildKit의 익스포터가 채워 넣는 주석이다.',
      'buildkit-created-by': 'BuildKit은 단계의 글을 # buildkit으로 끝낸다.',
      'buildkit-cache': 'BuildKit의 인라인 캐시가 설정의 이 필드에 들어간다.',
      'buildkit-buildinfo':
        'BuildKit 0.10과 0.11이 적던 필드다. 지금은 출처 증명(provenance)이 대신한다.',
      'buildkit-attestation':
        'BuildKit은 출처 증명(provenance)이나 SBOM이 든 인덱스 항목을 이렇게 표시한다.',
      'buildah-label':
        'Buildah는 podman build에서 쓰일 때도, 끄지 않는 한 이 레이블에 자기 버전을 적는다.',
      'jib-author': 'Jib은 자기가 더한 레이어의 만든 이로 자기 이름을 적는다.',
      'jib-created-by': 'Jib이 도구 이름을, 대개 버전과 함께 적는 자리다.',
      'jib-epoch':
        'Jib은 기본으로 날짜를 1970년의 시작으로 둔다. 재현 가능한 빌드라면 어느 것이나 그럴 수 있다.',
      'buildpacks-label':
        'lifecycle은 다시 빌드하거나 리베이스할 때 쓸 정보를 이 접두사의 레이블에 담는다.',
      'buildpacks-step': 'lifecycle은 자기 레이어를 이런 말로 적는다.',
      'buildpacks-entrypoint': 'lifecycle의 런처가 이 경로 아래에서 프로세스를 띄운다.',
      'buildpacks-created': 'lifecycle은 기본으로 모든 날짜를 1980년이 시작하고 1초 뒤로 둔다.',
      'kaniko-author': 'kaniko는 자기 단계의 만든 이로 자기 이름을 적는다.',
      'ko-author': 'ko는 만든 이 자리에 자기 저장소 주소를 적는다.',
      'ko-step': 'ko는 Go 프로그램을 빌드한 명령을 적는다.',
      'umoci-step': 'umoci는 그 단계를 만든 자기 명령을 적는다.',
      'apko-author': 'apko는 만든 이 자리에 자기 저장소 주소를 적는다.',
      'apko-step': 'apko는 자기 레이어의 만든 이로 자기 이름을 적는다.',
      'rules-docker-step': 'Bazel의 옛 컨테이너 규칙은 모든 이미지에 이 글을 적었다.',
      'nix-created': 'dockerTools는 기본으로 날짜를 1970년이 시작하고 1초 뒤로 둔다.',
    },
    source: '근거:',
    cited: '(기록 없음: 여기 이미지에는 나타나지 않는다)',
    times: '{times}군데에서 찾았고 첫 번째를 보인다.',
    base: '빌더 여럿이 한꺼번에 맞을 수 있다. 베이스 이미지의 레이어에는 베이스를 만든 빌더의 흔적이 남는다.',
  },
  commands: '설정을 bash에서 비교하기',
  links: { heading: '여기로 오는 링크', byName: '이름으로', byDigest: '다이제스트로' },
  sides: { a: 'A', b: 'B' },
} satisfies CompareWords
