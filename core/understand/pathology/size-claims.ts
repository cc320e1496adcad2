import type { Measure } from './measures.ts'
import { headingsAbove, type Phrase } from './size-phrase.ts'
import { type Role, roleAt, rolesIn } from './size-roles.ts'
import { OF_ALL } from './size-whole.ts'

/** All that lays claim to a measure, the strongest first. */
export function claims(text: string, phrase: Phrase, measure: Measure): (Role | undefined)[] {
  const { before, after } = phrase
  const flat = measure.dimensions < 2
  const behind = attachedBehind(after)
  const own = ownLabel(before)
  const label = governing(own)
  return [
    flat && DISTANCE_AFTER.test(withoutAxis(after)) ? 'distance' : undefined,
    nameBehind(text, measure),
    MARGIN_ITEM.test(before) ? 'distance' : undefined,
    // a noun that has a number of its own is the next thing measured
    behind && !(label && (behind.next || (label !== 'invasive' && label !== 'tumour' && TELLS.test(before)))) ? behind.role : undefined,
    flat && DISTANCE_BEFORE.test(before) ? 'distance' : undefined,
    flat && distanceLeads(own) ? 'distance' : undefined,
    flat && /^\s*(?:to|from)\s+(?:the )?(?:[a-z]+ ){1,3}$/i.test(before) && !SIZE_WORD.test(before) ? 'distance' : undefined,
    label,
    SIZE_WORD.test(before) || isBare(before) ? fromAbove(text, phrase, measure) : undefined,
    behind?.role,
    SIZE_LABEL.test(before) ? 'invasive' : undefined,
    rolesIn(before).length === 0 && !/\d$/.test(before.trim()) ? fromAbove(text, { ...phrase, before: '' }, measure) : undefined,
  ]
}

/** The words before a measure that name what is measured: asides in brackets count only where nothing else is said. */
export function ownLabel(before: string): string {
  const plain = before.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length))
  return rolesIn(plain).length > 0 ? plain : before
}

/** The noun that governs the end of some words: the nearest, unless it only says where or of what a nearer head is. */
function governing(words: string): Role | undefined {
  const found = rolesIn(words)
  let at = found.length - 1
  let role: Role | undefined
  while (at >= 0) {
    const one = found[at]
    const head = found[at - 1]
    role ??= one?.role
    if (one === undefined || head === undefined) break
    const between = words.slice(head.end, one.start)
    const linked = OF.test(between)
    const place = PLACE.test(between)
    // how far something is from a margin
    if (place && one.role === 'distance' && /\b(?:to|from)\b/i.test(between)) break
    if (!linked && !place) {
      // "carcinoma in situ", "invasive ductal carcinoma", "metastatic carcinoma": one name in several words
      if (!/^[\s-]*(?:[a-z]+[\s-]+){0,3}$/i.test(between) || one.role === 'distance') break
      if (one.role === 'tumour' || one.role === 'invasive') {
        if (VERBS.test(between)) break
        if (head.role !== 'distance' && head.role !== 'node' && head.role !== 'tumour' && head.role !== 'other') role = head.role
        at--
        continue
      }
      break
    }
    if (linked) {
      // "focus of DCIS" is DCIS, "margin of the tumour" is a margin
      role = head.role === 'tumour' || (head.role === 'invasive' && one.role === 'in-situ') ? role : head.role
    } else if (head.role !== 'distance' || one.role === 'distance') role = head.role
    else break
    at--
  }
  return role
}
const OF = /^[\s:)]*of\s+(?:(?:the|this|an?|any|all|largest|residual|dominant|[a-z-]+)\s+){0,4}$/i
const PLACE =
  /^[^,;:\n]{0,40}?\b(?:in|within|at|near|beneath|under|below|behind|adjacent to|next to|from|to|on|onto|into|involving|replacing|occupying|deep to|beside|invading|infiltrating into|reaching|abutting)\s+(?!which\b)(?:(?:the|this|that|its|an?|his|our|both|previous|overlying|underlying|[a-z-]+)\s+){0,3}$/i
const VERBS = /\b(?:is|are|was|were|has|with|and|contains?|shows?|measur\w+|or|plus|beyond|beside)\b/i

/** Whether a distance is the first thing that is named, and nothing after it is measured: "Closest margin to invasive carcinoma", "Anterior: invasive". */
function distanceLeads(words: string): boolean {
  const found = rolesIn(words)
  const first = found[0]
  const led = first?.role === 'distance' ? words.slice(first.end) : DIRECTION_LABEL.exec(words)?.[1]
  return led !== undefined && !SIZE_WORD.test(led) && !/[,.]\s(?!(?:at|being)\b)|\band\b|\b(?:contains?|is an?|there is)\b/i.test(led)
}

/** "16 mm grade 2 invasive carcinoma", "9 mm of tumour", "11 mm is invasive". `next`: it has a number of its own. */
function attachedBehind(after: string): { role: Role; next: boolean } | undefined {
  const words = withoutAxis(after)
  const aside = /^\s*\(([^()]{2,40})\)/.exec(words)
  const inside = aside?.[1] === undefined ? undefined : roleAt(aside[1].trim())
  if (inside && inside.role !== 'distance' && !/\d/.test(aside?.[1] ?? '')) return { role: inside.role, next: false }
  const lead = ATTACHED.exec(words)?.[0].length ?? 0
  for (let at = lead; at >= 0; at--) {
    if (/[A-Za-z]/.test(words[at - 1] ?? '')) continue
    const found = roleAt(words.slice(at))
    if (found === undefined) continue
    const first = firstIn(words, at)
    const own = first ?? found
    const end = (first ? 0 : at) + own.end
    const compound = own.role === 'invasive' || own.role === 'tumour' ? roleAt(words.slice(end).replace(/^[\s-]+/, '')) : undefined
    const role =
      compound && /^[\s-]+$/.test(words.slice(end, end + 1)) && compound.role !== 'tumour' && compound.role !== 'invasive'
        ? compound.role
        : own.role
    return { role, next: /^\s{0,3}(?:[:=–-]\s*)?(?:\d|[A-Za-z]+ \d+(?:\.\d+)?\s?(?:mm|cm)\b)/.test(words.slice(end)) }
  }
  return undefined
}
/** The first role word at or before a place. */
const firstIn = (words: string, at: number) => rolesIn(words.slice(0, 90)).find(({ start }) => start <= at)
/** Adjectives between a measure and its noun; no word that begins another statement. */
const ATTACHED =
  /^(?:[\s-]|,\s?(?=(?:grade|gr|G\d|ER|PR|HER|well|poorly|moderately|high|low|intermediate|firm|hard|ill|stellate|spiculated|tan|gr[ea]y|white|irregular|round|oval)\b)|(?:(?:grade|gr\.?)\s|G)(?:[1-3]|I{1,3})\b(?:\/3)?|\/(?=G\d|[A-Z]{3})|\((?:y?p?T\d[a-z]?|[A-Z0-9]{1,6}|max\w*|gross|micro\w*)\)|(?!(?:extend|involv|invad|reach|abut|adher|occup|attach|ulcerat|infiltrates|fixed|tether)[a-z]*\b|(?:beneath|under|below|deep|at|in|with|within|and|contain\w*|shows?|which|that|located|present|from|to|by|on|for|near|adjacent|surround\w*|arising|had|has|but|although|or|plus|incl\w*|its?|this|there|margins?|nodes?|beyond|away|where|as)\b)[A-Za-z][A-Za-z-]*(?=[\s,])){0,18}/i

/** Words that give the noun before them its number. */
const TELLS = /(?:\b(?:measur(?:es|ed|ing)|is|was)|[:=])\s*(?:about|approx\w*\.?|only)?\s*$/i
/** A row of a list of sizes whose name stands behind: "80 x 60 mm   specimen". */
function nameBehind(text: string, measure: Measure): Role | undefined {
  if (text.slice(text.lastIndexOf('\n', measure.start) + 1, measure.start).trim() !== '') return undefined
  const name = /^[ \t]{1,20}([A-Za-z]+(?: [a-z]+)?)[ \t]*(?:\n|$)/.exec(text.slice(measure.end, measure.end + 60))?.[1]
  if (name === undefined) return undefined
  return /^(?:specimen|lumpectomy|mastectomy|(?:breast )?tissue|piece)$/i.test(name) ? 'other' : roleAt(name)?.role
}
/** An item about margins that names nothing else. */
const MARGIN_ITEM = /^[\s•*-]*(?:[a-z]+ )?margins?\s*[:=–|-](?![^;\n]*\b(?:tumou?r|mass|carcinoma|size)\b)[^.;\n]*$/i

/** What a size that names nothing is of: the heading of its block, or what the sentences before it speak of. */
function fromAbove(text: string, { before, start }: Phrase, measure: Measure): Role | undefined {
  const bare = isBare(before)
  const label = bare ? labelAbove(text, measure.start) : undefined
  if (label !== undefined) return label
  if (bare && !ALONE.test(text.slice(measure.end, measure.end + 60))) return undefined
  const told = text.slice(Math.max(0, start - 300), start)
  const paragraph = told.slice(told.search(/[^\n]*$/))
  if (paragraph.trim() !== '') {
    const found = subjectBefore(paragraph)
    if (found !== undefined) return found
  }
  for (const heading of headingsAbove(text, start)) {
    const found = distanceLeads(heading) ? 'distance' : governing(ownLabel(heading))
    if (found !== undefined && (found !== 'other' || /^specimens?\b/i.test(heading))) return found
  }
  return subjectBefore(told)
}

/** What the nearest sentence speaks of that speaks of anything: what it names first, unless that only says where. Other tissue only when it comes last. */
function subjectBefore(told: string): Role | undefined {
  for (const [back, sentence] of told
    .split(/[.;]\s|\n/)
    .filter((one) => one.trim() !== '')
    .reverse()
    .entries()) {
    const first = rolesIn(sentence).find(
      ({ role, start }) =>
        role !== 'distance' &&
        role !== 'node' &&
        (role !== 'other' || (back === 0 && !told.includes('\n') && !NO_TISSUE.test(sentence.slice(start)))) &&
        !PLACED.test(sentence.slice(0, start)),
    )
    if (first !== undefined) return first.role
  }
  return undefined
}
const NO_TISSUE = /^(?:mito|hpf|field|LVI|PNI|lympho|vascular|clip|wire|stitch|suture|skin|nipple|areola|calc|micro)/i
const isBare = (before: string) => /^[\s\W]*(?:(?:micro|macro|gross|path)[a-z]*[\s\W]*)?$/i.test(before)
const PLACED = /\b(?:in|within|at|near|beneath|under|below|behind|to|from|on|into|of|no|not)\s+(?:(?:the|this|an?|its|[a-z-]+)\s+){0,2}$/i
/** The label in the last line above, where the measure begins its own. */
function labelAbove(text: string, at: number): Role | undefined {
  const line = /(?:^|\n)([^\n]{3,90}?)[ \t:]*\n[ \t]*(?:\n[ \t]*)?$/.exec(text.slice(Math.max(0, at - 120), at))?.[1]
  if (line === undefined || /\d\s?(?:mm|cm)\b(?!\))/i.test(line)) return undefined
  if (OF_ALL.test(`${line} `)) return 'other'
  return distanceLeads(line) ? 'distance' : SIZE_WORD.test(line) || /:\s*$/.test(line) ? governing(ownLabel(line)) : undefined
}
const ALONE =
  /^\s*(?:in (?:greatest|maximum|maximal|largest) (?:dimension|diameter|extent)|on (?:the )?(?:micro\w*|histolog\w*|slides?)|\((?:micro|macro|gross|max)\w*\))?\s*(?:[.,;()\n]|$|(?:and|&)\s\d)/i

/** Words of size behind a measure that add nothing: "in greatest dimension", "across", "(max)". */
const withoutAxis = (after: string): string => after.replace(AXIS, ' ')
const AXIS =
  /^[\s,]{0,2}\(?(?:in (?:its |the )?(?:(?:greatest|maxim\w+|largest|longest|max\.?|overall) )?(?:dimensions?|diameter|extent|axis|size|length|diam\.?)|across|max(?:imum|imal|\.)?(?: (?:dimension|diameter|extent))?|(?:in )?diameter|is the (?:greatest|largest|maxim\w+) (?:dimension|diameter|extent|size) of(?: the)?)\)?(?![a-z])/i

const SIZE_WORD =
  /\b(?:sizes?|diam(?:eter|\.)?|dimensions?|extents?|measur\w+|axis|span(?:s|ning)?|width|extends? over|largest|biggest|greatest|larger|smaller|max(?:imum|imal|\.)?|it|i make)\b/i
const SIZE_LABEL =
  /(?:^|[\s(/])(?:sizes?|diam(?:eter|\.)?|dimensions?|extent|(?:max\S*|greatest|largest|longest|widest|major|final|combined|staging|pathologic\w*|histologic\w*|microscopic) \w+|axis)\b[^.;\n\d]{0,60}$/i

/** What follows is no size of the tumour but how far it is from something. */
export const DISTANCE_AFTER =
  /^(?:\s{0,2}(?:(?:clear|free|away|apart|beyond|outside|superficial|below|beneath|above|behind|under|distal|proximal|caudal|cranial|dorsal|ventral|closest|nearest)\b|(?:anterior|posterior|deep|lateral|medial|inferior|superior|ant|post|sup|inf|med|lat)\b(?![ -]*(?:half|quadrants?|breast|part|aspect|third|tumou?r|mass|lesion|-|and (?:upper|lower)))|to\b(?!\s?\d)|of (?:the )?(?:(?:deep|anterior|posterior|medial|lateral|superior|inferior|inked|nearest|closest) )?(?:margins?|ink|clearance|normal|uninvolved)\b|rim\b|thick|(?:clear |free |negative |normal )*(?:margins?|clearance)\b(?!s?:? (?:are |all |is )?(?:clear|free|neg|pos|uninvolved|involved|not|ok|widely|>)))|[\s,(]{0,3}from(?! (?:edge to edge|(?:the )?(?:slides?|blocks?|mapping|serial)))\b|\s?\((?:anterior|posterior|deep|lateral|medial|inferior|superior|superficial)(?: margin)?\))/i
/** A number that can only be a distance: "within 2 mm", "excised by 5 mm", "Anterior: 4 mm". */
const DISTANCE_BEFORE =
  /\b(?:within|approach\w*|extends? to|may span\s*-?|at least \d+ slices|located|lies|lying|situated|measured at|R0|complete(?:ly)?(?: excised)?|clear|free|excision\s?:|clearance)[\s(,]*\s*(?:about |approx\w*\.? |only |some )?$|(?<!\d\s?(?:cm|mm)?\s)\bby\s*(?:at least |about |approx\w*\.? |up to |only |a )?$|\b(?:slic\w+|section\w*|blocks?|thickness|intervals?|cassettes?)(?: thickness)?[\s:]*(?:of|at|every|is)?\s*$|\b(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial|cranial|caudal|dorsal|ventral|basal|ant|post|sup|inf|med|lat)\b[ \t]{0,8}[:=–-]?[ \t]{0,8}$/i
const DIRECTION_LABEL =
  /(?:^|\n)[ \t•*–-]{0,8}(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial)(?: margin)?[ \t]*[:=|]([^\n]{0,40})$/i
