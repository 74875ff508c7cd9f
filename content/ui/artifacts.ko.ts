import type { ArtifactsWords } from '@/components/panels/artifact/words'
import { card } from './artifact-card.ko'

export const artifactsKo: ArtifactsWords = {
  title: '{reference}에 딸린 객체들',
  form: {
    label: '이미지나 아티팩트',
    hint: '풀할 때 쓰는 이름 그대로 적는다. 기록해 둔 이미지는 네트워크 없이 볼 수 있다.',
    submit: '보기',
    back: '기록으로 돌아가기',
    stop: '멈추기',
  },
  examples: {
    heading: '기록해 둔 것:',
    attested: '출처, SBOM, 서명이 딸린 이미지',
    chart: 'Helm 차트',
    hello: '플랫폼 다섯 개를 위한 평범한 이미지',
  },
  state: {
    asking: '레지스트리에 묻는 중 …',
    slow: '{seconds}초가 지나도 답이 없다.',
    siteAway: {
      says: '이 사이트가 응답하지 않는다.',
      try: '연결을 확인하고 다시 시도한다. 기록을 보는 데도 이 사이트는 필요하지만 레지스트리는 필요 없다.',
    },
    objectMissing: {
      says: '주소에 적힌 객체는 이 이미지에서 찾을 수 없다.',
      try: '다른 이미지의 객체이거나 이미 지워진 참조자일 수 있다. 그래프에서 다시 고른다.',
    },
  },
  sections: {
    graph: {
      name: '그래프',
      heading: '무엇이 무엇을 가리키나?',
      lead: '화살표마다 어떤 문서에 적힌 다이제스트가 하나씩 있다. 인덱스는 매니페스트를, 매니페스트는 설정과 레이어를 가리킨다. 참조자만 방향이 반대다. 참조자는 자기가 다루는 이미지를 가리키지만, 이미지는 참조자를 모른다.',
    },
    object: {
      name: '객체',
      heading: '무엇이 적혀 있나?',
      lead: '그래프에서 고른 객체가 무엇에 쓰이는지, 거기서 무엇을 읽을 수 있는지, 해시한 바이트는 어떤 것인지 보여 준다.',
    },
    referrers: {
      name: '참조자',
      heading: '누가 이 이미지를 가리키나?',
      lead: '이미지는 자기 서명을 적어 둘 수 없다. 서명은 이미지가 만들어진 뒤에 생기고, 하나라도 적어 넣으면 이미지의 다이제스트가 달라진다. 그래서 클라이언트가 물어봐야 하는데, 묻는 방식이 네 가지다. 어느 방식이 통하는지는 레지스트리와 붙인 도구에 달렸다.',
    },
  },
  card,
  graph: {
    label: '{reference} 주변의 객체들. 왼쪽의 인덱스에서 오른쪽의 레이어로 이어진다',
    hint: '객체를 고르면 내용을 읽을 수 있다. 화살표 키로 선을 따라 움직이고 Enter로 연다.',
    kinds: {
      index: '인덱스',
      manifest: '매니페스트',
      config: '설정',
      layer: '레이어',
      referrer: '참조자',
      blob: '내용',
    },
    empty: '빈 설정 {}',
    layer: '레이어 {n}',
    roles: {
      entry: '인덱스의 항목',
      config: '설정',
      layer: '레이어',
      subject: '이것을 다룬다(subject)',
      about: '이것에 관해 진술한다',
    },
    legend: '선의 뜻',
    list: '같은 내용을 목록으로',
    open: '가리키는 것 펼치기',
    close: '가리키는 것 접기',
    left: '객체 {count}개는 그리지 않았다. 그래프 하나에는 {limit}개까지만 담는다.',
  },
  referrers: {
    subject: '누구의 참조자:',
    subjects: { index: '인덱스', manifest: '매니페스트', platform: '이 플랫폼의 매니페스트:' },
    ask: '모든 방식으로 묻기',
    asking: '묻는 중 …',
    unasked: '이 객체에 관해서는 아직 묻지 않았다.',
    ways: {
      api: {
        name: '참조자 API',
        means:
          '레지스트리가 목록을 관리한다. distribution-spec 1.1(2024년)에 들어왔고, 아직 없는 레지스트리도 있다.',
      },
      tag: {
        name: '대체 태그',
        means:
          'API가 없으면 무언가를 붙이는 클라이언트가 직접 목록을 관리한다. 다이제스트로 만든 태그 아래에 인덱스로 올린다.',
      },
      signature: {
        name: 'cosign .sig',
        means:
          'cosign이 2021년부터 쓴 방식이다. 태그 하나에 매니페스트 하나를 두고, 서명마다 레이어를 하나씩 넣는다.',
      },
      attestation: {
        name: 'cosign .att',
        means: '서명한 진술에 같은 방식을 쓴다. 진술 하나하나가 DSSE 봉투에 들어 있다.',
      },
      sbom: {
        name: 'cosign .sbom',
        means:
          '부품 목록(SBOM)에 같은 방식을 쓴다. 서명이 없는 목록이라 cosign도 이제 권하지 않는다.',
      },
      index: {
        name: '인덱스 안',
        means: 'BuildKit은 증명을 이미지 옆에 둔다. 플랫폼이 unknown/unknown인 항목이 그것이다.',
      },
    },
    noRequest: '요청하지 않는다. 인덱스를 이미 가지고 있다.',
    request: '요청',
    status: '응답: {status}',
    outcomes: {
      found: '찾은 것: {count}개',
      more: '레지스트리에 다음 쪽이 더 있다. 여기서는 첫 쪽만 읽었다.',
      none: '빈 인덱스가 왔다. 이것도 답이다. 이 레지스트리는 목록을 관리하며, 이 다이제스트를 가리키는 것이 없다는 뜻이다.',
      absentApi:
        '404: 이 레지스트리에는 참조자 API가 없다. 참조자가 없다는 뜻은 아니므로 클라이언트는 대체 태그를 찾아본다.',
      absentOther:
        '레지스트리가 {status}로 답하며 다른 곳으로 보냈다. 참조자 목록이 아니므로 API가 없는 것으로 친다.',
      absentTag: '404: 그런 태그가 없다. 목록을 남긴 클라이언트가 없다.',
      absentCosign: '404: 그런 태그가 없다. cosign이 이 방식으로 붙인 것은 없다.',
      trap: '태그는 있지만 참조자 목록이 아닌 것을 가리킨다. 이것을 목록으로 믿는 클라이언트는 있지도 않은 참조자를 보게 된다.',
      noneInIndex: '인덱스에 이 다이제스트를 다루는 증명이 없다.',
      noIndex: '이름이 곧바로 매니페스트로 이어지므로, 증명을 담을 인덱스가 없다.',
      failed: '이 방식은 실패했다.',
    },
    filters: {
      applied:
        '?artifactType={type}을 붙여 다시 물으니 {count}개가 왔고, OCI-Filters-Applied 헤더로 레지스트리가 걸렀다고 한다.',
      ignored:
        '?artifactType={type}을 붙여 다시 물으니 {count}개가 왔고, OCI-Filters-Applied 헤더는 없다. 레지스트리가 거르지 않았으므로 클라이언트가 걸러야 한다.',
    },
    together: {
      heading: '모아 보면',
      lead: '같은 매니페스트를 여러 방식으로 찾을 수 있다. 그래도 한 번만 센다.',
      kind: '무엇인가',
      digest: '다이제스트',
      ways: '찾은 방식',
      size: '바이트',
      open: '읽기',
      none: '어느 방식으로도 참조자를 찾지 못했다.',
    },
    traps: {
      heading: '함정 세 가지',
      gitlab:
        'registry.gitlab.com에 대체 태그를 물으면 대상 이미지 자신이 온다. sha256-<hex>를 다이제스트로 읽기 때문이다. 그러면 이미지의 플랫폼들이 참조자처럼 보인다(oras-go 이슈 1396). 여기서는 응답의 다이제스트를 대상과 비교한다.',
      ghcr: 'ghcr.io에는 참조자 API가 없다. 404로 답하거나 웹 페이지로 돌려보낸 적이 있다. 여기서는 그런 리다이렉트를 따라가지 않고 ‘API 없음’으로 본다.',
      cosign:
        'cosign 3은 기본값으로 .sig 태그를 쓰지 않는다. 번들을 참조자로 올리므로, 태그만 찾는 정책은 ‘서명 없음’이라고 보고한다.',
    },
  },
  links: {
    heading: '이 화면의 주소:',
    byName: '이름으로',
    byDigest: '다이제스트로',
    desk: '데스크에서 필드마다 설명 보기',
  },
}
