import type { Fact } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { headingDates } from './dated-headings.ts'
import { spotNames } from './drug-names.ts'
import { findPeriods } from './periods.ts'
import { findOperations, type Operation } from './surgery-names.ts'

/** Operations that were done on the cancer, with side and date; those only proposed or offered as planned. */
export const surgery: FactRule = {
  name: 'surgery',
  version: 1,
  find(reading) {
    if (reading.kind === 'genomics' || reading.kind === 'laboratory') return []
    return reading.sentences.flatMap((sentence) => {
      if (sentence.section === 'family-history' || sentence.section === 'allergies') return []
      const operations = findOperations(sentence.text)
      return operations.length === 0 ? [] : factsOf(this, reading, sentence, operations)
    })
  },
}

function factsOf(rule: FactRule, reading: Reading, sentence: Sentence, operations: readonly Operation[]): Fact[] {
  const text = sentence.text
  const announced =
    isReportOfIt(reading, sentence) || ((PROCEDURE.test(text) || sentence.section === 'procedure') && operationDay(reading) !== undefined)
  const facts: Fact[] = []
  for (const group of together(text, operations)) {
    const { from, to } = around(text, group, operations)
    const before = text.slice(from, group.start)
    const after = text.slice(group.end, to)
    const wide = text.slice(Math.max(0, group.start - 110), group.start)
    if (RELATIVE.test(wide) || NEVER_BEFORE.test(wide) || NEVER_AFTER.test(after) || ONLY_NAMED.test(after)) continue
    const own = dateOf(before, reading.ofDay ? after.replace(DAY_NEXT, ' on ') : after, reading.said, sentence.row)
    const heading = own === undefined ? headingDates(reading).get(sentence) : undefined
    const date = own ?? heading?.period.from
    const past = date === undefined || reading.said === undefined || reading.said.length < 10 || date <= reading.said
    const done = announced || DONE_BEFORE.test(wide) || DONE_AFTER.test(after) || DONE_SECTIONS.has(sentence.section)
    const planned =
      !past || (!announced && (PLANNED_BEFORE.test(wide) || PLANNED_AFTER.test(after)) && !(date !== undefined && DONE_BEFORE.test(before)))
    if (!planned && !done && date === undefined) continue
    if (!planned && sentence.section === 'plan' && date === undefined) continue
    const site = siteOf(text, group)
    const when = date ?? (announced ? (takenAbove(reading, sentence) ?? operationDay(reading) ?? reading.said) : undefined)
    facts.push(
      factFrom(
        rule,
        reading,
        'treatment',
        {
          type: 'surgery',
          name: nameOf(text, group),
          drugs: [],
          ...(when ? { start: when, end: when } : {}),
          ...(site ? { site } : {}),
        },
        [quote(reading.document, sentence, from, to), ...(heading ? [quote(reading.document, heading.sentence)] : [])],
        planned ? 'planned' : 'stated',
      ),
    )
  }
  return facts
}

/** The procedure line of an operation report, or the specimen of its pathology: done on the day of the document. */
function isReportOfIt(reading: Reading, sentence: Sentence): boolean {
  if (reading.kind === 'operative-note') return sentence.section === 'procedure' || /^\s*(?:procedures?|operations?)\b/i.test(sentence.text)
  return (
    reading.kind === 'pathology' &&
    (SPECIMEN_SECTIONS.has(sentence.section) || /^\s*(?:procedure|specimens?|[A-H][.:)])\s*:?/i.test(sentence.text))
  )
}

/** The line that names what was done, on a paper that gives the day of the operation. */
const PROCEDURE = /^\s*(?:procedures?|operations?)(?: performed)?\s*:/i
const SPECIMEN_SECTIONS = new Set(['procedure', 'specimen', 'diagnosis'])

/** One print can hold several reports: the day at the head of the one that holds the sentence. */
function takenAbove(reading: Reading, sentence: Sentence): PartialDate | undefined {
  if (reading.kind !== 'pathology') return undefined
  const text = reading.document.pages.find(({ number }) => number === sentence.page)?.text.slice(0, sentence.start) ?? ''
  const labels = [...text.matchAll(TAKEN)]
  const last = labels.at(-1)
  if (last === undefined || new Set(labels.map(([, day]) => day)).size < 2) return undefined
  return findPeriods(last[1] ?? '', undefined)[0]?.from
}
const TAKEN = /\b(?:taken|obtained|collected|date of (?:procedure|operation|surgery))\b[:\s]{1,6}([^\n]{6,22})/gi

/** The day that the report gives for the operation, before the day it was written. */
function operationDay(reading: Reading): PartialDate | undefined {
  for (const page of reading.document.pages) {
    const match = OPERATION_DAY.exec(page.text)
    const date = match ? findPeriods(match[1] ?? '', undefined)[0]?.from : undefined
    if (date) return date
  }
  return undefined
}
const OPERATION_DAY =
  /\b(?:date of (?:the )?(?:operation|surgery|procedure)|(?:operation|surgery|procedure|operative|OR) date|operation(?=[ \t]+\d)|(?:^|\n)[ \t]*date)[ \t]*:?[ \t]*([^\n]{6,40})/i

type Span = { start: number; end: number; operations: Operation[] }

/** Operations of one session stand side by side: "lumpectomy/ALND", "mastectomy with sentinel node biopsy". */
function together(text: string, operations: readonly Operation[]): Span[] {
  const spans: Span[] = []
  for (const operation of operations) {
    const last = spans.at(-1)
    const gap = last ? text.slice(last.end, operation.start) : ''
    if (last && gap.length <= 60 && !/[;]|\. |\d{1,2}\/\d|\b(?:19|20)\d\d\b|\bthen\b|->|→/.test(gap)) {
      last.end = operation.end
      last.operations.push(operation)
    } else spans.push({ start: operation.start, end: operation.end, operations: [operation] })
  }
  return spans
}

/** The words of the sentence that are about these operations: up to their neighbours, drugs and full stops. */
function around(text: string, span: Span, operations: readonly Operation[]): { from: number; to: number } {
  const previous = operations.filter((one) => one.end <= span.start).at(-1)?.end ?? 0
  const next = operations.find((one) => one.start >= span.end)?.start ?? text.length
  const drugs = spotNames(text)
  const drugBefore = drugs.filter((one) => one.end <= span.start).at(-1)?.end ?? 0
  const drugAfter = drugs.find((one) => one.start >= span.end)?.start ?? text.length
  const floor = Math.max(previous, drugBefore, span.start - 90)
  const stop = [...text.slice(floor, span.start).matchAll(/[;]|\. |->|→|,(?! ?\d)/g)].at(-1)
  const end = Math.min(next, drugAfter, span.end + 110)
  const cut = /[;]|\. |->|→/.exec(text.slice(span.end, end).replace(SURGEON, (name) => ' '.repeat(name.length)))
  return { from: stop ? floor + stop.index + 1 : floor, to: cut ? span.end + cut.index : end }
}

/** "9/17/2024 bilat mastectomy", "mastectomy 10/2015", "lumpectomy (April 2017)", "mastectomy … done in 2015". */
function dateOf(before: string, after: string, said: PartialDate | undefined, row: boolean): PartialDate | undefined {
  const next = findPeriods(
    after.replace(SURGEON, (name) => ' '.repeat(name.length)),
    said,
    row,
  )[0]
  if (next?.from && (row || AFTER_LEAD.test(after.slice(0, next.start).replace(SURGEON, ' ').replace(/ {2,}/g, ' ')))) return next.from
  const last = findPeriods(before, said, row).at(-1)
  if (last && OF_DIAGNOSIS.test(before.slice(0, last.start))) return undefined
  if (last?.from && BEFORE_LEAD.test(before.slice(last.end))) return last.from
  return undefined
}
/** "S/P lap BSO 2/15" in an entry: a day of that time. */
const DAY_NEXT = /^ ?(?=\d{1,2}\/\d{1,2}(?![\d/]))/
/** ", Mr. Dermot Lucey," between the operation and its day. */
const SURGEON = /,?\s\(?(?:Dr|Mr|Mrs|Ms|Prof|Surgeon)\b\.?:?(?: [A-Z][\w'’.-]{0,20}){1,3}\)?,?/g
const OF_DIAGNOSIS = /\b(?:ca|cancer|IDC|ILC|DCIS|carcinoma|dx'?d?|diagnos\w+)\W{0,3}(?:in|of|on)?\W{0,3}$/i
const AFTER_LEAD =
  /^(?:\s?\((?:left|right|both|bilateral|[LR]|lt|rt)\))?(?:\s[CTLS]\d{1,2}(?:\s?[-/]\s?[CTLS]?\d{1,2})?)?[\s,(:-]{0,4}(?:(?:was )?(?:done|performed|completed)?\s?(?:on|in|at [A-Z]\w+(?: \w+){0,3},?)?\s?|(?:of|for) (?:the )?(?:(?:left|right|both) )?(?:[a-z]{3,15} ){0,3}[a-z]{3,15},? (?:on |in )?|[A-Za-z ,]{0,40}\)\s?|(?: ?(?:to|of))? ?(?:the )?(?:right|left|both|R|L)? ?(?:breasts?|axilla|side),? (?:on |in )?| ?(?:right|left|both|bilateral|[LR]t?|lt|rt)\.?,? (?:on |in )?|[A-Za-z/ ,]{0,40}(?:on|in|\() ?)$/i
const BEFORE_LEAD =
  /^[\s,:)(|–-]{0,4}(?:(?:she|he|pt|patient|I)?\s?(?:underwent|had|s\/p|status post|with|got|surgery:?|:)?\s?(?:a|an)?\s?(?:(?:left|right|bilat\w*|bilateral|total|simple|modified radical|radical|skin-sparing|nipple-sparing|partial|L|R|rt|lt|B\/?L)\b[\s.]*){0,4})$/i

function nameOf(text: string, span: Span): string {
  return text.slice(sideBefore(text, span.start), span.end).replace(/\s+/g, ' ').trim()
}
const SIDE_BEFORE =
  /\b(?:left|right|bilateral|bilat\.?|both|L|R|rt\.?|lt\.?|B\/L|total|simple|radical|modified|skin-sparing|nipple-sparing|completion)\s*$/i
function sideBefore(text: string, at: number): number {
  let start = at
  for (let i = 0; i < 3; i++) {
    const match = SIDE_BEFORE.exec(text.slice(Math.max(0, start - 18), start))
    if (!match) break
    start -= match[0].length
  }
  return start
}

/** The last side named before the operation ends, else the first right after it. */
function sideOf(text: string, span: Span): 'left' | 'right' | 'both' | undefined {
  const before = [...text.slice(Math.max(0, span.start - 45), span.end).matchAll(SIDE)].at(-1)?.[0]
  const after = SIDE_NEXT.exec(text.slice(span.end, span.end + 30))?.[1]
  const word = (before ?? after ?? '').toLowerCase()
  return /^(?:bilat|both|b\/l)/.test(word) ? 'both' : /^l/.test(word) ? 'left' : /^r/.test(word) ? 'right' : undefined
}
const SIDE = /\b(?:left|Left|LEFT|right|Right|RIGHT|[Bb]ilat\w*|BILAT\w*|both|Both|lt|Lt|rt|Rt|L|R|B\/L)\b/g
const SIDE_NEXT = /^[^,;.(]{0,25}?\b(left|right|bilateral|both)\b/i

function siteOf(text: string, span: Span): string | undefined {
  const side = sideOf(text, span)
  const parts = [...new Set(span.operations.map((one) => one.site))]
  if (parts.length === 0) return undefined
  const breast = parts.includes('breast')
  const first =
    breast && side ? `${side} ${side === 'both' ? 'breasts' : 'breast'}` : side && side !== 'both' ? `${side} ${parts[0]}` : parts[0]
  return [first, ...parts.filter((part) => part !== (breast ? 'breast' : parts[0]))].join(' and ')
}

const RELATIVE = /\b(?:mother|father|sister|brother|aunt|uncle|mom|mum|dad|grand\w+|cousin|daughter|maternal|paternal)\b[^.;]*$/i
const NEVER_BEFORE =
  /\b(?:no|never|not|without|declin\w+|refus\w+|denies|avoid\w*|instead of|rather than|not a candidate for|if)\s+(?:\w+\s+){0,4}$/i
const NEVER_AFTER =
  /^[^.;]{0,70}\b(?:not (?:been )?(?:done|performed|given|planned|indicated|recommended)|has not been done|declined|refused|deferred|never done|cancell?ed|postponed)\b/i
/** The site of a mastectomy named, not the operation. */
const ONLY_NAMED = /^\s?(?:scar|bed|site|flap|cavity|changes|defect|clips?|specimen|side|incision|bra|prosthes\w+)\b/i
const DONE_SECTIONS = new Set(['oncologic-history', 'past-surgical', 'past-medical', 'treatment', 'clinical-history', 'procedure'])
const DONE_BEFORE =
  /\b(?:s\/p|status post|post|underwent|had|after|following|since|received|treated with|history of|hx of|h\/o|prior|previous|got|took (?:it )?out|did|PSH|surgery:)\b[^.;]{0,60}$/i
const DONE_AFTER =
  /^[^.;]{0,50}\b(?:was|were) (?:done|performed|carried out)|^[^.;]{0,60}\b(?:showed|revealed|with (?:residual|negative|clear) |path(?:ology)?(?: showed|:)|residual|pCR|[yp]{1,2}T\d|margins)\b/i
const PLANNED_BEFORE =
  /\b(?:will|would|plan\w*|consider\w*|recommend\w*|discuss\w*|options?|candidate|eligible|propos\w+|offer\w*|(?<![-–]|\b(?:in|of|since|by|until|from|early|late|mid|to|and)\s)may(?!\s?['’]?\d)|might|could|should|if|unless|scheduled|refer\w*|await\w*|pending|prior to|before|to (?:undergo|have)|versus|vs\.?|eval\w* for)\b[^.;]{0,70}$/i
const PLANNED_AFTER =
  /^[^.;]{0,70}\b(?:(?:was|is|were|are|been) (?:planned|considered|discussed|recommended|offered|proposed|pending|scheduled)|planned|vs\.?|versus|will|would be|scheduled|offered)\b/i
