import { listOf } from '../match/lists.ts'
import type { MatchResult } from '../record/match.ts'
import { sentence } from './sentence.ts'

/** `settles`: in how many trials that are possible or not now it would settle a point. */
export type AskedQuestion = { text: string; document?: string; settles: number }

/**
 * The open questions, those first that settle a point in most trials that a person may join now or later; those that only closed trials or
 * trials of care ask are left out. What is no question (a value is too old, the trial tests a sample itself) stands apart.
 */
export function questionsFor({ questions, trials }: MatchResult): { questions: AskedQuestion[]; toKnow: AskedQuestion[] } {
  const counted = new Set(trials.filter((match) => ['possible', 'not-now'].includes(listOf(match))).map(({ trial }) => trial.id))
  const asked = questions
    .map(({ text, document, trials: asking }) => ({
      text: sentence(text),
      settles: asking.filter((id) => counted.has(id)).length,
      ...(document === undefined ? {} : { document }),
    }))
    .filter(({ settles }) => settles > 0)
    .toSorted((a, b) => b.settles - a.settles)
  return { questions: asked.filter(isQuestion), toKnow: asked.filter((one) => !isQuestion(one)) }
}

const isQuestion = ({ text }: AskedQuestion) => text.includes('?')
