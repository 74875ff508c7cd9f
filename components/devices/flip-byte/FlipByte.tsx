import { createHash } from 'node:crypto'
import { decodeDocument } from '@/lib/oci/document'
import { readIndex } from '@/lib/oci/image-index'
import { formatPlatform } from '@/lib/oci/platform'
import { readTags } from '@/lib/recordings/layout'
import { readBlob } from '@/lib/recordings/recording'
import styles from './FlipByte.module.css'
import { FlipBytesPart } from './FlipBytesPart'
import { applyFlip, firstPosition } from './model'
import type { FlipByteWords } from './words'

type Props = {
  /** unique on its page */
  id: string
  words: FlipByteWords
  /** a folder in content/recordings */
  recorded: string
  /** which manifest of it */
  platform?: string
}

/**
 * "Verify it yourself": a recorded manifest with one byte flipped, and what that does to its name.
 *
 * Both digests are in the HTML; in the browser any byte can be flipped.
 */
export async function FlipByte({ id, words, recorded, platform = 'linux/amd64' }: Props) {
  const { digest, bytes } = await readManifest(recorded, platform)
  const flipped = applyFlip(bytes, { at: firstPosition(bytes), flipped: true })
  return (
    <figure className={styles.device} id={id}>
      <FlipBytesPart
        id={id}
        text={new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)}
        digest={digest}
        flippedDigest={`sha256:${createHash('sha256').update(flipped).digest('hex')}`}
        words={words}
      />
      <figcaption>{words.caption}</figcaption>
    </figure>
  )
}

async function readManifest(name: string, platform: string) {
  const [top] = (await readTags(name)).values()
  const read = async (digest: string) => {
    const bytes = await readBlob(name, digest)
    if (!bytes) throw new Error(`recording ${name}: ${digest} is missing`)
    return { digest, bytes }
  }
  if (!top) throw new Error(`recording ${name}: no tag`)
  const document = await read(top.digest)
  const decoded = decodeDocument(document.bytes, top.mediaType)
  if (decoded.kind !== 'index') return document
  const entry = readIndex(decoded).manifests.find(
    ({ descriptor }) => descriptor.platform && formatPlatform(descriptor.platform) === platform,
  )
  if (!entry) throw new Error(`recording ${name}: nothing for ${platform}`)
  return read(entry.descriptor.digest)
}
