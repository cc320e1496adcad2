/** Code systems, by the one address that FHIR uses for them. */
export const SYSTEMS = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  icdo3: 'http://terminology.hl7.org/CodeSystem/icd-o-3',
  ncit: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
  ajcc: 'http://cancerstaging.org',
  hgnc: 'http://www.genenames.org',
  ucum: 'http://unitsofmeasure.org',
  cpt: 'http://www.ama-assn.org/go/cpt',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
} as const
export type SystemName = keyof typeof SYSTEMS

/** The address of the code system that an object identifier of HL7 v3 names. */
export function systemOfOid(oid: string | undefined): string | undefined {
  if (oid === undefined || oid === '') return undefined
  const name = OIDS.get(oid.replace(/^urn:oid:/, ''))
  return name === undefined ? `urn:oid:${oid.replace(/^urn:oid:/, '')}` : SYSTEMS[name]
}

/** Which code system an address, an object identifier or a common name stands for. */
export function systemNamed(system: string): SystemName | undefined {
  return BY_ADDRESS.get(system) ?? OIDS.get(system.replace(/^urn:oid:/, '')) ?? BY_WORDS.find(([pattern]) => pattern.test(system))?.[1]
}

const OIDS: ReadonlyMap<string, SystemName> = new Map(
  Object.entries({
    '2.16.840.1.113883.6.1': 'loinc',
    '2.16.840.1.113883.6.96': 'snomed',
    '2.16.840.1.113883.6.88': 'rxnorm',
    '2.16.840.1.113883.6.90': 'icd10',
    '2.16.840.1.113883.6.3': 'icd10',
    '2.16.840.1.113883.6.4': 'icd10',
    '2.16.840.1.113883.6.103': 'icd9',
    '2.16.840.1.113883.6.104': 'icd9',
    '2.16.840.1.113883.6.42': 'icd9',
    '2.16.840.1.113883.6.2': 'icd9',
    '2.16.840.1.113883.6.43.1': 'icdo3',
    '2.16.840.1.113883.3.26.1.1': 'ncit',
    '2.16.840.1.113883.3.26.1.5': 'ncit',
    '2.16.840.1.113883.15.16': 'ajcc',
    '2.16.840.1.113883.6.281': 'hgnc',
    '2.16.840.1.113883.6.8': 'ucum',
    '2.16.840.1.113883.6.12': 'cpt',
    '2.16.840.1.113883.6.69': 'ndc',
    '2.16.840.1.113883.12.292': 'cvx',
  } satisfies Record<string, SystemName>),
)

const BY_ADDRESS = new Map<string, SystemName>(
  Object.entries(SYSTEMS).map(([name, address]) => [address, name as SystemName] satisfies [string, SystemName]),
)

const BY_WORDS: readonly (readonly [RegExp, SystemName])[] = [
  [/snomed/i, 'snomed'],
  [/loinc/i, 'loinc'],
  [/rx-?norm/i, 'rxnorm'],
  [/icd-?9/i, 'icd9'],
  [/icd-?10/i, 'icd10'],
  [/icd-?o/i, 'icdo3'],
  [/ajcc|cancerstaging/i, 'ajcc'],
  [/nci|thesaurus/i, 'ncit'],
  [/genenames|hgnc/i, 'hgnc'],
  [/ama-assn|\bcpt/i, 'cpt'],
  [/\bndc\b/i, 'ndc'],
]
