import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { performance } from './performance.ts'

const said = (body: string) =>
  performance.find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${body}`)).map((fact) => {
    const { scale, value, date } = fact.value as FactValue<'performance'>
    return `${scale} ${value}${date === '2024-03-05' ? '' : ` ${date ?? '?'}`}`
  })

describe('performance status', () => {
  it.each<[string, string, string[]]>([
    ['plain', 'ECOG 1.', ['ECOG 1']],
    ['with PS', 'ECOG PS 1, KPS 80.', ['ECOG 1', 'Karnofsky 80']],
    ['spelled out', 'ECOG performance status is 2.', ['ECOG 2']],
    ['colon', 'ECOG: 0', ['ECOG 0']],
    ['name after', 'Performance status (ECOG) 1', ['ECOG 1']],
    ['no name', 'Her performance status is 1.', ['ECOG 1']],
    ['WHO scale', 'WHO performance status 1', ['ECOG 1']],
    ['Zubrod', 'Zubrod score 0', ['ECOG 0']],
    ['the older one in brackets', 'ECOG PS 1 (was 0): naps in the afternoon.', ['ECOG 1']],
    ['a range takes the worse', 'ECOG 1-2 today.', ['ECOG 2']],
    ['an arrow takes the newest', 'ECOG 0 -> 1.', ['ECOG 1']],
    ['per cent', 'Karnofsky 90%.', ['Karnofsky 90']],
    ['a range of Karnofsky', 'KPS 70-80', ['Karnofsky 70']],
    ['not a step of the scale', 'KPS 85', []],
    ['what a trial asks', 'The trial requires ECOG 0-1.', []],
    ['if', 'If ECOG 0 or 1 she could join.', []],
    ['a template', 'The template says ECOG 0.', []],
    ['from an older year', 'ECOG 0 -- that is from 2022.', []],
    ['its own date', 'ECOG 2 on 2/25/2024.', ['ECOG 2 2024-02-25']],
    ['date before', '2/25/2024 ECOG 2', ['ECOG 2 2024-02-25']],
    ['a number of cycles', 'ECOG, 2 cycles given.', []],
    ['five is death', 'ECOG 5', []],
    ['the organisation', 'WHO guidelines 2 were followed.', []],
    ['an entry on a bad day', 'ECOG 1 today (one RN entry of 2 on 2/25 was on a bad pain day).', ['ECOG 1']],
    ['two digits are no ECOG', 'ECOG 10', []],
    ['a decimal is none', 'ECOG 1.5', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(body)).toEqual(expected)
  })
})
