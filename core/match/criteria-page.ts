import { KINDS } from './criteria/index.ts'
import { ORDER_RULE } from './order.ts'

/** The page that lists every kind of criterion: what it reads, sentences it understands (by the name of the kind), where its rule comes from. */
export function criteriaPage(sentences: ReadonlyMap<string, readonly string[]>): string {
  const rows = KINDS.toSorted((a, b) => a.name.localeCompare(b.name)).map(
    ({ name, reads, source }) =>
      `| [${name}](../core/match/criteria/${name}.ts) | ${cell(reads)} | ${(sentences.get(name) ?? []).map((one) => `“${cell(one)}”`).join('<br>')} | ${cell(source)} |`,
  )
  return [
    '# Criteria that are understood',
    '',
    `The ${KINDS.length} kinds of \`core/match/criteria\`, with sentences from their tests; made by \`npm run golden\`. What no kind understands is a criterion "not understood": listed, never a reason to drop a trial.`,
    '',
    '| kind | what it reads | for example | source |',
    '|---|---|---|---|',
    ...rows,
    '',
    '## Order of trials',
    '',
    ORDER_RULE,
    '',
  ].join('\n')
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
