import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import type { Reading } from '../prose/reading.ts'
import { cancersInNote } from './cancers-in-note.ts'
import { cancersInReport } from './cancers-in-report.ts'
import { isPathology } from './is-pathology.ts'
import { reportOf } from './report-text.ts'

/**
 * The breast primary: side, histology, overall grade, and when it was found (the day of the biopsy that showed it). In-situ disease is a
 * cancer of its own only when nothing invasive is named on that side.
 */
export const cancer: FactRule = {
  name: 'cancer',
  version: 1,
  find(reading) {
    const whole = reportOf(reading)
    if (reading.kind === 'genomics') return []
    const found = isPathology(reading) ? cancersInReport(whole.text, reading) : cancersInNote(whole.text, reading)
    return found.flatMap(({ value, places, certain }) => {
      const [first, ...others] = places.map(([start, end]) => whole.evidence(start, end))
      return first ? [factFrom(cancer, reading, 'cancer', value, [first, ...others], certain ? 'stated' : 'probable')] : []
    })
  },
}

export type FoundCancer = { value: FactValue<'cancer'>; places: (readonly [number, number])[]; certain: boolean }
export type { Fact, Reading }
