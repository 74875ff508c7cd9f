import type { DocumentWords } from '@/components/panels/image/words'
import type { ForeignKind } from '@/lib/oci/recognise'

/** Documents that no registry holds: bundles, what tools print, what archives list. */
export const documentsKo: Record<ForeignKind, DocumentWords> = {
  'runtime-config': {
    name: '런타임 설정',
    heading: '런타임 설정: 저수준 런타임이 받는 지시',
    lead: '번들의 config.json이다. runc, crun, youki는 이것만 읽는다. 프로세스, 마운트, 네임스페이스, 한도가 적혀 있고, 런타임을 부른 쪽이 이미지 설정을 바탕으로 써 넣었다.',
  },
  'runtime-state': {
    name: '런타임 상태',
    heading: '상태: 저수준 런타임이 컨테이너 하나를 두고 하는 말',
    lead: 'state 연산이 출력하고, 훅은 표준 입력으로 받는다.',
  },
  'cri-container': {
    name: 'CRI 컨테이너',
    heading: 'crictl inspect가 보여 주는 컨테이너',
    lead: 'status는 모든 런타임이 지키기로 한 CRI의 약속이다. info는 런타임마다 다르고, 여기에는 런타임이 쓴 런타임 설정도 들어 있다.',
  },
  'cri-sandbox': {
    name: 'CRI 샌드박스',
    heading: 'crictl inspectp가 보여 주는 파드 샌드박스',
    lead: '컨테이너보다 먼저 만드는 파드의 바탕이다. 네트워크 네임스페이스와 주소가 있고, 대개는 pause 컨테이너가 그것을 붙들고 있다.',
  },
  'cri-image': {
    name: 'CRI 이미지',
    heading: 'crictl inspecti가 보여 주는 이미지',
    lead: '노드의 런타임이 받아 둔 이미지를 어떻게 아는지 보여 준다. id는 매니페스트가 아니라 설정의 다이제스트다.',
  },
  'docker-container': {
    name: 'Docker 컨테이너',
    heading: 'docker inspect가 보여 주는 컨테이너',
    lead: 'Docker Engine이 컨테이너 하나를 두고 기억하는 것이다. 지금 상태와 만들 때 쓴 옵션이 모두 있다. OCI 문서는 아니다.',
  },
  'docker-image': {
    name: 'Docker 이미지',
    heading: 'docker image inspect가 보여 주는 이미지',
    lead: 'Docker Engine의 눈으로 본 이미지다. 대부분 이미지 설정에서 오고, 이름과 다이제스트는 풀할 때 적어 둔 것이다.',
  },
  'docker-archive': {
    name: '아카이브 목록',
    heading: 'Docker 아카이브의 manifest.json: 목록일 뿐 이미지 매니페스트가 아니다',
    lead: '설정과 레이어를 파일 이름으로 짝짓는다. 자기 다이제스트도, 크기도, 미디어 타입도 없어서 불러오는 쪽이 계산해야 한다.',
  },
  layout: {
    name: '레이아웃 표시',
    heading: 'oci-layout 파일: 이 폴더는 이미지 레이아웃이다',
    lead: '필드가 하나다. 버전은 레이아웃 형식의 버전이고, 아직도 1.0.0이다.',
  },
  statement: {
    name: 'in-toto 진술',
    heading: 'in-toto 진술: 어떤 다이제스트를 두고 누군가 한 주장',
    lead: 'subject는 무엇을 두고, predicate는 무엇이라고 주장하는지 적는다. 누가 썼는지는 여기서 알 수 없다. 그것은 바깥 봉투가 맡는다.',
  },
  envelope: {
    name: 'DSSE 봉투',
    heading: 'DSSE 봉투: 내용과 서명한 사람',
    lead: '내용은 base64로 들어 있어 JSON을 어떻게 다시 찍어도 서명한 바이트가 그대로 남는다. 보여 주는 것은 검증이 아니다.',
  },
  kubernetes: {
    name: 'Kubernetes 오브젝트',
    heading: '똑같이 매니페스트라고 부르는 Kubernetes 오브젝트',
    lead: '이미지 매니페스트와는 다른 것이다. 원하는 상태를 API 서버에 알린다. kubelet 아래에서는 아무도 이것을 보지 못하고, 이것을 바탕으로 만든 CRI 호출만 내려온다.',
  },
}
