import { matchesOf } from '../../codes/matches-of.ts'
import { extentOf } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

type Groups = {
  least: number
  most: number
  /** Set where single groups are named ("stage I or IV"), of which those between are none. */
  only?: number[]
  words: string
}

export const hasStageGroup = defineKind<Groups>({
  name: 'has-stage-group',
  reads: 'Stage groups as numbers: "stage II-III", "stages I, II or IIIA", "stage IV".',
  source: 'profile: stages as clinicians documented them, extent; stages are never computed',
  find: ({ text }) =>
    text.includes('stage')
      ? matchesOf(text, STAGES).flatMap((match) => {
          // "Stages 1 and 2:" are the steps of a trial.
          if (/\d/.test(match[0]) && isOfTrial(text, match.index, match.index + match[0].length)) return []
          const numbers = [...match[0].slice(5).matchAll(/\b(iv|iii|ii|i|[0-4])(?=[abc]?\b)/g)].map(
            ([, roman]) => NUMBERS[roman ?? ''] ?? 0,
          )
          return numbers.length === 0
            ? []
            : [
                {
                  start: match.index,
                  end: match.index + match[0].length,
                  params: {
                    least: Math.min(...numbers),
                    most: Math.max(...numbers),
                    ...(RANGE.test(match[0]) ? {} : { only: numbers }),
                    words: match[0].trim().replace(/\b(?:iv|i{1,3})[abc]?\d?\b|\b\d[abc]\b/g, (one) => one.toUpperCase()),
                  },
                },
              ]
        })
      : [],
  asks: ({ words }) => words,
  judge({ least, most, only }, { profile }) {
    const { value, evidence } = extentOf(profile)
    if (value === 'metastatic')
      return most >= 4
        ? yes('The records show stage IV (metastatic) breast cancer.', evidence)
        : no('The records show stage IV (metastatic) breast cancer.', evidence)
    const group = profile.stages.findLast((stage) => stage.group !== undefined)
    const number = NUMBERS[/^(iv|iii|ii|i|0)/.exec(group?.group?.toLowerCase() ?? '')?.[1] ?? '']
    if (number === undefined || !group) {
      if (least >= 4 && value !== undefined) return no('The records show no distant spread.', evidence)
      return missing('The records do not give the stage.', 'stage', 'Which stage did your doctor give?', evidence)
    }
    const said = `The records give stage ${group.group}.`
    return (only ? only.includes(number) : number >= least && number <= most) ? yes(said, group.evidence) : no(said, group.evidence)
  },
})

/** "Stages 1 and 2:", "during stage 1", "stage 2 treatment" */
const isOfTrial = (text: string, start: number, end: number): boolean =>
  /^[^a-z]{0,3}:|^ (?:treatment|protocol|study|period|part|portion|of the (?:study|trial))\b/.test(text.slice(end, end + 40)) ||
  /\b(?:during|into|enter(?:ing)?|start(?:ing)?|complet(?:ing|ion of|ed)|discontinuation of|criteria(?: for)?) $/.test(
    text.slice(Math.max(0, start - 40), start),
  )

const ONE = String.raw`(?:iv|i{1,3}|[0-4])[abc]?(?:\d)?`
const STAGES = new RegExp(
  String.raw`\b(?:(?:clinical|anatomic(?:al)?|pathologic(?:al)?|prognostic|ajcc) )*stages?:? \(?${ONE}\b(?: ?(?:-|\/|,|to|or|and|through|and\/or|, or|, and) ?(?:stage )?${ONE}\b)*(?: (?:disease|breast cancer|according to (?:the )?ajcc[a-z0-9 ]*))?`,
  'g',
)
const RANGE = /[a-z\d] ?(?:-|to|through) ?(?:stage )?(?:i|[0-4])/
const NUMBERS: Record<string, number> = { '0': 0, i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
