import type { FindingVocabulary } from '../../components/panels/finding/words.ts'

// A placeholder is never followed by a particle that depends on its last sound.
export const findingsKo = {
  locale: 'ko',
  sentences: {
    bom: {
      says: '문서가 바이트 순서 표시(BOM)로 시작한다.',
      so: '이 3바이트도 다이제스트 계산에 들어간다. JSON은 BOM으로 시작하면 안 되기 때문에(RFC 8259) 거부하는 프로그램이 있다.',
    },
    'duplicate-key': {
      says: '한 객체에 같은 키가 두 번 나온다: “{key}”.',
      so: '어느 쪽을 쓸지는 파서마다 다르다. 다이제스트는 하나인데 클라이언트마다 다른 문서를 볼 수 있다.',
    },
    'unsafe-integer': {
      says: '정수 {text} 값은 53비트로 나타낼 수 없다.',
      so: '규칙에는 맞는다. 다만 JavaScript처럼 수를 부동소수점으로 다루는 프로그램은 말없이 반올림한다. 여기서는 적힌 그대로 보여 준다.',
    },
    'media-type-missing': {
      says: '문서에 자기 타입이 적혀 있지 않다. 이렇게 읽었다: {assumed}.',
      so: 'OCI에서는 없어도 된다. Content-Type 헤더나 디스크립터에 적힌 타입을 따른다. Docker 형식에서는 꼭 있어야 한다.',
    },
    'media-type-mismatch': {
      says: '전달된 타입과 문서에 적힌 타입이 다르다(전달: {declared}, 문서: {body}).',
      so: '여기서는 문서에 적힌 타입을 따랐다. 전달된 타입을 따르는 클라이언트는 다른 문서를 보게 된다. 그래서 조심스러운 클라이언트는 거부한다(CVE-2021-41190).',
    },
    'shape-mismatch': {
      says: '{mediaType} 타입의 문서에 있으면 안 되는 필드가 있다: “{field}”.',
      so: '두 종류의 필드가 섞이면 같은 바이트라도 클라이언트마다 다른 이미지로 읽는다. 조심스러운 클라이언트는 거부한다(CVE-2021-41190).',
    },
    schema1: {
      says: 'Docker 스키마 1이다({signed}). 설정이 제 다이제스트를 갖기 전의 형식이다.',
      so: '보여 줄 수는 있지만 containerd는 2.1부터, distribution 레지스트리는 3.0부터 받아들이지 않는다.',
    },
    'unknown-field': {
      says: '명세에는 이 자리에 이런 필드가 없다: “{field}”.',
      so: '규칙에는 맞는다. 모르는 필드는 무시해야 한다. 그래도 다이제스트 계산에는 들어간다.',
    },
    'missing-required': {
      says: '꼭 있어야 할 필드가 빠졌다: “{field}”.',
      so: '클라이언트는 짐작하거나 문서를 거부하는 수밖에 없다. 엄격한 클라이언트는 거부한다.',
    },
    'wrong-type': {
      says: '값의 타입이 틀렸다. 있는 것: {got}. 와야 할 것: {expected}.',
      so: 'Go로 만든 클라이언트처럼 정해진 타입으로 디코딩하는 프로그램은 문서 전체를 거부한다.',
    },
    'wrong-form': {
      says: '이 필드의 규칙에 어긋난다: “{text}”. 와야 할 것: {expected}.',
      so: '타입은 맞지만 내용이 틀렸다. 그냥 넘기는 클라이언트도 있고 거부하는 클라이언트도 있다.',
    },
    'size-negative': {
      says: '크기가 음수다: {text}.',
      so: '이런 길이의 내용은 없다. 크기를 비교하는 클라이언트는 무엇을 받든 거부한다.',
    },
    'unknown-digest-algorithm': {
      says: 'image-spec v1.1.1에 등록되지 않은 다이제스트 알고리즘이다: {algorithm}.',
      so: '문법에 맞게 썼다면 규칙에는 맞는다. 다만 이 알고리즘을 계산하지 못하면 내용을 확인할 수 없다.',
    },
    'empty-layers': {
      says: '레이어 목록이 비어 있다.',
      so: '규칙에는 맞지만 받아 주지 않는 곳이 있을 수 있다. 파일이 없는 아티팩트라면 빈 디스크립터를 레이어로 하나 넣는 것이 좋다.',
    },
    'foreign-layer': {
      says: '레지스트리에 올리지 말라고 표시한 레이어 타입이다: {mediaType}.',
      so: 'image-spec 1.1에서 더는 권장하지 않는다. 레이어에 적힌 주소에 연결할 수 없는 곳에서는 이미지를 다 받을 수 없다.',
    },
    urls: {
      says: '이 내용은 다른 곳에서도 받을 수 있다: {urls}.',
      so: '규칙에는 맞는다. 거기서 받는 클라이언트는 다이제스트와 크기를 확인해야 한다. 이 사이트는 그 주소로 가지 않는다.',
    },
    'data-mismatch': {
      says: '함께 담긴 데이터의 길이와 디스크립터에 적힌 크기가 다르다(데이터: {got}바이트, 디스크립터: {size}바이트).',
      so: '그러니 다이제스트가 가리키는 내용일 수 없다. 확인하지 않고 쓰는 클라이언트는 다른 내용을 읽게 된다.',
    },
    'artifact-type-missing': {
      says: '설정이 빈 디스크립터인데 artifactType이 없다.',
      so: '이때는 명세가 artifactType을 요구한다. 이것 말고는 어떤 아티팩트인지 알 길이 없기 때문이다.',
    },
    'history-mismatch': {
      says: '레이어를 만든 history 항목({history}개)과 diffID({diffIds}개)의 수가 다르다.',
      so: '컨테이너는 그대로 실행된다. history를 보여 주는 도구가 크기를 엉뚱한 단계 옆에 적는다.',
    },
  },
  expected: {
    object: '객체',
    array: '목록',
    string: '문자열',
    integer: '정수',
    boolean: 'true나 false',
    'string-array': '문자열 목록',
    'string-map': '값이 모두 문자열인 객체',
    'media-type': 'application/json 같은 미디어 타입',
    digest: 'sha256:… 같은 다이제스트',
    base64: 'base64',
    'date-time': 'RFC 3339 형식의 날짜와 시각',
    uri: 'URL',
    environment: '이름=값',
    'schema-version': '2',
  },
  types: {
    object: '객체',
    array: '목록',
    string: '문자열',
    number: '수',
    boolean: 'true나 false',
    null: 'null',
  },
  signed: '서명 있음',
  unsigned: '서명 없음',
  unknown: '알 수 없음',
  more: '그 밖에 {count}개',
} satisfies FindingVocabulary
