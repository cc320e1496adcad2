/** A date in figures that no calendar has, whichever of day and month comes first: `97/15/2019`, `03/10/2625`. One of its figures was read wrong. */
export function isImpossibleDate(word: string): boolean {
  const date = DATE.exec(word)
  if (!date) return false
  const [first, second, year] = date.slice(1).map(Number) as [number, number, number]
  const isDay = (figure: number) => figure >= 1 && figure <= 31
  return !isDay(first) || !isDay(second) || Math.min(first, second) > 12 || (year > 99 && (year < 1850 || year > 2099))
}

const DATE = /(?<![\d/.-])(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})(?![\d/])/
