import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KINDS } from './criteria/index.ts'
import { criteriaPage } from './criteria-page.ts'

const files = readdirSync(new URL('./criteria', import.meta.url)).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts',
)

it('lists every kind that has a file', () => expect(KINDS.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted()))

it('says of each what it reads and where the rule comes from', () => {
  for (const { name, reads, source } of KINDS) {
    expect(reads, name).toMatch(/\w+ \w+/)
    expect(source, name).toMatch(/\w/)
  }
})

it('is the page in docs', () => expect(readFileSync(new URL('../../docs/criteria.md', import.meta.url), 'utf8')).toBe(criteriaPage()))
