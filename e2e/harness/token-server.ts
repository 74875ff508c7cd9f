import { createPrivateKey, randomUUID, sign, timingSafeEqual, X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'

export type Account = { name: string; password: string }

export type TokenServer = {
  /** what a registry names as its realm: `http://localhost:41234/token` */
  realm: string
  /** the query of each request so far, oldest first */
  asked: { account: string | null; service: string | null; scopes: string[] }[]
  stop: () => Promise<void>
}

export const issuer = 'the tests'

export type TokenPolicy = {
  /** repositories for which a stranger's token allows nothing; none unless told */
  hides?: (repository: string) => boolean
  /** seconds until a token expires, 300 unless told; below 0 it has expired already */
  life?: number
}

/**
 * A token server as the distribution registry trusts it: an ES256 JWT with its certificate in `x5c`.
 *
 * Nobody in particular may pull, unless a policy says otherwise; the one account may do what it asks for.
 *
 * @see distribution, docs/spec/auth/jwt.md
 */
export async function startTokenServer(
  certificate: Certificate,
  account: Account,
  port = 0,
  { hides = () => false, life = 300 }: TokenPolicy = {},
): Promise<TokenServer> {
  const key = createPrivateKey(certificate.key)
  const chain = [new X509Certificate(certificate.certificate).raw.toString('base64')]
  const asked: TokenServer['asked'] = []

  const tokenFor = (service: string, subject: string, access: Access[]): string => {
    const now = Math.floor(Date.now() / 1000) + Math.min(0, life - 60)
    const parts = [
      { typ: 'JWT', alg: 'ES256', x5c: chain },
      {
        ...{ iss: issuer, sub: subject, aud: service },
        ...{ exp: now + Math.max(60, life), nbf: now - 10, iat: now, jti: randomUUID() },
        access,
      },
    ]
    const body = parts
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const signature = sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' })
    return `${body}.${signature.toString('base64url')}`
  }

  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    const service = query.get('service')
    const scopes = query.getAll('scope').flatMap((scope) => scope.split(' ').filter(Boolean))
    const sent = request.headers.authorization
    const known = sent !== undefined && isAccount(sent, account)
    asked.push({ account: known ? account.name : null, service, scopes })
    response.setHeader('content-type', 'application/json')
    if (sent !== undefined && !known) {
      response.statusCode = 401
      response.end(
        JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'wrong password' }] }),
      )
      return
    }
    const access = scopes.map(parseScope).map((wanted) => ({
      ...wanted,
      actions: known
        ? wanted.actions
        : wanted.actions.filter((action) => action === 'pull' && !hides(wanted.name)),
    }))
    const token = tokenFor(service ?? '', known ? account.name : '', access)
    const issuedAt = new Date().toISOString()
    response.end(JSON.stringify({ token, expires_in: 300, issued_at: issuedAt }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    realm: `http://localhost:${(server.address() as AddressInfo).port}/token`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Access = { type: string; name: string; actions: string[] }

/** `repository:lab/hello:pull,push`; a name may hold colons (a port). */
function parseScope(scope: string): Access {
  const first = scope.indexOf(':')
  const last = scope.lastIndexOf(':')
  return {
    type: scope.slice(0, first),
    name: scope.slice(first + 1, last),
    actions: scope.slice(last + 1).split(','),
  }
}

function isAccount(header: string, account: Account): boolean {
  const want = Buffer.from(`Basic ${btoa(`${account.name}:${account.password}`)}`)
  const got = Buffer.from(header)
  return want.length === got.length && timingSafeEqual(want, got)
}
