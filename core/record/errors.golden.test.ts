import { describe, expect, it } from 'vitest'
import { expectGolden } from '../../tools/golden.ts'
import { AppError, ERRORS, problem } from './errors.ts'

describe('the catalogue of errors', () => {
  it('says for each what happened and what to do, in sentences', () => {
    for (const [code, { title, wayOut }] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(title, code).toMatch(/^[A-Z].*\.$/)
      expect(wayOut, code).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('is printed in docs/errors.md', () => {
    const rows = Object.entries(ERRORS)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([code, { title, wayOut }]) => `| \`${code}\` | ${title} | ${wayOut} |`)
    expectGolden(
      'docs/errors.md',
      `# Errors and the way out\n\nMade from \`core/record/errors.ts\` by \`npm run golden\`.\n\n| code | what happened | what to do |\n|---|---|---|\n${rows.join('\n')}\n`,
    )
  })

  it('gives a problem and an error the same words', () => {
    expect(problem('empty-file').message).toBe(new AppError('empty-file').message)
    expect(problem('empty-file', 'page 2')).toMatchObject({ code: 'empty-file', where: 'page 2' })
  })
})
