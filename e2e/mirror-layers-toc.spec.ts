import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { EndLine, EntryLine } from '../lib/oci/layer-entry.ts'
import {
  fromMirror,
  type LayerDescriptor,
  layerFile,
  type Place,
  visitor,
} from './harness/listing.ts'
import { rawRequest } from './harness/raw-request.ts'
import { needRegistries, readState } from './harness/state.ts'
import { run } from './harness/tool.ts'

const recordings = join(import.meta.dirname, '../content/recordings')
const samples = [
  { name: 'zones-estargz', format: 'estargz', address: 71 },
  { name: 'zones-zstd-chunked', format: 'zstd-chunked', address: 72 },
]

async function list(at: string, digest: string, query = '', from?: string) {
  const answer = await rawRequest(`${at}/${digest}${query}`, { localAddress: from })
  const lines = answer.bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const entries: EntryLine[] = lines.filter(({ type }) => type === 'entry')
  return { entries, end: lines.at(-1) as EndLine }
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

for (const { name, format, address } of samples) {
  test(`${name} out of a real registry: by its table, and one file by itself`, async () => {
    const { open } = needRegistries()
    const { origin } = readState().site
    const repository = `toc/${name}`
    const from = visitor(address)
    const place: Place = { origin, upstream: open.origin, host: open.host, repository, from }
    const to = `docker://${open.host}/${repository}:1.0`
    const flags = ['--preserve-digests', '--dest-tls-verify=false']
    const layout = `oci:${join(recordings, name)}:1.0`
    await run('skopeo', ['--insecure-policy', 'copy', '--quiet', ...flags, layout, to])
    const manifest = JSON.parse((await fromMirror(place, 'manifests/1.0')).toString())
    const layers: LayerDescriptor[] = manifest.layers
    expect(layers).toHaveLength(2)
    const at = `${origin}/api/layers/${open.host.replace(':', '_')}/${repository}`
    for (const { digest, size } of layers) {
      const { entries, end } = await list(at, digest, '', from)
      expect(end).toMatchObject({
        ...{ method: 'toc', digest, digestVerified: null, diffId: null },
        toc: { format, failure: null, size },
      })
      // Of the large layer 7 %.
      expect(end.toc?.fetched).toBeLessThan(size > 100_000 ? size / 10 : size)
      const {
        path,
        index,
        digest: told,
      } = entries.find((entry) => entry.path.endsWith('/zone1970.tab')) as EntryLine
      const file = await layerFile(place, digest, index)
      expect(file.status, path).toBe(200)
      expect(sha256(file.bytes), path).toBe(told)

      const whole = await list(at, digest, '?method=stream', from)
      expect(whole.end).toMatchObject({ method: 'stream', digestVerified: true })
      const paths = whole.entries.map((entry) => entry.path)
      expect(paths.slice(0, entries.length)).toEqual(entries.map((entry) => entry.path))
    }
  })

  test(`${name} as a sample`, async () => {
    const { origin } = readState().site
    const answer = await rawRequest(`${origin}/v2/samples/${name}/manifests/1.0`)
    const layers: LayerDescriptor[] = JSON.parse(answer.bytes.toString()).layers
    const { end } = await list(`${origin}/api/layers/samples/${name}`, layers[0]?.digest ?? '')
    expect(end).toMatchObject({ method: 'toc', toc: { format, failure: null } })
  })
}
