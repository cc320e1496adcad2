import { matchesOf } from '../../codes/matches-of.ts'
import { cellsOf } from './cells.ts'
import { headedCells } from './headed-cells.ts'
import { sideOfColumn } from './side-columns.ts'

type Figure = 1 | 2 | 3
/** A grade behind its own label. `sure`: the label names a scheme, the histology or the whole, not just "grade". */
export type LabelledGrade = { grade: Figure; start: number; end: number; sure: boolean }

/**
 * Grades that stand behind a label, whatever joins them: "Nottingham combined histologic grade (Elston-Ellis) : II of III", "Grado SBR = 2",
 * "Overall score | 3/3 + 2/3 + 1/3 = 6/9". What is told of nuclei, tubules, mitoses and in-situ disease alone has labels of its own.
 */
export function labelledGrades(text: string): LabelledGrade[] {
  return matchesOf(text, LABEL).flatMap((match): LabelledGrade[] => {
    const label = match[0]
    const from = match.index
    const at = from + label.length
    const before = text.slice(Math.max(0, from - 60), from)
    const sure = SURE.test(label)
    if (OF_A_PART.test(before) || (sure ? OF_IN_SITU : OF_SOME_PART).test(before) || OF_A_PART.test(label) || inSituAbove(text, from))
      return []
    const rest = text.slice(at, at + 120)
    const join = JOIN.exec(rest)?.[0] ?? ''
    const told = gradeBehind(rest.slice(join.length), label, sure)
    // "total score: 8" alone may be a receptor's
    if (told?.figure !== false && !NAMES_GRADE.test(label)) return []
    return told === undefined ? [] : [{ grade: told.grade, start: from, end: at + join.length + told.length, sure }]
  })
}

/** Grades of both sides in one row, below a head that names the sides: "Grade   2   3". */
export function gradesOfSides(text: string): LabelledGrade[] {
  return matchesOf(text, GRADE_ROW).flatMap((match) =>
    cellsOf(text, match.index, match.index + match[0].length)
      .slice(1)
      .flatMap(({ start, words }): LabelledGrade[] => {
        const from = start + words.length - words.trimStart().length
        const told = sideOfColumn(text, from) === undefined ? undefined : gradeBehind(words.trimStart(), 'grade', true)
        return told ? [{ grade: told.grade, start: from, end: from + told.length, sure: true }] : []
      }),
  )
}
const GRADE_ROW = /(?<=\n)[ \t|]{0,20}(?:(?:overall|nottingham|histologic(?:al)?|combined|SBR) )?grade\b[^\n:]{4,200}/gi

/** Grades in a table, below a head that names them; what stands in rows of nodes or in-situ disease is none. */
export function gradesInColumns(text: string): LabelledGrade[] {
  return headedCells(text, GRADE_HEAD).flatMap(({ head, heads, row, start, words }): LabelledGrade[] => {
    if (/^(?:total|sum|score)/i.test(head) && !(PARTS_NAMED.test(heads) && /^\s*[3-9](?:\s?\/\s?9)?\s*$/.test(words))) return []
    if (/nuclear|dcis|situ/i.test(head) || /\b(?:dcis|lcis|in[\s-]situ|nodes?)\b/i.test(row)) return []
    const lead = words.length - words.trimStart().length
    const told = gradeBehind(words.trimStart(), head, true)
    return told ? [{ grade: told.grade, start: start + lead, end: start + lead + told.length, sure: true }] : []
  })
}
const GRADE_HEAD = /\b(?:grade|grading|grado|nottingham|SBR|NHG)\b|^\s*(?:total|sum|score)\s*$|\b(?:total|sum|score)\s*$/i
const PARTS_NAMED = /\b(?:tubul|gland|acinar|architect)[^\n]*\b(?:nucle|pleomorph)[^\n]*\bmito/i

/** What a value says; `label` decides whether 4 to 9 is a sum and 1 to 3 a grade. */
function gradeBehind(words: string, label: string, sure: boolean): { grade: Figure; length: number; figure: boolean } | undefined {
  const parts = PARTS.exec(words)
  if (parts) {
    const sum = Number(parts[1]) + Number(parts[3]) + Number(parts[4])
    const grade = parts[5] === undefined || Number(parts[5]) === sum ? bySum(sum) : undefined
    return grade && { grade, length: parts[0].length, figure: false }
  }
  const figure = FIGURE.exec(words)
  // "Nottingham score 3" may be a sum or one of its parts
  if (figure && !(figure[1] === undefined && /\b(?:score|sum|total)\W*$/i.test(label)))
    return { grade: figureOf(figure[2] ?? ''), length: figure[0].length, figure: true }
  const sum = SUM.exec(words)
  if (sum && (sum[2] !== undefined || sum[1] !== undefined || SUMS.test(label))) {
    const grade = bySum(Number(sum[1] ?? sum[2] ?? sum[3]))
    return grade && { grade, length: sum[0].length, figure: sum[2] === undefined }
  }
  const word = WORD.exec(words)
  if (!word || !(sure || /^\s*[(:=|]/.test(label.slice(-1)) || /grad/i.test(label))) return undefined
  return { grade: gradeOfWord(word[0]), length: word[0].length, figure: true }
}

/** A sum of three scores: 3–5 is 1, 6–7 is 2, 8–9 is 3. */
export const bySum = (sum: number): Figure | undefined =>
  sum >= 3 && sum <= 5 ? 1 : sum <= 7 && sum > 5 ? 2 : sum > 7 && sum <= 9 ? 3 : undefined

/** Arabic or Roman; a scan reads the Roman figures as ones and small letters. */
const figureOf = (figure: string): Figure => (figure === '2' || figure.length === 2 ? 2 : figure === '3' || figure.length === 3 ? 3 : 1)
const gradeOfWord = (word: string): Figure => (/^(?:low|well|one)/i.test(word) ? 1 : /^(?:inter|mod|two)/i.test(word) ? 2 : 3)

/** A block of a list that is about the in-situ part: its heading stands above, and no invasive one between. */
export function inSituAbove(text: string, at: number): boolean {
  const lines = text
    .slice(Math.max(0, at - 260), at)
    .split('\n')
    .slice(-5, -1)
  const heading = lines.findLastIndex((line) => IN_SITU_HEADING.test(line))
  return heading !== -1 && !lines.slice(heading + 1).some((line) => OTHER_BLOCK.test(line))
}
const OTHER_BLOCK = /\binva|\binfiltr|^\s*$|histolog/i
const IN_SITU_HEADING = /^[\s\W]{0,8}(?:DCIS|LCIS|(?:ductal )?carcinoma in[\s-]situ|in[\s-]situ|intraductal)\b[^.;\n]{0,60}$/i

const SCHEME = String.raw`(?:nottingham|elston|ellis|(?:modified\s+)?scarff?|bloom|richardson|(?:EE)?m?SBR|m?BR|MBR|BRE|B\s?&\s?R|NHG|NGS)`
/** Words of which labels are made, one at least a key: grade, or the name of a scheme. */
const KEY = String.raw`(?:grades?|grading|graded|grados?|grad|graad|grau|grd|gd|${SCHEME}|(?:total|overall|combined|final)\s+(?:score|sum))`
const ALSO =
  '(?:h?isto(?:patho)?log[a-z]{1,6}|histo|overall|combined|composite|total|final|tumou?r|tumoral|invasive|invasion|infiltrating|carcinoma|cancer|component|score|scoring|sum|system|modified|primary|main|index|of|the|de|der|des|und|and|malignancy|differentiation|histopronostique|global|microscopic|result|on|this|specimen|by|method|criteria|using|according|to|excision|resection|core|biopsy|diferenciacion|malignidad)'
const BRACKET = String.raw`\((?:1\s?[-–/,]\s?(?:2\s?[-/,]\s?)?3|(?:out )?of 3|I\s?-\s?III)\)|\((?![^()\n]*(?:\d|nuclear|dcis|situ))[^()\n]{2,50}\)`
const LABEL = new RegExp(String.raw`\b(?:${ALSO}[\s,/&-]{1,3}){0,5}${KEY}\b(?:[\s,/&-]{0,3}(?:(?:${KEY}|${ALSO})\b|${BRACKET})){0,9}`, 'gi')
const NAMES_GRADE = new RegExp(String.raw`\b(?:gr(?:ad|aa|au)|${SCHEME})`, 'i')
const SURE = new RegExp(
  String.raw`\b(?:${SCHEME}|histo|overall|combined|composite|final|global|invasive|tumou?r|malignancy|differentiation)`,
  'i',
)
const SUMS = new RegExp(String.raw`\b(?:${SCHEME}|score|sum|total)\b`, 'i')
/** Between a label and its value. */
const JOIN =
  /^(?:[\s:=.,|_([*•–—-]|(?:is|was|are|it|this|of|as|at|assessed|scored|assigned|estimated|reported|given|equals|corresponds? to|approx(?:imately)?\.?)(?![A-Za-z])){0,24}/i

const END = String.raw`(?![\w+%]|\.\d|\s*(?:%|(?:\/\s*3\s*)?\+\s*\d|cm\b|mm\b)|\s*(?:-|–|to\b|and\b|or\b)\s*(?:grade\s*)?(?:[1-3]|I{1,3})\b|\s*[/,]\s*[1-3]\s*[/,-]\s*[1-3]\b|\s*,\s*[1-3]\s*(?:or|and)\b|\s*[=:]\s*\d\s?[-–]\s?\d|\s*(?:\/|of|out of)\s*9)`
const FIGURE = new RegExp(
  String.raw`^((?:grade|grado|gr\.?|G)[\s:-]{0,3}\(?)?([Il1]{2,3}|[1-3Il])(?:\s*(?:\/|\(?\s*(?:out )?of)\s*(?:[Il1]{3}|3)\b\)?)?${END}`,
  'i',
)
/** "3+2+1 = 6", "3/3 + 2/3 + 1/3", "3,2,1", "6 (3+2+1)". */
const PARTS =
  /^(?:(?:score\s*)?[3-9](?:\s*\/\s*9)?\s*[([]\s*)?([1-3])(?:\s?\/\s?3)?\s?([+,;-])\s?([1-3])(?:\s?\/\s?3)?\s?\2\s?([1-3])(?:\s?\/\s?3)?(?![\d.]|\s?[+,/-]\s?\d)(?:\s*[)\]]?\s*=\s*(?:total\s*)?([3-9])\b)?/i
const SUM =
  /^(?:(?:total|combined|overall|nottingham)\s+)?(?:(?:score|sum|total)[\s:=]{1,3}(?:of\s+)?([4-9])|([3-9])\s*(?:\/|of|out of)\s*9|([4-9]))(?![\d%+]|\.\d|\s*(?:\/\s*(?!9)|mm\b|cm\b|-\s*\d|of\s+\d+\s+(?:nodes|ln)))/i
const WORD =
  /^(?:(?:low|intermediate|high)(?![\s-]*(?:nuclear|risk|mitot|to\b))|(?:one|two|three)\b(?!\s*(?:to|or|and)\b)|(?:well|moderate(?:ly)?|mod\.?|poor(?:ly)?)(?:[\s-]+diff\w*)?(?!\s+to\b))/i
/** Parts of the tumour or of the grade that are graded by themselves. */
const OF_A_PART =
  /\b(?:regression|miller[\s-]?payne|response|sinn|RCB|fibrosis|vascular invasion|LVI|inflammat\w+|TILs?|necrosis|atypia)\b[^.;\n]{0,18}$|\b(?:nuclear|black'?s|fuhrman|tubul\w*|glandular|acinar|mitot\w*|mitos\w*|pleomorph\w*|toxicity|neuropathy|architectural)[\s,:;.()/-]{0,4}$/i
const OF_IN_SITU = /\b(?:DCIS|in[\s-]?situ|intraductal|LCIS|CTCAE)\b[^.;\n]{0,30}$/i
const OF_SOME_PART = /\b(?:nuclear|DCIS|in[\s-]?situ|intraductal|LCIS|CTCAE)\b[^.;\n]{0,30}$/i
