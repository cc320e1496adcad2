import { leadWords, settlesWords } from '@carefolio/core/report/lead-words.ts'
import type { AskedQuestion } from '@carefolio/core/report/questions-section.ts'
import type { Report } from '@carefolio/core/report/report.ts'
import { cautionWords } from '@carefolio/core/report/sources.ts'
import { cutAtWord } from './cut-at-word.ts'
import { writeChanges } from './pdf-changes.ts'
import { PdfPaper } from './pdf-paper.ts'
import { drawPicture, heightOf } from './pdf-picture.ts'
import { IN_FULL, WHOLE, writeExcluded, writeNotNow, writeOthers, writeTrials } from './pdf-trials.ts'

/** `full`: every trial with every criterion, whatever the number of pages. */
export type PdfOptions = { full?: boolean }

/**
 * The report as a tagged PDF on US letter paper (headings, paragraphs, lists, tables and one figure with words; reading order is
 * drawing order). The first page is for the oncologist. Every source number is a link to the quoted words at the end. The first trials that
 * are possible are told in full, the others in a row; the page and the table beside it hold everything.
 */
export async function reportPdf(report: Report, { full = false }: PdfOptions = {}): Promise<Uint8Array> {
  const paper = new PdfPaper(report.title)
  const { counts } = report
  for (const alarm of report.alarms) paper.alarm(`Stop and check first: ${alarm.message}`, alarm.sources)
  writeFirstPage(paper, report)
  if (report.changes) writeChanges(paper, report.changes)
  paper.needs(heightOf(report.picture) + HEADING)
  paper.heading(2, 'Your history')
  drawPicture(paper, report.picture)
  writeQuestions(paper, report)
  paper.heading(2, `Possible trials (${counts.possible})`)
  if (report.possible.length === 0) paper.paragraph('No open trial in the registry copy fits what your records say today.')
  writeTrials(paper, report.possible, full ? report.possible.length : IN_FULL, full)
  paper.heading(2, `Not now, but perhaps later (${counts.notNow})`)
  if (report.notNow.length === 0) paper.paragraph('None.')
  writeNotNow(paper, report.notNow, full)
  writeOthers(paper, report, full)
  paper.heading(2, `Ruled out by your records (${counts.excluded})`)
  if (report.excluded.length > 0) writeExcluded(paper, report.excluded, full)
  writeFacts(paper, report)
  writeFunnel(paper, report)
  writeDocuments(paper, report)
  paper.heading(2, 'Method')
  for (const { heading, text } of report.method) {
    paper.heading(3, heading)
    paper.paragraph(text)
  }
  writeSources(paper, report)
  return paper.finish()
}

/** Room for a heading of a section, so that it never stands apart from the picture under it. */
const HEADING = 50

/** Questions told on paper; the page has them all. */
const QUESTIONS = 20

function writeFirstPage(paper: PdfPaper, report: Report): void {
  const { brief, best, questions, checks, toKnow } = report
  paper.heading(1, report.title)
  paper.paragraph(leadWords(report), { small: true })
  paper.paragraph(
    `Made ${report.made.slice(0, 10)}${report.registry ? ` from ${report.registry}` : ''}. This is not medical advice: take it to your care team. ${WHOLE}`,
    { soft: true, tiny: true },
  )
  for (const check of checks) paper.paragraph(`Please check: ${check.message}`, { sources: check.sources, strong: true })
  paper.heading(2, 'At a glance, for your oncologist')
  paper.table(
    undefined,
    brief.map(({ label, value, sources }) => [{ text: label }, { text: value, sources }]),
    [0.2, 0.8],
    { tiny: true },
  )
  paper.heading(3, 'The trials that fit best')
  if (best.length === 0) paper.paragraph('No open trial in the registry copy fits what the records say today.')
  paper.list(
    best.map(({ rank, id, title, why, where, sources }) => ({
      text: `${rank}. ${id}: ${cutAtWord(title, 105)}`,
      sources,
      below: `${why} ${where.endsWith('.') ? where : `${where}.`}`,
    })),
    { tiny: true },
  )
  paper.heading(3, 'Questions and new tests that would settle the most')
  if (questions.length + toKnow.length === 0) paper.paragraph('None.')
  paper.list(
    [...questions.slice(0, 5), ...toKnow.slice(0, 3)].map((one) => ({ text: `· ${questionWords(one)}` })),
    { tiny: true },
  )
}

const questionWords = ({ text, settles }: AskedQuestion) => `${text} (${settlesWords(settles)})`

function writeFacts(paper: PdfPaper, { summary, disagreements }: Report): void {
  paper.heading(2, 'Facts used')
  for (const group of summary) {
    paper.heading(3, group.heading)
    paper.table(
      ['Fact', 'What the records say'],
      group.lines.map((line) => [
        { text: line.label },
        { text: `${line.value}${line.date ? ` (${line.date})` : ''}${line.note ? ` – ${line.note}` : ''}`, sources: line.sources },
      ]),
      [0.34, 0.66],
      { small: true },
    )
  }
  if (disagreements.length === 0) return
  paper.heading(3, 'Where your records disagree')
  for (const one of disagreements) {
    paper.paragraph(`${one.about}: ${one.chosen} was taken, because ${one.reason}`, { sources: one.sources })
    for (const other of one.others) paper.paragraph(`Also said: ${other.value}`, { sources: other.sources, indent: 12 })
  }
}

function writeQuestions(paper: PdfPaper, { questions, toKnow }: Report): void {
  paper.heading(2, `Questions to ask (${questions.length})`)
  if (questions.length === 0) paper.paragraph('None: your records settle what the trials ask.')
  paper.list(
    questions.slice(0, QUESTIONS).map((question, i) => ({ text: `${i + 1}. ${questionWords(question)}` })),
    { small: true },
  )
  if (questions.length > QUESTIONS)
    paper.paragraph(`and ${questions.length - QUESTIONS} more that settle less, in report.html`, { soft: true, small: true, indent: 10 })
  if (toKnow.length === 0) return
  paper.heading(3, 'New tests and steps that would settle points')
  paper.list(
    toKnow.map((one) => ({ text: `· ${questionWords(one)}` })),
    { small: true },
  )
}

function writeSources(paper: PdfPaper, { sources }: Report): void {
  paper.heading(2, 'Sources')
  paper.paragraph('The words in your records behind each number in this file; those of all trials are in report.html.', {
    soft: true,
    small: true,
  })
  for (const source of sources) {
    if (!paper.linked.has(source.number)) continue
    const caution = cautionWords(source)
    paper.anchor(`source-${source.number}`)
    paper.paragraph(
      `[${source.number}] ${source.file}, page ${source.page}: “${cutAtWord(source.quote, 240)}”${caution === '' ? '' : ` (${caution})`}`,
      {
        small: true,
      },
    )
  }
}

function writeFunnel(paper: PdfPaper, { funnel }: Report): void {
  paper.heading(2, 'How we got here')
  paper.table(
    ['What came of it', 'Trials'],
    funnel.map((row) => [{ text: row.reason }, { text: String(row.count) }]),
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
