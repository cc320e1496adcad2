import type { DiffPart } from '../../match/word-diff.ts'
import type { ChangedTrial, ChangesSection } from '../changes-section.ts'
import { html, type Markup } from './markup.ts'
import { sourceLinks } from './source-links.ts'

export function changesSection(changes: ChangesSection): Markup {
  const { since, consideredBefore, lists, changed, alike, stillExcluded } = changes
  const nothing = lists.length === 0 && changed.length === 0 && alike.length === 0
  return html`<section id="changes"><h2>What changed since <span class="date">${since}</span></h2>
<p class="soft">Compared with the report as of ${since}, which looked at ${consideredBefore} trials.</p>
${nothing && html`<p>Nothing that matters for you.</p>`}
${lists.map((list) => html`<h3>${list.heading} (${list.trials.length})</h3>${folding(list.trials.map(({ id, title, outcome }) => html`<li>${id}: ${title} <span class="soft">(${outcome})</span></li>`))}`)}
${changed.length > 0 && html`<h3>Changed for you (${changed.length})</h3>${changed.map(changedTrial)}`}
${alike.length > 0 && html`<h3>Single points that changed in other trials</h3>${folding(alike.map((one) => html`<li>${one.because} ${sourceLinks(one.sources)} <span class="soft">(${one.words}; in ${one.trials} ${one.trials === 1 ? 'trial' : 'trials'})</span></li>`))}`}
${stillExcluded > 0 && html`<p class="soft">${stillExcluded} ${stillExcluded === 1 ? 'trial' : 'trials'} that your records rule out changed in other ways and ${stillExcluded === 1 ? 'stays' : 'stay'} ruled out.</p>`}
</section>`
}

/** The first few are seen at once, the rest on demand. */
function folding(items: readonly Markup[]): Markup {
  const [first, rest] = [items.slice(0, SEEN), items.slice(SEEN)]
  return html`<ul>${first}</ul>${rest.length > 0 && html`<details><summary>${rest.length} more</summary><ul>${rest}</ul></details>`}`
}
const SEEN = 8

function changedTrial({ id, title, outcome, criteria, verdicts, more }: ChangedTrial): Markup {
  return html`<details class="changed"><summary>${id}: ${title}${outcome && html` – ${outcome}`}</summary>
${verdicts.length > 0 && html`<ul class="verdicts">${verdicts.map((one) => html`<li><span class="because">${one.because}</span> ${sourceLinks(one.sources)} <span class="soft">(${one.words})</span><blockquote>${one.criterion}</blockquote></li>`)}${more > 0 && html`<li class="soft">and ${more} more</li>`}</ul>`}
${criteria && html`<h4>Criteria as amended</h4><p class="diff">${criteria.map(diffPart)}</p>`}
</details>`
}

const diffPart = ({ is, words }: DiffPart): Markup =>
  is === 'added' ? html`<ins>${words}</ins> ` : is === 'removed' ? html`<del>${words}</del> ` : html`${words} `
