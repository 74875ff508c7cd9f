import type { NextRequest } from 'next/server'
import { serveLayer } from '@/lib/registry/layers/serve'
import { site } from '@/lib/registry/site'
import { requestTarget } from '@/lib/registry/wire'
import { samples } from './samples'

export const dynamic = 'force-dynamic'

/** What is inside a layer: its entries as NDJSON, or the bytes of one file. */
export function GET(request: NextRequest): Promise<Response> {
  return serveLayer(request, requestTarget(request), { ...site(), samples })
}
