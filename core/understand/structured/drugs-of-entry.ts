import { type Drug, findDrugs } from '../../codes/drugs.ts'
import { drugOfRxnorm } from '../../codes/rxnorm.ts'
import type { Entry } from '../../record/entry.ts'
import { codesIn } from './coded.ts'

/** The drugs of a medication entry that the table knows: by its words first, then by the names of its codes, then by the codes. */
export function drugsOfEntry(entry: Entry): Drug[] {
  const named = unique(findDrugs(entry.text).map(({ drug }) => drug))
  if (named.length > 0) return named
  const displayed = unique(entry.codes.flatMap(({ display }) => findDrugs(display ?? '').map(({ drug }) => drug)))
  if (displayed.length > 0) return displayed
  return unique(codesIn(entry.codes, 'rxnorm').flatMap((code) => drugOfRxnorm(code) ?? []))
}

const unique = (drugs: readonly Drug[]): Drug[] => [...new Set(drugs)]
