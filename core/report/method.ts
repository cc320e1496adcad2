import { ORDER_RULE } from '../match/order.ts'
import type { MatchResult } from '../record/match.ts'
import type { Counts } from './report.ts'

/** How the report was made and what it cannot do, in words for the person and the oncologist. */
export type MethodParagraph = { heading: string; text: string }

export function methodOf(counts: Counts, funnel: MatchResult['funnel']): readonly MethodParagraph[] {
  const { considered, setAside, judged, notJudged, excluded } = counts
  const reasons = funnel.map(({ reason, count }) => `${reason} ${count}`).join(', ')
  const byRegistry = considered - setAside - judged - notJudged
  return [
    {
      heading: 'This is not medical advice',
      text: 'This report is made by a program from your records. It helps you and your care team to look; it does not decide. Only the trial team can say whether you can join. Do not change any treatment because of it.',
    },
    {
      heading: 'Where the facts come from',
      text: 'Every fact about you points at words in your own records, with the file and the page. Words that a language model found, where the host has set one up, are marked among the sources. Some judgments rest on silence: a history or list in your records does not mention a thing. They are told apart as "not mentioned" and are never given as a reason why a trial fits; confirm them with your doctor.',
    },
    {
      heading: 'How trials were judged',
      text: `${considered} trial records were considered. ${setAside} were set aside before judging${reasons === '' ? '' : ` (${reasons})`}. ${judged} were compared with your records criterion by criterion, by rules. For ${notJudged} the registry publishes no criteria: they were not judged and are listed apart.${byRegistry > 0 ? ` ${byRegistry} without criteria were ruled out by the registry's own limits of age and sex.` : ''} Your records rule out ${excluded}: a trial is ruled out when at least one criterion, or a limit of age or sex in the registry entry, is not met and cannot be met later. It is "not now" when every criterion that is not met may be met later (a blood value, a waiting period). Otherwise it is possible, with what is open. These rules make mistakes in both directions: a trial called possible may not take you, and a trial called ruled out may. Check the words of the criterion beside each judgment, above all where a trial is ruled out.`,
    },
    {
      heading: 'Which trials are for treatment',
      text: 'Trials of other diseases, observation, screening, and trials whose stated purpose is not treatment are set aside. Two kinds are judged nonetheless: expanded access, and trials that give a drug with the stated purpose “other”, or “prevention” where neither titles nor conditions speak of prevention or of a high risk. Trials of stated prevention then stand in the list of those not meant to treat the cancer. Where no purpose is stated, title and interventions decide whether a trial stands in that list: comfort, prevention, pictures, tests, ways of living.',
    },
    { heading: 'How trials were put in order', text: ORDER_RULE },
    {
      heading: 'Limits',
      text: 'Registry entries can be out of date, and sites are mostly placed at the center of their city. Words that were read from scans can be misread; such places are marked. Treatments and results that are in no file you gave are not known here. High and low are said against the range printed in your records, else against a usual one. Ask the trial team about the newest version of the criteria.',
    },
  ]
}
