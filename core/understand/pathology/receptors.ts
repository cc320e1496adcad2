import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import type { Reading } from '../prose/reading.ts'
import { her2OfSpecimen } from './her2-of-specimen.ts'
import { isPathology } from './is-pathology.ts'
import { type SpecimenResults, SUMMARY_SPECIMEN } from './receptor-specimens.ts'
import { withoutNonResults } from './receptor-text.ts'
import { receptorsInNotes } from './receptors-in-notes.ts'
import { receptorsInReport } from './receptors-in-report.ts'
import { reportOf } from './report-text.ts'

/**
 * ER, PR, HER2 and Ki-67 of each specimen. Sources: ASCO/CAP HER2 2018 and 2023, ER/PR 2020 (1 % and 10 % limits).
 *
 * In pathology reports a result belongs to the specimen it was made on; what a report quotes from an earlier specimen is a specimen
 * of its own. In notes a statement belongs to a biopsy when it names one; otherwise it is a summary of the disease:
 * its specimen is `as summarised in <kind of document>`, and it is only `probable`.
 */
export const receptors: FactRule = {
  name: 'receptors',
  version: 1,
  find: (reading) => (MENTIONS.test(reportOf(reading).text) ? read(reading) : []),
}

export { SUMMARY_SPECIMEN }

const MENTIONS =
  /\bER\b|\bEST(?:ROG)?[. ]{1,3}REC|\bPROG[. ]{1,3}REC|\bher two\b|\bE[. ]\s?R\b|\bOER\b|\bRE\b|str[oó]g|progest|h ?e ?r ?-?\s?2|herceptest|erb-?\s?b|ki-?\s?67|triple[\s-]negative|TNBC/i

function read(reading: Reading): Fact[] {
  const whole = reportOf(reading)
  const text = withoutNonResults(whole.text)
  const report = isPathology(reading) || (reading.kind === 'genomics' && /\bIHC\b|immunohistochem/i.test(whole.text))
  const groups = report ? receptorsInReport(whole, text, reading) : receptorsInNotes(whole, text, reading)
  return groups.flatMap((group) => {
    const value = receptorsOf(group)
    if (!value.er && !value.pr && !value.her2 && value.ki67 === undefined) return []
    const places = [...group.results, ...group.ish]
      .map((result) => whole.evidence(result.start, closed(whole.text, result.start, Math.min(result.end, result.start + 240))))
      .filter((one) => one.quote !== '')
    const [first, ...others] = places
    return first ? [factFrom(receptors, reading, 'receptors', value, [first, ...others], group.certain ? 'stated' : 'probable')] : []
  })
}

/** A quote does not end inside a bracket or before its plus sign. */
function closed(text: string, start: number, end: number): number {
  const quote = text.slice(start, end)
  const plus = /^\s?\+/.exec(text.slice(end, end + 2))
  const to = plus && /\d$/.test(quote) ? end + plus[0].length : end
  const open = quote.lastIndexOf('(') > quote.lastIndexOf(')')
  const bracket = open ? /^[^()\n]{0,40}\)/.exec(text.slice(to, to + 42)) : null
  return bracket ? to + bracket[0].length : to
}

/** All results of one specimen put together: a later one supersedes an earlier of another status, else they complete each other. */
function receptorsOf(group: SpecimenResults): FactValue<'receptors'> {
  const value: FactValue<'receptors'> = { specimen: group.specimen }
  if (group.date) value.date = group.date
  if (group.from) value.from = group.from
  for (const result of group.results) {
    if (result.marker === 'ki67') value.ki67 = result.value
    else if (result.marker !== 'her2') {
      const known = value[result.marker]
      value[result.marker] =
        known && (known.status !== 'negative') === (result.value.status !== 'negative')
          ? { ...known, ...result.value, ...keepLow(known.status, result.value.status, result.value.percent) }
          : result.value
    }
  }
  const her2 = her2OfSpecimen(
    group.results.flatMap((result) => (result.marker === 'her2' ? [result] : [])),
    group.ish,
  )
  if (her2) value.her2 = her2
  return value
}

/** "Low positive" stands unless a later share says otherwise. */
const keepLow = (known: string, next: string, share: number | undefined) =>
  known === 'low-positive' && next === 'positive' && share === undefined ? { status: 'low-positive' as const } : {}
