import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'
const HEAD_2 = 'CT THORAX ABDOMEN PELVIS\nExam date: 23/03/2025\nClinical: metastatic breast cancer.\nFINDINGS:\n'

describe('metastases told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['Diagnosis: Metastatic breast cancer (liver 2021, bone 2019, brain 2024)', 'liver active', 'bone active', 'brain active'],
    ['Initial diagnosis of hepatic metastases 05/2023.', 'liver active'],
    ['Progression with new cerebellar metastasis 11/2024, SRS', 'brain'],
    ['Brain MRI: 5 mm spot in the right cerebellum, not called a metastasis, repeat scan in 8 weeks.', '!brain ruled-out'],
    ['Liver lesion, indeterminate, not regarded as a metastasis so far.', '!liver ruled-out'],
    ['The lung nodule was not read as metastasis by the board and is watched.', '!lung ruled-out'],
    ['The bone lesion is indeterminate, no proof of metastasis.', '!bone ruled-out'],
    ['The MRI shows no brain metastases.', 'brain ruled-out'],
    ['Metastatic recurrence: liver, hilar nodes, L4', 'liver active', 'bone active'],
    ['L2 lytic metastasis, painful', 'bone active'],
    ['T9 sclerotic metastasis, stable', 'bone'],
    ['cT2 N1, L2 nodes sampled', '!bone'],
    ['She was diagnosed with leptomeningeal disease in January.', 'leptomeninges active'],
    ['Leptomeningeal disease, treated with whole brain radiation.', 'leptomeninges'],
    ['MRI spine: no leptomeningeal disease.', '!leptomeninges active'],
    ['Skin: dermal involvement. Left axilla: metastatic carcinoma.', '!skin active'],
    ['Skin ulcerated, left axilla metastatic.', '!skin active'],
    ['Chest wall free, axillary metastases.', '!chest-wall active'],
    ['mets to axillary nodes and liver', 'liver active'],
    ['multiple lung mets', 'lung active'],
    ['Bilateral pulmonary nodules biopsy proven metastatic breast carcinoma', 'lung active'],
    ['ovarian metastases resected 2020', 'other'],
    ['metastatic to the left adrenal and retroperitoneal nodes', 'adrenal active', 'lymph-node active'],
    ['HEP, OSS, PUL metastases', '-'],
    ['Bone mets only, no visceral disease', 'bone active'],
    ['Recurrence in liver, biopsy 13 Jan 2023', 'liver active'],
    ['hepatic and nodal progression', 'liver active'],
    ['complete metabolic response in liver and bone', '!liver ruled'],
    ['Choroidal metastasis left eye', 'other active'],
    ['mets: lungs, mediastinal LN', 'lung active', 'lymph-node active'],
    ['PET-CT: FDG-avid metastases in T5, L2 and right ilium', 'bone active'],
    ['liver metastases have resolved', 'liver treated'],
    ['CNS: 3 brain mets s/p SRS 5/2023 stable', 'brain'],
    ['metastatic breast cancer to bones, controlled', 'bone stable'],
    ['No evidence of bony or visceral metastatic disease.', 'bone ruled-out'],
    ['she fears that it will spread to the brain', '-'],
    ['risk of bone metastases', '-'],
    ['bone scan negative', 'bone ruled-out'],
    ['cutaneous metastases over left chest', 'skin active'],
    ['Sites of disease: liver, bone, mediastinal nodes.', 'liver active', 'bone active', 'lymph-node active'],
    ['Known bone metastases (spine, pelvis) are stable.', 'bone stable'],
    ['CT shows no evidence of liver or lung metastases.', 'liver ruled-out', 'lung ruled-out'],
    ['No brain metastases on MRI 12/02/2025.', 'brain ruled-out'],
    ['Metastatic to bone and pleura since 2022.', 'bone active', 'pleura active'],
    ['dz mets: liver seg VI, T11 sclerotic', 'liver active'],
    ['Hepatic metastases have progressed.', 'liver active'],
    ['Malignant pleural effusion drained in January, cytology positive.', 'pleura active'],
    ['Leptomeningeal metastasis ruled out.', 'leptomeninges ruled-out'],
    ['Brain metastasis treated with SRS in 2023, no recurrence.', 'brain treated'],
    ['Skin metastases on the chest wall.', 'skin active'],
    ['osseous metastases', 'bone active'],
    ['pulmonary metastases, max 14 mm', 'lung active'],
    ['Suspected adrenal metastasis left.', 'adrenal suspected'],
    ['peritoneal carcinomatosis', 'peritoneum active'],
    ['Secondary breast cancer: bone only.', 'bone active'],
    ['mBC (bone, liver, LN)', 'bone active', 'liver active', 'lymph-node active'],
    ['Stage IV disease with hepatic and skeletal involvement', 'liver active', 'bone active'],
    ['cerebral metastases s/p whole brain radiotherapy', 'brain'],
    ['Her bone secondaries are unchanged.', 'bone stable'],
    ['disseminated bone metastases first diagnosed 03/2022', 'bone active'],
    ['no visceral metastases', '!liver active'],
    ['Lungs clear, no GGO.', '!lung active'],
    ['Contralateral axillary node metastasis', 'lymph-node active'],
    ['carcinomatous meningitis diagnosed 5/2024', 'leptomeninges active'],
    ['oligometastatic disease in the sternum', 'bone active'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('metastasis', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Liver: multiple hypodense lesions consistent with metastases.', 'liver active'],
    ['Lungs: no nodule.', 'lung ruled-out'],
    ['No evidence of distant metastatic disease.', '!active'],
    ['New lytic lesion in L3 in keeping with bony metastasis.', 'bone active'],
    ['Hepatic metastases are smaller; the largest now measures 12 mm.', 'liver active'],
    ['Indeterminate 5 mm nodule right upper lobe.', '!lung active'],
    ['Stable appearance of the known hepatic metastases.', 'liver stable'],
    ['No chest wall recurrence.', 'chest-wall ruled-out'],
    ['Brain: no intracranial metastasis.', 'brain ruled-out'],
    ['No new bone metastases.', '!bone ruled-out'],
  ])('in a scan: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('metastasis', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})
