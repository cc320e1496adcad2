import type { Evidence } from '../../record/evidence.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { evidenceAt, type Reading } from '../prose/reading.ts'
import { actsOnCancer, isOvarianSuppression } from './drug-groups.ts'
import { type MedicationItem, medicationItems } from './medication-items.ts'
import { medicineUse } from './medicine-use.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { isOtherUse } from './other-uses.ts'
import { PROTECTION } from './systemic-treatments.ts'

/** Medicines of medication lists, each taken now or stopped. */
export const medicationLists: FactRule = {
  name: 'medication-list',
  version: 1,
  find(reading) {
    return reading.sections
      .filter((section) => section.kind === 'medications')
      .flatMap((section) => {
        const text = reading.document.pages.find((page) => page.number === section.page)?.text.slice(section.body, section.end) ?? ''
        return medicationItems(text, reading.said, section.heading).map((item) => {
          const evidence: Evidence = evidenceAt(reading.document, section.page, section.body + item.start, section.body + item.end)
          return factFrom(this, reading, 'medication', medicationValue(item), [evidence])
        })
      })
  },
}

/** Supportive and general medicines that sentences outside of lists speak of: "apixaban for 6 months, completed 9/2021". */
export const medicationsInProse: FactRule = {
  name: 'medication-prose',
  version: 1,
  find(reading) {
    if (reading.kind === 'genomics' || reading.kind === 'laboratory' || reading.kind === 'treatment-record') {
      return mentionsOf(reading).flatMap((mention) => (isProtection(mention) ? medicationOf(this, reading, mention) : []))
    }
    const mentions = mentionsOf(reading).filter(({ sentence }) => sentence.section !== 'medications' && sentence.section !== 'allergies')
    let last: Fact<'medication'> | undefined
    let where: Mention['sentence'] | undefined
    return mentions.flatMap((mention) => {
      const listed = last && where === mention.sentence && NEXT_OF_LIST.test(mention.before) ? last.value.status : undefined
      const facts = medicationOf(this, reading, mention, listed)
      last = facts.at(-1)
      where = mention.sentence
      return facts
    })
  },
}

/** "She takes lisinopril and omeprazole": what is said of the first holds for the next. */
const NEXT_OF_LIST = /^\s*(?:,|\/|and|plus|\+|&|, and)\s*$/i

const medicationValue = ({ name, status, begins, ends, dose }: MedicationItem): FactValue<'medication'> => ({
  name,
  status,
  ...(begins ? { start: begins } : {}),
  ...(ends ? { end: ends } : {}),
  ...(dose ? { dose } : {}),
})

const isProtection = (mention: Mention) =>
  mention.names.every(isOvarianSuppression) && PROTECTION.test(`${mention.before} ${mention.after}`)

function medicationOf(rule: FactRule, reading: Reading, mention: Mention, listed?: 'current' | 'past'): Fact<'medication'>[] {
  const oncology = mention.drugs.some(actsOnCancer)
  if (oncology && !isProtection(mention) && !isOtherUse(mention.names, mention.before, mention.after)) return []
  const use = oncology ? undefined : medicineUse(mention.before, mention.after)
  if (use === 'none') return []
  const told =
    mention.sense === 'given' ||
    (use === 'past' && mention.sense === 'not given') ||
    (use !== undefined && (mention.sense === 'named' || PLAN.has(mention.sentence.section)))
  const course = SHORT_COURSE.test(mention.after) && mention.sense === 'named' && mention.sentence.section !== 'plan'
  if (!told && !course && !(listed && mention.sense === 'named')) return []
  const status = statusOf(mention) ?? use ?? listed
  if (status === undefined) return []
  const { start, end, dose } = mention
  return mention.names.map((name) =>
    factFrom(
      rule,
      reading,
      'medication',
      { name, status, ...(start ? { start } : {}), ...(end ? { end } : {}), ...(dose ? { dose } : {}) },
      mention.evidence,
    ),
  )
}

/** Where a plan says what goes on: "Cont. bisoprolol". */
const PLAN: ReadonlySet<string> = new Set(['plan', 'assessment'])

/** Ended by its words: past; taken up, continued or running since: current; only spoken of: unknown. */
function statusOf(mention: Mention): 'current' | 'past' | undefined {
  const { before, after, end, ongoing, stopped, start } = mention
  if (SHORT_COURSE.test(after)) return 'past'
  if ((end !== undefined && !ongoing) || stopped !== undefined || PAST_BEFORE.test(before) || PAST_AFTER.test(after)) return 'past'
  if (ongoing || CURRENT_BEFORE.test(before) || CURRENT_AFTER.test(after)) return 'current'
  if (start !== undefined && mention.sentence.section !== 'data') return 'current'
  return undefined
}
/** "Pip-tazo x 5 days", "dexamethasone 4 mg taper over 3 wks", "x 1 mo then stop": over when the course was. */
const SHORT_COURSE =
  /^(?:[^.,;\n]|\.(?=\d)){0,40}?(?:\b[x×]\s?\d{1,2}\s?(?:d\b|days?\b|wks?\b|weeks?\b|doses?\b|mo\b|months?\b)(?![^.;]{0,12}\b(?:then (?:continue|daily)|repeat))|\btaper(?:ed|ing)? (?:over|off over) \d|\bthen stop\b)/i
const PAST_BEFORE =
  /\b(?:off(?: of)?|used to (?:take|use|carry|have|be on)|stopped|discontinued|completed|finished|tapered off|no longer (?:on|takes)|came off|was on|had been on|previously on)\s*(?:\w+\s){0,2}$/i
const PAST_AFTER =
  /^[^.;\n]{0,45}?\b(?:off (?:as of|since|by)|to off|stopped|discontinued|completed|finished|tapered off|taper (?:completed|finished))\b/i
const CURRENT_BEFORE =
  /\b(?:on|takes|taking|continu\w+(?: on)?|remains on|started on|were started on|was started on|started|maintained on|uses|using|controlled (?:with|on|by))\s*(?:\w+\s){0,1}$/i
const CURRENT_AFTER = /^[^.;\n]{0,40}?\b(?:ongoing|continues|started|prn|as needed|daily|BID|since)\b/i
