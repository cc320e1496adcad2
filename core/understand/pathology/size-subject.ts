import { matchesOf } from '../../codes/matches-of.ts'
import type { Measure } from './measures.ts'

/** `whole`: the extent of everything; it counts when nothing else is said. */
export type Subject = { kind: 'invasive' | 'in-situ' | 'node'; start: number; labelled: boolean; whole?: boolean }

/** What a measurement is of, by the words of its own clause; undefined when it is of no tumour. */
export function subjectOf(text: string, measure: Measure): Subject | undefined {
  // the margin of a shadow on an image is its edge
  const before = clauseBefore(text, measure.start)
    .replace(/\b(?:indistinct|irregular|spiculated|obscured|circumscribed|angular|microlobulated|ill-?defined) margins?\b/gi, (words) =>
      ' '.repeat(words.length),
    )
    .replace(CLEAR_MARGINS, (words) => ' '.repeat(words.length))
    .replace(RANGING, (words) => ' '.repeat(words.length))
    .replace(IN_THIS, (words) => ' '.repeat(words.length))
    .replace(OF_WHICH, (words) => ' '.repeat(words.length))
  // a full stop before a small letter is the trace of a line end in scanned text
  const after = (text.slice(measure.end, measure.end + 70).split(/\n(?=[ \t]*[A-Z][a-z]+(?: [a-z]+){0,3}[ \t]*:)/)[0] ?? '').replace(
    /\.(?=\s[a-z])/g,
    ' ',
  )
  const verb = OWN_VERB.test(before) || (/\band\s*$/i.test(before) && IN_SIZE.test(after))
  // a distance has one dimension
  const flat = measure.dimensions < 2
  if ((DISTANCE_AFTER.test(after) && (flat || !PLACE_AFTER.test(after))) || (DISTANCE_BEFORE.test(before) && !verb)) return undefined
  if (OF_SPECIMEN_AFTER.test(after)) return undefined
  const start = measure.start - before.length + (before.length - before.trimStart().length)
  if (EARLIER_ROW.test(text.slice(Math.max(text.lastIndexOf('\n', measure.start) + 1, measure.start - 200), measure.start)))
    return undefined
  if (WHOLE.test(before) || WHOLE_AFTER.test(after) || TOLD_BY_OTHERS.test(before)) return undefined
  const own = ownLabel(before)
  if (own !== undefined && /\bmetasta|\bdeposit/i.test(own) && !/\binva/i.test(own)) return { kind: 'node', start, labelled: true }
  if (own !== undefined && OTHER_LABEL.test(own) && !TUMOUR_LABEL.test(own)) return undefined
  if (own !== undefined && /\b(?:in[\s-]situ|DCIS|LCIS)\b/i.test(own) && !/\binva|\binfil/i.test(own))
    return { kind: 'in-situ', start, labelled: true }
  const above = before.trim() === '' ? labelAbove(text, measure.start) : undefined
  if (above !== undefined) return { kind: 'invasive', start: above, labelled: true }
  const whole = WHOLE_PERHAPS_AFTER.test(after) ? { whole: true } : {}
  if (verb || ANAPHOR.test(before) || (/^\s*measuring\s*$/i.test(before) && /^,? the\b/i.test(after))) {
    const told = /^\s*measuring/i.test(before) ? after : text.slice(Math.max(0, measure.start - before.length - 240), measure.start)
    const subject = matchesOf(told, WORDS).at(/^\s*measuring/i.test(before) ? 0 : -1)?.[0] ?? ''
    if (
      /^(?:invasive|infiltrating|tumou?rs?|carcinoma|mass|lesion|growth|cancer|IDC|ILC|NST|adenocarcinoma|neoplasm|lump|focus|foci)/i.test(
        subject,
      )
    )
      return { kind: 'invasive', start, labelled: true }
    if (subject !== '') return undefined
  }
  const label = matchesOf(before, LABELS).at(-1)
  if (label) {
    const between = before.slice(label.index + label[0].length)
    if (!NOT_TUMOUR.test(between)) {
      const words = label[0]
      const kind = /in[\s-]?situ|dcis|intraductal|non-?invasive/i.test(words)
        ? 'in-situ'
        : /metasta|deposit|lymph node/i.test(words)
          ? 'node'
          : /specimen|biopsy/i.test(words)
            ? undefined
            : 'invasive'
      if (kind === undefined) return undefined
      // a size that names nothing is of what its clause speaks of
      if (
        /^(?:sizes?|diameter|(?:max\S*|greatest|largest|longest|widest|major|final|combined) \w+$)/i.test(words) &&
        OF_OTHERS.test(before.slice(0, label.index))
      )
        return undefined
      if (kind === 'invasive' && /\b(?:dcis|in[\s-]situ)\b/i.test(between)) return { kind: 'in-situ', start, labelled: true }
      if (kind === 'invasive' && /\b(?:lymph nodes?|metasta\w+|additional dimension)/i.test(between)) return undefined
      return { kind, start, labelled: true, ...whole }
    }
  }
  // the extent behind a category of T
  if (/\by?pT[1-4][a-d]?(?:\s?\(m\))?(?:\s*[([=:,]\s*|\s+)$|\bT[1-4][a-d]?\s*=\s*$/i.test(before))
    return { kind: 'invasive', start, labelled: true }
  // an item that is a size and nothing else is of the tumour named in the items above
  const alone = /^[\s•*-]*$/.test(before) && ENDS.test(after) ? itemsAbove(text, measure.start - before.length) : ''
  const near = `${alone}${before}`
  const last = matchesOf(near, WORDS).at(-1)?.[0].toLowerCase()
  const next = AFTER_WORD.exec(after)?.[1]?.toLowerCase()
  const word = next ?? last
  if (word === undefined || isOfOthers(near, after, next !== undefined)) return undefined
  if (/dcis|in[\s-]situ|intraductal|lcis/.test(word)) return { kind: 'in-situ', start, labelled: false }
  if (/isolated|itc|metasta|deposit|node|\blns?\b|extranodal|extracapsular/.test(word)) {
    // the deposit counts, not the node that holds it
    const deposit =
      /metasta|deposit/.test(word) || /\b(?:positive|involved|metasta\w+)\b[^.;]{0,30}\b(?:largest|measuring|up to)\W*$/i.test(near)
    return deposit && !/extra(?:nodal|capsular)/i.test(near) ? { kind: 'node', start, labelled: false } : undefined
  }
  return { kind: 'invasive', start, labelled: false, ...whole }
}

/** The label that a line has before its value: `Anterior: 4 mm`, `In situ component ... 30 mm`. */
const ownLabel = (before: string) => OWN_LABEL.exec(before)?.[1]
const OWN_LABEL = /(?:^|\n)[ \t•*–-]{0,8}([A-Za-z][^\n:=|]{1,60}?)[ \t]*(?:[:=|]|\.{3,})[ \t]*(?:approx\w*\.?|about|at least|up to)?[ \t]*$/
/** Labels of what is no tumour of the breast. */
const OTHER_LABEL =
  /\b(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial|nipple|skin|margins?|clearance|distance|ink|calcifications?|weight|specimen|nodes?|metasta\w+|cores?|radiolog\w*|imaging|mammogra\w*|ultraso\w*|MRI|clinical\w*|scar|cavity|clip)\b/i
const TUMOUR_LABEL =
  /\b(?:invasive|infiltrating|residual|deposit|metasta\w+ (?:deposit|focus|size)|size of (?:the )?(?:largest )?(?:lymph node )?metasta\w+|size of metastasis|tumou?r size|size of (?:the )?tumou?r)\b/i

/** Where the label begins that ends the last line above an empty one; undefined when that line is something else. */
function labelAbove(text: string, at: number): number | undefined {
  const lines = /(?:^|\n)([^\n]{3,70}?)[ \t:]*\n[ \t]*(?:\n[ \t]*)?$/.exec(text.slice(Math.max(0, at - 90), at))
  const line = lines?.[1]
  if (line === undefined || OTHER_LABEL.test(line)) return undefined
  const label = matchesOf(line, LABELS).at(-1)
  return label && label.index + label[0].length === line.length && !/in[\s-]?situ|dcis|metasta|deposit|specimen|biopsy/i.test(line)
    ? at - (lines?.[0].length ?? 0) + 1
    : undefined
}

/** Whether what is measured is no tumour. A tumour named nearer to the number than what is around it wins ("beneath the nipple a mass of 2 cm"). */
function isOfOthers(near: string, after: string, tumourNext: boolean): boolean {
  const other = NOT_TUMOUR.exec(near.slice(-60))
  if (other) {
    const between = near.slice(-60).slice(other.index + 2)
    if (!(SURROUNDS.test(other[0]) && (TUMOUR_IS.test(between) || tumourNext))) return true
  }
  const behind = NOT_TUMOUR_AFTER.exec(after)
  if (!behind) return false
  return !(tumourNext && /\b(?:tumou?r|mass|carcinoma|lesion|nodule)\b(?!-)(?! of\b)(?! containing)[\s\S]{2,}$/i.test(behind[0]))
}
/** "…, and measures", after words about a margin. */
const OWN_VERB = /\bmargins?\b[^.;\n]{0,50}(?:\band|,)\s+(?:it\s+)?(?:measures|measuring|spans|is)\s*$/i
const IN_SIZE = /^ (?:in (?:size|diameter|greatest|maxim\w+|largest)|across)\b/i
/** A sentence about what the one before it named: "It measures", "Its greatest diameter is", "The larger is". */
const ANAPHOR =
  /^\s*(?:it|this|its|i (?:measure|make) it|which|the (?:larger|largest|bigger|biggest|first|former|dominant|index)(?: (?:one|is|was|measures))?)\b[^.;,\n\d]{0,50}$/i
/** What lies around a tumour and may be named before it. */
const SURROUNDS = /^(?:skin|nipple|areola\w*|axillary tail|adipose|fibrofatty|scar|biopsy site|clip|specimen|within)\b/i
const TUMOUR_IS = /\b(?:tumou?r|mass|carcinoma|cancer|growth|neoplasm|lesion|nodule)\b[^,;]{0,40}$/i

/** The items of a list above a place, to its heading or an empty line. */
function itemsAbove(text: string, at: number): string {
  const above = text.slice(Math.max(0, at - 200), at)
  const lines = above.slice(above.lastIndexOf('\n\n') + 1).split('\n')
  const tumour = lines.findLast((line) => /\b(?:carcinoma|IDC|ILC|DCIS|cancer|metasta\w+|nodes?|tumou?r)\b/i.test(line))
  return tumour === undefined ? '' : `${tumour.replace(/\b(?:margins?|specimen|mastectomy|lumpectomy)\b/gi, '')} `
}
const ENDS = /^\s*(?:in (?:greatest|maximum|maximal|largest) (?:dimension|diameter|extent))?\s*[.,]?\s*(?:\n|$)/i

/** From the clause's beginning: a full stop followed by a new sentence, a semicolon, a line end before a new item. */
export function clauseBefore(text: string, at: number): string {
  // what stands in brackets parts nothing
  const before = text.slice(Math.max(0, at - 170), at).replace(/\([^()\n]{0,60};[^()\n]{0,60}\)/g, (words) => words.replaceAll(';', ','))
  const cut = Math.max(
    ...[
      ...before.matchAll(
        /;|\n\s*(?:[-•*]|[A-Z0-9]{1,2}[.)])|\n\s*\n|(?<![\d][.]?)\.\s+(?=(?:[-A-Z(]{1,3}[a-z]?\w*[ .:]){2})|\d\s*(?:cm|mm)\.?\s*(?:[,.;)]|from\b)/gi,
      ),
    ].map((m) => m.index + m[0].length),
    0,
  )
  return before.slice(cut)
}

/** What has a size and is no tumour of the breast. */
const OF_OTHERS =
  /\b(?:specimens?|nodes?|LNs?|margins?|fragments?|tissue|cores?|biopsy|calcifications?|fibroadenoma|cyst|mitotic|field|needle|weigh\w*|slides?|blocks?)\b[^;:,\n]{0,40}$/i

/** Margins of which all is said, before the size. */
const CLEAR_MARGINS = /\b(?:all )?margins?:? (?:are |all )?(?:clear|free|neg(?:ative)?|uninvolved)\s*,(?=\s*$)/i
/** The lesser end of a range. */
const RANGING = /\branging (?:in size )?from \d+(?:\.\d+)?\s?(?:mm|cm)? to(?=\s*$)/i

/** The extent of everything, in-situ disease included, and the bed that treatment left are no size of the invasive tumour. */
const WHOLE =
  /\b(?:whole (?:size of )?(?:the )?tumou?r|whole (?:size|lesion)|size of (?:the )?whole|total (?:extent|lesion|size)(?! of (?:the )?(?:residual )?invasive)|tumou?r bed)\b[^.;\n]{0,50}$|\b(?:whole|total)[\s:=]{1,3}$/i

/** "largest dimension of tumor in this specimen" */
const IN_THIS =
  /\b(?:in|within) (?:this|the|our) (?:specimen|excision|resection|material)\b|\bcombin\w+ (?:[a-z]+ ){0,2}core\b[^:;.\n]{0,24}|\bwith(?:in)? it\b/gi
/** "31 mm of which invasive": what follows is no longer the whole. */
const OF_WHICH = /\b(?:whole|total|overall)\b[^.;\n]{0,50}(?:\bof which|\bthe)\s+(?:the\s+)?(?=invasive\b[^.;\n\d]{0,24}$)/i
/** "31 mm overall" */
const WHOLE_PERHAPS_AFTER = /^\s*,?\s*(?:overall|in total|in all|including (?:the )?(?:DCIS|in[\s-]situ))\b/i

/** What the pathologist was told. */
const TOLD_BY_OTHERS =
  /\b(?:your|the (?:referral|request|clinical)) (?:note|letter|form|details|request|diagnosis)\b[^.;\n]{0,60}$|\bclinical(?:ly)?(?: an?)?\s*$/i

/** A row about the tissue before treatment: "Pre-therapy core | … mass 39 mm". */
const EARLIER_ROW =
  /^[\s|]*(?:pre-?\s?(?:therapy|treatment|chemo\w*|NAC|neoadjuvant)|prior|previous|diagnostic|original)\s(?:core|biops(?:y|ies)|bx|FNA|tumou?r|specimen)\b[^:|\n]{0,20}(?:[:|]|\s{2})/i

const WHOLE_AFTER = /^\s*\((?:whole|overall|total|incl\w*)\b/i

export const IMAGED = /\b(?:US|radiolog\w+|ultrasound|sonogra\w+|mammogra\w+|MRI|imaging|PET|CT|hypoechoic|radiographic findings)\b/i
const LABELS =
  /\b(?:(?:gross |residual |overall |invasive )?tumou?r (?:bed )?size(?:\s*\(cm\))?|size of (?:the )?(?:largest )?(?:invasive|residual)(?: (?:component|carcinoma|focus|tumou?r))*|size of (?:the )?tumou?r|size\s*\(?(?:invasive)\)?|greatest dimension(?: of (?:the )?largest (?:focus|invasive)(?: of (?:invasion|invasive carcinoma))?(?: over 0\.1 cm)?)?|largest (?:invasive )?focus(?: of invasi\w+(?: carcinoma)?)?|invasive carcinoma\W{1,4}(?:A\W{1,3})?(?:gross|microscopic) measurement|(?:gross|microscopic) measurement|size (?:\(extent\) )?of (?:the )?(?:DCIS|in[\s-]?situ\w*)(?: carcinoma)?|size of (?:the )?(?:largest )?(?:lymph node )?metasta(?:sis|tic)(?: deposit)?|(?:maximum|greatest|largest) size of metastasis|largest (?:metastatic )?deposit|specimen size|size of biopsy|intraductal carcinoma\W{1,4}A\W{1,3}(?:gross or microscopic|gross|microscopic)[^.:]{0,20}measurement|sizes?(?: (?:on|by|at|from) (?:the )?(?:glass|slides?|histology|microscopy|section))?(?=\s*(?:[:=]|$|is\b|are\b|was\b|were\b))|sizes?,? as (?:given|stated|reported|recorded|measured|quoted)[^:=\n]{0,40}(?=\s*[:=])|(?:diameter|dimensions?)(?=[ \t]*(?:[:=]|$))|(?:max(?:imum|imal|\.)?|greatest|largest|longest|widest|major|pathologic(?:al)?|staging|final|combined|microscopic|histologic(?:al)?) (?:tumou?r |invasive |microscopic |histologic(?:al)? |gross )?(?:width|axis|dimension|diameter|extent|span|size)(?: (?:of (?:the )?tumou?r|for (?:T|staging)))?|size \(?for [a-z ]{1,12}\)?|max(?:imum|imal|\.)? (?:invasive tumou?r )?(?:dimension|diameter)(?: of (?:the )?(?:invasive|largest)(?: (?:component|tumou?r|focus|carcinoma))*)?(?:\s*\(invasive[^)]{0,16}\))?)/gi
const WORDS =
  /\b(?:isolated tumou?r cells?|ITCs?|metastatic (?:tumou?r|carcinoma|adenocarcinoma|focus)|invasive|infiltrating|tumou?r(?:[\s-]+nod(?:e|ule)s?)?|carcinoma in situ|carcinoma|mass(?:es)?|lumps?|lesions?|growth|neoplasm|cancer|carcinom[ae]s?|[ck]arzinoms?|tumeur|tumoral|IDC|ILC|NST|ca(?=[\s,(])|adenocarcinoma|(?:firm|hard|gr[ea]y\w*|white\w*|stellate|indurated|gritty|tan)[\s,-]+(?:[a-z]+[\s,-]+){0,3}area|focus|foci|DCIS|LCIS|in[\s-]situ|intraductal|lymph nodes?|nodes?|LNs?|metastas[ei]s|metastatic|deposit|extranodal|extracapsular|nodule)\b/gi
const AFTER_WORD =
  /^(?:[ ]*|, (?=(?:grade [1-3I]{1,3},? )?(?:invasive|infiltrating)\b)|,? (?=in (?:max\w*|greatest|largest) \w+,? the\b))(?:[a-z-]+,?[ \n]|\([a-z0-9 ]{2,20}\)[ \n]|grade [1-3I]{1,3},?[ \n]|is the (?:greatest|largest|maxim(?:um|al)) (?:dimension|diameter|extent) of ){0,6}?((?:invasive|infiltrating) (?:component|focus|foci|element|part)|lump|tumou?r|cancer|IDC|ILC|growth|mass|carcinoma|lesion|lymph node|nodule|focus of (?:dcis|invasive)|metastasis|deposit)\b/i
const NOT_TUMOUR =
  /\b(?:specimen|mastectomy (?:specimen|measur)|ellipse|skin|nipple|areola\w*|fragments?|aggregat\w+|cavity|cores?\b(?! biopsy)|weigh\w+|axillary tail|fibrofatty|adipose|stitch|portion|segment of breast|breast tissue measur\w*|excision measur\w*|implant|clip|margin\w*|slices of|sections of|intervals of|within|from|distance|closest|clear\w*|approximately \d+ slices|additional dimensions?|biopsy site|scar|cyst\b|per (?:sq|hpf)|mitotic|(?:micro)?calcifications?|papilloma|fibroadenoma)\b(?:[^;.\n]|\.(?![ \t]*\n|\s+[A-Z])|\n(?!\s*[A-Z])){0,40}$/i
const NOT_TUMOUR_AFTER =
  /^[^\w\n]{0,3}(?:(?:(?!(?:extend|involv|invad|reach|abut|adher|occup|attach|ulcerat|infiltrat|fixed|tether|beneath|under|below|deep|replac|at|in|with)[a-z]*\b)[a-z-]+,?[ \n]){0,6}?(?:specimen|ellipse|skin|nipple|areola|fragments?|aggregate|core\b|piece|portion|lumpectomy|mastectomy|cyst\b|biopsy cavity|fibrofatty|fibroadipose|adipose|lymph nodes?|tissue|breast with|nodules? ranging|papilloma|fibroadenoma|implant|hematoma|scar))\b/i
/** Where an extent lies: "4 x 3 x 3 cm below the nipple". */
const PLACE_AFTER = /^\W{0,2}(?:below|above|deep to|(?:superior|inferior|lateral|medial) (?:to|of))\b/i
/** The row of a list of sizes that is of the whole piece. */
const OF_SPECIMEN_AFTER = /^[ \t]{1,20}(?:specimen|lumpectomy|mastectomy|(?:breast )?tissue|piece)[ \t]*(?:\n|$)/i
export const DISTANCE_AFTER =
  /^\W{0,2}(?:from(?! edge to edge)|to|away|of (?:the )?(?:margin|ink)|deep to|(?:superior|inferior|lateral|medial|distal|proximal) (?:to|of)|below|above|thick|(?:anterior|posterior|deep|closest)\b[^.;]{0,20}margin|\(?(?:anterior|posterior|superior|inferior|medial|lateral|deep)\)?\W{0,2}(?:margin|$)|in diameter and)|^[ ]{0,2}(?:clear |free )?margin|^[ ,]{1,3}(?:clear |free )?margins?\b(?!s?:? (?:are |all |is )?(?:clear|free|neg|pos|uninvolved|involved|not|ok|widely|>))/i
const DISTANCE_BEFORE =
  /\b(?:within|margins?|distance|closest|nearest|less than|>|<|located|approach\w*|extend\w* to|may span\s*-?|at least \d+ slices)\b[^a-z]{0,6}$|[<>]\s*$|\bmargins?\b(?:[^;.\n]|\.(?![ \t]*\n|\s+[A-Z])|\n(?!\s*[A-Z])){0,60}$|\b(?:anterior|posterior|superior|inferior|medial|lateral|superficial|deep|radial)\b[ \t]{0,8}[:=]?[ \t]{0,8}$/i
/** "(was 40 mm on imaging)" */
export const IMAGED_AFTER = /^[^.;,\n\d]{0,12}\b(?:on|by|per) (?:imaging|US|ultraso\w+|mammogra\w+|MRI|CT)\b/i
