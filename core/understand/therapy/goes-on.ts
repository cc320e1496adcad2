import { findDates } from '../prose/dates.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { datesOfTreatment } from './dates-of-treatment.ts'
import { doseCourse } from './doses.ts'
import type { Mention } from './mentions.ts'
import { bestResponse, stopReason } from './outcome-words.ts'

/** A sentence without drugs that speaks on about the last ones: when they ended, why, and what they did. What it adds is what is spoken of next. */
export function goOn(
  mentions: Mention[],
  subject: Mention,
  sentence: Sentence,
  reading: Reading,
  blamed: boolean,
  next: boolean,
): Mention | undefined {
  const text = sentence.text
  if (subject.end !== undefined && subject.stopped === undefined && (THEN_PROGRESSED.test(text) || (next && SCAN_WORSE.test(text)))) {
    const { ongoing: _ongoing, ...ended } = subject
    mentions.push({ ...ended, stopped: 'progression', evidence: [quote(reading.document, sentence), ...subject.evidence] })
    return undefined
  }
  if (
    !(GOES_ON.test(text) || DOSE_CHANGED.test(text)) ||
    TO_COME.test(text) ||
    (!STOPS.test(text) && /\b(?:RT|radiation|surgery|scan|mets|brain|denosumab)\b/i.test(text.slice(0, 30)))
  )
    return undefined
  const course = datesOfTreatment('', ` ${text}`, reading.said, false)
  const lastDose = WAS_LAST.exec(text)
  const last = lastDose ? findDates(lastDose[0], reading.said).at(-1)?.date : undefined
  const stopped = stopReason('', text) ?? (last !== undefined && blamed ? 'toxicity' : undefined)
  const best = bestResponse(text)
  const dose = subject.names.length === 1 ? doseCourse(text, 0).later : undefined
  const { start: _start, ...said } = course
  const ends = last === undefined ? said : { end: last }
  if (!ends.end && !stopped && !best && !dose) return undefined
  const added: Mention = {
    names: subject.names,
    drugs: subject.drugs,
    sense: 'given',
    ...(subject.start ? { start: subject.start } : {}),
    ...ends,
    ...(stopped ? { stopped } : {}),
    ...(subject.setting ? { setting: subject.setting } : {}),
    ...(subject.line === undefined ? {} : { line: subject.line }),
    ...(best ? { bestResponse: best } : {}),
    ...(dose ? { dose } : {}),
    before: '',
    after: text,
    sentence,
    evidence: [quote(reading.document, sentence), ...subject.evidence],
  }
  mentions.push(added)
  return ends.end === undefined ? undefined : added
}
/** "Last dose will be 8/2026" */
const TO_COME = /^\W{0,4}last (?:dose|cycle|infusion)\s(?:will|would|is (?:planned|due|scheduled)|planned|due)\b/i
const STOPS = /^\W{0,4}(?:stopped|discontinued|ceased|d\/c'?d|reason)\b/i
/** "The 14 October dose, which was already in, was the last." */
const WAS_LAST = /\b(?:the|her|his)\s+[^.;]{4,24}\s(?:dose|cycle|infusion|injection)\b[^.;]{0,40}\bwas (?:the|her|his) last\b/i
/** "Dose reduced to 7.5 mg/kg." */
const DOSE_CHANGED =
  /^\W{0,4}(?:the )?dose (?:was |has been )?(?:(?:reduced|decreased|lowered|increased|escalated|adjusted|reduction)\b|(?:now |is |is now )?\d)/i
/** "fulvestrant 2024-11 - 2026-02. PD bones." */
const THEN_PROGRESSED = /^\W{0,4}(?:PD|POD|[Pp]rogressed|[Pp]rogression|[Dd]isease progression)\b/
/** "CT of May 14 shows growth of the liver", right behind the end of a treatment. */
const SCAN_WORSE =
  /\b(?:CT|MRI|PET|scans?|imaging|staging)\b[^.;]{0,40}?\b(?:show(?:s|ed|ing)|revealed|with|:)\s(?:\w+\s){0,3}?(?:growth|progress\w+|PD\b|new (?:\w+ ){0,2}(?:lesions?|metastas\w+|mets)|enlarg\w+|increas\w+ (?:in size|of))/i
const GOES_ON =
  /^\W{0,4}(?:and )?the last (?:four |three |two |one |few |dose |cycle |infusion |of them )?(?:with us|here|was|on|in|given|there)\b|^\W{0,4}(?:it|this|treatment|therapy|they) (?:was|were) (?:then )?(?:resumed|restarted|rechallenged|continued|given)\b[^.;]{0,40}\b(?:until|through|till)\b|\b(?:dose|cycle|infusion|injection)\b[^.;]{0,40}\bwas (?:the|her|his) last\b|^\W{0,4}(?:last (?:dose|cycle|given|infusion)|best (?:overall )?response|off (?:for|due to|because of|study|trial|treatment)|stopped|discontinued|ceased|terminated|withdrawn|halted|d\/c'?d|completed|finished|ended|she (?:stopped|completed|finished|discontinued)|he (?:stopped|completed|finished|discontinued)|this was (?:stopped|discontinued)|treatment (?:was )?(?:stopped|discontinued|completed)|it was (?:stopped|discontinued)|reason(?: (?:for )?(?:(?:stopp|discontinu)\w+|d\/c|stop|off))?\s?:?(?=.{0,12}[a-z]))|\b(?:I|she|he) (?:quit|stopped|came off) (?:it|taking it|them)\b/i
