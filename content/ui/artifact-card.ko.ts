import type { CardWords } from '@/components/panels/artifact/words'

export const card: CardWords = {
  kinds: {
    'buildkit-attestation': {
      name: 'BuildKit 증명',
      means:
        '이미지 하나에 관한 진술이다. 어떻게 빌드했는지(출처)와 무엇이 들었는지(SBOM)를 적는다. 인덱스에는 플랫폼 unknown/unknown으로 올라가므로 런타임이 이미지로 착각하지 않는다.',
    },
    'sigstore-bundle': {
      name: 'Sigstore 번들',
      means:
        '서명과 함께, 그 서명을 확인하는 데 필요한 것이 다 들어 있다. 인증서나 키 힌트, 로그 항목, 타임스탬프다. cosign 3부터 기본값이다.',
    },
    'cosign-signature': {
      name: 'cosign 서명',
      means:
        '이미지를 가리키는 짧은 글과, 그 옆 어노테이션에 적은 서명이다. 레이어 하나가 서명 하나다.',
    },
    'cosign-attestation': {
      name: 'cosign 증명',
      means: '이미지에 관해 서명한 진술들이다. 진술마다 봉투가 따로 있다.',
    },
    'notary-signature': {
      name: 'Notary 서명',
      means:
        'Notary Project(notation)의 서명이다. JWS나 COSE 형식이고, 이미지의 디스크립터를 가리킨다.',
    },
    sbom: {
      name: 'SBOM',
      means:
        '스캐너나 빌더가 찾아낸 패키지의 목록이다. 찾지 못한 것에 관해서는 아무 말도 하지 않는다.',
    },
    'helm-chart': {
      name: 'Helm 차트',
      means:
        '차트를 아티팩트로 올린 것이다. Chart.yaml이 설정 자리에, 묶은 차트가 레이어 자리에 온다. helm pull로 받으며, 런타임이 실행할 수는 없다.',
    },
    wasm: {
      name: 'WebAssembly 모듈',
      means:
        '파일 시스템 대신 .wasm 파일이 들어 있다. 관례가 세 가지 섞여 쓰이는데, 런타임이 어느 것을 받는지는 미디어 타입에 드러난다.',
    },
    flux: {
      name: 'Flux 소스',
      means:
        'Kubernetes YAML을 tar로 묶은 것이다. Flux의 source-controller가 Git 리비전처럼 가져간다.',
    },
    'soci-index': {
      name: 'SOCI 인덱스',
      means:
        '이미지 레이어들의 목차다. 스냅샷터가 이것을 보고, 이미지를 다 받기 전에 컨테이너를 시작한다.',
    },
    nydus: {
      name: 'Nydus 이미지',
      means:
        '레이어가 Nydus 파일 시스템의 조각으로 된 이미지다. 전용 스냅샷터가 없는 런타임은 풀지 못한다.',
    },
    model: {
      name: 'AI 모델',
      means:
        'GGUF 같은 가중치 파일을 라이선스, 매개변수와 함께 이미지처럼 올린 것이다. 레지스트리는 어디에나 있기 때문이다.',
    },
    'dev-container': {
      name: '개발 컨테이너 기능 또는 템플릿',
      means: 'tar 파일 하나다. 개발 컨테이너 CLI가 이미지를 빌드하면서 풀어 넣는다.',
    },
    'encrypted-image': {
      name: '암호화된 이미지',
      means:
        '적어도 레이어 하나가 암호화되어 있다(ocicrypt). 열쇠는 받을 사람의 키로 감싸 어노테이션에 적어 둔다.',
    },
    image: { name: '컨테이너 이미지', means: '설정 하나와, 파일 시스템을 이루는 레이어들이다.' },
    unknown: {
      name: '고유한 타입의 아티팩트',
      means:
        '타입을 만든이가 정했다. 그 타입을 아는 클라이언트만 내용을 쓸 수 있지만, 레지스트리는 여느 객체처럼 보관하고 복사한다.',
    },
  },
  told: '{at} 필드로 알 수 있다: {by}',
  untold: '무엇에 쓰이는지 알려 주는 필드가 없다.',
  parts: {
    statement: {
      name: 'in-toto 진술',
      means:
        '어떤 주장을 다이제스트로 아티팩트에 묶는다. 확인하는 쪽은 이 다이제스트를 실제로 받은 것과 비교한다.',
    },
    provenance: {
      name: 'SLSA 출처(provenance)',
      means:
        '아티팩트가 어떻게 만들어졌는지 적는다. 누가, 어떤 소스와 재료로 빌드했는지 알 수 있다.',
    },
    spdx: { name: 'SPDX 문서', means: '아티팩트에서 찾은 패키지와 파일, 그리고 그 관계를 적는다.' },
    cyclonedx: {
      name: 'CycloneDX 문서',
      means: '아티팩트에서 찾은 구성 요소를 주소와 함께 적는다.',
    },
    predicate: {
      name: '술어(predicate)',
      means: '주장 그 자체다. 이 페이지가 모르는 타입이라 필드 이름만 보여 준다.',
    },
    envelope: {
      name: 'DSSE 봉투',
      means:
        'base64로 적은 내용과, 그 바이트와 타입에 한 서명이다. 서명을 확인하기 전에 안쪽을 해석할 필요가 없다.',
    },
    'simple-signing': {
      name: '서명한 내용',
      means: 'cosign은 이미지가 아니라 이미지의 다이제스트를 적은 이 글에 서명한다.',
    },
    'cosign-signature': {
      name: '서명',
      means:
        '레이어의 바이트가 아니라 어노테이션에 적혀 있다. 그래서 같은 내용에 한 서명 두 개는 블롭을 함께 쓴다.',
    },
    bundle: {
      name: 'Sigstore 번들',
      means:
        '서명, 서명자, 로그 증거를 파일 하나에 담았다. 아무에게도 묻지 않고 확인할 수 있게 하려는 것이다.',
    },
    'log-entry': {
      name: '투명성 로그 항목',
      means:
        '공개 로그(Rekor)가 이 시각에 서명을 적어 두었다고 한다. 정말 그런지는 여기서 확인하지 않는다.',
    },
    'notary-jws': {
      name: 'Notary 서명(JWS)',
      means: '서명된 헤더와, 내용으로 담은 이미지의 디스크립터다.',
    },
    helm: {
      name: '차트 정보',
      means:
        'Chart.yaml을 JSON으로 옮긴 것이다. 이미지라면 이미지 ID가 될 자리에 이 문서의 다이제스트가 온다.',
    },
    empty: {
      name: '빈 설정',
      means:
        '{} 두 바이트다. 매니페스트는 설정을 꼭 가리켜야 하는데 아티팩트에는 설정이 없을 때가 많아, 모두 똑같이 빈 것을 가리킨다.',
    },
    json: {
      name: '다른 형식의 JSON',
      means: '이 페이지가 아는 명세가 없다. 필드 이름만 보여 준다.',
    },
    bytes: {
      name: 'JSON이 아님',
      means: '프로그램이 읽을 바이트다. 앞의 몇 바이트로 파일 종류를 짐작할 수 있을 때가 많다.',
    },
  },
  inside: '{at} 필드의 base64를 푼 것',
  facts: {
    statementType: '진술 형식',
    predicateType: '술어 타입',
    subjects: '대상',
    builder: '빌더',
    buildType: '빌드 방식',
    source: '소스',
    entryPoint: '시작점',
    frontend: 'BuildKit 프런트엔드',
    platform: '빌드한 플랫폼',
    materials: '재료',
    invocation: '실행 번호',
    started: '시작',
    finished: '끝',
    reproducible: '재현 가능',
    complete: '재료를 빠짐없이 적었나',
    sbomVersion: '형식',
    documentName: '이름',
    namespace: '문서 ID',
    created: '만든 때',
    creators: '만든 도구',
    about: '대상',
    packages: '패키지',
    packageTypes: '종류별',
    files: '파일',
    relationships: '관계',
    payloadType: '내용의 타입',
    signatures: '서명 수',
    keyIds: '키 힌트',
    signedDigest: '서명한 다이제스트',
    signedReference: '서명한 이름',
    signatureType: '타입',
    signedNotes: '메모',
    bundleVersion: '번들 버전',
    keyHint: '키 힌트',
    messageDigest: '메시지의 다이제스트',
    timestamps: '타임스탬프(RFC 3161)',
    algorithm: '알고리즘',
    signingScheme: '서명 방식',
    signingTime: '서명자가 적은 서명 시각',
    expiry: '만료',
    signedBytes: '서명의 바이트 수',
    logIndex: '로그 번호',
    logTime: '로그에 적힌 때',
    logKind: '항목 종류',
    logId: '로그 키 ID',
    logHash: '로그의 해시',
    chartName: '차트',
    chartVersion: '차트 버전',
    appVersion: '앱 버전',
    chartType: '종류',
    apiVersion: 'API 버전',
    description: '설명',
    kubeVersion: 'Kubernetes 버전',
    maintainers: '관리자',
    dependencies: '의존성',
    fields: '필드',
    firstBytes: '첫 16바이트',
  },
  more: '그 밖에 {count}개',
  definedBy: '여기서는 설명하지 않는다. {spec}에 정의되어 있다.',
  unverified: '보여 줄 뿐 확인하지 않는다. 이 페이지는 서명도, 인증서도, 로그도 검증하지 않는다.',
  certificate: {
    heading: '인증서',
    nth: '인증서 {count}개 중 {n}번째',
    subject: '주체(subject)',
    noSubject: '비어 있다. 이름은 아래에 있다',
    names: '서명자(주체 대체 이름)',
    issuer: '인증서 발급자',
    valid: '유효 기간',
    serial: '일련번호',
    claims: {
      issuer: '로그인 발급자(Fulcio)',
      buildSigner: '서명한 워크플로',
      runner: '러너',
      repository: '리포지터리',
      commit: '커밋',
      ref: 'Git 참조',
      owner: '소유자',
      buildConfig: '빌드 설정',
      trigger: '계기',
      run: '실행',
      visibility: '공개 여부',
    },
    unreadable: '여기 있는 것은 X.509 인증서가 아니다.',
  },
  chain: {
    heading: '인덱스에 unknown/unknown이 있는 까닭',
    index:
      '인덱스가 이 매니페스트를 unknown/unknown 항목으로 두고, 어느 이미지를 다루는지 적는다: {digest}',
    manifest: '증명 매니페스트가 진술을 레이어로 가리킨다: {digest}',
    statement: 'in-toto 진술이 대상을 다이제스트로 적는다: {digest}',
    subject: '같은 인덱스에 있는 이미지: {digest}',
    same: '셋 다 같은 매니페스트를 가리킨다. 그러므로 이 진술은 바로 옆의 이미지를 다룬다.',
    other: '서로 다른 매니페스트를 가리킨다. 조심스러운 클라이언트라면 이런 진술은 쓰지 않는다.',
  },
  documents: { outer: '저장된 바이트 그대로', inner: 'base64를 푼 내용' },
  notText: '글자가 아닌 바이트다. 위의 주소에서 내려받을 수 있다.',
  notFetched: '{size}바이트. 여기서는 가져오지 않는다. 그래프에는 디스크립터만 있으면 된다.',
  asking: '가져와 해시하는 중 …',
}
