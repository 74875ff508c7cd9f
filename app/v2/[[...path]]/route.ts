import type { NextRequest } from 'next/server'
import { serveRegistry } from '@/lib/registry/serve'
import { site } from '@/lib/registry/site'
import { samples } from './samples'

export const dynamic = 'force-dynamic'

/** The mirror: this site is itself a registry, read-only. */
function serve(request: NextRequest): Promise<Response> {
  return serveRegistry(request, new URL(request.url).pathname, { ...site(), samples })
}

export const GET = serve
// Its own handler, so that a HEAD stays one on its way upstream.
export const HEAD = serve
export const POST = serve
export const PUT = serve
export const PATCH = serve
export const DELETE = serve
export const OPTIONS = serve
