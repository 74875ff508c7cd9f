import { stringArray } from '../descriptor.ts'
import { findFile } from './file.ts'
import type { ArchiveImage, ArchiveLayer } from './image.ts'
import { digestInName, factsOf, NOTHING, type Reader, readNamed } from './reader.ts'

/** One item of a Docker archive's manifest.json. @see moby v20.10.0, image/spec/v1.2.md */
export async function addDockerImage(
  reader: Reader,
  item: Record<string, unknown>,
  images: ArchiveImage[],
): Promise<void> {
  const { findings } = reader
  const names = stringArray(item.RepoTags) ?? []
  const configPath = typeof item.Config === 'string' ? item.Config : ''
  const layerPaths = stringArray(item.Layers) ?? []
  const twin = images.find((image) => image.config !== null && image.config.path === configPath)
  if (twin) {
    // docker save since 25: the same image, named a second time.
    twin.names = [...new Set([...names, ...twin.names])]
    return
  }
  const said = factsOf(await readNamed(reader, configPath))
  if (layerPaths.length !== said.diffIds.length && said !== NOTHING) {
    findings.push({
      ...{ kind: 'diff-count', layers: layerPaths.length, diffIds: said.diffIds.length },
    })
  }
  const linked: string[] = []
  const layers = layerPaths.map((path, i): ArchiveLayer => {
    const found = findFile(reader.files, path)
    if (found?.linked) linked.push(path)
    if (!found) findings.push({ kind: 'file-missing', path, by: 'manifest.json' })
    else reader.named.add(found.file.path)
    return {
      ...{ path: found?.file.path ?? null, linked: found?.linked ?? false },
      ...{ size: found?.file.size ?? null, digest: null, diffId: said.diffIds[i] ?? null },
      mediaType: null,
    }
  })
  if (linked.length > 0) {
    findings.push({ kind: 'layer-links', count: linked.length, path: linked[0] ?? '' })
  }
  if (names.length === 0) findings.push({ kind: 'no-name', path: configPath })
  const config = findFile(reader.files, configPath)
  images.push({
    ...{ names, via: 'manifest.json', platform: said.platform, attestation: false },
    ...{ indexes: [], manifest: null, layers },
    config: config && {
      ...{ path: config.file.path, digest: digestInName(configPath), mediaType: null },
    },
  })
}
