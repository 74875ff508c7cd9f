import { describe, expect, test } from 'vitest'
import { insideOf } from './comparison.ts'
import { readRecording } from './recording.ts'
import { listRuntimes, readRuntime, type TraceEvent } from './runtime.ts'

const names = await listRuntimes()

test('four runtimes are recorded, each with cgroups v2 too', () => {
  const wanted = ['crun', 'runc', 'runsc', 'youki'].flatMap((name) => [name, `${name}-cgroup-v2`])
  expect(names).toEqual(wanted)
})

describe.each(names)('%s', async (name) => {
  const { lifecycle, spec, config, hooks, traces } = await readRuntime(name)
  const { cgroups, kernel = '' } = await readRecording(name)
  const ownKernel = lifecycle.isolation === 'user-space-kernel'
  const stage = (wanted: string) => lifecycle.stages.find((each) => each.name === wanted)
  const fileOf = (files: Record<string, string> | null | undefined, file: string) =>
    Object.entries(files ?? {})
      .find(([path]) => path.endsWith(`/${file}`))?.[1]
      .trim()
  const read = (wanted: string, file: string) => fileOf(stage(wanted)?.cgroupFiles, file)
  /** What a counter says before a command that goes over a limit, and after it. */
  const counted = (wanted: string, file: string, counter: string) =>
    [stage(wanted)?.cgroupFilesBefore, stage(wanted)?.cgroupFiles].map((files) => {
      const lines = fileOf(files, file)?.split('\n') ?? []
      return Number(lines.find((line) => line.startsWith(`${counter} `))?.split(' ')[1])
    }) as [number, number]

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
    const life = [
      ['spec', 0, undefined],
      ['create', 0, 'created'],
      ['start', 0, 'running'],
      ['exec', 0, 'running'],
      ['inside', 0, 'running'],
      ['pids', 2, 'running'],
      ['cpu', 0, 'running'],
      // 128 and the signal, since the kernel ended it; youki tells the signal alone.
      ['memory', lifecycle.runtime === 'youki' ? 9 : 128 + 9, 'running'],
      ['kill', 0, 'stopped'],
      ['delete', 0, undefined],
    ]
    // gVisor's shows these two in containers of their own, since either may end the sandbox.
    const apart = (step: unknown[]) => ownKernel && ['pids', 'memory'].includes(`${step[0]}`)
    expect(went.filter((step) => !apart(step))).toEqual(life.filter((step) => !apart(step)))
    expect(stage('delete')?.stateError).toBeTruthy()
    expect(lifecycle.output).toBe('running as process 1\nstopping\n')
  })

  test('is one process from create on, which becomes the program at start', () => {
    const [created, running] = [stage('create'), stage('start')]
    expect(created?.state?.pid).toBe(running?.state?.pid)
    expect(created?.process?.commandLine).not.toContain('/bin/sh')
    const { args } = config.process as { args: string[] }
    // The Sentry stays what it is: the program is no process of the host.
    if (ownKernel) expect(running?.process?.commandLine).toEqual(created?.process?.commandLine)
    else expect(running?.process?.commandLine).toEqual(args)
    const onHost = running?.hostProcesses.map(({ commandLine }) => commandLine)
    expect(onHost?.some((words) => words.join() === args.join())).toBe(!ownKernel)
    expect(running?.process?.status.NSpid?.split('\t')).toEqual([`${running?.state?.pid}`, '1'])
  })

  test('has the namespaces that its config asks for, and shares the others', () => {
    const asked = (config.linux as { namespaces: { type: string }[] }).namespaces
    const kinds: Record<string, string> = { network: 'net', mount: 'mnt' }
    const own = asked.map(({ type }) => kinds[type] ?? type)
    // gVisor puts its own processes into all of them, a user namespace too, whatever is asked.
    if (ownKernel) own.push('user')
    for (const [kind, link] of Object.entries(stage('start')?.process?.namespaces ?? {})) {
      const isOwn = own.includes(kind.replace('_for_children', ''))
      expect(link === lifecycle.hostNamespaces[kind], kind).toBe(!isOwn)
    }
  })

  test('has in force what its config limits', () => {
    const process = stage('start')?.process
    expect(process?.status).toMatchObject({ NoNewPrivs: '1', Seccomp: '2' })
    // CAP_KILL, CAP_NET_BIND_SERVICE, CAP_AUDIT_WRITE: bits 5, 10 and 29.
    const inside = insideOf(stage('inside') ?? { stdout: '' })['/proc/self/status']
    expect(inside).toContain('CapEff:\t0000000020000420')
    if (!ownKernel) expect(process?.status.CapEff).toBe('0000000020000420')
    const { pids } = (config.linux as { resources: { pids: { limit: number } } }).resources
    const limits =
      cgroups === 'v2'
        ? { 'memory.max': '67108864', 'cpu.max': '20000 100000' }
        : { 'memory.limit_in_bytes': '67108864', 'cpu.cfs_quota_us': '20000' }
    expect(read('start', 'pids.max')).toBe(`${pids.limit}`)
    for (const [file, value] of Object.entries(limits))
      expect(read('start', file), file).toBe(value)
    expect(stage('delete')?.cgroupFiles).toEqual({})
  })

  test('is held to its limits: too many processes, too much time, too much memory', () => {
    const [free, refused] = counted('pids', 'pids.events', 'max')
    expect(free).toBe(0)
    expect(refused).toBeGreaterThan(free)
    expect(fileOf(stage('pids')?.cgroupFilesBefore, 'pids.max')).toBe(read('pids', 'pids.max'))
    expect(read('pids', 'pids.peak')).toBe(read('pids', 'pids.max'))
    // The first process is still there, with what it started.
    if (!ownKernel) {
      expect(stage('pids')?.stderr).toBe("/bin/sh: can't fork: Resource temporarily unavailable\n")
      expect(Number(read('pids', 'pids.current'))).toBeLessThan(32)
    }
    const [before, after] = counted('cpu', 'cpu.stat', 'nr_throttled')
    expect(after).toBeGreaterThan(before)
    const file = cgroups === 'v2' ? 'memory.events' : 'memory.oom_control'
    expect(counted('memory', file, 'oom_kill')).toEqual([0, 1])
  })

  test('waits at a pipe or a socket while it is created', () => {
    const waits: Record<string, object> = {
      crun: { path: 'exec.fifo', type: 'fifo' },
      runc: { path: 'exec.fifo', type: 'fifo' },
      youki: { path: 'notify.sock', type: 'socket' },
      // The Sentry's: not for this alone.
      runsc: { path: 'runsc-demo.sock', type: 'socket' },
    }
    const files = stage('create')?.stateFiles
    expect(files).toContainEqual(expect.objectContaining(waits[lifecycle.runtime] ?? {}))
    expect(stage('start')?.stateFiles.map(({ path }) => path)).not.toContain('exec.fifo')
  })

  test('shows a command inside the host’s kernel, or the runtime’s own', () => {
    const inside = insideOf(stage('inside') ?? { stdout: '' })
    const [, release = ''] = kernel.split(' ')
    expect(release).toMatch(/^\d/)
    expect(inside['uname -a']).toMatch(
      ownKernel ? /^Linux demo \S+-gvisor / : `Linux demo ${release} `,
    )
    expect(inside['/proc/version']?.includes(release)).toBe(!ownKernel)
    // Of the namespaces, the host knows those of its own kernel only.
    const links = inside['/proc/self/ns']?.split('\n') ?? []
    const running = stage('start')?.process?.namespaces ?? {}
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(Object.values(running).includes(link)).toBe(!ownKernel)
    expect(inside.dmesg).toContain(ownKernel ? 'Starting gVisor...' : 'Operation not permitted')
  })

  // runtime-spec v1.3.0, config.md#posix-platform-hooks
  test('calls the hooks in order, poststart where the runtime does', () => {
    const order = hooks.map(({ hook }) => hook)
    // The specification has poststart after the program began. runc calls it in `create`, crun and
    // youki as it starts.
    expect(order.filter((hook) => hook === 'poststart')).toHaveLength(1)
    const others = order.filter((hook) => hook !== 'poststart')
    const times = hooks.map(({ ns }) => ns)
    if (ownKernel) {
      // The gofer calls createContainer before the others are called outside; startContainer is not
      // called at all.
      expect(others).toEqual([
        ...['createContainer', 'prestart', 'createRuntime', 'process', 'poststop'],
      ])
      return
    }
    expect(others).toEqual([
      ...['prestart', 'createRuntime', 'createContainer', 'startContainer', 'process', 'poststop'],
    ])
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('calls each hook in the namespaces and with the state that it should see', () => {
    const of = (wanted: string) => hooks.find(({ hook }) => hook === wanted)
    const inside = of('process')?.namespaces.mnt
    const host = lifecycle.hostNamespaces.mnt
    expect(of('createRuntime')?.namespaces.mnt).not.toBe(inside)
    if (ownKernel) {
      // In the gofer's, which are neither the host's nor what the program sees.
      expect([host, inside]).not.toContain(of('createContainer')?.namespaces.mnt)
    } else {
      expect(of('createContainer')?.namespaces.mnt).toBe(inside)
      expect(of('startContainer')?.namespaces.mnt).toBe(inside)
    }
    expect(of('poststop')?.namespaces.mnt).not.toBe(inside)
    for (const { hook, state } of hooks) {
      if (hook !== 'process') expect(state, hook).toMatchObject({ id: 'demo' })
    }
    expect(of('poststop')?.state?.status).toBe('stopped')
  })

  const at = (events: TraceEvent[], call: string, args = '') =>
    events.findIndex((event) => event.call === call && event.args.includes(args))

  test('has its calls in the order in which they began', () => {
    for (const events of [traces.create, traces.start]) {
      const times = events.map(({ ms }) => ms)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
    expect(traces.start.findIndex(({ tag }) => tag === 'handover')).toBeGreaterThan(0)
  })

  test.skipIf(ownKernel)(
    'builds the container before it lets go of its powers, and execs the program last',
    () => {
      const { create, start } = traces
      const steps = [at(create, 'mount'), at(create, 'pivot_root')]
      const lastMount = create.findLastIndex(({ call }) => /^(?:mount|move_mount)$/.test(call))
      const lastCapset = create.findLastIndex(({ call }) => call === 'capset')
      expect(steps).toEqual([...steps].sort((a, b) => a - b))
      expect(steps[0]).toBeGreaterThanOrEqual(0)
      expect(lastCapset).toBeGreaterThan(lastMount)
      // The pipe or the socket at which it waits is there before the container is built.
      const place = create.findIndex(({ tag }) => tag === 'handover')
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThan(at(create, 'pivot_root'))
      const all = [...create, ...start]
      const last = at(all, 'execve', '"/bin/sh"')
      expect(at(all, 'seccomp')).toBeGreaterThan(at(all, 'capset'))
      expect(at(all, 'seccomp')).toBeLessThan(last)
      const handover = start.findIndex(({ tag }) => tag === 'handover')
      expect(handover).toBeLessThan(at(start, 'execve', '"/bin/sh"'))
    },
  )

  test.skipIf(!ownKernel)(
    'has no execve of the program, since no process of the host runs it',
    () => {
      const { create, start } = traces
      expect(at([...create, ...start], 'execve', '"/bin/sh"')).toBe(-1)
      expect(at(create, 'execve', '"runsc-gofer"')).toBeGreaterThan(0)
      expect(at(create, 'execve', '"runsc-sandbox"')).toBeGreaterThan(0)
      // Where strace was in its way; `edits` says so.
      expect(create.at(-1)).toMatchObject({ call: 'ptrace', error: 'EPERM' })
      // The Sentry locks itself in before it runs anything.
      expect(at(start, 'seccomp', 'SECCOMP_SET_MODE_FILTER')).toBeGreaterThan(0)
      expect(at(start, 'seccomp')).toBeLessThan(at(start, 'ptrace'))
      const [created, running] = [stage('create'), stage('start')].map((each) =>
        each?.hostProcesses.find(({ pid }) => pid === each.state?.pid),
      )
      expect([created?.seccompFilters, running?.seccompFilters]).toEqual([0, 1])
      const names = running && stage('start')?.hostProcesses.map(({ name }) => name)
      expect(new Set(names)).toEqual(new Set(['exe']))
    },
  )

  test('keeps the default that the runtime writes', () => {
    expect(Object.keys(spec)).toEqual(expect.arrayContaining(['ociVersion', 'process', 'root']))
  })
})
