import { expect, it } from 'vitest'
import { aDocument } from './a-reading.ts'
import { ownCase } from './own-case.ts'

const minutes =
  'BREAST MDM\nCase 4 of 11: A.B.\nLung biopsy is breast, ER+ PR- HER2 1+.\nStart abemaciclib.\nCase 5 of 11: C.D. TNBC, observe.\nCase 6 of 11: E.F. DCIS'

it('leaves of the minutes of a board the case that they tell most of', () => {
  const text = ownCase(aDocument(minutes)).pages[0]?.text ?? ''
  expect(text).toContain('Start abemaciclib.')
  expect(text).not.toMatch(/TNBC|DCIS/)
  expect(text).toHaveLength(minutes.length)
})

it('leaves other texts as they are', () => {
  expect(ownCase(aDocument('Case 4 of 11: A.B.')).pages[0]?.text).toBe('Case 4 of 11: A.B.')
})
