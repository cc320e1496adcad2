/** A list in which each thing stands once; `keyOf` says which things are the same. Numbers count from 0. */
export class NumberedList<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keyOf: (item: T) => string

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf
  }

  numberOf(item: T): number {
    const key = this.#keyOf(item)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    this.all.push(item)
    return this.all.length - 1
  }
}
