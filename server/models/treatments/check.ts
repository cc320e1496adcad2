import { findDrug, findDrugs } from '@carefolio/core/codes/drugs.ts'
import type { FactValue } from '@carefolio/core/record/fact.ts'
import { actsOnCancer, regimenName } from '@carefolio/core/understand/therapy/drug-groups.ts'
import { settingWords, stopReason } from '@carefolio/core/understand/therapy/outcome-words.ts'
import { isDateIn } from '../in-quote.ts'
import type { QuotePlace } from '../quote-place.ts'
import type { TreatmentStatement } from './schema.ts'

/**
 * Every drug must be one that acts on the cancer and be named in the sentences of the quote, and our own reader must find there that each
 * was given, not planned or refused. Dates must stand there; why it stopped and the setting only as those words say.
 */
export function checkTreatment(statement: TreatmentStatement, place: QuotePlace): FactValue<'treatment'> | undefined {
  const { words, facts } = place
  const named = new Set(findDrugs(words).map(({ drug }) => drug.name))
  const drugs = statement.drugs.map((name) => findDrug(name))
  const known = drugs.filter((drug) => drug !== undefined && named.has(drug.name) && actsOnCancer(drug))
  if (known.length < drugs.length) return undefined
  const names = [...new Set(known.flatMap((drug) => drug?.name ?? []))]
  const isGiven = (name: string) =>
    facts.some((fact) => fact.kind === 'treatment' && fact.certainty === 'stated' && fact.value.drugs.includes(name))
  if (!names.every(isGiven)) return undefined
  const { start, end, stopped, setting } = statement
  if ((start && !isDateIn(start, place)) || (end && !isDateIn(end, place)) || (start && end && end < start.slice(0, end.length)))
    return undefined
  return {
    type: 'systemic',
    name: regimenName(names),
    drugs: names,
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(stopped && stopReason('', words) === stopped ? { stopped } : {}),
    ...(setting && settingWords(words, '') === setting ? { setting } : {}),
  }
}
