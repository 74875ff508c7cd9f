import type { NextRequest } from 'next/server'
import { ProblemError, problemOf } from '@/lib/oci/problem'
import { parseReference } from '@/lib/oci/reference'
import { streamConversation, streamList } from '@/lib/registry/conversation'
import { GUARD_HEADERS, guardRequest } from '@/lib/registry/guard'
import { pageQuery } from '@/lib/registry/page-query'
import { readerOf } from '@/lib/registry/serve'
import { site } from '@/lib/registry/site'

export const dynamic = 'force-dynamic'

const HEADERS = {
  ...GUARD_HEADERS,
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
}

/**
 * Streams the conversation about `?reference=` as NDJSON; one problem line and 4xx when there can be none.
 *
 * `&list=tags` asks for a page of the repository's tags instead, as the rest of the query says: `&n=100&last=…`.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { mirror, settings } = site()
  try {
    guardRequest(request.headers, settings)
    const { searchParams } = request.nextUrl
    const reference = parseReference(searchParams.get('reference') ?? '')
    const reader = readerOf(request, settings)
    const stream =
      searchParams.get('list') === 'tags'
        ? streamList((reader) => mirror.tags(reference, pageQuery(searchParams), reader), reader)
        : streamConversation(mirror, reference, reader)
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
