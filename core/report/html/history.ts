import type { Picture } from '../picture.ts'
import { html, type Markup } from './markup.ts'
import { pictureSvg } from './picture-svg.ts'
import { sourceLinks } from './source-links.ts'

/** The history as a picture – one for a desk, one for a phone – and as a table with the same words. */
export function historySection(picture: Picture): Markup {
  return html`<section id="history"><h2>Your history</h2>
${pictureSvg(picture, 'wide')}${pictureSvg(picture, 'narrow')}
<details><summary>The same as a table</summary><table><caption>Your history from ${picture.from} to ${picture.to}</caption><thead><tr><th scope="col">What</th><th scope="col">Event and date</th></tr></thead>${picture.lanes.map(
    (lane) =>
      html`<tbody>${lane.marks.map((mark, i) => html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${lane.marks.length}">${lane.label}</th>`}<td>${mark.words} ${sourceLinks(mark.sources)}</td></tr>`)}</tbody>`,
  )}</table></details></section>`
}
