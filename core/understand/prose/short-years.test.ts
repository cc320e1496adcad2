import { expect, it } from 'vitest'
import { aDocument } from './a-reading.ts'
import { withShortYears } from './short-years.ts'

it.each([
  ['a span that runs backwards as days', 'Clinic 11/02/2025. Tamoxifen Apr 21 - Jan 24', "Clinic 11/02/2025. Tamoxifen Apr'21 - Jan'24"],
  [
    'entries one after the other',
    'Seen 3 May 2025\nTC x4 Feb 20\nRT Jan 21\nletrozole Dec 21\nrelapse Mar 24',
    "Seen 3 May 2025\nTC x4 Feb'20\nRT Jan'21\nletrozole Dec'21\nrelapse Mar'24",
  ],
  ['days of one year stay days', 'Visit 2025-06-03. Cycle Apr 21, May 12, June 02', 'Visit 2025-06-03. Cycle Apr 21, May 12, June 02'],
  ['a number later than the document is a day', 'Note 2020-02-01. Apr 21 - Jan 24', 'Note 2020-02-01. Apr 21 - Jan 24'],
  ['a date with its year', 'Seen 3 May 2025. 12 Apr 21 - 14 Jan 24', 'Seen 3 May 2025. 12 Apr 21 - 14 Jan 24'],
])('%s', (_what, text, wanted) => expect(withShortYears(aDocument(text)).pages[0]?.text).toBe(wanted))
