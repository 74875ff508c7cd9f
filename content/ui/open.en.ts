import type { OpenWords } from '@/components/panels/open/words'

export const openEn: OpenWords = {
  drop: {
    heading: 'Open a file',
    says: 'Drop an image archive, a layout folder or a JSON file here',
    over: 'Let go to open it',
    file: 'Choose a file',
    folder: 'Choose a folder',
    paste: 'Paste JSON',
    pasteLabel: 'JSON: a manifest, an index, a config, what crictl, docker or runc printed',
    pasteHint: 'Up to 4 MiB, read as it is.',
    pasteSubmit: 'Read it',
    stays:
      'What you open stays in this browser. It is read in place, by a worker of this page, and nothing of it is sent anywhere.',
    loading: 'Loading what reads it …',
    ready: 'Everything needed is loaded. You can switch the network off now and see for yourself.',
    failed:
      'What reads the file could not be loaded. Is the network there? Touch the form to try again.',
    noScript:
      'Opening a file needs JavaScript. What each file is, and what you would see, stands below.',
  },
  samples: {
    heading: 'Nothing at hand? Open the recorded hello image',
    docker: 'as docker save writes it',
    oci: 'as an OCI archive',
    runtime: 'the config.json umoci makes of it',
  },
  state: {
    unpack: 'Unpacking: {done} of {total}',
    index: 'Looking for files: {files} so far, {done} of {total}',
    hash: 'Hashing: {files} files done, {done} of {total}',
    reading: 'Reading …',
    stop: 'Stop',
    stopped: 'Stopped.',
    close: 'Close it',
  },
  is: {
    name: 'archive',
    heading: 'What is it?',
    forms: {
      'docker-archive':
        'A Docker archive: manifest.json names a config and layers by file name. It holds no image manifest.',
      'oci-layout':
        'An OCI image layout: index.json names manifests by digest, and everything lies in blobs under its own hash.',
      'docker-save':
        'Both at once, as docker save writes since version 25: an OCI image layout, and a manifest.json for tools that know only the old form. Both point at the same blobs.',
      dir: 'A folder as skopeo’s dir: transport writes it: one real image manifest, and its blobs beside it under their hex digests.',
    },
    facts: '{name}: {size}, {files} files',
    folder: 'folder',
    packed:
      'It was compressed as a whole ({what}), so it had to be unpacked before anything could be found in it.',
    evidence: 'Told by',
    findings: 'What is odd',
    text: 'Pasted text',
  },
  findings: {
    'layout-missing': {
      says: 'index.json is there, oci-layout is not.',
      so: 'The spec wants that file; strict tools will not take this for a layout.',
    },
    'layout-version': {
      says: 'oci-layout says version {version}.',
      so: 'The only version there is is 1.0.0, also in image-spec 1.1.',
    },
    'both-forms': {
      says: 'Two lists name the images: index.json and manifest.json.',
      so: 'A tool reads one of them. Should they disagree, two tools load two images.',
    },
    'names-nothing': {
      says: 'The list of images is empty.',
      so: 'The archive is sound, yet loading it loads nothing. Was an image named when it was saved?',
    },
    'no-name': {
      says: 'The image has no name: RepoTags is empty.',
      so: 'docker load gives it only its ID. That happens when an image is saved by ID instead of by name.',
    },
    'blob-missing': {
      says: 'Named, but not in the archive: {digest} ({count} in all).',
      so: 'For an index that is common: one platform was saved, the others are only named. A missing layer makes the image useless.',
    },
    'file-missing': {
      says: '{by} names a file that is not there: {path}.',
      so: 'The image cannot be loaded. Was the archive cut, or packed by hand?',
    },
    'size-mismatch': {
      says: '{digest} should have {want} bytes and has {got}.',
      so: 'A client stops here, before it hashes anything.',
    },
    'not-json': {
      says: '{path} is no JSON.',
      so: 'What it should have named cannot be found.',
    },
    'diff-count': {
      says: '{layers} layers, {diffIds} diffIDs.',
      so: 'Both lists are paired by position, so one entry too many shifts all that follow.',
    },
    'layer-links': {
      says: 'Layers that are links: {count}, the first at {path}.',
      so: 'The old form gives each layer a folder. A layer that occurs twice, or lies elsewhere, is a symbolic link to the file that has the bytes.',
    },
    repositories: {
      says: 'There is a file named repositories.',
      so: 'The first form of docker save listed names there, and for each the ID of its top layer’s folder. manifest.json took its place.',
    },
    'unnamed-blobs': {
      says: 'Blobs that no image here names: {count}, {bytes} bytes.',
      so: 'Allowed: a layout may hold more than it lists. They cost space, and loading ignores them.',
    },
    'duplicate-path': {
      says: 'The path {path} stands there more than once.',
      so: 'The last one counts here, as when tar unpacks. A tool that takes the first sees another image.',
    },
    'unsafe-path': {
      says: 'The path {path} leads out of the folder.',
      so: 'Unpacked carelessly it would overwrite a file elsewhere. It is not looked at here.',
    },
  },
  image: {
    name: 'image',
    heading: 'Which names does the image have here?',
    lead: 'The config’s digest is the same wherever the image is stored. The manifest’s digest is not: it covers how the layers are compressed.',
    choose: 'Images in it: {count}',
    none: 'It names no image.',
    noName: 'no name',
    attestation: 'attestation',
    more: 'Show {count} more',
    config: 'Config digest, the image ID',
    configWhy:
      'The hash of the config’s bytes. It names the unpacked layers, so compressing them anew changes nothing.',
    manifest: 'Manifest digest',
    manifestWhy: 'The hash of the manifest’s bytes. A registry pulls by this one.',
    manifestNone:
      'None. A Docker archive has no image manifest. Whoever pushes it makes one, and its digest depends on how the pusher compresses.',
    manifestDir: 'manifest.json is the manifest itself, so its hash is the digest.',
    index: 'Index digest',
    indexWhy:
      'The hash of the index that lists the platforms. A tag of a multi-platform image leads to this one.',
    names: 'Names',
    from: 'named by {via}',
  },
  layers: {
    name: 'layers',
    heading: 'Are the layers what they claim to be?',
    lead: 'A layer is hashed twice: as it is stored, and unpacked. From the second hash of each come the chainIDs, by which engines name stacks of layers.',
    table: 'The layers, hashed',
    number: 'Layer',
    stored: 'Stored as',
    digest: 'Stored bytes hash to',
    diffId: 'Unpacked they hash to',
    chainId: 'ChainID',
    missing: 'not in the archive',
    linked: 'by a link',
    noDigest: 'nothing says',
    match: 'as promised',
    mismatch: 'not as promised',
    unchecked: 'not hashed yet',
    noPromise: 'nothing to compare with',
    none: 'No layers are named.',
  },
  check: {
    start: 'Hash all {count} files ({size})',
    all: 'All {count} files hash to what is said of them.',
    some: '{good} of {count} files hash to what is said of them.',
    bad: 'Not as promised',
    row: '{path} should hash to {want} and hashes to {got}.',
    why: 'Anyone can write these files. The hashes say that they belong together, not who made them.',
  },
  lists: {
    'index.json': {
      heading: 'index.json: what the layout lists',
      lead: 'An image index, only without a digest: nothing names it, so it may change whenever an image is added.',
    },
    'manifest.json': {
      heading: 'manifest.json: what the archive lists',
      lead: 'No image manifest, in spite of its name: a list that pairs one config with its layers by file name.',
    },
  },
  document: {
    heading: 'What is it?',
    evidence: 'Told by its fields',
    lead: 'The digest is the hash of the bytes as you gave them. A space more, and it is another.',
    configDigest: 'If this is a config exactly as stored, its digest is the image ID.',
  },
  files: {
    heading: 'No image in it',
    archive:
      'This is a tar, but neither manifest.json nor index.json is in it. It may be a layer, or a root filesystem.',
    folder: 'This folder has neither index.json nor manifest.json.',
    first: 'The first files',
    try: 'A folder: choose the one that holds oci-layout, not blobs below it or a folder above. A root filesystem: docker import makes an image of it.',
  },
  foreign: {
    bzip2: {
      says: 'This is compressed with bzip2.',
      try: 'No image format uses it. Unpack it with bunzip2 and open what comes out.',
    },
    xz: {
      says: 'This is compressed with xz.',
      try: 'No image format uses it any more. Unpack it with unxz and open what comes out.',
    },
    zip: {
      says: 'This is a zip.',
      try: 'Images do not come as zip. Unpack it and open the tar or the folder inside. A .jar or an .apk is a zip, too.',
    },
    '7z': {
      says: 'This is a 7z archive.',
      try: 'Unpack it and open the tar or the folder inside.',
    },
    rar: {
      says: 'This is a RAR archive.',
      try: 'Unpack it first; the tar or folder that comes out can be opened.',
    },
    png: {
      says: 'This is a PNG: a picture, not a container image.',
      try: 'docker save app:1 -o app.tar writes an image that can be opened here.',
    },
    jpeg: {
      says: 'This is a JPEG: a photograph, not a container image.',
      try: 'skopeo copy docker://alpine oci-archive:alpine.tar fetches an image that can be opened here.',
    },
    gif: {
      says: 'This is a GIF: a picture, not a container image.',
      try: 'Save a container image with docker save or podman save, and open that.',
    },
    pdf: { says: 'This is a PDF.', try: 'Choose the archive that docker save wrote.' },
    elf: {
      says: 'This is a Linux program (ELF).',
      try: 'A program alone is no image. Build one with it (FROM scratch, COPY) and save that.',
    },
    wasm: {
      says: 'This is a WebAssembly module.',
      try: 'To look at it as an artifact, push it with oras or wkg and open the registry’s manifest.',
    },
    qcow2: {
      says: 'This is a disk of a virtual machine (qcow2).',
      try: 'It holds a whole disk with partitions. A container image is a stack of tars: save one with docker save.',
    },
    vmdk: {
      says: 'This is a disk of a virtual machine (VMDK).',
      try: 'A container image has no disk. Save one with podman save and open that.',
    },
    vhdx: {
      says: 'This is a disk of a virtual machine (VHDX).',
      try: 'Windows containers use such disks below, but images travel as tars: docker save writes one.',
    },
    iso: {
      says: 'This is an image of a disc (ISO 9660).',
      try: 'The same word for another thing. A container image comes from docker save or skopeo copy.',
    },
    squashfs: {
      says: 'This is a SquashFS file system.',
      try: 'Singularity and snaps use it. skopeo copy … oci-archive:app.tar gives the OCI form.',
    },
    sqlite: {
      says: 'This is an SQLite database.',
      try: 'Podman keeps its state in one. Save the image with podman save instead.',
    },
    deb: {
      says: 'This is a Debian package.',
      try: 'It is installed into an image, it is none. Open the image that was built with it.',
    },
    rpm: {
      says: 'This is an RPM package.',
      try: 'It is installed into an image, it is none. Open the archive that buildah push oci-archive:… writes.',
    },
    pem: {
      says: 'This is PEM: a certificate or a key.',
      try: 'If it is a private key, do not drop it on web pages, this one included. Nothing was sent.',
    },
    html: {
      says: 'This is a web page (HTML).',
      try: 'Often a login page that was saved in place of JSON. Fetch it again with the right credentials.',
    },
    yaml: {
      says: 'This looks like YAML.',
      try: 'crictl prints JSON with -o json, kubectl too. Open that.',
    },
    dockerfile: {
      says: 'This is a Dockerfile: the recipe, not the dish.',
      try: 'Build it, then open the result: docker buildx build --output type=oci,dest=app.tar .',
    },
    text: {
      says: 'This is plain text, and no JSON.',
      try: 'skopeo inspect --raw prints a manifest, crictl inspect a container, both as JSON.',
    },
    binary: {
      says: 'These bytes have no form known here.',
      try: 'The command file tells more. If it should be an archive, compare its SHA-256 with the original.',
    },
    empty: {
      says: 'There is nothing in it.',
      try: 'A full disk, or a save that failed, leaves such a file. Save it again.',
    },
  },
  inside: {
    missing:
      'Layer {n} is not in the archive, so the files of this image cannot be shown. Save it again, with all its layers.',
  },
  notHere: 'Each layer is hashed from the file you opened: see the table of layers above.',
  what: {
    name: 'forms',
    heading: 'What can be opened, and which command makes it?',
    lead: 'An image leaves a machine in one of a few forms. They hold the same config and the same files, and still differ in what has a digest.',
    columns: { what: 'Form', command: 'Made by', holds: 'What is in it' },
    rows: [
      {
        name: 'Docker archive',
        commands: [
          'docker save app:1 -o app.tar',
          'podman save app:1 -o app.tar',
          'skopeo copy docker://… docker-archive:app.tar',
        ],
        holds:
          'manifest.json (a list, no image manifest), the config as <hash>.json, each layer as an unpacked tar, and a folder of the old form for each layer, with VERSION, json and layer.tar. Docker wrote it until version 24, podman and skopeo still do.',
      },
      {
        name: 'Docker archive with a layout in it',
        commands: ['docker save app:1 -o app.tar'],
        holds:
          'The same command since Docker 25 (January 2024): an OCI image layout, and manifest.json beside it whose paths lead into blobs/.',
      },
      {
        name: 'OCI archive',
        commands: [
          'skopeo copy docker://… oci-archive:app.tar',
          'podman save --format oci-archive -o app.tar app:1',
          'docker buildx build --output type=oci,dest=app.tar .',
        ],
        holds:
          'A tar of an image layout: oci-layout, index.json, and blobs/sha256/ with manifest, config and layers, each under its hash, layers compressed as they were pushed. A .tar.gz opens, too.',
      },
      {
        name: 'OCI layout, a folder',
        commands: [
          'skopeo copy docker://… oci:app:1',
          'umoci init --layout app',
          'oras copy --to-oci-layout … app:1',
        ],
        holds: 'The same, not packed. Drop the folder that holds oci-layout, or choose it.',
      },
      {
        name: 'skopeo’s dir',
        commands: ['skopeo copy docker://… dir:app'],
        holds:
          'A folder with the image’s real manifest as manifest.json, and its blobs beside it. For looking and signing; no engine loads it.',
      },
    ],
    jsonHeading: 'JSON that is explained field by field',
    json: [
      {
        name: 'Of an image',
        commands: ['skopeo inspect --raw docker://…', 'skopeo inspect --config --raw docker://…'],
        holds: 'An index, a manifest, a config, a schema 1 manifest.',
      },
      {
        name: 'Of a bundle',
        commands: [
          'runc spec',
          'cat /run/containerd/io.containerd.runtime.v2.task/k8s.io/<id>/config.json',
          'runc state <id>',
        ],
        holds: 'The runtime config that a low-level runtime is given, and the state it reports.',
      },
      {
        name: 'Of a node',
        commands: [
          'crictl inspect <container>',
          'crictl inspectp <pod>',
          'crictl inspecti <image>',
        ],
        holds: 'What the runtime tells the kubelet of a container, a pod sandbox, an image.',
      },
      {
        name: 'Of Docker',
        commands: ['docker inspect <container>', 'docker image inspect app:1'],
        holds: 'Docker Engine’s own view of a container or an image.',
      },
      {
        name: 'Of a claim',
        commands: ['cosign download attestation app:1'],
        holds: 'A DSSE envelope, or the in-toto statement inside.',
      },
    ],
  },
  example: {
    name: 'example',
    heading: 'One image, two archives: which digest is the same?',
    lead: 'The recorded hello image (linux/amd64) was saved twice by skopeo. This is what the two files hold.',
    caption: 'The same image in both archives',
    rows: {
      config: 'Config digest',
      manifest: 'Manifest digest',
      layers: 'Layers as stored',
      names: 'Named by',
    },
    docker: 'Docker archive',
    oci: 'OCI archive',
    noManifest: 'No manifest is in it.',
    madeUp: 'skopeo makes one up when it reads the archive, and that one hashes to {digest}.',
    unpacked: 'unpacked, so the hash of each is its diffID',
    packed: 'compressed as pushed, so the hash of each is another than its diffID',
    so: [
      'The config is the same, byte for byte, so the image ID is the same. It names the layers by diffID, and unpacking gives the same files.',
      'The manifest is another. It names the layers as they are stored, and these differ: unpacked in one archive, gzip in the other. So “is it the same image?” has two honest answers, and a digest pinned in a pod spec only fits one of them.',
    ],
    download: 'Download it',
    recorded: 'Recorded {date} with {tool}.',
  },
}
