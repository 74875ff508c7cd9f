import type { Locale } from '@/lib/i18n/locale'

/** A `code` of a registry's error body, and what a reader can do with it. */
export type ErrorCode = {
  code: string
  /** the number in the specification's list; null: not in it, but sent by real registries */
  id: `code-${number}` | null
  /** the status it usually comes with */
  status: string
  /** whether a pull can meet it; the others come when something is pushed */
  pull: boolean
  words: Record<Locale, { means: string; next: string }>
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export const SPEC_CODES: readonly ErrorCode[] = [
  {
    ...{ code: 'BLOB_UNKNOWN', id: 'code-1', status: '404', pull: true },
    words: {
      en: {
        means: 'This repository has no blob with that digest.',
        next: 'Ask in the repository the manifest came from; if it is the right one, push the image again.',
      },
      ko: {
        means: '이 리포지터리에 그 다이제스트의 블롭이 없다.',
        next: '매니페스트를 받은 리포지터리에 물었는지 확인한다. 맞다면 이미지를 다시 올린다.',
      },
    },
  },
  {
    ...{ code: 'BLOB_UPLOAD_INVALID', id: 'code-2', status: '404, 416', pull: false },
    words: {
      en: { means: 'An upload went out of step.', next: 'Begin the upload again.' },
      ko: { means: '올리던 블롭의 순서가 어긋났다.', next: '처음부터 다시 올린다.' },
    },
  },
  {
    ...{ code: 'BLOB_UPLOAD_UNKNOWN', id: 'code-3', status: '404', pull: false },
    words: {
      en: {
        means: 'The registry has forgotten the upload, or another of its machines began it.',
        next: 'Begin again; if it happens often, the machines of the registry share no secret.',
      },
      ko: {
        means: '레지스트리가 그 업로드를 잊었거나, 다른 서버에서 시작한 업로드다.',
        next: '다시 시작한다. 자주 난다면 레지스트리 서버끼리 비밀 값을 공유하는지 본다.',
      },
    },
  },
  {
    ...{ code: 'DIGEST_INVALID', id: 'code-4', status: '400', pull: true },
    words: {
      en: {
        means: 'The digest is misspelt, or the uploaded bytes have another one.',
        next: 'Count: sha256: and 64 hexadecimal digits. After a push, push again.',
      },
      ko: {
        means: '다이제스트를 잘못 썼거나, 올린 바이트의 다이제스트가 다르다.',
        next: 'sha256: 뒤에 16진수 64자리인지 센다. 올리던 중이라면 다시 올린다.',
      },
    },
  },
  {
    ...{ code: 'MANIFEST_BLOB_UNKNOWN', id: 'code-5', status: '400, 404', pull: false },
    words: {
      en: {
        means: 'A pushed manifest names a part that is not in the repository.',
        next: 'Push the parts first; when copying, copy the blobs too.',
      },
      ko: {
        means: '올린 매니페스트가 가리키는 것이 리포지터리에 없다.',
        next: '가리키는 것부터 올린다. 복사할 때는 블롭도 함께 복사한다.',
      },
    },
  },
  {
    ...{ code: 'MANIFEST_INVALID', id: 'code-6', status: '400', pull: true },
    words: {
      en: {
        means:
          'The manifest is not well formed, or has a form that this registry does not send you.',
        next: 'On a push look at the detail; on a pull look at your Accept header.',
      },
      ko: {
        means: '매니페스트의 형식이 틀렸거나, 이 레지스트리가 그 형식으로는 주지 않는다.',
        next: '올리다 만났으면 detail을 보고, 받다 만났으면 Accept 헤더를 본다.',
      },
    },
  },
  {
    ...{ code: 'MANIFEST_UNKNOWN', id: 'code-7', status: '404', pull: true },
    words: {
      en: {
        means:
          'No manifest here has that tag or digest. Often sent for an unknown repository as well.',
        next: 'List the tags. A 404 for a tag that exists: look at Accept.',
      },
      ko: {
        means: '그 태그나 다이제스트의 매니페스트가 없다. 리포지터리가 없을 때도 흔히 온다.',
        next: '태그 목록을 본다. 있는 태그인데도 404라면 Accept를 본다.',
      },
    },
  },
  {
    ...{ code: 'NAME_INVALID', id: 'code-8', status: '400', pull: true },
    words: {
      en: {
        means: 'The repository’s name breaks the grammar.',
        next: 'Lower case only; parts between slashes; no empty part.',
      },
      ko: {
        means: '리포지터리 이름이 문법에 맞지 않는다.',
        next: '소문자만 쓰고, 빗금 사이를 비우지 않는다.',
      },
    },
  },
  {
    ...{ code: 'NAME_UNKNOWN', id: 'code-9', status: '404', pull: true },
    words: {
      en: {
        means: 'The registry does not know this repository, or will not say that it does.',
        next: 'Check the path; a proxy or a group of repositories may want a prefix.',
      },
      ko: {
        means: '레지스트리가 이 리포지터리를 모르거나, 안다고 말해 주지 않는다.',
        next: '경로를 확인한다. 프록시나 그룹 뒤에 있으면 앞에 붙일 이름이 더 있을 수 있다.',
      },
    },
  },
  {
    ...{ code: 'SIZE_INVALID', id: 'code-10', status: '400', pull: false },
    words: {
      en: {
        means: 'The uploaded length is not the one that was promised.',
        next: 'Push again; if it repeats, something on the way cuts the body.',
      },
      ko: {
        means: '올린 길이가 약속한 길이와 다르다.',
        next: '다시 올린다. 되풀이되면 중간에서 본문이 잘리는지 본다.',
      },
    },
  },
  {
    ...{ code: 'UNAUTHORIZED', id: 'code-11', status: '401', pull: true },
    words: {
      en: {
        means: 'Say who you are; or: who you are is not enough. Hides absent repositories too.',
        next: 'Read WWW-Authenticate: no error there means “get a token”, an error says what was wrong with it.',
      },
      ko: {
        means:
          '누구인지 밝히라는 뜻이거나, 밝힌 신분으로는 안 된다는 뜻이다. 없는 리포지터리도 이렇게 가린다.',
        next: 'WWW-Authenticate를 읽는다. error가 없으면 토큰을 받아 오라는 뜻이고, 있으면 토큰의 어디가 틀렸는지 알려 준다.',
      },
    },
  },
  {
    ...{ code: 'DENIED', id: 'code-12', status: '403', pull: true },
    words: {
      en: {
        means: 'The registry knows who asks and says no. Some send it for what does not exist.',
        next: 'Ask for rights on this repository; another login with the same account changes nothing.',
      },
      ko: {
        means: '누가 묻는지 알고도 거절한다. 없는 것에 이렇게 답하는 곳도 있다.',
        next: '이 리포지터리의 권한을 받는다. 같은 계정으로 다시 로그인해도 달라지지 않는다.',
      },
    },
  },
  {
    ...{ code: 'UNSUPPORTED', id: 'code-13', status: '405, 400', pull: true },
    words: {
      en: {
        means: 'The registry knows the operation and does not offer it: deleting is a usual one.',
        next: 'Use what it offers; the registry’s manual or its settings say what that is.',
      },
      ko: {
        means: '레지스트리가 알지만 제공하지 않는 작업이다. 삭제가 흔한 예다.',
        next: '제공하는 방법을 쓴다. 무엇을 제공하는지는 레지스트리의 문서나 설정에 있다.',
      },
    },
  },
  {
    ...{ code: 'TOOMANYREQUESTS', id: 'code-14', status: '429', pull: true },
    words: {
      en: {
        means: 'Your account or your address has asked too often.',
        next: 'Wait as long as Retry-After says; log in; put a cache in front.',
      },
      ko: {
        means: '계정이나 주소에서 너무 자주 물었다.',
        next: 'Retry-After만큼 기다린다. 로그인하거나 앞에 캐시를 둔다.',
      },
    },
  },
]

/** @see github.com/distribution/distribution v2.8.2, registry/api/errcode and registry/api/v2 */
export const OTHER_CODES: readonly ErrorCode[] = [
  {
    ...{ code: 'UNKNOWN', id: null, status: '500', pull: true },
    words: {
      en: {
        means: 'The registry met something it has no code for, usually in its storage.',
        next: 'Try again; then ask its operators, with the time of the request.',
      },
      ko: {
        means: '레지스트리에 이름 붙일 코드가 없는 일이 생겼다. 대개 저장소 쪽이다.',
        next: '다시 시도하고, 그래도 나면 요청한 시각과 함께 운영자에게 알린다.',
      },
    },
  },
  {
    ...{ code: 'UNAVAILABLE', id: null, status: '503', pull: true },
    words: {
      en: {
        means: 'A part behind the registry does not answer.',
        next: 'Try again later; look at the registry’s status page.',
      },
      ko: {
        means: '레지스트리 뒤의 무언가가 응답하지 않는다.',
        next: '나중에 다시 시도하고, 레지스트리의 상태 페이지를 본다.',
      },
    },
  },
  {
    ...{ code: 'TAG_INVALID', id: null, status: '400', pull: false },
    words: {
      en: {
        means: 'A pushed manifest carries another tag than the address.',
        next: 'Only schema 1 manifests carry a tag: push in a current format.',
      },
      ko: {
        means: '올린 매니페스트에 적힌 태그가 주소의 태그와 다르다.',
        next: '태그를 적는 것은 스키마 1뿐이다. 지금 쓰는 형식으로 올린다.',
      },
    },
  },
  {
    ...{ code: 'MANIFEST_UNVERIFIED', id: null, status: '400', pull: false },
    words: {
      en: {
        means: 'The signature inside a schema 1 manifest does not fit.',
        next: 'Push in a current format; schema 1 is gone from distribution 3.',
      },
      ko: {
        means: '스키마 1 매니페스트 안의 서명이 맞지 않는다.',
        next: '지금 쓰는 형식으로 올린다. distribution 3에는 스키마 1이 없다.',
      },
    },
  },
]

export const ERROR_CODES: readonly ErrorCode[] = [...SPEC_CODES, ...OTHER_CODES]
