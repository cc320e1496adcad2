import { matchesOf } from '../../codes/matches-of.ts'
import { findDates } from '../prose/dates.ts'
import { nameless, type SpecimenResults, SUMMARY_SPECIMEN } from './receptor-specimens.ts'
import { originOf } from './specimens.ts'

/** The earlier specimen that a result at `at` is quoted from (`begins`: where each specimen of this report is named, which ends a quotation); undefined when the report speaks of its own specimen. */
export function quotedAt(text: string, at: number, begins: readonly number[]): SpecimenResults | undefined {
  const begin = begins.findLast((one) => one <= at) ?? 0
  const from = Math.max(0, begin, at - 260)
  const before = text.slice(from, at)
  const clause = before.slice(
    Math.max(0, ...[...before.matchAll(/\.\s+(?=[A-Z])|\n\s*\n|\n(?=\s*[A-Z][^\n]{0,30}:)/g)].map((m) => m.index)),
  )
  const tumour = matchesOf(clause, QUOTED_TUMOUR).at(-1)
  if (tumour) tumour.index += before.length - clause.length
  const words = tumour ?? matchesOf(before, QUOTED).at(-1)
  // what is said in brackets ends with them
  const told = words && closesBracket(before, words.index) && !HEADS.test(before.slice(words.index)) ? undefined : words
  const last = told ?? sayingAt(before) ?? [...text.slice(at, at + 90).matchAll(/\banother specimen/gi)][0]
  const history =
    /\b(?:clinical (?:history|data|information|diagnosis|details|summary|info|context|background)|indication|clin(?: hx| info)?(?=:))\b[^\n]{0,20}:?(?:(?!\b(?:DIAGNOSIS|GROSS|SPECIMEN|MACRO(?:SCOPY|SCOPIC)?|MICRO(?:SCOPY|SCOPIC)?|ADDENDUM|PRE-?OP|REPORT|SUPPLEMENTARY)\b|\n[ \t]*\n)[\s\S]){0,400}$/i.test(
      text.slice(Math.max(0, begin, at - 420), at),
    )
  if (!last && !history) return undefined
  if (last && THIS_ONE.test(before.slice(last.index + last[0].length))) return undefined
  const date = last
    ? findDates(
        text.slice(
          Math.max(0, text.lastIndexOf('\n', from + last.index) + 1, from + last.index - 40),
          from + last.index + last[0].length + 40,
        ),
      ).find((one) => one.date.length === 10 || text.slice(at - 60, at).includes(one.date.slice(0, 4)))?.date
    : undefined
  const name = earlierName(text, last?.[0] ?? '', at)
  const key = `quoted ${history && !last ? 'history' : ''}${date ?? ''}`
  const what = history && !last ? 'clinical history' : 'pathology'
  return {
    key,
    specimen: date ? name : `${SUMMARY_SPECIMEN} ${what}`,
    certain: date !== undefined,
    results: [],
    ish: [],
    ...(date ? { date, from: originOf(name) ?? ('primary' as const) } : {}),
  }
}

/** A bracket before a colon heads what follows: "BIOMARKERS (on the core): …". */
const HEADS = /^[^()%+]*\)[ \t]*:/

/** Whether a bracket that was open at `from` is closed in what follows. */
export function closesBracket(text: string, from: number): boolean {
  if (text.slice(0, from).lastIndexOf('(') <= text.slice(0, from).lastIndexOf(')')) return false
  let depth = 0
  for (const sign of text.slice(from)) {
    if (sign === '(') depth++
    else if (sign === ')' && --depth < 0) return true
  }
  return false
}

/** The words that lead to a quotation in quotation marks which is still open: `Sender's findings: "IDC gr II. ER neg`. */
function sayingAt(before: string): RegExpExecArray | undefined {
  const saying = SAYING.exec(before)
  return saying ?? undefined
}
const SAYING =
  /\b(?:findings?|report\w*|diagnos\w+|d?x|says?|said|states?|read|impression|opinion|letter|note)\b[^"“\n]{0,24}["“][^"“”]{0,220}$/i

/** "right breast core" for what is quoted as "on the 9/15/2015 core". */
function earlierName(text: string, words: string, at: number): string {
  const kind = /core/i.test(words) ? 'core biopsy' : 'biopsy'
  return `${nameless(text, at)} ${kind}`
}

/** Words that say: this result is quoted from an earlier specimen or from elsewhere. */
const QUOTED =
  /\b(?:(?:performed|reported|done|studied) (?:and (?:previously )?reported )?(?:on|from) (?:another|a (?:prior|previous|separate|different)|the (?:prior|previous|outside|core)|biops)|(?:according to|per|see|on|from|in) (?:the |her |a )?(?:previous|prior|earlier|outside|\d{1,2}\/\d{1,2}\/\d{2,4}) (?:[a-z]+ ){0,2}(?:core|biops\w*|specimen|report|case)|another specimen|(?:report|results?|status|receptors|those|that) of the (?:original |previous )?primary\b|(?:changed|different|differs?) from (?:the )?(?:primary|previous|prior|earlier|original|core|biopsy)|(?:sender|submitter|referr?er|referring (?:lab|hospital|pathologist))(?:'s|s')?\b|previous biops\w+|previously (?:reported|performed)|(?:prior|earlier) (?:[a-z]+ ){0,2}(?:core|biops\w+|specimen)|needle biopsy showed|(?:core )?(?:bx|biopsy)\.? showed|on (?:the )?(?:diagnostic )?core\b|\b(?:receptors?|immuno[a-z]*|IHC|markers?|stains?) (?:status )?\((?:from |on )?(?:the )?(?:core|tru-?cut|biopsy)\b|(?:prior|previous|earlier|original|pre-?\s?(?:treatment|NACT|operative)|initial) (?:[a-z]+ ){0,3}(?:core|trucut|report (?:describes|states|lists))\b|outside (?:[a-z]+ ){0,3}(?:core|trucut|report)\b(?!s? (?:reviewed|agree))|(?:outside|submitt(?:ed|ing)|referring|original|prior|previous) (?:[a-z]+ )?(?:diagnos[ie]s|dx|interpretation|impression|opinion)\b|(?:originally|previously|initially) (?:reported|called|diagnosed|graded|interpreted|read)\b)/gi
/** The same of a tumour instead of a specimen; it reaches no further than its sentence. */
const QUOTED_TUMOUR =
  /\b(?:(?:prior|previous|earlier|original|contralateral)(?: (?:19|20)\d\d)? (?:[a-z]+ ){0,3}(?:carcinoma|cancer|tumou?r|primary|malignancy)|(?:19|20)\d\d (?:[a-z]+ ){0,3}(?:primary|carcinoma|cancer|tumou?r|lumpectomy|mastectomy|excision|resection|biops\w+|bx|core|specimen)\b|(?:primary|carcinoma|cancer|tumou?r|ca) (?:\(|in |of |from )?(?:19|20)\d\d|prev(?:ious)? (?:bilat\w* |left |right |[LR] )?(?:breast )?ca)\b/gi
const THIS_ONE =
  /\b(?:our (?:diagnosis|dx|interpretation|review|opinion)|(?:repeat(?:ed)?|performed|redone|done) (?:[a-z]+ )?(?:here|stains|in our)|addendum|(?:current|present|this) (?:specimen|excision|resection|mastectomy|lumpectomy|biopsy)|repeat(?:ed)? (?:[a-z]+ )?(?:on|immuno|stain|test)|re-?stain|performed on the (?:current|present))\b/i
