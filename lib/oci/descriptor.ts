import type { Digest } from './digest.ts'
import type { Platform } from './platform.ts'

/** What one document says about another. image-spec v1.1.1, descriptor.md */
export type Descriptor = {
  mediaType: string
  digest: Digest
  /** bytes */
  size: number
  urls?: string[]
  annotations?: Record<string, string>
  /** base64 of the content itself */
  data?: string
  artifactType?: string
  /** only inside an index */
  platform?: Platform
}
