import { isRadiotherapyCode, surgeryOfSnomed } from '../../codes/snomed.ts'
import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { compareDates, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { actsOnCancer, isOvarianSuppression, regimenName } from '../therapy/drug-groups.ts'
import { isOtherUse } from '../therapy/other-uses.ts'
import { settingWords, stopReason } from '../therapy/outcome-words.ts'
import { doseOf } from '../therapy/radiation-dose.ts'
import { findOperations } from '../therapy/surgery-names.ts'
import { PROTECTION } from '../therapy/systemic-treatments.ts'
import { type Coded, codesIn, dateOfEntry, type EntryRule, factOf, isNotDone, isPlanned, plainTerm, wordsOf } from './coded.ts'
import { drugsOfEntry } from './drugs-of-entry.ts'
import { dosed } from './medications.ts'

/** Cancer treatment from orders, lists, administrations and procedures. What was cancelled or not done was not given. */
export const treatmentFacts: EntryRule = (coded) => [
  ...coded.entries.flatMap((entry) => (entry.type === 'medication' && !isAdministration(entry) ? systemic(coded, entry) : [])),
  ...administered(coded),
  ...coded.entries.flatMap((entry) => (entry.type === 'procedure' ? (radiation(coded, entry) ?? surgery(coded, entry) ?? []) : [])),
]

const isAdministration = (entry: Entry) => entry.category?.includes('MedicationAdministration') === true

function systemic(coded: Coded, entry: Entry): Fact[] {
  const drugs = cancerDrugs(entry)
  if (drugs.length === 0 || isNotDone(entry)) return []
  const planned =
    isPlanned(entry) ||
    (entry.ends === undefined &&
      NOT_BEGUN.test(`${entry.status ?? ''} ${entry.reason ?? ''} ${entry.note ?? ''} ${wordsOf(coded, entry)}`)) ||
    (entry.begins !== undefined && coded.said !== undefined && lastDay(entry.begins) > lastDay(coded.said) + 31)
  const words = [entry.text, entry.reason, entry.note].filter(Boolean).join(', ')
  const setting = settingWords(words, words)
  const stopped = entry.status === 'active' ? undefined : stopReason('', `${entry.status ?? ''} ${entry.note ?? ''}`)
  const isOver = entry.ends !== undefined && (coded.said === undefined || lastDay(entry.ends) <= lastDay(coded.said))
  const value: FactValue<'treatment'> = {
    type: 'systemic',
    name: regimenName(drugs),
    drugs,
    ...(setting === undefined ? {} : { setting }),
    ...(entry.begins === undefined ? {} : { start: entry.begins }),
    ...(entry.ends === undefined ? {} : { end: entry.ends }),
    ...(entry.status === 'active' && !isOver ? { ongoing: true } : {}),
    ...(stopped === undefined || stopped === 'completed' || planned ? {} : { stopped }),
    ...(drugs.length === 1 ? dosed(coded, entry) : {}),
  }
  return [factOf(coded, entry, 'treatment', value, planned ? 'planned' : 'stated')]
}

/** Ordered and kept back. */
const NOT_BEGUN =
  /\bnot (?:yet )?(?:commenced|started|begun|given|released|dispensed)\b|\b(?:awaiting|pending) (?:insurance|approval|authori[sz]ation)\b/i

/** Administrations of one drug are one course from the first to the last of them. */
function administered(coded: Coded): Fact[] {
  const courses = new Map<string, Entry[]>()
  for (const entry of coded.entries) {
    if (entry.type !== 'medication' || !isAdministration(entry) || isNotDone(entry) || isPlanned(entry)) continue
    const key = cancerDrugs(entry).join('+')
    if (key !== '') courses.set(key, [...(courses.get(key) ?? []), entry])
  }
  return [...courses].flatMap(([key, entries]): Fact[] => {
    const [first, ...rest] = entries.sort((a, b) => compareDates(dateOfEntry(a) ?? LATE, dateOfEntry(b) ?? LATE))
    if (!first) return []
    const drugs = key.split('+')
    const start = dateOfEntry(first)
    const last = rest.at(-1)
    return [
      factOf(coded, last ? [first, last] : [first], 'treatment', {
        type: 'systemic',
        name: regimenName(drugs),
        drugs,
        ...(start === undefined ? {} : { start }),
        ...(first.dose === undefined ? {} : { dose: first.dose }),
      }),
    ]
  })
}

/** The drugs of an entry that treat its cancer, and not another illness or the ovaries during chemotherapy. */
function cancerDrugs(entry: Entry): string[] {
  const names = drugsOfEntry(entry)
    .filter(actsOnCancer)
    .map(({ name }) => name)
  const words = [entry.text, entry.reason, entry.note].filter(Boolean).join(' ')
  if (isOtherUse(names, words, words)) return []
  return names.every(isOvarianSuppression) && PROTECTION.test(words) ? [] : names
}

function surgery(coded: Coded, entry: Entry): Fact[] | undefined {
  if (
    isNotDone(entry) ||
    (/\b(?:biopsy|aspiration|mammogra\w+|history of|consult\w*)\b/i.test(entry.text) && findOperations(entry.text).length === 0)
  )
    return undefined
  const operation = findOperations(entry.text)[0]
  const known = codesIn(entry.codes, 'snomed').flatMap((code) => surgeryOfSnomed(code) ?? [])[0]
  if (!operation && !known) return undefined
  const side = entry.laterality ?? known?.side ?? sideIn(entry.text)
  const organ = operation?.site ?? known?.site ?? ''
  const date = dateOfEntry(entry)
  const value: FactValue<'treatment'> = {
    type: 'surgery',
    name: plainTerm(entry.text),
    drugs: [],
    site: side === undefined ? organ : `${side} ${organ}`,
    ...(date === undefined ? {} : { start: date, end: entry.ends ?? date }),
  }
  return [factOf(coded, entry, 'treatment', value, isPlanned(entry) ? 'planned' : 'stated')]
}

function radiation(coded: Coded, entry: Entry): Fact[] | undefined {
  if (!codesIn(entry.codes, 'snomed').some(isRadiotherapyCode) && !RADIATION.test(entry.text)) return undefined
  if (NOT_THE_COURSE.test(entry.text) || isNotDone(entry)) return []
  const words = `${entry.text} ${entry.dose ?? ''} ${wordsOf(coded, entry)}`
  const doses = (entry.dose ?? '').split(';').flatMap((one) => doseOf(one)[0] ?? [])
  const dose = doses.sort((a, b) => b.gray - a.gray)[0]?.text ?? doseOf(words)[0]?.text
  const where = entry.bodySite ?? siteInName(entry.text)
  const site = where === undefined ? undefined : plainTerm(where)
  const ends = entry.ends
  const value: FactValue<'treatment'> = {
    type: 'radiation',
    name: plainTerm(entry.method ?? entry.text),
    drugs: [],
    ...(entry.begins === undefined ? {} : { start: entry.begins }),
    ...(ends === undefined ? {} : { end: ends }),
    ...(site === undefined ? {} : { site }),
    ...(dose === undefined ? {} : { dose }),
  }
  return [factOf(coded, entry, 'treatment', value, isPlanned(entry) ? 'planned' : 'stated')]
}

const RADIATION =
  /\b(?:radiation therapy|radiotherapy|external beam|teletherapy|brachytherapy|stereotactic (?:body|ablative|radio)\w*|SBRT|SRS|SABR|WBRT|IMRT|radiosurgery|irradiation)\b/i
const NOT_THE_COURSE = /\b(?:consult\w*|planning|simulation|education|counsel\w*|history of)\b/i

/** What the name says after the technique: "External beam radiotherapy T8-T10, 8 Gy", "radiotherapy to left breast". */
function siteInName(text: string): string | undefined {
  const match =
    /(?:therapy|radiosurgery|irradiation|SBRT|SRS|IMRT)\b,?(?: (?:to|of))?(?: the)? ([A-Za-z][\w -]{1,40}?)(?=,|;|\(|\d+(?:\.\d+)? ?c?Gy|$)/i.exec(
      text,
    )
  return match?.[1]?.trim()
}

function sideIn(words: string): string | undefined {
  return /\bbilateral\b/i.test(words) ? 'bilateral' : /\bleft\b/i.test(words) ? 'left' : /\bright\b/i.test(words) ? 'right' : undefined
}

const LATE = '2199' as PartialDate
