import { describe, expect, it } from 'vitest'
import { patientName } from '../../understand/prose/identity.ts'
import { sameName } from './same-name.ts'

describe('two names', () => {
  it.each([
    ['same', 'either order', 'LUND, BERTA', 'Berta Lund'],
    ['same', 'a middle initial', 'LUND, BERTA M', 'Berta Lund'],
    ['same', 'a middle name', 'Berta Maria Lund', 'Lund, Berta'],
    ['same', 'a given name as an initial', 'Mrs B Lund', 'Berta Lund'],
    ['same', 'a slip of typing', 'Breta Lund', 'Berta Lund'],
    ['same', 'accents and a zero for an O', 'NOÉMI 0STROM', 'Noemi Ostrom'],
    ['same', 'a married name added', 'Berta Lund-Hale', 'Berta Lund-Hales'],
    ['same', 'a title', 'Mrs. Berta LUND', 'Lund, Berta'],
    ['unclear', 'a maiden name', 'Berta Hale', 'Berta Lund'],
    ['unclear', 'a short form', 'Peggy Hale', 'Margaret Hale'],
    ['different', 'a sister', 'Lund, Britta', 'Lund, Berta'],
    ['different', 'a stranger', 'Otis Grant', 'Berta Lund'],
    ['different', 'an initial that does not fit', 'Grant, O', 'Lund, Berta'],
  ])('are %s: %s', (expected, _, a, b) => {
    const [x, y] = [patientName(a), patientName(b)]
    expect(x && y && sameName(x, y)).toBe(expected)
    expect(x && y && sameName(y, x)).toBe(expected)
  })

  it.each(['Breast', 'Left Breast', 'Female', 'Age 54 Female', 'Denies Pain'])('is no name: %s', (words) => {
    expect(patientName(words)).toBeUndefined()
  })
})
