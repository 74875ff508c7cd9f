import { expect, test } from 'vitest'
import { type LayersAddress, noLayer, readLayersAddress, writeLayersAddress } from './address'

test('an address comes back as it was written, beside what others own', () => {
  const address: LayersAddress = {
    ...{ layer: 3, show: 'sizes' as const, path: 'usr/share/a b&c' },
    ...{ find: 'b&', sort: 'size' as const },
  }
  const search = writeLayersAddress('?reference=nginx&at=/x', '', address)
  expect(search).toContain('reference=nginx&at=/x')
  expect(readLayersAddress(search, '')).toEqual(address)
})

test('what is as it began is not written', () => {
  expect(writeLayersAddress('?layer=2&find=x', '', noLayer)).toBe('')
  expect(writeLayersAddress('?a.layer=2', 'b', { ...noLayer, layer: 1 })).toBe(
    '?a.layer=2&b.layer=1',
  )
})

test.each(['0', '-1', '1.5', 'x', ''])('a layer of %j is none', (layer) => {
  expect(readLayersAddress(`?layer=${layer}`, '').layer).toBeNull()
})

test('a view nobody knows is the first one', () => {
  expect(readLayersAddress('?show=x&sort=y', '')).toEqual(noLayer)
})
