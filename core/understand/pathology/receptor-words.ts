import { MASK } from './receptor-text.ts'
import { withoutRevised } from './revised.ts'

/** What the words after a receptor's name say. `unsure` when they contradict each other or belong to another receptor. */
export type ReadValue<T> = { value: T; start: number; end: number } | 'pending' | 'unsure' | undefined

/** The words behind a receptor's name, to where another subject begins; what only leads to the value is blanked but for one colon, so that the value comes first. */
export function wordsBehind(text: string, from: number, to: number): string {
  // the tissue may stand in brackets behind the name
  const words = text.slice(from, to).replace(IN_SITU_NAMED, (bracket) => ' '.repeat(bracket.length))
  const stop = words.search(STOP)
  const own = withoutRevised(stop === -1 ? words : words.slice(0, stop))
  const lead = LEAD.exec(own)?.[0] ?? ''
  const blank = lead.replace(/[^\n]/g, ' ')
  return (/[:=|]/.test(lead) ? `${blank.slice(0, -1)}:` : blank) + own.slice(lead.length).split(PARAGRAPH_END)[0]
}

/** "ER (DCIS): negative" */
const IN_SITU_NAMED = /^\s?\((?:(?:on|in|of) (?:the )?)?(?:DCIS|in[\s-]situ)(?: (?:only|component))?\)/i

/** A sentence that ends before an empty line. */
const PARAGRAPH_END = /(?<=\.[ \t]*)\n[ \t]*\n/

/** Words that begin another subject: nothing after them belongs to the receptor. */
const STOP = new RegExp(
  `${MASK}|\\b(?:if\\b|e-?cadherin|p63|p53|ck\\s?\\d|cytokeratin|keratin|gata-?3|egfr|pd-?l1|s-phase|dna index|aneuploid\\w*|ploidy|androgen receptor|AR\\b|margins?|lymph nodes?|carcinoma in situ|dcis|nottingham|grade\\b|pathologic(?:al)? stag|clinical history|gross description|oncotype|methodology|controls?\\b|block summary|see (?:comment|note)|staging|TMB|BRCA[12]|PIK3CA|ESR1|I certify|recurrence|metasta(?:sis|ses|tic) to)`,
  'i',
)

/** A dash before one of these only joins the name to its value: "ER - Positive". */
const VALUE_FOLLOWS = String.raw`\s*(?:\+|\(|[:=]\s*\d|pos|neg|strong|weak|moderate|intermediate|diffuse|patchy|focal|low\b|high|equiv|border|score|allred|quick|QS\b|PS\b|[HJ][\s-]?score|IRS\b|immuno|reactive|non|detected|express|over|amplif|prop|percent|nuclear|IHC|F?ISH|[<>≤≥~]|\d|no\b|nil\b|not\b|present|absent|faint|favou?r|unfavou?r)`
/** What may stand behind a minus that is the result: the end of the statement or the next name. */
const MINUS_ENDS = String.raw`(?=ve\b|[ \t]*(?:[.,;:)\]/&|\n]|$|and\b|(?:HER|PR|ER|P[gG]R)))`

/**
 * What stands between a name and its value and says nothing by itself: marks, methods and clones in brackets, "status", "was reported as".
 * A spaced or long dash joins, unless nothing follows it.
 */
const LEAD = new RegExp(
  [
    '^(?:',
    String.raw`[\s:=.,_|>*•·]`,
    String.raw`|—|[-–−](?=${VALUE_FOLLOWS})|(?<=\s)[-–−](?=\s+[A-Za-z(\d])(?!${MINUS_ENDS.slice(3, -1)})`,
    String.raw`|[([](?=[^()[\]\n]{0,40}[A-Za-z])(?![^()[\]\n]{0,40}(?:%|\d\s?\+|\/\s?[38]\b|\+))(?!\s*(?:pos|neg|low|high|weak|strong|mod|inter|equiv|border|absent|present|score|allred|quick|QS|PS\b|prop|[HJ][\s-]?score|IRS|nil|none|no[tn]?\b|react|detect|amplif|over|ultra|[FCSD]{0,2}-?ISH\b|in situ))[^()[\]\n]{1,40}[)\]]`,
    // clones whose names are numbers
    String.raw`|\((?:16|636|1294|%)\)`,
    String.raw`|(?:status|results?|expression|by|(?:via\s+)?IHC(?!\s*[:=]?\s*[0-3](?!\s?\+\s?\d))|immunohistochem\w+|immunoreactivity|immunostain\w*|stain(?:ing|s)?|interpretation|protein|oncoprotein|assay|antibody|is|was|were|are|has been|per (?:the )?(?:(?:19|20)\d\d )?ASCO(?: ?[/-] ?CAP)?(?: (?:19|20)\d\d)?(?: guidelines?)?|final|reported|read|called|interpreted|assessed|as|found|shows?|showed|to be|alpha|nuclear(?=\s+(?:stain\w*|expression)\s*[:=]))(?![A-Za-z])`,
    ')*',
  ].join(''),
  'i',
)

/** The words of a form that nobody filled in. */
export const CHOICE =
  /^[\s:=]{0,4}\(?(?:(?:pos(?:itive)?\s*[/|]\s*neg(?:ative)?|neg(?:ative)?\s*[/|]\s*pos(?:itive)?)\b|0\s*[/|,]\s*1\+?\s*[/|,]\s*2\+?\s*[/|,])/i
export const PENDING =
  /\b(?:pending|to follow|ordered|not (?:performed|done|available|repeated|tested|reported|provided|evaluated|assessed)|will be|to be (?:performed|reported)|in progress|requested|awaited|separate report|see (?:separate|addendum|prior)|insufficient|cannot be|n\/a|unknown)\b/i

/** A plus or minus that is a result. */
export const SIGN = String.raw`^[\s:]*[([]?\s?(?:\+{1,3}(?!\s?\/\s?-)(?=[\s.,;:)\]/&|]|$|ve\b|and\b|HER|PR|ER|P[gG]R)|(?:-|–|−)${MINUS_ENDS}(?!${VALUE_FOLLOWS}))|^[-–−](?=\s)(?!${VALUE_FOLLOWS})`
export const SHARE = String.raw`(?:(?:<|>|≤|≥|=|~|less than|greater than|more than|fewer than|at least|over|approx(?:imately|\.)?|about|up to|nearly|in)\s*=?\s*)*\d{1,3}(?:\.\d+)?\s*(?:%\s*)?(?:-|–|to)?\s*(?:\d{1,3})?\s*%`
/** "percentage of positive cells: 95" */
export const PERCENT_NAMED = String.raw`\bpercent(?:age)?(?: (?:of|cells|tumou?r|nuclei|positive|stained|staining|positivity)){0,4}\s*[:=]?\s*\d{1,3}(?![\d.])`
/** A number and nothing else, on the line of the name or the next one; the number of an item in a list is none. */
const BARE = /^[ \t]*(?:\n[ \t]*)?[:=.]?\s*([<>≥]=?)?\s*(\d{1,3})(?![\d/-]|\.\d|\s*\+|[A-Za-z]|\s*%|[.)]\s+[A-Z]|(?<=\b[01])\s?\(pos)/
const NAMED = new RegExp(`${PERCENT_NAMED}(?!\\s*%)`, 'i')

/** Before the first value only words stand that lead to it; a long way through other words is no reading. */
export function firstValue(words: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(words)
  if (!match) return undefined
  const gap = words.slice(0, match.index).replace(LEADING, ' ')
  return gap.replace(/[^A-Za-z0-9]/g, '').length <= 22 ? match.index : undefined
}
const LEADING =
  /\([^)]{0,60}\)|\b(?:receptors?|rec|status|results?|allred|quick|total|weak|moderate|strong|intense|faint|barely|perceptible|complete|incomplete|circumferential|uniform|more|less|than|ihc|immunohistochem\w*|immunoperoxidase|stud(?:y|ies)|assay|analysis|by|is|are|was|were|the|of|for|in|to|be|an?|activity|judged|as|reported|read|scored|found|interpreted|expression|overexpression|protein|oncoprotein|gene|antigen|nuclei|nuclear|tumou?r|cells?|invasive|interpretation|intensity|block|number|performed|on|another|specimen|specify|staining|stains?|stained|shows?|demonstrates?|membrane|tissue|surgical|excision|fish|cish|d?ish|dual|probe|clone|vendor|score|breast|report|neu|case|[A-Z]{1,3}\d{1,4}[A-Z]?\d?)\b/gi

/** A share of cells: its least and most in percent, and the number when one is stated. */
export type Share = { lower: number; upper: number; exact?: number; start: number; end: number }
export function readShare(words: string): Share | undefined {
  const range = /(?<![\d.])(\d{1,3})\s*%?\s*(?:-|–|to)\s*(\d{1,3})\s*%/.exec(words)
  const single =
    /(?:(<|≤|less than|fewer than|under|up to)|(>|≥|greater than|more than|at least|over))?\s*=?\s*(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*\d?\s*%/i.exec(
      words,
    )
  const named = single === null && range === null ? NAMED.exec(words) : null
  if (named) {
    const number = Number(/\d+$/.exec(named[0])?.[0])
    return number <= 100
      ? { lower: number, upper: number, exact: number, start: named.index, end: named.index + named[0].length }
      : undefined
  }
  const bare = BARE.exec(words)
  if (range && (!single || range.index <= single.index)) {
    const [lower, upper] = [Number(range[1]), Number(range[2])]
    return lower <= upper && upper <= 100 ? { lower, upper, start: range.index, end: range.index + range[0].length } : undefined
  }
  if (single?.[3] !== undefined) {
    const number = Number(single[3])
    if (number > 100) return undefined
    const place = { start: single.index, end: single.index + single[0].length }
    if (single[1]) return { lower: 0, upper: number, ...place }
    if (single[2]) return number <= 1 ? { lower: number, upper: 100, ...place } : { lower: number, upper: 100, exact: number, ...place }
    // the threshold of a template whose "≥" was lost: "immunoreactive tumor cells present (1%)"
    if (number === 1 && /present\s*\(\s*1\s*%/i.test(words)) return { lower: 1, upper: 100, ...place }
    return { lower: number, upper: number, exact: number, ...place }
  }
  if (bare && !single) {
    const number = Number(bare[2])
    const place = { start: 0, end: bare[0].length }
    if (number <= 100 && bare[1]?.startsWith('<')) return { lower: 0, upper: number, ...place }
    if (number <= 100) return { lower: number, upper: bare[1] ? 100 : number, exact: number, ...place }
  }
  return undefined
}

export const ends = (match: RegExpExecArray | null) => (match ? match.index + match[0].length : 0)
