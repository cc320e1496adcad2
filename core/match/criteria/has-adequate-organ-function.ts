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
  triggers: /function|reserve|laboratory|profile|parameters|indices|abnormalit|levels|results|counts/,
  find({ text }) {
    const mentions: Mention<OrganFunction>[] = []
    for (const match of matchesOf(text, STATEMENT)) {
      const named = match.groups?.['organs'] ?? match.groups?.['well'] ?? match.groups?.['limits'] ?? match[0]
      const organs = ORGANS.filter(([, words]) => words.test(named)).map(([organ]) => organ)
      let end = match.index + match[0].length
      if (organs.length === 0 && !/\borgan|end-organ|organ system|laborator/.test(named)) continue
      if (/^[ ,]{0,2}(?:≥|<|>|≤|with (?!out-of-range)|lvef|of )/.test(text.slice(end))) continue
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
  '(?:vital |major |main |important |end-|key )?organs?(?: systems?)?|bone[- ]marrow|marrow|ha?ematolog(?:y|ic(?:al)?)|ha?ematopoietic|hepatic|liver|renal|kidney|cardiac|heart|cardiovascular|(?:blood )?(?:coagulation|clotting)|left ventricular|blood|hepatobiliary|metabolic|immune|pulmonary|respiratory|thyroid|bio-?chemi(?:stry|cal)|(?:clinical )?laboratory|performance'
const ORGAN_LIST = `(?:(?:${ORGAN_WORDS})(?: functions?| reserve)?(?:,? ?(?:and\\/or|and|or|\\/|&)? ?|, ))*(?:${ORGAN_WORDS})`
const STATEMENT = new RegExp(
  [
    String.raw`\b(?:adequate|sufficient|acceptable|normal|good|satisfactory|inadequate|insufficient|impaired|poor)(?: (?:baseline|overall|end|major))? (?<organs>${ORGAN_LIST}) (?:functions?|reserve|parameters|profiles?|indices|status|values|levels|counts|tests?|results?)\b`,
    // "The main organs function well", "functions of the important organs are basically normal"
    String.raw`(?<well>\b(?:functions? of (?:the )?)?${ORGAN_LIST} (?:functions?|functioning|is functioning|are functioning|functions? (?:is|are)|(?:is|are))(?: (?:basically|essentially|generally))? (?:well|normal(?:ly)?|adequate(?:ly)?|good|sufficient)\b(?! (?:controlled|range|limit)))`,
    // "Haematology and biochemistry results within the limits expected", "laboratory results meet the requirements"
    String.raw`(?<limits>\b(?:${ORGAN_LIST}) (?:criteria: (?:${ORGAN_LIST}) )?(?:tests? )?(?:results?|values?|parameters?|tests?) (?:are |is |that )?(?:within (?:the )?(?:normal |acceptable |institutional )?(?:limits?|ranges?)|meets?|meeting|fulfill?)(?: (?:the|relevant|requirements?|criteria|limits?|normally|expected|required|for|of|organ|functions?|patient|study|population|protocol))*)`,
    String.raw`(?:hepatic|liver|renal|kidney|bone marrow|organ) dysfunction(?:,? (?:or |and )?(?:hematologic|haematologic)(?:al)? abnormalit(?:y|ies))?`,
    String.raw`(?<=\b(?:renal|kidney|hepatic|liver)\b[a-z ,]{0,40})ha?ematologic(?:al)? abnormalit(?:y|ies)`,
  ].join('|'),
  'g',
)
const LACKING = /^(?:inadequate|insufficient|impaired|poor)|dysfunction|abnormalit/
const TAIL =
  /^(?:,? (?:as (?:defined|determined|assessed|indicated|evidenced|demonstrated|outlined|described)(?: (?:by|in|per)(?: the| local| protocol| laboratory| investigator| study| following| values| tests| table| standards| below)*)?(?: (?:below|protocol|above))?|per (?:protocol|local standards?|institutional standards?|investigator)|based on (?:most recent )?(?:laboratory|screening)[a-z ]{0,40}|(?:as )?(?:specified|defined) (?:in|by|per) the protocol|at screening|without [a-z ,]{3,60}support|with out-of-range laboratory (?:values|results)))?(?=\s*(?:$|[.;:,)]))/
const ORGANS: readonly [Organ, RegExp][] = [
  ['marrow', /marrow|h[a]?ema|blood(?! (?:clot|coag))/],
  ['liver', /hepat|liver/],
  ['kidney', /renal|kidney/],
  ['coagulation', /coagul|clotting/],
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
