import type { Criterion } from '../record/criterion.ts'
import type { CompiledTrial } from './compile.ts'
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
  // What was just parsed is ours alone and completed in place: thousands of trials are loaded at every start.
  const compiled: CompiledTrial = JSON.parse(line)
  const text = compiled.trial.criteriaText ?? ''
  for (const { criterion, statements } of compiled.criteria) {
    criterion.text ??= text.slice(criterion.start, criterion.end)
    for (const { predicate } of statements) revive(predicate)
  }
  return compiled
}

function revive(predicate: Predicate): void {
  if (predicate.is === 'test') Object.assign(predicate, judgeOf(predicate.kind, String(predicate.params)))
  else for (const part of partsOf(predicate)) revive(part)
}

function partsOf(predicate: Exclude<Predicate, Test>): readonly Predicate[] {
  switch (predicate.is) {
    case 'all':
    case 'any':
    case 'doubt':
      return predicate.of
    case 'not':
      return [predicate.of]
    case 'implies':
      return [predicate.when, predicate.asks]
    case 'unread':
      return []
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
