import { join } from 'node:path'

/** The recorder's folder, the same on every machine: its path shows up in what is recorded. */
export const LAB = '/run/lab/everywhere'
export const OUT = join(LAB, 'out')
export const PORT = 5000
export const HOST = `localhost:${PORT}`
export const REPOSITORY = 'hello'
export const IMAGE = `${HOST}/${REPOSITORY}:1.0`
/** The platform that every tool takes here; the recorder runs on no other. */
export const PLATFORM = 'linux/amd64'
