import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

describe('metastases, and organs without, as scans and notes tell them', () => {
  it.each<[trap: string, kind: FactKind, text: string, wanted: string[]]>([
    [
      'a scan that finds organs clear',
      'metastasis',
      'CT CHEST ABDOMEN PELVIS 14/11/2025\nMultiple new bilateral pulmonary nodules, largest RLL 24 mm, consistent with metastases. Liver and adrenals clear. No bone lesion.',
      ['lung active', 'liver ruled-out', 'bone ruled-out'],
    ],
    [
      'a scan in short statements',
      'metastasis',
      'CT CAP 10/09/2026\nChest: no nodules. Liver normal. Bones: no suspicious lesions. Brain not imaged.',
      ['liver ruled-out', 'bone ruled-out', '!brain'],
    ],
    [
      'a PET with no uptake',
      'metastasis',
      'PET-CT 2025-10-03\nMetastatic breast cancer. No bone uptake. Liver segment 7 focus, metastasis.',
      ['bone ruled-out', 'liver active'],
    ],
    [
      'nodes named by station in the impression',
      'metastasis',
      'PET-CT 2025-10-03\nImpression: recurrent metastatic disease, chest wall, internal mammary node, lung, liver.',
      ['chest-wall active', 'lung active', 'liver active', 'lymph-node active'],
    ],
    [
      'list of sites in brackets',
      'metastasis',
      'Letter 17/09/2026\nDiagnosis: metastatic breast cancer (liver 2021, brain 2023, bone), ER positive.',
      ['liver active', 'brain active', 'bone active'],
    ],
    [
      'sites behind a date',
      'metastasis',
      'Onc note 9/22/2026\nmTNBC (lung, med/SCV nodes, skin, now brain). 4L T-DXd.',
      ['lung', 'lymph-node', 'skin', 'brain'],
    ],
    [
      'sclerotic lesions in a consultation',
      'metastasis',
      'Consultation 5/2/2025\nRecurrent metastatic ILC. CT 4/3/2025: three hepatic masses to 3.4 cm, sclerotic lesions in T10 and left femur neck.',
      ['bone', 'liver'],
    ],
    [
      'no, none, free of',
      'metastasis',
      'Letter 21 January 2026\nCT TAP 13/01/2026: peritoneal disease no worse. No liver, lung or bone mets. MRI brain: no parenchymal brain metastasis; leptomeningeal enhancement. CSF cytology positive.',
      ['liver ruled-out', 'lung ruled-out', 'bone ruled-out', 'brain ruled-out', 'leptomeninges active'],
    ],
    [
      'question of leptomeningeal disease settled',
      'metastasis',
      'Clinic note 9/22/2026\nInterval: headaches. MRI brain 7/14/2026 raised the question of leptomeningeal enhancement, LP cytology negative x2, repeat MRI 9/10/2026 normal. So no leptomeningeal disease.',
      ['leptomeninges ruled-out', '!leptomeninges suspected'],
    ],
    [
      'benign nodules of the lung',
      'metastasis',
      'CT THORAX 12.08.2025\nThree pulmonary nodules up to 4 mm, unchanged since 2019, benign. No metastases.',
      ['!lung active'],
    ],
    [
      'bone scan and brain scan in a staging sentence',
      'metastasis',
      'Tumour board 12.03.2025\nStaging: CT thorax/abdomen without metastases, bone scintigraphy negative.',
      ['bone ruled-out', '!active'],
    ],
    [
      'stable bones',
      'metastasis',
      'CT CAP 08/25/2026\nBones: sclerotic T10 (treated), L femoral neck, L3 metastases stable. IMPRESSION: 1. Progression in liver. 2. New peritoneal carcinomatosis. 3. Stable bone metastases.',
      ['bone stable', 'liver active', 'peritoneum active'],
    ],
    [
      'lungs and bones are clear in a letter',
      'metastasis',
      'Letter 07.04.2026\nCT of 24/03/2026 has shown the segment VIII liver metastasis has grown and a new lesion in segment V. Lungs and bones are clear.',
      ['liver active', 'lung ruled-out', 'bone ruled-out'],
    ],
    [
      'pleural effusion that holds malignant cells',
      'metastasis',
      'Clinic note 03/02/2026\nInterval: dyspnea. Malignant pleural effusion R, thoracentesis 2/20/2026 cytology positive. No pericardial effusion.',
      ['pleura active'],
    ],
    [
      'ascites and omentum',
      'metastasis',
      'CT ABDOMEN 17/10/2025\nModerate ascites, omental caking and diffuse peritoneal thickening, consistent with peritoneal carcinomatosis.',
      ['peritoneum active'],
    ],
    [
      'resolved under treatment',
      'metastasis',
      'CT CAP 09/02/2026\nMetastatic breast cancer on T-DXd. Lung metastases have resolved. Liver metastases smaller. Supraclavicular nodes not enlarged.',
      ['lung treated', 'liver active'],
    ],
    [
      'other organs',
      'metastasis',
      'PET-CT 2025-10-03\nMetastatic breast cancer. FDG-avid left adrenal nodule, metastasis. Pancreas and spleen unremarkable. Mediastinal and hilar nodal metastases.',
      ['adrenal active', 'lymph-node active'],
    ],
  ])('%s (%s)', (_trap, kind, text, wanted) => expect(missingFrom(saidIn(kind, text), wanted)).toEqual([]))
})
