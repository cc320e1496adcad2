import { findCondition } from '../codes/conditions.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind } from './sources.ts'

type Condition = Profile['conditions'][number]

/** Illnesses other than the cancer, each once. The latest statement says whether it is active; grade and beginning are those last given. */
export function mergeConditions(facts: readonly Fact[], asOf: PartialDate): Condition[] {
  const all = ofKind(facts, 'condition').filter((fact) => fact.certainty === 'stated' && !NO_ILLNESS.test(fact.value.name))
  const groups = new Map<string, Fact<'condition'>[]>()
  for (const fact of all) {
    const key = illness(fact.value.name)
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  const lastNote = Math.max(...facts.filter(({ kind }) => NOTED.has(kind)).map(saidDay))
  return withoutWider(groups)
    .flatMap((group): Condition[] => {
      const newestFirst = [...group].sort((a, b) => saidDay(b) - saidDay(a) || certain(b) - certain(a))
      const [newest] = newestFirst
      if (newest === undefined) return []
      const since = group
        .map((fact) => fact.value.since)
        .filter((date) => date !== undefined)
        .sort(compareDates)[0]
      const over = whyOver(newest, asOf, lastNote)
      const grade = newestFirst.find((fact) => fact.value.grade !== undefined)?.value.grade
      return [
        {
          name: nameOf(group),
          status: over === undefined ? newest.value.status : 'resolved',
          ...(since === undefined ? {} : { since }),
          ...(grade === undefined ? {} : { grade }),
          evidence: evidenceOf(newestFirst).slice(0, 12),
          ...(over === undefined ? {} : { reason: over }),
        },
      ]
    })
    .sort((a, b) => a.status.localeCompare(b.status) || a.name.localeCompare(b.name))
}

/** Reasons for a visit that problem lists carry. */
const NO_ILLNESS =
  /\b(?:health check|wellness|annual (?:check|exam)|office visit|unlisted problem|well (?:male|female|adult|woman)|encounter for|check-?up|screening for|watch weight)\b/i

/** An acute illness that is not named again within half a year has passed; so has a symptom that later notes no longer name. */
function whyOver(newest: Fact<'condition'>, asOf: PartialDate, lastNote: number): string | undefined {
  if (newest.value.status !== 'active' || newest.said === undefined) return undefined
  if (ACUTE.test(newest.value.name) && lastDay(asOf) - lastDay(newest.said) > 183)
    return 'an acute illness, not named again for half a year'
  if (SYMPTOM.test(newest.value.name) && newest.from !== 'structured' && lastNote - lastDay(newest.said) > LATER_NOTE_DAYS)
    return 'a symptom that later notes do not name'
  return undefined
}
/** What notes speak of: an answer of the body, a history, a state. */
const NOTED: ReadonlySet<Fact['kind']> = new Set(['condition', 'performance', 'history-taken', 'medication'])
const LATER_NOTE_DAYS = 30
const SYMPTOM =
  /^(?:(?:abdominal|back|bone|chest|joint|hip|mild|severe|acute) )?(?:pain|headaches?|nausea|vomiting|nausea and vomiting|cough|fatigue|fever|dizziness|constipation|diarrhea|rash|shortness of breath|dyspnea)$/i
const ACUTE =
  /^(?:acute )?(?:fever|influenza|pneumonia|urinary tract infection|sinusitis|bronchitis|gastroenteritis|dehydration|nausea(?: and vomiting)?|vomiting|diarrhea|cellulitis|covid-19|pharyngitis|febrile neutropenia|neutropenia|constipation|syncope|pregnancy|breastfeeding)(?: unspecified)?$/i

/** A word that it has resolved tells more than a list that goes on naming it. */
const certain = (fact: Fact<'condition'>) => (fact.value.status === 'resolved' ? 1 : 0)

/** One key for an illness: by the words below, by what trials know it as where that is narrow enough, else by its own words. */
function illness(name: string): string {
  for (const [key, pattern] of SAME_ILLNESS) if (pattern.test(name)) return key
  const concept = findCondition(name)?.name
  return concept === undefined || WIDE.has(concept) ? sameWords(name) : concept
}

const SAME_ILLNESS: readonly (readonly [string, RegExp])[] = [
  ['hypothyroidism', /\bhypothyroid/i],
  ['hyperthyroidism', /\bhyperthyroid|\bgraves/i],
  ['thyroid nodule', /\bthyroid nodule/i],
  ['chronic kidney disease', /\bchronic kidney|\bckd\b|\bchronic renal/i],
  ['renal cyst', /\brenal cyst/i],
  ['fatty liver', /\bsteatosis|\bfatty liver|\bnafld/i],
  ['gastroesophageal reflux disease', /\breflux|\bgerd\b/i],
  ['osteopenia', /\bosteopenia/i],
  ['hemangioma', /\bh(?:a)?emangioma/i],
  ['granuloma', /\bgranuloma\b/i],
]

/** Of the names for one illness: one that says its stage or type, else the one used most, else the shortest. */
function nameOf(group: readonly Fact<'condition'>[]): string {
  const uses = new Map<string, number>()
  for (const { value } of group) uses.set(value.name, (uses.get(value.name) ?? 0) + 1)
  const detail = (name: string) => (/\b(?:stage|type|with)\b/.test(name) ? 1 : 0)
  const [best] = [...uses].sort(([a, m], [b, n]) => detail(b) - detail(a) || n - m || a.length - b.length)
  return best?.[0] ?? ''
}

/** "Diabetes" beside "type 2 diabetes" is the same illness, said with less. */
function withoutWider(groups: ReadonlyMap<string, Fact<'condition'>[]>): Fact<'condition'>[][] {
  const kept = new Map(groups)
  for (const [key, group] of groups) {
    const narrower = [...kept.keys()].find((other) => other !== key && !WIDE.has(key) && findCondition(other)?.kinds.has(key) === true)
    if (narrower === undefined) continue
    kept.set(narrower, [
      ...(kept.get(narrower) ?? []),
      ...group.map((fact) => ({ ...fact, value: { ...fact.value, name: kept.get(narrower)?.[0]?.value.name ?? narrower } })),
    ])
    kept.delete(key)
  }
  return [...kept.values()]
}

/** Concepts that hold many different illnesses. */
const WIDE = new Set([
  'heart disease',
  'lung disease',
  'liver disease',
  'kidney disease',
  'thyroid disease',
  'gastrointestinal disease',
  'neurologic disease',
  'psychiatric disorder',
  'autoimmune disease',
  'eye disease',
  'skin disease',
  'infection',
  'electrolyte disorder',
  'bleeding',
  'arrhythmia',
  'valvular heart disease',
  'cerebrovascular disease',
  'nausea or vomiting',
  'serious illness',
])

/** Case, order marks and plural endings do not make another illness. */
export const sameWords = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:the|of|a|an|essential|primary|disorder|disease|syndrome|mellitus|nos|unspecified)\b/g, ' ')
    .replace(/s\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
