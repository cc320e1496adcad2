import { drugsOfClass } from '../codes/drugs.ts'
import { matchesOf } from '../codes/matches-of.ts'
import type { Therapy, TherapySpot } from './therapy-targets.ts'

/**
 * Antibody-drug conjugates by half of their name ("govitecan"), by both halves set apart ("sacituzumab, govitecan") and by what they carry
 * ("ADCs with MMAE payload"). A half that is a drug of its own (trastuzumab) is not the conjugate.
 */
export function conjugatesIn(text: string): TherapySpot[] {
  const spots: TherapySpot[] = []
  for (const { 0: words, index, groups } of matchesOf(text, APART)) {
    const therapy = CONJUGATES.find(({ name }) => name === `${groups?.['antibody']} ${groups?.['carried']}`)
    if (therapy) spots.push({ start: index, end: index + words.length, therapy })
  }
  for (const { 0: words, index } of matchesOf(text, HALF)) {
    const therapy = HALVES.get(words)
    if (therapy) spots.push({ start: index, end: index + words.length, therapy })
  }
  for (const { pattern, therapy } of CARRYING)
    for (const { 0: words, index } of matchesOf(text, pattern)) spots.push({ start: index, end: index + words.length, therapy })
  return spots
}

/** Every therapy that can be found here, to be had again by its name. */
export const conjugateTherapies = (): Therapy[] => [...HALVES.values(), ...CARRYING.map(({ therapy }) => therapy)]

const TWO_WORDS = drugsOfClass('ADC').flatMap(({ name }) => {
  const [antibody, carried, ...more] = name.split(' ')
  return antibody && carried && more.length === 0 ? [{ name, antibody, carried }] : []
})
const CONJUGATES: readonly Therapy[] = TWO_WORDS.map(({ name }) => ({ name, includes: (drug) => drug.name === name }))
/** Antibodies that are given without a drug too. */
const BARE = new Set(['trastuzumab'])
const HALVES = new Map<string, Therapy>(
  [...new Set(TWO_WORDS.flatMap(({ antibody, carried }) => [antibody, carried]))]
    .filter((half) => !BARE.has(half))
    .map((half) => [half, { name: half, includes: ({ name, family }) => family === 'ADC' && name.split(' ').includes(half) }]),
)
const oneOf = (words: readonly string[]) => [...new Set(words)].join('|')
const APART = new RegExp(
  String.raw`\b(?<antibody>${oneOf(TWO_WORDS.map(({ antibody }) => antibody))})[\s,/-]{1,3}(?:(?:and|or)\s)?(?<carried>${oneOf(TWO_WORDS.map(({ carried }) => carried))})\b`,
  'g',
)
const HALF = new RegExp(String.raw`\b(?:${oneOf([...HALVES.keys()])})\b`, 'g')

/** What conjugates carry. `short`: letters that mean something else where no conjugate is named. */
const PAYLOADS: readonly { words: string; short?: string; name: string; ofDrugs: RegExp }[] = [
  { words: 'mmae|monomethyl auristatin e', name: 'a conjugate with MMAE', ofDrugs: / vedotin$/ },
  { words: 'mmaf|monomethyl auristatin f', name: 'a conjugate with MMAF', ofDrugs: / (?:mafodotin|botidotin)$/ },
  { words: 'auristatins?|vedotins?', name: 'an auristatin', ofDrugs: / (?:vedotin|mafodotin|botidotin)$/ },
  { words: 'emtansine|mertansine', short: 'dm-?1', name: 'a conjugate with DM1', ofDrugs: / emtansine$/ },
  { words: 'ravtansine|soravtansine', short: 'dm-?4', name: 'a conjugate with DM4', ofDrugs: / s?o?ravtansine$/ },
  { words: 'maytansin(?:e|oid)s?', name: 'a conjugate with a maytansinoid', ofDrugs: /tansine$/ },
  { words: 'calicheamicins?|ozogamicin', name: 'a conjugate with calicheamicin', ofDrugs: / ozogamicin$/ },
  {
    words: 'pyrrolobenzodiazepines?|tesirine',
    short: 'pbds?',
    name: 'a conjugate with a pyrrolobenzodiazepine',
    ofDrugs: / (?:tesirine|talirine)$/,
  },
  { words: 'duocarmycins?|duocarmazine', name: 'a conjugate with duocarmycin', ofDrugs: / duocarmazine$/ },
]
const ADC = String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?`
const CARRY = String.raw`[\s,]{1,2}(?:with|containing|carrying|using|based on|consisting of|comprising|including|linked to|conjugated (?:to|with)|(?:that|which) (?:contains?|carry|carries|ha(?:s|ve)|uses?|includes?))\s(?:an? |the )?(?:(?:payload of|payload) )?`
const KIND = `(?:[- ](?:analog(?:ue)?s?|derivatives?|based|containing|conjugated|linked|carrying|payloads?|toxins?|warheads?))*`
/** "HER2-directed topoisomerase I ADCs": both the target and what is carried. */
const AGAINST_HER2: { pattern: RegExp; therapy: Therapy } = {
  pattern: new RegExp(
    String.raw`\b(?:anti-?)?her-?2[- ](?:directed |targeted |targeting )?(?:topo(?:isomerase)?[- ]?(?:i|1)i?|dxd|deruxtecan|exatecan)${KIND}[- ](?:inhibitors? )?(?:payload )?${ADC}`,
    'g',
  ),
  therapy: {
    name: 'a HER2 antibody-drug conjugate with a topoisomerase I payload',
    includes: ({ classes }) => classes.includes('HER2 ADC') && classes.includes('topoisomerase I payload'),
  },
}
const OF_PAYLOADS: readonly { pattern: RegExp; therapy: Therapy }[] = PAYLOADS.map(({ words, short, name, ofDrugs }) => {
  const any = short === undefined ? words : `${words}|${short}`
  return {
    pattern: new RegExp(String.raw`\b(?:${ADC}${CARRY}(?:${any})\b${KIND}|(?:${any})\b${KIND}[- ]${ADC}|(?:${words})\b${KIND})`, 'g'),
    therapy: { name, includes: (drug) => drug.family === 'ADC' && ofDrugs.test(drug.name) },
  }
})
const CARRYING = [AGAINST_HER2, ...OF_PAYLOADS]
