import { matchesOf } from '../../codes/matches-of.ts'
/** A prescribed dose as written (`50 Gy/25`), its total in Gy and number of fractions where said. */
export type RadiationDose = { start: number; end: number; gray: number; fractions?: number; text: string }

/** The doses in a text: "50 Gy / 25", "8 Gy x1", "4256 cGy in 16 fx", "50.4 Gy in 28 fractions", "50/25", "30 Gy", or Gy and fractions in neighbouring columns. */
export function doseOf(text: string): RadiationDose[] {
  const doses: RadiationDose[] = []
  for (const match of matchesOf(text, DOSE)) {
    const written = match[1] ?? ''
    const amount = Number(/^\d{1,2},\d{1,2}$/.test(written) ? written.replace(',', '.') : written.replace(',', ''))
    const gray = /^c/i.test(match[2] ?? '') ? amount / 100 : amount
    const alone = /^\s?(?:\(?(?:in a |as a |in )?single|in one|one) (?:fraction|session|dose|#)/i.test(
      text.slice(match.index + match[0].length),
    )
    const count = match[3] ?? (match[4] === undefined && !alone ? match[5] : '1')
    if (!(gray >= 1 && gray <= 120) || PER_FRACTION.test(text.slice(match.index + match[0].length, match.index + match[0].length + 12)))
      continue
    const fractions = count === undefined ? undefined : Number(count)
    if (fractions !== undefined && (fractions < 1 || fractions > 60)) continue
    doses.push({
      start: match.index,
      end: match.index + match[0].length,
      gray,
      ...(fractions === undefined ? {} : { fractions }),
      text: fractions === undefined ? `${round(gray)} Gy` : `${round(gray)} Gy/${fractions}`,
    })
  }
  if (doses.length > 0) return doses
  for (const match of matchesOf(text, BARE)) {
    const gray = Number(match[1])
    const fractions = Number(match[2])
    if ((gray >= 15 && gray <= 70 && fractions >= 3 && fractions <= 40) || (gray === 8 && fractions === 1))
      doses.push({ start: match.index, end: match.index + match[0].length, gray, fractions, text: `${round(gray)} Gy/${fractions}` })
  }
  return doses
}

const round = (gray: number) => Math.round(gray * 100) / 100
const DOSE =
  /\b(\d{1,2}(?:\.\d{1,2}|,\d{1,2}(?=\s?Gy))?|\d{3,4}|\d,\d{3})\s?(c?Gy)\b(?:\s?(?:\/|in|x|×|over)\s?(?:(\d{1,2})(?!\d|\.\d)(?!\s?\/\s?\d)(?:\s?(?:fractions?|fx|fxs|fr|treatments?|sessions?)\b)?|(?:a )?(?:single fraction|one fraction)())?|\s{1,20}\|?\s{0,10}(\d{1,2})(?=\s{2,}|\s*\||\s*$|\s?(?:fractions?|fx)\b))?/gi
/** "2 Gy per fraction" is not the total. */
const PER_FRACTION = /^\s?(?:\/|per)\s?(?:fx|fraction|day)/i
/** "PMRT 50/25": total and fractions without a unit, right after the technique. */
const BARE =
  /(?<=\b(?:PMRT|RT|XRT|WBRT|WBI|RNI|radiation|radiotherapy):?\s(?:(?:to )?[A-Za-z][A-Za-z0-9-]*\s){0,3})(\d{2}(?:\.\d)?|8(?=\s?\/\s?1\b))\s?\/\s?(\d{1,2})\b(?!\/)/g
