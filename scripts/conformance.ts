// Runs the conformance suite of the distribution specification, read-only, against the samples of the built site.
// `node scripts/conformance.ts <the suite's program> [sample…]`; docs/conformance.md tells where to get it.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '../e2e/harness/site.ts'
import type { Digest } from '../lib/oci/digest.ts'
import { isIndexType } from '../lib/oci/media-type.ts'
import { readManifests, readTags } from '../lib/recordings/layout.ts'
import { listRecordings, readBlob } from '../lib/recordings/recording.ts'

const [program, ...named] = process.argv.slice(2)
if (!program) {
  console.error("usage: node scripts/conformance.ts <the suite's program> [sample…]")
  process.exit(1)
}
const complete = (await listRecordings()).filter(
  ({ kind, omittedBlobs }) => kind === 'image' && omittedBlobs.length === 0,
)
const samples = named.length > 0 ? named : complete.map(({ name }) => name)

const cache = await mkdtemp(join(tmpdir(), 'conformance-'))
const site = await startSite({ LIVE: 'off', CACHE_DIR: join(cache, 'cache') })
let failed = 0
try {
  for (const sample of samples) {
    const counts = await runSuite(program, sample)
    const { Pass: passed, FAIL: fails, Error: errors, Disabled: off, Total: all } = counts
    const ok = passed !== undefined && passed > 0 && fails === 0 && errors === 0
    const sum = `${passed} pass, ${fails} fail, ${errors} error, ${off} disabled, of ${all}`
    console.log(`${ok ? 'ok' : 'FAILED'} ${sample}: ${sum}`)
    if (!ok) failed += 1
  }
} finally {
  await site.stop()
  await rm(cache, { recursive: true, force: true })
}
process.exit(failed > 0 ? 1 : 0)

type Counts = Record<'Pass' | 'FAIL' | 'Error' | 'Disabled' | 'Total', number | undefined>

/** Counts of the summary; the program's own exit status says nothing, since its report writer can fail. */
async function runSuite(program: string, sample: string): Promise<Counts> {
  const manifests = await readManifests(sample)
  const blobs = new Set<Digest>()
  for (const { digest, mediaType } of manifests.values()) {
    if (isIndexType(mediaType)) continue
    const bytes = await readBlob(sample, digest)
    const { config, layers } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
    for (const blob of [config, ...layers]) blobs.add(blob.digest)
  }
  const tags = await readTags(sample)
  const env = {
    ...process.env,
    ...{ OCI_TLS: 'disabled', OCI_REGISTRY: `127.0.0.1:${site.port}` },
    ...{ OCI_REPO1: `samples/${sample}`, OCI_VERSION: '1.1', OCI_API_PUSH: 'false' },
    ...{ OCI_API_BLOBS_DELETE: 'false', OCI_API_MANIFESTS_DELETE: 'false' },
    ...{ OCI_API_TAGS_DELETE: 'false', OCI_RESULTS_DIR: join(cache, sample) },
    OCI_RO_DATA_TAGS: [...tags.keys()].join(' '),
    OCI_RO_DATA_MANIFESTS: [...manifests.keys()].join(' '),
    OCI_RO_DATA_BLOBS: [...blobs].join(' '),
    OCI_RO_DATA_REFERRERS: [...tags.values()].map(({ digest }) => digest).join(' '),
  }
  const child = spawn(program, [], { env, cwd: cache, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const count = (word: string) => {
    const [, digits] = new RegExp(`^ *${word}\\.+: +(\\d+)$`, 'm').exec(said) ?? []
    return digits === undefined ? undefined : Number(digits)
  }
  if (count('Total') === undefined || count('FAIL') || count('Error')) console.log(said)
  const words = ['Pass', 'FAIL', 'Error', 'Disabled', 'Total'] as const
  return Object.fromEntries(words.map((word) => [word, count(word)])) as Counts
}
