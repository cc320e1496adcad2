import { settlesWords } from '../lead-words.ts'
import type { Check, Report } from '../report.ts'
import { html, type Markup } from './markup.ts'
import { sourceLinks } from './source-links.ts'

/** The person, the best trials and the first questions on one page: what an oncologist reads in ten minutes. */
export function glanceSection({ brief, best, questions, toKnow, checks }: Report): Markup {
  return html`<section id="glance"><h2>At a glance, for you and your oncologist</h2>
${checks.map(checkLine)}
<table class="facts"><caption>What the records say</caption><tbody>${brief.map(
    ({ label, value, sources, missing }) =>
      html`<tr><th scope="row">${label}</th><td${missing ? html` class="soft"` : html``}>${value} ${sourceLinks(sources)}</td></tr>`,
  )}</tbody></table>
<h3>The trials that fit best</h3>
${
  best.length === 0
    ? html`<p>No open trial in the registry copy fits what the records say today.</p>`
    : html`<ol class="best">${best.map((trial) => html`<li><a href="#trial-${trial.id}">${trial.title}</a> <span class="soft">${trial.id}</span><br>${trial.why} ${sourceLinks(trial.sources)}<br><span class="soft">${trial.where}</span></li>`)}</ol>`
}
<h3>Questions and new tests that would settle the most</h3>
${questions.length + toKnow.length === 0 ? html`<p>None.</p>` : html`<ul>${[...questions.slice(0, FIRST), ...toKnow.slice(0, FIRST_TESTS)].map(({ text, settles }) => html`<li>${text} <span class="soft">(${settlesWords(settles)})</span></li>`)}</ul>`}</section>`
}
const FIRST = 5
const FIRST_TESTS = 3

export const checkLine = ({ message, sources }: Check): Markup =>
  html`<p class="warn"><strong>Please check:</strong> ${message} ${sourceLinks(sources)}</p>`
