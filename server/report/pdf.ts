import { distanceWords } from '@carefolio/core/report/html/sites.ts'
import type { Report } from '@carefolio/core/report/report.ts'
import type { CriterionLine, ShortTrial, TrialSection } from '@carefolio/core/report/trial-section.ts'
import { writeChanges } from './pdf-changes.ts'
import { PdfPaper } from './pdf-paper.ts'
import { drawPicture, heightOf } from './pdf-picture.ts'

/**
 * The report as a tagged PDF on US letter paper (headings, paragraphs, lists, tables and one figure with words; reading order is
 * drawing order). Every source number is a link to the quoted words at the end. The first trials that are possible or not now are told in
 * full, the others in a row; those ruled out with the criterion that decides.
 */
export async function reportPdf(report: Report): Promise<Uint8Array> {
  const paper = new PdfPaper(report.title)
  const { counts } = report
  paper.heading(1, report.title)
  paper.paragraph(
    `${counts.considered} trials were looked at for you as of ${report.asOf}${report.place ? `, from ${report.place}` : ''}. ${counts.possible} may be possible, ${counts.notNow} not now but perhaps later; your records rule out ${counts.excluded}.`,
    { strong: true },
  )
  paper.paragraph(
    `Made ${report.made.slice(0, 10)}${report.registry ? ` from ${report.registry}` : ''}. This is not medical advice: take it to your care team.`,
    { soft: true },
  )
  if (report.changes) writeChanges(paper, report.changes)
  paper.needs(heightOf(report.picture) + HEADING)
  paper.heading(2, 'Your history')
  drawPicture(paper, report.picture)
  writeFacts(paper, report)
  writeQuestions(paper, report)
  paper.heading(2, `Possible trials (${counts.possible})`)
  if (report.possible.length === 0) paper.paragraph('No trial in the registry copy fits what your records say today.')
  writeTrials(paper, report.possible)
  paper.heading(2, `Not now, but perhaps later (${counts.notNow})`)
  if (report.notNow.length === 0) paper.paragraph('None.')
  writeTrials(paper, report.notNow)
  paper.heading(2, `Ruled out by your records (${counts.excluded})`)
  for (const trial of report.excluded) writeShort(paper, trial)
  writeFunnel(paper, report)
  writeDocuments(paper, report)
  paper.heading(2, 'Method')
  for (const { heading, text } of report.method) {
    paper.heading(3, heading)
    paper.paragraph(text)
  }
  paper.heading(2, 'Sources')
  for (const source of report.sources) {
    paper.anchor(`source-${source.number}`)
    paper.paragraph(
      `[${source.number}] ${source.file}, page ${source.page}: “${source.quote}”${source.unsure ? ' (hard to read in the scan: please check)' : ''}`,
      { small: true },
    )
  }
  return paper.finish()
}

/** Room for a heading of a section, so that it never stands apart from the picture under it. */
const HEADING = 50

function writeFacts(paper: PdfPaper, { summary, checks, disagreements }: Report): void {
  paper.heading(2, 'Facts used')
  for (const check of checks) paper.paragraph(`Please check: ${check.message}`, { sources: check.sources, strong: true })
  for (const group of summary) {
    paper.heading(3, group.heading)
    paper.table(
      ['Fact', 'What the records say'],
      group.lines.map((line) => [
        { text: line.label },
        { text: `${line.value}${line.date ? ` (${line.date})` : ''}${line.note ? ` – ${line.note}` : ''}`, sources: line.sources },
      ]),
      [0.34, 0.66],
    )
  }
  if (disagreements.length === 0) return
  paper.heading(3, 'Where your records disagree')
  for (const one of disagreements) {
    paper.paragraph(`${one.about}: ${one.chosen} was taken, because ${one.reason}`, { sources: one.sources })
    for (const other of one.others) paper.paragraph(`Also said: ${other.value}`, { sources: other.sources, indent: 12 })
  }
}

function writeQuestions(paper: PdfPaper, { questions }: Report): void {
  paper.heading(2, 'Questions to ask')
  if (questions.length === 0) paper.paragraph('None: your records settle what the trials ask.')
  paper.list(
    questions.map((question, i) => ({
      text: `${i + 1}. ${question.text} (settles a point in ${question.settles} ${question.settles === 1 ? 'trial' : 'trials'})`,
    })),
  )
}

/** As many as people read on paper in full; all others as a row each, their reasons being on the page. */
const IN_FULL = 25

function writeTrials(paper: PdfPaper, trials: readonly TrialSection[]): void {
  for (const trial of trials.slice(0, IN_FULL)) writeTrial(paper, trial)
  const rest = trials.slice(IN_FULL)
  if (rest.length === 0) return
  paper.heading(3, `${rest.length} more, in short`)
  paper.paragraph('Every criterion of these trials is told in the web page of this report (report.html).')
  paper.table(
    ['Rank', 'Trial', 'Status', 'To confirm', 'Nearest open site'],
    rest.map((trial) => [
      { text: String(trial.rank) },
      { text: `${trial.id}: ${trial.title}` },
      { text: trial.status },
      { text: String(trial.confirm.length + trial.notUnderstood.length) },
      { text: trial.nearest ? distanceWords(trial.nearest.distanceKm) : 'none known' },
    ]),
    [0.08, 0.5, 0.16, 0.1, 0.16],
  )
}

function writeTrial(paper: PdfPaper, trial: TrialSection): void {
  paper.heading(3, `${trial.rank}. ${trial.title}`)
  paper.paragraph(
    `${trial.id} · ${trial.status} · ${trial.phase}${trial.cohort ? ` · for you: ${trial.cohort}` : ''}${trial.drugs.length > 0 ? ` · ${trial.drugs.slice(0, 6).join(', ')}` : ''}`,
    { soft: true, ...(trial.url ? { link: trial.url } : {}) },
  )
  const { nearest } = trial
  if (nearest)
    paper.paragraph(
      `Nearest open site: ${[nearest.facility, nearest.city, nearest.state, nearest.country].filter(Boolean).join(', ')} – ${distanceWords(nearest.distanceKm)}`,
    )
  else paper.paragraph(trial.sites.length === 0 ? 'No site is listed.' : 'No open site is known.', { soft: true })
  writeCriteria(paper, 'What stands in the way today', '✗', trial.rulesOut)
  writeCriteria(paper, 'To confirm', '?', trial.confirm)
  writeCriteria(paper, 'Why it fits', '✓', trial.fits)
  writeCriteria(paper, 'Not understood by this program: please read these yourself', '?', trial.notUnderstood)
  writeCriteria(paper, 'Asks nothing of you, or is for other groups', '·', trial.asksNothing)
  writeCriteria(paper, 'Your trial team will check', '·', trial.team)
  const contacts = trial.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')
  paper.paragraph(
    `Design: ${trial.design}. Sponsor: ${trial.sponsor}. Last registry update: ${trial.lastUpdate ?? 'not stated'}.${contacts ? ` Contact: ${contacts}.` : ''}`,
    { small: true },
  )
}

function writeCriteria(paper: PdfPaper, heading: string, sign: string, lines: readonly CriterionLine[]): void {
  if (lines.length === 0) return
  paper.heading(4, `${heading} (${lines.length})`)
  paper.list(
    lines.map((line) => ({
      text: `${sign} ${line.because}${line.until ? ` (may pass from ${line.until})` : ''}`,
      sources: line.sources,
      below: `“${line.criterion}”${line.ask.length > 0 ? ` Would settle it: ${line.ask.join(' ')}` : ''}`,
    })),
  )
}

function writeShort(paper: PdfPaper, trial: ShortTrial): void {
  paper.heading(4, `${trial.id}: ${trial.title}${trial.open ? '' : ' (not open)'}`)
  paper.list(trial.decides.slice(0, 3).map((line) => ({ text: `✗ ${line.because}`, sources: line.sources, below: `“${line.criterion}”` })))
}

function writeFunnel(paper: PdfPaper, { counts, funnel }: Report): void {
  paper.heading(2, 'How we got here')
  const rows = [
    ...funnel,
    { reason: 'Possible', count: counts.possible },
    { reason: 'Not now', count: counts.notNow },
    { reason: 'Ruled out by your records', count: counts.excluded },
  ]
  paper.table(
    ['What came of it', 'Trials'],
    rows.map((row) => [{ text: row.reason }, { text: String(row.count) }]),
    [0.8, 0.2],
  )
}

function writeDocuments(paper: PdfPaper, { documents }: Report): void {
  paper.heading(2, 'Documents')
  paper.table(
    ['File', 'What it is', 'Date', 'Read'],
    documents.map((one) => [
      { text: one.file },
      { text: one.kind },
      { text: one.date ?? 'not stated' },
      { text: one.sameAs ? `same as ${one.sameAs}` : one.read ? `yes, ${one.pages} p.` : `no: ${one.message ?? ''} ${one.wayOut ?? ''}` },
    ]),
    [0.4, 0.18, 0.14, 0.28],
  )
}
