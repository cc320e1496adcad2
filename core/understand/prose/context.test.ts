import { describe, expect, it } from 'vitest'
import { type Context, contextOf } from './context.ts'

const of = (text: string, word: string, section: 'assessment' | 'family-history' = 'assessment') => {
  const at = text.indexOf(word)
  const context = contextOf({ text, section }, at, at + word.length)
  return (Object.keys(context) as (keyof Context)[]).filter((key) => context[key])
}

describe('the sense in which words are said', () => {
  it.each<[string, string, string, (keyof Context)[]]>([
    ['plain', 'She has liver metastases.', 'liver metastases', []],
    ['no', 'No evidence of liver metastases.', 'liver metastases', ['negated']],
    ['denied', 'Denies headache.', 'headache', ['negated']],
    ['said behind', 'Liver metastases are not seen.', 'Liver metastases', ['negated']],
    ['"no change" negates nothing', 'No change in liver metastases.', 'liver metastases', []],
    ['a "but" ends the reach', 'No fever but cough.', 'cough', []],
    ['suspicion', 'Findings suspicious for bone metastasis.', 'bone metastasis', ['uncertain']],
    ['a plan', 'Will start capecitabine.', 'capecitabine', ['planned']],
    ['a condition', 'If she progresses, capecitabine.', 'capecitabine', ['planned']],
    ['never given', 'Exemestane was planned but never started.', 'Exemestane', ['planned']],
    ['history', 'History of melanoma.', 'melanoma', ['historical']],
    ['a relative', 'Mother had breast cancer.', 'breast cancer', ['family']],
  ])('%s', (_trap, text, word, expected) => {
    expect(of(text, word)).toEqual(expected)
  })

  it('is about a relative in a family history', () => {
    expect(of('Breast cancer at 62', 'Breast cancer', 'family-history')).toContain('family')
  })
})
