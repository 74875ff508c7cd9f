import { gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tarOf } from '../../testing/tar.ts'
import { sniff } from './sniff.ts'

const text = (value: string) => new TextEncoder().encode(value)

test.each([
  { kind: 'tar', bytes: tarOf([{ name: 'a' }]) },
  { kind: 'tar', bytes: tarOf([{ name: 'old', magic: 'v7' }]) },
  { kind: 'gzip', bytes: gzipSync('a') },
  { kind: 'zstd', bytes: zstdCompressSync(text('a')) },
  { kind: 'json', bytes: text(' \n{"a":1}') },
  { kind: 'json', bytes: text('\uFEFF[1]') },
  { kind: 'yaml', bytes: text('apiVersion: v1\nkind: Pod\n') },
  { kind: 'yaml', bytes: text('# a comment\nstatus:\n  id: x\n') },
  { kind: 'dockerfile', bytes: text('# syntax=docker/dockerfile:1\nFROM scratch\n') },
  { kind: 'html', bytes: text('<!DOCTYPE html><title>Sign in</title>') },
  { kind: 'pem', bytes: text('-----BEGIN CERTIFICATE-----\n') },
  { kind: 'text', bytes: text('hello world') },
  { kind: 'png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]) },
  { kind: 'zip', bytes: text('PK\u0003\u0004rest') },
  { kind: 'qcow2', bytes: new Uint8Array([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3]) },
  { kind: 'elf', bytes: text('\u007fELF\u0002\u0001') },
  { kind: 'binary', bytes: new Uint8Array([1, 0, 2, 0]) },
  { kind: 'binary', bytes: new Uint8Array([0xc3, 0x28, 0x41]) },
  { kind: 'empty', bytes: new Uint8Array() },
  { kind: 'empty', bytes: text(' \n') },
])('tells $kind', ({ kind, bytes }) => {
  expect(sniff(bytes)).toBe(kind)
})

test('finds the mark of an ISO image behind 32 KiB', () => {
  const bytes = new Uint8Array(33 * 1024)
  bytes.set(text('CD001'), 32769)
  expect(sniff(bytes)).toBe('iso')
})

test('takes a character that is cut at the end for text', () => {
  expect(sniff(text('이미지').subarray(0, 7))).toBe('text')
})
