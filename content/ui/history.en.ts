import type { HistoryWords } from '@/components/panels/history-aligner/words'

export const history = {
  name: 'history',
  heading: 'Which step made which layer',
  lead: 'The config keeps two lists: history, the build steps, and rootfs.diff_ids, the layers. They differ in length. Steps like ENV or USER change only the config; they are marked empty_layer and have no layer. So a step finds its layer by counting only the steps without that mark.',
  spec: 'image-spec v1.1.1, config.md',
  none: 'There is no image config with layers on screen.',
  pairing: {
    label: 'Pair steps with layers',
    flag: 'by empty_layer',
    position: 'by position: repeat the famous mistake',
  },
  says: {
    flag: 'Each unmarked step takes the next layer.',
    mistake: 'Paired by position instead, {wrong} of {count} steps would be told wrong.',
    position:
      'Step 1 with layer 1, step 2 with layer 2, as if every step made a layer. Docker Hub’s own API was reported to do it (docker/hub-feedback #2520, April 2026). {wrong} of {count} steps are wrong now.',
    positionRight:
      'No step here is marked empty_layer, so both ways agree: this is how the mistake stays hidden until another image comes.',
  },
  step: 'Step',
  made: 'What the builder wrote: created_by',
  layer: 'Layer',
  size: 'Bytes',
  digest: 'Digest',
  empty: 'empty_layer',
  noCommand: 'created_by is empty',
  noStep: 'No step tells how this layer was made.',
  noLayer: 'no layer left',
  nothing: 'none',
  layerName: 'layer {n}',
  wrong: 'Wrong: it made layer {n}.',
  wrongNone: 'Wrong: it made no layer.',
  more: 'Show more rows, {count} are left',
  whole: '(all {count} characters)',
  findings: {
    missing:
      'This config has no history. The spec allows it; nobody can tell then from the image how its layers were made.',
    short:
      'Only {filled} steps claim a layer, and there are {layers} layers. The last ones stand alone below: which step is missing cannot be known, so the pairs above may be shifted too.',
    long: '{filled} steps claim a layer, and there are only {layers} layers. A step lacks its empty_layer mark, or a layer was taken away; from there on the pairs cannot be trusted.',
    layers:
      'The manifest names {manifest} layers and the config {config} diffIDs. A runtime refuses such an image.',
  },
} satisfies HistoryWords
