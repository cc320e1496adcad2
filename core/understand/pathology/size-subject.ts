import type { Measure } from './measures.ts'
import { headingsAbove, type Phrase, phraseAround } from './size-phrase.ts'
import { type Role, type RoleWord, roleAt, rolesIn } from './size-roles.ts'

/**
 * What a measure is of. `rank` orders how surely it is the size of the tumour: 0 of the thing itself, 1 of what may be more than it (the extent of
 * everything), 2 of a part of it (what a core holds). `imaged`: it was not measured on tissue.
 */
export type Subject = { kind: 'invasive' | 'in-situ' | 'node'; start: number; rank: 0 | 1 | 2; imaged: boolean }

/** What a measurement is of, by the words around it; undefined when it is of no tumour. */
export function subjectOf(text: string, measure: Measure): Subject | undefined {
  const phrase = plainPhrase(phraseAround(text, measure.start, measure.end))
  if (isNoSize(text, phrase, measure)) return undefined
  if (ALL_WITH.test(phrase.before.trimEnd()) || ALL_WITH_AFTER.test(phrase.after)) return undefined
  const claim = claims(text, phrase, measure).find((one) => one !== undefined)
  if (claim === undefined || claim === 'distance' || claim === 'other') return undefined
  const start = phrase.start + (phrase.before.length - phrase.before.trimStart().length)
  const imaged = IMAGED.test(ownLabel(phrase.before)) || IMAGED_AFTER.test(phrase.after)
  if (claim === 'in-situ') return { kind: 'in-situ', start, rank: 0, imaged }
  // the deposit counts, not the node that holds it
  if (claim === 'deposit') return { kind: 'node', start, rank: 0, imaged }
  if (claim === 'node') return undefined
  const told = `${ownLabel(phrase.before).trimEnd()} `
  if (OF_ALL.test(told) || OF_ALL_AFTER.test(phrase.after)) return undefined
  const rank =
    PERHAPS_ALL.test(told) || PERHAPS_ALL_AFTER.test(phrase.after)
      ? 1
      : IN_A_CORE.test(phrase.before) || IN_A_CORE_AFTER.test(phrase.after)
        ? 2
        : 0
  return { kind: 'invasive', start, rank, imaged }
}

/** The words around a measure without those that name something and measure nothing. */
function plainPhrase({ before, after, start }: Phrase): Phrase {
  const blank = (words: string) => ' '.repeat(words.length)
  return {
    before: before
      .replace(SHAPE, blank)
      .replace(CLEAR_MARGINS, blank)
      .replace(RANGING, blank)
      .replace(IN_THIS, blank)
      .replace(MEASURE_OF_BEFORE, blank),
    after,
    start,
  }
}

/** Limits, what was told by others, what was measured earlier. */
function isNoSize(text: string, { before, after }: Phrase, measure: Measure): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', measure.start) + 1, measure.start - 200), measure.start)
  return (
    LIMIT.test(before) ||
    /\b(?:additional|other|further|second|third) dimensions?\b[^.;]{0,60}$/i.test(before) ||
    (measure.mm <= 2 && /\bover\s*$/i.test(before)) ||
    TOLD_BY_OTHERS.test(before) ||
    TOLD_AFTER.test(after) ||
    EARLIER.test(before) ||
    EARLIER_ROW.test(line) ||
    EARLIER_AFTER.test(after) ||
    /^\s*=\s*\d/.test(after)
  )
}

/** All that lays claim to a measure, the strongest first. */
function claims(text: string, phrase: Phrase, measure: Measure): (Role | undefined)[] {
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
    behind && !(label && behind.next) ? behind.role : undefined,
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
function ownLabel(before: string): string {
  const plain = before.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length))
  return rolesIn(plain).length > 0 ? plain : before
}

/** The noun that governs the end of some words: the nearest, unless it only says where or of what a nearer head is. */
function governing(words: string): Role | undefined {
  const found = rolesIn(words)
  let at = found.length - 1
  let role: Role | undefined
  while (at >= 0) {
    const one = found[at] as RoleWord
    const head = found[at - 1]
    if (role === undefined) role = one.role
    if (head === undefined) break
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
        role =
          head.role === 'distance' || head.role === 'node' ? role : head.role === 'tumour' ? role : head.role === 'other' ? role : head.role
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
  return led !== undefined && !SIZE_WORD.test(led) && !/[,.]\s|\band\b|\b(?:contains?|is an?|there is)\b/i.test(led)
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
        (role !== 'other' || (back === 0 && !told.includes('\n'))) &&
        !PLACED.test(sentence.slice(0, start)),
    )
    if (first !== undefined) return first.role
  }
  return undefined
}
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
  /^\s*(?:in (?:greatest|maximum|maximal|largest) (?:dimension|diameter|extent)|on (?:the )?(?:micro\w*|histolog\w*|slides?)|\((?:micro|macro|gross|max)\w*\))?\s*(?:[.,;()\n]|$)/i

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
  /\b(?:within|approach\w*|extends? to|may span\s*-?|at least \d+ slices|located|lies|lying|situated|measured at|R0|complete(?:ly)?(?: excised)?|clear|free)[\s(,]*\s*(?:about |approx\w*\.? |only |some )?$|(?<!\d\s?(?:cm|mm)?\s)\bby\s*(?:at least |about |approx\w*\.? |up to |only |a )?$|\b(?:slic\w+|section\w*|blocks?|thickness|intervals?|cassettes?)(?: thickness)?[\s:]*(?:of|at|every|is)?\s*$|\b(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial|cranial|caudal|dorsal|ventral|basal|ant|post|sup|inf|med|lat)\b[ \t]{0,8}[:=–-]?[ \t]{0,8}$/i
const DIRECTION_LABEL =
  /(?:^|\n)[ \t•*–-]{0,8}(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial)(?: margin)?[ \t]*[:=|]([^\n]{0,40})$/i
const LIMIT = /(?:[<>≤≥]=?|\b(?:greater than|more than|less than|exceed\w*|at most|smaller than|larger than|not))\s*$/i

/** What the pathologist was told. */
const TOLD_BY_OTHERS =
  /\b(?:your|the (?:referral|request|clinical)) (?:note|letter|form|details|request|diagnosis)\b[^.;\n]{0,60}$|\b(?:clinical(?:ly)?|palpable|palpated|felt|said to be|you gave)\b(?: (?:size|lump|mass|an?|tumou?r|me|to be|said|as|at|measurement))*[^a-z0-9]{0,3}$/i
const TOLD_AFTER = /^[\s,]{0,2}(?:(?:was|were) )?(?:felt|palpated|clinically|on (?:palpation|clinical|exam\w*)|in life|as typed)\b/i
/** What was measured before this tissue was taken, or was said and is no longer. */
const EARLIER =
  /\b(?:pre-?\s?(?:therapy|treatment|chemo\w*|NAC|neoadjuvant)|prior|previous(?:ly)?|original(?:ly)?|diagnostic|formerly|initial(?:ly)?|presenting|outside|submitted)\b(?! (?:biopsy )?(?:site|cavity|tract|scar))[^.;\n]{0,14}?\b(?:core|biops(?:y|ies)|bx|FNA|tumou?r|size|mass|lesion|measurement|specimen|reported(?: as)?|measured|given(?: as)?|stated)\b[^.;:\n]{0,24}[\s:|(]{0,6}$|\((?:was|not)\s*$|\b(?:was|were) previously\s*$/i
/** A row about the tissue before treatment: "Pre-therapy core | … mass 39 mm". */
const EARLIER_ROW =
  /^[\s|]*(?:pre-?\s?(?:therapy|treatment|chemo\w*|NAC|neoadjuvant)|prior|previous|diagnostic|original)\s(?:core|biops(?:y|ies)|bx|FNA|tumou?r|specimen)\b[^:|\n]{0,20}(?:[:|]|\s{2})/i
const EARLIER_AFTER =
  /^[\s,]{0,2}(?:previously|before treatment|prior to (?:treatment|therapy|chemo\w*)|at (?:diagnosis|presentation)|as (?:first|originally) )/i

/** The extent of everything, in-situ disease included, and the bed that treatment left are no size of the invasive tumour. */
const OF_ALL =
  /(?<!invasive\s?\/\s?)\b(?:whole|entire|total (?:extent|lesion)|total(?=[\s:=]{1,3}$))\b(?![^.;\n]{0,50}\b(?:of which|the) (?:the )?invasive\b)(?! (?:extent |size )?of (?:the )?(?:residual )?invasive)[^.;,\n]{0,60}$|\b(?:over|across|within|in|throughout) (?:an?|the) (?:total )?(?:area|region|zone|span|field)(?: of)?(?: about| approx\w*\.?)?\s*$|\b(?:tumou?r|fibro\w+|necrotic) bed\b[^.;\n]{0,50}$/i
const ALL_WITH =
  /\bincl\w*\.? (?:the )?(?:surrounding |adjacent )?(?:DCIS|in[\s-]situ\w*)\b,?[^.;,\n]{0,30}$|\b(?:size|extent|diameter|dimension|total|whole|span)\b[^.;,\n]{0,40}\b(?:with|plus|and|\+)\.? (?:the )?(?:surrounding |adjacent )?(?:DCIS|in[\s-]situ\w*)\b[^.;,\n]{0,30}$/i
const ALL_WITH_AFTER = /^\s*(?:mm|cm)?\s*[,(]?\s*(?:incl\w*\.?|with|when) (?:the )?(?:DCIS|in[\s-]situ)\b(?!\W{0,3}\d)/i
const OF_ALL_AFTER =
  /^\s*(?:mm|cm)?\s*[,(]?\s*(?:whole|total|incl\w*\.? (?:the )?(?:DCIS|in[\s-]situ)|with (?:the )?(?:DCIS|in[\s-]situ))\b(?! (?:excised|removed))(?!\W{1,3}(?:[a-z]+\W+){0,2}\d)/i
const PERHAPS_ALL = /\b(?:overall|combined|total)\b[^.;,\n]{0,40}$|^\s*of (?:the|this|an?)\s*$/i
const PERHAPS_ALL_AFTER = /^\s*,?\s*\(?(?:overall|in total|in all)\b|^[^.;\n\d]{0,40}\bof which\b/i
/** What a core holds of it. */
const IN_A_CORE = /\bcores?\b[^.;\n]{0,60}$|\b(?:linear|core) (?:extent|length)\b/i
const IN_A_CORE_AFTER = /^[^.;\n]{0,12}\b(?:in|on) (?:the |a |one |any )?(?:single )?cores?\b/i

/** The margin of a shadow or of a mass is its edge. */
const SHAPE =
  /\b(?:indistinct|irregular|spiculated|obscured|circumscribed|angular|microlobulated|ill-?\s?defined|pushing|infiltrative|well-?\s?defined|stellate) (?:margins?|edges?|borders?)\b/gi
/** Margins of which all is said, before the size. */
const CLEAR_MARGINS = /\b(?:all )?margins?:? (?:are |all )?(?:clear|free|neg(?:ative)?|uninvolved)\s*,(?=\s*$)/i
/** The lesser end of a range. */
const RANGING = /\branging (?:in size )?from \d+(?:\.\d+)?\s?(?:mm|cm)? to(?=\s*$)/i
/** "largest dimension of tumor in this specimen", "on the slide" */
const IN_THIS =
  /\b(?:in|within) (?:this|the|our) (?:specimen|excision|resection|material)\b|\bcombin\w+ (?:[a-z]+ ){0,2}core\b[^:;.\n]{0,24}|\bwith(?:in)? it\b|\b(?:excluding|without|minus|not including|apart from) (?:the )?(?:DCIS|in[\s-]situ\w*)\b|\bon (?:a |the )?(?:single |one )?(?:glass|slides?|sections?|blocks?)\b/gi
/** What the measure before was of: "from the deep margin and measures". */
const MEASURE_OF_BEFORE = /^\s*(?:from|to|away|deep|below|beneath)\b[^,;]{0,60}?(?=,(?! which| that)|\band\b|\bbut\b)/i

export const IMAGED =
  /\b(?:US|U\/S|radiolog\w+|ultrasound|sonogra\w+|mammo\w*|MRI|imaging|PET|CT|radiograph\w*|hypoechoic|radiographic findings)\b/i
/** "(was 40 mm on imaging)" */
export const IMAGED_AFTER = /^[^.;,\n\d]{0,40}\b(?:on|by|per) (?:imaging|US|ultraso\w+|mammogra\w+|MRI|CT)\b/i
