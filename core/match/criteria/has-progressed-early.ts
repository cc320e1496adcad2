import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { isInSetting, type SettingAsked, settingAround } from '../therapy-setting.ts'
import { isCourseOf, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { findWindow } from '../time-window.ts'
import { type Given, givenTreatments, givenWords, knowsTreatments } from '../treatment-history.ts'

type Asked = {
  days: number
  words: string
  from: 'start' | 'end' | 'any'
  list?: TherapyList | undefined
  setting: SettingAsked
  beyond: boolean
  /** A disease-free interval, which those whose cancer had spread from the start do not have. */
  interval: boolean
}

const OTHER_WAY = /,? or (?=(?:on|during|after)\b)(?!after (?:or )?(?:the )?(?:start|comple|initiat|end|last|first))/

export const hasProgressedEarly = defineKind<Asked>({
  name: 'has-progressed-early',
  reads:
    'Progression or relapse within (or after more than) some months of starting, or of completing, a treatment; the disease-free interval.',
  source: 'profile: treatments with their dates, extent',
  triggers: /progress|relaps|recurr|interval|\bdfi\b/,
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const match of matchesOf(text, EARLY)) {
      // "No evidence of progression for at least 6 months on …" asks how long a treatment held.
      if (
        /\bno (?:evidence of |documented |signs? of )?$/.test(text.slice(0, match.index)) ||
        /for (?:at least|≥|more than)/.test(match[0]) ||
        // "Recurrence must not be within a year of …"
        /\b(?:not|no|without)\b/.test(match[0])
      )
        continue
      const window = findWindow(text, match.index + match[0].length, match.index + match[0].length + 30)
      if (!window || window.days < 25) continue
      // "Progression on two lines, or on a CDK4/6 inhibitor within 6 months": only the second is about time.
      const second = OTHER_WAY.exec(match[0])
      const interval = /(?<=\b(?:and|or) (?:an? )?)(?:disease|progression|relapse|treatment)[- ]free interval/.exec(match[0])
      const start = match.index + (second ? second.index + second[0].length : (interval?.index ?? 0))
      const tail = AFTER.exec(text.slice(window.end))?.[0] ?? ''
      let end = window.end + tail.trimEnd().length
      const inside = therapiesIn(text).find((one) => one.start >= start && one.end <= window.start)
      const list =
        inside ??
        therapiesIn(text).find(
          (one) => one.end > window.end && one.start < end + 60 && !/[.;]/.test(text.slice(end, Math.max(end, one.start))),
        )
      if (list) end = Math.max(end, list.end)
      // "Received adjuvant endocrine therapy and had recurrence within 12 months of the last dose": the treatment named before.
      const before = therapiesIn(text).findLast((one) => one.end <= start && !/[.;]/.test(text.slice(one.end, start)))
      const named = list ?? before
      const own = /first[- ]line/.test(text.slice(start, end))
        ? { setting: 'metastatic' as const, end }
        : settingAround(text, list?.start ?? start, end)
      const around = own.setting === 'any' && before ? { ...settingAround(text, before.start, before.end), end: own.end } : own
      const words = `${text.slice(window.start, window.end)} ${tail}`
      const from = /complet|end|last|discontinu|stopp|finish/.test(words)
        ? 'end'
        : /start|initiat|first (?:dose|\d)|begin|commenc|first \w+ months/.test(words)
          ? 'start'
          : 'any'
      mentions.push({
        start,
        end: Math.max(end, around.end),
        params: {
          days: window.days,
          words: window.words,
          from,
          list: named,
          setting: around.setting,
          beyond: window.side === 'beyond',
          interval: /interval|\bdfi\b/.test(match[0]),
        },
      })
    }
    return mentions
  },
  judge({ days, words, from, list, setting, beyond, interval }, { profile }) {
    if (interval && profile.extent?.deNovo)
      return {
        ...yes('Does not apply: the cancer had already spread when it was first found.', profile.extent.evidence),
        asksNothing: true,
      }
    if (!knowsTreatments(profile))
      return missing(
        'No list of earlier treatments was found.',
        'treatments',
        'Which treatments have you had, with dates, and why did each end?',
      )
    const given = givenTreatments(profile).filter(
      (one) => (list === undefined || isCourseOf(one, list)) && isInSetting(one, setting) !== false && one.drugs.length > 0,
    )
    if (given.length === 0)
      return no(
        'This treatment is not among the treatments in the records.',
        givenTreatments(profile)
          .flatMap(({ evidence }) => evidence)
          .slice(0, 6),
      )
    const since = profile.extent?.value === 'metastatic' && profile.extent.deNovo !== true ? profile.extent.since : undefined
    const intervals = given.flatMap((one): { one: Given; days: { least: number; most: number } | undefined; isEither?: true }[] => {
      const isEarlySetting = one.setting === 'adjuvant' || one.setting === 'neoadjuvant'
      const grew = one.stopped === 'progression' ? one.end : isEarlySetting ? since : undefined
      const begin = from === 'start' || (one.stopped === 'progression' && from === 'any' && setting === 'metastatic') ? one.start : one.end
      if (!grew) return []
      // "Within 6 months of receiving": from its first day or its last? Where that decides, it stays open.
      const first =
        from === 'any' && begin !== one.start && one.stopped === 'progression' && one.start ? daysBetween(one.start, grew) : undefined
      if (begin && first && first.most <= days !== daysBetween(begin, grew).most <= days) return [{ one, days: undefined, isEither: true }]
      return begin ? [{ one, days: daysBetween(begin, grew) }] : [{ one, days: undefined }]
    })
    if (intervals.length === 0)
      return no(
        `${given.map(givenWords).join('; ')}: the records show no progression after it.`,
        given.flatMap(({ evidence }) => evidence),
      )
    const evidence = intervals.flatMap(({ one }) => one.evidence)
    const hits = intervals.filter((one) => one.days !== undefined && (beyond ? one.days.most >= days : one.days.least <= days))
    const said = `${intervals.map(({ one }) => givenWords(one)).join('; ')}: the trial speaks of ${words}.`
    if (hits.length > 0) return yes(said, evidence)
    if (intervals.some(({ isEither }) => isEither))
      return missing(
        `${said} Whether they are counted from the first or the last day of a treatment decides; ask the trial team.`,
        'protocol-interval',
        'Ask the trial team from which day of a treatment the time to progression is counted.',
        evidence,
      )
    if (intervals.some((one) => one.days === undefined))
      return missing(`${said} The dates were not found.`, 'treatment-dates', 'When did each treatment start and end?', evidence)
    return no(said, evidence)
  },
})

const EARLY =
  /\b(?:(?:documented|radiographic|evidence of|had|has|have|experienced) )*(?:disease[- ])?(?:progress(?:ion|ed|ive disease)|relapsed?|recurr(?:ence|ed|ent)|(?:disease|treatment|progression|relapse)[- ]free interval(?: \(dfi\))?|dfi)\b(?: {0,2}\([^()]{0,200}\))?[^.;]{0,100}?(?=(?:\b(?:with)?in (?:the )?(?:first )?(?:≤|<|less than )?\(?(?:\d|one|two|six|twelve|three)|(?:≥|>|>=|<|≤|=<|at least|more than|greater than|longer than|less than|shorter than) ?(?:\d|one|six|twelve)|\bafter (?:\d|one|six|twelve))[^.;]{0,12} ?(?:months?|years?|weeks?)\b(?! (?:prior|before|of (?:enrol|random|study|screen|registr|entry|first dose of study))))/g
const AFTER =
  /^[\s,]*(?:(?:of|from|after|since|following|the|their|starting|start|initiating|initiation|receiving|completing|completion|complete|beginning|commencing|last|first|dose|end|treatment|therapy|prior|previous|any|with|on|discontinuation|an?|adjuvant|neoadjuvant|\(neo\)adjuvant|\(neo\)-adjuvant|neo|or|and|line|systemic|curative|intent|most|recent|primary|surgery|\/|regimen|in|early|breast|cancer|for)\b[\s,/]*)*/
