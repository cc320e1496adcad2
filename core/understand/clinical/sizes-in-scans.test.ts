import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const CT = 'NORTH IMAGING\nCT CHEST ABDOMEN PELVIS  12 November 2025\nFINDINGS:\n'

/** Sizes as scans and those who quote them write them; a size is `mm how of`. */
describe('sizes in scans', () => {
  it.each<[string, string, string[]]>([
    ['the size in brackets is the earlier one', `${CT}Left supraclavicular node 9 mm (14 mm).`, ['9 imaging node', '!14 ']],
    ['prev. in brackets', 'Clinic 03/18/2026\nCT C/A/P 3/10/2026: segment 6 liver lesion 2.1 cm (prev 2.9 cm).', ['21 imaging', '!29 ']],
    ['what was seen before and is gone', `${CT}The previously seen 7 mm nodule in the right middle lobe has resolved.`, ['-']],
    [
      'lesions by place alone',
      'Summary 05/20/2026\nMRI brain 5/12/2026: R frontal 6 mm (stable), L occipital 4 mm.',
      ['6 imaging metastasis', '4 imaging metastasis'],
    ],
    [
      'three dimensions behind a distance',
      'Breast MRI bilateral\nExam date: 04/02/2025\nLeft breast: enhancing mass at 2:00, 6 cm from the nipple, 3.4 x 2.7 x 2.9 cm.',
      ['34 imaging', '!60 '],
    ],
    [
      'a scan told in a first letter',
      'New patient consultation\n24 February 2021\nUltrasound shows a 38 mm mass at 8 o’clock and two abnormal level I nodes, the larger 19 mm.',
      ['38 imaging', '19 imaging node'],
    ],
    [
      'two reports on one sheet, each with its day',
      'Valley Diagnostic Imaging - two reports\n(1) CT thorax 01-Sep-2026. Comparison 09-Jun-2026.\n    RLL nodule 13 mm, unchanged. LUL nodule 6 mm (8).\n(2) MRI head 03-Sep-2026.\n    Treated R parietal focus 5 mm.',
      ['13 imaging', '6 imaging', '5 imaging', '!8 '],
    ],
    ['the size before stands behind "from"', `${CT}Right adrenal metastasis has increased, 27 mm from 16 mm.`, ['27 imaging', '!16 ']],
    [
      'the margin of a shadow is no distance',
      'RIGHT BREAST ULTRASOUND\nExam date: 04/02/2025\nAt 10 o’clock 5 cm FN: irregular mass with angular margins, 2.1 x 1.7 cm.',
      ['21 imaging', '!50 '],
    ],
    ['a bone island', `${CT}4 mm sclerotic focus in L3, bone island or metastasis.`, ['-']],
    [
      'cysts, stones and adenomas are none',
      `${CT}RLL: 12 mm calcified granuloma. Left adrenal adenoma 26 mm. Segment IV cyst 14 mm.`,
      ['-'],
    ],
  ])('%s', (_trap, text, wanted) => expect(missingFrom(saidIn('tumor-size', text), wanted)).toEqual([]))
})

it.each<[string, string, string[]]>([
  ['stones of the gallbladder', `${CT}Gallbladder: stones.`, ['cholelithiasis (gallstones) active']],
  ['an adenoma of the adrenal', `${CT}Adrenals: left lipid-rich adenoma 26 mm, same as 2022.`, ['adrenal adenoma active']],
  ['a fibroid of the womb', `${CT}Uterus: 4.2 cm fundal fibroid.`, ['fibroid']],
  ['latent tuberculosis that was treated', 'PAST MEDICAL HISTORY\n1. Latent TB, treated with INH 2005', ['tuberculosis resolved']],
])('what a scan or list finds beside: %s', (_what, text, wanted) => expect(missingFrom(saidIn('condition', text), wanted)).toEqual([]))
