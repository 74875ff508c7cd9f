import { createServer } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { parseSettings } from '../settings.mjs'
import { isPublicAddress } from './addresses.ts'
import { LIMITS } from './limits.ts'
import { send } from './testing/hostile-answers.ts'
import { problemFrom } from './testing/mirror.ts'
import { startServer } from './testing/upstream.ts'
import { createTransport, type Outgoing } from './transport.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Every name is where we say. */
const resolvesTo = (...addresses: string[]): LookupFunction =>
  ((_host, options, callback) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all) callback(null, all)
    else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4)
  }) as LookupFunction

function transportWith(lookup?: LookupFunction, env: Record<string, string> = {}, limits = {}) {
  const settings = parseSettings(env)
  const options = { settings, limits: { ...LIMITS, ...limits }, ...(lookup ? { lookup } : {}) }
  const transport = createTransport(options)
  closing.push(transport.close)
  return transport
}

const get = (url: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{
    method: 'GET',
    url: new URL(url),
    headers: [],
    what: 'manifest',
    limit: 1024,
    listed: false,
  },
  signal: new AbortController().signal,
  ...more,
})

describe('an address', () => {
  test.each([
    { address: '8.8.8.8', open: true, why: 'the internet' },
    { address: '2606:4700::1111', open: true, why: 'the internet' },
    { address: '10.1.2.3', open: false, why: 'private' },
    { address: '172.31.255.255', open: false, why: 'private' },
    { address: '192.168.0.1', open: false, why: 'private' },
    { address: '127.0.0.1', open: false, why: 'loopback' },
    { address: '::1', open: false, why: 'loopback' },
    { address: '0.0.0.0', open: false, why: 'this machine' },
    { address: '169.254.169.254', open: false, why: 'link-local: where clouds keep secrets' },
    { address: 'fe80::1', open: false, why: 'link-local' },
    { address: 'fec0::1', open: false, why: 'site-local' },
    { address: 'fd00::1', open: false, why: 'unique local' },
    { address: '100.64.0.1', open: false, why: 'carrier-grade NAT' },
    { address: '100.100.100.200', open: false, why: 'a cloud’s metadata inside it' },
    { address: '224.0.0.1', open: false, why: 'multicast' },
    { address: 'ff02::1', open: false, why: 'multicast' },
    { address: '::ffff:10.0.0.1', open: false, why: 'mapped' },
    { address: '::ffff:8.8.8.8', open: true, why: 'mapped, and public' },
    { address: '::127.0.0.1', open: false, why: 'compatible' },
    { address: '2002:7f00:1::', open: false, why: '6to4' },
    { address: '64:ff9b::a00:1', open: false, why: 'NAT64' },
    { address: '64:ff9b:1::a00:1', open: false, why: 'NAT64, local prefix' },
    { address: '2001:0:a00:1::', open: false, why: 'Teredo' },
    { address: '2001:db8::1', open: false, why: 'documentation' },
    { address: '198.18.0.1', open: false, why: 'benchmarks' },
    { address: '255.255.255.255', open: false, why: 'broadcast' },
    { address: 'localhost', open: false, why: 'no address' },
  ])('$address: $why', ({ address, open }) => {
    expect(isPublicAddress(address)).toBe(open)
  })
})

describe('a connection', () => {
  test.each([
    { why: 'a private address', addresses: ['10.0.0.1'] },
    { why: 'loopback', addresses: ['127.0.0.1'] },
    { why: 'one private address among public ones', addresses: ['8.8.8.8', 'fd00::1'] },
  ])('to a name with $why is refused inside the socket', async ({ addresses }) => {
    const transport = transportWith(resolvesTo(...addresses))
    const problem = await problemFrom(transport.send(get('https://cdn.example/x')))
    const address = addresses.at(-1)
    expect(problem).toEqual({ kind: 'address-refused', host: 'cdn.example', address })
  })

  test.each(['http://127.0.0.1:1/', 'https://[::1]/', 'https://0x7f.1/', 'https://2130706433/'])(
    'to %s is refused without trying',
    async (url) => {
      const problem = await problemFrom(transportWith().send(get(url)))
      expect(problem.kind).toBe('address-refused')
    },
  )

  test('to a listed host may be private', async () => {
    const server = await startServer((_, response) => send(response, 200, {}, 'here'))
    closing.push(server.close)
    const transport = transportWith(resolvesTo('127.0.0.1'))
    const url = `http://registry.corp.example:${new URL(server.origin).port}/`
    const { body } = await transport.send(get(url, { listed: true }))
    expect(Buffer.from(body).toString()).toBe('here')
  })

  test.each([
    { why: 'the name is unknown', code: 'ENOTFOUND' },
    { why: 'nobody answers about names', code: 'EAI_AGAIN' },
  ])('is offline when $why', async ({ code }) => {
    const failing = ((_host, _options, callback) => {
      callback(Object.assign(new Error(code), { code }), '', 4)
    }) as LookupFunction
    const problem = await problemFrom(transportWith(failing).send(get('https://a.example/')))
    expect(problem).toEqual({ kind: 'offline', registry: 'a.example' })
  })

  test('that is not made in time is offline: a firewall that swallows packets', async () => {
    const never = (() => {}) as LookupFunction
    const transport = transportWith(never, {}, { connect: 40 })
    const problem = await problemFrom(transport.send(get('https://a.example/')))
    expect(problem).toEqual({ kind: 'offline', registry: 'a.example' })
  })

  test('to something that does not speak TLS says so', async () => {
    const server = await startServer((_, response) => send(response, 200, {}))
    closing.push(server.close)
    const url = server.origin.replace('http:', 'https:')
    const problem = await problemFrom(transportWith().send(get(url, { listed: true })))
    expect(problem).toMatchObject({ kind: 'tls', host: server.host })
  })

  test('is never opened with LIVE=off', async () => {
    const transport = transportWith(undefined, { LIVE: 'off' })
    expect((await problemFrom(transport.send(get('https://a.example/')))).kind).toBe('live-off')
  })

  test('reaches offline within five seconds with the limits as they are', () => {
    // undici's own clock may be half a second late.
    expect(LIMITS.connect + 1000).toBeLessThan(5000)
  })
})

describe('a request', () => {
  test('travels as it is told, once, and headers come as they were sent', async () => {
    const server = await startServer((_, response) => {
      response.writeHead(307, [
        ...['Location', '/else', 'WWW-Authenticate', 'Basic', 'WWW-Authenticate', 'Bearer'],
      ])
      response.end()
    })
    closing.push(server.close)
    const { status, headers } = await transportWith().send(get(server.origin, { listed: true }))
    expect(status).toBe(307)
    expect(
      headers.filter(([name]) => name === 'WWW-Authenticate').map(([, value]) => value),
    ).toEqual([...['Basic', 'Bearer']])
    expect(server.lines).toEqual(['GET /'])
  })
})

describe('HTTPS_PROXY', () => {
  async function startProxy() {
    const asked: string[] = []
    const proxy = createServer()
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => void proxy.close(() => resolve())))
    return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
  }

  test('takes https requests by name, and lets the proxy resolve it', async () => {
    const proxy = await startProxy()
    const never = (() => {
      throw new Error('resolved here')
    }) as LookupFunction
    const transport = transportWith(never, { HTTPS_PROXY: proxy.url })
    await problemFrom(transport.send(get('https://registry-1.docker.io/v2/')))
    expect(proxy.asked).toEqual(['registry-1.docker.io:443'])
  })

  test('does not reach literal private addresses', async () => {
    const proxy = await startProxy()
    const transport = transportWith(undefined, { HTTPS_PROXY: proxy.url })
    const problem = await problemFrom(transport.send(get('https://10.0.0.1/')))
    expect(problem.kind).toBe('address-refused')
    expect(proxy.asked).toEqual([])
  })

  test.each([
    {
      why: 'by NO_PROXY',
      url: 'https://registry.corp.example/',
      env: { NO_PROXY: '.corp.example' },
    },
    { why: 'for http', url: 'http://registry.corp.example/', env: { NO_PROXY: '' } },
  ])('is passed by $why', async ({ url, env }) => {
    const proxy = await startProxy()
    const refused = resolvesTo('10.0.0.1')
    const transport = transportWith(refused, { HTTPS_PROXY: proxy.url, ...env })
    expect((await problemFrom(transport.send(get(url)))).kind).toBe('address-refused')
    expect(proxy.asked).toEqual([])
  })
})

describe('a body', () => {
  test('may take longer than any pause in it', async () => {
    const server = await startServer((_, response) => {
      response.writeHead(200)
      let sent = 0
      const timer = setInterval(() => {
        response.write('.')
        sent += 1
        if (sent < 12) return
        clearInterval(timer)
        response.end()
      }, 100)
    })
    closing.push(server.close)
    const transport = transportWith(undefined, {}, { idle: 1000 })
    const { bytes } = await transport.send(get(server.origin, { listed: true }))
    expect(bytes).toBe(12)
  })
})
