import type { Page } from '../../record/document.ts'
import { findDates } from '../prose/dates.ts'
import { lesionPlaces } from './lesion-words.ts'
import type { ToldSize } from './sizes-told.ts'

/** A row of a table of lesions: the size of each date, as a piece of the page's text. */
export type TableSize = { start: number; end: number; value: ToldSize['value'] }

/**
 * Tables of target lesions whose unit stands at the head, with a date a column: "Target lesions (mm)  06/04/2025  09/02/2025", and below it
 * a lesion a row. Tables whose cells carry their unit are read elsewhere.
 */
export function sizesInTables({ text }: Pick<Page, 'text'>): TableSize[] {
  const found: TableSize[] = []
  let columns: { dates: ReturnType<typeof findDates>; unit: number } | undefined
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    const unit = /\b(?:in )?(mm|cm)\b/i.exec(line)?.[1]
    const dates = findDates(line)
    if (unit !== undefined && dates.length >= 2 && !/\d\s?(?:mm|cm)\b/i.test(line)) columns = { dates, unit: /cm/i.test(unit) ? 10 : 1 }
    else if (columns === undefined || line.trim() === '') columns = line.trim() === '' ? undefined : columns
    else {
      const row =
        /^(.{3,60}?)(?:\s{2,}|\t|\s?\|\s?)((?:\d{1,3}(?:\.\d)?|-|–|n\/?a)(?:(?:\s{2,}|\t|\s?\|\s?)(?:\d{1,3}(?:\.\d)?|-|–|n\/?a)){0,8})\s*$/i.exec(
          line,
        )
      const place = row?.[1] === undefined || /\bsum\b/i.test(row[1]) ? undefined : lesionPlaces(row[1])[0]
      const cells = (row?.[2] ?? '').split(/\s{2,}|\t|\s?\|\s?/)
      if (place === undefined || cells.length !== columns.dates.length) continue
      for (const [i, cell] of cells.entries()) {
        const mm = Math.round(Number(cell) * columns.unit * 10) / 10
        const date = columns.dates[i]?.date
        if (mm >= 2 && mm <= 250 && date !== undefined)
          found.push({ start, end: start + line.length, value: { mm, how: 'imaging', where: place.name, of: place.of, date } })
      }
    }
  }
  return found
}
