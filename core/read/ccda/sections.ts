import type { ReadProblem } from '../../record/document.ts'
import type { Entry } from '../../record/entry.ts'
import { problem } from '../../record/errors.ts'
import { conceptOf } from './concepts.ts'
import type { Narrative } from './narrative.ts'
import { placeEntries } from './place-entries.ts'
import { type Draft, STATEMENTS } from './statements/draft.ts'
import { statementsOf } from './statements/statements.ts'
import { at, childrenNamed, elementsOf, textOf, type XmlElement } from './xml-tree.ts'

/** Writes every section (title, narrative, then what only its coded entries say), and gives the entries. One that breaks loses only itself. */
export function writeSections(body: XmlElement, narrative: Narrative, problems: ReadProblem[]): Entry[] {
  const entries: Entry[] = []
  const visit = (container: XmlElement, path: string): void => {
    childrenNamed(container, 'component').forEach((component, index) => {
      const section = at(component, 'section')
      if (!section) return
      const here = `${path}/section[${index + 1}]`
      try {
        entries.push(...writeSection(section, here, narrative, problems))
      } catch {
        problems.push(problem('entry-unreadable', here))
      }
      visit(section, here)
    })
  }
  visit(body, 'ClinicalDocument')
  return entries
}

function writeSection(section: XmlElement, path: string, narrative: Narrative, problems: ReadProblem[]): Entry[] {
  const code = conceptOf(at(section, 'code'), narrative)
  narrative.page.gap()
  const title = textOf(at(section, 'title')) ?? code.name
  if (title !== undefined) narrative.page.line(title)
  const text = at(section, 'text')
  const written = text ? narrative.write(text) : { span: { start: narrative.page.length, end: narrative.page.length }, words: '' }
  const drafts: Draft[] = []
  childrenNamed(section, 'entry').forEach((entry, index) => {
    for (const statement of elementsOf(entry)) {
      if (!STATEMENTS.has(statement.name)) continue
      const here = `${path}/entry[${index + 1}]`
      try {
        drafts.push(...statementsOf(statement, { section: code.codes[0]?.code ?? sectionOfTemplate(section) ?? '', narrative, path: here }))
      } catch {
        problems.push(problem('entry-unreadable', here))
      }
    }
  })
  return placeEntries(drafts, written, narrative)
}

/** Sections without a code are known by their template. */
function sectionOfTemplate(section: XmlElement): string | undefined {
  for (const { attributes } of childrenNamed(section, 'templateId')) {
    const known = TEMPLATES.get(attributes['root'] ?? '')
    if (known !== undefined) return known
  }
  return undefined
}

const TEMPLATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '2.16.840.1.113883.10.20.22.2.5': '11450-4',
    '2.16.840.1.113883.10.20.22.2.5.1': '11450-4',
    '2.16.840.1.113883.10.20.22.2.6': '48765-2',
    '2.16.840.1.113883.10.20.22.2.6.1': '48765-2',
    '2.16.840.1.113883.10.20.22.2.1': '10160-0',
    '2.16.840.1.113883.10.20.22.2.1.1': '10160-0',
    '2.16.840.1.113883.10.20.22.2.3': '30954-2',
    '2.16.840.1.113883.10.20.22.2.3.1': '30954-2',
    '2.16.840.1.113883.10.20.22.2.7': '47519-4',
    '2.16.840.1.113883.10.20.22.2.7.1': '47519-4',
    '2.16.840.1.113883.10.20.22.2.17': '29762-2',
    '2.16.840.1.113883.10.20.22.2.15': '10157-6',
    '2.16.840.1.113883.10.20.22.2.2': '11369-6',
    '2.16.840.1.113883.10.20.22.2.2.1': '11369-6',
  } satisfies Record<string, string>),
)
