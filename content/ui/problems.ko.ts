import type { ProblemVocabulary } from '../../components/panels/problem/words.ts'

// A placeholder is never followed by a particle that depends on its last sound (은/는, 이/가, 을/를, 로/으로).
export const problemsKo = {
  locale: 'ko',
  sentences: {
    'reference-syntax': {
      says: '이미지 참조로 읽을 수 없다: “{input}”. {reason}.',
      try: 'ghcr.io/owner/app:1.0처럼 레지스트리/리포지터리:태그 꼴로 쓰거나, nginx처럼 이름만 쓴다.',
    },
    'digest-syntax': {
      says: '다이제스트로 읽을 수 없다: “{input}”.',
      try: '다이제스트는 알고리즘:값 꼴이다. sha256이라면 sha256: 뒤에 소문자 16진수 64자리가 온다.',
    },
    'platform-syntax': {
      says: '플랫폼으로 읽을 수 없다: “{input}”.',
      try: 'linux/amd64처럼 os/아키텍처로 쓰거나, linux/arm/v7처럼 os/아키텍처/변형으로 쓴다.',
    },
    'registry-not-listed': {
      says: '이 사이트는 목록에 있는 레지스트리에만 요청을 보내는데, 목록에 이 호스트가 없다: {registry}.',
      try: '목록에서 레지스트리를 고르거나, EXTRA_REGISTRIES에 {registry} 주소를 넣고 사이트를 직접 띄운다.',
    },
    offline: {
      says: '이 사이트를 띄운 곳에서는 {registry}에 연결할 수 없다.',
      try: '사이트를 띄운 컴퓨터의 네트워크를 확인하거나, 기록해 둔 이미지로 계속 읽는다.',
    },
    'live-off': {
      says: '여기서는 실시간 요청을 꺼 두었다(LIVE=off). 그래서 {registry}에 묻지 않았다.',
      try: '기록해 둔 이미지를 쓰거나, LIVE=off 없이 사이트를 다시 띄운다.',
    },
    timeout: {
      says: '{host}의 응답이 너무 느리다. 제한 시간 {limit} 안에 {phase} 못했다.',
      try: '다시 시도한다. 계속 느리면 기록해 둔 이미지를 쓴다.',
    },
    tls: {
      says: '{host}에 TLS로 연결하지 못했다({code}).',
      try: '인증서를 확인한다. 사설 인증 기관이 서명했다면 NODE_EXTRA_CA_CERTS를 설정하고 사이트를 띄운다.',
    },
    'address-refused': {
      says: '{host}의 주소가 사설 또는 예약 주소({address})라서 아무것도 보내지 않았다.',
      try: '직접 운영하는 레지스트리라면 EXTRA_REGISTRIES에 넣는다. 사설 주소는 거기에 적힌 레지스트리에만 허용한다.',
    },
    'redirect-refused': {
      says: '{from}에서 {to} 쪽으로 가라고 했지만 따라가지 않았다. {reason}.',
      try: '기록해 둔 이미지를 쓴다. 이 사이트를 직접 운영하고 그 호스트를 믿는다면 EXTRA_REGISTRIES에서 허용한다.',
    },
    'too-many-redirects': {
      says: '레지스트리가 {limit}번 넘게 다른 주소로 보내기만 하고 내용을 주지 않았다.',
      try: '나중에 다시 시도한다. 그래도 돌기만 하면 레지스트리 쪽 문제다.',
    },
    'challenge-missing': {
      says: '{registry}에서 401로 답했지만 로그인 방법을 알려 주지 않았다. WWW-Authenticate 헤더가 없다.',
      try: '호스트 이름을 확인한다. 레지스트리가 아니거나 설정이 덜 된 서버일 수 있다.',
    },
    'challenge-unsupported': {
      says: '{registry}에서 {scheme} 인증을 요구한다. 이 사이트는 Bearer와 Basic만 쓸 수 있다.',
      try: '{scheme} 인증을 지원하는 도구로 가져오거나, 다른 레지스트리에서 받는다.',
    },
    'realm-refused': {
      says: '{registry}에서 토큰을 받으라고 알려 준 주소가 허용 목록에 없어 토큰을 요청하지 않았다: {realm}.',
      try: '직접 운영하는 레지스트리라면 EXTRA_REGISTRIES의 해당 항목 뒤에 ;realm={realm} 설정을 덧붙인다.',
    },
    'token-failed': {
      says: '{registry}의 토큰 서버가 거절했다: {status}({diagnostics}).',
      try: '리포지터리 이름의 철자를 확인한다. 비공개 리포지터리라면 사이트에 자격 증명이 있어야 한다.',
    },
    'token-redirect': {
      says: '{registry}의 토큰 서버가 다른 주소로 보내려 했다({status}). 따라가면 비밀번호가 다른 호스트로 샐 수 있어 멈췄다.',
      try: '기록해 둔 이미지를 쓰고, 레지스트리 운영자에게 알린다.',
    },
    'not-found-or-private': {
      says: '{reference} 이미지는 없거나 비공개다. 레지스트리는 {status}({diagnostics})만 돌려주고 어느 쪽인지 알려 주지 않는다.',
      try: '리포지터리와 태그의 철자를 확인한다. 비공개 이미지라면 사이트를 띄울 때 REGISTRY_AUTH_FILE과 PRIVATE_REPOSITORIES를 설정한다.',
    },
    'credentials-needed': {
      says: '{registry}에서는 로그인해야만 읽을 수 있는데, 이 사이트에는 그 자격 증명이 없다.',
      try: '공개 이미지를 고르거나, REGISTRY_AUTH_FILE을 설정하고 사이트를 띄운다.',
    },
    'rate-limited': {
      says: '이 주소에서 보낸 요청이 너무 많아 {registry}에서 당분간 받지 않는다(429).',
      try: '{retryAfter} 뒤에 다시 시도하거나, 기록해 둔 이미지를 쓴다.',
    },
    'visitor-limited': {
      says: '한 주소에 허용한 것보다 빠르게 새 이미지를 요청했다.',
      try: '{retryAfter} 뒤에 다시 시도한다. 기록해 둔 이미지와 이미 받아 둔 이미지는 제한이 없다.',
    },
    'cross-site': {
      says: '다른 웹사이트가 보낸 요청이다. 레지스트리 응답은 이 사이트의 페이지에만 준다.',
      try: '주소를 직접 열거나, curl이나 skopeo 같은 명령줄 도구를 쓴다.',
    },
    'host-refused': {
      says: '이 사이트가 모르는 이름으로 요청이 들어왔다: {host}.',
      try: 'localhost로 열거나, ALLOWED_HOSTS에 {host} 이름을 넣는다.',
    },
    registry: {
      says: '{registry}에서 오류를 돌려주었다: {status}({diagnostics}).',
      try: '대화 기록에서 어느 요청이 실패했는지 보고 다시 시도한다.',
    },
    'link-refused': {
      says: '레지스트리에서 목록이 {link} 주소로 이어진다고 했지만 따라가지 않았다. {reason}.',
      try: '지금까지 나온 것은 목록 전체가 아니다. 레지스트리 운영자에게 알리거나 skopeo로 목록을 받는다.',
    },
    'too-many-pages': {
      says: '목록을 {limit}쪽까지 읽어도 끝나지 않거나, 이미 본 쪽이 다시 나왔다.',
      try: '전체 목록 대신 찾는 태그의 이름으로 바로 묻는다.',
    },
    'referrers-unsupported': {
      says: '{registry}에서는 참조자 목록을 주지 않는다. 응답: {status}({diagnostics}).',
      try: '목록을 대신하는 태그를 본다. 대상 다이제스트의 콜론을 붙임표로 바꾼 이름이다.',
    },
    'too-large': {
      says: '{what}의 크기가 이 사이트가 받는 한도를 넘는다(크기: {size}, 한도: {limit}).',
      try: 'skopeo 같은 명령줄 도구로 가져온다.',
    },
    truncated: {
      says: '응답이 중간에 끊겼다. {want} 가운데 {got}만 도착했다.',
      try: '다시 시도한다. 늘 같은 곳에서 끊기면 중간의 프록시나 방화벽이 자르고 있을 수 있다.',
    },
    'digest-mismatch': {
      says: '이름과 내용이 다르다. 요청한 다이제스트: {want}, 받은 바이트로 계산한 다이제스트: {got}.',
      try: '이 바이트는 쓰지 않는다. 다시 받아도 다르면 레지스트리나 중간 경로가 내용을 바꾸고 있다.',
    },
    'size-mismatch': {
      says: '디스크립터에 적힌 크기와 실제 크기가 다르다(적힌 크기: {want}, 실제 크기: {got}).',
      try: '이 내용은 쓰지 않는다. 다시 받아도 그대로면 매니페스트가 틀렸거나 블롭이 바뀐 것이다.',
    },
    'content-encoding': {
      says: '압축하지 말라고 요청했는데 압축된 응답({encoding})이 왔다. 다이제스트는 압축하지 않은 바이트의 것이다.',
      try: '응답을 압축하는 프록시가 있는지 보고, 프록시를 거치지 않고 레지스트리에 묻는다.',
    },
    'media-type-refused': {
      says: '레지스트리가 보낸 타입이 매니페스트 타입이 아니다: {mediaType}.',
      try: '참조가 이미지나 아티팩트를 가리키는지 확인한다.',
    },
    'blob-not-named': {
      says: '{repository} 리포지터리에서 검증한 매니페스트 가운데 이 블롭을 가리키는 것이 없다: {digest}.',
      try: '이 블롭을 가리키는 매니페스트를 먼저 받는다. 이 미러는 이미지에 필요한 블롭만 전달한다.',
    },
    'blob-omitted': {
      says: '기록에 이 블롭은 들어 있지 않다: {digest}. 까닭: {reason}.',
      try: '타입과 크기와 다이제스트는 디스크립터에 남아 있다. 바이트가 필요하면 실시간으로 받는다.',
    },
    'sample-unknown': {
      says: '기록해 둔 이미지 가운데 이런 이름이 없다: {name}.',
      try: '기록해 둔 이미지 목록에서 고른다.',
    },
    'text-encoding': {
      says: '문서가 UTF-8이 아니다. 처음 어긋난 바이트의 위치는 {at}번이다.',
      try: '원본 바이트를 살펴본다. 시스템 사이에 오가는 JSON은 UTF-8이어야 한다.',
    },
    'json-syntax': {
      says: '문서가 JSON이 아니다. {at}번 위치에 와야 할 것: {expected}.',
      try: '원본 바이트를 살펴본다. HTML 오류 페이지나 잘린 응답인 경우가 많다.',
    },
    'json-depth': {
      says: '문서가 {limit}단계보다 깊게 중첩되어 있어 읽기를 멈췄다.',
      try: '이미지 문서가 이만큼 깊을 까닭이 없다. 누가 만든 문서인지 의심해 본다.',
    },
    'document-shape': {
      says: '문서의 모양이 틀렸다. {at} 자리에 와야 할 것: {expected}.',
      try: '그 자리의 원본 바이트를 살펴본다. 다른 클라이언트도 이 문서를 거부할 가능성이 크다.',
    },
    'digest-unverifiable': {
      says: '이 사이트는 {algorithm} 해시를 계산할 수 없어 바이트를 확인하지 못한다.',
      try: 'sha256이나 sha512 다이제스트로, 또는 태그로 이미지를 요청한다.',
    },
    'platform-missing': {
      says: '인덱스에 {platform}용 매니페스트가 없다. 있는 플랫폼: {offered}.',
      try: '있는 플랫폼 가운데 하나를 고른다.',
    },
    'layer-foreign': {
      says: '이 레이어({mediaType})는 레지스트리가 재배포할 수 없는 것이라 가져오지 않았다. 권리자가 알려 준 주소: {urls}.',
      try: '크기와 다이제스트는 매니페스트에서 읽는다. 레이어 자체는 사용 허가를 받은 컴퓨터에서 권리자에게 직접 받아야 한다.',
    },
    'not-a-layer': {
      says: '이 블롭({mediaType})은 레이어가 아니라서 파일이 들어 있지 않다.',
      try: '매니페스트의 layers에 있는 다이제스트를 고른다.',
    },
    'compression-unsupported': {
      says: '여기서는 이 압축을 풀 수 없다: {compression}.',
      try: 'zstd라면 Node.js 22.15 이상에서 사이트를 띄운다. 다른 형식이라면 그 형식을 아는 도구로 레이어를 받는다.',
    },
    'compression-broken': {
      says: '{compression} 압축을 풀 수 없다. {reason}.',
      try: '지금까지 나온 목록은 완전하지 않다. 다이제스트가 맞는데도 이렇다면 올릴 때부터 깨진 레이어이고, 엔진도 거부한다.',
    },
    'compression-ratio': {
      says: '{compressed} 데이터가 {unpacked} 크기로 풀렸다. 압축 폭탄처럼 {limit}배를 넘어서 읽기를 멈췄다.',
      try: '누가 만들었는지 확인하기 전에는 중요한 컴퓨터에서 이 레이어를 풀지 않는다.',
    },
    'tar-syntax': {
      says: '레이어가 온전한 tar 아카이브가 아니다. 압축을 푼 바이트의 {at}번 위치에서 문제가 생겼다: {reason}.',
      try: '지금까지 나온 목록은 완전하지 않다. 이 블롭이 정말 레이어인지, 어떻게 만들었는지 확인한다.',
    },
    'path-too-long': {
      says: '{index}번 항목의 경로나 링크가 Linux에서 열 수 있는 길이({limit})를 넘어서 읽기를 멈췄다.',
      try: '어떤 엔진도 이 항목을 풀 수 없다. 누가 만든 레이어인지 의심해 본다.',
    },
    'too-many-entries': {
      says: '레이어의 항목이 {limit}개를 넘어서 읽기를 멈췄다.',
      try: '직접 쓰는 컴퓨터에서 skopeo와 tar로 목록을 본다.',
    },
    'entry-unknown': {
      says: '레이어에 {index}번 항목이 없다. 항목은 0번부터 세어 모두 {entries}개다.',
      try: '같은 다이제스트의 목록에 나온 번호를 쓴다.',
    },
    'entry-not-file': {
      says: '“{path}” 항목에는 보여 줄 바이트가 없다. 종류: {what}.',
      try: '일반 파일을 고른다. 이 사이트는 링크가 가리키는 곳을 보여 줄 뿐 따라가지 않는다.',
    },
    'archive-syntax': {
      says: '온전한 tar 아카이브가 아니다. 오프셋 {at}에서: {reason}.',
      try: '파일이 끝까지 복사됐는지 크기와 SHA-256을 원본과 비교한다. 다르면 다시 저장한다.',
    },
    'archive-entries': {
      says: '아카이브 속 파일이 {limit}개를 넘는다. 이미지 아카이브는 레이어마다 몇 개뿐이므로 여기서 읽기를 멈췄다.',
      try: '루트 파일시스템을 tar로 묶은 것이라면 tar -tvf로 목록을 본다. 이미지 아카이브로 만들려면 docker import나 buildah를 쓴다.',
    },
    'archive-too-large': {
      says: '압축을 푼 아카이브가 브라우저에 담아 두기에 너무 크다(크기: {size}, 한도: {limit}).',
      try: 'gunzip이나 zstd -d로 먼저 풀고 .tar 파일을 연다. 압축하지 않은 아카이브는 아무리 커도 그 자리에서 읽는다.',
    },
    'document-too-large': {
      says: 'JSON 문서가 이 페이지에서 읽는 한도를 넘는다(크기: {size}, 한도: {limit}).',
      try: '매니페스트나 설정은 이만큼 클 수 없다. 레지스트리도 4 MiB를 넘으면 거부한다. 목록이라면 jq ".[0]"처럼 일부만 떼어 연다.',
    },
    'file-unreadable': {
      says: '브라우저가 이 파일을 더는 읽지 못한다: {name}. 연 뒤에 바뀌었거나 옮겨졌거나 지워졌다.',
      try: '파일을 다시 연다.',
    },
    'conversation-cut': {
      says: '응답을 다 받기 전에 이 사이트와의 연결이 끊겼다.',
      try: '다시 시도한다. 이미 보이는 내용도 완전하지 않을 수 있다.',
    },
    internal: {
      says: '이 사이트 안에서 오류가 났다. 레지스트리 탓이 아니다.',
      try: '다시 시도한다. 또 실패하면 입력한 참조와 함께 알려 준다.',
    },
  },
  referenceReasons: {
    empty: '아무것도 입력하지 않았다',
    'too-long': '이름이 너무 길다',
    'upper-case': '리포지터리 이름에는 대문자를 쓸 수 없다',
    scheme: '참조 앞에는 http://나 https://를 붙이지 않는다',
    'white-space': '공백이 들어 있다',
    character: '그 자리에 쓸 수 없는 글자가 있다',
    host: '첫 빗금 앞부분이 호스트가 아니다',
    tag: '콜론 뒷부분이 태그가 아니다',
    digest: '@ 뒷부분이 다이제스트가 아니다',
    repository: '리포지터리 이름의 형식이 틀렸다',
    'hex-name': '16진수 64자리는 이미지 ID와 구별할 수 없어 이름으로 쓰지 못한다',
  },
  redirectReasons: {
    'host-not-listed': '새 호스트가 이 레지스트리의 목록에 없다',
    'not-https': '새 주소가 https가 아니다',
    userinfo: '새 주소에 사용자 이름이나 비밀번호가 들어 있다',
    port: '새 주소의 포트가 예상과 다르다',
    malformed: '새 주소가 올바른 URL이 아니다',
  },
  linkReasons: {
    malformed: 'Link 헤더를 읽을 수 없다',
    'other-origin': '다음 쪽의 호스트나 포트나 스킴이 다르다',
    'other-list': '다음 쪽이 다른 목록의 것이다',
    parameter: '다음 쪽에 필요한 매개변수를 이 사이트에서는 넘겨주지 않는다',
  },
  timeoutPhases: {
    connect: '연결하지',
    headers: '응답의 첫머리를 받지',
    idle: '응답의 다음 부분을 받지',
    total: '요청부터 응답까지 끝내지',
  },
  bodyKinds: {
    manifest: '매니페스트',
    config: '이미지 설정',
    blob: '블롭',
    token: '토큰 서버 응답',
    error: '오류 응답',
    tags: '태그 목록',
    referrers: '참조자 목록',
    layer: '레이어',
    unpacked: '압축을 푼 레이어',
    listing: '레이어 항목 목록',
    file: '파일',
  },
  expected: {
    value: '값',
    key: '따옴표로 감싼 키',
    colon: '콜론',
    'comma-or-brace': '쉼표나 }',
    'comma-or-bracket': '쉼표나 ]',
    digit: '숫자',
    escape: '올바른 이스케이프',
    character: '이스케이프가 필요 없는 글자',
    quote: '닫는 따옴표',
    end: '문서의 끝',
    object: '객체',
    array: '목록',
    string: '문자열',
    integer: '정수',
    boolean: 'true나 false',
    'string-array': '문자열 목록',
    'string-map': '값이 모두 문자열인 객체',
    base64: 'base64',
  },
  compressionReasons: {
    truncated: '중간에서 끝난다',
    corrupt: '데이터가 깨졌다',
    trailing: '끝난 뒤에 다른 바이트가 이어진다',
    window: '이 사이트가 레이어 하나에 쓰는 메모리보다 많이 요구한다',
    frames: '레이어 하나에 쓸 일이 없을 만큼 많은 프레임으로 나뉘어 있다',
  },
  tarReasons: {
    checksum: '헤더와 체크섬이 맞지 않는다',
    number: '헤더의 숫자를 읽을 수 없다',
    records: '확장 헤더의 형식이 틀렸다',
    'records-too-long': '확장 헤더가 1 MiB를 넘는다',
    truncated: '항목 중간에서 끝난다',
  },
  entryKinds: {
    directory: '디렉터리',
    symlink: '심볼릭 링크',
    hardlink: '하드 링크',
    'character-device': '문자 장치',
    'block-device': '블록 장치',
    fifo: '이름 있는 파이프',
    other: '엔진이 풀지 않는 종류',
    sparse: '구멍을 빼고 저장한 희소 파일',
  },
  absent: {
    time: '잠시',
    size: '알려지지 않음',
    mediaType: '타입 표시 없음',
    diagnostics: '오류 코드 없음',
    offered: '없음',
    pointer: '문서 최상위',
    urls: '없음',
  },
  played: '이 실패를 재현한 기록 보기',
  more: '그 밖에 {count}개',
} satisfies ProblemVocabulary
