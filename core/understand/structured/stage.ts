import { type StagePart, stagePartOfSnomed } from '../../codes/snomed.ts'
import { category, M_CATEGORY, N_CATEGORY, STAGE_GROUP, stageGroup, T_CATEGORY } from '../../codes/stages.ts'
import type { Coding, Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { daysBetween, type PartialDate } from '../../record/partial-date.ts'
import { codesIn, dated, dateOfEntry, type EntryRule, factOf, isPlanned, loincMeaningOf, valueWords } from './coded.ts'

type Kind = FactValue<'stage'>['kind']
type Part = { part: StagePart; kind: Kind | undefined; value: string; date: PartialDate | undefined; entry: Entry }

/** Stages that a clinician coded: T, N, M and group of one staging together. */
export const stageFacts: EntryRule = (coded) => {
  const parts = coded.entries.flatMap((entry) => partsOf(entry))
  const stages: { kind: Kind; date: PartialDate | undefined; values: Partial<Record<StagePart, string>>; entries: Entry[] }[] = []
  for (const part of parts.sort((a, b) => Number(a.kind === undefined) - Number(b.kind === undefined))) {
    const fits = stages.find(
      (stage) =>
        (part.kind === undefined || stage.kind === part.kind) &&
        isNear(stage.date, part.date) &&
        agrees(stage.values[part.part], part.value),
    )
    if (fits) {
      fits.values[part.part] ??= part.value
      fits.date = earlier(fits.date, part.date)
      if (!fits.entries.includes(part.entry)) fits.entries.push(part.entry)
    } else stages.push({ kind: part.kind ?? 'clinical', date: part.date, values: { [part.part]: part.value }, entries: [part.entry] })
  }
  return stages.flatMap((stage): Fact[] => {
    const [first, ...rest] = stage.entries
    return first ? [factOf(coded, [first, ...rest], 'stage', { kind: stage.kind, ...stage.values, ...dated(stage.date) })] : []
  })
}

function partsOf(entry: Entry): Part[] {
  if (entry.negated || isPlanned(entry)) return []
  if (entry.type === 'condition')
    return (entry.components ?? []).flatMap((component) => {
      const value = componentWords(component)
      if (!/stage/i.test(component.text) && !stageCode(component.codes)) return []
      return partOf(stageCode(component.codes) ?? { part: 'group' }, value, component.text, entry.begins, entry)
    })
  if (entry.type !== 'observation') return []
  const own = stageCode(entry.codes) ?? stageByName(entry.text)
  if (!own) return []
  const date = dateOfEntry(entry)
  const members = (entry.components ?? []).flatMap((component) => {
    const code = stageCode(component.codes) ?? stageByName(component.text)
    return code ? partOf({ kind: own.kind, ...code }, componentWords(component), component.text, date, entry) : []
  })
  return [...partOf(own, valueWords(entry.value), entry.text, date, entry), ...members]
}

const componentWords = (component: NonNullable<Entry['components']>[number]): string => (component.value ? valueWords(component.value) : '')

function partOf(
  code: { part: StagePart; kind?: Kind | undefined },
  words: string,
  name: string,
  date: PartialDate | undefined,
  entry: Entry,
): Part[] {
  const pattern = PATTERNS[code.part]
  const found = pattern.exec(words)
  if (!found) return []
  const prefix = /^\s*(yp|p|c)(?=[TNM])/i.exec(found[0])?.[1]?.toLowerCase()
  const kind =
    prefix === 'yp' ? 'post-neoadjuvant' : (code.kind ?? (prefix === 'p' ? 'pathologic' : prefix === 'c' ? 'clinical' : kindInName(name)))
  const value = code.part === 'group' ? stageGroup(found[1] ?? '') : category(found[1] ?? '')
  return [{ part: code.part, kind, value, date, entry }]
}

const PATTERNS: Record<StagePart, RegExp> = {
  t: new RegExp(`(?<![A-Za-z])(?:y?[cpr]{0,2})(${T_CATEGORY})`),
  n: new RegExp(`(?<![A-Za-z])(?:y?[cpr]{0,2})(${N_CATEGORY})`),
  m: new RegExp(`(?<![A-Za-z])(?:y?[cpr]{0,2})(${M_CATEGORY})`),
  group: new RegExp(`(?:\\bstage\\s+|^\\s*)(${STAGE_GROUP})(?![\\w-])`, 'i'),
}

function stageCode(codes: readonly Coding[]): { part: StagePart; kind?: Kind } | undefined {
  const snomed = codesIn(codes, 'snomed').flatMap((code) => stagePartOfSnomed(code) ?? [])[0]
  if (snomed) return snomed
  const meaning = loincMeaningOf(codes)
  const match = /^(t|n|m|group)(?:-(clinical|pathologic))?$/.exec(meaning ?? '')
  if (!match) return undefined
  return { part: match[1] as StagePart, ...(match[2] === 'clinical' || match[2] === 'pathologic' ? { kind: match[2] } : {}) }
}

/** Stage observations without a known code: "AJCC stage group", "Clinical T stage". */
function stageByName(name: string): { part: StagePart; kind?: Kind } | undefined {
  if (
    !/\b(?:stage|category|TNM)\b/i.test(name) ||
    /\b(?:kidney|ckd|ulcer|sleep|parkinson|liver|fibrosis|heart|pressure|retinopathy)\b/i.test(name)
  )
    return undefined
  const letter = /\b[cp]?([TNM])\b(?! stage group)/.exec(name)?.[1]?.toLowerCase()
  const part = letter === 't' || letter === 'n' || letter === 'm' ? letter : /\bgroup|\bstage\b/i.test(name) ? 'group' : undefined
  const kind = kindInName(name)
  return part === undefined ? undefined : { part, ...(kind === undefined ? {} : { kind }) }
}

const kindInName = (name: string): Kind | undefined =>
  /clinical/i.test(name) ? 'clinical' : /patholog/i.test(name) ? 'pathologic' : undefined

const isNear = (a: PartialDate | undefined, b: PartialDate | undefined): boolean =>
  a === undefined || b === undefined || Math.abs(daysBetween(a, b).least) <= 60
const agrees = (a: string | undefined, b: string) => a === undefined || a === b
const earlier = (a: PartialDate | undefined, b: PartialDate | undefined) => (a === undefined ? b : b === undefined || a <= b ? a : b)
