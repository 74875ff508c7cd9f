import { describe, expect, test } from 'vitest'
import { readRecording } from './recording.ts'
import { listRuntimes, readRuntime, type TraceEvent } from './runtime.ts'

const names = await listRuntimes()

test('runc and crun are recorded', () => {
  expect(names).toEqual(expect.arrayContaining(['crun', 'runc']))
})

describe.each(names)('%s', async (name) => {
  const { lifecycle, spec, config, hooks, traces } = await readRuntime(name)
  const { cgroups, emulated } = await readRecording(name)
  const stage = (wanted: string) => lifecycle.stages.find((each) => each.name === wanted)
  const read = (wanted: string, file: string) =>
    Object.entries(stage(wanted)?.cgroupFiles ?? {})
      .find(([path]) => path.endsWith(`/${file}`))?.[1]
      .trim()
  const counter = (wanted: string, file: string, name: string) => {
    const line = read(wanted, file)
      ?.split('\n')
      .find((line) => line.startsWith(`${name} `))
    return Number(line?.split(' ')[1])
  }

  test('says with what and where it was recorded', async () => {
    const { tools, kernel, cgroups, emulated, commands } = await readRecording(name)
    expect(tools[lifecycle.runtime]).toContain(lifecycle.runtime)
    expect(kernel).toMatch(/^Linux \d/)
    expect(['v1', 'hybrid', 'v2']).toContain(cgroups)
    expect(emulated).toBeTypeOf('boolean')
    expect(commands?.length).toBeGreaterThan(0)
  })

  // runtime-spec v1.3.0, runtime.md#lifecycle
  test('goes from nothing to created, running, stopped and nothing', () => {
    const went = lifecycle.stages.map(({ name, exitCode, state }) => [
      name,
      exitCode,
      state?.status,
    ])
    expect(went).toEqual([
      ['spec', 0, undefined],
      ['create', 0, 'created'],
      ['start', 0, 'running'],
      ['exec', 0, 'running'],
      ['pids', emulated ? 0 : 2, 'running'],
      ['cpu', 0, 'running'],
      ['memory', 137, 'running'],
      ['kill', 0, 'stopped'],
      ['delete', 0, undefined],
    ])
    expect(stage('delete')?.stateError).toBeTruthy()
    expect(lifecycle.output).toBe('running as process 1\nstopping\n')
  })

  test('is one process from create on, which becomes the program at start', () => {
    const [created, running] = [stage('create'), stage('start')]
    expect(created?.state?.pid).toBe(running?.state?.pid)
    expect(created?.process?.commandLine).not.toContain('/bin/sh')
    expect(running?.process?.commandLine).toEqual((config.process as { args: string[] }).args)
    expect(running?.process?.status.NSpid?.split('\t')).toEqual([`${running?.state?.pid}`, '1'])
  })

  test('has the namespaces that its config asks for, and shares the others', () => {
    const asked = (config.linux as { namespaces: { type: string }[] }).namespaces
    const kinds: Record<string, string> = { network: 'net', mount: 'mnt' }
    const own = asked.map(({ type }) => kinds[type] ?? type)
    for (const [kind, link] of Object.entries(stage('start')?.process?.namespaces ?? {})) {
      const isOwn = own.includes(kind.replace('_for_children', ''))
      expect(link === lifecycle.hostNamespaces[kind], kind).toBe(!isOwn)
    }
  })

  test('has in force what its config limits', () => {
    const process = stage('start')?.process
    expect(process?.status).toMatchObject({ NoNewPrivs: '1', Seccomp: '2' })
    // CAP_KILL, CAP_NET_BIND_SERVICE, CAP_AUDIT_WRITE: bits 5, 10 and 29.
    expect(process?.status.CapEff).toBe('0000000020000420')
    const limits =
      cgroups === 'v2'
        ? { 'memory.max': '67108864', 'pids.max': '32', 'cpu.max': '20000 100000' }
        : { 'memory.limit_in_bytes': '67108864', 'pids.max': '32', 'cpu.cfs_quota_us': '20000' }
    for (const [file, value] of Object.entries(limits))
      expect(read('start', file), file).toBe(value)
    expect(stage('delete')?.cgroupFiles).toEqual({})
  })

  test('is held to its limits: too many processes, too much time, too much memory', () => {
    // An emulated machine is so slow that the first processes end before there are too many.
    if (!emulated) {
      expect(stage('pids')?.stderr).toContain("can't fork")
      expect(counter('exec', 'pids.events', 'max')).toBe(0)
      expect(counter('pids', 'pids.events', 'max')).toBeGreaterThan(0)
    }
    const throttled = (name: string) => counter(name, 'cpu.stat', 'nr_throttled')
    expect(throttled('cpu')).toBeGreaterThan(throttled('pids'))
    // 128 and the signal: the kernel ended it.
    expect(stage('memory')?.exitCode).toBe(128 + 9)
    const [file, name] =
      cgroups === 'v2' ? ['memory.events', 'oom_kill'] : ['memory.oom_control', 'oom_kill']
    expect(counter('cpu', file, name)).toBe(0)
    expect(counter('memory', file, name)).toBeGreaterThan(0)
  })

  test('waits behind exec.fifo while it is created', () => {
    expect(stage('create')?.stateFiles).toContainEqual(
      expect.objectContaining({ path: 'exec.fifo', type: 'fifo' }),
    )
    expect(stage('start')?.stateFiles.map(({ path }) => path)).not.toContain('exec.fifo')
  })

  // runtime-spec v1.3.0, config.md#posix-platform-hooks
  test('calls the hooks in order, poststart where the runtime does', () => {
    const order = hooks.map(({ hook }) => hook)
    expect(order.filter((hook) => hook !== 'poststart')).toEqual([
      ...['prestart', 'createRuntime', 'createContainer', 'startContainer', 'process', 'poststop'],
    ])
    // The specification has it after the program began. runc calls it in `create`, crun as it starts.
    expect(order.filter((hook) => hook === 'poststart')).toHaveLength(1)
    const times = hooks.map(({ ns }) => ns)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('calls each hook in the namespaces and with the state that it should see', () => {
    const of = (wanted: string) => hooks.find(({ hook }) => hook === wanted)
    const inside = of('process')?.namespaces.mnt
    expect(of('createRuntime')?.namespaces.mnt).not.toBe(inside)
    expect(of('createContainer')?.namespaces.mnt).toBe(inside)
    expect(of('startContainer')?.namespaces.mnt).toBe(inside)
    expect(of('poststop')?.namespaces.mnt).not.toBe(inside)
    for (const { hook, state } of hooks) {
      if (hook !== 'process') expect(state, hook).toMatchObject({ id: 'demo' })
    }
    expect(of('poststop')?.state?.status).toBe('stopped')
  })

  test('builds the container before it lets go of its powers, and execs the program last', () => {
    const at = (events: TraceEvent[], call: string, args = '') =>
      events.findIndex((event) => event.call === call && event.args.includes(args))
    const { create, start } = traces
    const steps = [
      at(create, 'mknodat', 'exec.fifo'),
      at(create, 'mount'),
      at(create, 'pivot_root'),
      at(create, 'capset'),
    ]
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps[0]).toBeGreaterThanOrEqual(0)
    const all = [...create, ...start]
    const last = at(all, 'execve', '"/bin/sh"')
    expect(at(all, 'seccomp')).toBeGreaterThan(at(all, 'capset'))
    expect(at(all, 'seccomp')).toBeLessThan(last)
    const handover = start.findIndex(({ tag }) => tag === 'handover')
    expect(handover).toBeGreaterThan(0)
    expect(handover).toBeLessThan(at(start, 'execve', '"/bin/sh"'))
    for (const events of [create, start]) {
      const times = events.map(({ ms }) => ms)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })

  test('keeps the default that the runtime writes', () => {
    expect(Object.keys(spec)).toEqual(expect.arrayContaining(['ociVersion', 'process', 'root']))
  })
})
