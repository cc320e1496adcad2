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

  it.each<[string, string, number]>([
    ['a scan told in a note', 'CT 02/20/2024: liver metastases increased, largest 3.6 cm.', 1],
    ['too small in a note', 'CT 02/20/2024: liver metastases, largest 0.6 cm.', 0],
    ['without its day', 'CT: liver metastases, largest 3.6 cm.', 0],
    ['treated brain metastases', 'MRI 02/20/2024: brain metastases, largest 1.6 cm.', 0],
  ])('%s', (_trap, words, count) => {
    expect(measurable.find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${words}`))).toHaveLength(count)
  })
})
