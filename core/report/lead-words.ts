import type { Report } from './report.ts'

/** The first sentences of the report: what was looked at and what came of it. */
export function leadWords({ counts, asOf, place }: Report): string {
  const { considered, setAside, possible, openNow, notNow, care, notOpen, notJudged, excluded } = counts
  const rest = [
    care > 0 ? `${care} are not meant to treat the cancer` : '',
    notOpen > 0 ? `${notOpen} are not open, or the registry does not say` : '',
    notJudged > 0 ? `${notJudged} publish no criteria and were not judged` : '',
    setAside > 0 ? `${setAside} were set aside before judging, as for other diseases` : '',
  ].filter((words) => words !== '')
  return `${considered} trials were looked at for you as of ${asOf}${place ? `, from ${place}` : ''}. ${possible} may be possible, ${openNow} of them with an open site in the registry; ${notNow} not now but perhaps later; your records rule out ${excluded}.${rest.length > 0 ? ` Of the others, ${rest.join('; ')}.` : ''}`
}

export const settlesWords = (trials: number): string => `settles a point in ${trials} ${trials === 1 ? 'trial' : 'trials'}`
