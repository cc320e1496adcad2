/**
 * Puts right, in the words of one row, what OCR takes for something else, where only one reading has that shape: `pT2 Nla` is pT2 N1a,
 * `q2ld` q21d, `HbAlc 8.1` HbA1c 8.1, `PLAN; surgery` PLAN: surgery. Figures are never changed into other figures, and a shape that is a
 * word too (NO, GI, MO) only where its neighbour leaves no doubt.
 */
export function withoutMistakenLetters(row: readonly string[]): string[] {
  const words: string[] = []
  for (const [nth, word] of row.entries()) {
    let right = word
    if (MAY_BE_MISTAKEN.test(word)) {
      const around = { before: words[nth - 1] ?? '', after: row[nth + 1] ?? '' }
      for (const mend of MENDS) right = mend(right, around)
    }
    words.push(right)
  }
  return withColonOfLabel(words)
}

type Around = { before: string; after: string }

/** A word with nothing of this in it is as it should be. */
const MAY_BE_MISTAKEN = /[lIO0]/

const MENDS: readonly ((word: string, around: Around) => string)[] = [
  stageDigits,
  frequency,
  a1c,
  saturation,
  dayOfCycle,
  fractions,
  twiceDaily,
  conjugate,
]

/** TNM categories with their prefix, or beside the category that comes before them; `NO` and `MO` alone are words. */
function stageDigits(word: string, { before, after }: Around): string {
  const prefixed = word.replace(PREFIXED, (_, category: string, digit: string, rest: string) => category + digitOf(digit) + rest)
  const joined = prefixed.replace(AFTER_T, asCategory).replace(AFTER_N, asCategory)
  if (ENDS_IN_T.test(before)) {
    // "pT2, NO NODES SUBMITTED" speaks of no category.
    if (/^NO$/.test(joined) && !/^(?:$|\(|M[01OlIX])/.test(after)) return joined
    return joined.replace(N_ALONE, asCategory).replace(AFTER_N, asCategory)
  }
  return ENDS_IN_N.test(before) ? joined.replace(/^(M)([lIO])(?![A-Za-z0-9])/, asCategory) : joined
}
const asCategory = (_: string, category: string, digit: string): string => category + digitOf(digit)
const digitOf = (letter: string): string => (/[oO]/.test(letter) ? '0' : '1')
const PREFIXED = /(?<![A-Za-z])(y?[pc][TNM])([lIO])((?:mic?|[abcd])?)(?![A-Za-z0-9])/g
const AFTER_T = /(?<=T(?:[0-4][a-d]?|1mi|is|X))(N)([lIO])(?=[abc]?(?:mi)?(?:M|(?![A-Za-z0-9])))/g
const N_ALONE = /^(N)([lIO])(?=[abc]?(?:mi)?(?:M|(?![A-Za-z0-9])))/
const AFTER_N = /(?<=N(?:[0-3][abc]?|1mi|X))(M)([lIO])(?![A-Za-z0-9])/g
const ENDS_IN_T = /(?<![A-Za-z])(?:y?[pc])?T(?:[0-4][a-d]?|1mi|is|X),?$/
const ENDS_IN_N = /(?<![A-Z])(?:y?[pc])?N(?:[0-3][abc]?|1mi|X)(?:\([a-z+-]+\))?,?$/

/** `q2ld`, `ql2wk`: a letter between figures or beside one, before a unit of time. `qod` has no figure. */
function frequency(word: string): string {
  return word.replace(FREQUENCY, (_, q: string, count: string) => q + count.replace(/[lI]/g, '1').replaceAll('O', '0'))
}
const FREQUENCY = /(?<![A-Za-z0-9])(q)(?=[lIO]{0,2}\d)([\dlIO]{2,3})(?=(?:d|h|w|wk|wks|weeks|days|hours|months)(?![A-Za-z]))/

/** `Alc` alone may be alcohol; before a value like 8.1 it is not. */
function a1c(word: string, { after }: Around): string {
  if (/^\(?(?:Hb|Hgb|HB)A[lI][cC](?![A-Za-z])/.test(word)) return word.replace(/A[lI]([cC])/, 'A1$1')
  return /^\(?A[lI]c[:=]?$/.test(word) && /^[<>=~]?\d{1,2}[.,]\d%?[,.;)]?$/.test(after) ? word.replace(/A[lI]/, 'A1') : word
}

function saturation(word: string): string {
  return word.replace(/^(\(?Sp)0(2)(?!\d)/, '$1O$2')
}

/** `dl-21`: the days of a cycle. */
function dayOfCycle(word: string): string {
  return word.replace(/^(\(?[dD])l(?=[-–,]\d{1,2}(?!\d))/, '$11')
}

/** `8 Gy xl` */
function fractions(word: string, { before }: Around): string {
  return /^(?:\d+(?:\.\d+)?)?c?Gy$/.test(before) ? word.replace(/^(x)[lI](?=[,.;)]?$)/, '$11') : word
}

/** `300 mg BIO` */
function twiceDaily(word: string, { before }: Around): string {
  return /^(?:\d+(?:\.\d+)?)?(?:mg|mcg|g|mL|tabs?|tablets?|capsules?)$/.test(before) ? word.replace(/^B[Il1][O0](?=[,.;)]?$)/, 'BID') : word
}

/** `T-OXd`: what the names of conjugates with deruxtecan end in. */
function conjugate(word: string): string {
  return word.replace(/-[O0]Xd(?![A-Za-z])/, '-DXd')
}

/** The first word of a row with a semicolon, and no other one after it, is a label: a list would go on with semicolons. */
function withColonOfLabel(words: string[]): string[] {
  const first = words[0] ?? ''
  if (words.length < 2 || !LABEL.test(first) || words.slice(1).some((word) => word.includes(';'))) return words
  return [`${first.slice(0, -1)}:`, ...words.slice(1)]
}
/** In capitals, or one of the labels of notes. */
const LABEL =
  /^(?:[A-Z]{3,}|Meds|Medications|Allergies|Plan|Assessment|Impression|Diagnosis|Labs|Exam|History|Interval|Vitals|Stage|Social|Family);$/
