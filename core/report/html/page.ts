import { leadWords, settlesWords } from '../lead-words.ts'
import type { AskedQuestion } from '../questions-section.ts'
import type { Report } from '../report.ts'
import { changesSection } from './changes.ts'
import { checkLine, glanceSection } from './glance.ts'
import { historySection } from './history.ts'
import { html, Markup } from './markup.ts'
import { type HrefOf, sourceLinks, sourcesSection } from './source-links.ts'
import { STYLE } from './style.ts'
import { excludedSection, foldedTrials, trialsSection, unjudgedSection } from './trials.ts'

export type PageOptions = {
  /** Where a source file can be opened from the page; undefined when it cannot. */
  hrefOf?: HrefOf
  /** Where the table of every criterion lies, when there is one. */
  table?: string
}

/** The report as one self-contained web page: no script, nothing fetched from anywhere, readable aloud and on paper. */
export function reportPage(report: Report, options: PageOptions = {}): string {
  const { counts } = report
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${report.title} – ${report.asOf}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#trials">Skip to the trials</a>
<header>
${report.alarms.map((alarm) => html`<div class="alarm" role="alert"><strong>Stop and check first:</strong> ${alarm.message} ${sourceLinks(alarm.sources)}</div>`)}
<h1>${report.title}</h1>
<p class="lead">${leadWords(report)}</p>
<p class="soft">Made ${report.made.slice(0, 10)}${report.registry ? ` from ${report.registry}` : ''}. This is not medical advice: take it to your care team.</p>
<p>How to use this: check the facts in “At a glance”, take the first page of the PDF to your oncologist, and bring answers to the questions. Nothing here must be decided today.</p>
<nav id="contents" aria-label="Contents"><ul>
${report.changes && html`<li><a href="#changes">What changed</a></li>`}<li><a href="#glance">At a glance</a></li><li><a href="#history">Your history</a></li><li><a href="#questions">Questions to ask</a></li><li><a href="#trials">Possible trials</a></li><li><a href="#not-now">Not now</a></li><li><a href="#care">Care and tests</a></li><li><a href="#not-open">Not open</a></li><li><a href="#not-judged">Not judged</a></li><li><a href="#ruled-out">Ruled out</a></li><li><a href="#facts">Facts used</a></li><li><a href="#funnel">How we got here</a></li><li><a href="#documents">Documents</a></li><li><a href="#method">Method</a></li><li><a href="#sources">Sources</a></li>
</ul></nav>
</header>
<main>
${report.changes && changesSection(report.changes)}
${glanceSection(report)}
${historySection(report.picture)}
${questionsSection(report)}
${trialsSection({
  id: 'trials',
  heading: 'Possible trials',
  lead: `${counts.openNow} of them ${counts.openNow === 1 ? 'has' : 'have'} a site that the registry lists as open, and ${counts.openNow === 1 ? 'comes' : 'come'} first.`,
  none: 'No open trial in the registry copy fits what your records say today.',
  trials: report.possible,
})}
${trialsSection({ id: 'not-now', heading: 'Not now, but perhaps later', none: 'None.', trials: report.notNow })}
${foldedTrials('care', 'Not meant to treat the cancer', 'Trials of comfort, prevention, pictures or tests that your records do not rule out.', report.care)}
${foldedTrials('not-open', 'Not open today', 'Your records do not rule these out, but they take nobody today, or the registry does not say whether they are open.', report.notOpen)}
${unjudgedSection(report.notJudged)}
${excludedSection(report.excluded)}
${factsSection(report)}
${funnelSection(report, options.table)}
${documentsSection(report)}
<section id="method"><h2>Method</h2>${report.method.map(({ heading, text }) => html`<h3>${heading}</h3><p>${text}</p>`)}</section>
${sourcesSection(report.sources, options.hrefOf)}
</main>
<footer><a class="top" href="#contents">Contents</a></footer>
</body>
</html>
`
  return page.text
}

function factsSection({ summary, disagreements, checks }: Report): Markup {
  return html`<section id="facts"><h2>Facts used</h2>
<p>Each number leads to the words in your records. Tell your care team when something is wrong.</p>
${checks.map(checkLine)}
${summary.map(
  (group) =>
    html`<table class="facts"><caption>${group.heading}</caption><tbody>${group.lines.map(
      (line) =>
        html`<tr><th scope="row">${line.label}</th><td${line.flag ? html` class="flag"` : html``}>${line.value}${line.date ? html` <span class="soft">(${line.date})</span>` : undefined} ${sourceLinks(line.sources)}${line.note ? html`<br><span class="soft">${line.note}</span>` : undefined}</td></tr>`,
    )}</tbody></table>`,
)}
${
  disagreements.length > 0 &&
  html`<h3>Where your records disagree</h3>${disagreements.map(
    (one) =>
      html`<p class="warn"><strong>${one.about}:</strong> ${one.chosen} was taken, because ${one.reason} ${sourceLinks(one.sources)} Also said: ${one.others.map((other, i) => html`${i > 0 ? '; ' : ''}${other.value} ${sourceLinks(other.sources)}`)}</p>`,
  )}`
}</section>`
}

function questionsSection({ questions, toKnow }: Report): Markup {
  const item = ({ text, settles, document }: AskedQuestion) =>
    html`<li>${text} <span class="soft">(${settlesWords(settles)}${document ? `; look in: ${document}` : ''})</span></li>`
  const [first, rest] = [questions.slice(0, FIRST_QUESTIONS), questions.slice(FIRST_QUESTIONS)]
  return html`<section id="questions"><h2>Questions to ask (${questions.length})</h2>
${questions.length === 0 ? html`<p>None: your records settle what the trials ask.</p>` : html`<p>The answers that would settle a point in the most possible trials come first.</p><ol>${first.map(item)}</ol>`}
${rest.length > 0 && html`<details><summary>${rest.length} more questions</summary><ol start="${FIRST_QUESTIONS + 1}">${rest.map(item)}</ol></details>`}
${toKnow.length > 0 && html`<h3>New tests and steps that would settle points</h3><ul>${toKnow.map(item)}</ul>`}</section>`
}
const FIRST_QUESTIONS = 12

function funnelSection({ counts, funnel }: Report, table: string | undefined): Markup {
  return html`<section id="funnel"><h2>How we got here</h2><table><caption>${counts.considered} trials were considered</caption><thead><tr><th scope="col">What came of it</th><th scope="col" class="number">Trials</th></tr></thead><tbody>${funnel.map((row) => html`<tr><td>${row.reason}</td><td class="number">${row.count}</td></tr>`)}</tbody></table>${table !== undefined && html`<p><a href="${table}">Every criterion of every trial as a table (CSV)</a></p>`}</section>`
}

function documentsSection({ documents }: Report): Markup {
  return html`<section id="documents"><h2>Documents</h2><p>${documents.length} ${documents.length === 1 ? 'file was' : 'files were'} received.</p><ul class="plain">${documents.map(
    ({ file, kind, date, pages, read, sameAs, message, wayOut }) =>
      html`<li>${file} <span class="soft">(${kind}; ${date ?? 'no date stated'}; ${pages} ${pages === 1 ? 'page' : 'pages'})</span>${
        sameAs ? html`: same as ${sameAs}` : read ? html`` : html`: <strong>not read.</strong> ${message} ${wayOut}`
      }</li>`,
  )}</ul></section>`
}
