import type { ErrorLabWords } from '@/components/panels/error-lab/words'

// A placeholder is never followed by a particle that depends on its last sound.
export const errorsKo = {
  title: '오류 실험실',
  lead: '이미지를 받다가 만나는 실패를 하나씩 레지스트리 앞에서 재현하고 기록했다. 무슨 말이 오갔는지, 도구마다 무엇을 출력하는지, 다음에 무엇을 할지 본다.',
  absent: {
    heading: '없는 것인가, 비공개인가?',
    lead: '권한 없는 사람이 같은 레지스트리에서 이미지 둘을 받으려 했다. 하나는 있지만 비공개이고, 하나는 처음부터 없었다. 두 응답을 견주어 보면 우리가 보낸 이름만 다르다.',
    columns: [
      { failure: 'private', name: '있지만 비공개' },
      { failure: 'missing-repository', name: '처음부터 없음' },
    ],
    why: '레지스트리가 둘을 구별해 답하면, 어떤 비공개 리포지터리가 있는지 아무나 알아낼 수 있다. 그래서 401도 403도 404도 어느 쪽이든 될 수 있다. Docker Hub 사용자들은 없는 리포지터리에 401을 받는다고 하고, ghcr.io에서는 토큰 서버부터 거절한다고 한다. 볼 수 없는 것에 404로 답하는 곳도 있다. 권한이 없으면 누구도 알 수 없으니, 자격 증명을 바꾸기 전에 철자부터 확인한다.',
    question: {
      asks: '공개 이미지를 받는데 401이 왔다. 무슨 뜻인가?',
      choices: [
        {
          text: '비공개 이미지이니 로그인해야 한다.',
          why: '도구가 “unauthorized”라고 하니 그렇게 보인다. 하지만 공개 이미지라도 첫 요청에는 이렇게 답하는 레지스트리가 많다.',
        },
        {
          text: '아직 모른다. 다음에 오는 것을 봐야 한다.',
          why: '첫 401은 토큰을 어디서 받는지 알려 줄 뿐이다. 토큰을 낸 뒤의 401이 거절이고, 그것으로도 비공개인지 없는 것인지는 알 수 없다.',
          right: true,
        },
        {
          text: '레지스트리가 고장 났다.',
          why: '누구인지 묻는 레지스트리는 멀쩡하다. 고장 났다면 5xx나 HTML 페이지가 오거나, 아무것도 오지 않는다.',
        },
      ],
    },
  },
  choose: '실패 고르기',
  groups: [
    {
      name: '있기는 한가?',
      failures: [
        'private',
        'missing-repository',
        'missing-tag',
        'missing-digest',
        'name-unknown',
        'blob-unknown',
      ],
    },
    { name: '누가 묻는가?', failures: ['wrong-password', 'expired-token', 'insufficient-scope'] },
    {
      name: '무엇을 달라고 했는가?',
      failures: ['wrong-accept', 'wrong-accept-v3', 'wrong-platform'],
    },
    { name: '너무 많거나, 레지스트리가 아니거나', failures: ['rate-limited', 'gateway-page'] },
    { name: '바이트', failures: ['digest-mismatch', 'truncated', 'redirect-elsewhere'] },
    {
      name: 'TLS',
      failures: ['unknown-authority', 'wrong-host-name', 'http-at-https', 'https-at-http'],
    },
  ],
  failures: {
    private: {
      name: '비공개 리포지터리',
      heading: '리포지터리는 있지만 읽을 권한이 없다',
      staged:
        '비공개 리포지터리 team/secret을 요청했다. 토큰 서버는 모르는 사람에게도 토큰을 주지만, 그 토큰으로는 아무것도 할 수 없다.',
      cause:
        '토큰 서버는 거절하지 않고 권한 없는 토큰을 내준다. 그 토큰을 레지스트리가 거절하면서 error="insufficient_scope"라고 적는다. 리포지터리가 있다는 말은 어디에도 없다. docker와 ctr은 “repository does not exist or may require …”라며 모른다고 밝히고, skopeo와 buildah와 podman은 본문에 없는 “denied”를 덧붙인다.',
      next: [
        '레지스트리, 리포지터리, 태그의 철자를 확인한다. 오타를 내도 똑같은 답이 온다.',
        '읽을 권한이 있는 자격 증명으로 묻는다. docker login, skopeo --creds, kubelet이라면 imagePullSecret을 쓴다.',
        '자격 증명을 썼는데도 401이면 “틀린 비밀번호”와 “다른 곳의 토큰”을 본다.',
      ],
    },
    'missing-repository': {
      name: '없는 리포지터리',
      heading: '리포지터리가 처음부터 없었다',
      staged:
        '리포지터리 team/absent는 없다. 레지스트리도 토큰 서버도 요청한 사람도 비공개일 때와 같다.',
      cause:
        '상태 코드도 헤더도 본문도 비공개일 때와 같고 이름만 다르다. 레지스트리는 무엇을 찾기 전에 토큰부터 검사하므로, 권한 없는 사람은 무엇이 있는지 끝내 알 수 없다.',
      question: {
        asks: '레지스트리는 그런 리포지터리가 없다는 것을 안다. 권한 없는 사람에게 무엇이라고 답할까?',
        choices: [
          {
            text: '404 NAME_UNKNOWN',
            why: '명세에 있는 코드다. 하지만 토큰을 먼저 검사하고, 이 토큰은 여기서 통하지 않는다.',
          },
          {
            text: '401 UNAUTHORIZED',
            why: '비공개일 때와 같다. 404라고 하면 어떤 이름이 있는지 알려 주는 셈이다.',
            right: true,
          },
          {
            text: '200과 빈 매니페스트',
            why: '매니페스트를 지어내는 레지스트리는 없다. 아무도 올리지 않은 것의 다이제스트가 되어 버린다.',
          },
        ],
      },
      next: [
        '철자를 한 글자씩 확인한다. Docker Hub에서 한 낱말짜리 이미지는 library/ 아래에 있다.',
        '이미지를 어디에 올렸는지 찾는다. 빌드 로그에 리포지터리가 나온다.',
        '둘을 구별할 수 있는 것은 권한 있는 사람뿐이다. 자격 증명을 바꾸기 전에 물어본다.',
      ],
    },
    'missing-tag': {
      name: '없는 태그',
      heading: '리포지터리는 열려 있고, 태그가 없다',
      staged: '누구나 읽을 수 있는 레지스트리다. hello에는 1.0 태그뿐인데 2.0을 요청했다.',
      cause:
        'HEAD에는 본문 없는 404가 온다. 까닭을 들으려고 GET을 보내면 MANIFEST_UNKNOWN이 오고, detail에 태그가 있다. 열려 있는 레지스트리라면 분명한 답이지만, 이름을 감추는 레지스트리라면 그렇지 않다.',
      next: [
        '태그 목록을 본다. skopeo list-tags, crane ls, regctl tag ls로 볼 수 있다.',
        '여기에 올렸는지, 여기가 미러하는 다른 레지스트리에 올렸는지 확인한다.',
        '태그는 옮겨지고 지워진다. 다이제스트는 태그가 옮겨져도 남지만, 지워지면 같이 사라진다.',
      ],
    },
    'missing-digest': {
      name: '없는 다이제스트',
      heading: '이 다이제스트의 매니페스트가 여기 없다',
      staged: '아무것에도 붙지 않은 다이제스트를 요청했다.',
      cause:
        '상태와 코드는 태그가 없을 때와 같지만 detail에 Revision이 나온다. 다이제스트는 리포지터리 하나 안에서만 찾는다. 같은 매니페스트가 옆 리포지터리에 있어도 여기서는 404다.',
      next: [
        '매니페스트의 다이제스트가 맞는지 본다. 이미지 ID는 설정의 다이제스트이고, 설정은 블롭이다.',
        '이미지를 올린 바로 그 리포지터리에 묻는다.',
        '태그를 다시 빌드한 뒤 옛 매니페스트가 가비지로 수집되었는지 확인한다.',
      ],
    },
    'name-unknown': {
      name: '모르는 이름',
      heading: '이름을 모르는가, 매니페스트를 모르는가?',
      staged:
        '열려 있는 레지스트리에 없는 리포지터리의 태그 목록을 요청했다. curl로는 그곳의 매니페스트도 요청했다.',
      cause:
        '태그 목록에는 없다고 할 매니페스트가 없으므로 코드는 NAME_UNKNOWN이다. 같은 리포지터리의 매니페스트를 물으면 이 레지스트리는 태그가 없을 때처럼 MANIFEST_UNKNOWN이라고 한다. 코드는 무엇이 없는지뿐 아니라 무엇을 물었는지에도 달려 있다.',
      next: [
        '코드에서 너무 많은 것을 읽어 내지 않는다.',
        '경로를 확인한다. 캐시 프록시나 레지스트리 그룹 뒤라면 앞에 붙일 이름이 더 있을 때가 많다.',
        '리포지터리는 처음 올릴 때 생긴다. 올린 적이 있는지 확인한다.',
      ],
    },
    'blob-unknown': {
      name: '없는 블롭',
      heading: '매니페스트는 있는데, 가리키는 것 하나가 없다',
      staged: '레지스트리의 저장소에서 설정 하나의 파일을 치웠다.',
      cause:
        '매니페스트는 설정과 레이어를 다이제스트로 가리킨다. 가비지 수집이나 복제가 잘못되어 나중에 하나가 사라져도 매니페스트에는 여전히 200이 오고, 받다가 중간에 실패한다.',
      next: [
        '온전한 이미지가 있는 곳에서 다시 올린다.',
        '같은 다이제스트를 가리키는 다른 태그도 똑같이 깨져 있다.',
        '레지스트리를 운영한다면 클라이언트가 아니라 가비지 수집과 복제를 살핀다.',
      ],
    },
    'wrong-password': {
      name: '틀린 비밀번호',
      heading: '토큰 서버가 믿어 주지 않는다',
      staged: '누구나 읽을 수 있는 이미지를 틀린 비밀번호로 요청했다.',
      cause:
        '401은 토큰 서버에서 왔고, 레지스트리에는 다시 묻지도 않았다. 로그인하지 않았다면 받았을 이미지다. 자격 증명이 틀리면 없느니만 못하다.',
      next: [
        '로그인하지 않은 채로 해 본다. docker logout을 하거나 빈 --authfile을 준다.',
        '어느 자격 증명을 썼는지 찾는다. ~/.docker/config.json, REGISTRY_AUTH_FILE, 파드의 imagePullSecret 가운데 하나다.',
        '2단계 인증을 켠 계정에서는 대개 비밀번호 대신 액세스 토큰을 써야 한다.',
      ],
    },
    'expired-token': {
      name: '만료된 토큰',
      heading: '한 시간 전까지 쓸 수 있던 토큰이다',
      staged: '토큰 서버가 한 시간 전에 끝난 토큰을 내준다. 시계가 틀려도 똑같은 일이 벌어진다.',
      cause:
        '두 번째 거절에는 첫 번째에 없던 말이 하나 있다. WWW-Authenticate의 error="invalid_token"이다. 본문은 그대로다. 이 사이트는 토큰을 버리고 처음부터 한 번만 다시 묻고, 그래도 안 되면 그만둔다.',
      next: [
        '시계를 견준다. 내 컴퓨터의 date -u와 응답의 Date 헤더를 본다.',
        '토큰은 몇 분만 쓸 수 있고, 응답에 적혀 있지 않으면 60초다. 오래 받는 동안에는 도구가 새로 받아야 한다.',
        '레지스트리 한 곳에서만 그렇다면 그 토큰 서버의 시계가 틀린 것이다.',
      ],
    },
    'insufficient-scope': {
      name: '다른 곳의 토큰',
      heading: '토큰은 멀쩡하지만, 여기에 쓸 수 없다',
      staged:
        '한 리포지터리의 토큰을 다른 리포지터리에 냈다. 도구들은 로그인하지 않은 채 태그를 쓰려고 했다.',
      cause:
        '응답에 error="insufficient_scope"가 있고, scope에는 무엇이 필요했는지 적혀 있다. 토큰에는 리포지터리와 할 수 있는 일이 적혀 있다. 한 곳의 pull은 다른 곳의 pull이 아니고, pull은 push가 아니다.',
      next: [
        'WWW-Authenticate의 scope를 읽는다. 리포지터리와 할 일의 순서로 적혀 있다. 뜻한 리포지터리가 맞는지 본다.',
        '올리려면 push가 있어야 한다. 로그인하지 않은 사람에게는 주지 않는다.',
        'CI 작업의 토큰은 자기 리포지터리에서만 통할 때가 많다.',
      ],
    },
    'wrong-accept': {
      name: '틀린 Accept',
      heading: '태그는 하나인데 문서가 셋이다',
      staged:
        '태그 두 개를 Accept 헤더만 바꾸어 다섯 번 요청했다. 이 사이트는 늘 전체 목록을 보내므로, 여기서는 기록한 도구가 물었다.',
      cause:
        'distribution 2.8에서는 Docker 인덱스의 태그에 무엇이 올지 Accept가 정한다. 인덱스가 오거나, 그 안의 linux/amd64 매니페스트가 오거나, 헤더가 없으면 그 매니페스트를 스키마 1로 고쳐 쓴 것이 온다. 문서가 셋이고 다이제스트도 셋이다. OCI 인덱스에는 옛 형식이 없으므로, 태그가 있는데도 404 MANIFEST_UNKNOWN이 온다.',
      question: {
        asks: 'Accept 헤더 없는 스크립트와 요즘 도구가 같은 태그를 요청한다. 다이제스트가 같을까?',
        choices: [
          {
            text: '같다. 태그는 매니페스트 하나를 가리킨다.',
            why: '태그는 그렇다. 하지만 무엇을 이해하는지 말하지 않는 클라이언트에게 레지스트리가 다른 형식을 보낼 수 있다.',
          },
          {
            text: '다를 수 있다.',
            why: '여기서는 Accept에 따라 문서 셋이 왔다. 다이제스트는 똑같이 물었을 때만 견줄 수 있다.',
            right: true,
          },
        ],
      },
      next: [
        '네 가지 타입을 모두 보낸다. OCI와 Docker, 인덱스와 매니페스트다. 요즘 도구는 그렇게 한다.',
        '스크립트에는 404가 오는데 crane으로는 받아진다면 Accept부터 본다.',
        '다이제스트는 같은 Accept로 받은 응답끼리만 견준다.',
      ],
    },
    'wrong-accept-v3': {
      name: '틀린 Accept, 새 레지스트리',
      heading: 'distribution 3에 같은 것을 묻는다',
      staged: '같은 파일 위에 새 버전을 띄우고, 같은 태그에 같은 다섯 가지를 물었다.',
      cause:
        '스키마 1이 없어졌다. Accept 없이 Docker 인덱스를 요청하면 400 MANIFEST_INVALID가 온다. OCI 인덱스는 클라이언트가 무엇을 받든 그대로 보낸다. 200인데 요청하지 않은 타입이 온다. 내 Accept가 아니라 응답의 Content-Type을 읽는다.',
      next: [
        '실제로 쓰는 레지스트리의 버전으로 스크립트를 시험한다.',
        '본문을 읽기 전에 Content-Type을 본다.',
      ],
    },
    'wrong-platform': {
      name: '없는 플랫폼',
      heading: 'HTTP에서는 아무것도 실패하지 않았다',
      staged: '플랫폼 다섯 개로 만든 이미지에서 여섯째, linux/ppc64le를 찾았다.',
      cause:
        '인덱스는 왔고, 클라이언트가 자기 플랫폼을 찾지 못했다. 실패한 요청이 없으니 레지스트리의 로그에는 나오지 않고, 문장도 도구마다 다르다.',
      question: {
        asks: '찾는 플랫폼이 없으면 레지스트리는 어떤 상태 코드를 보낼까?',
        choices: [
          {
            text: '404',
            why: '클라이언트가 플랫폼을 알려 준다면 그럴 것이다. 하지만 알려 주지 않는다. 인덱스를 통째로 받아서 스스로 고른다.',
          },
          {
            text: '200',
            why: '인덱스는 있다. 거기서 고르는 것도, 고르지 못하는 것도 클라이언트의 일이다.',
            right: true,
          },
          {
            text: '406',
            why: 'Accept는 문서의 형식에 관한 것이다. 플랫폼은 협상하지 않는다.',
          },
        ],
      },
      next: [
        '무엇이 있는지 본다. crane manifest, regctl manifest get, 이 사이트의 데스크를 쓴다.',
        '그 플랫폼으로도 빌드하거나, kubernetes.io/arch 레이블로 노드를 고른다.',
        '인덱스가 없으면 플랫폼을 보지 않는 도구가 많다. 그때는 시작할 때 exec format error로 실패한다.',
      ],
    },
    'rate-limited': {
      name: '요청 제한',
      heading: '이 주소에서 너무 많이 받았다',
      staged:
        '가짜 레지스트리가 HEAD에는 답하고, GET에는 Docker Hub 문서에 나온 대로 거절한다. Retry-After의 2초는 기다리는 도구도 끝까지 가도록 우리가 정한 값이다.',
      cause:
        'Docker Hub 문서(2026년): 로그인하지 않으면 IPv4 주소 하나, 또는 IPv6 /64 하나가 여섯 시간에 매니페스트 100개를 받을 수 있다. 매니페스트 GET은 세고 HEAD는 세지 않는다. ratelimit-remaining이 남은 횟수이고, w가 기간을 초로 나타낸 값이다.',
      question: {
        asks: '이 사이트는 GET 앞에 HEAD를 보낸다. 두 번으로 셀까?',
        choices: [
          {
            text: '그렇다. 요청이 둘이다.',
            why: '요청은 둘이지만 받은 것으로 세는 것은 GET뿐이다.',
          },
          {
            text: '아니다.',
            why: 'HEAD는 세지 않는다. 게다가 이미 아는 다이제스트라면 GET을 보낼 필요가 없다. 그래서 HEAD를 먼저 보내면 횟수를 아낀다.',
            right: true,
          },
        ],
      },
      next: [
        'Retry-After만큼 기다린다. 초로 적히기도 하고 날짜로 적히기도 한다.',
        '로그인한다. 계정은 따로 센다.',
        '여럿이 한 주소를 쓴다면 앞에 풀스루 캐시(pull-through cache)를 둔다.',
      ],
    },
    'gateway-page': {
      name: '응답 대신 온 페이지',
      heading: '레지스트리 앞의 무언가가 대신 답했다',
      staged:
        '가짜 레지스트리가 HEAD에는 답하고, GET에는 레지스트리 앞의 프록시가 보낼 법한 페이지를 보낸다.',
      cause:
        'errors도 코드도 없다. 프록시나 로드 밸런서가 보낸 HTML이다. 레지스트리는 요청을 보지도 못했을 수 있다. 페이지를 그대로 출력하는 도구도 있고, 상태 코드만 출력하거나 여러 번 다시 묻는 도구도 있다.',
      next: [
        '나중에 다시 묻는다. 502, 503, 504는 저절로 풀릴 때가 많다.',
        '누가 답했는지 찾는다. 회사 프록시, 인그레스, 공용 와이파이의 로그인 페이지 따위다. 그쪽 로그에 요청이 남는다.',
        '200으로 온 페이지가 더 나쁘다. Content-Type을 확인한다.',
      ],
    },
    'digest-mismatch': {
      name: '바뀐 바이트',
      heading: '바이트가 이름과 다르다',
      staged:
        '레지스트리의 저장소에 있는 설정 하나에서 amd64를 arm64로 바꿨다. 이름과 길이는 그대로다.',
      cause:
        '레지스트리는 아무것도 모른다. 200을 보내고, Docker-Content-Digest에는 요청받은 이름을 그대로 적는다. 해시를 계산하는 쪽만 알아챈다. curl은 해시하지 않으므로 바뀐 파일을 그대로 출력한다.',
      question: {
        asks: '레지스트리의 저장소에서 설정 하나가 바뀌었다. 누가 알아챌까?',
        choices: [
          {
            text: '파일을 보내는 레지스트리.',
            why: '다이제스트까지 보내니 그럴 것 같다. 하지만 요청받은 다이제스트를 되풀이할 뿐, 내보내면서 해시하지 않는다.',
          },
          {
            text: '바이트를 받은 클라이언트.',
            why: '받은 것을 해시해서 견준다. 다이제스트는 이러라고 있다.',
            right: true,
          },
          {
            text: 'TLS.',
            why: 'TLS는 오가는 길을 지킬 뿐 파일을 지키지 않는다. 틀린 바이트도 보낸 그대로 도착한다.',
          },
        ],
      },
      next: [
        '받은 것을 쓰지 않는다.',
        '프록시를 거치지 않는 다른 길로 받아 해시해 본다. curl … | sha256sum.',
        '어디서나 똑같이 틀리면 저장소가 깨진 것이다. 운영자에게 알리고, 온전한 사본에서 다시 올린다.',
      ],
    },
    truncated: {
      name: '잘린 응답',
      heading: '약속한 것보다 적게 왔다',
      staged: '가짜 레지스트리가 블롭 78바이트 가운데 10바이트를 보내고 연결을 끊는다.',
      cause:
        '상태 코드는 문제가 생기기 전에 이미 떠났으므로 200이다. 어긋난 것은 Content-Length뿐이다. 길이가 적혀 있지 않으면 다이제스트로만 알 수 있다.',
      next: [
        '다시 요청한다.',
        '늘 같은 크기에서, 또는 같은 시간이 지나서 끊긴다면 중간의 무언가에 제한이 있다.',
      ],
    },
    'redirect-elsewhere': {
      name: '낯선 호스트로 보내기',
      heading: '블롭은 다른 곳에 있다',
      staged: '블롭을 요청하면 레지스트리가 blobs.example.test로 보낸다. 없는 호스트다.',
      cause:
        '매니페스트는 직접 주고 블롭은 다른 저장소로 보내는 레지스트리가 많다. 이 사이트는 그 레지스트리의 목록에 있는 호스트로만 따라간다. 도구들은 어디로든 따라가다가 이름을 찾지 못해 실패한다. 방화벽이 레지스트리만 열어 두고 저장소를 막아도 똑같은 일이 벌어진다.',
      next: [
        '저장소로 가는 길도 연다. 블롭 응답의 Location에 그 호스트가 있다.',
        '매니페스트가 왔다고 레이어도 온다는 보장은 없다.',
        '이 사이트라면, 믿는 호스트일 때 EXTRA_REGISTRIES의 레지스트리 뒤에 ;blobs=… 설정을 덧붙인다.',
      ],
    },
    'unknown-authority': {
      name: '모르는 인증 기관',
      heading: '이 인증서를 보증하는 곳이 없다',
      staged: '여기 누구도 믿으라고 한 적 없는 자체 서명 인증서다.',
      cause:
        'HTTP는 시작도 하지 않았다. 상태 코드도 본문도 없다. 서로 키를 정하는 사이에 연결이 끝나고, 레지스트리의 접근 로그는 비어 있다.',
      next: [
        '누가 서명했는지 본다. openssl s_client -connect host:port -showcerts.',
        '인증 기관을 실제로 받는 쪽에 알려 준다. 내 셸이 아니라 containerd나 도커 데몬이다(certs.d).',
        '검사를 끄지 않는다. 중간에 있는 누군가가 비밀번호를 읽는다.',
      ],
    },
    'wrong-host-name': {
      name: '다른 호스트 이름',
      heading: '인증서의 이름이 다르다',
      staged:
        '믿는 인증서지만 other.example.test의 것이다. docker와 ctr은 뺐다. 두 데몬에는 이 인증 기관을 알려 주지 않았다.',
      cause:
        '서명은 맞고 이름이 틀렸다. 인증서에는 어떤 이름의 것인지 적혀 있다(subjectAltName). 대부분의 도구가 찾던 이름과 실제 이름을 둘 다 출력한다.',
      next: [
        '인증서에 있는 이름을 쓰거나, subjectAltName에 쓰는 이름을 넣어 새로 받는다.',
        'IP 주소로 쓰려면 그 주소도 따로 넣어야 한다.',
        'DNS나 프록시 때문에 다른 서버로 간 것은 아닌지 본다.',
      ],
    },
    'http-at-https': {
      name: 'TLS 포트에 http',
      heading: 'TLS를 쓰는 곳에 http로 말한다',
      staged:
        '레지스트리는 TLS를 쓰는데 클라이언트에는 쓰지 않는다고 했다. docker는 뺐다. 한 번만 그렇게 받는 옵션이 없다.',
      cause:
        'Go 서버는 무슨 일인지 알아채고 평문 http로 답한다. JSON 없이 400과 한 문장이다. 말없이 연결을 끊는 서버도 있다. curl, oras, regctl, ctr은 시킨 대로 하다가 실패했고, skopeo, crane, buildah, podman은 옵션이 있어도 TLS를 먼저 해 보아서 성공했다.',
      next: [
        '옵션을 뺀다. --plain-http, --tls-verify=false, insecure-registries.',
        'containerd라면 hosts.toml에서 https://를 써야 할 곳에 http://를 썼는지 본다.',
      ],
    },
    'https-at-http': {
      name: 'http 포트에 TLS',
      heading: 'http를 쓰는 곳에 TLS로 말한다',
      staged: '레지스트리는 TLS를 쓰지 않는데 클라이언트는 쓴다고 여긴다.',
      cause:
        '클라이언트가 TLS의 첫 바이트를 보내면 HTTP 응답이 온다. TLS가 아니므로 OpenSSL은 “wrong version number”, Go는 “server gave HTTP response to HTTPS client”라고 한다. 호스트를 일부러 이름으로 불렀다. localhost라면 알아서 http로 바꾸는 도구가 있어서, 다른 곳에서 받을 때까지 잘못이 드러나지 않는다.',
      next: [
        '레지스트리에 인증서를 단다. 그러지 않으면 비밀번호와 토큰이 훤히 보인 채 오간다.',
        '실습에서만, 이 호스트에만 http를 허용한다(--plain-http, insecure-registries, hosts.toml).',
      ],
    },
  },
  playedBy: '실제 레지스트리로 재현: {registry}',
  playedByHarness: '테스트용 가짜 레지스트리로 재현',
  askedByRecorder: '기록한 도구가 직접 물었다. 이 사이트는 이렇게 묻지 않는다',
  recorded: '{date} 기록',
  exchange: '오간 말',
  outcome: '이 사이트의 말: {says}',
  resolved: '마지막 응답은 성공이다. 바라던 문서인지는 클라이언트가 살펴야 한다.',
  body: '오류 본문의 뜻',
  bodyNone: '오류 본문이 없다. 레지스트리의 응답으로 온 실패가 아니다.',
  bodyPlain: '명세에 있는 형식이 아니다. errors도 코드도 없다.',
  inSpec: '명세에 있음',
  notInSpec: '명세에 없음',
  codeUnknown: '이 사이트가 모르는 코드다.',
  accept: {
    heading: 'Accept에 따라 달라진 것',
    repository: '태그',
    accept: 'Accept',
    all: '네 가지 모두',
    none: '헤더 없음',
    status: '상태',
    type: 'Content-Type',
    digest: '다이제스트',
  },
  tools: '도구마다 출력하는 것',
  toolsHint: '가장 중요한 한 줄만 보인다. 펼치면 명령과 출력 전체가 나온다.',
  exit: '종료 코드 {exit}',
  command: '명령',
  stdout: '표준 출력',
  stderr: '표준 오류',
  nothing: '아무것도 출력하지 않았다.',
  seconds: '{seconds}초 걸림',
  requests: '요청 {count}번',
  site: '이 사이트의 문장',
  next: '다음에 할 일',
  following: '다음 실패: {name}',
  codes: {
    heading: '오류 코드',
    lead: 'errors[].code는 프로그램이 읽으라고 있다. 명세를 따르는 레지스트리라면 아래 낱말 가운데 하나다.',
    source: 'distribution-spec v1.1.1, 오류 코드',
    spec: '명세에 있는 코드',
    other: '명세에는 없지만 실제 레지스트리가 보내는 코드',
    code: '코드',
    status: '흔한 상태',
    means: '뜻',
    next: '할 일',
    push: '올릴 때',
    withoutHeading: '코드가 없을 때',
    without: [
      {
        heading: '평문',
        text: '명세는 오류 본문에 다른 형식도 허용한다. Go 서버, 요청 제한 장치, 저장소가 한 줄만 보낼 때가 많다. 상태 코드를 읽는다.',
      },
      {
        heading: 'HTML 페이지',
        text: '레지스트리 앞의 무언가가 보냈거나, 레지스트리가 아닌 호스트다.',
      },
      {
        heading: '본문 없음',
        text: 'HEAD에 오는 모든 응답이 그렇다. GET으로 다시 물으면 더 들을 수 있고, 이 사이트는 그렇게 한다.',
      },
    ],
  },
} satisfies ErrorLabWords
