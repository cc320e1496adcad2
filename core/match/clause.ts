import type { Criterion } from '../record/criterion.ts'
import type { LeftOver } from './left-over/left-over.ts'

/**
 * The words of one criterion (or a part of it) made easy to read by rules, without moving any of them:
 * lower case, backslash escapes and odd spaces blanked, typographic dashes, quotes and comparison signs made plain.
 * `text.length` equals the length of the span, so `start + i` is the place of `text[i]` in the registry's text.
 */
export type Clause = {
  text: string
  /** Offset of `text[0]` in the trial's criteria text. */
  start: number
  section: Criterion['section']
  cohort?: string | undefined
  /** Set where the text is what all other kinds left over of a sentence. */
  leftOver?: LeftOver
}

export function clauseOf(criterion: Pick<Criterion, 'text' | 'start' | 'section' | 'cohort'>): Clause {
  return { text: plainText(criterion.text), start: criterion.start, section: criterion.section, cohort: criterion.cohort }
}

/** Length-preserving: every character is replaced by exactly one. */
export function plainText(text: string): string {
  if (PLAIN_BUT_FOR_CASE.test(text) && !text.includes('( )')) return text.toLowerCase()
  return (
    text
      .replace(/&(?:amp;)*((?:lt|gt|amp|le|ge|quot|nbsp);)/g, (entity, last: string) => (ENTITIES[`&${last}`] ?? ' ').padEnd(entity.length))
      .replace(/\\(?=[<>*[\]_#^~()+.\-=|])/g, ' ')
      .replace(/[\u00a0\u2000-\u200b\u202f\t\r\n]/g, ' ')
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/[‘’´`]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[（）［］，；：．]/g, (mark) => '()[],;:.'['（）［］，；：．'.indexOf(mark)] ?? ' ')
      .replace(/[×✕]/g, 'x')
      .replace(/[⩾≧]/g, '≥')
      .replace(/[⩽≦]/g, '≤')
      .replace(/\b(?:less|greater|more|lower|higher) than(?: or equal to)? ?\( ?([<>≤≥])(?: ?=)? ?\) ?(?=\d)/gi, (said, sign: string) =>
        sign.padStart(said.length),
      )
      // "Less than or equal to ( ) 3": the sign in brackets was lost.
      .replace(/\b(?:(less|fewer|lower)|greater|more|higher) than or equal to ?\( ?\) ?(?=\d)/gi, (said, less?: string) =>
        (less === undefined ? '≥' : '≤').padStart(said.length),
      )
      .replace(/([<>]) ?\/ ?=/g, (sign, side: string) => (side === '<' ? '≤' : '≥').padEnd(sign.length))
      .replace(/[A-Z]/g, (c) => c.toLowerCase())
  )
}
/** ASCII without entities, escapes and signs of comparison that may be written in two: most pieces. */
const PLAIN_BUT_FOR_CASE = /^[ !-%'-;=?-[\]^_a-~]*$/
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&le;': '≤', '&ge;': '≥', '&quot;': '"' }

/** Lines that the registry wrapped put together again, and doubled blanks made one; a new paragraph or bullet stays apart. */
export function unwrapped(text: string): string {
  return text.replace(/(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\s*•])/g, ' ').replace(/(?<=\S)[ \t]{2,}(?=[^\s*•])/g, ' ')
}
