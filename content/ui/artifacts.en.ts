import type { ArtifactsWords } from '@/components/panels/artifact/words'
import { card } from './artifact-card.en'

export const artifactsEn: ArtifactsWords = {
  title: 'What hangs together around {reference}',
  form: {
    label: 'Image or artifact',
    hint: 'A reference as you would pull it. The recorded ones need no network.',
    submit: 'Show',
    back: 'Back to the recording',
    stop: 'Stop',
  },
  examples: {
    heading: 'Recorded here:',
    attested: 'an image with provenance, SBOM and signatures',
    chart: 'a Helm chart',
    hello: 'a plain image for five platforms',
  },
  state: {
    asking: 'Asking the registry …',
    slow: 'Still waiting after {seconds} seconds.',
    siteAway: {
      says: 'This site does not answer.',
      try: 'Check the connection and try again. The recordings need this site, but no registry.',
    },
    objectMissing: {
      says: 'This image does not lead to the object in the address.',
      try: 'It may be an object of another image, or a referrer that has been removed. Choose one in the graph.',
    },
  },
  sections: {
    graph: {
      name: 'graph',
      heading: 'What names what?',
      lead: 'Every arrow is a digest written in a document: an index names manifests, a manifest names its config and layers. A referrer points the other way. It names the image it is about, and the image knows nothing of it.',
    },
    object: {
      name: 'object',
      heading: 'What does it say?',
      lead: 'The object chosen in the graph: what it is for, what can be read from it, and the bytes that were hashed.',
    },
    referrers: {
      name: 'referrers',
      heading: 'Who refers to this image?',
      lead: 'An image cannot list its signatures: they come after it, and adding one would change its digest. So a client has to ask, and there are four conventions. Which of them works depends on the registry and on the tool that attached something.',
    },
  },
  card,
  graph: {
    label: 'Objects around {reference}, from the index on the left to the layers',
    hint: 'Choose an object to read it. Arrow keys move along the lines; Enter opens.',
    kinds: {
      index: 'index',
      manifest: 'manifest',
      config: 'config',
      layer: 'layer',
      referrer: 'referrer',
      blob: 'content',
    },
    empty: 'empty config {}',
    layer: 'layer {n}',
    roles: {
      entry: 'an entry of the index',
      config: 'the config',
      layer: 'a layer',
      subject: 'is about (subject)',
      about: 'states something about',
    },
    legend: 'Lines',
    list: 'The same as a list',
    open: 'Show what it names',
    close: 'Hide what it names',
    left: '{count} objects are not shown. A graph holds {limit} at most.',
  },
  referrers: {
    subject: 'Referrers of',
    subjects: { index: 'the index', manifest: 'the manifest', platform: 'the manifest for' },
    ask: 'Ask all ways',
    asking: 'Asking …',
    unasked: 'Nobody was asked about this one yet.',
    ways: {
      api: {
        name: 'Referrers API',
        means:
          'The registry keeps the list. It came with distribution-spec 1.1 (2024), and not every registry has it.',
      },
      tag: {
        name: 'Fallback tag',
        means:
          'Without the API, the client that attaches something keeps the list itself, as an index under a tag made of the digest.',
      },
      signature: {
        name: 'cosign .sig',
        means:
          'cosign’s own convention since 2021: one manifest under a tag, with a layer for each signature.',
      },
      attestation: {
        name: 'cosign .att',
        means: 'The same for signed statements, each in a DSSE envelope.',
      },
      sbom: {
        name: 'cosign .sbom',
        means:
          'The same for a bill of materials. cosign itself advises against it: the SBOM is not signed.',
      },
      index: {
        name: 'Inside the index',
        means:
          'BuildKit puts its attestations beside the image, as entries for the platform unknown/unknown.',
      },
    },
    noRequest: 'No request: the index is already here.',
    request: 'Request',
    status: 'Answer: {status}',
    outcomes: {
      found: 'Found: {count}',
      more: 'The registry has further pages. Only the first was read.',
      none: 'An empty index. That is an answer: this registry keeps the list, and nobody refers to this digest.',
      absentApi:
        '404: this registry has no referrers API. It does not mean that there are none, so a client goes on to the fallback tag.',
      absentOther:
        'The registry answered {status} and led elsewhere. That is no list of referrers, so it counts as having no API.',
      absentTag: '404: no such tag. No client has left a list here.',
      absentCosign: '404: no such tag. cosign has attached nothing by this convention.',
      trap: 'The tag exists, but what it names is no list of referrers. A client that takes it for one sees referrers that are none.',
      noneInIndex: 'The index has no attestation about this digest.',
      noIndex: 'The reference leads to a manifest at once, so no index can hold one.',
      failed: 'This way failed.',
    },
    filters: {
      applied:
        'Asked again with ?artifactType={type}: {count}, and OCI-Filters-Applied says that the registry filtered.',
      ignored:
        'Asked again with ?artifactType={type}: {count}, without OCI-Filters-Applied. The registry did not filter, so the client has to.',
    },
    together: {
      heading: 'Found together',
      lead: 'The same manifest can be found by several ways; it counts once.',
      kind: 'What it is',
      digest: 'Digest',
      ways: 'Found by',
      size: 'Bytes',
      open: 'Read it',
      none: 'No way found a referrer.',
    },
    traps: {
      heading: 'Three traps',
      gitlab:
        'registry.gitlab.com answers the fallback tag with the subject itself: it reads sha256-<hex> as the digest. Its platforms then look like referrers (oras-go issue 1396). Here the digest of the answer is compared with the subject.',
      ghcr: 'ghcr.io has no referrers API. It answers 404, or has redirected to a web page. Such a redirect is not followed here and counts as “no API”.',
      cosign:
        'cosign 3 no longer writes .sig tags by default. It stores a bundle as a referrer, so a policy that looks for the tag reports “unsigned”.',
    },
  },
  links: {
    heading: 'Link to this:',
    byName: 'by name',
    byDigest: 'by digest',
    desk: 'on the desk, with every field explained',
  },
}
