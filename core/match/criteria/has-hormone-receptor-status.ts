import type { HormoneReceptor } from '../../record/fact.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

type Asked = { receptors: ('er' | 'pr')[]; join: 'any' | 'all'; positive: boolean; cut: number | undefined; either: boolean }

export const hasHormoneReceptorStatus = defineKind<Asked>({
  name: 'has-hormone-receptor-status',
  reads: 'ER, PR or hormone receptors positive or negative, with the cut-off the trial names (1 % or 10 % of nuclei).',
  source: 'ASCO/CAP ER/PR guideline 2020: ≥ 1 % is positive, 1–10 % low positive',
  find({ text }) {
    if (!/estrogen|oestrogen|\ber\b|\bhr\b|\bpgr?\b|\bpr\b|hormone|progest|hr\+|er\+/.test(text)) return []
    return [...text.matchAll(STATUS)].flatMap((match) => {
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
      const positive =
        !/negativ|\bneg\b|-(?=[ ,)/;.]|$)|=? ?<|(?<!\S)-/.test(
          words.replace(/(?:receptor|non|well|hormone|cap|progesterone|estrogen)-/g, ''),
        ) || /positiv|\+/.test(words)
      const { cut, end } = cutOff(text, match.index + words.length)
      return [
        {
          start: match.index,
          end,
          params: {
            receptors,
            join: positive
              ? /\band\b(?!\/)/.test(words) && !both && receptors.length > 1 && !/\bor\b/.test(words)
                ? 'all'
                : 'any'
              : 'all',
            positive,
            either,
            cut,
          },
        },
      ]
    })
  },
  asks({ receptors, join, positive, cut, either }) {
    const names = receptors.map((receptor) => receptor.toUpperCase()).join(join === 'any' ? ' or ' : ' and ')
    if (either) return `a known ${names}`
    const limit = cut === undefined ? '' : positive ? ` (at least ${cut}%)` : ` (below ${cut}%)`
    return `${names} ${positive ? 'positive' : 'negative'}${limit}`
  },
  judge({ receptors, join, positive, cut, either }, { profile }) {
    if (either && profile.currentReceptors) return yes('Positive and negative are both meant.', profile.currentReceptors.evidence)
    const found = receptors.map((receptor) => judgeReceptor(receptor, positive, cut, profile))
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
    return missing('No receptor result was found.', 'receptors', 'What are the ER and PR results of the tumour? The pathology report says.')
  },
})

const ER = String.raw`(?:o?estrogen[- ]receptors?(?: ?\(\[?er\]?\))?(?:[- ]?(?:α|alpha))?|\[?\ber\]?\b)`
const PR = String.raw`(?:progesterone[- ]receptors?(?: ?\(\[?pg?r\]?\))?|\[?\bpg?r\]?\b)`
const HR = String.raw`(?:(?:steroid )?hormon(?:e|al)[- ]?receptors?(?: ?\(?\[?hr\]?\)?)?|\bhr\b)`
const SIGN = String.raw`(?:[- ]?(?:status |expression |expressing |is |are |both |tumou?rs? |must be |disease |receptors? )*[- ]?(?:low[- ])?(?:positiv(?:e|ity)|negativ(?:e|ity)|pos\b|neg\b)|(?:(?: is| are|:)? ?\[?\(?[+]\)?\]?)|(?: ?\(-\)| ?-(?=[ ,)/;.]|$|disease|pr|her))|[- ](?:expressing|expression)(?= (?:≥|>|of at least))|[- ](?:rich|sensitive|responsive))`
const ONE = String.raw`(?:${ER}|${PR}|${HR})`
const STATUS = new RegExp(
  String.raw`(?:\b(?:positive|negative) for )(?:the )?${ONE}(?:(?: ?(?:and\/or|or|and|\/|,) ?(?:the )?)${ONE})*|${ONE}${SIGN}?(?: ?\(\[?(?:er|pr|hr|pgr)[+-]?\]?\))?(?: ?(?:,|and\/or|and|or|\/|&|, and\/or|\() ?${ONE}${SIGN}?(?: ?\((?:er|pr|hr|pgr)[+-]?\))?\)?)*(?<=positiv(?:e|ity)(?: ?\([a-z]+[+-]?\))?\)?|negativ(?:e|ity)(?: ?\([a-z]+[+-]?\))?\)?|\bpos|\bneg|[+]\)?\]?(?: ?\([a-z]+\+?\))?|(?:er|pr|hr)\)? ?\(?-\)?|expression|expressing|rich|sensitive|responsive)(?: (?:disease|tumou?rs?|status|breast cancer))?|${ONE}(?: ?(?:and|or|and\/or|\/|,) ?${ONE})*(?: ?(?:expression|staining|is|of|both|are|in))*(?= ?(?:=<|<=|≤|<|≥|>=|>|=>) ?(?:1|10) ?%)`,
  'g',
)

/** A cut-off in percent that follows within the same clause, with its definition swallowed. */
function cutOff(text: string, from: number): { cut: number | undefined; end: number } {
  const rest = text.slice(from, from + 260)
  const stop = /[;]|\.(?=\s|$)|\bher-?2|human epidermal|metasta|advanced|\bwho\b|\bpatients?\b/.exec(rest)?.index ?? rest.length
  const part = rest.slice(0, stop)
  const found =
    /(≥|>=|=>|>|at least|greater than(?: or equal to)?|more than|<=|=<|≤|<|less than(?: or equal to)?|at or above)? ?(\d{1,2}) ?(?:%|percent)[^,;]{0,60}?(?:cells|nuclei|nuclear|staining|stain|ihc|immunohistochemistry|expression|positiv\w*)*\)?/.exec(
      part,
    )
  if (!found)
    return {
      cut: undefined,
      end:
        from +
        (/^[^.;]*?(?:\basco[^,;.]{0,60}|\bcap\b[^,;.]{0,30}|guidelines?|local (?:laboratory|testing|lab|pathology)[^,;.]{0,20}|by ihc)\)?/.exec(
          part,
        )?.[0].length ?? 0),
    }
  return { cut: Number(found[2]), end: from + found.index + found[0].length }
}

function judgeReceptor(receptor: 'er' | 'pr', positive: boolean, cut: number | undefined, profile: Profile): Finding {
  const name = receptor.toUpperCase()
  const measured = profile.receptors.filter((one) => one[receptor] !== undefined)
  // The percentage belongs to the specimen that counts today, which is not always the newest one.
  const specimen = measured.findLast((one) => one.date === profile.currentReceptors?.date) ?? measured.at(-1)
  const value = specimen?.[receptor]
  const status = profile.currentReceptors?.[receptor] ?? value?.status
  if (status === undefined)
    return missing(`No ${name} result was found.`, receptor, `What is the ${name} result of the tumour? The pathology report says.`)
  const evidence = [
    ...(profile.currentReceptors?.[receptor] ? (profile.currentReceptors?.evidence ?? []) : []),
    ...(specimen?.evidence ?? []),
  ]
  const percent = percentOf(value)
  const said = `${name} is ${status}${percent === undefined ? '' : ` (${percent} %)`} in the records.`
  if (cut !== undefined && cut > 1 && percent === undefined && status !== 'negative') {
    if (status === 'low-positive') return positive ? no(said, evidence) : yes(said, evidence)
    return positive ? yes(said, evidence) : no(said, evidence)
  }
  const isPositive = cut !== undefined && percent !== undefined ? percent >= cut : status !== 'negative'
  return isPositive === positive ? yes(said, evidence) : no(said, evidence)
}

const percentOf = (value: HormoneReceptor | undefined) => value?.percent
