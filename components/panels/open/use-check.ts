import { useEffect, useRef, useState } from 'react'
import type { FileCheck, OpenedArchive, Progress } from './messages'
import type { OpenedTools } from './OpenedView'

/** How far the hashing is. */
export type Check = {
  /** by path */
  files: ReadonlyMap<string, FileCheck>
  progress: Progress | null
  state: 'waiting' | 'running' | 'done'
  count: number
  bytes: number
  start: () => void
  stop: () => void
}

/** Bytes hashed without being asked: a blink on a desktop, a second on a phone. */
const UNASKED = 32 * 1024 * 1024

/** Hashes the files of an archive in its worker: at once when they are small, else when asked. */
export function useCheck(tools: OpenedTools | null, opened: OpenedArchive): Check {
  const [files, setFiles] = useState<ReadonlyMap<string, FileCheck>>(new Map())
  const [progress, setProgress] = useState<Progress | null>(null)
  const [state, setState] = useState<Check['state']>('waiting')
  const running = useRef<{ stop: () => void } | null>(null)
  const { count, bytes } = opened.checkable

  const start = () => {
    if (!tools || running.current) return
    setState('running')
    // Gathered, so that a thousand small files are not a thousand drawings.
    let found: FileCheck[] = []
    const take = () => {
      const batch = found
      found = []
      if (batch.length === 0) return
      setFiles((known) => new Map([...known, ...batch.map((each) => [each.path, each] as const)]))
    }
    const timer = setInterval(take, 150)
    const asked = tools.client.check((check) => found.push(check), setProgress)
    running.current = asked
    asked.answer
      .then(() => 'done' as const)
      .catch(() => 'waiting' as const)
      .then((next) => {
        clearInterval(timer)
        take()
        if (running.current !== asked) return
        running.current = null
        setProgress(null)
        setState(next)
      })
  }
  const stop = () => {
    running.current?.stop()
    running.current = null
    setProgress(null)
    setState('waiting')
  }

  const first = useRef(start)
  first.current = start
  useEffect(() => {
    if (tools && bytes <= UNASKED) first.current()
    return () => running.current?.stop()
  }, [tools, bytes])
  return { files, progress, state, count, bytes, start, stop }
}
