import type { Criterion } from '../record/criterion.ts'
import type { Trial } from '../record/trial.ts'
import type { CompiledTrial } from './compile.ts'
import type { CompiledCriterion } from './compile-criterion.ts'
import { KINDS } from './criteria/index.ts'
import { paramsOf, paramsText } from './params-text.ts'
import type { Predicate, Test } from './predicate.ts'

/**
 * A compiled trial as one line of JSON, to be read back without compiling: predicates as kind and parameters, the words of each criterion left
 * out where they stand in the criteria text. A line is good for the rules it was written with; after a change of rules trials are compiled again.
 */
export function storedForm({ trial, cohorts, criteria }: CompiledTrial): string {
  const text = trial.criteriaText ?? ''
  const wordless = (criterion: Criterion) =>
    text.slice(criterion.start, criterion.end) === criterion.text ? { ...criterion, text: undefined } : criterion
  const pieces = criteria.map((piece) => ({ ...piece, criterion: wordless(piece.criterion) }))
  return JSON.stringify({ trial, cohorts, criteria: pieces }, (key, value) => (key === 'params' ? paramsText(value) : value))
}

/** The compiled trial of a line that `storedForm` wrote. Throws when a kind it names is no longer there. */
export function compiledOf(line: string): CompiledTrial {
  const { trial, cohorts, criteria }: Stored = JSON.parse(line)
  const text = trial.criteriaText ?? ''
  return {
    trial,
    cohorts,
    criteria: criteria.map(({ criterion, statements, children, asks }) => ({
      criterion: { ...criterion, text: criterion.text ?? text.slice(criterion.start, criterion.end) },
      statements: statements.map(({ does, predicate }) => ({ does, predicate: revived(predicate) })),
      children,
      asks,
    })),
  }
}

type Stored = {
  trial: Trial
  cohorts: CompiledTrial['cohorts']
  criteria: (Omit<CompiledCriterion, 'criterion'> & { criterion: Omit<Criterion, 'text'> & { text?: string } })[]
}

function revived(predicate: Predicate): Predicate {
  switch (predicate.is) {
    case 'test':
      return { ...predicate, ...judgeOf(predicate.kind, String(predicate.params)) }
    case 'all':
    case 'any':
      return { is: predicate.is, of: predicate.of.map(revived) }
    case 'not':
      return { is: 'not', of: revived(predicate.of) }
    case 'implies':
      return { is: 'implies', when: revived(predicate.when), asks: revived(predicate.asks) }
    case 'unread':
      return predicate
  }
}

/** The same question in many trials is one judgement. */
function judgeOf(name: string, text: string): Pick<Test, 'params' | 'judge'> {
  const kind = BY_NAME.get(name)
  if (!kind) throw new Error(`no kind of criterion is called ${name}: compile the trial again`)
  const known = kind.read.get(text)
  if (known) return known
  const params = paramsOf(text)
  const judged = { params, judge: kind.judgeOf(params) }
  if (kind.read.size < MANY) kind.read.set(text, judged)
  return judged
}

const BY_NAME = new Map(KINDS.map((kind) => [kind.name, { ...kind, read: new Map<string, Pick<Test, 'params' | 'judge'>>() }]))
/** More than the registry asks of one kind; a bound on memory. */
const MANY = 50_000
