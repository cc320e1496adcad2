import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 = 'PATHOLOGY REPORT\nSpecimen taken: 23/03/2024\nSpecimen: Right breast, wide local excision\n'
const HEAD_2 = 'CT CHEST ABDOMEN PELVIS\nExam date: 23/03/2025\nFINDINGS:\n'

describe('sizes told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['Invasive size 31 mm', '31 pathology invasive'],
    ['Invasive tumour size: 13 mm\nWhole tumour size: 38 mm', '13 pathology invasive'],
    ['Maximum invasive tumour diameter 24mm', '24 pathology'],
    ['Tumor size: 2.3 x 1.8 x 1.5 cm', '23 pathology'],
    ['TUMOR SIZE: Greatest dimension of largest invasive focus: 17 mm', '17 pathology'],
    ['The invasive carcinoma measures 1.9 cm in greatest dimension', '19 pathology'],
    ['Largest focus of invasive carcinoma 0.8 cm', '8 pathology'],
    ['Microscopic size of invasive tumour 15mm; DCIS extent 40mm', '15 pathology'],
    ['Tumour measuring 35 x 28 x 20 mm, 4 mm from deep margin', '35 pathology'],
    ['Invasive tumor 1,8 cm', '18 pathology'],
    ['Size of Invasive Carcinoma: 28 mm', '28 pathology'],
    ['Firm pale 20 mm lesion', '20 pathology'],
    ['Residual invasive carcinoma 8 mm', '8 pathology'],
    ['Metastatic deposit 4 mm in one node', '4 pathology node'],
    ['Greatest dimension: 3.1 cm', '31 pathology'],
    ['Tumor: 4,5 x 3 cm', '45 pathology'],
  ])('in a pathology report: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('tumor-size', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Liver: segment VI lesion 33 mm (was 24 mm).', '33 imaging'],
    ['R breast mass 18 mm, unchanged.', '18 imaging'],
    ['Right axillary level I-II nodes, largest 2.4 cm, matted', '24 imaging'],
    ['Nodes (R axilla) 9 mm, not enlarged', '9 imaging'],
    ['Target lesion 1: hepatic dome 2.9 x 2.1 cm', '29 imaging'],
    ['A 14 x 11 mm nodule is seen in the left lower lobe', '14 imaging'],
    ['5 mm RUL nodule, indeterminate', '5 imaging'],
    ['Pulmonary nodule in the right lower lobe of 7 mm', '7 imaging'],
    ['Right breast upper outer quadrant mass 6.8 x 5.1 cm with skin involvement', '68 imaging'],
    ['Liver: hypodense lesions segment VI 3.6 cm (SUV 9.8), segment II 1.9 cm.', '36 imaging', '19 imaging'],
    ['left adrenal nodule 2,1 cm', '21 imaging'],
    ['The largest lesion measures 4.2 cm in segment 7', '42 imaging'],
    ['mediastinal node short axis 12 mm', '12 imaging'],
  ])('in a scan: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('tumor-size', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})
