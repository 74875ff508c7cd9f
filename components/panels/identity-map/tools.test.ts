import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { chainIds } from '@/lib/oci/chain-id'
import { readShown } from '../image/recorded'
import { diffIdsOf, identitiesOf, printedFor } from './model'
import { TOOLS } from './tools'

const transcript = readFileSync(
  path.join(process.cwd(), 'content/recordings/hello-where-printed/transcript.txt'),
  'utf8',
)

/** What was printed after a command of the transcript: `docker images --no-trunc`. */
function printedBy(command: string): string {
  return transcript.split(`$ ${command}\n`)[1]?.split(/^\$ /m)[0] ?? ''
}

// Which line of the transcript a row of the table stands for.
const RAN: Record<string, string> = {
  'docker pull <image> Digest:': 'docker pull localhost:5000/hello:1.0',
  'docker images IMAGE ID': 'docker images --no-trunc',
  'docker images --digests DIGEST': 'docker images --digests --no-trunc',
  'docker image inspect <image> Id':
    'docker image inspect --format {{.Id}} localhost:5000/hello:1.0',
  'docker image inspect <image> RepoDigests':
    'docker image inspect --format {{json .RepoDigests}} localhost:5000/hello:1.0',
  'docker image inspect <image> RootFS.Layers':
    'docker image inspect --format {{json .RootFS.Layers}} localhost:5000/hello:1.0',
  'ctr images ls DIGEST': 'ctr images ls',
  'ctr snapshots ls KEY': 'ctr snapshots ls',
  'crictl images, inspecti CRI Image.id': 'cri ImageStatus',
  'crictl images --digests, inspecti CRI Image.repo_digests': 'cri ImageStatus',
  'crictl pull <image> CRI image_ref': 'cri PullImage',
  'crane digest <image>': 'crane digest localhost:5000/hello:1.0',
  'crane digest --platform linux/amd64 <image>':
    'crane digest --platform linux/amd64 localhost:5000/hello:1.0',
  'skopeo inspect docker://<image> Digest':
    'skopeo inspect --tls-verify=false --format {{.Digest}} docker://localhost:5000/hello:1.0',
  'skopeo inspect docker://<image> Layers':
    'skopeo inspect --tls-verify=false --format {{.Layers}} docker://localhost:5000/hello:1.0',
}

const rows = Object.values(TOOLS).flat()
const run = rows.filter(({ evidence }) => evidence.how === 'run')
const keyOf = ({ command, field }: { command: string; field: string }) =>
  `${command} ${field}`.trim()

const shown = await readShown('hello', {
  fields: {},
  findings: {} as never,
  platform: 'linux/amd64',
})
const picture = identitiesOf(shown, await chainIds(diffIdsOf(shown)))

describe('what we say a tool prints, it printed', () => {
  test.each(run.map((row) => ({ ...row, key: keyOf(row) })))('$key', ({ key, meaning }) => {
    const output = printedBy(RAN[key] ?? 'not in the transcript')
    const expected = printedFor(picture, meaning).map(({ digest }) => digest)
    expect(expected.length).toBeGreaterThan(0)
    for (const digest of expected) expect(output).toContain(digest)
    // Nothing else is in the output, except where two columns stand side by side.
    const printed = new Set(output.match(/sha256:[0-9a-f]{64}/g))
    const beside = new Set(printedFor(picture, 'config').map(({ digest }) => digest))
    if (key.includes('--digests') || key.includes('Image.id')) {
      for (const { digest } of printedFor(picture, 'top')) beside.add(digest)
    }
    const others = [...printed].filter((one) => !expected.includes(one as never))
    expect(others.filter((one) => !beside.has(one))).toEqual([])
  })
})

test('what we did not run names its source', () => {
  for (const { evidence } of rows) {
    if (evidence.how === 'read') expect(evidence.url).toMatch(/^https:\/\/github\.com\//)
    expect(evidence.date).toMatch(/^20\d\d-\d\d-\d\d$/)
  }
  expect(rows.length - run.length).toBeGreaterThan(0)
})
