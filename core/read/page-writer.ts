/** A stretch of the page's text. */
export type Span = { start: number; end: number }

/** Writes the page of a structured source piece by piece, and knows where each piece came to stand. */
export class PageWriter {
  #parts: string[] = []
  #length = 0
  #end = ''

  get length(): number {
    return this.#length
  }

  /** Adds text as it is. */
  write(text: string): Span {
    const start = this.#length
    if (text !== '') {
      this.#parts.push(text)
      this.#length += text.length
      this.#end = text.length >= 2 ? text.slice(-2) : (this.#end + text).slice(-2)
    }
    return { start, end: this.#length }
  }

  /** Ends the line that was begun, if one was. */
  endLine(): void {
    if (this.#length > 0 && !this.#end.endsWith('\n')) this.write('\n')
  }

  /** An empty line, so that what follows stands apart. */
  gap(): void {
    this.endLine()
    if (this.#length > 0 && this.#end !== '\n\n') this.write('\n')
  }

  /** A line of its own; its span is without the line end. */
  line(text: string): Span {
    this.endLine()
    const span = this.write(text)
    this.write('\n')
    return span
  }

  /** All that was written. */
  text(): string {
    return this.#parts.join('')
  }
}
