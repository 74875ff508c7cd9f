import { type Quirk, UNCONFIRMED } from './quirk.ts'

/**
 * What each built-in registry does in its own way, by the name in a reference.
 *
 * One table for three readers: the tests play each kind from a fake registry, `npm run check:public`
 * asks the real ones, and the desk shows the sentences.
 */
export const ROW_QUIRKS: Readonly<Record<string, readonly Quirk[]>> = {
  'docker.io': [
    {
      kind: 'head-is-free',
      note: {
        en: 'A GET of a manifest counts against 100 per 6 hours and address; a HEAD does not.',
        ko: '매니페스트 GET은 주소마다 6시간에 100번인 한도에서 빠지고, HEAD는 빠지지 않는다.',
      },
      source: 'https://docs.docker.com/docker-hub/usage/pulls/',
    },
    {
      kind: 'budget-told',
      note: {
        en: 'Its answers carry `ratelimit-limit` and `ratelimit-remaining`, each with the window.',
        ko: '응답에 `ratelimit-limit`, `ratelimit-remaining`을 시간 창과 함께 적어 보낸다.',
      },
      source: 'https://docs.docker.com/docker-hub/usage/pulls/',
    },
    {
      kind: 'realm-elsewhere',
      note: {
        en: 'Tokens come from another host, auth.docker.io; the registry itself answers at registry-1.docker.io.',
        ko: '토큰은 auth.docker.io라는 다른 호스트가 주고, 레지스트리는 registry-1.docker.io에서 답한다.',
      },
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
    {
      kind: 'absent-is-401',
      note: {
        en: 'A repository that does not exist answers 401, like a private one.',
        ko: '없는 리포지터리도 비공개 리포지터리처럼 401로 답한다.',
      },
      source: 'https://github.com/jupyterhub/binderhub/issues/1664',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs moved from Cloudflare to CloudFront host names in 2026.',
        ko: '블롭을 내주는 호스트 이름이 2026년에 Cloudflare에서 CloudFront로 바뀌었다.',
      },
      source: 'https://github.com/AlexanderMattTurner/agent-glovebox/pull/840',
    },
    {
      kind: 'text-429',
      note: {
        en: 'The body of a 429 is plain text.',
        ko: '429의 본문이 JSON이 아닌 일반 텍스트다.',
      },
      source: 'https://docs.docker.com/docker-hub/usage/pulls/',
    },
    {
      kind: 'accept-decides',
      note: {
        en: 'Without Docker types in Accept it converts an image to schema 1: another digest for the same tag.',
        ko: 'Accept에 Docker 타입이 없으면 이미지를 스키마 1로 바꿔 준다. 같은 태그인데 다이제스트가 달라진다.',
      },
      source: 'https://github.com/cue-labs/oci/issues/22',
    },
  ],
  'ghcr.io': [
    {
      kind: 'token-refused',
      note: {
        en: 'The token endpoint itself answers 401 or 403 for an absent or private repository.',
        ko: '없거나 비공개인 리포지터리는 토큰 서버부터 401이나 403으로 막는다.',
      },
      source: 'https://github.com/quay/quay/pull/4235',
    },
    {
      kind: 'referrers-redirect',
      note: {
        en: 'A question for referrers is redirected to a web page on github.com.',
        ko: '참조자를 물으면 github.com의 웹 페이지로 넘긴다.',
      },
      source: 'https://github.com/artifacthub/hub/issues/4785',
    },
    {
      kind: 'accept-decides',
      note: {
        en: 'Without OCI types in Accept an OCI index is 404 MANIFEST_UNKNOWN.',
        ko: 'Accept에 OCI 타입이 없으면 OCI 인덱스를 404 MANIFEST_UNKNOWN으로 답한다.',
      },
      source: 'https://github.com/docker/hub-feedback/issues/2391',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from pkg-containers.githubusercontent.com.',
        ko: '블롭은 pkg-containers.githubusercontent.com이 내준다.',
      },
      source: 'https://github.com/containerd/stargz-snapshotter/pull/167',
    },
    {
      kind: 'redirect-expires',
      note: {
        en: 'The signed address of a blob is good for minutes, so it is asked for anew each time.',
        ko: '서명된 블롭 주소는 몇 분만 쓸 수 있어서 받을 때마다 다시 묻는다.',
      },
      source: 'https://github.com/containerd/stargz-snapshotter/pull/167',
    },
    {
      kind: 'blob-head-refused',
      note: {
        en: 'Its store of blobs has refused HEAD, since the signed address is good for GET.',
        ko: '서명된 주소가 GET용이라 블롭 저장소가 HEAD를 거절한 적이 있다.',
      },
      source: 'https://github.com/containerd/stargz-snapshotter/pull/167',
    },
    {
      kind: 'tags-oldest-first',
      note: {
        en: 'Tags come oldest first, not in the order of their letters.',
        ko: '태그를 글자 순서가 아니라 오래된 것부터 준다.',
      },
      source: UNCONFIRMED,
    },
  ],
  'quay.io': [
    {
      kind: 'public-without-token',
      note: {
        en: 'A public repository may answer 200 without any token.',
        ko: '공개 리포지터리는 토큰 없이도 200으로 답할 때가 있다.',
      },
      source: 'https://github.com/quay/claircore/issues/879',
    },
    {
      kind: 'scope-missing',
      note: {
        en: 'A challenge may leave out the scope, so the client has to know it.',
        ko: '챌린지에 scope가 빠질 수 있어서 클라이언트가 스스로 적어야 한다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'accept-decides',
      note: {
        en: 'Asked for Docker types alone it may answer with schema 1.',
        ko: 'Docker 타입만 요청하면 스키마 1로 답하기도 한다.',
      },
      source: 'https://github.com/eclipse-che/che-plugin-registry/pull/2082',
    },
    {
      kind: 'body-true',
      note: {
        en: 'The body of a 401 is the bare text `true`, sent as a web page.',
        ko: '401의 본문이 글자 `true`뿐이고, 웹 페이지 타입으로 온다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'cursor-opaque',
      note: {
        en: 'A page of tags is of its own size whatever `n` is, and goes on at an opaque `next_page`.',
        ko: '`n`과 상관없이 제 크기로 태그를 끊어 주고, 알 수 없는 `next_page` 값으로 이어 간다.',
      },
      source: 'https://github.com/deitch/docker_registry2/issues/56',
    },
    {
      kind: 'link-relative',
      note: {
        en: 'The link to the next page is a path without a host.',
        ko: '다음 페이지 링크가 호스트 없는 경로다.',
      },
      source: 'https://github.com/deitch/docker_registry2/issues/56',
    },
    {
      kind: 'tags-oldest-first',
      note: {
        en: 'Tags come oldest first.',
        ko: '태그를 오래된 것부터 준다.',
      },
      source: UNCONFIRMED,
    },
  ],
  'registry.k8s.io': [
    {
      kind: 'public-without-token',
      note: {
        en: 'It asks for no token of its own.',
        ko: '스스로는 토큰을 요구하지 않는다.',
      },
      source: 'https://github.com/kubernetes/registry.k8s.io/issues/116',
    },
    {
      kind: 'manifest-redirect',
      note: {
        en: 'Manifests and blobs alike are redirected to a host near the caller.',
        ko: '매니페스트도 블롭도 부른 쪽에서 가까운 호스트로 넘긴다.',
      },
      source: 'https://github.com/kubernetes/registry.k8s.io/issues/116',
    },
    {
      kind: 'redirect-challenge',
      note: {
        en: 'The registry it leads to may want a token of its own.',
        ko: '넘겨받은 레지스트리가 따로 토큰을 요구하기도 한다.',
      },
      source: 'https://github.com/google/go-containerregistry/pull/2360',
    },
    {
      kind: 'digest-regional',
      note: {
        en: 'A tag may resolve in a region that does not know its digest.',
        ko: '태그는 찾았는데 그 다이제스트를 모르는 지역(region)이 있다.',
      },
      source: 'https://github.com/kubernetes/registry.k8s.io/issues/324',
    },
  ],
  'gcr.io': [
    {
      kind: 'challenge-missing',
      note: {
        en: 'Some 401 answers carry no challenge; `/v2/` gives one.',
        ko: '챌린지 없는 401이 있다. `/v2/`에 물으면 챌린지를 준다.',
      },
      source: 'https://github.com/containers/image/blob/main/docker/docker_client.go',
    },
    {
      kind: 'errors-empty',
      note: {
        en: 'The body of a redirect is `{"errors":[]}`.',
        ko: '리다이렉트의 본문이 `{"errors":[]}`다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'tags-extra',
      note: {
        en: 'A list of tags has `child` and `manifest` beside `tags`.',
        ko: '태그 목록에 `tags` 말고도 `child`, `manifest`가 있다.',
      },
      source: 'https://github.com/google/go-containerregistry/blob/main/pkg/v1/google/list.go',
    },
  ],
  'mcr.microsoft.com': [
    {
      kind: 'public-without-token',
      note: {
        en: 'It needs no token.',
        ko: '토큰이 필요 없다.',
      },
      source: 'https://github.com/microsoft/containerregistry',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from a host below data.mcr.microsoft.com.',
        ko: '블롭은 data.mcr.microsoft.com 아래의 호스트가 내준다.',
      },
      source: 'https://github.com/microsoft/containerregistry',
    },
    {
      kind: 'tags-missing',
      note: {
        en: 'Some repositories can be pulled but have no list of tags.',
        ko: '풀은 되는데 태그 목록이 없는 리포지터리가 있다.',
      },
      source: 'https://github.com/microsoft/containerregistry/issues/57',
    },
  ],
  'public.ecr.aws': [
    {
      kind: 'scope-own',
      note: {
        en: 'Its token is asked for with the scope `aws`, whatever the repository.',
        ko: '리포지터리와 상관없이 scope `aws`로 토큰을 요청한다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'expired-token-400',
      note: {
        en: 'An expired token gets 400 without a challenge.',
        ko: '만료된 토큰에는 챌린지 없이 400으로 답한다.',
      },
      source: 'https://github.com/aws/containers-roadmap/issues/1931',
    },
    {
      kind: 'digest-header-missing',
      note: {
        en: 'Manifests come without Docker-Content-Digest.',
        ko: '매니페스트에 Docker-Content-Digest 헤더가 없다.',
      },
      source: 'https://github.com/aws/containers-roadmap/issues/1931',
    },
    {
      kind: 'throttled',
      note: {
        en: 'Without an account it takes about one request a second, then answers 429 TOOMANYREQUESTS.',
        ko: '계정 없이는 1초에 한 번쯤만 받고, 그보다 잦으면 429 TOOMANYREQUESTS로 답한다.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-service-quotas.html',
    },
    {
      kind: 'blob-head-refused',
      note: {
        en: 'HEAD of a blob cannot be relied on, so the size comes from the manifest.',
        ko: '블롭 HEAD를 믿을 수 없어서 크기는 매니페스트에서 읽는다.',
      },
      source: 'https://github.com/jonjohnsonjr/dagdotdev',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from a CloudFront host whose name may change.',
        ko: '블롭은 CloudFront 호스트가 내주는데, 그 이름이 바뀔 수 있다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'page-limit',
      note: {
        en: 'It refuses to list more than 1000 tags at a time.',
        ko: '태그를 한 번에 1000개 넘게 달라고 하면 거절한다.',
      },
      source: UNCONFIRMED,
    },
  ],
  'registry.gitlab.com': [
    {
      kind: 'realm-elsewhere',
      note: {
        en: 'Tokens come from gitlab.com/jwt/auth, another host than the registry.',
        ko: '토큰은 레지스트리가 아닌 gitlab.com/jwt/auth가 준다.',
      },
      source: 'https://docs.gitlab.com/administration/packages/container_registry/',
    },
    {
      kind: 'accept-decides',
      note: {
        en: 'Without OCI types in Accept an OCI image is 404 MANIFEST_UNKNOWN.',
        ko: 'Accept에 OCI 타입이 없으면 OCI 이미지를 404 MANIFEST_UNKNOWN으로 답한다.',
      },
      source: 'https://github.com/sergi0g/cup/issues/132',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from a CDN or from Google’s storage.',
        ko: '블롭은 CDN이나 Google 저장소가 내준다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'fallback-is-subject',
      note: {
        en: 'The referrers tag resolves to the subject itself, so its platforms look like referrers.',
        ko: '참조자 태그가 대상 이미지 자신을 가리켜서, 플랫폼 항목이 참조자처럼 보인다.',
      },
      source: 'https://github.com/oras-project/oras-go/issues/1396',
    },
  ],
  'cgr.dev': [
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from R2.',
        ko: '블롭은 R2가 내준다.',
      },
      source: UNCONFIRMED,
    },
    {
      kind: 'tags-many',
      note: {
        en: 'A repository may have thousands of tags made of digests.',
        ko: '다이제스트로 지은 태그가 수천 개인 리포지터리가 있다.',
      },
      source: 'https://github.com/google/go-containerregistry/issues/1528',
    },
  ],
  'nvcr.io': [
    {
      kind: 'realm-changes',
      note: {
        en: 'An expired token gets a challenge with another realm, so we start again without a token.',
        ko: '만료된 토큰에는 realm이 다른 챌린지를 준다. 그래서 토큰 없이 처음부터 다시 묻는다.',
      },
      source: 'https://github.com/NVIDIA/nvidia-container-toolkit/issues/1945',
    },
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from layers.nvcr.io.',
        ko: '블롭은 layers.nvcr.io가 내준다.',
      },
      source: UNCONFIRMED,
    },
  ],
  'registry.access.redhat.com': [
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs have come from quay.io since May 2023.',
        ko: '블롭은 2023년 5월부터 quay.io가 내준다.',
      },
      source: 'https://github.com/ansible/aap-docs/pull/1412',
    },
    {
      kind: 'content-encoding',
      note: {
        en: 'Configs have come gzip-encoded to clients that did not ask for it.',
        ko: '요청하지 않은 클라이언트에도 이미지 설정을 gzip으로 보낸 적이 있다.',
      },
      source: 'https://github.com/quay/quay/pull/1310',
    },
  ],
  'registry.fedoraproject.org': [
    {
      kind: 'blobs-elsewhere',
      note: {
        en: 'Blobs come from a host of its own.',
        ko: '블롭은 따로 둔 호스트가 내준다.',
      },
      source: UNCONFIRMED,
    },
  ],
}

/** Of every `*-docker.pkg.dev`. */
export const ARTIFACT_REGISTRY_QUIRKS: readonly Quirk[] = [
  {
    kind: 'redirect-relative',
    note: {
      en: 'Blobs are redirected to a path below `/artifacts-downloads/` of the same host.',
      ko: '블롭을 같은 호스트의 `/artifacts-downloads/` 아래 경로로 넘긴다.',
    },
    source: 'https://github.com/ahmetb/serverless-registry-proxy/issues/8',
  },
  {
    kind: 'tags-extra',
    note: {
      en: 'A list of tags has `child` and `manifest` beside `tags`.',
      ko: '태그 목록에 `tags` 말고도 `child`, `manifest`가 있다.',
    },
    source: 'https://github.com/google/go-containerregistry/blob/main/pkg/v1/google/list.go',
  },
]

/** What any registry may do, one that an operator lists included. */
export const COMMON_QUIRKS: readonly Quirk[] = [
  {
    kind: 'access-token',
    note: {
      en: 'The token comes as `access_token` instead of `token`, or as both.',
      ko: '토큰이 `token` 대신 `access_token`으로, 또는 둘 다로 온다.',
    },
    source: 'https://distribution.github.io/distribution/spec/auth/token/',
  },
  {
    kind: 'head-refused',
    note: {
      en: 'HEAD of a manifest is refused though GET is answered.',
      ko: '매니페스트 GET에는 답하면서 HEAD는 거절한다.',
    },
    source: UNCONFIRMED,
  },
  {
    kind: 'referrers-unsupported',
    note: {
      en: 'Where there is no referrers API the answer is 404, 400, 405 or 406; clients look under the tag.',
      ko: '참조자 API가 없으면 404, 400, 405, 406 가운데 하나로 답한다. 클라이언트는 참조자 태그를 찾는다.',
    },
    source: 'https://github.com/google/go-containerregistry/commit/a9a53a8',
  },
]
