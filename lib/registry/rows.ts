import { type Quirk, UNCONFIRMED } from './quirk.ts'

/** Which hosts a registry may send us to for bytes; matched on the whole host name. */
export type HostRule =
  | { host: string }
  // `prefix` and `suffix` are what stays when a CDN renames its machines.
  | { prefix?: string; suffix: string }

/** One registry we talk to: all that is particular to it is in its row. */
export type Registry = {
  /** as references write it: `docker.io`, `localhost:5000` */
  name: string
  /** origin of its API: `https://registry-1.docker.io` */
  api: string
  /** token endpoints it may name: whole URLs without a query */
  realms: string[]
  /** origins it may redirect to, beside its own: exact for extras, https by rule for the rest */
  blobs: HostRule[]
  blobOrigins: string[]
  /** the token scope; `{repository}` is filled in */
  scope: string
  /** listed by the operator: may be http or on a private address */
  extra: boolean
  quirks: Quirk[]
}

export type Row = Partial<Registry> & Pick<Registry, 'name'>

export const GOOGLE_STORAGE: HostRule = { host: 'storage.googleapis.com' }

// (registry, realm) are pairs: a realm is good for its own registry only.
export const ROWS: readonly Row[] = [
  {
    name: 'docker.io',
    api: 'https://registry-1.docker.io',
    realms: ['https://auth.docker.io/token'],
    blobs: [
      { host: 'production.cloudflare.docker.com' },
      { host: 'production.cloudfront.docker.com' },
      { prefix: 'docker-images-prod.', suffix: '.r2.cloudflarestorage.com' },
      { prefix: 'docker-images-prod.s3.', suffix: '.amazonaws.com' },
    ],
    quirks: [
      {
        kind: 'head-is-free',
        note: 'A GET of a manifest counts against 100 per 6 hours and address; a HEAD does not.',
        source: 'https://docs.docker.com/docker-hub/usage/pulls/',
      },
      {
        kind: 'absent-is-401',
        note: 'A repository that does not exist answers 401, like a private one.',
        source: 'https://github.com/jupyterhub/binderhub/issues/1664',
      },
      {
        kind: 'blobs-elsewhere',
        note: 'Blobs moved from Cloudflare to CloudFront host names in 2026.',
        source: 'https://github.com/AlexanderMattTurner/agent-glovebox/pull/840',
      },
      {
        kind: 'text-429',
        note: 'The body of a 429 is plain text.',
        source: 'https://docs.docker.com/docker-hub/usage/pulls/',
      },
      {
        kind: 'accept-decides',
        note: 'Without Docker types in Accept it converts an image to schema 1: another digest for the same tag.',
        source: 'https://github.com/cue-labs/oci/issues/22',
      },
    ],
  },
  {
    name: 'ghcr.io',
    realms: ['https://ghcr.io/token'],
    blobs: [{ host: 'pkg-containers.githubusercontent.com' }],
    quirks: [
      {
        kind: 'token-refused',
        note: 'The token endpoint itself answers 401 or 403 for an absent or private repository.',
        source: 'https://github.com/quay/quay/pull/4235',
      },
      {
        kind: 'referrers-redirect',
        note: 'A question for referrers is redirected to a web page on github.com.',
        source: 'https://github.com/artifacthub/hub/issues/4785',
      },
      {
        kind: 'blob-head-refused',
        note: 'Its store of blobs has refused HEAD, since the signed address is good for GET.',
        source: 'https://github.com/containerd/stargz-snapshotter/pull/167',
      },
    ],
  },
  {
    name: 'quay.io',
    realms: ['https://quay.io/v2/auth'],
    blobs: [{ host: 'cdn.quay.io' }, { prefix: 'cdn0', suffix: '.quay.io' }],
    quirks: [
      {
        kind: 'public-without-token',
        note: 'A public repository may answer 200 without any token.',
        source: 'https://github.com/quay/claircore/issues/879',
      },
      {
        kind: 'body-true',
        note: 'The body of a 401 is the bare text `true`, sent as a web page.',
        source: UNCONFIRMED,
      },
      {
        kind: 'cursor-opaque',
        note: 'A page of tags is of its own size whatever `n` is, and goes on at an opaque `next_page`.',
        source: 'https://github.com/deitch/docker_registry2/issues/56',
      },
    ],
  },
  {
    name: 'registry.k8s.io',
    blobs: [
      { suffix: '-docker.pkg.dev' },
      { prefix: 'prod-registry-k8s-io-', suffix: '.amazonaws.com' },
      GOOGLE_STORAGE,
    ],
    quirks: [
      {
        kind: 'manifest-redirect',
        note: 'Manifests and blobs alike are redirected to a host near the caller.',
        source: 'https://github.com/kubernetes/registry.k8s.io/issues/116',
      },
      {
        kind: 'redirect-challenge',
        note: 'The registry it leads to may want a token of its own.',
        source: 'https://github.com/google/go-containerregistry/pull/2360',
      },
      {
        kind: 'digest-regional',
        note: 'A tag may resolve in a region that does not know its digest.',
        source: 'https://github.com/kubernetes/registry.k8s.io/issues/324',
      },
    ],
  },
  {
    name: 'gcr.io',
    realms: ['https://gcr.io/v2/token'],
    blobs: [GOOGLE_STORAGE],
    quirks: [
      {
        kind: 'challenge-missing',
        note: 'Some 401 answers carry no challenge; `/v2/` gives one.',
        source: 'https://github.com/containers/image/blob/main/docker/docker_client.go',
      },
      {
        kind: 'errors-empty',
        note: 'The body of a redirect is `{"errors":[]}`.',
        source: UNCONFIRMED,
      },
      {
        kind: 'tags-extra',
        note: 'A list of tags has `child` and `manifest` beside `tags`.',
        source: 'https://github.com/google/go-containerregistry/blob/main/pkg/v1/google/list.go',
      },
    ],
  },
  {
    name: 'mcr.microsoft.com',
    blobs: [{ suffix: '.data.mcr.microsoft.com' }],
    quirks: [
      {
        kind: 'public-without-token',
        note: 'Needs no token.',
        source: 'https://github.com/microsoft/containerregistry',
      },
    ],
  },
  {
    name: 'public.ecr.aws',
    realms: ['https://public.ecr.aws/token/'],
    scope: 'aws',
    blobs: [{ suffix: '.cloudfront.net' }],
    quirks: [
      {
        kind: 'expired-token-400',
        note: 'An expired token gets 400 without a challenge.',
        source: 'https://github.com/aws/containers-roadmap/issues/1931',
      },
      {
        kind: 'digest-header-missing',
        note: 'Manifests come without Docker-Content-Digest.',
        source: 'https://github.com/aws/containers-roadmap/issues/1931',
      },
      {
        kind: 'page-limit',
        note: 'It refuses to list more than 1000 tags at a time.',
        source: UNCONFIRMED,
      },
    ],
  },
  {
    name: 'registry.gitlab.com',
    realms: ['https://gitlab.com/jwt/auth'],
    blobs: [{ host: 'cdn.registry.gitlab-static.net' }, GOOGLE_STORAGE],
    quirks: [
      {
        kind: 'accept-decides',
        note: 'Without OCI types in Accept an OCI image is 404 MANIFEST_UNKNOWN.',
        source: 'https://github.com/sergi0g/cup/issues/132',
      },
      {
        kind: 'fallback-is-subject',
        note: 'The referrers tag resolves to the subject itself, so its platforms look like referrers.',
        source: 'https://github.com/oras-project/oras-go/issues/1396',
      },
    ],
  },
  {
    name: 'cgr.dev',
    realms: ['https://cgr.dev/token'],
    blobs: [{ suffix: '.r2.cloudflarestorage.com' }],
    quirks: [
      {
        kind: 'blobs-elsewhere',
        note: 'Blobs come from R2.',
        source: UNCONFIRMED,
      },
      {
        kind: 'tags-many',
        note: 'A repository may have thousands of tags made of digests.',
        source: 'https://github.com/google/go-containerregistry/issues/1528',
      },
    ],
  },
  {
    name: 'nvcr.io',
    realms: [
      'https://nvcr.io/proxy_auth',
      'https://nvcr.io/token',
      'https://authn.nvidia.com/token',
    ],
    blobs: [{ host: 'layers.nvcr.io' }],
    quirks: [
      {
        kind: 'realm-changes',
        note: 'An expired token gets a challenge with another realm, so we start again without a token.',
        source: 'https://github.com/NVIDIA/nvidia-container-toolkit/issues/1945',
      },
    ],
  },
  {
    name: 'registry.access.redhat.com',
    blobs: [{ host: 'cdn.quay.io' }, { prefix: 'cdn0', suffix: '.quay.io' }],
    quirks: [
      {
        kind: 'blobs-elsewhere',
        note: 'Blobs have come from quay.io since May 2023.',
        source: 'https://github.com/ansible/aap-docs/pull/1412',
      },
      {
        kind: 'content-encoding',
        note: 'Configs have come gzip-encoded to clients that did not ask for it.',
        source: 'https://github.com/quay/quay/pull/1310',
      },
    ],
  },
  {
    name: 'registry.fedoraproject.org',
    blobs: [{ host: 'cdn.registry.fedoraproject.org' }],
    quirks: [
      {
        kind: 'blobs-elsewhere',
        note: 'Blobs come from a host of its own.',
        source: UNCONFIRMED,
      },
    ],
  },
]

/** Of every `*-docker.pkg.dev`. */
export const ARTIFACT_REGISTRY_QUIRKS: Quirk[] = [
  {
    kind: 'redirect-relative',
    note: 'Blobs are redirected to a path below `/artifacts-downloads/` of the same host.',
    source: 'https://github.com/ahmetb/serverless-registry-proxy/issues/8',
  },
]
