import { expect, test } from 'vitest'
import { nowhere, readArtifactAddress, writeArtifactAddress } from './address'

const object = `sha256:${'ab'.repeat(32)}`

test.each([
  { why: 'nothing', address: nowhere, text: '' },
  {
    why: 'an image, readable as typed',
    address: { ...nowhere, reference: 'ghcr.io/o/app:1.0' },
    text: '?reference=ghcr.io/o/app:1.0',
  },
  {
    why: 'a field of an object by digest',
    address: { reference: `localhost:5000/app@${object}`, object, at: '/subject/0/digest' },
    text: `?reference=localhost:5000/app@${object}&object=${object}&at=/subject/0/digest`,
  },
])('$why', ({ address, text }) => {
  expect(writeArtifactAddress(address)).toBe(text)
  expect(readArtifactAddress(text)).toEqual(address)
})

test('the whole document is no field, and other names are left alone', () => {
  expect(readArtifactAddress('?object=&at=&a=1')).toEqual(nowhere)
})
