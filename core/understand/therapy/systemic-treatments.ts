import { type Drug, findDrugs } from '../../codes/drugs.ts'
import type { Fact } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { isRowOfRecord } from './administration-rows.ts'
import { actsOnCancer, isOvarianSuppression, regimenName } from './drug-groups.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { isOtherUse } from './other-uses.ts'

/** Systemic cancer treatment in prose: given, or planned only. Statements about relatives and refusals give nothing. */
export const systemicTreatments: FactRule = {
  name: 'systemic-treatment',
  version: 1,
  find(reading) {
    if (reading.kind === 'genomics') return []
    return mentionsOf(reading)
      .filter(({ sentence }) => (reading.kind !== 'treatment-record' || !isRowOfRecord(sentence.text)) && !isWithdrawn(reading, sentence))
      .filter((mention) => isNeverHad(mention) || !mention.drugs.some((drug) => isDisowned(reading, drug)))
      .flatMap((mention) => treatmentOf(this, reading, mention))
  },
}

function treatmentOf(rule: FactRule, reading: Reading, mention: Mention): Fact[] {
  const drugs = mention.drugs.filter(actsOnCancer)
  if (drugs.length > 0 && isNeverHad(mention)) {
    const names = drugs.map((drug) => drug.name)
    const value = { type: 'systemic' as const, name: regimenName(names), drugs: names }
    return [factFrom(rule, reading, 'treatment', value, mention.evidence, 'ruled-out')]
  }
  if (drugs.length === 0 || (mention.sense !== 'given' && mention.sense !== 'planned')) return []
  if (mention.sentence.section === 'medications' && !mention.start && !mention.end) return []
  const names = drugs.map((drug) => drug.name)
  if (isOtherUse(names, mention.before, mention.after)) return []
  if (names.every(isOvarianSuppression) && PROTECTION.test(`${mention.before} ${mention.after}`)) return []
  const told = reading.kind === 'patient-story' || FIRST_PERSON.test(mention.sentence.text) ? { name: 'told-treatment', version: 1 } : rule
  const { start, end, ongoing, stopped, setting, line, bestResponse, dose } = mention
  return [
    factFrom(
      told,
      reading,
      'treatment',
      {
        type: 'systemic',
        name: regimenName(names),
        drugs: names,
        ...(start ? { start } : {}),
        ...(end ? { end } : {}),
        ...(ongoing ? { ongoing } : {}),
        ...(stopped && mention.sense === 'given' ? { stopped } : {}),
        ...(setting ? { setting } : {}),
        ...(line === undefined ? {} : { line }),
        ...(bestResponse ? { bestResponse } : {}),
        ...(dose ? { dose } : {}),
      },
      mention.evidence,
      mention.sense === 'planned' ? 'planned' : 'stated',
    ),
  ]
}

/** "She has never had T-DM1": of the drug itself, with no condition to it. */
const isNeverHad = ({ sense, before }: Mention) => sense === 'not given' && NEVER_HAD.test(before)
const NEVER_HAD = /\b(?:has|have|had|was|is) never (?:had|received|been (?:on|given|treated with)|taken|started|on|given)\s+(?:any )?$/i

/** "… on Herceptin. This is incorrect: it refers to his wife." */
function isWithdrawn(reading: Reading, { page, start, end }: Sentence): boolean {
  const text = reading.document.pages.find((one) => one.number === page)?.text ?? ''
  return WITHDRAWN.test(text.slice(start, end)) || WITHDRAWN_NEXT.test(text.slice(end, end + 60))
}
const WITHDRAWN = /\b(?:this|that|which|it) (?:is|was) (?:incorrect|wrong|erroneous|an error)\b/i
const WITHDRAWN_NEXT =
  /^\W*(?:but |and )?(?:that|this|which|it|the letter|the statement) (?:is|was|proved) (?:incorrect|wrong|an error|erroneous|not correct|in error)/i

/** "No anthracycline and no Herceptin were ever given": a correction on the same paper, of a drug or its class. */
function isDisowned(reading: Reading, drug: Drug): boolean {
  return reading.sentences.some(({ text }) => {
    if (!NEVER_GIVEN.test(text)) return false
    const words = text.toLowerCase()
    return findDrugs(text).some((spot) => spot.drug.name === drug.name) || drug.classes.some((one) => words.includes(one.toLowerCase()))
  })
}
const NEVER_GIVEN =
  /\bno [a-z][^.;]{0,80}\b(?:was|were|has been|have been) ever (?:given|received|used|administered)\b|\bnever (?:given|received|had) (?:any )?[a-z]/i

/** The patient's own words. */
const FIRST_PERSON =
  /(?:^|\s)(?:I (?:took|had|was|quit|stopped|started|did|got|have|am|finished)|my (?:doctor|oncologist|chemo|knees|hair|cancer))\b/

/** Ovarian suppression that spares the ovaries during chemotherapy is not treatment of the cancer. */
export const PROTECTION = /\b(?:ovarian (?:protection|preservation|function)|fertility|ovar\w+ protect\w+)\b/i
