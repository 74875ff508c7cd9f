import type { TagsWords } from '@/components/panels/tags/words'

export const tags = {
  name: '태그',
  heading: '리포지터리에 어떤 태그가 있나',
  lead: '태그는 언제든 다른 매니페스트로 옮길 수 있는 이름이다. 레지스트리는 이름만 늘어놓는다. 다이제스트도, 날짜도, 크기도 없다. 긴 목록은 여러 페이지로 나뉘고, 응답이 다음 페이지의 주소를 알려 준다.',
  spec: 'distribution-spec v1.1.1, spec.md, listing tags',
  form: {
    label: '{repository} 태그 묻기',
    size: '한 페이지의 태그 수: n',
    hint: '레지스트리는 n보다 적게 주거나 n을 무시할 수 있다.',
    ask: '태그 묻기',
    again: '다시 묻기',
    next: '링크 따라가기',
    all: '끝까지 따라가기',
    stop: '멈추기',
    reading: '다음 페이지를 묻는 중…',
  },
  page: {
    list: '요청과 응답',
    title: '{n}번째 페이지',
    between: '{from}번째부터 {to}번째까지',
    answer: '{status}, {bytes}바이트, 태그 {count}개, {time} ms 뒤',
    answerBuilt: '{status}, {bytes}바이트, 태그 {count}개',
    headers: '응답 헤더',
    body: '받은 그대로의 본문',
    cut: '전체 {count}자 가운데 앞부분만 보인다.',
    linked:
      'Link 헤더가 다음 페이지를 알려 준다. 클라이언트는 그 주소를 그대로 따라가고, 스스로 지어내지 않는다.',
    last: 'Link 헤더가 없다. 마지막 페이지다.',
    upstream: '이 페이지를 위해 사이트가 레지스트리에 물은 것',
    upstreamLead:
      '위의 페이지는 이 사이트의 미러에 물어 받았다. 그 뒤에서 오간 요청을 여기에 보인다. 캐시에서 왔다면 처음 받았을 때의 요청이다.',
    byLast:
      '페이지가 가득 찼는데도 레지스트리가 다음 페이지를 알려 주지 않았다. 그래서 미러는 이 페이지의 마지막 태그를 last=에 적어 이어서 묻는다.',
    asking: '묻는 중…',
  },
  sum: '태그 {tags}개, {pages}페이지.',
  sumSoFar: '지금까지 태그 {tags}개, {pages}페이지. 마지막 응답이 다음 페이지를 알려 주었다.',
  none: '목록이 비어 있다.',
  order: {
    bytes: '바이트 순서로 왔다. 1.10이 1.9보다 앞에, 대문자가 소문자보다 앞에 온다.',
    letters: '대소문자를 가리지 않는 글자 순서로 왔다. 1.10이 1.9보다 앞에 온다.',
    other:
      '명세가 정한 글자 순서가 아니다. 오래된 것부터 주는 레지스트리도 있다. 그러니 목록의 마지막 태그가 가장 새것이라는 법은 없다.',
  },
  kept: {
    heading: '도구가 둔 태그: {tags}개 가운데 {kept}개',
    lead: '서명과 증명도 매니페스트라서 찾아갈 이름이 있어야 한다. 더 나은 자리가 없으면 도구는 대상의 다이제스트로 태그를 지어 둔다. 태그 7,890개 가운데 사람이 지은 것은 369개뿐인 리포지터리도 보고되었다(go-containerregistry #1528).',
    kinds: {
      signature: '`sha256-….sig` cosign이 둔 서명',
      attestation: '`sha256-….att` cosign이 둔 증명',
      sbom: '`sha256-….sbom` cosign이 둔 SBOM',
      referrers: '`sha256-…` 참조자 API가 없는 레지스트리에 두는 참조자 목록',
    },
    count: '{count}개',
    here: '화면에 있는 이미지의 서명이라면 {tag}에 있을 것이다. 지금까지 받은 목록에는 없다.',
    hereFound: '화면에 있는 이미지의 서명이 {tag}에 있다.',
    show: '목록에 함께 보이기',
  },
  list: {
    search: '태그에서 찾기',
    order: '순서',
    given: '레지스트리가 준 대로',
    number: '숫자 크기대로: 1.9 다음에 1.10',
    shown: '{tags}개 가운데 {shown}개를 보인다. 태그를 누르면 위에 그 이미지가 열린다.',
    label: '태그 목록',
    marks: {
      name: '',
      signature: '서명',
      attestation: '증명',
      sbom: 'SBOM',
      referrers: '참조자',
    },
    current: '화면에 있음',
    odd: '명세에 맞지 않는 태그',
    nothing: '이 글자가 든 태그가 없다.',
  },
} satisfies TagsWords
