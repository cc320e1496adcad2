import type { Evidence } from '../record/evidence.ts'

/**
 * One place in the person's records that a statement of the report rests on. Numbers count from 1. `model`: the language model that found these
 * words, where no rule did.
 */
export type Source = { number: number; file: string; page: number; quote: string; unsure: boolean; path?: string; model?: string }

/** Numbers each place once, in the order in which the report first speaks of it. */
export class SourceList {
  readonly #numbers = new Map<string, number>()
  readonly #sources: Source[] = []
  readonly #places: Evidence[] = []

  /** The numbers of these places; of many for one statement the first few are enough to check it. */
  numbersOf(evidence: readonly Evidence[], most = 4): number[] {
    return [...new Set(evidence.slice(0, most).map((one) => this.#numberOf(one)))]
  }

  all(): Source[] {
    return [...this.#sources]
  }

  /** The same places as they stand in the documents, to be opened there: number 1 first. */
  places(): Evidence[] {
    return [...this.#places]
  }

  #numberOf(evidence: Evidence): number {
    const key = `${evidence.document}|${evidence.page}|${evidence.start}|${evidence.end}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#sources.length + 1
    this.#numbers.set(key, number)
    this.#places.push(evidence)
    this.#sources.push({
      number,
      file: evidence.file,
      page: evidence.page,
      quote: evidence.quote.replace(/\s+/g, ' '),
      unsure: evidence.unsure ?? false,
      ...(evidence.path === undefined ? {} : { path: evidence.path }),
      ...(evidence.by === undefined ? {} : { model: evidence.by.replace(/^model:/, '').replace(/@.*$/, '') }),
    })
    return number
  }
}

/** What a reader should know about how a source was read; empty when nothing. */
export const cautionWords = ({ unsure, model }: Source): string =>
  [
    unsure ? 'hard to read in the scan: please check' : '',
    model === undefined ? '' : `read by a language model (${model}), not by a rule: please check`,
  ]
    .filter((words) => words !== '')
    .join('; ')
