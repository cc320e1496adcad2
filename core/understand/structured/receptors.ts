import { resultWordOfCode } from '../../codes/snomed.ts'
import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue, Her2, HormoneReceptor } from '../../record/fact.ts'
import { her2Status, readHer2 } from '../pathology/her2-value.ts'
import { readHormoneReceptor } from '../pathology/hormone-value.ts'
import { originOf } from '../pathology/specimens.ts'
import { dated, dateOfEntry, type EntryRule, factOf, isNotDone, isPlanned, loincMeaningOf, plainTerm, valueWords } from './coded.ts'

type Test = 'er' | 'pr' | 'her2' | 'her2-ish' | 'her2-ratio' | 'her2-copies' | 'ki67'
type Group = { specimen: string; entries: Entry[]; value: FactValue<'receptors'>; her2: Her2 & { word?: Her2['status'] } }

/** ER, PR, HER2 and Ki-67 that are coded or named as tests of their own, those of one specimen and day together. */
export const receptorFacts: EntryRule = (coded) => {
  const groups = new Map<string, Group>()
  for (const entry of coded.entries) {
    if (entry.type !== 'observation' || isPlanned(entry) || isNotDone(entry) || entry.value === undefined) continue
    const test = testOf(entry)
    if (test === undefined) continue
    const key = `${entry.specimen ?? ''}|${entry.bodySite ?? ''}|${dateOfEntry(entry) ?? ''}`
    const group = groups.get(key) ?? newGroup(entry)
    if (!addTo(group, test, entry)) continue
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group): Fact[] => {
    const [first, ...rest] = group.entries
    if (!first) return []
    const status = her2Status(group.her2)
    const { word: _, ...parts } = group.her2
    const her2 = Object.keys(group.her2).length === 0 ? undefined : { ...parts, ...(status === undefined ? {} : { status }) }
    return [factOf(coded, [first, ...rest], 'receptors', { ...group.value, ...(her2 === undefined ? {} : { her2 }) })]
  })
}

function newGroup(entry: Entry): Group {
  const specimen = plainTerm([entry.bodySite, entry.specimen].filter(Boolean).join(', ')).toLowerCase()
  const from = specimen === '' ? undefined : originOf(specimen)
  return {
    specimen,
    entries: [],
    her2: {},
    value: { specimen: specimen || 'specimen not named', ...dated(dateOfEntry(entry)), ...(from === undefined ? {} : { from }) },
  }
}

function testOf(entry: Entry): Test | undefined {
  const meaning = loincMeaningOf(entry.codes)
  if (meaning !== undefined) return BY_MEANING.get(meaning)
  const name = entry.text
  if (/\b(?:mutation|ESR1|gene|variant|antibod|androgen|therapy)\b/i.test(name)) return undefined
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1]
}

const BY_MEANING: ReadonlyMap<string, Test> = new Map(
  Object.entries({
    er: 'er',
    'er-percent': 'er',
    pr: 'pr',
    'pr-percent': 'pr',
    'her2-ihc': 'her2',
    her2: 'her2',
    'her2-ish': 'her2-ish',
    'her2-ratio': 'her2-ratio',
    'her2-copies': 'her2-copies',
    ki67: 'ki67',
  } satisfies Record<string, Test>),
)

const BY_NAME: readonly (readonly [RegExp, Test])[] = [
  [/\bHER-?2\b.*\b(?:ratio)\b/i, 'her2-ratio'],
  [/\bHER-?2\b.*\b(?:copy|copies|signals)\b/i, 'her2-copies'],
  [/\b(?:HER-?2|ERBB2|c-erbB-2)\b.*\b(?:FISH|ISH|in situ hybridi[sz]ation|amplif\w+)\b/i, 'her2-ish'],
  [/\b(?:HER-?2(?:\/neu)?|ERBB2|c-erbB-2|human epidermal growth factor receptor 2)\b/i, 'her2'],
  [/\bo?estrogen[ -]receptors?\b|^\s*ER(?:\s*(?:status|receptor|IHC|\(.*\)|percent.*|%))?\s*$/i, 'er'],
  [/\bprogesterone[ -]receptors?\b|^\s*PR(?:\s*(?:status|receptor|IHC|\(.*\)|percent.*|%))?\s*$/i, 'pr'],
  [/\bKi-?67\b|\bMIB-?1\b/i, 'ki67'],
]

/** Adds the result to its group; false when the value says nothing certain. */
function addTo(group: Group, test: Test, entry: Entry): boolean {
  const { value, her2 } = group
  const number = entry.value && 'quantity' in entry.value ? entry.value.quantity.value : undefined
  const words = resultWords(entry)
  if (test === 'er' || test === 'pr') {
    const read = hormone(test, words, number, entry)
    if (!read) return false
    value[test] = merged(value[test], read, test)
    return true
  }
  if (test === 'ki67') {
    if (number === undefined) return false
    value.ki67 = number
    return true
  }
  if (test === 'her2-ratio' || test === 'her2-copies') {
    if (number === undefined) return false
    her2[test === 'her2-ratio' ? 'ratio' : 'copy'] = number
    return true
  }
  const read = readHer2(words, 0, words.length)
  if (read === undefined || typeof read === 'string') return false
  if (test === 'her2-ish' && read.value.ish === undefined) {
    if (read.value.word === 'positive') her2.ish = 'amplified'
    else if (read.value.word === 'negative') her2.ish = 'not-amplified'
    else if (read.value.word === 'equivocal') her2.ish = 'equivocal'
    else return false
    return true
  }
  Object.assign(her2, read.value)
  return true
}

function hormone(kind: 'er' | 'pr', words: string, number: number | undefined, entry: Entry): HormoneReceptor | undefined {
  const percent =
    number !== undefined && (/%|percent/i.test(valueWords(entry.value)) || /-percent$/.test(loincMeaningOf(entry.codes) ?? ''))
      ? number
      : undefined
  if (percent !== undefined && percent >= 0 && percent <= 100) return { status: statusByShare(percent, kind), percent }
  const read = readHormoneReceptor(words, 0, words.length, kind)
  return read === undefined || typeof read === 'string' ? undefined : read.value
}

/** ASCO/CAP 2020: 1 to 10% of cells is low positive for ER; below 1% is negative. */
function statusByShare(percent: number, kind: 'er' | 'pr'): HormoneReceptor['status'] {
  if (percent < 1) return 'negative'
  return kind === 'er' && percent <= 10 ? 'low-positive' : 'positive'
}

/** Presence and share of one receptor come as two results; the share says more. */
function merged(a: HormoneReceptor | undefined, b: HormoneReceptor, kind: 'er' | 'pr'): HormoneReceptor {
  const both = { ...a, ...b }
  const percent = a?.percent ?? b.percent
  return percent === undefined ? both : { ...both, percent, status: statusByShare(percent, kind) }
}

/** The value in words, with a result code spelled out and the note after it. */
function resultWords(entry: Entry): string {
  const { value } = entry
  const spelled = value && 'text' in value ? (value.codes ?? []).flatMap(({ code }) => resultWordOfCode(code) ?? [])[0] : undefined
  const written = valueWords(value)
  return [written, spelled !== undefined && !written.toLowerCase().includes(spelled) ? spelled : '', entry.note ?? '']
    .filter(Boolean)
    .join(' ')
    .trim()
}
