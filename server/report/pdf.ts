import { distanceWords } from '@carefolio/core/report/distance-words.ts'
import { leadWords, settlesWords } from '@carefolio/core/report/lead-words.ts'
import type { AskedQuestion } from '@carefolio/core/report/questions-section.ts'
import type { Report, UnjudgedTrial } from '@carefolio/core/report/report.ts'
import { cautionWords } from '@carefolio/core/report/sources.ts'
import type { CriterionLine, ShortTrial, TrialSection } from '@carefolio/core/report/trial-section.ts'
import { writeChanges } from './pdf-changes.ts'
import { PdfPaper } from './pdf-paper.ts'
import { drawPicture, heightOf } from './pdf-picture.ts'

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
  writeTrials(paper, report.possible, full ? report.possible.length : IN_FULL)
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

/** As many as people read on paper in full; all others as a row each, their reasons being on the page. */
const IN_FULL = 25
const WHOLE = 'All trials with every criterion are in report.html and trials.csv beside this file; nothing is lost.'

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
      text: `${rank}. ${id}: ${short(title, 105)}`,
      sources,
      below: `${why} ${where}.`,
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

function writeTrials(paper: PdfPaper, trials: readonly TrialSection[], inFull: number): void {
  for (const trial of trials.slice(0, inFull)) writeTrial(paper, trial)
  writeRows(paper, trials.slice(inFull), inFull > 0)
}

function writeRows(paper: PdfPaper, trials: readonly TrialSection[], more: boolean): void {
  if (trials.length === 0) return
  if (more) paper.heading(3, `${trials.length} more, in short`)
  paper.paragraph(WHOLE, { soft: true, small: true })
  paper.table(
    ['Rank', 'Trial', 'Status', 'To confirm', 'Nearest open site'],
    trials.map((trial) => [
      { text: String(trial.rank) },
      { text: `${trial.id}: ${short(trial.title)}` },
      { text: trial.status },
      { text: String(trial.confirm.length + trial.notUnderstood.length) },
      { text: trial.site.is === 'open' && trial.site.nearest ? distanceWords(trial.site.nearest.distanceKm) : 'none listed' },
    ]),
    [0.07, 0.56, 0.14, 0.08, 0.15],
    { tiny: true },
  )
}

function writeNotNow(paper: PdfPaper, trials: readonly TrialSection[], full: boolean): void {
  if (full || trials.length === 0) {
    writeTrials(paper, trials, trials.length)
    return
  }
  paper.paragraph(WHOLE, { soft: true, small: true })
  paper.table(
    ['Rank', 'Trial', 'What would have to change'],
    trials.map(({ rank, id, title, rulesOut }) => {
      const [first, ...rest] = rulesOut
      return [
        { text: String(rank) },
        { text: `${id}: ${short(title, 90)}` },
        {
          text: first
            ? `${short(first.because, 140)}${first.until ? ` (may pass from ${first.until})` : ''}${rest.length > 0 ? ` And ${rest.length} more.` : ''}`
            : '',
          sources: first?.sources ?? [],
        },
      ]
    }),
    [0.07, 0.4, 0.53],
    { tiny: true },
  )
}

function writeOthers(paper: PdfPaper, { care, notOpen, notJudged, counts }: Report, full: boolean): void {
  paper.heading(2, `Not meant to treat the cancer (${counts.care})`)
  paper.paragraph(care.length === 0 ? 'None.' : 'Trials of comfort, prevention, pictures or tests that your records do not rule out.')
  writeTrials(paper, care, full ? care.length : 0)
  paper.heading(2, `Not open today (${counts.notOpen})`)
  paper.paragraph(
    notOpen.length === 0
      ? 'None.'
      : 'Your records do not rule these out, but they take nobody today, or the registry does not say whether they are open.',
  )
  writeTrials(paper, notOpen, full ? notOpen.length : 0)
  paper.heading(2, `Not judged: no published criteria (${counts.notJudged})`)
  if (notJudged.length === 0) paper.paragraph('None.')
  else {
    paper.paragraph(
      notJudged.length === 1
        ? 'The registry publishes no criteria for this trial; it was not judged.'
        : `The registry publishes no criteria for these ${notJudged.length} trials; they were not judged.`,
    )
    paper.list(
      notJudged.slice(0, full ? notJudged.length : IN_FULL).map((trial) => ({ text: unjudgedWords(trial) })),
      { small: true },
    )
    const rest = full ? [] : notJudged.slice(IN_FULL)
    if (rest.length > 0)
      paper.paragraph(`And ${rest.length} more, with their titles in report.html: ${rest.map(({ id }) => id).join(', ')}`, { small: true })
  }
}

const unjudgedWords = ({ id, title, status, site }: UnjudgedTrial) =>
  `${id}: ${short(title)} (${status}${site.is === 'open' && site.nearest ? `, ${distanceWords(site.nearest.distanceKm)}` : ''})`

function writeTrial(paper: PdfPaper, trial: TrialSection): void {
  const { site, silent, met, team } = trial
  paper.heading(3, `${trial.rank}. ${short(trial.title, 160)}`)
  paper.paragraph(
    `${trial.id} · ${trial.status} · ${trial.phase}${trial.cohort ? ` · for you: ${trial.cohort}` : ''}${trial.drugs.length > 0 ? ` · ${trial.drugs.slice(0, 6).join(', ')}` : ''}`,
    { soft: true, small: true, ...(trial.url ? { link: trial.url } : {}) },
  )
  paper.paragraph(
    site.nearest
      ? `${site.words}: ${[site.nearest.facility, site.nearest.city, site.nearest.state, site.nearest.country].filter(Boolean).join(', ')} – ${distanceWords(site.nearest.distanceKm)}`
      : site.words,
    site.is === 'open' ? { small: true } : { small: true, soft: true },
  )
  writeCriteria(paper, 'What stands in the way today', '✗', trial.rulesOut)
  if (trial.fits.length > 0) {
    paper.heading(4, 'Why it fits')
    paper.list(
      trial.fits.map(({ about, text, sources }) => ({ text: `✓ ${about}: ${text}`, sources })),
      { small: true },
    )
  }
  writeCriteria(paper, 'To confirm', '?', trial.confirm)
  if (trial.notUnderstood.length > 0) {
    paper.heading(4, `Not understood by this program (${trial.notUnderstood.length}): please read these yourself`)
    paper.list(
      trial.notUnderstood.map(({ criterion }) => ({ text: `? “${short(criterion, 240)}”` })),
      { small: true },
    )
  }
  const contacts = trial.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')
  paper.paragraph(
    `${silent.length} conditions that would keep you out are not mentioned in your records: confirm them with your doctor. ${met.length} criteria are met by words of your records, ${team.length} are for the trial team. Design: ${trial.design}. Sponsor: ${trial.sponsor}. Last registry update: ${trial.lastUpdate ?? 'not stated'}.${contacts ? ` Contact: ${contacts}.` : ''}`,
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
      below: `“${short(line.criterion, 320)}”${line.ask.length > 0 ? ` Would settle it: ${line.ask.join(' ')}` : ''}`,
    })),
    { small: true },
  )
}

/** One reason each, with the words of the criterion. */
function writeExcluded(paper: PdfPaper, trials: readonly ShortTrial[], full: boolean): void {
  paper.paragraph(`Each with the criterion that decides. ${WHOLE}`, { soft: true, small: true })
  paper.table(
    ['Trial', 'What decides'],
    trials.map(({ id, title, decides: [first] }) => [
      { text: `${id}: ${short(title, full ? 1000 : 68)}` },
      {
        text: first ? `✗ ${short(first.because, full ? 1000 : 88)} “${short(first.criterion, full ? 2000 : 76)}”` : '',
        sources: first?.sources.slice(0, 1) ?? [],
      },
    ]),
    [0.34, 0.66],
    { tiny: true },
  )
}

/** Cut at a word; the page has the whole. */
function short(text: string, most = 110): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most - 1)).replace(/[,;:(]+$/, '')} …`
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
      `[${source.number}] ${source.file}, page ${source.page}: “${short(source.quote, 240)}”${caution === '' ? '' : ` (${caution})`}`,
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
