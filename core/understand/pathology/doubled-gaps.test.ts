import { expect, it } from 'vitest'
import { aReading } from '../prose/a-reading.ts'
import { withoutDoubledGaps } from './doubled-gaps.ts'
import { tumorSize } from './tumor-size.ts'

const WIDE =
  'SURGICAL  PATHOLOGY  REPORT\n\nLeft  breast ,  wide  local  excision  of  the  lump .\nlnvasive  ductal  carcin0ma ,  grade  3 .  Maxirnum  invasive  diarneter  47rnm ,  who|e  turnour  66rnm .\nER    :  negative  ( 0 / 8 )'

it('draws together what a scan set wide, and knows where each place stood', () => {
  const drawn = withoutDoubledGaps(WIDE)
  expect(drawn?.text).toContain('Left breast, wide local excision of the lump.')
  expect(drawn?.text).toContain('ER    : negative (0/8)')
  const at = drawn?.text.indexOf('excision') ?? -1
  expect(WIDE.slice(drawn?.at(at))).toMatch(/^excision/)
})

it('leaves the gaps of tables', () => {
  expect(withoutDoubledGaps(`${'ER  90%  strong\nPR  0%  none of the cells stain here\n'.repeat(9)}`)).toBeUndefined()
})

it('quotes the words as they stand', () => {
  const reading = aReading(WIDE)
  const [size] = tumorSize.find(reading)
  expect(size?.value).toMatchObject({ mm: 47, of: 'invasive' })
  for (const one of size?.evidence ?? []) expect(reading.document.pages[0]?.text.slice(one.start, one.end)).toBe(one.quote)
})
