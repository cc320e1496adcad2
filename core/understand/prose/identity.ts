import type { Document } from '../../record/document.ts'
import type { Evidence } from '../../record/evidence.ts'
import { evidenceAt } from './reading.ts'

/** A name or a hospital number of the patient as a document writes it. `sure`: the head says that this is the patient. */
export type Identity = { name?: PatientName; mrn?: string; sure: boolean; evidence: Evidence }

/** `family` and `given` where the form tells them apart (`LUND, BERTA M`); `parts` are all words of it, lower case, without titles. */
export type PatientName = { written: string; parts: string[]; family?: string; given?: string }

/** The names and hospital numbers in the heads of a document's pages and in its patient entries; never those of staff or relatives. */
export function identitiesIn(document: Document): Identity[] {
  const coded = document.entries.flatMap((entry): Identity[] => {
    const name = entry.type === 'patient' && entry.person?.name ? patientName(entry.person.name) : undefined
    return name ? [{ name, sure: true, evidence: evidenceAt(document, entry.page, entry.start, entry.end) }] : []
  })
  return [...coded, ...document.pages.flatMap(({ text, number }) => inHead(document, number, text.slice(0, HEAD)))]
}

const HEAD = 3000

function inHead(document: Document, page: number, head: string): Identity[] {
  const found: Identity[] = []
  let at = 0
  for (const line of head.split('\n')) {
    const start = at
    at += line.length + 1
    if (line.length > 300 || RELATIVE.test(line)) continue
    const mrn = MRN.exec(line)?.[1]?.replace(/[\s.-]+$/, '')
    const match = LABELLED.exec(line) ?? (SUBJECT.test(line) && IDENTIFYING.test(line) ? SUBJECT.exec(line) : null) ?? BARE.exec(line)
    const name = match?.[1] === undefined ? undefined : patientName(match[1])
    if (name === undefined && mrn === undefined) continue
    const sure = name !== undefined && (IDENTIFYING.test(line) || /^\W*patient'?s?\s+name/i.test(line))
    const evidence = evidenceAt(document, page, start, start + line.length)
    found.push({ ...(name ? { name } : {}), ...(mrn ? { mrn } : {}), sure, evidence })
  }
  return found
}

const WORD = String.raw`[\p{Lu}0][\p{L}0'’.-]*`
const NAME = String.raw`(?:(?:Mrs|Ms|Mr|Miss|Mx|Smt|Shri)\.?\s+)?${WORD}(?:,? ?${WORD}){1,4}`
/** `Patient: …`, `Pt name: …` at the start of a line or after a gap. */
const LABELLED = new RegExp(
  String.raw`(?:^|\s{2,}|[|])\W{0,3}(?:[Pp]atient|PATIENT|[Pp]t|PT)(?:'s)?(?:[ \t]+(?:[Nn]ame|NAME))?[ \t]*[:.|-][ \t]{0,20}(${NAME})`,
  'u',
)
/** `Name: …` and `RE: …` count only beside a birth date or a number. */
const SUBJECT = new RegExp(String.raw`(?:^|\s{2,})\W{0,3}(?:[Nn]ame|NAME|R[Ee]|[Rr]egarding)[ \t]*:[ \t]{0,20}(${NAME})`, 'u')
/** A name at the start of a line with a birth date, age and sex, or number after it. */
const BARE = new RegExp(
  String.raw`^\W{0,3}(${NAME})\W{1,12}(?:(?:DOB|D\.O\.B|MRN|MR#|born|Born|[Dd]ate of [Bb]irth)\b|[MF]\s+\d{2}|\d{2}\s?Y?[MF]\b)`,
  'u',
)
const IDENTIFYING =
  /\b(?:DOB|D\.O\.B|date of birth|birth\s?date|born|MRN|MR#|NHS no|hospital no|UHID|URN)\b|\b[MF]\s+\d{2}Y?\b|\b\d{2}\s?Y?[MF]\b/i
const MRN =
  /\b(?:MRN|MR ?#|MR No|med(?:ical)? rec(?:ord)?(?: (?:no|number|#))?|hospital (?:no|number)|NHS (?:no|number)|unit (?:no|number)|patient (?:id|number)|UHID|URN|UR(?: no)?|CR no|chart (?:no|#))\s*[.:#]*\s*((?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{3,}(?: \d{3,4}){0,2})/i
const RELATIVE =
  /\b(?:next of kin|emergency contact|guarantor|subscriber|mother'?s|father'?s|physician|provider|consultant|surgeon|pathologist|radiologist)\b\s*(?:name)?\s*[:.]/i

/** Reads a name in either order; undefined for words that are no name. */
export function patientName(text: string): PatientName | undefined {
  const written = nameWords(text)
  const comma = written.indexOf(',')
  const [before = [], after = []] = (comma < 0 ? [written] : [written.slice(0, comma), written.slice(comma + 1)]).map(partsOf)
  const parts = [...before, ...after]
  if (parts.length < 2 || !parts.some((part) => part.length > 1)) return undefined
  if (after.length > 0) return { written, parts, ...pair(before.join(' '), after[0]) }
  return { written, parts, ...(isCapitals(written) ? {} : pair(parts.at(-1), parts[0])) }
}

/** The words up to the first that is no part of a name. */
function nameWords(text: string): string {
  const words = text.trim().split(/\s+/)
  const stop = words.findIndex((word) => NO_NAME.test(plain(word).replace(/[^a-z]/g, '')) || /^[A-Z]+-$/.test(word))
  return (stop < 0 ? words : words.slice(0, stop)).join(' ').replace(/[\s,-]+$|(?<=\p{L}{2})\.$/gu, '')
}

const partsOf = (words: string) =>
  plain(words)
    .split(/[\s.]+/)
    .filter((word) => word !== '' && !TITLES.has(word))
const pair = (family: string | undefined, given: string | undefined) => ({
  ...(family ? { family } : {}),
  ...(given ? { given } : {}),
})
const isCapitals = (text: string) => text === text.toUpperCase()
const TITLES = new Set(['mrs', 'ms', 'mr', 'miss', 'mx', 'dr', 'smt', 'shri', 'jr', 'sr', 'ii', 'iii'])
const NO_NAME =
  /^(?:dob|mrn|age|sex|gender|born|female|male|date|id|no|number|acct|account|room|the|is|was|has|with|and|of|denies|reports|breast|left|right|cancer|carcinoma|clinic|hospital|visit|note|report|yo|yrs|years|old|f|name|history|information|status|education|instructions|seen|known|reviewed|follow|loc|referred|address|january|february|march|april|may|june|july|august|september|october|november|december|attending|procedure|collected|accession)$/

/** Lower case, without accents and apostrophes, a zero between letters read as the letter O. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/0(?=[a-z])/g, 'o')
