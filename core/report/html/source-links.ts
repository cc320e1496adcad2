import { cautionWords, type Source } from '../sources.ts'
import { html, type Markup } from './markup.ts'

export type HrefOf = (source: Source) => string | undefined

/** Small numbers behind a statement that lead to the quoted words. */
export function sourceLinks(numbers: readonly number[]): Markup {
  if (numbers.length === 0) return html``
  return html`<span class="src">${numbers.map((number) => html`<a href="#source-${number}" aria-label="source ${number}">[${number}]</a>`)}</span>`
}

export function sourcesSection(sources: readonly Source[], hrefOf: HrefOf = () => undefined): Markup {
  return html`<section id="sources"><h2>Sources</h2><p>The words in your records behind each number.</p><ol class="plain">${sources.map(
    (source) => {
      const href = hrefOf(source)
      const place = `${source.file}, page ${source.page}`
      return html`<li id="source-${source.number}">${href ? html`<a href="${href}">${place}</a>` : place}: <q>${source.quote}</q>${caution(source)}</li>`
    },
  )}</ol></section>`
}

function caution(source: Source): Markup {
  const words = cautionWords(source)
  return words === '' ? html`` : html` <strong>${words}</strong>`
}
