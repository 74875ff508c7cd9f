import { describe, expect, test } from 'vitest'
import { compareRuntimes, insideOf } from './comparison.ts'

const facts = await compareRuntimes()

/** One fact of each runtime, by its recording. */
const each = <T>(read: (of: (typeof facts)[0]) => T) =>
  Object.fromEntries(facts.map((of) => [of.name, read(of)]))

const everyone = [
  ...['crun', 'crun-cgroup-v2', 'runc', 'runc-cgroup-v2', 'runsc', 'runsc-cgroup-v2', 'youki'],
  'youki-cgroup-v2',
]

describe('what differs between the runtimes', () => {
  test('the command that calls poststart', () => {
    expect(each(({ calledBy }) => calledBy.poststart)).toEqual({
      ...{ runc: 'create', 'runc-cgroup-v2': 'create' },
      ...{ crun: 'start', 'crun-cgroup-v2': 'start', runsc: 'start', 'runsc-cgroup-v2': 'start' },
      ...{ youki: 'start', 'youki-cgroup-v2': 'start' },
    })
  })

  test('the hooks that are called at all', () => {
    const left = each(({ calledBy }) =>
      Object.keys(calledBy).filter((hook) => calledBy[hook] === null),
    )
    for (const name of everyone) {
      expect(left[name], name).toEqual(name.startsWith('runsc') ? ['startContainer'] : [])
    }
  })

  test('the status that hooks are told', () => {
    const told = (hook: string) => each(({ told }) => told[hook])
    expect(told('createRuntime')).toMatchObject({
      ...{ runc: 'creating', crun: 'created', youki: 'creating', runsc: 'created' },
    })
    expect(told('startContainer')).toMatchObject({
      ...{ runc: 'created', crun: 'starting', youki: 'creating', runsc: undefined },
    })
    expect(told('poststart')).toMatchObject({
      ...{ runc: 'created', crun: 'running', youki: 'running', runsc: 'created' },
    })
    expect(new Set(Object.values(told('poststop')))).toEqual(new Set(['stopped']))
  })

  test('where the created container waits', () => {
    const waits = each(({ waitsAt }) => waitsAt)
    const fifo = { path: 'exec.fifo', type: 'fifo', staysAfterStart: false }
    const notify = { path: 'notify.sock', type: 'socket', staysAfterStart: true }
    const sentry = { path: 'runsc-demo.sock', type: 'socket', staysAfterStart: true }
    expect(waits).toMatchObject({ runc: fifo, crun: fifo, youki: notify, runsc: sentry })
  })

  test('the binary of the first process', () => {
    expect(each(({ init }) => init.executable)).toEqual({
      // A read-only overlay over the file; a copy in memory where the kernel has no overlayfs.
      runc: '/runc',
      'runc-cgroup-v2': '/memfd:runc_cloned:/proc/self/exe (deleted)',
      // A read-only mount of the file alone, at no path; in the other machine a copy all the same.
      crun: '/',
      'crun-cgroup-v2': '/memfd:crun_cloned:/proc/self/exe (deleted)',
      youki: '/memfd:pentacle_sealed (deleted)',
      'youki-cgroup-v2': '/memfd:pentacle_sealed (deleted)',
      ...{ runsc: '/run/lab/runsc/bin/runsc', 'runsc-cgroup-v2': '/run/lab/runsc/bin/runsc' },
    })
  })

  test('when the filter of system calls is in force', () => {
    const created = each(({ seccompFilters }) => seccompFilters.created)
    expect(created).toMatchObject({ runc: 1, crun: 0, youki: 1, runsc: 0 })
    const running = each(({ seccompFilters }) => seccompFilters.running)
    expect(new Set(Object.values(running))).toEqual(new Set([1]))
  })

  test('whose kernel the program meets', () => {
    for (const { name, runtime, isolation, meetsHostKernel, onHost } of facts) {
      const own = isolation === 'user-space-kernel'
      expect(own, name).toBe(runtime === 'runsc')
      expect(meetsHostKernel, name).toBe(!own)
      expect(onHost, name).toEqual(own ? ['exe'] : ['sh', 'sleep'])
    }
  })

  test('what going over a limit ends', () => {
    for (const { runtime, name, over } of facts) {
      const own = runtime === 'runsc'
      // The Sentry’s threads count as processes too, and it does not live without new ones.
      expect(over.pids, name).toEqual(
        own ? { exitCode: 128, status: 'stopped' } : { exitCode: 2, status: 'running' },
      )
      if (!own) expect(over.memory.exitCode, name).toBe(runtime === 'youki' ? 9 : 137)
    }
  })

  test('how many calls matter: create does the work, start lets go', () => {
    for (const { name, calls } of facts) {
      expect(calls.create, name).toBeGreaterThan(100)
      expect(calls.start, name).toBeLessThan(25)
    }
  })
})

test('answers of a command inside are told apart by their headings', () => {
  const stdout = '==> uname -a <==\nLinux\n==> /proc/version <==\nLinux version 1\n\n'
  expect(insideOf({ stdout })).toEqual({ 'uname -a': 'Linux', '/proc/version': 'Linux version 1' })
  expect(insideOf({ stdout: '' })).toEqual({})
})
