import { matchesOf } from '../../codes/matches-of.ts'
import { bySum } from './labelled-grade.ts'

/** Grades from the three scores of Nottingham told one by one, in any order: "mitoses 1, tubules 3, nuclei 2", "Acinar 3/3  Nuclear 2/3  Mitotic 2/3". */
export function gradesOfParts(text: string): { grade: 1 | 2 | 3; start: number; end: number }[] {
  const scores = matchesOf(text, SCORE).map((match) => ({
    part: /^(?:tub|gla|aci|arc)/i.test(match[1] ?? '') ? 'tubules' : /^mit/i.test(match[1] ?? '') ? 'mitoses' : 'nuclei',
    score: Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const inRows = matchesOf(text, ROW).flatMap((match) => {
    const sum = Number(match[1]) + Number(match[2]) + Number(match[3])
    const grade = match[4] === undefined || Number(match[4]) === sum ? bySum(sum) : undefined
    return grade === undefined ? [] : [{ grade, start: match.index, end: match.index + match[0].length }]
  })
  const oneByOne = scores.flatMap((first, index) => {
    const three = scores.slice(index, index + 3)
    const last = three.at(-1)
    if (last === undefined || new Set(three.map(({ part }) => part)).size < 3) return []
    if (three.some(({ start }, at) => at > 0 && start - (three[at - 1]?.end ?? 0) > 40)) return []
    const grade = bySum(three.reduce((sum, { score }) => sum + score, 0))
    return grade === undefined ? [] : [{ grade, start: first.start, end: last.end }]
  })
  return [...inRows, ...oneByOne]
}

/** The names of the three in a line, their figures in the next: "Tubule Nuclear Mitotic Total" over "3 2 1 6". */
const ROW =
  /\b(?:tubul|gland|acinar|architect)[a-z]*(?: (?:formation|differentiation|score))?[ \t|,/]{1,12}(?:nucle|pleomorph)[a-z]*(?: (?:grade|pleomorphism|score))?[ \t|,/]{1,12}mito[a-z]*(?: (?:count|rate|activity|score))?(?:[ \t|,/]{1,12}(?:total|sum|score|overall))?[ \t|]{0,12}[:\n](?:[ \t|]{0,12}(?:scores?|points|figures|value|result)\b)?[ \t|:]{0,40}([1-3])[ \t|,/]{1,24}([1-3])[ \t|,/]{1,24}([1-3])(?:[ \t|,/=]{1,24}([3-9])(?:\s?\/\s?9)?)?[ \t|]{0,12}(?=\n|$)/gi

const SCORE =
  /\b(tubul|gland|acinar|architect|nucle|pleomorph|mitos|mitot)[a-z]*(?:[\s/()]+(?:acinar|tubul[a-z]+|formation|differentiation|pleomorphism|score|grade|rate|count|activity|index|figures|atypia|is|of))*[\s:=,.-]{1,4}(?:score\W{1,3})?(?<![\d.<>])([1-3])(?:\s?(?:\/|of|out of)\s?3)?(?![\d%/]|\.\d|\s?(?:mm|cm|%|per\b|\/))/gi
