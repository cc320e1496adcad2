import { findDrug } from '../codes/drugs.ts'
import type { Fact } from '../record/fact.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind } from './sources.ts'

/** What the person does not tolerate, each substance once, whatever it is called. */
export function mergeAllergies(facts: readonly Fact[]): Profile['allergies'] {
  const groups = new Map<string, Fact<'allergy'>[]>()
  for (const fact of ofKind(facts, 'allergy')) {
    if ((fact.certainty !== 'stated' && fact.certainty !== 'probable') || NO_SUBSTANCE.test(fact.value.name)) continue
    const key = substance(fact.value.name)
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => saidDay(b) - saidDay(a))
    const reaction = sorted.find((fact) => fact.value.reaction !== undefined)?.value.reaction
    const name = sorted.map((fact) => fact.value.name).sort((a, b) => b.length - a.length)[0] ?? ''
    return {
      name: name.replace(/^(penicillin|cephalosporin|statin|opioid|tetracycline|macrolide|fluoroquinolone)s$/i, '$1'),
      ...(reaction === undefined ? {} : { reaction }),
      evidence: evidenceOf(sorted).slice(0, 12),
    }
  })
}

/** One word for a substance: short forms, salts and classes that name the same. */
function substance(name: string): string {
  const plain = name.toLowerCase()
  for (const [word, pattern] of SAME) if (pattern.test(plain)) return word
  return (
    findDrug(plain)?.name ??
    plain
      .replace(/[^a-z0-9]+/g, ' ')
      .replace(/s\b/g, '')
      .trim()
  )
}

/** What lists print where nothing is named. */
const NO_SUBSTANCE =
  /^(?:(?:allergenic |unknown |other )?substance|drugs?|food|medications?|environment(?:al)?|allerg(?:y|ies|en)|unknown|none|n\/?a|no known.*|not on file.*|nkd?a)$/i

const SAME: readonly (readonly [string, RegExp])[] = [
  ['sulfonamide', /\b(?:sul(?:f|ph)(?:a\b|on|amethox)|bactrim|septra|co-?trimoxazole|tmp[-/]smx)/],
  ['penicillin', /\b(?:pcn|penicillins?|pen[ -]?vk)\b/],
  ['iodinated contrast', /\b(?:contrast|iodine|iodinated|ivp dye|omnipaque|isovue)\b/],
  ['latex', /\blatex\b/],
  ['adhesive', /\b(?:adhesive|tape)\b/],
  ['aspirin', /\b(?:aspirin|asa)\b/],
  ['nsaid', /\bnsaids?\b/],
  ['ace inhibitor', /\bace[- ]inhibitors?\b/],
  ['peanut', /\bpeanuts?\b/],
  ['shellfish', /\bshell ?fish\b/],
]
