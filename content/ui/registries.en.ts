import type { RegistryWords } from '@/components/panels/registries/words'

export const registries = {
  name: 'registries',
  heading: 'One protocol, and what each registry makes of it',
  lead: 'The distribution specification leaves room, and every operator fills it in another way. Each registry that this site may ask has an example here: one small public image, and what to watch for in its conversation.',
  untriedLabel: 'Not yet tried from here.',
  untried:
    'This site’s tests run without the internet. They play each behaviour below from a fake registry of ours and check what must come of it; no public registry was asked. Where a sentence rests on hearsay, it says so.',
  open: 'Open {reference}',
  quirks: 'What it does its own way: {count}',
  source: 'source',
  unconfirmed: 'hearsay, not yet confirmed',
  examples: {
    'docker.io':
      'The name you type is the shortest here and the reference the longest: `hello-world` becomes docker.io/library/hello-world:latest. Watch the HEAD before the GET: only the GET is counted.',
    'ghcr.io':
      'One host for registry and tokens, another for blobs. Ask it for referrers and you get a web page instead of a list.',
    'quay.io':
      'The conversation may begin with 200: a public repository needs no token. Its lists of tags have pages of their own size.',
    'registry.k8s.io':
      'It holds nothing itself. The first answer already sends you to a registry near this site, and that one may ask for a token.',
    'gcr.io':
      'Open its tags: beside the list stands a map from digests to tags, which the specification does not know.',
    '*-docker.pkg.dev':
      'Every region is a registry with a token server of its own. Blobs come from a path of the same host, by a relative redirect.',
    'mcr.microsoft.com':
      'No token at all, so nothing comes before the first answer. Not every repository has a list of tags.',
    'public.ecr.aws':
      'The same official images as on Docker Hub, without its limit per address. The answer does not name the digest, so the client must hash the bytes.',
    'registry.gitlab.com':
      'A private and a public project look alike until gitlab.com has given a token. What it answers depends on the Accept header.',
    'cgr.dev':
      'Look at the list of tags: a repository may have thousands that are digests, kept there by tools for signatures and SBOMs.',
    'nvcr.io':
      'The address of the token server changes once a token has expired. A client that trusts the second answer gets stuck.',
    'registry.access.redhat.com':
      'The name stayed and the storage moved: manifests from here, blobs from quay.io.',
    'registry.fedoraproject.org': 'A project’s own registry with a CDN of its own for blobs.',
  },
  common: {
    heading: 'What any of them may do',
    lead: 'These were met at more than one registry, so the mirror expects them everywhere.',
  },
  table: {
    heading: 'How {count} registries differ',
    lead: 'From the table by which this site’s mirror asks and its tests play. An empty place means that nothing unusual is known, not that nothing is there.',
    label: 'Registries and in what they differ',
    registry: 'Registry',
    columns: {
      access: 'Tokens from',
      redirects: 'Blobs from',
      asking: 'Asking and answers',
      lists: 'Lists',
    },
    noToken: 'needs none',
    noRealm: 'none listed',
    own: 'the same host',
    nothing: '–',
  },
  kinds: {
    'head-is-free': 'HEAD is not counted',
    'head-refused': 'HEAD refused',
    'blob-head-refused': 'HEAD of blobs refused',
    'accept-decides': 'Accept decides what comes',
    'public-without-token': 'public without a token',
    'absent-is-401': 'absent looks like private: 401',
    'token-refused': 'the token server refuses',
    'access-token': 'access_token instead of token',
    'challenge-missing': '401 without a challenge',
    'scope-missing': 'challenge without a scope',
    'scope-own': 'one scope for all: aws',
    'realm-elsewhere': 'tokens from another host',
    'expired-token-400': 'expired token: 400',
    'realm-changes': 'the realm changes later',
    'blobs-elsewhere': 'blobs from another host',
    'manifest-redirect': 'manifests redirected too',
    'redirect-relative': 'redirect without a host',
    'redirect-challenge': 'a token there as well',
    'redirect-expires': 'address good for minutes',
    'digest-header-missing': 'digest not named',
    'digest-regional': 'digest unknown in some regions',
    'content-encoding': 'gzip unasked',
    'body-true': '401 with body true',
    'errors-empty': 'empty errors in redirects',
    'budget-told': 'tells what is left',
    'text-429': '429 in plain text',
    throttled: 'about 1 request a second',
    'cursor-opaque': 'opaque cursor',
    'link-relative': 'link without a host',
    'page-limit': 'at most 1000 a page',
    'tags-many': 'thousands of tags',
    'tags-extra': 'maps digests to tags',
    'tags-oldest-first': 'oldest tag first',
    'tags-missing': 'some lists missing',
    'referrers-redirect': 'referrers: a web page',
    'referrers-unsupported': 'no referrers API',
    'fallback-is-subject': 'referrers tag is the image',
  },
} satisfies RegistryWords
