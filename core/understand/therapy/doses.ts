import { matchesOf } from '../../codes/matches-of.ts'
/** A dose standing at `text.slice(start, end)`, as written: amount, unit, route, how often. */
export type Dose = { text: string; start: number; end: number }

const UNIT = '(?:mg|mcg|µg|ug|micrograms?|milligrams?|g|grams?|units?|u|iu|mEq|mmol|ml|mL|puffs?|%)'
const AREA = String.raw`(?:\s?\/\s?(?:m2|m²|m\^2|kg)|\s?per (?:m2|kg))?`
const FORM = String.raw`(?:\s(?:tablets?|tabs?|capsules?|caps?|oral(?:ly)?|po|p\.o\.|sc|sq|s\.c\.|iv|i\.v\.|im|subcutaneous(?:ly)?|intravenous(?:ly)?|intramuscular(?:ly)?|by mouth|topical|inhaled|implant)\b)*`
const OFTEN = String.raw`(?:,?\s(?:(?:once|twice|three times|two times|1x|2x)(?:\s(?:a|per))?\s(?:daily|day|weekly|week)|daily|nightly|weekly|monthly|mane|nocte|od|bd|tds|qds|o\.d\.|b\.d\.|bid|tid|qid|qd|qhs|qam|qpm|prn|om|on(?=\s*(?:$|[,;.)\n]))|BD|OD|a day|at bedtime|at night|as needed|every (?:\d+|other|two|three|four|six|twelve) ?(?:hours?|days?|weeks?|months?)?|\d+[- ](?:weekly|monthly|hourly)|q\s?\d+\s?-?\s?(?:weeks?\b|wks?\b|weekly\b|days?\b|months?\b|hours?\b|\w{1,3}\b)|d(?:ays?)?\s?\d+(?:(?:\s?[-,&+–]\s?|,? and )\d+)*(?!\d|\/)))*`
const AMOUNT = String.raw`\d[\d.,]*(?:\s?-\s?\d[\d.,]*)?\s?${UNIT}\b`
const DOSE = new RegExp(String.raw`(?<![\d.\/])\b${AMOUNT}${AREA}${FORM}${OFTEN}|\bAUC\s?=?\s?\d(?:\.\d)?${OFTEN}`, 'gi')
/** A bare number is a dose only right behind the name of its medicine: "losartan 50", "metformin 500 BID". */
const BARE = new RegExp(
  String.raw`^[\s:-]{1,3}(?:(?:ER|XR|SR|DR|CR|XL)\s)?(\d[\d.,]*(?:\/(?!\d{4})\d[\d.]*)?${FORM}${OFTEN})(?=\s*(?:$|[,;.()\n|]))`,
  'i',
)

/** What was given over a lifetime, in a syringe, or in the blood is no dose. */
const NOT_BEFORE = /\b(?:cumulative|lifetime|total(?: dose)?|so far|max(?:imum)?|level|not|from|instead of|rather than)[\s:(a-z]{0,24}$/i
const NOT_AFTER = /^[\s,(]*(?:cumulative|lifetime|in total|total\b|to date|\/\s?(?:dl|l|ml)\b)/i

/** The doses in words about one medicine, in their order. */
export function dosesIn(words: string): Dose[] {
  if (!/\d/.test(words)) return []
  return matchesOf(words, DOSE).flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (NOT_BEFORE.test(words.slice(Math.max(0, start - 40), start)) || NOT_AFTER.test(words.slice(end, end + 14))) return []
    return [{ text: match[0].replace(/\s+/g, ' ').trim(), start, end }]
  })
}

/** The dose right behind a name that ends at `at`: with a unit, or a bare number when the item ends with it. */
export function doseBehind(words: string, at: number): Dose | undefined {
  const bare = BARE.exec(words.slice(at))
  if (!bare?.[1]) return undefined
  const start = at + bare[0].length - bare[1].length
  return { text: bare[1].replace(/\s+/g, ' ').trim(), start, end: start + bare[1].length }
}

const CHANGE =
  /\b(?:(?:dose[- ])?(?:reduc(?:ed|tion)|decreas(?:ed|e)|increas(?:ed|e)|escalat(?:ed|ion)|lower(?:ed)?|raised|changed|adjusted|titrated|uptitrated|modified|resum(?:ed|e)|restarted|cut(?: back)?)[^.;\d]{0,40}?(?:to|at)|now(?: on| at| taking)?|currently|dose(?: is)?(?: now)?|(?:dose )?level -\d[^.;\d]{0,10})\s{0,2}(?:\()?$/i
const SINCE =
  /^[\s,(]{0,3}(?:since|from|as of|starting|beginning|on|with cycle|from cycle|at cycle|C\d)\s?[^\s;,.()]{1,12}(?:\s(?:19|20)\d\d)?/i

/**
 * The dose that words after a name give, and the last change of it when they tell one: `{ first: '10 mg/kg d1,8', later: '7.5 mg/kg since
 * 10/2025' }`. `reach` is how far behind the name the first may stand.
 */
export function doseCourse(words: string, reach = 40): { first?: string; later?: string } {
  const doses = dosesIn(words)
  const changed = doses.filter(({ start }) => CHANGE.test(words.slice(Math.max(0, start - 70), start))).at(-1)
  const first = doses.find((dose) => dose.start <= reach && dose !== changed)
  const since = changed ? SINCE.exec(words.slice(changed.end))?.[0].replace(/^[\s,(]+/, '') : undefined
  const later = changed && (since && /\d/.test(since) ? `${changed.text} ${since}` : changed.text)
  return { ...(first ? { first: first.text } : {}), ...(later ? { later } : {}) }
}

/** Start dose and latest dose as one text. */
export const doseText = ({ first, later }: { first?: string; later?: string }): string | undefined =>
  [first, later].filter((one) => one !== undefined).join('; ') || undefined
