import type { TraceEvent, TraceTag } from '../../../lib/recordings/runtime.ts'

/** System calls that are asked for; what is kept of them is decided by `tagOf`. */
export const CALLS = [
  ...['clone', 'clone3', 'fork', 'vfork', 'execve', 'execveat', 'unshare', 'setns', 'memfd_create'],
  ...['mount', 'umount2', 'pivot_root', 'chroot', 'move_mount', 'open_tree', 'fsopen', 'fsmount'],
  ...['mount_setattr', 'sethostname', 'prctl', 'capset', 'seccomp', 'setresuid', 'setresgid'],
  ...['setuid', 'setgid', 'setgroups', 'prlimit64', 'setrlimit', 'bpf', 'mknod', 'mknodat'],
  ...['symlinkat', 'symlink', 'mkdir', 'mkdirat', 'rmdir', 'unlinkat', 'openat', 'openat2'],
  ...['write', 'setsid', 'kill', 'pidfd_send_signal', 'exit_group'],
  // Where a created container waits at a socket.
  ...['bind', 'connect', 'accept4', 'recvfrom', 'sendto'],
  // gVisor's kernel has the processes of its container.
  'ptrace',
]

/** `-Y` names the process of each number, `-y` the file. */
export const STRACE = ['-f', '-ttt', '-y', '-Y', '-s', '160', '-e', `trace=${CALLS.join(',')}`]

type Raw = { pid: number; process: string; at: number; text: string }

const HEAD = /^(\d+)(?:<([^>]*)>)?\s+(\d+\.\d+) (.*)$/
const CUT = /^(.*) <unfinished \.\.\.>$/
const RESUMED = /^<\.\.\. \w+ resumed>(.*)$/
const CALL = /^(\w+)\((.*)\)\s+= (-?\w+)(<.*>)?(?: (E[A-Z0-9]+) \(.*\))?.*$/s

/** An event that knows its time, seconds since 1970. */
export type Timed = Omit<TraceEvent, 'ms'> & { at: number }

/** Events from `from` on, as they are kept. */
export function eventsFrom(events: Timed[], from: number): TraceEvent[] {
  return events.map(({ at, ...event }) => ({ ms: Math.round((at - from) * 1e6) / 1000, ...event }))
}

/**
 * What matters of a trace: each call whole, in the order in which they began, with what it does.
 *
 * Failed probes, threads of a Go runtime and library opens are left out; nothing is added. A run of
 * PR_CAPBSET_DROP of one process or thread is one event that names all.
 *
 * @param text of `strace` with STRACE
 */
export function readTrace(text: string): Timed[] {
  const raws: Raw[] = []
  const cut = new Map<number, Raw>()
  for (const line of text.split('\n')) {
    const [, pid, process = '', at, rest = ''] = HEAD.exec(line) ?? []
    if (pid === undefined || at === undefined) continue
    const [, begun] = CUT.exec(rest) ?? []
    const [, ended] = RESUMED.exec(rest) ?? []
    const number = Number(pid)
    if (ended !== undefined) {
      const open = cut.get(number)
      if (open) open.text += ended
      cut.delete(number)
      continue
    }
    const raw = { pid: number, process, at: Number(at), text: begun ?? rest }
    raws.push(raw)
    if (begun !== undefined) cut.set(number, raw)
  }
  const events: Timed[] = []
  const lastOf = new Map<number, Timed>()
  for (const { pid, process, at, text } of raws) {
    const [, call = '', args = '', result = '', file = '', error] = CALL.exec(text) ?? []
    const tag = call && tagOf(call, args, `${result}${file}`, error)
    if (!tag) continue
    const [, capability] = /^PR_CAPBSET_DROP, (\w+)/.exec(args) ?? []
    const last = lastOf.get(pid)
    if (capability && last?.args.startsWith('PR_CAPBSET_DROP')) {
      last.args += `, ${capability}`
      continue
    }
    const event = {
      ...{ at, pid, process, call, args },
      ...{ result: `${result}${file}`, ...(error ? { error } : {}), tag },
    }
    events.push(event)
    lastOf.set(pid, event)
  }
  return events
}

/** What a call does for the container; null for what it does for itself. */
export function tagOf(
  call: string,
  args: string,
  result: string,
  error: string | undefined,
): TraceTag | null {
  const failed = error !== undefined || result === '-1'
  switch (call) {
    case 'clone':
    case 'clone3':
      if (/CLONE_THREAD/.test(args)) return null
      return /CLONE_NEW/.test(args) ? 'namespace' : 'process'
    case 'fork':
    case 'vfork':
    case 'setsid':
      return 'process'
    case 'unshare':
      // A Go thread takes its working directory for itself.
      return /CLONE_NEW/.test(args) ? 'namespace' : null
    case 'setns':
    case 'sethostname':
      return 'namespace'
    case 'execve':
    case 'execveat':
      return failed ? null : 'program'
    case 'memfd_create':
      return 'self'
    case 'mount':
    case 'umount2':
    case 'move_mount':
    case 'open_tree':
    case 'fsmount':
    case 'mount_setattr':
      return failed ? null : 'mount'
    case 'fsopen':
      return failed ? null : 'mount'
    case 'pivot_root':
    case 'chroot':
      return 'root'
    case 'mknod':
    case 'mknodat':
      if (/exec\.fifo/.test(args)) return 'handover'
      return failed ? null : 'device'
    case 'symlink':
    case 'symlinkat':
      return failed ? null : 'device'
    case 'prctl':
      return privilege(args)
    case 'capset':
    case 'setuid':
    case 'setgid':
    case 'setresuid':
    case 'setresgid':
    case 'setgroups':
      return 'privilege'
    case 'seccomp':
      return failed || /GET_ACTION_AVAIL|GET_NOTIF/.test(args) ? null : 'seccomp'
    case 'setrlimit':
      return failed ? null : 'limit'
    case 'prlimit64':
      // Only one that sets has something before the last comma.
      return failed || /, NULL, /.test(args) ? null : 'limit'
    case 'bpf':
      return failed ? null : 'device'
    case 'mkdir':
    case 'mkdirat':
    case 'rmdir':
    case 'unlinkat':
      return !failed && /cgroup/.test(args) ? 'cgroup' : null
    case 'write':
      if (/exec\.fifo/.test(args)) return 'handover'
      if (/uid_map|gid_map|setgroups/.test(args)) return 'namespace'
      if (/oom_score_adj/.test(args)) return 'limit'
      return !failed && /^\d+<[^>]*cgroup/.test(args) ? 'cgroup' : null
    case 'openat':
    case 'openat2':
      return !failed && /exec\.fifo/.test(args + result) ? 'handover' : null
    case 'ptrace':
      return /^PTRACE_(?:ATTACH|SEIZE)/.test(args) ? 'process' : null
    case 'bind':
    case 'connect':
      // youki's socket in the container's folder, gVisor's to the Sentry.
      return !failed && /"[^"]*(?:notify|runsc-[^"]*)\.sock"/.test(args) ? 'handover' : null
    case 'accept4':
      return failed ? null : 'handover'
    case 'recvfrom':
    case 'sendto':
      return /"start container"/.test(args) ? 'handover' : null
    case 'kill':
    case 'pidfd_send_signal':
      return /SIGURG/.test(args) ? null : 'process'
    case 'exit_group':
      return 'process'
    default:
      return null
  }
}

const PRIVILEGES =
  /^PR_(?:SET_NO_NEW_PRIVS|CAPBSET_DROP|SET_KEEPCAPS|CAP_AMBIENT, PR_CAP_AMBIENT_(?:RAISE|CLEAR_ALL)|SET_DUMPABLE|SET_SECUREBITS)/

function privilege(args: string): TraceTag | null {
  if (PRIVILEGES.test(args)) return 'privilege'
  return /^PR_SET_(?:PDEATHSIG|CHILD_SUBREAPER|NAME)/.test(args) ? 'process' : null
}
