import type { BudgetWords } from '@/components/panels/budget/words'

export const budget = {
  name: '한도',
  heading: '풀 한 번의 값과 남은 횟수',
  lead: '주소마다 요청을 세다가 너무 많으면 429로 거절하는 레지스트리가 있다. 친절한 곳은 응답마다 얼마나 남았는지 알려 준다.',
  source: 'Docker Hub가 밝힌 한도',
  left: '{limit}번 가운데 {remaining}번 남음. {window} 단위로 센다.',
  leftPlain: '{limit}번 가운데 {remaining}번 남음.',
  limitOnly: '한도는 {limit}번이다. 남은 횟수는 말하지 않았다.',
  reset: '{wait} 뒤에 다시 센다.',
  spans: { hours: '{count}시간', minutes: '{count}분', seconds: '{count}초' },
  meter: '한도에서 남은 만큼',
  untold:
    '이 대화의 응답 {count}개에는 한도를 알리는 헤더가 없다. 그래서 보여 줄 숫자도 없다. 한도가 없다는 뜻은 아니다.',
  noConversation: '이 이미지에는 기록된 대화가 없어서 한도를 알 수 없다.',
  table: {
    label: '이 대화의 요청과 값',
    request: '요청',
    answer: '응답',
    cost: '값',
    left: '그 뒤에 남은 횟수',
    costs: { counted: '1번으로 셈', free: '세지 않음', unsaid: '알 수 없음' },
    untold: '말하지 않음',
  },
  why: [
    {
      question: '무엇을 세나?',
      answer:
        'Docker Hub는 2026년 8월 기준으로 성공한 매니페스트 GET을 센다. 계정 없이는 IPv4 주소 하나, 또는 IPv6 /64 네트워크 하나에 6시간마다 100번이다. HEAD와 블롭은 세지 않는다.',
    },
    {
      question: '미러는 왜 HEAD부터 물을까?',
      answer:
        'HEAD의 응답에는 태그가 지금 가리키는 다이제스트가 있다. 미러가 그 다이제스트를 이미 갖고 있으면 바이트도 있는 것이라, 값이 드는 GET을 보내지 않는다. 이 사이트의 독자는 모두 주소 하나를 나눠 쓰므로 중요하다.',
    },
    {
      question: '숫자는 어디서 왔나?',
      answer:
        '위 응답의 ratelimit-limit, ratelimit-remaining 헤더나 IETF 초안의 헤더에서 왔다. 레지스트리가 보냈을 때만 보인다. 세는 기준이 된 주소는 이 서버의 것이라 보이지 않는다.',
    },
  ],
  warnings: {
    heading: '레지스트리의 경고',
    lead: '레지스트리는 성공한 응답에도 사용자에게 할 말을 적을 수 있다(Warning: 299). 여기서는 이렇게 말했다.',
    none: '레지스트리는 성공한 응답에도 사용자에게 할 말을 적을 수 있다(Warning: 299). 이 대화에는 없다.',
  },
} satisfies BudgetWords
