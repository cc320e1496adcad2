import { expect, it } from 'vitest'
import { sentence } from './sentence.ts'

it.each([
  ['a year is "in", not "on"', 'LVEF 62% on 2017.', 'LVEF 62% in 2017.'],
  ['a month too', 'ECOG 1 on March 2023.', 'ECOG 1 in March 2023.'],
  ['a day stays "on"', 'ECOG 1 on 3 March 2023.', 'ECOG 1 on 3 March 2023.'],
  ['an ISO day stays "on"', 'CA 15-3 40 U/mL on 2024-01-05', 'CA 15-3 40 U/mL on 2024-01-05'],
  ['an ISO month is "in"', '40 U/mL on 2024-01', '40 U/mL in 2024-01'],
  [
    'one spelling',
    'Haemoglobin, tumour tissue, oestradiol, anaemia, ionised calcium',
    'Hemoglobin, tumor tissue, estradiol, anemia, ionized calcium',
  ],
  ['the same sentence twice', 'You are 55 years old. You are 55 years old.', 'You are 55 years old.'],
  ['an abbreviation keeps its capitals', 'Does not apply to you: hIV is not mentioned.', 'Does not apply to you: HIV is not mentioned.'],
  ['cells are counted', 'What is your latest neutrophils (ANC) value?', 'What is your latest neutrophil count (ANC)?'],
  ['a sentence begins with a capital', 'fulvestrant is not among them.', 'Fulvestrant is not among them.'],
  ['a short name of a cancer has capitals', 'Nsclc is not among them.', 'NSCLC is not among them.'],
  ['a percent sign stands close', 'ER is positive (95 %).', 'ER is positive (95%).'],
])('%s', (_, raw, printed) => expect(sentence(raw)).toBe(printed))
