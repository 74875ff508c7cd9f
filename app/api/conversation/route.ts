import type { NextRequest } from 'next/server'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { parseReference } from '@/lib/oci/reference'
import { streamConversation } from '@/lib/registry/conversation'
import { GUARD_HEADERS, guardRequest } from '@/lib/registry/guard'
import { readerOf } from '@/lib/registry/serve'
import { site } from '@/lib/registry/site'

export const dynamic = 'force-dynamic'

const HEADERS = {
  ...GUARD_HEADERS,
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
}

/** Streams the conversation about `?reference=` as NDJSON; one problem line and 4xx when there can be none. */
export async function GET(request: NextRequest): Promise<Response> {
  const { mirror, settings } = site()
  try {
    guardRequest(request.headers, settings)
    const reference = parseReference(request.nextUrl.searchParams.get('reference') ?? '')
    const stream = streamConversation(mirror, reference, readerOf(request, settings))
    return new Response(stream, { headers: HEADERS })
  } catch (error) {
    const status = error instanceof ProblemError ? statusOf(error) : 500
    const line = { type: 'problem', problem: problemOf(error) }
    return new Response(`${JSON.stringify(line)}\n`, { status, headers: HEADERS })
  }
}

function statusOf({ problem }: ProblemError): number {
  return problem.kind === 'cross-site' || problem.kind === 'host-refused' ? 403 : 400
}
