import { describe, expect, it } from 'vitest'
import { aDocument } from './a-reading.ts'
import { monthFirst } from './month-first.ts'

const turned = (text: string) => monthFirst(aDocument(text)).pages[0]?.text

describe('dates of documents that write the day first', () => {
  it.each<[trap: string, text: string, expected: string]>([
    ['one date shows the order of all', 'Seen 22/05/2018, again 03/07/2018', 'Seen 05/22/2018, again 07/03/2018'],
    ['points and short years', 'Exam 27.08.26, before 01.02.26', 'Exam 08.27.26, before 02.01.26'],
    ['days without a year', 'Visit 14/09/2026. Bloods 10/9 and CT 27/8', 'Visit 09/14/2026. Bloods 9/10 and CT 8/27'],
    ['scores are no dates', 'Seen 22/05/2018. ER 7/8, nodes 3/18', 'Seen 05/22/2018. ER 7/8, nodes 3/18'],
    ['American dates stay', 'Seen 05/22/2018, again 03/07/2018', 'Seen 05/22/2018, again 03/07/2018'],
    ['two orders in one text: nothing is turned', 'Seen 22/05/2018, printed 05/23/2018', 'Seen 22/05/2018, printed 05/23/2018'],
    ['no proof', 'Seen 03/07/2018', 'Seen 03/07/2018'],
  ])('%s', (_trap, text, expected) => {
    expect(turned(text)).toBe(expected)
    expect(turned(text)).toHaveLength(text.length)
  })
})
