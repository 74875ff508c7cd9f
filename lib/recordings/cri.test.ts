import { describe, expect, test } from 'vitest'
import { decodeMessage, encodeMessage } from '../cri/message.ts'
import { methodSchema, pathOf } from '../cri/schema.ts'
import { type CriCall, type CriRecording, readCri } from './cri.ts'
import { listRecordings } from './recording.ts'

const names = (await listRecordings())
  .filter(({ kind, name }) => kind === 'cri' && name !== 'kubelet')
  .map(({ name }) => name)

test('both high-level runtimes are recorded', () => {
  expect(names).toEqual(expect.arrayContaining(['cri-containerd', 'cri-crio']))
})

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** Every message on the wire, with its type. */
function* messagesOf({ method, request, response, messages = [] }: CriCall) {
  const schema = methodSchema(method)
  yield { type: schema.request, ...request }
  for (const each of [...(response ? [response] : []), ...messages]) {
    yield { type: schema.response, ...each }
  }
}

describe.each(names)('%s', async (name) => {
  const recording: CriRecording = await readCri(name)
  const { calls } = recording
  const seqOf = (method: string, code = 'OK') =>
    calls.find((call) => call.method === method && call.status.code === code)?.seq ?? -1

  test('the bytes of every message are its JSON, and the JSON its bytes', () => {
    for (const call of calls) {
      for (const { type, bytes, json } of messagesOf(call)) {
        const decoded = decodeMessage(bytesOf(bytes), type)
        expect(decoded.json, `${call.seq} ${type}`).toEqual(json)
        expect(
          decoded.fields.every((field) => field.name !== null),
          type,
        ).toBe(true)
        const again = decodeMessage(encodeMessage(json, type), type)
        expect(again.json, `${call.seq} ${type}`).toEqual(json)
        expect(encodeMessage(json, type)).toHaveLength(bytesOf(bytes).length)
      }
    }
  })

  test('the fields of a message cover its bytes without a gap', () => {
    for (const call of calls) {
      for (const { type, bytes } of messagesOf(call)) {
        let at = 0
        for (const { start, end } of decodeMessage(bytesOf(bytes), type).fields) {
          expect(start).toBe(at)
          at = end
        }
        expect(at).toBe(bytesOf(bytes).length)
      }
    }
  })

  test('calls stand in order, on the path of their method', () => {
    expect(calls.map(({ seq }) => seq)).toEqual(calls.map((_, i) => i + 1))
    for (const { method, path, status } of calls) {
      if (status.code === 'UNIMPLEMENTED') continue
      expect(path).toBe(pathOf(methodSchema(method)))
    }
  })

  test('a pod comes before its container, and goes after it', () => {
    const order = [
      ...['PullImage', 'RunPodSandbox', 'CreateContainer', 'StartContainer', 'StopContainer'],
      ...['RemoveContainer', 'StopPodSandbox', 'RemovePodSandbox', 'RemoveImage'],
    ]
    const seqs = order.map((method) =>
      method === 'RemoveContainer'
        ? Math.max(...calls.filter((call) => call.method === method).map(({ seq }) => seq))
        : seqOf(method),
    )
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    expect(seqs).not.toContain(-1)
  })

  test('what must fail failed', () => {
    const failed = calls.filter(({ status }) => !['OK', 'CANCELLED'].includes(status.code))
    expect(failed.map(({ method }) => method)).toEqual(
      expect.arrayContaining([
        ...['Version', 'PullImage', 'RunPodSandbox', 'CreateContainer', 'ContainerStatus'],
      ]),
    )
    for (const { response } of failed) expect(response).toBeNull()
  })

  test('a container was created before it was running', () => {
    const states = calls
      .filter(({ method }) => method === 'ContainerStatus')
      .flatMap(({ response }) => (response ? [response.json.status as { state?: string }] : []))
      .map(({ state }) => state)
    // the first value of an enumeration is not on the wire
    expect(states[0]).toBe(undefined)
    expect(states).toEqual(expect.arrayContaining(['CONTAINER_RUNNING', 'CONTAINER_EXITED']))
  })

  test('CNI is asked to add before a container runs, and to delete after', () => {
    const bridge = recording.cni.filter(
      ({ plugin, env }) => plugin === 'bridge' && /^(ADD|DEL)$/.test(env.CNI_COMMAND ?? ''),
    )
    expect(bridge[0]?.env.CNI_COMMAND).toBe('ADD')
    expect(JSON.parse(bridge[0]?.stdout ?? '').ips).toHaveLength(1)
    expect(bridge.at(-1)?.env.CNI_COMMAND).toBe('DEL')
    const started = calls.find(({ method }) => method === 'StartContainer')?.startedMs ?? 0
    expect(bridge[0]?.ms).toBeLessThan(started)
    expect(bridge.at(-1)?.ms).toBeGreaterThan(started)
  })

  test('a low-level runtime creates, starts and deletes', () => {
    const verbs = recording.execve.flatMap(({ path, args }) =>
      /\/(runc|crun)$/.test(path) ? args.filter((arg) => /^(create|start|delete)$/.test(arg)) : [],
    )
    expect(verbs).toEqual(expect.arrayContaining(['create', 'start', 'delete']))
    expect(verbs.indexOf('create')).toBeLessThan(verbs.indexOf('start'))
  })

  test('the container runs in its own namespaces, and in the network of its sandbox', () => {
    const running = recording.stages.find(({ name }) => name === 'container running')
    const app = running?.processes.find(({ command }) => command[1] === 'sh')
    expect(Object.keys(app?.namespaces ?? {})).toEqual(
      expect.arrayContaining(['mnt', 'pid', 'net', 'uts', 'ipc']),
    )
    const config = JSON.parse(recording.bundles.container)
    const network = config.linux.namespaces.find(({ type }: { type: string }) => type === 'network')
    expect(network.path).toMatch(/^\//)
  })

  test('words went in and out over the streaming URLs', () => {
    const said = recording.talks.map(({ frames }) =>
      frames
        .filter(({ from }) => from === 'server')
        .map(({ bytes }) => Buffer.from(bytes, 'base64').toString())
        .join(''),
    )
    expect(recording.talks.map(({ method }) => method)).toEqual(['Exec', 'Attach', 'PortForward'])
    expect(said[0]).toContain('got hello')
    expect(said[1]).toContain('read ping')
    expect(said[2]).toContain('hello from the pod')
  })

  test('the log has a time, a stream and a mark on each line', () => {
    for (const line of recording.log.trim().split('\n')) {
      expect(line).toMatch(/^\d{4}-\d\d-\d\dT\S+ (stdout|stderr) [FP] /)
    }
  })
})

test('conmon is told where to leave the exit, and leaves it', async () => {
  const { execve, stages } = await readCri('cri-crio')
  const monitors = execve.filter(({ args }) => args.includes('--exit-dir'))
  expect(monitors.length).toBeGreaterThan(0)
  const kept = (name: string) =>
    stages
      .find((stage) => stage.name === name)
      ?.folders.flatMap(({ entries }) => entries)
      .filter((entry) => /\/userdata\/exit$/.test(entry))
  expect(kept('container running')).toEqual([])
  expect(kept('container stopped')).toHaveLength(1)
})
