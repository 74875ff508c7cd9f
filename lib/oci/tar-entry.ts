export type TarKind =
  | 'file'
  | 'directory'
  | 'symlink'
  | 'hardlink'
  | 'character-device'
  | 'block-device'
  | 'fifo'
  // a type that no engine unpacks: a volume label, a vendor's own
  | 'other'

/** One entry of a tar, as it is written there: no path is cleaned and no link followed. */
export type TarEntry = {
  /** position among the entries, from 0 */
  index: number
  /** wrong UTF-8 shown as U+FFFD; `pathBase64` then has the bytes */
  path: string
  pathBase64?: string
  kind: TarKind
  /** permission bits with setuid, setgid and sticky */
  mode: number
  uid: number
  gid: number
  /** bytes of the file; of a sparse file with its holes */
  size: number
  /** seconds since 1970, with a fraction or negative where the archive says so */
  mtime: number
  /** where a symbolic link points, or the entry that a hard link shares its bytes with */
  link?: string
  linkBase64?: string
  /** major and minor number */
  device?: [number, number]
  /** names of extended attributes, such as `security.capability` */
  xattrs?: string[]
  sparse?: true
}
