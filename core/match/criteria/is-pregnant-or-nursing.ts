import { matchesOf } from '../../codes/matches-of.ts'
import { compareDates, daysBetween } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { canBecomePregnant } from '../childbearing.ts'
import { forTeam, missing, no, old, onDay, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { LAB_DAYS } from '../lab-values.ts'
import { unmentioned } from '../silence.ts'
import { findWindow } from '../time-window.ts'

type Asked = {
  asks: 'pregnant' | 'nursing' | 'negative-test' | 'stops-nursing' | 'later'
  days?: number | undefined
  window?: string | undefined
  /** A test of blood is asked for. */
  serum?: boolean
}

export const isPregnantOrNursing = defineKind<Asked>({
  name: 'is-pregnant-or-nursing',
  reads: 'Pregnancy, breast-feeding, plans for either, and a negative pregnancy test of women who can become pregnant.',
  source: 'Menopause, hysterectomy, removal of the ovaries, sex and age settle it; else a pregnancy test of the window asked (60 days)',
  triggers: /pregnan|breast-? ?feed|lactat|nursing|hcg|gravid/,
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const match of matchesOf(text, TEST)) {
      const end = match.index + match[0].length
      const window = findWindow(text, match.index, Math.min(text.length, end + 90))
      const until = window && window.start <= end + 60 ? Math.max(end, window.end) : end
      mentions.push({
        start: match.index,
        end: until + (WOMEN_AFTER.exec(text.slice(until))?.[0].length ?? 0),
        params: {
          asks: 'negative-test',
          ...(SERUM_ONLY(match[0]) ? { serum: true } : {}),
          ...(window?.side === 'within' ? { days: window.days, window: window.words } : {}),
        },
      })
    }
    for (const match of matchesOf(text, POSITIVE_TEST))
      if (/pregnan|hcg/.test(match[0]))
        mentions.push({ start: match.index, end: match.index + match[0].length, params: { asks: 'pregnant' } })
    for (const match of matchesOf(text, STOPS))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { asks: 'stops-nursing' } })
    for (const match of matchesOf(text, LATER))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { asks: 'later' } })
    for (const match of matchesOf(text, PREGNANT)) {
      const bare = match.index + match[0].length
      // "Pregnant women (women must have a negative test …)": how it is to be shown belongs to it.
      const end = bare + (SHOWN.exec(text.slice(bare))?.[0].length ?? 0)
      const start = match.index
      const within = mentions.filter((one) => one.start >= bare && one.end <= end)
      for (const one of within) mentions.splice(mentions.indexOf(one), 1)
      if (!mentions.some((one) => one.start < end && start < one.end))
        mentions.push({ start, end, params: { asks: /pregn|gravid|conceiv/.test(match[0]) ? 'pregnant' : 'nursing' } })
    }
    return mentions
  },
  judge(asked, subject) {
    if (asked.asks === 'later') return { ...yes('This is about the time in the study.'), asksNothing: true }
    const possible = canBecomePregnant(subject)
    if (possible?.holds === 'no') return asked.asks === 'pregnant' || asked.asks === 'nursing' ? possible : { ...possible, holds: 'yes' }
    if (asked.asks === 'stops-nursing') return forTeam('Breast-feeding would have to stop; this is agreed with the trial team.')
    if (asked.asks === 'nursing') return unmentioned(subject.profile, 'breast-feeding', 'history:nursing', 'Are you breast-feeding?')
    return testResult(asked, subject)
  },
})

const SERUM_ONLY = (words: string) => /serum|blood/.test(words) && !/urine/.test(words)

function testResult({ asks, days, window, serum }: Asked, { profile, asOf }: Subject): Finding {
  const question = 'What was the result of your last pregnancy test, and when was it?'
  const test = newestTest(profile)
  if (!test) return missing('No pregnancy test was found in the records.', 'lab:hCG', question)
  const said = `Pregnancy test ${test.value}${test.date ? ` ${onDay(test.date)}` : ''}`
  if (!test.date || daysBetween(test.date, asOf).least > (days ?? LAB_DAYS))
    return old(`${said} is older than ${window ?? `${LAB_DAYS} days`}.`, 'lab:hCG', question, test.evidence)
  if (serum && test.evidence.some(({ quote }) => /urine/i.test(quote)))
    return missing(`${said} was of urine; the trial asks for one of blood.`, 'lab:hCG', question, test.evidence)
  const isNegative = typeof test.value === 'number' ? test.value < 5 : /neg|not detected/i.test(test.value)
  const holds = isNegative === (asks === 'negative-test')
  return holds ? yes(`${said}.`, test.evidence, { recoverable: true }) : no(`${said}.`, test.evidence, { recoverable: true })
}

function newestTest(profile: Profile): Profile['labs'][number] | undefined {
  return profile.labs
    .filter(({ test }) => /hcg|pregnan/i.test(test))
    .toSorted((a, b) => (a.date && b.date ? compareDates(b.date, a.date) : a.date ? -1 : 1))[0]
}

const WHO = String.raw`(?:\b(?:women|woman|females?|patients?|participants?|subjects?|individuals?|persons?|people|who|are|is|currently|have|has|having|a|of|childbearing|child-bearing|reproductive|potential|with|known|to|be)[\s,]+){0,9}`
const TEST =
  /(?:(?:for )?(?:all )?(?:pre-?menopausal )?(?:women|females?|participants?|patients?|subjects?|wocbp|pocbp)(?: (?:subjects|patients|participants))?(?: \(?(?:wocbp|pocbp)\)?)? ?(?:of|with|who are) (?:child[- ]?bearing|reproductive|childbearing) (?:potential|age|capacity)(?: \((?:wocbp|pocbp|focbp|iocbp)\))?,? )?(?:(?:must|should|have|has|to|had|a|an|the|documented|confirmed|with|need|required|undergo|be|is|are|result|of|for|need)[\s,]+){0,8}negative[^.;]{0,60}?(?:pregnancy tests?|hcg(?: tests?)?)(?: results?)?|(?:serum|urine)[a-z ,/]{0,30}pregnancy tests?[^.;]{0,40}(?:must be|is|be) negative|(?:pregnancy tests?)[^.;]{0,30}(?:must be|is|be|are) negative/g
const POSITIVE_TEST =
  /\b(?:(?:a|with|have|has|any|confirmed (?:with|by)) )*positive (?:serum |urine |blood |or |and\/or |β-?hcg |beta-?hcg |hcg )*(?:pregnancy )?(?:tests?|hcg)\b/g
/** "Should not become pregnant during the study" asks nothing of the day of matching. */
const LATER =
  /if (?:the |an |initial )*(?:urine )?(?:pregnancy )?(?:test|result)s? (?:is|are) (?:positive|equivocal|borderline)[^.;]{0,200}|(?:they |(?:women|females?|patients?|participants?|subjects?) )?(?:should|must|agree to|will) (?:also )?(?:refrain|abstain) from (?:breast-? ?feeding|pregnan\w+|becoming pregnant)[^.;]{0,160}|(?:(?:women|females?|patients?|participants?|subjects?|wocbp|men)(?: of childbearing potential)? )?(?:should|must|may|will|agree)(?: to)? not (?:get|become|breast-? ?feed|be breast-? ?feeding|plan to become)(?: pregnant)?[^.;]{0,20}(?:during|while|for|throughout|until|within)[^.;]{0,160}/g
const STOPS =
  /(?:because[^.;]{0,160}nursing infants?[^.;]{0,160})?breast-? ?feeding (?:should|must) be (?:discontinued|stopped|interrupted)[^.;]{0,120}/g
const WOMEN_AFTER =
  /^(?: and (?:confirmed|repeated|again|negative)[^.;]{0,90}?)?[\s,(]*(?:and )?(?:(?:for|in|if|only|required|is|of|all) ?)*(?:pre-?menopausal )?(?:women|females?|persons?|people|individuals?|patients?|participants?|subjects?|wocbp|child[- ]?bearing potential women)(?: (?:subjects|patients|participants))? ?(?:of|with|who are|only)? ?(?:child[- ]?bearing|reproductive|wocbp)? ?(?:potential|age|capacity)?(?: only)?\)?(?: \((?:wocbp|pocbp|focbp)\))?/
const SHOWN = /^ ?\([^()]{0,200}\bnegative\b[^()]{0,40}pregnancy test[^()]{0,240}\)/
const PREGNANT = new RegExp(
  String.raw`${WHO}(?:pregnan(?:t|cy|cies)|breast-? ?feed(?:ing|s)?|lactat(?:ing|ion)|nursing(?! home)|gravid)(?: (?:women|females?|mothers?|patients?|participants?|subjects?))?(?:[\s,/()]*(?:and\/or|or|and|nor|\/)?[\s,/()]*(?:(?:currently|are|is|actively|women who are|a|planning|plan|plans|wish|desire|intend(?:s|ing)?|expect(?:s|ing)?|want|trying|to|become|becoming|conceive|father|children|get|getting|considering|of|have|or|who|(?:a )?positive)\s)*(?:pregnan(?:t|cy)|breast-? ?feed(?:ing|s)?|lactat(?:ing|ion)|nursing|conceive|father(?:ing)? children|(?:serum |urine )?pregnancy test)(?: (?:women|females?|mothers?|patients?|participants?|subjects?|a child|an infant|a baby|their (?:infants?|child)))?)*(?:[\s,(]*(?:during (?:the )?(?:study|trial|course)[^.;)]{0,60}|at (?:study entry|screening|enrol?lment)|(?:because|due to|since|as) [^.;]{0,200}|within the projected duration[^.;]{0,160}|while (?:on|in|receiving)[^.;]{0,60}|(?:confirmed|as confirmed|documented) by[^.;]{0,60}|starting with[^.;]{0,120}|where pregnancy is defined[^.;]{0,160}|for the duration[^.;]{0,80}|are excluded from (?:this|the) (?:study|trial|protocol)[^.;]{0,200})\)?)?`,
  'g',
)
