import { halfLifeOf } from '../../codes/half-lives.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import { addDays, compareDates, daysBetween, type PartialDate } from '../../record/partial-date.ts'
import { answerTo } from '../answered.ts'
import { type Course, isGivenInCycles, lastDayOf } from '../courses.ts'
import { dayWords, missing, no, onDay, yes } from '../findings.ts'
import { type HalfLives, halfLivesOf } from '../half-lives-asked.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { matchesList } from '../therapy-words.ts'
import { findWindows } from '../time-window.ts'
import { givenTreatments, inSentence, knowsTreatments } from '../treatment-history.ts'
import { ANYTHING, subjectsIn, type WashoutSubjects } from '../washout-subjects.ts'
import { FORGOES, isAnotherMatter, sideOf } from '../washout-windows.ts'

type Asked = WashoutSubjects & {
  days: number
  window: string
  /** Only what was given before or after the operation. */
  adjuvant?: boolean
  /** "Within protocol specified intervals". */
  unnamed?: boolean
  halfLives?: HalfLives
  /** `within`: given in the last so many days; `beyond`: so many days have passed since. */
  side: 'within' | 'beyond'
}

export const hasWashedOut = defineKind<Asked>({
  name: 'has-washed-out',
  reads:
    'Time since the last chemotherapy, endocrine, antibody or other treatment, radiotherapy or major surgery: "within 4 weeks before the first dose", "at least 3 weeks since".',
  source: 'Dates of treatments on the day of matching; recoverable, with the day on which the time has passed',
  triggers:
    /therap|treatment|wash|radi|surg|agent|chemo|drug|inhibitor|mab\b|injury|antibod|biologic|vaccin|conjugate|elapsed|passed|since|within/,
  find({ text, section }) {
    const mentions: Mention<Asked>[] = []
    for (const window of findWindows(text)) {
      const lead = text.slice(Math.max(0, window.start - 24), window.start)
      if (/half-?li(?:fe|ves)(?! or $)[a-z ]{0,16}$/.test(lead) || /^ ?(?:in |of )?duration/.test(text.slice(window.end))) continue
      if (
        /^for\b/.test(text.slice(window.start)) &&
        !/\b(?:off|without|discontinued|stopped|free|no|not)\b/.test(text.slice(Math.max(0, window.start - 160), window.start))
      )
        continue
      if (window.days > 400 || mentions.some(({ end }) => end > window.start)) continue
      const begins = Math.max(mentions.at(-1)?.end ?? 0, sentenceStart(text, window.start))
      // "Any SERD, except fulvestrant if stopped for 3 months": the window is for what is excepted.
      const taken = EXCEPTION.exec(text.slice(begins, window.start))
      const listed = text.lastIndexOf(': ', window.start - 1) + 1
      const ownStart = listed > begins && /[a-z]{4}[^.;]{20}/.test(text.slice(listed, window.start)) ? listed : begins
      // "Last treatment before the study: • radiotherapy within 2 weeks": the point names its own, and not what it is listed under.
      if (ownStart > begins && !subjectsIn(text, ownStart, window.start)) continue
      const from = taken ? begins + taken.index + taken[0].length : ownStart
      const to = sentenceEnd(text, window.end)
      const isListed = /(?:^|[:*•])[\s*•-]*$/.test(text.slice(0, window.start)) && /^ for /.test(text.slice(window.end))
      const isSince =
        isListed ||
        /\b(?:since|from|after|between|elapsed)$/.test(text.slice(window.start, window.end)) ||
        /^[\s,]*(?:\([^()]{0,40}\) ?)?(?:must |have |has |should )*(?:elapsed|passed|since|out from|between|from (?:the )?(?:last|end|completion))\b/.test(
          text.slice(window.end),
        )
      // "(6 weeks for nitrosoureas)": the treatment follows its own window.
      const own = /^ (?:for|if|after|since) (?:the )?(?:last )?/.exec(text.slice(window.end))
      const follows = own ? subjectsIn(text, window.end, Math.min(to, window.end + 90)) : undefined
      const isOwn =
        follows !== undefined && follows.start - window.end < 24 && !subjectsIn(text, lastJoint(text, from, window.start), window.start)
      const before = isOwn ? follows : subjectsIn(text, from, window.start)
      const side = before && !isSince ? before : undefined
      const after = side ? undefined : isSince ? subjectsIn(text, window.end, Math.min(to, window.end + 200)) : undefined
      // "Within 28 days before the first dose: • major surgery": the window is a heading.
      const heads = side ? undefined : /^[^.;:]{0,70}:\s/.exec(text.slice(window.end))
      const under = heads ? subjectsIn(text, window.end + heads[0].length, sentenceEnd(text, window.end + heads[0].length)) : undefined
      const subjects = side ?? under ?? after ?? (isSince ? before : undefined)
      if (
        !subjects ||
        FORGOES.test(text.slice(Math.max(0, subjects.start - 40), subjects.start)) ||
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
      const halfLives = halfLivesOf(
        text.slice(/half-?lives or $/.test(lead) ? window.start - lead.length : window.start, Math.min(to, reach + 80)),
      )
      // "Antibodies: ≥ 4 weeks" in a list of what keeps people out, "not completed 4 weeks before": the time must pass.
      const isBare =
        section === 'exclusion' &&
        ((before !== undefined &&
          /^[\s:,-]*$/.test(text.slice(before.end, window.start)) &&
          /^[\s*•.)\d-]*$/.test(text.slice(Math.max(from, text.lastIndexOf(':', before.start) + 1), before.start))) ||
          /\bnot (?:been )?(?:completed|stopped|discontinued|ended)\b/.test(between))
      const isRecent = /^(?:within|no more than|not more than|less than|<|≤|in the)/.test(text.slice(window.start, window.end))
      mentions.push({
        start,
        end,
        params: {
          ...subjects.asked,
          days: window.days,
          window: window.words,
          ...(halfLives ? { halfLives } : {}),
          ...(isAdjuvant(text.slice(Math.max(from, start - 40), Math.min(to, reach + 70))) ? { adjuvant: true } : {}),
          side: isBare
            ? 'within'
            : sideOf(
                window,
                isSince && !isRecent,
                `${text.slice(Math.max(from, start - 40), subjects.start)}${between}`,
                text.slice(window.start, window.end),
              ),
        },
      })
    }
    for (const match of matchesOf(text, PROTOCOL_SPAN))
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        params: { systemic: [ANYTHING], radiation: false, surgery: false, days: 0, window: '', side: 'within', unnamed: true },
      })
    for (const match of matchesOf(text, ADEQUATE_WASHOUT))
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        params: { systemic: [ANYTHING], radiation: false, surgery: false, days: 21, window: '21 days', side: 'beyond' },
      })
    return mentions
  },
  judge(asked, subject) {
    if (asked.unnamed) {
      const key = `protocol-washout:${subject.trial.id}`
      const said = answerTo(subject.profile, key)
      if (said)
        return answer(
          asked,
          said.value === 'no',
          `The trial team says that enough time has ${said.value === 'no' ? 'not ' : ''}passed.`,
          said.evidence,
        )
      return missing(
        'How long ago treatment must be is in the protocol, not in the registry.',
        key,
        'Ask the trial team: has enough time passed since your last treatment?',
      )
    }
    const found = lastGiven(asked, subject)
    if (!found.any) {
      if (!knowsTreatments(subject.profile))
        return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
      const because = `No ${whatWords(asked)} in the records falls into the last ${asked.window}.`
      // Time that must pass after a treatment is asked of those who had it.
      return {
        ...answer(asked, false, because, found.evidence),
        ...(asked.side === 'beyond' ? { asksNothing: true } : { bySilence: true }),
      }
    }
    return found.finding
  },
})

function answer(asked: Asked, isWithin: boolean, because: string, evidence: readonly Evidence[], until?: PartialDate): Finding {
  const more = { recoverable: true, ...(until ? { until } : {}) }
  return isWithin === (asked.side === 'within') ? yes(because, evidence, more) : no(because, evidence, more)
}

/** The days that must pass for this course: half-lives shorten or lengthen them where its drugs have a known one. */
function daysFor({ drugs = [] }: Course, { days, halfLives, systemic }: Asked): number {
  const asked = drugs.filter((drug) => systemic.some(({ therapies }) => therapies.some(({ includes }) => includes(drug))))
  const known = asked.map(({ name }) => halfLifeOf(name))
  if (!halfLives || known.length === 0) return days
  const longest = Math.ceil(Math.max(...known.map((one) => (one === undefined ? Number.NaN : one * halfLives.times))))
  if (Number.isNaN(longest)) return days
  return halfLives.whichever === 'shorter' ? Math.min(days, longest) : Math.max(days, longest)
}

const isAdjuvant = (words: string) => /adjuvant/.test(words) && !/metasta|advanced/.test(words)

/** Where the part of a sentence begins that a window stands in: behind the last comma, bracket or "or". */
function lastJoint(text: string, from: number, to: number): number {
  const joint = [...text.slice(from, to).matchAll(/[,(]|\b(?:or|and)\b/g)].at(-1)
  return joint ? from + joint.index : from
}

/** The course that ended last among those asked for, judged against the window. */
function lastGiven(asked: Asked, { profile, asOf }: Subject): { any: boolean; finding: Finding; evidence: Evidence[] } {
  const courses: Course[] = [
    ...givenTreatments(profile).filter(
      (given) => asked.systemic.some((list) => matchesList(given, list)) && !(asked.adjuvant && given.setting === 'metastatic'),
    ),
    ...profile.treatments
      .filter(({ type, name }) => (asked.radiation && type === 'radiation') || (asked.surgery && type === 'surgery' && !MINOR.test(name)))
      .map(({ name, start, end, ongoing, evidence }) => ({ name, start, end, ongoing, evidence })),
  ]
  const clears = (one: Course) => addDays(lastDayOf(one, profile, asOf), daysFor(one, asked))
  const latest = courses
    .filter((one) => one.start ?? one.end)
    .toSorted((a, b) => compareDates(clears(b), clears(a)) || compareDates(lastDayOf(b, profile, asOf), lastDayOf(a, profile, asOf)))[0]
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
      finding: isGivenInCycles(latest, asked.days)
        ? missing(
            `${latest.name} is given in cycles; its last day was not found.`,
            'treatment-dates',
            `On which day did you last have ${latest.name}?`,
            latest.evidence,
          )
        : answer(asked, true, `${latest.name} is still being given; ${asked.window} must pass after its last dose.`, latest.evidence),
    }
  const last = lastDayOf(latest, profile, asOf)
  const days = daysFor(latest, asked)
  const window = days === asked.days ? asked.window : `${days} days (${asked.halfLives?.times} half-lives)`
  const ago = daysBetween(last, asOf)
  const said = `Last ${inSentence(latest.name)}: ${dayWords(last)}`
  if (ago.least >= days) return { any: true, evidence, finding: answer(asked, false, `${said}, more than ${window} ago.`, latest.evidence) }
  if (last.length === 10 || ago.most < days) {
    const until = addDays(last, days)
    return {
      any: true,
      evidence,
      finding: answer(asked, true, `${said}; ${window} have passed ${onDay(until)}.`, latest.evidence, until),
    }
  }
  return {
    any: true,
    evidence,
    finding: missing(
      `${said}; the exact day decides (${window}).`,
      'treatment-dates',
      `On which day did you last have ${latest.name}?`,
      latest.evidence,
    ),
  }
}

const EXCEPTION = /^.*\b(?:except(?: for)?|aside from|apart from|with the exceptions? of|unless|other than)\b/s
/** Where no length is named, three weeks: one cycle of most treatments. */
const PROTOCOL_SPAN =
  /(?:(?:prior |previous )?(?:treatment|therapy|exposure)[^.;]{0,200} )?within (?:the )?protocol[- ](?:specified|defined) (?:intervals?|wash-?out(?: periods?)?|time ?frames?|windows?|periods?)(?: (?:of|before|prior to)[^.;]{0,60})?/g
const ADEQUATE_WASHOUT =
  /(?:adequate|sufficient|appropriate) (?:treatment |drug )?wash-?out(?: period)?(?! of)(?: (?:before|prior to) (?:randomization|enrol?lment|registration|(?:the )?(?:start|first dose)[a-z ]{0,40}))?/g
/** "… and recovered": side effects have their own criterion. */
const RECOVERED =
  /^[\s,]*(?:and|with) (?:must |have |has |patients? |adequate(?:ly)? |fully |full |complete(?:ly)? )*recover(?:ed|y)(?: from [^.;,]{0,80})?(?=\s*(?:$|[.;,]))/
const MINOR = /\bport\b|port-?a-?cath|catheter|needle|core|stereotactic biopsy|\bbiops/i
const whatWords = ({ systemic, radiation, surgery }: Asked) =>
  [
    ...new Set(systemic.flatMap(({ therapies }) => therapies.map(({ name }) => name.replace(/^an? /, '')))),
    ...(radiation ? ['radiotherapy'] : []),
    ...(surgery ? ['major surgery'] : []),
  ].join(' or ')

const STOP = /(?<!\be\.g|\bi\.e|\be|\bi|\bvs)[.;](?=\s|$)/g
function sentenceStart(text: string, at: number): number {
  let start = 0
  for (const match of matchesOf(text.slice(0, at), STOP)) start = match.index + 1
  return start
}
function sentenceEnd(text: string, at: number): number {
  STOP.lastIndex = at
  const end = STOP.exec(text)?.index ?? text.length
  STOP.lastIndex = 0
  return end
}
