import { describe, expect, it } from 'vitest'
import type { Profile } from '../record/profile.ts'
import { aPatient, aTrial } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

/** What a text says of a marker: it must be there, it must not, or nothing is asked of it. */
type Gate = 'required' | 'excluded' | 'not asked'
type Marker = 'HER2' | 'MSI' | 'KRAS' | 'BRAF'

const { evidence = [] } = aPatient('ada').cancers[0] ?? {}
const biomarker = (gene: string, result: 'positive' | 'negative', more: object = {}) => ({
  gene,
  origin: 'somatic',
  result,
  ...more,
  evidence,
})

/** Two people who differ in the marker alone. */
function withMarker(marker: Marker, has: boolean): Profile {
  if (marker === 'HER2') {
    const her2 = has ? { status: 'positive', ihc: '3+' } : { status: 'negative', ihc: '0' }
    const receptors = aPatient('ada').receptors.map((one) => ({ ...one, her2 }))
    return { ...aPatient('ada'), receptors, currentReceptors: { er: 'positive', pr: 'negative', her2: her2.status, evidence } } as Profile
  }
  const result = has ? 'positive' : 'negative'
  const own = {
    MSI: [biomarker('MSI', result, { value: has ? 'MSI-H' : 'MSS' }), biomarker('MMR', result, { value: has ? 'dMMR' : 'pMMR' })],
    KRAS: [biomarker('KRAS', result, has ? { variant: 'G12C' } : {}), biomarker('NRAS', 'negative'), biomarker('HRAS', 'negative')],
    BRAF: [biomarker('BRAF', result, has ? { variant: 'V600E' } : {})],
  }[marker]
  return { ...aPatient('ada'), biomarkers: own } as Profile
}

/** Whether any criterion of the text rules the person out. */
function isRuledOut(profile: Profile, criteriaText: string): boolean {
  const { trials } = matchTrials(profile, [compileTrial(aTrial({ id: 'DEMO0001', title: 'Advanced cancer', criteriaText }))], {
    asOf: profile.asOf,
  })
  return trials[0]?.criteria.some(({ verdict }) => verdict.label === 'fail') === true
}

function gateOf(marker: Marker, text: string): Gate | 'nobody gets in' {
  const [having, lacking] = [isRuledOut(withMarker(marker, true), text), isRuledOut(withMarker(marker, false), text)]
  return having ? (lacking ? 'nobody gets in' : 'excluded') : lacking ? 'required' : 'not asked'
}

const INC = 'Inclusion Criteria:\n\n'
const EXC = '\n\nExclusion Criteria:\n\n'

/** Each trap was met in a real registry; the sentences are our own. */
const TRAPS: readonly [trap: string, marker: Marker, gate: Gate, ...texts: string[]][] = [
  [
    'an exclusion in a numbered list on one line among inclusions',
    'HER2',
    'excluded',
    `${INC}Patients must meet: (i) advanced cancer; (ii) no HER2-positive disease; (iii) ECOG 0-2`,
    `${INC}Tumors: i) metastatic cancer ii) HER2-positive tumors are excluded iii) measurable disease`,
    `${INC}1. Advanced cancer with 1) measurable disease 2) absence of HER2 amplification 3) ECOG 0 or 1`,
  ],
  [
    'a record without line breaks',
    'HER2',
    'excluded',
    'Inclusion Criteria: Advanced breast cancer. ECOG 0-2. Exclusion Criteria: HER2-positive tumor. Pregnancy.',
    'Inclusion Criteria: - Metastatic breast cancer - ECOG 0-1 Exclusion Criteria: - HER2-positive disease - Leptomeningeal disease',
    'INCLUSION CRITERIA: 1. Age of at least 18 years 2. Metastatic disease EXCLUSION CRITERIA: 1. HER2 amplification 2. Pregnancy',
  ],
  [
    'a test that must have been made, in either direction',
    'KRAS',
    'not asked',
    `${INC}* Known KRAS status (mutated or wild-type)`,
    `${INC}* KRAS mutation status must be available before enrollment`,
    `${INC}* Documented RAS status, wild-type or mutant`,
  ],
  [
    '"unless ineligible to receive" widens',
    'MSI',
    'not asked',
    `${INC}* Patients with MSI-H tumors must have received an immune checkpoint inhibitor unless ineligible to receive it`,
    `${INC}* Prior pembrolizumab if the tumor is MSI-H, unless the patient cannot receive it`,
    `${INC}* For MSI-H disease, prior immunotherapy is required unless contraindicated`,
  ],
  [
    '"cannot be treated with surgery" is a state that is asked for',
    'HER2',
    'required',
    `${INC}* HER2-positive advanced breast cancer that cannot be treated with radical surgery`,
    `${INC}* HER2-positive disease which cannot be removed by surgery`,
    `${INC}* Patients whose HER2-positive tumor cannot be cured by resection`,
  ],
  [
    '"ineligible for curative resection" lets in',
    'HER2',
    'excluded',
    `${INC}* HER2-negative metastatic breast cancer ineligible for curative resection`,
    `${INC}* Metastatic disease, ineligible for curative surgery, without HER2 overexpression`,
    `${INC}* Advanced HER2-negative cancer that is not eligible for curative surgery or radiotherapy`,
  ],
  [
    '"inclusion and exclusion criteria" inside a sentence is no heading',
    'MSI',
    'required',
    `${INC}* Patients who meet all inclusion and exclusion criteria of the protocol\n* MSI-H or dMMR tumor`,
    `${INC}* Willing to be checked against the inclusion and exclusion criteria\n* Microsatellite instability-high (MSI-H) disease`,
    `${INC}* Final decisions on inclusion and exclusion criteria are made by the sponsor\n* The tumor must be MSI-H`,
  ],
  [
    '"cannot be surgically removed" lets in',
    'HER2',
    'excluded',
    `${INC}* HER2-negative breast cancer that has spread or cannot be surgically removed`,
    `${INC}* Metastatic or unresectable HER2-negative breast cancer which cannot be removed by surgery`,
    `${INC}* Breast cancer, HER2-negative, that is metastatic and cannot be operated on`,
  ],
  [
    '"must not be breastfeeding" is asked for',
    'KRAS',
    'required',
    `${INC}* KRAS G12C mutation\n* Women must not be breastfeeding`,
    `${INC}* Women must not be pregnant or breastfeeding; the tumor must have a KRAS G12C mutation`,
    `${INC}* Tumor with KRAS G12C mutation. Participants must not be breastfeeding.`,
  ],
  [
    'one point lets in stable and keeps out instable tumours',
    'MSI',
    'excluded',
    `${INC}* Microsatellite stable (MSS) tumor; MSI-H tumors are excluded`,
    `${INC}* The tumor must be MSS. Patients with MSI-H disease are not eligible.`,
    `${INC}* MSS or pMMR disease (MSI-H or dMMR is not allowed)`,
  ],
  [
    'an exclusion in brackets inside what lets in',
    'HER2',
    'required',
    `${INC}* HER2-positive metastatic breast cancer (patients with leptomeningeal disease are excluded)`,
    `${INC}* HER2-positive tumor (HER2-low is not allowed) that is metastatic`,
    `${INC}* Metastatic HER2-positive disease (untreated brain metastases are not eligible)`,
  ],
  [
    'the third plain sentence keeps out',
    'HER2',
    'excluded',
    `${INC}* Metastatic breast cancer. Measurable disease is preferred. Patients with HER2-positive disease are not eligible.`,
    `${INC}* Patients have advanced cancer. They have an ECOG of 0 to 2. HER2-positive tumors are excluded.`,
    `${INC}* Advanced breast cancer. Any number of prior lines is allowed. HER2 amplification is not permitted.`,
  ],
  [
    'wild-type eligible and mutant not eligible say the same',
    'KRAS',
    'excluded',
    `${INC}* KRAS wild-type tumors are eligible; KRAS mutant tumors are not eligible`,
    `${INC}* Tumors must be KRAS wild-type. KRAS-mutated tumors are ineligible.`,
    `${INC}* Only KRAS wild-type disease is eligible, KRAS mutated disease is excluded`,
  ],
  [
    'an excluding sentence among inclusions',
    'HER2',
    'excluded',
    `${INC}* Advanced breast cancer\n* Patients with HER2-positive tumors are excluded\n* ECOG 0-2`,
    `${INC}* No HER2-positive disease\n* ECOG 0-2`,
    `${INC}* Patients must not have HER2-positive breast cancer\n* ECOG 0-2`,
  ],
  [
    'a marker in a list of examples',
    'MSI',
    'not asked',
    `${INC}* Biomarker results (e.g., MSI-H, TMB, PD-L1) should be provided where available`,
    `${INC}* Prior standard treatment for any biomarker (such as MSI-H) must have been considered`,
    `${INC}* Results of earlier tests such as MSI, TMB or PD-L1 will be collected`,
  ],
  [
    'one sentence lets in and keeps out',
    'HER2',
    'excluded',
    `${INC}* Metastatic breast cancer is eligible but HER2-positive disease is not eligible`,
    `${INC}* Patients with hormone receptor-positive disease are eligible, whereas those with HER2-positive disease are excluded`,
    `${INC}* Advanced breast cancer, but patients with HER2-positive tumors are not eligible`,
  ],
  [
    'two phases with opposite gates',
    'BRAF',
    'not asked',
    `${INC}* Phase 1: BRAF V600E mutation\n* Phase 2: BRAF wild-type`,
    `${INC}Phase 1\n\n* BRAF V600E mutated tumor\n\nPhase 2\n\n* Tumor without BRAF V600E mutation`,
    `${INC}* Part A: tumors with BRAF V600E mutation\n* Part B: tumors that are BRAF wild-type`,
  ],
  [
    'an excluding sentence between two admitting ones',
    'MSI',
    'required',
    `${INC}* MSI-H tumors are required. Patients with leptomeningeal disease are excluded. Prior immunotherapy is allowed.`,
    `${INC}* The tumor must be MSI-H. Patients with active infection are not eligible. Measurable disease is preferred.`,
    `${INC}* MSI-H disease confirmed locally. Pregnant women are not eligible. Any line of therapy is allowed.`,
  ],
  [
    'a marker as a condition of earlier treatment only',
    'BRAF',
    'not asked',
    `${INC}* Patients with a BRAF V600E mutation must have received a BRAF inhibitor unless not available`,
    `${INC}* If BRAF V600E mutated, prior dabrafenib is required if available`,
    `${INC}* Participants whose tumor has a BRAF V600E mutation should have been offered a BRAF inhibitor`,
  ],
  [
    '"been ineligible to receive" belongs to what lets in',
    'MSI',
    'not asked',
    `${INC}* Patients with MSI-H disease must have received or been ineligible to receive pembrolizumab`,
    `${INC}* For MSI-H tumors: prior checkpoint inhibitor, or been ineligible to receive one`,
    `${INC}* If MSI-H, must have progressed on or have been ineligible for immunotherapy`,
  ],
  [
    'the excluding sentence is the only one that says it',
    'HER2',
    'excluded',
    `${INC}* Histologically confirmed breast cancer; patients with HER2-positive disease will be excluded`,
    `${INC}* Breast cancer of any subtype except HER2-positive`,
    `${INC}* Any breast cancer other than HER2-positive breast cancer`,
  ],
  [
    'a gene in the panel of an assay',
    'KRAS',
    'not asked',
    `${INC}* Tissue must be available for a panel of genes including KRAS, NRAS and BRAF`,
    `${INC}* Consent to sequencing of KRAS, PIK3CA and TP53`,
    `${INC}* Willing to have tumor DNA tested for KRAS mutations`,
  ],
  [
    '"be ineligible for" in a requirement',
    'BRAF',
    'not asked',
    `${INC}* Patients with BRAF V600E mutation must have progressed on or be ineligible for BRAF-targeted therapy`,
    `${INC}* BRAF V600E mutated: must be ineligible for, or have received, dabrafenib`,
    `${INC}* Must be ineligible for a BRAF inhibitor if the tumor has a BRAF V600E mutation`,
  ],
  [
    'a carve-out between two excluding clauses',
    'KRAS',
    'excluded',
    `${INC}* Tumors with KRAS mutations are excluded. Patients with unknown status may be enrolled. Brain metastases are not allowed.`,
    `${EXC}* KRAS mutation. Wild-type tumors are allowed. Leptomeningeal disease.`,
    `${EXC}* Known KRAS mutation; patients with unknown status are eligible; leptomeningeal disease is excluded`,
  ],
  [
    'an admitting marker and an exclusion that has nothing to do with it',
    'BRAF',
    'required',
    `${INC}* BRAF V600E mutation${EXC}* Pregnancy`,
    `${INC}* Tumor with BRAF V600E mutation; patients with active infection are excluded`,
    `${INC}* BRAF V600E mutated cancer, no leptomeningeal disease`,
  ],
  [
    'a list of exclusions as the tail of an inclusion',
    'HER2',
    'excluded',
    `${INC}* Metastatic breast cancer. Patients with any of the following are excluded:\n  * HER2-positive tumor\n  * Pregnancy`,
    `${INC}* Advanced cancer, but none of the following:\n  * HER2-positive disease\n  * Leptomeningeal disease`,
    `${INC}* Patients must not have any of the following:\n  * HER2 amplification\n  * Pregnancy`,
  ],
  [
    'a test that is mandatory, then a mutation that is not eligible',
    'KRAS',
    'excluded',
    `${INC}* KRAS testing is mandatory; any activating KRAS mutation is not eligible`,
    `${INC}* Tumors must be tested for KRAS. Patients with a KRAS mutation are not eligible.`,
    `${INC}* KRAS and BRAF status must be known. Any KRAS mutation is excluded.`,
  ],
  [
    '"any KRAS status" is no gate',
    'KRAS',
    'not asked',
    `${INC}* MSS tumor; any KRAS status is eligible`,
    `${INC}* Any KRAS mutation status is allowed`,
    `${INC}* Metastatic disease regardless of KRAS status`,
  ],
  [
    'drivers that are admitted, and one that is forbidden',
    'KRAS',
    'excluded',
    `${INC}* Alterations of PIK3CA, AKT1 or PTEN are allowed. KRAS mutations are not allowed.`,
    `${INC}* Patients with PIK3CA or ESR1 mutations may be enrolled; patients with KRAS mutations must not be enrolled`,
    `${INC}* Mutations of PIK3CA or ESR1 are permitted, but KRAS mutations are excluded`,
  ],
  [
    '"otherwise not eligible" behind what is asked',
    'MSI',
    'required',
    `${INC}* The tumor must be MSI-H, otherwise the patient is not eligible`,
    `${INC}* MSI-H disease is required; patients are otherwise not eligible`,
    `${INC}* MSI-H tumor (otherwise not eligible)`,
  ],
  [
    '"must not have received" is a requirement',
    'MSI',
    'excluded',
    `${INC}* MSS tumor\n* Must not have received irinotecan`,
    `${INC}* Microsatellite stable disease; patients must not have received irinotecan`,
    `${INC}* Patients must not have received irinotecan and must have an MSS tumor`,
  ],
  [
    'a title says one thing, a sentence among the inclusions keeps out',
    'HER2',
    'excluded',
    `${INC}* Histologically confirmed breast cancer. HER2-positive cases are excluded.`,
    `${INC}* Breast cancer of stage IV; cases with HER2 amplification are not included`,
    `${INC}* Metastatic breast cancer: HER2-positive patients are not eligible`,
  ],
] // prettier-ignore

describe('what a text says of a marker', () => {
  it.each(TRAPS.flatMap(([trap, marker, gate, ...texts]) => texts.map((text, i) => [`${trap} (${i + 1})`, marker, text, gate] as const)))(
    '%s',
    (_trap, marker, text, gate) => expect(gateOf(marker, text)).toBe(gate),
  )
  it('holds each trap in three phrasings', () => {
    expect(TRAPS).toHaveLength(32)
    for (const [, , , ...texts] of TRAPS) expect(texts.length).toBeGreaterThanOrEqual(3)
  })
})
