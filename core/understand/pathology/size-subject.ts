import type { Measure } from './measures.ts'
import { claims, ownLabel } from './size-claims.ts'
import { phraseAround } from './size-phrase.ts'
import { isNoSize, plainPhrase } from './size-set-aside.ts'
import { isOfAll, isWithInSitu, rankOf } from './size-whole.ts'

/**
 * What a measure is of. `rank` orders how surely it is the size of the tumour: 0 of the thing itself, 1 of what may be more than it (the extent of
 * everything), 2 of a part of it (what a core holds). `imaged`: it was not measured on tissue.
 */
export type Subject = { kind: 'invasive' | 'in-situ' | 'node'; start: number; rank: 0 | 1 | 2; imaged: boolean }

/** What a measurement is of, by the words around it; undefined when it is of no tumour. */
export function subjectOf(text: string, measure: Measure): Subject | undefined {
  const phrase = plainPhrase(phraseAround(text, measure.start, measure.end))
  if (isNoSize(text, phrase, measure)) return undefined
  if (isWithInSitu(phrase.before, phrase.after)) return undefined
  const claim = claims(text, phrase, measure).find((one) => one !== undefined)
  if (claim === undefined || claim === 'distance' || claim === 'other') return undefined
  const start = phrase.start + (phrase.before.length - phrase.before.trimStart().length)
  const imaged = IMAGED.test(ownLabel(phrase.before)) || IMAGED_AFTER.test(phrase.after)
  if (claim === 'in-situ') return { kind: 'in-situ', start, rank: 0, imaged }
  // the deposit counts, not the node that holds it
  if (claim === 'deposit') return { kind: 'node', start, rank: 0, imaged }
  if (claim === 'node') return undefined
  const label = `${ownLabel(phrase.before).trimEnd()} `
  if (isOfAll(label, phrase.after)) return undefined
  return { kind: 'invasive', start, rank: rankOf(label, phrase.before, phrase.after), imaged }
}

export const IMAGED =
  /\b(?:US|U\/S|radiolog\w+|ultrasound|sono\w*|mammo\w*|MRI|imaging|PET|CT|radiograph\w*|hypoechoic|radiographic findings)\b/i
/** "(was 40 mm on imaging)" */
const IMAGED_AFTER = /^[^.;,\n\d]{0,40}\b(?:on|by|per) (?:imaging|US|ultraso\w+|mammogra\w+|MRI|CT)\b/i
