import { expect, test } from 'vitest'
import { encodeFrame, framesIn } from '../containerd/frame.ts'
import {
  decodeMessage,
  encodeMessage,
  methodSchema,
  openAnys,
  payloadOf,
  typeInAny,
} from '../containerd/message.ts'
import { readCri } from './cri.ts'
import { readShim, type ShimCall } from './shim.ts'

const { runs, calls, events } = await readShim('cri-containerd')
const { calls: asked, execve } = await readCri('cri-containerd')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

type Message = Record<string, unknown>
type Any = { type_url: string; value: string }

/** Each Any in a message as it is on the wire. */
function* anysIn(value: unknown): Generator<Any> {
  if (typeof value !== 'object' || value === null) return
  if ('type_url' in value) yield value as Any
  else for (const each of Object.values(value)) yield* anysIn(each)
}

/** Decodes what must come out of its JSON as the same bytes; the Anys in it too. */
function roundTrip(bytes: Uint8Array, type: string): Message {
  const { json } = decodeMessage(bytes, type)
  expect(encodeMessage(json, type), type).toEqual(bytes)
  for (const { type_url: url, value } of anysIn(json)) {
    const inner = typeInAny(url)
    if (inner) roundTrip(bytesOf(value ?? ''), inner)
  }
  return json
}

const whole = ({ bytes }: { bytes: string }) => {
  const [frame, ...more] = framesIn(bytesOf(bytes))
  if (!frame || more.length > 0) throw new Error('not one frame')
  return frame
}

test('each frame is what was decoded of it, and comes out of it as the same bytes', () => {
  for (const { seq, stream, service, method, metadata, request, response } of calls) {
    const types = methodSchema(service, method)
    const frame = whole(request)
    expect(encodeFrame(frame)).toEqual(frame.bytes)
    expect(frame).toMatchObject({ stream, type: 'request', flags: 0 })
    const said = roundTrip(frame.data, 'Request')
    expect(said, `${seq}`).toMatchObject({ service, method })
    const pairs = (said.metadata ?? []) as { key: string; value: string }[]
    expect(Object.fromEntries(pairs.map(({ key, value }) => [key, value]))).toEqual(metadata)
    expect(openAnys(roundTrip(payloadOf(said), types.request))).toEqual(request.json)
    if (!response) continue
    const answer = whole(response)
    expect(encodeFrame(answer)).toEqual(answer.bytes)
    expect(answer).toMatchObject({ stream, type: 'response', flags: 0 })
    const answered = payloadOf(roundTrip(answer.data, 'Response'))
    expect(openAnys(roundTrip(answered, types.response)), `${seq}`).toEqual(response.json)
  }
})

test('streams of a connection have odd numbers, one after the other', () => {
  for (const connection of new Set(calls.map((call) => call.connection))) {
    const streams = calls.filter((call) => call.connection === connection).map((c) => c.stream)
    expect(streams).toEqual(streams.map((_, i) => 2 * i + 1))
  }
})

test('each event is its bytes', () => {
  for (const { bytes, json, topic } of events) {
    expect(openAnys(roundTrip(bytesOf(bytes), 'Envelope'))).toEqual(json)
    expect(json.topic).toBe(topic)
    expect(json.namespace).toBe('k8s.io')
  }
  const times = events.map(({ ms }) => ms)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

const bodyOf = ({ json }: { json: Message }) =>
  (json.event as { value: Message } | undefined)?.value ?? {}
const isOf = (id: string) => (event: (typeof events)[number]) => {
  const { container_id, id: own, key } = bodyOf(event)
  return (container_id ?? own ?? key) === id && (!own || own === id)
}
const isExec = ({ topic }: { topic: string }) => topic.startsWith('/tasks/exec-')
const ids = (method: string) =>
  asked.flatMap(({ method: name, status, response }) =>
    name === method && status.code === 'OK' && response
      ? [String(response.json.container_id ?? response.json.pod_sandbox_id)]
      : [],
  )
const [sandbox = ''] = ids('RunPodSandbox')
const [app = '', broken = ''] = ids('CreateContainer')

test.each([
  { what: 'the sandbox', id: sandbox },
  { what: 'the container', id: app },
])(
  '$what: snapshot, container, then a task that is created, started, over and deleted',
  ({ id }) => {
    expect(
      events.filter((each) => isOf(id)(each) && !isExec(each)).map(({ topic }) => topic),
    ).toEqual([
      ...['/snapshot/prepare', '/containers/create', '/tasks/create', '/tasks/start'],
      ...(id === app ? ['/containers/update'] : []),
      ...['/tasks/exit', '/tasks/delete', '/snapshot/remove', '/containers/delete'],
    ])
  },
)

test('a container whose program is missing never has a task', () => {
  const topics = events.filter(isOf(broken)).map(({ topic }) => topic)
  expect(topics.filter((topic) => topic.startsWith('/tasks/'))).toEqual([])
})

test('an image is created once its content and its snapshot are there', () => {
  const first = (topic: string) => events.findIndex((event) => event.topic === topic)
  expect(first('/content/create')).toBeGreaterThanOrEqual(0)
  expect(first('/snapshot/commit')).toBeGreaterThan(first('/snapshot/prepare'))
  expect(first('/images/create')).toBeGreaterThan(first('/snapshot/commit'))
})

const during = ({ startedMs, durationMs }: { startedMs: number; durationMs: number }) => {
  return ({ startedMs: at }: ShimCall) => at >= startedMs && at <= startedMs + durationMs
}
const tasks = calls.filter(({ to }) => to === 'shim')

test('each StartContainer holds one Create of a task and one Start, where it succeeds', () => {
  for (const call of asked.filter(({ method }) => method === 'StartContainer')) {
    const id = call.request.json.container_id
    const inside = tasks.filter(during(call)).filter(({ request }) => request.json.id === id)
    const count = (method: string) => inside.filter((each) => each.method === method).length
    expect(count('Create')).toBe(1)
    expect(count('Start')).toBe(call.status.code === 'OK' ? 1 : 0)
  }
})

test('each ExecSync holds one Exec, and a Start by its number', () => {
  for (const call of asked.filter(({ method }) => method === 'ExecSync')) {
    const inside = tasks.filter(during(call))
    const [exec, ...more] = inside.filter(({ method }) => method === 'Exec')
    expect(more).toEqual([])
    const started = inside.find(({ method }) => method === 'Start')
    expect(started?.request.json).toEqual({
      id: call.request.json.container_id,
      exec_id: exec?.request.json.exec_id,
    })
  }
})

test('what a shim forwards is what containerd then tells everyone', () => {
  const forwarded = calls
    .filter(({ method }) => method === 'Forward')
    .map(({ request }) => request.json.envelope as Message)
  const told = events.map(({ json }) => json).filter(({ topic }) => /^\/tasks/.test(String(topic)))
  expect(forwarded.length).toBeGreaterThan(6)
  expect(told).toEqual(forwarded)
})

test('one shim is started for the pod, and says where it listens', () => {
  const started = runs.filter(({ action }) => action === 'start')
  expect(started).toHaveLength(1)
  const [run] = started
  if (!run) return
  const { args, env, stdin, stdout } = run
  expect(args).toEqual(expect.arrayContaining(['-namespace', 'k8s.io', '-id', sandbox, 'start']))
  expect(stdin?.json).toMatchObject({
    ...{ instance_id: sandbox, namespace: 'k8s.io' },
    containerd_ttrpc_address: env.TTRPC_ADDRESS,
  })
  expect(stdout?.json).toMatchObject({ version: 3, protocol: 'ttrpc' })
  expect(String(stdout?.json.address)).toMatch(/^unix:\/\/\/run\/containerd\/s\/[0-9a-f]{64}$/)
  // the same runs stand among the programs that were executed
  const executed = execve.filter(
    ({ path, args }) =>
      path.endsWith('/containerd-shim-runc-v2') && args.includes('-publish-binary'),
  )
  const ran = runs.filter(({ action }) => action !== 'info').map(({ args }) => args)
  expect(executed.map(({ args }) => args.slice(1))).toEqual(ran)
})

test('what the shim’s program is given and prints is its bytes', () => {
  const types = {
    info: ['Any', 'RuntimeInfo'],
    start: ['BootstrapParams', 'BootstrapResult'],
    delete: ['', 'DeleteResponse'],
  }
  expect(new Set(runs.map(({ action }) => action))).toEqual(new Set(Object.keys(types)))
  for (const { action, stdin, stdout } of runs) {
    const [given = '', printed = ''] = types[action]
    for (const [type, wire] of [
      [given, stdin],
      [printed, stdout],
    ] as const) {
      if (!wire) continue
      const json = roundTrip(bytesOf(wire.bytes), type)
      expect(openAnys({ json })).toEqual({ json: wire.json })
    }
  }
})
