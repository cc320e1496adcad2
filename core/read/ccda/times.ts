import { dateOf, type PartialDate, partialDate } from '../../record/partial-date.ts'
import { at, childrenNamed, type XmlElement } from './xml-tree.ts'

export type Times = { begins?: PartialDate; ends?: PartialDate }

/** An HL7 time stamp (`20260914103000-0500`) as far as it is precise; some systems write `2026-09-14` or `09/14/2026` there. */
export function dateOfStamp(stamp: string | undefined): PartialDate | undefined {
  if (stamp === undefined) return undefined
  const digits = /^\s*(\d{4})(\d{2})?(\d{2})?/.exec(stamp)
  if (digits && !/^\s*\d{4}-/.test(stamp)) return precise(digits[1], digits[2], digits[3])
  const iso = /^\s*(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(stamp)
  if (iso) return precise(iso[1], iso[2], iso[3])
  const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(stamp)
  return american ? dateOf(Number(american[3]), Number(american[1]), Number(american[2])) : undefined
}

/** When it began and ended, from the `effectiveTime`s of a statement. A single point in time is both for `point`, else only the beginning. */
export function timesOf(statement: XmlElement | undefined, point = false): Times {
  for (const time of childrenNamed(statement, 'effectiveTime')) {
    if (/PIVL|EIVL/.test(time.attributes['xsi:type'] ?? '')) continue
    const whole = real(dateOfStamp(time.attributes['value']) ?? dateOfStamp(at(time, 'center')?.attributes['value']))
    const low = real(dateOfStamp(at(time, 'low')?.attributes['value']))
    const high = real(dateOfStamp(at(time, 'high')?.attributes['value']))
    const begins = low ?? whole
    const ends = high ?? (point ? whole : undefined)
    if (begins === undefined && ends === undefined) continue
    return { ...(begins === undefined ? {} : { begins }), ...(ends === undefined ? {} : { ends }) }
  }
  return {}
}

/** True when the source says that it ended without saying when. */
export const endedUnknownWhen = (statement: XmlElement | undefined): boolean =>
  childrenNamed(statement, 'effectiveTime').some((time) => at(time, 'high')?.attributes['nullFlavor'] === 'UNK')

const precise = (year = '', month?: string, day?: string): PartialDate | undefined =>
  partialDate([year, month, day].filter(Boolean).join('-')) ?? partialDate([year, month].filter(Boolean).join('-')) ?? partialDate(year)

/** 1900-01-01 and before are fillers of systems that must write some date. */
const real = (date: PartialDate | undefined): PartialDate | undefined => (date !== undefined && date > '1900-01-02' ? date : undefined)
