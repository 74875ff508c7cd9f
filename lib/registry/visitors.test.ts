import { describe, expect, test } from 'vitest'
import { LIMITS } from './limits.ts'
import { problemFrom } from './testing/mirror.ts'
import { createVisitors, visitorOf } from './visitors.ts'

describe('a visitor', () => {
  const proxies = ['10.0.0.0/8', '::1', 'fd00::/8']
  test.each([
    { why: 'the socket', peer: '192.0.2.1', forwarded: null, visitor: '192.0.2.1' },
    {
      why: 'the socket, whatever it says of itself',
      peer: '192.0.2.1',
      forwarded: '8.8.8.8',
      visitor: '192.0.2.1',
    },
    {
      why: 'whom a trusted proxy names',
      peer: '10.0.0.1',
      forwarded: '192.0.2.9',
      visitor: '192.0.2.9',
    },
    {
      why: 'the rightmost hop that is not ours',
      peer: '10.0.0.1',
      forwarded: '1.1.1.1, 192.0.2.9, 10.0.0.2',
      visitor: '192.0.2.9',
    },
    {
      why: 'the proxy itself, when it names nobody',
      peer: '10.0.0.1',
      forwarded: null,
      visitor: '10.0.0.1',
    },
    {
      why: 'the proxy itself, when it names nonsense',
      peer: '10.0.0.1',
      forwarded: 'unknown',
      visitor: '10.0.0.1',
    },
    {
      why: 'an IPv4 peer inside IPv6',
      peer: '::ffff:10.0.0.1',
      forwarded: '192.0.2.9',
      visitor: '192.0.2.9',
    },
    {
      why: 'a network of IPv6',
      peer: '2001:4860:1:2:3:4:5:6',
      forwarded: null,
      visitor: '2001:4860:1:2::/64',
    },
    { why: 'behind a proxy on IPv6', peer: '::1', forwarded: '192.0.2.9', visitor: '192.0.2.9' },
    { why: 'nobody we know', peer: null, forwarded: '192.0.2.9', visitor: 'unknown' },
  ])('is $why', ({ peer, forwarded, visitor }) => {
    expect(visitorOf(peer, forwarded, proxies)).toBe(visitor)
  })
})

describe('limits', () => {
  const settings = { mirrorBytesPerHour: 100 }

  test('refuse one visitor and tell when to come back', async () => {
    const visitors = createVisitors({ ...LIMITS, visitorPerMinute: 2 }, settings)
    await visitors.admit('a')
    await visitors.admit('a')
    const problem = await problemFrom(visitors.admit('a'))
    expect(problem).toMatchObject({ kind: 'visitor-limited', retryAfter: expect.any(Number) })
    await visitors.admit('b')
  })

  test('hold for everyone together', async () => {
    const visitors = createVisitors({ ...LIMITS, everyonePerMinute: 2 }, settings)
    await visitors.admit('a')
    await visitors.admit('b')
    expect((await problemFrom(visitors.admit('c'))).kind).toBe('visitor-limited')
  })

  test('count the bytes of an hour', async () => {
    const visitors = createVisitors(LIMITS, settings)
    await visitors.spend(60)
    await visitors.spend(40)
    const problem = await problemFrom(visitors.spend(1))
    expect(problem).toMatchObject({ kind: 'visitor-limited' })
  })

  test('let a room of sixty behind one address open an image, three questions each', () => {
    expect(LIMITS.visitorPerMinute).toBeGreaterThanOrEqual(60 * 3)
  })
})
