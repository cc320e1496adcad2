import { describe, expect, it } from 'vitest'
import { matchCsv } from './csv.ts'
import { exampleMatch } from './example.test-data.ts'

/** Rows and cells as RFC 4180 reads them. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('the table for a trial team', () => {
  const [columns = [], ...rows] = parsed(matchCsv(exampleMatch()))
  const column = (name: string) => rows.map((row) => row[columns.indexOf(name)])

  it('has one row for each criterion, every row as wide as its heading', () => {
    expect(rows).toHaveLength(exampleMatch().trials.reduce((sum, { criteria }) => sum + criteria.length, 0))
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('says the verdict, its reason, the words of the records and what would settle it', () => {
    expect(column('verdict')).toEqual(['pass', 'unknown', 'team', 'fail', 'fail'])
    expect(column('words in the records')[0]).toBe('note.pdf, page 1: “ESR1 D538G 4%”')
    expect(column('would settle it')[1]).toBe('What is your latest platelet count?')
    expect(column('may pass from')[3]).toBe('2026-10-29')
    expect(column('criterion')[1]).toBe('Platelets >= 100 x 10^9/L')
  })

  it('says in which list of the report a trial stands', () =>
    expect(column('list')).toEqual(['possible', 'possible', 'possible', 'not-now', 'ruled-out']))

  it('gives limits of the registry alone a row of their own', () => {
    const match = exampleMatch()
    const [trial] = match.trials
    if (trial) trial.registry = [{ label: 'fail', because: 'The trial takes only men.', evidence: [], parts: [] }]
    expect(matchCsv(match)).toContain('"registry",,,,"fail",,,"The trial takes only men."')
  })

  it.each([
    ['a formula', '=HYPERLINK("http://evil.example","x")'],
    ['a sum', '+1+1'],
    ['a minus', '-2+3'],
    ['a function of old spreadsheets', '@SUM(A1)'],
    ['behind spaces', '  =1+1'],
    ['behind a tab', '\t=1+1'],
    ['behind a line break', '\n=1+1'],
    ['in wide letters', '＝1+1'],
    ['a command', '|calc'],
  ])('no cell starts %s', (_trap, title) => {
    const match = exampleMatch()
    for (const { trial } of match.trials) trial.title = title
    const [, first] = parsed(matchCsv(match))
    expect(first?.[1]).toBe(`'${title}`)
  })

  it('keeps quotes, commas and line breaks inside a cell', () => {
    const match = exampleMatch()
    const [one] = match.trials[0]?.criteria ?? []
    if (one) one.verdict = { ...one.verdict, because: 'She said "yes", then\nno.' }
    expect(parsed(matchCsv(match))[1]?.[columns.indexOf('because')]).toBe('She said "yes", then\nno.')
  })
})
