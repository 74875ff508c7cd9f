import type { IdentityWords } from '@/components/panels/identity-map/words'

export const identity = {
  name: 'digests',
  heading: 'Six kinds of names, and what each one hashes',
  lead: 'Index digest, manifest digest, image ID, layer digest, diffID, chainID: all look alike, all are SHA-256, and none can stand for another. Each arrow leads from a name to what was hashed to make it.',
  none: 'No document is on screen yet.',
  picture: 'Names in this image, from the tag’s document down to the layers',
  hint: 'Point at a name, or tap it, to see how it is computed.',
  columns: {
    index: 'Index',
    manifest: 'Manifest',
    config: 'Config',
    computed: 'In no document: computed',
  },
  captions: {
    layer: 'layers: hash of each blob as stored',
    diffId: 'rootfs.diff_ids: hash of the same layer, unpacked',
    chainId: 'hash of the names, from the bottom up to here',
  },
  names: { manifest: 'manifests: names this platform’s', config: 'config: names the config' },
  others: 'and {count} others',
  more: 'Show {count} more layers',
  kinds: {
    index: {
      name: 'Index digest',
      how: 'The hash of the index document’s bytes, exactly as the registry sends them. It covers every platform, since the index holds the digest of every manifest.',
      formula: '{algorithm}(index document, {size} bytes)',
      where: 'In no document of the image. The registry answers with it when asked for the tag.',
    },
    manifest: {
      name: 'Manifest digest',
      how: 'The hash of the manifest’s bytes. It covers one platform: the config’s digest and every layer’s digest stand in those bytes.',
      formula: '{algorithm}(manifest document, {size} bytes)',
      where: 'In the index, in manifests[].digest. Without an index, the tag leads straight to it.',
    },
    config: {
      name: 'Config digest = image ID',
      how: 'The hash of the config’s bytes. The image spec calls it the image ID. How the layers are compressed does not show in it: the same image with gzip and with zstd layers has two manifests and one image ID.',
      formula: '{algorithm}(config document, {size} bytes)',
      where: 'In the manifest, in config.digest.',
    },
    layer: {
      name: 'Layer {n}: digest',
      how: 'The hash of the layer as it is stored and sent, compression included. Compressed again, the same files get another digest.',
      formula: '{algorithm}(layer blob, {size} bytes)',
      where: 'In the manifest, in layers[].digest, and in the address of the download.',
    },
    diffId: {
      name: 'Layer {n}: diffID',
      how: 'The hash of the same layer unpacked: of the tar archive, before compression. So it stays when only the compression changes.',
      formula: '{algorithm}(unpack(layer {n}))',
      where: 'In the config, in rootfs.diff_ids[].',
    },
    chainId: {
      name: 'Layers 1–{n}: chainID',
      how: 'The hash of a line of text: the chainID of layers 1–{below}, one space, the diffID of layer {n}. It names the stack, not the layer: another base changes every chainID above it, and no diffID.',
      formula: 'sha256("{text}")',
      where:
        'In no document. A runtime computes it, and containerd and Docker keep unpacked layers by it.',
    },
  },
  bottom: {
    name: 'Layer 1: chainID',
    how: 'Nothing lies below the first layer, so its chainID is its diffID, not hashed once more.',
    formula: '{text}',
  },
  explained: {
    heading: 'How it is made:',
    where: 'Written:',
    copy: { copy: 'Copy', done: 'Copied', manual: 'Selected: press Ctrl+C or ⌘C' },
  },
  live: {
    working: 'Fetching and hashing…',
    bytesMatch: 'Computed here just now, from the {size} bytes on this page: the same.',
    bytesMismatch: 'Computed here just now, from the bytes on this page: not the same.',
    textMatch: 'Computed here just now, from the text in quotes: the same.',
    textMismatch: 'Computed here just now, from the text in quotes: not the same.',
    same: 'There is nothing to compute.',
    cannot: 'This site does not compute {algorithm}, so the name is shown and not checked.',
    built: 'Checked when this page was made. With JavaScript, your browser computes it again.',
    unpack: 'This needs the unpacked layer. The documents above promise it; they cannot prove it.',
    fetch: 'Fetch the layer ({size} bytes) and hash it here',
    blobMatch: 'Fetched and hashed here, {size} bytes: the same.',
    blobMismatch: 'Fetched and hashed here, {size} bytes: not the same.',
    diffMatch:
      'Fetched ({blob} bytes, digest right), unpacked to {unpacked} bytes, hashed here: the same.',
    diffMismatch:
      'Fetched ({blob} bytes, digest right), unpacked to {unpacked} bytes, hashed here: not the same.',
    notHere:
      'Not computed here: this site holds no layers of this image. On your own machine, pipe the blob through sha256sum, and for the diffID through gunzip first.',
    large: 'Not computed here: the layer is larger than {limit}.',
    zstd: 'Not computed here: the layer is compressed with zstd, and browsers unpack only gzip and deflate by themselves. On your own machine: zstd -dc layer | sha256sum.',
    unknown: 'Not computed here: the layer’s media type names no compression known to this site.',
  },
  list: 'All names as a list, with how each is made',
  tools: {
    heading: 'Where each tool prints which',
    lead: 'The same word means different digests in different tools. We ran each on the recorded image hello and checked every digest in its output. The column “Here” shows what would stand there for the image on screen. Where a tool prints an index digest, it prints the manifest digest of an image without an index. A name in a dashed frame looks alike and is none of the image’s: the tool gave it.',
    command: 'Command',
    field: 'Where it stands',
    meaning: 'What it is',
    here: 'Here',
    whole: 'the whole output',
    groups: {
      classic: {
        name: 'Docker, classic image store.',
        note: 'The only store before; kept by hosts that were upgraded to Docker Engine 29.',
      },
      containerd: {
        name: 'Docker, containerd image store.',
        note: 'The default on fresh Linux installs since Docker Engine 29.0 (2025-11-10). IMAGE ID changed its meaning here, and older answers on the web did not.',
      },
      node: {
        name: 'On a Kubernetes node, with containerd.',
        note: 'crictl asks over the CRI, ctr and nerdctl speak to containerd itself: in the namespace k8s.io all three see the same images. IMAGE ID is the image ID in crictl and the index digest in nerdctl, whose inspect has the image ID as Id.',
      },
      storage: {
        name: 'CRI-O, Podman, Buildah.',
        note: 'They share one kind of store. Here crictl asks CRI-O. Beside the image ID, the tools disagree on which digest to show, even Podman with itself.',
      },
      registry: { name: 'Asking the registry, nothing pulled.', note: '' },
    },
    meanings: {
      top: 'index digest',
      manifest: 'manifest digest',
      config: 'image ID',
      layers: 'layer digests',
      diffIds: 'diffIDs',
      chainIds: 'chainIDs',
      topChainId: 'top chainID',
    },
    own: {
      cacheId: {
        name: 'cache ID',
        how: 'A random name for the folder of each unpacked layer.',
      },
      storageLayer: {
        name: 'storage layer ID',
        how: 'sha256 over the ID below, a plus, the diffID; no chainID. The lowest layer’s is its diffID.',
      },
      v1Id: {
        name: 'v1 ID',
        how: 'From Docker’s first format. A folder’s name, made only for the archive.',
      },
    },
    noIndex: 'manifest digest',
    ran: 'Run on {date}: {programs}.',
    only: 'Only {programs}',
    nothing: 'none',
    more: 'and {count} more',
  },
} satisfies IdentityWords
