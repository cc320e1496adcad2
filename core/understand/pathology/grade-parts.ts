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
  return scores.flatMap((first, index) => {
    const three = scores.slice(index, index + 3)
    const last = three.at(-1)
    if (last === undefined || new Set(three.map(({ part }) => part)).size < 3) return []
    if (three.some(({ start }, at) => at > 0 && start - (three[at - 1]?.end ?? 0) > 40)) return []
    const grade = bySum(three.reduce((sum, { score }) => sum + score, 0))
    return grade === undefined ? [] : [{ grade, start: first.start, end: last.end }]
  })
}

const SCORE =
  /\b(tubul|gland|acinar|architect|nucle|pleomorph|mitos|mitot)[a-z]*(?:[\s/()]+(?:acinar|tubul[a-z]+|formation|differentiation|pleomorphism|score|grade|rate|count|activity|index|figures|atypia|is|of))*[\s:=,.-]{1,4}(?:score\W{1,3})?(?<![\d.<>])([1-3])(?:\s?(?:\/|of|out of)\s?3)?(?![\d%/]|\.\d|\s?(?:mm|cm|%|per\b|\/))/gi
