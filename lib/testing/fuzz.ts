import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '../oci/problem.ts'

/** How many inputs each property sees: few in `npm test`, 100,000 in `npm run test:long`. */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 300)

/** Milliseconds one input may take. The slowest honest one takes 20; the rest is a busy machine. */
const CASE = 3000
/** Bytes of heap that a whole run may leave behind. */
const LEFT = 50 * 2 ** 20

/**
 * A test that holds a check to any input: no crash, no hang, nothing kept.
 *
 * @param check throws when something is wrong
 */
export function fuzz<T>(
  name: string,
  input: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
): void {
  const timeout = 15_000 + FUZZ_RUNS * 30
  test(name, { timeout }, async () => {
    const before = await memory()
    const property = fc.asyncProperty(input, async (value) => {
      const started = performance.now()
      await check(value)
      expect(performance.now() - started).toBeLessThan(CASE)
    })
    await fc.assert(property, { numRuns: FUZZ_RUNS })
    expect((await memory()) - before).toBeLessThan(LEFT)
  })
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes in use once the garbage is gone; native memory goes a turn after what held it. */
async function memory(): Promise<number> {
  collect()
  await setImmediate()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** The value, or null where it is refused with a problem; any other error is a bug. */
export function orProblem<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** Bytes that were good, with some of them changed, cut out, doubled or put in. */
export function mutated(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.nat(Math.max(good.length - 1, 0)),
    count: fc.integer({ min: 1, max: 40 }),
    how: fc.constantFrom('set' as const, 'cut' as const, 'double' as const, 'insert' as const),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  })
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => {
    let bytes: Uint8Array = good.slice()
    for (const { at, count, how, bytes: more } of edits) {
      const place = Math.min(at, bytes.length)
      const end = Math.min(place + count, bytes.length)
      if (how === 'set') bytes.set(more.subarray(0, bytes.length - place), place)
      if (how === 'cut') bytes = join(bytes.subarray(0, place), bytes.subarray(end))
      if (how === 'double') bytes = join(bytes.subarray(0, end), bytes.subarray(place))
      if (how === 'insert') bytes = join(bytes.subarray(0, place), more, bytes.subarray(place))
    }
    return bytes
  })
}

/** A way to cut bytes into pieces: sizes that come round again. */
export const pieces = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 })

export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
