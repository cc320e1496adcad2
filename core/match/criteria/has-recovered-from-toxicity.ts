import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { forTeam, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'
import { unmentioned } from '../silence.ts'

/**
 * `recovered`: the sentence asks that side effects are over, else that some are there; `ever`: that there was one, over or not.
 * `most`: the highest grade that is still allowed; for neuropathy its own, when the sentence exempts it; `only`: one side effect it speaks of.
 */
type Asked = {
  recovered: boolean
  ever?: 'any' | 'immune'
  most: number
  neuropathy: number
  of: 'treatment' | 'surgery'
  only?: string
}

export const hasRecoveredFromToxicity = defineKind<Asked>({
  name: 'has-recovered-from-toxicity',
  reads:
    'Recovery from the side effects of earlier treatment (to grade 1 or the grade named, alopecia and stable neuropathy exempt), or from surgery.',
  source: 'CTCAE v5',
  triggers: /toxic|adverse|recover|resol|side[- ]effect|\baes?\b|sequelae|alleviat|reliev|mitigat/,
  find({ text: said, section }) {
    const text = said
      .replace(/\b(?:greater|more) than or equal to\b/g, (words) => '≥'.padEnd(words.length))
      .replace(/\bgrades\b(?= )/g, ' grade')
    return matchesOf(text, PATTERN)
      .filter(([words]) => OF_RECOVERY.test(words))
      .map((match) => {
        const words = match[0].replace(/ {2,}/g, ' ').replace(/\bctcae ?([1-4]) ?grade\b/, 'grade $1')
        const before = text.slice(Math.max(0, match.index - 60), match.index)
        const only = ONLY.exec(before)?.[1] ?? ONLY_LEADS.exec(words)?.[1]
        const unrecovered = words.replace(
          /(?:have |has |had )?(?:not (?:have |yet |been |fully |adequately |sufficiently |completely )*|fail\w* to (?:fully |completely |adequately )?)(?:recover|resol)\w*/g,
          'unrecovered',
        )
        // "Except residual alopecia": what is excepted refuses nothing.
        const asked = words.replace(/\bexcept\b[^.;]*/, '')
        const refused =
          /\b(?:not (?:yet )?had (?:a )?(?:full |complete |adequate )*(?:resolution|recovery)|(?:has|have)n't (?:yet )?(?:fully )?recover|not (?:yet |adequately |fully |sufficiently |completely )?(?:recover|resol|been resol|return|improv)|unresolved|unrecovered|still recovering|currently recovering|un(?:mitigated|alleviated|relieved)|not (?:yet |been |fully |adequately )*(?:alleviat|reliev|mitigat)|persist|residual|ongoing|\bexisting|incomplete(?:ly)? (?:recover|resol)|not have (?:fully |completely |adequately )*(?:recover|resol)|fail(?:ure|ed|s)? to (?:fully |completely |adequately )?(?:recover|resolve|return)|lack of recovery|without (?:full |complete )?recover|without (?:a )?full|\bno (?:full |complete |adequate )?recovery|not (?:yet )?adequately recovered|non-recovered)/.test(
            asked,
          ) && !/(?:have|has|must|been|to) (?:adequately |fully |sufficiently |completely )?(?:recover|resol)/.test(unrecovered)
        const defined = section === 'exclusion' && /i\.e\.,? ?(?:have |has )?(?:residual|unresolved|persist|ongoing)/.test(words)
        const grade = Number(
          /grade ?(?:≤|<|>|≥|=|>=|<=)? ?([0-4])|(?:≤|<|>|≥) ?grade ?([0-4])/
            .exec(
              words.replace(/grades? {0,2}0 ?(?:\/|-|to|or|and) ?(?:grade )?(?=[1-4])/, 'grade ').replace(/grade ?0(?= (?:for|or))/, ''),
            )
            ?.slice(1)
            .find((one) => one !== undefined) ?? (/\b(?:serious|severe)\b/.test(words) ? 2 : 1),
        )
        const allowed = /(?:≤|<=|=<) ?(?:nci ?)?(?:ctcae ?)?grade ?([0-4])|grade ?(?:≤|<=|=<) ?([0-4])/.exec(words)?.slice(1).find(Boolean)
        const excess =
          /(?:>|greater than|more than|above|exceed\w*) ?(?:nci ?)?(?:ctcae ?)?(?:v(?:ersion)? ?[\d.]+ ?)?grade ?[0-4]|grade ?> ?[0-4]/.test(
            words,
          )
        const atLeast =
          !/\b(?:to|or) at least (?:ctcae )?grade/.test(words) &&
          /(?:≥|>=|=>|> ?\/ ?=|at least) ?(?:nci ?)?(?:ctcae ?)?(?:v(?:ersion)? ?[\d.]+ ?)?grade ?[1-4]|grade ?(?:≥|>=|> ?\/ ?=) ?[1-4]|grade [1-4] or (?:higher|greater|more)/.test(
            words,
          )
        const below =
          /(?:<|less than|below) ?(?:or equal to )?(?:ctcae )?grade ?[1-4](?! or)|grade ?< ?[1-4]/.test(words) &&
          !/less than or equal|<=|≤/.test(words)
        // "Grade 3 or higher adverse event with earlier immunotherapy" among exclusions: to have had one, not to have recovered.
        const happened =
          !refused &&
          !defined &&
          !/recover|resol|return|improv|subsid|reduc/.test(words) &&
          (section === 'exclusion' ? !/≤|or less|or lower/.test(words) : excess || atLeast)
        const ever = happened && EVER.test(words) ? (/immune|immuno/.test(words) ? ('immune' as const) : ('any' as const)) : undefined
        const most =
          allowed !== undefined && !refused ? Number(allowed) : excess ? grade : atLeast || (below && grade > 1) ? grade - 1 : grade
        const neuropathy = /neuropathy/.test(words)
          ? Math.max(
              most,
              Number(
                /neuropathy[^.;]{0,40}?grade ?(?:≤|<|=)? ?([1-3])|grade ?(?:≤|<)? ?([1-3])(?:(?!except)[^.;,(]){0,40}neuropathy/
                  .exec(words)
                  ?.slice(1)
                  .find((one) => one !== undefined) ?? (/except[^.;]{0,60}neuropathy/.test(words) ? 4 : 2),
              ),
            )
          : most
        return {
          start: match.index,
          end: match.index + match[0].length,
          params: {
            recovered: !refused && !defined && !happened,
            ...(ever ? { ever } : {}),
            most: Math.max(0, most),
            neuropathy,
            ...(only ? { only } : {}),
            of:
              /surg|invasive procedure|such (?:an? )?(?:intervention|procedure|operation)/.test(words) &&
              !/therap|toxicit|chemo|treatment|radi/.test(words)
                ? ('surgery' as const)
                : ('treatment' as const),
          },
        }
      })
  },
  judge({ recovered, ever, most, neuropathy, of, only }, { profile, keepsOut }) {
    if (ever) return judgeEver(ever, most, profile)
    const turn = (isRecovered: boolean, because: string, evidence: Profile['person']['evidence']) =>
      // Nobody is kept out for having recovered.
      recovered && isRecovered && keepsOut === true
        ? { ...yes(because, evidence), asksNothing: true }
        : isRecovered === recovered
          ? yes(because, evidence, { recoverable: true })
          : no(because, evidence, { recoverable: true })
    const graded = profile.conditions
      .filter(({ status }) => status === 'active')
      .flatMap((one) => {
        const grade = gradeOf(one)
        const counts =
          only === undefined
            ? !NO_TOXICITY.test(one.name) && !isReplaced(one.name, profile)
            : one.name.toLowerCase().includes(only.slice(0, 7))
        return grade !== undefined && counts ? [{ ...one, grade }] : []
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

/** Whether a side effect of this strength is recorded, of today or of the past; which treatment it came from is for the team. */
function judgeEver(ever: 'any' | 'immune', most: number, profile: Profile): Finding {
  const found = profile.conditions.filter(
    (one) => (gradeOf(one) ?? 0) > most && !NO_TOXICITY.test(one.name) && (ever === 'any' || IMMUNE.test(one.name)),
  )
  if (found.length > 0)
    return forTeam(
      `Your records name ${found.map(({ name, grade }) => (/grade/.test(name) ? name : `${name}, grade ${grade}`)).join('; ')}; whether the trial counts it is for the trial team to say.`,
      found.flatMap(({ evidence }) => evidence),
    )
  return unmentioned(
    profile,
    `${ever === 'immune' ? 'an immune side effect' : 'a side effect'} of grade ${most + 1} or higher`,
    'toxicities',
    'Which strong side effects have you had of earlier treatments?',
  )
}
const EVER = /\b(?:history|prior|previous|earlier|past|experienced|during|led to|leading to|while|resulted|on|with)\b/
/** Illnesses that the immune system makes when treatment takes its brakes off. */
const IMMUNE =
  /colitis|pneumonitis|hepatitis|thyroid|hypophys|adrenal|nephritis|myocard|arthritis|dermatitis|rash|diabet|uveitis|myositis|myasthen|encephal|guillain|pancreat|immune/i
const gradeOf = ({ grade, name }: Profile['conditions'][number]): number | undefined => {
  const written = grade ?? Number(/\b(?:grade|gr\.?) ?([1-4])\b/i.exec(name)?.[1] ?? Number.NaN)
  return Number.isFinite(written) ? written : undefined
}

/** "Prior peripheral neuropathy is allowed if it has recovered to grade 1": only this side effect is asked about. */
const ONLY = /\b(neuropathy|diarrh[o]?ea|mucositis|fatigue|nausea|rash)\b[^.;,]{0,50}\b(?:if|that|which|must|it|who)\b[^.;,]{0,20}$/
const ONLY_LEADS =
  /^[^.;,()]{0,40}\b(neuropathy|diarrh[o]?ea|mucositis)\b[^.;,()]{0,40}(?:if|that|which|must)\b[^.;,()]{0,20}(?:recover|resol|improv)/
/** "Toxicity that led to stopping immunotherapy" asks nothing about recovery. */
const OF_RECOVERY =
  /alleviat|reliev|mitigat|recover|resol|return|improv|subsid|grade|persist|residual|ongoing|baseline|serious|clinically|unstable|reduced/
const NO_TOXICITY = /alopecia|anemia|hypertension|kidney|diastolic|encephal/i

/** A gland that no longer works and whose hormone is replaced stays so: protocols count it as recovered. */
function isReplaced(name: string, { medications }: Profile): boolean {
  const replaced = REPLACED.find(([gland]) => gland.test(name))
  return replaced !== undefined && medications.some((one) => one.status === 'current' && replaced[1].test(one.name))
}
const REPLACED: readonly [gland: RegExp, hormone: RegExp][] = [
  [/thyroid/i, /thyrox|synthroid|liothyronine|euthyrox|levoxyl/i],
  [/adrenal|hypophys|pituitar/i, /cortiso|cortef|predniso|fludrocort/i],
  [/diabet/i, /insulin/i],
]

const PATTERN =
  /(?:\b(?:has|have|had|must|be|been|all|any|patients?|participants?|subjects?|who|are|is|the|adequate(?:ly)?|fully|full|complete(?:ly)?|to|should|not|yet|with|from|of|and|sufficient(?:ly)?|clinically|significant|reversible|acute|presence|persistent|ongoing|evidence|treatment[- ]related|therapy[- ]related|drug-related|residual|prior|previous|effects?|side|toxic|toxicit(?:y|ies)|adverse|events?|aes?|related|unresolved|or|unstable|serious|severe|or|incomplete(?:ly)?|will|resolution|without|a|no|existing|non-?ha?ematologic(?:al)?|ha?ematologic(?:al)?|any previous|still|currently|invasive|procedures?|anti-?tumou?r|anti-?neoplastic|chronic|anticancer|anti-cancer|cancer|chemotherapy|radiation|those|in|persisting|lack|failure|other|non-?recovered|due|experienced|because|if|applicable|immune-related|due to|relevant|current|major|any)[\s,/()-]+){0,24}(?:\b(?:recover(?:ed|y|ing)?|(?:un)?resol(?:ved|ution|ve)|unrecovered|return(?:ed)?|improved?|subsided|reduced|(?:un)?(?:alleviated|relieved|mitigated))\b[^.;]{0,240}?(?:toxic\w*|adverse (?:events?|effects?|reactions?)|side[- ]effects?|\baes?\b|acute effects?|effects of|surg\w+|invasive procedures?|sequelae|chemotherap\w+|radio\w+|prior therap\w+|grade ?(?:≤|<|=)? ?[0-3]|(?:≤|<|=) ?grade|baseline|radiation)|(?:(?:toxicit(?:y|ies)|toxic (?:effects?|manifestations?|reactions?)|adverse (?:drug )?(?:events?|effects?|reactions?)|side[- ]effects?|\baes?\b)[^.;]{0,160}?(?:(?:not )?(?:(?:been )?(?:alleviat|reliev|mitigat)\w+|recover\w*|resol\w+|return\w*|improv\w+)|(?:above|over|>|≥) ?ctcae ?[1-4] ?grade|(?:≥|>|<|≤|greater than|more than|of|to|exceeding)? ?(?:nci )?(?:ctcae )?(?:v(?:ersion)? ?[\d.]+ )?grade {0,2}(?:≥|>|≤|<)? {0,26}[0-4]))|(?:(?:serious|any|ongoing|unresolved|persistent|persisting|residual|significant|clinically) )+(?:chronic )?(?:toxicit\w+|toxic (?:effects|manifestations)|adverse (?:events|effects))(?= (?:of (?:any |the )?(?:prior|previous|earlier)|related|due|from|of|attribut|caus|after|resulting|that))|(?:≥|>|>=) ?(?:ctcae )?grade {0,2}[1-4] (?:adverse (?:reactions?|events?|effects?)|toxicit\w+|side[- ]effects?)|(?:persist\w*|residual|ongoing|unresolved|any) (?:≥|>|>=|>\/=|=|\s)*(?:ctcae )?grade {0,2}(?:≥|>)? ?[1-4](?: or (?:greater|higher))?(?: \w+){0,3} (?:toxicit\w+|adverse\w*(?: events?)?|aes?))\)?(?:\([^()]{0,240}\)|[^.;()]|\.(?=\d)){0,360}/g
