import { type Differences, differencesOf } from '../compare/differences.ts'
import { savedResults } from '../compare/saved-results.ts'
import { harmless } from '../harmless.ts'
import type { CommandContext } from '../program.ts'

export async function runCompare(before: string, after: string, { json }: { json?: boolean }, { terminal }: CommandContext): Promise<void> {
  const [were, are] = [savedResults(before), savedResults(after)]
  const names = [...new Set([...were.keys(), ...are.keys()])].toSorted()
  const results = names.map((name) => {
    const [old, now] = [were.get(name), are.get(name)]
    return old && now ? { name, ...differencesOf(old, now) } : { name, onlyIn: old ? before : after }
  })
  if (json) terminal.print(JSON.stringify(results))
  else
    terminal.print(
      results.map((one) => ('onlyIn' in one ? `${one.name || 'result'}: only in ${one.onlyIn}` : words(one.name, one))).join('\n\n'),
    )
}

/** Counts first, then what changed, from what matters most to what may be its reason. */
function words(name: string, { facts, outcomes, verdicts, report }: Differences): string {
  const counts = `${facts.length} facts, ${outcomes.length} outcomes, ${verdicts.length} verdicts changed; ${report.length} changes of order and questions`
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${plain(line)}`)])
  return [
    name === '' ? counts : `${name}: ${counts}`,
    ...part('Outcomes', outcomes),
    ...part('Facts', facts),
    ...part('Report', report),
    ...part('Verdicts', verdicts),
  ].join('\n')
}

const plain = (line: string) => line.split('\n').map(harmless).join('\n  ')
