import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import type { Reading } from '../prose/reading.ts'
import { isPathology } from './is-pathology.ts'
import { lesionSizes } from './lesion-sizes.ts'
import { pathologySizes } from './pathology-sizes.ts'
import { reportOf } from './report-text.ts'

/**
 * Sizes of tumours: the invasive focus (its greatest dimension) and node deposits in pathology, lesions and target lesions in imaging
 * and in notes that quote it. Never the specimen, a margin, a cyst, or the earlier size printed beside the present one.
 */
export const tumorSize: FactRule = {
  name: 'tumor-size',
  version: 1,
  find(reading) {
    const whole = reportOf(reading)
    const found = isPathology(reading) ? pathologySizes(whole.text) : reading.kind === 'genomics' ? [] : lesionSizes(whole.text, reading)
    const seen = new Set<string>()
    return found.flatMap(({ value, start, end }) => {
      const key = `${value.mm}|${value.of}|${value.where}|${value.date}`
      if (seen.has(key)) return []
      seen.add(key)
      return [sizeFact(reading, value, whole.evidence(start, end))]
    })
  },
}

export type FoundSize = { value: FactValue<'tumor-size'>; start: number; end: number }

const sizeFact = (reading: Reading, value: FactValue<'tumor-size'>, evidence: Fact['evidence'][0]): Fact =>
  factFrom(tumorSize, reading, 'tumor-size', { ...value, ...(value.date === undefined && reading.said ? { date: reading.said } : {}) }, [
    evidence,
  ])
