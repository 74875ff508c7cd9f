import { exchangesIn, type ScenarioSource } from './scenario'

const first = exchangesIn('push-in-chunks')
const second = exchangesIn('mount-by-regctl')
const config = 'sha256:e1387cdaf75a14c50326a72f2a65bededebb069e464ae846dd00de8334a33056'

/** A push in chunks into an empty registry, then the same image into a second repository. */
export const push: ScenarioSource = {
  id: 'push',
  kind: 'http',
  recording: 'registry-conversations',
  tools: ['regctl', 'docker-registry'],
  title: {
    en: 'A push in chunks, and a copy without a byte',
    ko: '나눠 보내는 푸시, 한 바이트도 보내지 않는 복사',
  },
  actors: [
    { id: 'client', name: { en: 'client', ko: '클라이언트' }, role: 'reader' },
    { id: 'registry', name: { en: 'registry', ko: '레지스트리' }, role: 'registry' },
    { id: 'tokens', name: { en: 'token server', ko: '토큰 서버' }, role: 'token' },
  ],
  steps: [
    {
      from: 'client',
      to: 'registry',
      call: 'HEAD …/blobs/sha256:e138…',
      answer: { text: '404 Not Found', tone: 'turn' },
      words: {
        en: 'A push begins with questions. Do you have this blob? HEAD asks without wanting the bytes. What is there need not be sent; here nothing is.',
        ko: '푸시는 질문으로 시작한다. 이 블롭이 있는가? HEAD는 바이트를 달라지 않고 묻기만 한다. 있는 것은 보낼 필요가 없다. 여기에는 아무것도 없다.',
      },
      evidence: [
        { of: 'typed', conversation: 'push-in-chunks' },
        first('HEAD', `/blobs/${config}`, 404, { marks: ['HEAD', '404'] }),
      ],
    },
    {
      from: 'client',
      to: 'tokens',
      call: 'GET /token?scope=…pull,push',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'Writing needs another token than reading: the scope now says pull,push, and this time a name and a password go along.',
        ko: '쓰려면 읽을 때와 다른 토큰이 필요하다. scope가 pull,push로 바뀌고, 이번에는 이름과 비밀번호도 함께 간다.',
      },
      evidence: [first('GET', 'pull%2Cpush', 200, { marks: ['GET', 'Authorization'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'POST …/blobs/uploads/?mount=…',
      answer: { text: '202 Accepted', tone: 'turn' },
      words: {
        en: 'This client tries its luck: perhaps the blob is somewhere else in this registry? It does not say where, so the mount is not granted. The answer is no error but 202 with a Location, and that is where the upload goes.',
        ko: '이 클라이언트는 한번 떠본다. 레지스트리의 다른 곳에 이 블롭이 있지 않을까? 어디인지 말하지 않았으니 마운트는 되지 않는다. 그래도 오류가 아니라 202와 Location이 온다. 업로드는 그 주소로 한다.',
      },
      evidence: [
        first('POST', `mount=${encodeURIComponent(config)}`, 202, {
          marks: ['POST', '202', 'Location'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PATCH …/uploads/… 0-255',
      answer: { text: '202 Accepted', tone: 'good' },
      words: {
        en: 'The first chunk. Content-Range counts from 0 and includes both ends, without the word bytes. The answer says how far the registry has come (Range) and where the next chunk goes.',
        ko: '첫 조각이다. Content-Range는 0부터 세고 양 끝을 포함한다. bytes라는 말은 붙이지 않는다. 응답은 어디까지 받았는지(Range), 다음 조각을 어디로 보낼지 알려 준다.',
      },
      evidence: [
        first('PATCH', '/blobs/uploads/', 202, {
          ...{ sends: 'Content-Range: 0-255', into: config },
          marks: ['Content-Range', 'Location', 'Range'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PATCH …/uploads/… 2560-2698',
      answer: { text: '202 Accepted', tone: 'good' },
      words: {
        en: 'Eleven chunks in all, each where the one before ended. A gap or a repetition would be answered with 416. The client was told to cut small, so that it can be seen; most clients send a blob in one piece.',
        ko: '모두 열한 조각이고, 앞 조각이 끝난 데서 다음 조각이 시작한다. 건너뛰거나 겹치면 416이 온다. 잘 보이도록 일부러 잘게 나누라고 시켰다. 대개는 블롭 하나를 한 번에 보낸다.',
      },
      evidence: [
        first('PATCH', '/blobs/uploads/', 202, {
          ...{ sends: 'Content-Range: 2560-2698', into: config },
          marks: ['Content-Range', 'Content-Length: 139', 'Range'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PUT …/uploads/…?digest=sha256:e138…',
      answer: { text: '201 Created', tone: 'good' },
      words: {
        en: 'Until now the registry had bytes without a name. PUT closes the upload and names them. The registry hashes what it has; only if the name is right does the blob exist.',
        ko: '여기까지 레지스트리에는 이름 없는 바이트만 있었다. PUT이 업로드를 닫고 이름을 댄다. 레지스트리는 받은 것을 해시해 본다. 이름이 맞아야 비로소 블롭이 생긴다.',
      },
      evidence: [
        first('PUT', `digest=${encodeURIComponent(config)}`, 201, {
          marks: ['PUT', '201', 'Docker-Content-Digest'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PUT /v2/team/hello/manifests/1.0',
      answer: { text: '201 Created', tone: 'good' },
      words: {
        en: 'The manifest comes last, after everything that it names. A registry may refuse one whose blobs it lacks (MANIFEST_BLOB_UNKNOWN), and nobody who pulls the tag in the meantime finds half an image.',
        ko: '매니페스트는 그것이 가리키는 것이 모두 올라간 뒤, 맨 마지막에 간다. 레지스트리는 블롭이 없는 매니페스트를 거절할 수 있다(MANIFEST_BLOB_UNKNOWN). 그사이 태그를 받는 사람이 반쪽짜리 이미지를 만날 일도 없다.',
      },
      evidence: [
        first('PUT', '/manifests/1.0', 201, {
          marks: ['PUT', 'Content-Type', 'Docker-Content-Digest'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'tokens',
      call: 'GET /token?scope=…&scope=…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'Now the same image goes into team/copy of the same registry. For that the client wants a token with two scopes: write here, read there. Whoever may not read a blob there must not get it here.',
        ko: '이제 같은 이미지를 같은 레지스트리의 team/copy에 넣는다. 그러려면 scope가 둘인 토큰이 필요하다. 여기에 쓰기, 저기에서 읽기. 저기에서 읽지 못하는 사람이 여기에서 얻어서는 안 된다.',
      },
      evidence: [
        { of: 'typed', conversation: 'mount-by-regctl' },
        second('GET', 'team%2Fcopy%3Apull%2Cpush', 200, { marks: ['GET'] }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'POST …/uploads/?from=team/hello&mount=…',
      answer: { text: '201 Created', tone: 'good' },
      words: {
        en: 'This time it says from where. 201 instead of 202: mounted, done. The request has no body; not one byte of the blob travelled.',
        ko: '이번에는 어디에 있는지 말한다. 202가 아니라 201이다. 마운트되었고, 끝났다. 요청에는 본문이 없다. 블롭은 한 바이트도 오가지 않았다.',
      },
      evidence: [
        second('POST', `mount=${encodeURIComponent(config)}`, 201, {
          marks: ['POST', 'Content-Length: 0', '201', 'Docker-Content-Digest'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'PUT /v2/team/copy/manifests/1.0',
      answer: { text: '201 Created', tone: 'good' },
      words: {
        en: 'And again the manifest last. It is the same bytes, so it has the same digest; the name of the repository stands nowhere in it.',
        ko: '이번에도 매니페스트가 마지막이다. 같은 바이트이니 다이제스트도 같다. 리포지터리 이름은 매니페스트 어디에도 없다.',
      },
      evidence: [second('PUT', '/manifests/1.0', 201, { marks: ['PUT', 'Docker-Content-Digest'] })],
    },
  ],
}
