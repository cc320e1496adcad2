import { distanceWords } from '@carefolio/core/report/distance-words.ts'
import type { Report, UnjudgedTrial } from '@carefolio/core/report/report.ts'
import type { CriterionLine, ShortTrial, TrialSection } from '@carefolio/core/report/trial-section.ts'
import { cutAtWord } from './cut-at-word.ts'
import type { PdfPaper } from './pdf-paper.ts'

/** As many as people read on paper in full; all others as a row each, their reasons being on the page. */
export const IN_FULL = 25
export const WHOLE = 'All trials with every criterion are in report.html and trials.csv beside this file; nothing is lost.'

export function writeTrials(paper: PdfPaper, trials: readonly TrialSection[], inFull: number, every = false): void {
  for (const trial of trials.slice(0, inFull)) writeTrial(paper, trial, every)
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
      { text: `${trial.id}: ${cutAtWord(trial.title)}` },
      { text: trial.status },
      { text: String(trial.confirm.length + trial.notUnderstood.length) },
      { text: trial.site.is === 'open' && trial.site.nearest ? distanceWords(trial.site.nearest.distanceKm) : 'none listed' },
    ]),
    [0.07, 0.56, 0.14, 0.08, 0.15],
    { tiny: true },
  )
}

export function writeNotNow(paper: PdfPaper, trials: readonly TrialSection[], full: boolean): void {
  if (full || trials.length === 0) {
    writeTrials(paper, trials, trials.length, full)
    return
  }
  paper.paragraph(WHOLE, { soft: true, small: true })
  paper.table(
    ['Rank', 'Trial', 'What would have to change'],
    trials.map(({ rank, id, title, rulesOut }) => {
      const [first, ...rest] = rulesOut
      return [
        { text: String(rank) },
        { text: `${id}: ${cutAtWord(title, 90)}` },
        {
          text: first
            ? `${cutAtWord(first.because, 140)}${first.until ? ` (may pass from ${first.until})` : ''}${rest.length > 0 ? ` And ${rest.length} more.` : ''}`
            : '',
          sources: first?.sources ?? [],
        },
      ]
    }),
    [0.07, 0.4, 0.53],
    { tiny: true },
  )
}

export function writeOthers(paper: PdfPaper, { care, notOpen, notJudged, counts }: Report, full: boolean): void {
  paper.heading(2, `Not meant to treat the cancer (${counts.care})`)
  paper.paragraph(care.length === 0 ? 'None.' : 'Trials of comfort, prevention, pictures or tests that your records do not rule out.')
  writeTrials(paper, care, full ? care.length : 0, full)
  paper.heading(2, `Not open today (${counts.notOpen})`)
  paper.paragraph(
    notOpen.length === 0
      ? 'None.'
      : 'Your records do not rule these out, but they take nobody today, or the registry does not say whether they are open.',
  )
  writeTrials(paper, notOpen, full ? notOpen.length : 0, full)
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
  `${id}: ${cutAtWord(title)} (${status}${site.is === 'open' && site.nearest ? `, ${distanceWords(site.nearest.distanceKm)}` : ''})`

/** `every`: also the criteria that are met, not mentioned, or the team's, which are else only counted. */
function writeTrial(paper: PdfPaper, trial: TrialSection, every: boolean): void {
  const { site, silent, met, team } = trial
  paper.heading(3, `${trial.rank}. ${cutAtWord(trial.title, 160)}`)
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
  writeCriteria(paper, 'What stands in the way today', '✗', trial.rulesOut, every)
  if (trial.fits.length > 0) {
    paper.heading(4, 'Why it fits')
    paper.list(
      trial.fits.map(({ about, text, sources }) => ({ text: `✓ ${about}: ${text}`, sources })),
      { small: true },
    )
  }
  writeCriteria(paper, 'To confirm', '?', trial.confirm, every)
  if (trial.notUnderstood.length > 0) {
    paper.heading(4, `Not understood by this program (${trial.notUnderstood.length}): please read these yourself`)
    paper.list(
      trial.notUnderstood.map(({ criterion }) => ({ text: `? “${cutAtWord(criterion, every ? 5000 : 240)}”` })),
      { small: true },
    )
  }
  if (every) {
    writeCriteria(paper, 'Would keep you out and is not mentioned in your records: confirm with your doctor', '?', silent, every)
    writeCriteria(paper, 'Met by words of your records', '✓', met, every)
    writeCriteria(paper, 'Asks nothing of you, or is for other groups', '·', trial.asksNothing, every)
    writeCriteria(paper, 'Your trial team will check', '·', team, every)
  }
  const contacts = trial.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')
  paper.paragraph(
    `${silent.length} conditions that would keep you out are not mentioned in your records: confirm them with your doctor. ${met.length} criteria are met by words of your records, ${team.length} are for the trial team. Design: ${trial.design}. Sponsor: ${trial.sponsor}. Last registry update: ${trial.lastUpdate ?? 'not stated'}.${contacts ? ` Contact: ${contacts}.` : ''}`,
    { small: true },
  )
}

function writeCriteria(paper: PdfPaper, heading: string, sign: string, lines: readonly CriterionLine[], every = false): void {
  if (lines.length === 0) return
  paper.heading(4, `${heading} (${lines.length})`)
  paper.list(
    lines.map((line) => ({
      text: `${sign} ${line.because}${line.until ? ` (may pass from ${line.until})` : ''}`,
      sources: line.sources,
      below: `“${cutAtWord(line.criterion, every ? 5000 : 320)}”${line.ask.length > 0 ? ` Would settle it: ${line.ask.join(' ')}` : ''}`,
    })),
    { small: true },
  )
}

/** One reason each, with the words of the criterion. */
export function writeExcluded(paper: PdfPaper, trials: readonly ShortTrial[], full: boolean): void {
  paper.paragraph(`Each with the criterion that decides. ${WHOLE}`, { soft: true, small: true })
  paper.table(
    ['Trial', 'What decides'],
    trials.map(({ id, title, decides: [first] }) => [
      { text: `${id}: ${cutAtWord(title, full ? 1000 : 68)}` },
      {
        text: first ? `✗ ${cutAtWord(first.because, full ? 1000 : 88)} “${cutAtWord(first.criterion, full ? 2000 : 76)}”` : '',
        sources: first?.sources.slice(0, 1) ?? [],
      },
    ]),
    [0.34, 0.66],
    { tiny: true },
  )
}
