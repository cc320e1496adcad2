import { describe, expect, it } from 'vitest'
import { pointOfZip } from './zip.ts'

describe('a ZIP code', () => {
  it.each(['60614', ' 60614 ', '60614-1234', '606141234'])('%j lies in Chicago', (zip) => {
    const point = pointOfZip(zip)
    expect(point?.lat).toBeCloseTo(41.9, 1)
    expect(point?.lon).toBeCloseTo(-87.65, 1)
  })
  it('keeps its leading zero', () => expect(pointOfZip('02115')?.lat).toBeCloseTo(42.34, 1))
  it.each(['00000', '6061', '', 'SW1A 1AA', '__proto__', '123456'])('%j is not known', (zip) => expect(pointOfZip(zip)).toBeUndefined())
})
