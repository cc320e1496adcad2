import type { ChangesSection } from '@carefolio/core/report/changes-section.ts'
import type { PdfPaper } from './pdf-paper.ts'

/** What changed since an earlier report. Words put in stand in brackets with a plus, those taken out with a minus: paper may have no colours. */
export function writeChanges(paper: PdfPaper, { since, consideredBefore, lists, changed, alike, stillExcluded }: ChangesSection): void {
  paper.heading(2, `What changed since ${since}`)
  paper.paragraph(`Compared with the report as of ${since}, which looked at ${consideredBefore} trials.`, { soft: true })
  if (lists.length === 0 && changed.length === 0 && alike.length === 0) paper.paragraph('Nothing that matters for you.')
  for (const { heading, trials } of lists) {
    paper.heading(3, `${heading} (${trials.length})`)
    paper.list(trials.map(({ id, title, outcome }) => ({ text: `${id}: ${title} (${outcome})` })))
  }
  if (changed.length > 0) paper.heading(3, `Changed for you (${changed.length})`)
  for (const { id, title, outcome, criteria, verdicts, more } of changed) {
    paper.heading(4, `${id}: ${title}${outcome ? ` – ${outcome}` : ''}`)
    paper.list(
      verdicts.map(({ because, words, criterion, sources }) => ({ text: `${because} (${words})`, sources, below: `“${criterion}”` })),
    )
    if (more > 0) paper.paragraph(`and ${more} more`, { soft: true, indent: 10 })
    if (criteria)
      paper.paragraph(
        `Criteria as amended: ${criteria.map(({ is, words }) => (is === 'same' ? words : `[${is === 'added' ? '+' : '−'} ${words}]`)).join(' ')}`,
        { small: true, indent: 10 },
      )
  }
  if (alike.length > 0) {
    paper.heading(3, 'Single points that changed in other trials')
    paper.list(
      alike.slice(0, ON_PAPER).map(({ because, words, trials, sources }) => ({
        text: `${because} (${words}; in ${trials} ${trials === 1 ? 'trial' : 'trials'})`,
        sources,
      })),
    )
    if (alike.length > ON_PAPER) paper.paragraph(`and ${alike.length - ON_PAPER} more, on the page`, { soft: true, indent: 10 })
  }
  if (stillExcluded > 0)
    paper.paragraph(
      stillExcluded === 1
        ? '1 trial that your records rule out changed in other ways and stays ruled out.'
        : `${stillExcluded} trials that your records rule out changed in other ways and stay ruled out.`,
      { soft: true },
    )
}

/** Single points told on paper; the page has them all. */
const ON_PAPER = 15
