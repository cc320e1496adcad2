import { matchesOf } from '../../codes/matches-of.ts'
import type { Page } from '../../record/document.ts'
import { listsOfMedicines, type MedicineList } from './lists-of-medicines.ts'
import type { Section, SectionKind } from './sections.ts'

/** The sections with the tables and lists of medicines in them as sections of their own. */
export function withMedicines(page: Page, sections: readonly Section[]): Section[] {
  const lists = listsOfMedicines(page.text)
  return sections.flatMap((section) => withTables(page, section)).flatMap((section) => withLists(page, section, lists))
}

/** A list of medicines is one wherever it stands; the section around it goes on behind it. */
function withLists(page: Page, section: Section, lists: readonly MedicineList[]): Section[] {
  if (KEPT.has(section.kind)) return [section]
  const parts: Section[] = []
  let rest = section
  for (const { start, body, end, heading } of lists) {
    if (body < rest.body || end > section.end) continue
    const head = Math.max(start, rest.body)
    parts.push({ ...rest, end: head }, { kind: 'medications', heading, page: page.number, start: head, body, end })
    rest = { ...rest, start: end, body: end }
  }
  return [...parts, rest]
}
const KEPT: ReadonlySet<SectionKind> = new Set(['medications', 'allergies', 'family-history'])

/** A table of medicines is a list of them wherever it stands; what follows it goes on with the section it stands in. */
function withTables(page: Page, section: Section): Section[] {
  if (section.kind === 'medications') return [section]
  const parts: Section[] = []
  let rest = section
  for (const match of matchesOf(page.text.slice(section.body, section.end), MEDICINE_TABLE)) {
    const head = section.body + match.index
    if (head < rest.body || /\b(?:cycles?|line|regimen|infus\w*|administered|given|BSA|allerg\w*|reaction)\b/i.test(match[0])) continue
    const body = head + match[0].length
    const end = endOfTable(page.text, body, section.end)
    parts.push({ ...rest, end: head }, { kind: 'medications', heading: match[0].trim(), page: page.number, start: head, body, end })
    rest = { ...rest, start: end, body: end }
  }
  return [...parts, rest]
}
/** The heads of its columns: the medicine, and how it is taken or was handed out. */
const MEDICINE_TABLE =
  /^[ \t|]*(?:[A-Za-z#/.](?: ?[A-Za-z#/.]){0,13}(?:[ \t]*\|[ \t]*|[ \t]{2,}|\t)(?=[^ \t|])){0,2}(?:drug|medication|medicine|prescription|preparation|product|active (?:substance|ingredient)|generic name|trade name|brand name)(?: (?:name|description|item))?s?(?: {2}|\t|[ \t]*\|)[^\n]*\b(?:sig|directions?|qty|quantity|frequency|instructions|last (?:fill(?:ed)?|issued?|dispensed)|refills?|prescriber|action|route|how to take|status|dosage|strength)\b[^\n]*$/gim

/** A table ends at an empty line behind which no further row stands. */
function endOfTable(text: string, body: number, end: number): number {
  let at = body
  let last = body
  while (at < end) {
    const newline = text.indexOf('\n', at)
    const next = newline === -1 || newline > end ? end : newline + 1
    const line = text.slice(at, next)
    if (line.trim() && !/\S(?: {2,}|\t|[ \t]\|[ \t])\S/.test(line) && !/^\s{2,}\S/.test(line)) break
    if (line.trim()) last = next
    at = next
  }
  return last
}
