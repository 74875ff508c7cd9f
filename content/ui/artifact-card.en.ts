import type { CardWords } from '@/components/panels/artifact/words'

export const card: CardWords = {
  kinds: {
    'buildkit-attestation': {
      name: 'BuildKit attestation',
      means:
        'Statements about one image: how it was built (provenance) and what is in it (SBOM). It stands in the index as platform unknown/unknown, so that no runtime takes it for an image.',
    },
    'sigstore-bundle': {
      name: 'Sigstore bundle',
      means:
        'A signature with all that is needed to check it: certificate or key hint, log entry, timestamp. cosign writes it by default since version 3.',
    },
    'cosign-signature': {
      name: 'cosign signature',
      means:
        'A small text that names the image, and its signature as an annotation beside it. Each layer is one signature.',
    },
    'cosign-attestation': {
      name: 'cosign attestation',
      means: 'Signed statements about the image, each in an envelope of its own.',
    },
    'notary-signature': {
      name: 'Notary signature',
      means:
        'A signature of the Notary Project (notation), as JWS or COSE. It names the image’s descriptor.',
    },
    sbom: {
      name: 'SBOM',
      means:
        'A list of the packages that a scanner or builder found. It says nothing about what it did not find.',
    },
    'helm-chart': {
      name: 'Helm chart',
      means:
        'A chart as an artifact: its Chart.yaml as the config, the packed chart as the layer. helm pull fetches it, no runtime can run it.',
    },
    wasm: {
      name: 'WebAssembly module',
      means:
        'A .wasm file instead of a file system. Three conventions exist side by side; which one a runtime takes shows in the media types.',
    },
    flux: {
      name: 'Flux source',
      means:
        'Kubernetes manifests as a tar archive. Flux’s source-controller fetches it like a Git revision.',
    },
    'soci-index': {
      name: 'SOCI index',
      means:
        'Tables of contents for the layers of an image, so that a snapshotter can start a container before all of it is here.',
    },
    nydus: {
      name: 'Nydus image',
      means:
        'An image whose layers are chunks for Nydus’ file system. A runtime without its snapshotter cannot unpack it.',
    },
    model: {
      name: 'AI model',
      means:
        'Weights such as a GGUF file, with licence and parameters, stored like an image because registries are everywhere.',
    },
    'dev-container': {
      name: 'Dev container feature or template',
      means: 'A tar archive that the dev containers CLI unpacks into an image it builds.',
    },
    'encrypted-image': {
      name: 'Encrypted image',
      means:
        'At least one layer is encrypted (ocicrypt). The keys, wrapped for their holders, stand in its annotations.',
    },
    image: { name: 'Container image', means: 'A config and layers that make a file system.' },
    unknown: {
      name: 'Artifact of a type of its own',
      means:
        'The author chose the type; only a client that knows it can use the content. A registry stores and copies it like any other.',
    },
  },
  told: 'Told by {at}: {by}',
  untold: 'No field says what it is for.',
  parts: {
    statement: {
      name: 'in-toto statement',
      means:
        'Ties a claim to artifacts by their digests. Who checks it compares those digests with what was pulled.',
    },
    provenance: {
      name: 'SLSA provenance',
      means: 'How the artifact was made: who built it, from which sources, with which inputs.',
    },
    spdx: {
      name: 'SPDX document',
      means: 'Packages and files found in the artifact, and how they relate.',
    },
    cyclonedx: {
      name: 'CycloneDX document',
      means: 'Components found in the artifact, with their addresses.',
    },
    predicate: {
      name: 'Predicate',
      means: 'The claim itself. This page does not know its type, so only its fields are named.',
    },
    envelope: {
      name: 'DSSE envelope',
      means:
        'The payload in base64 and signatures over its bytes and its type. Nothing inside has to be parsed before the signature is checked.',
    },
    'simple-signing': {
      name: 'Signed payload',
      means: 'What cosign signs instead of the image: a text that holds the image’s digest.',
    },
    'cosign-signature': {
      name: 'Signature',
      means:
        'Stands in an annotation of the layer, not in its bytes: so two signatures of one payload share a blob.',
    },
    bundle: {
      name: 'Sigstore bundle',
      means: 'One file with signature, signer and log proof, to be checked without asking anyone.',
    },
    'log-entry': {
      name: 'Entry of the transparency log',
      means:
        'A public log (Rekor) noted the signature at this time. Whether the entry really stands there is not checked here.',
    },
    'notary-jws': {
      name: 'Notary signature (JWS)',
      means: 'A signed header and the descriptor of the image as payload.',
    },
    helm: {
      name: 'Chart metadata',
      means: 'Chart.yaml, as JSON. Its digest takes the place of an image ID.',
    },
    empty: {
      name: 'Empty config',
      means:
        'Two bytes, {}. A manifest must name a config, and an artifact often has none, so all of them name the same empty one.',
    },
    json: {
      name: 'JSON of another form',
      means: 'This page knows no specification for it. Its fields are named, no more.',
    },
    bytes: {
      name: 'Not JSON',
      means: 'These bytes are for a program. The first ones often tell the file type.',
    },
  },
  inside: 'Decoded from the base64 at {at}',
  facts: {
    statementType: 'Statement',
    predicateType: 'Predicate type',
    subjects: 'About',
    builder: 'Builder',
    buildType: 'Build type',
    source: 'Source',
    entryPoint: 'Started from',
    frontend: 'BuildKit frontend',
    platform: 'Build platform',
    materials: 'Made from',
    invocation: 'Run',
    started: 'Started',
    finished: 'Finished',
    reproducible: 'Reproducible',
    complete: 'Inputs complete',
    sbomVersion: 'Format',
    documentName: 'Name',
    namespace: 'Document ID',
    created: 'Created',
    creators: 'Made by',
    about: 'About',
    packages: 'Packages',
    packageTypes: 'By type',
    files: 'Files',
    relationships: 'Relationships',
    payloadType: 'Payload type',
    signatures: 'Signatures',
    keyIds: 'Key hints',
    signedDigest: 'Signed digest',
    signedReference: 'Signed name',
    signatureType: 'Type',
    signedNotes: 'Notes',
    bundleVersion: 'Bundle version',
    keyHint: 'Key hint',
    messageDigest: 'Digest of the message',
    timestamps: 'Timestamps (RFC 3161)',
    algorithm: 'Algorithm',
    signingScheme: 'Signing scheme',
    signingTime: 'Signed at, says the signer',
    expiry: 'Expires',
    signedBytes: 'Bytes of the signature',
    logIndex: 'Log index',
    logTime: 'Logged at',
    logKind: 'Entry type',
    logId: 'Log key ID',
    logHash: 'Hash in the log',
    chartName: 'Chart',
    chartVersion: 'Chart version',
    appVersion: 'App version',
    chartType: 'Type',
    apiVersion: 'API version',
    description: 'Description',
    kubeVersion: 'Kubernetes version',
    maintainers: 'Maintainers',
    dependencies: 'Dependencies',
    fields: 'Fields',
    firstBytes: 'First 16 bytes',
  },
  more: 'and {count} more',
  definedBy: 'Not explained here. Defined by {spec}.',
  unverified:
    'Shown, not verified: this page does not check the signature, the certificate or the log.',
  certificate: {
    heading: 'Certificate',
    nth: 'Certificate {n} of {count}',
    subject: 'Subject',
    noSubject: 'empty: the name stands below',
    names: 'Signer (subject alternative name)',
    issuer: 'Issuer of the certificate',
    valid: 'Valid',
    serial: 'Serial number',
    claims: {
      issuer: 'Login issuer (Fulcio)',
      buildSigner: 'Signing workflow',
      runner: 'Runner',
      repository: 'Repository',
      commit: 'Commit',
      ref: 'Git ref',
      owner: 'Owner',
      buildConfig: 'Build config',
      trigger: 'Trigger',
      run: 'Run',
      visibility: 'Visibility',
    },
    unreadable: 'What stands here is no X.509 certificate.',
  },
  chain: {
    heading: 'Why unknown/unknown is in the index',
    index:
      'The index names this manifest as an entry for unknown/unknown and says which image it is about: {digest}',
    manifest: 'The attestation manifest names statements as its layers: {digest}',
    statement: 'The in-toto statement names its subject by digest: {digest}',
    subject: 'The image in the same index: {digest}',
    same: 'All three name the same manifest, so the statement is about the image beside it.',
    other: 'They do not name the same manifest. Careful clients pass such a statement by.',
  },
  documents: { outer: 'The bytes as stored', inner: 'The payload, decoded from base64' },
  notText: 'These bytes are no text. They can be downloaded from the address above.',
  notFetched: '{size} bytes. It is not fetched here: the graph needs only its descriptor.',
  asking: 'Fetching and hashing …',
}
