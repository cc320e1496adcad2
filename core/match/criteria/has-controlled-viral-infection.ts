import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { roleOf } from '../sentences.ts'
import { hasCondition } from './has-condition.ts'

/** `passes`: the answer that asks nothing of people without the virus. */
type Asked = { viruses: string[]; passes: 'yes' | 'no' }

export const hasControlledViralInfection = defineKind<Asked>({
  name: 'has-controlled-viral-infection',
  reads: 'What is asked of people with HIV, hepatitis B or C: undetectable viral load, suppressive treatment, cure, CD4 count.',
  source: 'NCI CTEP protocol template; does not apply to people without the virus',
  triggers: /negativ|undetect|viral load|suppressive|cured|retroviral|\bart\b|prophyla|hcv rna|hbv dna/,
  find(clause) {
    const { text } = clause
    const mentions: Mention<Asked>[] = []
    let first = true
    for (const match of matchesOf(text, SENTENCE)) {
      const sentence = match[0]
      const lead = /^[\s.;*•-]*(?:\(?\w{1,2} ?[.)]\s+)?/.exec(sentence)?.[0].length ?? 0
      const viruses = VIRUSES.filter(([words]) => words.test(sentence)).map(([, name]) => name)
      if (viruses.length > 0 && CONTROLLED.test(sentence))
        mentions.push({
          start: match.index + lead,
          end: match.index + sentence.length,
          params: { viruses, passes: roleOf(sentence, clause.section, first) === 'excludes' ? 'no' : 'yes' },
        })
      first = false
    }
    for (const match of matchesOf(text, NEGATIVE)) {
      const viruses = VIRUSES.filter(([words]) => words.test(match[0])).map(([, name]) => name)
      const [start, end] = [match.index, match.index + match[0].length]
      if (viruses.length > 0 && !mentions.some((one) => one.start < end && start < one.end))
        mentions.push({ start, end, params: { viruses, passes: 'yes' } })
    }
    return mentions
  },
  judge({ viruses, passes }, subject) {
    const states = viruses.map((virus) => stateOf(virus, subject))
    const present = states.find(({ holds }) => holds === 'yes')
    if (present)
      return missing(
        `${present.because} Whether it is controlled was not found.`,
        `viral-load:${viruses.join()}`,
        'What was your last viral load, and when?',
        present.evidence,
      )
    const open = states.find(({ holds }) => holds !== 'no')
    if (open) return open
    const because = `Does not apply to you: ${states.map((one) => one.because).join(' ')}`
    const evidence = states.flatMap((one) => one.evidence)
    return (passes === 'yes' ? yes : no)(because, evidence, { asksNothing: true, bySilence: states.some(({ bySilence }) => bySilence) })
  },
})

const stateOf = (condition: string, subject: Subject): Finding => hasCondition.judge({ condition, words: '' }, subject)

const SENTENCE = /(?:[^.;]|\.(?=\S))+/g
const VIRUSES: readonly [RegExp, string][] = [
  [/\bhiv\b|human immunodeficiency/, 'HIV'],
  [/hepatitis b|\bhbv\b/, 'hepatitis B'],
  [/hepatitis c|\bhcv\b/, 'hepatitis C'],
]
/** "HIV negative", "negative hepatitis B surface antigen test": the virus is absent. */
const VIRUS =
  '(?:hiv(?: ?(?:1|2|1\\/2|-1|-2|i|ii))?|human immunodeficiency virus(?: \\(hiv\\))?|hepatitis [bc](?: virus)?(?: \\(h[bc]v\\))?|h[bc]v|hbsag)'
const NEGATIVE = new RegExp(
  `\\b${VIRUS}(?: (?:antibody|surface antigen|core antibody|antigen|rna|dna|serology|test|status|is|must be|result|\\(hbsag\\)|\\(hcv\\)|\\(hbv\\)))*[ -](?:sero-?)?negativ(?:e|ity)\\b|\\b(?:sero-?)?negative (?:for |tests? for |serology for |result for |screening for )?(?:the )?${VIRUS}(?:(?:,? (?:or|and|and\\/or) |, ?|\\/)${VIRUS})*(?: (?:antibody|surface antigen|core antibody|antigen|rna|dna|serology|tests?|status|results?|infection|\\([a-z]{3,5}\\)))*(?: at screening)?`,
  'g',
)
const CONTROLLED =
  /undetectable|viral load|suppressive|(?:treated and |been )cured|effective anti-?retroviral|(?:effective|stable|established)[a-z -]{0,30}\bart\b|anti-?viral (?:prophylaxis|therapy)|(?:hcv rna|hbv dna)[^.;]{0,60}(?:negative|below|undetect|<)/
