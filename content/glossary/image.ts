import type { GlossaryEntry } from '../../lib/content/glossary.ts'

/** Words about what an image is made of. */
export const imageTerms = [
  {
    id: 'image',
    en: {
      term: 'container image',
      short:
        'A file system and the settings to start a program in it, stored as several linked pieces of content.',
    },
    ko: {
      term: '컨테이너 이미지',
      short:
        '파일시스템과 그 안에서 프로그램을 시작하는 설정을, 서로 이어진 여러 조각으로 저장한 것이다.',
    },
  },
  {
    id: 'image-index',
    en: {
      term: 'image index',
      short:
        'A JSON list of manifests, usually one for each platform, from which a client picks its own.',
    },
    ko: {
      term: '이미지 인덱스',
      short: '매니페스트의 목록을 담은 JSON이며, 클라이언트는 여기서 자기 플랫폼의 것을 고른다.',
    },
  },
  {
    id: 'manifest',
    en: {
      term: 'manifest',
      short: 'A JSON document that names one config and the layers of one image by digest.',
    },
    ko: {
      term: '이미지 매니페스트',
      short: '이미지 하나의 설정과 레이어를 다이제스트로 가리키는 JSON 문서다.',
    },
  },
  {
    id: 'image-config',
    en: {
      term: 'image config',
      short:
        'A JSON document with the command, the environment, the build history and the diffIDs of an image.',
    },
    ko: {
      term: '이미지 설정(config)',
      short: '실행할 명령과 환경 변수, 빌드 내역, diffID 목록이 담긴 JSON 문서다.',
    },
  },
  {
    id: 'layer',
    en: {
      term: 'layer',
      short:
        'A tar archive of the files that one step added, changed or deleted, stored plain or compressed.',
    },
    ko: {
      term: '레이어',
      short:
        '한 단계에서 추가하고 바꾸고 지운 파일을 담은 tar 아카이브이며, 그대로 두거나 압축해서 저장한다.',
    },
  },
  {
    id: 'descriptor',
    en: {
      term: 'descriptor',
      short:
        'A small JSON object with the media type, the digest and the size of content that lies elsewhere.',
    },
    ko: {
      term: '디스크립터',
      short: '다른 곳에 있는 내용의 미디어 타입, 다이제스트, 크기를 적은 작은 JSON 객체다.',
    },
  },
  {
    id: 'digest',
    en: {
      term: 'digest',
      short: 'A name computed from the bytes themselves: the algorithm, a colon and the hash.',
    },
    ko: {
      term: '다이제스트',
      short: '바이트 자체로 계산한 이름이며, 알고리즘과 콜론과 해시로 쓴다.',
    },
  },
  {
    id: 'media-type',
    en: {
      term: 'media type',
      short:
        'A word such as application/vnd.oci.image.index.v1+json that says how bytes are to be read.',
    },
    ko: {
      term: '미디어 타입',
      short:
        'application/vnd.oci.image.index.v1+json처럼 바이트를 어떻게 읽을지 알려 주는 이름이다.',
    },
  },
  {
    id: 'blob',
    en: { term: 'blob', short: 'Any bytes that a registry stores and finds by their digest.' },
    ko: { term: '블롭', short: '레지스트리가 다이제스트로 저장하고 찾는 바이트 덩어리다.' },
  },
  {
    id: 'platform',
    en: {
      term: 'platform',
      short: 'The operating system and the CPU that an image is for, such as linux/arm64.',
    },
    ko: {
      term: '플랫폼',
      short: 'linux/arm64처럼 이미지가 돌아갈 운영체제와 CPU를 묶어 부르는 말이다.',
    },
  },
  {
    id: 'multi-platform-image',
    en: {
      term: 'multi-platform image',
      short:
        'One name with an index behind it, so that each machine gets the image for its own CPU.',
    },
    ko: {
      term: '멀티 플랫폼 이미지',
      short: '이름 하나 뒤에 인덱스가 있어, 머신마다 제 CPU에 맞는 이미지를 받는 이미지다.',
    },
  },
  {
    id: 'diff-id',
    en: {
      term: 'diffID',
      short: 'The digest of a layer as an uncompressed tar, listed in the config.',
    },
    ko: {
      term: 'diffID',
      short: '압축을 푼 레이어 tar의 다이제스트이며, 이미지 설정에 적혀 있다.',
    },
  },
  {
    id: 'chain-id',
    en: {
      term: 'chainID',
      short: 'A name for a stack of layers, computed from their diffIDs in order.',
    },
    ko: {
      term: '체인 ID',
      short: '쌓아 올린 레이어 묶음의 이름이며, diffID를 순서대로 이어 계산한다.',
    },
  },
  {
    id: 'image-id',
    en: {
      term: 'image ID',
      short: 'In the specification, the digest of the image config.',
    },
    ko: { term: '이미지 ID', short: '명세에서는 이미지 설정의 다이제스트를 가리킨다.' },
  },
  {
    id: 'content-addressable',
    en: {
      term: 'content-addressable',
      short:
        'Found by a name that is computed from the content, so that other content cannot have it.',
    },
    ko: {
      term: '내용 주소 지정',
      short: '내용으로 계산한 이름으로 찾는 방식이며, 내용이 다르면 이름도 달라진다.',
    },
  },
  {
    id: 'merkle-graph',
    en: {
      term: 'Merkle graph',
      short:
        'Documents that name each other by digest, so that one digest at the top vouches for all of them.',
    },
    ko: {
      term: '머클 그래프',
      short: '문서가 서로를 다이제스트로 가리켜, 맨 위의 다이제스트 하나가 전체를 보증하는 구조다.',
    },
  },
  {
    id: 'root-filesystem',
    en: {
      term: 'root filesystem',
      short: 'Everything below “/” in a container: the result of applying all layers.',
    },
    ko: {
      term: '루트 파일시스템(rootfs)',
      short: '레이어를 모두 입힌 결과이며, 컨테이너에서 “/” 아래에 보이는 모든 것이다.',
    },
  },
  {
    id: 'whiteout',
    en: {
      term: 'whiteout',
      short:
        'An empty file in a layer that says: the file of that name in the layers below is deleted.',
    },
    ko: {
      term: '화이트아웃',
      short: '아래 레이어에 있는 그 이름의 파일이 지워졌다고 알리는, 레이어 속의 빈 파일이다.',
    },
  },
  {
    id: 'base-image',
    en: {
      term: 'base image',
      short: 'The image that a build starts from, whose layers come first in the new one.',
    },
    ko: {
      term: '베이스 이미지',
      short: '빌드를 시작하는 바탕이며, 새 이미지에서 이 이미지의 레이어가 맨 아래에 온다.',
    },
  },
  {
    id: 'annotation',
    en: {
      term: 'annotation',
      short: 'A key and a text on an index, a manifest or a descriptor.',
    },
    ko: { term: '어노테이션', short: '인덱스, 매니페스트, 디스크립터에 적는 키와 값이다.' },
  },
  {
    id: 'label',
    en: { term: 'label', short: 'A key and a text inside the image config.' },
    ko: { term: '레이블', short: '이미지 설정 안에 적는 키와 값이다.' },
  },
] as const satisfies readonly GlossaryEntry[]
