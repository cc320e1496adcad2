import type { PatientName } from '../../understand/prose/identity.ts'

/**
 * Whether two names can be one person's. `same`: two parts agree (initials and slips of typing allowed). `unclear`: one part agrees, as with a
 * maiden name. `different`: nothing agrees, or two given names that cannot be one stand before the same family name.
 */
export function sameName(a: PatientName, b: PatientName): 'same' | 'unclear' | 'different' {
  const whole = countShared(a.parts.filter(isWhole), b.parts.filter(isWhole), isSlipOf)
  if (whole >= 2) return 'same'
  const shared = countShared(a.parts, b.parts, (x, y) => isSlipOf(x, y) || isInitialOf(x, y) || isInitialOf(y, x))
  const [, longer] = a.parts.length <= b.parts.length ? [a, b] : [b, a]
  if (whole === 1 && shared >= 2 && (hasInitialOnly(a) || hasInitialOnly(b)) && longer.parts.length >= 2) return 'same'
  if (whole === 0) return 'different'
  if (a.given && b.given && a.family && b.family && isSlipOf(a.family, b.family) && !isFormOf(a.given, b.given)) return 'different'
  return 'unclear'
}

/** One of its names is only an initial: `D. Kowalski`, `LUND, B`. */
const hasInitialOnly = ({ parts }: PatientName) => parts.filter(isWhole).length < 2

const isWhole = (part: string) => part.length > 1
const isInitialOf = (initial: string, whole: string) => initial.length === 1 && whole.startsWith(initial)

/** How many parts of the one can be paired with parts of the other, each used once. */
function countShared(a: readonly string[], b: readonly string[], agrees: (x: string, y: string) => boolean): number {
  const left = [...b]
  let count = 0
  for (const part of a) {
    const at = left.findIndex((other) => agrees(part, other))
    if (at < 0) continue
    left.splice(at, 1)
    count++
  }
  return count
}

/** The same word, or one slip away (two in long words). */
function isSlipOf(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  return length >= 4 && changes(a, b) <= (length >= 8 ? 2 : 1)
}

const isFormOf = (a: string, b: string) =>
  isSlipOf(a, b) || a.startsWith(b) || b.startsWith(a) || SHORT_FORMS.some((forms) => forms.includes(a) && forms.includes(b))

/** Insertions, deletions, replacements and neighbours turned round that make one word the other. */
function changes(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : best
      row.push(Math.min(best, turned))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Short forms that share no beginning with the whole name. */
const SHORT_FORMS: readonly (readonly string[])[] = [
  ['margaret', 'peggy', 'maggie', 'meg', 'greta', 'daisy'],
  ['elizabeth', 'betty', 'beth', 'liz', 'lizzie', 'lisa', 'betsy', 'eliza'],
  ['catherine', 'katherine', 'kathleen', 'kate', 'kathy', 'cathy', 'katie', 'kitty'],
  ['william', 'bill', 'billy', 'will', 'liam'],
  ['robert', 'bob', 'bobby', 'rob'],
  ['mary', 'molly', 'polly', 'maria', 'marie', 'maire'],
  ['dorothy', 'dot', 'dolly', 'dottie'],
  ['susan', 'suzanne', 'sue', 'susie'],
  ['richard', 'dick', 'rick'],
  ['james', 'jim', 'jimmy'],
  ['john', 'jack', 'sean', 'ian'],
  ['patricia', 'pat', 'trish', 'patty', 'tricia'],
  ['deborah', 'debra', 'debbie'],
  ['helen', 'eleanor', 'nell', 'ellen', 'nora', 'nellie'],
  ['sarah', 'sally', 'sadie'],
  ['anne', 'ann', 'anna', 'nancy', 'annie', 'hannah'],
  ['theresa', 'teresa', 'tess', 'terry'],
  ['rebecca', 'becky'],
  ['judith', 'judy'],
  ['henry', 'harry', 'harold', 'hal'],
  ['edward', 'ted', 'ned', 'eddie'],
  ['charles', 'chuck', 'charlie'],
  ['virginia', 'ginny'],
  ['florence', 'flo', 'flossie'],
]
