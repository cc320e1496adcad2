import { findConditions } from '../codes/conditions.ts'

/** A word that narrows an illness, the words of a record that bear it out, and how its lack is said. */
type Narrowing = { asked: RegExp; borneOut: RegExp; said: string; unless?: string }
const NARROWING: readonly Narrowing[] = [
  {
    asked: /\b(?:type (?:1|i)|i) (?:dm|diabetes)\b|\btype (?:1|i)\b/,
    borneOut: /type (?:1|i)\b|t1d|insulin-dependent/i,
    said: 'it is of type 1',
  },
  { asked: /\bfebrile\b/, borneOut: /febril|fever|neutropenic sepsis/i, said: 'it came with fever' },
  {
    asked: /\bautoimmune\b/,
    borneOut: /autoimmun|immune[- ]|guillain|cidp|myasthen/i,
    said: 'it was autoimmune',
    unless: 'autoimmune disease',
  },
  { asked: /(?<!a)symptomatic\b/, borneOut: /(?<!a)symptomatic|symptoms?\b|dyspn|cough|breath/i, said: 'it gave symptoms' },
  { asked: /\bchronic pain\b/, borneOut: /chronic|persist|long-?standing|neuropathic/i, said: 'it is chronic' },
  { asked: /\blife[- ]threatening\b/, borneOut: /life[- ]threat|grade 4|intensive care|\bicu\b/i, said: 'it threatened life' },
  {
    asked: /\b(?:congenital|hereditary|inherited|familial)\b/,
    borneOut: /congenit|heredit|inherit|famil|germline|mutation|deficien|factor v/i,
    said: 'it is inherited',
  },
  { asked: /\brecurrent\b/, borneOut: /recur|repeat|again|second/i, said: 'it came back' },
]

/**
 * What of the words that narrow an illness the records do not bear out: "whether it came with fever". Joined to another word by "or" it narrows
 * nothing: "congenital or acquired".
 */
export function notBorneOut(
  words: string,
  recorded: readonly { name: string; evidence: readonly { quote: string }[] }[],
): string | undefined {
  const said = recorded.flatMap(({ name, evidence }) => [name, ...evidence.map(({ quote }) => quote)]).join(' ')
  return NARROWING.find(({ asked, borneOut, unless }) => {
    const at = asked.exec(words)
    if (!at || borneOut.test(said)) return false
    const before = words.slice(0, at.index)
    const after = words.slice(at.index + at[0].length)
    if (/(?:\bor|,|\/)\s*$/.test(before) || /^\s*(?:,|\/|(?:and\/)?or\b)/.test(after)) return false
    return unless === undefined || !recorded.some(({ name }) => findConditions(name).some(({ concept }) => concept.kinds.has(unless)))
  })?.said
}
