import { type Drug, findDrug } from '../../codes/drugs.ts'
import type { NameSpot } from './drug-names.ts'

/** Drugs that a sentence names as given together: its words are `text.slice(start, end)`. */
export type DrugGroup = { start: number; end: number; names: string[]; drugs: Drug[] }

/** Puts the drugs of a sentence together that it joins by `+`, `/`, `and`, `with`, or by commas where they can be one regimen. */
export function groupDrugs(text: string, spots: readonly NameSpot[]): DrugGroup[] {
  const groups: DrugGroup[] = []
  for (const spot of spots) {
    const last = groups.at(-1)
    const gap = last ? text.slice(last.end, spot.start) : ''
    if (last && (spot.start < last.end || (belongs(gap, last, spot) && sameKind(last, spot)))) add(last, spot)
    else groups.push({ start: spot.start, end: spot.end, names: [spot.name], drugs: spot.drug ? [spot.drug] : [] })
  }
  return groups
}

function add(group: DrugGroup, spot: NameSpot): void {
  group.end = Math.max(group.end, spot.end)
  if (!group.names.includes(spot.name)) group.names.push(spot.name)
  if (spot.drug && !group.drugs.some((drug) => drug.name === spot.name)) group.drugs.push(spot.drug)
}

/** Cancer drugs form regimens; other medicines stand each for itself. */
function sameKind(group: DrugGroup, spot: NameSpot): boolean {
  return spot.drug !== undefined && actsOnCancer(spot.drug) && group.drugs.length > 0 && group.drugs.every(actsOnCancer)
}

export const actsOnCancer = (drug: Drug): boolean => !['bone', 'steroid', 'supportive'].includes(drug.family)

function belongs(gap: string, group: DrugGroup, spot: NameSpot): boolean {
  if (gap.length > 60) return false
  const bare = gap
    .replace(DOSING, ' ')
    .replace(
      /[()]|(?<![A-Za-z])(?:T|C)\.(?=\s|$)|\b(?:continued|maintenance|alone|inj(?:ection)?|tab(?:let)?s?|cap(?:sule)?s?|GnRH(?:[- ]?(?:analog\w*|agonist\w*|a))?|LHRH(?:[- ]?analog\w*)?|OFS)\b\.?/gi,
      ' ',
    )
    .replace(/(?:[+&/]\s*){2,}/g, '+')
    .replace(/\s+/g, ' ')
    .trim()
  if (spot.name === group.names.at(-1) && /^[\s(=:,-]*$/.test(bare)) return true
  if (/^\(?(?:\+|&|\/|plus|with|in combination with|combined with|and concurrent|concurrent with)\)?(?: \d{1,2})?$/i.test(bare)) return true
  // "ribociclib-letrozole"; chemotherapies joined so follow one another
  if (/^[-–]$/.test(gap))
    return (
      spot.drug !== undefined &&
      [...group.drugs, spot.drug].some(({ family, classes }) => family !== 'chemo' || classes.includes('platinum')) &&
      canBeOneRegimen([...group.drugs, spot.drug])
    )
  if (/^:$/.test(bare)) return group.names.includes(spot.name) || group.names.length > 1
  if (/^(?:,|, and|and|;|,? ?then)?$/i.test(bare)) {
    if (/then|;/i.test(bare)) return false
    return (
      bare !== '' &&
      spot.drug !== undefined &&
      canBeOneRegimen([...group.drugs, spot.drug]) &&
      !(bare === ',' && followInTurn(group.drugs, spot.drug))
    )
  }
  return false
}

/** "FEC, docetaxel", "trastuzumab, letrozole": a comma between kinds that are given one after the other only lists them. */
function followInTurn(drugs: readonly Drug[], next: Drug): boolean {
  const isOf = (drug: Drug, cls: string) => drug.classes.includes(cls)
  const pairs: [string, string][] = [['anthracycline', 'taxane']]
  if (
    pairs.some(([a, b]) => (drugs.some((drug) => isOf(drug, a)) && isOf(next, b)) || (drugs.some((drug) => isOf(drug, b)) && isOf(next, a)))
  )
    return drugs.length > 1
  const kind = (drug: Drug) =>
    drug.family === 'endocrine' && !isOf(drug, 'ovarian suppression') ? 'endocrine' : drug.family === 'anti-HER2' ? 'HER2' : ''
  return drugs.length === 1 && drugs.some((drug) => kind(drug) !== '' && kind(next) !== '' && kind(drug) !== kind(next))
}

/** Two aromatase inhibitors, or chemotherapy and an aromatase inhibitor, are never one regimen: a comma between them only lists them. */
export function canBeOneRegimen(drugs: readonly Drug[]): boolean {
  const inClass = (cls: string) => drugs.filter((drug) => drug.classes.includes(cls)).length
  const inFamily = (family: string) => drugs.filter((drug) => drug.family === family).length
  const antiEstrogen = inFamily('endocrine') - inClass('ovarian suppression')
  if (inClass('aromatase inhibitor') + inClass('SERM') > 1) return false
  if (inClass('CDK4/6 inhibitor') > 1 || inFamily('ADC') > 1 || inClass('taxane') > 1 || inFamily('PI3K/AKT/mTOR') > 1) return false
  if (inFamily('PARP') > 1) return false
  return !(antiEstrogen > 0 && (inFamily('chemo') > 0 || inFamily('ADC') > 0))
}

/** Sorted generic names: what makes two groups the same regimen. */
export const regimenKey = (names: readonly string[]): string => [...names].sort().join('+')

/** How a regimen is written out: as named, joined by plus signs. */
export function regimenName(names: readonly string[]): string {
  return names.join(' + ')
}

export const isOvarianSuppression = (name: string): boolean => findDrug(name)?.classes.includes('ovarian suppression') ?? false

/** Doses and schedules that stand between the drugs of a regimen. */
export const DOSING =
  /\b\d[\d.,]*\s?(?:mg|mcg|g|units?|u|iu|ml|auc)\b(?:\s?\/\s?(?:m2|m²|kg|day|d))?|\bauc\s?=?\s?\d+(?:\.\d+)?|\b(?:x|×)\s?\d+\b(?: ?(?:cycles?|doses?|weeks?|wks?|courses?))?|\b\d+\s?(?:cycles|doses|weeks|x|y|yrs?|years?|mos?|months?)\b|\bq\s?\d+\s?(?:w|wk|wks|weeks?|d|days?|mo)\b|\bq(?:7|14|21|28)\b|\b(?:qwk|qweek|q week|weekly|daily|monthly|bid|qd|tid|qhs|prn|po|iv|sc|sq|im|oral(?:ly)?|tablets?|every (?:\d+ )?(?:days?|weeks?|months?)|dose[- ]dense)\b|\bd(?:ays?)?\s?\d+(?:\s?[-,–]\s?d?\d+){0,3}\b|\bC\d+(?:D\d+)?\b|\b\d+\s?(?:wks?|weeks?|days?|d)?\s?on\s?[/,]?\s?\d+\s?(?:wks?|weeks?|days?|d)?\s?off\b|\b(?:5|7|14|21)\/(?:7|14|21|28)\b(?!\/)|\(\s*(?:\d+%?)?\s*\)/gi
