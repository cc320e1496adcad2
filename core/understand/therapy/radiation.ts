import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Fact } from '../../record/fact.ts'
import { firstDay, type PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { findDates } from '../prose/dates.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { isRowOfRecord } from './administration-rows.ts'
import { headingDates } from './dated-headings.ts'
import { spotNames } from './drug-names.ts'
import { settingWords } from './outcome-words.ts'
import { daysOfWeeks, findPeriods, type Period } from './periods.ts'
import { doseOf, type RadiationDose } from './radiation-dose.ts'
import { siteOfRadiation } from './radiation-sites.ts'
import { radiationTables, type TabledRadiation } from './radiation-tables.ts'
import { techniqueOf } from './radiation-technique.ts'

/** Radiation that was delivered: technique, site, dose, dates; and radiation that was only proposed, as planned. */
export const radiation: FactRule = {
  name: 'radiation',
  version: 1,
  find(reading) {
    if (reading.kind === 'genomics' || reading.kind === 'pathology') return []
    const record = reading.kind === 'treatment-record'
    const dayOfTreatment = procedureDay(reading)
    const tabled = radiationTables(reading)
    const rows = new Set(tabled.map(({ sentence }) => sentence))
    const told = reading.sentences
      .filter((sentence) => !rows.has(sentence) && !(record && isRowOfRecord(sentence.text)))
      .flatMap((sentence) =>
        coursesOf(
          sentence.text,
          reading.kind === 'radiation-summary' && (sentence.row || sentence.section === 'treatment'),
          sentence.row,
        ).flatMap((course) => factOf(this, reading, sentence, course, dayOfTreatment)),
      )
    return [...tabled.map((one) => factOfRow(this, reading, one)), ...told]
  },
}

/** A row of a table of courses: what a summary tells of as given. */
function factOfRow(rule: FactRule, reading: Reading, { sentence, site, gray, fractions, start, end }: TabledRadiation): Fact {
  const head = reading.document.pages[0]?.text.slice(0, 600) ?? ''
  const { name } = techniqueOf(
    site,
    sentence.text,
    /\b(?:SRS|SBRT|SABR|radiosurgery|stereotactic|gamma ?knife|whole[- ]brain)\b/i.test(head) ? head : '',
  )
  const setting = settingWords(`${/\bintent\W{1,4}[a-z-]+/i.exec(head)?.[0] ?? ''} `, '')
  const dose = fractions === undefined ? `${gray} Gy` : `${gray} Gy/${fractions}`
  const value = {
    type: 'radiation' as const,
    name,
    drugs: [],
    site,
    dose,
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(setting ? { setting } : {}),
  }
  const past = start === undefined || reading.said === undefined || start <= reading.said
  return factFrom(rule, reading, 'treatment', value, [quote(reading.document, sentence)], past ? 'stated' : 'planned')
}

/** One course spoken of at `text.slice(start, end)`. */
type RadiationMention = { start: number; end: number; from: number; to: number; dose: RadiationDose | undefined }

/** Each dose, and each technique without one, with the words around it up to its neighbours. */
function coursesOf(text: string, inSummary: boolean, row: boolean): RadiationMention[] {
  if (!CHEAP.test(text)) return []
  const techniques = matchesOf(text, TECHNIQUE)
    .filter((match) => !isSide(text, match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const doses = row ? totalOfRow(doseOf(text)) : doseOf(text)
  if (techniques.length === 0 && !inSummary && doses.length > 0 && !/\bto\b|fractions?|\bfx\b|\bx ?\d/i.test(text)) return []
  const alone = techniques.filter(
    (one, i) =>
      !doses.some((dose) => isOneItem(text, one, dose)) &&
      (i === 0 || /[,;]|\band\b|\bthen\b/.test(text.slice(techniques[i - 1]?.end ?? 0, one.start))),
  )
  const marks = [
    ...doses.map((dose) => ({ start: dose.start, end: dose.end, dose })),
    ...alone.map((one) => ({ ...one, dose: undefined })),
  ].sort((a, b) => a.start - b.start)
  return marks.map((mark, i) => {
    const previous = marks[i - 1]
    const next = marks[i + 1]
    const before = previous ? cut(text, previous.end, mark.start) : 0
    const after = next ? cut(text, mark.end, next.start) : text.length
    const from = mark.dose ? doseStart(text, before, mark.start) : itemStart(text, before, mark.start)
    const to = mark.dose ? doseEnd(text, mark.end, after) : itemEnd(text, mark.end, after)
    return { ...mark, from: Math.max(from, mark.start - 160), to: Math.min(to, mark.end + 160) }
  })
}

/** "Rt WLE", "rt hip": the right one. */
const isSide = (text: string, { 0: word, index }: RegExpExecArray) =>
  /^rt$/i.test(word) && word !== 'RT' && /^\s[A-Za-z]/.test(text.slice(index + 2, index + 4))

/** Technique and dose speak of one course when nothing between them begins another. */
function isOneItem(text: string, technique: { start: number; end: number }, dose: RadiationDose): boolean {
  const gap = technique.end <= dose.start ? text.slice(technique.end, dose.start) : text.slice(dose.end, technique.start)
  return gap.length <= 110 && !/[;]|\. |\bthen\b|\bfollowed by\b|->|→/.test(gap)
}

/** Rows give the dose of a fraction beside the total. */
function totalOfRow(doses: readonly RadiationDose[]): RadiationDose[] {
  const total = doses.reduce<RadiationDose | undefined>(
    (most, dose) => (most === undefined || dose.gray > most.gray ? dose : most),
    undefined,
  )
  const single = doses.find((dose) => dose !== total && dose.gray <= 4)
  if (total === undefined || single === undefined || doses.length > 2) return [...doses]
  const fractions = Math.round(total.gray / single.gray)
  const exact = Math.abs(total.gray / single.gray - fractions) < 0.05
  return [{ ...total, ...(exact ? { fractions, text: `${total.gray} Gy/${fractions}` } : {}) }]
}

/** A span; else the first date after the dose; else the last one before it. Dates of a diagnosis, a scan or an operation are not meant. */
function periodOf(words: string, at: number, said: PartialDate | undefined, row: boolean): Period | undefined {
  const own = findPeriods(words, said, row)
  const weeks = own.some(({ range }) => range) ? undefined : daysOfWeeks(words, said)
  if (weeks) return weeks
  const usable = own.filter((one) => !NOT_ITS_DATE.test(words.slice(Math.max(0, one.start - 28), one.start)))
  // a span in a bracket that is closed before the next item is that of the item before
  const isOfBefore = (one: Period) => one.end <= at && /^\s*\)/.test(words.slice(one.end, at))
  const spans = own.filter((one) => one.range && !isOfBefore(one))
  // "08/08/2022 Post mastectomy and RT": that day it was over
  const isOfVisit = (one: Period) => one.end <= at && /\b(?:post|s\/p|status post|after|following|since)\b/i.test(words.slice(one.end, at))
  const days = usable.filter((one) => !isOfBefore(one) && !isOfVisit(one))
  return spans.find((one) => one.start >= at) ?? spans.at(-1) ?? days.find((one) => one.start >= at) ?? days.at(-1)
}

/** Between two courses the last separator divides. */
function cut(text: string, from: number, to: number): number {
  const last = [...text.slice(from, to).matchAll(/[;,+]|\. |\band\b|\bthen\b|\bfollowed by\b|->|→/g)].at(-1)
  return last ? from + last.index : to
}
/** A technique without a dose is an item of a list: its dates do not come from its neighbours. */
function itemStart(text: string, from: number, to: number): number {
  const last = [...text.slice(from, to).matchAll(/[;,]|\. |->|→/g)].at(-1)
  return last ? from + last.index + 1 : from
}
function itemEnd(text: string, from: number, to: number): number {
  const stop = /[;)]|,(?!\s?(?:(?:in|on|completed|finished|from)\s)?\d)|\. |->|→/.exec(text.slice(from, to))
  return doseEnd(text, from, stop ? from + stop.index : to)
}
/** A dose belongs to what follows the last drug, or the last step of a sequence, before it. */
function doseStart(text: string, from: number, to: number): number {
  const drug = spotNames(text.slice(from, to)).at(-1)
  const start = drug ? from + drug.end : from
  const step = [...text.slice(start, to).matchAll(/\bfollowed by\b|\bthen\b|;|\. /g)].at(-1)
  return step ? start + step.index : start
}
/** What a drug's name begins is no longer about the radiation. */
function doseEnd(text: string, from: number, to: number): number {
  const drug = spotNames(text.slice(from, to))[0]
  return drug ? from + drug.start : to
}

const CHEAP =
  /\b(?:c?gy|rt|rtx|xrt|pmrt|wbrt|srs|sbrt|sabr|rni|radiat\w+|radioth\w+|radiosurg\w+|irradiat\w+|brachyth\w+|gamma ?knife|gkrs|gksr|gks|srt|cyberknife|proton|y-?90|radioemboli\w+|sirt|tare)\b/i
const TECHNIQUE =
  /\b(?:XRT|RTX|RTx|PMRT|WBRT|WBI|APBI|RNI|SRS|SRT|GKRS|GKSR?|SBRT|SABR|IORT|IMRT|VMAT|(?:palliative |adjuvant |whole[- ]brain |chest wall |post-?mastectomy |external beam )?RT|(?:stereotactic )?radiosurgery|(?:(?:palliative|adjuvant|post-?mastectomy|whole[- ]breast|whole[- ]brain|stereotactic|external[- ]beam|partial breast|chest wall|breast) ){0,2}(?:radiation(?: therapy| treatments?)?|radiotherapy|irradiation)|brachytherapy|Y-?90|radioemboli[sz]ation|SIRT|TARE|gamma knife|cyber ?knife|proton (?:beam )?therapy)\b/gi

function factOf(
  rule: FactRule,
  reading: Reading,
  sentence: Sentence,
  course: RadiationMention,
  dayOfTreatment: string | undefined,
): Fact[] {
  const text = sentence.text
  const before = text.slice(course.from, course.start)
  const after = text.slice(course.end, course.to)
  if (sentence.section === 'family-history' || sentence.section === 'allergies' || RELATIVE.test(before)) return []
  if (NOT_TREATMENT.test(text.slice(course.start, course.end + 25)) || NOT_TREATMENT_BEFORE.test(before)) return []
  if (
    NEVER.test(before) ||
    NEVER_AFTER.test(after.split(DAY)[0] ?? after) ||
    (course.dose === undefined && (WHILE.test(before) || isTitle(sentence)))
  )
    return []
  const words = `${before}${text.slice(course.start, course.end)}${after}`
  const heading = headingDates(reading).get(sentence)
  const started = periodOf(words, before.length, reading.said, sentence.row) ?? heading?.period
  const past =
    started?.from === undefined ||
    reading.said === undefined ||
    reading.said.length < 10 ||
    started.from <= reading.said ||
    (TOLD_AS_DONE.test(words) && firstDay(started.from) - firstDay(reading.said) <= ADDED_LATER_DAYS)
  const planned =
    (!past && !(started?.range && isDay(started.to) && course.dose !== undefined && !PLANNED.test(before))) ||
    ((started === undefined || !started.range) && (PLANNED.test(before) || PLANNED_AFTER.test(after)) && !DONE.test(words))
  const given =
    course.dose !== undefined ||
    started !== undefined ||
    DONE.test(words) ||
    ['oncologic-history', 'past-surgical', 'past-medical', 'treatment', 'clinical-history', 'present-illness', 'indication'].includes(
      sentence.section,
    )
  if (!planned && !given) return []
  if (!planned && course.dose === undefined && (reading.kind === 'imaging' || sentence.section === 'technique') && !DONE.test(words))
    return []
  const inSummary = reading.kind === 'radiation-summary'
  const day = started?.from ?? (inSummary && course.dose ? findDates(dayOfTreatment ?? '')[0]?.date : undefined)
  const single = course.dose?.fractions === 1
  const ended =
    started &&
    /\b(?:complet\w+|finish\w+|done|ended|through)\b(?![^;]*\b(?:start|began|begun)\w*)[^;]{0,90}$/i.test(words.slice(0, started.start))
  const site = siteOfRadiation(before, after, sentence.row)
  const { name, isBoost } = techniqueOf(words, text, inSummary ? (reading.document.pages[0]?.text.slice(0, 600) ?? '') : '')
  const setting = settingWords(`${before}${text.slice(course.start, course.end)} `, after)
  const dates = started?.range
    ? { ...(started.from ? { start: started.from } : {}), ...(started.to ? { end: started.to } : {}) }
    : ended && day
      ? { end: day }
      : day
        ? { start: day, ...(single || SINGLE.test(words) ? { end: day } : {}) }
        : {}
  const evidence: [Evidence, ...Evidence[]] = [
    quote(reading.document, sentence, course.from, course.to),
    ...(heading && started === heading.period ? [quote(reading.document, heading.sentence)] : []),
  ]
  return [
    factFrom(
      rule,
      reading,
      'treatment',
      {
        type: 'radiation',
        name: isBoost && !/boost/i.test(name) ? `${name} boost` : name,
        drugs: [],
        ...dates,
        ...(site ? { site } : {}),
        ...(course.dose ? { dose: course.dose.text } : {}),
        ...(setting ? { setting } : {}),
      },
      evidence,
      planned ? 'planned' : 'stated',
    ),
  ]
}

const isDay = (date: PartialDate | undefined) => date?.length === 10

/** Added to a note weeks after its day: "20 Gy in 5 fractions given 13/04 - 17/04". */
const TOLD_AS_DONE = /(?<!\b(?:be|to be) )\b(?:given|delivered|completed|received|treated)\b/i
const ADDED_LATER_DAYS = 62

const RELATIVE = /\b(?:mother|father|sister|brother|aunt|uncle|mom|dad|grand\w+)\b[^.;]*$/i
const NOT_TREATMENT =
  /^(?:RT|radiation)\s+(?:oncolog\w+|associates|partners|specialists|cent(?:er|re)|department|dept|institute|medicine|physics|consult\w*|planning|exposure|clinic|safety|dose|necrosis|dermatitis|pneumonitis)|radiologist|^RT\s(?:breast|side|axilla|upper|lower|arm|shoulder|leg|knee|hip|hand|foot|flank|lung|ear|eye)\b/i
const NOT_TREATMENT_BEFORE =
  /\b(?:consult(?:ation)? (?:with|to)?|refer(?:red|ral)? (?:to|for)|Dr\.? \w+|prior to|before|fields? of|dose report|tolerance|background|CT|PET)\s*$/i
/** What stands behind its days is no longer about whether it was given. */
const DAY = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}/
const NEVER = /\b(?:no|never|not|without|declin\w+|refus\w+|denies|avoid\w*)\s+(?:\w+\s+){0,4}$/i
const NEVER_AFTER =
  /^[^.;]{0,60}\b(?:not (?:given|done|performed|needed|indicated|recommended)|NOT given|declined|refused|deferred|never|omitted|n\/a)\b/i
/** The head of a letter names the clinic and what the letter is. */
const isTitle = ({ start, text }: Sentence) =>
  start < 160 &&
  /\bradiation\b.{0,40}\b(?:summary|end of (?:tx|treatment)|completion|report|note|letter)\b/i.test(text) &&
  !/\b(?:received|completed|underwent|s\/p)\b/i.test(text)

/** "Letrozole was continued during RT (begun 3/2024)": what is dated is the drug. */
const WHILE =
  /\b(?:continu\w+|paus\w+|held|stopp\w+|given|start\w+|restart\w+|resum\w+|tak\w+)\s+(?:during|before|until|throughout|concurrent(?:ly)? (?:with|to)|parallel to|alongside)\s+(?:the |her |his )?$/i
const PLANNED =
  /\b(?:will|would|plan\w*|consider\w*|recommend\w*|discuss\w*|options?|candidate|eligible|propos\w+|offer\w*|(?<![-–]|\b(?:in|of|since|by|until|from|early|late|mid|to|and)\s)may(?!\s?['’]?\d)|might|could|should|if|unless|scheduled|refer\w*|await\w*|pending|to (?:start|begin|receive)|versus|vs\.?|consult)\b[^.;]{0,70}$/i
const PLANNED_AFTER =
  /^[^.;]{0,60}\b(?:(?:was|is|were|are) (?:planned|considered|discussed|recommended|offered|proposed|pending|scheduled)|planned|vs\.?|versus|will|would be|if needed|consult)\b/i
const DONE =
  /\b(?:s\/p|status post|complet\w+|finish\w+|received|receiv\w+|underwent|treated with|treatment delivered|delivered|got|had|after|since|done|started|given|following|post|prior|history of|then|to \d)\b/i
const NOT_ITS_DATE =
  /\b(?:diagnos\w+|dx|onset|DOB|born|MRI|CT|PET|scan|surgery|mastectomy|lumpectomy|follow[- ]?up|due|next)\b[^.;]{0,20}$/i
const SINGLE = /\b(?:single (?:fr(?:action|\b)|session|dose|\d+ ?c?gy)|x ?1\b|in 1 fraction|SRS|radiosurgery)/i

/** "Procedure date: May 30, 2023", "Date of treatment …" in a summary whose table has no dates. */
function procedureDay(reading: Reading): string | undefined {
  for (const page of reading.document.pages) {
    const match =
      /\b(?:procedure|treatment|radiosurgery|delivery|SRS|service) dates?\s*:?[^\n]{0,40}|\bdate(?:s)? of (?:treatment|procedure|radiosurgery|service)\s*:?[^\n]{0,40}/i.exec(
        page.text,
      )
    if (match) return match[0]
  }
  return undefined
}
