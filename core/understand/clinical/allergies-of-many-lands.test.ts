import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

const CASES: readonly (readonly [trap: string, kind: FactKind, text: string, wanted: string[]])[] = [
  [
    'a line with brackets and dashes',
    'allergy',
    `Clinic 12/03/2026
Allergies: Penicillin (rash), Codeine - vomiting, Latex; no food allergies.`,
    ['penicillin', 'codeine', 'latex', '!food'],
  ],
  [
    'columns',
    'allergy',
    `ALLERGIES
Penicillins      Anaphylaxis     High
Sulfa antibiotics   Hives
Lisinopril       Cough           Intolerance
Note of 03/12/2026`,
    ['penicillins', 'sulfa', 'lisinopril'],
  ],
  [
    'no drug allergy, and one to a treatment',
    'allergy',
    `NKDA. Hayfever. Intolerant of oxaliplatin (infusion reaction).
Clinic 12/03/2026`,
    ['oxaliplatin'],
  ],
  [
    'contact allergies after none to drugs',
    'allergy',
    `Allergies: NKDA. Contact allergy: nickel, Elastoplast.
Clinic 12/03/2026`,
    ['nickel', 'elastoplast'],
  ],
  [
    'joined by "and to", and what makes her sick',
    'allergy',
    `She is allergic to penicillin and to shellfish. Trimethoprim makes her sick.
Clinic 12/03/2026`,
    ['penicillin', 'shellfish', 'trimethoprim'],
  ],
  [
    'rows of brackets',
    'allergy',
    `Allergy: Ibuprofen (angioedema 2014), iodinated contrast (hives, premedicate), adhesive tape (contact dermatitis)
Clinic 12/03/2026`,
    ['ibuprofen', 'contrast', 'adhesive'],
  ],
  [
    'arrows, after semicolons too',
    'allergy',
    `Known drug allergies: co-amoxiclav → rash; metoclopramide → dystonia; tramadol → hallucinations
Clinic 12/03/2026`,
    ['co-amoxiclav', 'metoclopramide', 'tramadol'],
  ],
  [
    'German',
    'allergy',
    `Unverträglichkeiten: Metamizol (Agranulozytose), Pflaster. Intolerances: novalgin - agranulocytosis
Clinic 12/03/2026`,
    ['novalgin'],
  ],
  [
    'what was tolerated is none',
    'allergy',
    `Allergies/ADRs: Taxol - hypersensitivity C1 (tolerated nab-paclitaxel). Erythromycin: GI upset.
Clinic 12/03/2026`,
    ['taxol', 'erythromycin', '!nab-paclitaxel'],
  ],
  [
    'short forms',
    'allergy',
    `All: PCN (hives), vanc (red man)
HPI 3/12/26 doing well`,
    ['pcn', 'vanc'],
  ],
  [
    'reviewed, then premedication',
    'allergy',
    `Allergies reviewed, no changes. Premeds for paclitaxel: dexamethasone, diphenhydramine.
Clinic 12/03/2026`,
    ['-'],
  ],
  [
    'reaction in the infusion room',
    'allergy',
    `She had an allergic reaction to docetaxel at her first cycle with flushing and bronchospasm; switched to nab-paclitaxel.
Clinic 12/03/2026`,
    ['docetaxel', '!nab'],
  ],
  [
    'what is taken for allergies of the season',
    'allergy',
    `No allergies to medication. Uses cetirizine for seasonal allergies.
Clinic 12/03/2026`,
    ['-'],
  ],
  [
    'none to drugs, yet a bee',
    'allergy',
    `Allergies: None known to drugs. Bee venom - anaphylaxis, carries EpiPen.
Clinic 12/03/2026`,
    ['bee'],
  ],
  [
    'numbered in one line',
    'allergy',
    `ALLERGIES: 1) Amoxicillin - urticaria 2) Aspirin - asthma 3) Eggs
Clinic 12/03/2026`,
    ['amoxicillin', 'aspirin', 'eggs'],
  ],
  [
    'sensitivities',
    'allergy',
    `Sensitivities: Morphine (nausea), Septrin
Clinic 12/03/2026`,
    ['morphine', 'septrin'],
  ],
  [
    'said and denied beside each other',
    'allergy',
    `Allergy status: penicillin allergic. Not allergic to latex.
Clinic 12/03/2026`,
    ['penicillin', '!latex'],
  ],
  [
    'German, contrast',
    'allergy',
    `Allergien: Penicillin (Exanthem), Kontrastmittel
Clinic 12/03/2026`,
    ['penicillin'],
  ],
  [
    'reaction to contrast',
    'allergy',
    `He reports a reaction to IV contrast (urticaria) in 2019 and intolerance to statins (myalgia).
Clinic 12/03/2026`,
    ['contrast'],
  ],
  [
    'bullets without a reaction',
    'allergy',
    `Drug Allergies
 - cefuroxime: rash, 2016
 - doxycycline (photosensitivity)
 - clopidogrel
Letter 12/03/2026`,
    ['cefuroxime', 'doxycycline', 'clopidogrel'],
  ],
  [
    'plasters',
    'allergy',
    `Allergies: Sulphonamides, strawberries; Plasters: skin blisters.
Letter 12/03/2026`,
    ['sulphonamides', 'plasters'],
  ],
  [
    'a rash of long ago',
    'allergy',
    `Allergic to penicillin since childhood; had rash with cefalexin in 2020.
Letter 12/03/2026`,
    ['penicillin', 'cefalexin'],
  ],
  [
    'of her mother',
    'allergy',
    `Her mother is allergic to penicillin. She has no allergies.
Letter 12/03/2026`,
    ['-'],
  ],
  [
    'the band on the wrist',
    'allergy',
    `Allergy band: RED (Penicillin). Falls risk: low.
Infusion record 12/03/2026`,
    ['penicillin'],
  ],
  [
    'capitals with a stroke, premedication behind',
    'allergy',
    `ALLERGY: LATEX / VANCOMYCIN    PREMED: PALONOSETRON 0.25 MG, DEXAMETHASONE 8 MG
Infusion record 03/12/2026`,
    ['latex', 'vancomycin', '!palonosetron', '!dexamethasone'],
  ],
]

describe('allergies as notes of many lands tell them', () => {
  it.each(CASES)('%s', (_trap, kind, text, wanted) => {
    expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
  })
})
