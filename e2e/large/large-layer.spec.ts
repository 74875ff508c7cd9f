import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { insertWithUmoci, newLayout, readLayoutBlob } from '../harness/layer-images.ts'
import { fromMirror, listLayer } from '../harness/listing.ts'
import { startSite } from '../harness/site.ts'
import { needRegistries } from '../harness/state.ts'
import { listedOf, listWithTar } from '../harness/tar-listing.ts'
import { run } from '../harness/tool.ts'
import { forget, memoryOf } from './memory.ts'

const MiB = 2 ** 20

test('a layer of 400 MB, filled by umoci and skopeo, listed as tar lists it', async () => {
  test.setTimeout(600_000)
  test.skip(process.platform !== 'linux', 'memory is read from /proc')
  const { open } = needRegistries()
  const directory = await mkdtemp(join(tmpdir(), 'large-'))
  const site = await startSite({
    CACHE_DIR: join(directory, 'cache'),
    EXTRA_REGISTRIES: open.origin,
  })
  try {
    const files = join(directory, 'files')
    await mkdir(files)
    for (let i = 0; i < 400; i += 1)
      await writeFile(join(files, `noise-${i}`), randomBytes(10 ** 6))
    const layout = await newLayout(directory)
    await insertWithUmoci(layout, files, '/noise')
    await rm(files, { recursive: true })
    const repository = 'layers/large'
    const to = `docker://${open.host}/${repository}:1.0`
    const copy = ['--insecure-policy', 'copy', '--quiet', '--dest-tls-verify=false']
    await run('skopeo', [...copy, `oci:${layout}:1.0`, to], { timeout: 300_000 })

    const place = { origin: site.origin, upstream: open.origin, host: open.host, repository }
    const manifest = JSON.parse((await fromMirror(place, 'manifests/1.0')).toString())
    const [layer] = manifest.layers
    expect(layer.size).toBeGreaterThan(400e6)
    const config = JSON.parse((await readLayoutBlob(layout, manifest.config.digest)).toString())
    await forget(site.pid)
    const { now: idle } = await memoryOf(site.pid)
    const started = performance.now()
    const { entries, last } = await listLayer(place, layer.digest, config.rootfs.diff_ids[0])
    const seconds = (performance.now() - started) / 1000
    const { most } = await memoryOf(site.pid)
    expect(last).toMatchObject({ type: 'end', compressed: layer.size, diffIdVerified: true })
    const blob = join(layout, 'blobs', 'sha256', layer.digest.slice('sha256:'.length))
    const unpacked = Date.now()
    expect(entries.map(listedOf)).toEqual(await listWithTar(blob))
    const tarSeconds = (Date.now() - unpacked) / 1000
    console.log(
      `400 MB: ${seconds.toFixed(1)} s (tar -tzv of the file: ${tarSeconds.toFixed(1)} s), ` +
        `${Math.round((most - idle) / MiB)} MiB above ${Math.round(idle / MiB)} MiB`,
    )
    expect(most - idle).toBeLessThan(100 * MiB)
  } finally {
    await site.stop()
    await rm(directory, { recursive: true, force: true })
  }
})
