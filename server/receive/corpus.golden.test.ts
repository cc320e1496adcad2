import { fileURLToPath } from 'node:url'
import { abstractOf } from '@carefolio/core/profile/abstract.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { expect, it } from 'vitest'
import { expectGolden } from '../../tools/golden.ts'
import { readRecords } from './read-records.ts'

const AS_OF = PartialDate.parse('2026-10-01')

it.each(['maria', 'ruth', 'amara'])(
  'says of %s what a careful reader finds in her records',
  async (id) => {
    const path = `corpus/patients/${id}`
    // one engine everywhere: scans must not read differently on a computer that has a faster one
    const documents = await readRecords(fileURLToPath(new URL(`../../${path}/records`, import.meta.url)), { ocr: 'javascript' })
    const facts = documents.flatMap(understand)
    for (const { evidence } of facts)
      for (const { document, page, start, end, quote } of evidence) {
        const text = documents.find((one) => one.id === document)?.pages.find((one) => one.number === page)?.text
        expect(text?.slice(start, end)).toBe(quote)
      }
    expectGolden(
      `${path}/expected/abstract.json`,
      `${JSON.stringify(withWordsOnly(abstractOf(profileOf(facts, documents, { asOf: AS_OF }))), null, 1)}\n`,
    )
  },
  120_000,
)

/** Evidence by its file and words: places and boxes differ with the fonts and engines of a computer, ids with the bytes of a scan. */
function withWordsOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWordsOnly)
  if (typeof value !== 'object' || value === null) return value
  if ('quote' in value && 'file' in value) return { file: value.file, quote: value.quote }
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === 'id' ? [] : [[key, withWordsOnly(one)]])))
}
