import { yes } from '../findings.ts'
import { type CriterionKind, defineKind, type Finding, type Subject } from '../kind.ts'
import { namedNowhere } from '../named-nowhere.ts'
import type { WordSort } from './word-sorts.ts'

/** `few`: so few words beside a requirement that they let in with a word to confirm them. */
export type AskedInWords = { said: string; words: string; few?: boolean; days?: number; window?: string }

/**
 * A kind that reads what other kinds left over, by what its words name. It keeps nobody out and is no reason to take anybody in: a "no" counts
 * only where it lets past what keeps people out, for the words stand in a sentence of which the grammar is not sure.
 */
export function leftOverKind(kind: {
  name: string
  reads: string
  source: string
  heads: readonly WordSort[]
  /** Reads what narrows something beside it; else what is a point of its own. */
  beside: boolean | 'either'
  judge(asked: AskedInWords, subject: Subject): Finding
}): CriterionKind<AskedInWords> {
  return defineKind<AskedInWords>({
    name: kind.name,
    reads: kind.reads,
    source: kind.source,
    find({ text, leftOver }) {
      if (!leftOver || !kind.heads.includes(leftOver.head) || (kind.beside !== 'either' && leftOver.beside !== kind.beside)) return []
      const { head, beside, ...asked } = leftOver
      return [{ start: 0, end: text.length, params: asked }]
    },
    judge(asked, subject) {
      if (asked.few) return yes(`The trial also says “${asked.said}”: confirm it with the trial team.`)
      const finding = kind.judge(asked, subject)
      const nowhere = finding.holds === 'unknown' && !kind.beside ? namedNowhere(asked.words, subject, asked.said) : undefined
      if (nowhere) return nowhere
      const decides = finding.holds === 'no' ? subject.keepsOut === true : finding.holds !== 'yes'
      if (decides) return finding
      return { ...finding, holds: 'unknown', unknown: 'missing', needs: finding.needs ?? [ask(asked)] }
    },
  })
}

/** How the keys of such questions begin. Their words have lost their "not" and their window: an answer to them settles nothing. */
export const AS_IT_STANDS = 'said:'
/** The question that such words put. */
export const ask = ({ said, words }: AskedInWords) => ({
  key: `${AS_IT_STANDS}${words}`,
  question: `The trial says “${said}”. Is that so for you?`,
})
