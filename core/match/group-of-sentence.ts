/** The group that a sentence is for, as it is named; `several` where it is for more than one, which alone is taken to be for all. */
export function groupOf(words: string): { name: string; several: boolean } | undefined {
  const behind = GROUPS_BEHIND.exec(words)?.[0]
  if (behind !== undefined) return { name: behind, several: false }
  const name = GROUP.exec(words)?.[0]
  if (name === undefined || /\b(?:all|both|through|each|any)\b/.test(name)) return undefined
  return { name, several: /^[^()]*(?:,|\/|&|\band\b|\bor\b)/.test(name.replace(/\b(?:for|in)\b/, '')) }
}

/** "Tumors: phase 1 - any solid tumor; phase 2 part 1, arm A - melanoma": what follows is for that group, to the end of the piece. */
export const groupNamedWithin = (words: string): string | undefined => NAMED_WITHIN.exec(words)?.[0]

/** "T3 in cohort A1/A2; T2 in cohort B" */
const GROUPS_BEHIND =
  /\b(?:in|for) (?:the )?(?:cohorts?|arms?|parts?|groups?) (?:[a-e]\d?|\d[a-e]?)(?:(?: ?[/,&] ?| and | or )(?:[a-e]\d?|\d[a-e]?)){0,6}(?=\s*[.;]?\s*$)/
const GROUP =
  /(?<=\()(?:for |in )?(?:the )?(?:treatment )?(?:groups?|cohorts?|arms?|parts?|phases?|sub-?stud(?:y|ies)) ?(?:[a-e]|\d[a-d]?|i{1,3})\b[^()]{0,60}(?=\))|^[^a-z]*(?:in|for) (?:the )?(?:treatment )?(?:groups?|cohorts?|arms?|parts?|phases?) (?:[a-e]|\d[a-d]?|i{1,3})\b|^[^a-z]*(?:the )?(?:groups?|cohorts?|arms?|parts?|phases?) (?:[a-e]|\d[a-d]?|i{1,3})\b(?=[^.;:,()]{0,24}:)|^[^a-z]*(?:patients|participants|subjects) (?:who are )?(?:enrolled |enrolling |participating |assigned )?(?:in|into|to|on) (?:the )?(?:dose[- ])?(?:expansion|escalation|combination|monotherapy|phase|cohort|arm|part)\b[^,.;]{0,60}?(?= (?:that|who|with|must|should|have|has|are|may)\b)/
const NAMED_WITHIN = /(?<=[a-z]{3}[^.;]*)\b(?:phase|part|arm|cohort) (?:[a-e]\d?|\d[a-e]?|i{1,3}[ab]?)\b[^.;:()]{0,30}?(?: - |:)/
