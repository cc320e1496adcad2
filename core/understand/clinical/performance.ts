import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { boundedSentences, dateBeside, datesOf, isTakenBack, quoteAround } from './statements.ts'

/**
 * Performance status. ECOG, Zubrod and WHO are one scale of 0…4; Karnofsky goes in tens to 100. Of a range ("1-2") the worse value counts,
 * since a trial's limit must hold for it. A value the text takes back ("the template says 0") or asks of others ("needs ECOG 0-1") is none.
 */
export const performance: FactRule = {
  name: 'performance',
  version: 1,
  find: (reading) =>
    boundedSentences(reading).flatMap((sentence): Fact[] => {
      const { text, section } = sentence
      if (!MENTIONS.test(text) || section === 'family-history') return []
      const dates = datesOf(reading, text)
      return SCALES.flatMap(({ scale, pattern }): Fact[] =>
        matchesOf(text, pattern).flatMap((match): Fact[] => {
          const end = match.index + match[0].length
          if (isTakenBack(text.slice(Math.max(0, match.index - 30), end + 40)) || OLD.test(text.slice(end, end + 30))) return []
          if (
            REQUIRED.test(text.slice(Math.max(0, match.index - 60), match.index)) ||
            (contextOf(sentence, match.index, end).planned && !JUDGED.test(text.slice(0, match.index)))
          )
            return []
          const value = valueOn(scale, match)
          if (value === undefined) return []
          const date = dateBeside(dates, match.index, end, { before: 22, after: 22 }) ?? reading.said
          const fact: FactValue<'performance'> = { scale, value, ...(date === undefined ? {} : { date }) }
          return [factFrom(performance, reading, 'performance', fact, [quoteAround(reading, sentence, match.index, end)])]
        }),
      )
    }),
}

const MENTIONS =
  /\b(?:ecog|zubrod|oms|who|kps|karnofsky|perf(?:ormance)?\.? (?:status|score)|p\.s\.?|eastern cooperative|ps)(?:\b|(?=[0-4]\b))/i
const FILLER = String.raw`(?:\s*(?:\(?\/?(?:ecog|kps|zubrod|who)\)?|ps|performance(?:\s+status)?|score|scale|status|grade|index|estimated|approximately|today|is|was|of|at|now|currently|remains?|still|(?:has |have )?(?:dropped|declined|gone|changed|improved|worsened|fallen|deteriorated)(?: from [0-4])? to|{score}|[:=,~-]|\u2013|\u2014))*\s*`
const SCALES: readonly { scale: FactValue<'performance'>['scale']; pattern: RegExp }[] = [
  {
    scale: 'ECOG',
    pattern: new RegExp(
      String.raw`\b(?:ecog|zubrod|OMS(?=\s?[:=]?\s?[0-4]\b)|who\s+(?:ps|performance)|performance\s+(?:status|score)\s*\(?\s*(?:ecog|who)\)?|(?<!karnofsky )perf(?:ormance)?\.?\s+(?:status|score)|eastern cooperative oncology group|(?<=^\s*|[.,;:(]\s?|\s{2,}|\n\s*|\b(?:is|has|well|remains|today|currently|active|with|an?|her|his|WHO|ECOG)[ ,]{1,2})(?:PS|p\.s\.)(?=[\s:=-]{0,3}(?:[0-4]|I{1,3}\b|(?:has |have )?(?:dropped|declined|gone|changed|improved|worsened|fallen|deteriorated)\b)(?![\d+%]|\.\d|[,\s]{0,2}(?:IS|TS)\b|\s?[+\/]\s?[A-Z]{2}|\s\+)))${FILLER}\(?([0-4]|zero\b|nil\b|one\b|two\b|three\b|I{1,3}(?=\s*(?:[.;,)]|$)))(?:\s*(?:-|\u2013|to|\/)\s*([0-4]))?(?:\s*(?:->|-->|\u2192)\s*([0-4])|[^.;\d]{1,14}\b(?:now|today)\s*(?:is|at)?\s*([0-4]))?(?!\.\d|[\d%/]|\s*(?:mg|cm|mm|weeks?|days?|months?|cycles?))`,
      'gi',
    ),
  },
  {
    scale: 'Karnofsky',
    pattern: new RegExp(String.raw`\b(?:kps|karnofsky)${FILLER}(\d{2,3})(?:\s*(?:-|\u2013|to)\s*(\d{2,3}))?\s*%?`, 'gi'),
  },
]
const FIGURES: Readonly<Record<string, number>> = { zero: 0, nil: 0, one: 1, two: 2, three: 3, i: 1, ii: 2, iii: 3 }
const OLD = /^[^.;]{0,12}\b(?:that is|which is|this is)?\s*(?:from|as of)\s+(?:a|last|an old|(?:19|20)\d\d)/i
/** "I would put her performance status at 1." */
const JUDGED = /\bwould (?:put|rate|score|place|estimate|judge|say|grade|class)\b/i
const REQUIRED = /\b(?:requires?|required|needs?|eligib\w+|criteria|must|if|allows?|trial for|want)\b[^.]{0,50}$/i

function valueOn(scale: FactValue<'performance'>['scale'], match: RegExpMatchArray): number | undefined {
  const changed = match[3] ?? match[4]
  if (scale === 'ECOG' && changed !== undefined) return Number(changed)
  const values = [match[1], match[2]].filter((one) => one !== undefined).map((one) => FIGURES[one.toLowerCase()] ?? Number(one))
  if (scale === 'ECOG') return Math.max(...values)
  const worst = Math.min(...values)
  return worst % 10 === 0 && worst >= 10 && worst <= 100 ? worst : undefined
}
