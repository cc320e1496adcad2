import type { ConditionSpot } from '../codes/conditions.ts'

/** Words that name a condition but speak of something else here. */
export function isOtherThing(text: string, { start, end, concept }: ConditionSpot): boolean {
  const after = text.slice(end, end + 40)
  const before = text.slice(Math.max(0, start - 40), start)
  if (/\banti-? ?$/.test(before)) return true
  if (
    concept.name === 'osteoporosis' &&
    /(?:therapy|treatment|prevention|drug|agent|receiving|use)[^.;]{0,30} (?:for|or|of) $/.test(before)
  )
    return true
  if (/^ ?(?:vaccin|immuni[sz]ation|medication|drugs? |inhibitor)/.test(after) && !/^ ?medications? that/.test(after)) return true
  if (concept.name === 'transplant' && /autologous|breast|fat |flap/.test(before)) return true
  if (/(?:recovered|recovery|toxicit\w+|adverse events?)[^.;]{0,40}$/.test(before) && /neuropathy|alopecia|nausea/.test(concept.name))
    return true
  if (/\bbecause\b[^.;]*$/.test(text.slice(Math.max(0, start - 200), start))) return true
  if (
    concept.name === 'serious illness' &&
    /^(?:systemic disease|condition|other condition|serious condition)/.test(text.slice(start, end)) &&
    !/severe|uncontrol|serious|other|significant/.test(`${before.slice(-40)} ${text.slice(start, end)}`)
  )
    return true
  return concept.name === 'serious illness' && /breast|metasta|measurable|cancer/.test(before.slice(-18))
}
