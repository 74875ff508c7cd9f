import type { ActorRole, Tone } from '@/components/diagrams/scenario-player/model'
import type { Locale } from '@/lib/i18n/locale'
import type { KillTrial } from '@/lib/recordings/engine'
import type { Stage, TraceTag } from '@/lib/recordings/runtime'

export type Text = Record<Locale, string>
/** What stands on an arrow: as it was called in both languages, or prose in each. */
export type Label = string | Text

/** Where in a recording of the CRI something stands; the first that fits is meant. */
export type Pointer =
  // the request or the answer of a call, as JSON and as the bytes of its fields
  | { of: 'call'; method: string; says?: string; part: 'request' | 'response' | 'status' }
  // processes, mounts or a folder after a call
  | { of: 'stage'; name: string; show: 'processes' | 'mounts' }
  // what a CNI plugin was given and answered
  | { of: 'cni'; plugin: string; command: 'ADD' | 'DEL'; show: 'env' | 'stdin' | 'stdout' }
  // a program that was executed: all words must stand in its command line
  | { of: 'execve'; program: string; words: string[]; nth?: number }
  // requests to the registry, by what their URL has
  | { of: 'registry'; url: string; statusIs: number }
  // a part of config.json, by JSON Pointer
  | { of: 'bundle'; what: 'sandbox' | 'container'; at: string }
  // lines of the container's log
  | { of: 'log' }

/** What containerd and its shim say to each other; `during` is a call of the CRI, the first that succeeds. */
export type ShimPointer =
  // what the shim's program is given when it starts a shim, and what it prints
  | { of: 'shim-run'; part: 'stdin' | 'stdout' }
  // a request over ttrpc, as JSON and as the bytes of its frame
  | { of: 'shim-call'; method: string; during: string }
  | { of: 'containerd-events'; during: string }

/** The same in a recording of a low-level runtime. */
export type RuntimePointer =
  // a command that was typed, and what followed
  | {
      of: 'runtime'
      stage: Stage['name']
      show: 'command' | 'state' | 'stateError' | 'process' | 'namespaces' | 'files' | 'cgroup'
    }
  // system calls with one of these tags, in order
  | {
      of: 'trace'
      during: 'create' | 'start'
      tags: TraceTag[]
      calls?: string[]
      /** names of processes, as they were at the call */
      by?: string[]
      /** one of these has to stand in the arguments */
      has?: string[]
      /** only what comes before, or after, the first call of that name */
      before?: string
      after?: string
    }
  | { of: 'hooks' }
  // a part of config.json, by JSON Pointer
  | { of: 'config'; at: string }

/** The same in a recording of an engine. */
export type EnginePointer =
  // what was there when a part was killed, or what a command said of it
  | {
      of: 'trial'
      trial: string
      moment: KillTrial['moments'][number]['name']
      show: 'processes' | 'docker ps' | 'docker exec' | 'docker run' | 'ctr'
    }
  // the same between `docker run` and `docker rm`; a command by how it begins
  | { of: 'engine'; stage: string; show: string }
  // a program that was executed, in a trial or without one
  | { of: 'programs'; trial?: string; program: 'runc' | 'shim'; words: string[] }
  // a request to dockerd; of its body only these fields
  | {
      of: 'api'
      command: string
      method: string
      url: string
      statusIs: number
      part: 'request' | 'response' | 'frames'
      fields: string[]
    }
  | { of: 'events'; topics: string[] }

/** The same in a recorded conversation of a registry's client: one request and its answer. */
export type HttpPointer = {
  of: 'http'
  conversation: string
  method: string
  /** has to stand in the URL */
  url: string
  statusIs: number
  /** has to be a header of the request: `Content-Range: 256-511` */
  sends?: string
  /** index of the command that it was part of; any unless told */
  command?: number
  /** part of the upload of the blob with this digest */
  into?: string
  /** how lines begin that are to be looked at, of either side: a method, a header, a name in JSON */
  marks?: string[]
  /** only one value of the answer's JSON, by JSON Pointer */
  at?: string
}

/** Makes pointers into one conversation. */
export function exchangesIn(conversation: string) {
  type More = Pick<HttpPointer, 'sends' | 'command' | 'into' | 'marks' | 'at'>
  return (method: string, url: string, statusIs: number, more: More = {}): HttpPointer => ({
    ...{ of: 'http', conversation, method, url, statusIs },
    ...more,
  })
}

/** What was typed to have that conversation, and what there was before. */
export type HttpCommand = { of: 'typed'; conversation: string; command?: number }

/** How many bytes each blob was said to have, and how many came. */
export type HttpSizes = { of: 'sizes'; conversation: string; manifest: string }

/** A story told in two languages, each step with a place in a recording that proves it. */
export type ScenarioSource =
  | Story<'cri', Pointer | ShimPointer>
  | Story<'runtime', RuntimePointer>
  | Story<'engine', EnginePointer>
  | Story<'http', HttpPointer | HttpCommand | HttpSizes>

type Story<Kind, Where> = {
  id: string
  /** of the recording */
  kind: Kind
  /** a folder in content/recordings */
  recording: string
  title: Text
  /** whose versions to name; the first two of the recording unless told */
  tools?: string[]
  actors: { id: string; name: Text; role: ActorRole; note?: string }[]
  steps: {
    from: string
    to: string
    call: Label
    answer?: { text: Label; tone: Tone }
    words: Text
    evidence: Where[]
  }[]
}
