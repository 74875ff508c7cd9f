import type { ViewWords } from '@/components/views/words'

export const viewsEn = {
  landing: {
    title: 'Kubernetes cannot start a container.',
    lead: 'It asks. Below the kubelet, a runtime pulls an image, unpacks it, and starts a process. This site shows who does what, with the real bytes on the page.',
    manifestTitle: 'This is an image.',
    manifestCaption:
      'The manifest of {reference}, byte for byte, recorded {date}. It holds no files. It names them by their hashes.',
    live: 'Now look at one of yours.',
    liveLabel: 'Image reference',
    liveButton: 'Fetch it live',
    notes: {
      config: 'How to run it: one JSON file with the command, the user and the environment.',
      layers: 'The files: tar archives, applied in this order.',
      digest: 'The hash of the bytes it names. Change one byte there and this name no longer fits.',
      whole:
        'The hash of the {bytes} bytes above. That is the name of this manifest, on every registry.',
    },
    howTitle: 'Nothing here asks for your trust',
    how: [
      {
        term: 'The bytes as they came',
        text: 'A panel shows what the registry sent, and your own browser recomputes the hash.',
      },
      {
        term: 'The real conversation',
        text: 'Each request and answer is on the page: the 401, the token, the redirect.',
      },
      {
        term: 'Works without a network',
        text: 'Every panel starts from a recording made by a script in the repository. Live is one tap more.',
      },
    ],
    chaptersTitle: 'Chapters',
    start: 'Start reading',
  },
  chapter: {
    contents: 'On this page',
    questions: 'Questions this chapter answers',
    objectives: 'After it you can',
    keypoints: 'What to keep',
    minutes: '{teach} min to read or teach, {exercise} min to try',
    spec: 'Reads from',
    previous: 'Previous',
    next: 'Next',
    copy: 'Copy',
    copied: 'Copied',
    facilitator: 'For the facilitator',
    part: 'Part',
  },
  learn: {
    title: 'Chapters',
    lead: 'In the order of the story, from the image to the process. Each chapter answers one question.',
  },
  desk: {
    title: 'Registry desk',
    lead: 'Type an image reference. See how it is read, what the registry says, and what each field of the answer means.',
    compare: 'Compare two images',
    errors: 'Error lab: see every failure played',
    artifacts: 'Signatures, SBOMs, charts: what hangs together',
    open: 'Open your own archive or JSON',
  },
  open: {
    title: 'Open your own',
    lead: 'An image archive, a layout folder, or the JSON that a tool printed: told what it is, checked by its hashes, explained field by field. It stays in your browser.',
  },
  compare: {
    title: 'Compare two images',
    lead: 'Which layers they share, what their configs say differently, what a pull costs, and who built them.',
  },
  artifacts: {
    title: 'What hangs together',
    lead: 'An image as a graph, with the attestations, signatures and SBOMs that refer to it: found by every way there is, opened and explained. Helm charts and other artifacts too.',
  },
  licences: {
    title: 'Licences',
    lead: 'Use it, change it, teach with it. Say where it came from.',
    rows: [
      {
        what: 'Code',
        licence: 'Apache License 2.0',
        href: 'https://www.apache.org/licenses/LICENSE-2.0',
        who: 'Below the Kubelet contributors',
      },
      {
        what: 'Text and drawings',
        licence: 'Creative Commons Attribution 4.0',
        href: 'https://creativecommons.org/licenses/by/4.0/',
        who: 'Below the Kubelet contributors',
      },
      {
        what: 'Fonts: IBM Plex Sans KR and IBM Plex Mono, subset',
        licence: 'SIL Open Font License 1.1',
        href: '/fonts/OFL.txt',
        who: '© 2017–2018 IBM Corp.',
      },
      {
        what: 'Recorded images',
        licence: 'Apache License 2.0',
        href: 'https://www.apache.org/licenses/LICENSE-2.0',
        who: 'Built by scripts in the repository, from its own sources',
      },
    ],
  },
  notFound: {
    title: 'There is no page at this address.',
    text: 'Check the spelling, or start from the list of chapters.',
    home: 'Go to the first page',
  },
} satisfies ViewWords
