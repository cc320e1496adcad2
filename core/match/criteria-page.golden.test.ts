import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectGolden } from '../../tools/golden.ts'
import { KINDS } from './criteria/index.ts'
import { criteriaPage } from './criteria-page.ts'

const folder = new URL('./criteria/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')

/** The first sentences of each kind's own table of tests that it settles one way or the other. */
const sentences = new Map(
  KINDS.map(({ name }) => {
    const test = readFileSync(new URL(`${name}.test.ts`, folder), 'utf8')
    const rows = [...test.matchAll(rowOfTable())].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'))
    return [name, [...new Set(rows)].slice(0, 2)] as const
  }),
)

it('lists every kind that has a file', () => expect(KINDS.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted()))

it('says of each what it reads, a sentence it understands, and where the rule comes from', () => {
  for (const { name, reads, source } of KINDS) {
    expect(reads, name).toMatch(/\w+ \w+/)
    expect(source, name).toMatch(/\w/)
    expect(sentences.get(name)?.length, `${name}: a row of its test`).toBeGreaterThan(0)
  }
})

it('is the page in docs', () => expectGolden('docs/criteria.md', criteriaPage(sentences)))

/** `['trap', 'ada', 'inclusion', 'words', 'pass']`, on one line or several. */
function rowOfTable(): RegExp {
  return /'(?:inclusion|exclusion)',\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"),\s*'(?:pass|fail|unknown|team)'/g
}
