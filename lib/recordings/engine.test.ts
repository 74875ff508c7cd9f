import { describe, expect, test } from 'vitest'
import { type KillTrial, readEngine } from './engine.ts'
import { readRecording } from './recording.ts'

const { api, stages, events, programs, trials, bundle } = await readEngine()
const of = (command: string) => api.filter((exchange) => exchange.command.startsWith(command))
const path = (url: string) => url.replace(/^\/v[\d.]+/, '').replace(/[0-9a-f]{64}/, 'ID')

type Processes = KillTrial['moments'][number]['processes']
const shimIn = (processes: Processes) =>
  processes.find(({ command }) => command[0]?.endsWith('/containerd-shim-runc-v2'))
const daemonsIn = (processes: Processes) =>
  processes.flatMap(({ command }) => /\/(dockerd|containerd)$/.exec(command[0] ?? '')?.[1] ?? [])

test('the recording says what it is', async () => {
  const about = await readRecording('docker')
  expect(about.kind).toBe('engine')
  expect(about.edits?.length).toBeGreaterThan(0)
})

describe('docker run', () => {
  test('asks in this order; the pull comes because the first create is refused', () => {
    const asked = of('docker run').map(({ method, url, status }) => {
      return `${method} ${path(url).replace(/\?.*/, '')} ${status}`
    })
    expect(asked).toEqual([
      'HEAD /_ping 200',
      'POST /containers/create 404',
      'POST /images/create 200',
      'POST /containers/create 201',
      'POST /containers/ID/attach 101',
      'POST /containers/ID/wait 200',
      'POST /containers/ID/start 204',
    ])
  })

  test('hears the program over the upgraded connection, and its end from wait', () => {
    const attach = of('docker run').find(({ status }) => status === 101)
    expect(attach?.frames.map(({ text }) => text)).toEqual(['hello\n', 'bye\n'])
    const wait = of('docker run').find(({ url }) => url.includes('/wait'))
    expect(wait?.response).toEqual([{ StatusCode: 0 }])
    const stop = of('docker stop').at(-1)
    expect(wait!.ms + wait!.durationMs).toBeGreaterThan(stop!.ms)
  })

  test('what is created is known to dockerd alone, until it is started', () => {
    const printed = (stage: string, command: string) =>
      stages
        .find(({ name }) => name === stage)
        ?.printed.find((each) => each.command.includes(command))
        ?.stdout.trim()
        .split('\n').length
    expect(printed('created', 'containers ls')).toBe(1)
    expect(printed('running', 'containers ls')).toBe(2)
    expect(printed('running', 'tasks ls')).toBe(2)
    // the image and its snapshots are dockerd's own
    expect(printed('running', 'images ls')).toBe(1)
    expect(printed('running', 'snapshots ls')).toBe(1)
    expect(printed('stopped', 'containers ls')).toBe(1)
  })

  test('the container’s parent is the shim, whose parent is process 1; runc is gone', () => {
    const { processes } = stages.find(({ name }) => name === 'running')!
    const shim = shimIn(processes)!
    expect(shim.parent).toBe(1)
    const [first, ...more] = processes.filter(({ parent }) => parent === shim.pid)
    expect(first?.command.slice(0, 2)).toEqual(['/bin/busybox', 'sh'])
    expect(first?.cgroup).toMatch(/:\/docker\/[0-9a-f]{64}$/)
    expect(more).toEqual([])
    expect(processes.filter(({ command }) => /runc$/.test(command[0]!))).toEqual([])
  })

  test('the shim’s children call runc: create, start, exec, kill, delete', () => {
    const shim = shimIn(stages.find(({ name }) => name === 'running')!.processes)!
    const called = programs.filter(({ parent }) => parent === shim.pid)
    const verbs = ['create', 'start', 'exec', 'kill', 'delete']
    expect(called.map(({ args }) => args.find((arg) => verbs.includes(arg)))).toEqual(verbs)
    const started = programs.find(({ args }) => args.at(-1) === 'start')
    expect(started?.program).toBe('containerd-shim-runc-v2')
  })

  test('containerd’s events are in order, in the namespace moby', () => {
    const topics = events.filter(({ namespace }) => namespace === 'moby').map(({ topic }) => topic)
    const order = [
      '/containers/create',
      '/tasks/create',
      '/tasks/start',
      '/tasks/exit',
      '/tasks/delete',
      '/containers/delete',
    ]
    const at = order.map((topic) => topics.lastIndexOf(topic))
    expect(at).not.toContain(-1)
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })

  test('the limit of memory goes from the request into config.json', () => {
    const create = of('docker run').find(({ status }) => status === 201)
    const { HostConfig } = create!.request as { HostConfig: { Memory: number } }
    expect(HostConfig.Memory).toBe(64 * 1024 * 1024)
    expect(JSON.parse(bundle).linux.resources.memory.limit).toBe(HostConfig.Memory)
  })
})

describe('the kill lab', () => {
  const trial = (name: string) => {
    const found = trials.find((each) => each.name === name)
    if (!found) throw new Error(`no trial: ${name}`)
    return found
  }
  const at = (name: string, moment: KillTrial['moments'][number]['name']) => {
    const found = trial(name).moments.find((each) => each.name === moment)
    if (!found) throw new Error(`${name}: no moment ${moment}`)
    return found
  }
  const says = (name: string, moment: 'before' | 'left' | 'restarted', command: string) => {
    return at(name, moment).printed.find((each) => each.command.startsWith(command))!
  }

  test('each was killed while the container’s process was there', () => {
    for (const { name, moments } of trials) expect(moments[0], name).toMatchObject({ alive: true })
    const all = new Set(trials.flatMap(({ killed }) => killed))
    expect([...all].sort()).toEqual(['containerd', 'dockerd', 'runc', 'shim', 'workload'])
  })

  test('a killed daemon is gone from the processes, and there again when it is restarted', () => {
    for (const { name, killed, moments } of trials) {
      const daemons = killed.filter((part) => part === 'dockerd' || part === 'containerd')
      const left = moments.find((moment) => moment.name === 'left')!
      for (const daemon of daemons) expect(daemonsIn(left.processes), name).not.toContain(daemon)
      const restarted = moments.find((moment) => moment.name === 'restarted')
      expect(Boolean(restarted), name).toBe(daemons.length > 0)
      if (restarted)
        expect(daemonsIn(restarted.processes).sort()).toEqual(['containerd', 'dockerd'])
    }
  })

  // live-restore says what the next dockerd does, not what the death of this one does
  test.each([
    ['dockerd is killed', true, false],
    ['dockerd is killed, with live-restore', true, true],
    ['dockerd is told to end', false, false],
    ['dockerd is told to end, with live-restore', true, true],
    ['containerd is killed', true, true],
    ['containerd is killed, with live-restore', true, true],
    ['both daemons are killed, with live-restore', true, true],
    ['containerd is killed, then the shim', true, false],
  ])('%s: alive %s, and after the restart %s', (name, left, restarted) => {
    expect(at(name, 'left').alive).toBe(left)
    expect(at(name, 'restarted').alive).toBe(restarted)
    const { exit, stdout } = says(name, 'restarted', 'docker exec')
    expect(exit === 0 && stdout === 'here\n').toBe(restarted)
  })

  test('a container that outlives the daemons keeps its parent', () => {
    const { workload } = trial('both daemons are killed, with live-restore')
    for (const moment of ['left', 'restarted'] as const) {
      const { processes } = at('both daemons are killed, with live-restore', moment)
      expect(processes.find(({ pid }) => pid === workload)?.parent).toBe(shimIn(processes)?.pid)
    }
  })

  test('when the shim dies, containerd ends the container', () => {
    expect(at('the shim is killed', 'left').alive).toBe(false)
    expect(says('the shim is killed', 'left', 'docker ps').stdout).toContain('Exited (137)')
    const calls = trial('the shim is killed').programs.map(({ args }) => args.join(' '))
    expect(calls.some((call) => / delete --force /.test(call))).toBe(true)
  })

  test('without containerd nobody ends it: it becomes a child of process 1', () => {
    const name = 'containerd is killed, then the shim'
    const { processes } = at(name, 'left')
    expect(processes.find(({ pid }) => pid === trial(name).workload)?.parent).toBe(1)
    // and dockerd still believes in it when it is long gone
    expect(says(name, 'restarted', 'docker ps').stdout).toContain('running')
  })

  test('when runc dies in create, the process it prepared dies too; its hook does not', () => {
    const name = 'runc is killed while it creates'
    const before = at(name, 'before').processes
    const init = before.find(({ pid }) => pid === trial(name).workload)!
    expect(init.command.at(-1)).toBe('init')
    expect(before.find(({ pid }) => pid === init.parent)?.command).toContain('create')
    const left = at(name, 'left')
    expect(left.alive).toBe(false)
    expect(shimIn(left.processes)).toBeUndefined()
    expect(left.processes.filter(({ command }) => command[0] === 'sh')).toHaveLength(1)
    expect(says(name, 'left', 'docker run').stderr).toContain('exit status 137')
    expect(says(name, 'left', 'docker ps').stdout).toContain('created')
  })
})
