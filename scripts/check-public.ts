// Asks each default registry for one public image: ping, token, HEAD, GET, digest. Writes the
// answers, dated, to docs/public-registries.md. Needs the open internet; never part of the tests.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Exchange } from '../lib/oci/conversation.ts'
import { verifyDigest } from '../lib/oci/hash.ts'
import { ProblemError, problemOf } from '../lib/oci/problem.ts'
import { parseReference } from '../lib/oci/reference.ts'
import { manifestReference } from '../lib/oci/reference-text.ts'
import { EXAMPLES } from '../lib/registry/examples.ts'
import { createMirror, type Mirror } from '../lib/registry/mirror.ts'
import { parseSettings } from '../lib/settings.mjs'

const OUTPUT = 'docs/public-registries.md'

export type Row = {
  image: string
  /** what each step answered; a dash where it did not come to that */
  ping: string
  token: string
  head: string
  get: string
  digest: string
  says: string
}

/** The last answer to requests of one kind: `200`, `401 → 200`, or a dash. */
function answers(exchanges: Exchange[], of: (exchange: Exchange) => boolean): string {
  const codes = exchanges
    .filter(of)
    .map(({ response, problem }) => (response ? String(response.status) : (problem?.kind ?? '?')))
  return codes.length > 0 ? codes.join(' → ') : '–'
}

/** Everything one image's registry answered. Never throws: a failure is a row as well. */
export async function askRegistry(mirror: Mirror, image: string): Promise<Row> {
  const exchanges: Exchange[] = []
  const signal = AbortSignal.timeout(60_000)
  const reader = {
    visitor: '127.0.0.1',
    signal,
    onExchange: (exchange: Exchange) => void exchanges.push(exchange),
  }
  let digest = '–'
  let says = ''
  try {
    const reference = parseReference(image)
    // A tag is asked for by HEAD first, so this one call is all the steps.
    const { manifest } = await mirror.manifest(reference, manifestReference(reference), reader)
    await verifyDigest(manifest.bytes, manifest.digest)
    digest = manifest.digest
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    says = problemOf(error).kind
  }
  const asked = (purpose: Exchange['purpose'], method?: string) => (exchange: Exchange) =>
    exchange.purpose === purpose && (!method || exchange.request.method === method)
  return {
    image,
    ping: answers(exchanges, asked('ping')),
    token: answers(exchanges, asked('token')),
    head: answers(exchanges, asked('manifest', 'HEAD')),
    get: answers(exchanges, asked('manifest', 'GET')),
    digest,
    says,
  }
}

/** The page: a dated table, one line an image. */
export function formatPage(rows: Row[], at: Date): string {
  const good = rows.filter(({ says }) => says === '').length
  const lines = rows.map(
    ({ image, ping, token, head, get, digest, says }) =>
      `| \`${image}\` | ${ping} | ${token} | ${head} | ${get} | ${digest === '–' ? '–' : `\`${digest}\``} | ${says} |`,
  )
  return `# The default registries, asked from the open internet

Run on ${at.toISOString().slice(0, 10)} by \`npm run check:public\`: ${good} of ${rows.length} answered with
bytes that match their digest. Steps show HTTP status codes in the order they came.

| image | ping | token | HEAD | GET | digest, recomputed | problem |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = mkdtempSync(path.join(tmpdir(), 'check-public-'))
  // The operator's credentials and proxy count; a cache would answer in a registry's place.
  const mirror = createMirror(parseSettings({ ...process.env, CACHE_DIR: directory }))
  const rows: Row[] = []
  for (const { reference: image } of EXAMPLES) {
    const row = await askRegistry(mirror, image)
    rows.push(row)
    console.log(`${row.says ? `✗ ${row.says}` : '✓'}  ${image}`)
  }
  await mirror.close()
  rmSync(directory, { recursive: true })
  if (rows.every(({ says }) => says === 'offline')) {
    console.error(`No registry could be reached: ${OUTPUT} stays as it is.`)
    process.exit(1)
  }
  writeFileSync(OUTPUT, formatPage(rows, new Date()))
  console.log(`Wrote ${OUTPUT}.`)
  process.exit(rows.every(({ says }) => says === '') ? 0 : 1)
}
