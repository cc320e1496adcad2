import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { lastDay } from '../../record/partial-date.ts'
import { conditionsIn } from '../clinical/condition-words.ts'
import { isAboutCancer, isFamilyOrRisk } from './cancer.ts'
import { type Coded, type EntryRule, factOf, plainTerm, wordsOf } from './coded.ts'

/** Illnesses of the problem list other than the cancer; those refuted are absences. */
export const conditionFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'condition' || isFamilyOrRisk(entry) || NOT_ILLNESS.test(entry.text)) return []
    if (entry.negated) return absence(coded, entry)
    if (entry.interpretation !== undefined && /unconfirmed|provisional|differential/.test(entry.interpretation)) return []
    if (isAboutCancer(entry)) return []
    const grade = /\bgrade ([1-5])\b/i.exec(entry.text)?.[1]
    const value: FactValue<'condition'> = {
      name: nameOf(entry),
      status: statusOf(coded, entry),
      ...(entry.begins === undefined ? {} : { since: entry.begins }),
      ...(grade === undefined ? {} : { grade: Number(grade) }),
    }
    return [factOf(coded, entry, 'condition', value)]
  })

function absence(coded: Coded, entry: Entry): Fact[] {
  const date = coded.said
  return [factOf(coded, entry, 'absence', { name: nameOf(entry), ...(date === undefined ? {} : { date }) })]
}

/** The name that people use, when the words hold one; else the words without codes and semantic tags. */
function nameOf(entry: Entry): string {
  const plain = plainTerm(entry.text.replace(/\s*\((?:[A-Z]\d[\d.A-Z]*|\d{3}(?:\.\d+)?)\)/g, ''))
  const named = EXCLUDES_A_PART.test(plain) ? [] : conditionsIn(plain)
  const [one] = named
  const isMost = one !== undefined && one.end - one.start >= plain.length * MOST
  return named.length === 1 && one && isMost ? one.name : plain.toLowerCase()
}

/** A name that is the smaller part of the words is something else: rejection of a transplant, pain after a fracture. */
const MOST = 0.45

/** "Hypertensive heart disease without heart failure" is not heart failure. */
const EXCLUDES_A_PART = /\b(?:without|not|no|excluding|other than)\b/i

function statusOf(coded: Coded, entry: Entry): 'active' | 'resolved' {
  if (entry.status !== undefined && RESOLVED.test(entry.status)) return 'resolved'
  if (entry.ends !== undefined && (coded.said === undefined || lastDay(entry.ends) <= lastDay(coded.said))) return 'resolved'
  const row = wordsOf(coded, entry)
  return entry.status !== 'active' && /\b(?:resolved|inactive)\b/i.test(row) ? 'resolved' : 'active'
}

const RESOLVED = /^(?:resolved|inactive|remission|prior history|no longer (?:active|present))$/
/** Entries of problem lists that name no illness. */
const NOT_ILLNESS =
  /^\s*(?:no (?:known|current)|none|unknown|not on file|problem|health concern)|\b(?:employment|employed|education|housing|criminal|social contact|refugee|transport|screening|vaccin\w+|immuni[sz]ation|encounter for|medication review|preventa?tive|health maintenance|allerg(?:y|ic) to|received higher|limited social|stress\b.*finding|receptor positive|receptor negative|tumou?r stage|gene mutation|mutation carrier|genetic susceptib|\(situation\))/i
