import { matchesOf } from '../../codes/matches-of.ts'
import { gradesOfParts } from './grade-parts.ts'
import { bySum, gradesInColumns, gradesOfSides, inSituAbove, labelledGrades } from './labelled-grade.ts'
import { squeezed } from './squeezed.ts'

/** An overall grade and where it is said; `rank` orders the ways of saying it, the surest first. */
export type Grade = { grade: 1 | 2 | 3; start: number; end: number; rank: number }

/**
 * Overall (Nottingham, modified Scarff-Bloom-Richardson) grades in a text. Never the nuclear grade, never the scores for tubules,
 * nuclei or mitoses, never the grade of an in-situ part. A sum of three scores counts: 3–5 is 1, 6–7 is 2, 8–9 is 3.
 */
export function gradesIn(original: string): Grade[] {
  const { text, at } = squeezed(original)
  const grades: Grade[] = []
  for (const [rank, [pattern, read]] of FORMS.entries())
    for (const match of matchesOf(text, pattern)) {
      const grade = read(match)
      const before = text.slice(Math.max(0, match.index - 70), match.index)
      if (
        grade === undefined ||
        (rank < SCHEMES || INVASIVE_NEXT.test(text.slice(match.index + match[0].length, match.index + match[0].length + 24))
          ? OTHER_DIRECT
          : OTHER
        ).test(before) ||
        (rank >= SCHEMES && inSituAbove(text, match.index)) ||
        OTHER_AFTER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 44))
      )
        continue
      grades.push({ grade, start: at(match.index), end: at(match.index + match[0].length - 1) + 1, rank })
    }
  for (const { grade, start, end, sure } of labelledGrades(text)) {
    if ((sure ? OTHER_DIRECT : OTHER).test(text.slice(Math.max(0, start - 70), start)) || OTHER_AFTER.test(text.slice(end, end + 44)))
      continue
    grades.push({ grade, start: at(start), end: at(end - 1) + 1, rank: sure ? SURE_LABEL : BARE_LABEL })
  }
  for (const { grade, start, end } of gradesOfParts(text)) grades.push({ grade, start: at(start), end: at(end - 1) + 1, rank: PARTS })
  for (const { grade, start, end } of [...gradesInColumns(original), ...gradesOfSides(original)])
    grades.push({ grade, start, end, rank: SURE_LABEL })
  return grades.sort((a, b) => a.start - b.start || a.rank - b.rank)
}

/** One grade for one tumour: the surest way of saying it; of several foci the highest among equals. */
export function overallGrade(grades: readonly Grade[]): Grade | undefined {
  return [...grades].sort((a, b) => a.rank - b.rank || b.grade - a.grade || a.start - b.start)[0]
}

/** The first forms name their scheme and need no guessing. */
const SCHEMES = 15
const SURE_LABEL = 1
const BARE_LABEL = 17
const PARTS = 12

const OTHER =
  /\b(?:nuclear|black'?s(?: nuclear)?|fuhrman|in[\s-]?situ(?: carcinoma)?|DCIS|tubul\w+|mitotic|mitos\w+|toxicity|neuropathy|DIN)[\s,:;.()-]{0,4}$|\b(?:nuclear|DCIS|in[\s-]?situ)\b[^.;\n]{0,30}$|(?:neuropathy|neutropenia|diarrhea|fatigue|nausea|rash|mucositis|anemia|transaminitis|pneumonitis|toxicity|arthralgias?|hand-foot|thrombocytopenia)\b[^.;\n]{0,30}$|\b(?:regression|miller[\s-]?payne|response|sinn|RCB|fibrosis|vascular invasion|LVI|inflammat\w+|TILs?|necrosis|atypia)\b[^.;\n]{0,18}$/i
/** "DCIS with an associated grade 1 invasive carcinoma" */
const INVASIVE_NEXT = /^,?\s*(?:invasive|infiltrating|IDC|ILC)\b/i
const OTHER_DIRECT =
  /\b(?:regression|miller[\s-]?payne|response|sinn|RCB|fibrosis|vascular invasion|LVI|inflammat\w+|TILs?|necrosis|atypia)\b[^.;\n]{0,18}$|\b(?:nuclear|black'?s|fuhrman|DCIS|DIN|in[\s-]?situ(?: carcinoma)?)[\s,:;.()-]{0,3}$/i
const OTHER_AFTER =
  /^\s*[=:]\s*\d\s?[-–]\s?\d|^[\s/of3I]{0,8}\(?(?:slight|little|no)[^)]{0,30}tubul|^\s*(?:neuropathy|neutropenia|diarrh|fatigue|nausea|rash|mucositis|an(?:a)?emia|toxicit|pneumonitis|arthralg|peripheral|hand-foot|AE\b|event|lympho?edema|dermatitis|pain\b|alopecia|myalgia|hypertension|stomatitis|vomiting|constipation|hot flash|fever|glioma)|^[ \t]{0,4}dcis(?!\s*(?:grade|:))|^[ ,]{0,3}(?:(?:(?!inv|infil|with|and)[a-z-]+ ){0,3}in[ -]situ|intraductal)/i

const FIGURE = String.raw`(?:(?:grade|gr\.?|G)\s*[-:]?\s*)?(III|II|Il|ll|Ill|I{1,3}|111|11(?!\d)|[1-3l])(?![\w+%]|\.\d|\s*(?:%|(?:\/\s*3\s*)?\+\s*\d|cm|mm)|\s*(?:-|–|to|and)\s*(?:grade\s*)?(?:[1-3]|I{1,3})\b|\s*[/,]\s*[1-3]\s*[/,-]\s*[1-3]\b|\s*,\s*[1-3]\s*(?:or|and)\b)`
const toGrade = (figure: string | undefined): 1 | 2 | 3 | undefined => {
  // a scan reads the Roman figures as ones and small letters
  const plain = (figure ?? '')
    .replaceAll('l', 'I')
    .replace(/^11+$/, (ones) => 'I'.repeat(ones.length))
    .toUpperCase()
  return plain === '1' || plain === 'I' ? 1 : plain === '2' || plain === 'II' ? 2 : plain === '3' || plain === 'III' ? 3 : undefined
}
const SCHEME = String.raw`(?:nottingham|nott\b\.?|elston(?:[\s-]*(?:(?:and|&)\s+)?ellis)?|(?:modified\s+)?(?:scarff?|scarf)[\s.-]*bloom[\s.-]*(?:(?:and|&)\s+)?richardson|(?:modified\s+)?bloom[\s.-]*(?:(?:and|&)\s+)?richardson|(?:EE)?m?SBR|MBR|BRE?|NHG|composite(?: histologic(?:al)?)?)`
const BETWEEN = String.raw`(?:[\s.:;,()?-]|modified|combined|composite|histologic(?:al)?|overall|total|score|grade|SBR|nottingham|EEmSBR|of|is|=|invasive|carcinoma|the){0,14}`

const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => 1 | 2 | 3 | undefined])[] = [
  // "Overall grade: Grade 2"
  [
    new RegExp(String.raw`\boverall\s+(?:histologic(?:al)?\s+|nottingham\s+)?grade\W{0,4}(?:\s*-\s*)?${FIGURE}`, 'gi'),
    (m) => toGrade(m[1]),
  ],
  // "Nottingham grade 2", "SBR 2", "Modified Scarff Bloom Richardson Grade: II", "Nottingham combined histologic grade: 3 of 3"
  [
    new RegExp(String.raw`\b${SCHEME}\b(?!\s*(?:score|nuclear))${BETWEEN}(?:grade|G|SBR)?${BETWEEN}${FIGURE}`, 'gi'),
    (m) => (/\+\s*\d|\bscore\W{0,3}[1-3l]$/i.test(m[0]) ? undefined : toGrade(m[1])),
  ],
  // "Nottingham 3+2+2=7", "(3+2+1)" beside a scheme or the word grade
  [
    new RegExp(String.raw`\b(?:${SCHEME}|grade)\b[^\n;]{0,60}?\(?(?<![.\d])\b([1-3])\s*\+\s*([1-3])\s*\+\s*([1-3])(?:\s*=\s*\d)?`, 'gi'),
    (m) => bySum(Number(m[1]) + Number(m[2]) + Number(m[3])),
  ],
  // "total Nottingham score: 9/9", "SBR score 7"
  [
    new RegExp(
      String.raw`\b(?:total\s+)?(?:${SCHEME}\s+)?(?:histologic\s+)?(?:total\s+)?(?:combined\s+)?score\W{1,4}(?:of\s+)?([3-9])\s*(?:\/|of|out of)\s*9`,
      'gi',
    ),
    (m) => bySum(Number(m[1])),
  ],
  [
    new RegExp(
      String.raw`\b(?:${SCHEME}|mito\w+)\b[^\n;]{0,44}?\b(?:score|total|sum)\W{1,4}(?:of\s+|is\s+)?([4-9])(?![\d+]|\.\d|\s*\/\s*(?!9))`,
      'gi',
    ),
    (m) => bySum(Number(m[1])),
  ],
  // "Bloom-Richardson 9/9", "Nottingham 9/9 = gr 3"
  [new RegExp(String.raw`\b${SCHEME}\b[\s:,(-]{1,4}(?:grade |score )?([3-9])\s*(?:\/|of|out of)\s*9\b`, 'gi'), (m) => bySum(Number(m[1]))],
  // "scores 3 for tubules, 3 for nuclei and 2 for mitoses"
  [
    /\b([1-3])\s+(?:for|in)\s+(?:tubul|gland|acinar|duct)\w*(?:\s\w+)?[^\n\d]{0,12}\b([1-3])\s+(?:for|in)\s+(?:nucle|pleomorph)\w*(?:\s\w+)?[^\n\d]{0,12}\b([1-3])\s+(?:for|in)\s+(?:mito)\w*/gi,
    (m) => bySum(Number(m[1]) + Number(m[2]) + Number(m[3])),
  ],
  // "3+3+1 = 7/9" by itself
  [
    /(?<![\d+])([1-3])\s*\+\s*([1-3])\s*\+\s*([1-3])\s*\)?\s*=\s*([3-9])\b(?!\s*\/\s*(?:8|12))/g,
    (m) => (Number(m[1]) + Number(m[2]) + Number(m[3]) === Number(m[4]) ? bySum(Number(m[4])) : undefined),
  ],
  // "(T3, P2, M1)", "(T3, N3, M3; 9/9)": P or the sum tell it from a stage
  [
    /\bT\s?([1-3])[,\s]{0,2}(?:P\s?([1-3])[,\s]{0,2}M\s?([1-3])\b|N\s?([1-3])[,\s]{0,2}M\s?([1-3])[;,=:\s]{0,3}(?:total\s|sum\s)?[3-9]\s?\/\s?9)/g,
    (m) => bySum(Number(m[1]) + Number(m[2] ?? m[4]) + Number(m[3] ?? m[5])),
  ],
  // "T=3, N=2, M=2", "T:3 N:2 M:2 (7)"
  [
    /\bT\s?=\s?([1-3])[,;\s]{1,2}[NPG]\s?=\s?([1-3])[,;\s]{1,2}M\s?=\s?([1-3])\b|\bT\s?:?\s?([1-3])[,;\s]{1,2}[NPG]\s?:?\s?([1-3])[,;\s]{1,2}M\s?:?\s?([1-3])\s{0,2}[=(]\s{0,2}(?:total\s|sum\s)?[3-9]\b/g,
    (m) => bySum(Number(m[1] ?? m[4]) + Number(m[2] ?? m[5]) + Number(m[3] ?? m[6])),
  ],
  // "Nottingham 3/2/1", "Nottingham (3,3,2)", "Nottingham 3-2-2"
  [
    new RegExp(
      String.raw`\b${SCHEME}\b[\s:,(]{1,3}(?:(?:score|grade)[\s:(]{1,3})?([1-3])\s?([/,-])\s?([1-3])\s?\2\s?([1-3])\b(?!\s?[/-]\s?\d)`,
      'gi',
    ),
    (m) => bySum(Number(m[1]) + Number(m[3]) + Number(m[4])),
  ],
  // "Nottingham 7": more than 3 is a sum
  [new RegExp(String.raw`\b${SCHEME}[\s:=(]{1,3}([4-9])(?![\d./]|\s*(?:mm|cm|%|of|nodes|/))`, 'gi'), (m) => bySum(Number(m[1]))],
  // each part with its score behind words: "Tubule formation: <10% (score 3)"
  [
    /\b(?:tubul|gland|architect)\w*[^;]{0,60}?(?:\bscore\W{0,3}([1-3])\b|\b([1-3])\s+points?)[^;]{0,80}?\b(?:nucle|pleomorph)\w*[^;]{0,60}?(?:\bscore\W{0,3}([1-3])\b|\b([1-3])\s+points?)[^;]{0,80}?\bmito\w*[^;]{0,60}?(?:\bscore\W{0,3}([1-3])\b|\b([1-3])\s+points?)/gi,
    (m) => bySum(Number(m[1] ?? m[2]) + Number(m[3] ?? m[4]) + Number(m[5] ?? m[6])),
  ],
  // the parts written out: "tubules 3, nuclei 2, mitoses 1"
  [
    /\b(?:tubul|gland)\w*(?:[\s/()]+(?:acinar|tubul\w+|formation|differentiation|score|grade))*\W{0,8}(?:score\W{0,3})?([1-3])\b(?:\s*(?:\/|of|out of)\s*3)?(?!\.?\d|\s*(?:mm|cm|%))[^\d]{0,60}?\b(?:nucle|pleomorph)\w*(?:\s+(?:grade|pleomorphism|score|atypia))*\W{0,8}(?:score\W{0,3})?([1-3])\b(?:\s*(?:\/|of|out of)\s*3)?[^\d]{0,60}?\bmito\w*(?:\s+(?:rate|count|score|activity|index|figures))*\W{0,8}(?:score\W{0,3})?([1-3])\b(?!\d|\.\d|\s*(?:\/\s*(?!3)|per|mm))/gi,
    (m) => bySum(Number(m[1]) + Number(m[2]) + Number(m[3])),
  ],
  // the parts by their letters: "Elston & Ellis: T3 + N3 + M2"; commas alone would be a stage
  [
    new RegExp(String.raw`\b(?:${SCHEME}|grade)\b[^\n;.]{0,20}?\bT\s?([1-3])\s*\+\s*[NP]\s?([1-3])\s*\+\s*M\s?([1-3])\b`, 'gi'),
    (m) => bySum(Number(m[1]) + Number(m[2]) + Number(m[3])),
  ],
  // "histologic grade: 3", "degree of malignancy II", "grading G2"
  [
    new RegExp(
      String.raw`\b(?:histo(?:patho)?logic(?:al)?|tumou?r|pathologic(?:al)?|malignancy)\s+(?:grade|grading|gr\.)\W{0,4}(?!N\/?A)(?:\([^)]{0,30}\)\W{0,3})?${FIGURE}`,
      'gi',
    ),
    (m) => toGrade(m[1]),
  ],
  [
    new RegExp(
      String.raw`\b(?:degree|grade) of (?:malignancy|differentiation)\W{0,4}${FIGURE}|\b(?:differentiation|grading)\W{1,4}${FIGURE}`,
      'gi',
    ),
    (m) => toGrade(m[1] ?? m[2]),
  ],
  // "Type/Grade: NST / 2"
  [new RegExp(String.raw`\btype\s?[/,&]\s?grade\W{1,4}[A-Za-z][A-Za-z ]{1,30}?\s?[/,]\s?${FIGURE}`, 'gi'), (m) => toGrade(m[1])],
  // "Grade 3 of 3", "grade: II/III"
  [
    new RegExp(String.raw`\bgrad(?:e|o),?\s*[:=-]?\s*(?:histologic\W{0,3})?${FIGURE}(?:\s*(?:\/|of|out of)\s*(?:III|3))?`, 'gi'),
    (m) => toGrade(m[1]),
  ],
  [
    /\b(?:IDC|ILC|NST|NOS|carcinoma|cancer|ca)\b(?:[^.;\n]|\.(?=\d)){0,50}?\b(?:G|gr\.?[\s-]?)(I{1,3}|[1-3])\b(?!\.\d|\s?(?:cm|mm|%))/gi,
    (m) => (/\b(?:nuclear|DCIS|in[\s-]situ)\b/i.test(m[0]) ? undefined : toGrade(m[1])),
  ],
  // "IDC/2"
  [/\b(?:IDC|ILC|NST|ductal|lobular)\s?\/\s?([1-3])(?=\s*(?:[,;.\n]|$))/g, (m) => toGrade(m[1])],
  [/\b(?:gr|gd)\.?\s?(I{1,3}|[1-3])\s+(?:IDC|ILC|NST|invasive|infiltrating|ca\b|carcinoma)/gi, (m) => toGrade(m[1])],
  [/(?<!\d\s?)\bg[rd](?:[.=:-]\s?|\s)(III|II|I|[1-3])(?![\w%+]|[-.]\d|\s?(?:cm|mm|%))/gi, (m) => toGrade(m[1])],
  // the whole behind a part: "Nuclear: 3  Overall: 2"
  [
    /\b(?:nuclear|nuclei|mitos[ei]s|mitotic|tubules?)\b[^\n]{0,60}?\b(?:overall|total)(?: grade)?\s?[:=]\s?(?:grade\s)?([1-3])(?![\d/]|\.\d|\s?(?:cm|mm|%))/gi,
    (m) => toGrade(m[1]),
  ],
  [/\bHG\s?[:=]?\s?([1-3])\b(?![.%])/g, (m) => toGrade(m[1])],
  // "G2", "G III" of a TNM line; not gravida "G2 P1"
  [/(?<![A-Za-z0-9])G\s?[-:=]?\s?(I{1,3}|[1-3])(?![\w-]|\.\d|,?\s?P\d)/g, (m) => toGrade(m[1])],
  // "Histologic grade: High (3/3)"
  [
    /\b(?:histo(?:patho)?logic(?:al)?|overall|combined) grade\W{1,4}(low|intermediate|high)\b/gi,
    (m) => (/^l/i.test(m[1] ?? '') ? 1 : /^i/i.test(m[1] ?? '') ? 2 : 3),
  ],
  [/\bgrade (one|two|three)\b(?!\s*(?:to|or|and)\b)/gi, (m) => (/^o/i.test(m[1] ?? '') ? 1 : /^tw/i.test(m[1] ?? '') ? 2 : 3)],
  // "high-grade invasive ductal carcinoma", "invasive ductal carcinoma, intermediate grade"
  [
    /\b(low|intermediate|high)[\s-]grade,? (?:invasive|infiltrating|IDC|ILC|NST)\b|\b(?:invasive|infiltrating)(?: (?:ductal|lobular|mammary|breast|duct)){0,2} carcinoma(?: (?:of no special type|NST|NOS))?,? (?:of )?(low|intermediate|high)[\s-](?:histologic(?:al)? )?grade(?![\s,]*(?:DCIS|(?:ductal )?carcinoma|in[\s-]situ|nuclear|intraductal))/gi,
    (m) => (/^l/i.test(m[1] ?? m[2] ?? '') ? 1 : /^i/i.test(m[1] ?? m[2] ?? '') ? 2 : 3),
  ],
  // "degree of differentiation: moderate"
  [/\bdifferentiation\s?[:=–-]\s?(well|moderate|poor)/gi, (m) => (/^w/i.test(m[1] ?? '') ? 1 : /^m/i.test(m[1] ?? '') ? 2 : 3)],
  // "a high grade carcinoma"
  [
    /\b(low|intermediate|high)[\s-]grade (?:carcinoma|tumou?r|cancer|malignancy)\b(?! in[\s-]situ)/gi,
    (m) => (/^l/i.test(m[1] ?? '') ? 1 : /^i/i.test(m[1] ?? '') ? 2 : 3),
  ],
  // words only
  [
    /\b(well|mod(?:erately|erate)?|poor(?:ly)?)\.?[\s-]+(?:to\s+\w+[\s-]+)?diff(?:erentiated\b|\.|\b(?!\s+(?:count|dx|diag|quik)))/gi,
    (m) => (/\bto\b/i.test(m[0]) ? undefined : /^w/i.test(m[0]) ? 1 : /^m/i.test(m[0]) ? 2 : 3),
  ],
]
