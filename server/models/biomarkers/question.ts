import { genesIn } from '@carefolio/core/codes/genes.ts'
import { question } from '../question.ts'
import { checkBiomarker } from './check.ts'
import { BIOMARKERS_PROMPT, BIOMARKERS_VERSION } from './prompt.ts'
import { BiomarkerStatement } from './schema.ts'

export const biomarkersQuestion = question({
  kind: 'biomarker',
  version: BIOMARKERS_VERSION,
  prompt: BIOMARKERS_PROMPT,
  isAbout: (text) => genesIn(text, false).length > 0,
  statement: BiomarkerStatement,
  check: checkBiomarker,
})
