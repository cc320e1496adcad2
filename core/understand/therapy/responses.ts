import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { actsOnCancer } from './drug-groups.ts'
import { spotNames } from './drug-names.ts'
import { findPeriods } from './periods.ts'

type Value = FactValue<'response'>['value']

/** How the disease answered: progression, stable disease, response – with its date, and what the patient was on when the words say so. */
export const responses: FactRule = {
  name: 'response',
  version: 1,
  find(reading) {
    if (reading.kind === 'genomics' || reading.kind === 'laboratory' || reading.kind === 'pathology') return []
    return reading.sentences.flatMap((sentence) => (SKIPPED.has(sentence.section) ? [] : responsesOf(this, reading, sentence)))
  },
}
const SKIPPED = new Set(['family-history', 'allergies', 'review-of-systems', 'medications', 'technique', 'comparison', 'social-history'])

function responsesOf(rule: FactRule, reading: Reading, sentence: Sentence): Fact[] {
  const text = sentence.text
  if (!CHEAP.test(text) || WITHDRAWN.test(text) || WITHDRAWN_NEXT.test(wordsAfter(reading, sentence))) return []
  const facts: Fact[] = []
  for (const [value, pattern] of WORDS) {
    for (const match of matchesOf(text, pattern).slice(0, MOST_IN_ONE)) {
      const start = match.index
      const end = start + match[0].length
      const left = Math.max(0, start - REACH)
      const context = contextOf({ ...sentence, text: text.slice(left, end + REACH) }, start - left, end - left)
      const lead = text.slice(Math.max(0, start - 50), start)
      if (
        context.negated ||
        context.family ||
        CONDITIONAL.test(lead) ||
        NOT_DISEASE.test(text.slice(end, end + 25)) ||
        (context.uncertain && !/\bbest response\b/i.test(lead))
      )
        continue
      const date =
        dateOf(text, start, end, reading.said, value === 'progression') ?? (isOfToday(reading, sentence) ? reading.said : undefined)
      const on = drugsAfterOn(text.slice(/\bon$/i.test(match[0]) ? end - 2 : end, end + 60))
      facts.push(
        factFrom(rule, reading, 'response', { value, ...(date ? { date } : {}), ...(on.length > 0 ? { on } : {}) }, [
          quote(reading.document, sentence, Math.max(0, start - 60), Math.min(text.length, end + 60)),
        ]),
      )
    }
  }
  return facts
}

/** No sentence that a person wrote holds more; text without stops must not cost time. */
const MOST_IN_ONE = 12
const REACH = 250

/** The day beside the words: just after ("PD 8/24/2026", "-> PD liver 8/25/2026") or at the head of the clause ("CT 9/15/2026: PD"). */
function dateOf(text: string, start: number, end: number, said: PartialDate | undefined, endsCourse: boolean): PartialDate | undefined {
  const lead = text.slice(Math.max(0, start - 70), start)
  const before = findPeriods(lead, said).at(-1)
  const gap = before ? lead.slice(before.end) : ''
  const usable = before && !/[.;]\s|\bsince\b/.test(gap) ? (before.range ? (endsCourse ? before.to : undefined) : before.from) : undefined
  if (usable && gap.length <= 15) return usable
  const tail = text.slice(end, end + 40)
  const after = findPeriods(tail, said)[0]
  const between = after ? tail.slice(0, after.start) : ''
  if (
    after &&
    !after.range &&
    /^[^.;]{0,28}$|^[^.;]{0,30}\b(?:on|by|in)\s(?:CT|MRI|PET|PET[-/]CT|CT\/MRI|scan|bone scan|imaging)\s?(?:of )?$/.test(between) &&
    !/last dose|started|stopped|C\d/i.test(between)
  )
    return after.from
  return usable
}

/** A report's own impression speaks of its day; so does a plan that says "now" or "PD on". */
const isOfToday = (reading: Reading, sentence: Sentence) =>
  (reading.kind === 'imaging' && sentence.section === 'impression') || /\b(?:now|today|current)\b/i.test(sentence.text)

function drugsAfterOn(text: string): string[] {
  const on = /^[^.;]{0,20}?\b(?:on|through|while on|after|despite)\b/i.exec(text)
  if (!on) return []
  return [...new Set(spotNames(text.slice(on[0].length)).flatMap(({ name, drug }) => (drug && actsOnCancer(drug) ? [name] : [])))]
}

const CHEAP =
  /\bPD\b|\bPR\b|\bCR\b|\bSD\b|\bNED\b|\bPOD\b|progress|relaps|stable|response|remission|no evidence of (?:disease|recurrence)|mixed|increased|enlarged|larger|gr(?:own|owing|owth)|\bnew\b/i
const WORDS: readonly (readonly [Value, RegExp])[] = [
  [
    'progression',
    /\bPD\b(?!-)|\bPOD\b|\b(?:progressive (?:disease|metasta\w+|hepatic|osseous|bone|pulmonary|nodal)|disease progression|progressed\b|progression of (?:disease|metasta\w+)|(?<!time to )(?<!without )progression (?:on|in|of)\b|relapsed?\b|(?<=\b(?:show(?:s|ed|ing)|demonstrat(?:es|ed|ing)|confirm(?:s|ed|ing)|reveal(?:s|ed|ing)|(?:stopped|discontinued|ended) (?:for|due to|because of|at)) (?:\w+ )?)progression\b|new:? (?:(?!no\b)\w+[ ,/]{1,2}){0,4}(?:mets\b|metastas[ei]s\b)|growth (?:in|of) (?:the )?(?:liver|lung|brain|bone|chest wall|nod\w+|\w+ metastas\w+)|(?:metasta[st]\w+|mets|lesions) (?:have |has |are |is |were |was )?(?:increased|enlarged|grown|larger|growing|progressing)\b)/gi,
  ],
  [
    'partial',
    /(?<=\bbest (?:overall )?response:? (?:was |a )?)partial\b|(?<=\b(?:best response:?|response|achieved|had|with|to|in|:)\s)PR\b(?!\s?[:=]?\s?\d+\s?%)|\bpartial (?:metabolic |radiographic )?response\b|\bmajor response\b/gi,
  ],
  [
    'complete',
    /(?<=\b(?:best response:?|response|achieved|in|had)\s)CR\b|\bcomplete (?:metabolic |radiographic |clinical )?response\b|\bcomplete remission\b/gi,
  ],
  [
    'stable',
    /(?<=\b(?:best response:?|response|achieved|had|with|:)\s)SD\b|\bstable disease\b|\bdisease (?:is |remains )?stable\b|\bstable (?:osseous|bone|hepatic|pulmonary|brain|treated) (?:metasta\w+|disease)/gi,
  ],
  ['no-evidence-of-disease', /\bNED\b|\bno evidence of (?:disease|recurren\w+ disease|recurrence)\b/gi],
  ['mixed', /\bmixed response\b/gi],
]
/** The sentence takes the statement back. */
const WITHDRAWN = /\b(?:incorrect|erroneous|in error|was wrong|mistaken)\b/i
const WITHDRAWN_NEXT =
  /^\W*(?:but |and |however,? )?(?:that|this|which|it|the)\b[^.;\n]{0,150}?\b(?:is|was|proved|were) (?:incorrect|wrong|an error|erroneous|not correct|in error)/i
const wordsAfter = (reading: Reading, sentence: Sentence) =>
  reading.document.pages.find((page) => page.number === sentence.page)?.text.slice(sentence.end, sentence.end + 220) ?? ''
const CONDITIONAL =
  /\b(?:if|until|unless|time to|risk of|in case of|at|upon|on|(?<!\b(?:stopped|discontinued|ended|off|held|changed|switched) )for)\s+(?:\w+\s){0,3}$/i
const NOT_DISEASE = /^[- ]?(?:L1|1\b|free|inhibitor|survival|\d{1,3}\s?%|to\b.{0,12}stage)/i
