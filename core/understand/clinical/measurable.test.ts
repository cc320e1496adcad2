import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { measurable } from './measurable.ts'

const said = (body: string) =>
  measurable
    .find(aReading(`CT CHEST ABDOMEN PELVIS WITH CONTRAST\nExam date: 03/05/2024\n${body}`))
    .map((fact) => `${(fact.value as FactValue<'measurable'>).value} ${fact.certainty}`)
const spread = '\nIMPRESSION: Progression of metastatic disease.'

describe('measurable disease', () => {
  it.each<[string, string, string[]]>([
    ['said so', 'IMPRESSION: Measurable disease by RECIST 1.1.', ['true stated']],
    ['denied', 'IMPRESSION: No measurable disease by RECIST 1.1.', ['false stated']],
    ['non-measurable', 'IMPRESSION: Non-measurable disease.', ['false stated']],
    ['bone only', 'IMPRESSION: Bone-only disease.', ['false stated']],
    ['a liver lesion of 34 mm', `FINDINGS:\nLiver: Segment VI lesion 34 mm.${spread}`, ['true probable']],
    ['in centimetres', `FINDINGS:\nLungs: Right lower lobe nodule 2.1 cm.${spread}`, ['true probable']],
    ['too small', `FINDINGS:\nLungs: Nodule 6 mm.${spread}`, []],
    ['a node by its short axis', `FINDINGS: Right hilar node 18 mm short axis.${spread}`, ['true probable']],
    ['a node too small', `FINDINGS: Right hilar node 12 mm short axis.${spread}`, []],
    ['a bone lesion', `FINDINGS:\nBones: Lytic lesion of the ilium 46 mm.${spread}`, []],
    ['a cyst', `FINDINGS:\nLiver: 22 mm cyst.${spread}`, []],
    ['the thickness of slices', `TECHNIQUE: 30 mm axial images.${spread}`, []],
    ['what the trial asks', 'IMPRESSION: The trial requires measurable disease.', []],
    ['no word of spread', 'FINDINGS:\nLiver: Lesion 34 mm.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(body)).toEqual(expected)
  })
})
