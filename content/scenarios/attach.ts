import { exchangesIn, type ScenarioSource } from './scenario'

const conversation = 'attach-by-oras-v3'
const exchange = exchangesIn(conversation)
const subject = '1669443cc3c67314e8cf143e67b8cceb2377cd5db6a5b490c5ae2e834b30f040'
const tag = `/manifests/sha256-${subject}`

/** Two notes attached to an image at a registry without the referrers API, then found again. */
export const attach: ScenarioSource = {
  id: 'attach',
  kind: 'http',
  recording: 'registry-conversations',
  tools: ['oras', 'distribution'],
  title: {
    en: 'Something attached to an image',
    ko: '이미지에 무언가를 덧붙이기',
  },
  actors: [
    { id: 'client', name: { en: 'client', ko: '클라이언트' }, role: 'reader' },
    { id: 'registry', name: { en: 'registry', ko: '레지스트리' }, role: 'registry' },
  ],
  steps: [
    {
      from: 'client',
      to: 'registry',
      call: 'PUT …/manifests/sha256:…',
      answer: { text: '201 Created', tone: 'turn' },
      words: {
        en: 'The note has gone up as a blob like any other. Now its manifest: subject names the image by digest. A registry that keeps track of this would say so with a header, OCI-Subject. This one does not, so the client has to keep the list itself.',
        ko: '쪽지는 여느 블롭처럼 이미 올라갔다. 이번에는 그 매니페스트다. subject가 이미지를 다이제스트로 가리킨다. 이 관계를 챙기는 레지스트리라면 OCI-Subject 헤더로 알려 주었을 것이다. 헤더가 없으니 목록은 클라이언트가 직접 챙겨야 한다.',
      },
      evidence: [
        { of: 'typed', conversation },
        exchange('PUT', '/manifests/sha256:', 201, { marks: ['PUT', '"subject"', '201'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/manifests/sha256-1669…',
      answer: { text: '404 Not Found', tone: 'turn' },
      words: {
        en: 'Where does such a list lie? Under a tag, made of the image’s digest with a hyphen in place of the colon. There is none yet.',
        ko: '그런 목록은 어디에 둘까? 태그 아래에 둔다. 이미지의 다이제스트에서 쌍점을 붙임표로 바꾼 이름이다. 아직은 없다.',
      },
      evidence: [exchange('GET', tag, 404, { marks: ['GET', '404'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PUT …/manifests/sha256-1669…',
      answer: { text: '201 Created', tone: 'good' },
      words: {
        en: 'So the client writes one: an image index with a single entry.',
        ko: '그래서 하나 쓴다. 항목이 하나뿐인 이미지 인덱스다.',
      },
      evidence: [exchange('PUT', tag, 201, { marks: ['PUT', 'Content-Type'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/manifests/sha256-1669…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'A second note, a second command. This time the list is there, and is read.',
        ko: '두 번째 쪽지, 두 번째 명령이다. 이번에는 목록이 있으니 읽는다.',
      },
      evidence: [
        { of: 'typed', conversation, command: 1 },
        exchange('GET', tag, 200, { command: 1, marks: ['GET', 'Docker-Content-Digest'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PUT …/manifests/sha256-1669…',
      answer: { text: '201 Created', tone: 'turn' },
      words: {
        en: 'And is put back, longer by one. Had another client done the same in between, its entry would be lost now: nobody compares.',
        ko: '항목을 하나 늘려 다시 올린다. 그사이 다른 클라이언트도 같은 일을 했다면 그쪽 항목은 사라졌을 것이다. 아무도 비교하지 않는다.',
      },
      evidence: [
        exchange('PUT', tag, 201, { command: 1, marks: ['PUT', 'Docker-Content-Digest'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/referrers/sha256:1669…',
      answer: { text: '404 Not Found', tone: 'turn' },
      words: {
        en: 'What is attached to this image? The question has an address of its own since distribution-spec 1.1, and a registry that has it never answers 404. This 404 means: ask in the old way.',
        ko: '이 이미지에 무엇이 붙어 있는가? distribution-spec 1.1부터는 이 질문에 따로 주소가 있다. 그 주소가 있는 레지스트리라면 404로 답하지 않는다. 여기서 404는 옛 방법으로 물으라는 뜻이다.',
      },
      evidence: [
        { of: 'typed', conversation, command: 2 },
        exchange('GET', `/referrers/sha256:${subject}`, 404, { marks: ['GET', '404'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/manifests/sha256-1669…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'And so it does. Both notes are found, by a tag that no person chose.',
        ko: '그렇게 물어 쪽지 둘을 찾았다. 사람이 고르지 않은 태그로 찾은 것이다.',
      },
      evidence: [exchange('GET', tag, 200, { command: 2, marks: ['GET', 'Content-Type'] })],
    },
  ],
}
