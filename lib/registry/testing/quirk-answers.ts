import type { IncomingMessage, ServerResponse } from 'node:http'
import { send } from './hostile-answers.ts'
import { answerImage } from './upstream.ts'

/** A request that a registry is asked, and what a quirk's answer needs to know of it. */
export type Asked = {
  request: IncomingMessage
  /** `GET /v2/app/manifests/1` without its query */
  line: string
  path: string
  proof: string | null
  /** of the server that is asked */
  origin: string
  /** of a second one, to which it may send us */
  other: string
}

export type QuirkAnswer = (asked: Asked, response: ServerResponse) => void

export const image: QuirkAnswer = ({ request }, response) => answerImage(request, response)

export const json = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) =>
  send(response, status, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(value))

export const bearer = (origin: string, path = '/token') => ({
  'WWW-Authenticate': `Bearer realm="${origin}${path}",service="s"`,
})

/** Lets in who has the token `good`, which `/token` gives to everyone. */
export function guarded(then: QuirkAnswer, refuse?: QuirkAnswer): QuirkAnswer {
  return (asked, response) => {
    if (asked.path === '/token') return json(response, 200, { token: 'good' })
    if (asked.proof === 'Bearer good') return then(asked, response)
    if (refuse) refuse(asked, response)
    else send(response, 401, bearer(asked.origin))
  }
}

/** Answers an image, whose blobs are where `to` says. */
export function blobsAt(to: (asked: Asked) => string, status = 307, body = ''): QuirkAnswer {
  return (asked, response) => {
    if (asked.path.includes('/blobs/')) send(response, status, { Location: to(asked) }, body)
    else image(asked, response)
  }
}

/** Lists tags by pages of `size`, which name the next as `link` says. */
export function tagPages(
  all: readonly string[],
  size: number,
  link: (last: string, size: number) => string,
): QuirkAnswer {
  return ({ request, origin }, response) => {
    const { searchParams } = new URL(request.url ?? '/', origin)
    const last = searchParams.get('last') ?? searchParams.get('next_page')
    const from = last === null ? 0 : all.indexOf(last) + 1
    const tags = all.slice(from, from + size)
    const more = from + size < all.length
    const end = tags.at(-1) ?? ''
    json(
      response,
      200,
      { name: 'app', tags },
      more ? { Link: `<${link(end, size)}>; rel="next"` } : {},
    )
  }
}
