import { KINDS } from './criteria/index.ts'
import { ORDER_RULE } from './order.ts'

/** The page that lists every kind of criterion: what it reads and where its rule comes from. */
export function criteriaPage(): string {
  const rows = KINDS.toSorted((a, b) => a.name.localeCompare(b.name)).map(
    ({ name, reads, source }) => `| [${name}](../core/match/criteria/${name}.ts) | ${cell(reads)} | ${cell(source)} |`,
  )
  return [
    '# Criteria that are understood',
    '',
    'Written by `node tools/criteria-docs.ts` from the kinds in `core/match/criteria`. What no kind understands is a criterion "not understood": listed, never a reason to drop a trial.',
    '',
    '| kind | what it reads | source |',
    '|---|---|---|',
    ...rows,
    '',
    '## Order of trials',
    '',
    ORDER_RULE,
    '',
  ].join('\n')
}

const cell = (text: string) => text.replaceAll('|', '\\|')
