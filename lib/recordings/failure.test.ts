import { describe, expect, test } from 'vitest'
import { ERROR_CODES, SPEC_CODES } from '../../content/error-codes/error-codes.ts'
import { FAILURES } from '../oci/failure.ts'
import { readFailures } from './failure.ts'

// Reading holds the files to their schema, and each conversation to its order and its end.
const { recording, failures } = await readFailures()

test('the specification has fourteen codes, numbered in its order', () => {
  expect(SPEC_CODES.map(({ id }) => id)).toEqual(
    Array.from({ length: 14 }, (_, i) => `code-${i + 1}`),
  )
  const codes = ERROR_CODES.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('every failure is recorded, and says what was edited', () => {
  expect(failures.map(({ failure }) => failure)).toEqual([...FAILURES])
  expect(recording).toMatchObject({ kind: 'conversation', script: 'scripts/record/errors.ts' })
  expect(recording.edits?.length).toBeGreaterThan(0)
})

test.each([
  { failure: 'private', codes: ['UNAUTHORIZED'] },
  { failure: 'missing-tag', codes: ['MANIFEST_UNKNOWN'] },
  { failure: 'name-unknown', codes: ['NAME_UNKNOWN'] },
  { failure: 'blob-unknown', codes: ['BLOB_UNKNOWN'] },
  { failure: 'wrong-accept', codes: ['MANIFEST_UNKNOWN'] },
  { failure: 'wrong-accept-v3', codes: ['MANIFEST_INVALID'] },
  { failure: 'rate-limited', codes: ['TOOMANYREQUESTS'] },
  { failure: 'gateway-page', codes: [] },
])('$failure teaches $codes', ({ failure, codes }) => {
  expect(codesOf(failure)).toEqual(codes)
})

test('a stranger cannot tell the private repository from the absent one', () => {
  const heard = (failure: string, name: string) =>
    JSON.stringify(
      exchangesOf(failure).map(({ request, response }) => [
        ...[request.method, request.url, response?.status, response?.error],
        response?.headers.filter(([header]) => !/^(?:date|content-length)$/i.test(header)),
      ]),
    ).replaceAll(name, 'name')
  expect(heard('private', 'secret')).toBe(heard('missing-repository', 'absent'))
})

describe.each(failures)('$failure', ({ failure, lines, registry, speaker, runs }) => {
  test('was answered by a registry whose version is known, or by the harness', () => {
    if (registry !== null) expect(recording.tools[registry]).toMatch(/\d+\.\d+/)
    expect(runs.length).toBeGreaterThan(0)
    const packages: Record<string, string> = { docker: 'docker.io', ctr: 'containerd' }
    for (const { tool } of runs) expect(recording.tools[packages[tool] ?? tool]).toMatch(/\d+\.\d+/)
  })

  test('has only codes that the page explains', () => {
    const known = ERROR_CODES.map(({ code }) => code)
    for (const code of codesOf(failure)) expect(known).toContain(code)
  })

  test('ends in a problem, if this site asked', () => {
    if (speaker === 'mirror') expect(lines.at(-1)?.type).toBe('problem')
  })

  test('holds no secret and no folder of the recording machine', () => {
    const text = JSON.stringify({ lines, runs })
    expect(text).not.toMatch(/eyJ[\w-]{8}/)
    expect(text).not.toMatch(/\/(?:tmp|root|work)\//)
    for (const { request } of exchangesOf(failure)) {
      for (const [name, value] of request.headers) {
        if (name.toLowerCase() === 'authorization') expect(value).toMatch(/^\w+ ‹redacted›$/)
      }
    }
  })
})

test('every tool noticed the changed bytes but curl, which does not hash', () => {
  const { runs } = failures.find(({ failure }) => failure === 'digest-mismatch') ?? { runs: [] }
  const noticed = runs.filter(({ exit }) => exit !== 0).map(({ tool }) => tool)
  expect(runs.map(({ tool }) => tool).filter((tool) => !noticed.includes(tool))).toEqual(['curl'])
})

function exchangesOf(id: string) {
  const lines = failures.find(({ failure }) => failure === id)?.lines ?? []
  return lines.filter((line) => line.type === 'exchange')
}

function codesOf(id: string): string[] {
  const codes = exchangesOf(id).flatMap(({ response }) => {
    if (!response?.error?.startsWith('{')) return []
    const { errors }: { errors: { code: string }[] } = JSON.parse(response.error)
    return errors.map(({ code }) => code)
  })
  return [...new Set(codes)]
}
