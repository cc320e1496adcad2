import type { Question, TrialMatch } from '../record/match.ts'

type Open = { texts: Map<string, number>; document: string | undefined; trials: Set<string> }

/**
 * The questions whose answers settle most trials, best first: each next one is the one that touches most trials that none before it touches;
 * then the one that touches most at all; then by key. Each trial counts once for a question. Excluded trials do not ask.
 */
export function questionsOf(matches: readonly TrialMatch[]): Question[] {
  const { open, asking } = openOf(matches)
  const gain = new Map([...open].map(([key, { trials }]) => [key, trials.size]))
  const touched = new Set<string>()
  const questions: Question[] = []
  while (gain.size > 0) {
    const [best] = [...gain.keys()].reduce<[string, Open | undefined]>(
      ([key, question], next) => {
        const other = open.get(next)
        if (!question || !other) return [next, other]
        const order = (gain.get(next) ?? 0) - (gain.get(key) ?? 0) || other.trials.size - question.trials.size || (next < key ? 1 : -1)
        return order > 0 ? [next, other] : [key, question]
      },
      ['', undefined],
    )
    const question = open.get(best)
    gain.delete(best)
    if (!question) continue
    for (const id of question.trials) {
      if (touched.has(id)) continue
      touched.add(id)
      for (const key of asking.get(id) ?? []) if (gain.has(key)) gain.set(key, (gain.get(key) ?? 0) - 1)
    }
    questions.push({
      key: best,
      text: mostAsked(question.texts),
      ...(question.document ? { document: question.document } : {}),
      settles: question.trials.size,
      trials: [...question.trials].toSorted(),
    })
  }
  return questions
}

/** Open questions with the trials that ask them, and trials with the keys they ask. */
function openOf(matches: readonly TrialMatch[]): { open: Map<string, Open>; asking: Map<string, Set<string>> } {
  const open = new Map<string, Open>()
  const asking = new Map<string, Set<string>>()
  for (const { outcome, trial, criteria } of matches) {
    if (outcome === 'excluded') continue
    const keys = new Set<string>()
    for (const { verdict } of criteria)
      for (const need of verdict.label === 'unknown' ? (verdict.needs ?? []) : []) {
        const question = open.get(need.key) ?? { texts: new Map<string, number>(), document: need.document, trials: new Set<string>() }
        question.texts.set(need.question, (question.texts.get(need.question) ?? 0) + 1)
        question.trials.add(trial.id)
        open.set(need.key, question)
        keys.add(need.key)
      }
    asking.set(trial.id, keys)
  }
  return { open, asking }
}

/** Kinds may word the same question in their own ways: the words used most, whatever the order of the trials. */
function mostAsked(texts: ReadonlyMap<string, number>): string {
  const [[text] = ['']] = [...texts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return text
}
