import type { Digest } from './digest.ts'

/**
 * A parsed image reference, in its normal form, and how it came to be.
 *
 * `nginx` becomes registry `docker.io`, repository `library/nginx`, tag `latest`.
 */
export type Reference = {
  /** what was typed, trimmed */
  input: string
  /** host, with port if one was typed: `docker.io`, `localhost:5000` */
  registry: string
  repository: string
  tag: string | null
  digest: Digest | null
  /** what normalising added or changed, in order, for the reader to see */
  steps: ReferenceStep[]
}

export type ReferenceStep =
  | { kind: 'default-registry'; value: string }
  | { kind: 'alias-registry'; from: string; to: string }
  | { kind: 'library-prefix'; value: string }
  | { kind: 'default-tag'; value: string }
  | { kind: 'digest-wins'; tag: string; digest: Digest }
