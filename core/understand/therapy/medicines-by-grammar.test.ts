import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

describe('medicines, by the grammar of those who list them and tell of them', () => {
  it.each<[trap: string, kind: FactKind, text: string, wanted: string[]]>([
    [
      'what a portal says is taken, and no longer taken',
      'medication',
      'MyChart - Your health summary (as of 3/14/2026)\nYou reported that you take:\n  Amlodipine 5 mg daily\n  Atorvastatin 20 mg at bedtime\n  Prochlorperazine 10 mg as needed for nausea\nYou reported that you no longer take:\n  Glipizide    Naproxen    Sertraline\nGiven at infusion center: fulvestrant, denosumab',
      ['amlodipine current 5 mg', 'atorvastatin current', 'prochlorperazine current', 'glipizide past', 'naproxen past', 'sertraline past'],
    ],
    [
      'what a pharmacy handed out, and did not for long',
      'medication',
      'Pharmacy patient record        printed 02/06/2026\nSupplied in the last 90 days\n Ramipril 5mg           1 od       14/05/2026\n Omeprazole 20mg        1 od       14/05/2026\n Ibandronic acid 50mg   1 od       14/05/2026\nNot supplied for over six months\n Codeine 30mg           last 02/08/2025\n Letrozole 2.5mg        last 11/06/2025',
      ['ramipril current', 'omeprazole current', 'ibandronate current', 'codeine past'],
    ],
    [
      'labels of what ceased and what is taken',
      'medication',
      'Clinic letter 12 May 2026\nDear Dr Wong,\nCeased: perindopril (02/2026); metformin\nTaking: rosuvastatin 10 mg nocte, pantoprazole 40 mg mane, apixaban 5 mg bd',
      ['perindopril past', 'metformin past', 'rosuvastatin current', 'pantoprazole current', 'apixaban current'],
    ],
    [
      'Indian ward: forms before the name and doses of the day as 1-0-1',
      'medication',
      'DISCHARGE SUMMARY   Date of discharge 14/03/2026\nTREATMENT AT DISCHARGE\n1. Tab. Letrozole 2.5 mg 0-0-1 x continue\n2. Tab. Pantocid 40 mg 1-0-0 before food x 14 days\n3. Tab. Shelcal 500 mg 0-1-0\n4. Inj. Zoledronic acid 4 mg IV every 3 months\n5. T. Thyronorm 50 mcg 1-0-0 empty stomach\n6. Cap. Pregabalin 75 mg 0-0-1',
      ['levothyroxine current 50', 'pregabalin current 75', 'zoledronic acid current'],
    ],
    [
      'German names, doses of the day and units',
      'medication',
      'Arztbrief vom 12.03.2026 (translation)\nMedication at discharge:\n  Ramipril 5 mg 1-0-0\n  Bisoprolol 2.5 mg 1-0-1\n  Pantoprazol 40 mg 1-0-0-0\n  Metamizol 500 mg if needed, up to 4x/d\n  Levothyroxin 75 µg 1-0-0\n  Colecalciferol 20,000 IE once a week',
      ['ramipril current', 'bisoprolol current', 'pantoprazole current', 'levothyroxine current', 'cholecalciferol current'],
    ],
    [
      'brands and bare numbers in one line',
      'medication',
      'PROGRESS NOTE 04/02/2026\nHome meds: Norvasc 5, Lipitor 40 qhs, ASA 81, Zofran PRN, Ca/D.',
      ['amlodipine current', 'atorvastatin current', 'aspirin current', 'ondansetron current'],
    ],
    [
      'a sentence that lists her tablets',
      'medication',
      'Oncology note 3 Mar 2026\nHer tablets are amlodipine, simvastatin and thyroxine 100 micrograms. She stopped the HRT patches at diagnosis.',
      ['amlodipine current', 'simvastatin current', 'levothyroxine current'],
    ],
    [
      'a habit, a weaning and a doctor who put her on it',
      'medication',
      'Clinic note 2026-03-03\nShe uses a salbutamol inhaler when needed and fluticasone twice daily. Sertraline was weaned off last autumn. Her GP put her on empagliflozin 10 mg in January.',
      ['salbutamol current', 'fluticasone current', 'sertraline past', 'empagliflozin current'],
    ],
    [
      'a table with a column of status',
      'medication',
      'MEDICATION RECONCILIATION  06/12/2026\nMedication | Dose | Route | Frequency | Status\nLisinopril | 20 mg | PO | daily | Taking\nHydrochlorothiazide | 12.5 mg | PO | daily | Discontinued\nGabapentin | 300 mg | PO | TID | Taking differently\nOxycodone | 5 mg | PO | q6h PRN | Not taking',
      ['lisinopril current', 'hydrochlorothiazide past', 'gabapentin current', 'oxycodone past'],
    ],
    [
      'headings inside of a list: continue, change, start, stop',
      'medication',
      'INPATIENT DISCHARGE MEDICATIONS  06/12/2026\nCONTINUE taking\n metoprolol succinate 50 mg daily\n escitalopram 10 mg daily\nCHANGE how you take\n furosemide 40 mg (was 20 mg) daily\nSTART taking\n cefuroxime 500 mg BID for 5 days\nSTOP taking\n ibuprofen 600 mg\n naproxen',
      ['metoprolol current', 'escitalopram current', 'furosemide current', 'cefuroxime current', 'ibuprofen past', 'naproxen past'],
    ],
    [
      'medicines before admission behind a dash',
      'medication',
      'Brief Admission note 12 June 2026\nPTA meds - apixaban 5 BID, dilt 240, spironolactone 25, all continued.\nNew: amoxicillin/clavulanate 875 BID x7d.\nHeld on admission: metformin.',
      ['apixaban current', 'spironolactone current'],
    ],
    [
      'electronic list with dispense and refill',
      'medication',
      'Ambulatory note 12 June 2026\nCurrent Outpatient Medications:\n•  acetaminophen (TYLENOL) 500 MG tablet, Take 2 tablets by mouth every 6 (six) hours as needed., Disp: , Rfl:\n•  calcium carbonate-vitamin D3 600 mg(1,500mg) -400 unit Tab, Take 1 tablet by mouth daily., Disp: , Rfl:\n•  letrozole (FEMARA) 2.5 mg tablet, TAKE 1 TABLET BY MOUTH EVERY DAY, Disp: 90 tablet, Rfl: 3\n•  LORazepam (ATIVAN) 0.5 MG tablet, Take 1 tablet by mouth nightly as needed for Anxiety., Disp: 30 tablet, Rfl: 0\n•  venlafaxine XR (EFFEXOR-XR) 37.5 MG 24 hr capsule, Take 37.5 mg by mouth daily, Disp: 30, Rfl: 11\nNo current facility-administered medications for this visit.',
      ['acetaminophen~current', 'calcium~current', 'lorazepam current', 'venlafaxine current'],
    ],
    [
      'regular medication comprises',
      'medication',
      'Consultation 12 June 2026\nRegular medication comprises lansoprazole, codeine/paracetamol, and Adcal D3. She has never taken HRT.',
      ['lansoprazole current', '!hormone'],
    ],
    [
      'German brands and a letter for levothyroxine',
      'medication',
      'Tumor clinic 12.06.2026\nHome medication: Candesartan 8 mg 1-0-0, Torasemid 10 mg 1-0-0, Eliquis 5 mg 1-0-1, L-Thyroxin 88 µg.',
      ['candesartan current', 'torasemide current', 'apixaban current', 'levothyroxine current'],
    ],
    [
      'repeats, acutes with days as 5/7, and past drugs',
      'medication',
      'GP SUMMARY   printed 22/09/2026\nRepeat:\n  Thyroxine 100 mcg mane\n  Sertraline 50 mg od\nAcute (last 3 months)\n  Nitrofurantoin 100 mg MR bd 5/7 - issued 02/07/2026\nPast drugs\n  Tramadol, Mirtazapine',
      ['levothyroxine current', 'sertraline current', 'nitrofurantoin past', 'tramadol past', 'mirtazapine past'],
    ],
    [
      'questions of an intake form',
      'medication',
      'INTAKE FORM 12 June 2026\nWhat medicines do you take?  losartan 50, baby aspirin, multivitamin\nAnything you stopped recently?  Celebrex in May\nAre you allergic to any medicine?  amoxicillin - hives',
      ['losartan current', 'aspirin current', 'celecoxib past'],
    ],
    [
      'questions of an intake form',
      'allergy',
      'INTAKE FORM 12 June 2026\nWhat medicines do you take?  losartan 50, baby aspirin, multivitamin\nAnything you stopped recently?  Celebrex in May\nAre you allergic to any medicine?  amoxicillin - hives',
      ['!losartan'],
    ],
    [
      'forms with a stop inside of a line: stop T. Tramadol',
      'medication',
      'Clinic note 14 Aug 2026\nRx: continue T. Letrozole 2.5 mg OD; T. Calcium + Vit D3 OD; stop T. Tramadol; Syp. Lactulose 15 ml HS SOS',
      ['tramadol past', 'lactulose current', 'calcium~current'],
    ],
    [
      'switched to, at night, as required',
      'medication',
      'Clinic note 14 Aug 2026\nSymptom control: I have switched morphine to oxycodone MR 10 mg bd with oxycodone 5 mg for breakthrough. Senna two at night. Cyclizine as required replaced metoclopramide, which made her restless.',
      ['morphine past', 'oxycodone current', 'senna current', 'cyclizine current'],
    ],
    [
      'from a month to a month, tapered to nil, finished a course',
      'medication',
      'Clinic note 14 Aug 2026\nFor her DVT she had rivaroxaban from March to September 2025. She is no longer anticoagulated. Dexamethasone 4 mg was tapered to nil by 12 June. She finished a course of doxycycline last week.',
      ['rivaroxaban past', 'dexamethasone past', 'doxycycline past'],
    ],
    [
      'replaced by',
      'medication',
      'Medication history: Warfarin (until 2024, replaced by edoxaban 60 mg od). Denosumab 120 mg monthly since 03/2024. Ca + vit D.',
      ['edoxaban current', 'denosumab current'],
    ],
    [
      'not given today is no allergy; allergies beside',
      'medication',
      'Allergies: penicillin (rash), codeine (vomiting)\nMeds: bisoprolol 2.5, ramipril 5 (not given today, BP low), Movicol prn',
      ['bisoprolol current', 'ramipril current', '!penicillin', '!codeine'],
    ],
    [
      'premedication is not taken, what goes home is',
      'medication',
      'Day unit record 02/09/2026\nPremeds given: dexamethasone 8 mg IV, ondansetron 8 mg PO, chlorphenamine 10 mg IV\nTTOs: ondansetron 8 mg bd 3 days, domperidone 10 mg tds prn, filgrastim 30 MU sc days 3-7',
      ['domperidone current'],
    ],
    [
      'nurse: brands in a line',
      'medication',
      'Nurse note 02/09/2026\nTaking at home: Keppra 500 BID, decadron 2 mg daily taper, Protonix, Lexapro 10.',
      ['levetiracetam current', 'dexamethasone', 'pantoprazole current', 'escitalopram current'],
    ],
    [
      'capitals without a colon, combinations with a dash',
      'medication',
      'PATIENT: X    MEDS  levothyroxine 0.1 mg; losartan-HCTZ 50/12.5; vit B12; Lantus 12 u qhs; Humalog sliding scale',
      ['levothyroxine current', 'losartan current', 'insulin~current'],
    ],
    [
      'a list over three lines, allergies below',
      'medication',
      'Letter 3 March 2026\nCurrent medication: Amlodipine 10 mg once daily, Atorvastatin 40 mg at night,\nLansoprazole 30 mg once daily, Gabapentin 600 mg three times daily,\nZomorph 20 mg twice daily, Oramorph 5 mg when required.\nAllergies: Trimethoprim.',
      ['amlodipine current', 'atorvastatin current', 'lansoprazole current', 'gabapentin current', 'morphine current', '!trimethoprim'],
    ],
    [
      'a list over three lines, allergies below',
      'allergy',
      'Letter 3 March 2026\nCurrent medication: Amlodipine 10 mg once daily, Atorvastatin 40 mg at night,\nLansoprazole 30 mg once daily, Gabapentin 600 mg three times daily,\nZomorph 20 mg twice daily, Oramorph 5 mg when required.\nAllergies: Trimethoprim.',
      ['trimethoprim'],
    ],
    [
      'managed with, takes, rarely needed',
      'medication',
      'Note 3 March 2026\nShe is managed with metformin 1 g bd and gliclazide 80 mg for diabetes and takes candesartan for hypertension; GTN spray rarely needed.',
      ['metformin current', 'gliclazide current', 'candesartan current'],
    ],
    [
      'off since, for life',
      'medication',
      'Note 3 March 2026\nImmune hepatitis 2025: prednisolone 60 mg tapered over 10 weeks, off since June 2025. Adrenal insufficiency: on hydrocortisone 15+5 mg for life.',
      ['prednisolone past', 'hydrocortisone current'],
    ],
    [
      'a plan: continue, refill, stop, consider',
      'medication',
      'PLAN 3/3/2026: start gabapentin 100 mg TID for CIPN. D/C duloxetine (no benefit). Cont. Xgeva q4w. Refill zolpidem. Consider mirtazapine if appetite poor.',
      ['gabapentin current', 'duloxetine past', 'denosumab current', 'zolpidem current', '!mirtazapine'],
    ],
  ])('%s (%s)', (_trap, kind, text, wanted) => expect(missingFrom(saidIn(kind, text), wanted)).toEqual([]))
})
