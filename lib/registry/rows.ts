import type { Quirk } from './quirk.ts'

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
  quirks: readonly Quirk[]
}

/** A row of the table; its quirks are in `row-quirks.ts`. */
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
  },
  {
    name: 'ghcr.io',
    realms: ['https://ghcr.io/token'],
    blobs: [{ host: 'pkg-containers.githubusercontent.com' }],
  },
  {
    name: 'quay.io',
    realms: ['https://quay.io/v2/auth'],
    blobs: [{ host: 'cdn.quay.io' }, { prefix: 'cdn0', suffix: '.quay.io' }],
  },
  {
    name: 'registry.k8s.io',
    blobs: [
      { suffix: '-docker.pkg.dev' },
      { prefix: 'prod-registry-k8s-io-', suffix: '.amazonaws.com' },
      GOOGLE_STORAGE,
    ],
  },
  {
    name: 'gcr.io',
    realms: ['https://gcr.io/v2/token'],
    blobs: [GOOGLE_STORAGE],
  },
  {
    name: 'mcr.microsoft.com',
    blobs: [{ suffix: '.data.mcr.microsoft.com' }],
  },
  {
    name: 'public.ecr.aws',
    realms: ['https://public.ecr.aws/token/'],
    scope: 'aws',
    blobs: [{ suffix: '.cloudfront.net' }],
  },
  {
    name: 'registry.gitlab.com',
    realms: ['https://gitlab.com/jwt/auth'],
    blobs: [{ host: 'cdn.registry.gitlab-static.net' }, GOOGLE_STORAGE],
  },
  {
    name: 'cgr.dev',
    realms: ['https://cgr.dev/token'],
    blobs: [{ suffix: '.r2.cloudflarestorage.com' }],
  },
  {
    name: 'nvcr.io',
    realms: [
      'https://nvcr.io/proxy_auth',
      'https://nvcr.io/token',
      'https://authn.nvidia.com/token',
    ],
    blobs: [{ host: 'layers.nvcr.io' }],
  },
  {
    name: 'registry.access.redhat.com',
    blobs: [{ host: 'cdn.quay.io' }, { prefix: 'cdn0', suffix: '.quay.io' }],
  },
  {
    name: 'registry.fedoraproject.org',
    blobs: [{ host: 'cdn.registry.fedoraproject.org' }],
  },
]
