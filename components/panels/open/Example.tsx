import { format } from '@/lib/i18n/format'
import { readArchive } from '@/lib/oci/archive/archive'
import { readLayer } from '@/lib/oci/archive/layer'
import { indexTar } from '@/lib/oci/archive/tar-index'
import { readArchiveFile, readManifestDigests } from '@/lib/recordings/archives'
import { readRecording } from '@/lib/recordings/recording'
import { Part } from '../../ui/Part'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { DigestText } from '../image/DigestText'
import styles from './Example.module.css'
import type { OpenWords } from './words'

const SPEC = 'https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#imageid'

/** One recorded image in two archives, read when the page is made by what reads a reader's own. */
export async function Example({ words }: { words: OpenWords['example'] }) {
  const [docker, oci, manifests, recording] = await Promise.all([
    read('hello.docker.tar'),
    read('hello.oci.tar'),
    readManifestDigests(),
    readRecording('hello-archives'),
  ])
  if (oci.manifest !== manifests.oci)
    throw new Error('hello.oci.tar: skopeo names another manifest')
  const date = recording.observedAt.slice(0, 10)
  const tool = recording.tools.skopeo?.replace('version ', '') ?? 'skopeo'
  const [before, after] = words.madeUp.split('{digest}')
  return (
    <Part
      id="example-heading"
      kind="manifest"
      words={words}
      source={{ href: SPEC, says: 'image-spec v1.1.1, config.md#imageid' }}
    >
      <ScrollRegion label={words.caption}>
        <table className={styles.table}>
          <caption>
            {words.caption}. {format(words.recorded, { date, tool })}
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="col">
                {words.docker} <a href="/samples/hello.docker.tar">{words.download}</a>
              </th>
              <th scope="col">
                {words.oci} <a href="/samples/hello.oci.tar">{words.download}</a>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr data-tone="config">
              <th scope="row">{words.rows.config}</th>
              <td>
                <DigestText digest={docker.config} />
              </td>
              <td>
                <DigestText digest={oci.config} />
              </td>
            </tr>
            <tr data-tone="manifest">
              <th scope="row">{words.rows.manifest}</th>
              <td>
                {words.noManifest} {before}
                <DigestText digest={manifests.docker} />
                {after}
              </td>
              <td>
                <DigestText digest={manifests.oci} />
              </td>
            </tr>
            <tr data-tone="layer">
              <th scope="row">{words.rows.layers}</th>
              <Layers digests={docker.layers} says={words.unpacked} />
              <Layers digests={oci.layers} says={words.packed} />
            </tr>
            <tr>
              <th scope="row">{words.rows.names}</th>
              <td>
                <code>manifest.json</code>, <code>RepoTags</code>
              </td>
              <td>
                <code>index.json</code>, <code>org.opencontainers.image.ref.name</code>
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      {words.so.map((text) => (
        <p key={text} className={styles.so}>
          {text}
        </p>
      ))}
    </Part>
  )
}

function Layers({ digests, says }: { digests: string[]; says: string }) {
  return (
    <td>
      {digests.map((digest, i) => (
        // A layer may come twice, so the key is its place.
        <span key={i} className={styles.layer}>
          <DigestText digest={digest} />
        </span>
      ))}
      <span className={styles.says}>{says}</span>
    </td>
  )
}

/** @throws Error when the recording is no archive of one image */
async function read(name: string) {
  const files = await indexTar(new Blob([await readArchiveFile(name)]))
  const [image] = (await readArchive(files)).images
  if (!image?.config?.digest) throw new Error(`${name}: no image with a config`)
  const layers = await Promise.all(
    image.layers.map(async ({ path, digest, diffId }) => {
      const blob = path === null ? null : files.byPath.get(path)?.blob
      if (!blob) throw new Error(`${name}: a layer is missing`)
      const end = await readLayer(blob, { digest, diffId, declared: null })
      if (!end.diffIdVerified) throw new Error(`${name}: ${path} is not ${diffId}`)
      return end.digest
    }),
  )
  return { config: image.config.digest, manifest: image.manifest?.digest ?? null, layers }
}
