import { describe, expect, it } from 'vitest'
import { KINDS } from './criteria/index.ts'
import { guarded, mayMatch, neededBy } from './guarded.ts'

describe('what every match of a pattern holds', () => {
  it.each<[trap: string, source: string, needed: string[] | undefined]>([
    ['alternatives are all named', 'brain|cns|central nervous', ['brain', 'cns', 'central nervous']],
    ['a class ends a run of letters', 'h[a]?emoglobin', ['emoglobin']],
    ['a letter that may be left out is not needed', 'tumou?r', ['tumo']],
    ['a letter that may be repeated stands there once', 'go+gle', ['gle']],
    ['the part that says most counts', '(?:a|bc)xyz', ['xyz']],
    ['a group that must stand there counts', '\\b(?:prior|previous) \\w+', ['prior', 'previous']],
    ['a group that may be left out does not', '(?:prior )?\\d+', undefined],
    ['a look behind takes no letters', '(?<!non-)small', ['small']],
    ['a count of none', 'x{0,2}ab', ['ab']],
    ['one alternative that needs nothing', 'mab\\b|\\d+', undefined],
    ['signs behind a backslash are letters', 'hr\\+|er\\+', ['hr+', 'er+']],
    ['a bracket inside a class', '[()]abc', ['abc']],
    ['a code of a letter', 'ab\\u00e4cd', ['ab']],
    ['a name of a group', '(?<unit>days?|weeks?)', ['day', 'week']],
  ])('%s', (_, source, needed) => {
    expect(neededBy(source)).toEqual(needed)
  })
})

describe('a guarded pattern', () => {
  it('matches where the pattern alone does', () => {
    const pattern = /neutro|anc\b|h[a]?emoglobin|\bhb\b/
    for (const text of ['absolute neutrophils', 'anc 1.5', 'balance', 'haemoglobin', 'hb 9', 'hba1c', '', 'a', 'platelets'])
      expect(guarded(pattern).test(text), text).toBe(pattern.test(text))
  })

  it('says no before the pattern is tried', () => {
    expect(mayMatch(/brain|cns/)('prior chemotherapy for advanced disease')).toBe(false)
    expect(mayMatch(/brain|cns/)('no brain metastases')).toBe(true)
  })

  it('is tried on every text where capitals do not matter', () => {
    expect(mayMatch(/brain/i)('BRAIN')).toBe(true)
  })

  it('looks at each text anew', () => {
    const isBrain = mayMatch(/brain/)
    expect([isBrain('brain'), isBrain('liver'), isBrain('brain')]).toEqual([true, false, true])
  })
})

it('finds the same words as before in a clause that several kinds read', () => {
  const text = 'adequate bone marrow function: anc ≥ 1,500/mm3; no known brain metastases; prior taxane is allowed'
  const names = KINDS.flatMap((kind) => kind.tests({ text, start: 0, section: 'inclusion' }).map((test) => test.kind))
  expect(names).toEqual(expect.arrayContaining(['has-brain-metastases', 'lab-values-are-within-limits', 'has-adequate-organ-function']))
})
