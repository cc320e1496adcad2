import { aspectsLeftOpen, isOfOthers } from '../match/aspects.ts'
import type { TrialMatch } from '../record/match.ts'
import { plainCriterion } from './plain-criterion.ts'

/** What specific things of the cancer, receptors, genes or treatments a trial asks for, and the records leave open: in short words. */
export function openAsksOf(match: TrialMatch): string[] {
  const asks = match.criteria.flatMap(({ criterion, verdict }) => {
    if (criterion.header || criterion.section !== 'inclusion' || verdict.label !== 'unknown' || isOfOthers(criterion.cohort, match))
      return []
    const aspects = aspectsLeftOpen(verdict)
    const isSpecific = [...aspects].some((aspect) => aspect !== 'measurements')
    if (!isSpecific && (aspects.size > 0 || verdict.unknown !== 'not-understood' || !NAMES_A_CANCER.test(criterion.text))) return []
    const said = ASKED.exec(verdict.because)?.[1]
    return [isSpecific && said !== undefined ? said : `“${shortened(plainCriterion(criterion.text))}”`]
  })
  return [...new Set(asks)]
}

const ASKED = /\bthe trial asks for ((?:[^.]|\.\d)+)/
/** Names of tumors and of what is found in them; "cancer therapy" or "a cancer trial" is none. */
const NAMES_A_CANCER =
  /\b(?:diagnosis|documented|confirmed)\b.*(?:cancers?|carcinomas?|tumou?rs?|malignanc\w+)\b|\b(?:mutat|fusion|rearrange|amplif|alteration|overexpress)\w*/is

function shortened(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(0, MOST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')} …`
}
const MOST = 110
