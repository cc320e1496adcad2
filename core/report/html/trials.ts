import type { CriterionLine, ShortTrial, TrialSection } from '../trial-section.ts'
import { html, type Markup } from './markup.ts'
import { siteLines } from './sites.ts'
import { sourceLinks } from './source-links.ts'

export function trialsSection(id: string, heading: string, trials: readonly TrialSection[], none: string): Markup {
  return html`<section id="${id}"><h2>${heading} (${trials.length})</h2>${trials.length === 0 ? html`<p>${none}</p>` : trials.map(trialArticle)}</section>`
}

function trialArticle(trial: TrialSection): Markup {
  return html`<article class="trial" aria-labelledby="trial-${trial.id}">
<h3 id="trial-${trial.id}">${trial.rank}. ${trial.title}</h3>
<p>${trial.url ? html`<a href="${trial.url}">${trial.id}</a>` : trial.id}${trial.cohort && html` · for you: <strong>${trial.cohort}</strong>`}</p>
<ul class="tags"><li class="${trial.open ? 'open' : 'closed'}">${trial.status}</li><li>${trial.phase}</li>${trial.drugs.slice(0, 6).map((drug) => html`<li>${drug}</li>`)}</ul>
${trial.nearest ? html`<p><strong>Nearest open site:</strong> ${siteLines.one(trial.nearest)}</p>` : html`<p class="soft">${trial.sites.length === 0 ? 'No site is listed.' : 'No open site is known.'}</p>`}
${criteria('rules-out', trial.rulesOut.length > 0 ? 'What stands in the way today' : '', trial.rulesOut)}
${criteria('confirm', trial.confirm.length > 0 ? `To confirm (${trial.confirm.length})` : '', trial.confirm)}
${folded(`Why it fits (${trial.fits.length} criteria)`, criteria('fits', '', trial.fits))}
${trial.notUnderstood.length > 0 && folded(`Not understood by this program (${trial.notUnderstood.length}): please read these yourself`, criteria('confirm', '', trial.notUnderstood))}
${trial.asksNothing.length > 0 && folded(`Asks nothing of you, or is for other groups (${trial.asksNothing.length})`, criteria('team', '', trial.asksNothing))}
${trial.team.length > 0 && folded(`Your trial team will check (${trial.team.length})`, criteria('team', '', trial.team))}
${folded(
  'About the trial, sites and contacts',
  html`${trial.summary && html`<p>${trial.summary}</p>`}<p>Design: ${trial.design}. Sponsor: ${trial.sponsor}. Last registry update: ${trial.lastUpdate ?? 'not stated'}${trial.fetchedAt ? `, fetched ${trial.fetchedAt.slice(0, 10)}` : ''}.</p>
${trial.cohorts.length > 0 && html`<p>Cohorts: ${trial.cohorts.map((cohort) => `${cohort.name} (${cohort.outcome.replace('-', ' ')})`).join('; ')}.</p>`}
${trial.contacts.length > 0 && html`<p>Contact: ${trial.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')}</p>`}
${siteLines.all(trial.sites)}`,
)}
</article>`
}

export function excludedSection(trials: readonly ShortTrial[]): Markup {
  return html`<section id="ruled-out"><h2>Ruled out by your records (${trials.length})</h2><p>Each with the criterion that decides and the words it was judged by. Ask if you think a fact is wrong.</p>
${trials.map((trial) => html`<details class="ruled-out"><summary>${trial.id}: ${trial.title}${trial.open ? '' : ' (not open)'}</summary>${criteria('rules-out', '', trial.decides)}${trial.url && html`<p><a href="${trial.url}">${trial.url}</a></p>`}</details>`)}</section>`
}

function criteria(name: string, heading: string, lines: readonly CriterionLine[]): Markup {
  if (lines.length === 0) return html``
  return html`${heading !== '' && html`<h4>${heading}</h4>`}<ul class="criteria ${name}">${lines.map(
    (line) =>
      html`<li><span class="because">${line.because}</span> ${sourceLinks(line.sources)}${line.until && html` <span class="soft">(may pass from ${line.until})</span>`}<blockquote>${line.criterion}</blockquote>${line.ask.length > 0 && html`<p class="soft">Would settle it: ${line.ask.join(' ')}</p>`}</li>`,
  )}</ul>`
}

const folded = (summary: string, body: Markup) => html`<details><summary>${summary}</summary>${body}</details>`
