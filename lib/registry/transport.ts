import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher, ProxyAgent, errors as undici } from 'undici'
import type { HeaderLine } from '../oci/conversation.ts'
import { type BodyKind, type Problem, ProblemError } from '../oci/problem.ts'
import type { Settings } from '../settings.mjs'
import { isPublicAddress, literalAddress, publicLookup } from './addresses.ts'
import { contentLength, headerLines, headerOf } from './headers.ts'
import type { Limits } from './limits.ts'

/** One request, exactly as it travels. */
export type Outgoing = {
  method: 'GET' | 'HEAD'
  url: URL
  headers: HeaderLine[]
  /** what the body is and how large it may be, bytes */
  what: BodyKind
  limit: number
  /** the operator listed this origin: http and private addresses are allowed */
  listed: boolean
  signal: AbortSignal
  /** takes the body of a 200 piece by piece; without it the body is kept in memory */
  sink?: (chunk: Uint8Array) => Promise<void>
  /** a Range was asked for: a 200, which would be everything, is answered without its body */
  partial?: boolean
}

/** The answer with its bytes as they came: nothing decoded, nothing followed. */
export type Answer = {
  status: number
  headers: HeaderLine[]
  /** empty when a sink took it */
  body: Uint8Array
  /** of the body, as counted */
  bytes: number
}

export type Transport = {
  /**
   * @param onHeaders hears of status and headers before the body is read
   * @throws ProblemError `offline`, `timeout`, `tls`, `address-refused`, `too-large`, `truncated`,
   *   `content-encoding`, `conversation-cut`, `live-off`
   */
  send(
    outgoing: Outgoing,
    onHeaders?: (head: Pick<Answer, 'status' | 'headers'>) => void,
  ): Promise<Answer>
  close(): Promise<void>
}

type Options = {
  settings: Pick<Settings, 'live' | 'httpsProxy' | 'noProxy'>
  limits: Limits
  /** tests give names addresses of their own */
  lookup?: LookupFunction
}

/**
 * The only door through which this site opens connections.
 *
 * One request is one request: no redirect is followed, nothing is decompressed, every byte is counted.
 */
export function createTransport({ settings, limits, lookup }: Options): Transport {
  const options = {
    connections: limits.connections,
    pipelining: 1,
    // Our own clocks run: undici's tick only every half second.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16 * 1024,
    allowH2: false,
  }
  const connect = { timeout: limits.connect }
  const guarded = new Agent({ ...options, connect: { ...connect, lookup: publicLookup(lookup) } })
  const open = new Agent({ ...options, connect: lookup ? { ...connect, lookup } : connect })
  const proxy = settings.httpsProxy
    ? new ProxyAgent({
        ...options,
        uri: settings.httpsProxy,
        proxyTls: connect,
        requestTls: connect,
      })
    : null

  function dispatcherFor({ url, listed }: Outgoing): Dispatcher {
    if (proxy && url.protocol === 'https:' && !isDirect(url.hostname, settings.noProxy))
      return proxy
    return listed ? open : guarded
  }

  return {
    async send(outgoing, onHeaders) {
      const { url, listed, what } = outgoing
      if (!settings.live) throw new ProblemError({ kind: 'live-off', registry: url.host })
      const literal = literalAddress(url)
      if (!listed && literal && !isPublicAddress(literal)) {
        throw new ProblemError({ kind: 'address-refused', host: url.host, address: literal })
      }

      const ours = new AbortController()
      let declared: number | null = null
      let bytes = 0
      let pause: NodeJS.Timeout | undefined
      try {
        const response = await dispatcherFor(outgoing)
          .compose(headersClock(url.host, limits))
          .request({
            origin: url.origin,
            path: url.pathname + url.search,
            method: outgoing.method,
            headers: outgoing.headers.flat(),
            responseHeaders: 'raw',
            signal: AbortSignal.any([outgoing.signal, ours.signal]),
          })
        // undici's types do not know what `raw` does.
        const headers = headerLines(response.headers as unknown as string[])
        const status = response.statusCode
        onHeaders?.({ status, headers })
        if (outgoing.partial && status === 200) {
          response.body.on('error', () => {})
          ours.abort()
          return { status, headers, body: new Uint8Array(0), bytes: 0 }
        }

        const ok = status >= 200 && status < 300
        const encoding = headerOf(headers, 'content-encoding')
        if (ok && encoding && encoding.toLowerCase() !== 'identity') {
          throw new ProblemError({ kind: 'content-encoding', encoding })
        }
        const [kind, limit] = ok ? [what, outgoing.limit] : (['error', limits.error] as const)
        declared = outgoing.method === 'HEAD' ? null : contentLength(headers)
        const tooLarge = { kind: 'too-large', what: kind, limit, size: declared } as const
        if (declared !== null && declared > limit) throw new ProblemError(tooLarge)

        const chunks: Uint8Array[] = []
        const wait = () => {
          const { idle } = limits
          const problem = { kind: 'timeout', host: url.host, phase: 'idle', limit: idle } as const
          pause = setTimeout(() => ours.abort(new ProblemError(problem)), idle)
        }
        wait()
        for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
          // What a sink takes its time for is not the registry's silence.
          clearTimeout(pause)
          bytes += chunk.byteLength
          if (bytes > limit) throw new ProblemError(tooLarge)
          if (ok && outgoing.sink) await outgoing.sink(chunk)
          else chunks.push(chunk)
          wait()
        }
        return { status, headers, body: Buffer.concat(chunks), bytes }
      } catch (error) {
        for (const { reason } of [ours.signal, outgoing.signal]) {
          if (reason instanceof ProblemError) throw reason
        }
        // Closes the connection: what is left of the body is nobody's.
        ours.abort()
        throw failure(error, outgoing, declared, bytes)
      } finally {
        clearTimeout(pause)
      }
    },
    async close() {
      await Promise.all([guarded.destroy(), open.destroy(), proxy?.destroy()])
    },
  }
}

/** Runs from when a request goes onto a connection until its answer begins. */
function headersClock(host: string, limits: Limits): Dispatcher.DispatcherComposeInterceptor {
  const problem = { kind: 'timeout', host, phase: 'headers', limit: limits.headers } as const
  return (dispatch) => (options, handler) => {
    let clock: NodeJS.Timeout | undefined
    // The older form of a handler, since only that one sees headers as they came.
    return dispatch(options, {
      onConnect(abort) {
        clearTimeout(clock)
        clock = setTimeout(() => abort(new ProblemError(problem)), limits.headers)
        handler.onConnect?.(abort)
      },
      onHeaders(...answer) {
        clearTimeout(clock)
        return handler.onHeaders?.(...answer) ?? true
      },
      onData: (chunk) => handler.onData?.(chunk) ?? true,
      onComplete: (trailers) => handler.onComplete?.(trailers),
      onError(error) {
        clearTimeout(clock)
        handler.onError?.(error)
      },
    })
  }
}

/** What undici, Node or our own code threw, as a Problem. */
function failure(
  error: unknown,
  { url, signal }: Outgoing,
  want: number | null,
  got: number,
): ProblemError {
  // An address check fails inside the connection; several addresses fail as one AggregateError.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProblemError) return cause
  }
  const host = url.host
  const say = (problem: Problem) => new ProblemError(problem, { cause: error })
  if (signal.aborted) return say({ kind: 'conversation-cut' })
  if (error instanceof undici.ConnectTimeoutError) return say({ kind: 'offline', registry: host })
  const code = codeOf(error)
  if (TLS.test(code)) return say({ kind: 'tls', host, code })
  if (UNREACHABLE.has(code)) return say({ kind: 'offline', registry: host })
  if (error instanceof undici.ResponseContentLengthMismatchError || code === 'UND_ERR_SOCKET') {
    if (want !== null) return say({ kind: 'truncated', want, got })
    return got > 0 ? say({ kind: 'conversation-cut' }) : say({ kind: 'offline', registry: host })
  }
  if (error instanceof undici.UndiciError || code.startsWith('HPE_')) {
    const diagnostics = [{ code, message: String((error as Error).message) }]
    return say({ kind: 'registry', registry: host, status: 0, contentType: null, diagnostics })
  }
  return say({ kind: 'internal' })
}

const UNREACHABLE = new Set(
  'ENOTFOUND EAI_AGAIN EAI_FAIL EAI_NODATA ECONNREFUSED ECONNRESET ENETUNREACH ENETDOWN EHOSTUNREACH EHOSTDOWN ETIMEDOUT EPIPE EADDRNOTAVAIL ENONET'.split(
    ' ',
  ),
)
const TLS =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH)/

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return String((error as { code?: unknown } | null)?.code ?? '')
}

/** Whether NO_PROXY keeps a host off the proxy. */
function isDirect(host: string, noProxy: readonly string[]): boolean {
  return noProxy.some(
    (entry) =>
      entry === '*' || entry === host || host.endsWith(entry.startsWith('.') ? entry : `.${entry}`),
  )
}
