import { type PartialDate, precisionOf } from '@carefolio/core/record/partial-date.ts'
import { language } from '../words/words.ts'

/** A date as precise as it is known, in the reader's words: "May 2, 2024", "May 2024", "2024". */
export function dayWords(date: PartialDate): string {
  const precision = precisionOf(date)
  if (precision === 'year') return date
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const format = precision === 'month' ? MONTH : DAY
  return format.format(new Date(Date.UTC(year, month - 1, day)))
}

/** A moment of this device's clock and zone: "May 2, 2024, 3:14 PM". */
export const momentWords = (iso: string): string => MOMENT.format(new Date(iso))

const DAY = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' })
const MOMENT = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
