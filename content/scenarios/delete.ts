import { exchangesIn, type ScenarioSource } from './scenario'

const byDigest = exchangesIn('delete-by-crane')
const byTag = exchangesIn('untag-by-regctl')
const byTagNew = exchangesIn('untag-by-regctl-v3')
const manifest = 'sha256:1669443cc3c67314e8cf143e67b8cceb2377cd5db6a5b490c5ae2e834b30f040'

/** A manifest deleted by its digest; then a tag alone, at an older and at a newer registry. */
export const deletion: ScenarioSource = {
  id: 'delete',
  kind: 'http',
  recording: 'registry-conversations',
  tools: ['crane', 'regctl', 'docker-registry', 'distribution'],
  title: {
    en: 'An image deleted, and a tag alone',
    ko: '이미지를 지우기, 태그만 지우기',
  },
  actors: [
    { id: 'client', name: { en: 'client', ko: '클라이언트' }, role: 'reader' },
    { id: 'tokens', name: { en: 'token server', ko: '토큰 서버' }, role: 'token' },
    { id: 'registry', name: { en: 'registry 2.8', ko: '레지스트리 2.8' }, role: 'registry' },
    { id: 'newer', name: { en: 'registry 3.1', ko: '레지스트리 3.1' }, role: 'registry' },
  ],
  steps: [
    {
      from: 'client',
      to: 'registry',
      call: 'HEAD /v2/team/hello/manifests/1.0',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'What is deleted is a manifest, and a manifest goes by its digest. So the tag is looked up first.',
        ko: '지우는 것은 매니페스트이고, 매니페스트는 다이제스트로 부른다. 그래서 태그가 무엇을 가리키는지부터 알아본다.',
      },
      evidence: [
        { of: 'typed', conversation: 'delete-by-crane' },
        byDigest('HEAD', '/manifests/1.0', 200, { marks: ['HEAD', 'Docker-Content-Digest'] }),
      ],
    },
    {
      from: 'client',
      to: 'tokens',
      call: 'GET /token?scope=…push,pull,delete',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'Deleting is an action of its own in the scope. A right to push is no right to delete.',
        ko: 'scope에서 삭제는 따로 친다. 푸시할 수 있다고 해서 지울 수 있는 것은 아니다.',
      },
      evidence: [byDigest('GET', 'delete', 200, { marks: ['GET'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'DELETE …/manifests/sha256:1669…',
      answer: { text: '202 Accepted', tone: 'good' },
      words: {
        en: '202: accepted. A registry may refuse this altogether; deleting is optional in the spec.',
        ko: '202, 받아들였다. 아예 거절하는 레지스트리도 있다. 명세에서 삭제는 선택 사항이다.',
      },
      evidence: [byDigest('DELETE', manifest, 202, { marks: ['DELETE', '202'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET /v2/team/hello/manifests/1.0',
      answer: { text: '404 Not Found', tone: 'good' },
      words: {
        en: 'The tag went with it: a line that stands for nothing is no line. The blobs are another matter. Nobody asked for them to go; a garbage collection of the registry’s own clears what no manifest names.',
        ko: '태그도 함께 사라졌다. 가리킬 것이 없으니 남을 수 없다. 블롭은 다르다. 지우라고 한 사람이 없다. 어떤 매니페스트도 가리키지 않는 블롭은 레지스트리가 가비지 수집으로 치운다.',
      },
      evidence: [
        { of: 'typed', conversation: 'delete-by-crane', command: 1 },
        byDigest('GET', '/manifests/1.0', 404, { marks: ['GET', '404'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'DELETE /v2/team/hello/manifests/1.0',
      answer: { text: '400 Bad Request', tone: 'bad' },
      words: {
        en: 'Another image, another wish: only the tag should go. This registry takes the tag for a digest that does not fit. In the recording the client then found a way round: it pushed a manifest made for the purpose under the tag, and deleted that one by its digest.',
        ko: '다른 이미지에서 이번에는 태그만 지우려 한다. 이 레지스트리는 태그를 잘못된 다이제스트로 여긴다. 기록에서 클라이언트는 돌아가는 길을 찾았다. 이 일에만 쓸 매니페스트를 그 태그로 올리고, 그것을 다이제스트로 지웠다.',
      },
      evidence: [
        { of: 'typed', conversation: 'untag-by-regctl' },
        byTag('DELETE', '/manifests/1.0', 400, { marks: ['DELETE', '400', '"code"'] }),
      ],
    },
    {
      from: 'client',
      to: 'newer',
      call: 'DELETE /v2/team/hello/manifests/1.0',
      answer: { text: '202 Accepted', tone: 'good' },
      words: {
        en: 'The same request at the next generation of the same software: the tag goes. Deleting a tag does not delete the manifest that it stood for.',
        ko: '같은 소프트웨어의 다음 세대에 같은 요청을 보냈다. 태그가 사라진다. 태그를 지운다고 그 태그가 가리키던 매니페스트까지 지워지지는 않는다.',
      },
      evidence: [
        byTagNew('DELETE', '/manifests/1.0', 202, { marks: ['DELETE', '202'] }),
        byTagNew('GET', '/manifests/1.0', 404, { marks: ['GET', '404'] }),
      ],
    },
  ],
}
