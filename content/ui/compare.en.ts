import type { CompareWords } from '@/components/panels/compare/words'
import { layers } from './layers.en'

export const compareEn = {
  title: '{a} and {b}, side by side',
  form: {
    a: 'First image',
    b: 'Second image',
    platform: 'Platform of {side}',
    anyPlatform: 'none given',
    hint: 'As you would give them to docker pull. Recorded images open from their recording, all others are fetched live.',
    submit: 'Compare',
    swap: 'Swap',
    back: 'Back to the first example',
    examples: 'Worked examples, recorded here:',
  },
  examples: {
    packing: 'gzip and zstd',
    platform: 'amd64 and arm64',
    format: 'OCI and Docker',
    both: 'another machine and another packing',
    builders: 'Jib and Buildpacks',
  },
  state: {
    asking: 'Fetching {side}…',
    slow: 'Still waiting for {side} after {seconds} s.',
    stop: 'Stop',
    nothing: 'There is nothing to compare until both images are here.',
    notImage: '{side} is no image manifest, so it has no layers or config to compare.',
    siteAway: {
      says: 'This site itself does not answer your browser.',
      try: 'Check your own connection and try again.',
    },
  },
  verdict: {
    heading: 'In one sentence',
    identical: 'Both names lead to one manifest: this is the same image, byte for byte.',
    redescribed:
      'The same layers and the same config under two manifests: a container cannot tell them apart, and a registry stores the blobs once.',
    repacked:
      'The same files and the same config, packed in other bytes. A container cannot tell them apart, but a registry stores every repacked layer again.',
    related: 'Related, and not the same. Layers, pair by pair: {pairs}.',
    count: '{kind} × {count}',
    unrelated: 'These two images have no layer in common.',
  },
  documents: {
    heading: 'The documents',
    lead: 'A digest is the hash of a document’s bytes, so comparing two digests compares two documents.',
    names: { index: 'Index', manifest: 'Manifest', config: 'Config' },
    same: 'one digest',
    different: 'two digests',
    missing: 'none',
    means: {
      index: {
        same: 'Both names offer the same choice of platforms.',
        different: 'Each name has its own list of platforms, or leads straight to a manifest.',
      },
      manifest: {
        same: 'One manifest fixes every layer and the config, so nothing below can differ.',
        different:
          'Something that it names differs, or how it is written does. The rest of this page says what.',
      },
      config: {
        same: 'One ImageID. The diffIDs stand in the config, so the unpacked layers are the same too.',
        different: 'Two ImageIDs. One changed setting, date or diffID is enough.',
      },
    },
  },
  layers: {
    heading: 'The layers',
    lead: 'Base first. A layer has two names: the digest of the blob as stored, and the diffID of the tar inside it.',
    label: 'Layers side by side',
    layer: 'Layer {number}',
    kinds: {
      same: {
        name: 'same blob',
        means:
          'One digest. A registry stores it once, and a machine that has it does not fetch it again.',
      },
      repacked: {
        name: 'same content, other packing',
        means:
          'Two digests, one diffID: the tar inside is the same and was compressed another way. Both blobs are stored and fetched, although the files are the same.',
      },
      different: {
        name: 'different',
        means:
          'Neither name fits. The files may differ, or only their order and dates: the documents alone do not say.',
      },
    },
    onlyA: 'only in A',
    onlyB: 'only in B',
    noDiffId: 'no diffID known',
    more: 'Show {count} more layers',
    empty: 'Neither manifest names a layer.',
  },
  sizes: {
    heading: 'What a pull costs',
    lead: 'Manifest, config and layers as stored, each digest counted once. Only a blob with the same digest is shared.',
    image: 'Image {side}',
    total: 'Together',
    shared: 'In both',
    own: 'Only here',
    fetch: 'A machine that has {from} fetches {size} more for {to}.',
  },
  files: {
    heading: 'The files',
    lead: 'Put one on another, the layers make the tree that a container sees. Here the two trees stand side by side, name by name. Which layer brought a file no longer matters, and what a layer hides is gone.',
    none: 'One of the images names no layers, so there are no two trees to compare.',
    start:
      'All layers of these two recordings were read for this page, and each matched its digest.',
    offer: 'Compare the files: reads {count} layers, {size}',
    again: 'Read on and compare',
    shared: 'Layers that stand in both images are read once. Here: {count}.',
    now: 'Reading layer {n} of {count}: {done} of {size}, {entries} entries',
    progress: 'How much of this layer is read',
    comparing: 'Beginning to read…',
    stop: 'Stop',
    stopped: 'Stopped. Layers that are read to their end are kept and not fetched again.',
    siteAway: 'This site could not be reached. Check the connection and read on.',
    totals: {
      label: 'Names by what became of them from A to B',
      what: 'From A to B',
      names: 'Names',
      bytes: 'Files in {side}',
      kinds: {
        added: { name: 'added', means: 'Only B has this name.' },
        removed: { name: 'removed', means: 'Only A has this name.' },
        changed: {
          name: 'changed',
          means: 'Both have it, with another kind, size, mode, owner, link or other bytes.',
        },
        time: {
          name: 'only another time',
          means:
            'All that differs is when it was last changed. Rebuilding from the same sources often does no more than this.',
        },
        unproven: {
          name: 'alike, bytes not compared',
          means:
            'Everything the two archives note is equal, size and time too. That proves nothing about the bytes: the layers differ, and no digest of the file is known.',
        },
        same: {
          name: 'the same',
          means:
            'Proven: it comes from the same tar in both (one digest or one diffID), has one digest of its own, or has no bytes that could differ.',
        },
      },
    },
    find: 'Find in paths',
    findHint: 'part of a path',
    found: '{count} of {whole} names',
    notFound: 'No path here holds “{find}”. Try a shorter part of it.',
    list: 'Names that are added, removed or changed',
    nothing: 'No name is added, removed or changed.',
    folded: '{name}: {count}',
    loading: 'Fetching the list…',
    fields: {
      ...{ kind: 'kind', size: 'size', bytes: 'other bytes', mode: 'mode', owner: 'owner' },
      ...{ link: 'link', device: 'device', xattrs: 'extended attributes' },
    },
    time: 'time',
    kinds: layers.kinds,
    bytes: { same: 'same bytes', unknown: 'bytes not compared' },
    notes: {
      foreign:
        'Layers marked as not distributable: {count}. They lie outside the registry and were not fetched, so the trees are compared without them.',
      fromToc:
        'Layers listed from their table of contents: {count}. The table is the promised one, but the archive’s own headers were not read and may say otherwise.',
      mismatched:
        'Layers that unpack to another diffID than their config says: {count}. A runtime refuses such an image.',
    },
  },
  config: {
    heading: 'What the configs say',
    lead: 'Only what differs. Each pointer leads to the field in the registry desk.',
    label: 'Fields of the configs that differ',
    what: 'Field',
    same: 'The two configs are the same bytes, so every field is equal.',
    equal:
      'Every compared field is equal. The configs still differ in their bytes, in the history, the diffIDs or the order of keys.',
    unknown: 'One of the configs is missing or is no image config, so no fields can be compared.',
    hows: { added: 'only in B', removed: 'only in A', changed: 'changed' },
    absent: 'not set',
    fields: {
      os: {
        name: 'Operating system',
        means: 'Whose system calls the program makes. A kernel of another kind cannot run it.',
      },
      architecture: {
        name: 'Architecture',
        means:
          'Which CPU the programs inside were built for. The field only says so: the machine code is in the layers.',
      },
      variant: {
        name: 'CPU variant',
        means: 'The least the CPU must offer, such as v7 for 32-bit Arm.',
      },
      'os.version': {
        name: 'OS version',
        means: 'On Windows, the build of the host that the image was made for.',
      },
      entrypoint: {
        name: 'Entrypoint',
        means: 'The first words of the command. In a Pod, the field command replaces it.',
      },
      cmd: {
        name: 'Cmd',
        means:
          'Words added after the entrypoint, or the whole command if there is none. In a Pod, the field args replaces it.',
      },
      env: {
        name: 'Environment',
        means: 'Variables that the process starts with, unless the runtime is told otherwise.',
      },
      user: {
        name: 'User',
        means: 'Who the process runs as. Without it, root inside the container.',
      },
      workingDir: {
        name: 'Working directory',
        means: 'Where the process starts, and what relative paths refer to.',
      },
      ports: { name: 'Exposed ports', means: 'A note for people and tools. It opens no port.' },
      volumes: {
        name: 'Volumes',
        means:
          'Paths meant for data that outlives the container. Docker makes a volume for each; the kubelet does not.',
      },
      labels: {
        name: 'Labels',
        means: 'Notes in the config. A changed label changes the ImageID, and no process sees it.',
      },
      stopSignal: {
        name: 'Stop signal',
        means: 'What the runtime sends to ask the process to end. Without it, SIGTERM.',
      },
      healthcheck: {
        name: 'Health check',
        means: 'A field of Docker’s. Kubernetes uses the Pod’s probes instead.',
      },
      created: {
        name: 'Created',
        means: 'When the builder says it was made. A fixed date lets two builds give one digest.',
      },
      author: { name: 'Author', means: 'Whom or what the builder names as the maker.' },
    },
    cut: '{shown} of {whole} characters',
    more: 'Show {count} more differences',
  },
  annotations: {
    heading: 'What the manifests note',
    lead: 'Annotations of the manifest. They are not part of the config, so they leave the ImageID alone.',
    label: 'Annotations that differ',
    name: 'Annotations',
    means: 'A changed annotation changes the manifest’s digest and nothing that runs.',
    same: 'The manifests have the same annotations, or none.',
  },
  history: {
    heading: 'How the history is written',
    lead: 'Builders note each step in their own style. A base image keeps the style of the builder that made it.',
    common: 'Steps that both share, from the first on: {common}.',
    differs: 'The histories differ from the first step on.',
    count: 'Steps: {steps}, of which {layers} made a layer.',
    none: 'This config has no history.',
    styles: {
      buildkit: 'BuildKit’s style, as in # buildkit',
      nop: '/bin/sh -c #(nop), as Docker’s first builder and Buildah write a step that runs nothing',
      shell: 'A shell command, /bin/sh -c',
      empty: 'Nothing said',
      other: 'Words of its own',
    },
    steps: '(× {steps})',
  },
  builders: {
    heading: 'Who built it',
    lead: 'Builders leave marks. Only marks found in these documents are listed, each with its place and the source that explains it.',
    names: {
      buildkit: 'BuildKit',
      buildah: 'Buildah or Podman',
      jib: 'Jib',
      buildpacks: 'Cloud Native Buildpacks',
      kaniko: 'kaniko',
      ko: 'ko',
      umoci: 'umoci',
      apko: 'apko',
      'rules-docker': 'Bazel rules_docker',
      nix: 'Nix dockerTools',
    },
    named: 'left its name',
    fits: 'would fit, but did not leave its name',
    nobody:
      'No mark that names a builder. That proves nothing: marks can be turned off or removed.',
    marks: {
      'buildkit-comment': 'BuildKit’s Dockerfile frontend writes this comment beside every step.',
      'buildkit-exporter':
        'BuildKit’s exporter fills in this comment where a layer has no history of its own.',
      'buildkit-created-by': 'BuildKit ends the text of a step with # buildkit.',
      'buildkit-cache': 'BuildKit’s inline cache is kept in this field of the config.',
      'buildkit-buildinfo':
        'BuildKit 0.10 and 0.11 wrote this field. Provenance attestations replaced it.',
      'buildkit-attestation':
        'BuildKit marks the entries of an index that hold provenance or an SBOM in this way.',
      'buildah-label':
        'Buildah, also inside podman build, writes its version into this label unless told not to.',
      'jib-author': 'Jib names itself as the author of the layers that it adds.',
      'jib-created-by': 'Jib writes the name of its tool here, mostly with a version.',
      'jib-epoch':
        'Jib sets the date to the start of 1970 by default. Every reproducible build may do so.',
      'buildpacks-label':
        'The lifecycle keeps what it needs for rebuilds and rebases in labels of this prefix.',
      'buildpacks-step': 'The lifecycle describes its layers in these words.',
      'buildpacks-entrypoint': 'The lifecycle’s launcher starts the process under this path.',
      'buildpacks-created':
        'The lifecycle sets every date to one second after the start of 1980 by default.',
      'kaniko-author': 'kaniko names itself as the author of its steps.',
      'ko-author': 'ko writes the address of its repository as the author.',
      'ko-step': 'ko writes the command that built the Go program.',
      'umoci-step': 'umoci writes which of its commands made the step.',
      'apko-author': 'apko writes the address of its repository as the author.',
      'apko-step': 'apko names itself as the author of its layers.',
      'rules-docker-step': 'Bazel’s former container rules wrote this text for every image.',
      'nix-created': 'dockerTools sets the date to one second after the start of 1970 by default.',
    },
    source: 'Source:',
    cited: '(not recorded: no image of ours shows it)',
    times: 'Found {times} times; the first is shown.',
    base: 'Several builders can be right at once: layers of a base image keep the marks of whoever built the base.',
  },
  commands: 'The same comparison of the configs, in bash',
  links: { heading: 'Link to this', byName: 'by name', byDigest: 'by digest' },
  sides: { a: 'A', b: 'B' },
} satisfies CompareWords
