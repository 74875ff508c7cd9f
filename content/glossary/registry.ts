import type { GlossaryEntry } from '../../lib/content/glossary.ts'

/** Words about where images are kept, and what is kept beside them. */
export const registryTerms = [
  {
    id: 'registry',
    en: {
      term: 'registry',
      short: 'A server that stores images and hands them out over HTTP.',
    },
    ko: { term: '레지스트리', short: '이미지를 보관하고 HTTP로 내주는 서버다.' },
  },
  {
    id: 'repository',
    en: {
      term: 'repository',
      short:
        'A named place in a registry that holds manifests, blobs and tags which belong together.',
    },
    ko: {
      term: '리포지터리',
      short: '레지스트리 안에서 관련된 매니페스트와 블롭과 태그를 모아 두는, 이름 있는 자리다.',
    },
  },
  {
    id: 'tag',
    en: {
      term: 'tag',
      short: 'A name for a manifest that its owner may move to another one at any time.',
    },
    ko: {
      term: '태그',
      short: '매니페스트에 붙인 이름이며, 주인이 언제든 다른 매니페스트로 옮길 수 있다.',
    },
  },
  {
    id: 'reference',
    en: {
      term: 'image reference',
      short: 'What a person types to name an image: registry, repository, and a tag or a digest.',
    },
    ko: {
      term: '이미지 참조',
      short:
        '이미지를 가리키려고 입력하는 글이며, 레지스트리와 리포지터리에 태그나 다이제스트를 붙여 쓴다.',
    },
  },
  {
    id: 'pull',
    en: {
      term: 'pull',
      short: 'To download an image: first the manifests, then the config and the layers they name.',
    },
    ko: {
      term: '풀(받기)',
      short: '매니페스트를 먼저 받고, 거기 적힌 설정과 레이어를 이어서 내려받는 일이다.',
    },
  },
  {
    id: 'push',
    en: {
      term: 'push',
      short:
        'To upload an image: first the layers and the config, last the manifest that names them.',
    },
    ko: {
      term: '푸시(올리기)',
      short: '레이어와 설정을 먼저 올리고, 그것들을 가리키는 매니페스트를 마지막에 올리는 일이다.',
    },
  },
  {
    id: 'content-negotiation',
    en: {
      term: 'content negotiation',
      short:
        'The client lists the types it can read in Accept, and the server names the type it sent in Content-Type.',
    },
    ko: {
      term: '콘텐츠 협상',
      short:
        '클라이언트가 읽을 수 있는 타입을 Accept에 적으면, 서버가 보낸 타입을 Content-Type에 적어 답하는 방식이다.',
    },
  },
  {
    id: 'artifact',
    en: {
      term: 'artifact',
      short: 'Content other than an image that is stored with the same manifests and blobs.',
    },
    ko: {
      term: '아티팩트',
      short: '이미지가 아니지만 같은 매니페스트와 블롭으로 저장하는 내용이다.',
    },
  },
  {
    id: 'attestation',
    en: {
      term: 'attestation',
      short:
        'A statement about an image, such as how it was built or what is in it, stored beside it.',
    },
    ko: {
      term: '증명(어테스테이션)',
      short:
        '어떻게 빌드했고 무엇이 들었는지처럼, 이미지를 두고 한 진술을 이미지 곁에 저장한 것이다.',
    },
  },
  {
    id: 'referrer',
    en: {
      term: 'referrer',
      short:
        'A manifest whose subject field points to another manifest, such as a signature of an image.',
    },
    ko: {
      term: '참조자(referrer)',
      short: '이미지의 서명처럼, subject 필드로 다른 매니페스트를 가리키는 매니페스트다.',
    },
  },
  {
    id: 'image-layout',
    en: {
      term: 'image layout',
      short: 'A directory that holds images as files: oci-layout, index.json and blobs.',
    },
    ko: {
      term: '이미지 레이아웃',
      short: 'oci-layout, index.json, blobs로 이루어져 이미지를 파일로 담아 두는 디렉터리다.',
    },
  },
  {
    id: 'reproducible-build',
    en: {
      term: 'reproducible build',
      short: 'A build that gives the same digests whenever it is run on the same input.',
    },
    ko: {
      term: '재현 가능한 빌드',
      short: '입력이 같으면 언제 빌드해도 다이제스트가 같은 빌드다.',
    },
  },
] as const satisfies readonly GlossaryEntry[]
