import type { NextRequest } from 'next/server'
import { serveRegistry } from '@/lib/registry/serve'
import { site } from '@/lib/registry/site'
import { asWritten, requestTarget } from '@/lib/registry/wire'
import { samples } from './samples'

export const dynamic = 'force-dynamic'

/** The mirror: this site is itself a registry, read-only. */
async function serve(request: NextRequest): Promise<Response> {
  return asWritten(await serveRegistry(request, requestTarget(request), { ...site(), samples }))
}

export const GET = serve
// Its own handler, so that a HEAD stays one on its way upstream.
export const HEAD = serve
export const POST = serve
export const PUT = serve
export const PATCH = serve
export const DELETE = serve
export const OPTIONS = serve
