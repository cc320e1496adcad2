import { teamKind } from '../team-kind.ts'

export const hasLifeExpectancy = teamKind({
  name: 'has-life-expectancy',
  reads: 'Life expectancy of so many weeks or months.',
  source: 'The estimate of the treating doctor',
  triggers: /expectanc|survival|expected to (?:live|survive)|life-?time|life-?span/,
  words: [
    /(?:\b(?:a|an|the|estimated|anticipated|expected|predicted|minimum|must|have|has|having|with|patients?|participants?|subjects?|adequate|reasonable|projected|clinical)[\s,]+)*(?:life[- ]expectanc(?:y|ies)|(?:survival|life) expectation|survival expectancy|(?:estimated|expected|predicted|anticipated) life-?(?:time|span)|(?:expected|predicted|anticipated|estimated) survival|survival (?:time )?(?:is |of )?expected|expected to (?:live|survive))\b[^.;,(]{0,70}(?:\([^()]{1,60}\)[^.;,(]{0,40})?(?:,? (?:as (?:judged|determined|assessed|estimated)|in the (?:opinion|judge?ment)|per|according|at the discretion|based)[^.;]{0,80})?/g,
  ],
  because: 'How long you are expected to live is the estimate of your doctors, not of a record.',
})
