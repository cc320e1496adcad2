import type { Drug } from '../../codes/drugs.ts'
import type { Evidence } from '../../record/evidence.ts'
import { firstDay, lastDay } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { clausesOf } from './clauses.ts'
import { headingDates } from './dated-headings.ts'
import { datedLine, happenedInLine } from './dated-lines.ts'
import { type Course, datesOfTreatment } from './dates-of-treatment.ts'
import { doseCourse, doseText } from './doses.ts'
import { actsOnCancer, type DrugGroup, groupDrugs } from './drug-groups.ts'
import { spotNames } from './drug-names.ts'
import { goOn } from './goes-on.ts'
import { bestResponse, lineWords, type Setting, type Stopped, settingWords, stopReason } from './outcome-words.ts'
import { type Sense, senseOf } from './sense.ts'
import { inSequence, withSwitches } from './sequences.ts'
import { BLAMED, happenedThatDay, withReasonOfDay } from './that-day.ts'

/** What one clause says of drugs given together. */
export type Mention = Course & {
  names: string[]
  drugs: Drug[]
  sense: Sense
  stopped?: Stopped
  setting?: Setting
  line?: number
  bestResponse?: string
  dose?: string
  /** The words before and after the drugs in their clause. */
  before: string
  after: string
  /** What the line tells before the sentence, behind the date that it begins with. */
  lead?: string
  sentence: Sentence
  evidence: [Evidence, ...Evidence[]]
}

/** Every mention of drugs in the sentences of a document; sentences that go on about the drugs before ("Last dose 9/8.") are added to them. */
export function mentionsOf(reading: Reading): Mention[] {
  const known = FOUND.get(reading)
  if (known) return known
  const mentions = findMentions(reading)
  FOUND.set(reading, mentions)
  return mentions
}
/** Several rules look at the mentions of one reading; they are found once. */
const FOUND = new WeakMap<Reading, Mention[]>()

function findMentions(reading: Reading): Mention[] {
  const mentions: Mention[] = []
  let previous: Sentence | undefined
  let subject: Mention | undefined
  let since = 0
  let blamed = false
  let inLines = false
  let lead: Setting | undefined
  for (const sentence of reading.sentences) {
    const groups = groupDrugs(sentence.text, spotNames(sentence.text))
    if (!BULLET.test(sentence.text) && beginsLine(reading, sentence))
      lead = LEADS_LIST.test(sentence.text) ? settingWords(sentence.text, '') : undefined
    inLines =
      sentence.row &&
      (inLines || LINE_COLUMN.test(sentence.text) || (NUMBER_COLUMN.test(sentence.text) && LINES_TITLE.test(previous?.text ?? '')))
    if (groups.length === 0) {
      since++
      const number = LINE_ALONE.exec(sentence.text)
      const running = number ? runningOf(mentions) : undefined
      if (number && running && running.line === undefined)
        mentions.push({
          ...running,
          line: Number(number[1] ?? number[2]),
          setting: 'metastatic',
          evidence: [quote(reading.document, sentence), ...running.evidence],
        })
      if (subject && since <= 4 && sentence.section === subject.sentence.section) {
        blamed ||= BLAMED.test(sentence.text)
        subject = goOn(mentions, subject, sentence, reading, blamed, since === 1) ?? subject
      }
      if (/\w/.test(sentence.text)) previous = sentence
      continue
    }
    const found = clausesOf(sentence.text, groups).map(({ group, from, to }) =>
      mention(
        reading,
        sentence,
        group,
        sentence.text.slice(from, group.start),
        sentence.text.slice(group.end, to),
        groups.length,
        previous?.text,
      ),
    )
    const listed = withLeadDate(found, sentence, reading).map((one) =>
      lead !== undefined && one.setting === undefined ? { ...one, setting: lead } : one,
    )
    const joined = inSequence(inLines ? listed.map((one) => withLineOfRow(one)) : listed, sentence.text).map((one) =>
      withReasonOfDay(one, reading),
    )
    mentions.push(...withSwitches(joined, subject))
    const next = joined.filter((one) => one.sense === 'given').at(-1)
    if (!(next && subject && isRemark(next, subject))) {
      subject = next
      blamed = false
    }
    since = 0
    previous = sentence
  }
  return mentions
}

/** "Line 6 of therapy.", "Now on her 3rd line.": of the treatment that runs. */
const LINE_ALONE = /\b(?:line (\d{1,2}) of (?:therapy|treatment)|(?:on|in|with) (?:her |his |the )?(\d)(?:st|nd|rd|th)[- ]line\b)/i
const runningOf = (mentions: readonly Mention[]) =>
  mentions
    .filter(
      ({ sense, end, stopped, start, drugs }) => sense === 'given' && !end && !stopped && start !== undefined && drugs.some(actsOnCancer),
    )
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1))[0]

/** "Ribociclib 600 mg, cut to 400 mg": of the drugs spoken of, and with no time of its own. */
const isRemark = (next: Mention, subject: Mention) =>
  subject.end !== undefined &&
  next.start === undefined &&
  next.end === undefined &&
  next.stopped === undefined &&
  next.line === undefined &&
  next.names.length < subject.names.length &&
  next.names.every((name) => subject.names.includes(name))

/** "Aug 2020: letrozole stopped, fulvestrant started": the date at the head of the entry is that of all that it tells. */
function withLeadDate(found: readonly Mention[], sentence: Sentence, reading: Reading): Mention[] {
  if (found.length < 2) return [...found]
  const head = ENTRY_HEAD.exec(sentence.text)
  const date = head ? findDates(head[0], reading.said)[0]?.date : undefined
  if (date === undefined) return [...found]
  return found.map((one, i) =>
    i > 0 && one.start === undefined && one.end === undefined && (STARTS_AFTER.test(one.after) || STARTS_BEFORE.test(one.before))
      ? { ...one, start: date, sense: one.sense === 'named' ? 'given' : one.sense }
      : one,
  )
}
const ENTRY_HEAD = /^[\s•*-]{0,5}[A-Za-z]{0,9}\.?\s?[\d/.-]{1,10}(?:\s[A-Za-z]{3,9}\s\d{4})?\s?(?::|–|-)\s/
const STARTS_AFTER = /^\s*(?:was |were )?(?:started|begun|commenced|initiated|added)\b/i
const STARTS_BEFORE = /\b(?:started|began|commenced|initiated|added)\s*(?:on\s*)?$/i

/** "She has completed neoadjuvant therapy:", and below it the drugs, one a line. */
const LEADS_LIST = /:\s*$/
const beginsLine = ({ document }: Reading, { page, start }: Sentence) =>
  start === 0 || document.pages.find(({ number }) => number === page)?.text[start - 1] === '\n'
const BULLET = /^\s*(?:[-•*·–]|\(?[a-z0-9][.)])(?:\s|$)/

/** A table whose first column counts the lines of therapy. */
const LINE_COLUMN = /^\s*\|?\s*(?:line(?: of (?:therapy|treatment))?|LOT|lines?\s?#)\s*(?: {2,}|\t|\|)/i
/** "TREATMENT LINES", and below it rows that only count: "Sl | Regimen | From | To". */
const LINES_TITLE =
  /\b(?:lines of (?:therapy|treatment)|treatment lines|palliative lines|lines given|metastatic treatment|lines \(metastatic\))\s*:?\s*$/i
const NUMBER_COLUMN = /^\s*\|?\s*(?:sl\.?|s\.? ?no\.?|sr\.? ?(?:no)?\.?|no\.?|#)\s*(?: {2,}|\t|\|)/i
function withLineOfRow(one: Mention): Mention {
  const line = Number(/^\s*\|?\s*(\d{1,2})\s*(?: {2,}|\t|\|)/.exec(one.sentence.text)?.[1])
  return one.line === undefined && line >= 1 && line <= 15 ? { ...one, line, setting: one.setting ?? 'metastatic' } : one
}

function mention(
  reading: Reading,
  sentence: Sentence,
  group: DrugGroup,
  before: string,
  after: string,
  groups: number,
  previous: string | undefined,
): Mention {
  before = before.replace(PLAN_NAME, (label) => ' '.repeat(label.length)).replace(FORM, (form) => ' '.repeat(form.length))
  after = after.replace(FORM, (form) => ' '.repeat(form.length))
  const course = datesOfTreatment(before, after, reading.said, sentence.row, HISTORIES.has(sentence.section))
  if (course.start !== undefined && reading.said !== undefined && firstDay(reading.said) - lastDay(course.start) > BEFORE_ANY_TREATMENT)
    delete course.start
  const heading = course.start || course.end ? undefined : headingDates(reading).get(sentence)
  if (heading) {
    if (heading.period.from) course.start = heading.period.from
    if (heading.period.to) course.end = heading.period.to
    if (heading.period.open) course.ongoing = true
  }
  const line = heading ? undefined : datedLine(reading, sentence)
  if (line) happenedInLine(course, before, after, line.date)
  if (course.end !== undefined && EXPECTED.test(after)) {
    delete course.end
    if (course.start !== undefined) course.ongoing = true
  }
  if (reading.ofDay && reading.said !== undefined) happenedThatDay(course, before, after, reading.said)
  const dated = course.start !== undefined || course.end !== undefined
  const past =
    !dated ||
    reading.said === undefined ||
    reading.said.length < 10 ||
    (course.start ?? course.end ?? reading.said) <= reading.said ||
    (course.start === undefined &&
      course.end !== undefined &&
      TOLD_AS_DONE.test(after) &&
      firstDay(course.end) - lastDay(reading.said) <= WRITTEN_LATER_DAYS)
  const listed = sentence.section === 'medications'
  const stopped = listed ? stopReason('', sentence.row ? '' : after) : stopReason(before, after, sentence.row)
  const wide = `${sentence.text.slice(0, Math.max(0, group.start - before.length)).slice(-80)}${before}`
  const sense = senseOf({
    before: groups > 1 && !/\b(?:->|→)/.test(before) ? wide : before,
    after,
    section: sentence.section,
    kind: reading.kind,
    previous,
    dated: dated && past,
    closed: past && ((course.start !== undefined && course.end !== undefined) || (dated && stopped !== undefined)),
  })
  const setting = settingWords(before, after) ?? (isUnder(reading, sentence) ? settingWords(sentence.heading, '') : undefined)
  const number = lineWords(before, after)
  const best = bestResponse(after)
  const dose = group.names.length === 1 ? doseText(doseCourse(after)) : undefined
  return {
    names: group.names,
    drugs: group.drugs,
    ...course,
    sense:
      sense === 'given' && (!past || IN_CASE.test(sentence.text.slice(Math.max(0, group.start - 60), group.start))) ? 'planned' : sense,
    ...(stopped ? { stopped } : {}),
    ...(setting ? { setting } : {}),
    ...(number === undefined ? {} : { line: number }),
    ...(line?.told ? { lead: line.told } : {}),
    ...(best ? { bestResponse: best } : {}),
    ...(dose ? { dose } : {}),
    before,
    after,
    sentence,
    evidence: [
      quote(reading.document, sentence, group.start - before.length, group.end + after.length),
      ...(heading ? [quote(reading.document, heading.sentence)] : []),
    ],
  }
}

/** A heading holds for all below it; a label with words behind it on its line holds for that line. */
function isUnder(reading: Reading, { page, start, heading }: Sentence): boolean {
  const text = reading.document.pages.find(({ number }) => number === page)?.text.slice(Math.max(0, start - 1500), start) ?? ''
  const at = heading === '' ? -1 : text.lastIndexOf(heading)
  const [label = '', ...below] = at === -1 ? [''] : text.slice(at + heading.length).split('\n')
  return below.length === 0 || !/\w/.test(label)
}

/** Treatment plans have names: "Plan: CAPECITABINE 1000 MG/M2" under the dates on which it was given. */
const PLAN_NAME = /^\s*(?:treatment )?plan(?: name)?:\s*$/i
/** "Started T. Olaparib", "Inj. Zoledronic acid": the form of a medicine, whose stop ends no sentence. */
const FORM = /(?<![\w.])(?:(?:T|Tab|Tabs|C|Cap|Caps|Inj|Syp|Syr|Susp)\.(?=\s?[A-Z]?[a-z]|\s*$)|(?:s\.c|p\.o|i\.v|i\.m)\.(?=\s))/g
/** So long ago it is a birth date that lost its label. */
const BEFORE_ANY_TREATMENT = 45 * 365

/** "If PD -> T-DXd": what would be done then. */
const IN_CASE =
  /\b(?:if|when|once|at|upon|on|in case of)\s+(?:she |he |there is |further )?(?:PD|POD|progress\w*|relapse\w*|no response|intolerant)\b[^.;]{0,30}(?:->|→|,|:|then)\s*(?:\w+\s){0,2}$/i
/** "Tapered and stopped 12/10/2024" in a summary of an earlier day: it was written later. */
const TOLD_AS_DONE = /(?<!\b(?:be|to be|until|if|is) )\b(?:stopped|completed|finished|discontinued|ceased)\b/i
const WRITTEN_LATER_DAYS = 92
const HISTORIES: ReadonlySet<string> = new Set(['oncologic-history', 'treatment'])
/** An end that is only foreseen. */
const EXPECTED =
  /\b(?:plann?(?:ed|ing)? (?:to (?:complete|finish|stop|continue)|through|until|for \d+ years)|anticipated|expected|projected|estimated) (?:to |completion |end |through |until |in |date )*[^.;]{0,12}\d/i
