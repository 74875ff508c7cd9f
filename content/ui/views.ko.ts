import type { ViewWords } from '@/components/views/words'

export const viewsKo = {
  landing: {
    title: '쿠버네티스는 컨테이너를 띄우지 못한다.',
    lead: '부탁할 뿐이다. 이미지를 받아 풀고 프로세스를 띄우는 일은 kubelet 아래의 런타임이 한다. 누가 무엇을 하는지, 실제 바이트를 펼쳐 놓고 따라간다.',
    manifestTitle: '이것이 이미지다.',
    manifestCaption:
      '{reference}의 매니페스트를 받은 그대로 옮겼다({date} 기록). 파일은 하나도 들어 있지 않다. 해시로 가리킬 뿐이다.',
    live: '이제 여러분의 이미지를 열어 보자.',
    liveLabel: '이미지 참조',
    liveButton: '지금 받아 오기',
    notes: {
      config: '실행 방법. 명령, 사용자, 환경 변수를 적은 JSON 파일 하나다.',
      layers: '파일들. tar 아카이브이고, 적힌 순서대로 쌓는다.',
      digest: '가리키는 바이트의 해시. 그쪽에서 한 바이트만 바뀌어도 이 이름은 맞지 않는다.',
      whole: '위 {bytes}바이트 전체의 해시. 어느 레지스트리에서나 이 매니페스트의 이름이다.',
    },
    howTitle: '믿어 달라고 하지 않는다',
    how: [
      {
        term: '받은 그대로의 바이트',
        text: '패널은 레지스트리가 보낸 것을 그대로 보여 준다. 해시는 독자의 브라우저가 다시 계산한다.',
      },
      {
        term: '실제로 오간 대화',
        text: '401, 토큰, 리다이렉트까지 요청과 응답이 하나도 빠짐없이 화면에 나온다.',
      },
      {
        term: '네트워크 없이도 된다',
        text: '모든 패널은 저장소의 스크립트가 남긴 기록에서 시작한다. 한 번 더 누르면 실시간이다.',
      },
    ],
    chaptersTitle: '차례',
    start: '읽기 시작하기',
  },
  chapter: {
    contents: '이 페이지에서',
    questions: '이 장이 답하는 질문',
    objectives: '읽고 나면 할 수 있는 것',
    keypoints: '기억할 것',
    minutes: '읽거나 가르치는 데 {teach}분, 직접 해 보는 데 {exercise}분',
    spec: '근거 명세',
    previous: '이전',
    next: '다음',
    copy: '복사',
    copied: '복사됨',
    facilitator: '진행자에게',
    part: '부',
  },
  learn: {
    title: '차례',
    lead: '이미지에서 프로세스까지, 이야기가 흐르는 순서다. 장마다 질문 하나에 답한다.',
  },
  desk: {
    title: '레지스트리 데스크',
    lead: '이미지 참조를 입력하면 그것을 어떻게 읽는지, 레지스트리가 뭐라고 답하는지, 답의 필드 하나하나가 무슨 뜻인지 볼 수 있다.',
    compare: '이미지 둘 비교하기',
    errors: '오류 실험실: 실패마다 재현한 기록',
    artifacts: '서명, SBOM, 차트까지 이어진 것 보기',
    open: '내 아카이브나 JSON 열기',
  },
  open: {
    title: '내 파일 열기',
    lead: '이미지 아카이브, 레이아웃 폴더, 도구가 출력한 JSON을 열면 무엇인지 알아보고, 해시를 맞춰 보고, 필드마다 설명한다. 파일은 브라우저를 떠나지 않는다.',
  },
  compare: {
    title: '이미지 둘 비교하기',
    lead: '어떤 레이어를 함께 쓰는지, 설정이 어떻게 다른지, 받는 데 얼마나 드는지, 누가 만들었는지 나란히 본다.',
  },
  artifacts: {
    title: '이미지에 이어진 것들',
    lead: '이미지와, 이미지를 가리키는 증명, 서명, SBOM을 그래프로 본다. 찾는 방식마다 물어보고, 하나씩 열어 무엇이 적혀 있는지 읽는다. Helm 차트 같은 아티팩트도 볼 수 있다.',
  },
  licences: {
    title: '라이선스',
    lead: '쓰고, 고치고, 가르칠 때 써도 된다. 출처만 밝히면 된다.',
    rows: [
      {
        what: '코드',
        licence: 'Apache License 2.0',
        href: 'https://www.apache.org/licenses/LICENSE-2.0',
        who: 'Below the Kubelet 기여자',
      },
      {
        what: '글과 그림',
        licence: 'Creative Commons Attribution 4.0',
        href: 'https://creativecommons.org/licenses/by/4.0/deed.ko',
        who: 'Below the Kubelet 기여자',
      },
      {
        what: '글꼴: IBM Plex Sans KR, IBM Plex Mono(일부 글자만)',
        licence: 'SIL Open Font License 1.1',
        href: '/fonts/OFL.txt',
        who: '© 2017–2018 IBM Corp.',
      },
      {
        what: '기록한 이미지',
        licence: 'Apache License 2.0',
        href: 'https://www.apache.org/licenses/LICENSE-2.0',
        who: '저장소의 소스와 스크립트로 만들었다',
      },
    ],
  },
  notFound: {
    title: '이 주소에는 페이지가 없다.',
    text: '철자를 확인하거나 차례에서 다시 찾아보자.',
    home: '첫 페이지로',
  },
} satisfies ViewWords
