/**
 * Numbers and units as they were printed, where a scan tore or mistook them: "2·3", "2 .3 cm", "crn", "m m", "Z5 mm". Only where a unit proves
 * that a number stands there. The length stays, so that places stay true.
 */
export function withPlainUnits(text: string): string {
  if (!TORN.test(text)) return text
  return text
    .replace(/(?<=\d)·(?=\d)/g, '.')
    .replace(/(?<=\d\s{0,3})(?:crn|ern|c m|cn|em)(?![A-Za-z0-9])/g, (unit) => 'cm'.padEnd(unit.length))
    .replace(/(?<=[\dO]\s{0,3})(?:rnm|mrn|rnrn|m m)(?![A-Za-z0-9])/g, (unit) => 'mm'.padEnd(unit.length))
    .replace(/(?<![\d.])(\d{1,2})\s\.\s(\d)(?=\s{0,2}(?:cm|mm|[xX×])\b)/g, '  $1.$2')
    .replace(/(?<![\d.])(\d{1,2})\s\.(\d)(?=\s?(?:cm|mm|[xX×])\b)/g, ' $1.$2')
    .replace(
      /(?<=(?:[=:,–-]|\bsize|\bof|\bmeasur\w{1,4}|\bdiameter|\bdimension)\s{1,3}|[xX×]\s?)(\d{1,2})\.\s(\d)(?=\s?(?:cm|mm|[xX×])\b)/gi,
      ' $1.$2',
    )
    .replace(/(?<![A-Za-z0-9.,])[SZGB](?=[.,]?\d{1,2}\s?(?:[xX×]\s?\d|[cm]m\b))/g, figureOf)
    .replace(/(?<=(?<![A-Za-z0-9])\d{1,2}[.,]?)[SZBO](?=\s{0,2}(?:[xX×]\s?\d|[cm]m\b))/g, figureOf)
    .replace(/(?<=\d\s?[xX×]\s?\d?[.,]?)[SZB](?=[.,]?\d?\s?[cm]m\b)/g, figureOf)
}

const figureOf = (letter: string): string => FIGURES[letter] ?? letter
const FIGURES: Readonly<Record<string, string>> = { S: '5', Z: '2', G: '6', B: '8', O: '0' }
const TORN =
  /\d \. \d|\d·\d|[\dO]\s{0,3}(?:crn|ern|cn|em|rnm|mrn|rnrn|[cm] m)(?![A-Za-z0-9])|\d(?:\.\s|\s\.)\d\s?(?:[cm]m|[xX×])\b|(?:[SZGB][.,]?\d{1,2}|\d[.,]?[SZBO])\s{0,2}(?:[cm]m\b|[xX×])/
