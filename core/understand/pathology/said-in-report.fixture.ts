import { aReading } from '../prose/a-reading.ts'
import { cancer } from './cancer.ts'
import { receptors } from './receptors.ts'
import { tumorSize } from './tumor-size.ts'

/**
 * What a report should say and does not, and what it says and should not: `er positive, pr negative, her2 low, grade 2, 17 mm`. Receptors and
 * grade must be exactly these; of sizes this one must be among them (`no size`: none may be).
 */
export function missingFromReport(text: string, expected: string): string[] {
  const reading = aReading(text)
  const found = receptors.find(reading).flatMap(({ value }) => ('er' in value || 'pr' in value || 'her2' in value ? [value] : []))
  const last = (marker: 'er' | 'pr' | 'her2') =>
    found
      .flatMap((value) => (marker in value ? [(value as Partial<Record<typeof marker, { status?: string }>>)[marker]?.status] : []))
      .at(-1)
  const grade = cancer.find(reading).flatMap(({ value }) => ('grade' in value ? [value.grade] : []))[0]
  const sizes = tumorSize.find(reading).flatMap(({ value }) => ('mm' in value ? [`${value.mm} mm`] : []))
  const said = [
    ...(['er', 'pr', 'her2'] as const).flatMap((marker) => (last(marker) === undefined ? [] : [`${marker} ${last(marker)}`])),
    ...(grade === undefined ? [] : [`grade ${grade}`]),
  ]
  const wanted = expected.split(', ').filter((one) => one !== '' && one !== 'no size')
  const missing = wanted.filter((one) => !said.includes(one) && !sizes.includes(one)).map((one) => `missing ${one}`)
  const invented = said.filter((one) => !wanted.includes(one)).map((one) => `invented ${one}`)
  return [...missing, ...invented, ...(expected.includes('no size') ? sizes.map((one) => `invented ${one}`) : [])]
}
