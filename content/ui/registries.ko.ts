import type { RegistryWords } from '@/components/panels/registries/words'

export const registries = {
  name: '레지스트리들',
  heading: '프로토콜은 하나, 레지스트리마다 다른 것',
  lead: '배포 명세는 빈자리를 남겨 두었고, 운영자마다 그 자리를 다르게 채운다. 이 사이트가 물어볼 수 있는 레지스트리마다 예를 하나씩 두었다. 작은 공개 이미지를 열고 대화에서 무엇을 볼지 적었다.',
  untriedLabel: '여기서 아직 시험하지 않았다.',
  untried:
    '이 사이트의 테스트는 인터넷 없이 돈다. 아래 동작을 우리가 만든 가짜 레지스트리로 하나씩 재현하고 결과를 확인했을 뿐, 공개 레지스트리에는 묻지 않았다. 전해 들은 이야기는 그렇다고 적었다.',
  open: '{reference} 열기',
  quirks: '이 레지스트리만의 방식: {count}가지',
  source: '출처',
  unconfirmed: '전해 들음, 아직 확인하지 못함',
  examples: {
    'docker.io':
      '입력하는 이름은 가장 짧은데 전체 이름은 가장 길다. `hello-world`가 docker.io/library/hello-world:latest로 바뀐다. GET 앞의 HEAD를 본다. 한도에서 빠지는 것은 GET뿐이다.',
    'ghcr.io':
      '레지스트리와 토큰은 한 호스트, 블롭은 다른 호스트다. 참조자를 물으면 목록이 아니라 웹 페이지로 보낸다.',
    'quay.io':
      '대화가 200으로 시작할 수 있다. 공개 리포지터리는 토큰이 필요 없다. 태그 목록은 자기 크기대로 끊어 준다.',
    'registry.k8s.io':
      '스스로는 아무것도 담지 않는다. 첫 응답부터 이 사이트에서 가까운 레지스트리로 보내고, 그곳이 토큰을 요구할 수 있다.',
    'gcr.io':
      '태그를 열어 본다. 목록 옆에 다이제스트와 태그를 이은 표가 있는데, 명세에는 없는 것이다.',
    '*-docker.pkg.dev':
      '지역마다 레지스트리가 있고 토큰 서버도 따로 있다. 블롭은 상대 경로 리다이렉트로 같은 호스트에서 받는다.',
    'mcr.microsoft.com':
      '토큰이 아예 없어서 첫 요청에 바로 답한다. 태그 목록이 없는 리포지터리도 있다.',
    'public.ecr.aws':
      'Docker Hub의 공식 이미지를 주소별 한도 없이 받는다. 응답이 다이제스트를 말하지 않아서 클라이언트가 바이트를 해시해야 한다.',
    'registry.gitlab.com':
      'gitlab.com이 토큰을 주기 전까지는 비공개 프로젝트와 공개 프로젝트가 똑같아 보인다. Accept 헤더에 따라 답이 달라진다.',
    'cgr.dev':
      '태그 목록을 본다. 도구가 서명과 SBOM을 두느라 다이제스트로 지은 태그가 수천 개인 리포지터리도 있다.',
    'nvcr.io':
      '토큰이 만료되면 토큰 서버의 주소가 바뀐다. 두 번째 응답을 그대로 믿는 클라이언트는 막다른 길에 든다.',
    'registry.access.redhat.com':
      '이름은 그대로인데 저장소가 옮겨 갔다. 매니페스트는 여기서, 블롭은 quay.io에서 온다.',
    'registry.fedoraproject.org': '프로젝트가 직접 운영하는 레지스트리다. 블롭용 CDN도 따로 있다.',
  },
  common: {
    heading: '어느 레지스트리에서나 만날 수 있는 것',
    lead: '한 곳에서만 본 동작이 아니라서, 미러는 어디서나 이럴 수 있다고 본다.',
  },
  table: {
    heading: '레지스트리 {count}곳은 무엇이 다른가',
    lead: '이 사이트의 미러가 물을 때 쓰고 테스트가 재현하는 바로 그 표다. 빈칸은 알려진 특이점이 없다는 뜻이지, 없다고 확인했다는 뜻이 아니다.',
    label: '레지스트리와 그 차이',
    registry: '레지스트리',
    columns: {
      access: '토큰을 주는 곳',
      redirects: '블롭을 주는 곳',
      asking: '요청과 응답',
      lists: '목록',
    },
    noToken: '필요 없음',
    noRealm: '등록된 곳 없음',
    own: '같은 호스트',
    nothing: '–',
  },
  kinds: {
    'head-is-free': 'HEAD는 세지 않음',
    'head-refused': 'HEAD 거절',
    'blob-head-refused': '블롭 HEAD 거절',
    'accept-decides': 'Accept에 따라 답이 다름',
    'public-without-token': '공개는 토큰 없이',
    'absent-is-401': '없어도 비공개처럼 401',
    'token-refused': '토큰 서버가 거절',
    'access-token': 'token 대신 access_token',
    'challenge-missing': '챌린지 없는 401',
    'scope-missing': 'scope 없는 챌린지',
    'scope-own': 'scope는 늘 aws',
    'realm-elsewhere': '토큰은 다른 호스트에서',
    'expired-token-400': '만료된 토큰에 400',
    'realm-changes': '나중에 realm이 바뀜',
    'blobs-elsewhere': '블롭은 다른 호스트에서',
    'manifest-redirect': '매니페스트도 리다이렉트',
    'redirect-relative': '호스트 없는 리다이렉트',
    'redirect-challenge': '옮겨 간 곳에서도 토큰',
    'redirect-expires': '몇 분만 쓰는 주소',
    'digest-header-missing': '다이제스트를 말하지 않음',
    'digest-regional': '지역에 따라 모르는 다이제스트',
    'content-encoding': '요청하지 않은 gzip',
    'body-true': '본문이 true인 401',
    'errors-empty': '리다이렉트에 빈 errors',
    'budget-told': '남은 횟수를 알려 줌',
    'text-429': '텍스트로 온 429',
    throttled: '1초에 한 번쯤',
    'cursor-opaque': '알 수 없는 커서',
    'link-relative': '호스트 없는 링크',
    'page-limit': '한 페이지에 1000개까지',
    'tags-many': '태그 수천 개',
    'tags-extra': '다이제스트별 태그 표',
    'tags-oldest-first': '오래된 태그부터',
    'tags-missing': '목록이 없는 곳도 있음',
    'referrers-redirect': '참조자 대신 웹 페이지',
    'referrers-unsupported': '참조자 API 없음',
    'fallback-is-subject': '참조자 태그가 이미지 자신',
  },
} satisfies RegistryWords
