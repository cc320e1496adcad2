import type { Profile } from '../../record/profile.ts'
import { no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { unmentioned } from '../silence.ts'

/** `most`: the highest grade that is still allowed; for neuropathy its own, when the sentence exempts it. */
type Asked = { recovered: boolean; most: number; neuropathy: number; of: 'treatment' | 'surgery' }

export const hasRecoveredFromToxicity = defineKind<Asked>({
  name: 'has-recovered-from-toxicity',
  reads:
    'Recovery from the side effects of earlier treatment (to grade 1 or the grade named, alopecia and stable neuropathy exempt), or from surgery.',
  source: 'CTCAE v5',
  find({ text }) {
    if (!/toxicit|adverse|recover|resol|side[- ]effect|\baes?\b|sequelae/.test(text)) return []
    return [...text.matchAll(PATTERN)].map((match) => {
      const words = match[0]
      const unrecovered = words.replace(
        /(?:have |has |had )?not (?:yet |been |fully |adequately |sufficiently |completely )*(?:recover|resol)\w*/g,
        'unrecovered',
      )
      const refused =
        /\b(?:not (?:yet |adequately |fully |sufficiently |completely )?(?:recover|resol|been resol|return|improv)|unresolved|persist|residual|ongoing|failure to recover|lack of recovery|without (?:full |complete )?recover|without (?:a )?full|not (?:yet )?adequately recovered|non-recovered)/.test(
          words,
        ) && !/(?:have|has|must|been|to) (?:adequately |fully |sufficiently |completely )?(?:recover|resol)/.test(unrecovered)
      const grade = Number(
        /grade ?(?:≤|<|>|≥|=|>=|<=)? ?([0-4])|(?:≤|<|>|≥) ?grade ?([0-4])/
          .exec(words)
          ?.slice(1)
          .find((one) => one !== undefined) ?? 1,
      )
      const excess =
        /(?:>|greater than|more than|above|exceed\w*) ?(?:nci ?)?(?:ctcae ?)?(?:v(?:ersion)? ?[\d.]+ ?)?grade ?[0-4]|grade ?> ?[0-4]/.test(
          words,
        )
      const atLeast =
        /(?:≥|>=|=>|> ?\/ ?=|at least) ?(?:nci ?)?(?:ctcae ?)?(?:v(?:ersion)? ?[\d.]+ ?)?grade ?[1-4]|grade ?(?:≥|>=|> ?\/ ?=) ?[1-4]|grade [1-4] or (?:higher|greater|more)/.test(
          words,
        )
      const below =
        /(?:<|less than|below) ?(?:or equal to )?(?:ctcae )?grade ?[1-4](?! or)|grade ?< ?[1-4]/.test(words) &&
        !/less than or equal|<=|≤/.test(words)
      const most = excess ? grade : atLeast || below ? grade - 1 : grade
      const neuropathy = /neuropathy/.test(words)
        ? Math.max(
            most,
            Number(
              /neuropathy[^.;]{0,40}?grade ?(?:≤|<|=)? ?([1-3])|grade ?(?:≤|<)? ?([1-3])[^.;,]{0,40}neuropathy/
                .exec(words)
                ?.slice(1)
                .find((one) => one !== undefined) ?? 2,
            ),
          )
        : most
      return {
        start: match.index,
        end: match.index + words.length,
        params: {
          recovered: !refused,
          most: Math.max(0, most),
          neuropathy,
          of: /surg/.test(words) && !/therap|toxicit|adverse|chemo/.test(words) ? ('surgery' as const) : ('treatment' as const),
        },
      }
    })
  },
  judge({ recovered, most, neuropathy, of }, { profile }) {
    const turn = (isRecovered: boolean, because: string, evidence: Profile['person']['evidence']) =>
      isRecovered === recovered ? yes(because, evidence, { recoverable: true }) : no(because, evidence, { recoverable: true })
    const graded = profile.conditions
      .filter(({ status }) => status === 'active')
      .flatMap((one) => {
        const grade = one.grade ?? Number(/\b(?:grade|gr\.?) ?([1-4])\b/i.exec(one.name)?.[1] ?? Number.NaN)
        return Number.isFinite(grade) && !/alopecia|anemia|hypertension|kidney|diastolic|encephal/i.test(one.name)
          ? [{ ...one, grade }]
          : []
      })
    const above = of === 'surgery' ? [] : graded.filter(({ name, grade }) => grade > (/neuropath/i.test(name) ? neuropathy : most))
    if (above.length > 0)
      return turn(
        false,
        `Still there: ${above.map(({ name, grade }) => (name.includes('grade') ? name : `${name}, grade ${grade}`)).join('; ')}.`,
        above.flatMap(({ evidence }) => evidence),
      )
    if (graded.length > 0 && of === 'treatment')
      return turn(
        true,
        `Side effects on record are mild: ${graded.map(({ name }) => name).join('; ')}.`,
        graded.flatMap(({ evidence }) => evidence),
      )
    const silent = unmentioned(
      profile,
      of === 'surgery' ? 'an unhealed operation' : `a lasting side effect above grade ${most}`,
      'toxicities',
      'Which side effects of earlier treatments do you still have, and how strong are they?',
      ['review-of-systems'],
    )
    return silent.holds === 'no' && recovered ? { ...silent, holds: 'yes' } : silent
  },
})

const PATTERN =
  /(?:\b(?:has|have|had|must|be|been|all|any|patients?|participants?|subjects?|who|are|is|the|adequate(?:ly)?|fully|full|complete(?:ly)?|to|should|not|yet|with|from|of|and|sufficient(?:ly)?|clinically|significant|reversible|acute|presence|persistent|ongoing|evidence|treatment[- ]related|therapy[- ]related|drug-related|residual|prior|previous|effects?|side|toxic|toxicit(?:y|ies)|adverse|events?|aes?|related|unresolved|resolution|without|a|no|existing|non-?hematologic(?:al)?|hematologic(?:al)?|chronic|anticancer|anti-cancer|cancer|chemotherapy|radiation|those|in|persisting|lack|failure|other|non-?recovered|due|experienced|because|if|applicable|immune-related|due to|relevant|current|major|any)[\s,/()-]+){0,24}(?:(?:recover(?:ed|y)?|resol(?:ved|ution|ve)|return(?:ed)?|improved?|subsided|reduced)\b[^.;]{0,240}?(?:toxic\w*|adverse (?:events?|effects?|reactions?)|side[- ]effects?|\baes?\b|acute effects?|effects of|surg\w+|sequelae|chemotherap\w+|radio\w+|prior therap\w+|grade ?(?:≤|<|=)? ?[0-3]|(?:≤|<|=) ?grade|baseline|radiation)|(?:(?:toxicit(?:y|ies)|adverse (?:events?|effects?)|side[- ]effects?|\baes?\b)[^.;]{0,160}?(?:(?:not )?(?:recover\w*|resol\w+|return\w*|improv\w+)|(?:≥|>|<|≤|greater than|more than|of|to|exceeding)? ?(?:nci )?(?:ctcae )?(?:v(?:ersion)? ?[\d.]+ )?grade ?(?:≥|>|≤|<)? ?[0-4]))|(?:(?:serious|any|ongoing|unresolved|persistent|persisting|residual|significant|clinically) )+(?:chronic )?(?:toxicit\w+|adverse (?:events|effects))(?= (?:related|due|from|of|attribut|caus|after|resulting|that))|(?:persist\w*|residual|ongoing|unresolved|any) (?:≥|>|>=|>\/=|=|\s)*(?:ctcae )?grade ?(?:≥|>)? ?[1-4](?: or (?:greater|higher))?(?: \w+){0,3} (?:toxicit\w+|adverse\w*(?: events?)?|aes?))(?:\([^()]{0,240}\)|[^.;()]|\.(?=\d)){0,360}/g
