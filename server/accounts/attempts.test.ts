import { describe, expect, it } from 'vitest'
import { networkOf } from './attempts.ts'

describe('where a call comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('is %s counted as %s', (address, network) => expect(networkOf(address)).toBe(network))
})
