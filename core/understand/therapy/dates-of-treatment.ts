import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { DOSING } from './drug-groups.ts'
import { findPeriods, type Period } from './periods.ts'

/**
 * When a treatment ran, as far as one clause says; `lastGiven` is a date on which it was still given.
 * An `end` of something `ongoing` is the last dose so far.
 */
export type Course = { start?: PartialDate; end?: PartialDate; ongoing?: boolean; lastGiven?: PartialDate }

/** Reads the dates of a clause: the words before the drugs, and those after them. `said` is the date of the document. */
export function datesOfTreatment(before: string, after: string, said: PartialDate | undefined, row: boolean, history = false): Course {
  const course: Course = {}
  const later = findPeriods(after, said, row, history)
  const lead = {
    whileOn:
      /(?<!\b(?:started|begun|put|placed|initiated|maintained|restarted|commenced|recommenced|went|switched|changed|embarked) )\b(?:on|during)\s*$/i.test(
        before,
      ),
    off: /\boff(?: of)?\s*$/i.test(before),
    last: /\b(?:last|final)(?: (?:dose|cycle|infusion|injection|treatment)s?)?(?: of)?\s*$/i.test(before),
    progressing: /\b(?:progress\w+|PD|worse|growing|relaps\w+)\b[^.;,]{0,16}\b(?:on|under|despite|through)\s*$/i.test(before),
    first: /\bfirst (?:dose|cycle|infusion|injection|treatment)s?(?: of)?\s*$/i.test(before),
    completed: /\b(?:complet|finish)(?:ed|ing)\b[^.;,]{0,40}$/i.test(before),
    stopped: STOP_VERB.test(before) && !/\b(?:last dose|completed|finished)\b/i.test(before),
    said,
    over: OVER.test(`${before} ${after}`),
    dated: findPeriods(before, said, row).length > 0,
  }
  for (const [i, period] of later.entries()) readAfter(course, after, period, later[i - 1], lead)
  if (!course.start || !course.end) {
    const earlier = findPeriods(before, said, row, history)
    const last = earlier.at(-1)
    if (last && !CHANGED.test(after)) readBefore(course, before, after, last, later.length > 0)
  }
  if (said !== undefined && !course.end && STOPS_NOW.test(before.slice(-50)) && !course.ongoing) course.end = said
  if (
    said !== undefined &&
    !course.end &&
    (STOPS_TODAY.test(after) || (STOP_VERB.test(before) && /^(?:\s+\w+){0,4}\s+today\b/i.test(after)))
  )
    course.end = said
  if (said !== undefined && !course.end && /\bcomplet(?:es|ing|ed)\b[^.;]{0,40}$/i.test(before) && /^[^.;,]{0,20}\btoday\b/i.test(after))
    course.end = said
  if (said !== undefined && !course.start && STARTS_TODAY.test(`${before.slice(-60)}~${after.slice(0, 60)}`)) course.start = said
  if (!course.end && ONGOING.test(after)) course.ongoing = true
  if (!course.start && !course.end && later.length === 0 && IN_CYCLE.test(before) && !history) course.ongoing = true
  if (
    !course.end &&
    (ON_NOW.test(before) || (later.length === 0 && JUST_ON.test(before)) || (ON_CYCLE.test(after) && /\bon\s*$/i.test(before)))
  )
    course.ongoing = true
  if (course.start && course.end && course.start > course.end && course.start.slice(0, course.end.length) !== course.end)
    // "6/9/22 ribociclib stopped (last 6/1/22)": the first is the day it was written
    delete course[STOPPED_AFTER.test(after) ? 'start' : 'end']
  return course
}

/** What the words before the drugs make of a bare date after them. */
type Lead = {
  first: boolean
  last: boolean
  progressing: boolean
  whileOn: boolean
  off: boolean
  completed: boolean
  stopped: boolean
  said: PartialDate | undefined
  over: boolean
  dated: boolean
}

function readAfter(course: Course, text: string, period: Period, previous: Period | undefined, before: Lead): void {
  const lead = text.slice(previous?.end ?? 0, period.start)
  if (period.range) {
    if ((NOT_COURSE.test(lead) && !OF_AN_OPERATION.test(lead)) || PAUSED.test(lead)) return
    if (!course.start && period.from) course.start = period.from
    if (!course.end && period.to) course.end = period.to
    if (period.open && !course.end) course.ongoing = true
    return
  }
  if (!period.from || (before.progressing && /\bsince\W*$/i.test(lead))) return
  if (before.first && previous === undefined && /^\s*(?:was|were|on|:|given)?\s*(?:on )?$/i.test(lead)) course.start ??= period.from
  else if (before.last && previous === undefined && /^\s*(?:was|were|on|:)?\s*(?:on |given (?:on )?)?$/i.test(lead)) {
    course.end = period.from
    if (!before.over && isRecent(period.from, before.said)) course.ongoing = true
  } else if (STOP_LEAD.test(lead) || (before.dated && /^\s*(?:->|→|–|-)\s*$/.test(lead))) {
    course.end = period.from
    if (LAST_DOSE.test(lead) && !before.over && isRecent(period.from, before.said)) course.ongoing = true
  } else if (DOSE_CHANGE.test(lead)) {
    return
  } else if (BREAK_FROM.test(lead)) {
    course.end ??= period.from
  } else if (before.off && /\bsince\W*$/i.test(lead)) {
    course.end ??= period.from
  } else if (START_LEAD.test(lead)) {
    course.start ??= period.from
    if (/\bsince\W*$/i.test(lead) && !course.end) course.ongoing = true
  } else if (course.start !== undefined && LATER_CYCLE_DAY.test(lead) && isRecent(period.from, before.said) && !before.over) {
    course.ongoing = true
  } else if (NOT_COURSE.test(lead)) {
    return
  } else if (before.stopped && lead.length <= 30) {
    course.end ??= period.from
  } else if (!course.start && !course.end && isBare(lead)) {
    if (before.completed || /\b(?:complet|finish)\w*[^.;]{0,30}$/i.test(lead)) course.end = period.from
    else if (before.whileOn || LATER_CYCLE.test(lead)) course.lastGiven = period.from
    else course.start = period.from
  }
}

function readBefore(course: Course, text: string, after: string, period: Period, datedLater: boolean): void {
  const tail = text.slice(period.end)
  const lead = text.slice(0, period.start)
  if (/\b(?:dob|d\.o\.b|born|birth ?date|date of birth|birthday)\b[^A-Za-z0-9]*$/i.test(lead)) return
  if (tail.length > 60) {
    if (/^\W*(?:(?:in|on|by|early|late|mid)\W+){0,2}$/i.test(lead) && tail.length <= 160 && TAKEN_UP.test(tail) && period.from)
      course.start ??= period.from
    return
  }
  if (EARLIER_EVENT.test(lead) && /^\s*(?:,|;|and\b)/.test(tail)) return
  if (period.range) {
    if (!isLabel(tail)) return
    if (period.from) course.start ??= period.from
    if (period.to) course.end ??= period.to
    if (period.open && !course.end) course.ongoing = true
    return
  }
  if (!period.from) return
  if (STOP_VERB.test(tail) || (STOPPED_AFTER.test(after) && isLabel(tail))) course.end ??= period.from
  else if (/\b(?:PD|progress|relaps|recurr)/i.test(tail)) return
  else if (/\b(?:complet|finish)\w*\b/i.test(`${lead.slice(-20)}${tail}`)) course.end ??= period.from
  else if (
    !course.start &&
    (isLabel(tail) || START_VERB.test(tail)) &&
    (SINCE.test(lead) || !/\b(?:on|still on|remains on|continu\w+|tolerat\w+)\b/i.test(tail)) &&
    !(datedLater && course.end && tail.length > 30)
  )
    course.start = period.from
  if (course.start === period.from && !course.end && SINCE.test(lead)) course.ongoing = true
}

const SINCE = /\b(?:since|seit|depuis)\W*$/i
/** "Aug 2020: letrozole stopped" */
const STOPPED_AFTER = /^\s*(?:was |were |therapy )?(?:stop(?:ped)?|discontinued|completed|ceased|d\/c'?d?)\b/i

/** Only doses, cycles and small words between the drug and the date: "paclitaxel 80 mg/m2 x 12, 11 July". */
function isBare(lead: string): boolean {
  const bare = lead
    .replace(DOSING, ' ')
    .replace(/\([^)]{0,30}\)/g, ' ')
    .replace(/[\s,:;()|–—-]+/g, ' ')
    .trim()
  return (
    bare === '' ||
    /^(?:x ?\d+ ?)?(?:in|on|C1|(?:for |about |only |approximately )*(?:a |one |two |three |four |five |six )?(?:months?|years?)(?: in)?|maintenance|chemo(?:therapy)?|therapy|alone|adjuvant(?:ly)?|neoadjuvant(?:ly)?|regimen|given|completed|finished|cycles?|months?|years?|\d+ (?:cycles|mo|yrs?))(?: (?:in|on|\d+ ?(?:cycles|x)))*$/i.test(
      bare,
    )
  )
}

/** Only a label or a verb of starting between the date and the drug: "7/5/2023 started palbociclib", "06/2019: weekly". */
function isLabel(tail: string): boolean {
  const bare = tail
    .replace(DOSING, ' ')
    .replace(/[\s,:;()|–—*-]+/g, ' ')
    .trim()
  return (
    bare.length <= 40 &&
    /^(?:(?:\d{1,2}L|[1-8](?:st|nd|rd|th)|first|second|third|fourth|line|cycles?|\d+|C\d+|of|with|on|she|he|pt|patient|was|am|is|are|been|has|have|the|a|and|her|his|i|I|adj(?:uvant)?|neo-?adj(?:uvant)?|metastatic|palliative|chemo(?:therapy)?|endocrine|hormon(?:e|al)|immuno(?:therapy)?|targeted|biologic(?:al)?|anti-?(?:cancer|neoplastic)|OP|IP|ONC|BREAST|therapy|systemic|treatment|started|start|begun|began|initiated|commenced|received|given|switched|changed|to|went|placed|put|took|weekly|dose|dense|maintenance|treated|tx|rx|regimen|drugs?|ET|AI|HT|tabs?)\b[ .]*)*$/i.test(
      bare,
    )
  )
}

const STOP_VERB =
  /\b(?:stop(?:ped|s)?|discontinu(?:e|ed|es)|d\/c'?d?|dc'd|ended|quit|ceased|came off|off|last dose(?: of)?|completed|finished|held permanently)\b[^.;]{0,30}$/i
const START_VERB =
  /\b(?:added|start(?:ed|s)?|began|begun|initiat(?:ed|ion of)|commenced|switched to|changed to|placed on|put on|went on|C1D1(?: of)?)\b[^.;]{0,30}$/i
const START_LEAD =
  /\b(?:start(?:ed|ing|s)?(?: on| date:?)?|began|begun|beginning|initiated|commenc(?:ed|ing)|added(?: in| on)?|since|seit|depuis|desde|dal|from|restarted|cycle 1(?: day 1)?(?: on)?|C1D1(?: on)?|C1|first dose(?: on)?)\W{0,4}(?:on|in|about|around|early|mid|late|~)?\W{0,3}(?:the\s)?$/i
const STOP_LEAD =
  /\b(?:(?:stopped|discontinued) after (?:week|cycle|dose) \d+(?: of \d+)?\s?\(?|(?:stop(?:ped)?|discontinued|completed|finished|d\/c'?d) (?:after )?(?:only )?(?:\d+|two|three|four|five|six|seven|eight|ten|a|one|her|his|the full) \w+(?: \w+)?|(?:until|till) (?:(?:she|he|her disease|the (?:cancer|disease)|disease) (?:had )?)?(?:PD|POD|progress\w*|disease progression)(?: (?:in|of) (?:the |her )?[a-z]+(?: and [a-z]+)?)?(?:\s?\([^()]{1,30}\))?|(?:until|till) (?:it|she|he|the|her|my|his)\s[^.;,\d]{3,48}?(?=\s(?:in|on|by)\s)|(?:given up|abandoned)|to complete (?:a |one |1 |the )?(?:full |first )?year(?: of [a-z0-9]+)?|stop(?:ped)?(?: date:?)?(?: by \w+)?|discontinued|d\/c'?d?|dc'd|ended|ending|completed|finish(?:ed|ing)|concluding|through|thru|until|till|to|quit(?: it)?|(?:stopped|discontinued|ceased|ended|quit)(?: (?:it|them|this|treatment|therapy))?(?: for good| permanently| definitively| altogether)?(?: on (?:her|his) own)?|off(?: since| as of)?|ceased|terminated|withdrawn|halted|off study|off trial|came off(?: (?:study|trial|it))?|last (?:dose|given|cycle|infusion|taken|treatment|injection|chemo(?:therapy)?|tablets?)(?:[^.;,\d]{0,25}|\s+(?:was\s+)?C\d+(?:\s?D\d+)?\s*)|last|end(?: date)?:?)\W{0,4}(?:on|in|about|around|early|mid|late|as of|this AM|~)?\W{0,3}(?:the\s)?$/i
const DOSE_CHANGE =
  /\d\s?(?:mg|mcg)?\s?(?:->|→|>)\s?\d[\d.]*\s?(?:mg|mcg)?(?:\/(?:m2|kg))?\s?(?:BID|BD|OD|daily|QD)?[\s,]{0,2}(?:from|since|in|on|as of)?\s*$|\b(?:reduc\w+|dose (?:level|decreas\w+|increas\w+|change\w*|lowered|escalat\w+|\d[\d.]*\s?mg)|lowered|decreased|increased|escalated|held|hold|resumed(?: at)?|rechallenged?|interval|extended(?! adjuvant)|changed to q)\b[^,;.]{0,40}$/i
const NOT_COURSE =
  /\b(?:PD|POD|progress\w*|CT|MRI|PET|scan|bx|biopsy|relapse\w*|recur\w*|mets?|labs?|ECG|echo|EF|QTc\w*|ILD|grade|gr|best response|PR|CR|SD|nadir|dx|diagnos\w+|surgery|mastectomy|lumpectomy|planned|due|next|approved|born|DOB|visit|seen|bone|brain|liver|lung)\b[^,;.]{0,25}$/i
/** An operation is one day; a span behind its name is that of the drugs given before it. */
const OF_AN_OPERATION = /\b(?:prior to|before|ahead of) (?:\w+ ){0,2}(?:surgery|mastectomy|lumpectomy|operation)\s*\(?$/i
const LAST_DOSE = /\blast (?:dose|given|cycle|infusion|taken|treatment|injection)\b|\bthe last\s(?:was\s)?(?:on\s)?$/i
/** Words that tell that the last dose was the last one. */
const OVER = /\b(?:stop\w*|discontinu\w+|d\/c'?d?|PD|progress\w+|complet\w+|finish\w+|ended|off|final)\b|->|→/i
/** A holiday from treatment begins: this course ends. */
const BREAK_FROM = /\b(?:break|treatment holiday|drug holiday)\s+(?:from|since)\W*$/i
const isRecent = (date: PartialDate, said: PartialDate | undefined) =>
  said !== undefined && said.length === 10 && firstDay(said) - lastDay(date) >= 0 && firstDay(said) - lastDay(date) <= LONGEST_INTERVAL_DAYS
/** Injections are given up to twelve weeks apart. */
const LONGEST_INTERVAL_DAYS = 90
/** "… on 9/8/2026, C1D8 9/15": it was given on after it began. */
const LATER_CYCLE_DAY = /\bC\d{1,2}\s?D\d{1,2}\W*(?:on\s)?$/i
/** A cycle after the first was given that day. */
const LATER_CYCLE = /\b(?:C|cycle\s?#?)(?:[2-9]|\d\d)(?=\s?D\d|\b)/i
/** "In June 2024 she had new lesions and was switched to": the date at the head of the sentence is that of the change. */
const TAKEN_UP = /\b(?:started(?: on)?|began|initiated|switched to|changed to|transitioned to|placed on|put on)\s*(?:\w+\s){0,2}$/i
/** The date belongs to something else that is told before: "underwent lumpectomy on 9/9/2014 and received". */
const EARLIER_EVENT =
  /\b(?:underwent|surgery|\w+ectomy|dissection|biops\w+|bx|diagnos\w+|dx|scan|CT|MRI|PET|imaging|showed|found|developed|radiation|RT|XRT)\b[^.;]{0,60}$/i
/** A span of a pause is not that of the course. */
const PAUSED = /\b(?:interrupt\w+|held|hold|paused?|break|off|delayed|suspended)\b[^,;.]{0,30}$/i
/** A change of dose or a pause is neither a start nor an end. */
const CHANGED =
  /^\s*(?:was |were |therapy )?(?:dose )?(?:reduc\w+|decreas\w+|increas\w+|escalat\w+|held|on hold|resumed|restarted|paused|delayed|interrupted|lowered|rechallenged)\b/i
const STOPS_NOW = /(?:^|[\s:>#-])(?:\d[.)]\s*)?(?:STOP|Stop|Discontinue|DISCONTINUE|D\/C)\s+(?:the\s+)?$/
const STOPS_TODAY =
  /^[^.;\n]{0,50}?\b(?:stop(?:ped)?|d\/c'?d?|discontinu(?:e|ed)|last dose)(?: (?:this|the))? (?:today|this AM|this morning)\b/i
const STARTS_TODAY = /(?:\bstart(?:ed|s|ing)|began|\bC1D1|\bcycle 1(?: day 1)?)\b[^.;]{0,30}?~?[^.;]{0,30}?\btoday\b/i
const ONGOING =
  /^\s*(?:[x×]?\s?\d+\s)?(?:to|->|→|-|–)\s?(?:present|now|current)\b|^(?:[^.;\n]|\.(?=\d)){0,80}?\b(?:ongoing|on-going|continu(?:es|ing)|active|current(?:ly)?)\b/i
/** "REASON FOR VISIT: C13 trastuzumab deruxtecan" */
const IN_CYCLE = /^\W{0,4}(?:[A-Za-z ]{3,20}:\s?)?(?:here for |for )?C(?:ycle)?\s?#?(?:[2-9]|\d\d)(?:\s?D\d{1,2})?\s(?:of )?$/i
/** "on eribulin C2" */
const ON_CYCLE = /^[^.;,]{0,16}\b(?:C|cycle )\d{1,2}\b/i
/** "…, on tucatinib and capecitabine.", with no day behind it of something seen meanwhile. */
const JUST_ON = /(?:^|[,;(])\W{0,3}on\s*$/
const ON_NOW =
  /\b(?:currently on|remains on|continues? (?:on )?|still on|now on|presently on|maintained on|continuing)\s*(?:[\w-]+\s){0,5}$|\b(?:here|is|are|am|has been|have been) on\s*$|\b(?:current|present) (?:regimen|treatment|therapy|chemo\w*|systemic therapy)\s?:?\s*(?:\w+\s){0,2}$/i
