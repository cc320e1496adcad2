import { hasBrainMetastases } from '../criteria/has-brain-metastases.ts'
import { type Predicate, ready } from '../predicate.ts'
import type { Place } from './place-of.ts'

/**
 * "… provided they are radiologically stable": a state that stands apart from the brain metastases it is of, in the same sentence. Undefined where
 * the state is of something else ("a stable dose").
 */
export function stateOfBrain(words: string, place: Place | undefined, text: string): Predicate | undefined {
  const [, state] = STATE.exec(words.replace(/[.,;:]+$/, '')) ?? []
  if (state === undefined || !place || OF_A_DOSE.test(text.slice(place.end, place.end + AFTER))) return undefined
  const before = text.slice(Math.max(0, place.start - BEFORE), place.start)
  if (!OF_BRAIN.test(before.slice(Math.max(0, before.search(LAST_SENTENCE))))) return undefined
  const named = /symptom(?:atic|s)$/.test(state) ? 'symptomatic' : 'active'
  const params = { state: named } as const
  const test: Predicate = { is: 'test', kind: hasBrainMetastases.name, ...place, params, judge: BRAIN.judgeOf(params) }
  return /^(?:stable|asymptomatic)$/.test(state) ? { is: 'not', of: test } : test
}

const BRAIN = ready(hasBrainMetastases)
const STATE =
  /^(?:(?:clinically|radiologically|radiographically|neurologically|actively) )*(stable|asymptomatic|symptomatic|progressing|enlarging|(?:requiring |therapy |treatment |steroids )*control (?:of )?(?:associated |their )?symptoms)$/
const OF_A_DOSE = /^[^.;,]{0,28}\b(?:dos(?:e|es|age|ing)|regimen|steroids?|corticosteroids?|medications?|anticonvulsants?)\b/
const OF_BRAIN =
  /\b(?:brain|cns|central nervous system|cerebral|intracranial)\b[^.;]{0,40}\b(?:metasta\w+|disease|lesions?|involvement)\b(?![^.;]*\b(?:hypothyroid\w*|thrombo\w*|dvt|hepatitis|hiv|autoimmune|hypertension|diabetes)\b)/
/** From the last full stop on. */
const LAST_SENTENCE = /(?<=\. )[^.]*$/
const BEFORE = 260
const AFTER = 40
