import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { isInSetting, type SettingAsked, settingAround } from '../therapy-setting.ts'
import { matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { findWindow } from '../time-window.ts'
import { givenTreatments, givenWords, knowsTreatments } from '../treatment-history.ts'

type Asked = { days: number; words: string; list: TherapyList; setting: SettingAsked; latest: boolean; less: boolean; atMost?: boolean }

export const hasBeenTreatedFor = defineKind<Asked>({
  name: 'has-been-treated-for',
  reads:
    'How long a treatment lasted: "duration of the most recent endocrine therapy of at least 6 months", "at least 6 months of a CDK4/6 inhibitor".',
  source: 'profile: treatments with start and end',
  find({ text }) {
    const limited = upTo(text)
    if (limited.length > 0) return limited
    if (!/duration|months? (?:of|on)|for (?:at least|≥|>|more than|a minimum)|remained on/.test(text)) return []
    const mentions: Mention<Asked>[] = []
    for (const match of matchesOf(text, LASTED)) {
      const start = match.index
      const window = findWindow(text, start, start + match[0].length + 25)
      const lists = therapiesIn(text)
      const list = match[0].startsWith('remained')
        ? lists.findLast((one) => one.end <= start)
        : lists.find((one) => one.start >= start && one.start < start + match[0].length + 60)
      if (!window || !list || window.days < 25) continue
      if (match[0].startsWith('remained')) {
        const tail = /^ ?(?:prior to|before) (?:disease )?progression(?: of disease)?/.exec(text.slice(window.end))
        mentions.push({
          start,
          end: window.end + (tail?.[0].length ?? 0),
          params: { days: window.days, words: window.words, list, setting: 'any', latest: false, less: false },
        })
        continue
      }
      const between = text.slice(Math.min(window.end, list.end), Math.max(window.start, list.start))
      if (
        /[.;]|\bprior to|before\b|since\b/.test(between) ||
        /^[^.;]{0,12}\b(?:(?:prior to|before)(?! (?:disease )?progress)|washout|since)\b/.test(
          text.slice(window.end, window.end + 34).slice(0, 34),
        )
      )
        continue
      const around = settingAround(text, list.start, list.end)
      const end = Math.max(window.end, list.end, around.end)
      mentions.push({
        start,
        end,
        params: {
          days: window.days,
          words: window.words,
          list,
          setting: around.setting,
          latest: /most recent|latest|last/.test(text.slice(start, end)),
          less: /<|less than|≤/.test(text.slice(start, window.end)),
        },
      })
    }
    return mentions
  },
  judge({ days, words, list, setting, latest, less, atMost }, { profile, asOf }) {
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
    const given = givenTreatments(profile).filter((one) => matchesList(one, list) && isInSetting(one, setting) !== false)
    if (given.length === 0)
      return (atMost ? yes : no)(
        'This treatment is not among the treatments in the records.',
        givenTreatments(profile)
          .flatMap(({ evidence }) => evidence)
          .slice(0, 6),
      )
    const asked = latest ? given.slice(-1) : given
    const said = `${asked.map(givenWords).join('; ')}: the trial speaks of ${words}.`
    const evidence = asked.flatMap((one) => one.evidence)
    const lasted = asked.map(({ start, end }) => (start ? daysBetween(start, end ?? asOf) : undefined))
    if (lasted.some((one) => one !== undefined && (less || atMost ? one.least <= days : one.most >= days))) return yes(said, evidence)
    return lasted.includes(undefined)
      ? missing(`${said} The dates were not found.`, 'treatment-dates', 'When did each treatment start and end?', evidence)
      : no(said, evidence)
  },
})

/** "Up to 12 weeks of endocrine therapy": a limit that those who had none keep too. */
function upTo(text: string): Mention<Asked>[] {
  if (!/weeks? of|months? of/.test(text)) return []
  const lists = therapiesIn(text)
  return matchesOf(text, UP_TO).flatMap((match): Mention<Asked>[] => {
    const window = findWindow(text, match.index)
    const end = match.index + match[0].length
    const list = lists.find((one) => one.start >= match.index && one.start <= end + 30)
    if (!window || !list || window.start > match.index + 14) return []
    const around = settingAround(text, list.start, list.end)
    const params = { days: window.days, words: window.words, list, setting: around.setting, latest: false, less: false, atMost: true }
    return [{ start: match.index, end: Math.max(list.end, around.end), params }]
  })
}
const UP_TO =
  /\b(?:up to|no more than|not more than|at most|a maximum of|≤) ?(?:\d+|one|two|three|four|six|twelve) (?:weeks?|months?) of (?:(?:prior|previous|adjuvant|neoadjuvant|any) )*/g

const LASTED =
  /\b(?:(?:no|without) (?:evidence of |documented |radiographic |signs? of )*(?:disease )?progression (?=(?:for )(?:at least|≥|>=|a minimum of|more than) ?(?:\d|six|twelve)[^.;]{0,14} ?months? (?:on|with|of)\b)|(?:most recent|last|latest|prior|previous) [^.;]{3,40}? duration[^.;]{0,40}?(?=(?:for )?(?:at least|≥|>=|>|more than|a minimum of) ?\d)|remained on (?:treatment|therapy|it)(?: for)? ?|(?:duration|length) of (?:the |their )?(?:(?:most recent|prior|previous|last|latest|treatment with|treatment|therapy) )*[^.;]{3,60}?(?:must be|should be|of|was|is|has been|:)? ?(?=at least|≥|>|more than|a minimum|less than|<|\d)|(?:(?:received?|had|completed|remained on|treated with|treated for|benefit(?:ed)? (?:from|on)|have|been on|on) [^.;]{0,60}?)?(?=(?:for )?(?:at least|≥|>=|>|more than|a minimum of) ?(?:\d|one|two|three|six|twelve)[^.;]{0,14} ?months? (?:of|on|with)\b))/g
