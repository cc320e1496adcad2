import { describe, expect, it } from 'vitest'
import { aReading } from '../prose/a-reading.ts'
import { pregnancy } from './pregnancy.ts'

const said = (body: string) =>
  pregnancy
    .find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${body}`))
    .map((fact) => `${fact.kind === 'absence' ? 'no ' : ''}${'name' in fact.value ? fact.value.name : ''}`)

describe('pregnancy and nursing', () => {
  it.each<[string, string, string[]]>([
    ['pregnant', 'She is 14 weeks pregnant.', ['pregnancy']],
    ['not', 'She is not pregnant.', ['no pregnancy']],
    ['not nursing', 'Last pregnancy 2019, not breastfeeding.', ['no breastfeeding']],
    ['neither', 'She is not pregnant or breastfeeding.', ['no pregnancy', 'no breastfeeding']],
    ['denied', 'Denies current pregnancy.', ['no pregnancy']],
    ['the past', 'Two pregnancies, last pregnancy 2019.', []],
    ['avoid', 'She must not become pregnant.', []],
    ['test', 'Pregnancy test before each cycle.', []],
    ['a daughter', 'Her daughter is pregnant.', []],
    ['if', 'If she is pregnant, stop.', []],
    ['nursing home', 'Mother lives in a nursing home.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(body)).toEqual(expected)
  })
})
