import type { UnjudgedTrial } from '../report.ts'
import type { CriterionLine, FitLine, ShortTrial, TrialSection } from '../trial-section.ts'
import { html, type Markup } from './markup.ts'
import { siteLines } from './sites.ts'
import { sourceLinks } from './source-links.ts'

export type TrialList = { id: string; heading: string; lead?: string; none: string; trials: readonly TrialSection[] }

/** The first trials of a list are open to read, each further one opens at a touch; nothing is left out. */
export function trialsSection({ id, heading, lead, none, trials }: TrialList): Markup {
  const [first, rest] = [trials.slice(0, OPENED), trials.slice(OPENED)]
  return html`<section id="${id}"><h2>${heading} (${trials.length})</h2>${lead !== undefined && trials.length > 0 && html`<p>${lead}</p>`}
${trials.length === 0 ? html`<p>${none}</p>` : first.map(trialArticle)}
${rest.length > 0 && html`<h3>${rest.length} more, each opens at a touch</h3>${rest.map(foldedTrial)}`}</section>`
}
const OPENED = 15

function trialArticle(trial: TrialSection): Markup {
  return html`<article class="trial" aria-labelledby="trial-${trial.id}">
<h3 id="trial-${trial.id}">${trial.rank}. ${trial.title}</h3>
${trialBody(trial)}
</article>`
}

/** A list in which every trial opens at a touch. */
export function foldedTrials(id: string, heading: string, lead: string, trials: readonly TrialSection[]): Markup {
  return html`<section id="${id}"><h2>${heading} (${trials.length})</h2>${trials.length === 0 ? html`<p>None.</p>` : html`<p>${lead}</p>${trials.map(foldedTrial)}`}</section>`
}

/** A trial as one line that opens. */
function foldedTrial(trial: TrialSection): Markup {
  const open = trial.confirm.length + trial.notUnderstood.length
  const far = trial.site.nearest?.distanceKm === undefined ? '' : ` · ${Math.round(trial.site.nearest.distanceKm)} km`
  return html`<details class="trial" id="trial-${trial.id}"><summary>${trial.rank}. ${trial.title} <span class="soft">${trial.id} · ${trial.phase} · ${statusOf(trial)}${far} · ${open} to confirm</span></summary>
${trialBody(trial)}
</details>`
}

function trialBody(trial: TrialSection): Markup {
  const { site, fits, met, silent, confirm, notUnderstood, rulesOut, asksNothing, team } = trial
  return html`<p>${trial.url ? html`<a href="${trial.url}">${trial.id}</a>` : trial.id}${trial.cohort && html` · for you: <strong>${trial.cohort}</strong>`}</p>
<ul class="tags"><li class="${TAGS[site.is]}">${statusOf(trial)}</li><li>${trial.phase}</li>${trial.drugs.slice(0, 6).map((drug) => html`<li>${drug}</li>`)}</ul>
<p>${site.nearest ? html`<strong>${site.words}:</strong> ${siteLines.one(site.nearest)}` : html`<span class="soft">${site.words}</span>`}</p>
${shown('rules-out', 'What stands in the way today', rulesOut)}
${fits.length > 0 ? html`<h4>Why it fits</h4><ul class="criteria fits">${fits.map(fitLine)}</ul>` : html`<p class="soft">Nothing it asks for is borne out by words of your records yet.</p>`}
${shown('confirm', 'To confirm', confirm)}
${notUnderstood.length > 0 && folded(`Not understood by this program (${notUnderstood.length}): please read these yourself`, html`<ul class="criteria confirm">${notUnderstood.map(unreadLine)}</ul>`)}
${silent.length > 0 && folded(`${silent.length} ${silent.length === 1 ? 'condition that would keep you out is' : 'conditions that would keep you out are'} not mentioned in your records; confirm ${silent.length === 1 ? 'it' : 'them'} with your doctor`, criteria('confirm', silent))}
${met.length > 0 && folded(`Every criterion that your records meet (${met.length})`, criteria('fits', met))}
${asksNothing.length > 0 && folded(`Asks nothing of you, or is for other groups (${asksNothing.length})`, criteria('team', asksNothing))}
${team.length > 0 && folded(`Your trial team will check (${team.length})`, criteria('team', team))}
${folded(
  'About the trial, sites and contacts',
  html`${trial.summary && html`<p>${trial.summary}</p>`}<p>Design: ${trial.design}. Sponsor: ${trial.sponsor}. Last registry update: ${trial.lastUpdate ?? 'not stated'}${trial.fetchedAt ? `, fetched ${trial.fetchedAt.slice(0, 10)}` : ''}.</p>
${trial.cohorts.length > 0 && html`<p>Cohorts: ${trial.cohorts.map((cohort) => `${cohort.name} (${cohort.outcome.replace('-', ' ')})`).join('; ')}.</p>`}
${trial.contacts.length > 0 && html`<p>Contact: ${trial.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')}</p>`}
${siteLines.all(trial.sites)}`,
)}`
}

/** That a trial is open says little where no site is. */
const statusOf = ({ status, site }: TrialSection) => (site.is === 'none' ? `${status}, no open site listed` : status)
const TAGS = { open: 'open', soon: 'partly', none: 'partly', closed: 'closed' } as const

export function unjudgedSection(trials: readonly UnjudgedTrial[]): Markup {
  return html`<section id="not-judged"><h2>Not judged: no published criteria (${trials.length})</h2>
${
  trials.length === 0
    ? html`<p>None.</p>`
    : html`<p>The registry publishes no criteria for ${trials.length === 1 ? 'this trial' : `these ${trials.length} trials`}; ${trials.length === 1 ? 'it was' : 'they were'} not judged. Ask the trial team.</p>${folded(
        'Show them',
        html`<ul class="plain">${trials.map(({ id, url, title, status, phase, site }) => html`<li>${url ? html`<a href="${url}">${id}</a>` : id}: ${title} <span class="soft">(${phase}; ${status}${site.nearest ? html`; ${siteLines.one(site.nearest)}` : html``})</span></li>`)}</ul>`,
      )}`
}</section>`
}

export function excludedSection(trials: readonly ShortTrial[]): Markup {
  return html`<section id="ruled-out"><h2>Ruled out by your records (${trials.length})</h2><p>Each with the criterion that decides and the words it was judged by. Ask if you think a fact is wrong.</p>
${trials.map(({ id, url, title, status, decides: [first, ...rest] }) => html`<details class="ruled-out"><summary>${id}: ${title} <span class="soft">${status}</span>${first && html`<span class="why">${first.because}</span>`}</summary>${criteria('rules-out', first ? [first] : [])}${rest.length > 0 && html`<p class="soft">Also:</p>${criteria('rules-out', rest)}`}${url && html`<p><a href="${url}">${url}</a></p>`}</details>`)}</section>`
}

/** The registry's words come first where this program has nothing to say. */
const unreadLine = ({ criterion, because, sources }: CriterionLine): Markup =>
  html`<li>${criterion} ${sourceLinks(sources)}<br><span class="soft">${because}</span></li>`

const fitLine = ({ about, text, sources, criteria: met }: FitLine): Markup =>
  html`<li><span class="because">${about}:</span> ${text} ${sourceLinks(sources)} <span class="soft">(${met} ${met === 1 ? 'criterion' : 'criteria'})</span></li>`

/** The first lines are seen at once. */
function shown(name: string, heading: string, lines: readonly CriterionLine[]): Markup {
  if (lines.length === 0) return html``
  const [first, rest] = lines.length > SEEN + 1 ? [lines.slice(0, SEEN), lines.slice(SEEN)] : [lines, []]
  return html`<h4>${heading} (${lines.length})</h4>${criteria(name, first)}${rest.length > 0 && folded(`${rest.length} more`, criteria(name, rest))}`
}
const SEEN = 5

function criteria(name: string, lines: readonly CriterionLine[]): Markup {
  if (lines.length === 0) return html``
  return html`<ul class="criteria ${name}">${lines.map(
    (line) =>
      html`<li><span class="because">${line.because}</span> ${sourceLinks(line.sources)}${line.until && html` <span class="soft">(may pass from ${line.until})</span>`}<blockquote>${line.criterion}</blockquote>${line.ask.length > 0 && html`<p class="soft">Would settle it: ${line.ask.join(' ')}</p>`}</li>`,
  )}</ul>`
}

const folded = (summary: string, body: Markup) => html`<details><summary>${summary}</summary>${body}</details>`
