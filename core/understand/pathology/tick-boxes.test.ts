import { expect, it } from 'vitest'
import { withoutUnticked } from './tick-boxes.ts'

const said = (text: string) =>
  withoutUnticked(text)
    .replace(/[ \t]+/g, ' ')
    .trim()

it.each([
  ['the ticked option stays', 'Receptor: [x] Positive [ ] Negative', 'Receptor: Positive'],
  ['nothing is ticked', 'Receptor   [ ] Positive [ ] Negative    see core report', 'Receptor see core report'],
  ['drawn boxes', 'Grade: ☐ 1 ☒ 2 ☐ 3', 'Grade: 2'],
  ['brackets of a typewriter', 'HER2: ( ) 0 (X) 1+ ( ) 2+', 'HER2: 1+'],
  ['boxes behind their options', 'Receptor: Positive [ ]  Negative [X]', 'Receptor: Negative'],
  ['one option a line', 'Grade\n[ ] Grade 1\n[X] Grade 2\n[ ] Grade 3', 'Grade\n \n Grade 2'],
  ['strokes to write on', '___ Negative\n_X_ Positive', 'Positive'],
  ['what follows the options stays', 'Receptor: [x] Positive [ ] Negative   Score 8/8', 'Receptor: Positive Score 8/8'],
  [
    'brackets within words are no form',
    'The slides ( ) were seen; positive for carcinoma',
    'The slides ( ) were seen; positive for carcinoma',
  ],
])('%s', (_trap, text, expected) => {
  expect(said(text)).toBe(expected)
  expect(withoutUnticked(text)).toHaveLength(text.length)
})
