import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

/** Lists of medicines as surgeries, pharmacies and wards print them; a medicine is `name status`. */
describe('lists of medicines in many layouts', () => {
  it.each<[string, string, string[]]>([
    [
      'repeat prescriptions of a surgery, with the day of the last issue',
      'Hilltop Surgery   Printed 14 May 2026\n\nRepeat medication\n Perindopril 4mg tablets   One each day   28 tablet   Last issued 30 Apr 2026\n Adcal-D3 chewable tablets   Two daily   56 tablet   Last issued 30 Apr 2026\nPast repeat medication\n Apixaban 5mg tablets    ended 11 Nov 2019\n',
      ['perindopril current', 'calcium + vitamin D current', 'apixaban past'],
    ],
    [
      'a plan of medicines whose first column is the active substance, and what is no longer taken',
      'MEDICINES of: Test Person   printed: 03.09.2025\nActive substance    Trade name    Strength   morn noon eve   Reason\nRamipril            Delix         5 mg       1    0    0      blood pressure\nLevothyroxine       Euthyrox      50 ug      1    0    0      thyroid\n',
      ['ramipril current', 'levothyroxine current'],
    ],
    [
      'medicines against an allergy, and doses in capitals',
      'Clinic 2025-09-03\n\nMEDICATIONS\nCetirizine   10 mg   as required   allergy\nLoratadine 10 mg for seasonal allergies\nFexofenadine   120 mg   daily   allergic rhinitis\nXYLOMERIDE 2 MG PO DAILY\nAllergy to penicillin\n',
      ['cetirizine current', 'loratadine current', 'fexofenadine current', 'xylomeride current', '!penicillin'],
    ],
    [
      'the short word for discharge',
      'DISCHARGE SUMMARY 08/02/2025\n\nDISCH MEDS: ramipril 5 bid, furosemide 40 daily, tiotropium, latanoprost\n',
      ['ramipril current', 'furosemide current', 'tiotropium current', 'latanoprost current'],
    ],
    [
      'a plan by generic names',
      'Plan of 03/09/2025\n\nGeneric name    Strength   How to take\nbisoprolol      2.5 mg     one each morning\namlodipine      5 mg       one each evening\n',
      ['bisoprolol current', 'amlodipine current'],
    ],
    [
      'reconciliation at discharge with a column of actions',
      'DISCHARGE SUMMARY\nDischarged: 02/08/2026\n\nMEDICATION RECONCILIATION\nMedication       Dose            Action     Comments\namlodipine       10 mg daily     CHANGE     was 5 mg\nlisinopril       20 mg daily     STOP       AKI\nsertraline       100 mg daily    CONTINUE\n',
      ['amlodipine current', 'lisinopril past', 'sertraline current'],
    ],
    [
      'lists by what to do with the medicine',
      'After visit summary 02/08/2026\nSTOP taking these medications:\n- lisinopril 20 mg tablet\nCONTINUE taking these medications:\n- levothyroxine 88 mcg\nSTART taking these medications:\n- apixaban 5 mg tablet\n',
      ['lisinopril past', 'levothyroxine current', 'apixaban current'],
    ],
    [
      'a printout of a pharmacy without a heading: last fills, short courses, what was not fetched again',
      'TOWN PHARMACY - profile   Printed: 06/30/2026\nRx#      Drug                    Qty  Days  Sig                    Last fill    Refills\n7712201  LISINOPRIL 10MG TAB     90   90    TAKE 1 DAILY           06/02/2026   3\n7699121  LETROZOLE 2.5MG TAB     90   90    TAKE 1 DAILY           01/15/2025   0\n7720034  PREDNISONE 20MG TAB     10   5     TAKE 2 DAILY X 5 DAYS  02/11/2026   0\n',
      ['lisinopril current', 'letrozole past', 'prednisone past'],
    ],
    [
      'the table ends where the text goes on',
      'Clinic note 2026-03-01\n\nMedication    Directions\nramipril      5 mg daily\nmetformin     500 mg bd\n\nShe took naproxen in the past, stopped in 2024. Her mother takes warfarin.\n',
      ['ramipril current', 'metformin current', 'naproxen past', '!warfarin'],
    ],
    [
      'the word "stopped" holds to the end of its line',
      'Visit 2026-09-15\nMedications: rosuvastatin 10 mg; sertraline 50 mg. Stopped: omeprazole, amlodipine.\n',
      ['rosuvastatin current', 'sertraline current', 'omeprazole past', 'amlodipine past'],
    ],
    [
      'two columns of medicines in one row',
      'Medications:\nPerindopril 4mg daily     Atorvastatin 20mg nocte\nMetformin 500mg bd        Denosumab 120mg monthly\n',
      ['perindopril current', 'atorvastatin current', 'metformin current', 'denosumab current'],
    ],
    ['what she used to take', 'Letter 22 October 2025\nShe used to carry an albuterol inhaler.', ['albuterol past']],
    [
      'Rx heads what was done in Irish letters',
      'Clinic date: 11/02/2025\nRx: WLE and SLNB 2/11/20\nBG: Coeliac disease, depression\nCurrent meds: Eltroxin 50mcg od, Lexapro 10mg od\n',
      ['levothyroxine current', 'escitalopram current'],
    ],
    [
      'a table of cycles is no list of medicines',
      'Cycle   Drug          Dose       Action\nC1      docetaxel     75 mg/m2   given\n',
      ['-'],
    ],
  ])('%s', (_layout, text, wanted) => expect(missingFrom(saidIn('medication', text), wanted)).toEqual([]))
})
