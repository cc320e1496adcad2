import type { Evidence } from '../record/evidence.ts'

/** One place in the person's records that a statement of the report rests on. Numbers count from 1. */
export type Source = { number: number; file: string; page: number; quote: string; unsure: boolean; path?: string }

/** Numbers each place once, in the order in which the report first speaks of it. */
export class SourceList {
  readonly #numbers = new Map<string, number>()
  readonly #sources: Source[] = []

  /** The numbers of these places; of many for one statement the first few are enough to check it. */
  numbersOf(evidence: readonly Evidence[], most = 4): number[] {
    return [...new Set(evidence.slice(0, most).map((one) => this.#numberOf(one)))]
  }

  all(): Source[] {
    return [...this.#sources]
  }

  #numberOf(evidence: Evidence): number {
    const key = `${evidence.document}|${evidence.page}|${evidence.start}|${evidence.end}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#sources.length + 1
    this.#numbers.set(key, number)
    this.#sources.push({
      number,
      file: evidence.file,
      page: evidence.page,
      quote: evidence.quote.replace(/\s+/g, ' '),
      unsure: evidence.unsure ?? false,
      ...(evidence.path === undefined ? {} : { path: evidence.path }),
    })
    return number
  }
}
