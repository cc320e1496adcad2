import { describe, expect, it } from 'vitest'
import { noteOf } from './note.fixture.ts'
import { responses } from './responses.ts'

function read(words: string, head?: string): string[] {
  return responses
    .find(noteOf(words, head))
    .flatMap((fact) =>
      fact.kind === 'response' ? [[fact.value.value, fact.value.date, fact.value.on?.join('+')].filter(Boolean).join(' ')] : [],
    )
}

describe('how the disease answered', () => {
  it.each<[trap: string, words: string, facts: string[]]>([
    ['the date before', 'HPI: CT 9/15/2026: PD.', ['progression 2026-09-15']],
    ['the date leads the line', 'HPI: 8/24/2026 PD bone (T7, L1).', ['progression 2026-08-24']],
    ['the date after', 'Oncologic History: 3L T-DXd -> PD liver 8/25/2026', ['progression 2026-08-25']],
    ['the end of the span', 'Oncologic History: 2L T-DM1 9/6/2022 - 5/2/2023 -> PD (brain)', ['progression 2023-05-02']],
    ['on which drugs', 'Assessment: PD on 1L palbociclib/letrozole.', ['progression palbociclib+letrozole']],
    ['a scan shows it', 'HPI: CT 11/18/2025 shows progression: new liver lesions.', ['progression 2025-11-18']],
    ['why it was stopped', 'Oncologic History: T-DXd stopped for progression in the liver (CT 08/20/2026)', ['progression 2026-08-20']],
    ['metastases that grew', 'HPI: CT 08/20/2026: liver metastases increased, largest 3.6 cm.', ['progression 2026-08-20']],
    ['best response in words', 'HPI: Best response partial (8/2024).', ['partial 2024-08']],
    ['looked out for', 'Plan: Scan for progression in 8 weeks.', []],
    ['stable disease', 'HPI: CT 3/1/2026 showed stable disease.', ['stable 2026-03-01']],
    ['partial response', 'HPI: Partial response on CT 12/3/2025.', ['partial 2025-12-03']],
    ['best response in capitals', 'HPI: Best response PR 12/2025.', ['partial 2025-12']],
    ['complete response', 'HPI: PET 5/2/2026 showed complete metabolic response.', ['complete 2026-05-02']],
    ['mixed response', 'HPI: CT 5/2/2026: mixed response.', ['mixed 2026-05-02']],
    ['no evidence of disease', 'Assessment: NED as of 4/2/2026.', ['no-evidence-of-disease 2026-04-02']],
    ['PR as a receptor', 'HPI: ER 90%, PR 15%, HER2 0.', []],
    ['PR positive', 'HPI: ER positive, PR positive.', []],
    ['PD-L1', 'HPI: PD-L1 CPS 15.', []],
    ['no progression', 'HPI: CT 3/1/2026 without progression of disease.', []],
    ['if', 'Plan: If disease progression, switch to eribulin.', []],
    ['until', 'Plan: Continue until disease progression.', []],
    ['progression-free survival', 'Comment: median progression-free survival of 9 months', []],
    ['a statement taken back', 'HPI: The letter spoke of a "complete response"; that is incorrect.', []],
    [
      'a statement taken back after a clause',
      'HPI: The letter of 9/19 told her of a "complete response"; that letter was sent before the pathology was final and is incorrect.',
      [],
    ],
    ['the family', 'Family History: aunt relapsed 2010', []],
  ])('%s', (_trap, words, facts) => {
    expect(read(words)).toEqual(facts)
  })

  it('dates the impression of a scan by the scan', () => {
    expect(
      read(
        'IMPRESSION:\n1. Progression of osseous metastases with new lesions.',
        'CT CHEST ABDOMEN PELVIS WITH CONTRAST\nDate of exam: 06/15/2026\nTECHNIQUE: CT with contrast\n\n',
      ),
    ).toEqual(['progression 2026-06-15'])
  })
})
