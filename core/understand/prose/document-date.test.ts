import { describe, expect, it } from 'vitest'
import { partialDate } from '../../record/partial-date.ts'
import { aDocument } from './a-reading.ts'
import { documentDate } from './document-date.ts'

describe('when a document was made', () => {
  it.each<[string, 'pathology' | 'progress-note' | 'imaging' | 'treatment-record' | 'operative-note', string, string | undefined]>([
    ['the collection before the report', 'pathology', 'DOB: 04/22/1971\nReported: 03/16/2017  Collected: 03/14/2017', '2017-03-14'],
    ['when the specimen was taken', 'pathology', 'Reported: 10 Mar 2023   Specimen taken: 03 Mar 2023', '2023-03-03'],
    ['the receipt when nothing was collected', 'pathology', "REC'D 10/06/2015  Signed 10/12/2015", '2015-10-06'],
    ['never the birth date', 'progress-note', 'Patient  DOB 4/22/1971\nEncounter: 03/20/2025', '2025-03-20'],
    ['not even without its label', 'treatment-record', 'DOE, JANE   CS-1   06/30/1987       Run: 10/02/2024', '2024-10-02'],
    ['the title before a scan in the text', 'progress-note', 'TUMOR BOARD   3/13/2024\nbone scan 2/20/24, MRI 2/22/24', '2024-03-13'],
    ['the exam date', 'imaging', 'Exam date: 15 September 2026   Comparison: 16 June 2026', '2026-09-15'],
    ['the day of operation', 'operative-note', 'DATE OF OPERATION: 4/11/17\nDictated 4/12/17', '2017-04-11'],
    [
      'the last dose of a record',
      'treatment-record',
      'INFUSION RECORD\n1  05/18/2026  given\n2  06/08/2026  given\n3  06/29/2026  scheduled',
      '2026-06-08',
    ],
    ['a birth date in a table', 'progress-note', 'Intake | form\nDate of birth | 05/30/1988', undefined],
    ['day first', 'imaging', 'Exam date: 03/09/2026   Comparison: 27/05/2026', '2026-09-03'],
    ['no date at all', 'progress-note', 'Seen today, doing well.', undefined],
  ])('%s', (_what, kind, text, date) => {
    expect(documentDate(aDocument(text), kind)).toBe(date)
  })

  it('is what the source declares', () => {
    const date = partialDate('2020-01-02')
    expect(documentDate(aDocument('Collected: 03/14/2017', date ? { date } : {}), 'pathology')).toBe('2020-01-02')
  })
})
