import type { Drug } from '../../codes/drugs.ts'
import type { Evidence } from '../../record/evidence.ts'
import { addDays, type PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { evidenceAt } from '../prose/reading.ts'
import { type AdministrationRow, rowsOfRecord } from './administration-rows.ts'
import { spotNames } from './drug-names.ts'

/** Growth factors and bone-protecting drugs given with treatment, from administration records. Premedication of the day is left out. */
export const administeredSupport: FactRule = {
  name: 'administered-support',
  version: 1,
  find(reading) {
    if (reading.kind !== 'treatment-record') return []
    return reading.document.pages.flatMap((page) => {
      const given = new Map<string, AdministrationRow[]>()
      for (const row of rowsOfRecord(page.text).rows)
        for (const { name, drug } of spotNames(row.text))
          if (drug && lasts(drug) && row.given) given.set(name, [...(given.get(name) ?? []), row])
      return [...given].flatMap(([name, rows]) => {
        const first = rows[0]
        const last = rows.at(-1)
        if (!first || !last) return []
        const past = isOver(last.date, reading.said)
        const evidence: Evidence = evidenceAt(reading.document, page.number, last.start, last.end)
        return [
          factFrom(
            this,
            reading,
            'medication',
            { name, status: past ? 'past' : 'current', start: first.date, ...(past ? { end: last.date } : {}) },
            [evidence],
          ),
        ]
      })
    })
  },
}

const lasts = (drug: Drug) => drug.family === 'bone' || drug.classes.includes('G-CSF')
/** Not given again by the time the record was printed. Bone drugs come up to twelve weeks apart. */
const isOver = (last: PartialDate, said: PartialDate | undefined) => said !== undefined && said.length === 10 && said > addDays(last, 100)
