import type { Question, TrialMatch } from '../record/match.ts'
import { AS_IT_STANDS } from './left-over/left-over-kind.ts'

/**
 * The questions whose answers settle points in most trials, most first; then by key. Each trial counts once for a question, and trials that are
 * ruled out do not ask. What no answer can settle stays with its criterion. What the records answer, only too long ago, is no question but something to do again (`repeat`).
 */
export function questionsOf(matches: readonly TrialMatch[]): Question[] {
  return [...openOf(matches)]
    .map(([key, { texts, repeats, document, trials }]) => ({
      key,
      text: mostAsked(texts.size > 0 ? texts : repeats),
      ...(document ? { document } : {}),
      ...(texts.size === 0 ? { repeat: true } : {}),
      settles: trials.size,
      trials: [...trials].toSorted(),
    }))
    .toSorted((a, b) => b.settles - a.settles || (a.key < b.key ? -1 : 1))
}

type Open = { texts: Map<string, number>; repeats: Map<string, number>; document: string | undefined; trials: Set<string> }

/** Open questions with the trials that ask them. */
function openOf(matches: readonly TrialMatch[]): Map<string, Open> {
  const open = new Map<string, Open>()
  for (const { outcome, trial, criteria } of matches) {
    if (outcome === 'excluded') continue
    for (const { verdict } of criteria)
      for (const need of verdict.label === 'unknown' ? (verdict.needs ?? []) : []) {
        if (need.key.startsWith(AS_IT_STANDS)) continue
        const question: Open = open.get(need.key) ?? { texts: new Map(), repeats: new Map(), document: need.document, trials: new Set() }
        const [said, texts] = need.repeat === undefined ? [need.question, question.texts] : [need.repeat, question.repeats]
        texts.set(said, (texts.get(said) ?? 0) + 1)
        question.trials.add(trial.id)
        open.set(need.key, question)
      }
  }
  return open
}

/** Kinds may word the same question in their own ways: the words used most, whatever the order of the trials. */
function mostAsked(texts: ReadonlyMap<string, number>): string {
  const [[text] = ['']] = [...texts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return text
}
