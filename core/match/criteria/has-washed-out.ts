import { ALL_DRUGS, isOncology } from '../../codes/drugs.ts'
import type { Evidence } from '../../record/evidence.ts'
import { addDays, compareDates, daysBetween, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { dayWords, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { findWindows, type TimeWindow } from '../time-window.ts'
import { type Given, givenTreatments, knowsTreatments } from '../treatment-history.ts'

type Asked = {
  systemic: Pick<TherapyList, 'therapies' | 'except'>[]
  radiation: boolean
  surgery: boolean
  days: number
  window: string
  /** `within`: given in the last so many days; `beyond`: so many days have passed since. */
  side: 'within' | 'beyond'
}

export const hasWashedOut = defineKind<Asked>({
  name: 'has-washed-out',
  reads:
    'Time since the last chemotherapy, endocrine, antibody or other treatment, radiotherapy or major surgery: "within 4 weeks before the first dose", "at least 3 weeks since".',
  source: 'Dates of treatments on the day of matching; recoverable, with the day on which the time has passed',
  find({ text }) {
    if (!/therap|treatment|wash|radi|surg|agent|chemo|drug|inhibitor|mab\b|injury/.test(text)) return []
    const mentions: Mention<Asked>[] = []
    for (const window of findWindows(text)) {
      if (window.days > 400) continue
      const from = Math.max(mentions.at(-1)?.end ?? 0, sentenceStart(text, window.start))
      const to = sentenceEnd(text, window.end)
      const isListed = /^[\s*•-]*$/.test(text.slice(0, window.start)) && /^ for /.test(text.slice(window.end))
      const isSince =
        isListed ||
        /\b(?:since|from|after|between|elapsed)$/.test(text.slice(window.start, window.end)) ||
        /^[\s,]*(?:must |have |has |should )*(?:elapsed|passed|since|out from|between|from (?:the )?(?:last|end|completion))\b/.test(
          text.slice(window.end),
        )
      const before = subjectsIn(text, from, window.start)
      const side = before && !isSince ? before : undefined
      const after = side ? undefined : isSince ? subjectsIn(text, window.end, Math.min(to, window.end + 200)) : undefined
      const subjects = side ?? after ?? (isSince ? before : undefined)
      if (
        !subjects ||
        isAnotherMatter(
          text.slice(Math.max(from, Math.min(subjects.start, window.start) - 70), Math.min(to, Math.max(subjects.end, window.end) + 60)),
          text.slice(window.start, window.end),
          text.slice(subjects.end, window.start),
        )
      )
        continue
      const start = Math.min(subjects.start, window.start)
      const between = text.slice(subjects.end, window.start)
      const reach = Math.max(window.end, subjects.end)
      const end = reach + (RECOVERED.exec(text.slice(reach))?.[0].length ?? 0)
      const isRecent = /^(?:within|no more than|not more than|less than|<|≤|in the)/.test(text.slice(window.start, window.end))
      mentions.push({
        start,
        end,
        params: { ...subjects.asked, days: window.days, window: window.words, side: sideOf(window, isSince && !isRecent, between) },
      })
    }
    for (const match of text.matchAll(ADEQUATE_WASHOUT))
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        params: { systemic: [ANYTHING], radiation: false, surgery: false, days: 21, window: '21 days', side: 'beyond' },
      })
    return mentions
  },
  judge(asked, subject) {
    const found = lastGiven(asked, subject)
    if (!found.any) {
      if (!knowsTreatments(subject.profile))
        return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
      const because = `No ${whatWords(asked)} in the records falls into the last ${asked.window}.`
      return answer(asked, false, because, found.evidence)
    }
    return found.finding
  },
})

function answer(asked: Asked, isWithin: boolean, because: string, evidence: readonly Evidence[], until?: PartialDate): Finding {
  const more = { recoverable: true, ...(until ? { until } : {}) }
  return isWithin === (asked.side === 'within') ? yes(because, evidence, more) : no(because, evidence, more)
}

type Course = Pick<Given, 'name' | 'start' | 'end' | 'ongoing' | 'evidence'>

/** The course that ended last among those asked for, judged against the window. */
function lastGiven(asked: Asked, { profile, asOf }: Subject): { any: boolean; finding: Finding; evidence: Evidence[] } {
  const courses: Course[] = [
    ...givenTreatments(profile).filter((given) => asked.systemic.some((list) => matchesList(given, list))),
    ...profile.treatments.filter(({ type }) => asked.radiation && type === 'radiation'),
    ...profile.treatments.filter(({ type, name }) => asked.surgery && type === 'surgery' && !MINOR.test(name)),
  ]
  const latest = courses
    .filter((one) => one.start ?? one.end)
    .toSorted((a, b) => compareDates(lastDayOf(b, profile, asOf), lastDayOf(a, profile, asOf)))[0]
  const evidence = (latest?.evidence ?? profile.treatments.at(-1)?.evidence ?? []).slice(0, 3)
  if (!latest) {
    const undated = courses[0]
    if (undated)
      return {
        any: true,
        evidence,
        finding: missing(
          `${undated.name} was given; its dates were not found.`,
          'treatment-dates',
          `When did you last have ${undated.name}?`,
          undated.evidence,
        ),
      }
    return { any: false, evidence, finding: no('', []) }
  }
  if (latest.ongoing && !latest.end)
    return {
      any: true,
      evidence,
      finding: answer(asked, true, `${latest.name} is still being given; ${asked.window} must pass after its last dose.`, latest.evidence),
    }
  const last = lastDayOf(latest, profile, asOf)
  const ago = daysBetween(last, asOf)
  const said = `Last ${latest.name}: ${dayWords(last)}`
  if (ago.least >= asked.days)
    return { any: true, evidence, finding: answer(asked, false, `${said}, more than ${asked.window} ago.`, latest.evidence) }
  if (last.length === 10 || ago.most < asked.days) {
    const until = addDays(last, asked.days)
    return {
      any: true,
      evidence,
      finding: answer(asked, true, `${said}; ${asked.window} have passed on ${dayWords(until)}.`, latest.evidence, until),
    }
  }
  return {
    any: true,
    evidence,
    finding: missing(
      `${said}; the exact day decides (${asked.window}).`,
      'treatment-dates',
      `On which day did you last have ${latest.name}?`,
      latest.evidence,
    ),
  }
}

/** Last day of a course: its end; without one, the start of what came after it, else its own start. */
function lastDayOf({ start, end, ongoing }: Course, profile: Profile, asOf: PartialDate): PartialDate {
  if (end) return end
  if (ongoing) return asOf
  const next = profile.treatments
    .flatMap((one) => (one.type === 'systemic' && one.start && start && compareDates(one.start, start) > 0 ? [one.start] : []))
    .toSorted(compareDates)[0]
  return next ?? start ?? asOf
}

function subjectsIn(
  text: string,
  from: number,
  to: number,
): { start: number; end: number; asked: Pick<Asked, 'systemic' | 'radiation' | 'surgery'> } | undefined {
  const systemic = therapiesIn(text).filter((list) => list.start >= from && list.end <= to && isAgainstCancer(list))
  const segment = text.slice(from, to)
  const last = [...segment.matchAll(ANY_LAST)]
  const local = [...segment.matchAll(LOCAL), ...last]
  if (systemic.length === 0 && local.length === 0) return undefined
  const starts = [...systemic.map(({ start }) => start), ...local.map(({ index }) => from + index)]
  const ends = [...systemic.map(({ end }) => end), ...local.map((match) => from + match.index + match[0].length)]
  const start = Math.min(...starts)
  const lead =
    LEAD.exec(text.slice(Math.max(from, start - 120), start))?.[0].replace(/^(?:(?:or|and|with|to|of)\b[\s,]*|[\s,]+)+/, '') ?? ''
  return {
    start: start - lead.length,
    end: Math.max(...ends),
    asked: {
      systemic: last.length > 0 && systemic.length === 0 ? [ANYTHING] : systemic,
      radiation: local.some(([words]) => /radi|irradiat|\brt\b/.test(words)),
      surgery: local.some(([words]) => /surg|biopsy|injury|trauma|operation/.test(words)),
    },
  }
}

function sideOf(window: TimeWindow, isSince: boolean, between: string): 'within' | 'beyond' {
  if (window.side === 'beyond' || isSince) return 'beyond'
  return /\b(?:completed|discontinued|elapsed|stopped|finished|ceased|ended|must (?:have|be)|washout)\b/.test(between) &&
    !/within|≤|</.test(between)
    ? 'beyond'
    : 'within'
}

/** Windows that do not look back from the trial: time to progression, duration of treatment, timing of tests and tissue. */
const isAnotherMatter = (sentence: string, window: string, between: string) =>
  /progress|relaps|recurr|duration of|disease[- ]free|life expectancy|after (?:the )?(?:last|final|completion|stud)|following (?:completion|the last)|contracep|donat|biops(?:y|ies) (?:tissue|obtained)|(?:stable|controlled|steroid dose)/.test(
    sentence,
  ) ||
  /\bafter\b/.test(window) ||
  /\b(?:for|duration|lasting)\s*$|unless|toxicit|adverse|infection|aside from|other than|except|ejection|test|imaging|scan|mri/.test(
    between,
  )

/** Steroids and other supportive medicines have a kind of their own. */
const isAgainstCancer = ({ therapies }: TherapyList) => therapies.some(({ includes }) => ONCOLOGY.some(includes))
const ONCOLOGY = ALL_DRUGS.filter((drug) => isOncology(drug))

/** "The last dose of such agent": whatever was given. */
const ANY_LAST =
  /(?:the )?last (?:dose|administration|treatment)(?: of)? (?:such|these|those|prior|previous|any|the)? ?(?:prior |previous )?(?:agents?|drugs?|therap(?:y|ies)|treatments?)/g
/** Where no length is named, three weeks: one cycle of most treatments. */
const ADEQUATE_WASHOUT =
  /(?:adequate|sufficient|appropriate) (?:treatment |drug )?wash-?out(?: period)?(?! of)(?: (?:before|prior to) (?:randomization|enrol?lment|registration|(?:the )?(?:start|first dose)[a-z ]{0,40}))?/g
const ANYTHING: Pick<TherapyList, 'therapies' | 'except'> = {
  therapies: [{ name: 'systemic treatment', includes: (drug) => isOncology(drug) && !drug.classes.includes('ovarian suppression') }],
  except: [],
}
/** "… and recovered": side effects have their own criterion. */
const RECOVERED =
  /^[\s,]*(?:and|with) (?:must |have |has |patients? |adequate(?:ly)? |fully |full |complete(?:ly)? )*recover(?:ed|y)(?: from [^.;,]{0,80})?(?=\s*(?:$|[.;,]))/
const LOCAL =
  /(?:(?:prior|previous|any|major|minor|open|extensive|palliative|definitive|focal|stereotactic|thoracic|extracranial|curative|cranial|other|localized|limited|wide[- ]field|whole[- ]brain|non-?cns|external beam|significant|elective|recent) )*(?:radiation(?:[- ]?therapy)?|radio-?therapy|irradiation|\brt\b|radiosurgery|surger(?:y|ies)|surgical procedures?|operations?|open biops(?:y|ies)|(?:significant )?traumatic injur(?:y|ies)|(?:significant|major) trauma)(?: (?:therapy|treatment|procedures?|to [a-z ]{3,30}(?= within| ≤|,)))?(?: ?\((?:excluding|including|other than|except|defined)?[^()]{0,160}\))?/g
const LEAD =
  /(?:\b(?:has|have|had|been|patients?|participants?|subjects?|who|any|prior|previous|previously|receiv\w+|receipt|of|treated|treatment|with|use|used|undergone|undergoing|underwent|has|a|an|the|or|and|other|administration|administered|exposure|to|therapy|taken|anti-?cancer|systemic|last|dose|completed?|is|are|must|not yet|significant|within|initiating|new|investigational|experimental|agents?|drugs?)[\s,/()]+)+$/
const MINOR = /\bport\b|port-?a-?cath|catheter|needle|core|stereotactic biopsy|\bbiops/i
const whatWords = ({ systemic, radiation, surgery }: Asked) =>
  [
    ...new Set(systemic.flatMap(({ therapies }) => therapies.map(({ name }) => name))),
    ...(radiation ? ['radiotherapy'] : []),
    ...(surgery ? ['major surgery'] : []),
  ].join(' or ')

const STOP = /(?<!\be\.g|\bi\.e|\be|\bi|\bvs)[.;](?=\s|$)/g
function sentenceStart(text: string, at: number): number {
  let start = 0
  for (const match of text.slice(0, at).matchAll(STOP)) start = match.index + 1
  return start
}
function sentenceEnd(text: string, at: number): number {
  STOP.lastIndex = at
  const end = STOP.exec(text)?.index ?? text.length
  STOP.lastIndex = 0
  return end
}
