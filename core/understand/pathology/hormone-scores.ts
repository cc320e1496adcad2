/** A score of ER or PR and where it ends. */
export type HormoneScore = { says: 'positive' | 'low-positive' | 'negative' | 'unclear'; allred?: number; hScore?: number; end: number }

/**
 * The scores by which laboratories tell ER and PR: Allred or Quick (0–8, sums written out included), the immunoreactive score of Remmele and
 * Stegner (0–12), the H-score (0–300), the Japanese J-score (0–3b). 3 and more of Allred are positive.
 */
export function hormoneScore(words: string, kind: 'er' | 'pr'): HormoneScore | undefined {
  const sum = SUM.exec(words)
  const added = sum && Number(sum[1]) + Number(sum[2]) === Number(sum[3]) ? sum[3] : undefined
  const allred = added === undefined ? (ALLRED.exec(words) ?? OF_EIGHT.exec(words)) : sum
  if (allred) {
    const score = Number(added ?? allred[1])
    return { says: score > 2 ? 'positive' : 'negative', allred: score, end: allred.index + allred[0].length }
  }
  const h = H_SCORE.exec(words)
  if (h) {
    const score = Number(h[1] ?? h[2])
    return { says: score > 10 ? 'positive' : score === 0 ? 'negative' : 'unclear', hScore: score, end: h.index + h[0].length }
  }
  const irs = IRS.exec(words)
  if (irs) {
    const score = Number(irs[1] ?? irs[2])
    return { says: score === 0 ? 'negative' : score > 2 ? 'positive' : 'unclear', end: irs.index + irs[0].length }
  }
  const j = J_SCORE.exec(words)
  if (!j) return undefined
  const says = j[1] === '0' || j[1] === '1' ? 'negative' : j[1] === '2' && kind === 'er' ? 'low-positive' : 'positive'
  return { says, end: j.index + j[0].length }
}

/** Where a score is named, or a sum of two parts stands. */
export const SCORE_NAMED = String.raw`\b(?:allred|quick|QS|prop(?:ortion)?\s+score|IRS|immunoreactive score|remmele|[hj][\s-]?score|histo-?score)|(?<![\d.])\d{1,2}\s?\/\s?12\b|(?<![\d.])\d{1,3}\s?\/\s?300\b|\b(?:PS|prop\w*)\s*(?:score)?\s*[:=]?\s*[0-5]\b|(?<![\d.])[0-5]\s*\+\s*[0-3]\s*=\s*[0-8]\b|\b[0-8]\s?\/\s?8\b`

/** "5 + 3 = 8", "PS 5 + IS 3 = 8/8", "proportion score 5, intensity score 3, total 8". */
const SUM =
  /(?:\b(?:ps|prop\w*)(?:\s+score)?\W{0,3})?(?<![\d.])([0-5])(?:\s?\/\s?5)?\s*(?:[+,;&]|and)?\s*(?:\b(?:is|int\w*)(?:\s+score)?\W{0,3})?([0-3])(?:\s?\/\s?3)?\s*(?:\)\s*)?(?:[,;]\s*)?(?:=|(?:total|sum|allred|TS)(?:\s+score)?\W{0,4})\s*(?:total\s*)?([0-8])\b/i
/** "Allred 8/8", "QS 7", "Quick score = 8 (PS 5, IS 3)". */
const ALLRED =
  /\b(?:allred|quick|QS)\)?(?:\s*\(allred\))?(?:\s+(?:total\s+)?score)?\s*[:=(]?\s*(?:of\s+)?([0-8])(?:\s*\/\s*8)?(?![\d%]|\.\d|\s*[+-]\s*\d)\b/i
const OF_EIGHT = /(?:^|\s|\()([0-8])\s?\/\s?8\b/
const H_SCORE = /\bh(?:isto)?[\s-]?score\s*[:=(]?\s*(?:of\s+)?(\d{1,3})\b|(?<![\d.])(\d{1,3})\s?\/\s?300\b/i
const IRS =
  /\b(?:IRS|immunoreactive score|remmele(?:[ -]score)?)\s*[:=(]?\s*(?:of\s+)?(?:[0-4]\s*[x×*]\s*[0-3]\s*=\s*)?(\d{1,2})(?![\d%])|(?:^|[\s(:])(\d{1,2})\s?\/\s?12\b/i
const J_SCORE = /\bj[\s-]?score\s*[:=(]?\s*([0-3])[ab]?\b/i
