import { join } from 'node:path'

/** The recorder's folder, the same on every machine: its path shows up in what is recorded. */
export const LAB = '/run/lab/docker'
export const BIN = join(LAB, 'bin')
export const PORT = 5000
export const IMAGE = `127.0.0.1:${PORT}/lab/app:1`
/** Where commands ask; requests go on to the next. */
export const SOCKET = join(LAB, 'docker.sock')
export const DAEMON = join(LAB, 'dockerd.sock')
export const CONTAINERD = join(LAB, 'containerd.sock')
export const STATE = join(LAB, 'containerd/state')
/** Stands open while `runc create` is held in a hook. */
export const GATE = join(LAB, 'gate')

/** Says a word, and another when it is told to end; nothing of it changes in between. */
export const PROGRAM = 'trap "echo bye; exit 0" TERM; echo hello; /bin/busybox sleep 3600 & wait'
