import { datedEntries } from './dated-entries.ts'
import type { Reading } from './reading.ts'
import type { Section, SectionKind } from './sections.ts'
import { type Sentence, withoutDateColumn } from './sentences.ts'

/**
 * Running notes as one reading a day: what an entry tells was said on its day, and "stopped, last 7/23" is of its year. Other documents are
 * one reading. The words above the first entry, and what follows the last one under a heading of its own, belong to the whole document.
 */
export function readingsByDay(reading: Reading): Reading[] {
  if (!RUNNING.has(reading.kind)) return [reading]
  const entries = datedEntries(reading.document.pages)
  if (entries.length === 0) return [reading]
  const days = entries.map((entry): Reading => ({ ...reading, said: entry.date, ofDay: true, sections: [], sentences: [] }))
  const rest: Reading = { ...reading, sections: [], sentences: [] }
  const dayOf = (page: number, start: number, kind: SectionKind): Reading => {
    const index = entries.findLastIndex((entry) => entry.page < page || (entry.page === page && entry.at <= start))
    return index < 0 || !OF_A_DAY.has(kind) ? rest : (days[index] ?? rest)
  }
  for (const section of reading.sections) {
    // the entries stand one after another in one section: the pieces go to their days
    const starts = [
      section.start,
      ...entries.filter(({ page, at }) => page === section.page && at > section.start && at < section.end).map(({ at }) => at),
    ]
    for (const [i, start] of starts.entries()) {
      const piece: Section = { ...section, start, body: Math.max(start, section.body), end: starts[i + 1] ?? section.end }
      dayOf(section.page, start, section.kind).sections.push(piece)
    }
  }
  for (const sentence of reading.sentences)
    dayOf(sentence.page, sentence.start, sentence.section).sentences.push(...plain(reading, sentence))
  return [rest, ...days]
}

function plain({ document }: Reading, sentence: Sentence): Sentence[] {
  const page = document.pages.find(({ number }) => number === sentence.page)
  return page === undefined ? [sentence] : withoutDateColumn(page, sentence)
}

const RUNNING: ReadonlySet<string> = new Set(['progress-note', 'consultation', 'letter', 'phone-note', 'other'])
const OF_A_DAY: ReadonlySet<SectionKind> = new Set([
  'preamble',
  'plan',
  'assessment',
  'impression',
  'exam',
  'vitals',
  'present-illness',
  'oncologic-history',
  'treatment',
  'diagnosis',
  'medications',
  'data',
  'laboratory',
  'comment',
  'other',
])
