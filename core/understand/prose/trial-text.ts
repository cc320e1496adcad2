import type { Document } from '../../record/document.ts'
import { identitiesIn } from './identity.ts'

/**
 * True for the description of a clinical trial that somebody printed or saved among the records: its lists of who may take part name
 * illnesses, results and treatments of nobody in particular. A letter or note about a person that quotes such lists is no such description.
 */
export function isTrialText(document: Document): boolean {
  const text = document.pages.map((page) => page.text).join('\n')
  return (
    INCLUSION.test(text) &&
    EXCLUSION.test(text) &&
    (REGISTRY.test(text) || POINTS_OF_PEOPLE.test(text)) &&
    !document.entries.some(({ type }) => type === 'patient') &&
    !identitiesIn(document).some(({ sure, mrn }) => sure || mrn !== undefined) &&
    !BIRTH.test(text)
  )
}

/** Headings of both lists, as registries, leaflets and consent forms write them. */
const INCLUSION = /^[^\p{L}\n]{0,8}(?:(?:key|main|major|general)\s+)?(?:inclusion\s+criteria|who can (?:join|take part|participate))\b/imu
const EXCLUSION =
  /^[^\p{L}\n]{0,8}(?:(?:key|main|major|general)\s+)?(?:exclusion\s+criteria|who (?:cannot|can't|can not) (?:join|take part|participate))\b/imu
/** What only the description of a study says. */
const REGISTRY =
  /\b(?:NCT\d{8}|ClinicalTrials\.gov|EudraCT|ISRCTN\d+|study (?:type|design|arms|phase)\b|primary outcome|sponsors?\s*(?::|and collaborators)|ages? eligible|sexes? eligible|brief summary|recruitment status|estimated enrollment|interventional)\b/i
const POINTS_OF_PEOPLE = /(?:\b(?:participants?|subjects?|patients)\s+(?:must|should|who|with|may)\b[\s\S]{0,400}?){3}/i
const BIRTH = /\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born)\s*[:.]?\s*\d/i
