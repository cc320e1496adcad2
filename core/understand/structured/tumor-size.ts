import type { Entry, Quantity } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { dated, dateOfEntry, type EntryRule, factOf, loincMeaningOf, plainTerm } from './coded.ts'

/** Sizes of tumours that are coded as such (LOINC 21889-1), by their longest dimension. */
export const tumorSizeFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'observation' || entry.negated || !isSize(entry)) return []
    const mm = longest(entry)
    if (mm === undefined) return []
    const where = entry.bodySite ?? entry.specimen
    const value: FactValue<'tumor-size'> = {
      mm,
      how: howOf(entry),
      ...(where === undefined ? {} : { where: plainTerm(where).toLowerCase() }),
      ...dated(dateOfEntry(entry)),
    }
    return [factOf(coded, entry, 'tumor-size', value)]
  })

const isSize = (entry: Entry) =>
  loincMeaningOf(entry.codes) === 'tumor-size' || /^\s*(?:tumou?r size|size,? tumou?r|greatest dimension of tumou?r)/i.test(entry.text)

function longest(entry: Entry): number | undefined {
  const parts = (entry.components ?? []).flatMap(({ value }) => (value && 'quantity' in value ? (millimetres(value.quantity) ?? []) : []))
  const own = entry.value && 'quantity' in entry.value ? millimetres(entry.value.quantity) : undefined
  return parts.length > 0 ? Math.max(...parts) : own
}

function millimetres({ value, unit }: Quantity): number | undefined {
  const mm = /^\s*(?:mm|millimet)/i.test(unit ?? '') ? value : /^\s*(?:cm|centimet)/i.test(unit ?? '') ? value * 10 : undefined
  return mm !== undefined && mm > 0 && mm < 400 ? Math.round(mm * 10) / 10 : undefined
}

function howOf(entry: Entry): FactValue<'tumor-size'>['how'] {
  const words = `${entry.method ?? ''} ${entry.text}`
  if (/\b(?:mammogra\w+|ultraso\w+|MRI|magnetic|CT|tomograph\w+|PET|radiograph\w*|imaging)\b/i.test(words)) return 'imaging'
  return /\bphysical|palpat\w+|exam of patient/i.test(words) ? 'exam' : 'pathology'
}
