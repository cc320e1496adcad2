import { matchesOf } from '../../codes/matches-of.ts'
import { uniqueEvidence } from '../../record/evidence.ts'
import { forTeam, missing, no, old, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { freshness, LAB_DAYS, type LabValue, labWords, newestLab } from '../lab-values.ts'
import { windowAt } from '../time-window.ts'

type Organ = 'marrow' | 'liver' | 'kidney' | 'coagulation' | 'heart'
type OrganFunction = { organs: Organ[]; lacking?: boolean; days?: number | undefined; window?: string | undefined }

export const hasAdequateOrganFunction = defineKind<OrganFunction>({
  name: 'has-adequate-organ-function',
  reads:
    'A statement without numbers: "adequate organ function", "adequate bone marrow, hepatic, renal and coagulation function within 14 days".',
  source:
    'Limits most trials use (ANC ≥ 1.5, platelets ≥ 100, haemoglobin ≥ 9, bilirubin ≤ 1.5 × ULN, AST/ALT ≤ 2.5 × ULN, 5 × with liver metastases)',
  triggers: /function|reserve|laboratory|profile|parameters|indices|abnormalit/,
  find({ text }) {
    const mentions: Mention<OrganFunction>[] = []
    for (const match of matchesOf(text, STATEMENT)) {
      const named = match.groups?.['organs'] ?? match[0]
      const organs = ORGANS.filter(([, words]) => words.test(named)).map(([organ]) => organ)
      let end = match.index + match[0].length
      if (organs.length === 0 && !/\borgan|end-organ|organ system|laborator/.test(named)) continue
      if (/^[ ,]{0,2}(?:≥|<|>|≤|with |lvef|of )/.test(text.slice(end))) continue
      const window = windowAt(text, end)
      if (window) end = window.end
      const tail = TAIL.exec(text.slice(end))?.[0].length ?? 0
      mentions.push({
        start: match.index,
        end: end + tail,
        params: {
          ...(LACKING.test(match[0]) ? { lacking: true } : {}),
          organs: /laborator|\borgan|end-organ|organ system/.test(named)
            ? [...new Set<Organ>([...organs, 'marrow', 'liver', 'kidney'])]
            : organs,
          ...(window?.side === 'within' ? { days: window.days, window: window.words } : {}),
        },
      })
    }
    return mentions
  },
  judge({ organs, lacking, days, window }, { profile, asOf }) {
    const hasLiverMetastases = profile.metastases.some(({ site, status }) => site === 'liver' && status !== 'ruled-out')
    const evidence: LabValue['evidence'] = []
    const said: string[] = []
    for (const organ of organs) {
      for (const [names, isEnough] of LIMITS[organ]) {
        const value = names.map((name) => newestLab(profile, name)).find((one) => one !== undefined)
        const key = `lab:${names[0]}`
        const question = `What is your latest ${value?.test.plain ?? names[0]} value, and when was it taken?`
        if (!value) return missing(`The records hold no ${PLAIN[organ]} (${names.join(' or ')}).`, key, question, evidence)
        if (freshness(value, asOf, days) !== 'fresh')
          return old(
            `${labWords(value)} is older than ${window ?? `${LAB_DAYS} days`}; new tests are needed.`,
            key,
            question,
            value.evidence,
          )
        evidence.push(...value.evidence)
        said.push(labWords(value))
        if (!isEnough(value, hasLiverMetastases))
          return forTeam(`${labWords(value)} is outside the limits that most trials ask; the trial team knows its own.`, value.evidence)
      }
    }
    return (lacking ? no : yes)(`Within the limits most trials ask: ${said.join('; ')}.`, uniqueEvidence(evidence), { recoverable: true })
  },
})

const ORGAN_WORDS =
  '(?:vital |major |end-|key )?organs?(?: systems?)?|bone[- ]marrow|marrow|ha?ematologic(?:al)?|ha?ematopoietic|hepatic|liver|renal|kidney|cardiac|heart|cardiovascular|coagulation|left ventricular|blood|hepatobiliary|metabolic|immune|pulmonary|respiratory|thyroid|(?:clinical )?laboratory|performance'
const STATEMENT = new RegExp(
  String.raw`\b(?:adequate|sufficient|acceptable|normal|good|satisfactory|inadequate|insufficient|impaired|poor)(?: (?:baseline|overall|end|major))? (?<organs>(?:(?:${ORGAN_WORDS})(?: functions?| reserve)?(?:,? ?(?:and\/or|and|or|\/|&)? ?|, ))*(?:${ORGAN_WORDS})) (?:functions?|reserve|parameters|profiles?|indices|status|values|tests?|results?)\b|(?:hepatic|liver|renal|kidney|bone marrow|organ) dysfunction(?:,? (?:or |and )?(?:hematologic|haematologic)(?:al)? abnormalit(?:y|ies))?|(?<=\b(?:renal|kidney|hepatic|liver)\b[a-z ,]{0,40})ha?ematologic(?:al)? abnormalit(?:y|ies)`,
  'g',
)
const LACKING = /^(?:inadequate|insufficient|impaired|poor)|dysfunction|abnormalit/
const TAIL =
  /^(?:,? (?:as (?:defined|determined|assessed|indicated|evidenced|demonstrated|outlined|described)(?: (?:by|in|per)(?: the| local| protocol| laboratory| investigator| study| following| values| tests| table| standards| below)*)?(?: (?:below|protocol|above))?|per (?:protocol|local standards?|institutional standards?|investigator)|based on (?:most recent )?(?:laboratory|screening)[a-z ]{0,40}|(?:as )?(?:specified|defined) (?:in|by|per) the protocol|at screening|without [a-z ,]{3,60}support))?(?=\s*(?:$|[.;:,)]))/
const ORGANS: readonly [Organ, RegExp][] = [
  ['marrow', /marrow|h[a]?ema|blood/],
  ['liver', /hepat|liver/],
  ['kidney', /renal|kidney/],
  ['coagulation', /coagul/],
  ['heart', /cardi|heart|ventric/],
]
const PLAIN: Record<Organ, string> = {
  marrow: 'blood count',
  liver: 'liver test',
  kidney: 'kidney test',
  coagulation: 'clotting test',
  heart: 'measure of heart pumping',
}
type IsEnough = (value: LabValue, hasLiverMetastases: boolean) => boolean
const atLeast =
  (bound: number): IsEnough =>
  (value) =>
    value.value >= bound
const timesNormal =
  (times: number, withLiver: number = times): IsEnough =>
  (value, hasLiver) =>
    value.high === undefined || value.value <= value.high * (hasLiver ? withLiver : times)
const LIMITS: Record<Organ, readonly [names: string[], isEnough: IsEnough][]> = {
  marrow: [
    [['ANC'], atLeast(1.5)],
    [['platelets'], atLeast(100)],
    [['hemoglobin'], atLeast(9)],
  ],
  liver: [
    [['bilirubin'], timesNormal(1.5)],
    [['AST', 'ALT'], timesNormal(2.5, 5)],
    [['ALT', 'AST'], timesNormal(2.5, 5)],
  ],
  kidney: [[['creatinine', 'eGFR'], (value) => (value.test.name === 'creatinine' ? timesNormal(1.5)(value, false) : value.value >= 50)]],
  coagulation: [[['INR', 'PT'], timesNormal(1.5)]],
  heart: [[['LVEF'], atLeast(50)]],
}
