import { expect, test } from 'vitest'
import { eventsFrom, readTrace, tagOf } from './strace.ts'

const of = (...lines: string[]) => readTrace(lines.join('\n'))

test('a call that was cut is one event, where it began', () => {
  const events = of(
    '7<runc> 100.000000 openat(3</run>, "exec.fifo", O_WRONLY|O_CLOEXEC <unfinished ...>',
    '8<sh> 100.100000 execve("/bin/sh", ["sh"], 0x7ff /* 2 vars */) = 0',
    '7<runc> 100.200000 <... openat resumed>) = 5</run/exec.fifo>',
  )
  expect(events.map(({ pid, call, tag }) => [pid, call, tag])).toEqual([
    [7, 'openat', 'handover'],
    [8, 'execve', 'program'],
  ])
  expect(events[0]?.result).toBe('5</run/exec.fifo>')
  expect(eventsFrom(events, 100)[1]?.ms).toBe(100)
})

test('a run of capabilities is one event that names all', () => {
  const line = (capability: string) => `7<runc> 1.0 prctl(PR_CAPBSET_DROP, ${capability}) = 0`
  const events = of(
    line('CAP_CHOWN'),
    line('CAP_FOWNER'),
    '7<runc> 1.0 setgid(0) = 0',
    line('CAP_KILL'),
  )
  expect(events.map(({ args }) => args)).toEqual([
    'PR_CAPBSET_DROP, CAP_CHOWN, CAP_FOWNER',
    '0',
    'PR_CAPBSET_DROP, CAP_KILL',
  ])
})

test('threads that drop capabilities at once have an event each', () => {
  const line = (pid: number, capability: string) =>
    `${pid}<exe> 1.0 prctl(PR_CAPBSET_DROP, ${capability}) = 0`
  const events = of(
    ...[line(7, 'CAP_CHOWN'), line(8, 'CAP_CHOWN'), line(7, 'CAP_KILL'), line(8, 'CAP_KILL')],
  )
  expect(events.map(({ pid, args }) => [pid, args])).toEqual([
    [7, 'PR_CAPBSET_DROP, CAP_CHOWN, CAP_KILL'],
    [8, 'PR_CAPBSET_DROP, CAP_CHOWN, CAP_KILL'],
  ])
})

test.each([
  { why: 'a thread of Go', call: 'clone3', args: '{flags=CLONE_VM|CLONE_THREAD}' },
  { why: 'a library', call: 'openat', args: 'AT_FDCWD, "/lib/libc.so.6", O_RDONLY' },
  { why: 'a limit that is only read', call: 'prlimit64', args: '0, RLIMIT_NOFILE, NULL, {}' },
  { why: 'a question to seccomp', call: 'seccomp', args: 'SECCOMP_GET_ACTION_AVAIL, 0, 0x1' },
  { why: 'the working directory of a thread', call: 'unshare', args: 'CLONE_FS' },
  { why: 'the signal of Go’s scheduler', call: 'kill', args: '7, SIGURG' },
  {
    why: 'a socket of the C library',
    call: 'connect',
    args: '4, {sun_path="/run/nscd/socket"}, 110',
  },
  { why: 'registers of a traced process', call: 'ptrace', args: 'PTRACE_GETREGSET, 12' },
])('leaves out $why', ({ call, args }) => {
  expect(tagOf(call, args, '0', undefined)).toBeNull()
})

test.each([
  { call: 'clone', args: 'flags=CLONE_NEWPID|SIGCHLD', tag: 'namespace' },
  { call: 'unshare', args: 'CLONE_NEWNS|CLONE_NEWUTS', tag: 'namespace' },
  { call: 'write', args: '8</sys/fs/cgroup/pids/lab/demo/pids.max>, "32", 2', tag: 'cgroup' },
  { call: 'mknodat', args: '3, "/run/x/exec.fifo", S_IFIFO|0622', tag: 'handover' },
  { call: 'bind', args: '3, {sa_family=AF_UNIX, sun_path="notify.sock"}, 14', tag: 'handover' },
  { call: 'connect', args: '9, {sun_path="/run/x/runsc-demo.sock"}, 41', tag: 'handover' },
  { call: 'sendto', args: '3, "start container", 15, MSG_NOSIGNAL', tag: 'handover' },
  { call: 'ptrace', args: 'PTRACE_ATTACH, 12<exe>', tag: 'process' },
  { call: 'mknodat', args: '3</dev>, "null", S_IFCHR|0666, makedev(0x1, 0x3)', tag: 'device' },
  { call: 'prlimit64', args: '7, RLIMIT_NOFILE, {rlim_cur=1024}, NULL', tag: 'limit' },
])('says what $call with $args does', ({ call, args, tag }) => {
  expect(tagOf(call, args, '0', undefined)).toBe(tag)
})

test('leaves out what failed', () => {
  expect(tagOf('mount', '"a", "/b"', '-1', 'EPERM')).toBeNull()
})
