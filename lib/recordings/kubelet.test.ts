import { expect, test } from 'vitest'
import { decodeMessage } from '../cri/message.ts'
import { methodSchema } from '../cri/schema.ts'
import { readKubelet } from './kubelet.ts'

const { calls, marks } = await readKubelet()
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const methods = calls.map(({ method }) => method)

test('the bytes of every message are its JSON', () => {
  for (const { seq, method, request, response } of calls) {
    const schema = methodSchema(method)
    expect(decodeMessage(bytesOf(request.bytes), schema.request).json, `${seq}`).toEqual(
      request.json,
    )
    if (!response) continue
    expect(decodeMessage(bytesOf(response.bytes), schema.response).json).toEqual(response.json)
  }
})

test('the init container is over before the next is created', () => {
  const created = calls.filter(({ method }) => method === 'CreateContainer')
  const names = created.map(({ request }) => {
    const config = request.json.config as { metadata: { name: string; attempt?: number } }
    return config.metadata.name
  })
  expect(names.slice(0, 3)).toEqual(['init', 'app', 'crasher'])
  // started again, each time as a new container
  expect(names.filter((name) => name === 'crasher').length).toBeGreaterThanOrEqual(3)
})

test('a crashed container is created anew, with its attempt counted, later each time', () => {
  const crashes = calls.filter(({ method, request }) => {
    const config = request.json.config as { metadata?: { name?: string } } | undefined
    return method === 'CreateContainer' && config?.metadata?.name === 'crasher'
  })
  const attempts = crashes.map(({ request }) => {
    const config = request.json.config as { metadata: { attempt?: number } }
    return config.metadata.attempt ?? 0
  })
  expect(attempts).toEqual(attempts.map((_, i) => i))
  const [first = 0, second = 0, third = 0] = crashes.map(({ startedMs }) => startedMs)
  expect(third - second).toBeGreaterThan(second - first)
})

test('hooks and probes are commands in the container', () => {
  const commands = calls
    .filter(({ method }) => method === 'ExecSync')
    .map(({ request }) => (request.json.cmd as string[]).join(' '))
  expect(commands[0]).toContain('echo started')
  expect(commands.filter((command) => command.includes('test -f')).length).toBeGreaterThan(1)
  expect(commands.at(-1)).toContain('echo stopping')
})

test('the pod is stopped after its manifest is gone: containers first, then the sandbox', () => {
  const gone = marks.find(({ name }) => name.includes('taken away'))?.ms ?? 0
  const at = (method: string) =>
    calls.find((call) => call.method === method && call.startedMs > gone)?.startedMs ?? -1
  const stop = [at('StopContainer'), at('StopPodSandbox'), at('RemovePodSandbox')]
  expect(stop).not.toContain(-1)
  expect(stop).toEqual([...stop].sort((a, b) => a - b))
  expect(methods.indexOf('RunPodSandbox')).toBeLessThan(methods.indexOf('PullImage'))
})
