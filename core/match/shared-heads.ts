import { type ConditionSpot, conditionNamed } from '../codes/conditions.ts'
import { matchesOf } from '../codes/matches-of.ts'

/** "hepatic, renal or pulmonary disease", "any other liver condition": each adjective shares the noun at the end. */
export function withSharedHeads(text: string, spots: ConditionSpot[]): ConditionSpot[] {
  const added: ConditionSpot[] = []
  for (const match of matchesOf(text, SHARED)) {
    const last = match.index + match[0].trimEnd().length
    const noun = match[1]?.length ?? 0
    for (const adjective of match[0].matchAll(/[a-z]+/g)) {
      const start = match.index + adjective.index
      const own = start + adjective[0].length
      // The last one stands beside the noun, with what narrows it behind.
      const end = own === last ? match.index + match[0].length + noun : own
      const name = OF_ADJECTIVE.find(([words]) => words.test(adjective[0]))?.[1]
      const concept = name === undefined ? undefined : conditionNamed(name)
      if (concept && !spots.some((spot) => spot.start < start + adjective[0].length && start < spot.end))
        added.push({ start, end, concept })
    }
  }
  return added.length > 0 ? [...spots, ...added].toSorted((a, b) => a.start - b.start) : spots
}

const SHARED =
  /\b(?:(?:cardiac|cardiovascular|heart|renal|kidney|hepatic|liver|biliary|pulmonary|lung|respiratory|neurologic(?:al)?|psychiatric|gastrointestinal|autoimmune|inflammatory|bleeding|cerebrovascular|endocrine|metabolic|hematologic(?:al)?|haematologic(?:al)?|thromboembolic|infectious|immunologic(?:al)?|psychological|vascular|ocular|ophthalm(?:ic|ological)|thyroid|digestive|endocrinal|hepatobiliary|myocardial|hematopoietic|immune|mental|dermatologic(?:al)?|cutaneous)[\s,/]+(?:(?:and\/or|and|or)\s+)?){1,40}(?=((?:system |organ |tract )?(?:diseases?|disorders?|illness(?:es)?|dysfunction|impairments?|insufficiency|conditions?|abnormalit\w+|failure|pathology|compromise|problems?)))/g
const OF_ADJECTIVE: readonly [RegExp, string][] = [
  [/cardi|heart|vascular|myocard/, 'heart disease'],
  [/renal|kidney/, 'kidney disease'],
  [/hepat|liver|biliar/, 'liver disease'],
  [/pulm|lung|respir/, 'lung disease'],
  [/neuro/, 'neurologic disease'],
  [/psych|mental/, 'psychiatric disorder'],
  [/gastro|digest/, 'gastrointestinal disease'],
  [/autoimm|inflamm|immunolog|immune/, 'autoimmune disease'],
  [/bleed|h[a]?emat/, 'bleeding disorder'],
  [/cerebro/, 'cerebrovascular disease'],
  [/thromb/, 'thromboembolism'],
  [/infect/, 'infection'],
  [/ocular|ophthalm/, 'eye disease'],
  [/dermat|cutan/, 'skin disease'],
  [/thyroid/, 'thyroid disease'],
  [/endocr|metab/, 'serious illness'],
]
