import { ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'

/** Which hosts a registry may send us to for bytes; matched on the whole host name. */
export type HostRule =
  | { host: string }
  // `prefix` and `suffix` are what stays when a CDN renames its machines.
  | { prefix?: string; suffix: string }

/** What a registry does otherwise than the specification leads one to expect. */
export type Quirk = { note: string; source: string }

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

type Row = Partial<Registry> & Pick<Registry, 'name'>

const UNCONFIRMED = 'not yet confirmed by npm run check:public'
const GOOGLE_STORAGE: HostRule = { host: 'storage.googleapis.com' }

// (registry, realm) are pairs: a realm is good for its own registry only.
const ROWS: Row[] = [
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
        note: 'A GET of a manifest counts against 100 per 6 hours and address; a HEAD does not.',
        source: 'https://docs.docker.com/docker-hub/usage/pulls/',
      },
      {
        note: 'A repository that does not exist answers 401, like a private one.',
        source: 'https://github.com/jupyterhub/binderhub/issues/1664',
      },
      {
        note: 'Blobs moved from Cloudflare to CloudFront host names in 2026.',
        source: 'https://github.com/AlexanderMattTurner/agent-glovebox/pull/840',
      },
    ],
  },
  {
    name: 'ghcr.io',
    realms: ['https://ghcr.io/token'],
    blobs: [{ host: 'pkg-containers.githubusercontent.com' }],
    quirks: [
      {
        note: 'The token endpoint itself answers 401 or 403 for an absent or private repository.',
        source: 'https://github.com/quay/quay/pull/4235',
      },
    ],
  },
  {
    name: 'quay.io',
    realms: ['https://quay.io/v2/auth'],
    blobs: [{ host: 'cdn.quay.io' }, { prefix: 'cdn0', suffix: '.quay.io' }],
    quirks: [
      {
        note: 'A public repository may answer 200 without any token; the body of a 401 is `true`.',
        source: 'https://github.com/quay/claircore/issues/879',
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
        note: 'Manifests and blobs alike are redirected to a host near the caller.',
        source: 'https://github.com/kubernetes/registry.k8s.io/issues/116',
      },
    ],
  },
  {
    name: 'gcr.io',
    realms: ['https://gcr.io/v2/token'],
    blobs: [GOOGLE_STORAGE],
    quirks: [
      {
        note: 'Some 401 answers carry no challenge; `/v2/` gives one.',
        source: 'https://github.com/containers/image/blob/main/docker/docker_client.go',
      },
    ],
  },
  {
    name: 'mcr.microsoft.com',
    blobs: [{ suffix: '.data.mcr.microsoft.com' }],
    quirks: [
      {
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
        note: 'An expired token gets 400 without a challenge; manifests come without Docker-Content-Digest.',
        source: 'https://github.com/aws/containers-roadmap/issues/1931',
      },
    ],
  },
  {
    name: 'registry.gitlab.com',
    realms: ['https://gitlab.com/jwt/auth'],
    blobs: [{ host: 'cdn.registry.gitlab-static.net' }, GOOGLE_STORAGE],
    quirks: [
      {
        note: 'Without OCI types in Accept an OCI image is 404 MANIFEST_UNKNOWN.',
        source: 'https://github.com/sergi0g/cup/issues/132',
      },
    ],
  },
  {
    name: 'cgr.dev',
    realms: ['https://cgr.dev/token'],
    blobs: [{ suffix: '.r2.cloudflarestorage.com' }],
    quirks: [{ note: 'Blobs come from R2.', source: UNCONFIRMED }],
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
        note: 'Blobs have come from quay.io since May 2023.',
        source: 'https://github.com/ansible/aap-docs/pull/1412',
      },
      {
        note: 'Configs have come gzip-encoded to clients that did not ask for it.',
        source: 'https://github.com/quay/quay/pull/1310',
      },
    ],
  },
  {
    name: 'registry.fedoraproject.org',
    blobs: [{ host: 'cdn.registry.fedoraproject.org' }],
    quirks: [{ note: 'Blobs come from a host of its own.', source: UNCONFIRMED }],
  },
]

// Artifact Registry: one host a region, each its own token server.
const ARTIFACT_REGISTRY = /^(?:[a-z]+(?:-[a-z]+\d+)?)-docker\.pkg\.dev$/

/** Finds rows by the name a reference carries. */
export type Registries = {
  /** @throws ProblemError `registry-not-listed` */
  find(name: string): Registry
  all: readonly Registry[]
}

/** The built-in rows and those of EXTRA_REGISTRIES; an extra replaces a built-in row of the same name. */
export function createRegistries({
  extraRegistries,
}: Pick<Settings, 'extraRegistries'>): Registries {
  const rows = new Map<string, Registry>()
  for (const row of ROWS) rows.set(row.name, complete(row))
  for (const { origin, realms, blobs } of extraRegistries) {
    const name = new URL(origin).host
    rows.set(name, complete({ name, api: origin, realms, blobOrigins: blobs, extra: true }))
  }
  return {
    all: [...rows.values()],
    find(name) {
      const row = rows.get(name)
      if (row) return row
      if (ARTIFACT_REGISTRY.test(name)) {
        return complete({ name, realms: [`https://${name}/v2/token`], blobs: [GOOGLE_STORAGE] })
      }
      throw new ProblemError({ kind: 'registry-not-listed', registry: name })
    },
  }
}

function complete(row: Row): Registry {
  return {
    api: `https://${row.name}`,
    realms: [],
    blobs: [],
    blobOrigins: [],
    scope: 'repository:{repository}:pull',
    extra: false,
    quirks: [],
    ...row,
  }
}

/**
 * Whether this registry's challenge may name this token endpoint.
 *
 * A listed realm is a pair with its registry. Beside that an operator's own registry may be its own token server.
 */
export function isRealmOf(registry: Registry, realm: string): boolean {
  if (!URL.canParse(realm)) return false
  const url = new URL(realm)
  if (url.username || url.password || url.hash) return false
  if (registry.realms.includes(`${url.origin}${url.pathname}`)) return true
  return registry.extra && url.origin === registry.api
}

/** Whether an operator listed this very origin, so that it may be http or private. */
export function isListedOrigin(registry: Registry, url: URL): boolean {
  if (!registry.extra) return false
  return (
    url.origin === registry.api ||
    registry.blobOrigins.includes(url.origin) ||
    registry.realms.some((realm) => new URL(realm).origin === url.origin)
  )
}

export function matchesHost(rule: HostRule, host: string): boolean {
  if ('host' in rule) return host === rule.host
  const { prefix = '', suffix } = rule
  return (
    host.length > prefix.length + suffix.length && host.startsWith(prefix) && host.endsWith(suffix)
  )
}
