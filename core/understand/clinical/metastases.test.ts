import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { metastases } from './metastases.ts'

/** "liver active 2024-03-05" for each statement, once. */
function said(text: string): string[] {
  const lines = metastases.find(aReading(text)).map((fact) => {
    const { site, status, first } = fact.value as FactValue<'metastasis'>
    return `${site} ${status}${first === undefined ? '' : ` ${first}`}`
  })
  return [...new Set(lines)].sort()
}
const ct = (body: string) => `CT CHEST ABDOMEN PELVIS WITH CONTRAST\nExam date: 03/05/2024\n${body}`
const mri = (body: string) => `MRI BRAIN WITH AND WITHOUT CONTRAST\nExam date: 03/05/2024\n${body}`
const note = (body: string) => `MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${body}`

describe('metastases on scans', () => {
  it.each<[string, string, string[]]>([
    ['an adjective of the organ', ct('IMPRESSION: Hepatic metastases.'), ['liver active 2024-03-05']],
    [
      'two organs share the word',
      ct('IMPRESSION: New hepatic and osseous metastases.'),
      ['bone active 2024-03-05', 'liver active 2024-03-05'],
    ],
    ['denied for two organs', ct('IMPRESSION: No hepatic or osseous metastases.'), ['bone ruled-out', 'liver ruled-out']],
    ['organs that are clear', ct('FINDINGS: Liver and spleen clear.'), ['liver ruled-out']],
    ['lungs clear to the ear', note('Exam: Lungs clear. Liver normal.'), []],
    ['a plain film', 'CHEST X-RAY\nExam date: 03/05/2024\nFINDINGS: Lungs clear.', []],
    ['a fear', note('She worries about brain mets; MRI ordered.'), []],
    ['lesions that a biopsy proved', note('PET: new hepatic lesions x3, bx confirmed mets ER+.'), ['liver active']],
    ['involvement in stage IV', note('Stage IV ILC with peritoneal and ovarian involvement.'), ['other active', 'peritoneum active']],
    ['caking of the omentum', ct('FINDINGS: Omental caking, stable.'), ['peritoneum stable 2024-03-05']],
    [
      'what was done to one of several sites',
      note('Leptomeningeal metastases (CSF 4/2023), brain mets s/p WBRT, and cutaneous chest wall mets.'),
      ['brain treated', 'leptomeninges active 2023-04', 'skin active'],
    ],
    ['a target lesion', ct('FINDINGS: Target lesion 1, liver segment 5, 32 mm.'), ['liver active 2024-03-05']],
    ['liver secondaries', note('Her liver secondaries have responded nicely.'), ['liver active']],
    ['no involvement', note('There is no brain involvement.'), ['brain ruled-out']],
    ['no involvement of the skin over the breast', note('No skin involvement.'), []],
    ['a malignant effusion', note('A malignant pleural effusion was drained in March 2023.'), ['pleura active 2023-03']],
    ['an effusion of the heart', note('Trace pleural effusion, likely cardiac.'), []],
    [
      'nodes in a list of sites',
      note('MBC (bone, LN, lung) dx 8/2022.'),
      ['bone active 2022-08', 'lung active 2022-08', 'lymph-node active 2022-08'],
    ],
    ['skin on the chest wall', note('Skin mets on chest wall, biopsy proven.'), ['skin active']],
    ['a negative scan of the brain', note('Brain MRI neg.'), ['brain ruled-out']],
    ['a negative bone scan', note('Bone scan negative.'), ['bone ruled-out']],
    ['a negative scan of what has no site', note('Breast MRI negative.'), []],
    [
      'suggestive of',
      ct('FINDINGS: Liver with multiple hypoechoic focal lesions in both lobes, largest 3.2 x 2.8 cm, suggestive of metastases.'),
      ['liver suspected 2024-03-05'],
    ],
    ['the scanned organ before a colon', note('CE-MRI brain: multiple SOL, largest 2 cm, s/o metastases.'), ['brain suspected']],
    ['in keeping with', ct('FINDINGS: Two lesions in the liver in keeping with metastases.'), ['liver active 2024-03-05']],
    ['the course of the disease of bone', note('Her bony disease remains stable.'), ['bone stable']],
    ['a scan of the brain in a note', note('MRI brain 2/3/24 for vertigo: no mets.'), ['brain ruled-out']],
    ['no new one denies nothing', mri('IMPRESSION: No new intracranial metastasis.'), []],
    ['unchanged', ct('IMPRESSION: Stable osseous metastases.'), ['bone stable 2024-03-05']],
    ['treated and stable', mri('IMPRESSION: Stable treated brain metastases.'), ['brain stable 2024-03-05']],
    [
      'mostly stable with a new one',
      ct('IMPRESSION: Osseous metastases, mostly stable; new lesion of the left femur.'),
      ['bone active 2024-03-05', 'bone stable 2024-03-05'],
    ],
    ['only suspected', ct('IMPRESSION: Two liver lesions suspicious for metastases.'), ['liver suspected 2024-03-05']],
    ['cannot be excluded', ct('IMPRESSION: A liver metastasis cannot be excluded.'), ['liver suspected 2024-03-05']],
    ['a cyst', ct('FINDINGS:\nLiver: 9 mm hepatic cyst, unchanged.'), []],
    ['too small to tell', ct('FINDINGS:\nLiver: 4 mm lesion, too small to characterize.'), []],
    [
      'degenerative change',
      ct('FINDINGS:\nBones: Degenerative changes of the lumbar spine. No lytic or blastic lesions.'),
      ['bone ruled-out'],
    ],
    ['a granuloma of the lung', ct('FINDINGS:\nLungs: Calcified granuloma, stable.'), []],
    ['a haemangioma named beside the fear', ct('IMPRESSION: Liver lesion is a hemangioma, not a metastasis.'), ['liver ruled-out']],
    ['benign lesions', ct('IMPRESSION: Liver lesions are consistent with focal nodular hyperplasia.'), []],
    ['nodes of the axilla are regional', ct('IMPRESSION: Metastatic right axillary lymph nodes.'), []],
    ['internal mammary nodes are regional', ct('IMPRESSION: Metastatic internal mammary lymph node.'), []],
    ['mediastinal nodes are distant', ct('IMPRESSION: Mediastinal lymph node metastases, increased.'), ['lymph-node active 2024-03-05']],
    [
      'contralateral axilla is distant',
      ct('IMPRESSION: Metastatic disease in contralateral axillary lymph nodes.'),
      ['lymph-node active 2024-03-05'],
    ],
    ['no nodule in the lung', ct('FINDINGS:\nLungs: No pulmonary nodule. No effusion.'), ['lung ruled-out']],
    ['no embolism is not about metastases', ct('IMPRESSION: No pulmonary embolism.'), []],
    ['leptomeninges free', mri('FINDINGS: No leptomeningeal enhancement.'), ['leptomeninges ruled-out']],
    ['brain free', mri('IMPRESSION: No evidence of intracranial metastatic disease.'), ['brain ruled-out']],
    ['asked for in the indication', mri('INDICATION: Headache, r/o brain metastases.\nFINDINGS: Normal ventricles.'), []],
    [
      'known in the indication',
      mri('INDICATION: Breast cancer with brain metastases, follow-up.\nFINDINGS: Normal ventricles.'),
      ['brain active'],
    ],
    ['progression', ct('IMPRESSION: Progression of hepatic metastatic disease.'), ['liver active 2024-03-05']],
    ['disease in an organ', ct('IMPRESSION: Progressive disease in the lungs.'), ['lung active 2024-03-05']],
    [
      'nodules called suspicious',
      ct('IMPRESSION: New pulmonary nodules highly suspicious for metastatic disease.'),
      ['lung suspected 2024-03-05'],
    ],
    ['adrenals normal say nothing', ct('FINDINGS: Spleen, adrenals and pancreas normal.'), []],
    ['peritoneum free', ct('FINDINGS: No peritoneal nodularity.'), ['peritoneum ruled-out']],
    ['carcinomatosis', ct('IMPRESSION: Peritoneal carcinomatosis, new.'), ['peritoneum active 2024-03-05']],
    ['chest wall under radiation is no site', ct('FINDINGS: Radiation change of the right chest wall.'), []],
    ['bone marrow is not bone', ct('IMPRESSION: No hepatic metastasis.'), ['liver ruled-out']],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('metastases in notes', () => {
  it.each<[string, string, string[]]>([
    ['date before, list after', note('6/2021: mets to liver & bone, bx proven.'), ['bone active 2021-06', 'liver active 2021-06']],
    ['date after', note('Brain mets 5/2022, s/p SRS.'), ['brain treated 2022-05']],
    ['disease with its sites', note('55 yo with MBC, bone and liver.'), ['bone active', 'liver active']],
    ['sites in brackets', note('De novo stage IV 11/2020 (liver, bone).'), ['bone active 2020-11', 'liver active 2020-11']],
    ['has metastasized', note('Her breast cancer has metastasized to the lung and the brain.'), ['brain active', 'lung active']],
    ['a relative', note('Mother had breast cancer with brain metastases.'), []],
    ['only if', note('If she develops brain metastases we would add tucatinib.'), []],
    ['a possibility', note('There is a possibility she could have a liver metastasis.'), ['liver suspected']],
    ['denied', note('No brain metastases.'), ['brain ruled-out']],
    ['an interstitial disease', note('Drug-related interstitial lung disease, no evidence of metastatic progression.'), []],
    ['a test of the organ', note('Liver function tests normal. Metastatic workup pending.'), []],
    ['taken back', note('Earlier note listed liver metastases in error.'), []],
    ['read so elsewhere, and not so', note('The outside CT was read as liver metastases; MRI shows hemangiomas.'), []],
    ['a trial', note('Discussed a trial for patients with brain metastases.'), []],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('metastases proven by tissue', () => {
  const report = (body: string) => `SURGICAL PATHOLOGY REPORT\nCollected: 02/01/2023\n${body}`
  it.each<[string, string, string[]]>([
    [
      'liver',
      report('DIAGNOSIS\nLIVER, SEGMENT V, CORE BIOPSY: Metastatic carcinoma consistent with breast primary.'),
      ['liver active 2023-02-01'],
    ],
    ['an axillary node', report('DIAGNOSIS\nA. LYMPH NODE, RIGHT AXILLA, CORE BIOPSY: Metastatic carcinoma.'), []],
    ['a negative biopsy', report('DIAGNOSIS\nLIVER, CORE BIOPSY: Benign hepatic parenchyma, negative for carcinoma.'), []],
    ['bone', report('DIAGNOSIS\nLEFT ILIAC BONE, CT-GUIDED BIOPSY: METASTATIC LOBULAR CARCINOMA.'), ['bone active 2023-02-01']],
    ['the breast itself', report('DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: Invasive ductal carcinoma. No metastasis identified.'), []],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('the first day of a site in a list with brackets', () => {
  const firsts = (text: string) =>
    metastases.find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2025\nHPI: ${text}`)).map(({ value }) => {
      const { site, first } = value as FactValue<'metastasis'>
      return `${site} ${first ?? ''}`.trim()
    })
  it.each<[string, string[]]>([
    ['Metastatic 08/2023 (skin, bone, pleura), liver 02/2024', ['skin 2023-08', 'bone 2023-08', 'pleura 2023-08', 'liver 2024-02']],
    ['Metastatic 05/2022 (bone), brain 07/2024', ['bone 2022-05', 'brain 2024-07']],
    ['Metastases 01/2021 (lung, liver), bone 03/2023', ['lung 2021-01', 'liver 2021-01', 'bone 2023-03']],
    ['Metastatic disease (bone 05/2022, liver 07/2024)', ['bone 2022-05', 'liver 2024-07']],
    ['Metastatic to bone (05/2022)', ['bone 2022-05']],
    ['Metastatic to bone (spine) 05/2022', ['bone 2022-05', 'bone 2022-05']],
  ])('%s', (text, expected) => {
    expect(firsts(text)).toEqual(expected)
  })
})
