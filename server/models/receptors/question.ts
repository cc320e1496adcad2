import { question } from '../question.ts'
import { checkReceptors } from './check.ts'
import { RECEPTORS_PROMPT, RECEPTORS_VERSION } from './prompt.ts'
import { ReceptorStatement } from './schema.ts'

export const receptorsQuestion = question({
  kind: 'receptors',
  version: RECEPTORS_VERSION,
  prompt: RECEPTORS_PROMPT,
  isAbout: (text) => /\bER\b|estrogen|progest|her-?\s?2|erb-?b|triple[\s-]negative|TNBC/i.test(text),
  statement: ReceptorStatement,
  check: checkReceptors,
})
