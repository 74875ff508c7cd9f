import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { startServer, type TestServer } from '../../../../lib/registry/testing/upstream.ts'

const hello = join(import.meta.dirname, '../../../../content/recordings/hello/blobs/sha256')

/** The index of the recorded `hello`. */
export const HELLO = '4bc855ad805bbac134471f531099ded05270a30d0e53f7afa75821f991a1d882'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** What stands between a request and its answer; true when it has answered. */
export type Turn = (request: IncomingMessage, response: ServerResponse) => boolean

export type FakeRegistry = TestServer & { forget(): void }

/** A registry that holds `hello:1.0` as it was recorded, and whatever `more` adds. */
export async function startRegistry(
  turn: Turn = () => false,
  more: { tags?: Record<string, string>; documents?: string[] } = {},
): Promise<FakeRegistry> {
  const documents = new Map<string, Buffer>()
  for (const text of more.documents ?? []) documents.set(hexOf(text), Buffer.from(text))
  const tags: Record<string, string> = { '1.0': HELLO, ...more.tags }
  const server = await startServer((request, response) => {
    if (turn(request, response)) return
    const { url = '', method } = request
    const [, what, name = ''] = /^\/v2\/hello\/(manifests|blobs|tags)\/([^?]+)/.exec(url) ?? []
    if (what === 'tags') {
      const bytes = Buffer.from(JSON.stringify({ name: 'hello', tags: Object.keys(tags) }))
      reply(response, 200, { 'content-type': 'application/json' }, bytes, method)
      return
    }
    const hex = name.startsWith('sha256:') ? name.slice(7) : tags[name]
    const bytes = hex === undefined ? null : bytesOf(hex, documents)
    if (!what || !bytes) {
      const body = Buffer.from('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
      reply(response, 404, { 'content-type': 'application/json' }, body, method)
      return
    }
    const type = what === 'blobs' ? 'application/octet-stream' : typeOf(bytes)
    const headers = { 'content-type': type, 'docker-content-digest': `sha256:${hex}` }
    reply(response, 200, headers, bytes, method)
  })
  return Object.assign(server, {
    forget() {
      server.lines.length = 0
    },
  })
}

export function hexOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** How many blobs and manifests the recorded `hello` has. */
export const HELLO_BLOBS = readdirSync(hello).length

function bytesOf(hex: string, documents: Map<string, Buffer>): Buffer | null {
  const file = join(hello, hex)
  return documents.get(hex) ?? (existsSync(file) ? readFileSync(file) : null)
}

function typeOf(bytes: Buffer): string {
  return 'manifests' in JSON.parse(bytes.toString()) ? INDEX : MANIFEST
}

function reply(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  bytes: Buffer,
  method: string | undefined,
): void {
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.end(method === 'HEAD' ? undefined : bytes)
}
