import { matchesOf } from '../../codes/matches-of.ts'
import { actsOnCancer } from '../therapy/drug-groups.ts'
import { canBeginName, spotNames } from '../therapy/drug-names.ts'

/** Words of a text that list medicines: `text.slice(start, end)`, what heads them, and where the first medicine stands. */
export type MedicineList = { start: number; body: number; end: number; heading: string }

/**
 * Lists of medicines known by what stands in them, whatever heads them: lines one below the other that each begin with a medicine and tell
 * nothing but how it is taken, and labels ("Ceased:", "Her tablets are") behind which medicine follows medicine. Allergies, premedication
 * and regimens of chemotherapy are none.
 */
export function listsOfMedicines(text: string): MedicineList[] {
  const lines = linesOf(text)
  const lists: MedicineList[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    const run = runFrom(text, lines, i)
    if (run > i) {
      const head = headOf(text, lines, i)
      const last = lines[run - 1]
      const listed = text.slice(line.start, last?.end)
      if (last && !NO_LIST.test(head.words) && !INFUSED.test(listed) && (run - i >= 2 || TAKEN.test(head.words)) && isGeneral(listed))
        lists.push({ start: head.start, body: line.start, end: last.end, heading: head.words })
      i = run - 1
      continue
    }
    const labelled = labelledList(text, line)
    if (labelled) lists.push(labelled)
  }
  return lists
}

type Line = { start: number; end: number }
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    lines.push({ start: at, end })
    at = end + 1
  }
  return lines
}

/** The first line behind the items that begin at line `from`; `from` itself where it is none. */
function runFrom(text: string, lines: readonly Line[], from: number): number {
  let at = from
  for (let line = lines[at]; line !== undefined && isItem(text.slice(line.start, line.end)); line = lines[at]) at++
  return at
}

/** The line that heads the items: the one above, with its bare words. */
function headOf(text: string, lines: readonly Line[], first: number): { start: number; words: string } {
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    const line = lines[i]
    const words = line ? text.slice(line.start, line.end).trim() : ''
    if (line && words) return words.length <= LONGEST_HEAD ? { start: line.start, words } : { start: lines[first]?.start ?? 0, words: '' }
  }
  return { start: lines[first]?.start ?? 0, words: '' }
}
const LONGEST_HEAD = 90

/** One or more medicines, each with its way of being taken, and no words of a story. */
export function isItem(line: string): boolean {
  if (line.length > LONGEST_ITEM || !/[A-Za-z]{4}/.test(line)) return false
  const words = line.replace(LEAD, '')
  // most lines begin with no medicine, and are not looked through
  if (!beginsWithName(words)) return false
  const spots = spotNames(words)
  if (spots[0]?.start !== 0 || TOLD.test(words)) return false
  const cells = words.split(/ {2,}|\t|\||, /).filter((cell) => cell.trim())
  if (cells.length > 1 && cells.every((cell) => spotNames(cell.trim())[0]?.start === 0)) return true
  const rest = words.slice(spots[0].end)
  return rest.trim().length < 3 || TAKEN_SO.test(rest)
}
const beginsWithName = (words: string): boolean => {
  const word = /^[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*/.exec(words)?.[0]
  return word !== undefined && canBeginName(word)
}
const LONGEST_ITEM = 160
/** Bullet, number, and the form of the medicine. */
const LEAD =
  /^[\s•*·#–-]{0,8}(?:\[[ x✓]?\]\s?)?(?:\d{1,2}[.)]\s{0,3})?(?:(?:tab(?:let)?s?|cap(?:sule)?s?|inj(?:ection)?|syp|syr(?:up)?|susp|T|C|continue|cont|start|stop)\b\.?\s{0,2}){0,2}/i
const TAKEN_SO =
  /\d\s?(?:mg|mcg|µg|ug|g|units?|u|iu|ie|ml|puffs?|drops?|tablets?|tabs?|%)(?![a-z])|\b(?:daily|weekly|monthly|nightly|mane|nocte|[obtq]d|tds|qds|bid|tid|qid|qhs|prn|sos|hs|at (?:night|bedtime)|(?:as|if|when) (?:needed|required|necessary)|if need|once|twice|as dir\w*|every)\b|\b[0-3½]\s?-\s?[0-3½]\s?-\s?[0-3½]\b|^\s\d/i
/** A history, a reaction or a scheme, not a list. */
const TOLD =
  /\b(?:she|he|her|his|was|were|is|are|which|because|caused|rash|hives|anaphyla\w+|cycles?|adjuvant|neo-?adjuvant|line|PD|progress\w+|respon\w+|day 1|AUC)\b|mg\/m|mg\/kg|\b[x×]\s?\d{1,2}\s?(?:cycles|$)|\b(?:19|20)\d\d\s?(?:-|–|to)\s?(?:19|20)\d\d/i
const NO_LIST =
  /\b(?:allerg\w*|intoleran\w*|sensitiv\w*|adverse|reactions?|ADRs?|side effects?|interact\w*|avoid|regimen|protocol|chemo\w*|pre-?med\w*|infus\w*|administ\w*|options?|criteria|prohibit\w*|family|lines?|history of|research|study|interventions?)\b/i
const TAKEN = /\b(?:medic\w+|meds|drugs|tablets|tak(?:e|es|ing)|prescri\w+|discharge|repeat)\b/i
/** Given into a vein once is no medicine that somebody takes. */
const INFUSED = /\b(?:IV|i\.v\.|IVPB|IVP|intravenous\w*)(?![^\n]{0,40}\b(?:every|q\s?\d|monthly|weekly|\d-weekly)\b)/

/** Half of the medicines or more do not act on cancer. */
function isGeneral(text: string): boolean {
  const spots = spotNames(text)
  const general = spots.filter(({ drug }) => drug === undefined || !actsOnCancer(drug)).length
  return general > 0 && general * 2 >= spots.length
}

/** "Ceased: perindopril (02/2026); metformin", "Her tablets are amlodipine, simvastatin and thyroxine": a label, and medicines behind it. */
function labelledList(text: string, line: Line): MedicineList | undefined {
  const words = text.slice(line.start, line.end)
  if (words.length > LONGEST_LINE || words.length < 8 || !HAS_LABEL.test(words)) return undefined
  for (const pattern of [LABEL, SAID]) {
    for (const match of matchesOf(words, pattern)) {
      const label = match[1] ?? ''
      const from = match.index + match[0].length
      const end = from + endOfList(words.slice(from))
      const body = words.slice(from, end)
      if (!label || NO_LABEL.test(label) || !isListed(body, STATE.test(label))) continue
      return { start: line.start + match.index, body: line.start + from, end: line.start + end, heading: label.trim() }
    }
  }
  return undefined
}
const LONGEST_LINE = 600
const HAS_LABEL = /[:?]| [-–] |\b(?:medic|meds|tablets|drugs|prescriptions)/i
const LABEL = /(?:^|(?<=[.;?] ))[ \t•*#-]{0,6}([A-Za-z][A-Za-z /'()-]{2,50}?\d{0,4})[ ]?(?:[:?]| [-–])[ \t]{1,4}(?=\S)/g
/** "Regular medication comprises", "Her tablets are", "Treatment at home is". */
const SAID =
  /\b((?:regular|current|usual|other|home|daily|her|his)\s(?:\w+\s){0,2}(?:medications?|meds|medicines|tablets|drugs|prescriptions))(?:\s(?:at home|currently|now)){0,1}\s(?:are|is|comprises?|includes?|consists? of|remains?)\s(?=\S)/gi
const STATE =
  /\b(?:ceas|stopp|discontin|tak(?:e|es|ing)\b|no longer|medicat|meds\b|medicin|tablets|drugs\b|withdrawn|weaned|rx\b|tt[oa]s?\b|unchanged|continu)/i
const NO_LABEL = new RegExp(
  `${NO_LIST.source.replace('infus\\w*|', 'infus\\w*(?! cent)|')}|\\b(?:treated with|considered|plan|recommend\\w*|given|received|treatment(?! (?:at|on) )|therapy|neo-?adjuvant|adjuvant|failed|prior|discuss\\w*|if|trial|labs?|PMH|diagnos\\w+)\\b`,
  'i',
)

/** The list ends with its sentence, unless the next one begins with a medicine too, or where another label begins. */
function endOfList(words: string): number {
  for (const { index, 0: stop } of matchesOf(words, STOP)) {
    const next = words.slice(index + stop.length).trimStart()
    if (!stop.startsWith('.') || next === '' || spotNames(next.slice(0, 60).replace(LEAD, ''))[0]?.start !== 0) return index
  }
  return words.length
}
/** The stop of "Tab." ends no sentence. */
const STOP = /(?<!\b(?:Tabs?|Caps?|Inj|Syp|T|C|vit|incl))\.(?=\s+[A-Z]|\s*$)|\s{2,}(?=[A-Z][A-Za-z /]{2,30}:)/g

/** Its pieces begin with medicines: most of two or more, or the only one behind a word that says whether it is taken. */
function isListed(body: string, state: boolean): boolean {
  if (!beginsWithName(body.replace(LEAD, '').replace(LESS, ''))) return false
  const pieces = body.split(/[,;]\s|\s(?:and|&|plus)\s/).filter((piece) => piece.trim())
  const named = pieces.filter((piece) => spotNames(piece.replace(LEAD, '').replace(LESS, '').slice(0, 60)).some(({ start }) => start <= 1))
  if (named.length < (state ? 1 : 2) || named.length * 2 < pieces.length || STORY.test(body)) return false
  return isGeneral(body)
}
const LESS = /^(?:a |an |the |her |low[- ]dose |baby |oral |regular |weaning )+/i
const STORY = /\b(?:cycles?|mg\/m|AUC|progress\w+|respon(?:se|ded)|was (?:given|started)|were)\b/i
