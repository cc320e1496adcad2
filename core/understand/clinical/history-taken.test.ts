import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { historyTaken } from './history-taken.ts'

const said = (body: string) =>
  historyTaken.find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\n${body}`)).map((fact) => {
    const { part, date } = fact.value as FactValue<'history-taken'>
    return `${part} ${date}`
  })

describe('parts of a full history', () => {
  it.each<[string, string, string[]]>([
    ['past history', 'PMH: HTN, GERD.', ['past-medical 2024-03-05']],
    ['review of systems', 'ROS: otherwise negative.', ['review-of-systems 2024-03-05']],
    ['social and family', 'SH: never smoker.\nFH: none.', ['social 2024-03-05', 'family 2024-03-05']],
    ['medicines and allergies', 'MEDS: losartan\nALLERGIES: NKDA', ['medications 2024-03-05', 'allergies 2024-03-05']],
    ['points elsewhere', 'PMH: see chart', []],
    ['not obtained', 'PMH: unable to obtain', []],
    ['no such part', 'HPI: She is well.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(body)).toEqual(expected)
  })

  it('takes no history from a report', () => {
    expect(
      historyTaken.find(aReading('CT CHEST WITH CONTRAST\nExam date: 03/05/2024\nTECHNIQUE: axial\nPMH: breast cancer\nFINDINGS: normal')),
    ).toEqual([])
  })
})
