import type { Criterion } from '../record/criterion.ts'
import { type CompiledCriterion, compileCriterion } from './compile-criterion.ts'

/** `compileCriterion` for text that nobody has looked at: a piece that breaks it is one that was not understood, and the rest of the trial is read. */
export function compileAnyCriterion(
  criterion: Criterion,
  lead: string,
  children: number[] = [],
  isTurnedAlready = false,
): CompiledCriterion {
  try {
    return compileCriterion(criterion, lead, children, isTurnedAlready)
  } catch {
    const does = criterion.section === 'inclusion' ? 'requires' : 'excludes'
    const words = criterion.text.slice(0, SHOWN)
    return { criterion, statements: [{ does, predicate: { is: 'unread', words } }], children, asks: 'something' }
  }
}
/** So many characters of it are shown. */
const SHOWN = 200
