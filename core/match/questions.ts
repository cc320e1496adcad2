import type { Question, TrialMatch } from '../record/match.ts'

/**
 * The questions whose answers settle most trials, best first: each next one is the one that settles most trials
 * among those that the earlier ones leave open. Excluded trials do not ask.
 */
export function questionsOf(matches: readonly TrialMatch[]): Question[] {
  const open = new Map<string, { text: string; document?: string | undefined; trials: Set<string> }>()
  for (const { outcome, trial, criteria } of matches) {
    if (outcome === 'excluded') continue
    for (const { verdict } of criteria)
      for (const need of verdict.label === 'unknown' ? (verdict.needs ?? []) : []) {
        const question = open.get(need.key) ?? { text: need.question, document: need.document, trials: new Set<string>() }
        question.trials.add(trial.id)
        open.set(need.key, question)
      }
  }
  const questions: Question[] = []
  const touched = new Set<string>()
  while (open.size > 0) {
    const gain = (trials: ReadonlySet<string>) => [...trials].filter((id) => !touched.has(id)).length
    const [best] = [...open].toSorted(
      ([keyA, a], [keyB, b]) => gain(b.trials) - gain(a.trials) || b.trials.size - a.trials.size || keyA.localeCompare(keyB),
    )
    if (!best) break
    const [key, { text, document, trials }] = best
    open.delete(key)
    for (const id of trials) touched.add(id)
    questions.push({ key, text, ...(document ? { document } : {}), settles: trials.size, trials: [...trials].toSorted() })
  }
  return questions
}
