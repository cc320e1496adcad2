import { matchesOf } from '../../codes/matches-of.ts'
import type { HormoneReceptor } from '../../record/fact.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

/** `cut`: percent of nuclei; `strict`: the cut itself is not meant; `upTo`: the upper end of a range ("ER 1-10 %"). */
type Cut = { cut?: number | undefined; strict?: boolean; upTo?: number }
type Asked = { receptors: ('er' | 'pr')[]; join: 'any' | 'all'; positive: boolean; either: boolean } & Cut

export const hasHormoneReceptorStatus = defineKind<Asked>({
  name: 'has-hormone-receptor-status',
  reads: 'ER, PR or hormone receptors positive or negative, with the cut-off the trial names (1 % or 10 % of nuclei).',
  source: 'ASCO/CAP ER/PR guideline 2020: ≥ 1 % is positive, 1–10 % low positive',
  triggers: /estrogen|oestrogen|\ber\b|\bhr\b|\bpgr?\b|\bpr\b|hormone|progest|hr\+|er\+/,
  find({ text }) {
    return matchesOf(text, STATUS).flatMap((match) => {
      const words = match[0]
      const er = /estrogen|\ber\b|\ber[+-]/.test(words)
      const pr = /progest|\bpg?r\b|\bpg?r[+-]|\bpgr/.test(words)
      const both = /hormone|\bhr\b/.test(words)
      if (
        /\b(?:known|any|regardless|unknown|status must)\b/.test(text.slice(Math.max(0, match.index - 15), match.index)) &&
        !/positive|negative|[+-]/.test(words)
      )
        return []
      const either = /positiv/.test(words) && /negativ/.test(words) && /\bor\b|and\/or|\//.test(words)
      const receptors: ('er' | 'pr')[] = both || (er && pr) || !(er || pr) ? ['er', 'pr'] : er ? ['er'] : ['pr']
      const said = cutOff(text, match.index + words.length)
      const { end, isBelow, strict } = said
      // "ER-low" is 1 to 10 % of nuclei.
      const isLow = said.cut === undefined && /[- ]low(?:[- ]positive)?\b/.test(words)
      const { cut, upTo } = isLow ? { cut: 1, upTo: 10 } : said
      const positive = isBelow
        ? /positiv|\+/.test(words)
        : !/negativ|\bneg\b|-(?=[ ,)/;.]|$)|=? ?<|(?<!\S)-/.test(
            words.replace(/(?:receptor|non|well|hormone|cap|progesterone|estrogen)-/g, ''),
          ) || /positiv|\+/.test(words)
      return [
        {
          start: match.index,
          end,
          params: {
            receptors,
            join: positive
              ? !/\b(?:one of|either|one or both of)(?: the)? $/.test(text.slice(Math.max(0, match.index - 20), match.index)) &&
                /\band\b(?!\/)/.test(words) &&
                !both &&
                receptors.length > 1 &&
                !/\bor\b/.test(words)
                ? 'all'
                : 'any'
              : 'all',
            positive,
            either,
            cut,
            ...(strict ? { strict } : {}),
            ...(upTo === undefined ? {} : { upTo }),
          },
        },
      ]
    })
  },
  asks({ receptors, join, positive, cut, either, strict, upTo }) {
    const names = receptors.map((receptor) => receptor.toUpperCase()).join(join === 'any' ? ' or ' : ' and ')
    if (either) return `a known ${names}`
    if (cut !== undefined && upTo !== undefined) return `${names} between ${cut}% and ${upTo}%`
    const bound = positive ? (strict ? 'more than' : 'at least') : strict ? 'below' : 'at most'
    const limit = cut === undefined ? '' : ` (${bound} ${cut}%)`
    return `${names} ${positive ? 'positive' : 'negative'}${limit}`
  },
  judge({ receptors, join, positive, cut, either, strict, upTo }, { profile }) {
    if (either && profile.currentReceptors) return yes('Positive and negative are both meant.', profile.currentReceptors.evidence)
    const found = receptors.map((receptor) =>
      judgeReceptor(receptor, positive, { cut, ...(strict ? { strict } : {}), ...(upTo === undefined ? {} : { upTo }) }, profile),
    )
    const order = join === 'any' ? (['yes', 'unknown', 'no'] as const) : (['no', 'unknown', 'yes'] as const)
    for (const holds of order) {
      const deciding = found.filter((one) => one.holds === holds)
      const [first] = deciding
      if (first)
        return {
          ...first,
          because: deciding.map(({ because }) => because).join(' '),
          evidence: deciding.flatMap(({ evidence }) => evidence),
        }
    }
    return missing('No receptor result was found.', 'receptors', 'What are the ER and PR results of the tumor? The pathology report says.')
  },
})

const ER = String.raw`(?:o?estrogen[- ]receptors?(?: ?\(\[?er\]?\))?(?:[- ]?(?:α|alpha))?|\[?\ber\]?\b)`
const PR = String.raw`(?:progesterone[- ]receptors?(?: ?\(\[?pg?r\]?\))?|\[?\bpg?r\]?\b)`
const HR = String.raw`(?:(?:steroid )?hormon(?:e|al)[- ]?receptors?(?: ?\(?\[?hr\]?\)?)?|\bhr\b)`
const SIGN = String.raw`(?:[- ]?(?:status |expression |expressing |is |are |both |tumou?rs? |must be |disease |receptors? )*[- ]?(?:low[- ])?(?:positiv(?:e|ity)|negativ(?:e|ity)|pos\b|neg\b)|(?:(?: is| are|:)? ?\[?\(?[+]\)?\]?)|(?: ?\(-\)| ?-(?=[ ,)/;.]|$|disease|pr|her))|[- ](?:expressing|expression)\b|[- ]low\b(?! ?(?:positiv|express))|[- ](?:rich|sensitive|responsive))`
const ONE = String.raw`(?:${ER}|${PR}|${HR})`
const STATUS = new RegExp(
  String.raw`(?:\b(?:positive|negative) for )(?:the )?${ONE}(?:(?: ?(?:and\/or|or|and|\/|,) ?(?:the )?)${ONE})*|${ONE}${SIGN}?(?: ?\(\[?(?:er|pr|hr|pgr)[+-]?\]?\))?(?: ?(?:,|and\/or|and|or|\/|&|, and\/or|\() ?${ONE}${SIGN}?(?: ?\((?:er|pr|hr|pgr)[+-]?\))?\)?)*(?<=positiv(?:e|ity)(?: ?\([a-z]+[+-]?\))?\)?|negativ(?:e|ity)(?: ?\([a-z]+[+-]?\))?\)?|\bpos|\bneg|[+]\)?\]?(?: ?\([a-z]+\+?\))?|(?:er|pr|hr)\)? ?\(?-\)?|expression|expressing|rich|sensitive|responsive|[- ]low)(?: (?:disease|tumou?rs?|status|breast cancer))?|${ONE}(?: ?(?:and|or|and\/or|\/|,) ?${ONE})*(?: ?(?:expression|staining|is|of|both|are|in))*(?= ?(?:=<|<=|≤|<|≥|>=|>|=>)? ?(?:or equal to )?(?:\d{1,2} ?%? ?(?:-|to) ?)?\d{1,2} ?%)|\b(?:express(?:es|ing|ion of)?) (?:the )?${ONE}(?:(?: ?(?:and\/or|or|and|\/|,) ?(?:the )?)${ONE})*`,
  'g',
)

/** A cut-off in percent that follows within the same clause, with its definition swallowed. `isBelow`: the limit is an upper one. */
function cutOff(text: string, from: number): Cut & { end: number; isBelow: boolean } {
  const rest = text.slice(from, from + 260)
  const part = rest.slice(0, OTHER_MATTER.exec(rest)?.index ?? rest.length)
  const found = PERCENT.exec(part)
  if (!found) return { end: from + (GUIDELINE.exec(part)?.[0].length ?? 0), isBelow: false }
  const { sign = '', low, value, unit } = found.groups ?? {}
  const end = from + found.index + found[0].length
  if (low !== undefined && unit !== undefined) return { cut: Number(low), upTo: Number(value), end, isBelow: false }
  const isBelow = /^(?:<|≤|=<|less|below)/.test(sign)
  const strict = isBelow ? !/=|≤|equal/.test(sign) : /^(?:>|greater than|more than)$/.test(sign)
  return { cut: Number(value), end, isBelow, ...(strict ? { strict } : {}) }
}
const PERCENT =
  /(?<sign>≥|>=|=>|> ?or equal to|>|at least|greater than or equal to|greater than|more than|<=|=<|≤|< ?or equal to|<|less than or equal to|less than|below|at or above)? ?(?:(?<low>\d{1,2}) ?%? ?(?:-|to|and) ?)?(?<value>\d{1,2}) ?(?<unit>%|percent)[^,;]{0,60}?(?:cells|nuclei|nuclear|staining|stain|ihc|immunohistochemistry|expression|positiv\w*)*\)?/
/** Where a percentage would be that of something else. */
const OTHER_MATTER =
  /[;]|\.(?=\s|$)|\bher-?2|human epi|metasta|advanced|\bwho\b|\bpatients?\b|ki-?67|pd-?l1|\btmb\b|lvef|ejection|karnofsky|\bkps\b|androgen|\bar\b|tumou?r[- ]infiltrating|\btils?\b|oncotype/
const GUIDELINE =
  /^[^.;]*?(?:\basco[^,;.]{0,60}|\bcap\b[^,;.]{0,30}|guidelines?|local (?:laboratory|testing|lab|pathology)[^,;.]{0,20}|by ihc)\)?/

function judgeReceptor(receptor: 'er' | 'pr', positive: boolean, { cut, strict, upTo }: Cut, profile: Profile): Finding {
  const name = receptor.toUpperCase()
  const measured = profile.receptors.filter((one) => one[receptor] !== undefined)
  // The percentage belongs to the specimen that counts today, which is not always the newest one.
  const specimen = measured.findLast((one) => one.date === profile.currentReceptors?.date) ?? measured.at(-1)
  const value = specimen?.[receptor]
  const status = profile.currentReceptors?.[receptor] ?? value?.status
  if (status === undefined)
    return missing(`No ${name} result was found.`, receptor, `What is the ${name} result of the tumor? The pathology report says.`)
  const evidence = [
    ...(profile.currentReceptors?.[receptor] ? (profile.currentReceptors?.evidence ?? []) : []),
    ...(specimen?.evidence ?? []),
  ]
  const percent = percentOf(value)
  const said = `${name} is ${status}${percent === undefined ? '' : ` (${percent}%)`} in the records.`
  const unsettled = () =>
    missing(
      `${said} Its percentage was not found.`,
      receptor,
      `How many percent of the tumor cells were ${name} positive? The pathology report says.`,
      evidence,
    )
  if (cut !== undefined && upTo !== undefined) {
    if (percent !== undefined) return percent >= cut && percent <= upTo ? yes(said, evidence) : no(said, evidence)
    return status === 'positive' ? unsettled() : (status === 'low-positive') === cut >= 1 ? yes(said, evidence) : no(said, evidence)
  }
  if (cut !== undefined && cut > 1 && percent === undefined && status !== 'negative') {
    if (status === 'low-positive') return positive ? no(said, evidence) : yes(said, evidence)
    return cut > COMMON_CUT ? unsettled() : positive ? yes(said, evidence) : no(said, evidence)
  }
  const reaches = (value: number) => (positive === (strict === true) ? value > (cut ?? 0) : value >= (cut ?? 0))
  const isPositive = cut !== undefined && percent !== undefined ? reaches(percent) : status !== 'negative'
  return isPositive === positive ? yes(said, evidence) : no(said, evidence)
}
/** "Positive" without a number is taken for more than this many percent. */
const COMMON_CUT = 10

const percentOf = (value: HormoneReceptor | undefined) => value?.percent
