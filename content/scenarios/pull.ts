import { exchangesIn, type ScenarioSource } from './scenario'

const conversation = 'platform-by-oras'
const exchange = exchangesIn(conversation)
const manifest = 'sha256:7a372794b9435ce5e7bd4564b14dec4959285ac465684f1397e2fe15d926dd9b'
const config = '3ba7edbb90829869900ce52c3567c0c8bed79268117a909403d8bfb62fb0b704'
const layer = '1d8ab94b469d1389b8b2962cbc5bcd917ff0be380758e7d8790e6c0fdaf9a8db'

/** One pull of an image for many platforms, whose blobs lie on another host. */
export const pull: ScenarioSource = {
  id: 'pull',
  kind: 'http',
  recording: 'registry-conversations',
  tools: ['oras', 'docker-registry'],
  title: {
    en: 'One pull, request by request',
    ko: '요청으로 따라가는 풀 한 번',
  },
  actors: [
    { id: 'client', name: { en: 'client', ko: '클라이언트' }, role: 'reader' },
    { id: 'registry', name: { en: 'registry', ko: '레지스트리' }, role: 'registry' },
    { id: 'tokens', name: { en: 'token server', ko: '토큰 서버' }, role: 'token' },
    { id: 'storage', name: { en: 'storage', ko: '스토리지' }, role: 'blob' },
  ],
  steps: [
    {
      from: 'client',
      to: 'registry',
      call: 'GET /v2/team/hello/manifests/1.0',
      answer: { text: '401 Unauthorized', tone: 'turn' },
      words: {
        en: 'The client asks for what the tag stands for. It is refused, and the refusal says where to get a token (realm), for which registry (service) and for what (scope).',
        ko: '태그가 가리키는 것을 달라고 한다. 거절당하지만, 거절하는 응답에 토큰을 어디서(realm), 어느 레지스트리용으로(service), 무슨 일에 쓰도록(scope) 받을지 적혀 있다.',
      },
      evidence: [
        { of: 'typed', conversation },
        exchange('GET', '/manifests/1.0', 401, { marks: ['Www-Authenticate'] }),
      ],
    },
    {
      from: 'client',
      to: 'tokens',
      call: 'GET /token?service=…&scope=…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'The token server is another program, often on another host. This client has no password and says nothing about itself, and still gets a token: public images need one, too.',
        ko: '토큰 서버는 다른 프로그램이고, 다른 호스트에 있을 때가 많다. 이 클라이언트는 비밀번호도 없고 자기가 누구인지 밝히지도 않았지만 토큰을 받는다. 공개 이미지를 받을 때도 토큰은 필요하다.',
      },
      evidence: [exchange('GET', ':5001/token', 200, { marks: ['GET '] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET /v2/team/hello/manifests/1.0',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'The same question again, with the token. Accept lists what the client can read; the answer is an image index. The registry also says its digest, so from now on the tag is not needed.',
        ko: '같은 질문을 토큰과 함께 다시 한다. Accept에는 클라이언트가 읽을 수 있는 형식이 적혀 있고, 돌아온 것은 이미지 인덱스다. 다이제스트도 함께 온다. 이제 태그는 필요 없다.',
      },
      evidence: [
        exchange('GET', '/manifests/1.0', 200, {
          marks: ['Authorization', 'Content-Type', 'Docker-Content-Digest'],
        }),
      ],
    },
    {
      from: 'client',
      to: 'client',
      call: { en: 'choose a platform', ko: '플랫폼 고르기' },
      words: {
        en: 'Nobody on the other side chooses. The client reads the list and takes the entry that fits: here linux/arm64, as it was told to.',
        ko: '상대방은 골라 주지 않는다. 클라이언트가 목록을 읽고 맞는 항목을 고른다. 여기서는 시킨 대로 linux/arm64를 골랐다.',
      },
      evidence: [exchange('GET', '/manifests/1.0', 200, { at: '/manifests/1' })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/manifests/sha256:7a37…',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'From here on everything is asked for by digest. The image manifest names one config and three layers. Whatever happens to the tag now, this pull will not notice.',
        ko: '이제부터는 모두 다이제스트로 달라고 한다. 이미지 매니페스트는 설정 하나와 레이어 셋을 가리킨다. 지금 누가 태그를 옮겨도 이 풀은 영향을 받지 않는다.',
      },
      evidence: [exchange('GET', manifest, 200, { marks: ['GET '] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/blobs/sha256:3ba7…',
      answer: { text: '307 Temporary Redirect', tone: 'turn' },
      words: {
        en: 'Config and layers are blobs: the registry does not look into them. This one does not even send them. It answers with an address, where the bytes lie.',
        ko: '설정과 레이어는 블롭이다. 레지스트리는 블롭의 속을 들여다보지 않는다. 이 레지스트리는 직접 보내지도 않고, 바이트가 있는 주소를 알려 준다.',
      },
      evidence: [
        exchange('GET', `/blobs/sha256:${config}`, 307, { marks: ['Authorization', 'Location'] }),
      ],
    },
    {
      from: 'client',
      to: 'storage',
      call: 'GET …/sha256/3b/3ba7…/data',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'Look for Authorization: it is not there. The token was for the registry, and the storage is somebody else. A client that sent it along would hand its key to a stranger.',
        ko: 'Authorization을 찾아보면 없다. 토큰은 레지스트리에 보일 것이고, 스토리지는 남이다. 따라 보내는 클라이언트가 있다면 열쇠를 낯선 사람에게 건네는 셈이다.',
      },
      evidence: [exchange('GET', `${config}/data`, 200, { marks: ['Host'] })],
    },
    {
      from: 'client',
      to: 'registry',
      call: 'GET …/blobs/sha256:1d8a…',
      answer: { text: '307 Temporary Redirect', tone: 'turn' },
      words: {
        en: 'A layer goes the same way. The client asked for config and layers at once, without waiting for one to finish; the other two layers are not drawn.',
        ko: '레이어도 똑같이 받는다. 클라이언트는 하나가 끝나기를 기다리지 않고 설정과 레이어를 한꺼번에 달라고 했다. 나머지 레이어 둘은 그림에서 뺐다.',
      },
      evidence: [exchange('GET', `/blobs/sha256:${layer}`, 307, { marks: ['Location'] })],
    },
    {
      from: 'client',
      to: 'storage',
      call: 'GET …/sha256/1d/1d8a…/data',
      answer: { text: '200 OK', tone: 'good' },
      words: {
        en: 'The storage knows nothing of images. It calls the bytes octet-stream and gives no digest; what they are stands in the manifest.',
        ko: '스토리지는 이미지가 무엇인지 모른다. 바이트를 octet-stream이라 부르고 다이제스트도 붙이지 않는다. 이 바이트가 무엇인지는 매니페스트에 적혀 있다.',
      },
      evidence: [exchange('GET', `${layer}/data`, 200, { marks: ['Content-Type'] })],
    },
    {
      from: 'client',
      to: 'client',
      call: { en: 'count and hash', ko: '세고 해시하기' },
      words: {
        en: 'Whoever sent the bytes, the client need not trust them. The manifest promised a size and a digest for each. It counts, hashes, and keeps only what agrees.',
        ko: '바이트를 누가 보냈든 믿을 필요가 없다. 크기와 다이제스트를 매니페스트가 이미 약속했다. 클라이언트는 세고, 해시하고, 맞는 것만 남긴다.',
      },
      evidence: [{ of: 'sizes', conversation, manifest }],
    },
  ],
}
