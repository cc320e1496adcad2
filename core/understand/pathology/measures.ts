import { matchesOf } from '../../codes/matches-of.ts'
import { withPlainUnits } from './plain-units.ts'
/** A length or extent in a text: its greatest dimension in millimetres. */
export type Measure = { mm: number; start: number; end: number; dimensions: number }

/**
 * All measurements in a text: `2.3 x 1.9 cm`, `23 mm`, `1.7-cm`, `1.5x1.5x1.2cm`, `Tumour size (cm). 2.7`. Thickness of images,
 * doses and counts have other units and are none.
 */
export function measuresIn(original: string): Measure[] {
  const text = withPlainUnits(original)
  const found: Measure[] = []
  for (const match of matchesOf(text, MEASURE)) {
    // "2. x 1.5 cm": a digit was lost
    if (/(?<![.,\d])\d{1,2}\. ?[xX×]/.test(match[0])) continue
    const numbers = [...match[0].matchAll(/\d+(?:[.,]\d+)?|(?<![\d])\.\d+/g)].map((one) => Number(one[0].replace(',', '.')))
    const unit = /mm|millim/i.test(match[0].slice(-14)) ? 1 : 10
    const mm = Math.round(Math.max(...numbers) * unit * 10) / 10
    if (mm > 0 && mm <= 400) found.push({ mm, start: match.index, end: match.index + match[0].length, dimensions: numbers.length })
  }
  const add = (numbers: string, unit: string, start: number, end: number) => {
    const greatest = Math.max(...numbers.split(/[x×]/i).map((one) => Number(one.trim().replace(',', '.'))))
    const mm = Math.round(greatest * (/^c/i.test(unit) ? 10 : 1) * 10) / 10
    if (mm > 0 && mm <= 400 && !found.some((one) => one.start < end && one.end > start)) found.push({ mm, start, end, dimensions: 1 })
  }
  for (const match of matchesOf(text, UNIT_IN_LABEL)) {
    const [whole, unit = '', numbers = ''] = match
    const end = match.index + whole.length
    if (numbers !== '') add(numbers, unit, end - numbers.length, end)
  }
  for (const match of matchesOf(text, UNIT_ALONE)) {
    const [whole, unit = '', numbers = ''] = match
    add(numbers, unit, match.index + whole.length - numbers.length, match.index + whole.length)
  }
  for (const match of matchesOf(text, UNIT_OF_LINE)) {
    const [whole, unit = '', line = ''] = match
    const from = match.index + whole.length - line.length
    for (const part of matchesOf(line, PART_AND_NUMBER)) {
      const end = from + part.index + part[0].length
      add(part[1] ?? '', unit, end - (part[1] ?? '').length, end)
    }
  }
  for (const match of matchesOf(text, UNIT_ABOVE)) {
    const from = match.index + match[0].length
    const list = text.slice(from, from + 240).split(/\n[ \t]*\n/)[0] ?? ''
    for (const part of matchesOf(list, PART_AND_NUMBER)) {
      const end = from + part.index + part[0].length
      add(part[1] ?? '', match[1] ?? '', end - (part[1] ?? '').length, end)
    }
  }
  for (const match of matchesOf(text, UNIT_IN_BRACKETS)) {
    const end = match.index + match[0].length
    add(match[2] ?? '', match[1] ?? '', end - (match[2] ?? '').length, end)
  }
  for (const match of matchesOf(text, UNIT_HEAD)) {
    const from = match.index + match[0].length - (match[2] ?? '').length
    for (const row of matchesOf(match[2] ?? '', /(\d{1,3}(?:\.\d{1,2})?)(?=[ \t|]*(?:\n|$))/g))
      add(row[0], match[1] ?? '', from + row.index, from + row.index + row[0].length)
  }
  const all = UNIT_OF_ALL.exec(text)?.[1]
  if (all !== undefined)
    for (const match of matchesOf(text, WITHOUT_UNIT)) {
      const end = match.index + match[0].length
      add(match[1] ?? '', all, end - (match[1] ?? '').length, end)
    }
  for (const match of matchesOf(text, UNIT_SHARED)) {
    const [, first = ''] = match
    add(first, match[2] ?? match[3] ?? match[4] ?? '', match.index, match.index + first.length)
  }
  for (const match of matchesOf(text, LISTED)) {
    // the last number carries the unit and is found already
    const unit = /^m/i.test(match[3] ?? '') ? 1 : 10
    for (const one of (match[1] ?? '').matchAll(/\d+(?:[.,]\d+)?/g)) {
      const mm = Math.round(Number(one[0].replace(',', '.')) * unit * 10) / 10
      const start = match.index + match[0].indexOf(match[1] ?? '') + one.index
      if (mm > 0 && mm <= 400 && !found.some((other) => other.start <= start && other.end > start))
        found.push({ mm, start, end: match.index + match[0].length, dimensions: 1 })
    }
  }
  for (const match of matchesOf(text, IN_WORDS)) {
    const [tens = 0, ones = 0] = (match[1] ?? '')
      .toLowerCase()
      .split(/[\s-]/)
      .map((word) => COUNTS[word] ?? 0)
    const part = match[3] === undefined ? (COUNTS[(match[2] ?? '').toLowerCase()] ?? 0) / 10 : 0.5
    const mm = Math.round((tens + ones + part) * (/^c/i.test(match[4] ?? '') ? 100 : 10)) / 10
    if (mm > 0 && mm <= 400) found.push({ mm, start: match.index, end: match.index + match[0].length, dimensions: 1 })
  }
  // a unit that a scan lengthened ends where its letters end
  return found
    .map((one) => ({ ...one, end: one.end + (/^(?:n|m|nm|rn)(?![A-Za-z])/.exec(original.slice(one.end, one.end + 3))?.[0].length ?? 0) }))
    .sort((a, b) => a.start - b.start)
}

/** A label in one line with its unit somewhere in brackets and the number at the end: "Invasive size (mm, largest dimension of the focus)   11". */
const UNIT_IN_BRACKETS =
  /\((?:[^()\n]{0,60}[ ,])?(mm|cm)(?:[ ,][^()\n]{0,80})?\)[ \t.:_|]{1,40}(\d{1,3}(?:\.\d{1,2})?)(?=[ \t]*(?:[\n;,]|$))/gi
/** A column whose head is only a unit; the rows below end with their numbers. */
const UNIT_HEAD =
  /(?<=\n)[ \t|]{6,60}\(?(cm|mm)\)?[ \t|]*\n((?:[ \t|]*[A-Za-z][^\n\d]{2,60}?[ \t|]{2,40}\d{1,3}(?:\.\d{1,2})?[ \t|]*(?:\n|$)){1,12})/gi
/** "foci of 12/8/5 mm", "(0.9 and 0.4 cm)": lengths that share a unit. */
const LISTED =
  /(?:\(|\b(?:of|measur\w+|foci:?|(?:bi|multi)focal:?|sizes?:?|(?:nodules|tumou?rs|lesions|masses|carcinomas)(?:,|:| of| measuring| are)?)\s)((?:\d{1,3}(?:[.,]\d{1,2})?\s?(?:\/|,|and|&|,\s?and)\s?){1,5})(\d{1,3}(?:[.,]\d{1,2})?)\s?(mm|cm)\b/gi
/** Dictated lengths: "two point three centimeters", "twenty-five millimetres". */
const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const COUNT = Object.keys(COUNTS).join('|')
const IN_WORDS = new RegExp(
  String.raw`\b((?:${COUNT})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)(?:\s+point\s+(one|two|three|four|five|six|seven|eight|nine))?(\s+and\s+a\s+half)?[\s-]+(cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?)\b`,
  'gi',
)
const NUMBER = String.raw`(?:\d{1,3}(?:[.,]\d{1,2})?|\.\d{1,2})`
const MEASURE = new RegExp(
  String.raw`(?<![\d/.,]|\d[-:]|(?<![A-Za-z])-)${NUMBER}(?:\s\(\w{1,8}\))?(?:\s?(?:cm|mm)?(?:\s?[.:]?\s?[xX×]|\sby\s)\s?\.?\s?${NUMBER}?(?:\s*\(\w+\))?){0,3}(?:[ \t]{3,48}|(?:\s|\.\s|-){0,2})\(?(?:cm|mm|cms|em(?=\.)|centimet(?:er|re)s?|millimet(?:er|re)s?)(?![A-Za-z0-9²³]|/(?:h|min|s|m|L|HPF|\d))`,
  'gi',
)
const UNIT = '(cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?)'
const NUMBERS = String.raw`\d{1,3}(?:[.,]\d{1,2})?(?:\s?[x×]\s?\d{1,3}(?:[.,]\d{1,2})?){0,2}`
const NO_OTHER_UNIT = String.raw`(?![\d.,]*\s*(?:cm\b|mm\b|x\s?\d|%|\/\d|\())`
/** "(all sizes in millimetres)", "(all cm)": then a size needs no unit of its own. */
const UNIT_OF_ALL =
  /\ball (?:(?:sizes|measurements|dimensions|figures|lengths)(?: are)?(?: given)?(?: in)? |in )?(cm|mm|millimet(?:re|er)s?|centimet(?:re|er)s?)\b/i
const WITHOUT_UNIT = new RegExp(
  String.raw`\b(?:sizes?|diameter|dimensions?|extent|carcinoma|ca|ca breast|tumou?r|mass)\b(?:\s?\([a-z. ]{2,20}\))?\s{0,2}[:=-]?\s{0,8}(${NUMBERS})${NO_OTHER_UNIT}(?![\d/])`,
  'gi',
)
/** "Tumour size (cm). 2.7", "Size (mm) of invasive tumour is 23", "Max diameter mm:" with the number in the next line. */
const UNIT_IN_LABEL = new RegExp(
  String.raw`\b(?:sizes?|dimensions?|diameter|foc(?:us|i)|extent|tumou?r|component|invasive|carcinoma|lesion)\b[^\n:;.()]{0,40}?(?:\bin\s)?\(?\s*(?:max\w*,?\s*)?${UNIT}\s*\)?(?:\s*\((?:mm|cm)\))?(?:\s(?:of|max)[^\n:;=|\d.()]{0,40})?(?:[^\w\n]|\b(?:is|was|measures|approx(?:imately)?|about|at least|up to)\b){0,30}(?:\n[ \t]*)?(?<![A-Za-z])(${NUMBERS})${NO_OTHER_UNIT}`,
  'gi',
)
/** The unit of a label in a line of its own, the number in the next. */
const UNIT_ALONE = new RegExp(String.raw`(?<=\n[ \t]{0,12})\(?(cm|mm)\)?[ \t:]{0,4}\n[ \t]{0,24}(${NUMBERS})(?=[ \t]{0,12}(?:\n|$))`, 'gi')
/** "Size (mm): invasive 23, whole 31", "Invasive (mm): 23; in situ (mm): 31" */
const UNIT_OF_LINE = /\(\s?(cm|mm)\s?\)[ \t]{0,3}[:=|][ \t]{0,3}([A-Za-z][^\n]{2,90})/gi
const PART_AND_NUMBER =
  /\b(?:invasive|infiltrating|in[\s-]situ|DCIS|whole|total|tumou?r|lesion|overall|greatest|max\w*)\b(?: (?:size|extent|component|tumou?r|focus|dimension|diameter)\b)?[ :=]{1,24}(\d{1,3}(?:\.\d{1,2})?(?:\s?[x×]\s?\d{1,3}(?:\.\d{1,2})?){0,2})(?!\.?\d|\s?(?:%|\/\d|cm|mm))/gi
/** A heading that says the unit of all that is listed below: "Dimensions (mm)". */
const UNIT_ABOVE = /\b(?:dimensions?|sizes?|measurements?|extent)\b[ ,]{0,2}(?:are )?(?:in )?\(?(cm|mm)\b\)?[ \t:.]{0,4}\n/gi
/** "invasive 23 / whole 31 mm" */
const UNIT_SHARED =
  /(?<![\d.,/])(\d{1,3}(?:\.\d{1,2})?)(?!\.?\d)(?=\s{0,2}(?:\/|,|and|;)\s{0,2}(?:whole|total|overall|dcis|in[\s-]situ|incl\w*)\b[^\d\n]{0,24}\d{1,3}(?:\.\d{1,2})?\s?\(?(mm|cm)\b|\s?\(\d{1,3}(?:\.\d{1,2})?\)\s?(mm|cm)\b|(?<=\b(?:invasive|tumou?r)\s?\/\s?(?:whole|total|overall|DCIS)\b[^\n\d]{0,24}\d{1,3})\s?\/\s?\d{1,3}\s?(mm|cm)\b)/gi
