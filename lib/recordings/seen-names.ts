import { createHash } from 'node:crypto'
import { indexTar } from '../oci/archive/tar-index.ts'
import { type Place, readSaved } from './everywhere.ts'
import { type Identifier, identifiersIn } from './identifiers.ts'
import type { ImageName } from './image-names.ts'

/** A name that is none of the image's: a tool gave it. */
export type OwnName = {
  hex: string
  is: /** the folder of an unpacked layer in Docker's classic store: chosen at random */
    | 'cacheId'
    /** a layer in Docker's first format: the hash of a document made for it */
    | 'v1Id'
    /** a layer in the store of Podman and CRI-O: a hash over the layers below it */
    | 'storageLayer'
    /** a document or layer that the tool wrote anew, by its hash */
    | 'made'
    /** the image's own documents mention it: its base, or what its builder copied */
    | 'mentioned'
}

/** Every hash seen in a place, and where: a command and its field, a path, a file and its field. */
export type Seen = Identifier & {
  from: { command: string } | { folder: string; file: string } | { archive: string; file: string }
}

type Bytes = Uint8Array<ArrayBuffer>
export type SavedFiles = Map<string, Map<string, Bytes>>

/** What is in the archives of a place, by archive and path. */
export async function readSavedFiles({ archives }: Place, directory?: string): Promise<SavedFiles> {
  const saved: SavedFiles = new Map()
  for (const archive of archives) {
    const files = new Map<string, Bytes>()
    const { byPath } = await indexTar(new Blob([await readSaved(archive, directory)]))
    for (const { path, blob } of byPath.values()) {
      files.set(path, blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array())
    }
    saved.set(archive, files)
  }
  return saved
}

/** Every hash in a place, in the order in which it was met. */
export function seenIn({ asked, folders }: Place, saved: SavedFiles): Seen[] {
  const seen: Seen[] = []
  for (const { command, stdout, stderr } of asked) {
    for (const text of [stdout, stderr]) {
      seen.push(...identifiersIn(text).map((one) => ({ ...one, from: { command } })))
    }
  }
  for (const { path: folder, files } of folders) {
    for (const file of files) {
      const from = { folder, file: file.path }
      const texts = [file.path, decodedName(file.path), file.kind === 'link' ? file.to : '']
      if (file.kind === 'file') texts.push(file.text ?? '')
      seen.push(...texts.flatMap(identifiersIn).map((one) => ({ ...one, from })))
    }
  }
  for (const [archive, files] of saved) {
    for (const [file, bytes] of files) {
      const from = { archive, file }
      const text = file.endsWith('.json') || bytes[0] === BRACE ? decode(bytes) : ''
      seen.push(...[file, text].flatMap(identifiersIn).map((one) => ({ ...one, from })))
    }
  }
  return seen
}

/**
 * The names in a place that are none of the image's, each found where it is given.
 *
 * @param image its names, and the hashes that its documents mention
 */
export function ownNamesIn(
  { folders }: Place,
  saved: SavedFiles,
  image: { names: ImageName[]; mentioned: string[] },
): OwnName[] {
  const known = new Set(image.names.map(({ hex }) => hex))
  const own = new Map<string, OwnName['is']>(image.mentioned.map((hex) => [hex, 'mentioned']))
  const found = (hex: string, is: OwnName['is']) => {
    if (!known.has(hex) && !own.has(hex)) own.set(hex, is)
  }
  for (const { files } of folders) {
    for (const file of files) {
      if (file.kind !== 'file') continue
      const { path, text = '', sha256 } = file
      if (path.endsWith('/cache-id')) found(text.trim(), 'cacheId')
      if (path.endsWith('layers.json')) {
        for (const { id } of JSON.parse(text) as { id: string }[]) found(id, 'storageLayer')
      }
      if (path.endsWith(sha256)) found(sha256, 'made')
    }
  }
  for (const files of saved.values()) {
    for (const [path, bytes] of files) {
      // a file of its own once; among the blobs since Docker Engine 25
      const [, v1] = (bytes[0] === BRACE && /[{,]"id":"([0-9a-f]{64})"/.exec(decode(bytes))) || []
      if (v1) found(v1, 'v1Id')
      const hex = createHash('sha256').update(bytes).digest('hex')
      if (path.includes(hex)) found(hex, 'made')
    }
  }
  return [...own].map(([hex, is]) => ({ hex, is }))
}

/** What a hash, or a short form of one, is the name of; none if nobody gave it. */
export function namesBy<Name extends { hex: string }>(names: readonly Name[], hex: string): Name[] {
  return names.filter((name) => name.hex.startsWith(hex))
}

/** The store of Podman and CRI-O calls files by names like `=bWFuaWZlc3Q=`, in base64. */
const decodedName = (path: string) => atob(/\/=([A-Za-z0-9+/]+=*)$/.exec(path)?.[1] ?? '')

const BRACE = '{'.charCodeAt(0)
const decode = (bytes: Bytes) => new TextDecoder().decode(bytes)
