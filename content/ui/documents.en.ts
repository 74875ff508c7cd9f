import type { DocumentWords } from '@/components/panels/image/words'
import type { ForeignKind } from '@/lib/oci/recognise'

/** Documents that no registry holds: bundles, what tools print, what archives list. */
export const documentsEn: Record<ForeignKind, DocumentWords> = {
  'runtime-config': {
    name: 'runtime config',
    heading: 'A runtime config: what a low-level runtime is told',
    lead: 'The config.json of a bundle. runc, crun and youki read nothing else: process, mounts, namespaces, limits. It was made from an image config by whoever called the runtime.',
  },
  'runtime-state': {
    name: 'runtime state',
    heading: 'A state: what a low-level runtime says of one container',
    lead: 'Printed by the state operation, and given to hooks on stdin.',
  },
  'cri-container': {
    name: 'CRI container',
    heading: 'A container, as crictl inspect shows it',
    lead: 'status is what CRI promises of every runtime. info is the runtime’s own, here with the runtime config it wrote.',
  },
  'cri-sandbox': {
    name: 'CRI sandbox',
    heading: 'A pod sandbox, as crictl inspectp shows it',
    lead: 'The part of a pod that is made before any container: network namespace, addresses, and in most set-ups a pause container that holds them.',
  },
  'cri-image': {
    name: 'CRI image',
    heading: 'An image, as crictl inspecti shows it',
    lead: 'What the node’s runtime knows of an image it has pulled. The id is the config’s digest, not the manifest’s.',
  },
  'docker-container': {
    name: 'Docker container',
    heading: 'A container, as docker inspect shows it',
    lead: 'What Docker Engine keeps of one container: its state now, and every option it was made with. It is no OCI document.',
  },
  'docker-image': {
    name: 'Docker image',
    heading: 'An image, as docker image inspect shows it',
    lead: 'Docker Engine’s own view. Most of it comes from the image config; names and digests come from the pull.',
  },
  'docker-archive': {
    name: 'archive list',
    heading: 'The manifest.json of a Docker archive: a list, no image manifest',
    lead: 'It pairs a config and layers by file name. No digest of its own, no sizes, no media types: whoever loads it has to compute them.',
  },
  layout: {
    name: 'layout mark',
    heading: 'The oci-layout file: this folder is an image layout',
    lead: 'One field. Its version is that of the layout’s form, and still 1.0.0.',
  },
  statement: {
    name: 'in-toto statement',
    heading: 'An in-toto statement: somebody claims something about a digest',
    lead: 'The subject says about what, the predicate says what. Nothing here proves who wrote it: that is the work of the envelope around it.',
  },
  envelope: {
    name: 'DSSE envelope',
    heading: 'A DSSE envelope: a payload and who signed it',
    lead: 'The payload stands in base64, so that the signed bytes survive every JSON printer. Showing it verifies nothing.',
  },
  kubernetes: {
    name: 'Kubernetes object',
    heading: 'A Kubernetes object, also called a manifest',
    lead: 'Another manifest than an image’s: this one tells the API server what you want. Below the kubelet nobody sees it; the CRI calls made from it arrive there.',
  },
}
